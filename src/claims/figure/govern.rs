//! Which subject governs a number, and whether the context is near.

use crate::article::BlockKind;
use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::{Figure, FigureUnit, Measures};
use crate::language::{Amount, Reading, Role, nations};
use crate::mentions::Use;
use crate::span::Span;

use super::owner::{self, Owner, is_proper};

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
    if let Some(hit) = scene
        .hits_in(phrase, fact, |r#use| r#use == Use::Subject)
        .next()
    {
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
    if !is_bare(scene, end) {
        return None;
    }
    let around = Span::new(scene.clause(value.start).start, value.start);
    let head = scene
        .hits_in(around, fact, |r#use| {
            matches!(r#use, Use::Unit | Use::Subject)
        })
        .last()?;
    if !linked(scene, head.span.end, value.start) {
        return None;
    }
    if head.is(fact, Use::Unit) && !figure.subject.is_empty() {
        // The noun needs its own subject.
        let subject = scene
            .hits_in(around, fact, |r#use| r#use == Use::Subject)
            .last()?;
        return Some((
            5 + gap(scene, subject.span, head.span),
            subject.span,
            Some(head.span),
        ));
    }
    // `South Korea's total is 28,500` counts nothing that is known.
    (!is_proper(scene, head.span))
        .then(|| (5 + gap(scene, head.span, value), head.span, Some(head.span)))
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
    let subject = |span: Span| scene.hits_in(span, fact, |r#use| r#use == Use::Subject);
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
            free && !whole && !is_aside(scene, hit.span)
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
            scene
                .hits
                .iter()
                .any(|hit| hit.span == *span && hit.is(fact, Use::Subject))
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

/// The whole that a part is taken of: `84 of the 200 seats`. What governs the part does not govern it.
fn is_whole(scene: &Scene, value: Span) -> bool {
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
fn is_aside(scene: &Scene, subject: Span) -> bool {
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
    )
}

/// `At 124 minutes, the film is …`, `With 72 seats, the party is …`: the subject follows.
fn is_lead(scene: &Scene, value: Span, noun: Option<Span>) -> bool {
    let first = scene.word_range(value).start;
    let end = scene.word_from(noun.map_or(value.end, |noun| noun.end.max(value.end)));
    let head = first.checked_sub(1).is_some_and(|index| {
        matches!(scene.lower(index), "at" | "with")
            && scene.words[index].span.start == scene.clause(value.start).start
    });
    head && (end..end + 3).any(|index| scene.is_sign(index, ","))
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

/// Whether another nation or body stands between a subject and the number, so that the number is its.
fn rival_between(scene: &Scene, fact: usize, subject: Span, value: Span) -> bool {
    let between = Span::new(subject.end, value.start.max(subject.end));
    let other_subject = scene.hits.iter().any(|hit| {
        between.contains(hit.span)
            && hit
                .uses
                .iter()
                .any(|(of, r#use)| *of != fact && *r#use == Use::Subject)
            && !hit.uses.iter().any(|(of, _)| *of == fact)
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
        || shared(scene, value, between)
        || other_subject
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

/// Whether another value of the same kind stands between, and a noun behind it that takes this one:
/// `sales rose 7.9 percent and costs 5.1 percent`.
fn shared(scene: &Scene, value: Span, between: Span) -> bool {
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
        .filter(|other| between.contains(other.span) && unit(other.span) == Some(own))
        .last();
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

/// Whether a subject behind the number governs it: `an 8.2% rise in defense spending`, `nine people aboard the station`, but
/// not the place of `28,500 troops in South Korea`.
fn follows(scene: &Scene, fact: usize, value: Span, noun: Option<Span>, subject: Span) -> bool {
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
            .any(|hit| hit.span.contains(word.span) && hit.uses.iter().any(|(of, _)| *of == fact));
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
        // `an 8.2 percent turnout`, and a nation's: `8.2 percent of South Korean spending`
        _ => {
            noun.is_none()
                && range.len() <= 2
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
fn after_cost(scene: &Scene, value: Span, subject: Span) -> u32 {
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
    governed: &Governed,
) -> Option<u8> {
    if figure.context.is_empty() {
        return Some(0);
    }
    let clause = scene.clause(value.start);
    let is_context = |r#use: Use| r#use == Use::Context;
    let owned = governed
        .owned
        .is_some_and(|span| scene.hits_in(span, fact, is_context).next().is_some());
    if owned || scene.hits_in(clause, fact, is_context).next().is_some() {
        return Some(0);
    }
    if names_another_place(scene, fact, clause) {
        return None;
    }
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
    let holds = |span: Span| {
        let first = scene.all.partition_point(|hit| hit.span.start < span.start);
        let inside = scene.all[first..]
            .iter()
            .take_while(|hit| hit.span.start < span.end);
        inside.into_iter().any(|hit| hit.is(fact, Use::Context))
    };
    near.into_iter().flatten().any(holds).then_some(2)
}

/// Parts of a country that a clause may be about.
#[rustfmt::skip]
const AREAS: &[&str] = &[
    "capital", "city", "cities", "countryside", "east", "west", "north", "south", "region", "regions", "province", "provinces", "district",
    "districts", "area", "areas", "suburbs", "state", "states", "island", "islands", "village", "villages", "town", "towns", "centre", "center",
];

/// Whether a clause says where, and it is somewhere else.
fn names_another_place(scene: &Scene, fact: usize, clause: Span) -> bool {
    let first = scene.word_from(clause.start);
    let leads = matches!(scene.lower(first), "in" | "across" | "among")
        && (first + 1..first + 4).any(|index| AREAS.contains(&scene.lower(index)));
    if leads {
        return true;
    }
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
