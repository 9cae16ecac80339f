//! Near misses of names: typing slips and other romanisations.

use crate::span::Span;
use crate::text::Text;

/// The names to compare with, indexed so that 100,000 cost little more than 100.
#[derive(Debug, Default)]
pub struct NearNames {}

/// One entity as the index needs it.
#[derive(Clone, Debug, Default)]
pub struct NameEntry {
    /// Every right spelling, the preferred one first.
    pub right: Vec<String>,
    /// Known wrong spellings, and other real names: known, and so never a near miss of anything.
    pub known: Vec<String>,
    /// Whether near misses of it are reported.
    pub near: bool,
}

/// A near miss in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The words, without a possessive.
    pub span: Span,
    /// The index of the entry that it is a likely misspelling of.
    pub entry: usize,
    /// Whether it looks like two letters that changed places.
    pub transposed: bool,
}

impl NearNames {
    /// Builds the index. `also_known` are further names of loaded facts (holders, places …), which are never
    /// near misses and are not looked for.
    pub fn new(entries: &[NameEntry], also_known: &[String]) -> Self {
        let _ = (entries, also_known);
        Self::default()
    }

    /// Every near miss in the text, in the order of their places. `taken` are the places of exact names
    /// (sorted): nothing that overlaps one is a near miss.
    pub fn find(&self, text: &Text, taken: &[Span]) -> Vec<NearMiss> {
        let _ = (text, taken);
        Vec::new()
    }
}
