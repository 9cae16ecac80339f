//! How an affiliation and its members are explained.

use jiff::civil::Date;

use super::example::Draft;
use super::words::{bounds, day, list};
use super::{Form, Teller, around, holding, moment, name_of};
use crate::facts::{Affiliation, Fact, Kind, Record, Value};

pub(super) const TELLER: Teller = Teller {
    says,
    label,
    forms,
    drafts,
};

/// How many members a sentence lists.
const MOST: usize = 6;

fn affiliation(fact: &Fact) -> Option<&Affiliation> {
    match &fact.kind {
        Kind::Affiliation(affiliation) => Some(affiliation),
        _ => None,
    }
}

/// The preferred spelling of each phrase that a member belongs to.
fn bodies(record: &Record) -> impl Iterator<Item = &str> {
    let values = record.cells.get(1).into_iter().flatten();
    values.filter_map(|value| match value {
        Value::Phrase(phrase) => Some(phrase.preferred.as_str()),
        _ => None,
    })
}

/// `Han Ji-won (Reform Party)`
fn label(_: &Fact, record: &Record) -> String {
    let name = name_of(record).unwrap_or_default();
    format!("{name} ({})", bodies(record).next().unwrap_or_default())
}

fn says(fact: &Fact, date: Date) -> String {
    let what = affiliation(fact).and_then(|affiliation| affiliation.what.clone());
    let what = what.map_or_else(
        || "Who belongs where".into(),
        |what| super::words::capital(&what),
    );
    let told = |record: &Record| {
        let when = bounds(&record.during, date);
        let comma = if when.is_empty() { "" } else { ", " };
        format!("{}{comma}{when}", label(fact, record))
    };
    let records = holding(fact, date);
    let mut shown: Vec<String> = records
        .iter()
        .take(MOST)
        .map(|record| told(record))
        .collect();
    if records.len() > MOST {
        shown.push(format!("{} more", records.len() - MOST));
    }
    if !shown.is_empty() {
        return format!("{what}: {}.", list(&shown, "and"));
    }
    let (before, after) = around(fact, date);
    let mut says = format!("{what}: no member is listed on {}", day(date));
    if let Some(record) = before {
        says += &format!("; the last was {}", told(record));
    }
    if let Some(record) = after {
        says += &format!("; the next is {}", told(record));
    }
    says + "."
}

fn forms(fact: &Fact) -> Vec<Form> {
    let mut all: Vec<String> = Vec::new();
    for body in fact.table.records.iter().flat_map(bodies) {
        if !all.iter().any(|known| known == body) {
            all.push(body.to_string());
        }
    }
    vec![Form::new("of", all)]
}

fn drafts(fact: &Fact, date: Date) -> Vec<Draft> {
    let Some((date, record)) = moment(fact, date) else {
        return Vec::new();
    };
    let (Some(name), Some(right)) = (name_of(record), bodies(record).next()) else {
        return Vec::new();
    };
    let others = fact
        .table
        .records
        .iter()
        .filter_map(|other| bodies(other).next());
    let mut wrong: Vec<&str> = Vec::new();
    for other in others {
        if wrong.len() < MOST && !wrong.contains(&other) && bodies(record).all(|own| own != other) {
            wrong.push(other);
        }
    }
    let frames = [
        format!("{name} ({{}}) spoke first."),
        format!("{name} of {{}} spoke first."),
        format!("On Monday {name}, {{}}, opened the fair."),
        format!("Reporters asked about {name} by {{}}."),
    ];
    let drafts = wrong.iter().flat_map(|wrong| {
        let frames = frames.iter();
        frames.map(move |frame| Draft::new(date, frame, wrong, right))
    });
    drafts.collect()
}
