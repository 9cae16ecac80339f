//! A title in the text: its noun phrase, and of what body it is.

use std::ops::Range;

use crate::claims::Known;
use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::Kind;
use crate::mentions::{Hit, Use};
use crate::span::Span;

use super::reference::{self, Referred};
use super::words::{BETWEEN, BODIES, JOINED, KINDS, OTHER};

/// A title in the text with what belongs to it.
pub(super) struct Title {
    /// The title itself.
    pub(super) span: Span,
    /// The noun phrase: nation, adjectives, title, `of …`, by words.
    pub(super) words: Range<usize>,
    /// The offices that it can be: those whose body is named, else all with the title.
    pub(super) offices: Vec<usize>,
    /// Its body is named, or the title says it all.
    pub(super) named: bool,
    /// The body stands behind it: `president of Orion`, where a word more may be the body's (`Orion Pictures`).
    pub(super) body_behind: bool,
    /// It stands in a headline, whose capitals tell nothing.
    pub(super) headline: bool,
    /// Its body is named by a word that refers to it: `its mayor`, `the city's mayor`, `In Norland the president`.
    pub(super) referred: bool,
    /// Its body is a noun that refers to one: `mayor of the city`.
    of_noun: bool,
}

impl Title {
    /// Reads the title at this place, which is one of these offices. None: it is another's, or another claim
    /// (`former`, `deputy`, `-elect`).
    pub(super) fn read(
        scene: &Scene,
        known: &Known,
        span: Span,
        offices: &[usize],
        headline: bool,
    ) -> Option<Title> {
        let words = scene.word_range(span);
        let text = scene.text();
        // `then-Defense Minister`, `ex-president`, `president-elect`: glued by a hyphen.
        let glued = text[..span.start].ends_with('-') || text[span.end..].starts_with('-');
        if glued || words.is_empty() || OTHER.contains(&scene.lower(words.end)) {
            return None;
        }
        let (start, mut named) = before(scene, words.start, offices, headline)?;
        let mut end = words.end;
        let mut of_noun = false;
        if named.is_empty() {
            match body_behind(scene, end, offices) {
                Some((behind, bodies)) => (end, named) = (behind, bodies),
                // `chief executive of the company`
                None => {
                    end = reference::noun_behind(scene, end)?;
                    of_noun = true;
                }
            }
        }
        let referred = match named.is_empty() {
            true => reference::in_body(scene, start, offices),
            false => Vec::new(),
        };
        if OTHER.contains(&scene.lower(end)) {
            return None;
        }
        let says_it_all = |fact: usize| match &known.facts[fact].kind {
            Kind::Office(office) => office.of.is_empty(),
            _ => false,
        };
        let complete: Vec<usize> = offices
            .iter()
            .copied()
            .filter(|fact| says_it_all(*fact))
            .collect();
        let is_named = !named.is_empty() || !complete.is_empty();
        let is_referred = named.is_empty() && complete.is_empty() && !referred.is_empty();
        let offices = match (named.is_empty(), complete.is_empty()) {
            (false, _) => named,
            _ if is_referred => referred,
            (true, false) => complete,
            (true, true) => offices.to_vec(),
        };
        Some(Title {
            span,
            words: start..end,
            offices,
            named: is_named,
            body_behind: end > words.end,
            headline,
            referred: is_referred,
            of_noun,
        })
    }

    /// The same title with the body that words in its clause refer to: `its mayor`, `mayor of the city`. None: they
    /// refer to another, or a noun refers to nothing known.
    pub(super) fn with_reference(mut self, scene: &Scene) -> Option<Title> {
        if self.named || self.referred {
            return Some(self);
        }
        let found = match self.of_noun {
            true => reference::behind(scene, self.span, &self.offices),
            false => reference::before(scene, self.span, &self.offices),
        };
        match found {
            Referred::Body(offices) => {
                self.offices = offices;
                self.referred = true;
                Some(self)
            }
            Referred::Unknown if !self.of_noun => Some(self),
            // `Orsk Lines said its chief executive, NAME, …`
            Referred::Other | Referred::Unknown => None,
        }
    }

    /// The offices, of these, whose body was named last before the title, near enough that a label can mean it: `Mayor:
    /// NAME` in a box on Port Ellery.
    pub(super) fn near_body(&self, scene: &Scene) -> Vec<usize> {
        let last = scene
            .all
            .partition_point(|hit| hit.span.start < self.span.start);
        let near = |hit: &&Hit| hit.span.end + NEAR > self.span.start;
        let of = |hit: &&Hit| hit.is_any(|r#use| r#use == Use::Of);
        let mut bodies_before = scene.all[..last].iter().rev().take_while(near).filter(of);
        let body = bodies_before.next();
        body.map_or_else(Vec::new, |hit| bodies(hit, &self.offices).collect())
    }

    /// The same title of the body that was named last, if it is a label: `Mayor: NAME`.
    pub(super) fn with_near_body(mut self, scene: &Scene) -> Title {
        let near = self.near_body(scene);
        if !self.named && !near.is_empty() {
            self.offices = near;
            self.referred = true;
        }
        self
    }

    /// Whether it is one of two titles, or that of a body in lower case: `chairman and president NAME`, `party president
    /// NAME`. Without its own body it is then anybody's.
    pub(super) fn is_shared(&self, scene: &Scene) -> bool {
        if self.referred {
            return false;
        }
        let before = self.words.start.wrapping_sub(1);
        let joined = matches!(scene.lower(before), "and" | "&");
        let noun = before.wrapping_sub(usize::from(joined));
        let title_before = scene.words.get(noun).is_some_and(|word| {
            let is_title = |hit: &Hit| hit.is_any(|r#use| r#use == Use::Title);
            joined && scene.hit_before(word.span.end, is_title).is_some()
        });
        title_before || BODIES.contains(&scene.lower(noun))
    }

    /// The same title where a body follows the name: `prime minister NAME of Japan`. None: it is another's.
    pub(super) fn with_body_behind(mut self, scene: &Scene, name_end: usize) -> Option<Title> {
        let next = name_end + 1 + usize::from(scene.lower(name_end + 1) == "the");
        let body = scene.words.get(next).is_some_and(|word| word.capital);
        // `Veldtian President NAME of the Reform Party`
        let party = names::phrase_from(scene, next)
            .is_some_and(|body| self.named && scene.lower(body.end - 1) == "party");
        // `accused Prime Minister NAME of stalling` names no body.
        if scene.lower(name_end) != "of" || !body || party {
            return Some(self);
        }
        let (_, named) = body_behind(scene, name_end, &self.offices)?;
        if !named.is_empty() {
            self.offices = named;
            self.named = true;
        }
        Some(self)
    }
}

/// Whether a word counts holders: `the fourth president`.
fn is_counted(lower: &str) -> bool {
    const WORDS: &[&str] = &[
        "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "only",
    ];
    WORDS.contains(&lower)
}

/// How far before a label its body is named, in bytes.
const NEAR: usize = 600;

/// The offices, of these (in order), whose body the hit names.
pub(super) fn bodies<'h>(hit: &'h Hit, offices: &'h [usize]) -> impl Iterator<Item = usize> + 'h {
    hit.facts(|r#use| r#use == Use::Of)
        .filter(|fact| offices.binary_search(fact).is_ok())
}

/// Walks back from a title: where its noun phrase begins, and the offices whose body it names.
fn before(
    scene: &Scene,
    title: usize,
    offices: &[usize],
    headline: bool,
) -> Option<(usize, Vec<usize>)> {
    let of = |hit: &Hit| bodies(hit, offices).next().is_some();
    let mut named = Vec::new();
    let mut start = title;
    while start > 0 {
        let word = scene.words[start - 1];
        let lower = scene.lower(start - 1);
        if OTHER.contains(&lower) || is_counted(lower) {
            return None;
        }
        if word.kind == WordKind::Possessive {
            start -= 1;
            continue;
        }
        if let Some(hit) = scene.hit_before(word.span.end, of) {
            named = bodies(hit, offices).collect();
            start = scene.word_from(hit.span.start);
            // `Lokomotiva Kvarner`, `North Korea`: a longer name is another's; `ex-Orion` tells of another time.
            let longer = !headline && is_name_part(scene, start);
            if longer || scene.text()[..hit.span.start].ends_with('-') {
                return None;
            }
            break;
        }
        // `medical director`, `general secretary`: another office, and where it is listed it is a title of its own.
        if KINDS.contains(&lower) {
            return None;
        }
        // `Orion founder and CEO`
        if let Some(first) = joined(scene, start - 1).filter(|_| start == title) {
            start = first;
            continue;
        }
        let determiner = matches!(
            lower,
            "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our"
        );
        if word.kind != WordKind::Word || names::is_never_name(lower) && !determiner {
            break;
        }
        if determiner {
            start -= 1;
            break;
        }
        let adjective = BETWEEN.contains(&lower);
        if word.capital && !adjective {
            // A capitalised word that is not this office's nation is another's: `Japanese`, `Samsung`.
            return None;
        }
        if !adjective && (title - start >= 4 || !possessor_before(scene, start - 1)) {
            break;
        }
        start -= 1;
    }
    if named.is_empty() && joined(scene, title.wrapping_sub(1)).is_some() {
        start = title;
    }
    // `a Veldtian president`: one of several.
    let one_of_several = |at: usize| matches!(scene.lower(at), "a" | "an" | "some" | "each");
    if one_of_several(start) || start > 0 && one_of_several(start - 1) {
        return None;
    }
    // A determiner, `then`, `former` may stand before the nation: `former South Korean President`.
    if start > 0 && scene.lower(start - 1) == "the" {
        start -= 1;
    }
    // `the nominee for attorney general`
    let at = start - usize::from(start > 0 && scene.lower(start - 1) == "for");
    let other = at > 0 && OTHER.contains(&scene.lower(at - 1));
    (!other).then_some((start, named))
}

/// Where the titles begin that `and`, at this index, joins to the one behind it.
fn joined(scene: &Scene, and: usize) -> Option<usize> {
    let title = |index: usize| JOINED.contains(&scene.lower(index));
    let before = matches!(scene.lower(and), "and" | "&");
    let first = (0..and)
        .rev()
        .take(3)
        .take_while(|index| title(*index))
        .last();
    first.filter(|_| before)
}

/// Whether a capitalised word inside the sentence leads a name on: not a verb or adjective at the sentence's head.
fn is_name_part(scene: &Scene, start: usize) -> bool {
    let Some(before) = start.checked_sub(1).filter(|before| *before > 0) else {
        return false;
    };
    let word = scene.words[before];
    word.kind == WordKind::Word
        && word.capital
        && !names::is_never_name(scene.lower(before))
        && scene.text()[word.span.end..].starts_with(' ')
        && scene.words[before - 1].kind != WordKind::Sign
}

/// Whether a possessive stands within a few lower-case words before this one.
fn possessor_before(scene: &Scene, index: usize) -> bool {
    (index.saturating_sub(3)..index)
        .rev()
        .any(|at| scene.words[at].kind == WordKind::Possessive)
        && !matches!(
            scene.lower(index),
            "said" | "told" | "and" | "or" | "with" | "to" | "by" | "that" | "as"
        )
}

/// `of BODY` at this word: where it ends and the offices whose body it is; nothing where there is no `of`.
/// None where the body is another's (`of Japan`, `at Barcelona`).
fn body_behind(scene: &Scene, at: usize, offices: &[usize]) -> Option<(usize, Vec<usize>)> {
    let lower = scene.lower(at);
    let loose = matches!(lower, "for" | "at" | "in");
    if lower != "of" && !loose {
        return Some((at, Vec::new()));
    }
    let next = at + 1 + usize::from(scene.lower(at + 1) == "the");
    let of = |hit: &Hit| bodies(hit, offices).next().is_some();
    let word = scene.words.get(next)?;
    match scene.hit_at(word.span.start, of) {
        Some(hit) => Some((
            scene.word_from(hit.span.end),
            bodies(hit, offices).collect(),
        )),
        None if loose && (!word.capital || names::is_never_name(scene.lower(next))) => {
            Some((at, Vec::new()))
        }
        None => None,
    }
}
