//! What a run of rule tests came to, shown: one file a format, and their registry.

mod entry;
mod failure;
mod graphical;
mod json;
mod junit;
mod pairs;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use super::{Format, Problem, Source};
use crate::packs::RuleTest;
use crate::rule_tests::{TestOutcome, Why};
use crate::span::Span;

/// Everything that a run of `test` has to say.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct TestRun {
    /// The rule files, in the order given.
    pub packs: Vec<PackRun>,
    /// What kept rule files from being used.
    pub problems: Vec<Problem>,
    /// Only some of the tests were wanted, so that coverage can't be judged.
    pub filtered: bool,
    /// A fact that no test exercises is a failure.
    pub covers_all: bool,
    /// How long it took, where that is to be shown.
    pub elapsed: Option<Duration>,
}

/// What the tests of one rule file came to.
#[derive(Debug)]
#[non_exhaustive]
pub struct PackRun {
    /// The file.
    pub source: Arc<Source>,
    /// Its tests that were run, in order.
    pub tests: Vec<Tested>,
    /// How many of its tests were left out.
    pub left_out: usize,
    /// How many facts it has.
    pub facts: usize,
    /// Those that no test exercises, in order.
    pub unexercised: Vec<Unexercised>,
}

/// A test with what it came to.
#[derive(Debug)]
#[non_exhaustive]
pub struct Tested {
    /// The test.
    pub test: RuleTest,
    /// What it came to.
    pub outcome: TestOutcome,
    /// Why something is missing, where that is known.
    pub why: Vec<Why>,
}

/// A fact that no test exercises.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unexercised {
    /// Its id.
    pub fact: String,
    /// The bytes of its entry in the rule file.
    pub span: Span,
}

/// Every format, the default first.
pub static FORMATS: &[Format<TestRun>] = &[graphical::FORMAT, json::FORMAT, junit::FORMAT];

impl TestRun {
    /// How many tests were run.
    pub fn tests(&self) -> usize {
        self.packs.iter().map(|pack| pack.tests.len()).sum()
    }

    /// How many of them failed.
    pub fn failed(&self) -> usize {
        self.packs.iter().map(PackRun::failed).sum()
    }

    /// How many tests were left out.
    pub fn left_out(&self) -> usize {
        self.packs.iter().map(|pack| pack.left_out).sum()
    }

    /// How many facts the rule files have.
    pub fn facts(&self) -> usize {
        self.packs.iter().map(|pack| pack.facts).sum()
    }

    /// How many of them no test exercises.
    pub fn unexercised(&self) -> usize {
        self.packs.iter().map(|pack| pack.unexercised.len()).sum()
    }
}

impl PackRun {
    /// A rule file without tests that were run.
    pub fn new(source: Arc<Source>) -> PackRun {
        PackRun {
            source,
            tests: Vec::new(),
            left_out: 0,
            facts: 0,
            unexercised: Vec::new(),
        }
    }

    /// How many of its tests failed.
    pub fn failed(&self) -> usize {
        let failing = |tested: &&Tested| !tested.outcome.passed();
        self.tests.iter().filter(failing).count()
    }
}

impl Tested {
    /// A test with what it came to.
    pub fn new(test: RuleTest, outcome: TestOutcome, why: Vec<Why>) -> Tested {
        Tested { test, outcome, why }
    }

    /// The line of its name.
    pub fn line(&self, source: &Source) -> usize {
        source.line(self.test.name_span.start)
    }
}

impl Unexercised {
    /// A fact by its id and its entry.
    pub fn new(fact: impl Into<String>, span: Span) -> Unexercised {
        let fact = fact.into();
        Unexercised { fact, span }
    }

    /// Where its id stands, or its name if that is its id; else the first line of its entry.
    pub fn place(&self, source: &Source) -> Span {
        let entry = source.text.get(self.span.range()).unwrap_or_default();
        let mut at = self.span.start;
        let mut named = None;
        for line in entry.split_inclusive('\n') {
            let key = line.split('=').next().unwrap_or_default();
            let value = line[key.len()..].trim_start_matches(['=', ' ', '\t']);
            let start = at + (line.len() - value.len());
            let quoted = value.get(1..).and_then(|inside| {
                let end = inside.find(['"', '\'']).filter(|end| *end > 0)?;
                Some(Span::new(start, start + end + 2))
            });
            match key.trim() {
                "id" if quoted.is_some() => return quoted.unwrap_or_default(),
                "name" if named.is_none() => named = quoted,
                _ => {}
            }
            at += line.len();
        }
        let first = entry.lines().next().unwrap_or_default();
        let whole = Span::new(self.span.start, self.span.start + first.len());
        named.unwrap_or(whole)
    }
}
