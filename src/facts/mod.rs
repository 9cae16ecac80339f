//! What is known: facts as small tables of records.
//!
//! A [`Fact`] is made from one entry of a rule file by [`packs`](crate::packs). Everything here is plain data:
//! references (`@id`) are resolved, phrases are expanded, missing ends of periods are filled in.

mod pattern;
mod period;

pub use period::Period;

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::language::Unit;
use crate::span::Span;

/// One canonical fact.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Fact {
    /// The id, unique over all loaded packs.
    pub id: String,
    /// What is particular to its kind: how its claims are read.
    pub kind: Kind,
    /// What is right, and when.
    pub table: Table,
    /// Citations or URLs.
    pub sources: Vec<String>,
    /// The day on which a person last verified it.
    pub checked: Option<Date>,
    /// A line for the editor.
    pub note: Option<String>,
    /// How bad a contradiction is.
    pub severity: Severity,
    /// What to do inside direct speech.
    pub in_quotes: InQuotes,
    /// A claim whose sentence holds one of these phrases is not checked.
    pub unless: Vec<String>,
    /// Where it is written.
    pub defined_in: Origin,
}

/// A place in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The path as it was given or walked to.
    pub file: Arc<str>,
    /// The bytes of the whole entry in that file.
    pub span: Span,
    /// The line of its first byte, from 1.
    pub line: usize,
}

/// How bad a finding is; a later one is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth a look.
    Info,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

    /// Its name in rule files, on the command line and in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// The severity of this name.
    pub fn named(name: &str) -> Option<Severity> {
        Self::ALL.into_iter().find(|severity| severity.id() == name)
    }
}

/// What becomes of a contradiction inside direct speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InQuotes {
    /// Reported as anywhere.
    Check,
    /// Reported one severity lower, without a fix.
    Soften,
    /// Not reported.
    Skip,
}

/// What is right, and when: typed columns, and records that state a value for some of them.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The columns, in the order of every record's cells.
    pub columns: Vec<Column>,
    /// The column that a claim must share with some record to be checked at all.
    pub key: Option<usize>,
    /// The rows, in the order of the rule file.
    pub records: Vec<Record>,
}

/// A column of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// `name`, `value`, `number`, `on`, `at`, or the name of a statement's slot.
    pub name: String,
    /// What its cells hold.
    pub ty: ColumnType,
}

/// What a column holds, and so how a claim about it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// A name or a phrase: one capitalised phrase of the text.
    Phrase,
    /// A version of software, `1.88`, `v2.0.0-rc.1`. Its values are phrases.
    Version,
    /// One of listed words, right or wrong; anything else is no claim.
    Choice,
    /// A plain number.
    Number,
    /// `57th`.
    Ordinal,
    /// A percentage.
    Percent,
    /// A calendar year.
    Year,
    /// A day or a span of days.
    Date,
    /// A length of time, or an age.
    Duration,
    /// A sum of money.
    Money,
    /// A number with any other unit: what the figure says.
    Quantity,
}

/// One row: what is right during a period.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// When it holds.
    pub during: Period,
    /// For each column the right values, the preferred one first; an empty cell allows anything.
    pub cells: Vec<Vec<Value>>,
    /// For an office: the holder is acting.
    pub acting: bool,
}

/// A right value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A name, place, party, choice: matched as a phrase.
    Phrase(Phrase),
    /// A number, alone or with its unit (of money, percent, duration, quantity).
    Amount {
        /// In `unit`.
        number: Decimal,
        /// None for a bare number or a counted noun.
        unit: Option<&'static Unit>,
    },
    /// `57` for `57th`.
    Ordinal(u64),
    /// A year as a calendar value.
    Year(i16),
    /// The days from the first to the last, both meant.
    Days(Date, Date),
    /// Some day or days of a month or year, of which the first and the last are given.
    Within(Date, Date),
}

/// A month or a year by its first and last day: `October 2025`, `2025`.
pub(crate) fn month_or_year(first: Date, last: Date) -> String {
    match first.month() == last.month() {
        true => first.strftime("%B %Y").to_string(),
        false => first.year().to_string(),
    }
}

/// A name or phrase with all its right spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// As the rule file prefers it.
    pub preferred: String,
    /// Every right spelling, the preferred one among them (first).
    pub spellings: Vec<String>,
    /// The id of the entity it stands for, where the rule file says `@id`.
    pub entity: Option<String>,
}

impl Phrase {
    /// A phrase with one spelling and no entity behind it.
    pub fn plain(text: impl Into<String>) -> Self {
        let preferred = text.into();
        Self {
            spellings: vec![preferred.clone()],
            preferred,
            entity: None,
        }
    }
}

/// What is particular to each kind of fact.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// How a name is written. Columns: `name`.
    Entity(Entity),
    /// Who holds an office. Columns: `name`.
    Office(Office),
    /// A measured value. Columns: `value`.
    Figure(Figure),
    /// An occasion. Columns: `number`, `on`, `at`.
    Event(Event),
    /// A sentence with slots. Columns: its slots.
    Statement(Statement),
    /// Who or what belongs where. Columns: `name` (the key), `of`.
    Affiliation(Affiliation),
}

impl Kind {
    /// The table name in a rule file: `entity`, `office`, `figure`, `event`, `statement` or `affiliation`.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Entity(_) => "entity",
            Kind::Office(_) => "office",
            Kind::Figure(_) => "figure",
            Kind::Event(_) => "event",
            Kind::Statement(_) => "statement",
            Kind::Affiliation(_) => "affiliation",
        }
    }
}

/// Days from the first to the last, in order: a day, or all of a month or year that is not known better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Days {
    /// A single day.
    pub const fn day(day: Date) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// Whether it is a single day.
    pub fn is_day(&self) -> bool {
        self.first == self.last
    }
}

/// How a name is written. Its table has one record for the preferred name (first) and one for each accepted one.
#[derive(Clone, Debug, Default)]
pub struct Entity {
    /// The preferred spelling.
    pub name: String,
    /// Known wrong spellings.
    pub reject: Vec<String>,
    /// Other real names, never reported.
    pub unlike: Vec<String>,
    /// Whether near misses are reported.
    pub near: bool,
    /// The day, month or year of birth, first to last day: ages are checked.
    pub born: Option<Days>,
    /// The day, month or year of death.
    pub died: Option<Days>,
}

/// Who holds an office: how its title is written, and of what body it is. Its records are the holders.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// The titles, `Defense Minister`.
    pub titles: Vec<String>,
    /// The nations or bodies, `South Korea`, `South Korean`; empty where the title says it all.
    pub of: Vec<String>,
    /// Whether several people hold it at once.
    pub several: bool,
}

/// A measured value.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What it measures, for messages.
    pub what: Option<String>,
    /// What is counted or the unit of measure.
    pub unit: FigureUnit,
    /// One of these must govern the number; empty where the rule file gives none.
    pub subject: Vec<String>,
    /// One of these must be near; empty: no condition.
    pub context: Vec<String>,
    /// What kind of number it is.
    pub measures: Measures,
    /// The relative slack of hedged mentions, 0.05 for 5 %.
    pub tolerance: Decimal,
}

/// The unit of a [`Figure`].
#[derive(Clone, Debug)]
pub enum FigureUnit {
    /// Counted nouns, `troops`.
    Counted(Vec<String>),
    /// A measured unit, `km`, `KRW`, `%`.
    Measured(&'static Unit),
}

/// What kind of number a [`Figure`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Measures {
    /// A level or total.
    #[default]
    Total,
    /// A difference.
    Change,
    /// A part of a total.
    Part,
    /// So many in so much time.
    Rate,
    /// People killed or hurt.
    Toll,
}

/// An occasion. Its records are the editions; an event that is not numbered has one record with an empty `number`.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// Its names.
    pub names: Vec<String>,
}

/// A sentence with slots. The columns of its table are the slots.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    /// What the sentence is about, for messages.
    pub what: Option<String>,
    /// The sentence patterns.
    pub says: Vec<Pattern>,
    /// For each column of type [`ColumnType::Choice`] the listed wrong words; else empty.
    pub wrong: Vec<Vec<String>>,
}

/// Who or what belongs where. Its records are the members; several may hold at once.
#[derive(Clone, Debug, Default)]
pub struct Affiliation {
    /// What the members belong to, for messages: `party`, `state`.
    pub what: Option<String>,
}

/// A sentence pattern: pieces in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern(pub Vec<Piece>);

/// A piece of a [`Pattern`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Literal text, one or more words or signs, with its inner spaces.
    Words(String),
    /// `(a|b)`: one of them.
    Choice(Vec<Pattern>),
    /// `[x]`: it or nothing.
    Maybe(Pattern),
    /// `…`: nought to eight words.
    Gap,
    /// `{name}`: a value for the column of this index.
    Slot(usize),
}
