//! `[[affiliation]]`: who or what belongs where.

use super::decode::Context;
use super::kinds::Made;
use super::shape::{Needs, Shape};
use super::table::{Key, Table};
use super::time::{BOUNDS, fill_ends};
use crate::facts::{Affiliation, Column, ColumnType, Kind, Record, Value};

pub(crate) const KEYS: &[Key] = &[
    Key::new(
        "what",
        Shape::Text,
        "\"party\"",
        "what the members belong to, for messages",
    ),
    Key::required(
        "members",
        Shape::List(&Shape::Table(MEMBER, Needs::Nothing)),
        "[{ name = \"Han Ji-won\", of = [\"Reform Party\", \"Reform\"] }]",
        "who or what belongs where",
    )
    .more(
        "A member with several records in turn, as a player who changes clubs, belongs to each until the next one \
         begins. Only the words of `of` in this list are compared: any other party, club or state makes no claim.",
    ),
];

const MEMBER: &[Key] = &[
    Key::required(
        "name",
        Shape::Phrase,
        "\"Han Ji-won\"",
        "the member: a name, or `@` and the id of an entity",
    ),
    Key::required(
        "of",
        Shape::List(&Shape::Phrase),
        "[\"Reform Party\", \"Reform\"]",
        "where the member belongs, in all its forms",
    )
    .more("The first is the one that is expected."),
    BOUNDS[0],
    BOUNDS[1],
];

pub(crate) fn read<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>) -> Option<Made> {
    let what = table
        .get("what")
        .and_then(|field| cx.text(field, field.node))
        .map(|text| text.it.to_string());
    let mut records = Vec::new();
    if let Some(field) = table.get("members") {
        for node in cx.list(field, "members") {
            let Some(member) = cx.table(field, node, MEMBER) else {
                continue;
            };
            let during = cx.during(&member);
            let name = member
                .get("name")
                .and_then(|name| cx.phrase(name, name.node));
            let mut of = Vec::new();
            if let Some(field) = member.get("of") {
                for node in cx.list(field, "phrases") {
                    of.extend(
                        cx.phrase(field, node)
                            .map(|phrase| Value::Phrase(phrase.it)),
                    );
                }
            }
            if let Some(name) = name.filter(|_| !of.is_empty()) {
                records.push(Record {
                    during,
                    cells: vec![vec![Value::Phrase(name.it)], of],
                    acting: false,
                });
            }
        }
    }
    fill_ends(&mut records, |record| format!("{:?}", record.cells.first()));
    let column = |name: &str| Column {
        name: name.into(),
        ty: ColumnType::Phrase,
    };
    let mut made = Made::new(
        Kind::Affiliation(Affiliation { what }),
        vec![column("name"), column("of")],
        records,
    );
    made.table.key = Some(0);
    Some(made)
}
