//! An amount in the form of another: its number, its unit, and what goes with a hedge or a range.

use rust_decimal::{Decimal, RoundingStrategy};

use super::number::{Sort, number_like};
use super::{Expected, Place, compound};
use crate::language::at;
use crate::language::{Amount, Dimension, Role, Unit, units};
use crate::span::Span;
use crate::verdict::amount;

/// The right number, and the unit that the fact counts in.
pub(super) type Right = (Decimal, Option<&'static Unit>);

/// How far a fact's hedged numbers may be off does not matter to a number written exactly.
const EXACT: Decimal = Decimal::ZERO;

/// The words of an amount, cut where each part ends.
struct Cut<'a> {
    /// Before the number: a currency.
    head: &'a str,
    /// The number in whose manner to write; of a range, the upper one.
    number: &'a str,
    /// Behind it: the unit.
    tail: String,
    /// The counted noun, where it lies between the number and a hedge: ` troops` of `28,500 troops or more`.
    noun: String,
}

/// Writes the right amount in the form of `found`, whose words are `span`.
pub(super) fn amount_like(right: Right, found: &Amount, span: Span, place: Place) -> Expected {
    if !found.parts.is_empty() {
        return compound::compound_like(right, found, span, place);
    }
    let cut = cut(found, span, place.text);
    let (written, number) = match wrong_unit(right, found, &cut) {
        Some(written) => (written, right.0),
        None => in_its_unit(right, found, &cut),
    };
    let one = |value: Decimal| value.abs() == Decimal::ONE;
    // `one soldier` becomes no `eight soldier`
    let counts =
        found.unit.is_none() && found.role == Role::Value && one(found.number.value) != one(number);
    Expected {
        sure: written.sure
            && !counts
            && is_alone(found, span, place.text)
            && reads_back(
                right,
                found,
                written.text.trim_end_matches(&cut.noun),
                span,
                place,
            ),
        text: written.text,
    }
}

fn cut<'a>(found: &Amount, span: Span, text: &'a str) -> Cut<'a> {
    let numeral = found.number.span;
    let manner = found.upper.as_ref().map_or(numeral, |upper| upper.span);
    let hedge = found.hedge.as_ref().map(|hedge| hedge.span);
    let before = hedge.filter(|hedge| span.contains(*hedge) && hedge.end <= numeral.start);
    let start = before.map_or(span.start, |hedge| hedge.end);
    let head = text
        .get(start..numeral.start)
        .unwrap_or_default()
        .trim_start();
    let mut tail = text
        .get(manner.end..span.end)
        .unwrap_or_default()
        .to_string();
    // The hedge goes, and what lies between it and the number stays: `28,500 troops or more`.
    if let Some(behind) = hedge.filter(|hedge| span.contains(*hedge) && hedge.start >= manner.end)
        && let (Some(one), Some(other)) = (
            text.get(manner.end..behind.start),
            text.get(behind.end..span.end),
        )
    {
        tail = format!("{}{other}", one.trim_end());
    }
    let noun = match found.unit {
        Some(_) => String::new(),
        None => tail.clone(),
    };
    Cut {
        head: match found.upper {
            // `between $3 and $4`
            Some(_) => head.trim_start_matches(|c: char| c.is_lowercase() || c == ' '),
            None => head,
        },
        number: manner.of(text),
        tail,
        noun,
    }
}

fn sort(found: &Amount) -> Sort {
    match found.unit.map(|unit| unit.dimension) {
        Some(Dimension::Year) => Sort::Year,
        Some(Dimension::Money(_)) => Sort::Money,
        _ => Sort::Other,
    }
}

/// The right digits with the wrong unit: the number stays, the unit becomes the fact's.
fn wrong_unit(right: Right, found: &Amount, cut: &Cut) -> Option<Expected> {
    let (unit, written) = (right.1?, found.unit?);
    let same = right.0 == found.number.value || unit.convert(right.0, written).is_none();
    if unit.code == written.code || !same {
        return None;
    }
    let number = number_like(right.0, cut.number, found.number.spelt, Sort::Other);
    let name = cut.tail.trim_start_matches([' ', '-']);
    let joint = match &cut.tail[..cut.tail.len() - name.len()] {
        "" if name_of(unit).len() > 3 => " ",
        joint => joint,
    };
    let hyphen = joint == "-";
    let plural = !hyphen && right.0.abs() != Decimal::ONE;
    let name = units::inflect(name_of(unit), plural).unwrap_or_else(|| name_of(unit).to_string());
    Some(Expected {
        text: format!("{}{joint}{name}", number.text),
        sure: number.sure && cut.head.is_empty(),
    })
}

fn name_of(unit: &Unit) -> &str {
    match unit.code {
        "%" => "percent",
        "pp" => "percentage points",
        "bp" => "basis points",
        code => code,
    }
}

/// The right number in the unit of the words found, and that number.
fn in_its_unit(right: Right, found: &Amount, cut: &Cut) -> (Expected, Decimal) {
    let number = match (right.1, found.unit) {
        (Some(unit), Some(written)) if unit.code != written.code => {
            let step = found.number.step.unwrap_or(Decimal::ONE);
            let converted = unit.convert(right.0, written);
            round_to(converted.unwrap_or(right.0), step)
        }
        _ => right.0,
    };
    let manner = found.upper.as_ref().unwrap_or(&found.number);
    let written = number_like(number, cut.number, manner.spelt, sort(found));
    let one = |value: Decimal| value.abs() == Decimal::ONE;
    let (tail, known) = match one(manner.value) == one(number) {
        true => (cut.tail.clone(), true),
        false => inflected(&cut.tail, !one(number)),
    };
    let expected = Expected {
        text: format!("{}{}{tail}", cut.head, written.text),
        sure: written.sure && known,
    };
    (expected, number)
}

/// The unit in the plural or the singular: ` miles` for ` mile`; and whether its other number is known.
pub(super) fn inflected(tail: &str, plural: bool) -> (String, bool) {
    let name = tail.trim_start_matches([' ', '-']);
    let joint = &tail[..tail.len() - name.len()];
    if name.is_empty() || joint == "-" {
        return (tail.to_string(), true);
    }
    match units::inflect(name, plural) {
        Some(other) => (format!("{joint}{other}"), true),
        None => (tail.to_string(), false),
    }
}

pub(super) fn round_to(value: Decimal, step: Decimal) -> Decimal {
    let steps = value
        .checked_div(step)
        .map(|steps| steps.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
    steps
        .and_then(|steps| steps.checked_mul(step))
        .unwrap_or(value)
}

/// Whether one number can stand where the words found do: not between `between` and the end of a range, nor where the
/// hedge that goes is the verb.
fn is_alone(found: &Amount, span: Span, text: &str) -> bool {
    let before = text[..span.start].trim_end_matches(' ').to_lowercase();
    let range = found.upper.is_some();
    if range
        && ["between", "from"]
            .iter()
            .any(|word| before.ends_with(word))
    {
        return false;
    }
    let hedge = found.hedge.as_ref().map(|hedge| hedge.span);
    hedge.is_none_or(|hedge| {
        !span.contains(hedge) || !crate::language::hedges::is_verb(hedge.of(text))
    })
}

/// Whether the new words, in the place of those found, are read as the right amount.
pub(super) fn reads_back(
    right: Right,
    found: &Amount,
    written: &str,
    span: Span,
    place: Place,
) -> bool {
    let (Some(head), Some(tail)) = (
        place.text.get(..span.start),
        place.text.get(span.end..place.end),
    ) else {
        return false;
    };
    let changed = format!("{head}{written}{tail}");
    let end = span.start + written.len();
    let quantity = at::quantity(&changed, span.start, changed.len());
    let read = quantity
        .filter(|(read, _)| read.end == end)
        .or_else(|| at::number(&changed, span.start, changed.len()))
        .filter(|(read, _)| read.end == end);
    let Some((_, mut amount)) = read else {
        return false;
    };
    // A unit in front (`aged 61`), a noun that is a unit too (`2,480 megawatts` of a fact that counts them).
    amount.unit = match (amount.unit, found.unit) {
        (None, unit) | (Some(_), unit @ None) => unit,
        (unit, _) => unit,
    };
    amount.hedge = found
        .hedge
        .clone()
        .filter(|hedge| !span.contains(hedge.span));
    amount::agrees(right.0, right.1, &amount, EXACT)
}
