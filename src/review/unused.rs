//! Facts that no article was about.

use super::{Note, Remark, Review};
use crate::facts::{Fact, Severity};

pub(super) static REMARK: Remark = Remark {
    id: "unused",
    severity: Severity::Info,
    about: "None of the articles that were read says anything that this fact is about, right or wrong. It may have \
            fallen out of the news, or articles write it in words that the fact does not have.",
    apart: 3,
    many: "facts apply to none of these articles",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let Some(applied) = review.applied else {
        return Vec::new();
    };
    let idle = review.facts().map(|(index, ..)| index);
    let idle: Vec<usize> = idle.filter(|index| !applied.contains(index)).collect();
    let say = |fact: &Fact| {
        let message = format!("`{}` applies to none of these articles", fact.id);
        (message, "nothing is said of this")
    };
    let help = "if articles do write of it, add the words that they use to its names, titles, nouns or patterns";
    review.each(&idle, &REMARK, say, help)
}
