//! claim × records × time → agrees or contradicts, and why. The only notion of contradiction in the program.

pub mod amount;
pub mod name;
pub mod version;

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::claims::{Claim, Edge, Stated, StatedValue};
use crate::facts::{Period, Record, Table, Value};
use crate::finding::Reason;
use crate::language::dates::{DateExpr, Form, Precision, Preposition};
use crate::language::units::Dimension;

/// What became of a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Some record agrees.
    Agrees,
    /// No record is about the claim's time or key.
    Silent,
    /// No record that can hold agrees.
    Contradicts {
        /// The nearest record.
        record: usize,
        /// The cells of the claim that it denies, each with what slip it looks like.
        wrong: Vec<(usize, Reason)>,
    },
}

/// Judges a claim against its fact's table, on the days of the article: a record of any of them makes it right.
pub fn judge(table: &Table, claim: &Claim, days: Option<Period>) -> Verdict {
    let date = days.and_then(|days| days.from);
    let table = claim.table.as_ref().unwrap_or(table);
    let keyed = |record: &Record| {
        let keys = claim
            .cells
            .iter()
            .filter(|cell| Some(cell.column) == table.key);
        keys.clone().count() == usize::from(table.key.is_some())
            && keys
                .into_iter()
                .all(|cell| cell_agrees(record, cell, claim))
    };
    let meant = match &claim.meant {
        Some(meant) => meant.clone(),
        None => (0..table.records.len()).collect(),
    };
    let records: Vec<usize> = meant
        .into_iter()
        .filter(|index| keyed(&table.records[*index]))
        .collect();
    let during = |index: usize| table.records[index].during;
    let now = |index: &usize| days.is_none_or(|days| during(*index).overlaps(&days));
    let own = |index: &usize| {
        claim
            .time
            .own
            .iter()
            .any(|own| own.overlaps(&during(*index)))
    };
    let latest = records
        .iter()
        .copied()
        .max_by_key(|index| began(&table.records[*index]));
    // A bound is true of much: a record that is past acquits `over 28,500` only where it is near.
    let present = |index: &usize| match date {
        Some(_) => now(index),
        None => latest == Some(*index) || claim.meant.is_some(),
    };
    let fits = |index: usize, cell: &Stated| {
        let record = &table.records[index];
        cell_agrees(record, cell, claim) && (present(&index) || is_near(record, cell))
    };
    let agrees = |index: &usize| claim.cells.iter().all(|cell| fits(*index, cell));

    let held: Vec<usize> = match claim.time.own.is_empty() {
        true => records.iter().copied().filter(now).collect(),
        false => records.iter().copied().filter(own).collect(),
    };
    let is_earlier = |index: &usize| match date {
        Some(_) => !now(index) && starts_before(&during(*index), date),
        None => latest != Some(*index),
    };
    // Of what once was, nothing is known where nothing earlier is listed.
    let unknown = claim.time.bygone && !records.iter().any(is_earlier);
    if held.is_empty() || unknown {
        return Verdict::Silent;
    }
    let earlier = |index: &usize| claim.time.past && is_earlier(index);
    if held.iter().any(&agrees)
        || records
            .iter()
            .filter(|index| now(index) || earlier(index))
            .any(&agrees)
    {
        return Verdict::Agrees;
    }

    let right = |index: usize| claim.cells.iter().filter(|cell| fits(index, cell)).count();
    // The first of the best: `meant` has the likeliest first.
    let latest_first: Vec<usize> = match claim.meant {
        Some(_) => held,
        None => {
            let mut held = held;
            // Of records of the same time the one that stands first in the rule file.
            held.sort_by_key(|index| {
                let record = &table.records[*index];
                let until = record.during.until;
                Reverse((began(record), until.is_none(), until))
            });
            held
        }
    };
    let Some(nearest) = latest_first.into_iter().reduce(|best, next| {
        if right(next) > right(best) {
            next
        } else {
            best
        }
    }) else {
        return Verdict::Silent;
    };
    let wrong = claim
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !fits(nearest, cell))
        .map(|(index, cell)| (index, reason(table, nearest, cell, claim, date)))
        .collect();
    Verdict::Contradicts {
        record: nearest,
        wrong,
    }
}

/// Whether a period begins before a day.
fn starts_before(period: &Period, date: Option<Date>) -> bool {
    match (period.from, date) {
        (Some(from), Some(date)) => from <= date,
        _ => true,
    }
}

/// Whether a record allows what a cell of a claim states.
pub fn cell_agrees(record: &Record, cell: &Stated, claim: &Claim) -> bool {
    let Some(values) = record.cells.get(cell.column) else {
        return true;
    };
    values.is_empty()
        || values
            .iter()
            .any(|value| value_agrees(value, &cell.value, claim))
}

fn value_agrees(right: &Value, stated: &StatedValue, claim: &Claim) -> bool {
    match (right, stated) {
        (Value::Phrase(phrase), StatedValue::Phrase(words)) => phrase
            .spellings
            .iter()
            .any(|spelling| name::same(spelling, words)),
        (Value::Phrase(phrase), StatedValue::Written(words)) => phrase
            .spellings
            .iter()
            .any(|spelling| name::written_alike(spelling, words)),
        (Value::Phrase(phrase), StatedValue::Version(words)) => phrase
            .spellings
            .iter()
            .any(|spelling| version::same(spelling, words)),
        (Value::Phrase(phrase), StatedValue::Surname(words)) => phrase
            .spellings
            .iter()
            .any(|spelling| name::has_surname(spelling, words)),
        (Value::Amount { number, unit }, StatedValue::Amount(stated)) => {
            amount::agrees(*number, *unit, stated, claim.tolerance)
        }
        (Value::Ordinal(right), StatedValue::Ordinal(stated)) => right == stated,
        (Value::Year(right), StatedValue::Year(stated)) => right == stated,
        (Value::Days(first, last), StatedValue::Days { days, edge, expr }) => {
            if *edge == Edge::Any && lists_days(expr) {
                return [days.from, days.until]
                    .iter()
                    .flatten()
                    .all(|day| first <= day && day <= last);
            }
            if *edge == Edge::Both {
                return *days == Period::new(*first, *last);
            }
            let right = match edge {
                Edge::Any | Edge::Both => Period::new(*first, *last),
                Edge::First => Period::day(*first),
                Edge::Last => Period::day(*last),
            };
            right.overlaps(days)
        }
        (Value::Within(first, last), StatedValue::Days { days, .. }) => {
            Period::new(*first, *last).overlaps(days)
        }
        _ => false,
    }
}

/// Whether an expression means each of its days (`June 9-13`), not some day among them (`between June 1 and June 30`).
fn lists_days(expr: &DateExpr) -> bool {
    matches!(expr.form, Form::Range(..))
        && expr.precision() == Precision::Day
        && expr.preposition != Some(Preposition::Between)
}

/// Whether a bounded number is within a fifth of the record's.
fn is_near(record: &Record, cell: &Stated) -> bool {
    match (
        &cell.value,
        record.cells.get(cell.column).map(Vec::as_slice),
    ) {
        (StatedValue::Amount(stated), Some([Value::Amount { number, unit }, ..])) => {
            amount::is_near(*number, *unit, stated)
        }
        _ => true,
    }
}

/// What slip a wrong cell looks like.
fn reason(
    table: &Table,
    nearest: usize,
    cell: &Stated,
    claim: &Claim,
    date: Option<Date>,
) -> Reason {
    let right = table.records[nearest].cells.get(cell.column);
    if let (StatedValue::Amount(stated), Some([Value::Amount { number, unit }, ..])) =
        (&cell.value, right.map(Vec::as_slice))
    {
        if amount::is_unit(*number, *unit, stated) {
            return Reason::Unit;
        }
        if amount::is_hedge(*number, *unit, stated) {
            return Reason::Hedge;
        }
    }
    let is_earlier = |index: usize| began(&table.records[index]) < began(&table.records[nearest]);
    let outdated = (0..table.records.len()).any(|index| {
        let values = table.records[index]
            .cells
            .get(cell.column)
            .map(Vec::as_slice)
            .unwrap_or_default();
        is_earlier(index)
            && values
                .iter()
                .any(|value| value_agrees(value, &cell.value, claim))
    });
    // An old name that is still accepted of its own time has no later record of its own: it ended.
    let ended = cell_ended(table, nearest, cell, claim, date);
    if outdated || ended {
        return Reason::Outdated;
    }
    match (&cell.value, right.map(Vec::as_slice)) {
        (StatedValue::Year(stated), Some([Value::Year(right), ..]))
            if amount::swapped(&right.to_string(), &stated.to_string()) =>
        {
            Reason::Transposed
        }
        (StatedValue::Amount(stated), Some([Value::Amount { number, unit }, ..])) => {
            amount::slip(*number, *unit, stated)
        }
        _ => Reason::Other,
    }
}

fn cell_ended(
    table: &Table,
    nearest: usize,
    cell: &Stated,
    claim: &Claim,
    date: Option<Date>,
) -> bool {
    table.records.iter().enumerate().any(|(index, record)| {
        index != nearest
            && record.during.until.is_some_and(|until| {
                let last = table.records[nearest].during.until;
                last.is_none_or(|last| until < last) && date.is_none_or(|date| until < date)
            })
            && record.cells.get(cell.column).is_some_and(|values| {
                values
                    .iter()
                    .any(|value| value_agrees(value, &cell.value, claim))
            })
    })
}

/// When a record begins: its own days, else its period; an open beginning is before all.
fn began(record: &Record) -> Option<Date> {
    let days = record.cells.iter().flatten().find_map(|value| match value {
        Value::Days(first, _) | Value::Within(first, _) => Some(*first),
        _ => None,
    });
    days.or(record.during.from)
}

/// Whether two dimensions are confused by writers and so compared (percent and percentage points).
pub(crate) fn confusable(one: Dimension, other: Dimension) -> bool {
    matches!(
        (one, other),
        (Dimension::Percent, Dimension::PercentagePoint)
            | (Dimension::PercentagePoint, Dimension::Percent)
    )
}

#[cfg(test)]
mod tests;
