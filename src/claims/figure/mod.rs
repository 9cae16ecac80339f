//! Measured values: which number is whose, and whether it measures what the fact does.

mod bound;
mod change;
mod context;
mod course;
mod govern;
mod measure;
mod owner;
mod position;

use crate::claims::scene::Scene;
use crate::claims::{Claim, Known, StatedValue, time};
use crate::facts::{Fact, Figure, FigureUnit, Kind, Value};
use crate::language::{Amount, Dimension, Mention, Numeral, Reading, Role, dates::Form, units};
use crate::mentions::Use;
use crate::span::Span;
use crate::verdict::{amount, confusable};

/// Reads the claims of a sentence about figures.
pub fn read(scene: &Scene, known: &Known, claims: &mut Vec<Claim>) {
    let mut facts: Vec<usize> = scene
        .hits
        .iter()
        .flat_map(|hit| hit.facts(|r#use| matches!(r#use, Use::Subject | Use::SoleUnit)))
        .collect();
    facts.sort_unstable();
    facts.dedup();
    for fact in facts {
        if let Kind::Figure(figure) = &known.facts[fact].kind {
            let mut found: Vec<(u8, Claim)> = scene
                .values()
                .iter()
                .filter_map(|value| claim(scene, &known.facts[fact], figure, fact, value))
                .collect();
            // A value whose own clause names the context keeps those out that only borrow it.
            let nearest = found
                .iter()
                .map(|(level, _)| *level)
                .min()
                .unwrap_or_default();
            found.retain(|(level, _)| *level == nearest || nearest > 0);
            claims.extend(found.into_iter().map(|(_, claim)| claim));
        }
    }
}

fn claim(
    scene: &Scene,
    fact: &Fact,
    figure: &Figure,
    index: usize,
    value: &Mention,
) -> Option<(u8, Claim)> {
    let (amount, value) = readable(scene, figure, index, value)?;
    if matches!(figure.unit, FigureUnit::Measured(_)) && amount.unit.is_none() {
        return None;
    }
    if course::is_other_sides(scene, index, value, &amount) {
        return None;
    }
    let governed = govern::govern(scene, figure, index, value, &amount)?;
    if measure::of(scene, index, value, &amount, governed.noun)? != figure.measures {
        return None;
    }
    let level = context::context(scene, figure, index, value, &governed)?;
    let right: Vec<_> = fact
        .table
        .records
        .iter()
        .flat_map(|record| record.cells.iter().flatten())
        .collect();
    let near = right.iter().any(|value| match value {
        Value::Amount { number, unit } => !amount::is_remote(*number, *unit, &amount),
        _ => false,
    });
    // Points for percent are reported only where the number is the very same: else they state something else.
    let confused = amount
        .unit
        .zip(unit_of(figure))
        .is_some_and(|(written, unit)| written.dimension != unit.dimension);
    let same = right.iter().any(
        |value| matches!(value, Value::Amount { number, .. } if *number == amount.number.value),
    );
    if !near || confused && !same {
        return None;
    }
    let span = marked(scene, &amount, value);
    let mut time = time::of(scene, value, &[value]);
    time.bygone = time::is_bygone(scene, index, value) || course::is_start(scene, value, &amount);
    time.past |= time.bygone;
    let mut claim = Claim::new(index, scene.index, time);
    claim.distance = governed.distance;
    claim.tolerance = figure.tolerance;
    Some((level, claim.with(0, span, StatedValue::Amount(amount))))
}

fn unit_of(figure: &Figure) -> Option<&'static units::Unit> {
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
            scene.hits_in(behind, fact, Use::Unit).next()?;
            Some((
                Amount {
                    unit: None,
                    ..amount.clone()
                },
                Span::new(value.span.start, last.end),
            ))
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
