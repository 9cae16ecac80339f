//! `factlint explain`: a fact or a check, for people and as JSON.

mod chart;
mod json;

pub use json::{of_check as check_json, of_fact as fact_json};

use std::fmt::Write as _;

use super::drawing::{flow, foot};
use super::{Look, clean, graphical};
use crate::explain::{CheckExplanation, Explanation, Sample};
use crate::facts::{InQuotes, Severity};
use crate::language::dates::month_name;

const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const PLAIN: &str = "\u{1b}[0m";

/// Draws a fact.
pub fn fact(told: &Explanation, look: Look) -> String {
    let mut out = format!("{BOLD}{}{PLAIN} ({})\n", told.id, told.kind);
    paragraph(&told.says, look, &mut out);
    out += &chart::draw(told, look);
    out.push('\n');
    for form in &told.forms {
        line(
            form.what,
            &form.words.join(list_sign(form.what)),
            look,
            &mut out,
        );
    }
    line("unless", &told.unless.join(", "), look, &mut out);
    let severity = match (told.in_quotes, told.severity) {
        (InQuotes::Check, severity) => format!("{}, in direct speech too", severity.id()),
        (InQuotes::Skip, severity) => format!("{}; direct speech is not checked", severity.id()),
        (InQuotes::Soften, severity) => {
            let softer = match severity {
                Severity::Error => Severity::Warning,
                _ => Severity::Info,
            };
            format!(
                "{}; in direct speech {}, and no fix",
                severity.id(),
                softer.id()
            )
        }
    };
    line("severity", &severity, look, &mut out);
    line(
        "note",
        told.note.as_deref().unwrap_or_default(),
        look,
        &mut out,
    );
    line("source", &told.sources.join("; "), look, &mut out);
    let checked = told
        .checked
        .map(|day| format!("{} {} {}", day.day(), month_name(day.month()), day.year()));
    line("checked", &checked.unwrap_or_default(), look, &mut out);
    line("used by", &told.used_by.join(", "), look, &mut out);
    let tests: Vec<String> = told.tests.iter().map(|name| format!("“{name}”")).collect();
    let tests = match tests.as_slice() {
        [] => "no test of its pack finds it".to_string(),
        tests => tests.join(", "),
    };
    line("tests", &tests, look, &mut out);
    let origin = &told.defined_in;
    line(
        "rule",
        &format!("{}:{}", origin.file, origin.line),
        look,
        &mut out,
    );
    samples(told.reported.as_ref(), told.silent.as_ref(), look, &mut out);
    if let Some(why) = told.no_example {
        out.push('\n');
        paragraph(&format!("No example: {why}."), look, &mut out);
    }
    out
}

/// Patterns hold commas and words alike: each takes a line's sign of its own.
fn list_sign(what: &str) -> &'static str {
    match what {
        "says" => "; ",
        _ => ", ",
    }
}

/// Draws a check.
pub fn check(told: &CheckExplanation, look: Look) -> String {
    let check = told.check;
    let mut out = format!("{BOLD}{}{PLAIN} (check)\n", check.id);
    paragraph(&format!("Reports {}.", check.summary), look, &mut out);
    out.push('\n');
    paragraph(check.about, look, &mut out);
    out.push('\n');
    paragraph(check.why, look, &mut out);
    out.push('\n');
    line("severity", check.severity.id(), look, &mut out);
    samples(told.reported.as_ref(), told.silent.as_ref(), look, &mut out);
    out.push_str("\nTo turn it off, or change its severity, write in factlint.toml:\n\n");
    let _ = write!(
        out,
        "  [checks]\n  {} = \"off\"   # or \"info\", \"warning\", \"error\"\n",
        check.id
    );
    out
}

fn samples(reported: Option<&Sample>, silent: Option<&Sample>, look: Look, out: &mut String) {
    if let Some((sample, article)) = reported.and_then(|s| Some((s, s.article()?))) {
        let _ = write!(out, "\n{BOLD}Reported{PLAIN}{}\n", dated(sample));
        for finding in &sample.findings {
            out.push_str(&graphical::bare(&article, finding, look));
        }
    }
    if let Some(sample) = silent {
        let _ = write!(out, "\n{BOLD}Not reported{PLAIN}{}\n", dated(sample));
        for text in sample.text.trim_end().lines() {
            out.push_str("  ");
            flow(&clean(text), 2, 3, look.width, out);
        }
    }
}

fn dated(sample: &Sample) -> String {
    sample.date.map_or(":".to_string(), |day| {
        let month = month_name(day.month());
        format!(" in an article of {} {month} {}:", day.day(), day.year())
    })
}

fn paragraph(text: &str, look: Look, out: &mut String) {
    flow(&clean(text), 0, 0, look.width, out);
}

/// `keyword: text`, where there is a text.
fn line(keyword: &str, text: &str, look: Look, out: &mut String) {
    if !text.is_empty() {
        foot(keyword, &clean(text), 0, look.width, out);
    }
}

/// `DIM` and what ends it, around signs that are there for the eye only.
fn faint(text: &str) -> String {
    format!("{DIM}{text}{PLAIN}")
}
