//! What a run found, shown: one file a format.

pub mod inspect;
