//! factlint checks articles against canonical facts.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod article;
pub mod checks;
pub mod claims;
pub mod cli;
pub mod facts;
pub mod finding;
pub mod language;
pub mod linter;
pub mod mentions;
pub mod packs;
pub mod report;
pub mod rule_tests;
pub mod span;
pub mod text;
pub mod verdict;
