//! Two holders of one office at the same time.

use super::times::{Row, groups, shared, together, words};
use super::{Note, Remark, Review};
use crate::facts::{Fact, Severity, Value};

pub(super) static REMARK: Remark = Remark {
    id: "joint-holders",
    severity: Severity::Info,
    about: "One holder of an office begins before the one before has ended, and neither is acting beside the other. \
            Some offices are shared; often one of the dates is a slip, and while both hold it, neither is found in \
            place of the other.",
    apart: 5,
    many: "holders hold an office together with others, the first",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        if !matches!(fact.kind, crate::facts::Kind::Office(_)) {
            continue;
        }
        let record = |row: &Row| fact.table.records.get(row.record);
        for group in groups(review, index, fact) {
            for acting in [false, true] {
                let rows = group
                    .iter()
                    .filter(|row| record(row).is_some_and(|record| record.acting == acting));
                let told = |a: &Row, b: &Row| name(fact, a) != name(fact, b) && b.outlasts(a);
                for (earlier, row) in together(rows, told) {
                    let (one, other) = (name(fact, earlier), name(fact, row));
                    let message = format!(
                        "{one} and {other} both hold `{}` {}",
                        fact.id,
                        words(shared(earlier, row))
                    );
                    let help =
                        "if they share it, leave it so; else end the one where the other begins";
                    let entry = review.entry(index);
                    let note = Note::new(&REMARK, index, message, help)
                        .label(entry, row.beginning(), format!("{other} begins here"))
                        .label(entry, earlier.end(), format!("{one} ends here"));
                    notes.push(note);
                }
            }
        }
    }
    notes
}

fn name<'f>(fact: &'f Fact, row: &Row) -> &'f str {
    let cells = fact.table.records.get(row.record).map(|row| &row.cells);
    match cells.and_then(|cells| cells.first()?.first()) {
        Some(Value::Phrase(phrase)) => &phrase.preferred,
        _ => "",
    }
}
