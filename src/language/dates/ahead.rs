//! Times to come: `in two days`, `in a fortnight's time`.

use super::reader::{Found, Reader};
use super::words::Class;
use super::{Base, Form, Tense};

/// After these, `in two years` is a length of time: `the first visit in two years`.
const FIRSTS: &[&str] = &[
    "only", "time", "times", "biggest", "largest", "highest", "lowest", "worst", "best", "most",
    "least", "latest", "record", "such", "more", "than", "all",
];

impl Reader<'_> {
    /// `in two days`, `in a fortnight's time`: of what is to come, never of what lasts (`the first in two years`).
    pub(super) fn ahead(&self, at: usize) -> Found {
        if !self.is(at, "in") {
            return None;
        }
        let (next, count) = self.count(at + 1)?;
        let Class::Step(step) = self.class(next) else {
            return None;
        };
        let form = Form::Shift {
            base: Base::Today,
            count,
            step,
        };
        if self.sign(next + 1, '\'') {
            let time = next + 2 + usize::from(self.is(next + 2, "s"));
            if self.is(time, "time") {
                return Some((next + 1, form));
            }
            return None;
        }
        let first =
            |at: usize| matches!(self.class(at), Class::Ordinal(_)) || self.is_any(at, FIRSTS);
        if (at.saturating_sub(8)..at).any(first) || self.is_any(next + 1, &["of", "from", "after"])
        {
            return None;
        }
        let place = self.tokens.get(at)?.span.start;
        let whole = self.span(0, self.tokens.len());
        let future = crate::language::tense::of(self.text, whole, place) == Tense::Future;
        future.then_some((next + 1, form))
    }
}
