//! `[[event]]`: an occasion, alone or one of a numbered series.

use std::collections::HashMap;

use super::decode::Context;
use super::kinds::Made;
use super::shape::{Needs, Shape};
use super::table::{Key, Table};
use crate::facts::{Column, ColumnType, Event, Kind, Period, Record, Value};
use crate::span::Span;

pub(crate) const KEYS: &[Key] = &[
    Key::required(
        "names",
        Shape::List(&Shape::Phrase),
        "[\"Security Consultative Meeting\", \"SCM\"]",
        "its names",
    ),
    Key::new(
        "editions",
        Shape::List(&Shape::Table(
            EDITION,
            Needs::AnyOf(&["number", "on", "at"]),
        )),
        "[{ number = 57, on = 2025-11-04, at = [\"Seoul\"] }]",
        "the occasions of a numbered series",
    )
    .more("A single occasion has `on` and `at` of its own instead."),
    ON,
    TO,
    AT,
];

/// An event is a series, or a single occasion of which something is known.
pub(crate) const NEEDS: Needs = Needs::OneGroup(&[&["editions"], &["on", "at"]]);

const ON: Key = Key::new(
    "on",
    Shape::Bound,
    "2025-10-29",
    "the day, or the first of several; a month (\"2025-10\") or a year (2025) where no more is known",
);
const TO: Key = Key::new("to", Shape::Date, "2025-10-31", "the last of several days").beside("on");
const AT: Key = Key::new(
    "at",
    Shape::List(&Shape::Phrase),
    "[\"Gyeongju\"]",
    "the place, in all its right names",
);

const EDITION: &[Key] = &[
    Key::new("number", Shape::Ordinal, "57", "the number of the edition"),
    ON,
    TO,
    AT,
];

pub(crate) fn read<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>) -> Option<Made> {
    let names = cx.words(table, "names");
    let mut records = Vec::new();
    let single = ["on", "to", "at"].iter().find_map(|key| table.get(key));
    match (table.get("editions"), single) {
        (Some(editions), None) => {
            let mut numbers: HashMap<u64, Span> = HashMap::new();
            for node in cx.list(editions, "editions") {
                let Some(edition) = cx.table(editions, node, EDITION) else {
                    continue;
                };
                if edition.fields.is_empty() {
                    cx.problem(edition.span, "an edition says nothing", "empty")
                        .help = Some("give its `number`, `on` or `at`".into());
                }
                let number = edition
                    .get("number")
                    .and_then(|field| cx.positive(field, field.node));
                if let Some(number) = number
                    && let Some(first) = numbers.insert(number.it, number.span)
                {
                    let file = cx.source.file.clone();
                    cx.problem(
                        number.span,
                        format!("edition {} is listed twice", number.it),
                        "used again here",
                    )
                    .label(&file, first, "this number is first used here")
                    .help = Some("an edition has one number and one entry".into());
                }
                let number = number.map(|number| Value::Ordinal(number.it));
                records.push(occasion(cx, &edition, number));
            }
        }
        (None, Some(_)) => records.push(occasion(cx, table, None)),
        (Some(editions), Some(single)) => {
            let file = cx.source.file.clone();
            cx.problem(
                single.name.span,
                format!("an event has `editions` or `{}`, not both", single.name.it),
                "of a single occasion",
            )
            .label(&file, editions.name.span, "of a series")
            .help = Some(format!(
                "put `{}` into the edition that it belongs to",
                single.name.it
            ));
        }
        (None, None) => {
            cx.problem(
                table.span,
                "an event needs `on`, `at` or `editions`: what is known of it",
                "neither a day nor a place is given here",
            )
            .help = Some("add for example `on = 2025-10-29`".into());
        }
    }
    let column = |name: &str, ty| Column {
        name: name.into(),
        ty,
    };
    Some(Made::new(
        Kind::Event(Event { names }),
        vec![
            column("number", ColumnType::Ordinal),
            column("on", ColumnType::Date),
            column("at", ColumnType::Phrase),
        ],
        records,
    ))
}

fn occasion<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>, number: Option<Value>) -> Record {
    let on = table.get("on").and_then(|field| cx.bound(field));
    let to = cx.day_of(table, "to");
    match (on, to) {
        (Some(on), Some(to)) if is_coarse(&on.it) => {
            let file = cx.source.file.clone();
            cx.problem(to.span, "`to` needs the first day", "the last day")
                .label(&file, on.span, "this is no day")
                .help = Some("give the day on which it began, or take `to` out".into());
        }
        (Some(on), Some(to)) if Some(to.it) < on.it.from => {
            let file = cx.source.file.clone();
            cx.problem(to.span, "`to` lies before `on`", "the last day")
                .label(&file, on.span, "the first day")
                .help = Some("exchange the two, or mend the wrong one".into());
        }
        (None, Some(to)) if table.get("on").is_none() => {
            cx.problem(
                to.span,
                "`to` without `on`",
                "the last day, but not the first",
            )
            .help = Some("add the first day: `on = …`".into());
        }
        _ => {}
    }
    let at = table.get("at").map_or_else(Vec::new, |field| {
        cx.phrases(field)
            .into_iter()
            .map(|phrase| Value::Phrase(phrase.it))
            .collect()
    });
    let days = on.and_then(|on| {
        let (first, last) = (on.it.from?, on.it.until?);
        Some(match is_coarse(&on.it) {
            true => Value::Within(first, last),
            false => Value::Days(first, to.map_or(first, |to| to.it)),
        })
    });
    Record {
        during: Period::ALWAYS,
        cells: vec![number.into_iter().collect(), days.into_iter().collect(), at],
        acting: false,
    }
}

/// Whether a date is a month or a year.
fn is_coarse(days: &Period) -> bool {
    days.from != days.until
}
