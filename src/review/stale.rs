//! Facts that nobody verified for long.

use super::{Note, Remark, Review};
use crate::facts::Severity;

pub(super) static REMARK: Remark = Remark {
    id: "stale",
    severity: Severity::Warning,
    about: "A fact was last verified longer ago than `review-after` of its pack allows. What was right then may be \
            wrong by now.",
    apart: 3,
    many: "facts are due for a review",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let mut notes = Vec::new();
    for (index, fact, pack) in review.facts() {
        let (Some(days), Some(checked)) = (pack.review_after, fact.checked) else {
            continue;
        };
        let age = i64::from((review.today - checked).get_days());
        if age <= days {
            continue;
        }
        let message = format!(
            "`{}` was last verified on {checked}, {age} days ago",
            fact.id
        );
        let help = "verify it, and set `checked` to the day on which you did";
        let entry = review.entry(index);
        let note = Note::new(&REMARK, index, message, help);
        notes.push(note.label(entry, entry.at("checked"), format!("due after {days} days")));
    }
    notes
}
