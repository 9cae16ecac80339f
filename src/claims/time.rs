//! The time that a claim is about: the dates of its own clause, and vague cues for the past.

use crate::claims::Time;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::span::Span;

/// Words after which any earlier record acquits.
#[rustfmt::skip]
const PAST: &[&str] = &[
    "then", "formerly", "previously", "predecessor", "predecessors", "succeeded", "succeeding", "succeeds", "succeed", "replaced",
    "replacing", "replaces", "originally",
];

/// Adjectives that do so for the words that they stand before: a `former senator` is no former administrator.
#[rustfmt::skip]
const PAST_ADJECTIVES: &[&str] = &["former", "ex", "onetime", "one-time", "erstwhile", "ousted", "outgoing", "late"];

/// How many words an adjective reaches over.
const REACH: usize = 5;

/// The same in several words.
#[rustfmt::skip]
const PAST_PHRASES: &[&[&str]] = &[
    &["at", "the", "time"], &["at", "that", "time"], &["took", "over", "from"], &["taking", "over", "from"],
    &["takes", "over", "from"], &["up", "from"], &["down", "from"], &["used", "to"], &["had", "been"],
    &["the", "late"], &["before", "her"], &["before", "him"], &["before", "them"],
];

/// The time of a claim whose words are `at`. Dates inside `except` are part of the claim itself.
pub fn of(scene: &Scene, at: Span, except: &[Span]) -> Time {
    let clause = scene.clause(at.start);
    let own = scene
        .dates
        .iter()
        .filter(|date| {
            clause.contains(date.span) && !except.iter().any(|span| span.overlaps(date.span))
        })
        .filter_map(|date| date.extent)
        .collect();
    Time {
        own,
        past: is_past(scene, clause) || is_described_as_past(scene, at),
        bygone: false,
    }
}

/// Whether the words stand behind an adjective of the past, with no sign between.
pub fn is_described_as_past(scene: &Scene, at: Span) -> bool {
    let first = scene.word_from(at.start);
    let before = (first.saturating_sub(REACH)..scene.word_from(at.end).max(first)).rev();
    before
        .take_while(|index| *index >= first || scene.words[*index].kind != WordKind::Sign)
        .any(|index| {
            // `late Monday`
            let hour = scene.lower(index) == "late" && scene.lower(index + 1).ends_with("day");
            PAST_ADJECTIVES.contains(&scene.lower(index)) && !hour
        })
}

/// Whether a clause holds a vague cue for the past.
fn is_past(scene: &Scene, clause: Span) -> bool {
    !past_cues(scene, clause).is_empty()
}

/// The vague cues for the past in a clause.
pub fn past_cues(scene: &Scene, clause: Span) -> Vec<Span> {
    let range = scene.word_range(clause);
    let words = range.clone().filter(|index| {
        let word = scene.lower(*index);
        let cue = PAST.contains(&word) && !is_success(scene, *index);
        cue || word.starts_with("then-") || word.starts_with("ex-")
    });
    let words = words.map(|index| scene.words[index].span);
    // `longer than anyone before him` speaks of no time.
    let anyone = |index: usize| {
        let before = index.checked_sub(1).map_or("", |index| scene.lower(index));
        matches!(
            before,
            "anyone" | "anybody" | "any" | "everyone" | "nobody" | "those" | "others"
        )
    };
    let phrases = phrases_in(scene, clause, PAST_PHRASES).filter(|(index, _)| !anyone(*index));
    words.chain(phrases.map(|(_, span)| span)).collect()
}

/// Whether the word reports success: `hopes to succeed in the talks` follows nobody.
fn is_success(scene: &Scene, index: usize) -> bool {
    let next = scene.words.get(index + 1);
    let follows = matches!(
        scene.lower(index + 1),
        "in" | "at"
            | "with"
            | "where"
            | "if"
            | "only"
            | "because"
            | "on"
            | "and"
            | "or"
            | "but"
            | "without"
    );
    let ends = next.is_none_or(|word| word.kind == WordKind::Sign);
    scene.lower(index).starts_with("succeed") && (follows || ends)
}

/// The phrases that a clause holds, each with its first word.
fn phrases_in<'s>(
    scene: &'s Scene,
    clause: Span,
    phrases: &'s [&[&str]],
) -> impl Iterator<Item = (usize, Span)> + 's {
    let range = scene.word_range(clause);
    let end = range.end;
    range.filter_map(move |index| {
        let phrase = phrases.iter().find(|phrase| {
            let mut parts = phrase.iter().enumerate();
            index + phrase.len() <= end
                && parts.all(|(step, part)| scene.lower(index + step) == *part)
        })?;
        let last = scene.words[index + phrase.len() - 1].span;
        Some((index, scene.words[index].span.to(last)))
    })
}
