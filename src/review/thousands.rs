//! Counted numbers with three decimals: `1.312` where half of Europe means 1,312.

use super::same_figure::value;
use super::{Note, Remark, Review};
use crate::facts::{FigureUnit, Kind, Severity, Value};

pub(super) static REMARK: Remark = Remark {
    id: "point-for-thousands",
    severity: Severity::Warning,
    about: "What is counted in nouns (beds, seats, people) has three decimals. In many countries a point parts \
            thousands; in a rule file it begins the decimals.",
    apart: 3,
    many: "figures count something to three decimals",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        let Kind::Figure(figure) = &fact.kind else {
            continue;
        };
        let FigureUnit::Counted(_) = figure.unit else {
            continue;
        };
        let cells = fact.table.records.iter().flat_map(|record| &record.cells);
        let odd = cells.flatten().find_map(|cell| match cell {
            Value::Amount { number, .. } if number.scale() == 3 => Some(number),
            _ => None,
        });
        let Some(number) = odd else {
            continue;
        };
        let message = format!("`{}` counts to three decimals", fact.id);
        let meant = number.to_string().replace('.', "_");
        let help = format!("if thousands are meant, write `{meant}`; a point begins the decimals");
        let entry = review.entry(index);
        notes.push(Note::new(&REMARK, index, message, help).label(
            entry,
            value(review, index, fact),
            "a fraction, or thousands?",
        ));
    }
    notes
}
