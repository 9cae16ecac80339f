//! What follows a number: its unit, a compound adjective, and a smaller unit of the same kind.

use super::Single;
use crate::language::numbers::{self, Number};
use crate::language::tokens::{Lexer, TokenKind};
use crate::language::units::{self, Dimension, Unit};
use crate::span::Span;

/// Pairs of units that are said in one breath, `5 ft 2 in`.
const PAIRS: &[(&str, &str)] = &[
    ("ft", "in"),
    ("lb", "oz"),
    ("USD", "cents"),
    ("EUR", "cents"),
    ("GBP", "pence"),
    ("INR", "paise"),
    ("years", "months"),
    ("months", "days"),
    ("weeks", "days"),
    ("days", "hours"),
    ("hours", "minutes"),
    ("minutes", "seconds"),
];

/// The number with what is joined to it.
pub(super) fn with_unit(lex: Lexer, pos: usize, number: Number) -> Single {
    let end = number.end();
    let bare = |compound| Single {
        span: Span::new(pos, end),
        number: number.clone(),
        unit: None,
        compound,
        prefixed: false,
    };
    let text = lex.text();
    let found = units::after(lex, end, number.scaled).or_else(|| of_one(lex, &number));
    let Some(found) = found else {
        let hyphen = lex.glued(end).filter(|t| t.of(text) == "-");
        let word = hyphen
            .and_then(|t| lex.glued(t.span.end))
            .filter(|t| t.kind == TokenKind::Word);
        // `28,500-strong`, but not the hedge of `28,500-plus`
        return bare(word.is_some_and(|w| {
            w.of(text).chars().all(char::is_lowercase)
                && !matches!(w.of(text), "plus" | "odd" | "ish")
        }));
    };
    if found.hyphen && matches!(found.unit.dimension, Dimension::Duration) && old(lex, found.end) {
        // `70-year-old`: the number is marked, as of a counted noun
        return Single {
            unit: Some(found.unit),
            ..bare(true)
        };
    }
    Single {
        span: Span::new(pos, found.end),
        unit: Some(found.unit),
        ..bare(found.hyphen)
    }
}

/// `half an hour`, `a quarter of a percentage point`: the unit of a part of one.
fn of_one(lex: Lexer, number: &Number) -> Option<units::Found> {
    let part = number.numeral.spelt && number.numeral.value < rust_decimal::Decimal::ONE;
    let rest = lex.rest(number.end());
    let article = [" of an", " of a", " an", " a"]
        .into_iter()
        .find(|article| {
            part && rest
                .strip_prefix(article)
                .is_some_and(|rest| rest.starts_with(' '))
        })?;
    units::after(lex, number.end() + article.len(), false)
}

fn old(lex: Lexer, pos: usize) -> bool {
    let rest = lex.rest(pos);
    rest.starts_with("-old") || rest.starts_with(" old")
}

/// Adds a smaller unit: `5 feet and 2 inches`, `3 dollars 50 cents`.
pub(super) fn with_parts(lex: Lexer, single: Single) -> Single {
    joined(lex, &single).unwrap_or(single)
}

fn joined(lex: Lexer, single: &Single) -> Option<Single> {
    let text = lex.text();
    let large: &Unit = single.unit?;
    let (_, small) = PAIRS.iter().find(|(code, _)| *code == large.code)?;
    if single.compound || single.numeral().step.is_some() {
        return None;
    }
    let mut at = lex.at(single.span.end).filter(|t| t.spaced)?;
    if at.of(text) == "and" {
        at = lex.at(at.span.end)?;
    }
    let second = numbers::number(lex, at.span.start, false)
        .filter(|n| n.numeral.value.is_sign_positive())?;
    let found = units::after(lex, second.end(), false)
        .filter(|found| !found.hyphen)
        .map(|found| (found.unit, found.end))
        // `in` is an inch here, which it is nowhere else
        .or_else(|| {
            let sign = lex.at(second.end())?;
            Some((units::unit(sign.of(text))?, sign.span.end))
        });
    let (unit, end) = found.filter(|(unit, _)| unit.code == *small)?;
    let value = second.numeral.value;
    let added = match (unit.convert(value, large), large.dimension) {
        (Some(added), _) => added,
        // cents of any currency that has them
        (None, Dimension::Money(_)) => value.checked_mul(unit.per_base)?,
        _ => return None,
    };
    let mut whole = single.clone();
    whole.number.numeral.value = whole.number.numeral.value.checked_add(added)?;
    whole.number.numeral.span.end = end;
    whole.number.plain = false;
    whole.span.end = end;
    Some(whole)
}
