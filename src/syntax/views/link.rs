//! How two words hang together.

use super::noun_phrase::NounPhrase;
use super::predicate::is_predicate;
use crate::syntax::sentence::{Margin, Sentence};
use crate::syntax::tags::Relation;

/// The closest construction that holds two words together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// They are one word.
    Same,
    /// Words of one noun phrase: `12` and `ferries` of `12 new ferries`.
    Phrase,
    /// Owner and owned: `city` and `ferries` of `the city's ferries`.
    Possessor,
    /// Noun and apposition: `Okafor` and `mayor` of `June Okafor, the mayor`.
    Apposition,
    /// Joined by a preposition: `mayor` and `Ellery` of `the mayor of Port Ellery`.
    Preposition,
    /// Subject and complement: `Okafor` and `mayor` of `June Okafor is the mayor`.
    Copula,
    /// A verb and its subject, object or adjunct, or two of those: `yard` and `40` of `The yard employs 40`.
    Clause,
    /// Noun and the inside of its relative clause or participle: `yard` and `40` of `the yard, which employs 40`.
    Relative,
    /// Joined by a conjunction: `Norland` and `Sedra` of `Norland and Sedra`.
    Conjunction,
    /// In different clauses of one sentence.
    Distant,
    /// In different trees.
    None,
}

impl Tie {
    /// A word for it: `possessor`.
    pub const fn name(self) -> &'static str {
        match self {
            Tie::Same => "same",
            Tie::Phrase => "phrase",
            Tie::Possessor => "possessor",
            Tie::Apposition => "apposition",
            Tie::Preposition => "preposition",
            Tie::Copula => "copula",
            Tie::Clause => "clause",
            Tie::Relative => "relative",
            Tie::Conjunction => "conjunction",
            Tie::Distant => "distant",
            Tie::None => "none",
        }
    }
}

/// The way from one word to another in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Index of the word from which both depend; it can be one of the two.
    pub top: Option<usize>,
    /// The relations from the first word up to `top`.
    pub up: Vec<Relation>,
    /// The relations from `top` down to the second word.
    pub down: Vec<Relation>,
    /// Whether one of the two is in a clause below the other's.
    pub crosses_clause: bool,
    /// Whether a conjunction is on the way.
    pub conjunction: bool,
    /// Head of a noun phrase between the two that is of neither, if there is one: it may be meant instead.
    pub rival: Option<usize>,
    /// The least certain arc on the way.
    pub margin: Margin,
    /// The construction.
    pub tie: Tie,
}

impl Link {
    /// The way from `a` to `b`, indices in the sentence.
    pub fn between(sentence: &Sentence, a: usize, b: usize) -> Link {
        let way = |from: usize| {
            std::iter::once(from)
                .chain(sentence.ancestors(from))
                .collect::<Vec<usize>>()
        };
        let (from_a, from_b) = (way(a), way(b));
        let top = from_a.iter().copied().find(|above| from_b.contains(above));
        let below = |way: &[usize]| {
            way.iter()
                .copied()
                .take_while(|index| Some(*index) != top)
                .collect::<Vec<usize>>()
        };
        let (up, mut down) = (below(&from_a), below(&from_b));
        down.reverse();
        let relations = |way: &[usize]| {
            way.iter()
                .map(|index| sentence.relation(*index))
                .collect::<Vec<_>>()
        };
        let on_way = || up.iter().chain(&down);
        let margins = on_way()
            .filter_map(|index| sentence.token(*index))
            .map(|token| token.margin);
        let mut link = Link {
            top,
            up: relations(&up),
            down: relations(&down),
            crosses_clause: on_way().any(|index| opens_clause(sentence, *index)),
            conjunction: on_way().any(|index| sentence.relation(*index) == Relation::Conj),
            rival: None,
            margin: margins.min().unwrap_or(Margin(u16::MAX)),
            tie: Tie::None,
        };
        if let Some(top) = top {
            link.rival = rival(sentence, (a, b), &from_a, &from_b);
            link.tie = link.tie(sentence, top);
        }
        link
    }

    fn tie(&self, sentence: &Sentence, top: usize) -> Tie {
        use Relation::*;
        let on_way = || self.up.iter().chain(&self.down);
        let only = |allowed: &[Relation]| on_way().all(|relation| allowed.contains(relation));
        let has = |relation: Relation| on_way().any(|other| *other == relation);
        const PHRASE: [Relation; 9] = [
            Compound, Amod, Nmod, Nummod, Quantmod, Det, Advmod, Predet, Npadvmod,
        ];
        let with = |more: &[Relation]| [&PHRASE[..], more].concat();
        let at_verb = is_predicate(sentence, top);
        match () {
            _ if self.up.is_empty() && self.down.is_empty() => Tie::Same,
            _ if only(&PHRASE) && !at_verb => Tie::Phrase,
            _ if only(&with(&[Poss])) && !at_verb => Tie::Possessor,
            _ if only(&with(&[Appos])) && !at_verb => Tie::Apposition,
            _ if only(&with(&[Prep, Pobj, Poss])) && !at_verb => Tie::Preposition,
            _ if self.conjunction && only(&with(&[Conj])) && !at_verb => Tie::Conjunction,
            _ if at_verb && (has(Attr) || has(Acomp)) && has(Nsubj) && !self.crosses_clause => {
                Tie::Copula
            }
            _ if at_verb && !self.crosses_clause => Tie::Clause,
            _ if !at_verb && (self.is_relative(&self.up) || self.is_relative(&self.down)) => {
                Tie::Relative
            }
            _ if !self.crosses_clause && !at_verb => Tie::Preposition,
            _ => Tie::Distant,
        }
    }

    /// Whether a way enters one clause that modifies a noun, and no other.
    fn is_relative(&self, way: &[Relation]) -> bool {
        let clauses = way
            .iter()
            .filter(|relation| CLAUSES.contains(relation))
            .count();
        let modifies = way
            .iter()
            .any(|relation| matches!(relation, Relation::Relcl | Relation::Acl));
        modifies && clauses == 1 && !self.conjunction
    }
}

/// The relations of verbs of clauses to their heads.
const CLAUSES: [Relation; 9] = [
    Relation::Relcl,
    Relation::Acl,
    Relation::Advcl,
    Relation::Ccomp,
    Relation::Xcomp,
    Relation::Pcomp,
    Relation::Csubj,
    Relation::Csubjpass,
    Relation::Parataxis,
];

fn opens_clause(sentence: &Sentence, index: usize) -> bool {
    let joined = sentence.relation(index) == Relation::Conj && is_predicate(sentence, index);
    joined || CLAUSES.contains(&sentence.relation(index)) && is_predicate(sentence, index)
}

/// The noun phrase nearest to `b` between the two words, which is of neither of them and no part of a longer one.
fn rival(
    sentence: &Sentence,
    (a, b): (usize, usize),
    from_a: &[usize],
    from_b: &[usize],
) -> Option<usize> {
    let between: Box<dyn Iterator<Item = usize>> = if a < b {
        Box::new((a + 1..b).rev())
    } else {
        Box::new(b + 1..a)
    };
    let mut heads = between.filter(|index| {
        let own = sentence.is_within(*index, a) || sentence.is_within(*index, b);
        let on_way = from_a.contains(index) || from_b.contains(index);
        let noun = sentence.tag(*index).is_noun() && NounPhrase::at(sentence, *index).is_some();
        noun && !own && !on_way
    });
    heads.next()
}
