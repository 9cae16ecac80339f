//! The walk from the name of an event over the words that may follow it.

use std::ops::Range;

use crate::claims::Edge;
use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::span::Span;

use super::edge_of;
use super::phrase::Role;
use super::places;
use super::words::{
    ACTS, AT_A_SITE, FILLERS, HAPPENS, HELD, HELPERS, OPEN_AS_IT_IS, PLANNED, PREPOSITIONS,
    PUBLISHED, RESULTS,
};

/// The walk from an event over what may follow it to its dates and places; it stops at the first word that may not.
pub(super) struct Walk<'s, 'a> {
    scene: &'s Scene<'a>,
    name: Range<usize>,
    role: Role,
    /// The word it has come to.
    index: usize,
    /// A date that comes now is the event's.
    tied: bool,
    /// A finite verb that comes now is the event's.
    owns: bool,
    /// Which day such a date is.
    edge: Edge,
    /// A verb by which it happens was met: which day it says.
    pub(super) happens: Option<Edge>,
    /// The verb says that it goes on: `runs`, `lasts`.
    runs: bool,
    pub(super) dates: Vec<(usize, Edge)>,
    /// Dates that are the event's whatever comes: `the SCM of Nov. 4`.
    sure: usize,
    pub(super) places: Vec<Span>,
    /// A place right behind the event is the event's.
    pub(super) ties_places: bool,
}

impl<'s, 'a> Walk<'s, 'a> {
    pub(super) fn new(scene: &'s Scene<'a>, name: Range<usize>, role: Role) -> Self {
        Self {
            scene,
            role,
            index: name.end,
            tied: role.ties_dates(),
            owns: role.owns_the_verb(),
            edge: role.edge(),
            happens: None,
            runs: false,
            dates: Vec::new(),
            sure: 0,
            ties_places: role.ties_places(),
            places: Vec::new(),
            name,
        }
    }

    pub(super) fn run(&mut self) {
        self.pass_short_name();
        while self.index < self.scene.words.len() && self.step() {}
        let stop = self.scene.lower(self.index);
        let bare = self.happens.is_none();
        // `The festival on Monday named its jury`
        if bare && self.role == Role::Subject && ACTS.contains(&stop) {
            self.dates.truncate(self.sure);
        }
        // `After the SCM on Tuesday, …` but not `After the SCM on Tuesday the two …`
        if bare && self.role.leads() && !self.scene.is_sign(self.index, ",") {
            self.dates.truncate(self.sure);
        }
    }

    /// The short name in brackets.
    fn pass_short_name(&mut self) {
        if self.scene.is_sign(self.index, "(") && self.date_at(self.index + 1).is_none() {
            let last = self.scene.words.len().min(self.index + 5);
            let close = (self.index..last).find(|at| self.scene.is_sign(*at, ")"));
            self.index = close.map_or(self.index, |at| at + 1);
        }
    }

    fn date_at(&self, index: usize) -> Option<usize> {
        let start = self.scene.words.get(index)?.span.start;
        self.scene
            .dates
            .binary_search_by_key(&start, |date| date.span.start)
            .ok()
    }

    /// Passes one word, date or place; whether the walk goes on.
    fn step(&mut self) -> bool {
        let scene = self.scene;
        let lower = scene.lower(self.index);
        if let Some(date) = self.date_at(self.index) {
            return self.date(date);
        }
        match scene.words[self.index].kind {
            WordKind::Sign => return self.sign(),
            WordKind::Possessive => return false,
            _ => {}
        }
        if matches!(lower, "which" | "that") {
            self.owns = true;
            return self.pass();
        }
        if let Some(verb) = self.verb(lower) {
            return verb && self.pass();
        }
        if let Some((place, next)) = places::place(scene, self.index, self.is_at_a_site()) {
            if self.ties_places || self.tied {
                self.places.extend(place);
            }
            self.index = next;
            return self.pass_larger_place();
        }
        // `of` only ties what follows it directly; `and` only joins two dates.
        let goes_on = match lower {
            "of" => self.index == self.name.end && self.date_at(self.index + 1).is_some(),
            "and" => !self.dates.is_empty(),
            _ => FILLERS.contains(&lower) || PREPOSITIONS.contains(&lower) || lower.ends_with("ly"),
        };
        goes_on && self.pass()
    }

    fn pass(&mut self) -> bool {
        self.index += 1;
        true
    }

    /// A verb or participle: whether the walk goes on behind it. None for another word.
    fn verb(&mut self, lower: &str) -> Option<bool> {
        let after_comma = self.scene.is_sign(self.index - 1, ",");
        let infinitive = matches!(self.scene.lower(self.index - 1), "to" | "be");
        let direct = self.role.ties_dates() || self.owns || after_comma || infinitive;
        // `is open on Friday`, `will stay open until Sunday`: a day on which it is open, not the first.
        let adjective = lower == "open" && {
            let word = |steps: usize| self.scene.lower(self.index.wrapping_sub(steps));
            let adverb = usize::from(matches!(word(1), "also" | "still" | "only" | "again"));
            OPEN_AS_IT_IS.contains(&word(1 + adverb))
        };
        if adjective {
            let ties = self.owns || infinitive;
            self.tied |= ties;
            self.happens.get_or_insert(Edge::Any);
            self.edge = self.role.edge();
            return Some(ties);
        }
        if let Some(edge) = edge_of(lower) {
            let ties = if lower.ends_with("ing") {
                true
            } else {
                self.owns || infinitive
            };
            (self.edge, self.happens) = (edge, Some(edge));
            self.tied = true;
            return Some(ties);
        }
        let is_result = || RESULTS.contains(&self.scene.lower(self.name.end - 1));
        let ties = if HELPERS.contains(&lower) {
            if matches!(lower, "be" | "been" | "being") {
                return Some(true);
            }
            self.owns
        } else if HAPPENS.contains(&lower) {
            self.runs = matches!(
                lower,
                "run" | "runs" | "ran" | "last" | "lasts" | "lasted" | "take" | "takes" | "took"
            );
            self.owns || infinitive
        } else if PLANNED.contains(&lower) {
            true
        } else if HELD.contains(&lower) || PUBLISHED.contains(&lower) && is_result() {
            direct
        } else {
            return None;
        };
        self.tied |= ties;
        if !HELPERS.contains(&lower) {
            self.happens.get_or_insert(Edge::Any);
        }
        // `opens on Thursday and runs until Sunday`: the second verb says nothing of the first day.
        if HAPPENS.contains(&lower) || HELD.contains(&lower) {
            self.edge = self.role.edge();
        }
        Some(ties)
    }

    /// A date, which is the event's if it is tied. `opens on Tuesday and on Friday shows …`: not the second.
    fn date(&mut self, date: usize) -> bool {
        let scene = self.scene;
        let next = scene.word_from(scene.dates[date].span.end);
        let of = scene.lower(self.index - 1) == "of" && self.index == self.name.end + 1;
        let ends = next == scene.words.len() || scene.words[next].kind == WordKind::Sign;
        let joined = (self.name.end..self.index)
            .rev()
            .take(2)
            .any(|at| scene.lower(at) == "and");
        // `between June 1 and June 30`: a window, of which no day is claimed.
        if scene.lower(self.index - 1) == "between" {
            let second = self
                .date_at(next + 1)
                .filter(|_| scene.lower(next) == "and");
            self.index = second.map_or(next, |date| scene.word_from(scene.dates[date].span.end));
            return true;
        }
        let ranged = scene.lower(next) == "to" || scene.lower(next) == "through";
        if (self.tied || of) && (!joined || ends || ranged || self.places.is_empty() && of) {
            let mut edge = if of { Edge::Any } else { self.edge };
            // `runs from Thursday to Saturday`: the first day and the last.
            let goes_on = matches!(scene.lower(self.index - 1), "to" | "through" | "until")
                && self.dates.last().is_some_and(|(last, edge)| {
                    let end = scene.dates[*last].span.end;
                    *edge == Edge::First && scene.word_from(end) + 1 == self.index
                });
            let until = matches!(scene.lower(self.index - 1), "until" | "till" | "through");
            if goes_on || until && self.runs {
                edge = Edge::Last;
            } else if ranged && self.runs && scene.lower(self.index - 1) == "from" {
                edge = Edge::First;
            }
            self.dates.push((date, edge));
            self.sure += usize::from(of);
        }
        self.index = next;
        true
    }

    fn sign(&mut self) -> bool {
        let scene = self.scene;
        let next = scene.lower(self.index + 1);
        let date = self.date_at(self.index + 1).is_some();
        match scene.word(self.index) {
            "," => {
                let participle = PLANNED.contains(&next) || HELD.contains(&next);
                let goes_on = date
                    || participle
                    || edge_of(next).is_some() && (self.owns || next.ends_with("ing"))
                    || matches!(next, "which" | "now" | "to")
                    || PREPOSITIONS[..4].contains(&next) && self.role.ties_dates()
                    || self.owns && HELPERS.contains(&next);
                // A parenthesis does not end what leads the sentence.
                if !goes_on || self.role.leads() && self.happens.is_none() && !date {
                    return false;
                }
            }
            "(" | "—" if date => self.tied = true,
            _ => return false,
        }
        self.pass()
    }

    /// `in Seoul, South Korea,`
    fn pass_larger_place(&mut self) -> bool {
        let scene = self.scene;
        let capital = scene
            .words
            .get(self.index + 1)
            .is_some_and(|word| word.capital);
        if scene.is_sign(self.index, ",") && capital && self.date_at(self.index + 1).is_none() {
            match names::phrase_from(scene, self.index + 1) {
                Some(phrase) => self.index = phrase.end,
                None => return false,
            }
            self.index += usize::from(scene.is_sign(self.index, ","));
        }
        true
    }

    /// A launch is at a site, where other occasions are in a town.
    fn is_at_a_site(&self) -> bool {
        self.name
            .clone()
            .any(|index| AT_A_SITE.contains(&self.scene.lower(index)))
    }
}
