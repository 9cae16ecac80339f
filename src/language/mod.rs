//! What words mean: numbers, units, dates, hedges, cues. Nothing here knows a fact.

mod amounts;
mod context;
mod hedges;
mod numbers;
mod read;
mod value;

pub use read::read;
pub use value::{Amount, Hedge, HedgeKind, Mention, Numeral, Reading, Role};

pub mod at;
pub mod dates;
pub mod tokens;
pub mod units;

pub use dates::{DateExpr, Tense};
pub use units::{Dimension, Unit};
