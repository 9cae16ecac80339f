//! The severities of checks, everywhere and in some folders.

use std::path::Path;

use crate::checks::{CHECKS, Check};
use crate::cli::config::Config;
use crate::facts::Severity;
use crate::finding::Finding;
use crate::linter::Settings;

/// The severity of each check as the configuration has it.
pub struct Checks<'a> {
    config: Option<&'a Config>,
}

impl<'a> Checks<'a> {
    /// Those of this configuration.
    pub fn new(config: Option<&'a Config>) -> Self {
        Checks { config }
    }

    /// What the linter is to run: every check that some article wants.
    pub fn settings(&self) -> Settings {
        let mut settings = Settings::default();
        let Some(config) = self.config else {
            return settings;
        };
        settings.checks.clone_from(&config.checks);
        for folder in &config.overrides {
            for (check, severity) in &folder.checks {
                let known = settings.checks.entry(check.clone());
                let set = known.or_insert_with(|| default(check));
                *set = (*set).or(*severity);
            }
        }
        settings
    }

    /// Gives what checks found in an article the severity that it has there.
    pub fn apply(&self, article: &str, findings: &mut Vec<Finding>) {
        let Some(config) = self.config.filter(|config| !config.overrides.is_empty()) else {
            return;
        };
        let path = Path::new(article);
        let folders: Vec<_> = config
            .overrides
            .iter()
            .filter(|folder| !folder.checks.is_empty() && folder.paths.hold(path))
            .collect();
        findings.retain_mut(|finding| {
            let Some(check) = finding.fact.strip_prefix("check:") else {
                return true;
            };
            let mut folders = folders.iter().rev();
            let here = folders.find_map(|folder| folder.checks.get(check));
            let set = here.or(config.checks.get(check)).copied();
            let severity = set.unwrap_or_else(|| default(check));
            finding.severity = severity.unwrap_or(finding.severity);
            severity.is_some()
        });
    }
}

fn default(id: &str) -> Option<Severity> {
    let check: Option<&Check> = CHECKS.iter().find(|check| check.id == id);
    check.map(|check| check.severity)
}
