//! How an office and its holders are told.

use jiff::civil::Date;

use super::example::Draft;
use super::words::{bounds, capital, day, possessive, the};
use super::{Form, Teller, around, holding, moment, name_of};
use crate::facts::{Fact, Kind, Office, Record};
use crate::language::nations::nation;
use crate::mentions::near::lexicon::is_word;

pub(super) const TELLER: Teller = Teller {
    says,
    label,
    forms,
    drafts,
};

fn office(fact: &Fact) -> Option<&Office> {
    match &fact.kind {
        Kind::Office(office) => Some(office),
        _ => None,
    }
}

fn label(_: &Fact, record: &Record) -> String {
    let acting = if record.acting { " (acting)" } else { "" };
    format!("{}{acting}", name_of(record).unwrap_or_default())
}

/// `South Korea's defense minister`, `the U.S. secretary of state`, `the USFK commander`.
fn named(office: &Office) -> String {
    let title = office.titles.first().map_or("holder", String::as_str);
    match office.of.first() {
        Some(of) => owned(of, &office.of, &lower(title)),
        None => definite(&lower(title)),
    }
}

fn definite(title: &str) -> String {
    format!("the {}", title.strip_prefix("the ").unwrap_or(title))
}

/// A title with its body: `South Korea's president`, `the South Korean president`, `the U.S. president`.
fn owned(of: &str, all: &[String], title: &str) -> String {
    if is_adjective(of, all) || of.ends_with('.') {
        format!("the {of} {title}")
    } else {
        format!("{} {title}", possessive(&the(of)))
    }
}

/// Whether a body is an adjective: `South Korean`, or `Belmaran` beside `Belmara`.
fn is_adjective(of: &str, all: &[String]) -> bool {
    if let Some(nation) = nation(of) {
        return nation.adjectives.contains(&of);
    }
    let made_of = |name: &String| {
        let mut stem = name.chars();
        stem.next_back();
        name.len() > 3
            && name != of
            && of.starts_with(stem.as_str())
            && of.len() <= name.len() + 4
            && ["n", "i", "ese", "ish", "ic"]
                .iter()
                .any(|end| of.ends_with(end))
    };
    !of.contains(' ') && all.iter().any(made_of)
}

/// A title in lower case where all its words are ordinary ones: `defense minister`, but `Duke of Edinburgh`. A long one
/// holds the name of a body: `Joint Chiefs of Staff Chairman`.
fn lower(title: &str) -> String {
    let common = |word: &str| {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        let rest = plain.chars().skip(1);
        let is_name = rest.clone().any(char::is_uppercase);
        !is_name && is_word(&plain.to_lowercase())
    };
    let words = title.split([' ', '-']);
    let royal = ["King", "Queen", "Pope", "Duke", "Prince", "Princess"];
    if title.contains('.')
        || words.clone().count() > 3
        || royal.iter().any(|word| title.starts_with(word))
    {
        return title.to_string();
    }
    let mut words = words.filter(|word| word.starts_with(char::is_uppercase));
    if words.all(common) {
        title.to_lowercase()
    } else {
        title.to_string()
    }
}

fn says(fact: &Fact, date: Date) -> String {
    let Some(office) = office(fact) else {
        return String::new();
    };
    let named = named(office);
    let held = |record: &&Record| {
        let name = name_of(record).unwrap_or_default();
        let acting = if record.acting { " (acting)" } else { "" };
        let when = bounds(&record.during, date);
        let comma = if when.is_empty() { "" } else { ", " };
        format!("{name}{acting}{comma}{when}")
    };
    let holders: Vec<String> = holding(fact, date).iter().map(held).collect();
    if !holders.is_empty() {
        let and = if holders.len() > 1 { "; and " } else { "" };
        return format!("{} is {}.", capital(&named), holders.join(and));
    }
    let (before, after) = around(fact, date);
    let mut says = format!("Nobody is listed as {named} on {}", day(date));
    if let Some(record) = before {
        let name = name_of(record).unwrap_or_default();
        says += &format!("; the last was {name}, {}", bounds(&record.during, date));
    }
    if let Some(record) = after {
        let name = name_of(record).unwrap_or_default();
        says += &format!("; the next is {name}, {}", bounds(&record.during, date));
    }
    says + "."
}

fn forms(fact: &Fact) -> Vec<Form> {
    let Some(office) = office(fact) else {
        return Vec::new();
    };
    let titles = office.titles.iter().cloned();
    vec![
        Form::new("titles", titles),
        Form::new("of", office.of.iter().cloned()),
    ]
}

/// The ways in which copy joins the body to the title, with a hole for the name.
fn frames(office: &Office) -> Vec<String> {
    let adjective = |of: &str| is_adjective(of, &office.of);
    let first = office.of.first().map_or("", String::as_str);
    // Of a nation its adjective stands before a title; any other body is called first what the rule file calls it.
    let is_nation = nation(first).is_some() || !office.of.iter().all(|of| !adjective(of));
    let mut bodies: Vec<&String> = office.of.iter().collect();
    bodies.sort_by_key(|of| is_nation != (adjective(of) || of.ends_with('.')));
    if is_nation {
        bodies.sort_by_key(|of| !of.ends_with('.'));
    }
    let mut frames = Vec::new();
    for title in office.titles.iter().take(3) {
        let lowered = lower(title);
        for of in bodies.iter().take(3) {
            let before = format!("{of} {title} {{}} spoke to reporters.");
            let owner = owned(of, &office.of, &lowered);
            let behind = format!("{{}}, {owner}, spoke to reporters.");
            let of = match adjective(of) {
                true => behind.clone(),
                false => format!("{{}}, the {lowered} of {}, spoke to reporters.", the(of)),
            };
            match title.contains(" of ") || title.starts_with(char::is_lowercase) {
                false => frames.extend([before, behind, of]),
                true => frames.extend([behind, before, of]),
            }
        }
        if bodies.is_empty() {
            let before = format!("{} {{}} spoke to reporters.", capital(title));
            let behind = format!("{{}}, {}, spoke to reporters.", definite(&lowered));
            match title.contains(" of ") || title.starts_with(char::is_lowercase) {
                false => frames.extend([before, behind]),
                true => frames.extend([behind, before]),
            }
        }
    }
    frames
}

fn drafts(fact: &Fact, date: Date) -> Vec<Draft> {
    let (Some(office), Some((date, record))) = (office(fact), moment(fact, date)) else {
        return Vec::new();
    };
    let Some(right) = name_of(record) else {
        return Vec::new();
    };
    // Those before are the likely mistake, the latest first, who did more than act; then those after; then somebody.
    let later = |other: &Record| other.during.from >= record.during.from;
    let mut others: Vec<&Record> = fact.table.records.iter().collect();
    others.sort_by_key(|other| {
        let latest = std::cmp::Reverse(other.during.from);
        (later(other), other.acting, latest)
    });
    let right_ones: Vec<&str> = holding(fact, date)
        .into_iter()
        .filter_map(name_of)
        .collect();
    let mut names: Vec<&str> = Vec::new();
    let others = others.into_iter().filter_map(name_of);
    for name in others.chain(["Tomas Brandt"]) {
        if names.len() < 4 && !names.contains(&name) && !right_ones.contains(&name) {
            names.push(name);
        }
    }
    let frames = frames(office);
    let drafts = names.iter().flat_map(|name| {
        let frames = frames.iter();
        frames.map(move |frame| Draft::new(date, frame, name, right))
    });
    drafts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_ordinary_words_are_lower_case() {
        let cases = [
            ("Defense Minister", "defense minister"),
            ("Secretary of State", "secretary of state"),
            ("USFK commander", "USFK commander"),
            ("Duke of Edinburgh", "Duke of Edinburgh"),
            ("Sen.", "Sen."),
        ];
        for (title, expected) in cases {
            assert_eq!(lower(title), expected);
        }
    }

    #[test]
    fn offices_are_named_as_copy_names_them() {
        let office = |title: &str, of: &[&str]| Office {
            titles: vec![title.into()],
            of: of.iter().map(|of| (*of).to_string()).collect(),
            several: false,
        };
        let cases = [
            (
                "Defense Minister",
                &["South Korea", "Seoul"][..],
                "South Korea's defense minister",
            ),
            ("President", &["U.S."], "the U.S. president"),
            ("USFK commander", &[], "the USFK commander"),
            (
                "Chief Executive",
                &["Brightwater"],
                "Brightwater's chief executive",
            ),
        ];
        for (title, of, expected) in cases {
            assert_eq!(named(&office(title, of)), expected);
        }
    }
}
