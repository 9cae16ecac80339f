//! Where a subject stands to its number: in front or behind, near or with a rival between.

use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::language::{Reading, nations};
use crate::mentions::Use;
use crate::span::Span;

use super::owner::{is_proper, is_saying};

/// Verbs whose object is the one who lost: the number behind is the winner's.
pub(super) const BEATS: &[&str] = &[
    "beat",
    "beats",
    "beating",
    "defeated",
    "defeats",
    "defeating",
    "edged",
    "trounced",
    "overcame",
];

/// The whole that a part is taken of: `84 of the 200 seats`. What governs the part does not govern it.
pub(super) fn is_whole(scene: &Scene, value: Span) -> bool {
    let first = scene.word_range(value).start;
    let number = |index: usize| {
        scene
            .words
            .get(index)
            .is_some_and(|word| word.kind == WordKind::Number)
    };
    let the = first.wrapping_sub(1);
    let of = if matches!(scene.lower(the), "the" | "its" | "all" | "their" | "those") {
        the.wrapping_sub(1)
    } else {
        the
    };
    scene.lower(of) == "of"
        && (number(of.wrapping_sub(1))
            || number(of.wrapping_sub(2))
            || scene.lower(of.wrapping_sub(1)) == "out")
}

/// Whether a subject is only where, when or what about: `the applause after the film went on for nine minutes`.
pub(super) fn is_aside(scene: &Scene, subject: Span) -> bool {
    let mut first = scene.word_from(subject.start);
    while first > 0
        && (matches!(
            scene.lower(first - 1),
            "the" | "a" | "an" | "its" | "their" | "\""
        ) || scene.words[first - 1].kind == WordKind::Possessive)
    {
        first -= 1;
    }
    let before = first.checked_sub(1).map_or("", |index| scene.lower(index));
    matches!(
        before,
        "after"
            | "before"
            | "about"
            | "against"
            | "near"
            | "from"
            | "behind"
            | "beside"
            | "until"
            | "toward"
            | "towards"
            | "unlike"
            | "than"
            | "outside"
    ) || BEATS.contains(&before)
}

/// `At 124 minutes, the film is …`, `With 72 seats, the party is …`: the subject follows.
pub(super) fn is_lead(scene: &Scene, value: Span, noun: Option<Span>) -> bool {
    let first = scene.word_range(value).start;
    let end = scene.word_from(noun.map_or(value.end, |noun| noun.end.max(value.end)));
    let head = first.checked_sub(1).is_some_and(|index| {
        matches!(scene.lower(index), "at" | "with")
            && scene.words[index].span.start == scene.clause(value.start).start
    });
    head && (end..end + 3).any(|index| scene.is_sign(index, ","))
}

/// Whether a subject behind the number governs it: `an 8.2% rise in defense spending`, `nine people aboard the station`, but
/// not the place of `28,500 troops in South Korea`.
pub(super) fn follows(
    scene: &Scene,
    fact: usize,
    value: Span,
    noun: Option<Span>,
    subject: Span,
) -> bool {
    let from = noun.map_or(value.end, |noun| noun.end.max(value.end));
    let range = scene.word_range(Span::new(from, subject.start.max(from)));
    if range.len() > 6
        || range
            .clone()
            .any(|index| scene.words[index].kind == WordKind::Sign && scene.word(index) != "-")
    {
        return false;
    }
    // `the 248 MW Orlec plant`
    if range.is_empty() {
        return true;
    }
    let place = nations::nation(scene.slice(subject)).is_some();
    let last = range.clone().rev().find(|index| {
        // `a rise in South Korea's defense spending`: whose it is, where that is the fact's own.
        let word = scene.words[*index];
        let own = scene
            .hits
            .iter()
            .any(|hit| hit.span.contains(word.span) && hit.is_of(fact));
        !(own && word.capital)
            && word.kind != WordKind::Possessive
            && !matches!(scene.lower(*index), "the" | "its" | "their" | "a" | "an")
    });
    match last.map_or("", |index| scene.lower(index)) {
        "of" | "by" | "for" => true,
        "with" => noun.is_some(),
        "in" | "on" | "aboard" | "at" | "inside" | "into" => !place,
        "to" => !place && noun.is_some(),
        "from" => noun.is_some(),
        // `46,000 people are homeless`, `left 46,000 people homeless`
        "is" | "are" | "was" | "were" | "remain" | "remained" | "" => {
            noun.is_none() || !is_proper(scene, subject)
        }
        // `14 nations signed the accord`
        verb if noun.is_some() && range.len() <= 2 && verb.ends_with("ed") => true,
        // `an 8.2 percent turnout`, and a nation's: `8.2 percent of South Korean spending`; not `8.2 percent said turnout …`
        _ => {
            noun.is_none()
                && range.len() <= 2
                && !is_saying(scene.lower(range.start))
                && !range.clone().any(|index| {
                    matches!(
                        scene.lower(index),
                        "and" | "or" | "but" | "to" | "as" | "than" | "while"
                    )
                })
        }
    }
}

/// How loosely a subject behind the number governs it: a mere place (`holds 83 seats in the Assembly`) less than any in front.
pub(super) fn after_cost(scene: &Scene, value: Span, subject: Span) -> u32 {
    let range = scene.word_range(Span::new(value.end, subject.start.max(value.end)));
    let last = range
        .rev()
        .find(|index| !matches!(scene.lower(*index), "the" | "its" | "their" | "a" | "an"));
    let place = last.is_some_and(|index| {
        matches!(scene.lower(index), "in" | "at" | "aboard" | "inside" | "on")
    });
    if place {
        25
    } else {
        12 + gap(scene, value, subject)
    }
}

/// How many words lie between two places.
pub(super) fn gap(scene: &Scene, one: Span, other: Span) -> u32 {
    let (first, second) = if one.end <= other.start {
        (one, other)
    } else {
        (other, one)
    };
    u32::try_from(
        scene
            .word_range(Span::new(first.end, second.start.max(first.end)))
            .len(),
    )
    .unwrap_or(u32::MAX)
}

/// Whether another nation or body stands between a subject and the number, so that the number is its.
pub(super) fn rival_between(scene: &Scene, fact: usize, subject: Span, value: Span) -> bool {
    let between = Span::new(subject.end, value.start.max(subject.end));
    let other_subject = scene.hits.iter().any(|hit| {
        between.contains(hit.span) && hit.is_any(|r#use| r#use == Use::Subject) && !hit.is_of(fact)
    });
    // `shops in which 300,000 people work`: what stands before `which` is whose the number is.
    let range = scene.word_range(between);
    let relative = range.clone().find(|index| {
        matches!(
            scene.lower(*index),
            "which" | "who" | "whose" | "whom" | "where"
        )
    });
    let apart = relative.is_some_and(|at| {
        range
            .clone()
            .take_while(|index| *index < at)
            .any(|index| scene.words[index].kind == WordKind::Word && !is_small(scene.lower(index)))
    });
    apart
        || other_subject
        || scene.word_range(between).any(|index| {
            let word = scene.words[index];
            let slice = scene.word(index);
            let own = scene
                .hits
                .iter()
                .any(|hit| hit.span.contains(word.span) && hit.is_of(fact));
            // `in Japan` is where, not whose; a nation in front of a verb or noun is whose.
            let place = index > 0
                && matches!(
                    scene.lower(index - 1),
                    "in" | "at" | "from" | "off" | "near" | "to"
                );
            word.capital && !own && !place && nations::nation(slice).is_some()
        })
}

/// Whether another value of the same kind stands between, and a noun behind it that takes this one:
/// `sales rose 7.9 percent and costs 5.1 percent`.
pub(super) fn is_shared(scene: &Scene, subject: Span, value: Span) -> bool {
    let between = Span::new(subject.end, value.start.max(subject.end));
    let unit = |span: Span| {
        scene
            .values()
            .iter()
            .find(|mention| mention.span == span)
            .and_then(|mention| match &mention.reading {
                Reading::Amount(amount) => Some(amount.unit.map(|unit| unit.dimension)),
                _ => None,
            })
    };
    let Some(own) = unit(value) else { return false };
    let last = scene
        .values()
        .iter()
        .rfind(|other| between.contains(other.span) && unit(other.span) == Some(own));
    last.is_some_and(|last| {
        let between = scene.word_range(Span::new(last.span.end, value.start));
        let joined = between
            .clone()
            .any(|index| matches!(scene.lower(index), "and" | "while" | "but" | "as"));
        let noun = between.into_iter().any(|index| {
            let word = scene.words[index];
            let dated = scene.dates.iter().any(|date| date.span.contains(word.span));
            let lower = scene.lower(index);
            word.kind == WordKind::Word
                && !dated
                && !is_small(lower)
                && !names::is_never_name(lower)
        });
        joined && noun
    })
}

fn is_small(lower: &str) -> bool {
    matches!(
        lower,
        "in" | "of" | "on" | "at" | "for" | "with" | "from" | "to" | "by"
    )
}
