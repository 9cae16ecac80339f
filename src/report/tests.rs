use std::sync::Arc;
use std::time::{Duration, Instant};

use super::*;
use crate::article::Part;
use crate::facts::Origin;
use crate::finding::{Fix, Location, Reason, Related};
use crate::span::Span;

fn article(name: &str, source: &str) -> Article {
    Article {
        name: name.into(),
        parts: vec![Part {
            source: source.into(),
            ..Part::default()
        }],
        ..Article::default()
    }
}

fn location(source: &str, span: Span) -> Location {
    let line_column = |at: usize| {
        let before = &source[..at];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        (line, before[start..].chars().count() + 1)
    };
    let (line, column) = line_column(span.start);
    let (end_line, end_column) = line_column(span.end);
    Location {
        part: 0,
        source: span,
        disk: span,
        line,
        column,
        end_line,
        end_column,
    }
}

/// A finding at the first place where `found` stands.
fn finding(article: &Article, found: &str, expected: &str, message: &str) -> Finding {
    let source = &article.parts[0].source;
    let start = source.find(found).unwrap();
    Finding {
        fact: "usfk-strength".into(),
        kind: "figure",
        severity: Severity::Error,
        reason: None,
        message: message.into(),
        found: found.into(),
        expected: (!expected.is_empty()).then(|| expected.into()),
        at: location(source, Span::new(start, start + found.len())),
        in_quote: false,
        fix: None,
        related: Vec::new(),
        sources: vec!["National Defense Authorization Act for Fiscal Year 2026".into()],
        note: None,
        since: None,
        defined_in: Some(Origin {
            file: "rules/alliance.toml".into(),
            span: Span::new(120, 410),
            line: 9,
        }),
    }
}

fn run(checked: Vec<(Article, Vec<Finding>)>) -> Run {
    Run {
        checked: checked.len() + 3,
        articles: checked
            .into_iter()
            .map(|(article, findings)| Checked { article, findings })
            .collect(),
        ..Run::default()
    }
}

fn shown(format: &str, run: &Run, look: Look) -> String {
    let mut out = Vec::new();
    (super::format(format).unwrap().write)(run, look, &mut out).unwrap();
    anstream::adapter::strip_str(std::str::from_utf8(&out).unwrap()).to_string()
}

/// At 80 columns, no line of an excerpt is wider.
fn graphical(checked: Vec<(Article, Vec<Finding>)>) -> String {
    let shown = shown("graphical", &run(checked), Look::default());
    for line in shown.lines() {
        let width: usize = line.chars().map(signs::width).sum();
        assert!(width <= 80, "{width} columns: {line}");
    }
    shown
}

const PARAGRAPH: &str = "The harbour office said on Friday that the new pier would open in the spring, a year \
    late, after the council voted to pay for the repairs that an inspection had asked for; the pier employs 1,540 \
    people in the high season, most of them from the three villages along the bay, and a spokeswoman said that the \
    ferry company had already sold more tickets for April than in the whole of last year.";

#[test]
fn a_short_line() {
    let article = article("a.txt", "Pier news\n\nThe pier employs 1,540 people.\n");
    let mut found = finding(
        &article,
        "1,540",
        "1,450",
        "People employed at the pier: 1,450, not 1,540.",
    );
    found.reason = Some(Reason::Transposed);
    found.since = Some("since 25 July 2025".into());
    found.note = Some("Count the season's people, too.".into());
    insta::assert_snapshot!(graphical(vec![(article, vec![found])]));
}

#[test]
fn a_long_paragraph() {
    let article = article("articles/harbour/pier.md", PARAGRAPH);
    let findings = vec![
        finding(
            &article,
            "Friday",
            "Thursday",
            "The statement was on Thursday.",
        ),
        finding(&article, "1,540", "1,450", "The pier employs 1,450 people."),
        finding(
            &article,
            "last year",
            "2023",
            "The last full year is 2023, which the article of the day before calls the year of the flood.",
        ),
    ];
    insta::assert_snapshot!(graphical(vec![(article, findings)]));
}

#[test]
fn several_in_one_line() {
    let article = article(
        "a.txt",
        "Mayor Katarzyna Wojick opened the pier, which employs 1,540 people.",
    );
    let mut name = finding(&article, "Wojick", "Wojcik", "Is this Katarzyna Wojcik?");
    name.severity = Severity::Warning;
    name.sources.clear();
    name.fact = "wojcik".into();
    let number = finding(&article, "1,540", "1,450", "The pier employs 1,450 people.");
    insta::assert_snapshot!(graphical(vec![(article, vec![name, number])]));
}

#[test]
fn wide_signs() {
    let article = article(
        "기사.txt",
        "이재명 대통령은 18일 서울에서 안규박 국방부 장관을 만나 주한미군 2만5800명의 주둔에 대해 의견을 나누었다고 대통령실이 밝혔다.",
    );
    let findings = vec![
        finding(
            &article,
            "안규박",
            "안규백",
            "국방부 장관의 이름은 안규백이다.",
        ),
        finding(&article, "2만5800", "2만8500", "U.S. troops: 28,500"),
    ];
    insta::assert_snapshot!(graphical(vec![(article, findings)]));
}

#[test]
fn signs_that_steer_the_terminal() {
    let article = article(
        "a\u{1b}[31m.txt",
        "\tRed \u{1b}[31mink\u{7} and \u{202e}1,540\u{202c} people\u{200b} at the pier.\r\nMore.",
    );
    let found = finding(
        &article,
        "1,540",
        "1,450",
        "The pier employs 1,450 people, not \u{202e}1,540\u{1b}[0m.",
    );
    let shown = graphical(vec![(article, vec![found])]);
    assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{200b}', '\r']));
    insta::assert_snapshot!(shown);
}

#[test]
fn a_name_over_a_line_break() {
    let article = article("a.txt", "The mayor, Katarzyna\nWojick, opened the pier.");
    let found = finding(
        &article,
        "Katarzyna\nWojick",
        "Katarzyna Wojcik",
        "Is this Katarzyna Wojcik?",
    );
    insta::assert_snapshot!(graphical(vec![(article, vec![found])]));
}

#[test]
fn other_places() {
    let article = article(
        "a.txt",
        "Katarzyna Wojcik opened the pier.\n\nLater, Katarzyna Wojick thanked the crew.",
    );
    let mut found = finding(
        &article,
        "Katarzyna Wojick",
        "Katarzyna Wojcik",
        "One name is written in two ways.",
    );
    found.related.push(Related {
        at: location(&article.parts[0].source, Span::new(0, 16)),
        message: "written so here".into(),
    });
    found.fact = "check:two-spellings".into();
    found.kind = "check";
    found.severity = Severity::Warning;
    found.sources.clear();
    found.defined_in = None;
    found.in_quote = true;
    insta::assert_snapshot!(graphical(vec![(article, vec![found])]));
}

#[test]
fn another_place_on_the_same_line() {
    let text = "2025-07-31 Tuesday, 02 January 2024 12:17 GMT";
    let article = article("a.txt", text);
    let mut found = finding(
        &article,
        "Tuesday, 02 January 2024",
        "",
        "The header has two dates.",
    );
    found.related.push(Related {
        at: location(text, Span::new(0, 10)),
        message: "the article's date".into(),
    });
    insta::assert_snapshot!(graphical(vec![(article, vec![found])]));
}

#[test]
fn plain_signs_and_a_narrow_terminal() {
    let article = article("a.txt", PARAGRAPH);
    let found = finding(&article, "1,540", "1,450", "The pier employs 1,450 people.");
    let look = Look {
        width: 50,
        unicode: false,
    };
    let shown = shown("graphical", &run(vec![(article, vec![found])]), look);
    assert!(shown.is_ascii());
    insta::assert_snapshot!(shown);
}

#[test]
fn a_place_wider_than_the_terminal() {
    let article = article("a.txt", PARAGRAPH);
    let found = finding(
        &article,
        &PARAGRAPH[100..300],
        "something shorter",
        "Too long.",
    );
    insta::assert_snapshot!(graphical(vec![(article, vec![found])]));
}

/// A finding as wordy as a rule file can make it.
fn wordy(article: &Article, subject: &str, source: &str) -> Finding {
    let message = format!("{subject}: found 1,540, expected 1,450 (transposed digits)");
    let mut found = finding(article, "1,540", "1,450", &message);
    found.since = Some("since 25 July 2025".into());
    found.sources = vec![source.into(), source.into(), source.into()];
    found.in_quote = true;
    found.fix = Some(Fix {
        text: "1,450".into(),
        safe: false,
    });
    found
}

proptest::proptest! {
    #[test]
    fn a_finding_takes_six_lines_at_most(
        subject in "[a-z]{1,9}( [a-z]{1,9}){0,30}", source in "[a-z]{1,9}( [a-z]{1,9}){0,30}",
        others in 0usize..3, width in 40usize..160,
    ) {
        let article = article("a.txt", &format!("The pier\n\n{PARAGRAPH}"));
        let mut found = wordy(&article, &subject, &source);
        for _ in 0..others {
            found.related.push(Related {
                at: location(&article.parts[0].source, Span::new(0, 8)),
                message: "the other place".into(),
            });
        }
        let look = Look { width, unicode: true };
        let shown = shown("graphical", &run(vec![(article, vec![found])]), look);
        let lines: Vec<&str> = shown.lines().take_while(|line| !line.is_empty()).collect();
        proptest::prop_assert!(lines.len() <= 6, "{}", shown);
        let columns = |line: &&str| signs::text_width(line);
        proptest::prop_assert!(lines.iter().map(columns).all(|columns| columns <= width), "{}", shown);
    }
}

#[test]
fn narrow_and_wide_terminals() {
    let article = article("a.txt", PARAGRAPH);
    let found = wordy(
        &article,
        "People employed at the pier",
        "Annual report of the port for 2025",
    );
    for width in [40, 60, 80, 120] {
        let look = Look {
            width,
            unicode: true,
        };
        let run = run(vec![(article.clone(), vec![found.clone()])]);
        insta::assert_snapshot!(
            format!("at_{width}_columns"),
            shown("graphical", &run, look)
        );
    }
}

#[test]
fn findings_of_the_same_words_share_an_excerpt() {
    let text = "The pier, which opened in 1999, employs 1,540 people.";
    let article = article("a.txt", text);
    let number = finding(
        &article,
        "1,540",
        "1,450",
        "pier: found 1,540, expected 1,450",
    );
    let mut whole = finding(
        &article,
        "1,540 people",
        "1,450 workers",
        "crew: found 1,540 people",
    );
    whole.fact = "crew".into();
    whole.severity = Severity::Info;
    whole.sources = vec!["The harbor master".into()];
    let mut year = finding(
        &article,
        "1999",
        "1998",
        "opened: found 1999, expected 1998",
    );
    year.fact = "opened".into();
    year.note = Some("A year later than planned.".into());
    year.sources.clear();
    insta::assert_snapshot!(graphical(vec![(article, vec![year, number, whole])]));
}

#[test]
fn nothing_found() {
    assert_eq!(graphical(vec![]), "No mistakes found in 3 articles\n");
}

#[test]
fn json() {
    let article = article("a.txt", "Café news\n\nThe pier employs 1,540 people.\n");
    let mut found = finding(&article, "1,540", "1,450", "1,450, not 1,540.");
    found.reason = Some(Reason::Transposed);
    found.fix = Some(Fix {
        text: "1,450".into(),
        safe: false,
    });
    found.related.push(Related {
        at: location(&article.parts[0].source, Span::new(0, 5)),
        message: "here".into(),
    });
    let mut bare = finding(&article, "people", "", "No people.");
    bare.defined_in = None;
    let mut run = run(vec![(article, vec![found, bare])]);
    let source = Arc::new(Source::new("rules/a.toml", "[[entity]]\nnmae = 1\n"));
    run.problems = vec![
        Problem::new(ProblemKind::Unreadable, "old.txt", "No such file."),
        Problem::new(ProblemKind::Rule, "rules/a.toml", "Unknown key.").mark(
            &source,
            Span::new(11, 15),
            "unknown",
        ),
    ];
    insta::assert_snapshot!(shown("json", &run, Look::default()));
}

#[test]
fn ten_thousand_findings_in_one_long_line() {
    let source =
        "The pier employs 1,540 people, they say; and so it goes on, day after day after day. "
            .repeat(12_000);
    let article = article("a.txt", &source);
    let one = finding(&article, "1,540", "1,450", "The pier employs 1,450 people.");
    let step = source.len() / 12_000;
    let findings: Vec<Finding> = (0..10_000)
        .map(|n| {
            let mut found = one.clone();
            found.at.source = Span::new(17 + n * step, 22 + n * step);
            found.at.column = 18 + n * step;
            found.at.end_column = 23 + n * step;
            found
        })
        .collect();
    let run = run(vec![(article, findings)]);
    let start = Instant::now();
    let shown = shown("graphical", &run, Look::default());
    let mut columns = shown
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("╭─[a.txt:1:"));
    let last = columns.next_back();
    let last = last.and_then(|column| column.strip_suffix(']')?.parse().ok());
    assert!(
        last.is_some_and(|last: usize| last > 849_000),
        "the true column"
    );
    // A fraction of a second in an optimised build; the limit is for a busy machine and a build that is not.
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
}

proptest::proptest! {
    #[test]
    fn any_place_of_any_text_is_drawn(text in "(?s).{0,200}", from in 0usize..220, length in 0usize..220, width in 0usize..120) {
        let article = article("a.txt", &text);
        let mut found = finding(&article, "", "x", "Wrong.");
        found.at.source = Span::new(from, from + length);
        for unicode in [true, false] {
            let shown = shown("graphical", &run(vec![(article_of(&article), vec![found.clone(), found.clone()])]), Look { width, unicode });
            proptest::prop_assert!(shown.contains("a.txt"));
        }
    }
}

fn article_of(article: &Article) -> Article {
    article.clone()
}
