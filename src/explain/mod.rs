//! What a fact or a check says, for people: a sentence, its records over time, the words that it is recognised by, and
//! an example that is reported beside one that is not, both made from the fact and run through the linter.

mod affiliation;
mod checks;
mod entity;
mod event;
mod example;
mod figure;
mod office;
mod statement;
mod words;

pub use checks::{CheckExplanation, check};
pub use example::Sample;

use std::collections::HashMap;

use jiff::civil::Date;

use crate::facts::{Fact, InQuotes, Kind, Origin, Period, Record, Severity, Value};
use crate::linter::{Linter, Settings};
use crate::packs::Packs;
use crate::rule_tests::{TestOutcome, run_tests};

/// Everything there is to say about a fact.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explanation {
    /// Its id.
    pub id: String,
    /// `entity`, `office`, `figure`, `event`, `statement` or `affiliation`.
    pub kind: &'static str,
    /// The day for which it is told.
    pub date: Date,
    /// What is known on that day, in sentences.
    pub says: String,
    /// Its records, in the order of the rule file.
    pub rows: Vec<Row>,
    /// The words that it is recognised by.
    pub forms: Vec<Form>,
    /// Citations or URLs.
    pub sources: Vec<String>,
    /// The day on which a person last verified it.
    pub checked: Option<Date>,
    /// Its line for the editor.
    pub note: Option<String>,
    /// How bad a contradiction is.
    pub severity: Severity,
    /// What becomes of a contradiction in direct speech.
    pub in_quotes: InQuotes,
    /// A sentence that holds one of these phrases is not checked.
    pub unless: Vec<String>,
    /// An article that is reported, with the one finding; None where no sentence of ours gives exactly one.
    pub reported: Option<Sample>,
    /// An article that differs from it in the wrong words only, and gives no finding.
    pub silent: Option<Sample>,
    /// Why there is no example, where there is none.
    pub no_example: Option<&'static str>,
    /// The names of the tests in which it is found.
    pub tests: Vec<String>,
    /// The ids of the facts that refer to it.
    pub used_by: Vec<String>,
    /// Where it is written.
    pub defined_in: Origin,
}

/// A record of a fact, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Who, how many, which.
    pub label: String,
    /// When it holds; of an edition its days.
    pub during: Period,
    /// Whether it holds on the day of the explanation.
    pub now: bool,
    /// Whether the holder is acting.
    pub acting: bool,
}

/// Words by which a fact is recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What they are: `titles`, `known wrong`.
    pub what: &'static str,
    /// The words.
    pub words: Vec<String>,
}

impl Form {
    fn new(what: &'static str, words: impl IntoIterator<Item = String>) -> Form {
        Form {
            what,
            words: words.into_iter().collect(),
        }
    }
}

/// How a kind of fact is told.
struct Teller {
    /// What is known on a day, in sentences.
    says: fn(&Fact, Date) -> String,
    /// What a row is called.
    label: fn(&Fact, &Record) -> String,
    /// The words that it is recognised by.
    forms: fn(&Fact) -> Vec<Form>,
    /// Sentences with a mistake, each beside the same without, the best first; for articles of around that day.
    drafts: fn(&Fact, Date) -> Vec<example::Draft>,
}

fn teller(kind: &Kind) -> Teller {
    match kind {
        Kind::Entity(_) => entity::TELLER,
        Kind::Office(_) => office::TELLER,
        Kind::Figure(_) => figure::TELLER,
        Kind::Event(_) => event::TELLER,
        Kind::Statement(_) => statement::TELLER,
        Kind::Affiliation(_) => affiliation::TELLER,
    }
}

/// What is known on a day, in a sentence or two.
pub fn says(fact: &Fact, date: Date) -> String {
    (teller(&fact.kind).says)(fact, date)
}

/// Explains facts of loaded packs. What the tests of a pack find is looked up once.
pub struct Explainer<'p> {
    packs: &'p Packs,
    /// By the index of the pack.
    linters: HashMap<usize, Linter>,
    outcomes: HashMap<usize, Vec<TestOutcome>>,
}

impl<'p> Explainer<'p> {
    /// An explainer of the facts of these packs.
    pub fn new(packs: &'p Packs) -> Self {
        Self {
            packs,
            linters: HashMap::new(),
            outcomes: HashMap::new(),
        }
    }

    /// Explains a fact as of a day; None where there is no such fact.
    pub fn explain(&mut self, id: &str, date: Date) -> Option<Explanation> {
        let packs = self.packs;
        let index = packs.facts.iter().position(|fact| fact.id == id)?;
        let fact = packs.facts.get(index)?;
        let home = |pack: &crate::packs::Pack| pack.facts.contains(&index);
        let number = packs.packs.iter().position(home)?;
        let pack = packs.packs.get(number)?;
        let linter = self.linters.entry(number).or_insert_with(|| {
            let seen = Packs {
                facts: packs.facts_of(pack).cloned().collect(),
                ..Packs::default()
            };
            Linter::new(&seen, &Settings::default())
        });
        let outcomes = self
            .outcomes
            .entry(number)
            .or_insert_with(|| run_tests(packs, number..number + 1));
        let teller = teller(&fact.kind);
        let mut drafts = (teller.drafts)(fact, date);
        drafts.extend(example::from_tests(fact, pack, outcomes));
        let (reported, silent) = example::pick(linter, fact, &drafts).unzip();
        let no_example = match &reported {
            Some(_) => None,
            None if entity::is_silent(fact) => Some(
                "no wrong spelling is listed and near misses are off, so this fact reports nothing. \
                 Its names are known, so that no other fact takes them for a slip",
            ),
            None => Some("none of the sentences that were tried gives exactly one finding"),
        };
        let now = |record: &Record| record.during.holds(date);
        let row = |record: &Record| Row {
            label: (teller.label)(fact, record),
            during: days_of(fact, record),
            now: now(record),
            acting: record.acting,
        };
        Some(Explanation {
            id: fact.id.clone(),
            kind: fact.kind.name(),
            date,
            says: (teller.says)(fact, date),
            rows: fact.table.records.iter().map(row).collect(),
            forms: (teller.forms)(fact),
            sources: fact.sources.clone(),
            checked: fact.checked,
            note: fact.note.clone(),
            severity: fact.severity,
            in_quotes: fact.in_quotes,
            unless: fact.unless.clone(),
            reported,
            silent,
            no_example,
            tests: example::tests_of(fact, pack, outcomes),
            used_by: used_by(packs, &fact.id),
            defined_in: fact.defined_in.clone(),
        })
    }
}

/// When a row holds: of an edition, the days on which it is.
fn days_of(fact: &Fact, record: &Record) -> Period {
    match (&fact.kind, event::days(fact, record)) {
        (Kind::Event(_), Some((first, last))) => Period::new(first, last),
        _ => record.during,
    }
}

/// The ids of the facts whose records refer to an entity.
fn used_by(packs: &Packs, id: &str) -> Vec<String> {
    let refers = |value: &Value| matches!(value, Value::Phrase(phrase) if phrase.entity.as_deref() == Some(id));
    let facts = packs.facts.iter().filter(|fact| {
        let mut cells = fact.table.records.iter().flat_map(|record| &record.cells);
        fact.id != id && cells.any(|cell| cell.iter().any(refers))
    });
    facts.map(|fact| fact.id.clone()).collect()
}

/// The records that hold on a day.
fn holding(fact: &Fact, date: Date) -> Vec<&Record> {
    let records = fact.table.records.iter();
    records.filter(|record| record.during.holds(date)).collect()
}

/// The record that held last before a day, and the one that will hold next.
fn around(fact: &Fact, date: Date) -> (Option<&Record>, Option<&Record>) {
    let records = || fact.table.records.iter();
    let before = records().filter(|record| record.during.until.is_some_and(|until| until < date));
    let after = records().filter(|record| record.during.from.is_some_and(|from| from > date));
    (
        before.max_by_key(|record| record.during.until),
        after.min_by_key(|record| record.during.from),
    )
}

/// The day for an example, and the record that holds then: the day itself, or the nearest on which one holds.
fn moment(fact: &Fact, date: Date) -> Option<(Date, &Record)> {
    if let Some(record) = holding(fact, date).last() {
        return Some((date, record));
    }
    match around(fact, date) {
        (Some(record), _) => Some((record.during.until?, record)),
        (None, Some(record)) => Some((record.during.from?, record)),
        (None, None) => None,
    }
}

/// The preferred spelling in the first cell of a record.
fn name_of(record: &Record) -> Option<&str> {
    match record.cells.first()?.first()? {
        Value::Phrase(phrase) => Some(&phrase.preferred),
        _ => None,
    }
}
