//! Fractions in digits: `3/4`, `10 1/2`, `½`.

use rust_decimal::Decimal;

use super::super::tokens::{Lexer, TokenKind};
use super::table::VULGAR;

/// Denominators that copy writes with a stroke; `9/11` and `24/7` are none.
const DENOMINATORS: &[u32] = &[2, 3, 4, 5, 6, 8, 10, 16, 32, 64];

/// The fraction that begins exactly at `pos`, and its end.
pub(crate) fn fraction(lex: Lexer, pos: usize) -> Option<(Decimal, usize)> {
    let rest = lex.rest(pos);
    let first = rest.chars().next()?;
    if let Some(&(sign, over, under)) = VULGAR.iter().find(|(sign, ..)| *sign == first) {
        return Some((ratio(over, under), pos + sign.len_utf8()));
    }
    let over = lex.glued(pos)?;
    let stroke = lex.glued(over.span.end)?;
    let under = lex.glued(stroke.span.end)?;
    let is_stroke = matches!(stroke.of(lex.text()), "/" | "⁄");
    if over.kind != TokenKind::Digits || !is_stroke || under.kind != TokenKind::Digits {
        return None;
    }
    let (a, b): (u32, u32) = (
        over.of(lex.text()).parse().ok()?,
        under.of(lex.text()).parse().ok()?,
    );
    let next = lex.rest(under.span.end).chars().next();
    let whole = next.is_none_or(|c| !c.is_alphanumeric() && c != '/');
    (a > 0 && a < b && DENOMINATORS.contains(&b) && whole).then(|| (ratio(a, b), under.span.end))
}

/// The fraction after a whole number, `10 1/2`, `10-1/2`, `10½`.
pub(crate) fn after_whole(lex: Lexer, pos: usize) -> Option<(Decimal, usize)> {
    let rest = lex.rest(pos);
    let start = match rest.chars().next()? {
        ' ' | '-' => pos + 1,
        first if VULGAR.iter().any(|(sign, ..)| *sign == first) => pos,
        _ => return None,
    };
    fraction(lex, start)
}

pub(crate) fn ratio(over: impl Into<Decimal>, under: impl Into<Decimal>) -> Decimal {
    // denominators are never nought
    over.into().checked_div(under.into()).unwrap_or_default()
}
