//! Tables of keys.

use super::cell;
use crate::packs::shape::{Needs, Shape};
use crate::packs::table::Key;

/// A section on the keys of a table, and below it one on each table that stands in a value of it.
pub(super) fn section(keys: &'static [Key], needs: Needs, deep: usize) -> String {
    let mut out = table(keys) + &needed(needs);
    for key in keys {
        if let Some((inner, needs)) = inner(&key.shape) {
            let level = "#".repeat(deep);
            out += &format!("\n{level} An entry of `{}`\n\n{}", key.name, table(inner));
            out += &needed(needs);
            if is_record(&key.shape) {
                out += "\nBeside these it holds values of the slots.\n";
            }
        }
    }
    out
}

/// A table of keys: what each means, what is written, and what holds without it.
pub(super) fn table(keys: &[Key]) -> String {
    let mut out =
        String::from("| key | what it says | value | for example |\n| --- | --- | --- | --- |\n");
    for key in keys {
        let mut about = cell(key.about);
        if !key.more.is_empty() {
            about += &format!(". {}", cell(key.more));
        }
        let mut value = words(&key.shape, false);
        if key.required {
            value += "; required";
        } else if !key.default.is_empty() {
            value += &format!("; without it `{}`", cell(key.default));
        }
        if !key.beside.is_empty() {
            value += &format!("; only beside `{}`", key.beside);
        }
        out += &format!(
            "| `{}` | {} | {} | `{}` |\n",
            key.name,
            capital(&about),
            cell(&value),
            cell(key.example)
        );
    }
    out
}

/// Which keys are needed beside the required ones, as a sentence.
fn needed(needs: Needs) -> String {
    let list = |keys: &[&str]| {
        let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
        match keys.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => keys.concat(),
        }
    };
    match needs {
        Needs::Nothing => String::new(),
        Needs::AnyOf(keys) => format!("\nAt least one is needed: {}.\n", list(keys)),
        Needs::OneGroup(groups) => {
            let groups: Vec<String> = groups.iter().map(|group| list(group)).collect();
            format!(
                "\nIt needs either {}, and never both.\n",
                groups.join(", or ")
            )
        }
    }
}

fn is_record(shape: &Shape) -> bool {
    matches!(shape, Shape::Record(_) | Shape::List(Shape::Record(_)))
}

fn inner(shape: &Shape) -> Option<(&'static [Key], Needs)> {
    match shape {
        Shape::Table(keys, needs) => Some((keys, *needs)),
        Shape::Record(keys) => Some((keys, Needs::Nothing)),
        Shape::List(shape) | Shape::OneOrList(shape) => inner(shape),
        Shape::Either(shapes) => shapes.iter().find_map(inner),
        _ => None,
    }
}

/// A shape in plain words, of one value or of many.
fn words(shape: &Shape, many: bool) -> String {
    let pick = |one: &str, all: &str| if many { all } else { one }.to_string();
    match shape {
        Shape::Text | Shape::Form(_) => pick("text", "texts"),
        Shape::Choice(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`\"{word}\"`")).collect();
            match words.split_last() {
                Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
                _ => words.concat(),
            }
        }
        Shape::Id => pick("an id", "ids"),
        Shape::Fact => pick("the id of a fact or check", "ids of facts and checks"),
        Shape::Name => pick("a name", "names"),
        Shape::Phrase => pick("a phrase", "phrases"),
        Shape::Bool => pick("`true` or `false`", "`true` or `false`"),
        Shape::Number => pick("a number", "numbers"),
        Shape::Share => pick("a share below 1", "shares below 1"),
        Shape::Ordinal => pick("a whole number from 1", "whole numbers from 1"),
        Shape::Year => pick("a year", "years"),
        Shape::Date => pick("a day", "days"),
        Shape::Bound => pick(
            "a day, a year, or a month in quotes",
            "days, years, or months in quotes",
        ),
        Shape::List(shape) => format!("a list of {}", words_of(shape)),
        Shape::OneOrList(shape) => format!("{}, or a list", words(shape, false)),
        Shape::Either(shapes) => {
            let shapes: Vec<String> = shapes.iter().map(|shape| words(shape, many)).collect();
            shapes.join(", or ")
        }
        Shape::Table(..) | Shape::Record(_) => pick("a table", "tables"),
        Shape::Checks => "a table: a check and its severity, or `\"off\"`".to_string(),
    }
}

fn words_of(shape: &Shape) -> String {
    words(shape, true)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
