//! What every fact may say: the keys common to all kinds.

use jiff::civil::Date;

use super::decode::Context;
use super::table::{Key, Table};
use crate::facts::{InQuotes, Severity};

/// The keys common to every kind of fact.
pub(crate) const KEYS: &[Key] = &[
    Key::new(
        "id",
        "\"usfk-strength\"",
        "the name of the fact in reports: lower-case letters, digits and hyphens",
    ),
    Key::new(
        "source",
        "\"https://example.org/report\"",
        "a citation or URL, or a list of them",
    ),
    Key::new(
        "checked",
        "2025-11-03",
        "the day on which a person last verified the fact",
    ),
    Key::new("note", "\"Not his brother.\"", "one line for the editor"),
    Key::new(
        "severity",
        "\"warning\"",
        "how bad a contradiction is: \"error\", \"warning\" or \"info\"",
    ),
    Key::new(
        "in-quotes",
        "\"soften\"",
        "what to do inside direct speech: \"check\", \"soften\" or \"skip\"",
    ),
    Key::new(
        "unless",
        "[\"a drill\"]",
        "phrases; a sentence that holds one of them is not checked",
    ),
];

/// The values of the keys common to every kind.
#[derive(Debug)]
pub(crate) struct Common {
    pub sources: Vec<String>,
    pub checked: Option<Date>,
    pub note: Option<String>,
    pub severity: Severity,
    pub in_quotes: Option<InQuotes>,
    pub unless: Vec<String>,
}

/// Reads the keys common to every kind, but for the id.
pub(crate) fn read<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>) -> Common {
    let sources = table.get("source").map_or_else(Vec::new, |field| {
        cx.one_or_list(field)
            .iter()
            .filter_map(|item| cx.text(field, item))
            .map(|text| text.it.to_string())
            .collect()
    });
    Common {
        sources,
        checked: cx.day_of(table, "checked").map(|day| day.it),
        note: table
            .get("note")
            .and_then(|field| cx.text(field, field.node))
            .map(|text| text.it.to_string()),
        severity: cx
            .one_of(table, "severity", SEVERITIES)
            .unwrap_or(Severity::Error),
        in_quotes: cx.one_of(table, "in-quotes", IN_QUOTES),
        unless: cx.words(table, "unless"),
    }
}

/// The severities by name.
pub(crate) const SEVERITIES: &[(&str, Severity)] = &[
    ("error", Severity::Error),
    ("warning", Severity::Warning),
    ("info", Severity::Info),
];

const IN_QUOTES: &[(&str, InQuotes)] = &[
    ("check", InQuotes::Check),
    ("soften", InQuotes::Soften),
    ("skip", InQuotes::Skip),
];
