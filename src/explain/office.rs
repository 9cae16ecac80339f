//! How an office and its holders are told.

use jiff::civil::Date;

use super::example::Draft;
use super::words::{bounds, capital, day, possessive, the};
use super::{Form, Teller, around, holding, moment, name_of};
use crate::facts::{Fact, Kind, Office, Record};
use crate::language::nations::{is_nation_name, nation};
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
    let title = lower(title);
    let Some(of) = office.of.first() else {
        return the(&title);
    };
    let is_adjective = nation(of).is_some_and(|nation| nation.adjectives.contains(&&**of));
    // `the U.S. president`, not `U.S.'s president`.
    if is_adjective || of.ends_with('.') {
        format!("the {of} {title}")
    } else {
        let of = if is_nation_name(of) { of.clone() } else { the(of) };
        format!("{} {title}", possessive(&of))
    }
}

/// A title in lower case where all its words are ordinary ones: `defense minister`, but `Duke of Edinburgh`.
fn lower(title: &str) -> String {
    let common = |word: &str| {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        let rest = plain.chars().skip(1);
        let is_name = rest.clone().any(char::is_uppercase);
        !is_name && is_word(&plain.to_lowercase())
    };
    let words = title.split([' ', '-']);
    let royal = ["King", "Queen", "Pope", "Duke", "Prince", "Princess"];
    if title.contains('.') || royal.iter().any(|word| title.starts_with(word)) {
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
    let adjective =
        |of: &&String| nation(of).is_some_and(|nation| nation.adjectives.contains(&&***of));
    let mut bodies: Vec<&String> = office.of.iter().filter(adjective).collect();
    bodies.extend(office.of.iter().filter(|of| !adjective(of)));
    let mut frames = Vec::new();
    for title in office.titles.iter().take(3) {
        let lowered = lower(title);
        for of in bodies.iter().take(3) {
            let before = format!("{of} {title} {{}} spoke to reporters.");
            let owner = possessive(&the(of));
            let behind = format!("{{}}, {owner} {lowered}, spoke to reporters.");
            let of = format!("{{}}, the {lowered} of {}, spoke to reporters.", the(of));
            match title.contains(" of ") || title.starts_with(char::is_lowercase) {
                false => frames.extend([before, behind, of]),
                true => frames.extend([behind, before, of]),
            }
        }
        if bodies.is_empty() {
            let before = format!("{} {{}} spoke to reporters.", capital(title));
            let behind = format!("{{}}, {}, spoke to reporters.", the(&lowered));
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
    // Those before are the likely mistake, the latest first; then those after; then somebody.
    let mut others: Vec<(bool, &Record)> = fact
        .table
        .records
        .iter()
        .map(|other| (other.during.from >= record.during.from, other))
        .collect();
    others.sort_by_key(|(later, other)| (*later, std::cmp::Reverse(other.during.from)));
    let mut names: Vec<&str> = Vec::new();
    let others = others.into_iter().filter_map(|(_, other)| name_of(other));
    for name in others.chain(["Tomas Brandt"]) {
        let holds = |record: &&Record| name_of(record) == Some(name);
        if !names.contains(&name) && !holding(fact, date).iter().any(holds) {
            names.push(name);
        }
    }
    let frames = frames(office);
    let names = names.iter().take(4);
    let drafts = names.flat_map(|name| {
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
        };
        let cases = [
            ("Defense Minister", &["South Korea", "Seoul"][..], "South Korea's defense minister"),
            ("President", &["U.S."], "the U.S. president"),
            ("USFK commander", &[], "the USFK commander"),
            ("Chief Executive", &["Brightwater"], "Brightwater's chief executive"),
        ];
        for (title, of, expected) in cases {
            assert_eq!(named(&office(title, of)), expected);
        }
    }
}
