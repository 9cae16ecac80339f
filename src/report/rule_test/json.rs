//! `--format json`: what other programs read. The same bytes at every run.

use std::io::{self, Write};

use serde::Serialize;

use super::pairs::Pairs;
use super::{Format, PackRun, TestRun, Tested, entry, failure};
use crate::contract;
use crate::facts::Severity;
use crate::finding::{Finding, Reason};
use crate::packs::Expected;
use crate::report::json::{JsonProblem, problem};
use crate::report::{Look, Source};
use crate::span::Span;

/// The format.
pub const FORMAT: Format<TestRun> = Format {
    id: "json",
    about: "one object, for other programs",
    write,
};

fn write(run: &TestRun, _: Look, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &document(run))?;
    writeln!(out)
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    tests: Vec<JsonTest<'a>>,
    packs: Vec<JsonPack<'a>>,
    coverage: Option<Coverage<'a>>,
    problems: Vec<JsonProblem<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct JsonTest<'a> {
    pack: &'a str,
    line: usize,
    name: &'a str,
    passed: bool,
    missing: Vec<Missing<'a>>,
    noisy: Vec<Noisy<'a>>,
    /// The claims of `agrees` that were not read, or do not hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread: Vec<Missing<'a>>,
    /// Why the text is no article.
    unreadable: Option<&'a str>,
    /// What to write so that the test passes; null where it passes, or where nothing is found.
    finds: Option<String>,
}

#[derive(Serialize)]
struct Missing<'a> {
    fact: Option<&'a str>,
    found: Option<&'a str>,
    expected: Option<&'a str>,
    reason: Option<&'a str>,
    severity: Option<&'a str>,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Noisy<'a> {
    fact: &'a str,
    found: &'a str,
    expected: Option<&'a str>,
    reason: Option<Reason>,
    severity: Severity,
    message: &'a str,
    #[serde(flatten)]
    place: Place,
}

/// The words in the text of the test, or the entry in `finds`: bytes of the rule file.
#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct JsonPack<'a> {
    file: &'a str,
    tests: usize,
    failed: usize,
    facts: usize,
    exercised: Option<usize>,
}

#[derive(Serialize)]
struct Coverage<'a> {
    facts: usize,
    exercised: usize,
    unexercised: Vec<Uncovered<'a>>,
}

#[derive(Serialize)]
struct Uncovered<'a> {
    fact: &'a str,
    pack: &'a str,
    line: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Summary {
    packs: usize,
    tests: usize,
    passed: usize,
    failed: usize,
    left_out: usize,
}

fn document(run: &TestRun) -> Document<'_> {
    let (tests, failed) = (run.tests(), run.failed());
    let all = run.packs.iter();
    let tested = all.flat_map(|pack| pack.tests.iter().map(|tested| test(pack, tested)));
    Document {
        version: contract::JSON,
        tests: tested.collect(),
        packs: run.packs.iter().map(|it| pack(run, it)).collect(),
        coverage: (!run.filtered && run.problems.is_empty()).then(|| coverage(run)),
        problems: run.problems.iter().map(problem).collect(),
        summary: Summary {
            packs: run.packs.len(),
            tests,
            passed: tests.saturating_sub(failed),
            failed,
            left_out: run.left_out(),
        },
    }
}

fn test<'a>(pack: &'a PackRun, tested: &'a Tested) -> JsonTest<'a> {
    let Tested { test, outcome, .. } = tested;
    let source = &pack.source;
    let pairs = Pairs::new(test, outcome);
    let mut missing: Vec<Missing<'_>> = Vec::new();
    let mut noisy: Vec<Noisy<'_>> = Vec::new();
    for (wanted, found) in pairs.differing {
        missing.push(lacking(source, tested, wanted, Some(found.at.disk)));
        noisy.push(unasked(source, tested, found));
    }
    for (wanted, place) in pairs.missing {
        missing.push(lacking(source, tested, wanted, place));
    }
    for found in pairs.noisy {
        noisy.push(unasked(source, tested, found));
    }
    missing.sort_by_key(|missing| (missing.place.start, missing.place.end));
    noisy.sort_by_key(|noisy| (noisy.place.start, noisy.place.end));
    let failing = !outcome.passed() && outcome.unreadable.is_none();
    let finds = failing.then(|| entry::remedy(source, tested)).flatten();
    JsonTest {
        pack: &source.name,
        line: tested.line(source),
        name: &test.name,
        passed: outcome.passed(),
        missing,
        noisy,
        unread: failure::unread(tested)
            .map(|wanted| lacking(source, tested, wanted, None))
            .collect(),
        unreadable: outcome.unreadable.as_deref(),
        finds: finds.map(|lines| lines.join("\n")),
    }
}

fn lacking<'a>(
    source: &Source,
    tested: &Tested,
    wanted: &'a Expected,
    at: Option<Span>,
) -> Missing<'a> {
    let span = at.map_or(wanted.span, |span| failure::in_file(source, tested, span));
    Missing {
        fact: wanted.fact.as_deref(),
        found: wanted.found.as_deref(),
        expected: wanted.expected.as_deref(),
        reason: wanted.reason.as_deref(),
        severity: wanted.severity.as_deref(),
        place: place(source, span),
    }
}

fn unasked<'a>(source: &Source, tested: &Tested, found: &'a Finding) -> Noisy<'a> {
    Noisy {
        fact: &found.fact,
        found: &found.found,
        expected: found.expected.as_deref(),
        reason: found.reason,
        severity: found.severity,
        message: &found.message,
        place: place(source, failure::in_file(source, tested, found.at.disk)),
    }
}

fn place(source: &Source, span: Span) -> Place {
    Place {
        start: span.start,
        end: span.end,
        line: source.line(span.start),
        column: source.column(span.start),
    }
}

fn pack<'a>(run: &TestRun, pack: &'a PackRun) -> JsonPack<'a> {
    let exercised = pack.facts.saturating_sub(pack.unexercised.len());
    JsonPack {
        file: &pack.source.name,
        tests: pack.tests.len(),
        failed: pack.failed(),
        facts: pack.facts,
        exercised: (!run.filtered).then_some(exercised),
    }
}

fn coverage(run: &TestRun) -> Coverage<'_> {
    let unexercised = run.packs.iter().flat_map(|pack| {
        pack.unexercised.iter().map(|fact| Uncovered {
            fact: &fact.fact,
            pack: &pack.source.name,
            line: pack.source.line(fact.span.start),
        })
    });
    Coverage {
        facts: run.facts(),
        exercised: run.facts().saturating_sub(run.unexercised()),
        unexercised: unexercised.collect(),
    }
}
