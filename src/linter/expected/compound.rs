//! A compound measure in the form of another: `5 feet, 11 inches` for `5 feet, 10 inches`.

use rust_decimal::Decimal;

use super::amount::{Right, inflected, reads_back, round_to};
use super::number::{Sort, number_like};
use super::{Expected, Place};
use crate::language::Amount;
use crate::span::Span;

/// Writes the right amount over the same units as those found.
pub(super) fn compound_like(right: Right, found: &Amount, span: Span, place: Place) -> Expected {
    let fallback = || Expected::unsure(right.0.normalize().to_string());
    let Some(values) = split(right, found) else {
        return fallback();
    };
    let text = place.text;
    let mut written = String::new();
    let mut from = span.start;
    let mut sure = true;
    for (index, (part, value)) in found.parts.iter().zip(&values).enumerate() {
        let next = found
            .parts
            .get(index + 1)
            .map_or(span.end, |next| next.number.start);
        let (Some(head), Some(number), Some(tail)) = (
            text.get(from..part.number.start),
            text.get(part.number.range()),
            text.get(part.number.end..next),
        ) else {
            return fallback();
        };
        // `0 inches` is not what anybody writes.
        sure &= !value.is_zero();
        let spelt = number.starts_with(char::is_alphabetic);
        let like = number_like(*value, number, spelt, Sort::Other);
        sure &= like.sure;
        let one = |value: Decimal| value == Decimal::ONE;
        let unit = tail
            .find([',', ' '].as_slice())
            .filter(|at| *at > 0)
            .unwrap_or(tail.len());
        let unit = match tail.strip_prefix(' ') {
            Some(rest) => 1 + rest.find([',', ' ']).unwrap_or(rest.len()),
            None => unit,
        };
        let (name, rest) = tail.split_at(unit);
        let (name, known) = match one(part.value) == one(*value) {
            true => (name.to_string(), true),
            false => inflected(name, !one(*value)),
        };
        sure &= known;
        written.push_str(head);
        written.push_str(&like.text);
        written.push_str(&name);
        written.push_str(rest);
        from = next;
    }
    let sure = sure && reads_back(right, found, &written, span, place);
    Expected {
        text: written,
        sure,
    }
}

/// The right value as so many of each unit, the last one rounded as it is written.
fn split(right: Right, found: &Amount) -> Option<Vec<Decimal>> {
    let last = found.parts.last()?;
    let step = last.step.unwrap_or(Decimal::ONE);
    let whole = match right.1 {
        Some(unit) if unit.code != last.unit.code => found.in_last_part(right.0, unit)?,
        _ => right.0,
    };
    let mut rest = round_to(whole, step);
    let mut values = Vec::new();
    for part in &found.parts {
        if part.weight == Decimal::ONE {
            values.push(rest.normalize());
            break;
        }
        let count = rest.checked_div(part.weight)?.trunc();
        rest -= count.checked_mul(part.weight)?;
        values.push(count.normalize());
    }
    (values.len() == found.parts.len() && rest >= Decimal::ZERO).then_some(values)
}
