//! Times between two records of which a fact says nothing.

use jiff::civil::Date;

use super::times::{Row, SHORT, groups};
use super::{Note, Remark, Review};
use crate::facts::{Kind, Severity};

pub(super) static REMARK: Remark = Remark {
    id: "gap",
    severity: Severity::Info,
    about: "One record ends before the next begins. What articles say of the time between is not checked. An office \
            may have been vacant; often one of the two dates is a slip, or somebody is missing. Of figures and \
            statements only short gaps are told: there a long one is mostly meant.",
    apart: 5,
    many: "gaps lie between records, the first",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        for group in groups(review, index, fact) {
            let mut rows = group.iter();
            let Some(mut last) = rows.next() else {
                continue;
            };
            for row in rows {
                // Nothing comes behind what has no end.
                let Some(end) = last.during.until else {
                    break;
                };
                let from = row.during.from.unwrap_or(Date::MIN);
                let first = end.tomorrow().unwrap_or(end);
                if first < from {
                    notes.extend(between(review, index, (last, row), (first, from)));
                }
                if row.during.until.is_none_or(|until| until > end) {
                    last = row;
                }
            }
        }
    }
    notes
}

/// The gap between two records, from its first day to the one on which the next begins, if it is worth a remark.
fn between(
    review: &Review,
    index: usize,
    (last, next): (&Row, &Row),
    (first, from): (Date, Date),
) -> Option<Note> {
    let fact = review.packs.facts.get(index)?;
    let is_office = matches!(fact.kind, Kind::Office(_));
    if !is_office && (from - first).get_days() > SHORT {
        return None;
    }
    let before = from.yesterday().unwrap_or(from);
    let time = match first == before {
        true => format!("on {first}"),
        false => format!("from {first} to {before}"),
    };
    let message = match is_office {
        true => format!("nobody holds `{}` {time}", fact.id),
        false => format!("nothing is right in `{}` {time}", fact.id),
    };
    let help = "mend a date or add what is missing; what articles say of that time is not checked";
    let entry = review.entry(index);
    let note = Note::new(&REMARK, index, message, help)
        .label(entry, next.beginning(), "the next begins here")
        .label(entry, last.end(), "this one ends here");
    Some(note)
}
