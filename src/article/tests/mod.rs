//! What a reader sees of an article: its blocks and its dates.

mod encodings;
mod front;
mod mail;

use jiff::civil::{Date, date};

use super::*;

fn plain(text: &str) -> Article {
    Article::from_text("a.txt", text, Format::PLAIN).unwrap()
}

fn markdown(text: &str) -> Article {
    Article::from_text("a.md", text, Format::MARKDOWN).unwrap()
}

/// The blocks as `Kind: text`, line breaks shown as `/`.
pub(super) fn shown(article: &Article) -> Vec<String> {
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
        "On November 6, 2025, the two mayors met in Oslo.\n\nBody.",
        "On November 6, 2025, Mayor Doe met them.\n\nBody.",
        "On November 6, 2025, at 9 a.m. GMT, Mayor Doe met them.",
        "At last, November 6, 2025, came.\n\nBody.",
        "First, on November 6, 2025, Mayor Doe met them.",
        "Last November 6, 2025, Mayor Doe met them.",
        "Today, November 6, 2025, Mayor Doe met them.",
        "Update: On November 6, 2025, Mayor Doe met them.",
        "On 2025-11-06 Mayor Doe met them.",
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
        ("![logo](x.png) Text", &["Paragraph: \u{FFFC} Text"]),
        (
            "The {{< ref \"Ana *Lind*\" >}} ferry {% include a.html %} of {{ site.title }}, {{x and {%y.",
            &["Paragraph: The \u{FFFC} ferry \u{FFFC} of \u{FFFC}, {{x and {%y."],
        ),
        (
            "{{% note %}}\nAhn met.\n{{% /note %}}\n\n{{< figure\n  src=\"a\" >}}",
            &["Paragraph: \u{FFFC} Ahn met. \u{FFFC}"],
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

#[test]
fn html_inside_markdown_is_read_as_html() {
    let text = "Before.\n\n<div>Bay&nbsp;Ferries &amp; Sons &#8211; &#x41;nna &bogus; A&B\n<!-- not\nread --> and <b\nclass=x>bold</b>\
                <script>if (a</b) {\n}</script> text</div>\n\nAfter.\n";
    assert_eq!(
        shown(&markdown(text)),
        [
            "Paragraph: Before.",
            "Paragraph: Bay\u{A0}Ferries & Sons \u{2013} Anna &bogus; A&B/ and bold text",
            "Paragraph: After.",
        ]
    );
}
