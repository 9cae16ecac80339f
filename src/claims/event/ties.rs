//! Which dates and places of a sentence belong to the event, and to nothing else.

use std::ops::Range;

use crate::claims::Edge;
use crate::claims::names::{self, span_of};
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::language::nations;
use crate::mentions::Use;
use crate::span::Span;

use super::edge_of;

/// Words between an event and its date or place that leave the two together.
const LINKS: &[&str] = &[
    "is",
    "was",
    "are",
    "were",
    "be",
    "been",
    "being",
    "will",
    "has",
    "have",
    "had",
    "to",
    "which",
    "that",
    "now",
    "also",
    "again",
    "held",
    "scheduled",
    "set",
    "slated",
    "planned",
    "due",
    "staged",
    "convened",
    "hosted",
    "place",
    "take",
    "takes",
    "took",
    "taking",
    "taken",
    "run",
    "runs",
    "ran",
    "running",
    "fall",
    "falls",
    "fell",
    "return",
    "returns",
    "returned",
    "off",
    "up",
    "underway",
    "under",
    "way",
    "expected",
    "once",
    "here",
    "there",
    "it",
    "itself",
    "the",
    "a",
    "convene",
    "convenes",
    "meet",
    "meets",
    "met",
    "occur",
    "occurred",
    "occurs",
    "happen",
    "happened",
    "happens",
    "comes",
    "came",
    "arrives",
    "annual",
    "this",
    "its",
    "doors",
    "gets",
    "got",
    "get",
    "going",
    "ahead",
    "played",
    "fought",
    "contested",
    "launched",
    "lifted",
    "struck",
    "hit",
    "signed",
];

/// Prepositions before a date or place.
const PREPOSITIONS: &[&str] = &[
    "on", "in", "at", "for", "from", "to", "between", "and", "through", "near", "of", "until",
];

/// Verbs whose object is the occasion that they date.
const HOLDS: &[&str] = &[
    "hold",
    "holds",
    "held",
    "holding",
    "host",
    "hosts",
    "hosted",
    "hosting",
    "open",
    "opens",
    "opened",
    "opening",
    "convene",
    "convenes",
    "convened",
    "stage",
    "stages",
    "staged",
    "staging",
    "attend",
    "attends",
    "attended",
    "chair",
    "chairs",
    "chaired",
    "co-chair",
    "co-chairs",
    "co-chaired",
    "close",
    "closed",
    "closes",
    "conclude",
    "concluded",
    "begin",
    "began",
    "begins",
    "start",
    "started",
    "starts",
    "win",
    "wins",
    "won",
    "lost",
    "play",
    "played",
    "contest",
];

/// Prepositions behind which an occasion dates what happened there.
const AT: &[&str] = &["at", "during", "in"];

/// Conjunctions and verbs of saying behind which an occasion is a subject.
const SUBJECT: &[&str] = &[
    "and", "that", "as", "when", "while", "but", "because", "said", "where", "or", "so",
    "although", "though",
];

/// What belongs to an event in its sentence.
pub(super) struct Ties {
    /// The words of its noun phrase, from determiner, date or ordinal to the end of the name.
    pub(super) noun_phrase: Range<usize>,
    /// Dates, by index in the scene, and which day of the occasion they are.
    pub(super) dates: Vec<(usize, Edge)>,
    /// Places.
    pub(super) places: Vec<Span>,
}

impl Ties {
    pub(super) fn read(scene: &Scene, name: Span) -> Ties {
        let words = scene.word_range(name);
        let mut ties = Ties {
            noun_phrase: noun_phrase(scene, &words),
            dates: Vec::new(),
            places: Vec::new(),
        };
        let start = ties.noun_phrase.start;
        // Inside the noun phrase: `Tuesday's SCM`, `the Nov. 4 SCM`, `last year's 56th SCM`.
        for (index, date) in scene.dates.iter().enumerate() {
            let inside = scene.word_range(date.span);
            if inside.start >= start && inside.end <= words.start {
                ties.dates.push((index, Edge::Any));
            }
        }
        let governor = start.checked_sub(1).map_or("", |index| scene.lower(index));
        let (direct, edge) = governs(scene, start, governor);
        ties.behind(scene, words.end, direct, edge);
        if direct {
            ties.ahead(scene, start, governor, edge);
        }
        ties.dates.dedup_by_key(|(index, _)| *index);
        ties.edges_of_a_span(scene);
        ties
    }

    /// Walks from the event over links to dates and places, and stops at the first word that is neither.
    fn behind(&mut self, scene: &Scene, from: usize, direct: bool, edge: Edge) {
        let mut index = from;
        let mut dates = direct;
        let mut edge = edge;
        let mut after_place = false;
        // The short name in brackets.
        if scene.is_sign(index, "(") {
            index = (index..scene.words.len().min(index + 5))
                .find(|at| scene.is_sign(*at, ")"))
                .map_or(index, |at| at + 1);
        }
        while let Some(word) = scene.words.get(index) {
            let lower = scene.lower(index);
            if let Some(date) = scene
                .dates
                .iter()
                .position(|date| date.span.start == word.span.start)
            {
                // `the SCM in 2024` but not `the SCM 2024 budget`
                if dates {
                    self.dates.push((date, edge));
                }
                index = scene.word_from(scene.dates[date].span.end);
                continue;
            }
            if word.kind == WordKind::Sign {
                match scene.word(index) {
                    "," => {
                        let next = scene.lower(index + 1);
                        let date = scene.words.get(index + 1).is_some_and(|word| {
                            scene
                                .dates
                                .iter()
                                .any(|date| date.span.start == word.span.start)
                        });
                        if after_place
                            && scene.words.get(index + 1).is_some_and(|word| word.capital)
                            && !date
                        {
                            // `in Seoul, South Korea`
                            match names::phrase_from(scene, index + 1) {
                                Some(phrase) => index = phrase.end,
                                None => break,
                            }
                            index += usize::from(scene.is_sign(index, ","));
                            continue;
                        }
                        let goes_on = LINKS[..30].contains(&next)
                            || edge_of(next).is_some()
                            || date
                            || PREPOSITIONS[..5].contains(&next) && direct;
                        if !goes_on || matches!(next, "the" | "a" | "it" | "and") {
                            break;
                        }
                        dates = dates || !date && !PREPOSITIONS.contains(&next);
                    }
                    "(" | "—"
                        if scene.words.get(index + 1).is_some_and(|word| {
                            scene
                                .dates
                                .iter()
                                .any(|date| date.span.start == word.span.start)
                        }) =>
                    {
                        dates = true;
                    }
                    _ => break,
                }
                index += 1;
                continue;
            }
            if word.kind == WordKind::Possessive {
                break;
            }
            if let Some(of_verb) = edge_of(lower) {
                edge = of_verb;
                dates = true;
                index += 1;
                continue;
            }
            if matches!(lower, "in" | "at" | "near")
                && let Some((place, next)) = place(scene, index)
            {
                if let Some(place) = place {
                    self.places.push(place);
                }
                after_place = true;
                index = next;
                continue;
            }
            after_place = false;
            let link =
                LINKS.contains(&lower) || PREPOSITIONS.contains(&lower) || lower.ends_with("ly");
            if !link {
                break;
            }
            // `and` only joins two dates.
            if lower == "and" && self.dates.is_empty() {
                break;
            }
            // A verb of its own ties what follows whatever governs the event.
            dates |= LINKS[..30].contains(&lower) && !matches!(lower, "to" | "which" | "that");
            index += 1;
        }
    }

    /// Dates and hosts before the event: `On Tuesday, the two will hold the SCM`, `Seoul will host the SCM`.
    fn ahead(&mut self, scene: &Scene, start: usize, governor: &str, edge: Edge) {
        let clause = scene.clause(scene.words[start].span.start);
        let first = scene.word_from(clause.start);
        let is_object = HOLDS.contains(&governor);
        let is_subject = start == first
            || start == 0
            || scene.is_sign(start - 1, ",") && !self.dates_behind(scene, start);
        for (index, date) in scene.dates.iter().enumerate() {
            let words = scene.word_range(date.span);
            if words.end > start || !clause.contains(date.span) {
                continue;
            }
            let head = words.start.saturating_sub(1);
            let leads = words.start == first
                || head == first && matches!(scene.lower(head), "on" | "in" | "at" | "by");
            let beside = is_object && start - words.end <= 4;
            if leads && (is_object || is_subject && start - words.end <= 2) || beside {
                self.dates
                    .push((index, if is_object { edge } else { Edge::Any }));
            }
        }
        if matches!(governor, "host" | "hosts" | "hosted" | "hosting") {
            let subject = (first..start.saturating_sub(1)).rev().find_map(|index| {
                let word = scene.words[index];
                scene
                    .hit_before(word.span.end, |_, r#use| r#use == Use::At)
                    .map(|hit| hit.span)
            });
            self.places.extend(subject);
        }
    }

    fn dates_behind(&self, scene: &Scene, start: usize) -> bool {
        self.dates
            .iter()
            .any(|(index, _)| scene.word_range(scene.dates[*index].span).start > start)
    }

    /// `from Oct. 31 to Nov. 1`: the first and the last day.
    fn edges_of_a_span(&mut self, scene: &Scene) {
        let [(one, first), (other, last)] = self.dates.as_mut_slice() else {
            return;
        };
        let (one, other) = (&scene.dates[*one], &scene.dates[*other]);
        let between = scene
            .text()
            .get(one.span.end..other.span.start)
            .map(str::trim);
        if matches!(between, Some("to" | "through" | "until" | "-")) {
            (*first, *last) = (Edge::First, Edge::Last);
        }
    }
}

/// The noun phrase that ends with the name: back over dates, ordinals, adjectives, a possessive and a determiner.
fn noun_phrase(scene: &Scene, name: &Range<usize>) -> Range<usize> {
    let mut start = name.start;
    while start > 0 {
        let word = scene.words[start - 1];
        let lower = scene.lower(start - 1);
        if let Some(date) = scene
            .dates
            .iter()
            .find(|date| date.span.end == word.span.end)
        {
            start = scene.word_from(date.span.start);
            continue;
        }
        match word.kind {
            WordKind::Possessive | WordKind::Number => start -= 1,
            WordKind::Word if matches!(lower, "the" | "a" | "an" | "this" | "its" | "their") => {
                start -= 1;
                break;
            }
            WordKind::Word if name.start - start < 5 && is_modifier(scene, start - 1) => start -= 1,
            _ => break,
        }
    }
    start..name.end
}

/// Whether a word before a name belongs to its noun phrase.
fn is_modifier(scene: &Scene, index: usize) -> bool {
    let word = scene.words[index];
    let lower = scene.lower(index);
    let is_ordinal = scene.values().iter().any(|mention| {
        mention.span.end == word.span.end
            && matches!(mention.reading, crate::language::Reading::Ordinal(_))
    });
    let adjective = matches!(
        lower,
        "annual"
            | "inaugural"
            | "upcoming"
            | "yearly"
            | "biennial"
            | "forthcoming"
            | "historic"
            | "joint"
            | "bilateral"
            | "scheduled"
            | "regular"
            | "planned"
    );
    is_ordinal || adjective || word.capital && !names::is_never_name(lower)
}

/// Whether what governs the event leaves a date behind it to the event, and which day it makes it.
fn governs(scene: &Scene, start: usize, governor: &str) -> (bool, Edge) {
    let first = scene.word_from(scene.clause(scene.words[start].span.start).start);
    if start <= first || SUBJECT.contains(&governor) || AT.contains(&governor) {
        return (true, Edge::Any);
    }
    if scene.words[start - 1].kind == WordKind::Sign {
        return (true, Edge::Any);
    }
    if HOLDS.contains(&governor) {
        return (true, edge_of(governor).unwrap_or(Edge::Any));
    }
    if governor == "of"
        && let Some(edge) = start
            .checked_sub(2)
            .and_then(|index| edge_of(scene.lower(index)))
    {
        return (true, edge);
    }
    // Behind a date that leads the sentence: `On Tuesday the SCM opens`.
    let dated = scene
        .dates
        .iter()
        .any(|date| scene.word_range(date.span).end == start);
    (dated, Edge::Any)
}

/// The place behind a preposition, and the word after it. A phrase that names no comparable place is passed over.
fn place(scene: &Scene, preposition: usize) -> Option<(Option<Span>, usize)> {
    const AREA: &[&str] = &[
        "central",
        "downtown",
        "northern",
        "southern",
        "eastern",
        "western",
        "nearby",
        "neighboring",
        "neighbouring",
    ];
    let mut index = preposition + 1;
    let the = matches!(scene.lower(index), "the" | "a" | "an");
    index += usize::from(the);
    while AREA.contains(&scene.lower(index)) {
        index += 1;
    }
    let word = scene.words.get(index)?;
    if let Some(hit) = scene.hit_at(word.span.start, |_, r#use| r#use == Use::At) {
        return Some((Some(hit.span), scene.word_from(hit.span.end)));
    }
    if !word.capital || word.kind != WordKind::Word {
        return None;
    }
    let phrase = names::phrase_from(scene, index)?;
    let span = span_of(scene, &phrase);
    let slice = scene.slice(span);
    let city = nations::nation(slice)
        .is_some_and(|nation| nation.capitals.contains(&slice) || nation.names.contains(&slice));
    // A venue lies in the city; a phrase with an article is seldom a city; `in Seoul time` is no place.
    let named = !the && (city || scene.lower(preposition) == "in");
    let inside = scene
        .hits
        .iter()
        .any(|hit| span.contains(hit.span) && hit.uses.iter().any(|(_, r#use)| *r#use == Use::At));
    Some(((named && !inside).then_some(span), phrase.end))
}
