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
    let compared = compare(&finds, vec![found("a", "1", "2"), found("b", "3", "4")]);
    assert!(compared.missing.is_empty() && compared.noisy.is_empty());
    assert_eq!(compared.right.len(), 2);
}

#[test]
fn missing_and_noisy() {
    let finds = [wanted(&[("fact", "a")]), wanted(&[("fact", "a")])];
    let compared = compare(&finds, vec![found("a", "1", "2"), found("b", "3", "4")]);
    assert_eq!(compared.missing, [1]);
    assert_eq!(compared.noisy, [found("b", "3", "4")]);
    assert_eq!(compared.right, [found("a", "1", "2")]);
}

#[test]
fn a_tally_by_kind() {
    let text = r#"
[[entity]]
id = "a"
name = "Ann Arbor"

[[test]]
name = "t"
text = "At 1, 2 and 3."
finds = [{ fact = "a", found = "1" }, { fact = "check:weekday", found = "2" }, { found = "3" }]
"#;
    let source = crate::packs::PackSource {
        file: "a.toml".into(),
        text: text.into(),
    };
    let packs = crate::packs::load(vec![source]).unwrap();
    let mut outcome = run_tests(&packs, 0..1).remove(0);
    assert_eq!(outcome.missing, [0, 1, 2]);
    outcome.missing.pop();
    outcome.right = vec![found("a", "1", "2"), found("b", "1", "2")];
    outcome.noisy = vec![found("b", "1", "2")];
    let mut tally = Tally::default();
    tally.add(&packs, &[outcome]);
    let of = |kind: &str| {
        let mut kinds = tally.kinds().iter();
        let (_, count) = kinds.find(|(name, _)| *name == kind).unwrap();
        (count.right, count.missed, count.spurious)
    };
    assert_eq!(of("entity"), (0, 1, 0));
    assert_eq!(of("figure"), (2, 0, 1));
    assert_eq!(of("check"), (0, 1, 0));
    let all = tally.all();
    assert_eq!((all.expected(), all.found()), (4, 3));
    let mut table = Vec::new();
    crate::report::tally::write(&tally, &mut table).unwrap();
    let table = String::from_utf8(table).unwrap();
    assert_eq!(
        table.lines().nth(4),
        Some("| figure      |        2 |     2 |      0 |        1 | 100.0 % |    66.6 % |"),
        "{table}"
    );
}

#[test]
fn a_fact_is_exercised_by_a_test_that_finds_it_or_should_have() {
    let source = crate::packs::PackSource {
        file: "pack.toml".into(),
        text: r#"
[[entity]]
name = "Petra Lindholm"
[[entity]]
name = "Oskar Vey"
[[entity]]
name = "Greta Holm"
[[test]]
name = "found"
text = "Petra Lindhlom spoke."
finds = [{ found = "Petra Lindhlom" }]
[[test]]
name = "missed"
text = "Nobody spoke."
finds = [{ fact = "oskar-vey", found = "Nobody" }]
"#
        .into(),
    };
    let packs = crate::packs::load(vec![source]).unwrap();
    let outcomes = run_tests(&packs, 0..1);
    assert_eq!(unexercised(&packs, 0..1, &outcomes), [2]);
    assert!(unexercised(&packs, 1..1, &outcomes).is_empty());
}
