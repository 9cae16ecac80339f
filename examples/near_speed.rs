//! Measures how long near names take: `cargo run --release --example near_speed -- NAMES.txt`, one name a line.
//!
//! Names are multiplied to 100, 10,000 and 100,000; the text is 1 MB of sentences with a name in every third.

use std::time::Instant;

use factlint::mentions::near::{NameEntry, NearNames};

const VOWELS: &str = "aeiou";

fn main() {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: near_speed NAMES.txt");
        std::process::exit(2);
    };
    let list = std::fs::read_to_string(&path).unwrap_or_else(|error| {
        eprintln!("{path}: {error}");
        std::process::exit(2);
    });
    let seeds: Vec<&str> = list.lines().filter(|name| name.contains(' ')).collect();
    // Given names of one person with family names of another, some with another vowel.
    let name = |number: usize| {
        let given = seeds[number % seeds.len()]
            .rsplit_once(' ')
            .map_or("", |pair| pair.0);
        let family = seeds[(number / seeds.len() * 7 + number) % seeds.len()];
        let family = family.rsplit_once(' ').map_or("", |pair| pair.1);
        let vowel = VOWELS.as_bytes()[number / 3 % 5] as char;
        match number % 3 {
            0 => format!("{given} {family}"),
            1 => format!("{given} {}", family.replace('a', &vowel.to_string())),
            _ => format!("{given} {}", family.replace('e', &vowel.to_string())),
        }
    };
    let mut text = String::new();
    let mut number = 0;
    while text.len() < 1_000_000 {
        number += 1;
        text.push_str(
            "The talks in the capital went on for most of the day, officials said later. ",
        );
        text.push_str("On Monday a spokesman for the Ministry of Defense declined to comment. ");
        text.push_str(&name(number * 31));
        text.push_str(" met reporters before the session began at noon. ");
    }
    let shout = text.to_uppercase();
    for count in [100, 10_000, 100_000] {
        let entries: Vec<NameEntry> = (0..count)
            .map(|number| NameEntry {
                right: vec![name(number)],
                known: Vec::new(),
                near: true,
            })
            .collect();
        let start = Instant::now();
        let index = NearNames::new(&entries, &[]);
        let built = start.elapsed();
        for (kind, text) in [("prose", &text), ("capitals", &shout)] {
            let start = Instant::now();
            let found = index.find_in(text, &[]).len();
            let whole = start.elapsed();
            let bytes = text.as_bytes().chunks(4_000);
            let articles: Vec<String> = bytes
                .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
                .collect();
            let start = Instant::now();
            let cut: usize = articles
                .iter()
                .map(|article| index.find_in(article, &[]).len())
                .sum();
            println!(
                "{count} names: built in {built:.0?}; 1 MB of {kind} in {whole:.0?} ({found} near misses), \
                 as 250 articles in {:.0?} ({cut})",
                start.elapsed()
            );
        }
    }
}
