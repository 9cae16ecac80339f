//! Failing tests with their places marked, a line for each rule file, and a summary; for people.

use std::io::{self, Write};

use super::{Format, PackRun, TestRun, Unexercised, failure};
use crate::facts::Severity;
use crate::report::drawing::{Drawing, Marked};
use crate::report::{Look, Source, clean, counted};

/// The format.
pub const FORMAT: Format<TestRun> = Format {
    id: "graphical",
    about: "marked excerpts, for people",
    write,
};

/// How many facts without a test are named in the summary; more are counted.
const FEW: usize = 5;

fn write(run: &TestRun, look: Look, out: &mut dyn Write) -> io::Result<()> {
    if !run.problems.is_empty() {
        // They are told on standard error; there was nothing to run.
        return Ok(());
    }
    for pack in &run.packs {
        for tested in &pack.tests {
            if !tested.outcome.passed() {
                writeln!(out, "{}", failure::draw(&pack.source, tested, look))?;
            }
        }
    }
    if run.covers_all {
        for pack in &run.packs {
            for fact in &pack.unexercised {
                writeln!(out, "{}", uncovered(&pack.source, fact, look))?;
            }
        }
    }
    if run.packs.len() > 1 {
        packs(run, out)?;
    }
    summary(run, out)
}

fn uncovered(source: &Source, fact: &Unexercised, look: Look) -> String {
    let message = format!("no test exercises the fact `{}`", fact.fact);
    let mut drawing = Drawing::new(Severity::Error, &message, look);
    let span = fact.place(source);
    let place = Marked {
        name: &source.name,
        part: None,
        text: &source.text,
        span,
        line: source.line(span.start),
        column: source.column(span.start),
        labels: vec!["not covered".to_string()],
        severity: Some(Severity::Error),
    };
    drawing.mark(&[place]);
    drawing.footer(
        "help",
        &format!(
            "add a [[test]] whose text contradicts it, with `fact = \"{}\"` in its `finds`",
            fact.fact
        ),
    );
    drawing.draw()
}

/// A line for each rule file: its tests, and how many of its facts they exercise.
fn packs(run: &TestRun, out: &mut dyn Write) -> io::Result<()> {
    let shown = |pack: &&PackRun| !run.filtered || !pack.tests.is_empty();
    let rows: Vec<[String; 3]> = run
        .packs
        .iter()
        .filter(shown)
        .map(|pack| {
            let covered = if run.filtered {
                String::new()
            } else {
                exercised(pack.facts, pack.unexercised.len())
            };
            let name = clean(&pack.source.name);
            [name, results(pack.tests.len(), pack.failed()), covered]
        })
        .collect();
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let (first, second) = (width(0), width(1));
    for [name, tests, covered] in &rows {
        let line = format!("{name:<first$}  {tests:<second$}  {covered}");
        writeln!(out, "{}", line.trim_end())?;
    }
    if !rows.is_empty() {
        writeln!(out)?;
    }
    Ok(())
}

/// `3 tests passed`, `1 of 3 tests failed`, `no tests`.
fn results(tests: usize, failed: usize) -> String {
    let of = counted(tests, "test", "tests");
    match (tests, failed) {
        (0, _) => "no tests".to_string(),
        (_, 0) => format!("{of} passed"),
        _ => format!("{failed} of {of} failed"),
    }
}

/// `all 8 facts exercised`, `6 of 8 facts exercised`.
fn exercised(facts: usize, not: usize) -> String {
    match (facts, not) {
        (0, _) => "no facts".to_string(),
        (2.., 0) => format!("all {facts} facts exercised"),
        _ => {
            let of = counted(facts, "fact", "facts");
            format!("{} of {of} exercised", facts.saturating_sub(not))
        }
    }
}

fn summary(run: &TestRun, out: &mut dyn Write) -> io::Result<()> {
    if !run.filtered && run.tests() > 0 || run.covers_all {
        coverage(run, out)?;
    }
    let files = counted(run.packs.len(), "rule file", "rule files");
    let mut line = format!("{} in {files}", results(run.tests(), run.failed()));
    if run.tests() == 0 {
        line = format!("No tests in {files}");
    }
    if run.filtered {
        let left_out = run.left_out();
        line.push_str(&format!(
            "; {left_out} left out by --filter, so coverage is not judged"
        ));
    }
    if let Some(elapsed) = run.elapsed {
        line.push_str(&format!(" ({:.2} s)", elapsed.as_secs_f64()));
    }
    writeln!(out, "{line}")
}

/// `6 of 8 facts exercised; no test for pier and ferry`.
fn coverage(run: &TestRun, out: &mut dyn Write) -> io::Result<()> {
    let (facts, not) = (run.facts(), run.unexercised());
    let packs = run.packs.iter();
    let without = packs.flat_map(|pack| pack.unexercised.iter().map(|fact| &*fact.fact));
    let rest = match not {
        0 => String::new(),
        // They stand above.
        _ if run.covers_all => String::new(),
        1..=FEW => format!("; no test for {}", listed(&without.collect::<Vec<_>>())),
        _ => format!("; --coverage shows the other {not}"),
    };
    let line = exercised(facts, not).replacen("all ", "All ", 1);
    writeln!(out, "{line}{rest}")
}

/// `a, b and c`.
fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [word] => word.to_string(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}
