//! What words mean: numbers, units, dates, hedges, cues. Nothing here knows a fact.

mod amounts;
mod context;
pub(crate) mod corrections;
pub(crate) mod footnotes;
pub(crate) mod hedges;
pub(crate) mod lists;
pub(crate) mod nouns;
mod numbers;
mod read;
mod value;
pub(crate) mod writing;

pub use read::read;
pub use value::{Amount, Hedge, HedgeKind, Mention, Numeral, Part, Reading, Role};

pub mod at;
mod clauses;
pub mod dates;
pub mod nations;
pub mod notes;
pub mod romanization;
pub mod tense;
pub mod tokens;
pub mod units;

pub use clauses::clauses;
pub use dates::{DateExpr, DateRole, Preposition, Tense};
pub use units::{Dimension, Unit};

#[cfg(test)]
mod tests;
