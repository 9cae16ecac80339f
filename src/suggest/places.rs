//! Places, where some article writes one another way.

use std::collections::BTreeMap;

use crate::language::nations;
use crate::mentions::near::lexicon::is_word;

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
            let Some(before) = phrase.start.checked_sub(1) else { continue };
            let place = span(scene, &phrase);
            let words = place.of(scene.text());
            let known = nations::nation(words).is_some()
                || doc.known.has_name(words)
                || person(scene, phrase.clone()).is_some();
            let ordinary = phrase.clone().all(|at| is_word(scene.lower(at)));
            let short = words.chars().filter(|c| c.is_alphabetic()).count() < 6;
            if !LOCATES.contains(&scene.lower(before)) || known || ordinary || short || phrase.len() > 3 {
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
    let taken = |name: &str| merged.facts.iter().any(|fact| fact.text("name") == Some(name));
    let facts: Vec<Suggestion> = by_name
        .into_iter()
        .filter(|(name, fact)| fact.sites.len() > 1 && !taken(name))
        .map(|(_, fact)| fact)
        .collect();
    merged.facts.extend(facts);
}
