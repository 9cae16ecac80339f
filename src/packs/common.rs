//! What every fact may say: the keys common to all kinds.

use jiff::civil::Date;

use super::decode::Context;
use super::shape::{Shape, words};
use super::table::{Key, Table};
use crate::facts::{InQuotes, Severity};

/// The keys common to every kind of fact, in the order in which they are best written: a kind's own keys stand
/// behind the id.
pub(crate) const KEYS: &[Key] = &[
    Key::new(
        "id",
        Shape::Id,
        "\"usfk-strength\"",
        "the name of the fact in reports: lower-case letters, digits and hyphens",
    )
    .more(
        "It is unique over all rule files that are read together. An entity may do without: its id is then its \
         name in lower case with hyphens.",
    ),
    Key::new(
        "unless",
        Shape::List(&Shape::Phrase),
        "[\"a drill\"]",
        "phrases; a sentence that holds one of them is not checked",
    )
    .more("`@id` stands for all names of an entity."),
    Key::new(
        "severity",
        Shape::Choice(&SEVERITY_WORDS),
        "\"warning\"",
        "how bad a contradiction is: \"error\", \"warning\" or \"info\"",
    )
    .default("\"error\""),
    Key::new(
        "in-quotes",
        Shape::Choice(&words(IN_QUOTES)),
        "\"soften\"",
        "what to do inside direct speech: \"check\", \"soften\" or \"skip\"",
    )
    .more(
        "`check`: report it as anywhere. `soften`: one severity lower, and no fix. `skip`: say nothing. Names are \
         checked, as a speaker does not misspell; all else is softened.",
    ),
    Key::new(
        "source",
        Shape::OneOrList(&Shape::Text),
        "\"https://example.org/report\"",
        "a citation or URL, or a list of them",
    )
    .more("It is shown with every finding."),
    Key::new(
        "checked",
        Shape::Date,
        "2025-11-03",
        "the day on which a person last verified the fact",
    )
    .more("A date without quotes. `factlint rules` reports facts that are due, where `[pack]` has `review-after`."),
    Key::new(
        "note",
        Shape::Text,
        "\"Not his brother.\"",
        "one line for the editor",
    )
    .more("It is shown as help with every finding."),
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
pub(crate) const SEVERITIES: &[(&str, Severity); 3] = &[
    ("error", Severity::Error),
    ("warning", Severity::Warning),
    ("info", Severity::Info),
];

/// Their names.
pub(crate) const SEVERITY_WORDS: [&str; 3] = words(SEVERITIES);

const IN_QUOTES: &[(&str, InQuotes); 3] = &[
    ("check", InQuotes::Check),
    ("soften", InQuotes::Soften),
    ("skip", InQuotes::Skip),
];
