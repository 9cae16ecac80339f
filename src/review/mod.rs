//! What a careful colleague would say of rule files that hold no mistake: remarks, one file a sort, and their registry.

mod ahead;
mod gap;
mod joint;
mod no_source;
mod no_test;
mod overlap;
mod patterns;
mod rejected;
mod same_event;
mod same_figure;
mod same_name;
mod same_office;
mod silenced;
mod stale;
mod thousands;
mod times;
mod unchecked;
mod unused;
mod vacant;
mod written;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use jiff::civil::Date;

use crate::facts::{Fact, Severity};
use crate::packs::{Label, Pack, Packs};
use crate::rule_tests::{run_tests, unexercised};

use written::{Entry, Written};

/// A sort of remark.
pub struct Remark {
    /// `no-source`.
    pub id: &'static str,
    /// How much it matters: a warning, or for information.
    pub severity: Severity,
    /// What it means and why it matters, in a few sentences.
    pub about: &'static str,
    /// How many of one rule file are worth being told one by one; more are told as one.
    pub apart: usize,
    /// What they are, told as one: completes `12 …`.
    pub many: &'static str,
    /// Finds them.
    find: fn(&Review) -> Vec<Note>,
}

/// One remark.
#[derive(Clone)]
#[non_exhaustive]
pub struct Note {
    /// Of which sort.
    pub remark: &'static Remark,
    /// The index in [`Packs::facts`] of the fact that it is about.
    pub fact: usize,
    /// What there is to say, in one sentence.
    pub message: String,
    /// Where, the place that matters most first; each on one line.
    pub labels: Vec<Label>,
    /// The remedy.
    pub help: String,
}

/// Every sort of remark, in the order of the documentation.
#[rustfmt::skip]
pub static REMARKS: &[&Remark] = &[
    &stale::REMARK, &ahead::REMARK, &unchecked::REMARK,
    &overlap::REMARK, &same_name::REMARK, &same_office::REMARK, &same_event::REMARK, &same_figure::REMARK, &thousands::REMARK,
    &rejected::REMARK, &patterns::DEAD, &silenced::REMARK,
    &gap::REMARK, &joint::REMARK, &vacant::REMARK, &patterns::REPEATED,
    &no_source::REMARK, &no_test::REMARK, &unused::REMARK,
];

/// What a colleague reads.
struct Review<'a> {
    packs: &'a Packs,
    written: &'a Written<'a>,
    today: Date,
    /// The facts that no test finds a slip of.
    untested: Vec<usize>,
    /// The facts that articles were about, where somebody asked.
    applied: Option<&'a HashSet<usize>>,
}

/// Reads packs as a colleague would on the day `today`, and runs their tests. `applied` holds the indices of the facts
/// that some articles were about ([`Linter::applied`](crate::linter::Linter::applied)): the others are told as unused.
///
/// The remarks come in the order of the files and of their places.
pub fn review(packs: &Packs, today: Date, applied: Option<&HashSet<usize>>) -> Vec<Note> {
    let every = 0..packs.packs.len();
    let outcomes = run_tests(packs, every.clone());
    let trees = written::trees(packs);
    let review = Review {
        packs,
        written: &Written::new(packs, &trees),
        today,
        untested: unexercised(packs, every, &outcomes),
        applied,
    };
    let mut notes: Vec<(usize, Note)> = Vec::new();
    for remark in REMARKS {
        let found = (remark.find)(&review);
        notes.extend(found.into_iter().map(|note| (review.file(&note), note)));
    }
    let place = |note: &Note| note.labels.first().map(|label| label.span);
    notes.sort_by_key(|(file, note)| (*file, place(note)));
    notes.into_iter().map(|(_, note)| note).collect()
}

impl<'a> Review<'a> {
    /// Every fact with its index and its pack.
    fn facts(&self) -> impl Iterator<Item = (usize, &'a Fact, &'a Pack)> {
        let packs = self.packs;
        packs.packs.iter().flat_map(move |pack| {
            let facts = pack.facts.clone();
            facts.filter_map(move |index| Some((index, packs.facts.get(index)?, pack)))
        })
    }

    /// A fact as it is written.
    fn entry(&self, fact: usize) -> &Entry<'a> {
        self.written.entry(fact)
    }

    /// The facts with these indices that `keep` lets pass, with a remark at the name of each.
    fn each(
        &self,
        facts: &[usize],
        remark: &'static Remark,
        say: impl Fn(&Fact) -> (String, &'static str),
        help: &str,
    ) -> Vec<Note> {
        let told = facts.iter().filter_map(|index| {
            let fact = self.packs.facts.get(*index)?;
            let (message, label) = say(fact);
            let note = Note::new(remark, *index, message, help);
            let entry = self.entry(*index);
            Some(note.label(entry, entry.name(), label))
        });
        told.collect()
    }

    /// The index of the file in which a note's first place stands.
    fn file(&self, note: &Note) -> usize {
        let packs = self.packs.packs.iter();
        let file = note.labels.first().map(|label| &label.file);
        packs
            .take_while(|pack| Some(&pack.source.file) != file)
            .count()
    }
}

impl Note {
    fn new(
        remark: &'static Remark,
        fact: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Note {
        Note {
            remark,
            fact,
            message: message.into(),
            labels: Vec::new(),
            help: help.into(),
        }
    }

    /// The same with one more place.
    fn label(
        mut self,
        entry: &Entry,
        span: impl Into<Option<crate::span::Span>>,
        text: impl Into<String>,
    ) -> Note {
        self.labels.push(Label {
            file: entry.file.clone(),
            span: entry.line(span.into().unwrap_or_else(|| entry.name())),
            text: text.into(),
        });
        self
    }
}

impl std::fmt::Debug for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.remark.id, self.message)
    }
}
