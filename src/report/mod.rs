//! What a run found, shown: one file a format, and their registry.

mod checkstyle;
mod compact;
pub mod dates;
mod drawing;
mod excerpt;
pub mod explain;
pub mod fingerprint;
mod github;
mod gitlab;
pub mod graphical;
mod html;
pub mod inspect;
pub mod inspect_claims;
pub mod inspect_syntax;
pub mod json;
pub mod jsonl;
mod junit;
mod literal;
mod markdown;
mod place;
mod problem;
pub mod review;
pub mod rule_test;
mod rules;
mod sarif;
mod signs;
mod source;
mod suites;
pub mod tally;
mod words;
mod xml;

pub use dates::Dates;
pub use problem::{Mark, Problem, ProblemKind};
pub use rules::Rule;
pub use signs::clean;
pub use source::Source;

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

use crate::article::Article;
use crate::facts::{Fact, Severity};
use crate::finding::Finding;

/// Everything that a run of `check` has to say.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Run {
    /// The articles with findings, in the order of the files given.
    pub articles: Vec<Checked>,
    /// How many articles were checked, those without findings too.
    pub checked: usize,
    /// The names of the articles without findings, in the order of the files given.
    pub clean: Vec<String>,
    /// The dates of the articles.
    pub dates: Dates,
    /// What kept something from being checked, and notes.
    pub problems: Vec<Problem>,
    /// The lines of `--format jsonl`, where they were made while articles were checked.
    pub lines: Option<Vec<u8>>,
    /// The severities of findings that are counted but not shown.
    pub hidden: Vec<Severity>,
    /// How long it took, where that is to be shown.
    pub elapsed: Option<Duration>,
    /// What is known of the facts with findings; of others reports tell what the findings do.
    pub rules: Vec<Rule>,
    /// The least severity that fails the run; None for errors.
    pub fail_on: Option<Severity>,
    /// The directory that the program ran in: reports for other machines name articles from there.
    pub directory: Option<PathBuf>,
}

/// An article with its findings.
#[derive(Debug)]
pub struct Checked {
    /// The article.
    pub article: Article,
    /// Its findings, sorted by start, then fact.
    pub findings: Vec<Finding>,
}

impl Run {
    /// The number of findings of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        let all = self.severities();
        all.filter(|found| *found == severity).count()
    }

    /// The worst severity found.
    pub fn worst(&self) -> Option<Severity> {
        self.severities().max()
    }

    /// Leaves the first `most` findings to be shown.
    pub fn show_at_most(&mut self, most: usize) {
        let mut left = most;
        for checked in &mut self.articles {
            let kept = left.min(checked.findings.len());
            let rest = checked.findings.drain(kept..);
            self.hidden.extend(rest.map(|finding| finding.severity));
            left -= kept;
        }
        self.articles.retain(|checked| !checked.findings.is_empty());
    }

    /// Keeps what reports tell of those facts that have findings.
    pub fn know(&mut self, facts: &[Fact]) {
        let found = self.articles.iter().flat_map(|checked| &checked.findings);
        let found: HashSet<&str> = found.map(|finding| finding.fact.as_str()).collect();
        let known = facts.iter().filter(|fact| found.contains(fact.id.as_str()));
        self.rules = known.map(Rule::of).collect();
    }

    /// Whether a finding of this severity fails the run.
    fn fails(&self, severity: Severity) -> bool {
        severity >= self.fail_on.unwrap_or(Severity::Error)
    }

    fn severities(&self) -> impl Iterator<Item = Severity> {
        let shown = self.articles.iter().flat_map(|checked| &checked.findings);
        let shown = shown.map(|finding| finding.severity);
        shown.chain(self.hidden.iter().copied())
    }
}

/// How reports are to look where they are for people.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The columns to fill.
    pub width: usize,
    /// Whether signs beyond ASCII may be drawn.
    pub unicode: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            width: 80,
            unicode: true,
        }
    }
}

/// A format of reports on a run of `check`, or of something else.
pub struct Format<R: 'static = Run> {
    /// What `--format` calls it.
    pub id: &'static str,
    /// One line for `--help`.
    pub about: &'static str,
    /// Writes the report of a run.
    pub write: fn(&R, Look, &mut dyn Write) -> io::Result<()>,
}

/// Every format, the default first.
pub static FORMATS: &[Format] = &[
    graphical::FORMAT,
    compact::FORMAT,
    html::FORMAT,
    markdown::FORMAT,
    json::FORMAT,
    jsonl::FORMAT,
    sarif::FORMAT,
    github::FORMAT,
    gitlab::FORMAT,
    junit::FORMAT,
    checkstyle::FORMAT,
];

/// The format that `--format` calls `id`.
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}

/// `1 error`, `2 errors`.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests;
