use jiff::civil::{Date, date};

use super::*;

fn plain(text: &str) -> Article {
    Article::from_text("a.txt", text, Format::PLAIN).unwrap()
}

fn markdown(text: &str) -> Article {
    Article::from_text("a.md", text, Format::MARKDOWN).unwrap()
}

/// The blocks as `Kind: text`, line breaks shown as `/`.
fn shown(article: &Article) -> Vec<String> {
    let part = &article.parts[0];
    let show = |block: &Block| {
        let text = block.runs.iter().map(|run| match &run.text {
            Some(text) => text.as_str(),
            None => run.source.of(&part.source),
        });
        let text: String = text.collect();
        format!("{:?}: {}", block.kind, text.replace('\n', "/"))
    };
    part.blocks.iter().map(show).collect()
}

fn dates(article: &Article) -> Vec<(&str, Date)> {
    let dates = article.dates.iter();
    dates
        .map(|found| (found.span.of(&article.parts[found.part].source), found.date))
        .collect()
}

fn error(bytes: &[u8]) -> ArticleError {
    Article::from_bytes("a.txt", bytes, None).unwrap_err()
}

/// Every character of an article in its place on disk.
fn assert_on_disk(bytes: &[u8], text: &str, encoding: &'static encoding_rs::Encoding) {
    let article = Article::from_bytes("a.txt", bytes, None).unwrap();
    assert_eq!(article.encoding, Some(encoding.name()));
    let part = &article.parts[0];
    assert_eq!(part.source, text);
    for (at, c) in text.char_indices() {
        let disk = part.disk(Span::new(at, at + c.len_utf8()));
        let (decoded, ..) = encoding.decode(&bytes[disk.range()]);
        assert_eq!(decoded, c.to_string(), "at {at}");
    }
    let whole = part.disk(Span::new(0, text.len()));
    assert_eq!(encoding.decode(&bytes[whole.range()]).0, text);
}

#[test]
fn encodings_are_told_and_mapped_to_the_bytes_on_disk() {
    let korean = "안규백 장관은 2025년 11월 4일 서울에서 Pete Hegseth 장관을 만났다고 국방부가 밝혔다. 두 장관은 동맹을 논의했다.";
    let japanese = "防衛大臣は本日、東京でPete Hegseth氏と会談した。両国は協力を確認しました。";
    let german = "Der Minister für Verteidigung traf sich in Köln – “großer Erfolg”, hieß es.";
    for (encoding, text) in [
        (encoding_rs::EUC_KR, korean),
        (encoding_rs::SHIFT_JIS, japanese),
        (encoding_rs::EUC_JP, japanese),
        (encoding_rs::WINDOWS_1252, german),
    ] {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy);
        assert_on_disk(&bytes, text, encoding);
    }
}

#[test]
fn utf16_is_told_by_its_bom() {
    let text = "Ahn 안규백 😀 met.\r\nThen";
    let units: Vec<u16> = text.encode_utf16().collect();
    let little = units.iter().flat_map(|unit| unit.to_le_bytes());
    let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(little).collect();
    assert_on_disk(&little, text, encoding_rs::UTF_16LE);
    let big = units.iter().flat_map(|unit| unit.to_be_bytes());
    let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(big).collect();
    assert_on_disk(&big, text, encoding_rs::UTF_16BE);
    let odd = [&little[..], b"x"].concat();
    let at = little.len();
    assert!(
        matches!(error(&odd), ArticleError::Undecodable { offset, line: 2, .. } if offset == at)
    );
}

#[test]
fn a_bom_is_no_text() {
    let article = Article::from_bytes("a.txt", b"\xEF\xBB\xBFAhn met.", None).unwrap();
    assert_eq!(article.encoding, None);
    assert_eq!(article.parts[0].source, "Ahn met.");
    assert_eq!(article.parts[0].disk(Span::new(0, 3)), Span::new(3, 6));
}

#[test]
fn the_map_to_disk_is_compact() {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(
        "plain text "
            .repeat(1000)
            .bytes()
            .flat_map(|byte| [byte, 0]),
    );
    let article = Article::from_bytes("a.txt", &bytes, None).unwrap();
    assert_eq!(article.parts[0].on_disk.len(), 1);
}

#[test]
fn broken_utf8_is_not_guessed_at() {
    let mut bytes = "Line one.\nCafé and ".as_bytes().to_vec();
    let broken = bytes.len();
    bytes.extend(b"\xE9t\xE9 open.");
    let found = error(&bytes);
    assert_eq!(
        found,
        ArticleError::Undecodable {
            encoding: "UTF-8",
            offset: broken,
            line: 2
        }
    );
    insta::assert_snapshot!(found, @"the text is not valid UTF-8: the byte at offset 20 (line 2) is broken");
    let cut = &"Ahn met “".as_bytes()[..10];
    assert!(matches!(
        error(cut),
        ArticleError::Undecodable { offset: 8, .. }
    ));
}

#[test]
fn what_is_no_text_is_said_to_be_so() {
    for (bytes, what) in [
        (&b"\0\x01\x02\x03ab"[..], "a binary file"),
        (b"%PDF-1.7 text", "a PDF file"),
        (
            b"A\0h\0n\0 \0m\0e\0t\0",
            "UTF-16 text without a byte order mark",
        ),
    ] {
        assert_eq!(error(bytes), ArticleError::Binary { what });
    }
    insta::assert_snapshot!(error(b"PK\x03\x04..."), @"this is a ZIP archive or an office document, which can't be read as an article");
    let stray = format!("{}\0", "Ahn met reporters. ".repeat(50));
    assert!(Article::from_bytes("a.txt", stray.as_bytes(), None).is_ok());
}

#[test]
fn an_empty_file_is_an_empty_article() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b"\n \r\n", b"\xFF\xFE"] {
        let article = Article::from_bytes("a.txt", bytes, None).unwrap();
        assert!(shown(&article).is_empty());
        assert_eq!(article.date, None);
    }
}

#[test]
fn the_format_is_told_by_the_extension() {
    assert_eq!(Format::detect("x/a.MD", b""), Format::MARKDOWN);
    assert_eq!(Format::detect("a.txt", b"# One"), Format::PLAIN);
    assert_eq!(Format::detect("<stdin>", b"Ahn met."), Format::PLAIN);
    assert_eq!(
        Format::detect("<stdin>", b"---\ntitle: A\n---\nAhn met."),
        Format::MARKDOWN
    );
    assert_eq!(Format::named("markdown"), Some(Format::MARKDOWN));
}

#[test]
fn plain_text_falls_into_blocks() {
    let long = "The board raised its forecast for the third time this year and said that demand for \
                cables would stay high until the end of the decade.";
    let half = "The board raised its forecast for the third time this year and said that demand for cables \
                would stay";
    let cases: &[(&str, &[&str])] = &[
        ("One.\n\nTwo.", &["Paragraph: One.", "Paragraph: Two."]),
        (
            "One.\r\n\r\nTwo.\r\n",
            &["Paragraph: One.", "Paragraph: Two."],
        ),
        (
            "One.\r\rTwo.\rThree.",
            &["Paragraph: One.", "Paragraph: Two.\rThree."],
        ),
        (
            "One.\n\n***\nTwo.\n###",
            &["Paragraph: One.", "Paragraph: Two."],
        ),
        (
            "The minister, Ahn\nGyu-pak, met reporters.",
            &["Paragraph: The minister, Ahn/Gyu-pak, met reporters."],
        ),
        (
            "Cable maker lifts outlook\n\nThe board met.\nIt will meet again.",
            &[
                "Headline: Cable maker lifts outlook",
                "Paragraph: The board met./It will meet again.",
            ],
        ),
        (
            &format!("{long}\n{long}\nA short cross-head\n{long}"),
            &[
                &format!("Paragraph: {long}"),
                &format!("Paragraph: {long}"),
                "Headline: A short cross-head",
                &format!("Paragraph: {long}"),
            ],
        ),
        (
            &format!("{half}\nhigh until 2030.\n{long}"),
            &[
                &format!("Paragraph: {half}/high until 2030."),
                &format!("Paragraph: {long}"),
            ],
        ),
        (
            "It sells three things:\n- cables\n- wire\n  and rods\n1. drums",
            &[
                "Paragraph: It sells three things:",
                "Item: cables",
                "Item: wire/  and rods",
                "Item: drums",
            ],
        ),
        (
            "The plant will close in\n12. There was no word.",
            &["Paragraph: The plant will close in/12. There was no word."],
        ),
        (
            "The board met.\n\nDEMAND FOR CABLES STAYS HIGH\n\nIt said so.",
            &[
                "Paragraph: The board met.",
                "Headline: DEMAND FOR CABLES STAYS HIGH",
                "Paragraph: It said so.",
            ],
        ),
        (
            "By Jane Doe\nPublished: Nov. 3, 2025\n\nThe board met.",
            &[
                "Header: By Jane Doe",
                "Header: Published: Nov. 3, 2025",
                "Paragraph: The board met.",
            ],
        ),
        (
            "Monday, 3 November 2025\nBusiness\n4 November 2025\n\nA title\n\nThe board met.",
            &[
                "Header: Monday, 3 November 2025",
                "Header: Business",
                "Header: 4 November 2025",
                "Headline: A title",
                "Paragraph: The board met.",
            ],
        ),
        (
            " date 2025-11-03 The board met on Monday\nand left.",
            &[
                "Header: date 2025-11-03",
                "Paragraph: The board met on Monday/and left.",
            ],
        ),
        (
            "A crane lifts cable drums in Busan. (Photo by A. Person / Agency)\n\nThe board met.",
            &[
                "Caption: A crane lifts cable drums in Busan. (Photo by A. Person / Agency)",
                "Paragraph: The board met.",
            ],
        ),
    ];
    for (text, blocks) in cases {
        assert_eq!(shown(&plain(text)), *blocks, "{text}");
    }
}

#[test]
fn header_lines_date_an_article() {
    let day = date(2025, 11, 3);
    for (text, span) in [
        ("Today : Nov 03, 2025\n\nBody.", "Nov 03, 2025"),
        ("03 November 2025\n\nBody.", "03 November 2025"),
        (
            "Monday, 03 November 2025 06:58 AM EST\n\nBody.",
            "Monday, 03 November 2025",
        ),
        ("2025-11-03 05:38:12\nBody.", "2025-11-03"),
        ("2025-11-03T05:38:12+09:00\nBody.", "2025-11-03"),
        ("date 2025-11-03 The board met.", "2025-11-03"),
        (
            "Last updated: Mon. Nov. 3rd, 2025, 12:17 p.m. (KST)\n\nBody.",
            "Mon. Nov. 3rd, 2025",
        ),
        ("By Jane Doe, Nov. 3, 2025\n\nBody.", "Nov. 3, 2025"),
        ("Business | November 3, 2025\n\nBody.", "November 3, 2025"),
        ("2025년 11월 3일\n\nBody.", "2025년 11월 3일"),
        (
            "SEOUL, Nov. 3, 2025 (Agency) - The board met.",
            "Nov. 3, 2025",
        ),
        (
            "SEOUL, South Korea, Nov. 3, 2025 — The board met.",
            "Nov. 3, 2025",
        ),
        (
            "WASHINGTON (AP) — Nov. 3, 2025 — The board met.",
            "Nov. 3, 2025",
        ),
        ("A title\n\nSEOUL, Nov. 3, 2025\n\nBody.", "Nov. 3, 2025"),
        (
            "SEOUL, Nov. 3, 2025 (Yonhap) -- The board met. (AP Photo/A. Person)",
            "Nov. 3, 2025",
        ),
        (
            "A title\n\nSeoul, 3 November 2025 – The board met.",
            "3 November 2025",
        ),
    ] {
        let article = plain(text);
        assert_eq!(article.date, Some(day), "{text}");
        assert_eq!(dates(&article), [(span, day)], "{text}");
    }
}

#[test]
fn dates_in_prose_date_no_article() {
    for text in [
        "The ministers met on November 3, 2025.",
        "November 3, 2025 was a Monday, and the board met.",
        "On Nov. 3, 2025 — a Monday — the board met.",
        "Released on Nov. 3, 2025, the album sold well.",
        "2025-11-03 was a Monday.",
        "SEOUL, Nov. 3 (Agency) - The board met.",
        "The board met.\n\n3 November 2025\n\nIt met again.",
        "Body one.\n\nSEOUL, Nov. 3, 2025 (Agency) - The board met.",
        "Nov. 31, 2025\n\nBody.",
        "03/11/2025\n\nBody.",
    ] {
        let article = plain(text);
        assert_eq!((article.date, dates(&article)), (None, vec![]), "{text}");
    }
}

#[test]
fn the_first_header_date_wins_and_all_are_listed() {
    let article = plain(
        " date 2025-07-31 Tuesday, 02 January 2024 09:40 UTC\nTwo allies talk\n\n2025-07-30 05:38:12\nThe ministers spoke.",
    );
    assert_eq!(
        dates(&article),
        [
            ("2025-07-31", date(2025, 7, 31)),
            ("Tuesday, 02 January 2024", date(2024, 1, 2)),
            ("2025-07-30", date(2025, 7, 30)),
        ]
    );
    assert_eq!(article.date, Some(date(2025, 7, 31)));
    assert_eq!(
        article.with_date(date(2020, 1, 1)).date,
        Some(date(2020, 1, 1))
    );
}

#[test]
fn a_caption_may_stand_before_the_date() {
    let article = plain(
        "FILE PHOTO: A crane on May 1, 2017.\n\nTuesday, 04 November 2025 06:58 AM EST\n\nThe board met.",
    );
    assert_eq!(article.date, Some(date(2025, 11, 4)));
}

#[test]
fn front_matter_tells_date_title_and_language() {
    let yaml = "---\ntitle: \"A: title\"\ndate: 2025-11-03T10:00:00+09:00 # set by hand\nlang: en-GB\ntags:\n  - date: 1999-01-01\n---\nNov. 4, 2025\n\nBody.";
    let article = markdown(yaml);
    assert_eq!(article.title.as_deref(), Some("A: title"));
    assert_eq!(article.language.as_deref(), Some("en-GB"));
    assert_eq!(article.date, Some(date(2025, 11, 3)));
    assert_eq!(
        dates(&article),
        [
            ("2025-11-03", date(2025, 11, 3)),
            ("Nov. 4, 2025", date(2025, 11, 4))
        ]
    );
    assert_eq!(
        shown(&article),
        [
            "Headline: A: title",
            "Header: Nov. 4, 2025",
            "Paragraph: Body."
        ]
    );
    let toml = "+++\ntitle = 'One'\npublished = \"3 November 2025\"\nlanguage = \"en\"\n[params]\ndate = 1999-01-01\n+++\nBody.";
    let article = markdown(toml);
    assert_eq!(dates(&article), [("3 November 2025", date(2025, 11, 3))]);
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(shown(&article), ["Headline: One", "Paragraph: Body."]);
}

#[test]
fn header_lines_date_markdown_too() {
    for text in [
        "# A title\n\n*Published Nov. 3, 2025*\n\nBody.",
        "# A title\n\n**Date:** November 3, 2025\n\nBody.",
        "# A title\n\nBy Jane Doe | 3 November 2025\n\nBody.",
        "**SEOUL, Nov. 3, 2025** — The board met.",
        "---\ntitle: A\n---\nSEOUL, Nov. 3, 2025 (Agency) -- The board met.",
    ] {
        assert_eq!(markdown(text).date, Some(date(2025, 11, 3)), "{text}");
    }
}

#[test]
fn a_rule_is_no_front_matter() {
    let article = markdown("---\nThe board met and left.\n\n---\n\nMore.");
    assert_eq!(
        shown(&article),
        ["Paragraph: The board met and left.", "Paragraph: More."]
    );
}

#[test]
fn markdown_keeps_prose_alone() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Ahn **Gyu-pak** and *Ahn* Gyu.",
            &["Paragraph: Ahn Gyu-pak and Ahn Gyu."],
        ),
        (
            "Ahn <b>Gyu-pak</b> met.<br>He left.",
            &["Paragraph: Ahn Gyu-pak met. He left."],
        ),
        ("Ahn\nGyu\\-pak  \nmet.", &["Paragraph: Ahn Gyu-pak met."]),
        ("Ahn&nbsp;Gyu&#45;pak", &["Paragraph: Ahn\u{A0}Gyu-pak"]),
        ("Run `Ahn` now.", &["Paragraph: Run \u{FFFC} now."]),
        (
            "See [Ahn](http://a.b/Gyu \"Pak\") and <http://c.d>.",
            &["Paragraph: See Ahn and \u{FFFC}."],
        ),
        ("```\nAhn\n```\n\n    Ahn\n\nText", &["Paragraph: Text"]),
        (
            "<!-- Ahn -->\n\n<p class=\"Ahn\">Gyu</p>\n<script>\nAhn\n</script>",
            &["Paragraph: Gyu"],
        ),
        ("A <!-- Ahn --> B", &["Paragraph: A  B"]),
        (
            "# One *two*\n\nThree\n---",
            &["Headline: One two", "Headline: Three"],
        ),
        (
            "- One\n- Two\n\n  Three\n",
            &["Item: One", "Item: Two", "Item: Three"],
        ),
        (
            "> One\n> two\n>\n> - three",
            &["Quotation: One two", "Quotation: three"],
        ),
        (
            "| A | B |\n|---|---|\n| C | D\\|E |",
            &["Cell: A", "Cell: B", "Cell: C", "Cell: D|E"],
        ),
        (
            "![Ahn *at* sea](x.png) Text",
            &["Paragraph: \u{FFFC} Text", "Caption: Ahn at sea"],
        ),
        (
            "One[^1].\n\n[^1]: Note",
            &["Paragraph: One.", "Paragraph: Note"],
        ),
        ("\"It's\" -- 'so' ...", &["Paragraph: \"It's\" -- 'so' ..."]),
    ];
    for (text, blocks) in cases {
        assert_eq!(shown(&markdown(text)), *blocks, "{text}");
    }
}
