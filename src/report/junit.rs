//! `--format junit`: what CI servers show as tests. A case for each article; it fails as the run does.

use std::io::{self, Write};

use super::suites::{Case, Fault, Suite, write as write_xml};
use super::{Checked, Format, Look, Problem, Run, compact, place, words};

/// The format.
pub const FORMAT: Format = Format {
    id: "junit",
    about: "JUnit XML, a case for each article",
    write,
};

fn write(run: &Run, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut cases: Vec<Case> = run.articles.iter().map(|it| wrong(run, it)).collect();
    cases.extend(run.clean.iter().map(|name| case(run, name)));
    // The order of the articles, whatever was found.
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases.extend(run.problems.iter().map(|problem| broken(run, problem)));
    cases.extend(words::hidden(run).map(|hidden| {
        let failed = run.hidden.iter().any(|severity| run.fails(*severity));
        told(
            "findings that are not shown",
            failed.then_some(false),
            hidden,
        )
    }));
    let suite = Suite {
        name: "factlint check".to_string(),
        cases,
    };
    write_xml("factlint", &[suite], out)
}

fn case(run: &Run, name: &str) -> Case {
    let file = place::path(run, name);
    Case {
        class: "factlint".to_string(),
        name: file.clone(),
        file,
        ..Case::default()
    }
}

/// A case that is no article; `error` says whether it failed, and then whether it could not be tried at all.
fn told(name: &str, error: Option<bool>, text: String) -> Case {
    let fault = error.map(|error| Fault {
        error,
        message: text.clone(),
        text: text.clone(),
    });
    Case {
        class: "factlint".to_string(),
        name: name.to_string(),
        note: if fault.is_some() { String::new() } else { text },
        fault,
        ..Case::default()
    }
}

/// An article with findings. Readers show one failure a case, so all of them stand in it.
fn wrong(run: &Run, checked: &Checked) -> Case {
    let Checked { article, findings } = checked;
    let mut text = String::new();
    for finding in findings {
        text.push_str(&compact::line(article, finding));
        text.push('\n');
        let note = finding.note.as_ref().map(|note| ("note", note.clone()));
        let quote = finding
            .in_quote
            .then(|| ("quote", words::IN_QUOTE.to_string()));
        let source = (!finding.sources.is_empty()).then(|| ("source", finding.sources.join("; ")));
        for (keyword, told) in [note, quote, source].into_iter().flatten() {
            text.push_str(&format!("  {keyword}: {told}\n"));
        }
    }
    let failed = findings.iter().any(|finding| run.fails(finding.severity));
    let mut case = case(run, &article.name);
    case.line = findings.first().map(|finding| finding.at.line);
    if failed {
        case.fault = Some(Fault {
            error: false,
            message: words::counts_of(checked),
            text,
        });
    } else {
        case.note = text;
    }
    case
}

fn broken(run: &Run, problem: &Problem) -> Case {
    let file = place::path(run, &problem.file);
    let name = if file.is_empty() { "factlint" } else { &file };
    let error = problem.fails().then_some(true);
    Case {
        class: format!("factlint.{}", problem.kind.id()),
        line: problem.place.map(|(_, line)| line),
        file: file.clone(),
        ..told(name, error, problem.told())
    }
}
