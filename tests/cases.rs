//! The tests that stand in rule files: all of them hold, but for those that `known-failures.txt` owns up to.

mod support;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use factlint::finding::Finding;
use factlint::packs::{Expected, Packs};
use factlint::rule_tests::{TestOutcome, run_tests};
use support::{FOLDERS, below, load, root};

/// Every set of rules with tests: `rules/` is read as a whole, the others file by file. Those that tell the most come first.
fn sets() -> Vec<Vec<PathBuf>> {
    let files = FOLDERS.iter().rev();
    let files = files.flat_map(|folder| below(folder, "toml"));
    let alone = files.map(|file| vec![file]);
    alone.chain([below("rules", "toml")]).collect()
}

const LIST: &str = "tests/known-failures.txt";

/// The lines of the list that are no comment.
fn known_failures() -> Vec<String> {
    let text = fs::read_to_string(root(LIST)).expect("the list is there");
    let lines = text.lines().map(str::trim);
    let stated = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    stated.map(str::to_string).collect()
}

/// Takes lines off the list.
fn take_off(mended: &[String]) {
    let text = fs::read_to_string(root(LIST)).expect("the list is there");
    let stays = |line: &&str| !mended.iter().any(|mended| mended == line.trim());
    let kept: String = text.split_inclusive('\n').filter(stays).collect();
    fs::write(root(LIST), kept).expect("the list can be written");
}

fn listing(name: &str, text: &str, packs: &Packs, outcome: &TestOutcome) -> String {
    let test = &packs.packs[outcome.pack].tests[outcome.test];
    let mut listing = format!("{name}\n    text      {text:?}\n");
    if let Some(date) = test.date {
        let _ = writeln!(listing, "    date      {date}");
    }
    if let Some(reason) = &outcome.unreadable {
        let _ = writeln!(listing, "    no article: {reason}");
    }
    for missing in &outcome.missing {
        let _ = writeln!(listing, "    missing   {}", wanted(&test.finds[*missing]));
    }
    for noisy in &outcome.noisy {
        let _ = writeln!(listing, "    noisy     {}", found(noisy));
    }
    listing
}

fn wanted(wanted: &Expected) -> String {
    let keys = [
        ("fact", &wanted.fact),
        ("found", &wanted.found),
        ("expected", &wanted.expected),
        ("reason", &wanted.reason),
        ("severity", &wanted.severity),
    ];
    let stated = keys.into_iter();
    let stated = stated.filter_map(|(key, value)| Some(format!("{key} {:?}", value.as_ref()?)));
    stated.collect::<Vec<_>>().join(", ")
}

fn found(found: &Finding) -> String {
    format!(
        "fact {:?}, found {:?}, expected {:?}, reason {:?}, severity {:?}",
        found.fact,
        found.found,
        found.expected.as_deref().unwrap_or("–"),
        found.reason.map_or("–", |reason| reason.id()),
        found.severity.id(),
    )
}

#[test]
fn tests_of_all_packs_hold() {
    // `UPDATE=1 cargo test --test cases` takes off the list what holds now. `FIRST=1` reads no set behind one that fails.
    let first = std::env::var_os("FIRST").is_some();
    let mut known = known_failures();
    let mut mended = Vec::new();
    let mut complaints = String::new();
    let (mut ran, mut failed) = (0, 0);
    for set in sets() {
        let packs = load(&set);
        let mut names = Vec::new();
        for outcome in run_tests(&packs, 0..packs.packs.len()) {
            let pack = &packs.packs[outcome.pack];
            let test = &pack.tests[outcome.test];
            let name = format!("{}: {}", pack.source.file, test.name);
            assert!(!names.contains(&name), "two tests are called {name}");
            let line = format!("{name}: ");
            let listed = known.iter().position(|known| known.starts_with(&line));
            match (outcome.passed(), listed) {
                (true, None) => {}
                (true, Some(listed)) => mended.push(known[listed].clone()),
                (false, Some(_)) => failed += 1,
                (false, None) => complaints += &listing(&name, &test.text, &packs, &outcome),
            }
            if let Some(listed) = listed {
                known.remove(listed);
            }
            names.push(name);
            ran += 1;
        }
        if first && !complaints.is_empty() {
            break;
        }
    }
    for line in known {
        let _ = writeln!(
            complaints,
            "{line}\n    is listed, but there is no such test"
        );
    }
    if std::env::var_os("UPDATE").is_some() {
        take_off(&mended);
    } else {
        for line in mended {
            let _ = writeln!(complaints, "{line}\n    is listed, but holds now");
        }
    }
    assert!(
        complaints.is_empty(),
        "\n{complaints}({ran} tests, {failed} known failures)"
    );
    assert!(ran > 500, "only {ran} tests");
}

/// A list that grows is a list that hides.
#[test]
fn few_failures_are_known() {
    // The engine that weighs evidence came with 33 that the one before it told apart.
    assert!(known_failures().len() <= 35);
}
