//! Times between two records of which a fact says nothing.

use super::times::groups;
use super::{Note, Remark, Review};
use crate::facts::{Kind, Severity};

pub(super) static REMARK: Remark = Remark {
    id: "gap",
    severity: Severity::Info,
    about: "One record ends before the next begins. What articles say of the time between is not checked. An office \
            may have been vacant; often one of the two dates is a slip.",
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
                let (Some(end), Some(from)) = (last.during.until, row.during.from) else {
                    if row.during.until.is_none() {
                        last = row;
                    }
                    continue;
                };
                let first = end.tomorrow().unwrap_or(end);
                let before = from.yesterday().unwrap_or(from);
                if first < from {
                    let id = &fact.id;
                    let time = match first == before {
                        true => format!("on {first}"),
                        false => format!("from {first} to {before}"),
                    };
                    let message = match fact.kind {
                        Kind::Office(_) => format!("nobody holds `{id}` {time}"),
                        _ => format!("nothing is right in `{id}` {time}"),
                    };
                    let help = "mend a date or add what is missing; what articles say of that time is not checked";
                    let entry = review.entry(index);
                    let note = Note::new(&REMARK, index, message, help)
                        .label(entry, row.beginning(), "the next begins here")
                        .label(entry, last.end(), "this one ends here");
                    notes.push(note);
                }
                if row.during.until.is_none_or(|until| until > end) {
                    last = row;
                }
            }
        }
    }
    notes
}
