//! The whole way from an article to its findings.

use std::collections::BTreeMap;

use crate::article::Article;
use crate::facts::Severity;
use crate::finding::Finding;
use crate::packs::Packs;

/// Compiled facts and checks, ready for many articles at once.
#[derive(Debug, Default)]
pub struct Linter {}

/// What a user may set.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The id of a check → its severity, or None for off.
    pub checks: BTreeMap<String, Option<Severity>>,
}

impl Linter {
    /// Compiles the facts.
    pub fn new(packs: &Packs, settings: &Settings) -> Linter {
        let _ = (packs, settings);
        Linter {}
    }

    /// Every finding in an article, sorted by start, then fact.
    pub fn check(&self, article: &Article) -> Vec<Finding> {
        let _ = article;
        Vec::new()
    }
}
