//! Dates as a newsroom writes them, absolute and relative.

use jiff::civil::{Date, Weekday};

use crate::facts::Period;
use crate::span::Span;

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
#[derive(Clone, Debug)]
pub struct DateExpr {
    /// The weekday written, with its place (`Tuesday` of `Tuesday, 4 November 2025`).
    pub weekday: Option<(Span, Weekday)>,
    /// The words without the weekday in front: `4 November 2025`; None for a bare weekday.
    pub date: Option<Span>,
    /// What is stated.
    pub form: Form,
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
        /// 1 to 31.
        day: Option<i8>,
    },
    /// A bare weekday, with `last`, `this` or `next` in front: -1, 0, 1; None where nothing is.
    Weekday(Weekday, Option<i8>),
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
        let _ = (article, tense, previous);
        None
    }

    /// How finely it is stated.
    pub fn precision(&self) -> Precision {
        Precision::Day
    }
}

/// Finds the date expressions of a sentence, in order, none overlapping another.
pub fn scan(text: &str, sentence: Span) -> Vec<(Span, DateExpr)> {
    let _ = (text, sentence);
    Vec::new()
}
