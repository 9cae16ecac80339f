//! Checks that need no fact, one file each, and their registry.

use crate::facts::Severity;
use crate::mentions::Page;
use crate::span::Span;

/// A check.
pub struct Check {
    /// `weekday`; shown as `check:weekday`.
    pub id: &'static str,
    /// Its default severity.
    pub severity: Severity,
    /// What it does, why it matters, in a few sentences.
    pub about: &'static str,
    /// Runs it over an article.
    pub run: fn(&Page) -> Vec<Flag>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub static CHECKS: &[Check] = &[];
