use rust_decimal::Decimal;

use crate::facts::{Period, Table};
use crate::language::{Amount, DateExpr};
use crate::span::Span;

/// A partial record that a sentence states.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The index of the fact that it is about.
    pub fact: usize,
    /// The index of its sentence.
    pub sentence: usize,
    /// What it states.
    pub cells: Vec<Stated>,
    /// The time it is about.
    pub time: Time,
    /// Records reckoned for this claim alone (an age at a date, an anniversary), in place of the fact's own.
    pub table: Option<Table>,
    /// The fact's records, the likeliest meant first; those left out are not meant. None: as time says.
    pub meant: Option<Vec<usize>>,
    /// How loosely the fact governs the value: of several facts that claim one value, the least wins.
    pub distance: u32,
    /// The slack of hedged numbers, relative.
    pub tolerance: Decimal,
    /// What speaks for and against it.
    pub evidence: Vec<Evidence>,
    /// Why it claims nothing after all, if it does: the name of a rule of the contract, or `score`.
    pub rejected: Option<&'static str>,
}

/// Something in the text that speaks for or against a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The name of its row: `subject`, `change`, `planned`.
    pub name: &'static str,
    /// How much it weighs, in hundredths; below zero against.
    pub weight: i32,
    /// The words that show it.
    pub span: Span,
}

/// One column of a claim.
#[derive(Clone, Debug)]
pub struct Stated {
    /// The index of the column.
    pub column: usize,
    /// The words that are marked if it is wrong.
    pub span: Span,
    /// What they say.
    pub value: StatedValue,
}

/// What the words of a claim say.
#[derive(Clone, Debug)]
pub enum StatedValue {
    /// A name or phrase: who or what it means counts, not how it is written.
    Phrase(String),
    /// A name whose writing is what is claimed: every letter counts.
    Written(String),
    /// A surname alone.
    Surname(String),
    /// A version of software: `1.88`, `v2.0.0-rc.1`.
    Version(String),
    /// A number, with its unit and hedge.
    Amount(Amount),
    /// `57th`.
    Ordinal(u64),
    /// A calendar year.
    Year(i16),
    /// Days.
    Days {
        /// From the first to the last.
        days: Period,
        /// Which day of an occasion of several they must be.
        edge: Edge,
        /// As it is written.
        expr: DateExpr,
    },
}

/// Which day of an occasion a date must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edge {
    /// Any of them.
    #[default]
    Any,
    /// `opens`, `begins`.
    First,
    /// `ends`, `closes`.
    Last,
    /// `lasted from 14 to 23 February`: the first and the last day.
    Both,
}

/// The time that a claim is about.
#[derive(Clone, Debug, Default)]
pub struct Time {
    /// The days stated in its own clause; several dates, several periods.
    pub own: Vec<Period>,
    /// A vague cue for the past: any earlier record acquits.
    pub past: bool,
    /// The claim is of what once was (`once had`, `up from`), and of nothing else: where no earlier record is listed,
    /// nothing is known of it.
    pub bygone: bool,
}

impl Claim {
    /// A claim about a fact, so far without cells.
    pub fn new(fact: usize, sentence: usize, time: Time) -> Self {
        Self {
            fact,
            sentence,
            cells: Vec::new(),
            time,
            table: None,
            meant: None,
            distance: 0,
            tolerance: Decimal::new(5, 2),
            evidence: Vec::new(),
            rejected: None,
        }
    }

    /// The same claim with one more piece of evidence.
    pub fn shown(mut self, name: &'static str, weight: i32, span: Span) -> Self {
        self.evidence.push(Evidence { name, weight, span });
        self
    }

    /// What all its evidence weighs together, in hundredths.
    pub fn score(&self) -> i32 {
        self.evidence.iter().map(|evidence| evidence.weight).sum()
    }

    /// The same claim with one more column.
    pub fn with(mut self, column: usize, span: Span, value: StatedValue) -> Self {
        self.cells.push(Stated {
            column,
            span,
            value,
        });
        self
    }
}
