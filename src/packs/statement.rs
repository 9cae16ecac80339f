//! `[[statement]]`: anything else, as a sentence with slots.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::common;
use super::decode::{At, Context, Node};
use super::kinds::Made;
use super::pattern::{self, Scope};
use super::problem::suggest;
use super::shape::Shape;
use super::slots::{Cell, type_of};
use super::table::{Field, Key, Table};
use super::time::{BOUNDS, fill_ends};
use crate::facts::{Column, ColumnType, Kind, Pattern, Period, Record, Statement};
use crate::span::Span;

pub(crate) const KEYS: &[Key] = &[
    Key::new(
        "what",
        Shape::Text,
        "\"NATO members\"",
        "what the sentence is about, for messages",
    ),
    Key::required(
        "says",
        Shape::List(&Shape::Text),
        "[\"the budget of {year}\"]",
        "the sentence, in all its patterns",
    )
    .more(
        "`(a|b)` alternatives, `[x]` optional, `…` up to eight words, `{slot}` the word that is checked, `@id` all \
         names of an entity, `\\\\` before a sign that is meant as it is. The right value of each slot stands under \
         its name.",
    ),
    Key::new(
        "key",
        Shape::Text,
        "\"name\"",
        "the slot that tells which record is meant",
    )
    .more("A sentence is checked only if its key is in some record."),
    Key::new(
        "records",
        Shape::List(&Shape::Record(&BOUNDS)),
        "[{ place = \"Seoul\", from = 2025-01-01 }]",
        "the right values, each with its time",
    ),
];

pub(crate) fn read<'a>(cx: &mut Context<'a, '_>, table: &Table<'a>) -> Option<Made> {
    let what = table
        .get("what")
        .and_then(|field| cx.text(field, field.node))
        .map(|text| text.it.to_string());
    let mut slots = Slots::default();
    let mut says = Vec::new();
    let mut broken = table.get("says").is_none();
    if let Some(field) = table.get("says") {
        for node in cx.list(field, "patterns") {
            match one_pattern(cx, &mut slots, field, node) {
                Some(pattern) => says.push(pattern),
                None => broken = true,
            }
        }
    }
    let own: Vec<Field<'a>> = table
        .fields
        .iter()
        .filter(|field| !is_taken(field.name.it))
        .copied()
        .collect();
    let mut meant = Vec::new();
    if !broken {
        meant = unused(cx, &own, &slots);
    }
    let mut columns = Columns::new(&slots);
    let mut constant: Vec<Vec<crate::facts::Value>> = vec![Vec::new(); slots.found.len()];
    for field in &own {
        if let Some(column) = slots.column(field.name.it)
            && let Some(cell) = columns.cell(cx, column, *field)
            && let Some(cells) = constant.get_mut(column)
        {
            *cells = cell.values;
        }
    }
    let mut records = Vec::new();
    let key = key_column(cx, table, &slots, broken);
    match table.get("records") {
        None => records.push(Record {
            during: Period::ALWAYS,
            cells: constant,
            acting: false,
        }),
        Some(field) => {
            let names: Vec<&str> = slots.found.iter().map(|slot| slot.it.as_str()).collect();
            for node in cx.list(field, "records") {
                let Some(tree) = node.get_ref().as_table() else {
                    cx.wrong_type(field, node, "a table `{ … }`");
                    continue;
                };
                let row = Table::new(tree, node.span().into(), &[&BOUNDS]);
                if !broken {
                    cx.check_keys(&row, &[&BOUNDS], &names, "a record of this statement");
                }
                let mut cells = constant.clone();
                for field in &row.fields {
                    if let Some(column) = slots.column(field.name.it)
                        && let Some(cell) = columns.cell(cx, column, *field)
                        && let Some(cells) = cells.get_mut(column)
                    {
                        *cells = cell.values;
                    }
                }
                if let Some((key, name)) = key
                    && row.get(name).is_none()
                    && constant.get(key).is_some_and(Vec::is_empty)
                {
                    cx.problem(
                        row.span,
                        format!("this record has no `{name}`, which is the key"),
                        format!("`{name}` is missing here"),
                    )
                    .help = Some(format!("say which `{name}` the record is about"));
                }
                records.push(Record {
                    during: cx.during(&row),
                    cells,
                    acting: false,
                });
            }
        }
    }
    if !broken {
        without_value(cx, &slots, &columns, &meant);
    }
    let key = key.map(|(column, _)| column);
    fill_ends(&mut records, |record| {
        key.and_then(|key| record.cells.get(key))
            .map(|cell| format!("{cell:?}"))
    });
    for wrong in &mut columns.wrong {
        let mut met = HashSet::new();
        wrong.retain(|word| met.insert(word.clone()));
    }
    let mut made = Made::new(
        Kind::Statement(Statement {
            what,
            says,
            wrong: columns.wrong,
        }),
        slots
            .found
            .iter()
            .zip(&columns.types)
            .map(|(slot, ty)| Column {
                name: slot.it.clone(),
                ty: ty.map_or(ColumnType::Phrase, |ty| ty.it),
            })
            .collect(),
        records,
    );
    made.table.key = key;
    Some(made)
}

/// Whether the name is a key of every statement, so that no slot may have it.
fn is_taken(name: &str) -> bool {
    let keys = common::KEYS.iter().chain(KEYS).chain(&BOUNDS);
    keys.into_iter().any(|key| key.name == name)
}

/// The slots of all patterns, in the order in which they first appear.
#[derive(Default)]
struct Slots {
    found: Vec<At<String>>,
    columns: HashMap<String, usize>,
}

impl Slots {
    fn column(&self, name: &str) -> Option<usize> {
        self.columns.get(name).copied()
    }
}

/// What the slots and references of one pattern turn out to be.
#[derive(Default)]
struct Seen<'s, 'a> {
    ids: Option<&'s super::ids::Ids<'a>>,
    slots: Vec<(String, Range<usize>)>,
    known: HashMap<String, usize>,
    references: Vec<(String, Range<usize>)>,
    next: usize,
}

impl Scope for Seen<'_, '_> {
    fn slot(&mut self, name: &str, at: Range<usize>) -> usize {
        if let Some(column) = self.known.get(name) {
            return *column;
        }
        let column = self.next;
        self.next += 1;
        self.known.insert(name.to_string(), column);
        self.slots.push((name.to_string(), at));
        column
    }

    fn names(&mut self, id: &str, at: Range<usize>) -> Vec<String> {
        self.references.push((id.to_string(), at));
        self.ids
            .and_then(|ids| ids.get(id))
            .map_or_else(Vec::new, |entry| {
                entry.names.iter().map(|name| (*name).to_string()).collect()
            })
    }
}

fn one_pattern<'a>(
    cx: &mut Context<'a, '_>,
    slots: &mut Slots,
    field: Field<'a>,
    node: &'a Node<'a>,
) -> Option<Pattern> {
    let text = cx.text(field, node)?;
    let literal = cx.source.text.get(text.span.range()).unwrap_or("");
    let places = pattern::in_literal(literal, text.it);
    let place = |at: &Range<usize>| {
        let offset = |at: usize| text.span.start + places.get(at).copied().unwrap_or(0);
        Span::new(offset(at.start), offset(at.end))
    };
    let mut seen = Seen {
        ids: Some(cx.ids),
        known: slots.columns.clone(),
        next: slots.found.len(),
        ..Seen::default()
    };
    let parsed = pattern::parse(text.it, &mut seen);
    let Seen {
        slots: new,
        known,
        references,
        ..
    } = seen;
    for (id, at) in references {
        cx.entity(&id, place(&at));
    }
    let pattern = match parsed {
        Ok(pattern) => pattern,
        Err(mistakes) => {
            for mistake in mistakes {
                cx.problem(place(&mistake.at), mistake.message, mistake.label)
                    .help = Some(mistake.help.to_string());
            }
            return None;
        }
    };
    slots.columns = known;
    for (name, at) in new {
        if is_taken(&name) {
            cx.problem(
                place(&at),
                format!("a slot can't be called `{name}`, which is a key of every statement"),
                "give it another name",
            )
            .help = Some(format!("write for example `{{the-{name}}}`"));
        }
        slots.found.push(At::new(name, place(&at)));
    }
    Some(pattern)
}

/// Reports keys that are neither known nor slots, and says which slots they probably mean.
fn unused<'a>(cx: &mut Context<'a, '_>, own: &[Field<'a>], slots: &Slots) -> Vec<String> {
    let mut meant = Vec::new();
    for field in own {
        let name = field.name.it;
        if slots.column(name).is_some() {
            continue;
        }
        let keys = common::KEYS.iter().chain(KEYS).map(|key| key.name);
        let known = slots.found.iter().map(|slot| slot.it.as_str()).chain(keys);
        let near = suggest(name, known);
        meant.extend(near.map(str::to_string));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("use it as `{{{name}}}` in a pattern of `says`, or take it out"),
        };
        cx.problem(
            field.name.span,
            format!("`{name}` is neither a key of a statement nor a slot of its patterns"),
            "no pattern uses this",
        )
        .help = Some(help);
    }
    meant
}

/// The slot that `key` names.
fn key_column<'a>(
    cx: &mut Context<'a, '_>,
    table: &Table<'a>,
    slots: &Slots,
    broken: bool,
) -> Option<(usize, &'a str)> {
    let field = table.get("key")?;
    let name = cx.text(field, field.node)?;
    let column = slots.column(name.it);
    if column.is_none() && !broken {
        let known = slots.found.iter().map(|slot| slot.it.as_str());
        let help = match suggest(name.it, known.clone()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => format!(
                "its slots are {}",
                known
                    .map(|slot| format!("`{slot}`"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        };
        cx.problem(
            name.span,
            format!("the key `{}` is not a slot of the patterns", name.it),
            "no such slot",
        )
        .help = Some(help);
    }
    Some((column?, name.it))
}

/// The types and wrong words of the columns, as the values tell them.
struct Columns {
    types: Vec<Option<At<ColumnType>>>,
    wrong: Vec<Vec<String>>,
}

impl Columns {
    fn new(slots: &Slots) -> Self {
        Self {
            types: vec![None; slots.found.len()],
            wrong: vec![Vec::new(); slots.found.len()],
        }
    }

    /// Reads a value of a column; all values of one column are of one type.
    fn cell<'a>(
        &mut self,
        cx: &mut Context<'a, '_>,
        column: usize,
        field: Field<'a>,
    ) -> Option<Cell> {
        let span: Span = field.node.span().into();
        // A value that can't be read is a value nevertheless: the slot is not without one.
        let ty = self.types.get_mut(column)?;
        let Some(cell) = cx.cell(field) else {
            ty.get_or_insert(At::new(
                type_of(field.name.it).unwrap_or(ColumnType::Phrase),
                span,
            ));
            return None;
        };
        let first = *ty.get_or_insert(At::new(cell.ty, span));
        if first.it != cell.ty {
            let file = cx.source.file.clone();
            cx.problem(
                span,
                format!("the values of `{}` are of two types", field.name.it),
                "of one type",
            )
            .label(&file, first.span, "of another")
            .help = Some("write all values of a slot in one way".into());
            return None;
        }
        if let Some(wrong) = self.wrong.get_mut(column) {
            wrong.extend(cell.wrong.iter().cloned());
        }
        Some(cell)
    }
}

/// Reports slots for which no record has a value.
fn without_value(cx: &mut Context<'_, '_>, slots: &Slots, columns: &Columns, meant: &[String]) {
    for (slot, ty) in slots.found.iter().zip(&columns.types) {
        if ty.is_none() && !is_taken(&slot.it) && !meant.contains(&slot.it) {
            cx.problem(
                slot.span,
                format!("the slot `{{{}}}` has no value", slot.it),
                "what is right here?",
            )
            .help = Some(format!(
                "add for example `{} = {}`",
                slot.it,
                example(&slot.it)
            ));
        }
    }
}

fn example(slot: &str) -> &'static str {
    super::slots::TYPES
        .iter()
        .find(|key| key.name == slot)
        .map_or("\"Philadelphia\"", |key| key.example)
}
