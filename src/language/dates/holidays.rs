//! Days with a name.

use jiff::civil::{Date, Weekday, date};

use super::Form;
use super::Preposition;
use super::reader::{Found, Reader};
use super::words::Class;

/// A day with a name, as a row of the table of holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday(&'static Row);

/// How a holiday's day is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// Always that month and day.
    Fixed(i8, i8),
    /// So many days after Easter Sunday (Gregorian).
    Easter(i64),
    /// The n-th such weekday of a month, and so many days after it.
    Nth(i8, Weekday, i8, i64),
}

#[derive(Debug, PartialEq, Eq)]
struct Row {
    /// Its words, in lower case; an apostrophe is a word of its own.
    words: &'static [&'static str],
    rule: Rule,
    /// Its name means other things too (`Christmas shopping`): read only after a preposition.
    loose: bool,
}

const fn row(words: &'static [&'static str], rule: Rule, loose: bool) -> Row {
    Row { words, rule, loose }
}

/// Longer names stand before their own beginnings.
static HOLIDAYS: &[Row] = &[
    row(&["new", "year", "'", "s", "day"], Rule::Fixed(1, 1), false),
    row(
        &["new", "year", "'", "s", "eve"],
        Rule::Fixed(12, 31),
        false,
    ),
    row(&["new", "year"], Rule::Fixed(1, 1), true),
    row(&["valentine", "'", "s", "day"], Rule::Fixed(2, 14), false),
    row(
        &["st", ".", "patrick", "'", "s", "day"],
        Rule::Fixed(3, 17),
        false,
    ),
    row(
        &["international", "women", "'", "s", "day"],
        Rule::Fixed(3, 8),
        false,
    ),
    row(&["april", "fools", "'", "day"], Rule::Fixed(4, 1), false),
    row(&["earth", "day"], Rule::Fixed(4, 22), false),
    row(&["may", "day"], Rule::Fixed(5, 1), false),
    row(&["juneteenth"], Rule::Fixed(6, 19), false),
    row(&["bastille", "day"], Rule::Fixed(7, 14), false),
    row(&["halloween"], Rule::Fixed(10, 31), true),
    row(&["armistice", "day"], Rule::Fixed(11, 11), false),
    row(&["veterans", "day"], Rule::Fixed(11, 11), false),
    row(
        &["martin", "luther", "king", "day"],
        Rule::Nth(1, Weekday::Monday, 3, 0),
        false,
    ),
    row(
        &["memorial", "day"],
        Rule::Nth(5, Weekday::Monday, -1, 0),
        true,
    ),
    row(&["labor", "day"], Rule::Nth(9, Weekday::Monday, 1, 0), true),
    row(
        &["columbus", "day"],
        Rule::Nth(10, Weekday::Monday, 2, 0),
        false,
    ),
    row(
        &["thanksgiving", "day"],
        Rule::Nth(11, Weekday::Thursday, 4, 0),
        false,
    ),
    row(
        &["thanksgiving"],
        Rule::Nth(11, Weekday::Thursday, 4, 0),
        true,
    ),
    row(
        &["black", "friday"],
        Rule::Nth(11, Weekday::Thursday, 4, 1),
        false,
    ),
    row(&["christmas", "day"], Rule::Fixed(12, 25), false),
    row(&["christmas", "eve"], Rule::Fixed(12, 24), false),
    row(&["christmas"], Rule::Fixed(12, 25), true),
    row(&["boxing", "day"], Rule::Fixed(12, 26), false),
    row(&["good", "friday"], Rule::Easter(-2), false),
    row(&["easter", "sunday"], Rule::Easter(0), false),
    row(&["easter", "monday"], Rule::Easter(1), false),
    row(&["easter"], Rule::Easter(0), true),
];

impl Holiday {
    /// The day of that year.
    pub fn day(self, year: i16) -> Option<Date> {
        match self.0.rule {
            Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
            Rule::Easter(days) => easter(year)?.checked_add(jiff::Span::new().days(days)).ok(),
            Rule::Nth(month, weekday, n, days) => Date::new(year, month, 1)
                .ok()?
                .nth_weekday_of_month(n, weekday)
                .ok()?
                .checked_add(jiff::Span::new().days(days))
                .ok(),
        }
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm).
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (a, b, c) = (year_number % 19, year_number / 100, year_number % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    let (month, day) = (
        i8::try_from(sum / 31).ok()?,
        i8::try_from(sum % 31 + 1).ok()?,
    );
    (1583..=4099)
        .contains(&year)
        .then(|| date(year, month, day))
}

impl Reader<'_> {
    /// `Christmas Day`, `on Easter`, `Black Friday 2010`.
    pub(super) fn holiday(&self, at: usize) -> Found {
        let (end, form) = self.holiday_any(at)?;
        let Form::Holiday(Holiday(row), year, _) = &form else {
            return None;
        };
        let bound = at.checked_sub(1).is_some_and(|before| {
            matches!(self.class(before), Class::Which(_))
                || matches!(self.class(before), Class::Preposition(preposition) if preposition != Preposition::For)
        });
        let noun_follows =
            self.plain_word(end) && !self.is_any(end, &["and", "or", "but", "as", "when", "with"]);
        let good = !row.loose || year.is_some() || bound && !noun_follows;
        good.then_some((end, form))
    }

    /// A holiday's name wherever it stands.
    pub(super) fn holiday_any(&self, at: usize) -> Found {
        let first = self.word(at).as_bytes().first()?.to_ascii_lowercase();
        let holiday = HOLIDAYS.iter().find(|holiday| {
            let mut words = holiday.words.iter().enumerate();
            holiday.words[0].as_bytes()[0] == first && words.all(|(n, word)| self.is(at + n, word))
        })?;
        if !self.capital(at)
            && holiday.words.len() == 2
            && holiday.words[1] == "year"
            && self.is(at + 2, "'")
        {
            return None;
        }
        let end = at + holiday.words.len();
        let next = end + usize::from(self.sign(end, ',') || self.is(end, "of"));
        let form = |year| Form::Holiday(Holiday(holiday), year, None);
        match self.year_number(next) {
            Some(year) => Some((next + 1, form(Some(year)))),
            None => Some((end, form(None))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::{OPENERS, class};
    use super::*;

    #[test]
    fn a_date_may_begin_with_every_holiday() {
        for row in HOLIDAYS {
            let first = row.words[0];
            assert!(
                class(first) != Class::Plain || OPENERS.has(first),
                "{first}"
            );
        }
    }
}
