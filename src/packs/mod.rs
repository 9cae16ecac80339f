//! Rule files → facts: decoding with spans, one file a kind, problems with their help.

mod advice;
mod affiliation;
pub(crate) mod common;
pub(crate) mod decode;
mod entity;
mod event;
mod explain;
mod figure;
pub(crate) mod ids;
pub(crate) mod kinds;
mod load;
mod meant;
mod office;
mod outline;
pub(crate) mod pack;
mod pattern;
pub(crate) mod problem;
pub(crate) mod shape;
pub(crate) mod slots;
mod statement;
pub(crate) mod syntax;
pub(crate) mod table;
pub(crate) mod test;
#[cfg(test)]
mod tests;
pub(crate) mod time;
mod wording;

pub use load::load;

use std::sync::Arc;

use jiff::civil::Date;

use crate::facts::Fact;
use crate::span::Span;

/// A rule file as it was read.
#[derive(Clone, Debug)]
pub struct PackSource {
    /// The path as it was given or walked to.
    pub file: Arc<str>,
    /// The whole text.
    pub text: Arc<str>,
}

/// All loaded packs: every fact is valid, every reference resolved.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Packs {
    /// The rule files, in the order given.
    pub packs: Vec<Pack>,
    /// The facts of all packs, in the order of the files and of their entries.
    pub facts: Arc<[Fact]>,
}

/// One rule file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Pack {
    /// The file and its text.
    pub source: PackSource,
    /// The `name` of `[pack]`.
    pub name: Option<String>,
    /// After how many days a fact's `checked` is stale.
    pub review_after: Option<i64>,
    /// The indices in [`Packs::facts`] of its facts.
    pub facts: std::ops::Range<usize>,
    /// The indices of entities of other packs that its facts refer to.
    pub borrowed: Vec<usize>,
    /// Its `[[test]]` entries.
    pub tests: Vec<RuleTest>,
}

/// A `[[test]]` entry.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RuleTest {
    /// Its name.
    pub name: String,
    /// The article's date.
    pub date: Option<Date>,
    /// The article.
    pub text: String,
    /// The findings that it must give, exactly.
    pub finds: Vec<Expected>,
    /// The claims that must be read and agree with their facts; others may be.
    pub agrees: Vec<Expected>,
    /// The bytes of its name and of its text in the rule file (the values with their quotes).
    pub name_span: Span,
    /// See `name_span`.
    pub text_span: Span,
}

/// One expected finding; what is None may be anything.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Expected {
    /// The id of the fact, or `check:weekday`.
    pub fact: Option<String>,
    /// The words found.
    pub found: Option<String>,
    /// The words expected.
    pub expected: Option<String>,
    /// The reason, in kebab-case.
    pub reason: Option<String>,
    /// The severity, in lower case.
    pub severity: Option<String>,
    /// The bytes of the inline table in the rule file.
    pub span: Span,
}

/// A mistake in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// What is wrong.
    pub message: String,
    /// Where, and what is there; the first is the mistake itself.
    pub labels: Vec<Label>,
    /// The remedy.
    pub help: Option<String>,
}

/// A marked place in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The rule file.
    pub file: Arc<str>,
    /// The bytes in that file.
    pub span: Span,
    /// What is there.
    pub text: String,
}

impl Packs {
    /// The facts that a test of this pack sees: the pack's own, and the entities of other packs that it refers to.
    pub fn facts_of<'p>(&'p self, pack: &'p Pack) -> impl Iterator<Item = &'p Fact> {
        let own = self.facts.get(pack.facts.clone()).unwrap_or_default();
        let borrowed = pack
            .borrowed
            .iter()
            .filter_map(|fact| self.facts.get(*fact));
        own.iter().chain(borrowed)
    }
}
