//! The noun phrase of an event, and what governs it.

use std::ops::Range;

use crate::claims::Edge;
use crate::claims::names;
use crate::claims::scene::{DateMention, Scene};
use crate::claims::words::WordKind;
use crate::language::{Reading, nations};
use crate::span::Span;

use super::edge_of;
use super::words::{
    CLAUSE, DAYS, EDITION, EITHER, HELPERS, HOLDS, MODIFIERS, PREPOSITIONS, TOWARDS, WITHIN,
};

/// How an event hangs in its clause, and so what a date behind it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It is the subject: `The SCM opens on Tuesday`, or stands alone.
    Subject,
    /// One of several things joined by `and`: a verb behind is its own, a bare date need not be.
    Joined,
    /// The object of a verb that dates it: `will hold the SCM on Tuesday`.
    Object(Edge),
    /// Where something is done: `spoke at the SCM on Tuesday`.
    Within,
    /// A day or part of it: `the opening of the SCM on Tuesday`.
    Part(Edge),
    /// Behind a word that is a preposition or a conjunction: `before the SCM`, `before the SCM opens`.
    Either {
        /// It leads the sentence.
        leads: bool,
    },
    /// Behind another preposition that leads the sentence: `Ahead of the SCM on Tuesday, …`.
    Leading,
    /// Behind a preposition after which a place is still the event's: `arrived for the SCM in Seoul`.
    Towards,
    /// Anything else: `discussed the SCM on Tuesday`.
    Other,
}

impl Role {
    /// Which day of the occasion a date behind it is.
    pub(super) fn edge(self) -> Edge {
        match self {
            Role::Object(edge) | Role::Part(edge) => edge,
            _ => Edge::Any,
        }
    }

    /// Whether a date right behind the event is the event's.
    pub(super) fn ties_dates(self) -> bool {
        matches!(
            self,
            Role::Subject | Role::Object(_) | Role::Within | Role::Part(_)
        ) || self.leads()
    }

    /// Whether a date right behind it is the event's only where a comma ends the phrase.
    pub(super) fn leads(self) -> bool {
        matches!(self, Role::Leading | Role::Either { leads: true })
    }

    /// Whether a place right behind the event is the event's.
    pub(super) fn ties_places(self) -> bool {
        self.ties_dates() || matches!(self, Role::Joined | Role::Towards)
    }

    /// Whether a finite verb behind the event is the event's.
    pub(super) fn owns_the_verb(self) -> bool {
        matches!(
            self,
            Role::Subject | Role::Joined | Role::Part(_) | Role::Either { .. }
        )
    }

    /// Reads it from what stands before the noun phrase.
    pub(super) fn read(scene: &Scene, start: usize) -> Role {
        let first = scene.word_from(scene.clause(scene.words[start].span.start).start);
        let Some(before) = start.checked_sub(1).filter(|_| start > first) else {
            return Role::Subject;
        };
        let governor = scene.lower(before);
        let before_that = before.checked_sub(1).map_or("", |at| scene.lower(at));
        let leads = |at: usize| at == 0 || at == first && scene.is_sign(at.wrapping_sub(1), ",");
        if scene.words[before].kind == WordKind::Sign || CLAUSE.contains(&governor) {
            return Role::Subject;
        }
        if matches!(governor, "and" | "or") {
            return Role::Joined;
        }
        if EITHER.contains(&governor) {
            return Role::Either {
                leads: leads(before),
            };
        }
        if HOLDS.contains(&governor) {
            return Role::Object(edge_of(governor).unwrap_or(Edge::Any));
        }
        // `presided over the SCM in Seoul`
        if governor == "over" && before_that.starts_with("presid") {
            return Role::Object(Edge::Any);
        }
        if HELPERS.contains(&governor)
            && (before.saturating_sub(3)..before).any(|at| scene.lower(at) == "there")
        {
            return Role::Object(Edge::Any);
        }
        if WITHIN.contains(&governor) {
            return Role::Within;
        }
        if governor == "of" {
            if let Some(edge) = part(scene, before) {
                return Role::Part(edge);
            }
            if before_that == "ahead" {
                return match leads(before - 1) {
                    true => Role::Leading,
                    false => Role::Other,
                };
            }
        }
        if leads(before)
            && (PREPOSITIONS.contains(&governor)
                || matches!(governor, "despite" | "following" | "with"))
        {
            return Role::Leading;
        }
        // `On Tuesday the SCM opens`
        if date_before(scene, scene.words[before].span.end).is_some() {
            return Role::Subject;
        }
        match TOWARDS.contains(&governor)
            && !matches!(before_that, "instead" | "because" | "anniversary")
        {
            true => Role::Towards,
            false => Role::Other,
        }
    }
}

/// `the opening of`, `the last day of`: the `of` stands at this index.
fn part(scene: &Scene, of: usize) -> Option<Edge> {
    let noun = scene.lower(of.checked_sub(1)?);
    if let Some(edge) = edge_of(noun) {
        return Some(edge);
    }
    let which = of.checked_sub(2).map_or("", |at| scene.lower(at));
    DAYS.contains(&noun).then_some(match which {
        "first" | "opening" => Edge::First,
        "last" | "final" | "closing" => Edge::Last,
        _ => Edge::Any,
    })
}

/// The noun phrase that ends with the name: back over dates, ordinals, adjectives, a possessive and a determiner,
/// and over `the 57th edition of`.
pub(super) fn noun_phrase(scene: &Scene, name: &Range<usize>) -> Range<usize> {
    let start = before_noun(scene, name.start);
    let of = start.wrapping_sub(1);
    let counted = scene.lower(of) == "of"
        && start >= 3
        && EDITION.contains(&scene.lower(start - 2).trim_end_matches('s'))
        && is_ordinal(scene, start - 3);
    match counted {
        true => before_noun(scene, start - 2)..name.end,
        false => start..name.end,
    }
}

fn before_noun(scene: &Scene, noun: usize) -> usize {
    let mut start = noun;
    while start > 0 {
        let word = scene.words[start - 1];
        let lower = scene.lower(start - 1);
        if let Some(date) = date_before(scene, word.span.end) {
            let first = scene.word_from(date.span.start);
            // `On Tuesday SCM delegates`: the day is not the SCM's.
            let adverbial = matches!(
                first.checked_sub(1).map(|at| scene.lower(at)),
                Some("on" | "in" | "since" | "by" | "until" | "from" | "after" | "before")
            );
            let owner = scene.words[start].kind == WordKind::Possessive;
            if adverbial && !owner && (start != noun || date.expr.weekday.is_some()) {
                break;
            }
            // A date that begins inside a word (`7tomorrow`) takes that word too.
            start = first.min(start - 1);
            continue;
        }
        match word.kind {
            WordKind::Possessive | WordKind::Number => start -= 1,
            WordKind::Word if matches!(lower, "the" | "a" | "an" | "this" | "its" | "their") => {
                start -= 1;
                break;
            }
            WordKind::Word if noun - start < 5 && is_modifier(scene, start - 1) => start -= 1,
            _ => break,
        }
    }
    start
}

/// Whether a word before a name belongs to its noun phrase.
fn is_modifier(scene: &Scene, index: usize) -> bool {
    let lower = scene.lower(index);
    is_ordinal(scene, index)
        || MODIFIERS.contains(&lower)
        || scene.words[index].capital && !names::is_never_name(lower)
}

/// The last date that starts before an offset.
fn last_date<'s, 'a>(scene: &'s Scene<'a>, offset: usize) -> Option<&'s DateMention<'a>> {
    let after = scene.dates.partition_point(|date| date.span.start < offset);
    scene.dates[..after].last()
}

/// The date that ends at an offset.
fn date_before<'s, 'a>(scene: &'s Scene<'a>, offset: usize) -> Option<&'s DateMention<'a>> {
    last_date(scene, offset).filter(|date| date.span.end == offset)
}

/// Whether the words are in some rule file.
fn is_loaded(scene: &Scene, span: Span) -> bool {
    let after = scene.hits.partition_point(|hit| hit.span.start < span.end);
    // Phrases nest, but not deeply.
    scene.hits[after.saturating_sub(16)..after]
        .iter()
        .any(|hit| hit.span.overlaps(span))
}

fn is_ordinal(scene: &Scene, index: usize) -> bool {
    let end = scene.words[index].span.end;
    let values = scene.values();
    let after = values.partition_point(|mention| mention.span.start < end);
    // A value holds a few others at most.
    values[after.saturating_sub(4)..after]
        .iter()
        .any(|mention| mention.span.end == end && matches!(mention.reading, Reading::Ordinal(_)))
}

/// Whether the occasion is somebody's who is in no rule file (`Ashgrove's AGM`, `the Slavian parliamentary election`): then
/// it is another occasion of that name. A name with capitals of its own (`Security Consultative Meeting`) is one occasion's.
pub(super) fn is_anothers(scene: &Scene, phrase: &Range<usize>, name: &Range<usize>) -> bool {
    let own = scene.word(name.start);
    let proper = own.starts_with(char::is_uppercase);
    let generic = !proper || name.len() == 1 && own.chars().all(char::is_uppercase);
    generic
        && (phrase.start..name.start).any(|index| {
            let word = scene.words[index];
            let span = word.span;
            let possessor = scene.words[index + 1].kind == WordKind::Possessive;
            word.capital
                && word.kind == WordKind::Word
                && (index > 0 || possessor)
                && !names::is_never_name(scene.lower(index))
                && !is_ordinal(scene, index)
                && !last_date(scene, span.end).is_some_and(|date| date.span.overlaps(span))
                && !is_loaded(scene, span)
                && (nations::nation(scene.slice(span)).is_some() || possessor || !proper)
        })
}

/// Whether the occasion is still to come, whatever the tense of the sentence: `ahead of the SCM`, `before the SCM opens`.
/// `start` is the first word of its noun phrase.
pub(super) fn is_to_come(scene: &Scene, start: usize) -> bool {
    let word = |back| start.checked_sub(back).map_or("", |at| scene.lower(at));
    matches!(
        (word(2), word(1)),
        (_, "before" | "until" | "till") | ("ahead" | "advance", "of") | ("prior", "to")
    )
}
