//! `--only`, `--skip`, and the same for a folder in the configuration.

use std::path::Path;

use super::known::{Known, Pattern};
use crate::cli::config::{Config, Override};
use crate::report::{Problem, ProblemKind};

/// What is wanted of the findings, everywhere or in some articles.
#[derive(Debug, Default)]
pub struct Select {
    paths: Option<crate::cli::config::Paths>,
    only: Vec<Pattern>,
    skip: Vec<Pattern>,
}

impl Select {
    /// What the command line says.
    pub fn flags(
        only: &[String],
        skip: &[String],
        known: &Known,
        problems: &mut Vec<Problem>,
    ) -> Select {
        let mut read = |flag: &str, names: &[String]| {
            let patterns: Vec<Pattern> = names.iter().map(|name| Pattern::new(name)).collect();
            for (name, pattern) in names.iter().zip(&patterns) {
                if !known.names(pattern) {
                    let message = format!("{flag} {name}: no fact, kind or check has this name");
                    let problem = Problem::new(ProblemKind::Usage, "", message);
                    problems.push(problem.help(known.help(name)));
                }
            }
            patterns
        };
        Select {
            only: read("--only", only),
            skip: read("--skip", skip),
            paths: None,
        }
    }

    /// What an `[[override]]` says, where it says any of this.
    pub fn folder(
        folder: &Override,
        config: &Config,
        known: &Known,
        problems: &mut Vec<Problem>,
    ) -> Option<Select> {
        let mut read = |names: &[(String, crate::span::Span)]| {
            let patterns: Vec<Pattern> = names.iter().map(|(name, _)| Pattern::new(name)).collect();
            for ((name, span), pattern) in names.iter().zip(&patterns) {
                if !known.names(pattern) {
                    let message = format!("no fact, kind or check is called `{name}`");
                    let file = config.source.name.clone();
                    let problem = Problem::new(ProblemKind::Config, file, message)
                        .mark(&config.source, *span, "unknown id")
                        .help(known.help(name));
                    problems.push(problem);
                }
            }
            patterns
        };
        let (only, skip) = (read(&folder.only), read(&folder.skip));
        (!only.is_empty() || !skip.is_empty()).then(|| Select {
            only,
            skip,
            paths: Some(folder.paths.clone()),
        })
    }

    /// Whether it is meant for this article.
    pub fn holds_in(&self, article: &str) -> bool {
        let paths = self.paths.as_ref();
        paths.is_none_or(|paths| paths.hold(Path::new(article)))
    }

    /// Whether a finding of this fact and kind is wanted.
    pub fn wants(&self, fact: &str, kind: &str) -> bool {
        let named = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.fits(fact, kind));
        (self.only.is_empty() || named(&self.only)) && !named(&self.skip)
    }
}
