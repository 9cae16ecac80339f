//! Two values of one fact that are right at the same time.

use super::times::{Row, SHORT, groups, shared, together, words};
use super::{Note, Remark, Review};
use crate::facts::{Fact, Kind, Severity};

pub(super) static REMARK: Remark = Remark {
    id: "overlap",
    severity: Severity::Warning,
    about: "Two records of a figure or statement hold at the same time and say different things. While both are right, \
            an article may write the old value for the new, and nothing is found. Two values may be meant to be right \
            together (this year's budget and the next): they are told only where one key has both, where it is short, \
            and where two begin as one and do not end as one.",
    apart: 5,
    many: "records hold together with others that say something else, the first",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        if !matches!(fact.kind, Kind::Figure(_) | Kind::Statement(_)) {
            continue;
        }
        let keyed = fact.table.key.is_some();
        let told = |a: &Row, b: &Row| differ(fact, a, b) && (keyed || is_slip(a, b));
        for group in groups(review, index, fact) {
            for (earlier, row) in together(&group, told) {
                let message = format!(
                    "two records of `{}` that say different things are right {}",
                    fact.id,
                    words(shared(earlier, row))
                );
                let help = "end the one where the other begins: while both are right, neither is found in place of \
                            the other";
                let entry = review.entry(index);
                let note = Note::new(&REMARK, index, message, help)
                    .label(entry, row.at, "this is right then")
                    .label(entry, earlier.at, "and so is this");
                notes.push(note);
            }
        }
    }
    notes
}

/// Whether two values that need no key are right together by mistake, as far as one can tell.
fn is_slip(earlier: &Row, row: &Row) -> bool {
    // `{ …, until = 2004 }, { …, until = 2008 }`: the second was to begin where the first ends. Two of one time are
    // meant to be right together.
    if earlier.during.from == row.during.from {
        return earlier.during.until != row.during.until;
    }
    let shared = shared(earlier, row);
    let days = shared.until.zip(shared.from);
    let short = days.is_some_and(|(until, from)| (until - from).get_days() <= SHORT);
    short && row.outlasts(earlier)
}

/// Whether two records say different things in a column that both fill.
fn differ(fact: &Fact, a: &Row, b: &Row) -> bool {
    let records = &fact.table.records;
    let (Some(a), Some(b)) = (records.get(a.record), records.get(b.record)) else {
        return false;
    };
    let pairs = a.cells.iter().zip(&b.cells);
    pairs
        .into_iter()
        .any(|(a, b)| !a.is_empty() && !b.is_empty() && a != b)
}
