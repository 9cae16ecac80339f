//! The registry of kinds: one line each.

use super::decode::Context;
use super::table::{Key, Table};
use super::{entity, event, figure, office, statement};
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
    /// Its own keys.
    pub keys: &'static [Key],
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
    KindRule { name: "entity", a_name: "an entity", keys: entity::KEYS, open: false, in_quotes: Check, read: entity::read },
    KindRule { name: "office", a_name: "an office", keys: office::KEYS, open: false, in_quotes: Soften, read: office::read },
    KindRule { name: "figure", a_name: "a figure", keys: figure::KEYS, open: false, in_quotes: Soften, read: figure::read },
    KindRule { name: "event", a_name: "an event", keys: event::KEYS, open: false, in_quotes: Soften, read: event::read },
    KindRule { name: "statement", a_name: "a statement", keys: statement::KEYS, open: true, in_quotes: Soften, read: statement::read },
];

/// The kind of this name.
pub(crate) fn kind(name: &str) -> Option<&'static KindRule> {
    KINDS.iter().find(|kind| kind.name == name)
}
