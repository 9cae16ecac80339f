//! A number in the form of another: its grouping, decimals, scale word or letter, spelling and script.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Expected;
use super::case::case_like;
use super::korean;
use crate::language::writing;

/// Cardinals up to ten, which stay words where words were found.
const NUMBERS: [&str; 11] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// Scale words and signs of one style, with their powers of ten, the largest first.
const SCALES: &[&[(&str, u32)]] = &[
    &[
        ("quadrillion", 15),
        ("trillion", 12),
        ("billion", 9),
        ("million", 6),
        ("thousand", 3),
    ],
    &[("crore", 7), ("lakh", 5)],
    &[("crores", 7), ("lakhs", 5)],
    &[("tn", 12), ("bn", 9), ("m", 6), ("k", 3)],
    &[("trn", 12), ("bn", 9), ("m", 6)],
    &[("tn", 12), ("bn", 9), ("mn", 6)],
    &[("bln", 9), ("mln", 6)],
    &[("bil", 9), ("mil", 6)],
    &[("T", 12), ("B", 9), ("M", 6), ("K", 3)],
    &[("t", 12), ("b", 9), ("m", 6), ("k", 3)],
    &[("BN", 9)],
    &[("Bn", 9)],
    &[("MM", 6)],
    &[("mm", 6)],
    &[("cr", 7)],
];

/// What a number stands for, where that decides how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A sum of money: cents take two digits.
    Money,
    /// A calendar year: never grouped.
    Year,
    /// Anything else.
    Other,
}

/// The number written as `found` is; `spelt` says that `found` is in words.
pub(super) fn number_like(number: Decimal, found: &str, spelt: bool, sort: Sort) -> Expected {
    let number = number.normalize();
    if sort == Sort::Year {
        return Expected::sure(number.to_string());
    }
    let (minus, body) = split_sign(found);
    if number.is_sign_negative() {
        let written = number_like(-number, body, spelt, sort);
        let sign = if minus.is_empty() { "-" } else { minus };
        return Expected {
            text: format!("{sign}{}", written.text),
            sure: written.sure && !minus.is_empty(),
        };
    }
    if let Some(written) = korean::number_like(number, body) {
        return written;
    }
    let written = match spelt {
        true => words_like(number, body, sort),
        false => digits_like(number, body, sort),
    };
    Expected {
        sure: written.sure && minus.is_empty(),
        ..written
    }
}

/// `-40`, `minus 40`.
fn split_sign(found: &str) -> (&str, &str) {
    for sign in ["-", "minus ", "Minus ", "negative ", "Negative "] {
        if let Some(body) = found.strip_prefix(sign) {
            return (&found[..sign.len()], body);
        }
    }
    ("", found)
}

/// Digits with what follows them: `28,500`, `53-million`, `1.9bn`.
fn digits_like(number: Decimal, found: &str, sort: Sort) -> Expected {
    let end = found
        .rfind(|c: char| c.is_ascii_digit() || is_fraction(c))
        .and_then(|at| found[at..].chars().next().map(|c| at + c.len_utf8()))
        .unwrap_or(found.len());
    let (digits, tail) = found.split_at(end);
    let name = tail.trim_start_matches([' ', '-']);
    let joint = &tail[..tail.len() - name.len()];
    if digits.contains(['/', '⁄']) || digits.contains(is_fraction) {
        // `10 1/2`: a whole number is surely written, and a fraction is not.
        return Expected {
            text: writing::digits(number),
            sure: number.is_integer() && name.is_empty(),
        };
    }
    if name.is_empty() {
        return Expected::sure(grouped(number, digits, sort));
    }
    match scaled(number, name, decimals(digits)) {
        Some((mantissa, Some(scale))) => Expected::sure(format!(
            "{}{joint}{}",
            grouped(mantissa, digits, Sort::Other),
            case_like(scale, name)
        )),
        Some((whole, None)) => Expected::sure(grouped(whole, "1,000", sort)),
        None => Expected::unsure(writing::digits(number)),
    }
}

fn is_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='⅞')
}

/// The mantissa and the scale in which `name` would be written for a number; without a scale, the number itself.
fn scaled(number: Decimal, name: &str, places: u32) -> Option<(Decimal, Option<&'static str>)> {
    let long = name.len() > 2;
    let is_name = |scale: &str| scale == name || long && scale.eq_ignore_ascii_case(name);
    let family = SCALES
        .iter()
        .find(|family| family.iter().any(|(scale, _)| is_name(scale)))?;
    let of = |power: u32| number.checked_div(Decimal::from(10u64.pow(power)));
    let own = family.iter().find(|(scale, _)| is_name(scale))?;
    let fits = |mantissa: Decimal| {
        mantissa >= Decimal::ONE && (mantissa < Decimal::ONE_THOUSAND || family[0].0 == own.0)
    };
    let chosen = match of(own.1).filter(|mantissa| fits(*mantissa)) {
        Some(_) => Some(own),
        None => family
            .iter()
            .find(|(_, power)| of(*power).is_some_and(|mantissa| mantissa >= Decimal::ONE)),
    };
    match chosen {
        // `200,000` rather than `200 thousand` or `200k`, unless the text has the scale.
        Some((scale, 3)) if !is_name(scale) && *scale != "K" => Some((number, None)),
        Some((scale, power)) => Some((shortened(of(*power)?, places), Some(scale))),
        // `0.4Bn`: the letter for a million is not known.
        None if family.len() < 3 && number >= Decimal::from(100_000) => None,
        None => Some((number, None)),
    }
}

/// A mantissa as a text would write it: with its own one or two decimals (`2.35` for `1.9`), a longer tail as precisely
/// as the words found (`1.29` for `1.92`).
fn shortened(mantissa: Decimal, places: u32) -> Decimal {
    let scale = mantissa.normalize().scale();
    let longest = if places == 0 { 3 } else { places.max(2) };
    match scale > longest {
        true => {
            mantissa.round_dp_with_strategy(places.max(1), RoundingStrategy::MidpointAwayFromZero)
        }
        false => mantissa,
    }
}

/// How many digits follow the point.
fn decimals(found: &str) -> u32 {
    found.split_once('.').map_or(0, |(_, tail)| {
        tail.bytes()
            .take_while(u8::is_ascii_digit)
            .fold(0, |count, _| count + 1)
    })
}

/// Digits with the separators of `found`; where `found` is too short to have any, with commas.
fn grouped(number: Decimal, found: &str, sort: Sort) -> String {
    let number = number.normalize();
    let plain = number.to_string();
    let (whole, tail) = plain.split_once('.').unwrap_or((&plain, ""));
    let places = number.scale();
    let cents = sort == Sort::Money
        && (decimals(found) == 2 && places <= 2 || decimals(found) == 0 && places == 1);
    let tail = match cents {
        true => format!("{tail:0<2}"),
        false => tail.to_string(),
    };
    let integers = found.split('.').next().unwrap_or(found);
    let whole = if integers.contains(',') {
        let indian = integers.split(',').skip(1).any(|group| group.len() == 2);
        separated(whole, ',', if indian { 2 } else { 3 })
    } else if integers.contains(' ') {
        separated(whole, ' ', 3)
    } else if integers.len() >= 4 {
        whole.to_string()
    } else if found.starts_with('.') && whole == "0" {
        // `.275`
        String::new()
    } else {
        separated(whole, ',', 3)
    };
    match tail.is_empty() {
        true => whole,
        false => format!("{whole}.{tail}"),
    }
}

/// Groups of `size` before a last one of three: `28,500`, `2,85,000`.
fn separated(digits: &str, separator: char, size: usize) -> String {
    let mut out = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len() - index;
        if index > 0 && left >= 3 && (left - 3).is_multiple_of(size) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// Words up to ten and with a scale word from a million on; digits for any other.
fn words_like(number: Decimal, found: &str, sort: Sort) -> Expected {
    let small = |number: Decimal| {
        number
            .is_integer()
            .then(|| usize::try_from(number).ok())
            .flatten()
            .and_then(|index| NUMBERS.get(index))
    };
    if let Some(word) = small(number) {
        return Expected::sure(case_like(word, found));
    }
    let begins = found.starts_with(char::is_uppercase);
    let last = found.rsplit([' ', '-']).next().unwrap_or(found);
    let joint = match found[..found.len() - last.len()].ends_with('-') {
        true => "-",
        false => " ",
    };
    if number >= Decimal::from(1_000_000)
        && let Some((mantissa, Some(scale))) = scaled(number, last, 0)
    {
        let scale = case_like(scale, last);
        return match small(mantissa) {
            Some(word) => Expected::sure(format!("{}{joint}{scale}", case_like(word, found))),
            // A sentence begins with no digit.
            None => Expected {
                text: format!("{}{joint}{scale}", writing::digits(mantissa)),
                sure: !begins,
            },
        };
    }
    Expected {
        text: grouped(number, "", sort),
        // `3.40 dollars` for `four dollars` is not how anybody writes it.
        sure: !begins && number.is_integer(),
    }
}
