use super::*;
use crate::facts::Severity;
use crate::finding::{Fix, Location};

fn finding(start: usize, end: usize, text: &str, safe: bool) -> Finding {
    let mut finding = Finding::new("a".into(), "entity", Severity::Error);
    let span = Span::new(start, end);
    finding.at = Location {
        source: span,
        disk: span,
        ..Location::default()
    };
    finding.fix = Some(Fix {
        text: text.into(),
        safe,
    });
    finding
}

fn article(label: Option<&str>) -> Article {
    let mut article =
        Article::from_text("a.txt", "0123456789", crate::article::Format::PLAIN).unwrap();
    article.parts[0].label = label.map(str::to_string);
    article
}

fn mended(findings: &[Finding], wanted: Wanted) -> String {
    let edits = edits(&article(None), findings, wanted);
    let (bytes, made) = apply(b"0123456789", &edits, None);
    assert_eq!(made, edits.len());
    String::from_utf8(bytes).unwrap()
}

#[test]
fn safe_ones_alone_or_all() {
    let findings = [finding(0, 2, "A", true), finding(5, 6, "BCD", false)];
    assert_eq!(mended(&findings, Wanted::Safe), "A23456789");
    assert_eq!(mended(&findings, Wanted::Unsafe), "A234BCD6789");
}

#[test]
fn of_two_that_overlap_the_first_is_made() {
    let findings = [
        finding(4, 7, "x", true),
        finding(2, 5, "y", true),
        finding(7, 8, "z", true),
    ];
    assert_eq!(mended(&findings, Wanted::Safe), "01y56z89");
}

#[test]
fn a_part_of_a_packed_file_is_left_alone() {
    let findings = [finding(0, 2, "A", true)];
    assert!(edits(&article(Some("entry 1")), &findings, Wanted::Unsafe).is_empty());
}

#[test]
fn spans_beyond_the_file_are_not_touched() {
    let edit = |start, end| Edit {
        at: Span::new(start, end),
        text: "x".into(),
    };
    assert_eq!(apply(b"abc", &[edit(2, 9)], None), (b"abc".to_vec(), 0));
    assert_eq!(apply(b"abc", &[edit(7, 9)], None), (b"abc".to_vec(), 0));
}

#[test]
fn words_are_written_in_the_encoding_of_the_file() {
    let edit = |text: &str| {
        [Edit {
            at: Span::new(0, 2),
            text: text.into(),
        }]
    };
    let latin = |text| apply(b"ab\xE9", &edit(text), Some("windows-1252"));
    assert_eq!(latin("\u{e9}"), (b"\xE9\xE9".to_vec(), 1));
    assert_eq!(latin("안규백"), (b"ab\xE9".to_vec(), 0), "no sign for it");
    assert_eq!(
        apply(b"a\0b\0", &edit("한"), Some("UTF-16LE")),
        (vec![0x5C, 0xD5, b'b', 0], 1)
    );
    assert_eq!(
        apply(b"\0a\0b", &edit("한"), Some("UTF-16BE")),
        (vec![0xD5, 0x5C, 0, b'b'], 1)
    );
}
