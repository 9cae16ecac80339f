//! `[[ignore]]`: findings that are known and stay.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use super::known::{Known, Pattern};
use crate::cli::config::{Config, Ignore};
use crate::finding::Finding;
use crate::report::{Problem, ProblemKind};

/// The ignores of a configuration, and which of them were met.
#[derive(Debug, Default)]
pub struct Ignores<'a> {
    config: Option<&'a Config>,
    /// For each: what its `fact` names.
    facts: Vec<Option<Pattern>>,
    /// For each: whether it met an article, and whether it met a finding.
    met: Vec<(AtomicBool, AtomicBool)>,
}

impl<'a> Ignores<'a> {
    /// Those of this configuration.
    pub fn new(config: Option<&'a Config>) -> Self {
        let ignores = config.map_or(&[][..], |config| &config.ignores);
        let fact = |ignore: &Ignore| ignore.fact.as_deref().map(Pattern::new);
        Ignores {
            config,
            facts: ignores.iter().map(fact).collect(),
            met: ignores.iter().map(|_| Default::default()).collect(),
        }
    }

    /// Takes the ignored findings out.
    pub fn apply(&self, article: &str, findings: &mut Vec<Finding>) {
        let Some(config) = self.config.filter(|config| !config.ignores.is_empty()) else {
            return;
        };
        let path = Path::new(article);
        let met = self.facts.iter().zip(&self.met);
        let here: Vec<_> = config
            .ignores
            .iter()
            .zip(met)
            .filter(|(ignore, _)| {
                let paths = ignore.path.as_ref();
                paths.is_none_or(|paths| paths.hold(path))
            })
            .collect();
        for (_, (_, (article, _))) in &here {
            article.store(true, Relaxed);
        }
        findings.retain(|finding| {
            let mut kept = true;
            for (ignore, (fact, (_, used))) in &here {
                if fits(ignore, fact.as_ref(), finding) {
                    used.store(true, Relaxed);
                    kept = false;
                }
            }
            kept
        });
    }

    /// Those of a fact that is nowhere.
    pub fn unknown(&self, known: &Known) -> Vec<Problem> {
        let Some(config) = self.config else {
            return Vec::new();
        };
        let stray = |ignore: &&Ignore| {
            ignore
                .fact
                .as_deref()
                .is_some_and(|fact| !is_known(fact, known))
        };
        let tell = |ignore: &Ignore| {
            let fact = ignore.fact.as_deref().unwrap_or_default();
            let message = format!("no fact or check is called `{fact}`");
            Problem::new(ProblemKind::UnknownId, config.source.name.clone(), message)
                .mark(&config.source, ignore.span, "this ignores nothing")
                .help(known.help(fact))
        };
        config.ignores.iter().filter(stray).map(tell).collect()
    }

    /// Those that match nothing any more. After a run over some files only, those for other files are not told.
    pub fn unused(&self, known: &Known, everything: bool) -> Vec<Problem> {
        let Some(config) = self.config else {
            return Vec::new();
        };
        let met = config.ignores.iter().zip(&self.met);
        met.filter(|(_, (article, used))| {
            (everything || article.load(Relaxed)) && !used.load(Relaxed)
        })
        .filter(|(ignore, _)| {
            ignore
                .fact
                .as_deref()
                .is_none_or(|fact| is_known(fact, known))
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

fn is_known(fact: &str, known: &Known) -> bool {
    known.names(&Pattern::new(fact))
}

fn fits(ignore: &Ignore, fact: Option<&Pattern>, finding: &Finding) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    fact.is_none_or(|fact| fact.fits(&finding.fact, finding.kind))
        && ignore
            .text
            .as_ref()
            .is_none_or(|text| words(text) == words(&finding.found))
}
