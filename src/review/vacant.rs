//! Facts of which nothing is right today.

use super::times::{Row, groups};
use super::{Note, Remark, Review};
use crate::facts::{Kind, Severity};

pub(super) static REMARK: Remark = Remark {
    id: "vacant",
    severity: Severity::Warning,
    about: "Nobody holds the office today, or no value of several is right today: the last ended after somebody last \
            verified the fact, or none has begun. What today's articles say is not checked. Where nothing came after \
            it, verify the fact: an end before `checked` is known.",
    apart: 5,
    many: "facts have no record that holds today, the first",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let today = review.today;
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        let rows: Vec<Row> = groups(review, index, fact).into_iter().flatten().collect();
        let is_office = matches!(fact.kind, Kind::Office(_));
        // Who gives a figure one value and an end means a thing of the past.
        if rows.is_empty() || !is_office && rows.len() < 2 {
            continue;
        }
        let ends = rows.iter().map(|row| row.during.until);
        let last = ends.collect::<Option<Vec<_>>>();
        let last = last.and_then(|ends| ends.into_iter().max());
        let begins = rows.iter().map(|row| row.during.from);
        let first = begins.collect::<Option<Vec<_>>>();
        let first = first.and_then(|begins| begins.into_iter().min());
        let id = &fact.id;
        let what = match is_office {
            true => format!("nobody holds `{id}`"),
            false => format!("nothing is right in `{id}`"),
        };
        let known = |last| fact.checked.is_some_and(|checked| checked > last);
        let shown = match (first, last) {
            (_, Some(last)) if last < today && !known(last) => rows
                .iter()
                .find(|row| row.during.until == Some(last))
                .map(|row| {
                    (
                        format!("{what} after {last}"),
                        row.end(),
                        "the last ends here",
                    )
                }),
            (Some(first), _) if today < first => {
                let row = rows.iter().find(|row| row.during.from == Some(first));
                row.map(|row| {
                    let message = format!("{what} before {first}");
                    (message, row.beginning(), "the first begins here")
                })
            }
            _ => None,
        };
        let help =
            "add what is right today; if nothing is, verify the fact and set `checked` to that day";
        notes.extend(shown.map(|(message, at, label)| {
            Note::new(&REMARK, index, message, help).label(review.entry(index), at, label)
        }));
    }
    notes
}
