//! Places behind an event, and whether they can say anything against its own.

use crate::claims::names::{self, span_of};
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::{Fact, Value};
use crate::language::nations;
use crate::mentions::Use;
use crate::span::Span;

use super::words::{AREA, REGIONS, VENUES};

/// The place behind the preposition with this index, and the word after it; no place where the phrase names none that
/// can be compared: a venue lies in a town, and `in Seoul time` is no place. `at_a_site`: `at` and `from` name a place
/// as `in` does.
pub(super) fn place(
    scene: &Scene,
    preposition: usize,
    at_a_site: bool,
) -> Option<(Option<Span>, usize)> {
    let lower = scene.lower(preposition);
    let before_a_place = match lower {
        "in" | "at" | "near" => true,
        "from" => at_a_site,
        _ => false,
    };
    if !before_a_place {
        return None;
    }
    let mut index = preposition + 1;
    // `in the Old Tannery`, where the rule file has the article too
    let listed = |hit: &crate::mentions::Hit| hit.is_any(|r#use| r#use == Use::At);
    if let Some(hit) = scene
        .words
        .get(index)
        .and_then(|word| scene.hit_at(word.span.start, listed))
        && matches!(scene.lower(index), "the" | "a" | "an")
    {
        return Some((Some(hit.span), scene.word_from(hit.span.end)));
    }
    let the = matches!(scene.lower(index), "the" | "a" | "an");
    index += usize::from(the);
    while AREA.contains(&scene.lower(index)) {
        index += 1;
    }
    let word = scene.words.get(index)?;
    if let Some(hit) = scene.hit_at(word.span.start, |hit| hit.is_any(|r#use| r#use == Use::At)) {
        let end = scene.word_from(hit.span.end);
        // `in Seoul's Olympic Park`, `at Kantrida Road`: another place's name.
        let longer = scene.words.get(end).is_some_and(|next| {
            next.kind == WordKind::Word && next.capital && !names::is_never_name(scene.lower(end))
        });
        if !longer
            || scene
                .dates
                .iter()
                .any(|date| date.span.start == scene.words[end].span.start)
        {
            return Some((Some(hit.span), end));
        }
    }
    if !word.capital || word.kind != WordKind::Word {
        return None;
    }
    let phrase = names::phrase_from(scene, index)?;
    let span = span_of(scene, &phrase);
    let slice = scene.slice(span);
    let town = nations::nation(slice)
        .is_some_and(|nation| nation.capitals.contains(&slice) || nation.names.contains(&slice));
    let named = lower == "in" || at_a_site || town;
    let venue = phrase.clone().any(|at| VENUES.contains(&scene.lower(at)));
    let inside = scene
        .hits
        .iter()
        .any(|hit| span.contains(hit.span) && hit.is_any(|r#use| r#use == Use::At));
    let taken = scene
        .words
        .get(phrase.end)
        .is_some_and(|next| next.kind == WordKind::Possessive);
    let is_place = named && !the && !venue && !inside && !taken;
    Some((is_place.then_some(span), phrase.end))
}

/// Whether a place that was read can contradict the event's places at all: a nation only where theirs are known, a
/// region not at all.
pub(super) fn comparable(fact: &Fact, column: usize, place: &str) -> bool {
    let mut spellings = fact
        .table
        .records
        .iter()
        .filter_map(|record| record.cells.get(column))
        .flatten()
        .flat_map(|value| match value {
            Value::Phrase(phrase) => phrase.spellings.as_slice(),
            _ => &[],
        });
    // The place of another edition is compared, whatever else it stands for (`Washington`).
    if spellings.clone().any(|right| right == place) {
        return true;
    }
    if REGIONS.contains(&place) {
        return false;
    }
    let Some(found) = nations::nation(place) else {
        return true;
    };
    if !nations::is_nation_name(place) {
        // `Seoul` as a town is compared; `South Korean` is no place.
        return found.capitals.contains(&place);
    }
    spellings.all(|right| {
        nations::nation(right)
            .is_some_and(|nation| !nation.names.contains(&place) || nations::is_nation_name(right))
    })
}

/// The places of a sentence that can be compared with those of an event: listed ones, and what follows `in` and `at`.
pub(super) fn all(scene: &Scene, fact: usize, event: &Fact) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for index in 0..scene.words.len() {
        let at = match scene.lower(index) {
            "in" | "near" => false,
            "at" | "on" => true,
            _ => continue,
        };
        let listed = listed_after(scene, index + 1, fact);
        let place = listed.or_else(|| match scene.lower(index) {
            "on" => None,
            _ => place(scene, index, false)
                .and_then(|(place, _)| place)
                .or_else(|| venue(scene, index + 1).filter(|_| at && has_venue(event))),
        });
        found.extend(place);
    }
    // `the fire at the Lindhof Apartments` may be its name.
    let named = |place: &Span| {
        let named =
            |hit: &crate::mentions::Hit| hit.span.overlaps(*place) && hit.is(fact, Use::Event);
        scene.hits.iter().any(named)
    };
    found.retain(|place| !named(place));
    found
}

/// The place that follows the preposition with this index.
pub(super) fn after(scene: &Scene, index: usize, fact: usize, event: &Fact) -> Option<Span> {
    listed_after(scene, index + 1, fact).or_else(|| {
        place(scene, index, false)
            .and_then(|(place, _)| place)
            .or_else(|| venue(scene, index + 1).filter(|_| has_venue(event)))
    })
}

/// A place of the event that follows a preposition, with its article or without.
fn listed_after(scene: &Scene, mut index: usize, fact: usize) -> Option<Span> {
    let at = |index: usize| {
        let word = scene.words.get(index)?;
        scene.hit_at(word.span.start, |hit| hit.is(fact, Use::At))
    };
    if let Some(hit) = at(index) {
        return Some(hit.span);
    }
    index += usize::from(scene.lower(index) == "the");
    at(index).map(|hit| hit.span)
}

/// A building or ground that is named: `the Corn Exchange`.
fn venue(scene: &Scene, mut index: usize) -> Option<Span> {
    index += usize::from(scene.lower(index) == "the");
    let word = scene.words.get(index)?;
    if !word.capital || word.kind != WordKind::Word {
        return None;
    }
    let phrase = names::phrase_from(scene, index)?;
    let next = scene.words.get(phrase.end);
    let taken = next.is_some_and(|next| next.kind == WordKind::Possessive);
    (phrase.len() > 1 && !taken).then(|| span_of(scene, &phrase))
}

/// Whether the words name a building or ground.
pub(crate) fn is_venue(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default().to_lowercase();
    VENUES.contains(&last.as_str())
        || ["hall", "dome", "plex", "house", "drome"]
            .iter()
            .any(|end| last.ends_with(end))
}

fn spellings(fact: &Fact) -> impl Iterator<Item = &String> {
    let cells = fact
        .table
        .records
        .iter()
        .flat_map(|record| record.cells.iter().flatten());
    cells.flat_map(|value| match value {
        Value::Phrase(phrase) => phrase.spellings.as_slice(),
        _ => &[],
    })
}

/// Whether a building or ground of the event is listed, with which another can be compared.
fn has_venue(fact: &Fact) -> bool {
    spellings(fact).any(|right| is_venue(right))
}

/// A venue that is not listed is right inside a listed town: `at the Grand Hall in Seoul`.
pub(super) fn drop_venues(scene: &Scene, fact: &Fact, places: &mut Vec<Span>) {
    let listed = |place: &Span| spellings(fact).any(|right| right == scene.slice(*place));
    if places.iter().any(listed) {
        places.retain(|place| listed(place) || !is_venue(scene.slice(*place)));
    }
}
