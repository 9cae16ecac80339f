//! A verb with its auxiliaries: when, whether, and by whose account.

use super::cues::{is_future_auxiliary, is_negated};
use super::mood::{self, Mood};
use crate::syntax::lexicon::{Classes, classes};
use crate::syntax::sentence::Sentence;
use crate::syntax::tags::{Relation, Tag};

/// The time that the form of a verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// `sank`, `was sinking`.
    Past,
    /// `had sunk`.
    PastPerfect,
    /// `sinks`, `is sinking`.
    Present,
    /// `has sunk`.
    PresentPerfect,
    /// `will sink`, `is going to sink`.
    Future,
    /// `to sink`, `sinking`, `sunk`, `would sink`: the form says none.
    None,
}

impl Tense {
    /// A word for it: `past`.
    pub const fn name(self) -> &'static str {
        match self {
            Tense::Past => "past",
            Tense::PastPerfect => "past perfect",
            Tense::Present => "present",
            Tense::PresentPerfect => "present perfect",
            Tense::Future => "future",
            Tense::None => "no tense",
        }
    }
}

/// A verb with its auxiliaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predicate {
    /// Index of the verb; for `is the mayor` of the copula.
    pub verb: usize,
    /// What kind of verb it is.
    pub classes: Classes,
    /// Its auxiliaries, in order: `has`, `been`, `to`.
    pub auxiliaries: Vec<usize>,
    /// `up` of `take up`.
    pub particle: Option<usize>,
    /// The time that its form says.
    pub tense: Tense,
    /// Whether it is stated as a fact.
    pub mood: Mood,
    /// Whether it is negated itself: `not`, `never`, `no ships sank`.
    pub negated: bool,
    /// Whether the subject is acted on: `was built`.
    pub passive: bool,
    /// Index of the verb or noun by whose subject it is stated: `said` of `the mayor said it sank`.
    pub source: Option<usize>,
}

impl Predicate {
    /// The predicate whose verb is at an index; none for auxiliaries and participles before nouns.
    pub fn at(sentence: &Sentence, verb: usize) -> Option<Predicate> {
        if !is_predicate(sentence, verb) {
            return None;
        }
        let auxiliaries = auxiliaries(sentence, verb);
        let passive = is_passive(sentence, verb);
        let mood = mood::read(sentence, verb);
        Some(Predicate {
            verb,
            classes: classes(sentence.lemma(verb), sentence.tag(verb)),
            particle: sentence.child(verb, Relation::Prt),
            tense: tense(sentence, verb, &auxiliaries),
            negated: is_negated(sentence, verb),
            mood: mood.mood,
            source: mood.source,
            auxiliaries,
            passive,
        })
    }

    /// All predicates, in order.
    pub fn all(sentence: &Sentence) -> impl Iterator<Item = Predicate> {
        (0..sentence.tokens().len()).filter_map(|verb| Predicate::at(sentence, verb))
    }

    /// The verb that governs a word: the nearest one above it.
    pub fn over(sentence: &Sentence, index: usize) -> Option<usize> {
        let mut above = std::iter::once(index).chain(sentence.ancestors(index));
        above.find(|verb| is_predicate(sentence, *verb))
    }
}

/// Whether a word is the verb of a predicate.
pub(super) fn is_predicate(sentence: &Sentence, index: usize) -> bool {
    let tag = sentence.tag(index);
    let modal = tag == Tag::Md && sentence.relation(index) != Relation::Aux;
    let inside = matches!(
        sentence.relation(index),
        Relation::Aux
            | Relation::Auxpass
            | Relation::Amod
            | Relation::Compound
            | Relation::Prep
            | Relation::Nmod
            | Relation::Advmod
            | Relation::Punct
            | Relation::Case
            | Relation::Mark
            | Relation::Prt
    );
    let noun = tag == Tag::Vbg
        && matches!(
            sentence.relation(index),
            Relation::Pobj | Relation::Dobj | Relation::Nsubj
        )
        && sentence.children(index).all(|child| {
            !matches!(
                sentence.relation(child),
                Relation::Dobj | Relation::Prep | Relation::Aux | Relation::Advmod
            )
        });
    (tag.is_verb() && !noun || modal) && !inside
}

/// The auxiliaries of a verb; one joined to another without its own has those of the first.
pub(super) fn auxiliaries(sentence: &Sentence, verb: usize) -> Vec<usize> {
    let own: Vec<usize> = sentence
        .children(verb)
        .filter(|child| matches!(sentence.relation(*child), Relation::Aux | Relation::Auxpass))
        .collect();
    // `will merge and move`, but `has merged and will move`
    match shared_with(sentence, verb) {
        Some(first) if own.is_empty() && same_form(sentence, first, verb) => {
            auxiliaries(sentence, first)
        }
        _ => own,
    }
}

/// The verb to which this one is joined, if it has no subject of its own.
pub(super) fn shared_with(sentence: &Sentence, verb: usize) -> Option<usize> {
    let subject = sentence
        .children(verb)
        .any(|child| is_subject(sentence, child));
    let joined = sentence.relation(verb) == Relation::Conj && !subject;
    let first = joined.then(|| sentence.head(verb)).flatten()?;
    (first < verb && is_predicate(sentence, first)).then_some(first)
}

fn same_form(sentence: &Sentence, first: usize, verb: usize) -> bool {
    let participle = |index| matches!(sentence.tag(index), Tag::Vbn | Tag::Vbd);
    sentence.tag(first) == sentence.tag(verb)
        || sentence.tag(first) == Tag::Vbn && participle(verb) && sentence.tag(verb) == Tag::Vbn
}

/// Whether a word is a subject of its head.
pub(super) fn is_subject(sentence: &Sentence, index: usize) -> bool {
    matches!(
        sentence.relation(index),
        Relation::Nsubj
            | Relation::Nsubjpass
            | Relation::Csubj
            | Relation::Csubjpass
            | Relation::Expl
    )
}

fn is_passive(sentence: &Sentence, verb: usize) -> bool {
    let own = sentence.children(verb).any(|child| {
        matches!(
            sentence.relation(child),
            Relation::Auxpass | Relation::Nsubjpass | Relation::Csubjpass | Relation::Agent
        )
    });
    // `a ship built in 2001`
    let participle = sentence.tag(verb) == Tag::Vbn
        && matches!(sentence.relation(verb), Relation::Acl | Relation::Advcl)
        && sentence.child(verb, Relation::Aux).is_none();
    let shared = shared_with(sentence, verb).is_some_and(|first| {
        sentence.tag(verb) == Tag::Vbn
            && sentence.child(verb, Relation::Aux).is_none()
            && is_passive(sentence, first)
    });
    own || participle || shared
}

fn tense(sentence: &Sentence, verb: usize, auxiliaries: &[usize]) -> Tense {
    let has = |lemma: &str| {
        auxiliaries
            .iter()
            .find(|index| sentence.lemma(**index) == lemma)
    };
    let modal = auxiliaries
        .iter()
        .find(|index| sentence.tag(**index) == Tag::Md);
    if let Some(modal) = modal {
        let future = matches!(sentence.lemma(*modal), "will" | "shall" | "'ll");
        return if future { Tense::Future } else { Tense::None };
    }
    // `is going to sink`, `is to sink`
    let governor = sentence
        .head(verb)
        .filter(|_| sentence.relation(verb) == Relation::Xcomp);
    let future = governor
        .is_some_and(|governor| has("to").is_some() && is_future_auxiliary(sentence, governor));
    if future {
        return Tense::Future;
    }
    if has("to").is_some() {
        return Tense::None;
    }
    let perfect = sentence.tag(verb) == Tag::Vbn || has("have").is_some_and(|have| *have < verb);
    match auxiliaries
        .iter()
        .find(|index| sentence.lemma(**index) == "have")
    {
        Some(have) if perfect => match sentence.tag(*have) {
            Tag::Vbd => Tense::PastPerfect,
            Tag::Vbz | Tag::Vbp => Tense::PresentPerfect,
            _ => Tense::None,
        },
        _ => {
            let finite = auxiliaries.first().copied().unwrap_or(verb);
            match sentence.tag(finite) {
                // `a man surnamed Kim`: a participle that the tagger took for a finite verb
                Tag::Vbd if sentence.relation(verb) == Relation::Acl => Tense::None,
                Tag::Vbd => Tense::Past,
                Tag::Vbz | Tag::Vbp => Tense::Present,
                // `leaked` with a subject, taken for a participle
                Tag::Vbn if finite == verb && sentence.child(verb, Relation::Nsubj).is_some() => {
                    Tense::Past
                }
                _ => Tense::None,
            }
        }
    }
}
