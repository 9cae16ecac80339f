use proptest::prelude::*;

use super::blocks::{Mark, marks, pieces, words_read};
use super::escape::{attribute, shown, source};
use crate::article::{Article, Block, BlockKind, Part, Run};
use crate::facts::Severity;
use crate::finding::{Finding, Location, Related};
use crate::span::Span;

/// `a**b&amp;c` as Markdown reads it: `ab&c`.
fn article() -> Article {
    let run = |start: usize, end: usize, text: Option<&str>| Run {
        source: Span::new(start, end),
        text: text.map(str::to_string),
    };
    Article {
        parts: vec![Part {
            source: "a**b&amp;c d".into(),
            blocks: vec![Block {
                kind: BlockKind::Paragraph,
                runs: vec![
                    run(0, 1, None),
                    run(3, 4, None),
                    run(4, 9, Some("&")),
                    run(9, 12, None),
                ],
            }],
            ..Part::default()
        }],
        ..Article::default()
    }
}

fn finding(at: Span) -> Finding {
    let mut finding = Finding::new("x".into(), "entity", Severity::Error);
    finding.at = place(at);
    finding.found = "as in the file".into();
    finding
}

fn place(at: Span) -> Location {
    Location {
        source: at,
        ..Location::default()
    }
}

fn marked(at: Span) -> (String, String) {
    let article = article();
    let findings = [finding(at)];
    let marks = marks(&findings);
    let block = &article.parts[0].blocks[0];
    let pieces = pieces(&article, 0, block, &marks);
    let all: String = pieces.iter().map(|piece| piece.text).collect();
    let marked = pieces.iter().filter(|piece| piece.mark.is_some());
    let marked: String = marked.map(|piece| piece.text).collect();
    assert_eq!(all, "ab&c d", "{at:?}");
    let read = words_read(&article, &findings, &marks);
    assert!(read[0] == marked || marked.is_empty() && read[0] == "as in the file");
    (all, marked)
}

#[test]
fn words_over_markup_and_entities() {
    for (start, end, words) in [
        (0, 4, "ab"),
        (3, 10, "b&c"),
        (5, 6, "&"),
        (1, 3, ""),
        (9, 10, "c"),
        (0, 12, "ab&c d"),
        (7, 7, ""),
        (40, 50, ""),
    ] {
        assert_eq!(marked(Span::new(start, end)).1, words, "{start}..{end}");
    }
}

#[test]
fn what_is_wrong_goes_before_what_explains() {
    let mut one = finding(Span::new(3, 4));
    for span in [Span::new(0, 4), Span::new(9, 10), Span::new(9, 12)] {
        let at = place(span);
        let message = "other".to_string();
        one.related.push(Related { at, message });
    }
    let at = |mark: &Mark| (mark.at.start, mark.at.end, mark.own);
    let marks: Vec<_> = marks(&[one]).iter().map(at).collect();
    assert_eq!(marks, [(3, 4, true), (9, 10, false)]);
}

#[test]
fn signs_that_steer_a_page() {
    assert_eq!(
        shown("<b>&\"'\u{202e}\n"),
        "&lt;b&gt;&amp;&quot;&#39;<span class=\"sign\">U+202E</span> "
    );
    assert_eq!(attribute("\"><i>\u{202e}"), "&quot;&gt;&lt;i&gt; ");
    assert_eq!(
        source("a https://b.org/?c&d."),
        "a <a class=\"out\" href=\"https://b.org/?c&amp;d\" rel=\"noopener noreferrer nofollow\">https://b.org/?c&amp;d</a>."
    );
    assert!(!source("javascript:alert(1) data:x").contains("href"));
}

proptest! {
    #[test]
    fn nothing_of_a_block_is_lost(spans in prop::collection::vec((0usize..14, 0usize..6), 0..6)) {
        let article = article();
        let findings: Vec<Finding> = spans.iter().map(|(at, length)| finding(Span::new(*at, at + length))).collect();
        let marks = marks(&findings);
        prop_assert!(marks.windows(2).all(|pair| pair[0].at.end <= pair[1].at.start));
        let pieces = pieces(&article, 0, &article.parts[0].blocks[0], &marks);
        prop_assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), "ab&c d");
    }
}
