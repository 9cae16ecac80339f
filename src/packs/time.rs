//! Time bounds: dates, months and years, and the ends of records that have none of their own.

use std::collections::HashMap;
use std::hash::Hash;

use jiff::civil::Date;
use toml::de::DeValue;

use super::decode::{At, Context, is_lost};
use super::meant::{self, Meant};
use super::shape::Shape;
use super::table::{Field, Key, Table};
use crate::facts::{Period, Record};
use crate::span::Span;

/// The keys of a record that holds for a time.
pub(crate) const BOUNDS: [Key; 2] = [
    Key::new(
        "from",
        Shape::Bound,
        "2024-09-06",
        "the first day: a date, a year (2004) or a month (\"2004-10\")",
    )
    .more("A year or a month counts from its first day. Left out: since ever."),
    Key::new(
        "until",
        Shape::Bound,
        "2024-12-05",
        "the last day: a date, a year (2004) or a month (\"2004-10\")",
    )
    .more("A year or a month counts to its last day. Left out: until a later record begins, or for good."),
];

impl<'a> Context<'a, '_> {
    /// The time for which a record holds.
    pub fn during(&mut self, table: &Table<'a>) -> Period {
        let from = table.get("from").and_then(|field| self.bound(field));
        let until = table.get("until").and_then(|field| self.bound(field));
        if let (Some(from), Some(until)) = (&from, &until)
            && let (Some(first), Some(last)) = (from.it.from, until.it.until)
            && last < first
        {
            let file = self.source.file.clone();
            self.problem(until.span, "`until` lies before `from`", "the end")
                .label(&file, from.span, "the beginning")
                .help = Some("exchange the two, or mend the wrong one".into());
            return Period::ALWAYS;
        }
        Period {
            from: from.and_then(|from| from.it.from),
            until: until.and_then(|until| until.it.until),
        }
    }

    /// A date, a year or a month, as the days that it covers.
    pub fn bound(&mut self, field: Field<'a>) -> Option<At<Period>> {
        let span: Span = field.node.span().into();
        match field.node.get_ref() {
            value if is_lost(value) => None,
            DeValue::Datetime(value) if value.time.is_none() => {
                let day = self.date(value.date?, span)?;
                Some(At::new(Period::day(day.it), span))
            }
            DeValue::Integer(integer) => {
                let year = i16::from_str_radix(integer.as_str(), integer.radix()).ok();
                let Some(period) = year.and_then(year_days) else {
                    self.problem(
                        span,
                        format!("`{}` is not a year", field.name.it),
                        "a year is a number from 1 to 9999",
                    );
                    return None;
                };
                Some(At::new(period, span))
            }
            DeValue::String(text) => match month_days(text) {
                Ok(period) => Some(At::new(period, span)),
                Err(help) => {
                    self.problem(
                        span,
                        format!("`{} = \"{text}\"` is not a month", field.name.it),
                        "no month as in \"2004-10\"",
                    )
                    .help = Some(help);
                    None
                }
            },
            _ => {
                self.wrong_type(
                    field,
                    field.node,
                    "a date (2004-10-31), a month (\"2004-10\") or a year (2004)",
                );
                None
            }
        }
    }
}

/// The days of a year of our era.
pub(crate) fn year_days(year: i16) -> Option<Period> {
    if year < 1 {
        return None;
    }
    let first = Date::new(year, 1, 1).ok()?;
    Some(Period::new(first, first.last_of_year()))
}

/// The days of a month written as `2004-10`, or what to write instead.
fn month_days(text: &str) -> Result<Period, String> {
    let digits = |text: &str, length: usize| {
        (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse::<i16>().unwrap_or(0))
    };
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [year, month] => {
            if let (Some(year), Some(month)) = (digits(year, 4), digits(month, 2)) {
                return i8::try_from(month)
                    .ok()
                    .and_then(|month| Date::new(year, month, 1).ok())
                    .filter(|_| year > 0)
                    .map(|first| Period::new(first, first.last_of_month()))
                    .ok_or_else(|| "the months go from 01 to 12".to_string());
            }
        }
        [year] if digits(year, 4).is_some() => {
            return Err(format!("a year is written without quotes: {year}"));
        }
        [year, month, day]
            if digits(year, 4).is_some()
                && digits(month, 2).is_some()
                && digits(day, 2).is_some() =>
        {
            return Err(format!("a date is written without quotes: {text}"));
        }
        _ => {}
    }
    if let Some(Meant::Date(meant)) = meant::date(text) {
        let quotes = if meant.starts_with('"') {
            ""
        } else {
            ", without quotes"
        };
        return Err(format!("write {meant}{quotes}"));
    }
    Err("write a date as 2004-10-31, a month as \"2004-10\", a year as 2004".to_string())
}

/// Ends every record without an end on the day when a later one of the same group begins.
///
/// The groups are those of a table's key: a record succeeds only one of its own kind.
pub(crate) fn fill_ends<G: Hash + Eq>(records: &mut [Record], group: impl Fn(&Record) -> G) {
    let mut starts: HashMap<G, Vec<Date>> = HashMap::new();
    for record in records.iter() {
        if let Some(from) = record.during.from {
            starts.entry(group(record)).or_default().push(from);
        }
    }
    for days in starts.values_mut() {
        days.sort_unstable();
    }
    for record in records.iter_mut() {
        if record.during.until.is_some() {
            continue;
        }
        let Some(days) = starts.get(&group(record)) else {
            continue;
        };
        let next = match record.during.from {
            Some(from) => days.partition_point(|day| *day <= from),
            None => 0,
        };
        record.during.until = days.get(next).copied();
    }
}
