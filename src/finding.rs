//! What comes out: plain values, independent of how they are shown.

use crate::facts::{Origin, Severity};
use crate::span::Span;

/// A contradiction between an article and a fact, or what a check found.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// The id of the fact, or `check:weekday`.
    pub fact: String,
    /// `entity`, `office`, `figure`, `event`, `statement` or `check`.
    pub kind: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What kind of slip it looks like.
    pub reason: Option<Reason>,
    /// One sentence that says what is wrong.
    pub message: String,
    /// The wrong words as they stand in the file, decoded.
    pub found: String,
    /// What was expected, written in the manner of what was found.
    pub expected: Option<String>,
    /// Where the wrong words stand.
    pub at: Location,
    /// Whether they stand in direct speech.
    pub in_quote: bool,
    /// An edit that mends it.
    pub fix: Option<Fix>,
    /// Other places that matter: the date that the weekday contradicts.
    pub related: Vec<Related>,
    /// The fact's sources.
    pub sources: Vec<String>,
    /// The fact's note.
    pub note: Option<String>,
    /// Since when the expected value holds, in words (`since 25 July 2025`), where the fact says.
    pub since: Option<String>,
    /// Where the fact is written; None for a check.
    pub defined_in: Option<Origin>,
}

impl Finding {
    /// A finding of a fact or check, so far without place and words.
    pub fn new(fact: String, kind: &'static str, severity: Severity) -> Self {
        Self {
            fact,
            kind,
            severity,
            reason: None,
            message: String::new(),
            found: String::new(),
            expected: None,
            at: Location::default(),
            in_quote: false,
            fix: None,
            related: Vec::new(),
            sources: Vec::new(),
            note: None,
            since: None,
            defined_in: None,
        }
    }
}

/// A place in an article's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The index of the article's part.
    pub part: usize,
    /// Bytes of the part's source (decoded, without BOM): what reports slice and underline.
    pub source: Span,
    /// Bytes of the file on disk; of a packed part, the same as `source`.
    pub disk: Span,
    /// The line of the first character, from 1.
    pub line: usize,
    /// The column of the first character, in characters, from 1.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The column after the last character.
    pub end_column: usize,
}

/// Another place in the same article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub at: Location,
    /// What is there.
    pub message: String,
}

/// A replacement of the marked words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The words that take their place.
    pub text: String,
    /// It needs no eye.
    pub safe: bool,
}

/// What kind of slip a finding looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reason {
    /// Two digits or letters changed places.
    Transposed,
    /// A zero too many or few, million for billion.
    Magnitude,
    /// It was right once.
    Outdated,
    /// Rounded without saying so.
    Rounded,
    /// The number is right, the hedge is not.
    Hedge,
    /// The number is right, the unit is not.
    Unit,
    /// Anything else.
    Other,
}

impl Reason {
    /// Its name in rule files and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Reason::Transposed => "transposed",
            Reason::Magnitude => "magnitude",
            Reason::Outdated => "outdated",
            Reason::Rounded => "rounded",
            Reason::Hedge => "hedge",
            Reason::Unit => "unit",
            Reason::Other => "other",
        }
    }
}
