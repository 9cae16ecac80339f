//! The records of a fact in the order of their times, with their bounds as they are written.

use std::collections::HashMap;

use jiff::civil::Date;
use toml::de::DeValue;

use super::Review;
use crate::facts::{Fact, Kind, Period};
use crate::packs::decode::Node;
use crate::span::Span;

/// So many days are soon a slip of a date.
pub(super) const SHORT: i32 = 31;

/// A bound as it is written: a day, or any day of a month or year.
#[derive(Clone, Copy)]
pub(super) struct Bound {
    pub first: Date,
    pub last: Date,
    pub at: Span,
}

/// A record as it is written.
#[derive(Clone)]
pub(super) struct Row {
    /// The index of the record.
    pub record: usize,
    /// When it holds, an end that is not written filled in.
    pub during: Period,
    pub from: Option<Bound>,
    pub until: Option<Bound>,
    /// What is right: the name, the value, or the whole record.
    pub at: Span,
}

/// The records of a fact, those of one key together, each group by the day on which they begin. Names of entities are
/// right together, and occasions stand for themselves: those have none.
pub(super) fn groups(review: &Review, index: usize, fact: &Fact) -> Vec<Vec<Row>> {
    let (list, value) = match fact.kind {
        Kind::Office(_) => ("holders", "name"),
        Kind::Figure(_) => ("values", "value"),
        Kind::Statement(_) => ("records", ""),
        Kind::Affiliation(_) => ("members", "of"),
        Kind::Entity(_) | Kind::Event(_) => return Vec::new(),
    };
    let nodes = review.entry(index).items(list).iter();
    let mut order: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<Row>> = Vec::new();
    for (record, (node, row)) in nodes.zip(&fact.table.records).enumerate() {
        let Some(table) = node.get_ref().as_table() else {
            continue;
        };
        let during = row.during;
        let whole: Span = node.span().into();
        let written = Row {
            record,
            during,
            from: bound(table.get("from"), during.from),
            until: bound(table.get("until"), during.until),
            at: table.get(value).map_or(whole, |node| node.span().into()),
        };
        let key = fact.table.key.and_then(|key| row.cells.get(key));
        let next = groups.len();
        let group = *order.entry(format!("{key:?}")).or_insert(next);
        if group == next {
            groups.push(Vec::new());
        }
        groups[group].push(written);
    }
    for group in &mut groups {
        group.sort_by_key(|row| row.during.from);
    }
    groups
}

/// A bound from its node and the day that it comes to, the first of a period or its last.
fn bound(node: Option<&Node>, day: Option<Date>) -> Option<Bound> {
    let (node, day) = (node?, day?);
    let (first, last) = match node.get_ref() {
        DeValue::Integer(_) => (day.first_of_year(), day.last_of_year()),
        DeValue::String(_) => (day.first_of_month(), day.last_of_month()),
        _ => (day, day),
    };
    Some(Bound {
        first,
        last,
        at: node.span().into(),
    })
}

/// Two records that hold together for certain, whatever the coarse bounds mean: the one that began before, and the
/// other. One that ends on the day when the other begins does not count, nor do two that `told` leaves out.
pub(super) fn together<'r>(
    rows: impl IntoIterator<Item = &'r Row>,
    told: impl Fn(&Row, &Row) -> bool,
) -> Vec<(&'r Row, &'r Row)> {
    let mut pairs = Vec::new();
    let mut longest: Option<&Row> = None;
    for row in rows {
        if let Some(earlier) = longest
            && holds_beside(earlier, row)
            && told(earlier, row)
        {
            pairs.push((earlier, row));
        }
        let end = |row: &Row| (row.during.until.is_none(), row.during.until);
        if longest.is_none_or(|earlier| end(earlier) < end(row)) {
            longest = Some(row);
        }
    }
    pairs
}

/// Whether a record still holds for certain behind the day on which a later one begins.
fn holds_beside(earlier: &Row, row: &Row) -> bool {
    match (&earlier.until, earlier.during.until) {
        (Some(until), _) => row.from.is_none_or(|from| from.last < until.first),
        // It ends where a later one begins.
        (None, Some(_)) => false,
        // Nothing begins later: both begin as one.
        (None, None) => true,
    }
}

impl Row {
    /// Whether it begins in the time of an earlier one and goes on behind it.
    pub fn outlasts(&self, earlier: &Row) -> bool {
        let until = |row: &Row| row.during.until.unwrap_or(Date::MAX);
        self.during.from > earlier.during.from && until(self) > until(earlier)
    }

    /// Where its end is written, or its beginning; else what it says.
    pub fn end(&self) -> Span {
        self.until.or(self.from).map_or(self.at, |bound| bound.at)
    }

    /// Where its beginning is written, or its end; else what it says.
    pub fn beginning(&self) -> Span {
        self.from.or(self.until).map_or(self.at, |bound| bound.at)
    }
}

/// The days on which both of two records hold.
pub(super) fn shared(earlier: &Row, row: &Row) -> Period {
    let ends = [earlier.during.until, row.during.until];
    Period {
        from: earlier.during.from.max(row.during.from),
        until: ends.into_iter().flatten().min(),
    }
}

/// A period in words: `from 2015-01-01 to 2020-12-31`.
pub(super) fn words(period: Period) -> String {
    match (period.from, period.until) {
        (Some(from), Some(until)) => format!("from {from} to {until}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => "at all times".to_string(),
    }
}
