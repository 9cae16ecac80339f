//! Facts that nobody can look up.

use super::{Note, Remark, Review};
use crate::facts::{Fact, Severity};

pub(super) static REMARK: Remark = Remark {
    id: "no-source",
    severity: Severity::Info,
    about: "A fact does not say where it is from. A finding shows its source, so that an editor need not take the \
            program's word for it, and who reviews the fact knows where to look.",
    apart: 3,
    many: "facts have no source",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let bare = review
        .facts()
        .filter(|(_, fact, _)| fact.sources.is_empty());
    let bare: Vec<usize> = bare.map(|(index, ..)| index).collect();
    let say = |fact: &Fact| {
        let message = format!("`{}` has no source", fact.id);
        (message, "where is it from?")
    };
    let help = "add a citation or an address: `source = \"…\"`; it is shown with every finding";
    review.each(&bare, &REMARK, say, help)
}
