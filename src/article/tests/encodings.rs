//! Bytes to text: encodings, byte order marks, what is no text.

use super::*;

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
}

#[test]
fn a_half_character_of_utf16_is_replaced() {
    let units: Vec<u16> = "A\u{E9} b\n"
        .encode_utf16()
        .chain([0xD83D, 0x20, 0xDC00, 0x63])
        .collect();
    let bytes: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(units.iter().flat_map(|unit| unit.to_le_bytes()))
        .chain(*b"x")
        .collect();
    let article = Article::from_bytes("a.txt", &bytes, None).unwrap();
    let part = &article.parts[0];
    assert_eq!(part.source, "A\u{E9} b\n\u{FFFD} \u{FFFD}c\u{FFFD}");
    assert_eq!(article.encoding, Some("UTF-16LE"));
    assert_eq!(
        article.broken,
        Some(BrokenBytes {
            count: 3,
            place: Some((12, 2))
        })
    );
    let at = part.source.find('c').unwrap();
    assert_eq!(part.disk(Span::new(at, at + 1)), Span::new(18, 20));
    assert_eq!(part.disk(Span::new(at + 1, at + 4)), Span::new(20, 21));
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

/// What a file with broken bytes is read as: its text and what is reported of it.
fn broken(name: &str, bytes: &[u8]) -> (String, Option<&'static str>, Option<BrokenBytes>) {
    let article = Article::from_bytes(name, bytes, None).unwrap();
    let part = &article.parts[0];
    // Every character that could be read is in its place on disk.
    for (at, c) in part.source.char_indices().filter(|(_, c)| c.is_ascii()) {
        let disk = part.disk(Span::new(at, at + 1));
        assert_eq!(&bytes[disk.range()], [c as u8], "{name}");
    }
    (part.source.clone(), article.encoding, article.broken)
}

#[test]
fn a_few_broken_bytes_refuse_no_file() {
    let one = |offset, line| {
        Some(BrokenBytes {
            count: 1,
            place: Some((offset, line)),
        })
    };
    let cases: &[(&[u8], &str, Option<BrokenBytes>)] = &[
        // Windows-1252 in UTF-8.
        ("Caf\u{E9} on\n".as_bytes(), "Caf\u{E9} on\n", None),
        (
            b"Caf\xC3\xA9.\nJos\xE9 met.",
            "Caf\u{E9}.\nJos\u{E9} met.",
            one(10, 2),
        ),
        (
            b"Jos\xE9 met. Caf\xC3\xA9 too.",
            "Jos\u{E9} met. Caf\u{E9} too.",
            one(3, 1),
        ),
        (
            b"\xEF\xBB\xBFThe town\x92s mayor",
            "The town\u{2019}s mayor",
            one(11, 1),
        ),
        // No sign of Windows-1252, and halves of characters.
        (
            b"\xE2\x80\x94 Ahn\xFF met",
            "\u{2014} Ahn\u{FFFD} met",
            one(7, 1),
        ),
        (
            b"\xE2\x80\x94 Ahn\xE2\x80 met",
            "\u{2014} Ahn\u{FFFD} met",
            one(7, 1),
        ),
        (
            b"\xE2\x80\x94 Ahn \x80\x94 met",
            "\u{2014} Ahn \u{FFFD}\u{FFFD} met",
            Some(BrokenBytes {
                count: 2,
                place: Some((8, 1)),
            }),
        ),
        // Cut short.
        (b"Ahn met \xE2\x80", "Ahn met \u{FFFD}", one(8, 1)),
        (
            b"Caf\xC3\xA9 and caf\xC3",
            "Caf\u{E9} and caf\u{FFFD}",
            one(13, 1),
        ),
    ];
    for (bytes, text, wrong) in cases {
        assert_eq!(
            broken("a.txt", bytes),
            (text.to_string(), None, *wrong),
            "{bytes:x?}"
        );
    }
}

#[test]
fn a_broken_byte_in_a_legacy_encoding_is_replaced() {
    let text =
        "안규백 장관은 서울에서 장관을 만났다고 국방부가 밝혔다. 두 장관은 동맹을 논의했다.\n";
    let (encoded, ..) = encoding_rs::EUC_KR.encode(text);
    let bytes = [&encoded[..], b"Ahn\xC1 met.\n", &encoded[..], &encoded[..]].concat();
    let read = broken("a.txt", &bytes);
    let wrong = BrokenBytes {
        count: 1,
        place: Some((encoded.len() + 3, 2)),
    };
    assert_eq!(
        read,
        (
            format!("{text}Ahn\u{FFFD} met.\n{text}{text}"),
            Some("EUC-KR"),
            Some(wrong)
        )
    );
}

#[test]
fn a_wrong_declaration_garbles_no_page() {
    let page = |charset: &str, body: &[u8]| {
        let head = format!("<meta charset=\"{charset}\"><p>");
        [head.as_bytes(), body].concat()
    };
    for (charset, body, said, encoding) in [
        (
            "utf-8",
            &b"Caf\xE9 ol\xE9, says Ahn."[..],
            "Caf\u{E9} ol\u{E9}, says Ahn.",
            Some("windows-1252"),
        ),
        (
            "iso-8859-1",
            b"Caf\xC3\xA9, says Ahn.",
            "Caf\u{E9}, says Ahn.",
            None,
        ),
        (
            "iso-8859-1",
            b"Caf\xC3\xA9, says\xA0Ahn\x92s.",
            "Caf\u{E9}, says\u{A0}Ahn\u{2019}s.",
            None,
        ),
        (
            "shift_jis",
            b"Caf\xC3\xA9, says \xFFAhn.",
            "Caf\u{E9}, says \u{FFFD}Ahn.",
            None,
        ),
    ] {
        let (text, read_as, _) = broken("a.html", &page(charset, body));
        assert!(text.ends_with(said), "{charset}: {text}");
        assert_eq!(read_as, encoding, "{charset}: {text}");
    }
}

#[test]
fn broken_bytes_cost_no_record_and_no_xml() {
    let lines = b"{\"text\": \"Caf\xC3\xA9.\"}\n{\"text\": \"Caf\xC3\xA9 of Jos\xE9.\"}\n";
    let articles = Article::all_from_bytes("a.jsonl", lines, None).unwrap();
    assert_eq!(articles[0].broken, None);
    assert_eq!(
        articles[1].broken,
        Some(BrokenBytes {
            count: 1,
            place: Some((41, 2))
        })
    );
    assert_eq!(articles[1].parts[0].source, "Caf\u{E9} of Jos\u{E9}.");
    let feed = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss><item><title>Caf\xC3\xA9 \xFF</title></item></rss>";
    let articles = Article::all_from_bytes("a.rss", feed, None).unwrap();
    assert_eq!(articles[0].broken.map(|broken| broken.count), Some(1));
    assert_eq!(articles[0].parts[0].source, "Caf\u{E9} \u{FFFD}");
}

#[test]
fn what_is_hardly_text_is_refused() {
    let mut bytes = "Caf\u{E9} \u{2014} ".repeat(3).into_bytes();
    bytes.extend(b"\xFF\xFE".repeat(40));
    let found = error(&bytes);
    assert!(
        matches!(found, ArticleError::Undecodable { line: 1, .. }),
        "{found:?}"
    );
    insta::assert_snapshot!(found, @"the text is not valid UTF-8: the byte at offset 30 (line 1) is broken");
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
