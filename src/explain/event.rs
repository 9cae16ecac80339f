//! How an occasion is told.

use jiff::civil::Date;

use super::example::Draft;
use super::words::{capital, day, days as written, is_plural, list, ordinal, the};
use super::{Form, Teller};
use crate::facts::{Event, Fact, Kind, Record, Value};

pub(super) const TELLER: Teller = Teller {
    says,
    label,
    forms,
    drafts,
};

fn event(fact: &Fact) -> Option<&Event> {
    match &fact.kind {
        Kind::Event(event) => Some(event),
        _ => None,
    }
}

fn cell<'f>(fact: &Fact, record: &'f Record, column: &str) -> &'f [Value] {
    let at = fact
        .table
        .columns
        .iter()
        .position(|known| known.name == column);
    at.and_then(|at| record.cells.get(at))
        .map_or(&[], Vec::as_slice)
}

/// The first and last day of an edition.
pub(super) fn days(fact: &Fact, record: &Record) -> Option<(Date, Date)> {
    match cell(fact, record, "on").first()? {
        Value::Days(first, last) => Some((*first, *last)),
        _ => None,
    }
}

fn edition(fact: &Fact, record: &Record) -> Option<u64> {
    match cell(fact, record, "number").first()? {
        Value::Ordinal(number) => Some(*number),
        _ => None,
    }
}

fn places<'f>(fact: &Fact, record: &'f Record) -> Vec<&'f str> {
    let cells = cell(fact, record, "at").iter();
    let names = cells.filter_map(|value| match value {
        Value::Phrase(phrase) => Some(phrase.preferred.as_str()),
        _ => None,
    });
    names.collect()
}

fn label(fact: &Fact, record: &Record) -> String {
    let number = edition(fact, record).map(ordinal);
    let place = list(&places(fact, record), "or");
    let parts = number
        .into_iter()
        .chain((!place.is_empty()).then_some(place));
    parts.collect::<Vec<_>>().join(", ")
}

fn name(event: &Event) -> &str {
    event.names.first().map_or("occasion", String::as_str)
}

/// The name as it stands in a sentence: `the Security Consultative Meeting`, `Black Monday`.
fn called(name: &str) -> String {
    let proper = name.starts_with(char::is_uppercase);
    let numbered = proper && name.ends_with(|c: char| c.is_ascii_digit());
    let single = proper && !name.contains(' ');
    let day = proper && name.ends_with("day");
    if numbered || single || day {
        name.to_string()
    } else if name.starts_with("the ") {
        the(name)
    } else {
        format!("the {name}")
    }
}

/// `the 57th Security Consultative Meeting`.
fn numbered(name: &str, number: u64) -> String {
    let bare = name.strip_prefix("the ").unwrap_or(name);
    format!("the {} {bare}", ordinal(number))
}

/// Whether it is made rather than held.
fn is_pact(name: &str) -> bool {
    let pacts = ["Agreement", "Accord", "Treaty", "Pact", "Armistice"];
    !name.contains(" of ") && pacts.iter().any(|pact| name.ends_with(pact))
}

/// ` on 4 November 2025 in Seoul`.
fn when_and_where(fact: &Fact, record: &Record) -> String {
    let mut says = String::new();
    if let Some((first, last)) = days(fact, record) {
        let on = if first == last { "on" } else { "from" };
        says += &format!(" {on} {}", written(first, last));
    }
    let places = places(fact, record);
    if !places.is_empty() {
        let places: Vec<String> = places.iter().map(|place| the(place)).collect();
        says += &format!(" in {}", list(&places, "or"));
    }
    says
}

fn says(fact: &Fact, date: Date) -> String {
    let Some(event) = event(fact) else {
        return String::new();
    };
    let name = name(event);
    let subject = |record: &Record| match edition(fact, record) {
        Some(number) => numbered(name, number),
        None => called(name),
    };
    let sentence = |record: &Record| {
        let plural = is_plural(name);
        let verb = match days(fact, record) {
            Some((first, _)) if first > date => "will be",
            _ if is_pact(name) => "was",
            Some((_, last)) if last >= date && plural => "are",
            Some((_, last)) if last >= date => "is",
            _ if plural => "were",
            _ => "was",
        };
        let tail = when_and_where(fact, record);
        let made = if is_pact(name) { " made" } else { "" };
        format!("{} {verb}{made}{tail}.", capital(&subject(record)))
    };
    let records = &fact.table.records;
    if let [one] = records.as_slice() {
        return sentence(one);
    }
    let dated = |record: &&Record| days(fact, record).is_some();
    let last = records
        .iter()
        .filter(dated)
        .filter(|record| days(fact, record).is_some_and(|(first, _)| first <= date))
        .max_by_key(|record| days(fact, record));
    let next = records
        .iter()
        .filter(|record| days(fact, record).is_some_and(|(first, _)| first > date))
        .min_by_key(|record| days(fact, record));
    let told: Vec<String> = [last, next].into_iter().flatten().map(sentence).collect();
    if told.is_empty() {
        let known: Vec<String> = records.iter().map(|record| label(fact, record)).collect();
        return format!("Editions of {}: {}.", called(name), known.join("; "));
    }
    told.join(" ")
}

fn forms(fact: &Fact) -> Vec<Form> {
    let Some(event) = event(fact) else {
        return Vec::new();
    };
    vec![Form::new("names", event.names.iter().cloned())]
}

fn drafts(fact: &Fact, date: Date) -> Vec<Draft> {
    let Some(event) = event(fact) else {
        return Vec::new();
    };
    let records = fact.table.records.iter();
    let distance = |record: &&Record| {
        let first = days(fact, record).map(|(first, _)| first);
        let days = first.and_then(|first| date.until(first).ok());
        days.map_or(i32::MAX, |days| days.get_days().abs())
    };
    let Some(record) = records.min_by_key(distance) else {
        return Vec::new();
    };
    let mut drafts = Vec::new();
    for name in event.names.iter().take(3) {
        let ahead = days(fact, record).is_some_and(|(first, _)| first > date);
        let (held, took, was) = match ahead {
            true => ("will be held", "will take place", "will be"),
            false if is_pact(name) => ("was made", "was made", "was"),
            false if is_plural(name) => ("were held", "took place", "were"),
            false => ("was held", "took place", "was"),
        };
        let subject = match edition(fact, record) {
            Some(number) => numbered(name, number),
            None => called(name),
        };
        let place = places(fact, record).first().map(|place| the(place));
        let in_place = place
            .as_ref()
            .map_or(String::new(), |place| format!(" in {place}"));
        let on = days(fact, record).map(|(first, last)| {
            let on = if first == last { "on" } else { "from" };
            (on, first, last)
        });
        let on_days = on.map_or(String::new(), |(on, first, last)| {
            format!(" {on} {}", written(first, last))
        });
        if let Some(number) = edition(fact, record) {
            let others = [
                number.saturating_add(1),
                number.saturating_sub(1),
                number.saturating_add(10),
            ];
            for wrong in others {
                for tail in [
                    on_days.clone(),
                    in_place.clone(),
                    format!("{in_place}{on_days}"),
                ] {
                    let frame = format!("the {{}} {name} {held}{tail}.");
                    drafts.push(Draft::new(date, &frame, &ordinal(wrong), &ordinal(number)));
                }
            }
        }
        if let Some((_, first, last)) = on {
            let (before, after) = (first.yesterday(), last.tomorrow());
            for wrong in [after, before].into_iter().flatten() {
                for verb in [took, was, held] {
                    let frame = format!("{subject} {verb} on {{}}.");
                    drafts.push(Draft::new(date, &frame, &day(wrong), &day(first)));
                }
            }
        }
        if let Some(place) = &place {
            for wrong in ["Geneva", "Toronto"].iter().filter(|wrong| *wrong != place) {
                for verb in [held, took, was] {
                    let frame = format!("{subject} {verb} in {{}}.");
                    drafts.push(Draft::new(date, &frame, wrong, place));
                }
            }
        }
    }
    drafts
}
