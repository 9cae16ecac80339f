//! Articles in batches: some are checked while no more than they are in memory. Of JSON Lines not even the file is.
//!
//! A thread reads lines, and as many as have come are checked together, on all cores. Who writes one and waits gets its
//! answer; who writes faster than is checked has to wait. What is kept of a file is what was found in it, and the text
//! of the records in which it was found, or nothing at all where lines are written at once.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::sync::Arc;
use std::thread;

use rayon::prelude::*;

use super::checker::{Checker, Outcome, failed, guarded, note};
use super::inputs::{self, Input, format_of};
use super::queue::Queue;
use super::trouble::unreadable;
use crate::article::jsonl::{self, Broken, Desk, Line};
use crate::article::{Article, ArticleError, Format};
use crate::finding::Finding;
use crate::report::{Checked, Problem, ProblemKind, jsonl as report};

/// A batch holds no more bytes of text, but for its last article.
const BYTES: usize = 4 << 20;

/// A batch holds no more articles.
const ARTICLES: usize = 4096;

/// The bytes of a file that tell its format, and how many are read at once.
const START: usize = 1 << 16;

/// The articles of a file that wait to be checked together.
pub struct Batch<'c> {
    checker: &'c Checker<'c>,
    name: String,
    waiting: Vec<Article>,
    bytes: usize,
    /// That the file is in another encoding than UTF-8 has been told.
    noted: bool,
    outcome: Outcome,
}

impl<'c> Batch<'c> {
    /// For the articles of the file of this name.
    pub fn new(checker: &'c Checker<'c>, name: &str) -> Self {
        Batch {
            checker,
            name: name.to_string(),
            waiting: Vec::new(),
            bytes: 0,
            noted: false,
            outcome: Outcome::default(),
        }
    }

    /// Takes the next article of the file, or what is wrong with it.
    pub fn take(&mut self, read: Result<Article, ArticleError>) {
        let article = match read {
            Ok(article) => article,
            Err(error) => {
                self.flush();
                let problem = inputs::problem(&self.name, &error);
                // What is said of all records has no line: each has its own.
                if self.checker.lines && !error.is_of_all() {
                    let line = report::unread(&self.name, None, &[&problem]);
                    self.outcome.lines.extend(line);
                }
                self.outcome.problems.push(problem);
                return;
            }
        };
        // One that came alone waits until its file's bytes are gone.
        if self.bytes >= BYTES || self.waiting.len() >= ARTICLES {
            self.flush();
        }
        let bytes: usize = article.parts.iter().map(|part| part.source.len()).sum();
        self.bytes += bytes;
        self.waiting.push(article);
    }

    /// What became of the file.
    pub fn finish(mut self) -> Outcome {
        self.flush();
        self.outcome
    }

    fn flush(&mut self) {
        self.bytes = 0;
        let articles = std::mem::take(&mut self.waiting);
        for seen in each(articles, |article| see(self.checker, article)) {
            self.outcome.count += 1;
            self.outcome.lines.extend(seen.line);
            let problems = seen.problems.into_iter();
            let wanted = problems.filter(|problem| is_new(problem, &mut self.noted));
            self.outcome.problems.extend(wanted);
            if let Some(checked) = &seen.checked {
                let lists = self.checker.lists_dates;
                self.outcome.dates.add(&checked.article, lists);
            }
            match seen.checked {
                Some(checked) if checked.findings.is_empty() => {
                    self.outcome.clean.push(checked.article.name);
                }
                checked => self.outcome.checked.extend(checked),
            }
        }
    }
}

/// Does the same to each on all cores, and keeps their order. One needs no other thread.
fn each<T: Send, R: Send>(all: Vec<T>, done: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    match all.len() {
        0 | 1 => all.into_iter().map(done).collect(),
        _ => all.into_par_iter().map(done).collect(),
    }
}

/// Whether a problem is not yet told: one of an encoding is told once a file.
fn is_new(problem: &Problem, noted: &mut bool) -> bool {
    problem.kind != ProblemKind::Encoding || !std::mem::replace(noted, true)
}

/// What an article came to.
struct Seen {
    /// None if the program itself failed.
    checked: Option<Checked>,
    problems: Vec<Problem>,
    /// Its line, where lines are wanted.
    line: Vec<u8>,
}

/// Checks an article, and leaves of its findings what is to be reported.
fn see(checker: &Checker, mut article: Article) -> Seen {
    let mut problems: Vec<Problem> = note(&article).into_iter().collect();
    article.set_date(checker.date);
    let mut found = checker.findings(&article);
    match &mut found {
        Some(findings) => problems.extend(checker.sieve.apply(&article, findings)),
        None => problems.push(failed(&article.name)),
    }
    let line = match checker.lines {
        true => line(&article, found.as_deref().unwrap_or_default(), &problems),
        false => Vec::new(),
    };
    Seen {
        checked: found.map(|findings| Checked { article, findings }),
        problems,
        line,
    }
}

/// The line of an article. That records have no text is told elsewhere of all at once.
fn line(article: &Article, findings: &[Finding], problems: &[Problem]) -> Vec<u8> {
    let message = "this record has no text, or none in a field that is known to hold it";
    let silent = article
        .is_silent()
        .then(|| Problem::new(ProblemKind::NoArticles, article.name.as_str(), message));
    let problems: Vec<&Problem> = problems.iter().chain(&silent).collect();
    report::article(article, findings, &problems)
}

/// The article without what no report shows.
fn lean(mut article: Article, findings: &[Finding]) -> Article {
    let shown = |part: usize| {
        findings.iter().any(|finding| {
            finding.at.part == part || finding.related.iter().any(|other| other.at.part == part)
        })
    };
    for (index, part) in article.parts.iter_mut().enumerate() {
        part.blocks = Vec::new();
        if !shown(index) {
            part.source = String::new();
        }
    }
    article
}

/// A stream of JSON Lines. Nothing but its first bytes has been looked at.
pub struct Stream {
    name: String,
    /// None for standard input.
    file: Option<BufReader<File>>,
}

impl Stream {
    /// Opens an input, if it is JSON Lines; nothing is taken from one that is not.
    pub fn open(checker: &Checker, input: &Input, stdin: &str) -> Option<Stream> {
        let asked = checker.input_format == Some(Format::JSONL);
        let is_lines = |name: &str, start: &[u8]| {
            let format = format_of(checker.input_format, &checker.fields, name, start);
            format == Format::JSONL && jsonl::has_lines(start)
        };
        match input {
            Input::Stdin => {
                let mut from = io::stdin().lock();
                let start = from.fill_buf().ok()?;
                is_lines(stdin, start).then(|| Stream {
                    name: stdin.to_string(),
                    file: None,
                })
            }
            Input::File(path) => {
                // What a pipe has given can't be had again, and one that is opened twice has lost its writer.
                if !asked && !path.metadata().ok()?.is_file() {
                    return None;
                }
                let file = File::open(path).ok()?;
                let name = path.to_string_lossy().into_owned();
                let mut from = BufReader::with_capacity(START, file);
                let start = from.fill_buf().ok()?;
                is_lines(&name, start).then(|| Stream {
                    name,
                    file: Some(from),
                })
            }
        }
    }

    /// Checks all of it, and gives away what each batch came to. It ends early where no more is wanted, and says so.
    pub fn run(self, checker: &Checker, take: &mut dyn FnMut(Outcome) -> bool) -> bool {
        let Stream { name, file } = self;
        let cores = rayon::current_num_threads();
        let queue = Arc::new(Queue::new(cores));
        let feeder = Arc::clone(&queue);
        // Nobody waits for it: where nothing more is wanted, it may still wait for a line.
        let feed = move || match file {
            Some(file) => feeder.feed(file),
            None => feeder.feed(BufReader::with_capacity(START, io::stdin().lock())),
        };
        if let Err(error) = thread::Builder::new().spawn(feed) {
            queue.fail(error);
        }
        let mut records = Records {
            checker,
            name,
            desk: Desk::new(&checker.fields, false),
            broken: Broken::default(),
            noted: false,
            unread: Counted::default(),
            notes: Counted::default(),
        };
        while let Some(batch) = queue.take() {
            if !take(records.check(batch)) {
                queue.close();
                return false;
            }
        }
        take(records.finish(queue.error()))
    }
}

/// The records of a stream that is being read, and what is known of all of them so far.
struct Records<'c> {
    checker: &'c Checker<'c>,
    name: String,
    desk: Desk<'c>,
    broken: Broken,
    noted: bool,
    /// Those that could not be read, and those of which there is something to say, where only their lines tell more.
    unread: Counted,
    notes: Counted,
}

/// How many records, and the number of the first.
#[derive(Default)]
struct Counted {
    count: usize,
    first: usize,
}

impl Counted {
    fn add(&mut self, number: usize) {
        if self.count == 0 {
            self.first = number;
        }
        self.count += 1;
    }
}

/// What a line came to.
struct Came<'c> {
    number: usize,
    desk: Desk<'c>,
    seen: Seen,
    /// Why it could not be read.
    error: Option<ArticleError>,
}

impl<'c> Records<'c> {
    /// Checks lines together.
    fn check(&mut self, batch: Vec<Line>) -> Outcome {
        let mut outcome = Outcome::default();
        for came in each(batch, |line| self.line(&line)) {
            self.desk.add(came.desk);
            outcome.count += usize::from(came.error.is_none());
            outcome.lines.extend(came.seen.line);
            let problems = came.seen.problems;
            let fails = problems.iter().any(|problem| problem.fails());
            outcome.fails |= fails;
            if self.checker.keeps {
                let read = came.error.map_or(Ok(()), Err);
                let told = problems.into_iter();
                let told = told.filter(|problem| is_new(problem, &mut self.noted));
                let wanted = self.broken.tells(&read);
                outcome.problems.extend(told.filter(|_| wanted));
            } else if fails {
                self.unread.add(came.number);
            } else if !problems.is_empty() {
                self.notes.add(came.number);
            }
            let found = came.seen.checked;
            if let Some(checked) = found.as_ref().filter(|_| self.checker.keeps) {
                let lists = self.checker.lists_dates;
                outcome.dates.add(&checked.article, lists);
            }
            let found = found.filter(|found| !found.findings.is_empty());
            outcome.checked.extend(found.map(|found| Checked {
                article: lean(found.article, &found.findings),
                ..found
            }));
        }
        outcome
    }

    fn line(&self, line: &Line) -> Came<'c> {
        let fields = &self.checker.fields;
        let mut desk = line.desk(fields);
        let read = || {
            line.read(&mut desk).map(|article| {
                let name = self.name.clone();
                see(self.checker, Article { name, ..article })
            })
        };
        let (seen, error) = match guarded(read) {
            Some(Ok(seen)) => (seen, None),
            Some(Err(error)) => {
                let problem = inputs::problem(&self.name, &error);
                (self.unread(line, problem), Some(error))
            }
            None => (self.unread(line, failed(&self.name)), None),
        };
        Came {
            number: line.record(),
            desk,
            seen,
            error,
        }
    }

    /// What is said of a line that was not checked.
    fn unread(&self, line: &Line, problem: Problem) -> Seen {
        let told = || {
            let name = line.name(&self.checker.fields);
            report::unread(&self.name, Some(&name), &[&problem])
        };
        Seen {
            checked: None,
            line: self.checker.lines.then(told).unwrap_or_default(),
            problems: vec![problem],
        }
    }

    /// What is said of the stream as a whole.
    fn finish(self, ended: Option<io::Error>) -> Outcome {
        let mut outcome = Outcome::default();
        let name = self.name.as_str();
        let all = self.desk.count();
        let mut tell = |kind, counted: &Counted, what: &str| {
            if counted.count > 0 {
                let Counted { count, first } = counted;
                let message =
                    format!("{count} of {all} records {what} (the first is record {first})");
                let problem = Problem::new(kind, name, message).help("their lines say why");
                outcome.problems.push(problem);
            }
        };
        tell(
            ProblemKind::Unreadable,
            &self.unread,
            "could not be checked",
        );
        tell(
            ProblemKind::Encoding,
            &self.notes,
            "were checked with a note",
        );
        let mut tell = |read: Result<Article, ArticleError>| {
            let problem = read.err().map(|error| inputs::problem(name, &error));
            outcome.problems.extend(problem);
        };
        self.broken.finish(&mut tell);
        self.desk.finish(&mut tell);
        let ended = ended.map(|error| unreadable(name, &error));
        outcome.problems.extend(ended);
        outcome
    }
}
