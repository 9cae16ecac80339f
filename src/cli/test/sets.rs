//! Which rule files are tested, and with which others around them.

use std::collections::HashSet;
use std::path::PathBuf;

use crate::cli::config;
use crate::cli::packs::{self, Loaded, Place};
use crate::packs::RuleTest;
use crate::report::Problem;

/// Rule files that were read together.
pub struct Set {
    /// The rule files.
    pub loaded: Loaded,
    /// The indices of those to test; the others are there to be referred to.
    pub chosen: Vec<usize>,
}

impl Set {
    /// The tests of those that are to be tested.
    pub fn tests(&self) -> impl Iterator<Item = &RuleTest> {
        let packs = &self.loaded.packs.packs;
        let chosen = self.chosen.iter().filter_map(|index| packs.get(*index));
        chosen.flat_map(|pack| &pack.tests)
    }
}

/// All rules, or each path of the command line as a set of its own; a file that is named twice is tested once.
pub fn load(named: &[PathBuf], place: &Place) -> Result<Vec<Set>, Vec<Problem>> {
    let rules = || -> Result<Vec<PathBuf>, Vec<Problem>> {
        let config = place.config()?;
        Ok(place.rules(config.as_ref()))
    };
    if named.is_empty() {
        let loaded = packs::load(&rules()?)?;
        let chosen = (0..loaded.sources.len()).collect();
        return Ok(vec![Set { loaded, chosen }]);
    }
    let mut sets = Vec::new();
    let mut problems: Vec<Problem> = Vec::new();
    let mut seen = HashSet::new();
    for path in named {
        // What it refers to may stand in the rules around it.
        let others = || Ok(named.iter().cloned().chain(rules()?).collect());
        let loaded = packs::load_with_others(std::slice::from_ref(path), others);
        match loaded {
            Ok(loaded) => {
                let own = packs::named(path);
                let known = loaded.paths.iter().enumerate();
                let chosen = known
                    .filter(|(_, path)| own.contains(path) && seen.insert((*path).clone()))
                    .map(|(index, _)| index)
                    .collect();
                sets.push(Set { loaded, chosen });
            }
            Err(found) => {
                // Two sets that hold the same broken file say the same.
                let told = |problem: &Problem| {
                    let same = |known: &Problem| {
                        known.file == problem.file
                            && known.place == problem.place
                            && known.message == problem.message
                    };
                    problems.iter().any(same)
                };
                let new: Vec<Problem> = found.into_iter().filter(|it| !told(it)).collect();
                problems.extend(new);
            }
        }
    }
    if problems.is_empty() {
        Ok(sets)
    } else {
        Err(problems)
    }
}

/// The files and directories whose change may change what the tests come to.
pub fn watched(named: &[PathBuf], place: &Place) -> Vec<PathBuf> {
    let config = place.config();
    let mut paths = named.to_vec();
    match &config {
        Ok(config) => {
            paths.extend(place.rules(config.as_ref()));
            let read = config.as_ref().map(|config| &*config.source.name);
            // One that is written later counts from then on.
            let read = read.or((!place.no_config).then_some(config::NAME));
            paths.extend(read.map(PathBuf::from));
        }
        // A broken configuration is watched for its mending.
        Err(problems) => {
            paths.extend(problems.iter().map(|problem| PathBuf::from(&*problem.file)));
            paths.extend(place.rules.clone());
        }
    }
    paths
}
