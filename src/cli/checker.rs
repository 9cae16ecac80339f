//! What becomes of one input.

use std::borrow::Cow;
use std::panic::{self, AssertUnwindSafe};

use jiff::civil::Date;

use super::fix::{self, Mended};
use super::inputs::{Input, format_of};
use super::sieve::Sieve;
use super::stream::Batch;
use crate::article::{self, Article, BrokenBytes, Fields};
use crate::finding::Finding;
use crate::report::{Checked, Dates, Problem, ProblemKind, counted, jsonl};
use crate::span::Span;

/// What articles are checked with.
pub struct Checker<'a> {
    /// What finds in an article what there is to be found: the linter.
    pub find: &'a (dyn Fn(&Article) -> Vec<Finding> + Sync),
    /// What is not to be reported.
    pub sieve: &'a Sieve<'a>,
    /// The articles' date, whatever they say themselves.
    pub date: Option<Date>,
    /// The format that was asked for.
    pub input_format: Option<article::Format>,
    /// The fields of records.
    pub fields: Fields,
    /// Whether each article is to have a line.
    pub lines: bool,
    /// Whether articles, and what is said of single records, are kept for other reports than lines.
    pub keeps: bool,
    /// Whether a report lists the date of each article.
    pub lists_dates: bool,
}

/// What became of one input. Articles without findings are not kept.
#[derive(Default)]
pub struct Outcome {
    /// How many articles were checked.
    pub count: usize,
    /// The articles with findings.
    pub checked: Vec<Checked>,
    /// The dates of all articles.
    pub dates: Dates,
    /// The names of those without; of records, which may be many, none.
    pub clean: Vec<String>,
    /// What kept something from being checked, and notes.
    pub problems: Vec<Problem>,
    /// Whether something could not be read, told or not.
    pub fails: bool,
    /// The lines of all articles, in order, where lines are wanted.
    pub lines: Vec<u8>,
}

impl Outcome {
    /// Adds what came after.
    pub fn add(&mut self, mut next: Outcome) {
        self.count += next.count;
        self.checked.append(&mut next.checked);
        self.clean.append(&mut next.clean);
        self.dates.append(&mut next.dates);
        self.problems.append(&mut next.problems);
        self.fails |= next.fails;
        self.lines.append(&mut next.lines);
    }
}

impl Checker<'_> {
    /// As [`Checker::input`]; a fault of ours in one input costs no other what was found in it.
    pub fn safely(
        &self,
        input: &Input,
        fixes: &fix::Args,
        stdin: &str,
    ) -> (Outcome, Option<Mended>) {
        guarded(|| self.input(input, fixes, stdin)).unwrap_or_else(|| {
            let mut outcome = Outcome::default();
            let problem = failed(&input.name(stdin));
            if self.lines {
                outcome.lines = jsonl::unread(&problem.file, None, &[&problem]);
            }
            outcome.problems.push(problem);
            (outcome, None)
        })
    }

    /// Checks the articles of an input together, and mends it where that is asked for.
    fn input(&self, input: &Input, fixes: &fix::Args, stdin: &str) -> (Outcome, Option<Mended>) {
        let (name, bytes) = match input.read(stdin) {
            Ok(read) => read,
            Err(problem) => {
                let mut outcome = Outcome::default();
                if self.lines {
                    outcome.lines = jsonl::unread(&problem.file, None, &[&problem]);
                }
                outcome.problems.push(*problem);
                return (outcome, None);
            }
        };
        if fixes.wanted().is_none() {
            return (self.bytes(&name, Cow::Owned(bytes)), None);
        }
        let outcome = self.bytes(&name, Cow::Borrowed(&bytes));
        fix::mend(self, fixes, input, &name, &bytes, outcome)
    }

    /// Checks the articles of a file.
    pub fn bytes(&self, name: &str, bytes: Cow<[u8]>) -> Outcome {
        let format = format_of(self.input_format, &self.fields, name, &bytes);
        let mut batch = Batch::new(self, name);
        let take = &mut |read| batch.take(read);
        Article::each_from_bytes(name, &bytes, Some(format), &self.fields, take);
        // The articles have texts of their own.
        drop(bytes);
        batch.finish()
    }

    /// What is found in an article; None if the program itself fails.
    pub fn findings(&self, article: &Article) -> Option<Vec<Finding>> {
        guarded(|| (self.find)(article))
    }
}

/// What some work comes to; None if it panics, which the program tells and survives.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    panic::catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Says that the program itself failed on an article, or on a file.
pub fn failed(name: &str) -> Problem {
    let message = "factlint itself failed on this article, which was not checked";
    Problem::new(ProblemKind::Internal, name, message)
        .help("this is a fault of the program: please report it, with the article if you can")
}

/// Reports a text that is not in UTF-8, or that has bytes that are not valid in its encoding.
pub fn note(article: &Article) -> Option<Problem> {
    let mut message = match (article.encoding, &article.broken) {
        (Some(encoding), _) => format!("this was read as {encoding}, not as UTF-8"),
        (None, Some(_)) => "this was read as UTF-8".to_string(),
        (None, None) => return None,
    };
    if let Some(BrokenBytes { count, place, .. }) = article.broken {
        let bytes = counted(count, "byte sequence is", "byte sequences are");
        let place = match place {
            Some((offset, line)) => format!(" (the first at offset {offset}, line {line})"),
            None => String::new(),
        };
        message += &format!(
            ", but {bytes} not valid in it{place}; words with unreadable letters were not checked"
        );
    }
    let mut problem = Problem::new(ProblemKind::Encoding, article.name.as_str(), message)
        .help("save the file as UTF-8");
    if let Some(broken) = article.broken {
        let place = broken.place;
        problem.place = place.map(|(offset, line)| (Span::new(offset, offset + 1), line));
    }
    Some(problem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::sieve;
    use crate::facts::Severity;
    use crate::packs::Packs;

    /// What an input comes to if the engine falls over one of its articles.
    fn check(name: &str, bytes: &[u8]) -> Outcome {
        #[derive(clap::Parser)]
        struct Asked {
            #[command(flatten)]
            sieve: sieve::Args,
            #[command(flatten)]
            fixes: fix::Args,
        }
        let asked = <Asked as clap::Parser>::parse_from(["check"]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let packs = Packs::default();
        let checker = Checker {
            find: &|article| {
                let holds = |words| article.parts[0].source.contains(words);
                assert!(!holds("a stone"), "the engine stumbles");
                vec![
                    Finding::new("found".into(), "check", Severity::Error);
                    usize::from(holds("a nut"))
                ]
            },
            sieve: &Sieve::new(&asked.sieve, None, &packs).unwrap(),
            date: None,
            input_format: None,
            fields: Fields::default(),
            keeps: true,
            lines: false,
            lists_dates: true,
        };
        checker
            .safely(&Input::File(path), &asked.fixes, "<stdin>")
            .0
    }

    #[test]
    fn a_fault_of_ours_costs_only_its_own_article() {
        let lines = b"{\"body\": \"a nut\"}\n{\"body\": \"a stone\"}\n{\"body\": \"a nut\"}\n";
        for (name, bytes, found) in [
            ("a.txt", &b"a nut"[..], 1),
            ("b.txt", b"a stone", 0),
            ("c.jsonl", lines, 2),
        ] {
            let outcome = check(name, bytes);
            let kinds = outcome.problems.iter().map(|problem| problem.kind);
            let faults = kinds.filter(|kind| *kind == ProblemKind::Internal).count();
            assert_eq!(
                (outcome.checked.len(), faults),
                (found, usize::from(name != "a.txt")),
                "{name}"
            );
            assert!(
                outcome
                    .problems
                    .iter()
                    .all(|problem| problem.file.ends_with(name))
            );
        }
    }

    #[test]
    fn a_fault_outside_the_engine_is_told_too() {
        assert_eq!(guarded(|| 1), Some(1));
        assert_eq!(guarded(|| -> u8 { panic!("a reader stumbles") }), None);
    }
}
