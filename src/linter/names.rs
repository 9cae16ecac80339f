//! The names that the facts know, and what is a slip in one of them.

use foldhash::HashSet;

use crate::claims::scene::Missed;
use crate::facts::{Fact, Kind, Table, Value};
use crate::mentions::near::{NameEntry, NearNames};
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::text::{Text, fold, normalize};

/// Names, compiled.
pub(super) struct Names {
    near: NearNames,
    /// For each entry of `near` the index of its fact.
    facts: Vec<usize>,
    /// Every right name of several words, folded.
    right: HashSet<String>,
}

impl Names {
    /// The names of all facts.
    pub(super) fn new(facts: &[Fact]) -> Names {
        let mut entries = Vec::new();
        let mut near_facts = Vec::new();
        let mut also_known = Vec::new();
        for (index, fact) in facts.iter().enumerate() {
            let spellings = spellings(&fact.table);
            let Kind::Entity(entity) = &fact.kind else {
                also_known.extend(spellings);
                if let Kind::Event(event) = &fact.kind {
                    also_known.extend(event.names.iter().cloned());
                }
                continue;
            };
            let known = entity
                .reject
                .iter()
                .chain(&entity.unlike)
                .cloned()
                .collect();
            entries.push(NameEntry {
                right: spellings,
                known,
                near: entity.near,
            });
            near_facts.push(index);
        }
        // The name of an entity who also holds an office is found as it is spelt; its slips must stay in sight.
        let own: HashSet<&String> = entries.iter().flat_map(|entry| &entry.right).collect();
        also_known.retain(|name| !own.contains(name));
        let unlike = facts.iter().flat_map(|fact| match &fact.kind {
            Kind::Entity(entity) => entity.unlike.as_slice(),
            _ => &[],
        });
        let names = entries.iter().flat_map(|entry| &entry.right);
        let names = names.chain(&also_known).chain(unlike);
        let right = names
            .filter(|name| name.contains(' '))
            .map(|name| fold(&normalize(name)))
            .collect();
        Names {
            near: NearNames::new(&entries, &also_known),
            facts: near_facts,
            right,
        }
    }

    /// Whether the words, in lower case, are a right name.
    pub(super) fn are_right(&self, words: &str) -> bool {
        self.right.contains(words)
    }

    /// The near misses of names, by start.
    pub(super) fn missed(&self, text: &Text, hits: &[Hit]) -> Vec<Missed> {
        let taken: Vec<Span> = hits
            .iter()
            .filter(|hit| {
                hit.is_any(|r#use| {
                    matches!(
                        r#use,
                        Use::Name(_)
                            | Use::Reject
                            | Use::Unlike
                            | Use::Holder(_)
                            | Use::Member
                            | Use::MemberOf
                    )
                })
            })
            .map(|hit| hit.span)
            .collect();
        let found = self.near.find(text, &taken);
        found
            .into_iter()
            .map(|near| Missed {
                span: near.span,
                fact: self.facts[near.entry],
            })
            .collect()
    }
}

fn spellings(table: &Table) -> Vec<String> {
    let values = table
        .records
        .iter()
        .flat_map(|record| record.cells.iter().flatten());
    values
        .filter_map(|value| match value {
            Value::Phrase(phrase) => Some(phrase.spellings.clone()),
            _ => None,
        })
        .flatten()
        .collect()
}
