//! One name of two events.

use std::collections::HashMap;

use super::{Note, Remark, Review};
use crate::facts::{Kind, Severity};
use crate::text::normalize;

pub(super) static REMARK: Remark = Remark {
    id: "same-event",
    severity: Severity::Warning,
    about: "Two events have one name. An article that gives the day or place of the one contradicts the other, and is \
            reported although it is right.",
    apart: 5,
    many: "names belong to two events, the first",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        let Kind::Event(event) = &fact.kind else {
            continue;
        };
        // Two events that share several names are told once.
        let mut met = Vec::new();
        for name in &event.names {
            let other = *known.entry(normalize(name)).or_insert(index);
            if other == index || met.contains(&other) {
                continue;
            }
            met.push(other);
            let Some(first) = review.packs.facts.get(other) else {
                continue;
            };
            let message = format!(
                "“{name}” is a name of the events `{}` and `{}`",
                first.id, fact.id
            );
            let help = "make one event of them, with `editions`, or give each a name of its own: a day that is right \
                        for the one is wrong for the other";
            let at = |fact| review.written.phrase(fact, "names", name);
            notes.push(
                Note::new(&REMARK, index, message, help)
                    .label(
                        review.entry(index),
                        at(index),
                        format!("a name of `{}`", fact.id),
                    )
                    .label(
                        review.entry(other),
                        at(other),
                        format!("and of `{}`", first.id),
                    ),
            );
        }
    }
    notes
}
