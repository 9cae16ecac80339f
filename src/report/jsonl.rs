//! `--format jsonl`: a line for each article or record, for programs that read while this one writes.
//!
//! The program writes the lines itself as articles are checked; of a run that is over they are written from what is kept.

use std::collections::HashMap;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::value::RawValue;

use super::json::{JsonFinding, JsonProblem, finding, problem};
use super::{Format, Look, Problem, Run};
use crate::article::{Article, RecordName};
use crate::finding::Finding;

/// The format.
pub const FORMAT: Format = Format {
    id: "jsonl",
    about: "one line an article, for pipes",
    write,
};

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    record: Option<usize>,
    line: Option<usize>,
    id: Option<&'a RawValue>,
    findings: Vec<JsonFinding<'a>>,
    problems: Vec<JsonProblem<'a>>,
}

impl<'a> Line<'a> {
    fn new(file: &'a str, record: Option<&'a RecordName>, problems: &[&'a Problem]) -> Self {
        Line {
            file,
            record: record.map(|record| record.number),
            line: record.and_then(|record| record.line),
            id: record.and_then(|record| record.id.as_deref()),
            findings: Vec::new(),
            problems: problems.iter().map(|told| problem(told)).collect(),
        }
    }

    fn of(article: &'a Article, findings: &'a [Finding], problems: &[&'a Problem]) -> Self {
        let record = article.record.as_ref();
        Line {
            findings: findings.iter().map(|it| finding(article, it)).collect(),
            ..Line::new(&article.name, record, problems)
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

/// The line of an article.
pub(crate) fn article(article: &Article, findings: &[Finding], problems: &[&Problem]) -> Vec<u8> {
    Line::of(article, findings, problems).bytes()
}

/// The line of a file or a record that could not be read.
pub(crate) fn unread(file: &str, record: Option<&RecordName>, problems: &[&Problem]) -> Vec<u8> {
    Line::new(file, record, problems).bytes()
}

fn write(run: &Run, _: Look, out: &mut dyn Write) -> io::Result<()> {
    match &run.lines {
        Some(lines) => out.write_all(lines),
        None => kept(run, out),
    }
}

/// The lines of the articles that were kept: those with findings, those without, and what else there is to say.
fn kept(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let mut problems: HashMap<&str, Vec<&Problem>> = HashMap::new();
    for problem in &run.problems {
        problems.entry(&problem.file).or_default().push(problem);
    }
    for checked in &run.articles {
        let (name, findings) = (checked.article.name.as_str(), &checked.findings);
        let problems = problems.remove(name).unwrap_or_default();
        out.write_all(&article(&checked.article, findings, &problems))?;
    }
    for name in &run.clean {
        let problems = problems.remove(name.as_str()).unwrap_or_default();
        out.write_all(&unread(name, None, &problems))?;
    }
    for problem in &run.problems {
        if let Some(problems) = problems.remove(&*problem.file) {
            out.write_all(&unread(&problem.file, None, &problems))?;
        }
    }
    Ok(())
}
