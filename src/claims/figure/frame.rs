//! A number in the tree of its sentence: its noun, predicate, governor, and which words are the fact's own.

use std::ops::Range;

use crate::claims::scene::Scene;
use crate::facts::{Figure, FigureUnit};
use crate::language::{Amount, Dimension};
use crate::mentions::near::lexicon;
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::syntax::Sentence;
use crate::syntax::lexicon::{Class, classes};
use crate::syntax::tags::{Relation, Tag};

use super::candidate::Candidate;
use super::profile::Profile;
use super::words;

/// Whose a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// It names the fact's subject or context.
    Own,
    /// It names somebody or something else.
    Other,
}

/// What a word is to the fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) subject: bool,
    pub(super) unit: bool,
    pub(super) context: bool,
    /// It belongs to a name that is not the fact's.
    pub(super) other: bool,
}

impl Mark {
    pub(super) fn is_own(self) -> bool {
        self.subject || self.context
    }
}

/// The place of a number in its sentence.
pub(super) struct Frame<'f, 'a> {
    pub(super) scene: &'f Scene<'a>,
    pub(super) tree: &'a Sentence,
    pub(super) fact: usize,
    pub(super) figure: &'f Figure,
    pub(super) profile: &'f Profile,
    pub(super) amount: &'f Amount,
    /// The number with its unit.
    pub(super) value: Span,
    /// Where its hedge begins, or it.
    pub(super) start: usize,
    /// The words of hedge, number and unit.
    pub(super) inside: Range<usize>,
    /// The word of the value that the others depend on.
    pub(super) root: usize,
    /// The noun behind it that it counts or describes.
    pub(super) noun: Option<usize>,
    /// That noun, or the value's own head.
    pub(super) head: usize,
    /// The head and all above it.
    pub(super) chain: Vec<usize>,
    /// The nearest verb above it, or itself.
    pub(super) predicate: Option<usize>,
    /// The preposition that governs the head.
    pub(super) preposition: Option<usize>,
    /// What governs the head, past a preposition.
    pub(super) governor: Option<usize>,
    /// What each word is to the fact.
    pub(super) marks: Vec<Mark>,
    /// Where phrases of the subject are in the sentence.
    pub(super) subjects: Vec<Span>,
}

impl<'f, 'a> Frame<'f, 'a> {
    pub(super) fn new(
        scene: &'f Scene<'a>,
        figure: &'f Figure,
        profile: &'f Profile,
        candidate: &'f Candidate,
    ) -> Option<Self> {
        let tree = scene.tree()?;
        let start = candidate.start();
        let value = candidate.value;
        let first = tree.token_at(Span::new(start, value.end))?;
        let own = tree.token_at(value)?;
        let end = (own..tree.tokens().len())
            .find(|index| tree.tokens()[*index].span.start >= value.end)
            .unwrap_or(tree.tokens().len());
        let root = (own..end)
            .find(|index| {
                let head = tree.head(*index);
                !tree.tag(*index).is_punctuation()
                    && head.is_none_or(|head| !(own..end).contains(&head))
            })
            .unwrap_or(own);
        use Relation::{Advmod, Amod, Compound, Det, Nmod, Npadvmod, Nummod, Poss, Quantmod};
        let modifies = matches!(
            tree.relation(root),
            Nummod | Compound | Amod | Nmod | Quantmod | Poss | Npadvmod | Det | Advmod
        );
        let noun = tree
            .head(root)
            .filter(|head| modifies && *head > root && tree.tag(*head).is_noun());
        let head = noun.unwrap_or(root);
        let chain: Vec<usize> = std::iter::once(head).chain(tree.ancestors(head)).collect();
        let predicate = chain
            .iter()
            .copied()
            .find(|index| tree.tag(*index).is_verb());
        let preposition = tree
            .head(head)
            .filter(|_| matches!(tree.relation(head), Relation::Pobj | Relation::Pcomp));
        let mut governor = match preposition {
            Some(preposition) => tree.head(preposition),
            None => tree.head(head),
        };
        if let Some(outer) = governor
            && preposition.is_some()
            && tree.relation(outer) == Relation::Prep
        {
            governor = tree.head(outer);
        }
        let mut frame = Frame {
            scene,
            tree,
            fact: candidate.fact,
            figure,
            profile,
            amount: &candidate.amount,
            value,
            start,
            inside: first..end,
            root,
            noun,
            head,
            chain,
            predicate,
            preposition,
            governor,
            marks: vec![Mark::default(); tree.tokens().len()],
            subjects: Vec::new(),
        };
        frame.mark();
        Some(frame)
    }

    /// Notes which words are the fact's own, and which belong to other names.
    fn mark(&mut self) {
        let longer = |hit: &Hit| {
            self.scene.hits.iter().any(|other| {
                other.span.contains(hit.span)
                    && other.span != hit.span
                    && !other.is_of(self.fact)
                    && other.is_any(|r#use| r#use == Use::Subject)
            })
        };
        let mut subjects: Vec<Span> = self
            .scene
            .hits
            .iter()
            .filter(|hit| hit.is(self.fact, Use::Subject) && !longer(hit))
            .map(|hit| hit.span)
            .collect();
        // A subject that stands inside the value's own words (`U.S. dollars`) is none, unless there is no other.
        if subjects.iter().any(|span| !span.overlaps(self.value)) {
            subjects.retain(|span| !span.overlaps(self.value));
        }
        let tokens = self.tree.tokens();
        for hit in self.scene.hits {
            let context = hit.is(self.fact, Use::Context);
            let unit = hit.is(self.fact, Use::Unit) || hit.is(self.fact, Use::SoleUnit);
            let subject = subjects.contains(&hit.span) && hit.is(self.fact, Use::Subject);
            if !(context || unit || subject) {
                continue;
            }
            let first = tokens.partition_point(|token| token.span.end <= hit.span.start);
            let inside = tokens[first..]
                .iter()
                .take_while(|token| token.span.start < hit.span.end);
            for index in first..first + inside.count() {
                let mark = &mut self.marks[index];
                mark.context |= context;
                mark.unit |= unit;
                mark.subject |= subject;
            }
        }
        self.subjects = subjects;
        let mut index = 0;
        while index < tokens.len() {
            let from = index;
            while index < tokens.len() && self.is_name(index) {
                index += 1;
            }
            if from == index {
                index += 1;
                continue;
            }
            let group = from..index;
            let own = group.clone().any(|at| self.marks[at].is_own());
            let unit = group.clone().all(|at| self.marks[at].unit)
                || group
                    .clone()
                    .all(|at| self.profile.has_name(self.written(at)));
            for at in group {
                // The whole name is the fact's where part of it is.
                self.marks[at].context |= own;
                self.marks[at].other = !own && !unit;
            }
        }
    }

    /// Whether a word is part of a name.
    fn is_name(&self, index: usize) -> bool {
        let written = self.written(index);
        let tag = self.tag(index);
        let capital = written.chars().next().is_some_and(char::is_uppercase);
        if !capital || self.inside.contains(&index) || written.chars().count() < 2 {
            return false;
        }
        let lower = self.lower(index);
        let first = (0..index).all(|before| self.tag(before).is_punctuation());
        // The tagger takes names that it never saw for nouns.
        let fits = tag.is_proper()
            || first && tag.is_noun() && !lexicon::is_word(lower)
            || !first && (tag.is_noun() || matches!(tag, Tag::Jj | Tag::Jjr | Tag::Jjs));
        let common = first && words::COMMON.contains(&lower);
        fits && !common && !words::is_calendar(lower) && !words::NO_NAMES.contains(&written)
    }

    pub(super) fn written(&self, index: usize) -> &'a str {
        self.tree
            .token(index)
            .map_or("", |token| token.written(self.scene.text()))
    }

    pub(super) fn lower(&self, index: usize) -> &'a str {
        self.tree
            .token(index)
            .map_or("", |token| self.scene.page.lower(token.span))
    }

    pub(super) fn tag(&self, index: usize) -> Tag {
        self.tree.tag(index)
    }

    pub(super) fn lemma(&self, index: usize) -> &'a str {
        self.tree.lemma(index)
    }

    pub(super) fn relation(&self, index: usize) -> Relation {
        self.tree.relation(index)
    }

    pub(super) fn is_verb(&self, index: usize) -> bool {
        self.tag(index).is_verb()
    }

    pub(super) fn has(&self, index: usize, class: Class) -> bool {
        classes(self.lemma(index), self.tag(index)).has(class)
    }

    /// The word so many before the value and its hedge.
    pub(super) fn before(&self, back: usize) -> &'a str {
        self.inside
            .start
            .checked_sub(back)
            .map_or("", |index| self.lower(index))
    }

    /// The word so many behind it; 1 is the next.
    pub(super) fn after(&self, ahead: usize) -> &'a str {
        self.lower(self.inside.end + ahead - 1)
    }

    pub(super) fn is_counted(&self) -> bool {
        matches!(self.figure.unit, FigureUnit::Counted(_))
    }

    pub(super) fn is_year(&self) -> bool {
        self.dimension() == Some(Dimension::Year)
    }

    pub(super) fn is_percent(&self) -> bool {
        self.dimension() == Some(Dimension::Percent)
    }

    pub(super) fn dimension(&self) -> Option<Dimension> {
        match self.figure.unit {
            FigureUnit::Measured(unit) => Some(unit.dimension),
            FigureUnit::Counted(_) => None,
        }
    }

    /// The verbs and auxiliaries of a verb's children with a relation.
    pub(super) fn child(&self, index: usize, relations: &[Relation]) -> Option<usize> {
        self.tree
            .children(index)
            .find(|child| relations.contains(&self.relation(*child)))
    }

    pub(super) fn any_child(&self, index: usize, wanted: impl Fn(usize) -> bool) -> bool {
        self.tree.children(index).any(wanted)
    }

    /// The words of the predicate's own clause, in order.
    pub(super) fn clause(&self) -> Vec<usize> {
        let Some(top) = self.predicate else {
            return (0..self.tree.tokens().len()).collect();
        };
        use Relation::{Advcl, Ccomp, Conj, Csubj, Parataxis, Relcl};
        self.tree.subtree_without(top, |index| {
            let relation = self.relation(index);
            matches!(relation, Relcl | Ccomp | Advcl | Parataxis | Csubj)
                || relation == Conj
                    && self.is_verb(index)
                    && self.tree.head(index).is_some_and(|head| self.is_verb(head))
        })
    }

    /// The words of a span, by index.
    pub(super) fn tokens_of(&self, span: Span) -> Range<usize> {
        let tokens = self.tree.tokens();
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        let end = tokens.partition_point(|token| token.span.start < span.end);
        first..end.max(first)
    }

    /// The head of the words of a span.
    pub(super) fn head_of(&self, span: Span) -> Option<usize> {
        let range = self.tokens_of(span);
        range
            .clone()
            .find(|index| {
                self.tree
                    .head(*index)
                    .is_none_or(|head| !range.contains(&head))
            })
            .or(Some(range.start).filter(|_| !range.is_empty()))
    }
}
