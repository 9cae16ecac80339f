//! Numbers and ordinals in digits and in words, English and Korean.

mod digits;
mod fractions;
mod korean;
mod parts;
mod table;
mod words;

pub(crate) use table::{Word, word};
pub(crate) use words::money_suffix;

use rust_decimal::Decimal;

use super::tokens::{Lexer, TokenKind};
use super::value::Numeral;
use crate::span::Span;

/// A number as it was read, with what the readers around it need to know.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    /// The number.
    pub numeral: Numeral,
    /// Whether it is nothing but a run of up to nine digits: it may be a designation, a page, a score.
    pub plain: bool,
    /// Whether it has a scale (`million`, `K`, `만`).
    pub scaled: bool,
    /// Whether its thousands are set apart (`28,500`).
    pub grouped: bool,
    /// Whether its dot may as well group thousands (`28.500`).
    pub doubtful: bool,
}

impl Number {
    pub(crate) fn end(&self) -> usize {
        self.numeral.span.end
    }
}

/// The number that begins exactly at `pos`.
///
/// Without `and`, the word is not read as part of a number (`between one hundred and five hundred`).
pub(crate) fn number(lex: Lexer, pos: usize, and: bool) -> Option<Number> {
    let token = lex.glued(pos)?;
    let (negative, start) = match token.of(lex.text()) {
        "-" if lex
            .glued(token.span.end)
            .is_some_and(|next| next.kind == TokenKind::Digits || next.of(lex.text()) == ".") =>
        {
            (true, token.span.end)
        }
        text if is_minus(text) => {
            let next = lex.at(token.span.end)?;
            (next.spaced, next.span.start)
        }
        _ => (false, pos),
    };
    let mut number = korean::number(lex, start).or_else(|| words::number(lex, start, and))?;
    if negative {
        number.numeral.value = -number.numeral.value;
        number.plain = false;
    }
    number.numeral.span.start = pos;
    Some(number)
}

/// Whether a number may begin with this word, before the next one: `a million`, `minus five`.
pub(crate) fn begins<'t>(word: &str, next: impl Fn() -> &'t str) -> bool {
    table::word(word).is_some()
        || words::is_article(word) && table::word(next()).is_some()
        || is_minus(word)
}

fn is_minus(text: &str) -> bool {
    ["minus", "negative"]
        .iter()
        .any(|w| w.eq_ignore_ascii_case(text))
}

/// The ordinal that begins exactly at `pos`: `57th`, `fifty-seventh`, `제57차`.
pub(crate) fn ordinal(lex: Lexer, pos: usize) -> Option<(Span, u64)> {
    digits::ordinal(lex, pos)
        .or_else(|| words::ordinal(lex, pos))
        .or_else(|| korean::ordinal(lex, pos))
}

/// Ten to the power of `-places`.
pub(crate) fn place(places: u32) -> Option<Decimal> {
    (places <= Decimal::MAX_SCALE).then(|| Decimal::new(1, places))
}

/// The value of the digits or words at `pos` without the scale behind them: 4 of `4 billion`.
pub(crate) fn unscaled(lex: Lexer, pos: usize) -> Option<Decimal> {
    digits::digits(lex, pos)
        .map(|digits| digits.value)
        .or_else(|| words::unscaled(lex, pos))
}
