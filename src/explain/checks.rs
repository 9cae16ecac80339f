//! What a check says, with its examples run.

use super::example::Sample;
use crate::checks::{self, CHECKS, Check};
use crate::linter::{Linter, Settings};
use crate::packs::Packs;

/// A check with its examples.
#[non_exhaustive]
pub struct CheckExplanation {
    /// The check.
    pub check: &'static Check,
    /// Its example of what is reported, with what was found in it.
    pub reported: Option<Sample>,
    /// Its example of what is left alone.
    pub silent: Option<Sample>,
}

/// Explains the check of this id, `weekday` or `check:weekday`.
pub fn check(id: &str) -> Option<CheckExplanation> {
    let id = id.strip_prefix("check:").unwrap_or(id);
    let check = CHECKS.iter().find(|check| check.id == id)?;
    let linter = Linter::new(&Packs::default(), &Settings::default());
    let run = |sample: &checks::Sample| {
        let date = sample.date.and_then(|date| date.parse().ok());
        Sample::new(&linter, sample.text, date)
    };
    Some(CheckExplanation {
        check,
        reported: run(&check.reported),
        silent: run(&check.silent),
    })
}
