//! The time that a claim is about: the dates of its own clause, and vague cues for the past.

use crate::claims::Time;
use crate::claims::scene::Scene;
use crate::span::Span;

/// Words after which any earlier record acquits.
#[rustfmt::skip]
const PAST: &[&str] = &[
    "then", "formerly", "previously", "predecessor", "predecessors", "succeeded", "succeeding", "succeeds", "succeed",
    "replaced", "replacing", "replaces", "ousted", "originally",
];

/// The same, of what stands behind them: in `NAME, a former senator` the name is no former one.
const PAST_AHEAD: &[&str] = &["former", "ex", "once", "onetime", "erstwhile", "outgoing"];

/// The same in several words.
const PAST_PHRASES: &[&[&str]] = &[
    &["at", "the", "time"],
    &["at", "that", "time"],
    &["took", "over", "from"],
    &["taking", "over", "from"],
    &["takes", "over", "from"],
    &["up", "from"],
    &["down", "from"],
    &["used", "to"],
    &["had", "been"],
    &["the", "late"],
    &["before", "her"],
    &["before", "him"],
    &["before", "them"],
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
        past: is_past(scene, clause, at),
    }
}

/// Whether a clause holds a vague cue for the past of what stands at `at`.
fn is_past(scene: &Scene, clause: Span, at: Span) -> bool {
    let range = scene.word_range(clause);
    range.clone().any(|index| {
        let word = scene.lower(index);
        PAST.contains(&word)
            || PAST_AHEAD.contains(&word) && scene.words[index].span.start < at.end
            || word.starts_with("then-")
            || word.starts_with("ex-")
            || PAST_PHRASES.iter().any(|phrase| {
                index + phrase.len() <= range.end
                    && phrase
                        .iter()
                        .enumerate()
                        .all(|(step, part)| scene.lower(index + step) == *part)
            })
    })
}
