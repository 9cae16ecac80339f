//! Facts of a pack with `review-after` that never become due.

use super::{Note, Remark, Review};
use crate::facts::Severity;

pub(super) static REMARK: Remark = Remark {
    id: "never-checked",
    severity: Severity::Warning,
    about: "The pack says after how long a fact is due for a review (`review-after`), but this fact does not say when \
            it was last verified: it never becomes due.",
    apart: 3,
    many: "facts never become due for a review: they have no `checked`",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let open = review
        .facts()
        .filter(|(_, fact, pack)| pack.review_after.is_some() && fact.checked.is_none());
    let open: Vec<usize> = open.map(|(index, ..)| index).collect();
    let say = |fact: &crate::facts::Fact| {
        let message = format!("`{}` never becomes due for a review", fact.id);
        (message, "it has no `checked`")
    };
    let help = format!(
        "add the day on which a person verified it: `checked = {}`",
        review.today
    );
    review.each(&open, &REMARK, say, &help)
}
