//! The packs that come with the program: all of them hold, and each shows what it finds and what it leaves alone.

mod support;

use factlint::packs::Packs;
use factlint::rule_tests::{run_tests, unexercised};
use support::{below, load};

/// The packs of `rules/`, read together, so that an id used twice shows.
fn packs() -> Packs {
    load(&below("rules", "toml"))
}

#[test]
fn packs_of_several_fields_are_in_the_box() {
    let packs = packs();
    assert!(packs.packs.len() >= 4, "only {} packs", packs.packs.len());
    for pack in &packs.packs {
        assert!(
            pack.facts.len() >= 25,
            "{}: too few facts",
            pack.source.file
        );
    }
    let kinds = packs.facts.iter().map(|fact| fact.kind.name());
    let kinds: std::collections::BTreeSet<&str> = kinds.collect();
    let all = ["entity", "event", "figure", "office", "statement"];
    assert!(kinds.iter().eq(all.iter()), "only {kinds:?}");
}

#[test]
fn every_test_holds_and_every_fact_is_exercised() {
    let packs = packs();
    let all = 0..packs.packs.len();
    let outcomes = run_tests(&packs, all.clone());
    for outcome in &outcomes {
        let pack = &packs.packs[outcome.pack];
        let name = &pack.tests[outcome.test].name;
        assert!(
            outcome.passed(),
            "{}: {name}: {outcome:#?}",
            pack.source.file
        );
    }
    let idle = unexercised(&packs, all, &outcomes);
    let idle: Vec<&str> = idle.iter().map(|fact| &*packs.facts[*fact].id).collect();
    assert!(idle.is_empty(), "no test contradicts {idle:?}");
}

/// A pack that never stays silent says nothing about its precision.
#[test]
fn every_pack_has_copy_on_which_it_stays_silent() {
    for pack in &packs().packs {
        let clean = pack.tests.iter().filter(|test| test.finds.is_empty());
        let clean = clean.count();
        assert!(
            clean >= 10,
            "{}: only {clean} clean tests",
            pack.source.file
        );
    }
}

#[test]
fn every_fact_says_where_it_comes_from_and_when_it_was_checked() {
    for fact in packs().facts.iter() {
        assert!(!fact.sources.is_empty(), "{} has no source", fact.id);
        assert!(fact.checked.is_some(), "{} was never checked", fact.id);
    }
}
