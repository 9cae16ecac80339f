//! What was expected, written in the manner of what was found.

use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::claims::{Edge, Stated, StatedValue};
use crate::facts::{Table, Value};
use crate::language::{Amount, Dimension, Unit, writing};
use crate::mentions::spelling;
use crate::span::Span;
use crate::verdict::name;

/// Of several right values the one of the sort of what was found: a venue, the second place of an edition, for the venue of
/// another edition.
pub(super) fn of_sort<'t>(table: &'t Table, record: usize, stated: &Stated) -> Option<&'t Value> {
    let right = table.records.get(record)?.cells.get(stated.column)?;
    let (StatedValue::Phrase(found), [_, _, ..]) = (&stated.value, right.as_slice()) else {
        return right.first();
    };
    let is_it = |value: &Value| match value {
        Value::Phrase(phrase) => phrase.spellings.iter().any(|own| name::same(own, found)),
        _ => false,
    };
    let mut columns = table
        .records
        .iter()
        .filter_map(|record| record.cells.get(stated.column));
    let place = columns.find_map(|values| values.iter().position(is_it));
    place.and_then(|place| right.get(place)).or(right.first())
}

/// Writes the right value in the manner of the words found. `text` is the normalised text that the spans count in.
pub(super) fn write(right: &Value, stated: &Stated, text: &str, date: Option<Date>) -> String {
    let found = stated.span.of(text);
    match (right, &stated.value) {
        (Value::Phrase(phrase), StatedValue::Surname(_)) => {
            like(name::surname(&phrase.preferred), found)
        }
        (Value::Phrase(phrase), _) => like(&phrase.preferred, found),
        (Value::Ordinal(number), _) => ordinal(*number, found),
        (Value::Year(year), _) => year.to_string(),
        (Value::Days(first, last), StatedValue::Days { expr, edge, .. }) => {
            let (first, last) = match edge {
                Edge::Any => (*first, *last),
                Edge::First => (*first, *first),
                Edge::Last => (*last, *last),
            };
            let alike = expr.write_like(found, first, last, date);
            // The Tuesday of another week.
            match alike == found && first == last {
                true => first.strftime("%-d %B %Y").to_string(),
                false => alike,
            }
        }
        (Value::Days(first, _), _) => first.to_string(),
        (Value::Amount { number, unit }, StatedValue::Amount(amount)) => {
            number_like(*number, *unit, amount, stated.span, text)
        }
        (Value::Amount { number, .. }, _) => number.normalize().to_string(),
    }
}

/// In capitals where the words found are; what may be an acronym (`FYROM`) tells nothing of several words.
fn like(right: &str, found: &str) -> String {
    let acronym = !found.contains(' ') && found.chars().count() <= 6 && right.contains(' ');
    if spelling::all_capitals(found)
        && right.chars().any(char::is_lowercase)
        && found.chars().count() > 3
        && !acronym
    {
        right.to_uppercase()
    } else {
        right.to_string()
    }
}

/// With the line breaks and spaces of the words found, where both have as many words.
pub(super) fn spaced_like(right: &str, found: &str) -> String {
    let words: Vec<&str> = right.split(' ').collect();
    let mut kept = String::new();
    let mut rest = found;
    for (index, word) in words.iter().enumerate() {
        let space = match rest.find(|c: char| !c.is_whitespace()) {
            Some(start) if (start > 0) == (index > 0) => &rest[..start],
            _ => return right.to_string(),
        };
        let from = &rest[space.len()..];
        rest = &from[from.find(char::is_whitespace).unwrap_or(from.len())..];
        kept.push_str(space);
        kept.push_str(word);
    }
    if rest.is_empty() {
        kept
    } else {
        right.to_string()
    }
}

/// A title in lower case where the words found are.
pub(super) fn title_like(right: &str, found: &str) -> String {
    match found.chars().any(char::is_uppercase) {
        true => like(right, found),
        false => right.to_lowercase(),
    }
}

const ORDINALS: [&str; 10] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];
const NUMBERS: [&str; 11] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

fn ordinal(number: u64, found: &str) -> String {
    let spelt = found.starts_with(char::is_alphabetic);
    if let Some(word) = number
        .checked_sub(1)
        .and_then(|index| ORDINALS.get(usize::try_from(index).ok()?))
        .filter(|_| spelt)
    {
        return capital_like(word, found);
    }
    writing::ordinal(number)
}

fn capital_like(word: &str, found: &str) -> String {
    let mut letters = word.chars();
    match (found.starts_with(char::is_uppercase), letters.next()) {
        (true, Some(first)) => first.to_uppercase().chain(letters).collect(),
        _ => word.to_string(),
    }
}

fn number_like(
    right: Decimal,
    unit: Option<&'static Unit>,
    amount: &Amount,
    span: Span,
    text: &str,
) -> String {
    let numeral = amount.number.span;
    // Of a range or a hedge only what follows the number stays: its unit.
    let last = amount
        .upper
        .as_ref()
        .map_or(numeral.end, |upper| upper.span.end);
    // The hedge goes, the currency sign stays.
    let hedge = amount.hedge.as_ref().map(|hedge| hedge.span);
    let head = hedge.filter(|hedge| span.contains(*hedge) && hedge.end <= numeral.start);
    let start = head.map_or(span.start, |hedge| hedge.end);
    let prefix = text
        .get(start..numeral.start)
        .unwrap_or_default()
        .trim_start();
    let suffix = text.get(last..span.end).unwrap_or_default();
    let number = match (unit, amount.unit) {
        // The number is right, the unit is not.
        (Some(unit), Some(written))
            if unit.code != written.code && right == amount.number.value =>
        {
            return format!("{} {}", plain(right, "1,000"), name_of(unit));
        }
        (Some(unit), Some(written)) if unit.code != written.code => {
            match unit.convert(right, written) {
                Some(converted) => {
                    let step = amount.number.step.unwrap_or(Decimal::ONE);
                    round_to(converted, step)
                }
                // The number is right, the unit is not.
                None => return format!("{} {}", plain(right, "1,000"), name_of(unit)),
            }
        }
        _ => right,
    };
    let unitless = prefix.trim_start_matches(|c: char| c.is_alphabetic() && c.is_lowercase());
    format!(
        "{}{}{suffix}",
        if amount.upper.is_some() {
            unitless
        } else {
            prefix
        },
        written(number, amount, numeral.of(text))
    )
}

fn name_of(unit: &Unit) -> &str {
    match unit.code {
        "%" => "percent",
        "pp" => "percentage points",
        "bp" => "basis points",
        code => code,
    }
}

fn round_to(value: Decimal, step: Decimal) -> Decimal {
    let steps = value
        .checked_div(step)
        .map(|steps| steps.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
    steps
        .and_then(|steps| steps.checked_mul(step))
        .unwrap_or(value)
}

/// Scale words and signs, with what they stand for in powers of ten; those of a row are of one manner.
const SCALES: [&[(&str, u32)]; 3] = [
    &[
        ("trillion", 12),
        ("billion", 9),
        ("million", 6),
        ("thousand", 3),
    ],
    &[
        ("tn", 12),
        ("trn", 12),
        ("bn", 9),
        ("mn", 6),
        ("m", 6),
        ("k", 3),
    ],
    &[("T", 12), ("B", 9), ("M", 6), ("K", 3)],
];

/// A longer tail than copy has is cut to as many digits as were found, unless those are the very digits found.
fn shortened(mantissa: Decimal, found: &str) -> Decimal {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let found_digits = digits(found);
    let places = u32::try_from(found_digits.len()).ok();
    let short = places
        .and_then(|places| mantissa.round_sf(places))
        .filter(|short| {
            decimals(found) > 0 && digits(&short.normalize().to_string()) != found_digits
        });
    match short {
        Some(short) => short,
        None if mantissa.normalize().scale() > 3 => {
            mantissa.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero)
        }
        None => mantissa,
    }
}

fn written(number: Decimal, amount: &Amount, found: &str) -> String {
    let letters: String = found.chars().skip_while(|c| !c.is_alphabetic()).collect();
    let manner = SCALES.iter().find(|row| {
        row.iter().any(|(word, _)| {
            letters == *word || letters.eq_ignore_ascii_case(word) && word.len() > 2
        })
    });
    if let Some(row) = manner.filter(|_| !amount.number.spelt || number >= Decimal::from(1_000_000))
    {
        let fits = row.iter().find_map(|(word, power)| {
            let scale = Decimal::from(10u64.pow(*power));
            (number.abs() >= scale).then(|| (word, number / scale))
        });
        if let Some((word, mantissa)) = fits {
            let mantissa = shortened(mantissa, found);
            let space = if found.contains(' ') { " " } else { "" };
            // Of so few nobody writes `200 thousand`, unless the text does.
            let plain_words = *word == "thousand" && !letters.eq_ignore_ascii_case("thousand");
            if !plain_words {
                return format!("{}{space}{word}", plain(mantissa, "1,000"));
            }
        }
    }
    if amount.number.spelt
        && let Some(word) = usize::try_from(number)
            .ok()
            .filter(|_| number.fract().is_zero())
            .and_then(|index| NUMBERS.get(index))
    {
        return capital_like(word, found);
    }
    match amount.unit.map(|unit| unit.dimension) {
        Some(Dimension::Year) => number.normalize().to_string(),
        // Cents have two digits: `$12.50`.
        Some(Dimension::Money(_)) if cents(number, found) => plain_with(number, 2, found),
        _ => plain(number, found),
    }
}

/// How many digits stand behind the point.
fn decimals(found: &str) -> u32 {
    found.split_once('.').map_or(0, |(_, tail)| {
        tail.bytes()
            .take_while(u8::is_ascii_digit)
            .fold(0, |count, _| count + 1)
    })
}

/// Whether a sum is written with its cents: as the one found is, or where it has some and the one found is even.
fn cents(number: Decimal, found: &str) -> bool {
    let scale = number.normalize().scale();
    let plain = !found.chars().any(char::is_alphabetic);
    plain && (scale <= 1 && decimals(found) == 2 || scale == 1 && decimals(found) == 0)
}

/// The digits with so many behind the point.
fn plain_with(number: Decimal, places: usize, found: &str) -> String {
    let written = plain(number, found);
    let (whole, tail) = written.split_once('.').unwrap_or((&written, ""));
    format!("{whole}.{tail:0<places$}")
}

/// Digits, grouped by commas unless the number found is long and is not.
fn plain(number: Decimal, found: &str) -> String {
    let ungrouped = found.len() >= 4 && found.bytes().all(|byte| byte.is_ascii_digit());
    match ungrouped {
        true => number.normalize().to_string(),
        false => writing::digits(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals() {
        assert_eq!(ordinal(57, "56th"), "57th");
        assert_eq!(ordinal(3, "second"), "third");
        assert_eq!(ordinal(57, "fifty-eighth"), "57th");
        assert_eq!(ordinal(112, "1st"), "112th");
    }

    #[test]
    fn grouped() {
        assert_eq!(plain(Decimal::from(28500), "25,800"), "28,500");
        assert_eq!(plain(Decimal::from(28500), "25800"), "28500");
        assert_eq!(plain(Decimal::new(-12345, 1), "x"), "-1,234.5");
    }
}
