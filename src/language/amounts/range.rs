//! Ranges: `28,000-29,000`, `between 28,000 and 29,000`, `from 5 to 7 percent`.

use super::{Measured, Single, single};
use crate::language::hedges;
use crate::language::numbers;
use crate::language::tokens::{Lexer, TokenKind};
use crate::span::Span;

/// How the two ends of a range are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Join {
    /// Nothing is known: `5-7`, `5 to 7`.
    Open,
    /// After `between`.
    Between,
    /// After `from`: both ends need one unit.
    From,
    /// After a verb of change and `from`: the two are values of their own.
    Change,
}

/// The amount that begins exactly at `pos`, with its upper end where it is a range.
pub(crate) fn amount(lex: Lexer, pos: usize, join: Join) -> Option<Measured> {
    let lower = single(lex, pos, join != Join::Between)?;
    if let Some(range) = range(lex, pos, &lower, join) {
        return Some(range);
    }
    Some(Measured {
        span: lower.span,
        lower,
        upper: None,
    })
}

fn range(lex: Lexer, pos: usize, lower: &Single, join: Join) -> Option<Measured> {
    let text = lex.text();
    // a hyphen joins two numbers before it joins a unit
    let hyphen = lex.glued(lower.span.end).filter(|t| t.of(text) == "-");
    let (upper_at, glued) = match hyphen {
        Some(hyphen) if !lower.compound => (hyphen.span.end, true),
        _ => {
            let word = lex
                .at(lower.span.end)
                .filter(|t| t.kind == TokenKind::Word && t.spaced)?;
            let to = matches!(
                (word.of(text), join),
                ("and", Join::Between) | ("to", Join::Open | Join::From)
            );
            let next = lex.at(word.span.end).filter(|t| to && t.spaced)?.span.start;
            // `between 28,000 and about 29,000`
            let hedged = hedges::before(lex, next).filter(|_| join == Join::Between);
            (hedged.map_or(next, |(_, next)| next), false)
        }
    };
    let upper = single(lex, upper_at, true)?;
    if upper.numeral().value.is_sign_negative() && glued {
        return None;
    }
    let upper = unite(lower, upper)?;
    let mut lower = lower.clone();
    carry(lex, &mut lower, &upper)?;
    // `between 900 m and 1.2 km`
    if let (Some(one), Some(other)) = (lower.unit, upper.unit)
        && one != other
    {
        let numeral = &mut lower.number.numeral;
        numeral.value = one.convert(numeral.value, other)?;
    }
    if lower.numeral().value >= upper.numeral().value {
        return None;
    }
    let known = is_formed(&lower) || is_formed(&upper) || upper.unit.is_some();
    let fits = match join {
        Join::Between => true,
        Join::Change => false,
        // `from 5 percent to 7 percent` states two values, `from 5 to 7 percent` one range
        Join::From if !glued => upper.unit.is_some() && lower.unit.is_none(),
        _ if glued => known && !is_score(&lower, &upper) || counts(lex, &upper),
        _ => {
            let formed = is_formed(&lower) && is_formed(&upper);
            lower.unit.is_none()
                && (upper.unit.is_some() || upper.number.scaled || formed || counts(lex, &upper))
                && !upper.prefixed
                || lower.prefixed && upper.unit == lower.unit
        }
    };
    fits.then(|| {
        let span = Span::new(pos, upper.span.end);
        Measured {
            span,
            lower,
            upper: Some(upper),
        }
    })
}

/// Gives the upper end the unit of the lower where only a sign stood before the lower: `$3-4 billion`.
fn unite(lower: &Single, mut upper: Single) -> Option<Single> {
    match (lower.unit, upper.unit) {
        (Some(unit), None) if lower.prefixed => upper.unit = Some(unit),
        (Some(_), None) => return None,
        (Some(a), Some(b)) if a.dimension != b.dimension => return None,
        _ => {}
    }
    Some(upper)
}

/// Carries the scale of the upper end back to a lower end that has none: `3-4 billion`.
fn carry(lex: Lexer, lower: &mut Single, upper: &Single) -> Option<()> {
    let upper_number = upper.numeral();
    if upper.number.scaled && !lower.number.scaled && lower.numeral().value < upper_number.value {
        // the scale is what the upper end has beyond its digits
        let bare = numbers::unscaled(lex, upper_number.span.start)?;
        let scale = upper_number
            .value
            .checked_div(bare)
            .filter(|scale| scale.is_integer())?;
        let unscaled = lower.numeral().value;
        if unscaled <= bare {
            let numeral = &mut lower.number.numeral;
            numeral.value = unscaled.checked_mul(scale)?.normalize();
            numeral.step = numeral
                .step
                .unwrap_or(rust_decimal::Decimal::ONE)
                .checked_mul(scale)
                .map(|step| step.normalize());
        }
    }
    Some(())
}

/// Whether the number is more than a few bare digits.
fn is_formed(single: &Single) -> bool {
    !single.number.plain || single.unit.is_some()
}

/// Decimals and units make no score; two small whole numbers might.
fn is_score(lower: &Single, upper: &Single) -> bool {
    lower.number.plain && upper.number.plain && upper.unit.is_none()
}

/// Whether a counted noun in the plural follows: `10-15 people`.
fn counts(lex: Lexer, single: &Single) -> bool {
    if single.compound {
        return false;
    }
    counted_after(lex, single.span.end)
}

/// Whether a noun in the plural follows after a space.
pub(super) fn counted_after(lex: Lexer, pos: usize) -> bool {
    let Some(next) = lex
        .at(pos)
        .filter(|t| t.kind == TokenKind::Word && t.spaced)
    else {
        return false;
    };
    let word = next.of(lex.text());
    let plural = word.ends_with('s') && !word.ends_with("ss") && word.len() > 3;
    word.chars().all(char::is_lowercase)
        && (plural || matches!(word, "people" | "men" | "women" | "children" | "police"))
}

/// Gives the first of two values their common unit: `rose from 2 to 3 percent`.
pub(crate) fn carry_back(lex: Lexer, first: &mut Measured) -> Option<()> {
    let to = lex
        .at(first.span.end)
        .filter(|t| t.of(lex.text()) == "to")?;
    let second = single(lex, lex.at(to.span.end)?.span.start, true)?;
    if first.lower.unit.is_none() && first.upper.is_none() {
        first.lower.unit = second.unit.filter(|_| !second.prefixed);
        carry(lex, &mut first.lower, &second)?;
    }
    Some(())
}
