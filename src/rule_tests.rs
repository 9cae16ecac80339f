//! The `[[test]]` entries of rule files: what each finds, against what it says it finds.

mod coverage;
mod filter;
mod tally;
mod why;

pub use coverage::unexercised;
pub use filter::Filter;
pub use tally::{Count, Tally};
pub use why::Why;

use std::ops::Range;
use std::time::{Duration, Instant};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::article::{Article, Format};
use crate::finding::Finding;
use crate::linter::{Linter, Outcome, Settings};
use crate::packs::{Expected, Pack, Packs, RuleTest};

/// What a test came to.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TestOutcome {
    /// The index of its pack in [`Packs::packs`].
    pub pack: usize,
    /// Its index in [`Pack::tests`].
    pub test: usize,
    /// The indices in [`RuleTest::finds`] of what was expected and not found.
    pub missing: Vec<usize>,
    /// What was found and not expected.
    pub noisy: Vec<Finding>,
    /// What was found as expected.
    pub right: Vec<Finding>,
    /// For each of `right` the index in [`RuleTest::finds`] of the entry that it meets.
    pub met: Vec<usize>,
    /// The indices in [`RuleTest::agrees`] of the claims that were not read, or do not hold.
    pub unread: Vec<usize>,
    /// Why its text is no article.
    pub unreadable: Option<String>,
    /// The article's date: the test's own, else the one that its text states.
    pub date: Option<Date>,
    /// How long it took.
    pub elapsed: Duration,
}

impl TestOutcome {
    /// Whether it found exactly what it says.
    pub fn passed(&self) -> bool {
        self.missing.is_empty()
            && self.noisy.is_empty()
            && self.unread.is_empty()
            && self.unreadable.is_none()
    }
}

/// Runs the tests of the packs with these indices, in the order of packs and tests. Each sees its own pack, the entities
/// that it refers to, and the checks at their defaults.
pub fn run_tests(packs: &Packs, chosen: Range<usize>) -> Vec<TestOutcome> {
    let chosen: Vec<usize> = chosen.collect();
    run_some(packs, &chosen, |_| true)
}

/// The same for those of the tests that are `wanted`. An index of no pack is passed over.
pub fn run_some(
    packs: &Packs,
    chosen: &[usize],
    wanted: impl Fn(&RuleTest) -> bool + Sync,
) -> Vec<TestOutcome> {
    chosen
        .par_iter()
        .filter_map(|index| Some((*index, packs.packs.get(*index)?)))
        .flat_map(|(index, pack)| run_pack(packs, index, pack, &wanted))
        .collect()
}

fn run_pack(
    packs: &Packs,
    index: usize,
    pack: &Pack,
    wanted: &(impl Fn(&RuleTest) -> bool + Sync),
) -> Vec<TestOutcome> {
    if !pack.tests.iter().any(wanted) {
        return Vec::new();
    }
    let linter = Linter::new(&seen_by(packs, pack), &Settings::default());
    let tests = pack.tests.par_iter().enumerate();
    tests
        .filter(|(_, test)| wanted(test))
        .map(|(number, test)| run_test(&linter, test, index, number))
        .collect()
}

/// The facts that the tests of a pack see.
fn seen_by(packs: &Packs, pack: &Pack) -> Packs {
    Packs {
        facts: packs.facts_of(pack).cloned().collect(),
        ..Packs::default()
    }
}

fn run_test(linter: &Linter, test: &RuleTest, pack: usize, number: usize) -> TestOutcome {
    let started = Instant::now();
    let mut compared = Compared::default();
    let mut date = test.date;
    let mut unreadable = None;
    let mut unread = Vec::new();
    match Article::from_text(test.name.as_str(), &test.text, Format::PLAIN) {
        Ok(mut article) => {
            article.set_date(test.date);
            date = article.date;
            compared = compare(&test.finds, linter.check(&article));
            unread = unread_of(linter, test, &article);
        }
        Err(error) => unreadable = Some(error.to_string()),
    }
    TestOutcome {
        pack,
        test: number,
        missing: compared.missing,
        noisy: compared.noisy,
        right: compared.right,
        met: compared.met,
        unread,
        unreadable,
        date,
        elapsed: started.elapsed(),
    }
}

/// The claims that a test demands and that were not read as agreeing.
fn unread_of(linter: &Linter, test: &RuleTest, article: &Article) -> Vec<usize> {
    if test.agrees.is_empty() {
        return Vec::new();
    }
    let mut readings = linter.readings(article);
    readings.retain(|reading| reading.outcome == Outcome::Agrees);
    let is_read = |wanted: &Expected| {
        readings.iter().any(|reading| {
            wanted
                .fact
                .as_ref()
                .is_none_or(|fact| *fact == reading.fact)
                && wanted
                    .found
                    .as_ref()
                    .is_none_or(|found| *found == reading.found)
        })
    };
    let wanted = test.agrees.iter().enumerate();
    let unread = wanted.filter(|(_, wanted)| !is_read(wanted));
    unread.map(|(index, _)| index).collect()
}

#[derive(Default)]
struct Compared {
    missing: Vec<usize>,
    noisy: Vec<Finding>,
    right: Vec<Finding>,
    met: Vec<usize>,
}

/// Lays what was found beside what was wanted. An entry that states more picks its finding first.
fn compare(wanted: &[Expected], found: Vec<Finding>) -> Compared {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(stated(&wanted[*index])));
    let mut noisy: Vec<Option<Finding>> = found.into_iter().map(Some).collect();
    let mut compared = Compared::default();
    for index in order {
        let fits = |found: &&mut Option<Finding>| {
            let found = found.as_ref();
            found.is_some_and(|found| agrees(&wanted[index], found))
        };
        match noisy.iter_mut().find(fits).and_then(Option::take) {
            Some(found) => {
                compared.right.push(found);
                compared.met.push(index);
            }
            None => compared.missing.push(index),
        }
    }
    compared.missing.sort_unstable();
    compared.noisy = noisy.into_iter().flatten().collect();
    compared
}

fn stated(wanted: &Expected) -> usize {
    let Expected {
        fact,
        found,
        expected,
        reason,
        severity,
        ..
    } = wanted;
    let keys = [fact, found, expected, reason, severity];
    keys.iter().filter(|key| key.is_some()).count()
}

fn agrees(wanted: &Expected, found: &Finding) -> bool {
    let says = |wanted: &Option<String>, is: Option<&str>| {
        wanted.as_deref().is_none_or(|wanted| Some(wanted) == is)
    };
    says(&wanted.fact, Some(&found.fact))
        && says(&wanted.found, Some(&found.found))
        && says(&wanted.expected, found.expected.as_deref())
        && says(&wanted.reason, found.reason.map(|reason| reason.id()))
        && says(&wanted.severity, Some(found.severity.id()))
}

#[cfg(test)]
mod tests;
