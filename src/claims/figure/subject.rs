//! How a phrase of the fact's subject hangs together with the number.

use crate::span::Span;
use crate::syntax::tags::Relation;

use super::frame::Frame;
use super::words::{ASIDE, LEVEL, OWNING};

/// The construction that joins a phrase to the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// In the number's noun phrase.
    Phrase,
    /// The subject of its clause.
    Subject,
    /// The noun that governs it.
    Noun,
    /// The object or agent of its verb.
    Object,
    /// In an adjunct of its verb.
    Adjunct,
    /// The subject of a clause above, or an apposition.
    Above,
    /// The noun of its relative clause.
    Antecedent,
    /// Elsewhere in the sentence.
    Far,
}

/// The phrase of the subject that is tied most closely.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject {
    pub(super) tie: Tie,
    /// The head of the phrase.
    pub(super) head: usize,
    /// How many steps lie between, clauses counted four times.
    pub(super) cost: usize,
    /// How many clauses lie between.
    pub(super) clauses: usize,
    /// It only stands by: `after Norland`, `unlike Norland`.
    pub(super) aside: bool,
}

fn is_clause(frame: &Frame, index: usize) -> bool {
    use Relation::{Acl, Advcl, Ccomp, Conj, Csubj, Csubjpass, Parataxis, Relcl, Xcomp};
    match frame.relation(index) {
        Ccomp | Xcomp | Advcl | Relcl | Acl | Csubj | Csubjpass | Parataxis => true,
        Conj => frame.is_verb(index),
        _ => false,
    }
}

/// The way from the number's head to another word.
pub(super) struct Way {
    /// From the number up, without the common top.
    pub(super) up: Vec<usize>,
    /// From the top down to the word.
    pub(super) down: Vec<usize>,
    pub(super) top: usize,
    pub(super) clauses_up: usize,
    pub(super) clauses_down: usize,
}

impl Way {
    pub(super) fn cost(&self) -> usize {
        self.up.len() + self.down.len() + 3 * (self.clauses_up + self.clauses_down)
    }
}

impl Frame<'_, '_> {
    /// The way to a word, if the two are in one tree.
    pub(super) fn way(&self, to: usize) -> Option<Way> {
        let other: Vec<usize> = std::iter::once(to).chain(self.tree.ancestors(to)).collect();
        let at = self.chain.iter().position(|index| other.contains(index))?;
        let top = self.chain[at];
        let up = self.chain[..at].to_vec();
        let mut down: Vec<usize> = other
            .into_iter()
            .take_while(|index| *index != top)
            .collect();
        down.reverse();
        let count = |way: &[usize]| way.iter().filter(|index| is_clause(self, **index)).count();
        Some(Way {
            clauses_up: count(&up),
            clauses_down: count(&down),
            up,
            down,
            top,
        })
    }

    /// The phrase of the subject that is tied most closely to the number.
    pub(super) fn subject_phrase(&self) -> Option<Subject> {
        let tied = |span: &Span| {
            let head = self.head_of(*span)?;
            Some(self.tied(head))
        };
        self.subjects
            .iter()
            .filter_map(tied)
            .min_by_key(|subject| (subject.cost, subject.head.abs_diff(self.root)))
    }

    fn tied(&self, head: usize) -> Subject {
        let far = Subject {
            tie: Tie::Far,
            head,
            cost: 9,
            clauses: 9,
            aside: false,
        };
        let Some(way) = self.way(head) else {
            return far;
        };
        let word_above = self.tree.head(head).map_or("", |above| self.lower(above));
        let aside = self.relation(head) == Relation::Pobj && ASIDE.contains(&word_above);
        let clauses = way.clauses_up + way.clauses_down;
        Subject {
            tie: self.tie(&way, aside, head),
            head,
            cost: way.cost(),
            clauses,
            aside,
        }
    }

    fn tie(&self, way: &Way, aside: bool, head: usize) -> Tie {
        use Relation::{
            Acl, Advcl, Agent, Amod, Appos, Attr, Ccomp, Compound, Conj, Csubj, Dative, Dobj, Expl,
            Nmod, Nsubj, Nsubjpass, Oprd, Poss, Prep, Relcl,
        };
        let same = way.clauses_up == 0;
        let Some(first) = way.down.first().copied() else {
            // The phrase governs the number, or is its head.
            return match (way.up.is_empty(), self.is_verb(way.top), same) {
                (true, ..) => Tie::Phrase,
                (_, true, _) => Tie::Object,
                (_, _, true) => Tie::Noun,
                _ => Tie::Antecedent,
            };
        };
        let relation = self.relation(first);
        if way.up.is_empty() {
            return match relation {
                Relcl | Acl => Tie::Antecedent,
                Appos => Tie::Above,
                Prep | Agent | Poss if way.clauses_down == 0 => Tie::Phrase,
                Conj => Tie::Far,
                _ if head < self.head && way.clauses_down == 0 => Tie::Phrase,
                _ => Tie::Far,
            };
        }
        match relation {
            Nsubj | Nsubjpass | Csubj | Expl if way.clauses_down > 0 => Tie::Far,
            Nsubj | Nsubjpass | Csubj | Expl => {
                if same {
                    Tie::Subject
                } else {
                    Tie::Above
                }
            }
            Dobj | Attr | Dative | Oprd | Agent if same => {
                let subject = matches!(self.relation(self.head), Nsubj | Nsubjpass);
                let level = self
                    .predicate
                    .is_some_and(|verb| LEVEL.contains(&self.lemma(verb)) || relation == Agent);
                if !subject || level {
                    Tie::Object
                } else {
                    Tie::Far
                }
            }
            Prep if !same => Tie::Far,
            Prep if self.is_verb(way.top) => {
                if aside {
                    Tie::Far
                } else {
                    Tie::Adjunct
                }
            }
            Prep if OWNING.contains(&self.lower(first)) => Tie::Noun,
            Compound | Poss | Amod | Nmod => {
                if same {
                    Tie::Noun
                } else {
                    Tie::Antecedent
                }
            }
            Appos => Tie::Above,
            Advcl | Relcl | Acl | Ccomp => Tie::Far,
            _ => Tie::Far,
        }
    }
}
