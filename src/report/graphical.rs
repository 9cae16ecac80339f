//! `--format graphical`: for people, at a terminal.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::drawing::{Drawing, Marked};
use super::{Checked, Format, Look, Run, words};
use crate::article::Article;
use crate::facts::Severity;
use crate::finding::{Finding, Location, Related};

/// The format.
pub const FORMAT: Format = Format {
    id: "graphical",
    about: "marked excerpts, for people",
    write,
};

fn write(run: &Run, look: Look, out: &mut dyn Write) -> io::Result<()> {
    for checked in &run.articles {
        let mut rest = checked.findings.as_slice();
        while !rest.is_empty() {
            let (drawing, drawn) = draw(checked, rest, look);
            writeln!(out, "{}", drawing.draw(look))?;
            rest = &rest[drawn..];
        }
    }
    writeln!(out, "{}", summary(run))
}

/// The first finding, with those after it that fit into the same excerpt.
fn draw(checked: &Checked, findings: &[Finding], look: Look) -> (Drawing, usize) {
    let Checked { article, .. } = checked;
    let mut count = neighbours(findings);
    let mut drawing = Drawing::new(findings[0].severity, &findings[0].message);
    while count > 1 {
        let places = findings[..count].iter();
        let places: Vec<Marked> = places.map(|finding| place(article, finding)).collect();
        if drawing.mark(&places, look) {
            break;
        }
        count -= 1;
    }
    if count == 1 {
        mark(article, &findings[0], &mut drawing, look);
    }
    for finding in &findings[1..count] {
        drawing.message(finding.severity, &finding.message);
    }
    for finding in &findings[..count] {
        explain(article, finding, &mut drawing);
    }
    (drawing, count)
}

/// What marks a finding that can be fixed.
const FIXABLE: &str = "[*]";

/// Marks a finding and the other places that matter, those of its line in the same excerpt if they fit.
fn mark(article: &Article, finding: &Finding, drawing: &mut Drawing, look: Look) {
    let related = |related: &Related| marked(article, &related.at, related.message.clone(), None);
    let (mut beside, mut elsewhere): (Vec<&Related>, Vec<&Related>) =
        finding.related.iter().partition(|related| {
            (related.at.part, related.at.line) == (finding.at.part, finding.at.line)
        });
    let mut places: Vec<Marked> = beside.iter().map(|other| related(other)).collect();
    places.push(place(article, finding));
    places.sort_by_key(|place| place.span);
    let apart = |pair: &[Marked]| pair[0].span.end <= pair[1].span.start;
    if !places.windows(2).all(apart) || !drawing.mark(&places, look) {
        drawing.mark(&[place(article, finding)], look);
        beside.append(&mut elsewhere);
        elsewhere = beside;
    }
    for other in elsewhere {
        drawing.mark(&[related(other)], look);
    }
}

/// A finding with its places, without the lines below it.
pub(super) fn bare(article: &Article, finding: &Finding, look: Look) -> String {
    let mut drawing = Drawing::new(finding.severity, &finding.message);
    mark(article, finding, &mut drawing, look);
    drawing.draw(look)
}

/// How many findings from the first on stand side by side on one line, with nothing to show elsewhere.
fn neighbours(findings: &[Finding]) -> usize {
    const MOST: usize = 4;
    let alone =
        |finding: &Finding| !finding.related.is_empty() || finding.at.line != finding.at.end_line;
    let beside = |pair: &[Finding]| {
        let (a, b) = (&pair[0].at, &pair[1].at);
        !alone(&pair[0])
            && !alone(&pair[1])
            && (a.part, a.line) == (b.part, b.line)
            && a.source.end <= b.source.start
    };
    let more = findings.windows(2).take(MOST - 1);
    1 + more.take_while(|pair| beside(pair)).count()
}

fn place<'a>(article: &'a Article, finding: &Finding) -> Marked<'a> {
    let mut label = match &finding.expected {
        Some(expected) => format!("expected {expected}"),
        None => "here".to_string(),
    };
    if let Some(slip) = words::slip(finding) {
        let _ = write!(label, " ({slip})");
    }
    if finding.fix.is_some() {
        let _ = write!(label, " {FIXABLE}");
    }
    marked(article, &finding.at, label, Some(finding.severity))
}

fn marked<'a>(
    article: &'a Article,
    at: &Location,
    label: String,
    severity: Option<Severity>,
) -> Marked<'a> {
    Marked {
        name: &article.name,
        text: article
            .parts
            .get(at.part)
            .map_or("", |part| part.source.as_str()),
        span: at.source,
        line: at.line,
        column: at.column,
        label,
        severity,
    }
}

/// The lines below: why, and where that is written.
fn explain(article: &Article, finding: &Finding, drawing: &mut Drawing) {
    if let Some(note) = &finding.note {
        drawing.footer("note", note);
    }
    if finding.in_quote {
        drawing.footer("quote", words::IN_QUOTE);
    }
    let part = article.parts.get(finding.at.part);
    if let Some(label) = part.and_then(|part| part.label.as_deref()) {
        drawing.footer("in", label);
    }
    if !finding.sources.is_empty() {
        drawing.footer("source", &finding.sources.join("; "));
    }
    drawing.footer("rule", &words::rule(finding));
}

/// The last lines: how much was found, and what can be fixed.
fn summary(run: &Run) -> String {
    let mut line = words::summary(run);
    if let Some(elapsed) = run.elapsed {
        let _ = write!(line, " ({:.2} s)", elapsed.as_secs_f64());
    }
    if let Some(fixes) = words::fixes(run) {
        let _ = write!(line, "\n{FIXABLE} {fixes}");
    }
    line
}
