//! One name of two entities.

use std::collections::HashMap;

use super::written::Entry;
use super::{Note, Remark, Review};
use crate::facts::{Kind, Period, Value};
use crate::span::Span;
use crate::text::normalize;

pub(super) static REMARK: Remark = Remark {
    id: "same-name",
    severity: crate::facts::Severity::Warning,
    about: "Two entities have one name. Mostly they are one person or thing, written down twice, and a mistake in the \
            one hides behind the other; if they are two, an age is checked against both.",
    apart: 5,
    many: "names belong to two entities, the first",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let mut known: HashMap<String, (usize, Span, Period)> = HashMap::new();
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        if !matches!(fact.kind, Kind::Entity(_)) {
            continue;
        }
        let entry = review.entry(index);
        for (record, row) in fact.table.records.iter().enumerate() {
            let Some(Value::Phrase(name)) = row.cells.first().and_then(|cell| cell.first()) else {
                continue;
            };
            let at = place(entry, record);
            let key = normalize(&name.preferred);
            let Some((other, there, during)) = known.get(&key).copied() else {
                known.insert(key, (index, at, row.during));
                continue;
            };
            // The same in two ways of writing its signs.
            if other == index || !during.overlaps(&row.during) {
                continue;
            }
            let Some(first) = review.packs.facts.get(other) else {
                continue;
            };
            let message = format!(
                "“{}” is a name of `{}` and of `{}`",
                name.preferred, first.id, fact.id
            );
            let help = "if they are one, make one entity of them; if they are two, leave the name to the one that \
                        articles mean by it";
            notes.push(
                Note::new(&REMARK, index, message, help)
                    .label(entry, at, format!("a name of `{}`", fact.id))
                    .label(review.entry(other), there, format!("and of `{}`", first.id)),
            );
        }
    }
    notes
}

/// Where the name of a record stands: the first is the preferred one.
pub(super) fn place(entry: &Entry, record: usize) -> Span {
    let Some(accepted) = record.checked_sub(1) else {
        return entry.at("name").unwrap_or_else(|| entry.name());
    };
    let node = entry.items("accept").get(accepted);
    let name = node.map(|node| {
        let table = node.get_ref().as_table();
        let name = table.and_then(|table| table.get("name")).unwrap_or(node);
        Span::from(name.span())
    });
    name.unwrap_or_else(|| entry.name())
}
