//! The examples of `rows_examples.toml`: each row of evidence is shown by one sentence and missing from another.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::article::{Article, Format};
use crate::linter::{ClaimReading, Linter, Settings};
use crate::packs::{self, PackSource};
use crate::report::inspect_claims;

use super::rows::{self, EXAMPLES};

#[derive(Deserialize)]
struct Examples {
    row: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Example {
    name: String,
    says: String,
    fact: String,
    example: String,
    /// None for the row that every number has.
    without: Option<String>,
    /// The fact of the counterexample, where it is another.
    without_fact: Option<String>,
}

impl Example {
    /// The texts, each with the fact that its number is read for and whether the row holds.
    fn texts(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        let other = self.without_fact.as_deref().unwrap_or(&self.fact);
        let without = self.without.as_deref().map(|text| (text, other, false));
        [(self.example.as_str(), self.fact.as_str(), true)]
            .into_iter()
            .chain(without)
    }
}

fn examples() -> Vec<Example> {
    let Examples { row } = toml::from_str(EXAMPLES).unwrap();
    row
}

/// A linter of the facts at the head of the file.
fn linter() -> Linter {
    let (facts, _) = EXAMPLES.split_once("[[row]]").unwrap();
    let source = PackSource {
        file: "rows.toml".into(),
        text: facts.into(),
    };
    let packs = packs::load(vec![source]).unwrap_or_else(|problems| panic!("{problems:?}"));
    Linter::new(&packs, &Settings::default())
}

/// The article of an example, without its brackets.
fn article(marked: &str) -> Article {
    let text = marked.replace(['[', ']'], "");
    let mut article = Article::from_text("row.txt", &text, Format::PLAIN).unwrap();
    article.set_date(Some(jiff::civil::date(2026, 6, 15)));
    article
}

/// How the number in brackets is read for a fact; none if it is not read at all.
fn reading(linter: &Linter, marked: &str, fact: &str) -> Option<ClaimReading> {
    let start = marked.find('[').unwrap();
    let end = marked.find(']').unwrap() - 1;
    let mut readings = linter.readings(&article(marked)).into_iter();
    readings.find(|reading| {
        let at = reading.at.disk;
        reading.fact == fact && at.start < end && at.end > start
    })
}

/// Why a reading was turned down: [`super::gates`] and the judgement put these beside the rows.
const REASONS: &[&str] = &["time", "age", "list-number", "context", "score"];

/// Every example has its row and no counterexample does; whatever else is read of them has a weight too.
#[test]
fn every_row_has_an_example_and_a_counterexample() {
    let linter = linter();
    let table: BTreeSet<&str> = rows::names().collect();
    let mut faults = Vec::new();
    for row in examples() {
        let name = row.name.as_str();
        for (marked, fact, wanted) in row.texts() {
            let Some(reading) = reading(&linter, marked, fact) else {
                faults.push(format!("{name}: not read for {fact}: {marked}"));
                continue;
            };
            let names: Vec<&str> = reading.evidence.iter().map(|(name, ..)| *name).collect();
            if names.contains(&name) != wanted {
                let problem = if wanted { "missing in" } else { "found in" };
                faults.push(format!(
                    "{name}: {problem}: {marked}\n    {fact}: {names:?}"
                ));
            }
            let is_unknown = |name: &&&str| !table.contains(**name) && !REASONS.contains(*name);
            if let Some(unknown) = names.iter().find(is_unknown) {
                faults.push(format!("{unknown}: not in rows.tsv: {marked}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn examples_are_of_the_rows_of_the_table() {
    let examples = examples();
    let shown: Vec<&str> = examples.iter().map(|row| row.name.as_str()).collect();
    let table: Vec<&str> = rows::names().collect();
    assert_eq!(shown, table);
    for row in &examples {
        assert!(row.says.ends_with('.'), "{}: {}", row.name, row.says);
        assert_eq!(row.without.is_none(), row.name == "always", "{}", row.name);
    }
}

#[test]
fn inspect_shows_what_a_row_means() {
    let article = article("Norland has 12,500 soldiers.");
    let shown = inspect_claims::plain(&article, &linter().readings(&article));
    let line = "  counts-unit: The number counts what the fact counts.\n";
    assert!(shown.contains(line), "{shown}");
}
