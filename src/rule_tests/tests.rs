use super::*;
use crate::facts::Severity;
use crate::finding::{Location, Reason};
use crate::span::Span;

fn found(fact: &str, found: &str, expected: &str) -> Finding {
    Finding {
        fact: fact.into(),
        kind: "figure",
        severity: Severity::Error,
        reason: Some(Reason::Rounded),
        message: String::new(),
        found: found.into(),
        expected: Some(expected.into()),
        at: Location {
            part: 0,
            source: Span::default(),
            disk: Span::default(),
            line: 1,
            column: 1,
            end_line: 1,
            end_column: 1,
        },
        in_quote: false,
        fix: None,
        related: Vec::new(),
        sources: Vec::new(),
        note: None,
        since: None,
        defined_in: None,
    }
}

fn wanted(keys: &[(&str, &str)]) -> Expected {
    let mut wanted = Expected::default();
    for (key, value) in keys {
        let value = Some((*value).to_string());
        match *key {
            "fact" => wanted.fact = value,
            "found" => wanted.found = value,
            "expected" => wanted.expected = value,
            "reason" => wanted.reason = value,
            _ => wanted.severity = value,
        }
    }
    wanted
}

#[test]
fn every_key_counts_and_any_may_be_left_out() {
    let is = found("a", "1", "2");
    for (keys, agree) in [
        (&[][..], true),
        (&[("fact", "a")], true),
        (&[("fact", "b")], false),
        (&[("found", "1"), ("expected", "2")], true),
        (&[("found", "2")], false),
        (&[("expected", "1")], false),
        (&[("reason", "rounded"), ("severity", "error")], true),
        (&[("reason", "other")], false),
        (&[("severity", "warning")], false),
    ] {
        assert_eq!(agrees(&wanted(keys), &is), agree, "{keys:?}");
    }
}

#[test]
fn a_vague_entry_leaves_the_finding_of_a_precise_one() {
    let finds = [wanted(&[]), wanted(&[("fact", "a")])];
    let (missing, noisy) = compare(&finds, vec![found("a", "1", "2"), found("b", "3", "4")]);
    assert!(missing.is_empty() && noisy.is_empty());
}

#[test]
fn missing_and_noisy() {
    let finds = [wanted(&[("fact", "a")]), wanted(&[("fact", "a")])];
    let (missing, noisy) = compare(&finds, vec![found("a", "1", "2"), found("b", "3", "4")]);
    assert_eq!(missing, [1]);
    assert_eq!(noisy, [found("b", "3", "4")]);
}
