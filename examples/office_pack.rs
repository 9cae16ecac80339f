//! Makes a pack of office holders from a list of them:
//! `cargo run --release --example office_pack -- LIST.tsv > PACK.toml`
//!
//! The list has one term of office a line, its columns parted by tabs: the titles of the office and its nations or
//! bodies (each list parted by `|`), the holder's name, the first and the last day of the term (`2017-01-20`,
//! `2017-01` or `2017`; the last may be empty). A holder becomes an `[[entity]]`, an office an `[[office]]`.

use std::collections::{BTreeMap, BTreeSet};

/// A term of office, as its record is written.
type Terms = BTreeSet<String>;

fn main() {
    let Some(path) = std::env::args_os().nth(1) else {
        stop("usage: office_pack LIST.tsv");
    };
    let list = std::fs::read_to_string(&path).unwrap_or_else(|error| stop(&error.to_string()));
    let mut people: BTreeMap<String, &str> = BTreeMap::new();
    let mut offices: BTreeMap<(&str, &str), Terms> = BTreeMap::new();
    for (number, line) in list.lines().enumerate() {
        let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
        let [titles, of, name, from, until] = columns.as_slice() else {
            stop(&format!("line {}: five columns are expected", number + 1));
        };
        let person = id(name);
        if person.is_empty() {
            stop(&format!("line {}: a name is expected", number + 1));
        }
        let bounds = [("from", from), ("until", until)]
            .into_iter()
            .filter(|(_, day)| !day.is_empty())
            .map(|(bound, day)| format!(", {bound} = {}", date(day)))
            .collect::<String>();
        let terms = offices.entry((titles, of)).or_default();
        terms.insert(format!("  {{ name = \"@{person}\"{bounds} }},"));
        people.entry(person).or_insert(name);
    }
    for (id, name) in &people {
        println!("[[entity]]\nid = {id:?}\nname = {name:?}\n");
    }
    for (number, ((titles, of), terms)) in offices.iter().enumerate() {
        println!("[[office]]\nid = \"office-{}\"", number + 1);
        println!("titles = {:?}", parts(titles));
        if !of.is_empty() {
            println!("of = {:?}", parts(of));
        }
        let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
        println!("holders = [\n{}\n]\n", terms.join("\n"));
    }
}

fn parts(list: &str) -> Vec<&str> {
    list.split('|').map(str::trim).collect()
}

/// A day is a date of TOML, a year a number, a month a string.
fn date(day: &str) -> String {
    match day.len() {
        7 => format!("{day:?}"),
        _ => day.to_string(),
    }
}

/// `jane-okafor` for `Jane Okafor`; a letter that is not ASCII becomes its number.
fn id(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            _ if c.is_ascii_alphanumeric() => id.push(c),
            _ if c.is_alphanumeric() => id.push_str(&format!("{:x}", c as u32)),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    id.trim_end_matches('-').to_string()
}

fn stop(message: &str) -> ! {
    eprintln!("{message}");
    std::process::exit(2)
}
