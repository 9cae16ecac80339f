//! Counts what is reported in a folder of articles, for a person to read and judge:
//! `cargo run --release --example false_alarms -- [--rules PACK]… [--swap] [--plant] [--list] FOLDER…`
//!
//! Prints the words read and, for each check and kind of fact, the findings and their number for 100,000 words; with
//! `--list` every finding with the words around it. With `--swap` it takes every mention of an office with the person
//! who holds it on the article's date, counts how many are reported as they stand (false alarms), then puts another
//! holder's name, and then a misspelt one, in that place, and counts how many of these are reported. With `--plant` it
//! plants an error for each check in every dated article that has a place for one (a weekday moved, a day of which a
//! sentence tells moved behind the article's date, the second of two equal numbers changed), and counts the same.

mod plant;
#[path = "../support/slips.rs"]
mod slips;
mod swaps;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use factlint::article::Article;
use factlint::finding::Finding;
use factlint::linter::{Linter, Settings};
use factlint::packs::{self, PackSource, Packs};
use factlint::text::Text;
use rayon::prelude::*;
use walkdir::WalkDir;

/// How many facts are shown by themselves.
const SHOWN: usize = 30;

/// What the command line asks for.
#[derive(Default)]
struct Wanted {
    rules: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    swap: bool,
    plant: bool,
    list: bool,
}

fn main() {
    let wanted = wanted();
    let packs = load(&wanted.rules);
    let linter = Linter::new(&packs, &Settings::default());
    let articles = articles(&wanted.folders);
    let read: Vec<(usize, Vec<Finding>)> = articles
        .par_iter()
        .map(|article| {
            let words = Text::new(article).as_str().split_whitespace().count();
            (words, linter.check(article))
        })
        .collect();
    let words: usize = read.iter().map(|(words, _)| words).sum();
    let dated = articles.iter().filter(|article| article.date.is_some());
    println!(
        "{} articles ({} with a date), {words} words, {} facts",
        articles.len(),
        dated.count(),
        packs.facts.len()
    );
    let findings = || read.iter().flat_map(|(_, findings)| findings);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut facts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings() {
        *kinds.entry(finding.kind).or_default() += 1;
        *facts.entry(&finding.fact).or_default() += 1;
    }
    table("kind", kinds.into_iter().collect(), words);
    table("fact or check", facts.into_iter().collect(), words);
    if wanted.list {
        for (article, (_, findings)) in articles.iter().zip(&read) {
            for finding in findings {
                println!("{}", line(article, finding));
            }
        }
    }
    if wanted.plant {
        plant::measure(&linter, &articles, wanted.list);
    }
    if wanted.swap {
        swaps::measure(&packs.facts, &linter, &articles, wanted.list);
    }
}

/// Reads the command line.
fn wanted() -> Wanted {
    let mut wanted = Wanted::default();
    let mut words = std::env::args_os().skip(1);
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--swap") => wanted.swap = true,
            Some("--plant") => wanted.plant = true,
            Some("--list") => wanted.list = true,
            Some("--rules") => wanted.rules.extend(words.next().map(PathBuf::from)),
            _ => wanted.folders.push(PathBuf::from(word)),
        }
    }
    if wanted.folders.is_empty() {
        stop("usage: false_alarms [--rules PACK]… [--swap] [--plant] [--list] FOLDER…");
    }
    wanted
}

/// The packs: rule files and folders of them.
fn load(paths: &[PathBuf]) -> Packs {
    let sources = files(paths)
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .map(|path| PackSource {
            file: path.to_string_lossy().into(),
            text: Arc::from(String::from_utf8_lossy(&read(&path))),
        });
    match packs::load(sources.collect()) {
        Ok(packs) => packs,
        Err(problems) => stop(&format!("{} problems in the rules", problems.len())),
    }
}

/// Every article of the folders; what is no text is passed by.
fn articles(folders: &[PathBuf]) -> Vec<Article> {
    let files: Vec<PathBuf> = files(folders).collect();
    let read = |path: PathBuf| {
        let name = path.to_string_lossy().into_owned();
        Article::all_from_bytes(name, &read(&path), None).unwrap_or_default()
    };
    files.into_par_iter().flat_map_iter(read).collect()
}

/// The files below some paths, sorted.
fn files(paths: &[PathBuf]) -> impl Iterator<Item = PathBuf> {
    let walk = |path: &PathBuf| WalkDir::new(path).sort_by_file_name().into_iter();
    let entries = paths.iter().flat_map(walk).filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.into_path())
}

fn read(path: &PathBuf) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| stop(&format!("{}: {error}", path.display())))
}

fn stop(message: &str) -> ! {
    eprintln!("{message}");
    std::process::exit(2)
}

/// The most frequent first.
fn table(head: &str, mut rows: Vec<(&str, usize)>, words: usize) {
    rows.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    println!("\n{head:40} {:>8} {:>12}", "findings", "per 100,000");
    for (name, count) in rows.iter().take(SHOWN) {
        let rate = *count as f64 * 100_000.0 / words.max(1) as f64;
        println!("{name:40} {count:8} {rate:12.2}");
    }
}

/// A finding with the words around it.
fn line(article: &Article, finding: &Finding) -> String {
    let source = article
        .parts
        .get(finding.at.part)
        .map_or("", |part| part.source.as_str());
    let span = finding.at.source;
    let before = source.get(..span.start).unwrap_or_default();
    let after = source.get(span.end..).unwrap_or_default();
    let from = before.char_indices().rev().nth(120).map_or(0, |(at, _)| at);
    let words: String = after.chars().take(120).collect();
    let around = format!("{}[[{}]]{words}", &before[from..], finding.found);
    format!(
        "{}:{}: {} {:?}: {}",
        article.name,
        finding.at.line,
        finding.fact,
        finding.expected,
        around.replace('\n', " ")
    )
}
