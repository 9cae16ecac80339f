//! How a name is told.

use jiff::civil::Date;

use super::example::Draft;
use super::words::{bounds, capital, day, quote, quoted};
use super::{Form, Teller, name_of};
use crate::facts::{Entity, Fact, Kind, Period, Record};

pub(super) const TELLER: Teller = Teller {
    says,
    label: |_, record| name_of(record).unwrap_or_default().to_string(),
    forms,
    drafts,
};

fn entity(fact: &Fact) -> Option<&Entity> {
    match &fact.kind {
        Kind::Entity(entity) => Some(entity),
        _ => None,
    }
}

/// The accepted names that hold always, and those that hold for a time.
fn accepted(fact: &Fact) -> (Vec<&str>, Vec<(&str, Period)>) {
    let (mut always, mut timed) = (Vec::new(), Vec::new());
    for record in fact.table.records.iter().skip(1) {
        match name_of(record) {
            Some(name) if record.during == Period::ALWAYS => always.push(name),
            Some(name) => timed.push((name, record.during)),
            None => {}
        }
    }
    (always, timed)
}

fn says(fact: &Fact, date: Date) -> String {
    let Some(entity) = entity(fact) else {
        return String::new();
    };
    let mut says = format!("The name is written {}", quote(&entity.name));
    let (always, timed) = accepted(fact);
    match always.as_slice() {
        [] => says.push('.'),
        [one] => says += &format!("; {} is right too.", quote(one)),
        many => says += &format!("; {} are right too.", quoted(many, "and")),
    }
    for (name, during) in timed {
        let (is, when) = match (during.holds(date), during.from) {
            (true, _) => ("is right too,", bounds(&during, date)),
            (false, Some(from)) if from > date => ("will be right", bounds(&during, date)),
            _ => ("was right", bounds(&during, date)),
        };
        says += &format!(" {} {is} {when}.", quote(name));
    }
    match (entity.born, entity.died) {
        (Some(born), None) => says += &format!(" Born on {}{}.", day(born), age(born, date)),
        (Some(born), Some(died)) => {
            let age = years(born, died);
            says += &format!(" Born on {}, died on {} at {age}.", day(born), day(died));
        }
        (None, Some(died)) => says += &format!(" Died on {}.", day(died)),
        (None, None) => {}
    }
    says
}

fn age(born: Date, date: Date) -> String {
    if born > date {
        return String::new();
    }
    let years = years(born, date);
    format!(", and so {years} years old on {}", day(date))
}

/// The full years from one day to another.
fn years(born: Date, on: Date) -> i16 {
    let before = (on.month(), on.day()) < (born.month(), born.day());
    on.year() - born.year() - i16::from(before)
}

fn forms(fact: &Fact) -> Vec<Form> {
    let Some(entity) = entity(fact) else {
        return Vec::new();
    };
    let (always, timed) = accepted(fact);
    let right = always.into_iter().map(str::to_string);
    let timed = timed.into_iter().map(|(name, during)| {
        let until = during.until.map(|until| format!(" until {}", day(until)));
        let from = during.from.map(|from| format!(" from {}", day(from)));
        format!(
            "{name} ({})",
            [from, until].into_iter().flatten().collect::<String>().trim()
        )
    });
    let near = if entity.near {
        "reported: a slip of the keyboard, another romanisation, wrong hyphens, accents or capitals"
    } else {
        "not reported"
    };
    vec![
        Form::new("preferred", [entity.name.clone()]),
        Form::new("also right", right.chain(timed)),
        Form::new("known wrong", entity.reject.iter().cloned()),
        Form::new("other names", entity.unlike.iter().cloned()),
        Form::new("near misses", [near.to_string()]),
    ]
}

fn drafts(fact: &Fact, date: Date) -> Vec<Draft> {
    let Some(entity) = entity(fact) else {
        return Vec::new();
    };
    let mut drafts = Vec::new();
    let frame = "The report mentions {}.";
    let mut add = |date: Date, wrong: &str| {
        drafts.push(Draft::new(date, frame, wrong, &entity.name));
    };
    for wrong in &entity.reject {
        add(date, wrong);
    }
    let timed = |record: &Record| Some((name_of(record)?.to_string(), record.during));
    let (_, bounded) = accepted(fact);
    for (name, during) in &bounded {
        match (during.until, during.from) {
            (Some(until), _) => add(date.max(until.tomorrow().unwrap_or(until)), name),
            (None, Some(from)) => add(date.min(from.yesterday().unwrap_or(from)), name),
            (None, None) => {}
        }
    }
    if entity.near {
        let names = fact.table.records.iter().filter_map(timed);
        let always = names.filter(|(_, during)| *during == Period::ALWAYS);
        let right: Vec<String> = always.map(|(name, _)| name).collect();
        for wrong in misspelt(&entity.name) {
            if !right.contains(&wrong) {
                add(date, &wrong);
            }
        }
        for name in &right {
            for wrong in misspelt(name).into_iter().take(12) {
                if !right.contains(&wrong) {
                    drafts.push(Draft::new(date, frame, &wrong, name));
                }
            }
        }
    }
    if let Some(born) = entity.born.filter(|born| *born < date) {
        let on = entity.died.map_or(date, |died| died.min(date));
        let age = years(born, on);
        let frame = format!("The report mentions {}, {{}}, by name.", entity.name);
        for wrong in [age - 3, age + 3, age + 10] {
            let (wrong, age) = (wrong.to_string(), age.to_string());
            drafts.push(Draft::new(date, &frame, &wrong, &age));
        }
    }
    drafts
}

/// Slips of the keyboard, in the last word first: two letters swapped, one left out, one doubled.
fn misspelt(name: &str) -> Vec<String> {
    let signs: Vec<char> = name.chars().collect();
    // Not the first letter of a word: nobody overlooks that.
    let inner = |at: usize| {
        let letter = |at: usize| signs.get(at).is_some_and(|c| c.is_lowercase());
        letter(at) && at > 0 && signs.get(at - 1).is_some_and(|c| c.is_alphabetic())
    };
    let places: Vec<usize> = (0..signs.len()).rev().filter(|at| inner(*at)).collect();
    let mut slips = Vec::new();
    for at in &places {
        if inner(at + 1) && signs.get(*at) != signs.get(at + 1) {
            let mut swapped = signs.clone();
            swapped.swap(*at, at + 1);
            slips.push(swapped);
        }
    }
    for at in &places {
        let mut dropped = signs.clone();
        dropped.remove(*at);
        slips.push(dropped);
    }
    for at in &places {
        let mut doubled = signs.clone();
        doubled.insert(*at, signs[*at]);
        slips.push(doubled);
    }
    let texts = slips.into_iter().map(|slip| slip.into_iter().collect());
    let texts = texts.filter(|slip: &String| slip != name);
    texts.map(|slip| capital(&slip)).take(60).collect()
}
