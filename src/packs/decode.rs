//! A small decoder over the spanned TOML tree: it collects every mistake, and says each in plain words.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::DeValue;

use super::ids::{Id, Ids};
use super::kinds::kind;
use super::problem::Problems;
use super::table::{Field, Table};
use super::wording::{amended, describe};
use super::{PackSource, Problem};
use crate::facts::Phrase;
use crate::span::Span;

/// A value of the TOML tree, with its place.
pub(crate) type Node<'a> = Spanned<DeValue<'a>>;

/// A decoded value with its place in the rule file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At<T> {
    pub it: T,
    pub span: Span,
}

impl<T> At<T> {
    pub fn new(it: T, span: Span) -> Self {
        Self { it, span }
    }
}

/// Where decoding stands: in which file, and what is known of all files.
pub(crate) struct Context<'a, 'p> {
    /// The index of the file.
    pub file: usize,
    /// The file.
    pub source: &'a PackSource,
    /// The ids of every file.
    pub ids: &'p Ids<'a>,
    /// Every mistake so far.
    pub problems: &'p mut Problems,
    /// The facts that this file refers to.
    pub referred: std::collections::BTreeSet<usize>,
}

impl<'a> Context<'a, '_> {
    /// Reports a mistake.
    pub fn problem(
        &mut self,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> &mut Problem {
        self.problems
            .add(self.file, &self.source.file, span, message, label)
    }

    /// Reports a value of the wrong type. `needed` completes `KEY must be …`.
    pub fn wrong_type(&mut self, field: Field<'a>, node: &'a Node<'a>, needed: &str) {
        if is_lost(node.get_ref()) {
            return;
        }
        let is = describe(node.get_ref());
        let key = field.name.it;
        let is_item = node.span() != field.node.span();
        let subject = if is_item {
            format!("an item of `{key}`")
        } else {
            format!("`{key}`")
        };
        let item = field.example.strip_prefix('[');
        let help = match amended(node.get_ref(), item.unwrap_or(field.example)) {
            Some(better) if is_item => format!("write `{better}`"),
            Some(better) if item.is_some() => format!("write `{key} = [{better}]`"),
            Some(better) => format!("write `{key} = {better}`"),
            None => format!("write for example `{key} = {}`", field.example),
        };
        self.problem(
            node.span().into(),
            format!("{subject} must be {needed}, but this is {is}"),
            format!("this is {is}"),
        )
        .help = (!field.example.is_empty()).then_some(help);
    }

    /// A text that is not empty.
    pub fn text(&mut self, field: Field<'a>, node: &'a Node<'a>) -> Option<At<&'a str>> {
        let Some(text) = node.get_ref().as_str() else {
            self.wrong_type(field, node, "text in quotes");
            return None;
        };
        if text.trim().is_empty() {
            self.problem(
                node.span().into(),
                format!("`{}` holds an empty text", field.name.it),
                "nothing stands between the quotes",
            )
            .help = Some("fill it in, or take it out".into());
            return None;
        }
        Some(At::new(text, node.span().into()))
    }

    /// The items of a list that is not empty.
    pub fn list(&mut self, field: Field<'a>, of: &str) -> &'a [Node<'a>] {
        let Some(list) = field.node.get_ref().as_array() else {
            self.wrong_type(field, field.node, &format!("a list of {of} `[ … ]`"));
            return &[];
        };
        self.not_empty(field, list)
    }

    /// The items of a list, or the one item that stands in its place.
    pub fn one_or_list(&mut self, field: Field<'a>) -> &'a [Node<'a>] {
        match field.node.get_ref().as_array() {
            Some(list) => self.not_empty(field, list),
            None => std::slice::from_ref(field.node),
        }
    }

    fn not_empty(&mut self, field: Field<'a>, list: &'a toml::de::DeArray<'a>) -> &'a [Node<'a>] {
        if list.is_empty() {
            self.problem(
                field.node.span().into(),
                format!("the list `{}` is empty", field.name.it),
                "nothing is listed here",
            )
            .help = Some(format!("list something, or take `{}` out", field.name.it));
        }
        list
    }

    /// A phrase: plain words, or `@id`, which stands for all names of an entity.
    pub fn phrase(&mut self, field: Field<'a>, node: &'a Node<'a>) -> Option<At<Phrase>> {
        let text = self.text(field, node)?;
        let phrase = match text.it.strip_prefix('@') {
            Some(id) => self.entity(id, text.span)?,
            None => Phrase::plain(text.it.trim()),
        };
        Some(At::new(phrase, text.span))
    }

    /// The names of the entity with this id.
    pub fn entity(&mut self, id: &str, span: Span) -> Option<Phrase> {
        let Some(found) = self.ids.get(id) else {
            self.ids
                .dangling(id, self.file, span, self.source, self.problems);
            return None;
        };
        let Id { names, fact, .. } = found;
        let Some(preferred) = names.first() else {
            if found.kind != "entity" {
                let a_kind = kind(found.kind).map_or("another fact", |kind| kind.a_name);
                self.problem(
                    span,
                    format!("`@{id}` is {a_kind}, which has no names"),
                    "only an entity can stand for its names",
                );
            }
            return None;
        };
        self.referred.insert(*fact);
        Some(Phrase {
            preferred: (*preferred).to_string(),
            spellings: names.iter().map(|name| (*name).to_string()).collect(),
            entity: Some(id.to_string()),
        })
    }

    /// The phrases of a list; one that is listed twice is reported.
    pub fn phrases(&mut self, field: Field<'a>) -> Vec<At<Phrase>> {
        let items = self.list(field, "phrases");
        self.phrases_of(field, items)
    }

    /// The phrases of these items; one that is listed twice is reported.
    pub fn phrases_of(&mut self, field: Field<'a>, items: &'a [Node<'a>]) -> Vec<At<Phrase>> {
        let mut first: std::collections::HashMap<&str, Span> = Default::default();
        for item in items {
            let Some(text) = item.get_ref().as_str() else {
                continue;
            };
            if let Some(earlier) = first.insert(text, item.span().into()) {
                let file = self.source.file.clone();
                self.problem(
                    item.span().into(),
                    format!("`{text}` is listed twice under `{}`", field.name.it),
                    "listed again here",
                )
                .label(&file, earlier, "it is listed first here")
                .help = Some("take one of them out".into());
            }
        }
        items
            .iter()
            .filter_map(|item| self.phrase(field, item))
            .collect()
    }

    /// The phrases under a key, every spelling in one row.
    pub fn words(&mut self, table: &Table<'a>, key: &str) -> Vec<String> {
        table.get(key).map_or_else(Vec::new, |field| {
            self.phrases(field)
                .into_iter()
                .flat_map(|phrase| phrase.it.spellings)
                .collect()
        })
    }

    /// A day.
    pub fn day(&mut self, field: Field<'a>, node: &'a Node<'a>) -> Option<At<Date>> {
        let span: Span = node.span().into();
        if let DeValue::Datetime(value) = node.get_ref() {
            if is_lost(node.get_ref()) {
                return None;
            }
            if let (Some(date), None) = (value.date, value.time) {
                return self.date(date, span);
            }
        }
        self.wrong_type(field, node, "a date without quotes");
        None
    }

    /// A date of the TOML tree: the parser has seen to it that the month has the day.
    pub fn date(&mut self, date: toml::value::Date, span: Span) -> Option<At<Date>> {
        let day = Date::new(
            i16::try_from(date.year).unwrap_or(0),
            i8::try_from(date.month).unwrap_or(0),
            i8::try_from(date.day).unwrap_or(0),
        );
        match day {
            Ok(day) if date.year > 0 => Some(At::new(day, span)),
            _ => {
                self.problem(span, "there is no such date", "not a day of the calendar");
                None
            }
        }
    }

    /// The day under a key.
    pub fn day_of(&mut self, table: &Table<'a>, key: &str) -> Option<At<Date>> {
        let field = table.get(key)?;
        self.day(field, field.node)
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, table: &Table<'a>, key: &str) -> Option<bool> {
        let field = table.get(key)?;
        let value = field.node.get_ref().as_bool();
        if value.is_none() {
            self.wrong_type(field, field.node, "`true` or `false`, without quotes");
        }
        value
    }

    /// A number, exactly as it is written.
    pub fn number(&mut self, field: Field<'a>, node: &'a Node<'a>) -> Option<At<Decimal>> {
        let span: Span = node.span().into();
        let number = match node.get_ref() {
            DeValue::Integer(integer) => i128::from_str_radix(integer.as_str(), integer.radix())
                .ok()
                .and_then(|number| Decimal::try_from_i128_with_scale(number, 0).ok()),
            DeValue::Float(float) => exact(float.as_str()),
            _ => {
                self.wrong_type(field, node, "a number without quotes");
                return None;
            }
        };
        if number.is_none() {
            self.problem(
                span,
                format!("`{}` is not a number that can be compared", field.name.it),
                "too large, too fine, or no number at all",
            );
        }
        Some(At::new(number?.normalize(), span))
    }

    /// A whole number of at least one.
    pub fn positive(&mut self, field: Field<'a>, node: &'a Node<'a>) -> Option<At<u64>> {
        let DeValue::Integer(integer) = node.get_ref() else {
            self.wrong_type(field, node, "a whole number without quotes");
            return None;
        };
        match u64::from_str_radix(integer.as_str(), integer.radix()) {
            Ok(number) if number > 0 => Some(At::new(number, node.span().into())),
            _ => {
                self.problem(
                    node.span().into(),
                    format!("`{}` counts from 1", field.name.it),
                    "there is no such ordinal",
                )
                .help = Some(format!("write for example `{} = 57`", field.name.it));
                None
            }
        }
    }

    /// One of listed words.
    pub fn one_of<T: Copy>(
        &mut self,
        table: &Table<'a>,
        key: &str,
        allowed: &[(&str, T)],
    ) -> Option<T> {
        let field = table.get(key)?;
        let text = self.text(field, field.node)?;
        let found = allowed.iter().find(|(name, _)| *name == text.it);
        if found.is_none() {
            let names = allowed.iter().map(|(name, _)| *name);
            let listed: Vec<String> = names.clone().map(|name| format!("\"{name}\"")).collect();
            let help = match super::problem::suggest(text.it, names) {
                Some(near) => format!("did you mean \"{near}\"? It may be {}", listed.join(", ")),
                None => format!("it may be {}", listed.join(", ")),
            };
            self.problem(
                text.span,
                format!("`{key}` can't be \"{}\"", text.it),
                "unknown value",
            )
            .help = Some(help);
        }
        found.map(|(_, value)| *value)
    }
}

/// A decimal number from the text of a TOML float.
fn exact(text: &str) -> Option<Decimal> {
    let text: Cow<str> = match text.strip_prefix('+') {
        Some(rest) => rest.into(),
        None => text.into(),
    };
    text.parse()
        .or_else(|_| Decimal::from_scientific(&text))
        .ok()
}

/// Whether the parser lost the value in a syntax error, which is reported already.
pub(crate) fn is_lost(value: &DeValue<'_>) -> bool {
    matches!(value, DeValue::Datetime(date) if date.date.is_none() && date.time.is_none())
}

/// Where the last value of a node ends; the parser bounds the depth.
pub(crate) fn end_of(node: &Node<'_>) -> usize {
    let inner = match node.get_ref() {
        DeValue::Array(items) => items.iter().map(end_of).max(),
        DeValue::Table(table) => table.values().map(end_of).max(),
        _ => None,
    };
    inner.unwrap_or(0).max(node.span().end)
}
