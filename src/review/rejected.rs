//! A name that one fact accepts and another rejects.

use std::collections::HashMap;

use super::same_name::place;
use super::{Note, Remark, Review};
use crate::facts::{Kind, Severity, Value};
use crate::span::Span;
use crate::text::normalize;

pub(super) static REMARK: Remark = Remark {
    id: "right-and-wrong",
    severity: Severity::Warning,
    about: "A name is right by one fact and wrong by another: an entity rejects what another entity, an office, an \
            event or a statement writes.",
    apart: 5,
    many: "names are right by one fact and wrong by another, the first",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let mut rejected: HashMap<String, (usize, Span)> = HashMap::new();
    for (index, fact, _) in review.facts() {
        if let Kind::Entity(entity) = &fact.kind {
            let items = review.entry(index).items("reject");
            for (name, item) in entity.reject.iter().zip(items) {
                rejected
                    .entry(normalize(name))
                    .or_insert((index, item.span().into()));
            }
        }
    }
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        for (name, at) in names(review, index, fact) {
            let Some((other, there)) = rejected.get(&normalize(name)).copied() else {
                continue;
            };
            let Some(wrong) = review.packs.facts.get(other).filter(|_| other != index) else {
                continue;
            };
            let message = format!(
                "“{name}” is right by `{}` and wrong by `{}`",
                fact.id, wrong.id
            );
            let help = "mend the one that is mistaken; if both are real names, list it under `unlike` in place of \
                        `reject`";
            notes.push(
                Note::new(&REMARK, index, message, help)
                    .label(review.entry(index), at, "right by this")
                    .label(review.entry(other), there, "wrong by this"),
            );
        }
    }
    notes
}

/// Every name that a fact writes out itself, with its place.
fn names<'r>(
    review: &Review<'r>,
    index: usize,
    fact: &'r crate::facts::Fact,
) -> Vec<(&'r str, Span)> {
    let entry = review.entry(index);
    let mut names: Vec<(&str, Span)> = Vec::new();
    if let Kind::Event(event) = &fact.kind {
        for name in &event.names {
            let at = review.written.phrase(index, "names", name);
            names.extend(at.map(|at| (name.as_str(), at)));
        }
    }
    let list = match fact.kind {
        Kind::Office(_) => "holders",
        Kind::Statement(_) => "records",
        Kind::Affiliation(_) => "members",
        _ => "editions",
    };
    let rows = entry.items(list);
    for (record, row) in fact.table.records.iter().enumerate() {
        for value in row.cells.iter().flatten() {
            // The names of an entity that is meant by `@id` stand elsewhere.
            let Value::Phrase(phrase) = value else {
                continue;
            };
            if phrase.entity.is_some() {
                continue;
            }
            let name = phrase.preferred.as_str();
            let at = match fact.kind {
                Kind::Entity(_) => place(entry, record),
                _ => {
                    let row = rows.get(record).map(|row| Span::from(row.span()));
                    let row = row.unwrap_or(fact.defined_in.span);
                    entry.last(row, name).unwrap_or(row)
                }
            };
            names.push((name, at));
        }
    }
    names
}
