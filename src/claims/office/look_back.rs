//! Titles without their body that look back or ahead: `appointed by President NAME`, the `record as governor`, a president to be.

use std::ops::Range;

use jiff::civil::Date;

use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::{Record, Value};
use crate::mentions::Use;
use crate::mentions::spelling::on_boundaries;
use crate::span::Span;
use crate::verdict::name;

use super::words::JUDGES;

/// So many days around a change of office, copy gives a person either title.
const CHANGE: i32 = 120;

/// Words of beginning and ending in office, so many words before or behind a title: it is that of the time told of.
const OFFICE_CHANGES: &[&str] = &[
    "appointed",
    "appointee",
    "appointees",
    "appoint",
    "nominated",
    "nominate",
    "fire",
    "fired",
    "firing",
    "fires",
    "dismissed",
    "dismissal",
    "dismiss",
    "ousted",
    "ouster",
    "sacked",
    "deposed",
    "impeached",
    "confirm",
    "confirmed",
    "replacement",
    "replace",
    "administration",
];

/// How far such a word may stand.
const NEAR: usize = 3;

/// Words that make a title one to come.
const AHEAD: &[&str] = &[
    "a",
    "if",
    "whether",
    "will",
    "would",
    "could",
    "may",
    "might",
    "should",
    "implications",
    "perhaps",
    "envisions",
    "vowed",
    "promised",
    "next",
    "soon",
];

/// Whether a title without its nation, and the name of an earlier holder beside it, tell of the holder's own time:
/// `President NAME's law`, `NAME had`.
pub fn is_look_back(scene: &Scene, words: &Range<usize>) -> bool {
    let owns = scene
        .words
        .get(words.end)
        .is_some_and(|word| word.kind == WordKind::Possessive);
    owns || scene.lower(words.end) == "had" || is_of_change(scene, words)
}

/// So many phrases of an article are looked through: a hostile one has a million.
const LOOKED_THROUGH: usize = 2_000;

/// Whether the article names a holder of today elsewhere, in full or by the surname behind the title: who writes so
/// knows who holds the office.
pub fn is_known_today(scene: &Scene, today: &[((usize, usize), &Record)]) -> bool {
    let hits = || scene.all.iter().take(LOOKED_THROUGH);
    let named = |fact: &usize, record: &Record| {
        let phrases = record
            .cells
            .iter()
            .flatten()
            .filter_map(|value| match value {
                Value::Phrase(phrase) => Some(phrase),
                _ => None,
            });
        let spellings: Vec<&str> = phrases
            .flat_map(|phrase| phrase.spellings.iter().map(String::as_str))
            .collect();
        hits().any(|hit| {
            let after = || scene.text().get(hit.span.end + 1..).unwrap_or_default();
            let holder = |r#use| matches!(r#use, Use::Holder(_));
            hit.uses.of(*fact).any(holder) && spellings.contains(&scene.slice(hit.span))
                || hit.is(*fact, Use::Title)
                    && spellings
                        .iter()
                        .any(|name| after().starts_with(name::surname(name)))
        })
    };
    // Whichever sentence asks, the answer is the same.
    today.iter().any(|(which, record)| {
        let known = scene.page.known(*which);
        known.unwrap_or_else(|| scene.page.learn(*which, named(&which.0, record)))
    })
}

/// Whether the article has the surname of a holder of today by itself: `Mr. NAME`.
pub fn is_surname_known(scene: &Scene, today: &[((usize, usize), &Record)]) -> bool {
    let text = scene.text();
    let values = today
        .iter()
        .flat_map(|(_, record)| record.cells.iter().flatten());
    let mut surnames = values.filter_map(|value| match value {
        Value::Phrase(phrase) => Some(name::surname(&phrase.preferred)),
        _ => None,
    });
    surnames.any(|surname| {
        let mut places = text.match_indices(surname).take(LOOKED_THROUGH);
        places.any(|(at, _)| on_boundaries(text, Span::new(at, at + surname.len())))
    })
}

/// Whether words beside a mention speak of somebody's beginning or ending in office: `fired`, `appointed by`.
pub fn is_of_change(scene: &Scene, words: &Range<usize>) -> bool {
    let near = (words.start.saturating_sub(NEAR)..words.start).chain(words.end..words.end + NEAR);
    let clause = |index: &usize| {
        let first = scene.words.get(words.start).map(|word| word.span.start);
        let place = scene.words.get(*index).map(|word| word.span);
        first
            .zip(place)
            .is_some_and(|(first, place)| scene.clause(first).contains(place))
    };
    near.filter(clause)
        .any(|index| OFFICE_CHANGES.contains(&scene.lower(index)))
}

/// What a holder did that lasts: `appointed by President NAME`.
#[rustfmt::skip]
const ACTS: &[&str] = &[
    "appointed", "nominated", "signed", "named", "chosen", "picked", "hired", "pardoned", "vetoed", "ordered", "created", "founded",
    "commissioned", "introduced", "enacted", "issued", "approved", "proposed", "dedicated", "established", "elevated", "promoted",
    "tapped", "selected", "knighted", "decreed", "negotiated", "instituted", "built", "imposed", "unveiled", "inaugurated", "championed",
];

/// Whether a title and its name are an object of retrospect: `appointed by President NAME`, `criticized President NAME`.
pub fn is_retrospect(scene: &Scene, title: usize) -> bool {
    let at = |steps: usize| title.checked_sub(steps);
    let lower = |steps: usize| at(steps).map_or("", |index| scene.lower(index));
    let skipped = usize::from(matches!(lower(1), "the" | "then"));
    let by = lower(1 + skipped) == "by"
        && (2..=5).any(|steps| ACTS.contains(&lower(steps + skipped)))
        && !(3..=6).any(|steps| matches!(lower(steps + skipped), "will" | "would"));
    by || (1..=NEAR).any(|steps| JUDGES.contains(&lower(steps)))
}

/// Words of those who only imagine a holder.
#[rustfmt::skip]
const IMAGINES: &[&str] = &[
    "joke", "jokes", "joked", "joking", "dream", "dreams", "dreamed", "dreaming", "fear", "fears", "feared", "talk", "talks",
    "talked", "warn", "warns", "warned", "prospect", "idea", "imagine", "imagined", "speculate", "speculated", "speculation",
    "hope", "hopes", "hoped", "wish", "wished", "vision", "rumors", "threat", "possibility",
];

/// Whether a title is what somebody jokes, dreams or warns of: `They joked about President NAME`.
pub fn is_imagined(scene: &Scene, title: usize) -> bool {
    let at = |steps: usize| title.checked_sub(steps).map_or("", |at| scene.lower(at));
    let imagines = |word: &str| IMAGINES.contains(&word);
    matches!(at(1), "about" | "of" | "for" | "a") && (2..=4).any(|steps| imagines(at(steps)))
}

/// Whether the sentence states a time before the year of the article.
pub fn is_of_earlier_year(scene: &Scene, date: Date) -> bool {
    scene.dates.iter().any(|stated| {
        let until = stated.extent.and_then(|extent| extent.until);
        until.is_some_and(|until| until.year() < date.year())
    })
}

/// Whether the clause speaks of what may come.
pub fn is_ahead(scene: &Scene, words: &Range<usize>) -> bool {
    let Some(first) = scene.words.get(words.start) else {
        return false;
    };
    scene.holds(scene.clause(first.span.start), AHEAD)
}

/// Whether a record begins soon after a day.
pub fn begins_soon(record: &Record, day: Date) -> bool {
    record
        .during
        .from
        .and_then(|from| day.until(from).ok())
        .is_some_and(|time| (1..=CHANGE).contains(&time.get_days()))
}

/// Whether a record begins or ends near a day.
pub fn changes_near(record: &Record, day: Date) -> bool {
    let near = |bound: Option<Date>| {
        let time = bound.and_then(|bound| day.until(bound).ok());
        time.is_some_and(|time| time.get_days().abs() <= CHANGE)
    };
    near(record.during.from) || near(record.during.until)
}
