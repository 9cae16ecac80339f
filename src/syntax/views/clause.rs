//! A predicate with its subject, objects and adjuncts.

use super::noun_phrase::{conjuncts, prepositions};
use super::predicate::{Predicate, is_predicate, is_subject, shared_with};
use crate::syntax::lexicon::{Class, classes};
use crate::syntax::sentence::Sentence;
use crate::syntax::tags::{Relation, Tag};

/// What a clause is in the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClauseKind {
    /// The sentence, or one beside it.
    Main,
    /// Joined to another by a conjunction.
    Joined,
    /// What is said or thought: `said it sank`.
    Complement,
    /// Without a subject of its own: `plans to sink`.
    Open,
    /// `the ferry, which sank`.
    Relative,
    /// `the ferry built in 2001`, `plans to build`.
    Participle,
    /// `when it sank`.
    Adverbial,
    /// `Sinking ships is easy.`
    Subject,
    /// `after sinking`.
    Prepositional,
}

impl ClauseKind {
    /// A word for it: `main`.
    pub const fn name(self) -> &'static str {
        match self {
            ClauseKind::Main => "main",
            ClauseKind::Joined => "joined",
            ClauseKind::Complement => "complement",
            ClauseKind::Open => "open",
            ClauseKind::Relative => "relative",
            ClauseKind::Participle => "participle",
            ClauseKind::Adverbial => "adverbial",
            ClauseKind::Subject => "subject",
            ClauseKind::Prepositional => "prepositional",
        }
    }

    fn of(sentence: &Sentence, verb: usize) -> ClauseKind {
        match sentence.relation(verb) {
            Relation::Conj => ClauseKind::Joined,
            Relation::Ccomp if is_beside(sentence, verb) => ClauseKind::Main,
            Relation::Ccomp => ClauseKind::Complement,
            Relation::Xcomp | Relation::Oprd => ClauseKind::Open,
            Relation::Relcl => ClauseKind::Relative,
            Relation::Acl => ClauseKind::Participle,
            Relation::Advcl => ClauseKind::Adverbial,
            Relation::Csubj | Relation::Csubjpass => ClauseKind::Subject,
            Relation::Pcomp => ClauseKind::Prepositional,
            _ => ClauseKind::Main,
        }
    }
}

/// What says when, where or how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjunct {
    /// A preposition and the head of what it governs: `in 2024`.
    Prepositional {
        /// Index of the preposition.
        preposition: usize,
        /// Head of what it governs.
        object: usize,
    },
    /// A noun phrase by its head: `last week`.
    Noun(usize),
    /// An adverb: `again`.
    Adverb(usize),
}

/// A predicate with its subject, objects and adjuncts, by the heads of their phrases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The verb and how it is meant.
    pub predicate: Predicate,
    /// What it is in the sentence.
    pub kind: ClauseKind,
    /// The subject, also where it is that of another clause: of `plans to sink`, `which sank`, `sank and rose`.
    pub subject: Option<usize>,
    /// Who acts in a passive: `by the yard`.
    pub agent: Option<usize>,
    /// Direct and indirect objects.
    pub objects: Vec<usize>,
    /// `mayor` of `is the mayor`, `tall` of `is tall`, `mayor` of `elected her mayor`.
    pub complement: Option<usize>,
    /// Prepositional phrases, adverbs and the like, in order.
    pub adjuncts: Vec<Adjunct>,
    /// Verb of the clause on which it depends.
    pub parent: Option<usize>,
}

impl Clause {
    /// The clause whose verb is at an index.
    pub fn at(sentence: &Sentence, verb: usize) -> Option<Clause> {
        let predicate = Predicate::at(sentence, verb)?;
        let child = |relation| sentence.child(verb, relation);
        let agent = child(Relation::Agent).and_then(|by| sentence.child(by, Relation::Pobj));
        let objects = sentence
            .children(verb)
            .filter_map(|index| match sentence.relation(index) {
                Relation::Dobj => Some(index),
                // `gave the port a ferry`, `gave a ferry to the port`
                Relation::Dative => Some(sentence.child(index, Relation::Pobj).unwrap_or(index)),
                _ => None,
            });
        let above = sentence
            .ancestors(verb)
            .find(|above| is_predicate(sentence, *above));
        Some(Clause {
            kind: ClauseKind::of(sentence, verb),
            subject: subject(sentence, verb, predicate.passive),
            agent,
            objects: objects.collect(),
            complement: child(Relation::Attr)
                .or(child(Relation::Acomp))
                .or(child(Relation::Oprd)),
            adjuncts: adjuncts(sentence, verb),
            parent: above,
            predicate,
        })
    }

    /// All clauses, in order of their verbs.
    pub fn all(sentence: &Sentence) -> impl Iterator<Item = Clause> {
        (0..sentence.tokens().len()).filter_map(|verb| Clause::at(sentence, verb))
    }

    /// The clause that a word belongs to.
    pub fn around(sentence: &Sentence, index: usize) -> Option<Clause> {
        Clause::at(sentence, Predicate::over(sentence, index)?)
    }

    /// The subjects: the subject and what is joined to it.
    pub fn subjects(&self, sentence: &Sentence) -> Vec<usize> {
        let Some(subject) = self.subject else {
            return Vec::new();
        };
        std::iter::once(subject)
            .chain(conjuncts(sentence, subject))
            .collect()
    }
}

/// The subject of a verb: its own, or that of the clause which completes, modifies or shares it.
fn subject(sentence: &Sentence, verb: usize, passive: bool) -> Option<usize> {
    let mut verb = verb;
    for _ in 0..sentence.tokens().len() {
        if let Some(own) = own_subject(sentence, verb) {
            return Some(own);
        }
        let head = sentence.head(verb)?;
        match sentence.relation(verb) {
            Relation::Conj => verb = shared_with(sentence, verb)?,
            // `urged the yard to build`: the object acts; `plans to build`: the subject does
            Relation::Xcomp => match sentence.child(head, Relation::Dobj) {
                Some(object) if object < verb => return Some(object),
                _ => verb = head,
            },
            Relation::Ccomp => {
                let participle = sentence.tag(verb) == Tag::Vbg || sentence.tag(verb) == Tag::Vb;
                if !participle || !is_predicate(sentence, head) {
                    return None;
                }
                verb = head;
            }
            // `the ferry built in 2001`, `the yard building it`; in `plans to build` the noun does not act
            Relation::Acl if sentence.tag(verb) != Tag::Vb => return Some(head),
            // `the first woman to lead it`, but not `a place to live`
            Relation::Relcl if is_first(sentence, head) => return Some(head),
            Relation::Advcl if is_predicate(sentence, head) => verb = head,
            Relation::Pcomp => {
                let over = sentence.head(head)?;
                if !is_predicate(sentence, over)
                    || passive && sentence.relation(head) == Relation::Agent
                {
                    return None;
                }
                verb = over;
            }
            _ => return None,
        }
    }
    None
}

/// `In 2016 it had 300; now it has 120.`: the parser makes the first the complement of the second.
fn is_beside(sentence: &Sentence, verb: usize) -> bool {
    let head = sentence.head(verb).filter(|head| verb < *head);
    head.is_some_and(|head| {
        let known = classes(sentence.lemma(head), sentence.tag(head));
        !(known.has(Class::Say)
            || known.has(Class::Claim)
            || known.has(Class::Ask)
            || known.has(Class::Plan))
    })
}

/// Whether a noun is one of a row: `the first woman`, `the only city`.
fn is_first(sentence: &Sentence, head: usize) -> bool {
    let mut modifiers = sentence.children(head);
    modifiers.any(|index| {
        matches!(
            sentence.lemma(index),
            "first"
                | "second"
                | "third"
                | "last"
                | "next"
                | "only"
                | "youngest"
                | "oldest"
                | "latest"
        )
    })
}

/// The subject that a verb has itself; of relative pronouns the noun for which they stand.
fn own_subject(sentence: &Sentence, verb: usize) -> Option<usize> {
    let mut subjects = sentence
        .children(verb)
        .filter(|child| is_subject(sentence, *child));
    let first = subjects.next()?;
    // `The army's budget rose, the navy's fell`: the navy is the owner of the subject, which is left out.
    if sentence.child(first, Relation::Case).is_some() {
        return None;
    }
    // `There are 12 ferries.`: the noun after the verb
    if sentence.relation(first) == Relation::Expl {
        let after = sentence
            .child(verb, Relation::Attr)
            .or(sentence.child(verb, Relation::Dobj));
        return subjects.next().or(after).or(Some(first));
    }
    let pronoun = matches!(sentence.tag(first), Tag::Wdt | Tag::Wp)
        || sentence.tag(first) == Tag::In && sentence.lemma(first) == "that";
    if pronoun && sentence.relation(verb) == Relation::Relcl {
        return sentence.head(verb).or(Some(first));
    }
    Some(first)
}

fn adjuncts(sentence: &Sentence, verb: usize) -> Vec<Adjunct> {
    let mut found: Vec<(usize, Adjunct)> = Vec::new();
    for phrase in prepositions(sentence, verb) {
        let by = sentence.relation(phrase.preposition);
        if !matches!(by, Relation::Agent | Relation::Dative) {
            let (preposition, object) = (phrase.preposition, phrase.object);
            found.push((
                preposition,
                Adjunct::Prepositional {
                    preposition,
                    object,
                },
            ));
        }
    }
    for child in sentence.children(verb) {
        match sentence.relation(child) {
            Relation::Npadvmod => found.push((child, Adjunct::Noun(child))),
            Relation::Advmod => {
                found.push((child, Adjunct::Adverb(child)));
                // `down from 37,000`
                for phrase in prepositions(sentence, child) {
                    let (preposition, object) = (phrase.preposition, phrase.object);
                    found.push((
                        preposition,
                        Adjunct::Prepositional {
                            preposition,
                            object,
                        },
                    ));
                }
            }
            _ => {}
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, adjunct)| adjunct).collect()
}
