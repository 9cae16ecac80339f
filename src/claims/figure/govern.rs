//! Which subject governs a number, and whether the context is near.

use crate::article::BlockKind;
use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::{Figure, FigureUnit};
use crate::language::{Amount, Role, nations};
use crate::mentions::Use;
use crate::span::Span;

/// A number that a fact's subject governs.
pub(super) struct Governed {
    /// How loosely: 0 where the subject stands in the number's own noun phrase.
    pub(super) distance: u32,
    /// The counted noun, where there is one.
    pub(super) noun: Option<Span>,
}

/// Verbs that tie a subject in front to a bare number: `troops there number 28,500`, `the death toll reached 213`.
const LEVEL: &[&str] = &[
    "number",
    "numbers",
    "numbered",
    "numbering",
    "total",
    "totals",
    "totaled",
    "totalled",
    "totaling",
    "totalling",
    "reached",
    "reach",
    "reaches",
    "reaching",
    "stood",
    "stands",
    "stand",
    "standing",
    "was",
    "is",
    "are",
    "were",
    "at",
    "hit",
    "hits",
    "climbed",
    "rose",
    "fell",
    "dropped",
    "of",
    "amounted",
    "amounts",
    "to",
    "came",
    "comes",
    "remains",
    "remained",
    "be",
    "exceeds",
    "exceeded",
    "exceed",
    "surpassed",
    "topped",
    "tops",
    "passed",
    "averaged",
    "averages",
    "grew",
    "increased",
    "decreased",
    "declined",
    "slowed",
    "eased",
    "edged",
    "slipped",
    "jumped",
    "measured",
    "measures",
    "spans",
    "spanned",
    "stretches",
    "weighs",
    "weighed",
    "put",
    "as",
    "has",
    "have",
    "had",
    "counted",
    "counts",
    "equals",
    "swelled",
];

/// Words that may follow a number whose noun stands in front.
const CLOSERS: &[&str] = &[
    "in",
    "on",
    "at",
    "as",
    "and",
    "by",
    "from",
    "for",
    "after",
    "before",
    "with",
    "while",
    "when",
    "or",
    "last",
    "this",
    "since",
    "but",
    "to",
    "during",
    "under",
    "according",
    "now",
    "today",
    "yesterday",
    "so",
    "than",
    "despite",
    "across",
    "compared",
    "versus",
    "against",
    "earlier",
    "late",
    "early",
    "following",
    "amid",
    "again",
    "that",
    "which",
    "if",
    "strong",
    "a",
    "the",
    "per",
    "over",
    "overall",
    "through",
    "up",
    "down",
    "is",
    "are",
    "was",
    "were",
    "annually",
    "each",
];

/// Finds the subject that governs a number, and the noun that it counts.
pub(super) fn govern(
    scene: &Scene,
    figure: &Figure,
    fact: usize,
    value: Span,
    amount: &Amount,
) -> Option<Governed> {
    let words = scene.word_range(value);
    let clause = scene.clause(value.start);
    let end = words.end.max(scene.word_from(value.end));
    let subject = |span: Span| scene.hits_in(span, fact, |r#use| r#use == Use::Subject);
    let noun = match &figure.unit {
        FigureUnit::Counted(_) => noun_behind(scene, fact, end, value),
        FigureUnit::Measured(_) => None,
    };
    if let Some(noun) = noun {
        // The noun phrase: `28,500 U.S. troops`.
        let phrase = Span::new(value.end, noun.end);
        if subject(phrase).next().is_some() || figure.subject.is_empty() {
            return Some(Governed {
                distance: 0,
                noun: Some(noun),
            });
        }
        if of_others(scene, fact, phrase) {
            return None;
        }
    }
    let counted = matches!(figure.unit, FigureUnit::Counted(_));
    let compound = amount.role == Role::Compound
        && scene
            .slice(Span::new(value.start, clause.end))
            .split(' ')
            .next()
            .is_some_and(|word| word.ends_with("-strong"));
    if counted && noun.is_none() && !compound {
        // `troops there number 28,500`: the noun, or a subject that is a noun, in front of the bare number.
        if !is_bare(scene, end) {
            return None;
        }
        let head = nearest_before(scene, clause, value, |span| {
            scene
                .hits_in(span, fact, |r#use| {
                    matches!(r#use, Use::Unit | Use::Subject)
                })
                .last()
                .map(|hit| hit.span)
        })?;
        if !linked(scene, head.end, value.start) {
            return None;
        }
        let is_noun = scene
            .hits_in(head, fact, |r#use| r#use == Use::Unit)
            .next()
            .is_some();
        let named = !figure.subject.is_empty() && is_noun;
        if named {
            // The noun needs its own subject: before it, or in its phrase behind it.
            let around = Span::new(clause.start, value.start);
            let subject = subject(around).last()?;
            return Some(Governed {
                distance: 5 + gap(scene, subject.span, head),
                noun: Some(head),
            });
        }
        if nations::nation(scene.slice(head)).is_some() {
            return None;
        }
        return Some(Governed {
            distance: 5 + gap(scene, head, value),
            noun: Some(head),
        });
    }
    if figure.subject.is_empty() {
        return Some(Governed { distance: 30, noun });
    }
    let before = nearest_before(scene, clause, value, |span| {
        subject(span).last().map(|hit| hit.span)
    });
    let after = subject(Span::new(value.end.min(clause.end), clause.end))
        .next()
        .map(|hit| hit.span);
    let before = before.filter(|subject| !rival_between(scene, fact, *subject, value));
    let after = after.filter(|subject| follows(scene, value, noun, *subject, counted));
    let before_cost = before.map(|subject| 10 + gap(scene, subject, value));
    let after_cost = after.map(|subject| 12 + gap(scene, value, subject));
    let distance = before_cost.into_iter().chain(after_cost).min()?;
    Some(Governed { distance, noun })
}

/// The counted noun behind a number, a few adjectives between.
fn noun_behind(scene: &Scene, fact: usize, from: usize, value: Span) -> Option<Span> {
    // `28,500-troop force`: the noun is in the number's own word.
    let unit = |_: usize, r#use: Use| r#use == Use::Unit;
    let glued = scene
        .hits
        .iter()
        .find(|hit| hit.span.start == value.end + 1 && hit.is(fact, Use::Unit));
    if let Some(hit) = glued.filter(|hit| scene.text()[value.end..hit.span.start].starts_with('-'))
    {
        return Some(hit.span);
    }
    let mut index = from;
    let mut steps = 0;
    while let Some(word) = scene.words.get(index) {
        if let Some(hit) = scene.hit_at(word.span.start, |of, r#use| of == fact && unit(of, r#use))
        {
            return Some(hit.span);
        }
        let lower = scene.lower(index);
        let stops = word.kind == WordKind::Sign && scene.word(index) != "-"
            || word.kind == WordKind::Number;
        if stops
            || steps == 6
            || names::is_never_name(lower) && !matches!(lower, "or" | "so" | "more" | "former")
        {
            return None;
        }
        steps += 1;
        index += 1;
    }
    None
}

/// Whether a noun phrase names a nation or body that is not the fact's subject.
fn of_others(scene: &Scene, fact: usize, phrase: Span) -> bool {
    scene.word_range(phrase).any(|index| {
        let word = scene.words[index];
        let own = scene.hits.iter().any(|hit| {
            hit.span.contains(word.span)
                && hit
                    .uses
                    .iter()
                    .any(|(of, r#use)| *of == fact && matches!(r#use, Use::Subject | Use::Unit))
        });
        word.capital && !own && word.kind == WordKind::Word
    })
}

/// Whether nothing behind a number claims it: no noun of its own follows.
fn is_bare(scene: &Scene, index: usize) -> bool {
    match scene.words.get(index) {
        None => true,
        Some(word) if word.kind == WordKind::Sign => true,
        Some(_) => CLOSERS.contains(&scene.lower(index)) || scene.lower(index).ends_with("ly"),
    }
}

/// Whether a verb or `at` ties what stands in front to the number.
fn linked(scene: &Scene, from: usize, to: usize) -> bool {
    let range = scene.word_range(Span::new(from, to));
    range.is_empty()
        || range
            .clone()
            .any(|index| LEVEL.contains(&scene.lower(index)))
        || scene.is_sign(range.end - 1, ":")
}

fn nearest_before(
    _: &Scene,
    clause: Span,
    value: Span,
    last: impl Fn(Span) -> Option<Span>,
) -> Option<Span> {
    last(Span::new(clause.start, value.start.max(clause.start)))
}

/// Whether another nation or body stands between a subject and the number, so that the number is its.
fn rival_between(scene: &Scene, fact: usize, subject: Span, value: Span) -> bool {
    let between = Span::new(subject.end, value.start.max(subject.end));
    let other_subject = scene.hits.iter().any(|hit| {
        between.contains(hit.span)
            && !hit.nested
            && hit
                .uses
                .iter()
                .any(|(of, r#use)| *of != fact && *r#use == Use::Subject)
            && !hit.uses.iter().any(|(of, _)| *of == fact)
    });
    other_subject
        || scene.word_range(between).any(|index| {
            let word = scene.words[index];
            let slice = scene.word(index);
            let own = scene.hits.iter().any(|hit| {
                hit.span.contains(word.span) && hit.uses.iter().any(|(of, _)| *of == fact)
            });
            // `in Japan` is where, not whose; a nation in front of a verb or noun is whose.
            let place = index > 0
                && matches!(
                    scene.lower(index - 1),
                    "in" | "at" | "from" | "off" | "near" | "to"
                );
            word.capital && !own && !place && nations::nation(slice).is_some()
        })
}

/// Whether a subject behind the number governs it: `an 8.2% rise in defense spending`, `28,500 of the U.S. troops`, but
/// not the place of `28,500 troops in South Korea`.
fn follows(scene: &Scene, value: Span, noun: Option<Span>, subject: Span, counted: bool) -> bool {
    let from = noun.map_or(value.end, |noun| noun.end.max(value.end));
    let range = scene.word_range(Span::new(from, subject.start.max(from)));
    if range.len() > 6
        || range
            .clone()
            .any(|index| scene.words[index].kind == WordKind::Sign && scene.word(index) != "-")
    {
        return false;
    }
    let place = nations::nation(scene.slice(subject)).is_some();
    let last = range
        .clone()
        .rev()
        .find(|index| !matches!(scene.lower(*index), "the" | "its" | "their" | "a" | "an"));
    let preposition = last.map_or("", |index| scene.lower(index));
    match preposition {
        "of" | "by" | "for" => true,
        "in" | "on" | "to" => !(counted && place) && !place,
        "from" => counted,
        "" => !counted || !place,
        _ => !counted,
    }
}

/// How many words lie between two places.
fn gap(scene: &Scene, one: Span, other: Span) -> u32 {
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

/// How near a phrase of the context stands: 0 in the number's clause, 1 elsewhere in its sentence, 2 beyond. None: nowhere,
/// or the clause names another place.
pub(super) fn context(
    scene: &Scene,
    figure: &Figure,
    fact: usize,
    value: Span,
    noun: Option<Span>,
) -> Option<u8> {
    if figure.context.is_empty() {
        return Some(0);
    }
    let clause = scene.clause(value.start);
    let is_context = |r#use: Use| r#use == Use::Context;
    if scene.hits_in(clause, fact, is_context).next().is_some() {
        return Some(0);
    }
    if names_another_place(scene, fact, clause) {
        return None;
    }
    let _ = noun;
    if scene.hits_in(scene.span, fact, is_context).next().is_some() {
        return Some(1);
    }
    let text = scene.page.text;
    let sentence = text.sentences()[scene.index];
    let block = text.blocks().get(sentence.block)?;
    let headline = text
        .blocks()
        .iter()
        .find(|block| block.kind == BlockKind::Headline);
    let previous = scene
        .index
        .checked_sub(1)
        .map(|index| text.sentences()[index].span);
    let near = [Some(block.span), headline.map(|block| block.span), previous];
    near.into_iter()
        .flatten()
        .any(|span| {
            let first = scene.all.partition_point(|hit| hit.span.start < span.start);
            scene.all[first..]
                .iter()
                .take_while(|hit| hit.span.start < span.end)
                .any(|hit| !hit.nested && hit.is(fact, Use::Context))
        })
        .then_some(2)
}

/// Whether a clause says where, and it is somewhere else.
fn names_another_place(scene: &Scene, fact: usize, clause: Span) -> bool {
    scene.word_range(clause).any(|index| {
        let word = scene.words[index];
        let lower = scene.lower(index);
        if !word.capital || word.kind != WordKind::Word || names::is_never_name(lower) {
            return false;
        }
        let own = scene
            .hits
            .iter()
            .any(|hit| hit.span.contains(word.span) && hit.uses.iter().any(|(of, _)| *of == fact));
        let before = index.checked_sub(1).map_or("", |index| scene.lower(index));
        let located = matches!(
            before,
            "in" | "at" | "off" | "near" | "across" | "on" | "from" | "to" | "outside" | "around"
        );
        !own && (located || nations::is_nation_name(scene.word(index)))
    })
}
