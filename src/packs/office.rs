//! `[[office]]`: who holds it, when.

use super::decode::Context;
use super::kinds::Made;
use super::shape::{Needs, Shape};
use super::table::{Key, Table};
use super::time::{BOUNDS, fill_ends};
use crate::facts::{Column, ColumnType, Kind, Office, Record, Value};

pub(crate) const KEYS: &[Key] = &[
    Key::required(
        "titles",
        Shape::List(&Shape::Phrase),
        "[\"Defense Minister\"]",
        "the titles of the office",
    )
    .more("The first is the one that is expected. Titles match in any case."),
    Key::new(
        "of",
        Shape::List(&Shape::Phrase),
        "[\"South Korea\", \"South Korean\"]",
        "the nation or body; left out where the title says it all",
    )
    .more("In all forms in which it stands beside a title: “South Korean Defense Minister”, “Seoul's defense chief”."),
    Key::required(
        "holders",
        Shape::List(&Shape::Table(HOLDER, Needs::Nothing)),
        "[{ name = \"@ahn-gyu-back\", from = 2025-07-25 }]",
        "who holds it, and since when",
    )
    .more("One without `until` holds it until the next one begins."),
    Key::new(
        "several",
        Shape::Bool,
        "true",
        "whether several people hold it at once",
    )
    .more("As co-chairs and deputies do. Then nobody's time ends because another's begins.")
    .default("false"),
];

const HOLDER: &[Key] = &[
    Key::required(
        "name",
        Shape::Phrase,
        "\"@ahn-gyu-back\"",
        "the holder: a name, or `@` and the id of an entity",
    ),
    BOUNDS[0],
    BOUNDS[1],
    Key::new(
        "acting",
        Shape::Bool,
        "true",
        "whether the holder is acting",
    )
    .more("An acting holder may be called so or not.")
    .default("false"),
];

pub(crate) fn read<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>) -> Option<Made> {
    let titles = cx.words(table, "titles");
    let of = cx.words(table, "of");
    let mut records = Vec::new();
    if let Some(field) = table.get("holders") {
        for node in cx.list(field, "holders") {
            let Some(holder) = cx.table(field, node, HOLDER) else {
                continue;
            };
            let during = cx.during(&holder);
            let acting = cx.boolean(&holder, "acting").unwrap_or(false);
            let name = holder
                .get("name")
                .and_then(|name| cx.phrase(name, name.node));
            if let Some(name) = name {
                records.push(Record {
                    during,
                    cells: vec![vec![Value::Phrase(name.it)]],
                    acting,
                });
            }
        }
    }
    let several = cx.boolean(table, "several").unwrap_or(false);
    if !several {
        fill_ends(&mut records, |_| ());
    }
    Some(Made::new(
        Kind::Office(Office {
            titles,
            of,
            several,
        }),
        vec![Column {
            name: "name".into(),
            ty: ColumnType::Phrase,
        }],
        records,
    ))
}
