//! A noun with all that belongs to it.

use crate::span::Span;
use crate::syntax::sentence::Sentence;
use crate::syntax::tags::{Relation, Tag};

/// A noun, name, pronoun or number with its modifiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounPhrase {
    /// Index of the noun; of names the last part, of sums of money the last part of the number.
    pub head: usize,
    /// From the first to the last of its words, without what follows the noun.
    pub span: Span,
    /// `the`, `no`, `some`.
    pub determiner: Option<usize>,
    /// How many, or how much.
    pub quantity: Option<Quantity>,
    /// Head of the owner: `city` of `the city's ferries`, `its`.
    pub possessor: Option<usize>,
    /// Adjectives, nouns and names before the noun, in order: `new`, `harbor`, `Mayor June`.
    pub modifiers: Vec<usize>,
    /// `of Port Ellery`, `in 2024`.
    pub prepositions: Vec<Prepositional>,
    /// Head of the apposition: `mayor` of `June Okafor, the mayor`.
    pub apposition: Option<usize>,
    /// Verb of the relative clause or participle: `employs` of `the yard, which employs 40`.
    pub clause: Option<usize>,
    /// Heads of what is joined to it by conjunctions.
    pub conjuncts: Vec<usize>,
}

/// A number with its hedges and unit signs: `more than 1.2 million`, `$46bn`, `15 to 29`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// From the first to the last of its words.
    pub span: Span,
    /// The numbers in it, in order.
    pub numbers: Vec<usize>,
}

/// A preposition and what it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prepositional {
    /// Index of the preposition; of compound ones (`because of`, `out of`) the last word.
    pub preposition: usize,
    /// Head of the noun phrase or clause after it.
    pub object: usize,
}

/// The prepositional phrases that depend on a word directly.
pub(super) fn prepositions(sentence: &Sentence, head: usize) -> Vec<Prepositional> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = sentence.children(head).collect();
    open.retain(|child| {
        matches!(
            sentence.relation(*child),
            Relation::Prep | Relation::Agent | Relation::Dative
        )
    });
    open.reverse();
    while let Some(preposition) = open.pop() {
        let objects = sentence.children(preposition);
        let mut objects = objects
            .filter(|child| matches!(sentence.relation(*child), Relation::Pobj | Relation::Pcomp));
        if let Some(object) = objects.next() {
            found.push(Prepositional {
                preposition,
                object,
            });
        }
        // `from 60 to 64`, `in and around the port`, `out of the port`
        let inner = sentence.children(preposition);
        open.extend(
            inner.filter(|child| {
                matches!(sentence.relation(*child), Relation::Prep | Relation::Conj)
            }),
        );
    }
    found
}

impl NounPhrase {
    /// The noun phrase whose head is at an index, if that word can be one.
    pub fn at(sentence: &Sentence, head: usize) -> Option<NounPhrase> {
        is_head(sentence, head).then(|| NounPhrase::read(sentence, head))
    }

    /// All noun phrases, in order of their heads; those inside of others too.
    pub fn all(sentence: &Sentence) -> impl Iterator<Item = NounPhrase> {
        (0..sentence.tokens().len()).filter_map(|head| NounPhrase::at(sentence, head))
    }

    /// The smallest noun phrase that a word belongs to.
    pub fn around(sentence: &Sentence, index: usize) -> Option<NounPhrase> {
        std::iter::once(index)
            .chain(sentence.ancestors(index))
            .take(8)
            .find_map(|head| NounPhrase::at(sentence, head))
    }

    fn read(sentence: &Sentence, head: usize) -> NounPhrase {
        let before = |relations: &[Relation]| {
            let children = sentence.children(head);
            children
                .filter(|child| relations.contains(&sentence.relation(*child)))
                .collect::<Vec<usize>>()
        };
        let first = |relation| sentence.child(head, relation);
        let modifiers = before(&[Relation::Amod, Relation::Compound, Relation::Nmod]);
        let is_number = sentence.tag(head) == Tag::Cd;
        NounPhrase {
            head,
            span: core(sentence, head),
            determiner: first(Relation::Det).or_else(|| first(Relation::Predet)),
            quantity: Quantity::of(sentence, head),
            possessor: first(Relation::Poss),
            // `46` of `$46bn` is part of the number
            modifiers: if is_number { Vec::new() } else { modifiers },
            prepositions: prepositions(sentence, head),
            apposition: first(Relation::Appos),
            clause: first(Relation::Relcl).or_else(|| first(Relation::Acl)),
            conjuncts: conjuncts(sentence, head),
        }
    }
}

/// Whether the word heads a noun phrase.
fn is_head(sentence: &Sentence, index: usize) -> bool {
    let tag = sentence.tag(index);
    let relation = sentence.relation(index);
    let inside = matches!(
        relation,
        Relation::Compound
            | Relation::Quantmod
            | Relation::Nmod
            | Relation::Nummod
            | Relation::Amod
            | Relation::Det
            | Relation::Advmod
            | Relation::Punct
            | Relation::Case
            | Relation::Aux
            | Relation::Mark
    );
    let noun = tag.is_noun()
        || matches!(
            tag,
            Tag::Cd | Tag::Prp | Tag::PrpPoss | Tag::Wp | Tag::WpPoss | Tag::Wdt | Tag::Dollar
        )
        || matches!(tag, Tag::Dt | Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Vbg)
            && matches!(
                relation,
                Relation::Nsubj
                    | Relation::Nsubjpass
                    | Relation::Dobj
                    | Relation::Pobj
                    | Relation::Poss
            )
            && (tag != Tag::Vbg || sentence.child(index, Relation::Det).is_some());
    let joined_number = relation == Relation::Conj
        && sentence
            .head(index)
            .is_some_and(|head| sentence.relation(head) == Relation::Nummod);
    noun && !inside && !joined_number
}

/// The bytes from the first word to the noun, without `'s`, appositions and what follows.
fn core(sentence: &Sentence, head: usize) -> Span {
    let before = |child: &usize| {
        let relation = sentence.relation(*child);
        let inside = matches!(
            relation,
            Relation::Det
                | Relation::Predet
                | Relation::Poss
                | Relation::Amod
                | Relation::Compound
                | Relation::Nmod
                | Relation::Nummod
                | Relation::Quantmod
                | Relation::Preconj
                | Relation::Advmod
        );
        *child < head && inside
    };
    let first = sentence.children(head).find(before);
    // What is below the first modifier and before it: `about 40 ships`.
    let first = first.map_or(head, |first| {
        sentence.subtree(first).first().copied().unwrap_or(first)
    });
    // `June 5`, `Gate 4`: a number after a name belongs to it.
    let last = sentence.children(head).filter(|child| {
        *child == head + 1 && matches!(sentence.relation(*child), Relation::Nummod)
    });
    let last = last.last().unwrap_or(head);
    sentence.span_of(&[first, head, last])
}

/// The heads joined to a word: `port` and `town` of `the city, the port and the town`.
pub(super) fn conjuncts(sentence: &Sentence, head: usize) -> Vec<usize> {
    let joined = |index: usize| sentence.child(index, Relation::Conj);
    let chain = std::iter::successors(joined(head), |index| joined(*index));
    chain.take(sentence.tokens().len()).collect()
}

impl Quantity {
    /// The number that counts a noun, or that a noun phrase consists of.
    pub fn of(sentence: &Sentence, head: usize) -> Option<Quantity> {
        if sentence.tag(head) == Tag::Cd {
            return Some(Quantity::around(sentence, head));
        }
        // `5` and `2024` of `June 5, 2024` and `4` of `Gate 4` count nothing.
        let number = sentence
            .child(head, Relation::Nummod)
            .filter(|number| *number < head);
        if let Some(number) = number {
            return Some(Quantity::around(sentence, number));
        }
        // `a 28,500-strong force`, `the 300-seat assembly`
        let modifiers = sentence.children(head).filter(|child| {
            matches!(
                sentence.relation(*child),
                Relation::Amod | Relation::Compound | Relation::Nmod
            )
        });
        let mut numbers = modifiers
            .flat_map(|modifier| sentence.children(modifier))
            .filter(|below| {
                sentence.tag(*below) == Tag::Cd && sentence.tag(*below + 1) == Tag::Hyph
            });
        numbers
            .next()
            .map(|number| Quantity::around(sentence, number))
    }

    /// The quantity of which a number is part.
    fn around(sentence: &Sentence, number: usize) -> Quantity {
        let outside = |child: usize| {
            // `between 4,000 and 5,000`
            let joined = match sentence.relation(child) {
                Relation::Conj => sentence.tag(child) == Tag::Cd,
                Relation::Cc => sentence
                    .child(number, Relation::Conj)
                    .is_some_and(|other| sentence.tag(other) == Tag::Cd),
                _ => false,
            };
            !joined
                && !matches!(
                    sentence.relation(child),
                    Relation::Quantmod
                        | Relation::Compound
                        | Relation::Advmod
                        | Relation::Nummod
                        | Relation::Nmod
                        | Relation::Punct
                        | Relation::Amod
                )
                || child > number && sentence.tag(child).is_punctuation()
        };
        let mut tokens = sentence.subtree_without(number, outside);
        // Marks belong to it between its words only; `-` of `3-1` is tagged as a sign.
        let is_mark = |index: &usize| {
            let tag = sentence.tag(*index);
            tag.is_punctuation() || tag == Tag::Sym && sentence.lemma(*index) == "-"
        };
        while tokens.last().is_some_and(is_mark) {
            tokens.pop();
        }
        while tokens.first().is_some_and(is_mark) {
            tokens.remove(0);
        }
        let numbers = tokens
            .iter()
            .copied()
            .filter(|index| sentence.tag(*index) == Tag::Cd);
        Quantity {
            span: sentence.span_of(&tokens),
            numbers: numbers.collect(),
        }
    }
}
