//! One pass over the text: which phrases of which facts stand where, near names, and the values of each sentence.

pub mod near;
mod page;
mod phrases;
pub(crate) mod spelling;
mod uses;

pub use page::Page;
pub use phrases::{Hit, Phrases};
pub use uses::{Use, Uses};
