//! Articles in batches: some are checked while no more than they are in memory. Of JSON Lines not even the file is.
//!
//! What is kept of a file is what was found in it, and the text of the records in which it was found.

use std::fs::File;
use std::io::{self, BufRead, BufReader};

use rayon::prelude::*;

use super::check::{Checker, Outcome, failed, note};
use super::inputs::{self, Input, format_of, unreadable};
use crate::article::{Article, ArticleError, Format, jsonl};
use crate::finding::Finding;
use crate::report::Checked;

/// A batch holds no more bytes of text, but for its last article.
const BYTES: usize = 4 << 20;

/// A batch holds no more articles.
const ARTICLES: usize = 4096;

/// The bytes of a file that tell its format.
const START: usize = 1 << 16;

/// The articles of a file that wait to be checked together.
pub struct Batch<'c> {
    checker: &'c Checker<'c>,
    name: String,
    /// Of the articles with findings only what reports need is kept.
    lean: bool,
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
            lean: false,
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
                let problem = inputs::problem(&self.name, &error);
                self.outcome.problems.push(problem);
                return;
            }
        };
        let bytes: usize = article.parts.iter().map(|part| part.source.len()).sum();
        self.bytes += bytes;
        self.waiting.push(article);
        if self.bytes >= BYTES || self.waiting.len() >= ARTICLES {
            self.flush();
        }
    }

    /// What became of the file.
    pub fn finish(mut self) -> Outcome {
        self.flush();
        self.outcome
    }

    fn flush(&mut self) {
        self.bytes = 0;
        let mut articles = std::mem::take(&mut self.waiting);
        for article in &mut articles {
            self.outcome.count += 1;
            let note = note(article).filter(|_| !self.noted);
            self.noted |= note.is_some();
            self.outcome.problems.extend(note);
            article.date = self.checker.date.or(article.date);
        }
        // One article needs no other thread.
        let found: Vec<_> = match articles.len() {
            0 | 1 => articles
                .iter()
                .map(|one| self.checker.findings(one))
                .collect(),
            _ => articles
                .par_iter()
                .map(|one| self.checker.findings(one))
                .collect(),
        };
        // The sieve counts: it must see the findings in their order.
        for (article, findings) in articles.into_iter().zip(found) {
            let Some(mut findings) = findings else {
                self.outcome.problems.push(failed(&article));
                continue;
            };
            let told = self.checker.sieve.apply(&article, &mut findings);
            self.outcome.problems.extend(told);
            if !findings.is_empty() {
                let article = if self.lean {
                    lean(article, &findings)
                } else {
                    article
                };
                self.outcome.checked.push(Checked { article, findings });
            } else if !self.lean {
                self.outcome.clean.push(article.name);
            }
        }
    }
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

/// Checks an input line by line, if it is JSON Lines; nothing is taken from one that is not.
pub fn lines(checker: &Checker, input: &Input, stdin: &str) -> Option<Outcome> {
    let asked = checker.input_format == Some(Format::JSONL);
    match input {
        Input::Stdin => read(checker, stdin, &mut io::stdin().lock()),
        Input::File(path) => {
            let file = File::open(path).ok()?;
            // What a pipe has given can't be had again.
            if !asked && !file.metadata().ok()?.is_file() {
                return None;
            }
            let mut from = BufReader::with_capacity(START, file);
            read(checker, &path.to_string_lossy(), &mut from)
        }
    }
}

fn read(checker: &Checker, name: &str, from: &mut dyn BufRead) -> Option<Outcome> {
    let start = from.fill_buf().ok()?;
    let format = format_of(checker.input_format, &checker.fields, name, start);
    if format != Format::JSONL || !jsonl::has_lines(start) {
        return None;
    }
    let mut batch = Batch::new(checker, name);
    batch.lean = true;
    let all = jsonl::each(from, &checker.fields, &mut |read| {
        batch.take(read.map(|article| Article {
            name: name.to_string(),
            ..article
        }));
    });
    let mut outcome = batch.finish();
    outcome
        .problems
        .extend(all.err().map(|error| unreadable(name, &error)));
    Some(outcome)
}
