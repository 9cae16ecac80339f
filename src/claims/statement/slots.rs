//! What a slot of a pattern reads.

use std::collections::HashSet;

use crate::claims::words::WordKind;
use crate::claims::{Edge, StatedValue, names};
use crate::facts::{ColumnType, Value};
use crate::language::{self, Dimension};
use crate::span::Span;
use crate::verdict::version;

use super::matcher::{Matcher, Offset};
use super::program::spellings;

impl Matcher<'_> {
    /// What a slot can read at this place, the preferred reading first.
    /// `open`: nothing fixed follows it in the pattern.
    pub(super) fn slot(&self, column: usize, at: Offset, open: bool) -> Vec<(Span, StatedValue)> {
        let at = self.line().skip_marks(at);
        let ty = self.fact.table.columns[column].ty;
        match ty {
            ColumnType::Phrase => self.phrase(column, at, open),
            ColumnType::Choice => self.choice(column, at),
            _ => self.value(column, at).into_iter().collect(),
        }
    }

    /// A right value as it stands, else the capitalised phrase, the longest first.
    fn phrase(&self, column: usize, at: Offset, open: bool) -> Vec<(Span, StatedValue)> {
        let mut ends = self.ready.words[column].ends(self.line(), at);
        let index = self.scene.word_from(at);
        if self
            .scene
            .words
            .get(index)
            .is_some_and(|word| word.span.start == at)
            && let Some(phrase) =
                names::phrase_from(self.scene, index).filter(|phrase| phrase.start == index)
        {
            ends.extend(
                phrase
                    .clone()
                    .rev()
                    .map(|last| self.scene.words[last].span.end),
            );
        }
        // `Apollo 11`, where the rule file has `Apollo 8`
        if let Some(last) = ends.iter().copied().max()
            && let Some(end) = self.number_behind(column, last)
        {
            ends.push(end);
            ends.sort_unstable_by(|a, b| b.cmp(a));
        }
        // `the capital of Australia's Victoria`: a longer name, of something else.
        let longest = ends.iter().copied().max();
        if open && longest.is_some_and(|end| self.is_owner(end)) {
            return Vec::new();
        }
        let mut seen = HashSet::new();
        ends.retain(|end| seen.insert(*end));
        let stated = |end: Offset| {
            let span = Span::new(at, end);
            (
                span,
                StatedValue::Phrase(self.scene.slice(span).to_string()),
            )
        };
        ends.into_iter()
            .filter(|end| *end > at)
            .map(stated)
            .collect()
    }

    /// The end of a number behind a name, where the right values of the column have one: `Apollo 8`.
    fn number_behind(&self, column: usize, end: Offset) -> Option<Offset> {
        let numbered = |spelling: &String| {
            let number = spelling.rsplit(' ').next().unwrap_or_default();
            spelling.contains(' ') && number.bytes().all(|byte| byte.is_ascii_digit())
        };
        let word = self.scene.words.get(self.scene.word_from(end))?;
        let beside = word.kind == WordKind::Number && word.span.start == end + 1;
        let plain = self
            .scene
            .slice(word.span)
            .bytes()
            .all(|byte| byte.is_ascii_digit());
        let fits = beside && plain && spellings(self.fact, column).any(numbered);
        fits.then_some(word.span.end)
    }

    /// Whether a possessive and what it owns follow.
    fn is_owner(&self, end: Offset) -> bool {
        let index = self.scene.word_from(end);
        let word = |index: usize| self.scene.words.get(index);
        word(index).is_some_and(|word| word.span.start == end && word.kind == WordKind::Possessive)
            && word(index + 1).is_some_and(|word| word.kind != WordKind::Sign)
    }

    /// One of the listed words, right or wrong.
    fn choice(&self, column: usize, at: Offset) -> Vec<(Span, StatedValue)> {
        let end = self.ready.words[column]
            .ends(self.line(), at)
            .first()
            .copied();
        // `Britain's gas-cooled reactors`
        let at = self.line().skip_possessive(at);
        end.map(|end| Span::new(at, end))
            .map(|span| {
                (
                    span,
                    StatedValue::Phrase(self.scene.slice(span).to_string()),
                )
            })
            .into_iter()
            .collect()
    }

    /// Whether some right value of the column is in units of this dimension.
    fn is_in(&self, column: usize, dimension: Dimension) -> bool {
        let records = self.fact.table.records.iter();
        let mut cells = records
            .filter_map(|record| record.cells.get(column))
            .flatten();
        cells.any(|value| {
            matches!(value, Value::Amount { unit: Some(unit), .. } if unit.dimension == dimension)
        })
    }

    fn value(&self, column: usize, at: Offset) -> Option<(Span, StatedValue)> {
        let ty = self.fact.table.columns[column].ty;
        let (text, end) = (self.scene.text(), self.scene.span.end);
        match ty {
            ColumnType::Date => {
                let (span, expr) = language::dates::at(text, at, end)?;
                let days = expr.resolve(self.scene.page.date(), self.scene.tense(span), None)?;
                Some((
                    span,
                    StatedValue::Days {
                        days,
                        edge: Edge::Any,
                        expr,
                    },
                ))
            }
            ColumnType::Year => {
                let (span, year) = language::dates::year_at(text, at)?;
                Some((span, StatedValue::Year(year)))
            }
            ColumnType::Ordinal => {
                let (span, ordinal) = language::at::ordinal(text, at, end)?;
                Some((span, StatedValue::Ordinal(ordinal)))
            }
            ColumnType::Version => {
                let length = version::length(text.get(at..end)?)?;
                let span = Span::new(at, at + length);
                Some((
                    span,
                    StatedValue::Version(self.scene.slice(span).to_string()),
                ))
            }
            ColumnType::Number => {
                let (span, amount) = language::at::number(text, at, end)?;
                Some((span, StatedValue::Amount(amount)))
            }
            _ => {
                let (span, amount) = language::at::quantity(text, at, end)?;
                let dimension = amount.unit?.dimension;
                let fits = match ty {
                    ColumnType::Percent => {
                        matches!(dimension, Dimension::Percent | Dimension::PercentagePoint)
                    }
                    // A sum in another currency is no claim.
                    ColumnType::Money => self.is_in(column, dimension),
                    ColumnType::Duration => dimension == Dimension::Duration,
                    _ => true,
                };
                fits.then_some((span, StatedValue::Amount(amount)))
            }
        }
    }
}
