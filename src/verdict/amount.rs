//! When a number agrees with the right one, and what slip a wrong one looks like.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::finding::Reason;
use crate::language::{Amount, Dimension, HedgeKind, Numeral, Unit};

/// How far a bound may lie from the value and still be about it, relative.
const FIFTH: Decimal = Decimal::from_parts(2, 0, 0, false, 1);

/// Whether an amount, as it is written, is true of the right value.
pub fn agrees(
    right: Decimal,
    unit: Option<&'static Unit>,
    stated: &Amount,
    tolerance: Decimal,
) -> bool {
    let Some(right) = convert(right, unit, stated) else {
        return false;
    };
    let value = right.value;
    let low = right.stated;
    if let Some(upper) = &stated.upper {
        let (low, high) = (low.min(upper.value), low.max(upper.value));
        return low <= value && value <= high;
    }
    let step = right
        .step
        .or_else(|| right.converted.then(|| last_place(low)));
    if equal(value, low, step)
        && !matches!(
            stated.hedge.as_ref().map(|hedge| hedge.kind),
            Some(HedgeKind::Over | HedgeKind::Under)
        )
    {
        return true;
    }
    let slack = (value * tolerance).abs();
    match stated.hedge.as_ref().map(|hedge| hedge.kind) {
        None => false,
        Some(HedgeKind::Over) => value > low,
        Some(HedgeKind::AtLeast) => value >= low,
        Some(HedgeKind::Under) => value < low,
        Some(HedgeKind::UpTo) => value <= low,
        Some(HedgeKind::About) => apart(value, low) <= slack,
        Some(HedgeKind::Nearly) => value <= low && apart(value, low) <= slack,
    }
}

/// Whether the number is the right one and its unit is another.
pub fn is_unit(right: Decimal, unit: Option<&'static Unit>, stated: &Amount) -> bool {
    let other = stated.unit.map(|unit| unit.code) != unit.map(|unit| unit.code);
    other && equal(right, stated.number.value, stated.number.step)
}

/// Whether the number is right or near and only its hedge is wrong.
pub fn is_hedge(right: Decimal, unit: Option<&'static Unit>, stated: &Amount) -> bool {
    let Some(right) = convert(right, unit, stated) else {
        return false;
    };
    let bound = stated
        .hedge
        .as_ref()
        .is_some_and(|hedge| is_bound(hedge.kind));
    let nearly = stated
        .hedge
        .as_ref()
        .is_some_and(|hedge| hedge.kind == HedgeKind::Nearly);
    // `founded before 1975`: any year lies within a fifth
    let dated = stated
        .unit
        .is_some_and(|unit| unit.dimension == Dimension::Year);
    let sign = stated
        .hedge
        .as_ref()
        .is_some_and(|hedge| hedge.span.len() == 1 && hedge.span.start >= stated.number.span.end);
    (bound || nearly)
        && !dated
        && !sign
        && apart(right.value, right.stated) <= (right.value * FIFTH).abs()
}

/// Whether a value is too far away to be the same thing: beyond a factor of twenty, unless its digits are the same.
pub fn is_remote(exact: Decimal, unit: Option<&'static Unit>, stated: &Amount) -> bool {
    let Some(right) = convert(exact, unit, stated) else {
        return false;
    };
    let (value, number) = (right.value, right.stated);
    // The right number with another unit is a slip however far off it is: 10,935 km for 10,935 m.
    if stated.number.value == exact {
        return false;
    }
    // The same digits a power of ten apart are a slip only in one unit: 5 m are not 5 km.
    if value == number || !right.converted && same_digits(value, &stated.number) {
        return false;
    }
    if value.is_zero() || number.is_zero() || value.is_sign_negative() != number.is_sign_negative()
    {
        return value.abs().max(number.abs()) > Decimal::from(20);
    }
    let (small, large) = (value.abs().min(number.abs()), value.abs().max(number.abs()));
    small
        .checked_mul(Decimal::from(20))
        .is_some_and(|limit| large > limit)
}

/// Whether a bounded number is within a fifth of the right one; any other is taken at its word.
pub fn is_near(right: Decimal, unit: Option<&'static Unit>, stated: &Amount) -> bool {
    let bound = stated
        .hedge
        .as_ref()
        .is_some_and(|hedge| is_bound(hedge.kind));
    let Some(right) = convert(right, unit, stated) else {
        return false;
    };
    let slack = (right.value * FIFTH).abs();
    !bound || apart(right.value, right.stated) <= slack
}

fn is_bound(hedge: HedgeKind) -> bool {
    matches!(
        hedge,
        HedgeKind::Over | HedgeKind::AtLeast | HedgeKind::Under | HedgeKind::UpTo
    )
}

/// What slip a wrong number looks like.
pub fn slip(right: Decimal, unit: Option<&'static Unit>, stated: &Amount) -> Reason {
    let Some(right) = convert(right, unit, stated) else {
        return Reason::Other;
    };
    let (value, number) = (right.value, right.stated);
    if stated.upper.is_some() {
        return Reason::Other;
    }
    if swapped(&plain_digits(value), &plain_digits(number)) {
        return Reason::Transposed;
    }
    if same_digits(value, &stated.number) {
        return Reason::Magnitude;
    }
    let place = last_place(number);
    if stated.hedge.is_none() && place > Decimal::ONE && apart(value, number) < place {
        return Reason::Rounded;
    }
    Reason::Other
}

/// The right value and the stated number in one unit.
struct Right {
    value: Decimal,
    stated: Decimal,
    /// What the value may be rounded to.
    step: Option<Decimal>,
    converted: bool,
}

/// The right value in the unit that the writer used; None where the two can't be compared.
fn convert(right: Decimal, unit: Option<&'static Unit>, stated: &Amount) -> Option<Right> {
    if let (Some(unit), Some((sum, step))) = (unit, stated.in_parts()) {
        return Some(Right {
            value: stated.in_last_part(right, unit)?,
            stated: sum,
            step: Some(step),
            converted: true,
        });
    }
    let (number, step) = (stated.number.value, stated.number.step);
    let (value, converted) = match (unit, stated.unit) {
        (Some(unit), Some(written)) if unit.code != written.code => {
            (unit.convert(right, written)?, true)
        }
        (Some(_), None) => return None,
        _ => (right, false),
    };
    Some(Right {
        value,
        stated: number,
        step,
        converted,
    })
}

/// How far two numbers lie from one another; of the greatest of either sign, as far as can be told.
fn apart(one: Decimal, other: Decimal) -> Decimal {
    one.checked_sub(other).unwrap_or(Decimal::MAX).abs()
}

/// Equal as written: `66.3 trillion` is what the true value rounds to at that step.
fn equal(value: Decimal, written: Decimal, step: Option<Decimal>) -> bool {
    // A conversion may leave a speck behind.
    let speck = (value * Decimal::new(1, 9)).abs();
    if apart(value, written) <= speck {
        return true;
    }
    let Some(step) = step.filter(|step| !step.is_zero()) else {
        return false;
    };
    let rounded = |strategy| {
        let steps = value.checked_div(step)?;
        steps.round_dp_with_strategy(0, strategy).checked_mul(step)
    };
    // A value half way may be rounded either way.
    let ways = [
        RoundingStrategy::MidpointAwayFromZero,
        RoundingStrategy::MidpointTowardZero,
    ];
    ways.into_iter()
        .any(|strategy| rounded(strategy) == Some(written))
}

/// The weight of the last place of a whole number that is not a zero: 1,000 for 28,000.
fn last_place(number: Decimal) -> Decimal {
    let mut place = Decimal::ONE;
    let mut rest = number.trunc();
    if rest.is_zero() || rest != number {
        return place;
    }
    while (rest % Decimal::TEN).is_zero() {
        rest /= Decimal::TEN;
        place *= Decimal::TEN;
    }
    place
}

/// Whether the two differ by a power of ten alone, at the precision written: `66.3 billion` for 66.2947 trillion.
fn same_digits(value: Decimal, written: &Numeral) -> bool {
    if digits(value) == digits(written.value) {
        return true;
    }
    let places = written
        .step
        .and_then(|step| written.value.checked_div(step))
        .and_then(|steps| u32::try_from(plain_digits(steps).len()).ok());
    places
        .and_then(|places| value.round_sf(places))
        .is_some_and(|rounded| digits(rounded) == digits(written.value))
}

/// The digits without sign, point and zeros at either end: what stays when a number is scaled by tens.
fn digits(number: Decimal) -> String {
    let all = plain_digits(number);
    all.trim_matches('0').to_string()
}

fn plain_digits(number: Decimal) -> String {
    number
        .normalize()
        .to_string()
        .chars()
        .filter(char::is_ascii_digit)
        .collect()
}

/// Whether two strings of digits differ by two of them that changed places.
pub(super) fn swapped(one: &str, other: &str) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let differ: Vec<_> = one
        .bytes()
        .zip(other.bytes())
        .filter(|(a, b)| a != b)
        .collect();
    matches!(differ.as_slice(), [(a, b), (c, d)] if a == d && b == c)
}

#[cfg(test)]
mod tests;
