//! What follows a number: its unit, or a compound adjective.

use super::Single;
use crate::language::numbers::Number;
use crate::language::tokens::{Lexer, TokenKind};
use crate::language::units::{self, Dimension};
use crate::span::Span;

/// The number with what is joined to it.
pub(super) fn with_unit(lex: Lexer, pos: usize, number: Number) -> Single {
    let end = number.end();
    let bare = |compound| Single {
        compound,
        ..Single::bare(Span::new(pos, end), number.clone())
    };
    let text = lex.text();
    let found = letter(lex, &number)
        .or_else(|| units::after(lex, end, number.scaled))
        .or_else(|| of_one(lex, &number));
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

/// `5'` of `5'10"`, `2h` of `2h15m`, `3m` of `3m20s`: a larger unit in a letter, where a smaller one follows.
fn letter(lex: Lexer, number: &Number) -> Option<units::Found> {
    if !number.plain {
        return None;
    }
    let end = number.end();
    let spaced = usize::from(lex.rest(end).starts_with(' '));
    let rest = lex.rest(end + spaced);
    let (code, len) = match rest.chars().next()? {
        first @ ('\'' | '′') if spaced == 0 => ("ft", first.len_utf8()),
        'h' => ("hours", 1),
        'm' => ("minutes", 1),
        _ => return None,
    };
    let small = rest[len..].strip_prefix(' ').unwrap_or(&rest[len..]);
    let digits = small.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &small[digits..];
    let ended = |text: &str| text.chars().next().is_none_or(|c| !c.is_alphanumeric());
    let fits = (1..=2).contains(&digits)
        && match code {
            "ft" => {
                let sign = ["\"", "″", "''"]
                    .iter()
                    .any(|sign| behind.starts_with(sign));
                let glued = rest.as_bytes().get(len).is_some_and(u8::is_ascii_digit);
                sign || glued && ended(behind) && !behind.starts_with(['\'', '-', '/', ':'])
            }
            "hours" => {
                let glued = spaced == 0 && rest.as_bytes().get(len).is_some_and(u8::is_ascii_digit);
                let name = behind.strip_prefix(' ').unwrap_or(behind);
                let name = name.split(|c: char| !c.is_alphabetic()).next();
                name.is_some_and(|name| ["m", "min", "mins", "minutes"].contains(&name))
                    || glued && digits == 2 && ended(behind)
            }
            _ => {
                let tail = behind.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
                tail.strip_prefix('s').is_some_and(ended)
            }
        };
    if !fits {
        return None;
    }
    Some(units::Found {
        unit: units::unit(code)?,
        end: end + spaced + len,
        hyphen: false,
    })
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
