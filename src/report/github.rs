//! `--format github`: workflow commands, which GitHub Actions shows beside the lines of a pull request.

use std::io::{self, Write};

use super::{Checked, Format, Look, Problem, Run, clean, place, signs, words};
use crate::facts::Severity;
use crate::finding::Finding;

/// The format.
pub const FORMAT: Format = Format {
    id: "github",
    about: "workflow commands, for GitHub Actions",
    write,
};

fn write(run: &Run, _: Look, out: &mut dyn Write) -> io::Result<()> {
    for problem in &run.problems {
        writeln!(out, "{}", of_problem(run, problem))?;
    }
    for checked in &run.articles {
        for finding in &checked.findings {
            writeln!(out, "{}", of_finding(run, checked, finding))?;
        }
    }
    match words::hidden(run) {
        Some(hidden) => writeln!(out, "::notice title=factlint::{}", data(&hidden)),
        None => Ok(()),
    }
}

fn of_finding(run: &Run, checked: &Checked, finding: &Finding) -> String {
    let Checked { article, .. } = checked;
    let at = &finding.at;
    let part = article.parts.get(at.part);
    let part = part.and_then(|part| part.label.as_deref());
    let mut properties = vec![("file", place::path(run, &article.name))];
    // Lines of a part are none of the file.
    if part.is_none() {
        properties.push(("line", at.line.to_string()));
        properties.push(("endLine", at.end_line.to_string()));
        // Columns are only shown within a line.
        if at.line == at.end_line {
            properties.push(("col", at.column.to_string()));
            properties.push(("endColumn", at.end_column.to_string()));
        }
    }
    properties.push(("title", format!("factlint: {}", finding.fact)));
    let mut lines = vec![clean(&finding.message)];
    lines.extend(part.map(|label| format!("In: {}", clean(label))));
    lines.extend(
        finding
            .note
            .iter()
            .map(|note| format!("Note: {}", clean(note))),
    );
    lines.extend(
        finding
            .in_quote
            .then(|| format!("Quote: {}", words::IN_QUOTE)),
    );
    if !finding.sources.is_empty() {
        lines.push(format!("Source: {}", clean(&finding.sources.join("; "))));
    }
    command(finding.severity, &properties, &lines.join("\n"))
}

fn of_problem(run: &Run, problem: &Problem) -> String {
    let mut properties = Vec::new();
    if !problem.file.is_empty() {
        properties.push(("file", place::path(run, &problem.file)));
    }
    if let Some((_, line)) = problem.place {
        properties.push(("line", line.to_string()));
        properties.push(("col", problem.column().to_string()));
    }
    properties.push(("title", format!("factlint: {}", problem.kind.id())));
    command(problem.severity, &properties, &clean(&problem.told()))
}

/// `::error file=a.md,line=1::It is wrong.`
fn command(severity: Severity, properties: &[(&str, String)], message: &str) -> String {
    let name = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let properties: Vec<String> = properties
        .iter()
        .map(|(key, value)| format!("{key}={}", property(value)))
        .collect();
    format!("::{name} {}::{}", properties.join(","), data(message))
}

/// A message, as the runner reads it back.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property, as the runner reads it back. What steers a terminal is spelt out: a log is read there, too.
fn property(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => seen.push(c),
            c => signs::push(c, true, &mut seen),
        }
    }
    data(&seen).replace(':', "%3A").replace(',', "%2C")
}
