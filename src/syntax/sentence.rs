//! A sentence: its tokens and its tree.

use super::tags::{Relation, Tag};
use crate::span::Span;

/// By how much a decision of the parser was better than the second best, in hundredths of the network's score.
///
/// The scores are logits: a margin of 100 makes the decision some 2.7 times as likely as the other. The agreement with
/// a larger network at each margin is in `docs/syntax.md`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Margin(pub u16);

impl Margin {
    /// Below it is the least certain twentieth of all arcs.
    pub const DOUBTFUL: Margin = Margin(100);

    /// Below it is the least certain tenth of all arcs. Arcs below are weak evidence, never a reason to report.
    pub const FAIR: Margin = Margin(200);

    /// Below it is the least certain fifth of all arcs.
    pub const SURE: Margin = Margin(360);
}

/// A word of a sentence and its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text.
    pub span: Span,
    /// Whether white space follows.
    pub spaced: bool,
    /// Part of speech.
    pub tag: Tag,
    /// The form that dictionaries list: `be` for `was`. Names keep their capitals.
    pub lemma: Box<str>,
    /// Index of the head in the sentence; none for a root.
    pub head: Option<usize>,
    /// How it depends on its head.
    pub relation: Relation,
    /// How certain head and relation are; the largest there is for a root.
    pub margin: Margin,
}

impl Token {
    /// The bytes as they are written.
    pub fn written<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.span.range()).unwrap_or_default()
    }
}

/// The tokens of a sentence and their tree.
///
/// Most sentences have one root. Very long ones are parsed in pieces of [`MAX_TOKENS`](super::MAX_TOKENS), with a root
/// each, and a parser that finds no head for a word makes it a root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the text.
    pub span: Span,
    tokens: Vec<Token>,
    /// The first child of each token, and the next child of its head.
    first: Vec<Option<usize>>,
    next: Vec<Option<usize>>,
}

impl Sentence {
    /// A sentence of tokens whose heads are indices among them.
    pub(super) fn new(span: Span, tokens: Vec<Token>) -> Sentence {
        let mut first = vec![None; tokens.len()];
        let mut next = vec![None; tokens.len()];
        for (number, token) in tokens.iter().enumerate().rev() {
            if let Some(slot) = token.head.and_then(|head| first.get_mut(head)) {
                next[number] = slot.replace(number);
            }
        }
        Sentence {
            span,
            tokens,
            first,
            next,
        }
    }

    /// The tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The token at an index, if there is one.
    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// Indices of the words without a head.
    pub fn roots(&self) -> impl Iterator<Item = usize> {
        let tokens = self.tokens.iter().enumerate();
        tokens
            .filter(|(_, token)| token.head.is_none())
            .map(|(index, _)| index)
    }

    /// Indices of the words that depend on a word directly, in order.
    pub fn children(&self, index: usize) -> impl Iterator<Item = usize> {
        let first = self.first.get(index).copied().flatten();
        std::iter::successors(first, |child| self.next.get(*child).copied().flatten())
    }

    /// The first child with the relation.
    pub fn child(&self, index: usize, relation: Relation) -> Option<usize> {
        self.children(index)
            .find(|child| self.relation(*child) == relation)
    }

    /// How a word depends on its head; [`Relation::Root`] beyond the last token.
    pub fn relation(&self, index: usize) -> Relation {
        self.token(index)
            .map_or(Relation::Root, |token| token.relation)
    }

    /// Its part of speech; [`Tag::Xx`] beyond the last token.
    pub fn tag(&self, index: usize) -> Tag {
        self.token(index).map_or(Tag::Xx, |token| token.tag)
    }

    /// Its lemma; empty beyond the last token.
    pub fn lemma(&self, index: usize) -> &str {
        self.token(index).map_or("", |token| &token.lemma)
    }

    /// Its head.
    pub fn head(&self, index: usize) -> Option<usize> {
        self.token(index)?.head
    }

    /// The heads above a word, from its own to the root.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.head(index), |index| self.head(*index)).take(self.tokens.len())
    }

    /// Whether `index` is `top` or below it.
    pub fn is_within(&self, index: usize, top: usize) -> bool {
        index == top || self.ancestors(index).any(|ancestor| ancestor == top)
    }

    /// Indices of a word and all below it, in order.
    pub fn subtree(&self, index: usize) -> Vec<usize> {
        self.subtree_without(index, |_| false)
    }

    /// As [`subtree`](Self::subtree), without what is below the words that `left_out` names.
    pub fn subtree_without(&self, index: usize, left_out: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        let mut open = vec![index];
        while let Some(index) = open.pop() {
            found.push(index);
            open.extend(self.children(index).filter(|child| !left_out(*child)));
        }
        found.sort_unstable();
        found
    }

    /// The bytes from the first to the last of the tokens; empty for none.
    pub fn span_of(&self, tokens: &[usize]) -> Span {
        let spans = tokens
            .iter()
            .filter_map(|index| self.token(*index))
            .map(|token| token.span);
        spans
            .reduce(Span::to)
            .unwrap_or(Span::new(self.span.start, self.span.start))
    }

    /// Index of the first token that overlaps the bytes.
    pub fn token_at(&self, span: Span) -> Option<usize> {
        let index = self
            .tokens
            .partition_point(|token| token.span.end <= span.start);
        self.token(index)
            .filter(|token| token.span.start < span.end.max(span.start + 1))
            .map(|_| index)
    }

    /// The head of a stretch of bytes: the token whose own head is outside of it.
    pub fn head_of(&self, span: Span) -> Option<usize> {
        let start = self.token_at(span)?;
        let inside = |index: usize| {
            self.token(index)
                .is_some_and(|token| token.span.overlaps(span))
        };
        let mut tokens = (start..self.tokens.len()).take_while(|index| inside(*index));
        tokens.find(|index| {
            let head = self.head(*index);
            !self.tag(*index).is_punctuation() && head.is_none_or(|head| !inside(head))
        })
    }
}

/// A token without a tree, for builds without the model.
#[cfg(not(feature = "model"))]
pub(super) fn bare(text: &str, word: &super::tokenizer::Word) -> Token {
    Token {
        span: word.span,
        spaced: word.spaced,
        tag: Tag::Xx,
        lemma: word.read(text).to_lowercase().into(),
        head: None,
        relation: Relation::Root,
        margin: Margin(0),
    }
}
