//! Numbers of things: `1,240 nurses on the wards`, `Norland has 45,000 teachers`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Said, names_of, shown, whose};
use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::language::nations;
use crate::span::Span;
use crate::suggest::doc::{is_part, phrases};
use crate::suggest::fact::Toml;
use crate::suggest::people::{person, span};
use crate::suggest::words::{ALIKE, DEATHS, DISASTERS, IDLE, LOCATES, PLURALS, STATES, STATIONED};

/// Fewer of something are seldom a fact that others write about.
const LEAST: i64 = 100;

/// A number of things: `1,240 nurses on the wards`, `Norland has 45,000 teachers`.
pub(super) fn counted(scene: &Scene, place: Span, number: Decimal) -> Option<Said> {
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
    units.extend(
        others
            .filter(|other| **other != unit)
            .map(|other| (*other).to_string()),
    );
    let list = Toml::List({
        let mut sorted = units.clone();
        if alike.is_some() {
            sorted.sort_by_key(|one| {
                alike.and_then(|group| group.iter().position(|other| other == one))
            });
        }
        sorted
    });
    let owner = (whole.start < noun.start)
        .then(|| span(scene, &(whole.start..noun.start)).of(scene.text()));
    if let Some(owner) = owner {
        let owner = owner.trim();
        let named = nations::nation(owner).is_some()
            && (whole.start..noun.start).all(|at| is_part(scene, at));
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
        let plural = lower.len() > 3
            && lower.ends_with('s')
            && !lower.ends_with("ss")
            && !lower.ends_with("us");
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
    let phrase = phrases(scene)
        .into_iter()
        .find(|phrase| phrase.start == at)?;
    Some(span(scene, &phrase))
}

/// Who has, holds or employs the number: the name before the verb.
pub(super) fn stated<'a>(scene: &Scene<'a>, place: Span) -> Option<&'a str> {
    let clause = scene.clause(place.start);
    let first = scene.word_from(clause.start);
    let number = scene.word_from(place.start);
    let verb = (first..number)
        .rev()
        .take(4)
        .find(|at| STATES.contains(&scene.lower(*at)))?;
    let between = (verb + 1..number).all(|at| {
        matches!(
            scene.lower(at),
            "about" | "some" | "a" | "around" | "roughly" | "nearly"
        )
    });
    let phrase = phrases(scene)
        .into_iter()
        .find(|phrase| phrase.end == verb)?;
    let lone = phrase.start == first
        || !matches!(
            scene.lower(phrase.start.wrapping_sub(1)),
            "of" | "in" | "and" | "for" | "at" | "with" | "from" | "to"
        );
    let named = person(scene, phrase.clone()).is_none();
    (between && lone && named && phrase.start >= first)
        .then(|| span(scene, &phrase).of(scene.text()))
}

/// How many a disaster killed: `the earthquake in Veldania killed 213 people`.
pub(super) fn toll(scene: &Scene, place: Span) -> Option<Said> {
    let noun = scene.word_from(place.end);
    let people = matches!(
        scene.lower(noun),
        "people" | "civilians" | "soldiers" | "passengers" | "dead" | "deaths" | "workers"
    );
    let dies = scene
        .words
        .iter()
        .enumerate()
        .any(|(at, _)| DEATHS.contains(&scene.lower(at)));
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
