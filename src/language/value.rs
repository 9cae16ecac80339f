use rust_decimal::Decimal;

use super::dates::DateExpr;
use super::units::Unit;
use crate::span::Span;

/// A value in the text.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The words that state the value, with a measured unit, without hedge and counted noun.
    pub span: Span,
    /// What they state.
    pub reading: Reading,
}

/// What a mention states.
#[derive(Clone, Debug)]
pub enum Reading {
    /// A number, alone, counting a noun, or with a measured unit.
    Amount(Amount),
    /// `57th`, `fifty-seventh`, `제57차`.
    Ordinal(u64),
    /// A day, a weekday, a month, a year, a span of days, absolute or relative.
    Date(DateExpr),
}

/// A number with what stands around it.
#[derive(Clone, Debug)]
pub struct Amount {
    /// The number; of a range, its lower end as written first.
    pub number: Numeral,
    /// The upper end of a range (`28,000-29,000`, `between … and …`, `from … to …`).
    pub upper: Option<Numeral>,
    /// The measured unit; None for a bare number or a counted noun.
    pub unit: Option<&'static Unit>,
    /// The words of the hedge, which stand before or after the number.
    pub hedge: Option<Hedge>,
    /// What the number does in the sentence.
    pub role: Role,
    /// The parts of a compound measure, `5 feet` and `10 inches`, the largest first; empty for any other. `number` has
    /// their sum in the unit of the first.
    pub parts: Vec<Part>,
}

impl Amount {
    /// The sum of a compound measure in its last unit, and the weight of its last written place.
    pub fn in_parts(&self) -> Option<(Decimal, Decimal)> {
        let last = self.parts.last()?;
        let mut sum = Decimal::ZERO;
        for part in &self.parts {
            sum = part.value.checked_mul(part.weight)?.checked_add(sum)?;
        }
        Some((sum, last.step.unwrap_or(Decimal::ONE)))
    }

    /// A value of some unit in the last unit of a compound measure.
    pub fn in_last_part(&self, value: Decimal, unit: &Unit) -> Option<Decimal> {
        let (first, last) = (self.parts.first()?, self.parts.last()?);
        if unit.code == first.unit.code {
            return value.checked_mul(first.weight);
        }
        unit.convert(value, last.unit)
    }
}

/// A part of a compound measure.
#[derive(Clone, Debug)]
pub struct Part {
    /// The words or digits of its number, without the unit.
    pub number: Span,
    /// The number.
    pub value: Decimal,
    /// Its unit.
    pub unit: &'static Unit,
    /// How many of the last part's unit make one of this unit.
    pub weight: Decimal,
    /// As [`Numeral::step`]; only the last part has one.
    pub step: Option<Decimal>,
}

/// A number as it is written.
#[derive(Clone, Debug)]
pub struct Numeral {
    /// The words or digits with their scale word, without unit: `28.5 thousand`.
    pub span: Span,
    /// The number they stand for.
    pub value: Decimal,
    /// For a scaled or decimal form the weight of its last written place (`66.3 trillion`: 10¹¹;
    /// `8.2`: 0.1): what the true value may be rounded to. None for plain whole numbers (`28,000`).
    pub step: Option<Decimal>,
    /// Whether it is spelt out in words.
    pub spelt: bool,
}

/// What a number does, as far as its own words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It states a value.
    Value,
    /// Part of a compound adjective (`28,500-strong`, `155-mile-long`, `70-year-old`).
    Compound,
}

/// Words that loosen or bound a number.
#[derive(Clone, Debug)]
pub struct Hedge {
    /// The words of the hedge.
    pub span: Span,
    /// What it does.
    pub kind: HedgeKind,
}

/// What a hedge does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HedgeKind {
    /// `over`, `more than`, `in excess of`: the value is greater.
    Over,
    /// `at least`: the value is greater or equal.
    AtLeast,
    /// `under`, `fewer than`, `below`: the value is less.
    Under,
    /// `up to`, `as many as`, `at most`: the value is less or equal.
    UpTo,
    /// `about`, `some`, `roughly`, `around`, `or so`.
    About,
    /// `nearly`, `almost`, `close to`: the value is a little less.
    Nearly,
}
