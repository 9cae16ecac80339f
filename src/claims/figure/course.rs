//! Numbers in the course of something: where a change began, what is to come, the other side of a result.

use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::language::{Amount, Reading};
use crate::mentions::Use;
use crate::span::Span;

use super::change::{CHANGES, MOVES, RISES};

/// Whether a number is where a change began: `up from 41 percent`, `rose from 41 percent to 48`.
pub(super) fn is_start(scene: &Scene, value: Span, amount: &Amount) -> bool {
    let hedge = amount.hedge.as_ref().map(|hedge| hedge.span.start);
    let head = scene.word_from(hedge.map_or(value.start, |hedge| hedge.min(value.start)));
    let first = scene.word_from(scene.clause(value.start).start);
    let before = |steps: usize| match head.checked_sub(steps).filter(|at| *at + 3 >= first) {
        Some(at) => scene.lower(at),
        None => "",
    };
    if before(2) == "compared" && matches!(before(1), "with" | "to") {
        return true;
    }
    // `up from an all-time low of 41 percent`, `from its earlier 41 percent`
    let from = (1..=5).find(|steps| before(*steps) == "from");
    let Some(from) = from else { return false };
    let plain = (1..from).all(|steps| {
        head.checked_sub(steps)
            .is_some_and(|at| scene.words[at].kind == WordKind::Word)
    });
    let changes = |word: &str| RISES.contains(&word) || CHANGES.contains(&word);
    let moved = (from + 1..from + 6).any(|steps| changes(before(steps)));
    plain && moved
}

/// Verbs that change what there is: after `will` and its like they tell of what is to come.
#[rustfmt::skip]
const TO_COME: &[&str] = &[
    "rise", "increase", "grow", "climb", "jump", "surge", "soar", "fall", "drop", "decline", "decrease", "shrink", "slip", "slide",
    "sink", "dip", "expand", "contract", "raise", "lower", "boost", "cut", "reduce", "trim", "hike", "widen", "narrow", "ease",
    "reach", "hit", "exceed", "surpass", "top", "double", "triple", "slow",
    "build", "buy", "order", "install", "acquire", "receive", "hire", "recruit", "open", "deploy", "add", "send", "withdraw", "gain",
    "lose", "shed", "create",
    "raised", "lowered", "cut", "reduced", "increased", "expanded", "trimmed", "hiked", "doubled", "boosted", "built", "installed",
    "added", "deployed", "withdrawn", "hired", "changed",
];

/// Whether a plan or the future governs a number: `will rise to`, `is to cost … from May`, `is about to install`. What `will` be
/// without a change or a time of its own may be a settled matter: `the bridge will be 12 km long`.
pub(super) fn is_ahead(scene: &Scene, before: std::ops::Range<usize>, clause: Span) -> bool {
    let own_time = scene.dates.iter().any(|date| clause.contains(date.span));
    before.clone().any(|index| {
        let (one, two, three) = (
            scene.lower(index),
            scene.lower(index + 1),
            scene.lower(index + 2),
        );
        let verb = match (one, two, three) {
            ("will" | "'ll" | "shall", ..) => index + 1,
            ("going" | "about" | "due" | "scheduled" | "ready" | "poised", "to", _)
            | ("is" | "are", "to", _) => index + 2,
            _ => return false,
        };
        let verb = verb
            + usize::from(
                scene.lower(verb).ends_with("ly")
                    || matches!(scene.lower(verb), "be" | "soon" | "also" | "then"),
            );
        verb < before.end && TO_COME.contains(&scene.lower(verb)) || own_time && verb <= before.end
    })
}

/// The other side's number in a result: `9,142 votes to 8,940`, and the two together, `won 9,142 to 8,940`.
pub(super) fn is_other_sides(scene: &Scene, fact: usize, value: Span, amount: &Amount) -> bool {
    if let Some(upper) = &amount.upper {
        return upper.value < amount.number.value;
    }
    let to = scene.word_range(value).start.saturating_sub(1);
    if to == 0 || !matches!(scene.lower(to), "to" | "against") {
        return false;
    }
    let first = scene.word_from(scene.clause(value.start).start);
    let number = |index: usize| {
        let word = scene.words.get(index);
        word.is_some_and(|word| word.kind == WordKind::Number)
    };
    let behind = scene.words[to - 1].span.end;
    let unit = scene
        .hit_before(behind, |hit| hit.is(fact, Use::Unit))
        .map_or(to, |hit| scene.word_from(hit.span.start));
    // `54 percent to 46 percent`
    let measured = scene
        .values()
        .iter()
        .find(|value| value.span.end == behind && matches!(value.reading, Reading::Amount(_)));
    let other = match measured {
        Some(value) => Some(scene.word_from(value.span.start)),
        None => unit.checked_sub(1).filter(|at| number(*at)),
    };
    let Some(other) = other.filter(|at| *at >= first) else {
        return false;
    };
    !(first..other).any(|index| {
        let lower = scene.lower(index);
        lower == "from"
            || RISES.contains(&lower)
            || CHANGES.contains(&lower)
            || MOVES.contains(&lower)
    })
}
