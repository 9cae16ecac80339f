//! The registry of kinds: one line each.

use super::decode::Context;
use super::shape::Needs;
use super::table::{Key, Table};
use super::{affiliation, entity, event, figure, office, statement};
use crate::facts::{self, Column, InQuotes, Kind, Record};

/// What an entry of a kind decodes into, beside what is common to all kinds.
pub(crate) struct Made {
    pub kind: Kind,
    pub table: facts::Table,
}

impl Made {
    pub fn new(kind: Kind, columns: Vec<Column>, records: Vec<Record>) -> Self {
        Self {
            kind,
            table: facts::Table {
                columns,
                key: None,
                records,
            },
        }
    }
}

/// A kind of fact.
pub(crate) struct KindRule {
    /// The name of its tables.
    pub name: &'static str,
    /// With its article, for messages.
    pub a_name: &'static str,
    /// What it states, in one sentence.
    pub about: &'static str,
    /// Its own keys, in the order in which they are best written.
    pub keys: &'static [Key],
    /// Which of them it needs beside the required ones.
    pub needs: Needs,
    /// Whether it may have keys of its own making: the slots of a statement.
    pub open: bool,
    /// What becomes of a contradiction in direct speech, if the fact does not say.
    pub in_quotes: InQuotes,
    /// Decodes an entry.
    pub read: for<'a, 'p> fn(&mut Context<'a, 'p>, &Table<'a>) -> Option<Made>,
}

use InQuotes::{Check, Soften};

/// Every kind of fact.
#[rustfmt::skip]
pub(crate) static KINDS: &[KindRule] = &[
    KindRule { name: "entity", a_name: "an entity", about: "How a name is written.", keys: entity::KEYS, needs: Needs::Nothing, open: false, in_quotes: Check, read: entity::read },
    KindRule { name: "office", a_name: "an office", about: "Who holds an office, and when.", keys: office::KEYS, needs: Needs::Nothing, open: false, in_quotes: Soften, read: office::read },
    KindRule { name: "figure", a_name: "a figure", about: "A measured value.", keys: figure::KEYS, needs: figure::NEEDS, open: false, in_quotes: Soften, read: figure::read },
    KindRule { name: "event", a_name: "an event", about: "An occasion, alone or one of a numbered series.", keys: event::KEYS, needs: event::NEEDS, open: false, in_quotes: Soften, read: event::read },
    KindRule { name: "statement", a_name: "a statement", about: "Anything else: a sentence with slots, and the right value of each slot.", keys: statement::KEYS, needs: Needs::Nothing, open: true, in_quotes: Soften, read: statement::read },
    KindRule { name: "affiliation", a_name: "an affiliation", about: "Who or what belongs where: parties, clubs, employers, states of towns, authors of books.", keys: affiliation::KEYS, needs: Needs::Nothing, open: false, in_quotes: Soften, read: affiliation::read },
];

/// The kind of this name.
pub(crate) fn kind(name: &str) -> Option<&'static KindRule> {
    KINDS.iter().find(|kind| kind.name == name)
}
