//! Which facts the tests exercise.

use std::collections::HashSet;
use std::ops::Range;

use super::TestOutcome;
use crate::packs::Packs;

/// The indices in [`Packs::facts`] of the facts, of the packs with the indices `chosen`, that no test exercises:
/// none of the `outcomes` found a contradiction of it as expected, or names it among those that should have been found.
pub fn unexercised(packs: &Packs, chosen: Range<usize>, outcomes: &[TestOutcome]) -> Vec<usize> {
    let named = outcomes.iter().flat_map(|outcome| {
        let pack = packs.packs.get(outcome.pack);
        let test = pack.and_then(|pack| pack.tests.get(outcome.test));
        let finds = test.map(|test| &test.finds[..]).unwrap_or_default();
        let missing = outcome.missing.iter();
        let missing = missing.filter_map(|index| finds.get(*index)?.fact.as_deref());
        outcome
            .right
            .iter()
            .map(|finding| &*finding.fact)
            .chain(missing)
    });
    let named: HashSet<&str> = named.collect();
    let facts = packs.packs.get(chosen).unwrap_or_default().iter();
    facts
        .flat_map(|pack| pack.facts.clone())
        .filter(|index| {
            let fact = packs.facts.get(*index);
            fact.is_some_and(|fact| !named.contains(&*fact.id))
        })
        .collect()
}
