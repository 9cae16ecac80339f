//! `[[entity]]`: how a name is written.

use std::collections::HashMap;

use super::decode::{At, Context, Node};
use super::kinds::Made;
use super::shape::{Needs, Shape};
use super::table::{Field, Key, Table};
use super::time::BOUNDS;
use crate::facts::{Column, ColumnType, Days, Entity, Kind, Period, Phrase, Record, Value};
use crate::span::Span;

pub(crate) const KEYS: &[Key] = &[
    Key::required("name", Shape::Name, "\"Ahn Gyu-back\"", "the name as you write it")
        .more("In any script. This is the spelling that is expected in place of a wrong one."),
    Key::new(
        "accept",
        Shape::List(&Shape::Either(&[
            Shape::Name,
            Shape::Table(ACCEPTED, Needs::Nothing),
        ])),
        "[\"Ahn Gyu-baek\"]",
        "other spellings that are right",
    )
    .more(
        "One that is right for a time only is a table: `{ name = \"Swaziland\", until = 2018-04-18 }`; outside of \
         that time it is reported.",
    ),
    Key::new(
        "reject",
        Shape::List(&Shape::Name),
        "[\"Ahn Kyu-back\"]",
        "spellings known to be wrong",
    )
    .more("They are reported wherever they stand, and corrected without asking."),
    Key::new(
        "unlike",
        Shape::List(&Shape::Phrase),
        "[\"Ahn Gyu-sik\"]",
        "other real names, which are never reported",
    )
    .more("Other people and things whose names are so near that they look like misspellings."),
    Key::new("near", Shape::Bool, "false", "whether near misses are reported")
        .more("Turn it off for short names and for ordinary words.")
        .default("true"),
    Key::new("born", Shape::Bound, "1961-04-29", "the birth, a date, a year (1961) or a month (\"1961-04\")")
        .more(
            "“NAME, 61,” and “61-year-old NAME” are checked against it at the article's date, “NAME was born in 1961” \
             and “NAME (1961–2022)” at any time.",
        ),
    Key::new("died", Shape::Bound, "2022-09-08", "the death, a date, a year (2022) or a month (\"2022-09\")")
        .more("From then on the age at death is the right one."),
];

const ACCEPTED: &[Key] = &[
    Key::required(
        "name",
        Shape::Name,
        "\"Swaziland\"",
        "the accepted spelling",
    ),
    BOUNDS[0],
    BOUNDS[1],
];

pub(crate) fn read<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>) -> Option<Made> {
    let name = table
        .get("name")
        .and_then(|field| own_name(cx, field, field.node));
    let mut names = Names::default();
    if let Some(name) = name {
        names.add(cx, name, Role::Right);
    }
    let mut records = Vec::new();
    if let Some(name) = name {
        records.push(record(name.it, Period::ALWAYS));
    }
    if let Some(field) = table.get("accept") {
        for node in cx.list(field, "names") {
            let accepted = match node.get_ref().as_table() {
                Some(_) => cx.table(field, node, ACCEPTED).and_then(|inner| {
                    let during = cx.during(&inner);
                    let name = inner.get("name")?;
                    Some((own_name(cx, name, name.node)?, during))
                }),
                None => own_name(cx, field, node).map(|name| (name, Period::ALWAYS)),
            };
            if let Some((accepted, during)) = accepted {
                names.add(cx, accepted, Role::Right);
                records.push(record(accepted.it, during));
            }
        }
    }
    let mut reject = Vec::new();
    if let Some(field) = table.get("reject") {
        for node in cx.list(field, "names") {
            if let Some(rejected) = own_name(cx, field, node) {
                names.add(cx, rejected, Role::Wrong);
                reject.push(rejected.it.to_string());
            }
        }
    }
    let unlike = cx.words(table, "unlike");
    let near = cx.boolean(table, "near").unwrap_or(true);
    let born = days(cx, table, "born");
    let died = days(cx, table, "died");
    if let (Some(born), Some(died)) = (born, died)
        && died.it.last < born.it.first
    {
        let file = cx.source.file.clone();
        cx.problem(died.span, "`died` lies before `born`", "the death")
            .label(&file, born.span, "the birth")
            .help = Some("exchange the two, or mend the wrong one".into());
    }
    Some(Made::new(
        Kind::Entity(Entity {
            name: name?.it.to_string(),
            reject,
            unlike,
            near,
            born: born.map(|day| day.it),
            died: died.map(|day| day.it),
        }),
        vec![Column {
            name: "name".into(),
            ty: ColumnType::Phrase,
        }],
        records,
    ))
}

/// A day, month or year.
fn days<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>, key: &str) -> Option<At<Days>> {
    let bound = table.get(key).and_then(|field| cx.bound(field))?;
    let (first, last) = bound.it.from.zip(bound.it.until)?;
    Some(At::new(Days { first, last }, bound.span))
}

/// A name written out: here `@id` can't stand, as this is where a name comes from.
fn own_name<'a>(
    cx: &mut Context<'a, '_>,
    field: Field<'a>,
    node: &'a Node<'a>,
) -> Option<At<&'a str>> {
    let text = cx.text(field, node)?;
    if text.it.starts_with('@') {
        cx.problem(
            text.span,
            format!("`{}` of an entity is a name written out", field.name.it),
            "a reference can't stand here",
        )
        .help = Some("write the name itself".into());
        return None;
    }
    Some(At::new(text.it.trim(), text.span))
}

fn record(name: &str, during: Period) -> Record {
    Record {
        during,
        cells: vec![vec![Value::Phrase(Phrase::plain(name))]],
        acting: false,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Right,
    Wrong,
}

/// The spellings met so far, so that none is listed twice, or right and wrong at once.
#[derive(Default)]
struct Names<'a>(HashMap<&'a str, (Span, Role)>);

impl<'a> Names<'a> {
    fn add(&mut self, cx: &mut Context<'a, '_>, name: At<&'a str>, role: Role) {
        let Some((earlier, was)) = self.0.insert(name.it, (name.span, role)) else {
            return;
        };
        let file = cx.source.file.clone();
        let (message, label) = if was == role {
            ("is listed twice", "listed again here")
        } else {
            ("is right and wrong at once", "wrong by this")
        };
        let first = if was == role {
            "it is listed first here"
        } else {
            "right by this"
        };
        cx.problem(name.span, format!("`{}` {message}", name.it), label)
            .label(&file, earlier, first)
            .help = Some("take one of the two out".into());
    }
}
