//! How a measured value is told.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::example::Draft;
use super::words::{
    bounds, capital, day, is_plural, list, number, possessive, slips, the, unit_forms, with_unit,
};
use super::{Form, Teller, around, holding, moment};
use crate::facts::{Fact, Figure, FigureUnit, Kind, Measures, Record, Value};
use crate::language::nations::{is_nation_name, nation};

pub(super) const TELLER: Teller = Teller {
    says,
    label: |fact, record| figure(fact).map_or_else(String::new, |figure| full(figure, record)),
    forms,
    drafts,
};

fn figure(fact: &Fact) -> Option<&Figure> {
    match &fact.kind {
        Kind::Figure(figure) => Some(figure),
        _ => None,
    }
}

fn value(record: &Record) -> Decimal {
    match record.cells.first().and_then(|cell| cell.first()) {
        Some(Value::Amount { number, .. }) => *number,
        _ => Decimal::ZERO,
    }
}

/// The number with its measured unit, or alone, exact.
fn full(figure: &Figure, record: &Record) -> String {
    written(figure, &number(value(record), 6))
}

fn written(figure: &Figure, number: &str) -> String {
    match figure.unit {
        FigureUnit::Measured(unit) => with_unit(number, unit),
        FigureUnit::Counted(_) => number.to_string(),
    }
}

/// `{} U.S. troops are stationed …`: how a sentence says the number, with a hole for it.
fn sentence(fact: &Fact, figure: &Figure, past: bool) -> String {
    let (is, are) = if past { ("was", "were") } else { ("is", "are") };
    let Some(what) = figure.what.as_deref() else {
        let of = figure
            .subject
            .first()
            .map_or(fact.id.as_str(), String::as_str);
        let unit = match &figure.unit {
            FigureUnit::Counted(nouns) => nouns.first().map_or("", String::as_str),
            FigureUnit::Measured(_) => "",
        };
        let sentence = format!("the figure for {} {is} {{}} {unit}", the(of));
        return sentence.trim_end().to_string();
    };
    if let FigureUnit::Counted(nouns) = &figure.unit {
        let head = what.split([' ', ',']).collect::<Vec<_>>();
        let until = head
            .iter()
            .position(|word| matches!(*word, "of" | "in" | "at" | "on" | "for" | "that" | "to"))
            .unwrap_or(head.len());
        let head = head.get(..until).unwrap_or_default().join(" ");
        let counted = nouns.iter().any(|noun| head.contains(noun.as_str()));
        if counted && figure.measures == Measures::Toll {
            for noun in nouns {
                if let Some(rest) = what.strip_prefix(noun.as_str()) {
                    return format!("{{}} {noun} were{rest}");
                }
            }
        }
        if counted {
            return format!("there {are} {{}} {what}");
        }
        if is_plural(what) {
            let number = if past { "numbered" } else { "number" };
            return format!("{} {number} {{}}", the(what));
        }
        let noun = nouns.first().map_or("", String::as_str);
        return format!("{} {is} {{}} {noun}", the(what))
            .trim_end()
            .to_string();
    }
    let is = if is_plural(what) { are } else { is };
    format!("{} {is} {{}}", the(what))
}

fn says(fact: &Fact, date: Date) -> String {
    let Some(figure) = figure(fact) else {
        return String::new();
    };
    let records = holding(fact, date);
    let tail = |record: &Record| {
        let when = bounds(&record.during, date);
        let comma = if when.is_empty() { "" } else { ", " };
        format!("{comma}{when}")
    };
    if let Some(first) = records.first() {
        let same = records.iter().all(|record| record.during == first.during);
        let unit_behind = written(figure, "{}").starts_with("{}");
        let value = |record: &&Record| match same {
            true if unit_behind => number(value(record), 6),
            true => full(figure, record),
            false => format!(
                "{} ({})",
                full(figure, record),
                bounds(&record.during, date)
            ),
        };
        let values: Vec<String> = records.iter().map(value).collect();
        let mut values = list(&values, "or");
        if same && unit_behind {
            values = written(figure, &values);
        }
        let tail = if same { tail(first) } else { String::new() };
        let sentence = sentence(fact, figure, false).replacen("{}", &values, 1);
        return format!("{}{tail}.", capital(&sentence));
    }
    let what = figure.what.as_deref().unwrap_or(&fact.id);
    let mut says = format!("Nothing is listed on {} for {}", day(date), the(what));
    let (before, after) = around(fact, date);
    if let Some(record) = before {
        says += &format!("; the last was {}{}", full(figure, record), tail(record));
    }
    if let Some(record) = after {
        says += &format!("; the next is {}{}", full(figure, record), tail(record));
    }
    says + "."
}

fn forms(fact: &Fact) -> Vec<Form> {
    let Some(figure) = figure(fact) else {
        return Vec::new();
    };
    let measures = match figure.measures {
        Measures::Total => "a total: no change, part, rate or toll",
        Measures::Change => "a change: a rise or fall, no total",
        Measures::Part => "a part of a total",
        Measures::Rate => "a rate: so many in so much time",
        Measures::Toll => "a toll: people killed or hurt",
    };
    let percent = (figure.tolerance * Decimal::ONE_HUNDRED).normalize();
    let unit = match &figure.unit {
        FigureUnit::Counted(nouns) => Form::new("counts", nouns.iter().cloned()),
        FigureUnit::Measured(unit) => Form::new("unit", unit_forms(unit)),
    };
    vec![
        unit,
        Form::new("subject", figure.subject.iter().cloned()),
        Form::new("near it", figure.context.iter().cloned()),
        Form::new("measures", [measures.to_string()]),
        Form::new(
            "tolerance",
            [format!("{percent}% for “about” and “nearly”")],
        ),
    ]
}

/// Sentences with a hole for the number, those that say what it measures first.
fn frames(fact: &Fact, figure: &Figure) -> Vec<String> {
    let mut frames = Vec::new();
    let counted = match &figure.unit {
        FigureUnit::Counted(nouns) => nouns.as_slice(),
        FigureUnit::Measured(_) => &[],
    };
    let holed = |subject: &str, context: Option<&str>| -> Vec<String> {
        let s = the(subject);
        let place = context.filter(|context| context.starts_with(char::is_uppercase));
        let is_adjective =
            |place: &str| nation(place).is_some_and(|nation| nation.adjectives.contains(&place));
        let after = match (place, context) {
            (Some(place), _) if is_adjective(place) => String::new(),
            (Some(place), _) => format!(" in {}", the(place)),
            (None, Some(word)) => format!(" {word}"),
            (None, None) => String::new(),
        };
        let owner = place.map(|place| match is_adjective(place) {
            true => format!("the {place} {subject}"),
            false => format!("{} {subject}", possessive(&the(place))),
        });
        let owned = owner.unwrap_or_else(|| s.clone());
        let noun = counted.first().map_or("", String::as_str);
        let is = if is_plural(subject) { "are" } else { "is" };
        match (figure.measures, counted.is_empty()) {
            (Measures::Change, _) => vec![
                format!("{owned} rose by {{}}."),
                format!("{owned} fell by {{}}."),
                format!("{s} rose by {{}}{after}."),
                format!("the {{}} rise of {s}{after} was announced."),
            ],
            (Measures::Rate, true) => vec![
                format!("{s} rose by {{}} a year{after}."),
                format!("{s} made {{}} a year{after}."),
                format!("{s} made {{}} a day{after}."),
            ],
            (Measures::Rate, false) => ["year", "day", "month"]
                .iter()
                .flat_map(|time| {
                    [
                        format!("{s} counted {{}} {noun} a {time}{after}."),
                        format!("{s} pumps {{}} {noun} a {time}{after}."),
                    ]
                })
                .collect(),
            (Measures::Toll, _) => vec![
                format!("{{}} {noun} were killed in {s}{after}."),
                format!("{s} killed {{}} {noun}{after}."),
                format!("{{}} {noun} died{after} in {s}."),
            ],
            (Measures::Part, _) => vec![
                format!("{{}} of the {noun} were {s}{after}."),
                format!("{s}: {{}} of the {noun}{after}."),
            ],
            (Measures::Total, true) => vec![
                format!("{owned} {is} {{}}."),
                format!("{s} {is} {{}}{after}."),
                format!("{owned} was {{}}."),
                format!("{s} stands at {{}}{after}."),
            ],
            (Measures::Total, false) if is_nation_name(subject) || place.is_none() => vec![
                format!("{s} has {{}} {noun}{after}."),
                format!("there are {{}} {noun} in {s}{after}."),
                format!("{{}} {subject} {noun} were counted{after}."),
            ],
            (Measures::Total, false) => vec![
                format!("{{}} {subject} {noun} are{after}."),
                format!("{s} has {{}} {noun}{after}."),
            ],
        }
    };
    if figure.what.is_some() {
        let sentence = sentence(fact, figure, false);
        frames.push(format!("{sentence}."));
        let named = |place: &&String| place.starts_with(char::is_uppercase);
        for place in figure.context.iter().filter(named).take(3) {
            frames.push(format!("{sentence} in {}.", the(place)));
        }
    }
    let subjects = figure.subject.iter().take(4).map(String::as_str);
    for subject in subjects {
        let contexts = figure.context.iter().take(4);
        let contexts = contexts.map(|context| Some(context.as_str()));
        for context in contexts.chain(figure.context.is_empty().then_some(None)) {
            frames.extend(holed(subject, context));
        }
    }
    if figure.subject.is_empty() {
        let what = figure.what.as_deref().unwrap_or("it");
        frames.extend(holed(what, None));
    }
    frames
}

fn drafts(fact: &Fact, date: Date) -> Vec<Draft> {
    let (Some(figure), Some((date, record))) = (figure(fact), moment(fact, date)) else {
        return Vec::new();
    };
    let right = number(value(record), 2);
    let frames = frames(fact, figure);
    let wrong = slips(&right).into_iter().take(5);
    let drafts = wrong.flat_map(|wrong| {
        let (wrong, right) = (written(figure, &wrong), written(figure, &right));
        let frames = frames.iter();
        let drafts: Vec<Draft> = frames
            .map(|frame| Draft::new(date, frame, &wrong, &right))
            .collect();
        drafts
    });
    drafts.collect()
}
