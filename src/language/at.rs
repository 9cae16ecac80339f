//! Readers of one value at one place, whatever its role in the sentence: the `3` of `3-2`, the `2030` after `by`.
//!
//! Each reads what begins exactly at `offset` and ends at or before `end`. None looks at a hedge, and none says
//! whether the number is a value, a designation or a score.

use super::amounts::{self, Join, Measured, Single};
use super::tokens::{Lexer, TokenKind};
use super::units::Dimension;
use super::value::Amount;
use super::{dates, numbers};
use crate::span::Span;

/// The number in digits or words, without a unit.
pub fn number(text: &str, offset: usize, end: usize) -> Option<(Span, Amount)> {
    let lex = lexer(text, offset, end)?;
    let number = numbers::number(lex, offset, true)?;
    let span = number.numeral.span;
    let single = Single::bare(span, number);
    let measured = Measured {
        span,
        lower: single,
        upper: None,
    };
    Some((span, measured.into_amount()))
}

/// The ordinal, `57th`, `fifty-seventh`, `제57차`.
pub fn ordinal(text: &str, offset: usize, end: usize) -> Option<(Span, u64)> {
    numbers::ordinal(lexer(text, offset, end)?, offset)
}

/// The percentage; percentage points are none.
pub fn percent(text: &str, offset: usize, end: usize) -> Option<(Span, Amount)> {
    measured(text, offset, end, |dimension| {
        dimension == Dimension::Percent
    })
}

/// The sum of money.
pub fn money(text: &str, offset: usize, end: usize) -> Option<(Span, Amount)> {
    measured(text, offset, end, |dimension| {
        matches!(dimension, Dimension::Money(_))
    })
}

/// The length of time or age.
pub fn duration(text: &str, offset: usize, end: usize) -> Option<(Span, Amount)> {
    measured(text, offset, end, |dimension| {
        dimension == Dimension::Duration
    })
}

/// The number with any measured unit.
pub fn quantity(text: &str, offset: usize, end: usize) -> Option<(Span, Amount)> {
    measured(text, offset, end, |_| true)
}

/// The calendar year, as [`dates::year_at`] reads it.
pub fn year(text: &str, offset: usize, end: usize) -> Option<(Span, i16)> {
    dates::year_at(text, offset).filter(|(span, _)| span.end <= end)
}

/// A lexer, unless `offset` stands inside a word or a number.
fn lexer(text: &str, offset: usize, end: usize) -> Option<Lexer<'_>> {
    let lex = Lexer::new(text, end);
    let token = lex.glued(offset)?;
    let mut before = text[..offset].chars().rev();
    let inside = match (before.next(), token.kind) {
        (Some(c), TokenKind::Digits) if c.is_ascii_digit() => true,
        (Some('.' | ','), TokenKind::Digits) => before.next().is_some_and(|c| c.is_ascii_digit()),
        (Some(c), TokenKind::Word) => c.is_alphabetic(),
        _ => false,
    };
    (!inside).then_some(lex)
}

fn measured(
    text: &str,
    offset: usize,
    end: usize,
    fits: impl Fn(Dimension) -> bool,
) -> Option<(Span, Amount)> {
    let lex = lexer(text, offset, end)?;
    let measured = amounts::amount(lex, offset, Join::Open)?;
    let span = measured.span;
    let amount = measured.into_amount();
    amount.unit.filter(|unit| fits(unit.dimension))?;
    Some((span, amount))
}
