//! What stands in a rule file, by its top-level tables.

use toml::de::DeValue;

use super::PackSource;
use super::decode::Node;
use super::kinds::{KINDS, KindRule, kind};
use super::problem::{Problems, suggest};
use super::syntax::Tree;
use crate::span::Span;

/// An entry that makes a fact.
pub(crate) struct Entry<'a> {
    pub rule: &'static KindRule,
    pub node: &'a Node<'a>,
}

/// The top-level tables of a file.
#[derive(Default)]
pub(crate) struct Outline<'a> {
    pub pack: Option<&'a Node<'a>>,
    /// In the order of the file.
    pub entries: Vec<Entry<'a>>,
    /// In the order of the file.
    pub tests: Vec<&'a Node<'a>>,
}

impl<'a> Outline<'a> {
    /// Sorts the tables of a file; what is no table of a rule file is reported, and taken for what it is meant to be.
    pub fn new(
        file: usize,
        source: &PackSource,
        tree: &'a Tree<'a>,
        problems: &mut Problems,
    ) -> Self {
        let mut outline = Outline::default();
        let mut report = |span: Span, message: String, label: &str, help: String| {
            problems.add(file, &source.file, span, message, label).help = Some(help);
        };
        let mut outside = 0;
        let mut entries: Vec<_> = tree.get_ref().iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        for (name, node) in entries {
            let span: Span = name.span().into();
            let written = name.get_ref().as_ref();
            let Some(name) = tables().find(|table| *table == written).or_else(|| {
                unknown(written, node, &mut |message, label, help| {
                    // A header that was forgotten leaves all its keys outside: one word is enough.
                    outside += usize::from(label == OUTSIDE);
                    if label != OUTSIDE || outside == 1 {
                        report(span, message, label, help);
                    }
                })
            }) else {
                continue;
            };
            if name == "pack" {
                outline.pack = Some(node);
                continue;
            }
            let items = match node.get_ref() {
                DeValue::Array(items) => items,
                _ => std::slice::from_ref(node),
            };
            for item in items {
                let at: Span = item.span().into();
                if item.get_ref().as_table().is_none() {
                    report(
                        at,
                        format!("every `{name}` is a table of its own"),
                        "this is not a table",
                        format!("write `[[{name}]]`, and its keys below"),
                    );
                    continue;
                }
                if node.get_ref().is_table() && name == written {
                    report(
                        at,
                        format!("every `{name}` stands in double brackets"),
                        "a file may hold many of them",
                        format!("write `[[{name}]]`"),
                    );
                }
                match kind(name) {
                    Some(rule) => outline.entries.push(Entry { rule, node: item }),
                    None => outline.tests.push(item),
                }
            }
        }
        outline.entries.sort_by_key(|entry| entry.node.span().start);
        outline.tests.sort_by_key(|test| test.span().start);
        outline
    }
}

/// The tables of a rule file.
fn tables() -> impl Iterator<Item = &'static str> + Clone {
    KINDS.iter().map(|kind| kind.name).chain(["test", "pack"])
}

/// What is said of a key above the first table.
const OUTSIDE: &str = "no table is open here";

/// What people call the tables.
const CALLED: &[(&str, &[&str])] = &[
    (
        "entity",
        &[
            "person",
            "people",
            "name",
            "names",
            "company",
            "place",
            "organisation",
            "organization",
            "spelling",
        ],
    ),
    (
        "office",
        &[
            "title", "titles", "post", "position", "role", "job", "holder",
        ],
    ),
    (
        "figure",
        &[
            "number",
            "numbers",
            "value",
            "count",
            "amount",
            "quantity",
            "statistic",
            "total",
        ],
    ),
    (
        "event",
        &["date", "dates", "occasion", "occasions", "meeting", "day"],
    ),
    (
        "statement",
        &[
            "sentence",
            "sentences",
            "claim",
            "claims",
            "quote",
            "pattern",
        ],
    ),
    (
        "affiliation",
        &[
            "affiliations",
            "membership",
            "memberships",
            "member",
            "members",
            "party",
            "employer",
            "belongs",
        ],
    ),
];

/// The keys of `factlint.toml`.
const SETTINGS: &[&str] = &[
    "rules", "articles", "fail-on", "checks", "ignore", "override", "baseline",
];

/// Reports a top-level table or key that is not of a rule file, and says which table is meant, if any.
fn unknown(
    name: &str,
    node: &Node<'_>,
    report: &mut dyn FnMut(String, &str, String),
) -> Option<&'static str> {
    if SETTINGS.contains(&name) {
        report(
            format!("`{name}` is a setting, not a fact"),
            "not of a rule file",
            "settings stand in `factlint.toml`".into(),
        );
        return None;
    }
    let brackets = |name: &str| match name {
        "pack" => "[pack]".to_string(),
        _ => format!("[[{name}]]"),
    };
    let is_table = match node.get_ref() {
        DeValue::Table(_) => true,
        DeValue::Array(items) => items.iter().any(|item| item.get_ref().is_table()),
        _ => false,
    };
    let singular = match name {
        "entities" => "entity",
        _ => name.strip_suffix('s').unwrap_or(name),
    };
    let near = tables()
        .find(|table| *table == singular)
        .or_else(|| suggest(name, tables()))
        .or_else(|| {
            let lower = name.to_lowercase();
            let called = CALLED
                .iter()
                .find(|(_, words)| words.contains(&lower.as_str()));
            called.map(|(table, _)| *table)
        })
        .filter(|_| is_table);
    let help = match near {
        Some(near) => format!("did you mean `{}`?", brackets(near)),
        None => {
            let listed: Vec<String> = tables()
                .map(|name| format!("`{}`", brackets(name)))
                .collect();
            let listed = listed.join(", ");
            match is_table {
                true => format!("a rule file is made of {listed}"),
                false => format!("write the table to which this belongs above it: {listed}"),
            }
        }
    };
    if is_table {
        report(
            format!("there is no kind of fact `{name}`"),
            "unknown table",
            help,
        );
    } else {
        report(format!("`{name}` stands outside any fact"), OUTSIDE, help);
    }
    near
}
