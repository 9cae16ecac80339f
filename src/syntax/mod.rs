//! A sentence → tokens, tags, a tree, and views on it: noun phrases, predicates, clauses, links.
//!
//! ```
//! # #[cfg(feature = "model")] {
//! use factlint::span::Span;
//! use factlint::syntax::Parser;
//! use factlint::syntax::views::Clause;
//!
//! let text = "Veldane Rail, which employs 6,420 people, will move to Lindhof.";
//! let mut parser = Parser::new();
//! let sentence = parser.parse(text, Span::new(0, text.len()));
//!
//! let clauses: Vec<Clause> = Clause::all(&sentence).collect();
//! assert_eq!(sentence.lemma(clauses[0].predicate.verb), "employ");
//! assert!(clauses[0].predicate.mood.is_real());
//! // The yard will move: no fact yet.
//! assert!(!clauses[1].predicate.mood.is_real());
//! # }
//! ```
//!
//! 1. [`tokenizer`] splits text into [`Word`](tokenizer::Word)s with exact bytes. Sentences come from
//!    [`Text`](crate::text::Text).
//! 2. A small neural network, evaluated in integers, gives each word a [`Tag`](tags::Tag), a head and a
//!    [`Relation`](tags::Relation), and the [`Margin`] by which it decided. Its weights are part of the program; without
//!    the feature `model` a sentence has tokens only.
//! 3. The [`lexicon`] knows irregular forms and what verbs and nouns have in common.
//! 4. [`views`] are read off the tree. [`speech`] finds who says what, [`reference`](mod@reference) what pronouns refer to.
//!
//! The same text gives the same trees on every machine, build and thread. `docs/syntax.md` says how good they are.

#[cfg(feature = "model")]
mod lemmas;
pub mod lexicon;
#[cfg(feature = "model")]
mod network;
mod parser;
pub mod reference;
mod sentence;
pub mod show;
pub mod speech;
pub mod tags;
pub mod tokenizer;
pub mod views;

pub use parser::{MAX_TOKENS, Parser, words};
pub use sentence::{Margin, Sentence, Token};
