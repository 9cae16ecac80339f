//! A baseline: findings that were there before, so that only new ones are reported.
//!
//! An entry is known by its file, its fact, the words found and their neighbours, not by its line: edits elsewhere keep it.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::cli::trouble::unreadable;
use crate::cli::walk::absolute;
use crate::finding::Finding;
use crate::report::fingerprint::Words;
use crate::report::{Problem, ProblemKind, counted};

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// The article, from the directory of the baseline.
    file: String,
    /// The id of the fact, or `check:weekday`.
    fact: String,
    /// The words found.
    found: String,
    /// The words before and after them.
    before: String,
    after: String,
}

#[derive(Serialize, Deserialize)]
struct Document {
    version: u32,
    findings: Vec<Entry>,
}

/// The findings that are known.
pub struct Baseline {
    path: PathBuf,
    /// For each entry how often it may be met, and how often it was at most in one article.
    entries: HashMap<Entry, (usize, AtomicUsize)>,
    /// The articles that were checked.
    seen: Mutex<HashSet<String>>,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// If it can't be read, or is none.
    pub fn read(path: &Path) -> Result<Baseline, Box<Problem>> {
        let name = path.to_string_lossy();
        let bytes = std::fs::read(path).map_err(|error| {
            let mut problem = unreadable(&name, &error);
            problem.kind = ProblemKind::Config;
            if error.kind() == std::io::ErrorKind::NotFound {
                problem.help = Some("write it with `factlint check --write-baseline FILE`".into());
            }
            Box::new(problem)
        })?;
        let document: Document = serde_json::from_slice(&bytes).map_err(|error| {
            let message = format!("this is no baseline: {error}");
            let help = "write it anew with `factlint check --write-baseline FILE`";
            Box::new(Problem::new(ProblemKind::Config, &*name, message).help(help))
        })?;
        let mut entries: HashMap<Entry, (usize, AtomicUsize)> = HashMap::new();
        for entry in document.findings {
            entries.entry(entry).or_default().0 += 1;
        }
        Ok(Baseline {
            path: path.to_path_buf(),
            entries,
            seen: Mutex::default(),
        })
    }

    /// Takes out the findings that are known.
    pub fn apply(&self, article: &Article, findings: &mut Vec<Finding>) {
        if let Ok(mut seen) = self.seen.lock() {
            seen.insert(below(&self.path, &article.name));
        }
        let mut met: HashMap<Entry, usize> = HashMap::new();
        findings.retain(|finding| {
            let entry = entry(&self.path, article, finding);
            let Some((count, most)) = self.entries.get(&entry) else {
                return true;
            };
            let met = met.entry(entry).or_default();
            *met += 1;
            most.fetch_max(*met, Relaxed);
            *met > *count
        });
    }

    /// Says how many entries match nothing any more. Those of articles that are there but were not checked may match.
    pub fn unused(&self) -> Option<Problem> {
        let seen = self.seen.lock().ok()?;
        let unmet = |(count, most): &(usize, AtomicUsize)| count - most.load(Relaxed).min(*count);
        let (mut unused, mut gone) = (0, 0);
        for (entry, counts) in &self.entries {
            if seen.contains(&entry.file) {
                unused += unmet(counts);
            } else if !self.base().join(&entry.file).exists() {
                unused += counts.0;
                gone += counts.0;
            }
        }
        (unused > 0).then(|| {
            let message = format!(
                "{} of this baseline {} nothing any more{}",
                counted(unused, "entry", "entries"),
                if unused == 1 { "matches" } else { "match" },
                match gone {
                    0 => String::new(),
                    gone => format!(" ({gone} of articles that are gone)"),
                }
            );
            Problem::new(
                ProblemKind::UnusedIgnore,
                &*self.path.to_string_lossy(),
                message,
            )
            .help("write it anew with --write-baseline, so that they can't hide a new mistake")
        })
    }

    fn base(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

/// Writes the entries of a baseline, sorted, so that a change of it reads well.
///
/// # Errors
/// As of the disk.
pub fn write<'f>(
    path: &Path,
    findings: impl Iterator<Item = (&'f Article, &'f Finding)>,
) -> std::io::Result<usize> {
    let mut findings: Vec<Entry> = findings
        .map(|(article, finding)| entry(path, article, finding))
        .collect();
    findings.sort();
    let count = findings.len();
    let document = Document {
        version: 1,
        findings,
    };
    let mut text = serde_json::to_string_pretty(&document)?;
    text.push('\n');
    crate::cli::replace::write(path, text.as_bytes())?;
    Ok(count)
}

fn entry(baseline: &Path, article: &Article, finding: &Finding) -> Entry {
    let words = Words::of(article, finding);
    Entry {
        file: below(baseline, &article.name),
        fact: finding.fact.clone(),
        found: words.found,
        before: words.before,
        after: words.after,
    }
}

/// An article's path from the directory of the baseline, with `/`.
fn below(baseline: &Path, article: &str) -> String {
    let base = absolute(baseline.parent().unwrap_or(Path::new("")));
    let path = absolute(Path::new(article));
    let below = path.strip_prefix(&base).unwrap_or(&path);
    below.to_string_lossy().replace('\\', "/")
}
