//! Where rules come from.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::facts::Severity;
use crate::packs::{self, PackSource, Packs};
use crate::report::{Problem, ProblemKind, Source};

/// Where rules and settings come from.
#[derive(clap::Args)]
pub struct Place {
    /// A rule file, or a directory of them; may be given again [default: the configuration's, else `rules`].
    #[arg(long, value_name = "PATH")]
    pub rules: Vec<PathBuf>,

    /// The configuration [default: `factlint.toml` here or in a directory above].
    #[arg(long, value_name = "PATH")]
    pub config: Option<PathBuf>,

    /// Read no configuration.
    #[arg(long, conflicts_with = "config")]
    pub no_config: bool,
}

/// The severity that a user calls `name`.
pub fn severity(name: &str) -> Option<Severity> {
    match name {
        "error" => Some(Severity::Error),
        "warning" => Some(Severity::Warning),
        "info" => Some(Severity::Info),
        _ => None,
    }
}

/// Reads and validates the packs.
pub fn packs(paths: &[PathBuf]) -> Result<Packs, Vec<Problem>> {
    let default = [PathBuf::from("rules")];
    let paths = if paths.is_empty() { &default } else { paths };
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        for file in files(path) {
            match std::fs::read_to_string(&file) {
                Ok(text) => sources.push(PackSource {
                    file: file.to_string_lossy().into(),
                    text: text.into(),
                }),
                Err(error) => problems.push(Problem::new(
                    ProblemKind::Rule,
                    file.to_string_lossy(),
                    format!("This rule file can't be read: {error}"),
                )),
            }
        }
    }
    let known: Vec<Arc<Source>> = sources
        .iter()
        .map(|pack| Arc::new(Source::new(pack.file.clone(), pack.text.clone())))
        .collect();
    match packs::load(sources) {
        Ok(packs) if problems.is_empty() => Ok(packs),
        Ok(_) => Err(problems),
        Err(mistakes) => {
            problems.extend(mistakes.into_iter().map(|mistake| told(mistake, &known)));
            Err(problems)
        }
    }
}

fn told(mistake: packs::Problem, known: &[Arc<Source>]) -> Problem {
    let file = mistake.labels.first().map(|label| label.file.clone());
    let mut problem = Problem::new(ProblemKind::Rule, file.unwrap_or_default(), mistake.message);
    problem.help = mistake.help;
    for label in mistake.labels {
        if let Some(source) = known.iter().find(|source| source.name == label.file) {
            problem = problem.mark(source, label.span, label.text);
        }
    }
    problem
}

fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_path_buf()];
    }
    walkdir::WalkDir::new(path)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|end| end == "toml") && path.is_file())
        .collect()
}
