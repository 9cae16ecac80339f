//! A failing rule test, shown in the rule file that it stands in.

use std::fmt::Write as _;

use super::drawing::{Drawing, Marked};
use super::{Look, Source, literal};
use crate::facts::Severity;
use crate::finding::Finding;
use crate::packs::{Expected, RuleTest};
use crate::rule_tests::TestOutcome;
use crate::span::Span;

/// Draws a failing test.
pub fn draw(source: &Source, test: &RuleTest, outcome: &TestOutcome, look: Look) -> String {
    let mut drawing = Drawing::new(Severity::Error, &message(test, outcome));
    let pairs = Pairs::new(test, outcome);
    let mut marks: Vec<(Span, String)> = Vec::new();
    for (_, found) in &pairs.differing {
        marks.push((found.at.disk, "found, but not so".to_string()));
    }
    for found in &pairs.noisy {
        marks.push((found.at.disk, format!("noisy: {}", found.fact)));
    }
    let mut elsewhere = Vec::new();
    for wanted in &pairs.missing {
        match standing(test, wanted, &marks) {
            Some(span) => marks.push((span, about(wanted))),
            None => elsewhere.push(wanted.span),
        }
    }
    marks.sort_by_key(|(span, _)| *span);
    let written = test.text_span.range();
    let literal = source.text.get(written).unwrap_or_default();
    let place = |span: Span, label: String| Marked {
        name: &source.name,
        text: &source.text,
        span,
        line: source.line(span.start),
        column: source.column(span.start),
        label,
        severity: Some(Severity::Error),
    };
    let mut places = Vec::new();
    for (span, label) in marks {
        let found = literal::place(literal, &test.text, span);
        let span = found.map_or(test.text_span, |span| {
            let from = test.text_span.start;
            Span::new(from + span.start, from + span.end)
        });
        places.push(place(span, label));
    }
    for span in elsewhere {
        places.push(place(span, "missing".to_string()));
    }
    if places.is_empty() {
        places.push(place(test.name_span, "this test".to_string()));
    }
    if !together(&places) || !drawing.mark(&places, look) {
        for place in places {
            drawing.mark(&[place], look);
        }
    }
    let written = |wanted: &Expected| source.text.get(wanted.span.range()).unwrap_or_default();
    for (wanted, found) in pairs.differing {
        drawing.footer("expected", written(wanted));
        drawing.footer("found", &as_entry(found, wanted.severity.is_some()));
    }
    for wanted in pairs.missing {
        drawing.footer("missing", written(wanted));
    }
    for found in pairs.noisy {
        drawing.footer("noisy", &as_entry(found, false));
        drawing.footer("because", &found.message);
    }
    drawing.draw(look)
}

fn message(test: &RuleTest, outcome: &TestOutcome) -> String {
    let mut message = format!("the test \"{}\" fails", test.name);
    if let Some(reason) = &outcome.unreadable {
        let _ = write!(message, ": {reason}");
    }
    message
}

/// Whether the places stand side by side on one line.
fn together(places: &[Marked]) -> bool {
    places
        .windows(2)
        .all(|pair| pair[0].line == pair[1].line && pair[0].span.end <= pair[1].span.start)
}

/// What is missing and what is noisy; two that mean the same place are told as one.
struct Pairs<'a> {
    differing: Vec<(&'a Expected, &'a Finding)>,
    missing: Vec<&'a Expected>,
    noisy: Vec<&'a Finding>,
}

impl<'a> Pairs<'a> {
    fn new(test: &'a RuleTest, outcome: &'a TestOutcome) -> Self {
        let mut pairs = Pairs {
            differing: Vec::new(),
            missing: Vec::new(),
            noisy: outcome.noisy.iter().collect(),
        };
        let missing = outcome.missing.iter();
        for wanted in missing.filter_map(|index| test.finds.get(*index)) {
            let same = |found: &&Finding| wanted.found.as_deref() == Some(&found.found);
            match pairs.noisy.iter().position(same) {
                Some(index) => pairs.differing.push((wanted, pairs.noisy.remove(index))),
                None => pairs.missing.push(wanted),
            }
        }
        pairs
    }
}

/// Where the words of a missing finding stand: the first place that is not marked yet.
fn standing(test: &RuleTest, wanted: &Expected, marks: &[(Span, String)]) -> Option<Span> {
    let words = wanted.found.as_deref().filter(|words| !words.is_empty())?;
    let mut places = test
        .text
        .match_indices(words)
        .map(|(start, _)| Span::new(start, start + words.len()));
    let free = |span: &Span| !marks.iter().any(|(marked, _)| marked.overlaps(*span));
    places.clone().find(free).or_else(|| places.next())
}

/// `missing: expected 28,500`.
fn about(wanted: &Expected) -> String {
    match &wanted.expected {
        Some(expected) => format!("missing: expected {expected}"),
        None => "missing".to_string(),
    }
}

/// A finding as an entry of `finds`.
fn as_entry(found: &Finding, severity: bool) -> String {
    let mut entry = format!("{{ fact = {:?}, found = {:?}", found.fact, found.found);
    if let Some(expected) = &found.expected {
        let _ = write!(entry, ", expected = {expected:?}");
    }
    if let Some(reason) = found.reason {
        let _ = write!(entry, ", reason = {:?}", reason.id());
    }
    if severity {
        let _ = write!(entry, ", severity = {:?}", found.severity.id());
    }
    entry.push_str(" }");
    entry
}
