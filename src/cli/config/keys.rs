//! The keys of `factlint.toml`.

use crate::facts::Severity;
use crate::packs::common::SEVERITY_WORDS;
use crate::packs::shape::{Needs, Shape};
use crate::packs::table::Key;

pub(crate) const KEYS: &[Key] = &[
    Key::new(
        "rules",
        Shape::OneOrList(&Shape::Text),
        "[\"rules\"]",
        "rule files, and directories of them",
    )
    .more("Paths are relative to this file.")
    .default("[\"rules\"]"),
    Key::new(
        "articles",
        Shape::OneOrList(&Shape::Text),
        "[\"content/**/*.md\"]",
        "the articles",
    )
    .more("Patterns of paths, as in a `.gitignore`. They are checked where `factlint check` is given no path."),
    Key::new(
        "fail-on",
        Shape::Choice(&SEVERITY_WORDS),
        "\"error\"",
        "the least severity that makes the exit status 1",
    )
    .default("\"error\""),
    Key::new(
        "checks",
        Shape::Checks,
        "{ weekday = \"off\" }",
        "the checks' severities",
    ),
    Key::new(
        "ignore",
        Shape::List(&Shape::Table(IGNORE, Needs::AnyOf(&["fact", "path", "text"]))),
        "[{ fact = \"usfk-strength\", reason = \"a quotation from 2003\" }]",
        "what is not reported",
    )
    .more("A finding that agrees with all that an entry states is left out. One that matches nothing is reported."),
    Key::new(
        "override",
        Shape::List(&Shape::Table(OVERRIDE, Needs::Nothing)),
        "[{ path = \"archive/**\", skip = [\"entity\"] }]",
        "what is set otherwise for some of the articles",
    )
    .more("Of two that hold for an article, the later one counts."),
    Key::new(
        "baseline",
        Shape::Text,
        "\"baseline.json\"",
        "the findings that were there before, which are not reported",
    )
    .more("A file, relative to this one, as `factlint check --write-baseline` writes it."),
];

pub(crate) const OVERRIDE: &[Key] = &[
    Key::required(
        "path",
        Shape::OneOrList(&Shape::Text),
        "\"archive/**\"",
        "the articles",
    )
    .more("A pattern of paths, as in a `.gitignore`, or a list of them."),
    Key::new(
        "checks",
        Shape::Checks,
        "{ weekday = \"off\" }",
        "the checks' severities",
    ),
    Key::new(
        "only",
        Shape::OneOrList(&Shape::Text),
        "[\"entity\"]",
        "ids of facts or checks, or kinds, that alone are reported",
    ),
    Key::new(
        "skip",
        Shape::OneOrList(&Shape::Text),
        "[\"usfk-*\"]",
        "ids of facts or checks, or kinds, that are not reported",
    ),
];

pub(crate) const IGNORE: &[Key] = &[
    Key::new(
        "fact",
        Shape::Text,
        "\"usfk-strength\"",
        "the id of a fact, or of a check",
    )
    .more("A check is named as `check:weekday`."),
    Key::new(
        "path",
        Shape::Text,
        "\"content/archive/**\"",
        "the articles",
    )
    .more("A pattern of paths, as in a `.gitignore`."),
    Key::new("text", Shape::Text, "\"25,800\"", "the words found"),
    Key::required("reason", Shape::Text, "\"a quotation from 2003\"", "why"),
];

/// What a check may be set to.
pub(crate) const STATES: &[(&str, Option<Severity>); 4] = &[
    ("off", None),
    ("info", Some(Severity::Info)),
    ("warning", Some(Severity::Warning)),
    ("error", Some(Severity::Error)),
];
