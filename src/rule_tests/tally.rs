//! How well rule tests were met, by the kind of fact.

use super::TestOutcome;
use crate::packs::kinds::KINDS;
use crate::packs::{Expected, Packs};

/// What was right, missed and spurious.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Findings that were expected, and are just as expected.
    pub right: usize,
    /// Findings that were expected and are not there.
    pub missed: usize,
    /// Findings that were not expected. One that differs from what was expected of it is missed and spurious.
    pub spurious: usize,
}

impl Count {
    /// How many findings were expected.
    pub fn expected(self) -> usize {
        self.right + self.missed
    }

    /// How many findings there were.
    pub fn found(self) -> usize {
        self.right + self.spurious
    }
}

/// Counts by kind.
#[derive(Clone, Debug)]
pub struct Tally {
    kinds: Vec<(&'static str, Count)>,
}

impl Default for Tally {
    fn default() -> Self {
        let kinds = KINDS.iter().map(|kind| kind.name).chain([CHECK]);
        Self {
            kinds: kinds.map(|kind| (kind, Count::default())).collect(),
        }
    }
}

const CHECK: &str = "check";
/// A missed finding whose test does not say which fact it is of.
const ANY: &str = "any";

impl Tally {
    /// Adds what the tests of these packs came to.
    pub fn add(&mut self, packs: &Packs, outcomes: &[TestOutcome]) {
        for outcome in outcomes {
            for found in &outcome.right {
                self.of(found.kind).right += 1;
            }
            for found in &outcome.noisy {
                self.of(found.kind).spurious += 1;
            }
            let pack = packs.packs.get(outcome.pack);
            let Some(test) = pack.and_then(|pack| pack.tests.get(outcome.test)) else {
                continue;
            };
            for wanted in &outcome.missing {
                let wanted = test.finds.get(*wanted);
                self.of(wanted.map_or(ANY, |wanted| kind(packs, wanted)))
                    .missed += 1;
            }
        }
    }

    /// The kinds of facts in the order of the documentation, `check` last, and their counts.
    pub fn kinds(&self) -> &[(&'static str, Count)] {
        &self.kinds
    }

    /// The sum of all kinds.
    pub fn all(&self) -> Count {
        let counts = self.kinds.iter().map(|(_, count)| *count);
        counts.fold(Count::default(), |sum, count| Count {
            right: sum.right + count.right,
            missed: sum.missed + count.missed,
            spurious: sum.spurious + count.spurious,
        })
    }

    fn of(&mut self, kind: &'static str) -> &mut Count {
        let known = self.kinds.iter().position(|(name, _)| *name == kind);
        let index = known.unwrap_or_else(|| {
            self.kinds.push((kind, Count::default()));
            self.kinds.len() - 1
        });
        &mut self.kinds[index].1
    }
}

fn kind(packs: &Packs, wanted: &Expected) -> &'static str {
    match &wanted.fact {
        Some(fact) if fact.starts_with("check:") => CHECK,
        Some(id) => {
            let fact = packs.facts.iter().find(|fact| fact.id == *id);
            fact.map_or(ANY, |fact| fact.kind.name())
        }
        None => ANY,
    }
}
