//! Places, where some article writes one another way.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::nations;
use crate::mentions::near::lexicon::is_word;
use crate::mentions::near::{NameEntry, NearNames};

use super::doc::{Doc, phrases};
use super::fact::{Suggestion, Toml, id};
use super::people::{person, span};
use super::words::LOCATES;
use super::{Found, Kind, Merged};

pub(super) const KIND: Kind = Kind {
    title: "places of which there are two spellings",
    gather,
    merge,
};

fn gather(doc: &Doc) -> Found {
    let mut places = Vec::new();
    for scene in &doc.scenes {
        for phrase in phrases(scene) {
            let Some(before) = phrase.start.checked_sub(1) else {
                continue;
            };
            let place = span(scene, &phrase);
            let words = place.of(scene.text());
            let known = nations::nation(words).is_some()
                || doc.known.has_name(words)
                || person(scene, phrase.clone()).is_some();
            let ordinary = phrase.clone().all(|at| is_word(scene.lower(at)));
            let short = words.chars().filter(|c| c.is_alphabetic()).count() < 6;
            if !LOCATES.contains(&scene.lower(before))
                || known
                || ordinary
                || short
                || phrase.len() > 3
            {
                continue;
            }
            if !words.chars().any(char::is_lowercase) || doc.is_covered(place) {
                continue;
            }
            places.push(doc.site(scene, place));
        }
    }
    Found {
        places,
        ..Found::default()
    }
}

fn merge(found: &[Found], merged: &mut Merged) {
    let mut by_name: BTreeMap<&str, Suggestion> = BTreeMap::new();
    for site in found.iter().flat_map(|found| &found.places) {
        let fact = by_name.entry(&site.words).or_insert_with(|| {
            let keys = vec![("name", Toml::Text(site.words.clone()))];
            Suggestion {
                only_disputed: true,
                ..Suggestion::new("entity", id(&site.words), keys)
            }
        });
        fact.sites.push(site.clone());
    }
    let common: Vec<&Suggestion> = by_name
        .values()
        .filter(|fact| fact.sites.len() > 1)
        .collect();
    let entries: Vec<NameEntry> = common
        .iter()
        .map(|fact| NameEntry {
            right: fact.text("name").map(String::from).into_iter().collect(),
            known: Vec::new(),
            near: true,
        })
        .collect();
    let near = NearNames::new(&entries, &[]);
    let mut disputed: BTreeSet<String> = BTreeSet::new();
    for (rare, fact) in &by_name {
        for miss in near.find_in(rare, &[]) {
            let meant = common
                .get(miss.entry)
                .filter(|_| miss.span.len() == rare.len());
            if let Some(name) = meant.and_then(|fact| fact.text("name"))
                && meant.is_some_and(|meant| meant.sites.len() >= 2 * fact.sites.len())
                && is_likely(rare, name)
            {
                disputed.insert(name.to_string());
            }
        }
    }
    let taken = |name: &str| {
        merged
            .facts
            .iter()
            .any(|fact| fact.text("name") == Some(name))
    };
    let facts: Vec<Suggestion> = by_name
        .into_iter()
        .filter(|(name, _)| disputed.contains(*name) && !taken(name))
        .map(|(_, fact)| fact)
        .collect();
    merged.facts.extend(facts);
}

/// Whether two places are likely one: `Clifton` is none that is misspelt `Clinton`, for one letter makes another town.
fn is_likely(rare: &str, name: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let single = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.dedup();
        letters
    };
    let several = name.contains([' ', '-']);
    several
        || sorted(rare) == sorted(name)
        || single(rare) == single(name)
        || strsim::levenshtein(rare, name) > 1
}
