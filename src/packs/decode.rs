//! A small decoder over the spanned TOML tree: it collects every mistake, and says each in plain words.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::ids::{Id, Ids};
use super::problem::Problems;
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

/// A key that a table of a rule file may hold.
#[derive(Debug)]
pub(crate) struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it means, in one line.
    pub about: &'static str,
    /// How a value is written, as TOML.
    pub example: &'static str,
    /// Whether it must be there.
    pub required: bool,
}

impl Key {
    /// A key that may be left out.
    pub const fn new(name: &'static str, example: &'static str, about: &'static str) -> Self {
        Self {
            name,
            about,
            example,
            required: false,
        }
    }

    /// A key that must be there.
    pub const fn required(name: &'static str, example: &'static str, about: &'static str) -> Self {
        Self {
            name,
            about,
            example,
            required: true,
        }
    }

    /// The same key in another table.
    pub const fn same(&self) -> Self {
        Self { ..*self }
    }
}

/// A key with its value, as it stands in a rule file.
#[derive(Clone, Copy)]
pub(crate) struct Field<'a> {
    /// The key as written, and where.
    pub name: At<&'a str>,
    /// How a value of it is written; empty for a slot.
    pub example: &'static str,
    /// Its value.
    pub node: &'a Node<'a>,
}

/// A table whose keys were looked at once.
pub(crate) struct Table<'a> {
    /// Its fields, in the order of the file.
    pub fields: Vec<Field<'a>>,
    /// Its header, or the whole inline table: what is marked where a key is missing.
    pub span: Span,
}

impl<'a> Table<'a> {
    /// The fields of a table, in the order of the file.
    pub fn new(tree: &'a DeTable<'a>, span: Span, keys: &[&[Key]]) -> Self {
        let mut fields: Vec<Field<'a>> = tree
            .iter()
            .map(|(name, node)| Field {
                name: At::new(name.get_ref().as_ref(), name.span().into()),
                example: keys
                    .iter()
                    .copied()
                    .flatten()
                    .find(|key| key.name == name.get_ref().as_ref())
                    .map_or("", |key| key.example),
                node,
            })
            .collect();
        fields.sort_by_key(|field| field.name.span);
        Self { fields, span }
    }

    /// The field of this key.
    pub fn get(&self, key: &str) -> Option<Field<'a>> {
        self.fields
            .iter()
            .find(|field| field.name.it == key)
            .copied()
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
        let problem = self.problems.add(
            self.file,
            &self.source.file,
            node.span().into(),
            format!("`{}` must be {needed}, but this is {is}", field.name.it),
            format!("this is {is}"),
        );
        if !field.example.is_empty() {
            problem.help = Some(format!(
                "write for example `{} = {}`",
                field.name.it, field.example
            ));
        }
    }

    /// Opens an inline table or a table under a header: unknown and missing keys are reported.
    pub fn table(
        &mut self,
        field: Field<'a>,
        node: &'a Node<'a>,
        keys: &'static [Key],
    ) -> Option<Table<'a>> {
        let Some(tree) = node.get_ref().as_table() else {
            self.wrong_type(field, node, "a table `{ … }`");
            return None;
        };
        let table = Table::new(tree, node.span().into(), &[keys]);
        self.check_keys(
            &table,
            &[keys],
            &[],
            &format!("an entry of `{}`", field.name.it),
        );
        Some(table)
    }

    /// Reports the keys that are not among `keys` or `more`, and the required ones that are not there.
    pub fn check_keys(&mut self, table: &Table<'a>, keys: &[&[Key]], more: &[&str], of: &str) {
        let known = || keys.iter().copied().flatten();
        for field in &table.fields {
            let name = field.name.it;
            if known().any(|key| key.name == name) || more.contains(&name) {
                continue;
            }
            let names: Vec<&str> = more
                .iter()
                .copied()
                .chain(known().map(|key| key.name))
                .collect();
            let help = super::problem::suggest(name, names.iter().copied())
                .map(|near| format!("did you mean `{near}`?"))
                .unwrap_or_else(|| {
                    let listed: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
                    format!("the keys of {of} are {}", listed.join(", "))
                });
            self.problem(
                field.name.span,
                format!("`{name}` is not a key of {of}"),
                "unknown key",
            )
            .help = Some(help);
        }
        self.check_required(table, keys, of);
    }

    /// Reports the required keys that are not there.
    pub fn check_required(&mut self, table: &Table<'a>, keys: &[&[Key]], of: &str) {
        for key in keys.iter().copied().flatten().filter(|key| key.required) {
            if table.get(key.name).is_none() {
                self.problem(
                    table.span,
                    format!("{of} needs `{}`: {}", key.name, key.about),
                    format!("`{}` is missing here", key.name),
                )
                .help = Some(format!("add for example `{} = {}`", key.name, key.example));
            }
        }
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
                self.problem(
                    span,
                    format!(
                        "`@{id}` is an {}, which has no name to stand here",
                        found.kind
                    ),
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
pub(super) fn is_lost(value: &DeValue<'_>) -> bool {
    matches!(value, DeValue::Datetime(date) if date.date.is_none() && date.time.is_none())
}

/// What a value is, for people who don't write programs.
fn describe(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(true) => "`true`",
        DeValue::Boolean(false) => "`false`",
        DeValue::Datetime(value) => match (value.date, value.time) {
            (Some(_), None) => "a date",
            (None, _) => "a time of day",
            _ => "a date with a time",
        },
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// Where the last value of a node ends; the parser bounds the depth.
pub(super) fn end_of(node: &Node<'_>) -> usize {
    let inner = match node.get_ref() {
        DeValue::Array(items) => items.iter().map(end_of).max(),
        DeValue::Table(table) => table.values().map(end_of).max(),
        _ => None,
    };
    inner.unwrap_or(0).max(node.span().end)
}
