//! `factlint.toml`: where rules and articles are, and what is reported.

mod keys;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};

pub(crate) use keys::{IGNORE, KEYS, OVERRIDE, STATES};

use super::trouble::unreadable;
use super::walk::absolute;
use crate::checks::CHECKS;
use crate::facts::Severity;
use crate::packs::common::SEVERITIES;
use crate::packs::decode::{At, Context};
use crate::packs::ids::Ids;
use crate::packs::problem::{Problems, suggest};
use crate::packs::table::{Field, Table};
use crate::packs::{PackSource, syntax};
use crate::report::{Problem, ProblemKind, Source};
use crate::span::Span;

/// The name of the file that is looked for.
pub const NAME: &str = "factlint.toml";

/// A configuration.
#[derive(Debug)]
pub struct Config {
    /// The file.
    pub source: Arc<Source>,
    /// The directory that its paths are relative to; empty for the working directory.
    pub base: PathBuf,
    /// The rule files and directories, where it names some.
    pub rules: Vec<PathBuf>,
    /// The globs of the articles.
    pub articles: Vec<String>,
    /// The same, to match paths with.
    pub article_paths: Option<Paths>,
    /// The least severity that makes the exit status 1.
    pub fail_on: Option<Severity>,
    /// The id of a check → its severity, or None for off.
    pub checks: BTreeMap<String, Option<Severity>>,
    /// What is not reported.
    pub ignores: Vec<Ignore>,
    /// What is set otherwise for some of the articles.
    pub overrides: Vec<Override>,
    /// The baseline.
    pub baseline: Option<PathBuf>,
}

/// Patterns of paths, relative to the configuration, written as in a `.gitignore`.
#[derive(Clone, Debug)]
pub struct Paths(Gitignore);

impl Paths {
    /// Compiles patterns, relative to a directory.
    ///
    /// # Errors
    /// Those of a pattern that can't be read.
    pub fn new<'g>(
        base: &Path,
        patterns: impl IntoIterator<Item = &'g str>,
    ) -> Result<Paths, ignore::Error> {
        let mut builder = GitignoreBuilder::new(absolute(base));
        builder.allow_unclosed_class(false);
        for pattern in patterns {
            builder.add_line(None, pattern.strip_prefix("./").unwrap_or(pattern))?;
        }
        builder.build().map(Paths)
    }

    /// Whether a path, or a directory that it stands in, is meant.
    pub fn hold(&self, path: &Path) -> bool {
        let path = absolute(path);
        let found = || self.0.matched_path_or_any_parents(&path, false);
        path.starts_with(self.0.path()) && found().is_ignore()
    }
}

/// An `[[ignore]]`: a finding that agrees with all that it states is not reported.
#[derive(Debug, Default)]
pub struct Ignore {
    /// The id of the fact, or `check:weekday`.
    pub fact: Option<String>,
    /// The article.
    pub path: Option<Paths>,
    /// The words found.
    pub text: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The entry in the file.
    pub span: Span,
}

/// An `[[override]]`: what is set otherwise for some of the articles. Of two that hold, the later one counts.
#[derive(Debug)]
pub struct Override {
    /// The articles.
    pub paths: Paths,
    /// The id of a check → its severity, or None for off.
    pub checks: BTreeMap<String, Option<Severity>>,
    /// What alone is reported, each with its place.
    pub only: Vec<(String, Span)>,
    /// What is not reported, each with its place.
    pub skip: Vec<(String, Span)>,
    /// The entry in the file.
    pub span: Span,
}

impl Config {
    /// The configuration of the working directory or the nearest directory above that has one.
    pub fn above() -> Result<Option<Config>, Vec<Problem>> {
        let Ok(here) = std::env::current_dir() else {
            return Ok(None);
        };
        let mut base = PathBuf::new();
        for directory in here.ancestors() {
            if directory.join(NAME).is_file() {
                return Config::read(&base.join(NAME)).map(Some);
            }
            base.push("..");
        }
        Ok(None)
    }

    /// Reads a configuration.
    pub fn read(path: &Path) -> Result<Config, Vec<Problem>> {
        let name = path.to_string_lossy();
        let text = match std::fs::read(path) {
            Err(error) => {
                let mut problem = unreadable(&name, &error);
                problem.kind = ProblemKind::Config;
                return Err(vec![problem]);
            }
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => text,
                Err(_) => {
                    let problem = Problem::new(ProblemKind::Config, name, "this is not UTF-8 text");
                    return Err(vec![problem.help("save the file as UTF-8")]);
                }
            },
        };
        let base = path.parent().unwrap_or(Path::new("")).to_path_buf();
        let pack = PackSource {
            file: name.into(),
            text: text.into(),
        };
        decode(&pack, base).map_err(|problems| {
            let source = [Arc::new(Source::new(pack.file.clone(), pack.text.clone()))];
            let tell = |problem| Problem::of_mistake(ProblemKind::Config, problem, &source);
            problems.into_iter().map(tell).collect()
        })
    }
}

fn decode(pack: &PackSource, base: PathBuf) -> Result<Config, Vec<crate::packs::Problem>> {
    let mut problems = Problems::default();
    let document = syntax::parse(0, pack, &mut problems);
    if !problems.is_empty() {
        return Err(problems.sorted());
    }
    let ids = Ids::default();
    let mut cx = Context {
        file: 0,
        source: pack,
        ids: &ids,
        problems: &mut problems,
        referred: Default::default(),
    };
    let span = document.tree.span().into();
    let table = Table::new(document.tree.get_ref(), span, &[KEYS]);
    cx.check_keys(&table, &[KEYS], &[], "`factlint.toml`");
    let mut config = Config {
        source: Arc::new(Source::new(pack.file.clone(), pack.text.clone())),
        rules: Vec::new(),
        articles: Vec::new(),
        article_paths: None,
        fail_on: cx.one_of(&table, "fail-on", SEVERITIES),
        checks: checks(&mut cx, &table),
        ignores: Vec::new(),
        overrides: Vec::new(),
        baseline: None,
        base,
    };
    for path in texts(&mut cx, &table, "rules") {
        config.rules.push(config.base.join(path.it));
    }
    let articles = texts(&mut cx, &table, "articles");
    config.articles = articles.iter().map(|glob| glob.it.to_string()).collect();
    config.article_paths = paths(&mut cx, &config.base, &articles);
    config.ignores = ignores(&mut cx, &table, &config.base);
    config.overrides = overrides(&mut cx, &table, &config.base);
    let baseline = table.get("baseline");
    let baseline = baseline.and_then(|field| cx.text(field, field.node));
    config.baseline = baseline.map(|path| config.base.join(path.it));
    if problems.is_empty() {
        Ok(config)
    } else {
        Err(problems.sorted())
    }
}

fn texts<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>, key: &str) -> Vec<At<&'a str>> {
    let Some(field) = table.get(key) else {
        return Vec::new();
    };
    let nodes = cx.one_or_list(field).iter();
    nodes.filter_map(|node| cx.text(field, node)).collect()
}

/// Patterns of paths; those that are none are reported.
fn paths(cx: &mut Context<'_, '_>, base: &Path, patterns: &[At<&str>]) -> Option<Paths> {
    for pattern in patterns {
        if let Err(error) = Paths::new(base, [pattern.it]) {
            let message = format!("`{}` is no pattern of paths: {error}", pattern.it);
            cx.problem(pattern.span, message, "not a pattern").help =
                Some("write for example \"content/**/*.md\"".into());
        }
    }
    Paths::new(base, patterns.iter().map(|pattern| pattern.it)).ok()
}

fn checks<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>) -> BTreeMap<String, Option<Severity>> {
    let mut states = BTreeMap::new();
    let Some(field) = table.get("checks") else {
        return states;
    };
    let Some(tree) = field.node.get_ref().as_table() else {
        cx.wrong_type(field, field.node, "a table");
        return states;
    };
    let checks = Table::new(tree, field.node.span().into(), &[]);
    for Field { name, .. } in &checks.fields {
        let state = cx.one_of(&checks, name.it, STATES);
        if CHECKS.iter().any(|check| check.id == name.it) {
            states.extend(state.map(|state| (name.it.to_string(), state)));
            continue;
        }
        let known: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
        let help = match suggest(name.it, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the checks are {}", known.join(", ")),
        };
        let message = format!("there is no check `{}`", name.it);
        cx.problem(name.span, message, "unknown check").help = Some(help);
    }
    states
}

fn overrides<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>, base: &Path) -> Vec<Override> {
    let Some(field) = table.get("override") else {
        return Vec::new();
    };
    let mut overrides = Vec::new();
    for node in cx.list(field, "tables") {
        let Some(entry) = cx.table(field, node, OVERRIDE) else {
            continue;
        };
        let path = texts(cx, &entry, "path");
        let paths = paths(cx, base, &path);
        let mut names = |key: &str| -> Vec<(String, Span)> {
            let names = texts(cx, &entry, key).into_iter();
            names.map(|name| (name.it.to_string(), name.span)).collect()
        };
        let (only, skip) = (names("only"), names("skip"));
        let checks = checks(cx, &entry);
        overrides.extend(paths.map(|paths| Override {
            paths,
            checks,
            only,
            skip,
            span: entry.span,
        }));
    }
    overrides
}

fn ignores<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>, base: &Path) -> Vec<Ignore> {
    let Some(field) = table.get("ignore") else {
        return Vec::new();
    };
    let mut ignores = Vec::new();
    for node in cx.list(field, "tables") {
        let Some(entry) = cx.table(field, node, IGNORE) else {
            continue;
        };
        let mut get = |key: &str| {
            let field = entry.get(key)?;
            cx.text(field, field.node)
        };
        let (fact, path, text) = (get("fact"), get("path"), get("text"));
        let reason = get("reason");
        if entry.fields.iter().all(|field| field.name.it == "reason") {
            cx.problem(
                entry.span,
                "this would ignore every finding",
                "what is it to ignore?",
            )
            .help = Some("state a `fact`, a `path` or a `text`".into());
        }
        ignores.push(Ignore {
            fact: fact.map(|fact| fact.it.to_string()),
            path: path.and_then(|path| paths(cx, base, &[path])),
            text: text.map(|text| text.it.to_string()),
            reason: reason.map(|reason| reason.it.to_string()),
            span: entry.span,
        });
    }
    ignores
}
