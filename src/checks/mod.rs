//! Checks that need no fact, one file each, and their registry.

mod dateline;
mod future_past;
mod impossible_date;
pub(crate) mod notes;
mod pass;
mod reversed_range;
pub(crate) mod two_spellings;
mod two_values;
mod weekday;

#[cfg(test)]
mod testing;

use std::ops::Range;

use jiff::civil::Date;

use crate::facts::Severity;
use crate::language::{DateExpr, Reading};
use crate::mentions::Page;
use crate::span::Span;

pub use pass::Pass;

/// A check.
pub struct Check {
    /// `weekday`; shown as `check:weekday`.
    pub id: &'static str,
    /// Its default severity.
    pub severity: Severity,
    /// What it reports, in one line for lists: it follows the id.
    pub summary: &'static str,
    /// What it reports and what it does not, in a few sentences.
    pub about: &'static str,
    /// Why that matters to a newsroom.
    pub why: &'static str,
    /// An article in which it reports one place.
    pub reported: Sample,
    /// A similar article in which it reports nothing.
    pub silent: Sample,
    /// Begins a run over an article.
    pub begin: fn() -> Box<dyn Pass>,
}

/// A short article that shows what a check does.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// The article's date, `2025-11-05`; None where its text states it, or where it has none.
    pub date: Option<&'static str>,
    /// Its text.
    pub text: &'static str,
}

impl Sample {
    /// An article of no date, or of the date that it states.
    const fn new(text: &'static str) -> Self {
        Self { date: None, text }
    }

    /// An article of a day.
    const fn dated(date: &'static str, text: &'static str) -> Self {
        Self {
            date: Some(date),
            text,
        }
    }
}

/// What a check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// The wrong words.
    pub at: Spot,
    /// One sentence that says what is wrong.
    pub message: String,
    /// What was expected, where the check knows.
    pub expected: Option<String>,
    /// Other places, each with what is there.
    pub related: Vec<(Spot, String)>,
}

/// A place: in the normalised text, or in the source of a part (a date in the front matter).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// In the normalised text.
    Text(Span),
    /// In the source of a part.
    Source {
        /// The index of the part.
        part: usize,
        /// The bytes of its source.
        span: Span,
    },
}

/// Every check, in the order of the documentation.
pub static CHECKS: &[Check] = &[
    weekday::CHECK,
    impossible_date::CHECK,
    reversed_range::CHECK,
    dateline::CHECK,
    future_past::CHECK,
    two_spellings::CHECK,
    two_values::CHECK,
];

/// Every date of some sentences, each with the index of its sentence.
fn dates<'p>(
    page: &'p Page,
    sentences: Range<usize>,
) -> impl Iterator<Item = (usize, Span, &'p DateExpr)> {
    sentences.flat_map(|sentence| {
        let values = page.values(sentence).iter();
        values.filter_map(move |mention| match &mention.reading {
            Reading::Date(date) => Some((sentence, mention.span, date)),
            _ => None,
        })
    })
}

/// The part of a sentence around a place that a check looks at: all of it, but of a hostile megabyte no more.
fn around(text: &str, sentence: Span, place: Span) -> Span {
    const REACH: usize = 600;
    let mut start = sentence.start.max(place.start.saturating_sub(REACH));
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut end = sentence.end.min(place.end.saturating_add(REACH));
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(start, end)
}

/// Whether a word stands in a list of words with spaces between them, whatever its case.
pub(crate) fn listed(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace()
        .any(|entry| entry.eq_ignore_ascii_case(word))
}

/// A day as a message writes it: `4 November 2025`.
fn written(day: Date) -> String {
    format!(
        "{} {} {}",
        day.day(),
        crate::language::dates::month_name(day.month()),
        day.year()
    )
}
