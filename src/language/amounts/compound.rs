//! Measures of several units: a number with its unit, and smaller units of the same kind behind it.

use rust_decimal::Decimal;

use super::Single;
use crate::language::numbers::{self, Number};
use crate::language::tokens::{Lexer, TokenKind};
use crate::language::units::{self, Dimension, Unit};
use crate::language::value::{Numeral, Part};
use crate::span::Span;

/// Pairs of units that make one measure, `5 ft 2 in`, the larger first.
const PAIRS: &[(&str, &str)] = &[
    ("mi", "yd"),
    ("mi", "ft"),
    ("yd", "ft"),
    ("yd", "in"),
    ("ft", "in"),
    ("km", "m"),
    ("m", "cm"),
    ("m", "mm"),
    ("cm", "mm"),
    ("t", "kg"),
    ("kg", "g"),
    ("st", "lb"),
    ("lb", "oz"),
    ("l", "ml"),
    ("l", "cl"),
    ("centuries", "years"),
    ("decades", "years"),
    ("years", "months"),
    ("years", "weeks"),
    ("years", "days"),
    ("months", "weeks"),
    ("months", "days"),
    ("weeks", "days"),
    ("weeks", "hours"),
    ("days", "hours"),
    ("days", "minutes"),
    ("hours", "minutes"),
    ("hours", "seconds"),
    ("minutes", "seconds"),
    ("minutes", "ms"),
    ("seconds", "ms"),
];

/// Names of the small coins of several currencies, `cents` of any dollar.
const COINS: &[&str] = &["cents", "centavos", "kopecks"];

/// A unit in a letter or sign that has another meaning elsewhere: the larger unit in front of it, the letter, the unit.
const LETTERS: &[(&str, &str, &str)] = &[
    ("hours", "mins", "minutes"),
    ("hours", "min", "minutes"),
    ("hours", "m", "minutes"),
    ("hours", "'", "minutes"),
    ("hours", "′", "minutes"),
    ("minutes", "secs", "seconds"),
    ("minutes", "sec", "seconds"),
    ("minutes", "s", "seconds"),
    ("minutes", "\"", "seconds"),
    ("minutes", "″", "seconds"),
    ("days", "h", "hours"),
    ("kg", "g", "g"),
    ("ft", "in", "in"),
    ("ft", "''", "in"),
    ("ft", "\"", "in"),
    ("ft", "″", "in"),
];

/// The unit above, which so many would make: `three days and 90 minutes` are two measures.
const LIMITS: &[(&str, u32)] = &[
    ("seconds", 60),
    ("minutes", 60),
    ("hours", 24),
    ("in", 36),
    ("ft", 5_280),
];

/// Short units that may have a full stop.
const ABBREVIATED: &[&str] = &[
    " hr", " hrs", " min", " mins", " lb", " lbs", " ft", " yd", " yr", " yrs", " wk",
];

/// A measure has no more parts.
const MOST_PARTS: usize = 4;

/// Adds smaller units: `5 feet and 2 inches`, `2 hours, 15 minutes`, `6-foot-4`, `3 dollars 50 cents`.
///
/// Without `and`, the word joins nothing: `between 5 feet and 10 inches`.
pub(super) fn with_parts(lex: Lexer, single: Single, and: bool) -> Single {
    if let Some(whole) = parts(lex, &single, and).or_else(|| and_a_half(lex, &single)) {
        return whole;
    }
    // `5 pounds 20 pence`: with a coin behind them, the pounds are money
    if single.unit.is_some_and(|unit| unit.code == "lb") {
        let money = Single {
            unit: units::unit("GBP"),
            ..single.clone()
        };
        return parts(lex, &money, and).unwrap_or(single);
    }
    single
}

/// `two hours and a half`. The number is that of the whole hours, so that nothing is written for it alone.
fn and_a_half(lex: Lexer, single: &Single) -> Option<Single> {
    const HALF: &str = " and a half";
    let half = lex.rest(single.span.end).strip_prefix(HALF)?;
    let end = single.span.end + HALF.len();
    let ended = half.chars().next().is_none_or(|c| !c.is_alphanumeric());
    let measured = single.unit.is_some() && !single.prefixed && !single.compound;
    // `two hours and a half mile`
    let alone = units::after(lex, end, false).is_none();
    let whole = single.numeral().step.is_none() && single.numeral().value.is_integer();
    if !(ended && measured && alone && whole) {
        return None;
    }
    let mut sum = single.clone();
    let numeral = &mut sum.number.numeral;
    numeral.value = numeral.value.checked_add(Decimal::new(5, 1))?;
    numeral.step = Some(Decimal::new(5, 1));
    sum.number.plain = false;
    sum.span.end = end;
    Some(sum)
}

/// Units that follow an article with a smaller one: `an hour and 35 minutes`.
const AFTER_ARTICLE: &[&str] = &[
    "hour", "day", "week", "month", "year", "minute", "foot", "mile", "dollar", "euro",
];

/// Whether an article and this word may begin a compound measure.
pub(crate) fn begins(article: &str, next: &str) -> bool {
    ["a", "an", "A", "An"].contains(&article) && AFTER_ARTICLE.contains(&next)
}

/// `an hour and 35 minutes`, `a year and a half`: one of a unit, only with what is joined to it.
pub(super) fn of_article(lex: Lexer, pos: usize) -> Option<Single> {
    let article = lex.glued(pos).filter(|t| t.kind == TokenKind::Word)?;
    let next = lex.at(article.span.end).filter(|t| t.spaced)?;
    if !begins(article.of(lex.text()), next.of(lex.text())) {
        return None;
    }
    let found = units::after(lex, article.span.end, false)?;
    let number = Number {
        numeral: Numeral {
            span: article.span,
            value: Decimal::ONE,
            step: None,
            spelt: true,
        },
        plain: false,
        scaled: false,
        grouped: false,
        doubtful: false,
    };
    let one = Single {
        unit: Some(found.unit),
        ..Single::bare(Span::new(pos, found.end), number)
    };
    parts(lex, &one, true).or_else(|| and_a_half(lex, &one))
}

/// A smaller part that is joined to a larger one.
struct Smaller {
    number: Number,
    unit: &'static Unit,
    end: usize,
}

fn parts(lex: Lexer, single: &Single, and: bool) -> Option<Single> {
    let large = single.unit?;
    // `70-year-old`, `5.5 hours 10 minutes`
    let open = single.span.end > single.number.end() || single.prefixed;
    if !open || single.numeral().step.is_some() || single.numeral().value.is_sign_negative() {
        return None;
    }
    let mut found = vec![(
        single.number.numeral.span,
        single.number.numeral.value,
        large,
        None,
    )];
    let mut end = single.span.end;
    while found.len() < MOST_PARTS {
        let (.., last, None) = *found.last()? else {
            break;
        };
        let Some(next) = smaller(lex, single, (last, end), and) else {
            break;
        };
        end = next.end;
        let numeral = next.number.numeral;
        found.push((numeral.span, numeral.value, next.unit, numeral.step));
    }
    if found.len() < 2 {
        return None;
    }
    let (.., smallest, _) = *found.last()?;
    let mut parts = Vec::with_capacity(found.len());
    let mut sum = Decimal::ZERO;
    for (number, value, unit, step) in found {
        let weight = ratio(unit, smallest)?;
        sum = value.checked_mul(weight)?.checked_add(sum)?;
        parts.push(Part {
            number,
            value,
            unit,
            weight,
            step,
        });
    }
    let mut whole = single.clone();
    let weight = parts.first()?.weight;
    whole.number.numeral.value = sum.checked_div(weight)?.round_dp(12).normalize();
    whole.number.numeral.span.end = end;
    whole.number.plain = false;
    whole.span.end = end;
    whole.parts = parts;
    Some(whole)
}

/// How many of the smaller unit make one of the larger.
fn ratio(large: &Unit, small: &Unit) -> Option<Decimal> {
    if large == small {
        return Some(Decimal::ONE);
    }
    match (large.dimension, small.dimension) {
        // a dollar of any kind has a hundred cents
        (Dimension::Money(_), Dimension::Money(_)) => Decimal::ONE.checked_div(small.per_base),
        (one, other) if one == other => large.per_base.checked_div(small.per_base),
        _ => None,
    }
}

fn is_pair(large: &Unit, small: &Unit) -> bool {
    match (large.dimension, small.dimension) {
        (Dimension::Money(one), Dimension::Money(other)) => {
            let main = large.per_base == Decimal::ONE && small.per_base < Decimal::ONE;
            main && (one == other || COINS.contains(&small.code))
        }
        _ => PAIRS.contains(&(large.code, small.code)),
    }
}

/// The smaller part behind a larger one whose unit ends at `at.1`.
fn smaller(
    lex: Lexer,
    first: &Single,
    (large, end): (&'static Unit, usize),
    and: bool,
) -> Option<Smaller> {
    let rest = lex.rest(end);
    let hyphen = first.compound && rest.starts_with('-');
    let glued = rest.starts_with(|c: char| c.is_ascii_digit());
    // `2 hr. 15 min.`
    let dotted = rest.starts_with(". ")
        && ABBREVIATED
            .iter()
            .any(|unit| lex.text()[..end].ends_with(unit));
    let start = if hyphen || glued {
        end + usize::from(hyphen)
    } else if dotted {
        end + 2
    } else {
        joint(rest, first.prefixed, and).map(|len| end + len)?
    };
    let number = numbers::number(lex, start, false)?;
    let value = number.numeral.value;
    if value.is_sign_negative() || number.scaled || number.end() == start {
        return None;
    }
    // `a two-hour, 15-minute delay`
    let (unit, end) = unit_behind(lex, &number, large, first.compound)
        .or_else(|| implied(lex, first, large, &number, hyphen))?;
    // `2 hours, 90 minutes` are two measures
    let most = LIMITS
        .iter()
        .find(|(code, _)| *code == unit.code)
        .map_or(Decimal::MAX, |(_, most)| Decimal::from(*most));
    let fits = is_pair(large, unit) && value < ratio(large, unit)?.min(most);
    fits.then_some(Smaller { number, unit, end })
}

/// What joins two parts, in bytes: a space, a comma, `and`.
fn joint(rest: &str, prefixed: bool, and: bool) -> Option<usize> {
    let joints = [", and ", " and ", " & ", ", ", " "];
    joints
        .into_iter()
        .find(|joint| rest.starts_with(joint))
        .filter(|joint| and || !joint.contains("and"))
        // `cost $3, 40 cents more`
        .filter(|joint| !prefixed || !joint.starts_with(','))
        .map(str::len)
}

fn unit_behind(
    lex: Lexer,
    number: &Number,
    large: &Unit,
    hyphen: bool,
) -> Option<(&'static Unit, usize)> {
    let end = number.end();
    let rest = lex.rest(end);
    let spaced = rest.strip_prefix(' ').unwrap_or(rest);
    let letter = LETTERS.iter().find(|(unit, letters, _)| {
        let behind = spaced.strip_prefix(letters);
        let whole = |behind: &str| {
            let alphabetic = letters.ends_with(|c: char| c.is_alphabetic());
            !alphabetic || behind.chars().next().is_none_or(|c| !c.is_alphabetic())
        };
        *unit == large.code && behind.is_some_and(whole)
    });
    if let Some((_, letters, code)) = letter {
        let end = end + rest.len() - spaced.len() + letters.len();
        return Some((units::unit(code)?, end));
    }
    units::after(lex, end, false)
        .filter(|found| hyphen || !found.hyphen)
        .map(|found| (found.unit, found.end))
}

/// The unit that is left out: `6-foot-4`, `5 foot 10`, `12 stone 4`, `2h15`.
fn implied(
    lex: Lexer,
    first: &Single,
    large: &Unit,
    number: &Number,
    hyphen: bool,
) -> Option<(&'static Unit, usize)> {
    let text = lex.text();
    let (name, code) = match large.code {
        "ft" => (&["foot", "feet", "ft", "'"][..], "in"),
        "st" => (&["stone", "st"][..], "lb"),
        "hours" => (&["h"][..], "minutes"),
        _ => return None,
    };
    let written = Span::new(first.number.end(), first.span.end).of(text);
    let written = written.trim_start_matches([' ', '-']);
    let next = lex.at(number.end());
    // `a 6 foot 4 players could climb`
    let closed = next.is_none_or(|next| match next.kind {
        TokenKind::Sign => !matches!(next.of(text), "%" | "$" | "°"),
        TokenKind::Word => next.spaced && CLOSERS.contains(&next.of(text)),
        _ => false,
    });
    let fits = name.contains(&written) && (hyphen || closed && !number.numeral.spelt);
    fits.then_some((units::unit(code)?, number.end()))
}

/// Words that no noun counted by the number is.
const CLOSERS: &[&str] = &[
    "and", "or", "but", "in", "at", "on", "of", "with", "to", "for", "tall", "high", "long",
    "when", "as", "who", "is", "was", "guard", "forward", "center",
];
