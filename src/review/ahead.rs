//! Facts that somebody will have verified.

use super::{Note, Remark, Review};
use crate::facts::Severity;

pub(super) static REMARK: Remark = Remark {
    id: "checked-ahead",
    severity: Severity::Warning,
    about: "A fact was verified on a day that is still to come. It is a slip, and the fact becomes due for a review \
            later than it should.",
    apart: 3,
    many: "facts were verified on days that are still to come",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        // East of here tomorrow has begun.
        let latest = review.today.tomorrow().unwrap_or(review.today);
        let Some(checked) = fact.checked.filter(|checked| *checked > latest) else {
            continue;
        };
        let message = format!(
            "`{}` was verified on {checked}, which is still to come",
            fact.id
        );
        let help = "set `checked` to the day on which a person verified it";
        let entry = review.entry(index);
        let note = Note::new(&REMARK, index, message, help);
        notes.push(note.label(
            entry,
            entry.at("checked"),
            format!("today is {}", review.today),
        ));
    }
    notes
}
