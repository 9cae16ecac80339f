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
