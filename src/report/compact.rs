//! `--format compact`: one line a finding, `path:line:column: error: fact: message`, as editors and grep read them.

use std::io::{self, Write};

use super::{Format, Look, Problem, Run, clean, words};
use crate::article::Article;
use crate::finding::Finding;

/// The format.
pub const FORMAT: Format = Format {
    id: "compact",
    about: "one line a finding, for editors",
    write,
};

fn write(run: &Run, _: Look, out: &mut dyn Write) -> io::Result<()> {
    for problem in &run.problems {
        writeln!(out, "{}", problem_line(problem))?;
    }
    for checked in &run.articles {
        for finding in &checked.findings {
            writeln!(out, "{}", line(&checked.article, finding))?;
        }
    }
    match words::hidden(run) {
        Some(hidden) => writeln!(out, "factlint: {hidden}"),
        None => Ok(()),
    }
}

/// A finding in one line.
pub fn line(article: &Article, finding: &Finding) -> String {
    let at = &finding.at;
    let part = article.parts.get(at.part);
    let part = part.and_then(|part| part.label.as_deref());
    let part = part.map_or(String::new(), |label| format!(" (in {})", clean(label)));
    format!(
        "{}:{}:{}: {}: {}: {}{part}",
        clean(&article.name),
        at.line,
        at.column,
        finding.severity.id(),
        finding.fact,
        clean(&finding.message),
    )
}

/// A problem in one line; that of a whole file stands in its first line, so that editors open it.
fn problem_line(problem: &Problem) -> String {
    let place = match (&problem.place, problem.file.is_empty()) {
        (_, true) => "factlint".to_string(),
        (Some((_, line)), _) => format!("{}:{line}:{}", clean(&problem.file), problem.column()),
        (None, _) => format!("{}:1:1", clean(&problem.file)),
    };
    format!(
        "{place}: {}: {}: {}",
        problem.severity.id(),
        problem.kind.id(),
        clean(&problem.message),
    )
}
