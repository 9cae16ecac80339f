//! Which subject governs a number.

use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::{Figure, FigureUnit, Measures};
use crate::language::{Amount, Role, tense};
use crate::mentions::{Hit, Use};
use crate::span::Span;

use super::owner::{self, Owner, is_proper};
use super::position::{
    after_cost, follows, gap, is_aside, is_lead, is_shared, is_whole, rival_between,
};

/// A number that a fact's subject governs.
pub(super) struct Governed {
    /// How loosely: 0 where the subject stands in the number's own noun phrase.
    pub(super) distance: u32,
    /// The counted noun, where there is one.
    pub(super) noun: Option<Span>,
    /// The fact's phrase to which the number belongs.
    pub(super) owned: Option<Span>,
}

/// Verbs that tie a subject in front to a bare number: `troops there number 28,500`, `the death toll reached 213`.
#[rustfmt::skip]
const LEVEL: &[&str] = &[
    "number", "numbers", "numbered", "numbering", "total", "totals", "totaled", "totalled", "totaling",
    "totalling", "reached", "reach", "reaches", "reaching", "stood", "stands", "stand", "standing", "was", "is",
    "are", "were", "at", "hit", "hits", "climbed", "rose", "fell", "dropped", "of", "amounted", "amounts", "to",
    "came", "comes", "remains", "remained", "be", "exceeds", "exceeded", "exceed", "surpassed", "topped",
    "tops", "passed", "averaged", "averages", "grew", "increased", "decreased", "declined", "slowed", "eased",
    "edged", "slipped", "jumped", "measured", "measures", "spans", "spanned", "stretches", "weighs", "weighed",
    "put", "as", "has", "have", "had", "counted", "counts", "equals", "swelled",
];

/// Words that may follow a number whose noun stands in front.
#[rustfmt::skip]
const CLOSERS: &[&str] = &[
    "in", "on", "at", "as", "and", "by", "from", "for", "after", "before", "with", "while", "when", "or",
    "last", "this", "since", "but", "to", "during", "under", "according", "now", "today", "yesterday", "so",
    "than", "despite", "across", "compared", "versus", "against", "earlier", "late", "early", "following",
    "amid", "again", "that", "which", "if", "strong", "a", "the", "per", "over", "overall", "through", "up",
    "down", "is", "are", "was", "were", "annually", "each",
];

/// Finds the subject that governs a number, and the noun that it counts.
pub(super) fn govern(
    scene: &Scene,
    figure: &Figure,
    fact: usize,
    value: Span,
    amount: &Amount,
) -> Option<Governed> {
    let end = scene.word_range(value).end.max(scene.word_from(value.end));
    let counted = matches!(figure.unit, FigureUnit::Counted(_));
    let noun = if counted {
        noun_behind(scene, fact, end, value)
    } else {
        None
    };
    let (distance, head, noun) = match noun {
        Some(noun) => counting(scene, figure, fact, value, noun)?,
        None if counted && !is_strong(scene, value, amount) => {
            bare(scene, figure, fact, value, end)?
        }
        None => measuring(scene, figure, fact, value, None)?,
    };
    let owned = match owner::owner(scene, fact, head, value) {
        Owner::Other => return None,
        Owner::Own(span) => Some(span),
        Owner::Unknown => None,
    };
    Some(Governed {
        distance,
        noun,
        owned,
    })
}

/// A number with its noun: `28,500 U.S. troops`, `South Korea has 450,000 troops`.
fn counting(
    scene: &Scene,
    figure: &Figure,
    fact: usize,
    value: Span,
    noun: Span,
) -> Option<(u32, Span, Option<Span>)> {
    let phrase = Span::new(value.end, noun.end);
    if let Some(hit) = scene.hits_in(phrase, fact, Use::Subject).next() {
        return Some((0, hit.span, Some(noun)));
    }
    if of_others(scene, fact, phrase) {
        return None;
    }
    if figure.subject.is_empty() {
        return Some((30, noun, Some(noun)));
    }
    measuring(scene, figure, fact, value, Some(noun))
}

/// `troops there number 28,500`: the noun, or a subject that is a noun, in front of the bare number.
fn bare(
    scene: &Scene,
    figure: &Figure,
    fact: usize,
    value: Span,
    end: usize,
) -> Option<(u32, Span, Option<Span>)> {
    // `the staff of 1,240 went home`
    let of = end.checked_sub(2).filter(|of| scene.lower(*of) == "of");
    let noun_of = of.is_some_and(|of| {
        let unit = |hit: &Hit| hit.is(fact, Use::Unit);
        let noun = scene.words[..of].last();
        let noun = noun.and_then(|noun| scene.hit_before(noun.span.end, unit));
        noun.is_some_and(|noun| is_owned(scene, fact, noun.span))
    });
    let went_on = noun_of && tense::is_past_form(scene.lower(end));
    if !is_bare(scene, end) && !went_on {
        return None;
    }
    let around = Span::new(scene.clause(value.start).start, value.start);
    let last = |wanted: Use| {
        scene
            .hits_in(around, fact, wanted)
            .last()
            .map(|hit| hit.span)
    };
    let toll = scene
        .word_range(around)
        .rfind(|index| scene.lower(*index) == "toll");
    let toll = toll
        .filter(|_| figure.measures == Measures::Toll)
        .map(|index| scene.words[index].span);
    // The noun, or the word `toll` that stands for it, needs its own subject.
    if let Some(noun) = last(Use::Unit)
        .or(toll)
        .filter(|_| !figure.subject.is_empty())
    {
        let subject = last(Use::Subject)?;
        let governed = (5 + gap(scene, subject, noun), subject, Some(noun));
        return linked(scene, noun.end, value.start).then_some(governed);
    }
    let head = last(Use::Subject).or_else(|| last(Use::Unit))?;
    if !linked(scene, head.end, value.start) {
        return None;
    }
    // `South Korea's total is 28,500` counts nothing that is known.
    (!is_proper(scene, head)).then(|| (5 + gap(scene, head, value), head, Some(head)))
}

/// `the infirmary's staff`: the subject itself owns the noun.
fn is_owned(scene: &Scene, fact: usize, noun: Span) -> bool {
    let mut end = scene.word_from(noun.start);
    while end > 0 && scene.words[end - 1].kind == WordKind::Possessive {
        end -= 1;
    }
    let subject = |hit: &Hit| hit.is(fact, Use::Subject);
    let hit = end
        .checked_sub(1)
        .and_then(|last| scene.hit_before(scene.words[last].span.end, subject));
    hit.is_some_and(|hit| {
        let before = scene.word_from(hit.span.start).checked_sub(1);
        is_proper(scene, hit.span) || before.is_some_and(|at| scene.lower(at) == "the")
    })
}

/// A number governed from outside its noun phrase.
fn measuring(
    scene: &Scene,
    figure: &Figure,
    fact: usize,
    value: Span,
    noun: Option<Span>,
) -> Option<(u32, Span, Option<Span>)> {
    if figure.subject.is_empty() {
        return Some((30, value, noun));
    }
    let clause = scene.clause(value.start);
    let subject = |span: Span| scene.hits_in(span, fact, Use::Subject);
    let whole = is_whole(scene, value);
    let start = owner::whole_clause(scene, clause);
    let before = subject(Span::new(start, value.start.max(start)))
        .filter(|hit| {
            // Of a clause that goes on after another, what stood before is not in between.
            let here = hit.span.start >= clause.start;
            let free = match here {
                true => !rival_between(scene, fact, hit.span, value),
                false => !owner::in_relative(scene, hit.span.start),
            };
            free && !whole && !is_aside(scene, hit.span) && !is_shared(scene, hit.span, value)
        })
        .last()
        .map(|hit| (10 + gap(scene, hit.span, value).min(8), hit.span));
    let reach = Span::new(
        value.end.min(clause.end),
        if is_lead(scene, value, noun) {
            scene.span.end
        } else {
            clause.end
        },
    );
    let after = subject(reach)
        .find(|hit| is_lead(scene, value, noun) || follows(scene, fact, value, noun, hit.span))
        .map(|hit| (after_cost(scene, value, hit.span), hit.span));
    let near = [before, after]
        .into_iter()
        .flatten()
        .min_by_key(|(distance, _)| *distance);
    let (distance, head) = near.or_else(|| {
        // `Brightwater Foods, which has 19,800 employees`; a toll also across `when the earthquake struck`.
        let far = match owner::owner(scene, fact, noun.unwrap_or(value), value) {
            Owner::Own(span) if !whole => Some(span),
            _ if figure.measures == Measures::Toll => {
                subject(scene.span).next().map(|hit| hit.span)
            }
            _ => None,
        };
        let subject = far.filter(|span| {
            let own = |hit: &Hit| hit.span == *span && hit.is(fact, Use::Subject);
            scene.hits.iter().any(own) && !is_shared(scene, *span, value)
        });
        subject.map(|subject| (20, subject))
    })?;
    Some((distance, head, noun))
}

/// `a 28,500-strong force`: the number counts by itself.
fn is_strong(scene: &Scene, value: Span, amount: &Amount) -> bool {
    let rest = &scene.text()[value.end..scene.span.end];
    amount.role == Role::Compound
        && rest
            .split(' ')
            .next()
            .is_some_and(|word| word.ends_with("-strong"))
}

/// The counted noun behind a number, a few adjectives between.
fn noun_behind(scene: &Scene, fact: usize, from: usize, value: Span) -> Option<Span> {
    // `28,500-troop force`: the noun is in the number's own word.
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
        if let Some(hit) = scene.hit_at(word.span.start, |hit| hit.is(fact, Use::Unit)) {
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
                    .of(fact)
                    .any(|r#use| matches!(r#use, Use::Subject | Use::Unit))
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
