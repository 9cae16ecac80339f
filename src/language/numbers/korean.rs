//! Korean numbers: digits with myriads (`2만8500`, `3억5000만`), and ordinals (`제57차`).

use rust_decimal::Decimal;

use super::super::tokens::{Lexer, TokenKind};
use super::super::value::Numeral;
use super::table::MYRIADS;
use super::{Number, digits};
use crate::span::Span;

/// The number with at least one sign that begins exactly at `pos`: sections of signs below a myriad (`5천3백`), each
/// multiplied by the myriad behind it.
pub(crate) fn number(lex: Lexer, pos: usize) -> Option<Number> {
    let mut total = Decimal::ZERO;
    let mut section = Decimal::ZERO;
    // every sign is smaller than the last of its sort
    let (mut small, mut myriad) = (u64::MAX, u64::MAX);
    let mut step = Decimal::ONE;
    let mut signed = false;
    let mut end = pos;
    let mut at = pos;
    while let Some(part) = digits::digits(lex, at) {
        let signs = signs(lex, part.end);
        let bare = signs.small == 1 && signs.myriad == 1;
        let fits = match signs.small {
            1 => small > 1 && (bare || signs.myriad < myriad),
            scale => scale < small && (signs.myriad == 1 || signs.myriad < myriad),
        };
        let below = part.value < small.min(10_000).into();
        if !fits || !(below || small == u64::MAX) || bare && !signed {
            break;
        }
        section = part
            .value
            .checked_mul(signs.small.into())?
            .checked_add(section)?;
        step = super::place(part.places)?
            .checked_mul(signs.small.into())?
            .checked_mul(signs.myriad.into())?;
        small = signs.small;
        end = signs.end;
        signed |= !bare;
        if signs.myriad > 1 {
            total = section
                .checked_mul(signs.myriad.into())?
                .checked_add(total)?;
            section = Decimal::ZERO;
            (small, myriad) = (u64::MAX, signs.myriad);
        }
        if bare {
            break;
        }
        // `2만 8500`, `1천 5백만`
        at = match lex.rest(end).starts_with(' ') {
            true => end + 1,
            false => end,
        };
    }
    if !signed {
        return None;
    }
    let scaled = step > Decimal::ONE;
    Some(Number {
        numeral: Numeral {
            span: Span::new(pos, end),
            value: total.checked_add(section)?,
            step: (scaled || step < Decimal::ONE).then(|| step.normalize()),
            spelt: false,
        },
        plain: false,
        scaled: true,
        grouped: false,
        doubtful: false,
    })
}

/// The signs behind digits.
struct Signs {
    /// 1,000 for `천`, multiplied where several follow.
    small: u64,
    /// 10,000 for `만`, multiplied where several follow.
    myriad: u64,
    end: usize,
}

/// `천만` is ten million: a small sign, then myriads.
fn signs(lex: Lexer, pos: usize) -> Signs {
    let mut signs = Signs {
        small: 1,
        myriad: 1,
        end: pos,
    };
    for c in lex.rest(pos).chars().take(3) {
        let Some(&(_, power)) = MYRIADS.iter().find(|(sign, _)| *sign == c) else {
            break;
        };
        match power < 10_000 {
            true if signs.myriad > 1 => break,
            true => signs.small = signs.small.saturating_mul(power),
            false => signs.myriad = signs.myriad.saturating_mul(power),
        }
        signs.end += c.len_utf8();
    }
    signs
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
