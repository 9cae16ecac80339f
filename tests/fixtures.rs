//! The articles in `fixtures/` must give exactly the findings of `fixtures/expected.json`, and the tests of
//! the packs in `rules/` must hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use factlint::article::Article;
use factlint::checks::CHECKS;
use factlint::finding::Finding;
use factlint::linter::{Linter, Settings};
use factlint::packs::{self, PackSource, Packs};
use factlint::rule_tests::run_tests;

/// A finding as `expected.json` lists it; `start` and `end` are bytes of the file.
#[derive(Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    fact: String,
    found: String,
    expected: Option<String>,
    severity: String,
    start: usize,
    end: usize,
}

impl From<&Finding> for Listed {
    fn from(finding: &Finding) -> Self {
        Self {
            fact: finding.fact.clone(),
            found: finding.found.clone(),
            expected: finding.expected.clone(),
            severity: finding.severity.id().to_string(),
            start: finding.at.disk.start,
            end: finding.at.disk.end,
        }
    }
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder, with its path from there.
fn files(folder: &str) -> Vec<(String, PathBuf)> {
    let folder = root(folder);
    let files = walkdir::WalkDir::new(&folder).sort_by_file_name();
    files
        .into_iter()
        .map(|entry| entry.expect("the folder can be listed").into_path())
        .filter(|path| path.is_file())
        .map(|path| {
            let below = path.strip_prefix(&folder).expect("it stands below");
            (below.to_string_lossy().replace('\\', "/"), path)
        })
        .collect()
}

fn packs() -> Packs {
    let sources = files("rules").into_iter().map(|(name, path)| PackSource {
        file: Arc::from(name),
        text: Arc::from(fs::read_to_string(path).expect("a pack is a text file")),
    });
    packs::load(sources.collect()).unwrap_or_else(|problems| panic!("mistakes: {problems:#?}"))
}

fn articles() -> BTreeMap<String, Vec<u8>> {
    files("fixtures")
        .into_iter()
        .filter(|(name, _)| name != "expected.json")
        .map(|(name, path)| (name, fs::read(path).expect("an article can be read")))
        .collect()
}

fn listed() -> BTreeMap<String, Vec<Listed>> {
    let list = fs::read_to_string(root("fixtures/expected.json")).expect("the list is there");
    serde_json::from_str(&list).expect("the list is well formed")
}

#[test]
fn articles_give_exactly_the_listed_findings() {
    let linter = Linter::new(&packs(), &Settings::default());
    let (articles, listed) = (articles(), listed());
    assert!(articles.keys().eq(listed.keys()), "files and list differ");
    let mut wrong = String::new();
    for ((name, bytes), wanted) in articles.iter().zip(listed.values()) {
        let article = Article::from_bytes(name.as_str(), bytes, None).expect("an article is text");
        let found: Vec<Listed> = linter.check(&article).iter().map(Listed::from).collect();
        for missing in wanted.iter().filter(|listed| !found.contains(listed)) {
            wrong += &format!("{name}: missing {missing:?}\n");
        }
        for noisy in found.iter().filter(|found| !wanted.contains(found)) {
            wrong += &format!("{name}: noisy {noisy:?}\n");
        }
        if wrong.is_empty() {
            assert_eq!(&found, wanted, "{name}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// A list that disagrees with its articles would test nothing.
#[test]
fn the_list_marks_the_words_it_names() {
    let (articles, listed) = (articles(), listed());
    for (name, findings) in &listed {
        for finding in findings {
            let words = articles[name].get(finding.start..finding.end);
            assert_eq!(words, Some(finding.found.as_bytes()), "{name}");
        }
        assert_eq!(name.starts_with("clean/"), findings.is_empty(), "{name}");
    }
}

#[test]
fn every_kind_and_check_is_planted() {
    let listed = listed();
    let planted: BTreeSet<&str> = listed
        .values()
        .flatten()
        .map(|one| one.fact.as_str())
        .collect();
    let packs = packs();
    let facts = packs
        .facts
        .iter()
        .filter(|fact| planted.contains(fact.id.as_str()));
    let kinds: BTreeSet<&str> = facts.map(|fact| fact.kind.name()).collect();
    let all = ["entity", "event", "figure", "office", "statement"];
    assert!(kinds.iter().eq(all.iter()), "only {kinds:?} are planted");
    for check in CHECKS {
        let id = format!("check:{}", check.id);
        assert!(planted.contains(id.as_str()), "no {id} is planted");
    }
}

#[test]
fn tests_of_the_packs_hold() {
    let packs = packs();
    let outcomes = run_tests(&packs, 0..packs.packs.len());
    assert!(outcomes.len() >= 60, "only {} tests", outcomes.len());
    for outcome in outcomes {
        let test = &packs.packs[outcome.pack].tests[outcome.test];
        assert!(outcome.passed(), "{}: {outcome:#?}", test.name);
    }
}

fn readme() -> String {
    fs::read_to_string(root("README.md")).expect("the readme is there")
}

/// The blocks of the readme in this language, joined.
fn blocks(language: &str) -> String {
    let (readme, fence) = (readme(), format!("```{language}\n"));
    let blocks = readme.split(&fence).skip(1);
    blocks
        .filter_map(|rest| rest.split_once("```"))
        .map(|(block, _)| block)
        .collect()
}

#[test]
fn the_readme_shows_what_the_program_says() {
    let block = blocks("text");
    let (command, shown) = block.split_once('\n').expect("a command and what it says");
    let mut words = command.trim_start_matches("$ ").split(' ');
    assert_eq!(words.next(), Some("factlint"));
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_factlint"))
        .args(words)
        .current_dir(root(""))
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(said.starts_with(shown), "{said}");
    assert_eq!(run.status.code(), Some(1));
}

#[test]
fn the_first_rule_of_the_readme_holds() {
    let packs = packs::load(vec![PackSource {
        file: Arc::from("README.md"),
        text: Arc::from(blocks("toml")),
    }])
    .unwrap_or_else(|problems| panic!("mistakes: {problems:#?}"));
    let outcomes = run_tests(&packs, 0..1);
    assert_eq!(outcomes.len(), 1);
    assert!(outcomes[0].passed(), "{outcomes:#?}");
}
