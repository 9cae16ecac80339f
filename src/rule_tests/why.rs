//! Why nothing was found, where the reason is known: the date.

use jiff::civil::Date;

use super::TestOutcome;
use crate::facts::{Fact, Period};
use crate::packs::{Expected, Packs};

/// Why a fact that a test names was not contradicted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Why {
    /// The article has no date, so that each of the fact's records acquits.
    NoDate {
        /// The fact.
        fact: String,
        /// A day on which the latest of its records holds.
        day: Date,
    },
    /// No record of the fact covers the article's date.
    NoRecord {
        /// The fact.
        fact: String,
        /// The article's date.
        date: Date,
    },
}

impl Why {
    /// Why `wanted`, which this outcome misses, was not found; None where it is not for the date.
    pub fn of(packs: &Packs, outcome: &TestOutcome, wanted: &Expected) -> Option<Why> {
        let id = wanted.fact.as_deref()?;
        let fact = packs.facts.iter().find(|fact| fact.id == id)?;
        let periods = || fact.table.records.iter().map(|record| record.during);
        match outcome.date {
            None if periods().count() > 1 && periods().any(|period| period != Period::ALWAYS) => {
                let day = periods().filter_map(|period| period.from).max();
                let day = day.or_else(|| periods().filter_map(|period| period.until).max())?;
                let fact = fact.id.clone();
                Some(Why::NoDate { fact, day })
            }
            Some(date) if !covered(fact, date) => Some(Why::NoRecord {
                fact: fact.id.clone(),
                date,
            }),
            _ => None,
        }
    }
}

fn covered(fact: &Fact, date: Date) -> bool {
    let mut records = fact.table.records.iter();
    records.any(|record| record.during.holds(date))
}
