//! The values of a statement's slots.

use toml::de::DeValue;

use super::decode::{Context, Node};
use super::shape::Shape;
use super::table::{Field, Key};
use super::time::year_days;
use crate::facts::{ColumnType, Phrase, Value};
use crate::language::{self, Dimension, Reading, Unit, units};
use crate::span::Span;
use crate::verdict::version;

/// The types that a slot has by its name, or by the key inside its value.
pub(crate) const TYPES: &[Key] = &[
    Key::new(
        "number",
        Shape::OneOrList(&Shape::Number),
        "8",
        "a plain number",
    ),
    Key::new(
        "ordinal",
        Shape::OneOrList(&Shape::Ordinal),
        "57",
        "the number of an ordinal",
    ),
    Key::new(
        "percent",
        Shape::OneOrList(&Shape::Number),
        "2.5",
        "a percentage",
    ),
    Key::new(
        "year",
        Shape::OneOrList(&Shape::Year),
        "2030",
        "a calendar year",
    ),
    Key::new(
        "date",
        Shape::OneOrList(&Shape::Date),
        "2025-11-04",
        "a day",
    ),
    Key::new(
        "duration",
        Shape::OneOrList(&Shape::Text),
        "\"8 years\"",
        "a length of time, as copy has it",
    ),
    Key::new(
        "money",
        Shape::OneOrList(&Shape::Text),
        "\"$350 billion\"",
        "a sum of money, as copy has it",
    ),
    Key::new(
        "version",
        Shape::OneOrList(&Shape::Text),
        "\"1.88\"",
        "a version of software; `1.88` is `1.88.0` too",
    ),
];

pub(crate) const CHOICE: &[Key] = &[
    Key::required(
        "is",
        Shape::List(&Shape::Phrase),
        "[\"armistice\", \"truce\"]",
        "the right words",
    ),
    Key::required(
        "not",
        Shape::List(&Shape::Phrase),
        "[\"peace treaty\"]",
        "the wrong words that are reported",
    ),
];

/// The type of this name.
pub(crate) fn type_of(name: &str) -> Option<ColumnType> {
    Some(match name {
        "number" => ColumnType::Number,
        "ordinal" => ColumnType::Ordinal,
        "percent" => ColumnType::Percent,
        "year" => ColumnType::Year,
        "date" => ColumnType::Date,
        "duration" => ColumnType::Duration,
        "money" => ColumnType::Money,
        "version" => ColumnType::Version,
        _ => return None,
    })
}

/// What a rule file says of a slot.
pub(crate) struct Cell {
    pub ty: ColumnType,
    pub values: Vec<Value>,
    /// Of a closed choice the wrong words.
    pub wrong: Vec<String>,
}

impl<'a> Context<'a, '_> {
    /// The right values of a slot.
    pub fn cell(&mut self, field: Field<'a>) -> Option<Cell> {
        let by_name = type_of(field.name.it);
        let Some(inner) = field.node.get_ref().as_table() else {
            return Some(match by_name {
                Some(ty) => self.typed(field, ty),
                None => self.names_cell(field),
            });
        };
        if inner.contains_key("is") || inner.contains_key("not") {
            return self.choice(field);
        }
        let table = self.table(field, field.node, TYPES)?;
        let [typed] = table.fields.as_slice() else {
            if table
                .fields
                .iter()
                .all(|field| type_of(field.name.it).is_some())
            {
                self.problem(
                    table.span,
                    format!("`{}` needs one type, or the words of a choice", field.name.it),
                    "one key is needed here",
                )
                .help = Some(
                    "write for example `{ year = 1950 }`, or `{ is = [\"truce\"], not = [\"surrender\"] }`"
                        .into(),
                );
            }
            return None;
        };
        let ty = type_of(typed.name.it)?;
        if by_name.is_some_and(|named| named != ty) {
            self.problem(
                typed.name.span,
                format!(
                    "a slot `{{{}}}` can't hold a {}",
                    field.name.it, typed.name.it
                ),
                "another type than the slot's name says",
            )
            .help = Some("give the slot another name".into());
            return None;
        }
        Some(self.typed(*typed, ty))
    }

    fn names_cell(&mut self, field: Field<'a>) -> Cell {
        let example = "\"Philadelphia\"";
        let field = Field { example, ..field };
        let items = self.one_or_list(field);
        let values = self
            .phrases_of(field, items)
            .into_iter()
            .map(|phrase| Value::Phrase(phrase.it))
            .collect();
        Cell {
            ty: ColumnType::Phrase,
            values,
            wrong: Vec::new(),
        }
    }

    fn choice(&mut self, field: Field<'a>) -> Option<Cell> {
        let table = self.table(field, field.node, CHOICE)?;
        let mut right = Vec::new();
        let mut wrong = Vec::new();
        if let Some(field) = table.get("is") {
            right = self.phrases(field);
        }
        if let Some(field) = table.get("not") {
            for phrase in self.phrases(field) {
                let twin = right.iter().find(|other| other.it == phrase.it);
                if let Some(twin) = twin {
                    let file = self.source.file.clone();
                    self.problem(
                        phrase.span,
                        format!("`{}` is right and wrong at once", phrase.it.preferred),
                        "wrong by this",
                    )
                    .label(&file, twin.span, "right by this")
                    .help = Some("take one of the two out".into());
                }
                wrong.extend(phrase.it.spellings);
            }
        }
        Some(Cell {
            ty: ColumnType::Choice,
            values: right
                .into_iter()
                .map(|phrase| Value::Phrase(phrase.it))
                .collect(),
            wrong,
        })
    }

    fn typed(&mut self, field: Field<'a>, ty: ColumnType) -> Cell {
        let example = TYPES
            .iter()
            .find(|key| type_of(key.name) == Some(ty))
            .map_or("", |key| key.example);
        let field = Field { example, ..field };
        let values = self
            .one_or_list(field)
            .iter()
            .filter_map(|node| self.value(field, node, ty))
            .collect();
        Cell {
            ty,
            values,
            wrong: Vec::new(),
        }
    }

    fn value(&mut self, field: Field<'a>, node: &'a Node<'a>, ty: ColumnType) -> Option<Value> {
        match ty {
            ColumnType::Ordinal => Some(Value::Ordinal(self.positive(field, node)?.it)),
            ColumnType::Date => {
                let day = self.day(field, node)?.it;
                Some(Value::Days(day, day))
            }
            ColumnType::Year => self.year(field, node),
            ColumnType::Version => self.version(field, node),
            ColumnType::Money => self.amount(field, node, "a sum of money", |unit| {
                matches!(unit.dimension, Dimension::Money(_))
            }),
            ColumnType::Duration => self.amount(field, node, "a length of time", |unit| {
                unit.dimension == Dimension::Duration
            }),
            _ => Some(Value::Amount {
                number: self.number(field, node)?.it,
                unit: (ty == ColumnType::Percent)
                    .then(|| units::unit("%"))
                    .flatten(),
            }),
        }
    }

    fn version(&mut self, field: Field<'a>, node: &'a Node<'a>) -> Option<Value> {
        let text = match node.get_ref() {
            DeValue::String(_) => self.text(field, node)?,
            _ => {
                self.wrong_type(field, node, "a version, in quotes");
                return None;
            }
        };
        if !version::is_version(text.it) {
            self.problem(
                text.span,
                format!("\"{}\" is not a version", text.it),
                "not a version",
            )
            .help = Some(format!(
                "write numbers with dots: `{} = {}`",
                field.name.it, field.example
            ));
            return None;
        }
        Some(Value::Phrase(Phrase::plain(text.it)))
    }

    fn year(&mut self, field: Field<'a>, node: &'a Node<'a>) -> Option<Value> {
        let DeValue::Integer(integer) = node.get_ref() else {
            self.wrong_type(field, node, "a year without quotes");
            return None;
        };
        let year = i16::from_str_radix(integer.as_str(), integer.radix())
            .ok()
            .filter(|year| year_days(*year).is_some());
        if year.is_none() {
            self.problem(
                node.span().into(),
                format!("`{}` is not a year", field.name.it),
                "a year is a number from 1 to 9999",
            );
        }
        year.map(Value::Year)
    }

    fn amount(
        &mut self,
        field: Field<'a>,
        node: &'a Node<'a>,
        what: &str,
        fits: fn(&Unit) -> bool,
    ) -> Option<Value> {
        let text = match node.get_ref() {
            DeValue::String(_) => self.text(field, node)?,
            _ => {
                self.wrong_type(field, node, &format!("{what} with its unit, in quotes"));
                return None;
            }
        };
        let amount = read_amount(text.it).filter(|amount| match amount {
            Value::Amount { unit, .. } => unit.is_some_and(fits),
            _ => false,
        });
        if amount.is_none() {
            self.problem(
                text.span,
                format!("\"{}\" can't be read as {what}", text.it),
                format!("not {what}"),
            )
            .help = Some(format!(
                "write it as copy has it: `{} = {}`",
                field.name.it, field.example
            ));
        }
        amount
    }
}

/// An amount as copy has it, through the same reader as an article's.
fn read_amount(text: &str) -> Option<Value> {
    let whole = Span::new(0, text.len());
    let mentions = language::read(text, whole);
    let [mention] = mentions.as_slice() else {
        return None;
    };
    match &mention.reading {
        Reading::Amount(amount) if amount.upper.is_none() && amount.hedge.is_none() => {
            Some(Value::Amount {
                number: amount.number.value,
                unit: amount.unit,
            })
        }
        _ => None,
    }
}
