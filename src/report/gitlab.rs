//! `--format gitlab`: a code quality report, which GitLab shows in a merge request.

use std::io::{self, Write};

use serde::Serialize;

use super::fingerprint::Fingerprints;
use super::{Format, Look, Problem, Run, place};
use crate::article::Article;
use crate::facts::Severity;
use crate::finding::Finding;

/// The format.
pub const FORMAT: Format = Format {
    id: "gitlab",
    about: "code quality, for GitLab",
    write,
};

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Place,
}

#[derive(Serialize)]
struct Place {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

fn write(run: &Run, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut prints = Fingerprints::default();
    let mut issues: Vec<Issue> = Vec::new();
    for problem in &run.problems {
        issues.push(of_problem(run, problem, &mut prints));
    }
    for checked in &run.articles {
        let path = place::path(run, &checked.article.name);
        for finding in &checked.findings {
            let print = prints.next(&path, &checked.article, finding);
            issues.push(of_finding(&checked.article, finding, path.clone(), print));
        }
    }
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

fn of_finding(article: &Article, finding: &Finding, path: String, fingerprint: String) -> Issue {
    let part = article.parts.get(finding.at.part);
    let part = part.and_then(|part| part.label.as_deref());
    Issue {
        description: match part {
            Some(label) => format!("{} (in {label})", finding.message),
            None => finding.message.clone(),
        },
        check_name: finding.fact.clone(),
        fingerprint,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: Place {
            path,
            lines: Lines {
                // Lines of a part are none of the file.
                begin: part.map_or(finding.at.line, |_| 1),
            },
        },
    }
}

/// What kept an article from being checked is worse than what is wrong with one.
fn of_problem(run: &Run, problem: &Problem, prints: &mut Fingerprints) -> Issue {
    let path = match place::path(run, &problem.file) {
        path if path.is_empty() => "factlint.toml".to_string(),
        path => path,
    };
    Issue {
        description: problem.told(),
        check_name: format!("problem:{}", problem.kind.id()),
        fingerprint: prints.of(&[&path, problem.kind.id(), &problem.message]),
        severity: if problem.fails() { "critical" } else { "info" },
        location: Place {
            path,
            lines: Lines {
                begin: problem.place.map_or(1, |(_, line)| line),
            },
        },
    }
}
