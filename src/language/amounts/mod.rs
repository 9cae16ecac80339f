//! Numbers with their units: sums of money, percentages, quantities, compounds and ranges.

mod compound;
mod range;
mod unit;

pub(crate) use compound::begins;
pub(crate) use range::{Join, amount, carry_back};

use rust_decimal::Decimal;

use super::numbers::{self, Number};
use super::tokens::{Lexer, TokenKind};
use super::units::{self, Dimension, Unit};
use super::value::{Amount, Numeral, Part, Role};
use crate::span::Span;

/// A number with its unit and all that the readers around it need to know.
#[derive(Clone, Debug)]
pub(crate) struct Single {
    /// The mention: the number with its measured unit.
    pub span: Span,
    pub number: Number,
    pub unit: Option<&'static Unit>,
    pub compound: bool,
    /// A currency sign stands before the number.
    pub prefixed: bool,
    /// The parts of a compound measure; empty for any other.
    pub parts: Vec<Part>,
}

impl Single {
    /// A number without a unit.
    pub(crate) fn bare(span: Span, number: Number) -> Self {
        Self {
            span,
            number,
            unit: None,
            compound: false,
            prefixed: false,
            parts: Vec::new(),
        }
    }

    pub(crate) fn numeral(&self) -> &Numeral {
        &self.number.numeral
    }

    /// Whether the number may be a designation, a page, a score.
    pub(crate) fn plain(&self) -> bool {
        self.number.plain && self.unit.is_none() && !self.compound
    }
}

/// One or two of them, and what surrounds them.
#[derive(Clone, Debug)]
pub(crate) struct Measured {
    /// The mention.
    pub span: Span,
    pub lower: Single,
    pub upper: Option<Single>,
}

impl Measured {
    pub(crate) fn into_amount(self) -> Amount {
        let unit = self
            .upper
            .as_ref()
            .map_or(self.lower.unit, |upper| upper.unit);
        let compound = self
            .upper
            .as_ref()
            .map_or(self.lower.compound, |upper| upper.compound);
        Amount {
            parts: match self.upper {
                Some(_) => Vec::new(),
                None => self.lower.parts,
            },
            number: self.lower.number.numeral,
            upper: self.upper.map(|upper| upper.number.numeral),
            unit,
            hedge: None,
            role: if compound {
                Role::Compound
            } else {
                Role::Value
            },
        }
    }
}

/// The number with its unit that begins exactly at `pos`.
pub(crate) fn single(lex: Lexer, pos: usize, and: bool) -> Option<Single> {
    let signed = lex.glued(pos).filter(|t| t.of(lex.text()) == "-");
    let start = signed.map_or(pos, |t| t.span.end);
    if let Some(prefix) = units::before(lex, start) {
        let mut number = numbers::number(lex, prefix.number, and)?;
        if !number.scaled
            && let Some((scale, end)) = numbers::money_suffix(lex, number.end())
        {
            scale_by(&mut number, scale, end)?;
        }
        if prefix.scale > 1 {
            let end = number.end();
            scale_by(&mut number, prefix.scale, end)?;
        }
        if prefix.doubtful && !number.scaled {
            return None;
        }
        if signed.is_some() {
            number.numeral.value = -number.numeral.value;
        }
        // `$10 dollars`, `$5 USD`, `$5-a-day`
        let after = units::after(lex, number.end(), true)
            .filter(|found| matches!(found.unit.dimension, Dimension::Money(_)) && !found.hyphen)
            .filter(|found| {
                lex.text()[number.end()..found.end]
                    .bytes()
                    .any(|b| b.is_ascii_alphabetic())
            });
        let unit = after.map_or(prefix.unit, |found| found.unit);
        let end = after.map_or(number.end(), |found| found.end);
        let single = Single {
            unit: Some(unit),
            prefixed: true,
            ..Single::bare(Span::new(pos, end), number)
        };
        return Some(compound::with_parts(lex, single, and));
    }
    let Some(mut number) = numbers::number(lex, pos, and) else {
        return compound::of_article(lex, pos);
    };
    // `75 USD million`
    if !number.scaled
        && let Some(found) = units::after(lex, number.end(), false)
        && matches!(found.unit.dimension, Dimension::Money(_))
        && let Some((scale, end)) = scale_word(lex, found.end)
    {
        scale_by(&mut number, scale, end)?;
        return Some(Single {
            unit: Some(found.unit),
            ..Single::bare(Span::new(pos, end), number)
        });
    }
    // `5.6m people`: nobody counts people in metres
    if !number.scaled
        && let Some((1_000_000, end)) = numbers::money_suffix(lex, number.end())
        && range::counted_after(lex, end)
    {
        scale_by(&mut number, 1_000_000, end)?;
    }
    let single = unit::with_unit(lex, pos, number);
    Some(compound::with_parts(lex, single, and))
}

fn scale_word(lex: Lexer, pos: usize) -> Option<(u64, usize)> {
    let token = lex.at(pos).filter(|t| t.kind == TokenKind::Word)?;
    match numbers::word(token.of(lex.text()))? {
        numbers::Word::Scale(scale, false) if scale >= 1_000 => Some((scale, token.span.end)),
        _ => None,
    }
}

pub(crate) fn scale_by(number: &mut Number, scale: u64, end: usize) -> Option<()> {
    let scale = Decimal::from(scale);
    let numeral = &mut number.numeral;
    numeral.value = numeral.value.checked_mul(scale)?.normalize();
    numeral.step = numeral
        .step
        .unwrap_or(Decimal::ONE)
        .checked_mul(scale)
        .map(|step| step.normalize());
    numeral.span.end = end;
    number.scaled = true;
    number.plain = false;
    Some(())
}
