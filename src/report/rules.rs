//! What reports know of a fact or check beyond its findings.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Run;
use crate::checks::CHECKS;
use crate::facts::{Fact, Kind, Origin, Severity};
use crate::finding::Finding;

/// A fact or check with findings.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rule {
    /// The id of the fact, or `check:weekday`.
    pub id: String,
    /// `entity`, `office`, `figure`, `event`, `statement` or `check`.
    pub kind: &'static str,
    /// What it knows, in a few words without a full stop.
    pub title: String,
    /// What it does, in a few sentences; of a check only.
    pub about: Option<&'static str>,
    /// How bad a contradiction is.
    pub severity: Severity,
    /// The fact's sources.
    pub sources: Vec<String>,
    /// The day on which a person last verified it.
    pub checked: Option<Date>,
    /// The fact's note.
    pub note: Option<String>,
    /// Where the fact is written; None for a check.
    pub defined_in: Option<Origin>,
}

impl Rule {
    /// What is known of a fact.
    pub fn of(fact: &Fact) -> Rule {
        Rule {
            id: fact.id.clone(),
            kind: fact.kind.name(),
            title: title(fact),
            about: None,
            severity: fact.severity,
            sources: fact.sources.clone(),
            checked: fact.checked,
            note: fact.note.clone(),
            defined_in: Some(fact.defined_in.clone()),
        }
    }

    /// What a finding lets know of its fact or check.
    fn told_by(finding: &Finding) -> Rule {
        let check = finding.fact.strip_prefix("check:");
        let check = check.and_then(|id| CHECKS.iter().find(|check| check.id == id));
        Rule {
            id: finding.fact.clone(),
            kind: finding.kind,
            title: check.map_or_else(|| plain(&finding.fact), |check| capital(check.summary)),
            about: check.map(|check| check.about),
            severity: check.map_or(finding.severity, |check| check.severity),
            sources: finding.sources.clone(),
            checked: None,
            note: finding.note.clone(),
            defined_in: finding.defined_in.clone(),
        }
    }
}

/// Every fact and check that has a finding in a run, by id.
pub fn rules(run: &Run) -> Vec<Rule> {
    let known: BTreeMap<&str, &Rule> = run
        .rules
        .iter()
        .map(|rule| (rule.id.as_str(), rule))
        .collect();
    let mut rules: BTreeMap<&str, Rule> = BTreeMap::new();
    for finding in run.articles.iter().flat_map(|checked| &checked.findings) {
        rules
            .entry(&finding.fact)
            .or_insert_with(|| match known.get(finding.fact.as_str()) {
                Some(rule) => (*rule).clone(),
                None => Rule::told_by(finding),
            });
    }
    rules.into_values().collect()
}

fn title(fact: &Fact) -> String {
    let first = |names: &[String]| names.first().cloned();
    match &fact.kind {
        Kind::Entity(entity) => format!("How “{}” is written", entity.name),
        Kind::Office(office) => {
            let title = first(&office.titles).unwrap_or_else(|| plain(&fact.id));
            match first(&office.of) {
                Some(of) => format!("Who holds the office: {title} ({of})"),
                None => format!("Who holds the office: {title}"),
            }
        }
        Kind::Figure(figure) => figure.what.clone().unwrap_or_else(|| plain(&fact.id)),
        Kind::Event(event) => {
            let name = first(&event.names).unwrap_or_else(|| plain(&fact.id));
            format!("When and where: {name}")
        }
        Kind::Affiliation(affiliation) => match &affiliation.what {
            Some(what) => format!("Who belongs where: {what}"),
            None => plain(&fact.id),
        },
        Kind::Statement(statement) => statement.what.clone().unwrap_or_else(|| plain(&fact.id)),
    }
}

/// `Opcon deadline` for `opcon-deadline`.
fn plain(id: &str) -> String {
    capital(&id.strip_prefix("check:").unwrap_or(id).replace('-', " "))
}

fn capital(text: &str) -> String {
    let mut signs = text.chars();
    match signs.next() {
        Some(first) => first.to_uppercase().chain(signs).collect(),
        None => String::new(),
    }
}
