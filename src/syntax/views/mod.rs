//! What readers of claims use of a tree: noun phrases, predicates, clauses, and how two words hang together.
//!
//! Everything here is read off one sentence; [`speech`](super::speech) and [`reference`](super::reference) look at its
//! neighbors. The tables in `tests/syntax` show each view on sentences of many fields.

mod clause;
mod cues;
mod link;
mod mood;
mod noun_phrase;
mod predicate;

pub use clause::{Adjunct, Clause, ClauseKind};
pub use link::{Link, Tie};
pub use mood::Mood;
pub use noun_phrase::{NounPhrase, Prepositional, Quantity};
pub use predicate::{Predicate, Tense};
