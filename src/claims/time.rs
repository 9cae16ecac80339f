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
fn is_described_as_past(scene: &Scene, at: Span) -> bool {
    let first = scene.word_from(at.start);
    let before = (first.saturating_sub(REACH)..scene.word_from(at.end).max(first)).rev();
    before
        .take_while(|index| *index >= first || scene.words[*index].kind != WordKind::Sign)
        .any(|index| PAST_ADJECTIVES.contains(&scene.lower(index)))
}

/// Whether a clause holds a vague cue for the past.
fn is_past(scene: &Scene, clause: Span) -> bool {
    let range = scene.word_range(clause);
    range.clone().any(|index| {
        let word = scene.lower(index);
        let cue = PAST.contains(&word) && !is_success(scene, index);
        cue || word.starts_with("then-") || word.starts_with("ex-")
    }) || holds_phrase(scene, clause, PAST_PHRASES)
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

/// Whether a clause holds one of the phrases.
fn holds_phrase(scene: &Scene, clause: Span, phrases: &[&[&str]]) -> bool {
    let range = scene.word_range(clause);
    range.clone().any(|index| {
        phrases.iter().any(|phrase| {
            index + phrase.len() <= range.end
                && phrase
                    .iter()
                    .enumerate()
                    .all(|(step, part)| scene.lower(index + step) == *part)
        })
    })
}
