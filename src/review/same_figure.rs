//! Two figures that measure the same.

use std::collections::HashMap;

use super::times::groups;
use super::{Note, Remark, Review};
use crate::facts::{Fact, Figure, FigureUnit, Kind, Measures, Severity};
use crate::span::Span;
use crate::text::normalize;

pub(super) static REMARK: Remark = Remark {
    id: "same-figure",
    severity: Severity::Warning,
    about: "Two figures have one unit, subject, context and measure, but other values at the same time. A number that \
            is right for the one may be read as the other.",
    apart: 5,
    many: "figures measure the same as others, the first",
    find,
};

/// What tells figures apart.
type Key = (String, Measures, Vec<String>, Vec<String>);

fn find(review: &Review) -> Vec<Note> {
    let mut known: HashMap<Key, usize> = HashMap::new();
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        let Kind::Figure(figure) = &fact.kind else {
            continue;
        };
        let mut met = Vec::new();
        for unit in units(figure) {
            let key = (
                unit,
                figure.measures,
                phrases(&figure.subject),
                phrases(&figure.context),
            );
            let other = *known.entry(key).or_insert(index);
            if other == index || met.contains(&other) {
                continue;
            }
            met.push(other);
            let Some(first) = review.packs.facts.get(other) else {
                continue;
            };
            if !differ(first, fact) {
                continue;
            }
            let message = format!(
                "`{}` and `{}` measure the same, and their values differ",
                first.id, fact.id
            );
            let help =
                "make one figure of them, or tell them apart by `subject`, `context` or `measures`";
            notes.push(
                Note::new(&REMARK, index, message, help)
                    .label(
                        review.entry(index),
                        value(review, index, fact),
                        "this is right",
                    )
                    .label(
                        review.entry(other),
                        value(review, other, first),
                        "and so is this",
                    ),
            );
        }
    }
    notes
}

fn units(figure: &Figure) -> Vec<String> {
    match &figure.unit {
        FigureUnit::Counted(nouns) => phrases(nouns),
        FigureUnit::Measured(unit) => vec![format!("={}", unit.code)],
    }
}

fn phrases(list: &[String]) -> Vec<String> {
    let mut list: Vec<String> = list.iter().map(|phrase| normalize(phrase)).collect();
    list.sort_unstable();
    list.dedup();
    list
}

/// Whether two figures have different values at one time. Of very many the first ones are looked at.
fn differ(one: &Fact, other: &Fact) -> bool {
    const MANY: usize = 500;
    let others = &other.table.records;
    let records = one.table.records.iter().take(MANY);
    records.into_iter().any(|record| {
        let mut beside = others
            .iter()
            .take(MANY)
            .filter(|other| record.during.overlaps(&other.during));
        beside.any(|other| other.cells != record.cells)
    })
}

/// Where its latest value stands.
pub(super) fn value(review: &Review, index: usize, fact: &Fact) -> Option<Span> {
    let rows = groups(review, index, fact).into_iter().flatten().last();
    let entry = review.entry(index);
    rows.map(|row| row.at).or_else(|| entry.at("value"))
}
