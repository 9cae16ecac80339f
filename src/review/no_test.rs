//! Facts without a test.

use super::{Note, Remark, Review};
use crate::facts::{Fact, Severity};

pub(super) static REMARK: Remark = Remark {
    id: "no-test",
    severity: Severity::Info,
    about: "No test beside the facts gets this one wrong and expects it to be found. Whether the fact works, nobody \
            knows.",
    apart: 3,
    many: "facts have no test",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let say = |fact: &Fact| {
        let message = format!("no test finds a slip in `{}`", fact.id);
        (message, "not tested")
    };
    let help = "add a `[[test]]` whose `text` gets it wrong, and list what it `finds`";
    review.each(&review.untested, &REMARK, say, help)
}
