//! `--format graphical`: for people, at a terminal.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::drawing::{Drawing, Marked, flow, shorten};
use super::{Format, Look, ProblemKind, Run, signs, words};
use crate::article::Article;
use crate::facts::Severity;
use crate::finding::{Finding, Location, Related};

/// The format.
pub const FORMAT: Format = Format {
    id: "graphical",
    about: "marked excerpts, for people",
    write,
};

/// The most lines that a finding takes, without its notes.
const MOST: usize = 6;
/// The most findings that share an excerpt.
const TOGETHER: usize = 4;

fn write(run: &Run, look: Look, out: &mut dyn Write) -> io::Result<()> {
    for checked in &run.articles {
        let mut rest = checked.findings.as_slice();
        while !rest.is_empty() {
            let (drawing, drawn) = draw(&checked.article, rest, look);
            writeln!(out, "{}", drawing.draw())?;
            rest = &rest[drawn..];
        }
    }
    writeln!(out, "{}", summary(run, look))
}

/// The first finding, with those after it on the same line that fit into the same excerpt.
fn draw(article: &Article, findings: &[Finding], look: Look) -> (Drawing, usize) {
    let mut count = neighbors(findings);
    loop {
        if let Some(drawing) = draw_all(article, &findings[..count], look) {
            return (drawing, count);
        }
        count -= 1;
    }
}

/// Which places have labels. Where all would take too many lines, the message says what is left out.
#[derive(Clone, Copy, PartialEq)]
enum Labels {
    All,
    /// Only what was found.
    Found,
    /// Only the other places.
    Others,
}

/// Findings on one line in one excerpt; None where several do not fit into it.
fn draw_all(article: &Article, findings: &[Finding], look: Look) -> Option<Drawing> {
    let first = findings.first()?;
    // Below the message and the excerpt go one line for each other place, and at least one for the source.
    let has_source = !first.sources.is_empty() || first.defined_in.is_some();
    let mut drawn = Vec::new();
    for labels in [Labels::All, Labels::Found, Labels::Others] {
        let mut excerpt = Drawing::new(Severity::Info, "", look);
        let elsewhere = mark(article, findings, &mut excerpt, labels)?;
        let below = elsewhere.len() + usize::from(has_source);
        let lines = excerpt.lines() + below.max(1);
        drawn.push((labels, excerpt, elsewhere, below));
        if findings.len() > 1 || lines <= MOST {
            break;
        }
    }
    let (labels, excerpt, elsewhere, below) = drawn.pop()?;
    let below = excerpt.lines() - 1 + below;
    let room = match findings {
        [_] => MOST.saturating_sub(below).max(1),
        _ => 2,
    };
    let mut message = headline(first, room, &excerpt, look);
    if labels == Labels::Others && first.fix.is_some() {
        let columns = room * look.width.saturating_sub(first.severity.id().len() + 2);
        message = shorten(&message, columns.saturating_sub(FIXABLE.len() + 1), look);
        let _ = write!(message, " {FIXABLE}");
    }
    let mut drawing = Drawing::new(first.severity, &message, look);
    for finding in &findings[1..] {
        let message = headline(finding, room, &excerpt, look);
        drawing.message(finding.severity, &message);
    }
    mark(article, findings, &mut drawing, labels)?;
    let left = MOST.saturating_sub(drawing.lines() + elsewhere.len());
    let left = match findings {
        [_] => left.max(1),
        _ => 2,
    };
    let several = findings.iter().any(|finding| finding.fact != first.fact);
    for finding in findings {
        let of = match several {
            true => format!(" ({})", finding.fact),
            false => String::new(),
        };
        let places = elsewhere.iter();
        for (_, related) in places.filter(|(whose, _)| std::ptr::eq(*whose, finding)) {
            see(article, related, &of, &mut drawing);
        }
        let mut lines = left;
        if let Some(note) = &finding.note {
            drawing.footer(format!("note{of}"), note);
            lines = lines.max(2);
        }
        let keyword = format!("source{of}");
        if let Some(source) = source(finding, &keyword, lines, &drawing) {
            drawing.footer(keyword, &source);
        } else if let Some(origin) = &finding.defined_in {
            drawing.footer(
                format!("rule{of}"),
                &format!("{}:{}", origin.file, origin.line),
            );
        }
    }
    Some(drawing)
}

/// `usfk-strength: U.S. troops: found 25,800, expected 28,500`, without its subject where it would take more than so many
/// lines.
fn headline(finding: &Finding, lines: usize, drawing: &Drawing, look: Look) -> String {
    let whole = format!("{}: {}", finding.fact, finding.message);
    let fits = |text: &str| drawing.message_lines(finding.severity, &signs::clean(text)) <= lines;
    if fits(&whole) {
        return whole;
    }
    let without_subject = finding
        .message
        .find(": found ")
        .map(|at| &finding.message[at + 2..]);
    let short = match without_subject {
        Some(rest) => format!("{}: {rest}", finding.fact),
        None => whole,
    };
    // The words of the reason go before the value.
    let short = match short.rsplit_once(" (") {
        Some((rest, reason)) if reason.ends_with(')') && !fits(&short) => rest.to_string(),
        _ => short,
    };
    let mut columns = lines * look.width;
    let mut cut = signs::clean(&short);
    while !fits(&cut) && columns > 0 {
        cut = shorten(&cut, columns, look);
        columns -= 1;
    }
    cut
}

/// What marks a finding that can be fixed.
const FIXABLE: &str = "[*]";

/// Marks findings on one line and the other places on it that matter, if they fit; which places are to be named below.
/// None where several findings do not fit.
fn mark<'f>(
    article: &Article,
    findings: &'f [Finding],
    drawing: &mut Drawing,
    labels: Labels,
) -> Option<Vec<(&'f Finding, &'f Related)>> {
    let mut found: Vec<Marked> = findings
        .iter()
        .map(|one| place(article, one, labels))
        .collect();
    let related = |finding: &'f Finding| {
        let others = finding.related.iter();
        others.map(move |related| (finding, related))
    };
    let (beside, elsewhere): (Vec<_>, Vec<_>) =
        findings
            .iter()
            .flat_map(related)
            .partition(|(finding, related)| {
                let (a, b) = (&finding.at, &related.at);
                (a.part, a.line, a.end_line) == (b.part, b.line, b.end_line) && a.line == a.end_line
            });
    if !beside.is_empty() {
        let others = beside.iter().map(|(_, related)| {
            let label = match labels {
                Labels::Found => String::new(),
                _ => related.message.clone(),
            };
            marked(article, &related.at, vec![label], None)
        });
        let mut all: Vec<Marked> = found.iter().cloned().chain(others).collect();
        all.sort_by_key(|place| (place.span, place.severity.is_none()));
        all.dedup_by(|b, a| a.severity.is_none() && b.span == a.span && a.labels == b.labels);
        if drawing.mark(&all) {
            return Some(elsewhere);
        }
    }
    found.sort_by_key(|place| place.span);
    let drawn = drawing.mark(&found);
    drawn.then(|| beside.into_iter().chain(elsewhere).collect())
}

/// A finding with its places, without the lines below it.
pub(super) fn bare(article: &Article, finding: &Finding, look: Look) -> String {
    let message = format!("{}: {}", finding.fact, finding.message);
    let mut drawing = Drawing::new(finding.severity, &message, look);
    let elsewhere = mark(
        article,
        std::slice::from_ref(finding),
        &mut drawing,
        Labels::All,
    );
    for (_, related) in elsewhere.into_iter().flatten() {
        see(article, related, "", &mut drawing);
    }
    drawing.draw()
}

/// How many findings from the first on are on one line.
fn neighbors(findings: &[Finding]) -> usize {
    let beside = |pair: &[Finding]| {
        let (a, b) = (&pair[0].at, &pair[1].at);
        (a.part, a.line, a.end_line) == (b.part, b.line, b.line) && b.line == b.end_line
    };
    let more = findings.windows(2).take(TOGETHER - 1);
    1 + more.take_while(|pair| beside(pair)).count()
}

fn place<'a>(article: &'a Article, finding: &Finding, labels: Labels) -> Marked<'a> {
    let shown = labels != Labels::Others;
    let fixable = match finding.fix {
        Some(_) if shown => format!(" {FIXABLE}"),
        _ => String::new(),
    };
    let mut ways = Vec::new();
    if let Some(expected) = finding.expected.as_ref().filter(|_| shown) {
        let quoted = if finding.in_quote {
            " (in a quotation)"
        } else {
            ""
        };
        if let Some(since) = &finding.since {
            ways.push(format!("expected {expected} {since}{quoted}{fixable}"));
        }
        ways.push(format!("expected {expected}{quoted}{fixable}"));
        ways.push(format!("expected {expected}{fixable}"));
    }
    // The message has said it.
    ways.push(fixable.trim_start().to_string());
    marked(article, &finding.at, ways, Some(finding.severity))
}

fn marked<'a>(
    article: &'a Article,
    at: &Location,
    labels: Vec<String>,
    severity: Option<Severity>,
) -> Marked<'a> {
    let part = article.parts.get(at.part);
    Marked {
        name: &article.name,
        part: part.and_then(|part| part.label.as_deref()),
        text: part.map_or("", |part| part.source.as_str()),
        span: at.source,
        line: at.line,
        column: at.column,
        labels,
        severity,
    }
}

/// Names another place: its line, what is there, and the words.
fn see(article: &Article, related: &Related, of: &str, drawing: &mut Drawing) {
    let part = article.parts.get(related.at.part);
    let words = part.and_then(|part| part.source.get(related.at.source.range()));
    let words = words::shortened(words.unwrap_or_default(), 40);
    let text = format!("{}: {words}", related.message);
    drawing.footer(format!("line {}{of}", related.at.line), &text);
}

/// Who says so, in as many of so many lines as it takes, and where the fact is declared if there is room for that.
fn source(finding: &Finding, keyword: &str, lines: usize, drawing: &Drawing) -> Option<String> {
    let sources = &finding.sources;
    let fits = |text: &String| drawing.footer_lines(keyword, &signs::clean(text)) <= lines;
    let origin = finding.defined_in.as_ref();
    let origin = origin.map_or(String::new(), |it| format!(" ({}:{})", it.file, it.line));
    let all = sources.join("; ");
    let first = sources.first()?;
    let fewer = (1..sources.len()).rev().map(|count| {
        let more = sources.len() - count;
        format!("{}; and {more} more", sources[..count].join("; "))
    });
    let mut ways = [format!("{all}{origin}"), all.clone()]
        .into_iter()
        .chain(fewer);
    Some(ways.find(fits).unwrap_or_else(|| {
        let widths = (1..=signs::text_width(first)).rev();
        let mut cut = widths.map(|width| shorten(&signs::clean(first), width, drawing.look()));
        cut.find(fits).unwrap_or_default()
    }))
}

/// The last lines: how much was found, what can be fixed, and the date that the articles were read with.
fn summary(run: &Run, look: Look) -> String {
    let mut line = words::summary(run);
    if let Some(elapsed) = run.elapsed {
        let _ = write!(line, " ({:.2} s)", elapsed.as_secs_f64());
    }
    if let Some(fixes) = words::fixes(run) {
        let _ = write!(line, "\n{FIXABLE} {fixes}");
    }
    if let Some(dates) = run.dates.summary() {
        line.push('\n');
        flow(&dates, 0, 2, look.width, &mut line);
        line.truncate(line.trim_end().len());
    }
    let mut problems = run.problems.iter();
    if let Some(problem) = problems.find(|problem| problem.kind == ProblemKind::NoRules) {
        let help = problem.help.as_deref().unwrap_or_default();
        let _ = write!(line, "\nNext: {help}");
    }
    line
}
