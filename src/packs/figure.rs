//! `[[figure]]`: a measured value.

use rust_decimal::Decimal;

use super::decode::Context;
use super::kinds::Made;
use super::shape::{Needs, Shape, words};
use super::table::{Key, Table};
use super::time::{BOUNDS, fill_ends};
use crate::facts::{Column, ColumnType, Figure, FigureUnit, Kind, Measures, Period, Record, Value};
use crate::language::units::unit;

pub(crate) const KEYS: &[Key] = &[
    Key::new(
        "what",
        Shape::Text,
        "\"U.S. troops stationed in South Korea\"",
        "what it measures, for messages",
    ),
    Key::required(
        "unit",
        Shape::OneOrList(&Shape::Phrase),
        "[\"troops\", \"soldiers\"]",
        "what is counted, or one unit of measure such as \"%\", \"KRW\" or \"km\"",
    )
    .more(
        "Counted nouns are a list. A unit of measure is one text: `%`, `percentage points`, `basis points`, a \
         currency code, a unit of length, mass, area, volume, speed, time, age or temperature, or `year` for a \
         calendar year. Other units of the same kind are converted.",
    ),
    Key::new(
        "subject",
        Shape::List(&Shape::Phrase),
        "[\"U.S.\", \"American\"]",
        "phrases, one of which governs the number",
    ),
    Key::new(
        "context",
        Shape::List(&Shape::Phrase),
        "[\"South Korea\"]",
        "phrases, one of which stands near the number",
    )
    .more("In its clause; or, if the clause names no other place, in its sentence, the sentence before, its paragraph or the headline."),
    Key::new(
        "measures",
        Shape::Choice(&words(MEASURES)),
        "\"change\"",
        "what kind of number it is: \"total\", \"change\", \"part\", \"rate\" or \"toll\"",
    )
    .more("A number of another kind is no mention of this figure: “withdraw 4,500 troops” does not say how many there are.")
    .default("\"total\""),
    Key::new("value", Shape::Number, "28_500", "the right value")
        .more("Without quotes. Where it changed over time, write `values` instead."),
    Key::new(
        "values",
        Shape::List(&Shape::Table(VALUE, Needs::Nothing)),
        "[{ value = 28_500, from = 2008-04-19 }]",
        "the right values, each with its time",
    )
    .more("One without `until` holds until the next one begins."),
    Key::new(
        "tolerance",
        Shape::Either(&[Shape::Form(r"^\s*\+?[0-9]{0,2}(\.[0-9]+)?\s*%\s*$"), Shape::Share]),
        "\"5%\"",
        "how far a hedged number may be from the value",
    )
    .more("For “about”, “some”, “nearly” and the like.")
    .default("\"5%\""),
];

/// A figure has one value, or several with their times.
pub(crate) const NEEDS: Needs = Needs::OneGroup(&[&["value"], &["values"]]);

const VALUE: &[Key] = &[
    Key::required(
        "value",
        Shape::Number,
        "28_500",
        "the right value of its time",
    ),
    BOUNDS[0],
    BOUNDS[1],
];

const MEASURES: &[(&str, Measures); 5] = &[
    ("total", Measures::Total),
    ("change", Measures::Change),
    ("part", Measures::Part),
    ("rate", Measures::Rate),
    ("toll", Measures::Toll),
];

pub(crate) fn read<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>) -> Option<Made> {
    let what = table
        .get("what")
        .and_then(|field| cx.text(field, field.node))
        .map(|text| text.it.to_string());
    let unit = read_unit(cx, table);
    let subject = cx.words(table, "subject");
    let context = cx.words(table, "context");
    let measures = cx.one_of(table, "measures", MEASURES).unwrap_or_default();
    let tolerance = tolerance(cx, table).unwrap_or(Decimal::new(5, 2));
    let mut records = Vec::new();
    let measured = match &unit {
        Some(FigureUnit::Measured(unit)) => Some(*unit),
        _ => None,
    };
    let mut push = |number: Decimal, during: Period| {
        records.push(Record {
            during,
            cells: vec![vec![Value::Amount {
                number,
                unit: measured,
            }]],
            acting: false,
        });
    };
    match (table.get("value"), table.get("values")) {
        (Some(value), None) => {
            if let Some(number) = cx.number(value, value.node) {
                push(number.it, Period::ALWAYS);
            }
        }
        (None, Some(values)) => {
            for node in cx.list(values, "values") {
                let Some(entry) = cx.table(values, node, VALUE) else {
                    continue;
                };
                let during = cx.during(&entry);
                let number = entry
                    .get("value")
                    .and_then(|value| cx.number(value, value.node));
                if let Some(number) = number {
                    push(number.it, during);
                }
            }
        }
        (Some(value), Some(values)) => {
            let file = cx.source.file.clone();
            cx.problem(
                values.name.span,
                "a figure has `value` or `values`, not both",
                "the values with their times",
            )
            .label(&file, value.name.span, "the one value")
            .help = Some("take `value` out, and list it under `values`".into());
        }
        (None, None) => {
            cx.problem(
                table.span,
                "a figure needs `value` or `values`: the right number",
                "no value is given here",
            )
            .help = Some("add for example `value = 28_500`".into());
        }
    }
    fill_ends(&mut records, |_| ());
    Some(Made::new(
        Kind::Figure(Figure {
            what,
            unit: unit?,
            subject,
            context,
            measures,
            tolerance,
        }),
        vec![Column {
            name: "value".into(),
            ty: ColumnType::Quantity,
        }],
        records,
    ))
}

/// One measured unit, or a list of counted nouns.
fn read_unit<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>) -> Option<FigureUnit> {
    let field = table.get("unit")?;
    let items = cx.one_or_list(field);
    let phrases = cx.phrases_of(field, items);
    if field.node.get_ref().is_str()
        && let Some(measured) = phrases
            .first()
            .and_then(|phrase| unit(&phrase.it.preferred))
    {
        return Some(FigureUnit::Measured(measured));
    }
    for phrase in &phrases {
        let name = &phrase.it.preferred;
        if !name.contains(char::is_alphabetic) {
            cx.problem(
                phrase.span,
                format!("`{name}` is not a unit of measure"),
                "neither a unit nor a noun",
            )
            .help = Some(
                "write what is counted, or one unit such as \"%\", \"USD\", \"km\" or \"years\""
                    .into(),
            );
        }
    }
    let nouns: Vec<String> = phrases
        .into_iter()
        .flat_map(|phrase| phrase.it.spellings)
        .collect();
    (!nouns.is_empty()).then_some(FigureUnit::Counted(nouns))
}

/// `"5%"`, or 0.05.
fn tolerance<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>) -> Option<Decimal> {
    let field = table.get("tolerance")?;
    let (number, span) = match field.node.get_ref().as_str() {
        Some(text) => {
            let percent = text
                .trim()
                .strip_suffix('%')
                .and_then(|number| number.trim().parse::<Decimal>().ok())
                .and_then(|number| number.checked_div(Decimal::ONE_HUNDRED));
            (percent, field.node.span().into())
        }
        None => {
            let number = cx.number(field, field.node)?;
            (Some(number.it), number.span)
        }
    };
    match number {
        Some(number) if number >= Decimal::ZERO && number < Decimal::ONE => Some(number),
        _ => {
            cx.problem(
                span,
                "`tolerance` is a share of the value, from 0% to less than 100%",
                "no such share",
            )
            .help = Some("write for example `tolerance = \"5%\"`".into());
            None
        }
    }
}
