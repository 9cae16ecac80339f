//! Reading rule files.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::config::{self, Config};
use super::trouble::unreadable;
use crate::packs::{self, PackSource, Packs};
use crate::report::{Problem, ProblemKind, Source};
use crate::span::Span;

/// Where `--help` shows them: below what belongs to one command.
const HEADING: &str = "Rules and configuration";

/// Where rules and settings come from.
#[derive(clap::Args, Debug, Default)]
pub struct Place {
    /// A rule file, or a directory of them; may be given again [default: the configuration's, else `rules`].
    #[arg(long, value_name = "PATH", help_heading = HEADING)]
    pub rules: Vec<PathBuf>,

    /// The configuration [default: `factlint.toml` here or in the nearest directory above].
    #[arg(long, value_name = "PATH", help_heading = HEADING)]
    pub config: Option<PathBuf>,

    /// Read no configuration.
    #[arg(long, conflicts_with = "config", help_heading = HEADING)]
    pub no_config: bool,
}

impl Place {
    /// The configuration, where there is one.
    pub fn config(&self) -> Result<Option<Config>, Vec<Problem>> {
        match &self.config {
            Some(path) => Config::read(path).map(Some),
            None if self.no_config => Ok(None),
            None => Config::above(),
        }
    }

    /// The rule files and directories: those that were asked for, else the configuration's, else `rules`.
    pub fn rules(&self, config: Option<&Config>) -> Vec<PathBuf> {
        if !self.rules.is_empty() {
            return self.rules.clone();
        }
        match config {
            Some(config) if !config.rules.is_empty() => config.rules.clone(),
            Some(config) => vec![config.base.join("rules")],
            None => vec![PathBuf::from("rules")],
        }
    }

    /// Whether somebody named rules, so that they must be there.
    pub fn asks_for_rules(&self, config: Option<&Config>) -> bool {
        !self.rules.is_empty() || config.is_some_and(|config| !config.rules.is_empty())
    }
}

/// Whether these paths lead to any rule file.
pub fn any(paths: &[PathBuf]) -> bool {
    let there = |path: &PathBuf| path.exists() && !files(path, &mut Vec::new()).is_empty();
    paths.iter().any(there)
}

/// Packs with their files' texts.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The packs.
    pub packs: Packs,
    /// Their files, in the same order.
    pub sources: Vec<Arc<Source>>,
    /// The same as absolute paths, by which a file is known however it was named.
    pub paths: Vec<PathBuf>,
}

/// Reads and validates packs.
pub fn load(paths: &[PathBuf]) -> Result<Loaded, Vec<Problem>> {
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    let mut seen = HashSet::new();
    let mut known = Vec::new();
    for path in paths {
        for file in files(path, &mut problems) {
            let name = shown(&file);
            let path = canonical(&file);
            if !seen.insert(path.clone()) {
                continue;
            }
            match read(&file, &name) {
                Ok(text) => {
                    known.push(path);
                    sources.push(PackSource {
                        file: name.into(),
                        text: text.into(),
                    });
                }
                Err(problem) => problems.push(*problem),
            }
        }
    }
    let texts: Vec<Arc<Source>> = sources
        .iter()
        .map(|pack| Arc::new(Source::new(pack.file.clone(), pack.text.clone())))
        .collect();
    match packs::load(sources) {
        Ok(packs) if problems.is_empty() => Ok(Loaded {
            packs,
            sources: texts,
            paths: known,
        }),
        Ok(_) => Err(problems),
        Err(mistakes) => {
            let tell = |mistake| Problem::of_mistake(ProblemKind::Rule, mistake, &texts);
            problems.extend(mistakes.into_iter().map(tell));
            Err(problems)
        }
    }
}

/// Reads packs; if they refer to something that they do not hold, together with the rules around them.
///
/// # Errors
/// What is wrong with the packs themselves, rather than how they clash with others.
pub fn load_with_others(
    named: &[PathBuf],
    others: impl FnOnce() -> Result<Vec<PathBuf>, Vec<Problem>>,
) -> Result<Loaded, Vec<Problem>> {
    let alone = match load(named) {
        Ok(loaded) => return Ok(loaded),
        Err(problems) => problems,
    };
    let others = others()?.into_iter().filter(|path| path.exists());
    let all: Vec<PathBuf> = named.iter().cloned().chain(others).collect();
    match load(&all) {
        Ok(loaded) => Ok(loaded),
        Err(found) if alone.len() < found.len() => Err(alone),
        Err(found) => Err(found),
    }
}

/// The rule files that a path names, as absolute paths.
pub fn named(path: &Path) -> Vec<PathBuf> {
    let files = files(path, &mut Vec::new());
    files.iter().map(|file| canonical(file)).collect()
}

/// By what a file is known however it is named.
fn canonical(file: &Path) -> PathBuf {
    file.canonicalize().unwrap_or_else(|_| file.to_path_buf())
}

fn read(file: &Path, name: &str) -> Result<String, Box<Problem>> {
    let bytes = std::fs::read(file).map_err(|error| {
        let mut problem = unreadable(name, &error);
        problem.kind = ProblemKind::Rule;
        Box::new(problem)
    })?;
    let refuse = |message: String, help: &str, offset: usize, line: usize| {
        let mut problem = Problem::new(ProblemKind::Rule, name, message);
        problem.help = Some(help.into());
        problem.place = Some((Span::new(offset, offset + 1), line));
        Box::new(problem)
    };
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let message = "this rule file is saved as UTF-16, which some editors call “Unicode”";
        let help = "save it again, and choose UTF-8 as its encoding";
        return Err(refuse(message.into(), help, 0, 1));
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        let line = line_of(&bytes, offset);
        let message = "this is a binary file, not a rule file";
        let help = "rule files are plain text: save it as such, as UTF-8";
        return Err(refuse(message.into(), help, offset, line));
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let line = line_of(error.as_bytes(), offset);
        let message = format!("this rule file is not UTF-8 text: line {line} holds a broken sign");
        let help = "save it again, and choose UTF-8 as its encoding";
        refuse(message, help, offset, line)
    })
}

/// The line of a byte, from 1.
fn line_of(bytes: &[u8], offset: usize) -> usize {
    let before = bytes.get(..offset).unwrap_or(bytes);
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The rule files of a path: itself, or every `*.toml` of a directory, sorted by path.
pub fn files(path: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    if !path.is_dir() {
        if !path.exists() && path.ends_with("rules") {
            problems.push(
                Problem::new(ProblemKind::Rule, shown(path), "there are no rules here")
                    .help("write an example with `factlint init`, or name rules with --rules PATH"),
            );
            return Vec::new();
        }
        return vec![path.to_path_buf()];
    }
    let mut files = Vec::new();
    let mut links = HashSet::new();
    let visible = |entry: &DirEntry| {
        let name = entry.file_name().as_encoded_bytes();
        // A directory that several links lead to is walked once.
        let link = entry.path_is_symlink() && entry.file_type().is_dir();
        entry.depth() == 0
            || !name.starts_with(b".") && (!link || links.insert(canonical(entry.path())))
    };
    let walk = WalkDir::new(path).follow_links(true).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                let is_pack = path.extension().is_some_and(|end| end == "toml")
                    && path.file_name().is_some_and(|name| name != config::NAME);
                if is_pack && entry.file_type().is_file() {
                    files.push(path.to_path_buf());
                }
            }
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) => {
                let name = error.path().unwrap_or(path).to_string_lossy().into_owned();
                let message = format!("this can't be read: {error}");
                let problem = Problem::new(ProblemKind::Rule, name, message);
                problems.push(problem.help("change its permissions, or name the rule files"));
            }
        }
    }
    if files.is_empty() && problems.is_empty() {
        problems.push(
            Problem::new(
                ProblemKind::Rule,
                shown(path),
                "there is no rule file in this directory",
            )
            .help("rule files end in .toml; name them with --rules PATH"),
        );
    }
    files
}

/// Without a `./` in front.
fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    path.to_string_lossy().into_owned()
}
