//! A value that a fact may be about: read, compared with the fact's records, not yet weighed.

use rust_decimal::Decimal;

use crate::claims::scene::Scene;
use crate::facts::{Fact, Figure, FigureUnit, Value};
use crate::language::{Amount, Dimension, Mention, Numeral, Reading, Role, dates::Form, units};
use crate::mentions::Use;
use crate::span::Span;
use crate::verdict::{amount, confusable};

use super::bound;

/// A value that may be the fact's.
pub(super) struct Candidate {
    pub(super) fact: usize,
    pub(super) amount: Amount,
    /// The number with its unit.
    pub(super) value: Span,
    /// The words that are marked if it is wrong.
    pub(super) marked: Span,
    /// Some record agrees, whatever its time.
    pub(super) agrees: bool,
    /// What slip of the pen it looks like, by the name of its row.
    pub(super) slip: Option<&'static str>,
}

impl Candidate {
    /// Where its hedge begins, or it.
    pub(super) fn start(&self) -> usize {
        let hedge = self.amount.hedge.as_ref().map(|hedge| hedge.span.start);
        hedge.map_or(self.value.start, |hedge| hedge.min(self.value.start))
    }

    /// Reads a value for a fact; none if the two can't be compared.
    pub(super) fn read(
        scene: &Scene,
        fact: &Fact,
        figure: &Figure,
        index: usize,
        mention: &Mention,
    ) -> Option<Candidate> {
        let (amount, value) = readable(scene, figure, index, mention)?;
        if matches!(figure.unit, FigureUnit::Measured(_)) && amount.unit.is_none() {
            return None;
        }
        let values = || {
            fact.table
                .records
                .iter()
                .flat_map(|record| record.cells.iter().flatten())
                .filter_map(|value| match value {
                    Value::Amount { number, unit } => Some((*number, *unit)),
                    _ => None,
                })
        };
        let confused = amount
            .unit
            .zip(unit_of(figure))
            .is_some_and(|(written, unit)| written.dimension != unit.dimension);
        let same = values().any(|(number, _)| number == amount.number.value);
        let near = values().any(|(number, unit)| !amount::is_remote(number, unit, &amount));
        // Points for percent are reported only where the number is the very same: else they state something else.
        if !near || confused && !same {
            return None;
        }
        let agrees = !confused
            && values()
                .any(|(number, unit)| amount::agrees(number, unit, &amount, figure.tolerance));
        let marked = marked(scene, &amount, value);
        let slip = slip(&amount, unit_of(figure), &values().collect::<Vec<_>>());
        Some(Candidate {
            fact: index,
            slip: if confused { Some("slip-unit") } else { slip },
            amount,
            value,
            marked,
            agrees,
        })
    }
}

/// What slip a number looks like beside the values of all records.
fn slip(
    stated: &Amount,
    unit: Option<&'static units::Unit>,
    values: &[(Decimal, Option<&'static units::Unit>)],
) -> Option<&'static str> {
    let written = stated.number.value;
    let other_unit = stated.unit.map(|unit| unit.code) != unit.map(|unit| unit.code);
    if other_unit && values.iter().any(|(number, _)| *number == written) {
        return Some("slip-unit");
    }
    let converted = |number: Decimal| match (unit, stated.unit) {
        (Some(unit), Some(written)) if unit.code != written.code => unit.convert(number, written),
        _ => Some(number),
    };
    let own = digits(written);
    let mut best: Option<(u8, &'static str)> = None;
    for number in values.iter().filter_map(|(number, _)| converted(*number)) {
        // `1.92 million` stands for what rounds to three digits.
        let rounded = u32::try_from(own.len())
            .ok()
            .and_then(|places| number.round_sf(places));
        let scaled = stated.number.step.is_some();
        let right = digits(rounded.filter(|_| scaled).unwrap_or(number));
        // Two digits are easily alike by chance.
        let short = own.len() <= 2;
        let kind = match () {
            _ if number == written => (0, "slip-old"),
            _ if right == own && short => (3, "slip-magnitude-short"),
            _ if right == own => (2, "slip-magnitude"),
            _ if sorted(&right) == sorted(&own) && short => (3, "slip-transposed-short"),
            _ if sorted(&right) == sorted(&own) => (1, "slip-transposed"),
            _ if is_one_digit(&right, &own) && is_of_one_size(number, written) => match short {
                true => (5, "slip-digit-short"),
                false => (4, "slip-digit"),
            },
            _ if is_close(number, written) => (6, "slip-near"),
            _ => continue,
        };
        best = Some(best.map_or(kind, |best| best.min(kind)));
    }
    best.map(|(_, name)| name)
}

/// The digits that count: without sign, point and zeros at either end.
fn digits(number: Decimal) -> String {
    let all: String = number
        .normalize()
        .to_string()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    all.trim_matches('0').to_string()
}

fn sorted(digits: &str) -> Vec<u8> {
    let mut digits = digits.as_bytes().to_vec();
    digits.sort_unstable();
    digits
}

fn is_one_digit(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && one
            .bytes()
            .zip(other.bytes())
            .filter(|(a, b)| a != b)
            .count()
            == 1
}

/// Whether two numbers have as many digits before the point.
fn is_of_one_size(one: Decimal, other: Decimal) -> bool {
    let size = |number: Decimal| number.abs().trunc().to_string().len();
    size(one) == size(other)
}

/// Within an eighth.
fn is_close(right: Decimal, written: Decimal) -> bool {
    const SHARE: Decimal = Decimal::from_parts(12, 0, 0, false, 2);
    let slack = right.checked_mul(SHARE).unwrap_or(Decimal::MAX).abs();
    !right.is_zero()
        && written
            .checked_sub(right)
            .is_some_and(|apart| apart.abs() < slack)
}

pub(super) fn unit_of(figure: &Figure) -> Option<&'static units::Unit> {
    match figure.unit {
        FigureUnit::Measured(unit) => Some(unit),
        FigureUnit::Counted(_) => None,
    }
}

/// The words of a value: a range whole, without `between`.
fn marked(scene: &Scene, amount: &Amount, span: Span) -> Span {
    let text = scene.slice(span);
    match amount.upper {
        Some(_) if text.starts_with("between ") || text.starts_with("from ") => {
            amount.number.span.to(Span::new(span.end, span.end))
        }
        _ => span,
    }
}

/// Four digits that may be a year.
fn is_bare_year(words: &str) -> bool {
    words.len() == 4
        && words.bytes().all(|byte| byte.is_ascii_digit())
        && ("1400"..="2199").contains(&words)
}

/// The amount that a mention states in a unit that the figure can be compared with, and its words.
fn readable(
    scene: &Scene,
    figure: &Figure,
    fact: usize,
    value: &Mention,
) -> Option<(Amount, Span)> {
    match (&value.reading, unit_of(figure)) {
        (Reading::Amount(amount), None) if amount.unit.is_none() => {
            Some((amount.clone(), value.span))
        }
        // A counted noun that is a unit of measure too: `2,480 megawatts`, `36.27 seconds`.
        (Reading::Amount(amount), None) => {
            let last = amount.upper.as_ref().unwrap_or(&amount.number).span;
            let behind = Span::new(last.end, value.span.end);
            let is_unit = |wanted: Use| scene.hits_in(behind, fact, wanted).next().is_some();
            if !is_unit(Use::Unit) && !is_unit(Use::SoleUnit) {
                return None;
            }
            Some((
                Amount {
                    unit: None,
                    ..amount.clone()
                },
                Span::new(value.span.start, last.end),
            ))
        }
        // `Founded: 1868`
        (Reading::Amount(amount), Some(unit))
            if unit.dimension == Dimension::Year && is_bare_year(scene.slice(value.span)) =>
        {
            let amount = Amount {
                unit: Some(unit),
                ..amount.clone()
            };
            Some((amount, value.span))
        }
        (Reading::Amount(amount), Some(unit)) => {
            let written = amount.unit?;
            let fits = written.dimension == unit.dimension
                || confusable(written.dimension, unit.dimension);
            fits.then(|| (amount.clone(), value.span))
        }
        (Reading::Date(expr), Some(unit)) if unit.dimension == Dimension::Year => match expr.form {
            Form::Calendar {
                year: Some(year),
                month: None,
                day: None,
            } => {
                let number = Numeral {
                    span: value.span,
                    value: year.into(),
                    step: None,
                    spelt: false,
                };
                Some((
                    Amount {
                        number,
                        upper: None,
                        unit: Some(unit),
                        hedge: bound::of_year(scene, value.span),
                        role: Role::Value,
                        parts: Vec::new(),
                    },
                    value.span,
                ))
            }
            _ => None,
        },
        _ => None,
    }
}
