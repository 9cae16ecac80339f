//! Numbers with their unit and their subject.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::language::{Amount, Dimension, HedgeKind, Reading, Role, nations};
use crate::mentions::near::lexicon::is_word;
use crate::span::Span;

use super::doc::{Doc, is_part, phrases};
use super::fact::{Suggestion, Toml, by_key, id};
use super::people::{person, span};
use super::prove::prove;
use super::words::{ALIKE, CHANGES, DEATHS, DISASTERS, IDLE, LOCATES, MEASURED, PLURALS, RISES, STATES, STATIONED};
use super::{Found, Kind, Merged};

pub(super) const KIND: Kind = Kind {
    title: "figures",
    gather,
    merge,
};

/// Fewer of something are seldom a fact that others write about.
const LEAST: i64 = 100;

/// How a sentence says a figure.
pub(super) struct Said {
    pub what: String,
    pub subject: Vec<String>,
    pub context: Vec<String>,
    pub unit: Toml,
    pub measures: &'static [&'static str],
}

fn gather(doc: &Doc) -> Found {
    let mut facts = Vec::new();
    for scene in &doc.scenes {
        for mention in scene.values() {
            let Reading::Amount(amount) = &mention.reading else { continue };
            let hedged = amount.hedge.as_ref().is_some_and(|hedge| {
                !matches!(hedge.kind, HedgeKind::About | HedgeKind::Nearly)
            });
            let plain = amount.upper.is_none() && amount.role == Role::Value && !hedged && !amount.number.spelt;
            let number = amount.number.value;
            if !plain || number <= Decimal::ZERO || doc.page.text.in_speech(mention.span) || doc.is_covered(mention.span) {
                continue;
            }
            let said = match amount.unit {
                None => counted(scene, mention.span, number).or_else(|| toll(scene, mention.span)),
                Some(unit) => measured(scene, mention.span, unit.dimension, unit.code),
            };
            facts.extend(said.and_then(|said| proved(doc, scene, mention.span, amount, said)));
        }
    }
    Found {
        facts,
        ..Found::default()
    }
}

/// The fact, if the engine reads the sentence so.
fn proved(doc: &Doc, scene: &Scene, place: Span, amount: &Amount, said: Said) -> Option<Suggestion> {
    let value = amount.number.value;
    let text = scene.slice(scene.span);
    said.measures.iter().find_map(|measures| {
        let mut keys = vec![("what", Toml::Text(said.what.clone())), ("unit", said.unit.clone())];
        keys.push(("subject", Toml::List(said.subject.clone())));
        if !said.context.is_empty() {
            keys.push(("context", Toml::List(said.context.clone())));
        }
        if *measures != "total" {
            keys.push(("measures", Toml::Text((*measures).to_string())));
        }
        keys.push(("value", Toml::Number(value)));
        let mut fact = Suggestion {
            other: vec![("value", Toml::Number(another(value)))],
            key: format!("{:?} {:?} {:?} {measures}", said.unit, said.subject.first(), said.context.first()),
            ..Suggestion::new("figure", id(&said.what), keys)
        };
        fact.probe = Some(prove(&fact, text, doc.page.date(), place.of(scene.text()))?);
        if let Some(hedge) = &amount.hedge {
            let words = hedge.span.to(place).of(scene.text());
            fact.remarks.push(format!("the article says only “{words}”"));
        }
        fact.sites.push(doc.site(scene, place));
        Some(fact)
    })
}

/// Another number of as many digits, which nobody takes for a rounding of it: the first digit is another.
pub(super) fn another(value: Decimal) -> Decimal {
    let plain = value.normalize().to_string();
    let mut done = false;
    let changed: String = plain
        .chars()
        .map(|c| match c {
            '1'..='8' if !done => {
                done = true;
                char::from(c as u8 + 1)
            }
            '9' if !done => {
                done = true;
                '7'
            }
            other => other,
        })
        .collect();
    changed.parse().unwrap_or(value + Decimal::ONE)
}

/// The names that a nation goes by, else the phrase itself; the written form first.
pub(super) fn names_of(phrase: &str) -> Vec<String> {
    let Some(nation) = nations::nation(phrase) else {
        return vec![phrase.to_string()];
    };
    let usual = nation.names.iter().take(1).chain(nation.adjectives.iter().take(1));
    let mut forms: Vec<String> = usual.map(|form| (*form).to_string()).collect();
    if nation.names.contains(&"U.S.") {
        forms.push("U.S.".to_string());
    }
    let known = |known: &String| known.replace('.', "") == phrase.replace('.', "");
    if !forms.iter().any(known) {
        forms.push(phrase.to_string());
    }
    forms
}

/// The name of a nation, for messages.
fn shown(phrase: &str) -> &str {
    match nations::nation(phrase) {
        Some(nation) if phrase != "Washington" => nation.names.first().copied().unwrap_or(phrase),
        _ => phrase,
    }
}

/// `NAME's`
pub(super) fn whose(phrase: &str) -> String {
    let name = shown(phrase);
    match name.ends_with('s') {
        true => format!("{name}'"),
        false => format!("{name}'s"),
    }
}

/// A number of things: `28,500 U.S. troops stationed in South Korea`, `South Korea has 450,000 troops`.
fn counted(scene: &Scene, place: Span, number: Decimal) -> Option<Said> {
    if number < Decimal::from(LEAST) || number.fract() != Decimal::ZERO {
        return None;
    }
    let from = scene.word_from(place.end);
    let (noun, whole) = noun(scene, from)?;
    let unit = span(scene, &noun).of(scene.text());
    let last = scene.lower(noun.end - 1);
    if IDLE.contains(&last) {
        return None;
    }
    let alike = ALIKE.iter().find(|group| group.contains(&unit));
    let mut units = vec![unit.to_string()];
    let others = alike.into_iter().flat_map(|group| group.iter());
    units.extend(others.filter(|other| **other != unit).map(|other| (*other).to_string()));
    let list = Toml::List({
        let mut sorted = units.clone();
        if alike.is_some() {
            sorted.sort_by_key(|one| alike.and_then(|group| group.iter().position(|other| other == one)));
        }
        sorted
    });
    let owner = (whole.start < noun.start).then(|| span(scene, &(whole.start..noun.start)).of(scene.text()));
    if let Some(owner) = owner {
        let owner = owner.trim();
        let named = nations::nation(owner).is_some() && (whole.start..noun.start).all(|at| is_part(scene, at));
        let there = located(scene, noun.end).filter(|_| named)?;
        let where_ = there.of(scene.text());
        let adjective = match nations::nation(owner).map(|nation| nation.names.contains(&"U.S.")) {
            Some(true) => "U.S.",
            _ => owner,
        };
        return Some(Said {
            what: format!("{adjective} {unit} in {}", shown(where_)),
            subject: names_of(owner),
            context: names_of(where_),
            unit: list,
            measures: &["total"],
        });
    }
    let owner = stated(scene, place)?;
    Some(Said {
        what: format!("{} {unit}", whose(owner)),
        subject: names_of(owner),
        context: Vec::new(),
        unit: list,
        measures: &["total"],
    })
}

/// The counted noun behind a number, and the whole phrase with what is capitalised before it.
fn noun(scene: &Scene, from: usize) -> Option<(Range<usize>, Range<usize>)> {
    let mut start = from;
    for at in from..from + 5 {
        let word = scene.words.get(at)?;
        let lower = scene.lower(at);
        if word.kind != WordKind::Word || names::is_never_name(lower) || LOCATES.contains(&lower) {
            return None;
        }
        if word.capital {
            start = at + 1;
            continue;
        }
        let plural = lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us");
        if plural || PLURALS.contains(&lower) {
            return Some((start..at + 1, from..at + 1));
        }
    }
    None
}

/// The place behind a counted noun: `troops stationed in South Korea`.
fn located(scene: &Scene, from: usize) -> Option<Span> {
    let mut at = from;
    while STATIONED.contains(&scene.lower(at)) && at < from + 3 {
        at += 1;
    }
    if !LOCATES.contains(&scene.lower(at)) {
        return None;
    }
    at += 1 + usize::from(scene.lower(at + 1) == "the");
    let phrase = phrases(scene).into_iter().find(|phrase| phrase.start == at)?;
    Some(span(scene, &phrase))
}

/// Who has, holds or employs the number: the name before the verb.
fn stated<'a>(scene: &Scene<'a>, place: Span) -> Option<&'a str> {
    let clause = scene.clause(place.start);
    let first = scene.word_from(clause.start);
    let number = scene.word_from(place.start);
    let verb = (first..number).rev().take(4).find(|at| STATES.contains(&scene.lower(*at)))?;
    let between = (verb + 1..number).all(|at| matches!(scene.lower(at), "about" | "some" | "a" | "around" | "roughly" | "nearly"));
    let phrase = phrases(scene).into_iter().find(|phrase| phrase.end == verb)?;
    let lone = phrase.start == first || !matches!(scene.lower(phrase.start.wrapping_sub(1)), "of" | "in" | "and" | "for" | "at" | "with" | "from" | "to");
    let named = person(scene, phrase.clone()).is_none();
    (between && lone && named && phrase.start >= first).then(|| span(scene, &phrase).of(scene.text()))
}

/// A measure: `an 8.2% rise in defense spending`, `spending rose 7.5 percent to 66.3 trillion won`.
fn measured(scene: &Scene, place: Span, dimension: Dimension, code: &str) -> Option<Said> {
    let unit = Toml::Text(code.to_string());
    match dimension {
        Dimension::Percent => {
            let noun = rise_in(scene, place).or_else(|| risen(scene, place));
            let (noun, verb) = match noun {
                Some(noun) => (noun, true),
                None => (subject_noun(scene, place)?, false),
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

/// A subject at the head of a sentence has a capital that it has nowhere else.
fn uncapped(noun: &str) -> String {
    let mut letters = noun.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// `a $350 billion investment package`: the noun behind a sum.
fn noun_of_sum(scene: &Scene, place: Span) -> Option<Span> {
    let start = scene.word_from(place.end);
    let end = (start..start + 3).find(|at| MEASURED.contains(&scene.lower(*at)))? + 1;
    let plain = |at: usize| {
        let word = scene.words[at];
        word.kind == WordKind::Word && !word.capital && !names::is_never_name(scene.lower(at)) && !LOCATES.contains(&scene.lower(at))
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
            let noun = scene.words.get(at + 1).filter(|word| word.kind == WordKind::Word && !word.capital)?;
            let noun = scene.slice(noun.span);
            return (!names::is_never_name(noun)).then(|| (noun.to_string(), vec![noun.to_string()]));
        }
        _ => return None,
    };
    Some((named.to_string(), Vec::new()))
}

/// How many a disaster killed: `the earthquake in Veldania killed 213 people`.
fn toll(scene: &Scene, place: Span) -> Option<Said> {
    let noun = scene.word_from(place.end);
    let people = matches!(scene.lower(noun), "people" | "civilians" | "soldiers" | "passengers" | "dead" | "deaths" | "workers");
    let dies = scene.words.iter().enumerate().any(|(at, _)| DEATHS.contains(&scene.lower(at)));
    let disaster = (0..scene.words.len()).find(|at| DISASTERS.contains(&scene.lower(*at)))?;
    let place = phrases(scene).into_iter().find(|phrase| {
        let before = phrase.start.checked_sub(1).map_or("", |at| scene.lower(at));
        matches!(before, "in" | "near" | "at") && person(scene, phrase.clone()).is_none()
    })?;
    let place = span(scene, &place).of(scene.text());
    let disaster = scene.lower(disaster).to_string();
    (people && dies).then(|| Said {
        what: format!("people killed in the {disaster} in {place}"),
        subject: vec![disaster],
        context: names_of(place),
        unit: Toml::List(vec!["people".to_string(), "deaths".to_string()]),
        measures: &["toll"],
    })
}

/// `8.2% rise in defense spending`: the noun.
pub(super) fn rise_in(scene: &Scene, place: Span) -> Option<Span> {
    let at = scene.word_from(place.end);
    let adjective = usize::from(!CHANGES.contains(&scene.lower(at)));
    let change = at + adjective;
    if !CHANGES.contains(&scene.lower(change)) || !matches!(scene.lower(change + 1), "in" | "of" | "to") {
        return None;
    }
    let start = change + 2;
    let start = start + usize::from(matches!(scene.lower(start), "its" | "the" | "their"));
    let end = (start..start + 4).find(|at| MEASURED.contains(&scene.lower(*at)))? + 1;
    let lower = (start..end).all(|at| scene.words[at].kind == WordKind::Word && !scene.words[at].capital);
    let small = (start..end).any(|at| names::is_never_name(scene.lower(at)));
    (lower && !small).then(|| span(scene, &(start..end)))
}

/// `spending rose 7.5 percent`: the noun.
fn risen(scene: &Scene, place: Span) -> Option<Span> {
    let number = scene.word_from(place.start);
    let by = usize::from(matches!(scene.lower(number.wrapping_sub(1)), "by" | "about"));
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
    let noun = (first..number).rev().take(10).find(|at| MEASURED.contains(&scene.lower(*at)))?;
    let verb = (noun + 1..number).any(|at| {
        matches!(scene.lower(at), "is" | "was" | "to" | "at" | "of" | "reached" | "stood" | "hit" | "totaled" | "totalled" | "worth")
    });
    noun_to(scene, noun + 1).filter(|_| verb)
}

/// The measured noun that ends before this word, with its adjectives.
fn noun_to(scene: &Scene, end: usize) -> Option<Span> {
    let last = end.checked_sub(1).filter(|at| MEASURED.contains(&scene.lower(*at)))?;
    let mut start = last;
    while start > 0 && last - start < 2 {
        let word = scene.words[start - 1];
        let lower = scene.lower(start - 1);
        let verb = lower.ends_with("ed") || lower.ends_with("ing") || matches!(lower, "had" | "has" | "have" | "more" | "be" | "will" | "saw");
        if word.kind != WordKind::Word || word.capital || names::is_never_name(lower) || verb {
            break;
        }
        start -= 1;
    }
    Some(span(scene, &(start..end)))
}

/// Whose it is: the name before the noun, or the nearest nation of the sentence.
pub(super) fn owner<'a>(scene: &Scene<'a>, noun: Span, place: Span) -> Option<&'a str> {
    let text = scene.text();
    let names: Vec<Range<usize>> = phrases(scene);
    let first = scene.word_from(noun.start);
    let own = names.iter().find(|phrase| {
        let possessive = usize::from(scene.words.get(phrase.end).is_some_and(|word| word.kind == WordKind::Possessive));
        // `Copper shipments`: the first word of a sentence has its capital anyway.
        let adjective = phrase.start == 0 && phrase.len() == 1 && possessive == 0 && is_word(scene.lower(0));
        phrase.end + possessive == first && !adjective && person(scene, (*phrase).clone()).is_none()
    });
    if let Some(own) = own {
        return Some(span(scene, own).of(text));
    }
    // `South Korean President NAME`: the nation that a longer phrase begins with counts too.
    let nation = |phrase: &Range<usize>| {
        let lengths = (1..=phrase.len().min(3)).rev();
        let found = lengths.map(|length| span(scene, &(phrase.start..phrase.start + length)));
        found.into_iter().find(|span| nations::nation(span.of(text)).is_some())
    };
    // Of two nations in front of the number nobody can tell whose it is.
    let only = |spans: Vec<Span>| {
        let names: std::collections::BTreeSet<&str> =
            spans.iter().filter_map(|span| Some(nations::nation(span.of(text))?.names[0])).collect();
        spans.first().copied().filter(|_| names.len() == 1)
    };
    let (before, behind): (Vec<Span>, Vec<Span>) =
        names.iter().filter_map(nation).partition(|span| span.end <= place.start);
    let found = if before.is_empty() { only(behind) } else { only(before) };
    found.map(|span| span.of(text))
}

fn merge(found: &[Found], merged: &mut Merged) {
    let facts = found.iter().flat_map(|found| found.facts.iter().cloned());
    merged.facts.extend(by_key(facts).into_iter().filter_map(agreed));
}

/// The value on which most articles agree, with the others as disagreements. Two in one article are two things.
pub(super) fn agreed(group: Vec<Suggestion>) -> Option<Suggestion> {
    let mut values: Vec<Suggestion> = Vec::new();
    for fact in group {
        match values.iter_mut().find(|known| known.keys.last() == fact.keys.last()) {
            Some(known) => {
                known.sites.extend(fact.sites);
                if fact.remarks.is_empty() {
                    known.remarks.clear();
                }
            }
            None => values.push(fact),
        }
    }
    let total: usize = values.iter().map(|fact| fact.articles().len()).sum();
    let all: std::collections::BTreeSet<usize> = values.iter().flat_map(Suggestion::articles).collect();
    if total > all.len() {
        return None;
    }
    let most = values.iter().map(|fact| fact.articles().len()).max()?;
    let best = values.iter().position(|fact| fact.articles().len() == most)?;
    let mut fact = values.swap_remove(best);
    fact.disputes = values.into_iter().flat_map(|other| other.sites).collect();
    Some(fact)
}
