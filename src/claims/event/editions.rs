//! Which edition of a series a claim means.

use std::ops::Range;

use jiff::civil::Date;

use crate::claims::scene::{DateMention, Scene};
use crate::claims::{Claim, Stated, StatedValue};
use crate::facts::{Fact, Period, Record, Value};
use crate::language::Tense;
use crate::language::dates::{Base, Form};
use crate::verdict::cell_agrees;

/// How long before an edition, and after it, an article that states no time speaks of it, in days.
const BEFORE: i64 = 60;
const AFTER: i64 = 7;

/// An edition further from a day that is told by its weekday alone is another's, in days.
const THIS: i64 = 60;

/// Whether the claim's date is reckoned from the article's own: `Friday`, `tomorrow`.
fn near_today(claim: &Claim) -> bool {
    claim.cells.iter().any(|cell| match &cell.value {
        StatedValue::Days { expr, .. } => {
            matches!(
                expr.form,
                Form::Weekday(_, None)
                    | Form::Shift {
                        base: Base::Today,
                        ..
                    }
            )
        }
        _ => false,
    })
}

/// The days of the edition that the noun phrase names by its number or its year, where one is listed: `the 76th festival`,
/// `the 2024 festival`; and whether it is by its year, which is surer.
pub(super) fn named(
    fact: &Fact,
    claim: &Claim,
    scene: &Scene,
    noun_phrase: &Range<usize>,
) -> Option<(Period, bool)> {
    let records = fact.table.records.iter();
    let number = claim.cells.iter().find_map(|cell| match cell.value {
        StatedValue::Ordinal(number) => Some(Value::Ordinal(number)),
        _ => None,
    });
    if let Some(number) = number {
        let is_it = |record: &&Record| record.cells.iter().flatten().any(|value| *value == number);
        let (first, last) = days(records.clone().find(is_it)?)?;
        return Some((Period::new(first, last), false));
    }
    let words = scene.words.get(noun_phrase.clone())?;
    let span = words.first()?.span.to(words.last()?.span);
    // `the 2024 festival`, `last year's festival`
    let year = scene.dates.iter().find_map(|date| {
        let days = date.days.filter(|_| span.contains(date.span))?;
        let (from, until) = (days.from?, days.until?);
        (between(from, until) > 300).then_some(from.year())
    })?;
    let mut all = records.filter_map(days);
    let (first, last) = all.find(|(first, _)| first.year() == year)?;
    Some((Period::new(first, last), true))
}

/// A date without a year as one of the edition's year, where it is a day of that edition and, as it stands, of no other.
pub(super) fn of_edition<'a>(
    fact: &Fact,
    date: &DateMention<'a>,
    edition: Option<(Period, bool)>,
    scene: &Scene,
) -> DateMention<'a> {
    let is_day_of = |days: &Period, own: &Period| {
        let holds = |day: Option<Date>| day.is_some_and(|day| own.holds(day));
        holds(days.from) && holds(days.until)
    };
    let fits = |days: &Period| {
        let mut all = fact.table.records.iter().filter_map(self::days);
        all.any(|(first, last)| is_day_of(days, &Period::new(first, last)))
    };
    // `Next year the race will be on 29 August.`
    let of_year = || {
        let mut years = scene.dates.iter().filter_map(|year| {
            let days = year.days.filter(|_| year.span.end <= date.span.start)?;
            (between(days.from?, days.until?) > 300).then_some(days)
        });
        let days = date
            .expr
            .resolve(years.next()?.from, Tense::Unknown, None)?;
        let known = date.days.as_ref().is_some_and(fits);
        (is_yearless(&date.expr.form) && !known && fits(&days)).then_some(days)
    };
    let resolved = edition
        .filter(|_| is_yearless(&date.expr.form))
        .and_then(|(own, by_year)| {
            let known = !by_year && date.days.as_ref().is_some_and(fits);
            let days = date.expr.resolve(own.from, Tense::Unknown, None)?;
            (!known && is_day_of(&days, &own)).then_some(days)
        });
    // `after the Sept. 11 attacks`, years later: the year of an occasion alone is known
    let of_its_year = || {
        let [record] = fact.table.records.as_slice() else {
            return None;
        };
        let (first, last) = self::days(record)?;
        let days = date.expr.resolve(Some(first), Tense::Unknown, None)?;
        let is_it = is_yearless(&date.expr.form) && days.overlaps(&Period::new(first, last));
        is_it.then_some(days)
    };
    DateMention {
        span: date.span,
        expr: date.expr,
        days: resolved.or_else(of_its_year).or_else(of_year).or(date.days),
        extent: date.extent,
    }
}

/// Whether a month or day is written without its year.
fn is_yearless(form: &Form) -> bool {
    match form {
        Form::Calendar {
            year: None,
            month: Some(_),
            ..
        } => true,
        Form::Range(first, last) => is_yearless(first) && is_yearless(last),
        _ => false,
    }
}

/// The records that the claim can mean, the likeliest first. None: it is about no listed edition.
pub(super) fn meant(fact: &Fact, claim: &Claim, scene: &Scene, tense: Tense) -> Option<Vec<usize>> {
    let date = scene.page.date();
    let records = &fact.table.records;
    let ordinal = claim.cells.iter().find_map(|cell| match cell.value {
        StatedValue::Ordinal(number) => Some(number),
        _ => None,
    });
    let stated = claim.cells.iter().find_map(|cell| match &cell.value {
        StatedValue::Days { days, .. } => Some(*days),
        _ => None,
    });
    let listed = |number: u64| {
        records.iter().any(|record| {
            record
                .cells
                .iter()
                .flatten()
                .any(|value| *value == Value::Ordinal(number))
        })
    };
    let mut order: Vec<usize> = (0..records.len()).collect();
    let near = stated.and_then(|days| days.from).or(date);
    order.sort_by_key(|index| {
        // Of two equally fitting editions one that is over is told as past, one to come as future.
        let first = days(&records[*index]).map(|(first, _)| first);
        let against = match (date, first) {
            (Some(date), Some(first)) => {
                tense == Tense::Past && first > date || tense == Tense::Future && first < date
            }
            _ => false,
        };
        // `this year` is that of its edition, however far from January that is
        let spanned = stated.is_some_and(|stated| {
            let own = days(&records[*index]);
            own.is_some_and(|(first, last)| Period::new(first, last).overlaps(&stated))
        });
        // `in 2019 he presided over the SCM in Seoul`: of that year, if it was there
        let told = stated.is_none()
            && scene.dates.iter().filter_map(|date| date.days).any(|told| {
                let own = days(&records[*index]);
                own.is_some_and(|(first, last)| Period::new(first, last).overlaps(&told))
            })
            && claim
                .cells
                .iter()
                .all(|cell| cell_agrees(&records[*index], cell, claim));
        let off = match (near, first) {
            _ if spanned => 0,
            _ if told => -1,
            (Some(near), Some(first)) => between(near, first).abs(),
            _ => i64::MAX - *index as i64,
        };
        (against && stated.is_none(), off)
    });
    match (ordinal, stated) {
        (Some(number), _) if listed(number) => {
            // `The 38th fair opens on Friday`, of this week: not one of years ago, whatever its number.
            let this_week = |index: &usize| {
                let near = stated
                    .and_then(|days| days.from)
                    .zip(days(&records[*index]));
                near.is_none_or(|(from, (first, last))| {
                    between(from, first) <= THIS && between(last, from) <= THIS
                })
            };
            if near_today(claim) && order.iter().any(this_week) {
                order.retain(this_week);
            }
            Some(order)
        }
        (Some(number), _) => {
            let fits = |cell: &&Stated| {
                !matches!(
                    cell.value,
                    StatedValue::Ordinal(_) | StatedValue::Days { .. }
                )
            };
            let rest = |record: &Record| {
                let mut cells = claim.cells.iter().filter(fits);
                cells.all(|cell| cell_agrees(record, cell, claim))
            };
            let placed = claim.cells.iter().any(|cell| fits(&cell));
            // A series has no two editions within a fortnight, so that a day near one is of it.
            let in_time = |record: &Record| match (stated, date, days(record)) {
                (Some(stated), _, Some((first, last))) => is_about(&stated, first, last),
                (Some(_), ..) => true,
                (None, Some(date), Some((first, last))) => {
                    between(date, first) <= BEFORE
                        && between(last, date) <= if tense == Tense::Future { 0 } else { AFTER }
                }
                _ => false,
            };
            let oldest = records
                .iter()
                .flat_map(|record| record.cells.iter().flatten())
                .filter_map(|value| match value {
                    Value::Ordinal(number) => Some(*number),
                    _ => None,
                });
            let newest = oldest.clone().max().unwrap_or(u64::MAX - 1);
            if tense == Tense::Past
                && stated.is_none()
                && oldest.min().is_some_and(|oldest| number < oldest)
            {
                return None;
            }
            let somewhere = !placed || records.iter().any(rest);
            order.retain(|index| {
                let record = &records[*index];
                let of_another = placed && stated.is_none() && number > newest + 1 && rest(record);
                in_time(record) && (stated.is_some() || somewhere) || of_another
            });
            (!order.is_empty()).then_some(order)
        }
        (None, Some(stated)) if records.len() > 1 => {
            is_near_an_edition(records, &order, &stated).then_some(order)
        }
        (None, Some(_)) => {
            // An occasion alone: where neither day nor place fits, it is another occasion of that name.
            let fits = records.iter().any(|record| {
                claim
                    .cells
                    .iter()
                    .any(|cell| cell_agrees(record, cell, claim))
            });
            let about = |(first, last)| stated.is_some_and(|stated| is_about(&stated, first, last));
            let near = records.iter().filter_map(days).any(about);
            (fits || near || claim.cells.len() == 1).then_some(order)
        }
        (None, None) if date.is_some() => Some(order.into_iter().take(1).collect()),
        (None, None) => Some(order),
    }
}

/// The edition that news of this day is about, where the claim gives it the number of another: `the fair's 38th edition` while
/// the 39th is on. Not of the next one, nor with a place or a day that fits another.
pub(super) fn current(
    fact: &Fact,
    claim: &Claim,
    date: Option<Date>,
    tense: Tense,
) -> Option<usize> {
    /// In days before an edition and after it.
    const NEWS: (i64, i64) = (14, 7);
    let date = date.filter(|_| tense != Tense::Future)?;
    let [cell] = claim.cells.as_slice() else {
        return None;
    };
    let StatedValue::Ordinal(number) = cell.value else {
        return None;
    };
    let records = &fact.table.records;
    let on = records.iter().position(|record| {
        days(record).is_some_and(|(first, last)| {
            between(date, first) <= NEWS.0 && between(last, date) <= NEWS.1
        })
    })?;
    let own = records[on]
        .cells
        .iter()
        .flatten()
        .find_map(|value| match value {
            Value::Ordinal(number) => Some(*number),
            _ => None,
        })?;
    let listed = |other: u64| {
        let mut cells = records
            .iter()
            .flat_map(|record| record.cells.iter().flatten());
        cells.any(|value| *value == Value::Ordinal(other))
    };
    (number != own && number != own + 1 && listed(number)).then_some(on)
}

/// Whether days lie within a fortnight of an edition.
fn is_about(stated: &Period, first: Date, last: Date) -> bool {
    const FORTNIGHT: i64 = 14;
    let (Some(from), Some(until)) = (stated.from, stated.until) else {
        return false;
    };
    between(until, first) <= FORTNIGHT && between(last, from) <= FORTNIGHT
}

/// Whether a date is nearer to a listed edition than half the way to the next one: else it may be of one not listed.
fn is_near_an_edition(records: &[Record], order: &[usize], stated: &Period) -> bool {
    let mut firsts: Vec<Date> = records
        .iter()
        .filter_map(days)
        .map(|(first, _)| first)
        .collect();
    firsts.sort_unstable();
    let Some((first, last)) = order.first().and_then(|index| days(&records[*index])) else {
        return false;
    };
    let (Some(from), Some(until)) = (stated.from, stated.until) else {
        return false;
    };
    if Period::new(first, last).overlaps(stated) {
        return true;
    }
    // `the 2026 World Cup` is that of another year, not this one misdated.
    if between(from, until) > 300 {
        return false;
    }
    let at = firsts.partition_point(|other| *other < first);
    let gap_before = at.checked_sub(1).map(|index| between(firsts[index], first));
    let gap_after = firsts.get(at + 1).map(|next| between(first, *next));
    let is_before = until < first;
    let gap = if is_before {
        gap_before.or(gap_after)
    } else {
        gap_after.or(gap_before)
    };
    let off = if is_before {
        between(until, first)
    } else {
        between(last, from)
    };
    gap.is_none_or(|gap| off * 2 < gap)
}

pub(super) fn days(record: &Record) -> Option<(Date, Date)> {
    record.cells.iter().flatten().find_map(|value| match value {
        Value::Days(first, last) | Value::Within(first, last) => Some((*first, *last)),
        _ => None,
    })
}

/// The editions that begin in a year.
pub(super) fn of_year(fact: &Fact, year: i16) -> Option<Vec<usize>> {
    let records = fact.table.records.iter().enumerate();
    let in_year = |record: &Record| days(record).is_some_and(|(first, _)| first.year() == year);
    let found: Vec<usize> = records
        .filter(|(_, record)| in_year(record))
        .map(|(index, _)| index)
        .collect();
    (!found.is_empty()).then_some(found)
}

/// Days from one date to another.
pub(super) fn between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
