//! What a number measures: a level, a change, a part, a rate, a toll, or nothing that is claimed.

use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::Measures;
use crate::language::{Amount, Dimension};
use crate::mentions::{Hit, Use};
use crate::span::Span;

use super::change::{is_change, is_moved, is_own};
use super::course::is_ahead;

/// In the clause of a number that is required, wished for, denied or corrected; then it claims nothing.
#[rustfmt::skip]
const UNREAL: &[&str] = &[
    "need", "needs", "needed", "require", "requires", "required", "must", "should", "projected", "projects",
    "project", "projection", "forecast", "forecasts", "target", "targets", "targeted", "targeting", "goal",
    "goals", "aim", "aims", "aimed", "aiming", "could", "may", "might", "would", "if", "unless", "demand",
    "demanded", "demands", "urged", "urges", "wants", "want", "wanted", "misstated", "incorrectly",
    "erroneously", "wrongly", "mistakenly", "misreported", "correction", "corrects", "corrected",
    "hypothetical", "ceiling", "cap", "capped", "limit", "limits", "maximum", "minimum", "threshold", "quota",
    "predicts", "predicted", "predict", "expects", "expect", "expecting", "pledge", "pledged", "pledges", "promised", "promises",
    "see", "sees", "foresee", "foresees", "anticipate", "anticipates", "anticipated", "denied", "denies",
    "deny", "false", "falsely", "rumored", "rumoured", "proposal", "proposed", "proposes", "potential",
    "planned",
];

/// The same behind the number.
#[rustfmt::skip]
const UNREAL_BEHIND: &[&str] = &[
    "needed", "required", "necessary", "target", "goal", "limit", "threshold", "ceiling", "cap", "projected",
    "expected", "forecast", "targeted", "wanted", "quota", "minimum", "maximum", "misstated", "incorrectly",
    "erroneously", "wrongly", "mistakenly",
];

/// The same in two words.
#[rustfmt::skip]
const UNREAL_PAIRS: &[(&str, &str)] = &[
    ("expected", "to"), ("expects", "to"), ("earlier", "version"), ("likely", "to"), ("set", "to"),
    ("calls", "for"), ("called", "for"), ("plans", "to"), ("planning", "to"), ("hopes", "to"), ("seeks", "to"),
    ("seeking", "to"), ("hoping", "to"), ("on", "track"), ("plan", "to"), ("hope", "to"),
];

/// Just before a number that is denied.
const DENIED: &[&str] = &[
    "not", "never", "without", "n't", "isn't", "aren't", "wasn't", "weren't", "cannot", "neither",
    "nor",
];

/// People killed.
#[rustfmt::skip]
const TOLL: &[&str] = &[
    "died", "die", "dies", "dead", "killed", "kill", "kills", "killing", "deaths", "death", "toll", "fatalities", "fatality", "perished", "drowned",
    "slain", "bodies", "dying", "massacred", "casualties", "murdered", "executed", "claimed",
];

/// People hurt or lost.
#[rustfmt::skip]
const HURT: &[&str] = &[
    "injured", "injuries", "injuring", "injures", "wounded", "wounding", "hurt", "missing", "hospitalized", "hospitalised", "rescued", "evacuated", "trapped", "infected", "stranded",
];

const HARM: [&[&str]; 2] = [TOLL, HURT];

/// What a rate is per.
#[rustfmt::skip]
const PER: &[&str] = &[
    "month", "year", "week", "day", "hour", "minute", "second", "quarter", "night", "head", "person", "capita",
    "season", "game", "household",
];

/// What the number measures; None where it claims nothing.
pub(super) fn of(
    scene: &Scene,
    fact: usize,
    value: Span,
    amount: &Amount,
    noun: Option<Span>,
) -> Option<Measures> {
    let clause = scene.clause(value.start);
    let first = scene.word_from(clause.start);
    let words = scene.word_range(value);
    let head = amount.hedge.as_ref().map_or(words.start, |hedge| {
        words.start.min(scene.word_from(hedge.span.start))
    });
    let end = scene.word_from(value.end).max(words.end);
    let clause_words = scene.word_range(clause);
    let before: Vec<&str> = (first.max(head.saturating_sub(5))..head)
        .map(|index| scene.lower(index))
        .collect();
    let back = |steps: usize| {
        before
            .len()
            .checked_sub(steps)
            .map_or("", |index| before[index])
    };

    // What follows the number must say it of the number itself: `were needed`, not `in line with forecasts`.
    let unreal = clause_words.clone().any(|index| {
        let lower = scene.lower(index);
        let listed = if index < head {
            UNREAL.contains(&lower) && !is_month(scene, index)
        } else {
            UNREAL_BEHIND.contains(&lower)
        };
        listed
            || UNREAL_PAIRS
                .iter()
                .any(|(one, two)| lower == *one && scene.lower(index + 1) == *two)
    });
    let denied = (1..=3).any(|steps| {
        DENIED.contains(&back(steps)) && back(steps - 1 + usize::from(steps == 1)) != "only"
    }) || back(2) == "no" && back(1) == "longer";
    if unreal || denied && !before.contains(&"only") {
        return None;
    }

    let measured = amount.unit.is_some();
    let tail = noun
        .filter(|noun| noun.start >= value.end)
        .map_or(end, |noun| scene.word_from(noun.end));
    if tail == end && !measured && is_age(&before) {
        return None;
    }
    if is_change(scene, fact, first, head, end, tail, measured, &before) {
        return Some(Measures::Change);
    }
    if measured && is_moved(scene, fact, head) {
        return Some(Measures::Change);
    }
    if is_ahead(scene, first..head, clause) {
        return None;
    }
    if is_part(scene, fact, head, end, tail, amount) {
        return Some(Measures::Part);
    }
    if is_rate(scene, end, tail) {
        return Some(Measures::Rate);
    }
    if is_distance(scene, fact, end, amount) {
        return None;
    }
    if measured {
        return Some(Measures::Total);
    }
    // The nearest word of harm tells the dead from the hurt.
    let harm = clause_words
        .filter(|index| HARM.iter().any(|list| list.contains(&scene.lower(*index))))
        .min_by_key(|index| {
            if *index >= tail {
                2 * (index - tail) + 1
            } else {
                2 * head.abs_diff(*index)
            }
        });
    match harm {
        Some(index) if TOLL.contains(&scene.lower(index)) => return Some(Measures::Toll),
        // `3,120 people were hurt` is a claim only of a fact that counts the hurt.
        Some(index) if !is_own(scene, fact, index) => return None,
        _ => {}
    }
    Some(Measures::Total)
}

/// A distance from somewhere is no extent; `from coast to coast` is one.
fn is_distance(scene: &Scene, fact: usize, end: usize, amount: &Amount) -> bool {
    const FROM: &[&str] = &[
        "away",
        "off",
        "outside",
        "beyond",
        "apart",
        "inland",
        "downrange",
    ];
    const POINTS: &[&str] = &[
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
    ];
    let length = amount
        .unit
        .is_some_and(|unit| unit.dimension == Dimension::Length);
    let first = scene.lower(end);
    let extent = (end + 1..end + 5).any(|index| scene.lower(index) == "to");
    // The fact may itself be how far something lies from somewhere.
    let there = scene.words.get(end).map_or(scene.span, |word| {
        Span::new(word.span.start, scene.clause(word.span.start).end)
    });
    if scene.hits_in(there, fact, Use::Context).next().is_some() {
        return false;
    }
    let aside = POINTS.contains(&first) && matches!(scene.lower(end + 1), "of" | "from");
    length && (FROM.contains(&first) || first == "from" && !extent || aside)
}

/// Whether a word is the month of a date: `In May`.
fn is_month(scene: &Scene, index: usize) -> bool {
    let word = scene.words[index].span;
    scene.dates.iter().any(|date| date.span.contains(word))
}

/// Whether the words before a bare number make it somebody's age: `a woman of 83`, `when he was 83`.
fn is_age(before: &[&str]) -> bool {
    const PERSONS: &[&str] = &[
        "man",
        "woman",
        "boy",
        "girl",
        "child",
        "person",
        "mother",
        "father",
        "widow",
        "widower",
        "pensioner",
        "teenager",
        "grandmother",
        "grandfather",
    ];
    match before {
        [.., "a" | "an", person, "of"] => PERSONS.contains(person),
        [.., "he" | "she", "was" | "is" | "turned"] => true,
        _ => false,
    }
}

fn is_part(
    scene: &Scene,
    fact: usize,
    head: usize,
    end: usize,
    tail: usize,
    amount: &Amount,
) -> bool {
    let percent = amount.unit.is_some_and(|unit| {
        matches!(
            unit.dimension,
            Dimension::Percent | Dimension::PercentagePoint
        )
    });
    let of = |index: usize| {
        scene.lower(index) == "of"
            && matches!(
                scene.lower(index + 1),
                "the"
                    | "its"
                    | "their"
                    | "those"
                    | "these"
                    | "our"
                    | "his"
                    | "her"
                    | "them"
                    | "whom"
                    | "which"
                    | "all"
            )
            || scene.lower(index) == "out" && scene.lower(index + 1) == "of"
    };
    // `1,240 employees of the infirmary`: of the fact's own subject there is no part.
    let own = |index: usize| {
        let start = scene.words.get(index + 2).map(|word| word.span.start);
        let wanted = |hit: &Hit| hit.is(fact, Use::Subject) || hit.is(fact, Use::Context);
        start.is_some_and(|start| scene.hit_at(start, wanted).is_some())
    };
    let number = |index: usize| {
        let word = scene.words.get(index);
        word.is_some_and(|word| word.kind == WordKind::Number)
    };
    let before = head.checked_sub(1).map_or("", |index| scene.lower(index));
    let leads = scene.clauses.iter().any(|clause| {
        // `Of the 125.7 tonnes that it owns, 61.4 tonnes …`
        let first = scene.word_range(*clause).start;
        let counted = number(first + 2) && first + 2 < head;
        scene.lower(first) == "of"
            && first + 1 < head
            && (counted
                || scene.words[first + 1..head]
                    .iter()
                    .any(|word| scene.slice(word.span) == ","))
    });
    let of_which = (head.saturating_sub(2)..head).any(|index| {
        scene.lower(index) == "of"
            && matches!(
                scene.lower(index + 1),
                "which" | "whom" | "them" | "these" | "those"
            )
    });
    leads
        || of_which
        || !percent && (of(end) || of(tail) && !own(tail))
        || matches!(
            before,
            "including" | "whom" | "them" | "includes" | "include" | "among"
        )
}

fn is_rate(scene: &Scene, end: usize, tail: usize) -> bool {
    // `460,000 barrels of oil a day`
    let of = usize::from(scene.lower(tail) == "of");
    [end, tail, tail + 2 * of, tail + 3 * of]
        .into_iter()
        .any(|index| {
            let (one, two) = (scene.lower(index), scene.lower(index + 1));
            let ago = matches!(
                scene.lower(index + 2),
                "ago" | "earlier" | "before" | "later"
            );
            (matches!(one, "a" | "an" | "per" | "each" | "every") && PER.contains(&two) && !ago)
                || matches!(
                    one,
                    "annually" | "monthly" | "weekly" | "daily" | "hourly" | "yearly" | "apiece"
                )
        })
}
