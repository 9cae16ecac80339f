//! Measures near misses of names on a list of people: `cargo run --release --example near_names -- LIST.csv`.
//!
//! The list has a header and the columns `hangul,official,revised_romanization`. Every official spelling is made a
//! fact. Then (a) each Revised Romanization that is no official spelling should be reported with the right person,
//! and (b) with one person's fact left out, that person's own spelling should not be reported as somebody else's.

use factlint::mentions::near::{NameEntry, NearNames};

struct Person {
    official: String,
    revised: String,
}

fn main() {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: near_names LIST.csv");
        std::process::exit(2);
    };
    let list = std::fs::read_to_string(&path).unwrap_or_else(|error| {
        eprintln!("{path}: {error}");
        std::process::exit(2);
    });
    let people: Vec<Person> = list
        .lines()
        .skip(1)
        .filter_map(|line| match columns(line).as_slice() {
            [_, official, revised] => Some(Person {
                official: official.clone(),
                revised: revised.clone(),
            }),
            _ => None,
        })
        .collect();
    found_again(&people);
    taken_for_others(&people);
}

fn found_again(people: &[Person]) {
    let all = index(people.iter());
    let plain = |name: &str| name.replace(['-', ' ', ','], "").to_lowercase();
    let (mut asked, mut found) = (0, 0);
    for (number, person) in people.iter().enumerate() {
        if people
            .iter()
            .any(|other| plain(&other.official) == plain(&person.revised))
        {
            continue;
        }
        for name in spellings(&person.revised) {
            asked += 1;
            let text = format!("{name} met reporters.");
            let near = all.find_in(&text, &[]);
            match near.as_slice() {
                [near] if near.entry == number && near.span.of(&text) == name => found += 1,
                [] => println!("missed: {name} ({})", person.official),
                [near, ..] => println!(
                    "wrong: {name} ({}) as {}",
                    person.official, people[near.entry].official
                ),
            }
        }
    }
    println!(
        "(a) found again: {found} of {asked} ({:.1} %)",
        percent(found, asked)
    );
}

fn taken_for_others(people: &[Person]) {
    let mut taken = 0;
    for (number, person) in people.iter().enumerate() {
        let others = people
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != number);
        let others: Vec<&Person> = others.map(|(_, person)| person).collect();
        let index = index(others.iter().copied());
        let text = format!("{} met reporters.", person.official);
        if let Some(near) = index.find_in(&text, &[]).first() {
            taken += 1;
            println!(
                "taken: {} as {}",
                person.official, others[near.entry].official
            );
        }
    }
    println!(
        "(b) taken for others: {taken} of {} ({:.1} %)",
        people.len(),
        percent(taken, people.len())
    );
}

fn index<'p>(people: impl Iterator<Item = &'p Person>) -> NearNames {
    let entries: Vec<NameEntry> = people
        .map(|person| NameEntry {
            right: vec![person.official.clone()],
            known: Vec::new(),
            near: true,
        })
        .collect();
    NearNames::new(&entries, &[])
}

/// The given name hyphenated, apart and joined.
fn spellings(revised: &str) -> [String; 3] {
    let capital = |part: &str| part[..1].to_uppercase() + &part[1..];
    let (family, given) = revised.split_once(' ').unwrap_or((revised, ""));
    let parts: Vec<&str> = given.split('-').collect();
    let apart: Vec<String> = parts.iter().map(|part| capital(part)).collect();
    [
        revised.to_string(),
        format!("{family} {}", apart.join(" ")),
        format!("{family} {}", parts.concat()),
    ]
}

fn columns(line: &str) -> Vec<String> {
    let mut columns = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => columns.push(String::new()),
            c => columns
                .last_mut()
                .into_iter()
                .for_each(|column| column.push(c)),
        }
    }
    columns
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
