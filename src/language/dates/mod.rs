//! Dates as a newsroom writes them, absolute and relative.
//!
//! [`scan`] finds them, [`DateExpr::resolve`] says which days they mean, [`DateExpr::write_like`] writes another
//! day in the same manner. Conventions: a week begins on Monday; `next Tuesday` is the Tuesday of the week after
//! this one; `last Friday` is the latest Friday before today, within seven days; `4/11/2025` is read only where
//! it can mean but one day.

mod ahead;
mod behind;
mod calendar;
mod cursor;
mod holidays;
mod numeric;
mod parts;
mod precision;
mod reader;
mod relative;
mod resolve;
mod tokens;
mod words;
mod write;
mod write_range;
mod years;

#[cfg(test)]
mod tests;

use jiff::civil::{Date, Weekday};

use crate::facts::Period;
use crate::span::Span;

pub use holidays::Holiday;

/// The tense of the clause that a bare weekday stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// Nothing tells.
    #[default]
    Unknown,
    /// `met`, `was held`.
    Past,
    /// `will meet`, `is to`, `is scheduled`, `plans to`.
    Future,
}

/// A date expression, not yet resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct DateExpr {
    /// The weekday written, with its place (`Tuesday` of `Tuesday, 4 November 2025`).
    pub weekday: Option<(Span, Weekday)>,
    /// The words without the weekday: `4 November 2025`; None for a bare weekday.
    pub date: Option<Span>,
    /// What is stated.
    pub form: Form,
    /// How it hangs in the sentence.
    pub role: DateRole,
    /// The preposition in front (`since` of `since 1957`, `by` of `by the end of 2030`).
    pub preposition: Option<Preposition>,
}

/// How a date hangs in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRole {
    /// After a preposition, or an adverb by itself (`yesterday`, `last week`, `two days later`).
    Adverbial,
    /// Before a noun or with a possessive: `the 2024 election`, `Tuesday's vote`.
    Adjectival,
    /// Neither: `Nov. 4` in a list or a header.
    Bare,
}

/// The preposition in front of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is its own word
pub enum Preposition {
    On,
    In,
    At,
    By,
    Since,
    Until,
    Through,
    Before,
    After,
    From,
    To,
    During,
    For,
    Of,
    Between,
}

/// A step of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is its own word
pub enum Step {
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
}

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is its own word
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of a longer period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `early`, `the start of`.
    Early,
    /// `mid-`, `the middle of`.
    Mid,
    /// `late`, `the end of`.
    Late,
}

/// What a count of days, weeks or years starts from.
#[derive(Clone, Debug, PartialEq)]
pub enum Base {
    /// The article's date: `three weeks ago`.
    Today,
    /// The day stated last: `two days later`.
    Previous,
    /// A date of its own: `two weeks after Jan. 15`.
    Date(Box<Form>),
}

/// What a date expression states.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Form {
    /// A calendar date with what is written of it. A day that the month has not is kept, and
    /// resolves to nothing.
    Calendar {
        /// `2025`.
        year: Option<i16>,
        /// 1 to 12.
        month: Option<i8>,
        /// 1 to 31, or an impossible day up to 39.
        day: Option<i8>,
    },
    /// A bare weekday, with `last`, `this` or `next` in front: -1, 0, 1; None where nothing is.
    Weekday(Weekday, Option<i8>),
    /// `the coming Friday`: the next such day after today.
    Coming(Weekday),
    /// `Tuesday of last week`: the weekday, and the week counted from this one.
    WeekdayOf(Weekday, i8),
    /// `last week`, `this month`, `next year`: counted from the present one.
    Current(Step, i8),
    /// `last March`, `next May`: -1, 0, 1.
    MonthBy(i8, i8),
    /// `last February 28`, `the year ended March 31`: the month and day, and -1 or 1 for the last or the next such day.
    DayBy(i8, i8, i8),
    /// `the following March`, `the previous March 3`: counted from the day stated last.
    After {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: Option<i8>,
        /// -1 or 1.
        which: i8,
    },
    /// `in October last year`, `Nov. 4 this year`: the year counted from this one.
    OfYear {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: Option<i8>,
        /// -1 for `last year`.
        years: i8,
    },
    /// `the 15th of next month`: the day, and the month counted from this one.
    DayOf(i8, i8),
    /// `spring 2024`, `last summer`.
    Season {
        /// The season.
        season: Season,
        /// The year written.
        year: Option<i16>,
        /// `last`, `this`, `next`.
        which: Option<i8>,
    },
    /// `Q3 2025`, `the second quarter`, `the first half of 2024`.
    Share {
        /// 1 to 4, or 1 to 2.
        number: i8,
        /// 4 for quarters, 2 for halves.
        of: i8,
        /// The year written.
        year: Option<i16>,
        /// `of last year`: counted from this year.
        which: Option<i8>,
    },
    /// So many steps from some day: `tomorrow`, `three weeks ago`, `two days later`.
    Shift {
        /// Where the count starts.
        base: Base,
        /// How many; negative into the past.
        count: i32,
        /// Of what.
        step: Step,
    },
    /// `mid-October`, `late 2024`, `the end of this year`.
    PartOf(Part, Box<Form>),
    /// `Nov. 4-6`, `1950-1953`: both ends are meant. What the first lacks, it has from the last.
    Range(Box<Form>, Box<Form>),
    /// `the 1990s`.
    Decade(i16),
    /// `fiscal 2026`.
    Fiscal(i16),
    /// `Christmas Day`, with a year or `last`, `next`.
    Holiday(Holiday, Option<i16>, Option<i8>),
}

/// How finely a date is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// A single day, or listed days.
    Day,
    /// A week.
    Week,
    /// A month or a part of one.
    Month,
    /// A quarter, half or season.
    Season,
    /// A year.
    Year,
    /// Several years.
    Years,
}

/// Every date in one sentence, in the order of their places, none overlapping another.
///
/// `text` is the whole text and `sentence` the part of it to read; spans count in `text`.
pub fn scan(text: &str, sentence: Span) -> Vec<(Span, DateExpr)> {
    reader::Reader::new(text, sentence, false).all()
}

/// The date that starts exactly at `offset` and ends at or before `end`, the longest such; a bare year counts.
pub fn at(text: &str, offset: usize, end: usize) -> Option<(Span, DateExpr)> {
    reader::Reader::new(text, Span::new(offset, end), true).first(offset)
}

/// The year that is written exactly at `offset`: four digits, or the two digits that close a range (`53` of `1950-53`).
pub fn year_at(text: &str, offset: usize) -> Option<(Span, i16)> {
    years::year_at(text, offset)
}

/// The English name of a month from 1 to 12.
pub fn month_name(month: i8) -> &'static str {
    words::MONTHS[words::month_index(month)]
}

/// The English name of a weekday.
pub fn weekday_name(day: Weekday) -> &'static str {
    words::weekday_name(day)
}

/// The weekday of `day` in the manner of another: `Tue` for `Wed`, `TUESDAY` for `WEDNESDAY`.
pub fn weekday_like(found: &str, day: Date) -> String {
    write::weekday_like(found, day)
}

/// The month that a word names, whole or shortened: 11 for `Nov`.
pub fn month(word: &str) -> Option<i8> {
    match words::class(word) {
        words::Class::Month(month, _) => Some(month),
        _ => None,
    }
}

/// Whether a word is the name of a weekday, whole or shortened.
pub fn is_weekday(word: &str) -> bool {
    matches!(words::class(word), words::Class::Weekday(..))
}

impl DateExpr {
    /// The days it means, seen from the article's date.
    ///
    /// `previous` is the day stated last before it in the text (for `the following day`, `two days later`).
    /// Without an article date only what is absolute resolves.
    pub fn resolve(
        &self,
        article: Option<Date>,
        tense: Tense,
        previous: Option<Date>,
    ) -> Option<Period> {
        resolve::resolve(&self.form, article, tense, previous)
    }

    /// The time that the expression opens with its preposition: as [`DateExpr::resolve`], and without an end for
    /// `since 1957`, `after 2003`, `from Monday`, without a start for `until 2030`, `by Friday`, `before 1950`.
    pub fn extent(
        &self,
        article: Option<Date>,
        tense: Tense,
        previous: Option<Date>,
    ) -> Option<Period> {
        let Period { from, until } = self.resolve(article, tense, previous)?;
        Some(match self.preposition {
            // `from Oct. 31 to Nov. 1` says its end itself
            Some(Preposition::From) if matches!(self.form, Form::Range(..)) => {
                Period { from, until }
            }
            Some(Preposition::Since | Preposition::From | Preposition::After) => {
                Period { from, until: None }
            }
            Some(
                Preposition::Until | Preposition::By | Preposition::Before | Preposition::Through,
            ) => Period { from: None, until },
            _ => Period { from, until },
        })
    }

    /// How finely it is stated.
    pub fn precision(&self) -> Precision {
        precision::precision(&self.form)
    }

    /// The normalised value, as [`DateExpr::resolve`] reckons it: `2025-11-04`, `2025-11`, `2025`, and
    /// `2025-11-04/2025-11-06` for anything else that lasts.
    pub fn iso(
        &self,
        article: Option<Date>,
        tense: Tense,
        previous: Option<Date>,
    ) -> Option<String> {
        precision::iso(&self.form, article, tense, previous)
    }

    /// Writes the days from `first` to `last` in the manner of this expression, whose words are `found`.
    ///
    /// A weekday stays a weekday where that is clear from the article's date, `Nov. 14` becomes `Nov. 4`,
    /// `tomorrow` a weekday or a date.
    pub fn write_like(
        &self,
        found: &str,
        first: Date,
        last: Date,
        article: Option<Date>,
    ) -> String {
        write::write_like(self, found, first, last, article)
    }
}
