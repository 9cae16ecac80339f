//! Bodies and things whose short form the article gives: `Joint Security Area (JSA)`.

use std::ops::Range;

use crate::claims::scene::Scene;
use crate::claims::words::WordKind;

use super::doc::{Doc, is_part};
use super::fact::{Site, Suggestion, Toml, id};
use super::people::span;
use super::words::OCCASIONS;
use super::{Found, Kind, Merged};

pub(super) const KIND: Kind = Kind {
    title: "bodies and things with a short form",
    gather,
    merge,
};

/// A full name with its short form.
pub(super) struct Acronym {
    site: Site,
    short: String,
    /// How often the article writes either.
    mentions: usize,
}

/// Lower-case words inside the name of a body.
const INSIDE: &[&str] = &["of", "and", "for", "the", "on", "in", "&"];

/// The full name before the brackets that open at this word, and the short form in them.
pub(super) fn defined(scene: &Scene, open: usize) -> Option<(Range<usize>, String)> {
    let short = scene.word(open + 1);
    let letters: Vec<char> = short.chars().collect();
    let is_short = (2..=7).contains(&letters.len())
        && letters.iter().all(|c| c.is_alphanumeric())
        && letters.iter().filter(|c| c.is_uppercase()).count() >= 2
        && letters.first().is_some_and(|c| c.is_uppercase());
    if !scene.is_sign(open, "(") || !scene.is_sign(open + 2, ")") || !is_short {
        return None;
    }
    // The longest run of capitalised words whose first letters all stand in the short form, in order.
    let mut found = None;
    let mut at = open;
    while at > 0 && open - at < 10 {
        at -= 1;
        if is_part(scene, at) {
            if stands_for(scene, at..open, &short.to_lowercase()) {
                found = Some(at);
            }
        } else if !(INSIDE.contains(&scene.lower(at)) && scene.words[at].kind == WordKind::Word) {
            break;
        }
    }
    let start = found.filter(|start| open - start >= 2)?;
    Some((start..open, short.to_string()))
}

/// Whether letters may be the short form of words: the first letters of the capitalised words stand in it in order, and all
/// its letters stand in the words.
fn stands_for(scene: &Scene, words: Range<usize>, short: &str) -> bool {
    let within = |inner: &str, outer: &str| {
        let mut outer = outer.chars();
        inner.chars().all(|c| outer.any(|other| other == c))
    };
    let initials: String = words
        .clone()
        .filter(|at| is_part(scene, *at))
        .filter_map(|at| scene.lower(at).chars().next())
        .collect();
    let full: String = words.map(|at| scene.lower(at)).collect();
    short.chars().next() == full.chars().next() && within(&initials, short) && within(short, &full)
}

fn gather(doc: &Doc) -> Found {
    let mut acronyms = Vec::new();
    let text = doc.page.text.as_str();
    for scene in &doc.scenes {
        for open in 0..scene.words.len() {
            let Some((full, short)) = defined(scene, open) else {
                continue;
            };
            let last = scene.lower(full.end - 1);
            let place = span(scene, &full);
            let words = place.of(text);
            if OCCASIONS.contains(&last) || doc.known.has_name(words) || doc.known.has_name(&short)
            {
                continue;
            }
            let count = |words: &str| text.matches(words).take(1000).count();
            acronyms.push(Acronym {
                mentions: count(words) + count(&short),
                site: doc.site(scene, place),
                short,
            });
        }
    }
    acronyms.dedup_by(|next, kept| next.site.words == kept.site.words);
    Found {
        acronyms,
        ..Found::default()
    }
}

fn merge(found: &[Found], merged: &mut Merged) {
    let facts = found
        .iter()
        .flat_map(|found| &found.acronyms)
        .map(|acronym| {
            let name = acronym.site.words.clone();
            let keys = vec![
                ("name", Toml::Text(name.clone())),
                ("accept", Toml::List(vec![acronym.short.clone()])),
            ];
            Suggestion {
                sites: vec![acronym.site.clone()],
                mentions: acronym.mentions,
                key: acronym.short.clone(),
                ..Suggestion::new("entity", id(&name), keys)
            }
        });
    for mut group in super::fact::by_key(facts) {
        let first = group.remove(0);
        // One short form of two names is anybody's.
        if group.iter().any(|other| other.keys != first.keys) {
            continue;
        }
        let mut fact = first;
        for other in group {
            fact.mentions += other.mentions;
            fact.sites.extend(other.sites);
        }
        // The definition itself writes both once.
        if fact.mentions > 2 * fact.sites.len() {
            merged.facts.push(fact);
        }
    }
}
