//! One pass over the text: which phrases of which facts stand where, near names, and the values of each sentence.

pub mod near;
mod page;
mod phrases;
pub(crate) mod spelling;

pub use page::Page;
pub use phrases::{Hit, Phrases, Use};
