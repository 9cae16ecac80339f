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
