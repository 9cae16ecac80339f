//! `[[ignore]]`: findings that are known and stay.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use super::config::{Config, Ignore};
use crate::finding::Finding;
use crate::report::{Problem, ProblemKind};

/// The ignores of a configuration, and which of them were met.
#[derive(Debug, Default)]
pub struct Ignores<'a> {
    config: Option<&'a Config>,
    /// For each: whether it met an article, and whether it met a finding.
    met: Vec<(AtomicBool, AtomicBool)>,
}

impl<'a> Ignores<'a> {
    /// Those of this configuration.
    pub fn new(config: Option<&'a Config>) -> Self {
        let count = config.map_or(0, |config| config.ignores.len());
        Ignores {
            config,
            met: (0..count).map(|_| Default::default()).collect(),
        }
    }

    /// Takes the ignored findings out.
    pub fn apply(&self, article: &str, findings: &mut Vec<Finding>) {
        let Some(config) = self.config.filter(|config| !config.ignores.is_empty()) else {
            return;
        };
        let path = Path::new(article);
        let met = config.ignores.iter().zip(&self.met);
        let here: Vec<_> = met
            .filter(|(ignore, _)| {
                let paths = ignore.path.as_ref();
                paths.is_none_or(|paths| paths.hold(path))
            })
            .collect();
        for (_, (article, _)) in &here {
            article.store(true, Relaxed);
        }
        findings.retain(|finding| {
            let mut kept = true;
            for (ignore, (_, used)) in &here {
                if fits(ignore, finding) {
                    used.store(true, Relaxed);
                    kept = false;
                }
            }
            kept
        });
    }

    /// Those that match nothing any more. After a run over some files only, those for other files are not told.
    pub fn unused(&self, everything: bool) -> Vec<Problem> {
        let Some(config) = self.config else {
            return Vec::new();
        };
        let met = config.ignores.iter().zip(&self.met);
        met.filter(|(_, (article, used))| {
            (everything || article.load(Relaxed)) && !used.load(Relaxed)
        })
        .map(|(ignore, _)| {
            Problem::new(
                ProblemKind::UnusedIgnore,
                config.source.name.clone(),
                "this ignore matches nothing any more",
            )
            .mark(&config.source, ignore.span, "no finding is like this")
            .help("take it out")
        })
        .collect()
    }
}

fn fits(ignore: &Ignore, finding: &Finding) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    ignore
        .fact
        .as_ref()
        .is_none_or(|fact| *fact == finding.fact)
        && ignore
            .text
            .as_ref()
            .is_none_or(|text| words(text) == words(&finding.found))
}
