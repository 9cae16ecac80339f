//! Measures: `an 8.2% rise in defense spending`, `spending rose 7.5 percent to 66.3 trillion won`, `is 155 miles long`.

use std::ops::Range;

use super::counted::stated;
use super::{Said, names_of, whose};
use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::language::{Dimension, nations};
use crate::mentions::near::lexicon::is_word;
use crate::span::Span;
use crate::suggest::doc::phrases;
use crate::suggest::fact::Toml;
use crate::suggest::people::{person, span};
use crate::suggest::words::{CHANGES, LOCATES, MEASURED, RATES, RISES};

/// A measure: `an 8.2% rise in defense spending`, `spending rose 7.5 percent to 66.3 trillion won`.
pub(super) fn measured(
    scene: &Scene,
    place: Span,
    dimension: Dimension,
    code: &str,
) -> Option<Said> {
    let unit = Toml::Text(code.to_string());
    match dimension {
        Dimension::Percent => {
            let noun = rise_in(scene, place).or_else(|| risen(scene, place));
            let (noun, verb) = match noun {
                Some(noun) => (noun, true),
                None => (
                    subject_noun(scene, place).filter(|noun| is_rate(noun.of(scene.text())))?,
                    false,
                ),
            };
            let owner = owner(scene, noun, place)?;
            let noun = uncapped(noun.of(scene.text()));
            Some(Said {
                what: match verb {
                    true => format!("change in {} {noun}", whose(owner)),
                    false => format!("{} {noun}", whose(owner)),
                },
                subject: vec![noun.to_string()],
                context: names_of(owner),
                unit,
                measures: match verb {
                    true => &["change"],
                    false => &["total"],
                },
            })
        }
        Dimension::Money(_) => {
            let noun = subject_noun(scene, place).or_else(|| noun_of_sum(scene, place))?;
            let owner = owner(scene, noun, place)?;
            let noun = uncapped(noun.of(scene.text()));
            Some(Said {
                what: format!("{} {noun}", whose(owner)),
                subject: vec![noun.to_string()],
                context: names_of(owner),
                unit,
                measures: &["total"],
            })
        }
        Dimension::Duration | Dimension::Year | Dimension::PercentagePoint => None,
        _ => {
            let owner = stated(scene, place)?;
            let (measure, context) = dimension_of(scene, place)?;
            Some(Said {
                what: format!("{} {measure}", whose(owner)),
                subject: names_of(owner),
                context,
                unit,
                measures: &["total"],
            })
        }
    }
}

/// Whether the level of what the noun names is a percentage.
fn is_rate(noun: &str) -> bool {
    noun.split(' ')
        .next_back()
        .is_some_and(|last| RATES.contains(&last.to_lowercase().as_str()))
}

/// A subject at the head of a sentence has a capital that it has nowhere else.
fn uncapped(noun: &str) -> String {
    let mut letters = noun.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// `a $350 billion investment package`: the noun behind a sum.
fn noun_of_sum(scene: &Scene, place: Span) -> Option<Span> {
    let start = scene.word_from(place.end);
    let end = (start..start + 3).find(|at| MEASURED.contains(&scene.lower(*at)))? + 1;
    let plain = |at: usize| {
        let word = scene.words[at];
        word.kind == WordKind::Word
            && !word.capital
            && !names::is_never_name(scene.lower(at))
            && !LOCATES.contains(&scene.lower(at))
    };
    (start..end).all(plain).then(|| span(scene, &(start..end)))
}

/// What a measure measures: `is 155 miles long`, `holds 125.7 tonnes of gold`.
fn dimension_of(scene: &Scene, place: Span) -> Option<(String, Vec<String>)> {
    let at = scene.word_from(place.end);
    let verb = scene.lower(scene.word_from(place.start).wrapping_sub(1));
    let named = match (verb, scene.lower(at)) {
        (_, "long") | ("spans" | "stretches", _) => "length",
        (_, "wide") => "width",
        (_, "tall" | "high") => "height",
        (_, "deep") => "depth",
        ("weighs", _) => "weight",
        ("covers", _) => "area",
        (_, "of") => {
            let noun = scene
                .words
                .get(at + 1)
                .filter(|word| word.kind == WordKind::Word && !word.capital)?;
            let noun = scene.slice(noun.span);
            return (!names::is_never_name(noun))
                .then(|| (noun.to_string(), vec![noun.to_string()]));
        }
        _ => return None,
    };
    Some((named.to_string(), Vec::new()))
}

/// `8.2% rise in defense spending`: the noun.
pub(in crate::suggest) fn rise_in(scene: &Scene, place: Span) -> Option<Span> {
    let at = scene.word_from(place.end);
    let adjective = usize::from(!CHANGES.contains(&scene.lower(at)));
    let change = at + adjective;
    if !CHANGES.contains(&scene.lower(change))
        || !matches!(scene.lower(change + 1), "in" | "of" | "to")
    {
        return None;
    }
    let start = change + 2;
    let start = start + usize::from(matches!(scene.lower(start), "its" | "the" | "their"));
    let end = (start..start + 4).find(|at| MEASURED.contains(&scene.lower(*at)))? + 1;
    let lower =
        (start..end).all(|at| scene.words[at].kind == WordKind::Word && !scene.words[at].capital);
    let small = (start..end).any(|at| names::is_never_name(scene.lower(at)));
    (lower && !small).then(|| span(scene, &(start..end)))
}

/// `spending rose 7.5 percent`: the noun.
fn risen(scene: &Scene, place: Span) -> Option<Span> {
    let number = scene.word_from(place.start);
    let by = usize::from(matches!(
        scene.lower(number.wrapping_sub(1)),
        "by" | "about"
    ));
    let verb = number.checked_sub(1 + by)?;
    if !RISES.contains(&scene.lower(verb)) {
        return None;
    }
    let mut end = verb;
    while end > 0 && matches!(scene.lower(end - 1), "will" | "has" | "have" | "to" | "had") {
        end -= 1;
    }
    noun_to(scene, end)
}

/// `spending … 66.3 trillion won`: the measured noun that is the subject of the clause.
fn subject_noun(scene: &Scene, place: Span) -> Option<Span> {
    let clause = scene.clause(place.start);
    let first = scene.word_from(clause.start);
    let number = scene.word_from(place.start);
    let noun = (first..number)
        .rev()
        .take(10)
        .find(|at| MEASURED.contains(&scene.lower(*at)))?;
    let verb = (noun + 1..number).any(|at| {
        matches!(
            scene.lower(at),
            "is" | "was"
                | "to"
                | "at"
                | "of"
                | "reached"
                | "stood"
                | "hit"
                | "totaled"
                | "totalled"
                | "worth"
        )
    });
    noun_to(scene, noun + 1).filter(|_| verb)
}

/// The measured noun that ends before this word, with its adjectives.
fn noun_to(scene: &Scene, end: usize) -> Option<Span> {
    let last = end
        .checked_sub(1)
        .filter(|at| MEASURED.contains(&scene.lower(*at)))?;
    let mut start = last;
    while start > 0 && last - start < 2 {
        let word = scene.words[start - 1];
        let lower = scene.lower(start - 1);
        let verb = lower.ends_with("ed")
            || lower.ends_with("ing")
            || matches!(
                lower,
                "had" | "has" | "have" | "more" | "be" | "will" | "saw"
            );
        if word.kind != WordKind::Word || word.capital || names::is_never_name(lower) || verb {
            break;
        }
        start -= 1;
    }
    Some(span(scene, &(start..end)))
}

/// Whose it is: the name before the noun, or the nearest nation of the sentence.
pub(in crate::suggest) fn owner<'a>(scene: &Scene<'a>, noun: Span, place: Span) -> Option<&'a str> {
    let text = scene.text();
    let names: Vec<Range<usize>> = phrases(scene);
    let first = scene.word_from(noun.start);
    let own = names.iter().find(|phrase| {
        let possessive = usize::from(
            scene
                .words
                .get(phrase.end)
                .is_some_and(|word| word.kind == WordKind::Possessive),
        );
        // `Copper shipments`: the first word of a sentence has its capital anyway.
        let adjective = phrase.len() == 1 && possessive == 0 && is_word(scene.lower(phrase.start));
        phrase.end + possessive == first && !adjective && person(scene, (*phrase).clone()).is_none()
    });
    if let Some(own) = own {
        return Some(span(scene, own).of(text));
    }
    // `South Korean President NAME`: the nation that a longer phrase begins with counts too.
    let nation = |phrase: &Range<usize>| {
        let lengths = (1..=phrase.len().min(3)).rev();
        let found = lengths.map(|length| span(scene, &(phrase.start..phrase.start + length)));
        found
            .into_iter()
            .find(|span| nations::nation(span.of(text)).is_some())
    };
    // Of two nations in front of the number nobody can tell whose it is.
    let only = |spans: Vec<Span>| {
        let names: std::collections::BTreeSet<&str> = spans
            .iter()
            .filter_map(|span| Some(nations::nation(span.of(text))?.names[0]))
            .collect();
        spans.first().copied().filter(|_| names.len() == 1)
    };
    let (before, behind): (Vec<Span>, Vec<Span>) = names
        .iter()
        .filter_map(nation)
        .partition(|span| span.end <= place.start);
    let found = if before.is_empty() {
        only(behind)
    } else {
        only(before)
    };
    found.map(|span| span.of(text))
}
