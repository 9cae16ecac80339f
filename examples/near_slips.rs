//! Measures near misses of names on typing slips and on other people:
//! `cargo run --release --example near_slips -- FACTS.txt OTHERS.txt`, each with one name a line.
//!
//! (c) Each fact's name, misspelt by one slip in a random place, should be reported with the right fact; (d) the
//! names of others, none of them a fact, should not be reported at all.

#[path = "support/slips.rs"]
mod slips;

use std::collections::HashSet;

use factlint::mentions::near::{NameEntry, NearNames};
use slips::{Dice, slip};

fn main() {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [facts, others] = paths.as_slice() else {
        eprintln!("usage: near_slips FACTS.txt OTHERS.txt");
        std::process::exit(2);
    };
    let (facts, others) = (lines(facts), lines(others));
    let entries: Vec<NameEntry> = facts
        .iter()
        .map(|name| NameEntry {
            right: vec![name.clone()],
            known: Vec::new(),
            near: true,
        })
        .collect();
    let index = NearNames::new(&entries, &[]);
    let verbose = std::env::var_os("VERBOSE").is_some();
    let mut dice = Dice(42);

    let (mut asked, mut right, mut wrong) = (0, 0, 0);
    for (number, name) in facts.iter().enumerate() {
        for _ in 0..4 {
            let slipped = slip(name, &mut dice);
            if slipped == *name || facts.contains(&slipped) {
                continue;
            }
            asked += 1;
            let text = format!("On Monday, {slipped} met reporters.");
            match index.find_in(&text, &[]).as_slice() {
                [near] if near.entry == number => right += 1,
                [] if verbose => println!("missed: {slipped} for {name}"),
                [] => {}
                [near, ..] => {
                    wrong += 1;
                    println!("wrong: {slipped} for {name} as {}", facts[near.entry]);
                }
            }
        }
    }
    println!(
        "(c) slips reported: {right} of {asked} ({:.1} %), wrongly {wrong}",
        percent(right, asked)
    );

    let known: HashSet<&String> = facts.iter().collect();
    let (mut asked, mut taken) = (0, 0);
    for name in others.iter().filter(|name| !known.contains(name)) {
        asked += 1;
        let text = format!("On Monday, {name} met reporters.");
        if let Some(near) = index.find_in(&text, &[]).first() {
            taken += 1;
            println!("taken: {name} as {}", facts[near.entry]);
        }
    }
    println!(
        "(d) others reported: {taken} of {asked} ({:.2} %)",
        percent(taken, asked)
    );
}

fn lines(path: &str) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| {
        eprintln!("{path}: {error}");
        std::process::exit(2);
    });
    text.lines().map(str::to_string).collect()
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
