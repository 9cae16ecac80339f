//! Korean numbers: digits with myriads (`2만8500`, `3억5000만`), and ordinals (`제57차`).

use rust_decimal::Decimal;

use super::super::tokens::{Lexer, TokenKind};
use super::super::value::Numeral;
use super::table::MYRIADS;
use super::{Number, digits};
use crate::span::Span;

/// The number with at least one myriad that begins exactly at `pos`.
pub(crate) fn number(lex: Lexer, pos: usize) -> Option<Number> {
    let mut total = Decimal::ZERO;
    let mut end = pos;
    let mut lowest = None;
    let mut below = u64::MAX;
    let mut step = Decimal::ONE;
    let mut at = pos;
    while let Some(part) = digits::digits(lex, at) {
        let (scale, after) = myriad(lex, part.end);
        // every part is smaller than the last
        if scale >= below || (lowest.is_none() && scale == 1) {
            break;
        }
        total = part.value.checked_mul(scale.into())?.checked_add(total)?;
        step = super::place(part.places)?.checked_mul(scale.into())?;
        (below, lowest, end) = (scale, Some(scale), after);
        if scale == 1 {
            break;
        }
        // `2만 8500`
        at = if lex.rest(end).starts_with(' ') {
            end + 1
        } else {
            end
        };
    }
    let scaled = lowest? > 1;
    Some(Number {
        numeral: Numeral {
            span: Span::new(pos, end),
            value: total,
            step: (scaled || step < Decimal::ONE).then(|| step.normalize()),
            spelt: false,
        },
        plain: false,
        scaled: true,
        doubtful: false,
    })
}

/// The myriads after digits, multiplied: `천만` is ten million.
fn myriad(lex: Lexer, pos: usize) -> (u64, usize) {
    let mut scale = 1u64;
    let mut end = pos;
    for c in lex.rest(pos).chars().take(3) {
        let Some(&(_, power)) = MYRIADS.iter().find(|(sign, _)| *sign == c) else {
            break;
        };
        scale = scale.saturating_mul(power);
        end += c.len_utf8();
    }
    (scale, end)
}

/// `제57차`, `제57회`, `57차`.
pub(crate) fn ordinal(lex: Lexer, pos: usize) -> Option<(Span, u64)> {
    let first = lex.glued(pos)?;
    let (marked, digits) = match first.of(lex.text()) {
        "제" => (true, lex.at(first.span.end)?),
        _ => (false, first),
    };
    if digits.kind != TokenKind::Digits {
        return None;
    }
    let counter = lex.glued(digits.span.end)?;
    let known: &[char] = if marked {
        &['차', '회', '대', '기', '호', '조']
    } else {
        &['차']
    };
    let c = counter
        .of(lex.text())
        .chars()
        .next()
        .filter(|c| known.contains(c))?;
    let number = digits.of(lex.text()).parse().ok()?;
    Some((Span::new(pos, counter.span.start + c.len_utf8()), number))
}
