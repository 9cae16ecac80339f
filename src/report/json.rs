//! `--format json`: what other programs read. The keys, their order and their meaning are part of the contract.

use std::io::{self, Write};

use serde::Serialize;

use super::dates::ArticleDate;
use super::{Checked, Format, Look, Problem, ProblemKind, Run};
use crate::article::Article;
use crate::contract;
use crate::facts::{Origin, Severity};
use crate::finding::{Finding, Location, Reason};

/// The format.
pub const FORMAT: Format = Format {
    id: "json",
    about: "one object, for other programs",
    write,
};

fn write(run: &Run, _: Look, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &document(run))?;
    writeln!(out)
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    findings: Vec<JsonFinding<'a>>,
    problems: Vec<JsonProblem<'a>>,
    articles: &'a [ArticleDate],
    summary: Summary,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct JsonFinding<'a> {
    file: &'a str,
    fact: &'a str,
    kind: &'a str,
    severity: Severity,
    reason: Option<Reason>,
    message: &'a str,
    found: &'a str,
    expected: Option<&'a str>,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    part: Option<&'a str>,
    in_quote: bool,
    fix: Option<JsonFix<'a>>,
    related: Vec<JsonRelated<'a>>,
    source: &'a [String],
    note: Option<&'a str>,
    defined_in: Option<JsonOrigin<'a>>,
}

#[derive(Serialize)]
struct JsonFix<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    safe: bool,
}

#[derive(Serialize)]
struct JsonRelated<'a> {
    file: &'a str,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    message: &'a str,
}

#[derive(Serialize)]
struct JsonOrigin<'a> {
    file: &'a str,
    start: usize,
    end: usize,
    line: usize,
}

#[derive(Serialize)]
pub(super) struct JsonProblem<'a> {
    file: &'a str,
    kind: ProblemKind,
    message: &'a str,
    start: Option<usize>,
    end: Option<usize>,
    line: Option<usize>,
}

#[derive(Serialize)]
struct Summary {
    articles: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
}

fn document(run: &Run) -> Document<'_> {
    Document {
        version: contract::JSON,
        findings: run.articles.iter().flat_map(findings).collect(),
        problems: run.problems.iter().map(problem).collect(),
        articles: &run.dates.list,
        summary: Summary {
            articles: run.checked,
            errors: run.count(Severity::Error),
            warnings: run.count(Severity::Warning),
            infos: run.count(Severity::Info),
        },
    }
}

fn findings(checked: &Checked) -> impl Iterator<Item = JsonFinding<'_>> {
    let Checked { article, findings } = checked;
    findings.iter().map(|found| finding(article, found))
}

pub(super) fn finding<'a>(article: &'a Article, finding: &'a Finding) -> JsonFinding<'a> {
    let Location { disk, .. } = finding.at;
    JsonFinding {
        file: &article.name,
        fact: &finding.fact,
        kind: finding.kind,
        severity: finding.severity,
        reason: finding.reason,
        message: &finding.message,
        found: &finding.found,
        expected: finding.expected.as_deref(),
        start: disk.start,
        end: disk.end,
        line: finding.at.line,
        column: finding.at.column,
        end_line: finding.at.end_line,
        end_column: finding.at.end_column,
        part: article
            .parts
            .get(finding.at.part)
            .and_then(|part| part.label.as_deref()),
        in_quote: finding.in_quote,
        fix: finding.fix.as_ref().map(|fix| JsonFix {
            start: disk.start,
            end: disk.end,
            text: &fix.text,
            safe: fix.safe,
        }),
        related: finding
            .related
            .iter()
            .map(|related| JsonRelated {
                file: &article.name,
                start: related.at.disk.start,
                end: related.at.disk.end,
                line: related.at.line,
                column: related.at.column,
                message: &related.message,
            })
            .collect(),
        source: &finding.sources,
        note: finding.note.as_deref(),
        defined_in: finding.defined_in.as_ref().map(origin),
    }
}

fn origin(origin: &Origin) -> JsonOrigin<'_> {
    JsonOrigin {
        file: &origin.file,
        start: origin.span.start,
        end: origin.span.end,
        line: origin.line,
    }
}

pub(super) fn problem(problem: &Problem) -> JsonProblem<'_> {
    JsonProblem {
        file: &problem.file,
        kind: problem.kind,
        message: &problem.message,
        start: problem.place.map(|(span, _)| span.start),
        end: problem.place.map(|(span, _)| span.end),
        line: problem.place.map(|(_, line)| line),
    }
}
