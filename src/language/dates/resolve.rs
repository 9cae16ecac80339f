//! Which days a form means.

use jiff::Span as Length;
use jiff::civil::{Date, Weekday};

use super::{Base, Form, Part, Season, Step, Tense};
use crate::facts::Period;

/// See [`super::DateExpr::resolve`].
pub(super) fn resolve(
    form: &Form,
    article: Option<Date>,
    tense: Tense,
    previous: Option<Date>,
) -> Option<Period> {
    // forms nest (a range of parts of …) no deeper than the grammar writes them: three
    match form {
        Form::Calendar { year, month, day } => calendar(*year, *month, *day, article, tense),
        Form::Weekday(day, which) => Some(Period::day(weekday(*day, *which, article?, tense)?)),
        Form::Coming(day) => {
            // the same weekday is a week off
            let ahead = match i32::from(article?.weekday().until(*day)) {
                0 => 7,
                days => days,
            };
            Some(Period::day(shift(article?, ahead, Step::Day)?))
        }
        Form::WeekdayOf(day, weeks) => {
            let monday = monday(article?)?;
            let days = i32::from(*weeks) * 7 + i32::from(day.to_monday_zero_offset());
            Some(Period::day(shift(monday, days, Step::Day)?))
        }
        Form::Current(step, n) => current(*step, *n, article?),
        Form::MonthBy(month, which) => month_by(*month, *which, article?),
        Form::DayBy(month, day, which) => day_by(*month, *day, *which, article?).map(Period::day),
        Form::After { month, day, which } => match day {
            Some(day) => day_by(*month, *day, *which, previous?).map(Period::day),
            None => month_by(*month, *which, previous?),
        },
        Form::OfYear { month, day, years } => {
            let year = article?.year().checked_add(i16::from(*years))?;
            calendar(Some(year), Some(*month), *day, article, tense)
        }
        Form::DayOf(day, months) => {
            let first = article?.first_of_month();
            let month = shift(first, i32::from(*months), Step::Month)?;
            Date::new(month.year(), month.month(), *day)
                .ok()
                .map(Period::day)
        }
        Form::Season {
            season,
            year,
            which,
        } => {
            let year = year_by(*year, *which, article)?;
            season_of(*season, year)
        }
        Form::Share {
            number,
            of,
            year,
            which,
        } => share(*number, *of, *year, *which, article, tense),
        Form::Shift { base, count, step } => shifted(base, *count, *step, article, tense, previous),
        Form::PartOf(part, whole) => part_of(*part, resolve(whole, article, tense, previous)?),
        Form::Range(first, last) => range(first, last, article, tense),
        Form::Decade(year) => Some(Period::new(
            Date::new(*year, 1, 1).ok()?,
            Date::new(year.checked_add(9)?, 12, 31).ok()?,
        )),
        // books close in different months in different places: the year, from the October before to the March after
        Form::Fiscal(year) => Some(Period::new(
            Date::new(year.checked_sub(1)?, 10, 1).ok()?,
            Date::new(year.checked_add(1)?, 3, 31).ok()?,
        )),
        Form::Holiday(holiday, year, which) => {
            let day = match (year, which) {
                (Some(year), _) => holiday.day(*year),
                (None, Some(which)) => {
                    let today = article?;
                    let years = (-1..=1).filter_map(|n| holiday.day(today.year().checked_add(n)?));
                    match which {
                        -1 => years.filter(|day| *day < today).max(),
                        1 => years.filter(|day| *day > today).min(),
                        _ => holiday.day(today.year()),
                    }
                }
                (None, None) => nearest(article?, tense, |year| holiday.day(year)),
            };
            day.map(Period::day)
        }
    }
}

/// A day so many steps on.
pub(super) fn shift(day: Date, count: i32, step: Step) -> Option<Date> {
    let count = i64::from(count);
    let length = match step {
        Step::Day => Length::new().try_days(count),
        Step::Week | Step::Weekend => Length::new().try_weeks(count),
        Step::Fortnight => Length::new().try_weeks(2 * count),
        Step::Month => Length::new().try_months(count),
        Step::Quarter => Length::new().try_months(3 * count),
        Step::Year => Length::new().try_years(count),
        Step::Decade => Length::new().try_years(10 * count),
    };
    day.checked_add(length.ok()?).ok()
}

fn monday(day: Date) -> Option<Date> {
    shift(
        day,
        -i32::from(day.weekday().to_monday_zero_offset()),
        Step::Day,
    )
}

fn whole_month(day: Date) -> Period {
    Period::new(day.first_of_month(), day.last_of_month())
}

fn whole_year(day: Date) -> Period {
    Period::new(day.first_of_year(), day.last_of_year())
}

fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |length| length.get_days())
}

/// Of the days that a rule gives for the years around the article's, the one that is meant: the nearest, and where
/// two are near, the one that the tense says.
fn nearest(today: Date, tense: Tense, day: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    // eight years hold a 29 February
    let days = (-8i16..=8).filter_map(|n| day(today.year().checked_add(n)?));
    days.min_by_key(|day| {
        let distance = days_between(today, *day);
        let against = match tense {
            Tense::Past => distance > 0,
            Tense::Future => distance < 0,
            Tense::Unknown => false,
        };
        // half a year off on the wrong side counts as a year off, just outside today it does not
        let distance = distance.abs();
        distance + if against && distance > 60 { 245 } else { 0 }
    })
}

fn calendar(
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    article: Option<Date>,
    tense: Tense,
) -> Option<Period> {
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => Date::new(year, month, day).ok().map(Period::day),
        (Some(year), Some(month), None) => Date::new(year, month, 1).ok().map(whole_month),
        (Some(year), None, _) => Date::new(year, 1, 1).ok().map(whole_year),
        (None, Some(month), Some(day)) => {
            nearest(article?, tense, |year| Date::new(year, month, day).ok()).map(Period::day)
        }
        (None, Some(month), None) => {
            nearest(article?, tense, |year| {
                // the middle of the month, so that this very month is the nearest
                Date::new(year, month, 15).ok()
            })
            .map(whole_month)
        }
        (None, None, Some(day)) => {
            let today = article?;
            Date::new(today.year(), today.month(), day)
                .ok()
                .map(Period::day)
        }
        (None, None, None) => None,
    }
}

fn weekday(day: Weekday, which: Option<i8>, today: Date, tense: Tense) -> Option<Date> {
    let ahead = i32::from(today.weekday().until(day));
    let behind = i32::from(today.weekday().since(day));
    let days = match (which, tense) {
        (Some(-1), _) => -if behind == 0 { 7 } else { behind },
        (Some(0), _) => {
            let of_the_week = i32::from(day.to_monday_zero_offset())
                - i32::from(today.weekday().to_monday_zero_offset());
            if tense == Tense::Future && of_the_week < 0 {
                of_the_week + 7
            } else {
                of_the_week
            }
        }
        (Some(_), _) => {
            let next_monday = 7 - i32::from(today.weekday().to_monday_zero_offset());
            next_monday + i32::from(day.to_monday_zero_offset())
        }
        (None, Tense::Past) => -behind,
        (None, Tense::Future) => ahead,
        (None, Tense::Unknown) => {
            if ahead <= behind {
                ahead
            } else {
                -behind
            }
        }
    };
    shift(today, days, Step::Day)
}

fn current(step: Step, n: i8, today: Date) -> Option<Period> {
    let n = i32::from(n);
    Some(match step {
        Step::Day => Period::day(shift(today, n, Step::Day)?),
        Step::Week | Step::Fortnight => {
            let first = shift(monday(today)?, n, Step::Week)?;
            Period::new(first, shift(first, 6, Step::Day)?)
        }
        Step::Weekend => {
            let first = shift(monday(today)?, n * 7 + 5, Step::Day)?;
            Period::new(first, shift(first, 1, Step::Day)?)
        }
        Step::Month => whole_month(shift(today.first_of_month(), n, Step::Month)?),
        Step::Quarter => {
            let number = (today.month() - 1) / 3;
            let first = Date::new(today.year(), number * 3 + 1, 1).ok()?;
            let first = shift(first, n, Step::Quarter)?;
            Period::new(first, shift(first, 2, Step::Month)?.last_of_month())
        }
        Step::Year => whole_year(shift(today.first_of_year(), n, Step::Year)?),
        Step::Decade => {
            let first = Date::new(today.year() / 10 * 10, 1, 1).ok()?;
            let first = shift(first, n, Step::Decade)?;
            Period::new(first, shift(first, 9, Step::Year)?.last_of_year())
        }
    })
}

/// `last March` is the latest March before this month, `next March` the first after it, `this March` this year's.
fn month_by(month: i8, which: i8, today: Date) -> Option<Period> {
    let turn = match which {
        -1 if month >= today.month() => -1,
        1 if month <= today.month() => 1,
        _ => 0,
    };
    Date::new(today.year().checked_add(turn)?, month, 1)
        .ok()
        .map(whole_month)
}

/// The latest such day up to today, or the first after it.
fn day_by(month: i8, day: i8, which: i8, today: Date) -> Option<Date> {
    // eight years hold a 29 February
    let mut days = (-8i16..=8).filter_map(|n| {
        let year = today.year().checked_add(n)?;
        Date::new(year, month, day).ok()
    });
    match which {
        1 => days.find(|day| *day > today),
        _ => days.rfind(|day| *day <= today),
    }
}

fn year_by(year: Option<i16>, which: Option<i8>, article: Option<Date>) -> Option<i16> {
    match year {
        Some(year) => Some(year),
        None => article?.year().checked_add(i16::from(which.unwrap_or(0))),
    }
}

fn season_of(season: Season, year: i16) -> Option<Period> {
    let (first, last, next) = match season {
        Season::Spring => (3, 5, 0),
        Season::Summer => (6, 8, 0),
        Season::Autumn => (9, 11, 0),
        // `winter 2024` may be that of its January or that of its December
        Season::Winter => {
            let from = Date::new(year.checked_sub(1)?, 12, 1).ok()?;
            let until = Date::new(year.checked_add(1)?, 2, 1).ok()?.last_of_month();
            return Some(Period::new(from, until));
        }
    };
    let from = Date::new(year, first, 1).ok()?;
    let until = Date::new(year + next, last, 1).ok()?.last_of_month();
    Some(Period::new(from, until))
}

fn share(
    number: i8,
    of: i8,
    year: Option<i16>,
    which: Option<i8>,
    article: Option<Date>,
    tense: Tense,
) -> Option<Period> {
    let months = 12 / of.max(1);
    let first_month = (number - 1).checked_mul(months)?.checked_add(1)?;
    let first = match (year, which) {
        (None, None) => nearest(article?, tense, |year| {
            Date::new(year, first_month, 15).ok()
        })?
        .first_of_month(),
        _ => Date::new(year_by(year, which, article)?, first_month, 1).ok()?,
    };
    let last = shift(first, i32::from(months) - 1, Step::Month)?.last_of_month();
    Some(Period::new(first, last))
}

/// The day that a count starts from.
pub(super) fn base_day(
    base: &Base,
    article: Option<Date>,
    tense: Tense,
    previous: Option<Date>,
) -> Option<Date> {
    match base {
        Base::Today => article,
        Base::Previous => previous,
        Base::Date(form) => resolve(form, article, tense, previous)?.from,
    }
}

/// A count of days is exact. Weeks, months and years are only where they start from a day said outright;
/// else `three weeks ago` is some day around it, `two months ago` that month, `two years ago` that year.
fn shifted(
    base: &Base,
    count: i32,
    step: Step,
    article: Option<Date>,
    tense: Tense,
    previous: Option<Date>,
) -> Option<Period> {
    let day = shift(base_day(base, article, tense, previous)?, count, step)?;
    if matches!(base, Base::Date(_)) {
        return Some(Period::day(day));
    }
    Some(match step {
        Step::Day => Period::day(day),
        Step::Week | Step::Weekend | Step::Fortnight => {
            Period::new(shift(day, -3, Step::Day)?, shift(day, 3, Step::Day)?)
        }
        Step::Month | Step::Quarter => whole_month(day),
        Step::Year => whole_year(day),
        Step::Decade => Period::new(
            shift(day, -1, Step::Year)?.first_of_year(),
            shift(day, 1, Step::Year)?.last_of_year(),
        ),
    })
}

/// The parts of a period overlap: where `early` ends and `mid-` begins is not for a program to say.
fn part_of(part: Part, whole: Period) -> Option<Period> {
    let (from, until) = (whole.from?, whole.until?);
    let days = days_between(from, until) + 1;
    let (first, last) = match part {
        Part::Early => (0, days / 2),
        Part::Mid => (days / 4, days - days / 4),
        Part::Late => (days / 2, days - 1),
    };
    Some(Period::new(
        shift(from, first, Step::Day)?,
        shift(from, last.min(days - 1), Step::Day)?,
    ))
}

/// The first end has from the last what it lacks; a range the wrong way round means nothing.
fn range(first: &Form, last: &Form, article: Option<Date>, tense: Tense) -> Option<Period> {
    let until = resolve(last, article, tense, None)?.until?;
    let from = match first {
        Form::Calendar {
            year: None,
            month: Some(month),
            day: Some(day),
        } => {
            let same = Date::new(until.year(), *month, *day).ok()?;
            if same > until && *month > until.month() {
                Date::new(until.year().checked_sub(1)?, *month, *day).ok()?
            } else {
                same
            }
        }
        _ => resolve(first, article, tense, None)?.from?,
    };
    (from <= until).then(|| Period::new(from, until))
}
