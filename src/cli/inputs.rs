//! Which files are articles, and reading them.

use std::collections::HashSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::config::{self, Config, Paths};
use super::trouble::unreadable;
use super::walk::{Walk, absolute};
use crate::article::{Article, ArticleError, Fields, Format};
use crate::facts::Severity;
use crate::packs::problem::suggest;
use crate::report::{Problem, ProblemKind, counted};
use crate::span::Span;

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// What to check.
#[derive(Debug, Default)]
pub struct Inputs {
    /// In the order given; what a directory holds sorted by path.
    pub list: Vec<Input>,
    /// What could not be had.
    pub problems: Vec<Problem>,
    seen: HashSet<PathBuf>,
    /// How many files and directories were not entered because they are hidden or ignored.
    left_out: usize,
}

impl Inputs {
    /// The articles of a run: the paths given, else the configuration's, else what the working directory holds.
    pub fn of(paths: &[PathBuf], config: Option<&Config>, rules: &[PathBuf]) -> Inputs {
        let mut inputs = Inputs::default();
        let globs = config.filter(|config| !config.articles.is_empty());
        match globs {
            Some(config) if paths.is_empty() => inputs.globs(config, rules),
            _ if paths.is_empty() => inputs.name(Path::new("."), rules),
            _ => {
                for path in paths {
                    match own(path, config, rules) {
                        Some(what) => inputs.problems.push(no_article(path, what)),
                        None => inputs.name(path, rules),
                    }
                }
            }
        }
        inputs
    }

    /// Adds a path as a user names it: a file is read whatever it is, a directory is walked. `packs` are not articles.
    pub fn name(&mut self, path: &Path, packs: &[PathBuf]) {
        if path == Path::new("-") {
            if !self.list.contains(&Input::Stdin) {
                self.list.push(Input::Stdin);
            }
        } else if path.is_dir() {
            let failed = self.problems.len();
            if !self.walk(path, packs, &is_article) && self.problems.len() == failed {
                let problem = self.nothing(&path.to_string_lossy());
                self.problems.push(problem);
            }
        } else {
            self.add(path.to_path_buf());
        }
    }

    /// Adds the articles of a configuration, sorted by path.
    pub fn globs(&mut self, config: &Config, packs: &[PathBuf]) {
        let mut roots: Vec<PathBuf> = config.articles.iter().map(|glob| root(glob)).collect();
        roots.sort();
        roots.dedup();
        let inside = |path: &PathBuf, roots: &[PathBuf]| {
            let other = |root: &PathBuf| root != path && path.starts_with(root);
            roots.iter().any(other)
        };
        let wanted = |path: &Path| {
            let named = |glob: &String| absolute(&config.base.join(glob)) == absolute(path);
            let paths = config.article_paths.as_ref();
            paths.is_some_and(|paths| paths.hold(path))
                && (config.articles.iter().any(named) || is_article(path))
        };
        for path in roots.iter().filter(|path| !inside(path, &roots)) {
            let path = match config.base.join(path) {
                path if path.as_os_str().is_empty() => PathBuf::from("."),
                path => path,
            };
            let literal = |glob: &String| absolute(&config.base.join(glob)) == absolute(&path);
            // A pattern may match nothing, but a path that is written out must be there.
            if path.exists() || config.articles.iter().any(literal) {
                self.walk(&path, packs, &wanted);
            }
        }
        if !self.problems.is_empty() {
            return;
        }
        let excludes = |glob: &&String| glob.starts_with('!');
        let unmatched: Vec<&String> = match self.list.is_empty() {
            true => config.articles.iter().collect(),
            false => config
                .articles
                .iter()
                .filter(|glob| !excludes(glob) && !self.holds(config, glob))
                .collect(),
        };
        for glob in unmatched.into_iter().filter(|glob| !excludes(glob)) {
            let message = format!("`{glob}` of `articles` {}", self.matches_none("matches"));
            let problem = nothing(&config.source.name, message);
            self.problems.push(problem);
        }
    }

    /// Whether a file of the list is one that this pattern of the configuration means.
    fn holds(&self, config: &Config, glob: &str) -> bool {
        let Ok(paths) = Paths::new(&config.base, [glob]) else {
            return true;
        };
        self.list.iter().any(|input| match input {
            Input::Stdin => false,
            Input::File(path) => paths.hold(path),
        })
    }

    /// Adds what a directory holds and `wanted` lets pass; whether it holds any.
    pub fn walk(&mut self, root: &Path, packs: &[PathBuf], wanted: &dyn Fn(&Path) -> bool) -> bool {
        let mut walk = Walk::new(root, packs);
        let files = walk.files(wanted);
        let any = !files.is_empty();
        for path in files {
            self.add(path);
        }
        self.problems.append(&mut walk.problems);
        self.left_out += walk.left_out;
        any
    }

    /// That a path holds no article.
    fn nothing(&self, place: &str) -> Problem {
        let message = format!("this directory {}", self.matches_none("holds"));
        nothing(place, message)
    }

    fn matches_none(&self, verb: &str) -> String {
        match self.left_out {
            0 => format!("{verb} no article"),
            count => format!(
                "{verb} no article; {} hidden, or ignored by .gitignore",
                counted(count, "file or folder is", "files and folders are")
            ),
        }
    }

    fn add(&mut self, path: PathBuf) {
        let plain = path.strip_prefix(".").unwrap_or(&path);
        if self.seen.insert(plain.components().collect()) {
            self.list.push(Input::File(path));
        }
    }
}

/// What a path is if it is no article but a part of the desk: whoever hands over all files that changed names it too.
fn own(path: &Path, config: Option<&Config>, rules: &[PathBuf]) -> Option<&'static str> {
    let at = absolute(path);
    let is_toml = path.extension().is_some_and(|end| end == "toml");
    let baseline = config.and_then(|config| config.baseline.as_ref());
    if is_toml && rules.iter().any(|rules| at.starts_with(absolute(rules))) {
        Some("a rule file")
    } else if path.file_name().is_some_and(|name| name == config::NAME) {
        Some("a configuration")
    } else {
        baseline
            .is_some_and(|baseline| at == absolute(baseline))
            .then_some("the baseline")
    }
}

fn no_article(path: &Path, what: &str) -> Problem {
    let message = format!("this is {what}, not an article; it was not checked");
    let problem = Problem::new(ProblemKind::NoArticles, path.to_string_lossy(), message);
    problem.help("`factlint rules` checks the rules")
}

/// The format that `--input-format` names.
pub fn input_format(name: &str) -> Result<Format, String> {
    Format::named(name).ok_or_else(|| {
        let known: Vec<&str> = crate::article::FORMATS
            .iter()
            .map(|format| format.name)
            .collect();
        let list = known.join(", ");
        match suggest(name, known.into_iter()) {
            Some(near) => format!("did you mean `{near}`? Known formats: {list}"),
            None => format!("known formats: {list}"),
        }
    })
}

/// Whether a file that nobody named is an article: by its extension, or by its first bytes where files of other
/// kinds have that extension too.
fn is_article(path: &Path) -> bool {
    const START: u64 = 1 << 16;
    let name = path.to_string_lossy();
    if Format::of_path(&name).is_some() {
        // Word keeps a file beside one that it has open.
        let of_word = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b"~$");
        return !path.file_name().is_some_and(of_word);
    }
    let mut start = Vec::new();
    let mut read = || {
        std::fs::File::open(path)?
            .take(START)
            .read_to_end(&mut start)
    };
    Format::may_be(&name) && read().is_ok() && Format::of_content(&name, &start).is_some()
}

/// The part of a glob before its first wildcard: the directory to walk, or the file.
fn root(glob: &str) -> PathBuf {
    let path = glob.trim_start_matches('/');
    if !path.contains('/') && path.contains(['*', '?', '[', '{']) {
        return PathBuf::new();
    }
    path.split('/')
        .take_while(|part| !part.contains(['*', '?', '[', '{', '!']))
        .collect()
}

/// A failure: there is nothing to check.
pub fn nothing(place: &str, message: impl Into<String>) -> Problem {
    let problem = Problem::new(ProblemKind::NoArticles, place, message);
    problem
        .severity(Severity::Error)
        .help("name a file, or a directory that holds articles such as .txt, .md or .html")
}

/// An input that is held in memory whole has no more bytes: a device without end fills no machine.
const MOST: u64 = 512 << 20;

/// All bytes of it, of which there are probably so many; None if there are too many.
fn whole(from: &mut dyn Read, expected: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(MOST)).unwrap_or(0) + 1);
    from.take(MOST + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= MOST))
}

/// A file of more bytes takes hundreds of megabytes to check.
const LARGE: u64 = 64 << 20;

impl Input {
    /// Whether it is better checked by itself.
    pub fn is_large(&self) -> bool {
        match self {
            Input::Stdin => false,
            Input::File(path) => std::fs::metadata(path).is_ok_and(|file| file.len() > LARGE),
        }
    }

    /// What it is called in reports. `stdin` is what standard input is called.
    pub fn name(&self, stdin: &str) -> String {
        match self {
            Input::Stdin => stdin.to_string(),
            Input::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// Its name and its bytes. `stdin` is what standard input is called.
    pub fn read(&self, stdin: &str) -> Result<(String, Vec<u8>), Box<Problem>> {
        let name = self.name(stdin);
        let read = match self {
            Input::Stdin => whole(&mut io::stdin(), 0),
            Input::File(path) => std::fs::File::open(path).and_then(|mut file| {
                let expected = file.metadata().map_or(0, |file| file.len());
                whole(&mut file, expected)
            }),
        };
        match read {
            Ok(Some(bytes)) => Ok((name, bytes)),
            Ok(None) => {
                let message = format!("it holds more than {} MB and was not checked", MOST >> 20);
                let problem = Problem::new(ProblemKind::Unreadable, name, message);
                let help =
                    "split it, or write its articles as JSON Lines, which may go on for ever";
                Err(Box::new(problem.help(help)))
            }
            Err(error) => Err(Box::new(unreadable(&name, &error))),
        }
    }

    /// The articles in it, if all of it can be read. `stdin` is what standard input is called.
    pub fn articles(
        &self,
        stdin: &str,
        format: Option<Format>,
    ) -> Result<Vec<Article>, Box<Problem>> {
        let (name, bytes) = self.read(stdin)?;
        articles(&name, &bytes, format)
    }

    /// The articles in it that can be read, and what is wrong with the rest.
    pub fn readable(
        &self,
        format: Option<Format>,
        fields: &Fields,
    ) -> Result<(Vec<Article>, Vec<Problem>), Box<Problem>> {
        let (name, bytes) = self.read("<stdin>")?;
        let format = format_of(format, fields, &name, &bytes);
        let (mut articles, mut problems) = (Vec::new(), Vec::new());
        Article::each_from_bytes(
            &*name,
            &bytes,
            Some(format),
            fields,
            &mut |read| match read {
                Ok(article) => articles.push(article),
                Err(error) => problems.push(problem(&name, &error)),
            },
        );
        Ok((articles, problems))
    }
}

/// What is wrong with an article, in a user's words.
pub fn problem(name: &str, error: &ArticleError) -> Problem {
    let kind = match error.is_note() {
        true => ProblemKind::NoArticles,
        false => ProblemKind::Unreadable,
    };
    let mut problem = Problem::new(kind, name, error.to_string()).help(error.help());
    let place = error.place();
    problem.place = place.map(|(offset, line)| (Span::new(offset, offset + 1), line));
    problem
}

/// The articles in a file, if all of it can be read.
pub fn articles(
    name: &str,
    bytes: &[u8],
    format: Option<Format>,
) -> Result<Vec<Article>, Box<Problem>> {
    Article::all_from_bytes(name, bytes, format).map_err(|error| Box::new(problem(name, &error)))
}

/// Which fields of a record are read.
#[derive(clap::Args)]
#[group(skip)]
#[command(next_help_heading = "Records of JSON")]
pub struct FieldArgs {
    /// The field with the text of a record: a key, or a path like `article.body` [default: the usual ones].
    #[arg(long, value_name = "FIELD", value_parser = field)]
    text_field: Option<String>,

    /// The field with its date.
    #[arg(long, value_name = "FIELD", value_parser = field)]
    date_field: Option<String>,

    /// The field with what it is called in reports.
    #[arg(long, value_name = "FIELD", value_parser = field)]
    id_field: Option<String>,
}

fn field(name: &str) -> Result<String, String> {
    match name.trim().is_empty() {
        true => Err("name a field, like `body` or `article.body`".to_string()),
        false => Ok(name.to_string()),
    }
}

impl FieldArgs {
    /// The fields.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::default();
        fields.text.clone_from(&self.text_field);
        fields.date.clone_from(&self.date_field);
        fields.id.clone_from(&self.id_field);
        fields
    }
}

/// The format of a file: what was asked for, else what its name and first bytes tell. Who names fields has records.
pub fn format_of(asked: Option<Format>, fields: &Fields, name: &str, start: &[u8]) -> Format {
    let told = || Format::detect(name, start);
    let open = |format: &Format| [Format::PLAIN, Format::JSON].contains(format);
    asked.unwrap_or_else(|| {
        let told = told();
        let records = || Format::of_records(start).filter(|_| fields.any() && open(&told));
        records().unwrap_or(told)
    })
}
