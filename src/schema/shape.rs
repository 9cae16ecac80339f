//! The schema of a shape.

use serde_json::{Map, Value, json};

use super::{described, typed_slots};
use crate::checks::CHECKS;
use crate::cli::config::STATES;
use crate::facts::Severity;
use crate::packs::common::SEVERITIES;
use crate::packs::shape::{Needs, Shape, words};
use crate::packs::slots::CHOICE;
use crate::packs::table::Key;

const ID: &str = "[a-z0-9]+(-[a-z0-9]+)*";
const DATE: &str = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

/// A table of these keys and no others.
pub(super) fn table(keys: &[Key], needs: Needs) -> Value {
    let mut properties = Map::new();
    let mut beside = Map::new();
    for key in keys {
        properties.insert(key.name.into(), value(key));
        if !key.beside.is_empty() {
            beside.insert(key.name.into(), json!([key.beside]));
        }
    }
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    let required: Vec<&str> = keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if !beside.is_empty() {
        schema["dependencies"] = json!(beside);
    }
    let one = |key: &&str| json!({ "required": [key] });
    match needs {
        Needs::Nothing => {}
        Needs::AnyOf(keys) => {
            schema["anyOf"] = keys.iter().map(one).collect();
        }
        Needs::OneGroup(groups) => {
            schema["oneOf"] = groups
                .iter()
                .map(|group| match group {
                    [key] => one(key),
                    keys => json!({ "anyOf": keys.iter().map(one).collect::<Value>() }),
                })
                .collect();
        }
    }
    schema
}

/// Lets a table hold slots beside its keys, but for those of these names.
pub(super) fn open(schema: &mut Value, taken: &[&str]) {
    for key in typed_slots() {
        let mut typed = value(&key);
        let alone = Key {
            required: true,
            ..key
        };
        let ways = [table(&[alone], Needs::Nothing), choice()];
        let [alone, choice] = ways;
        let said = ["description", "examples"].map(|word| (word, typed[word].take()));
        let mut typed = any(vec![typed, alone, choice]);
        for (word, it) in said {
            typed[word] = it;
        }
        schema["properties"][key.name] = typed;
    }
    let known = schema["properties"].as_object().into_iter().flatten();
    let known: Vec<&str> = known
        .map(|(name, _)| name.as_str())
        .chain(taken.iter().copied())
        .collect();
    let name = format!("^(?!({})$)[a-z][a-z0-9]*(-[a-z0-9]+)*$", known.join("|"));
    let about = "The right value of the slot `{…}` of this name, or a list of right ones. Where the name does not tell the type: \
                 `{ year = 1950 }`. A closed choice, of which only the listed wrong words are reported: \
                 `{ is = [\"truce\"], not = [\"surrender\"] }`.";
    schema["patternProperties"] = json!({ name: described(slot(), about) });
}

/// The value of a key, with what an editor shows of it.
fn value(key: &Key) -> Value {
    let mut schema = of(key.shape);
    let mut about = sentence(key.about);
    if !key.more.is_empty() {
        about = format!("{about} {}", key.more);
    }
    about = format!("{about}\n\nExample: `{} = {}`", key.name, key.example);
    if let Some(example) = json_of(key.example) {
        schema["examples"] = json!([example]);
    }
    if let Some(default) = json_of(key.default) {
        schema["default"] = default;
    }
    described(schema, &about)
}

fn of(shape: Shape) -> Value {
    match shape {
        Shape::Text | Shape::Phrase => form(r"\S"),
        Shape::Form(pattern) => form(pattern),
        Shape::Choice(words) => json!({ "type": "string", "enum": words }),
        Shape::Id => form(&format!("^{ID}$")),
        Shape::Fact => {
            let checks: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
            form(&format!("^({ID}|check:({}))$", checks.join("|")))
        }
        Shape::Name => form(r"^([^@\s]|\s+\S)"),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Share => json!({ "type": "number", "minimum": 0, "exclusiveMaximum": 1 }),
        Shape::Ordinal => json!({ "type": "integer", "minimum": 1 }),
        Shape::Year => json!({ "type": "integer", "minimum": 1, "maximum": 9999 }),
        Shape::Date => form(&format!("^{DATE}$")),
        Shape::Bound => any(vec![
            form(&format!("^({DATE}|[0-9]{{4}}-(0[1-9]|1[0-2]))$")),
            of(Shape::Year),
        ]),
        Shape::List(of_what) => list(*of_what),
        Shape::OneOrList(of_what) => any(vec![of(*of_what), list(*of_what)]),
        Shape::Either(shapes) => any(shapes.iter().map(|shape| of(*shape)).collect()),
        Shape::Table(keys, needs) => table(keys, needs),
        Shape::Record(keys) => {
            let mut schema = table(keys, Needs::Nothing);
            open(&mut schema, &[]);
            schema
        }
        Shape::Checks => checks(),
    }
}

/// Any of these. Those of different types make one schema, as a validator then says what is wrong, rather than that
/// nothing fits.
fn any(schemas: Vec<Value>) -> Value {
    let mut ways: Vec<Map<String, Value>> = Vec::new();
    for schema in schemas {
        let Value::Object(mut schema) = schema else {
            continue;
        };
        schema.retain(|_, value| !value.is_null());
        let twin = ways.iter_mut().find(|way| {
            let clash = |word: &str| word != "type" && way.contains_key(word);
            !schema.keys().any(|word| clash(word)) && !schema.contains_key("enum")
        });
        let Some(twin) = twin else {
            ways.push(schema);
            continue;
        };
        for (word, value) in schema {
            if word == "type" {
                let mut types = listed(twin.remove("type"));
                types.extend(listed(Some(value)));
                twin.insert(word, types.into());
            } else {
                twin.insert(word, value);
            }
        }
    }
    match ways.len() {
        1 => ways.remove(0).into(),
        _ => json!({ "anyOf": ways }),
    }
}

fn listed(value: Option<Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(items)) => items,
        one => one.into_iter().collect(),
    }
}

fn form(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn list(of_what: Shape) -> Value {
    let mut schema = json!({ "type": "array", "items": of(of_what), "minItems": 1 });
    // The patterns of a statement may stand twice; the phrases of a list may not.
    if matches!(of_what, Shape::Phrase | Shape::Name) {
        schema["uniqueItems"] = json!(true);
    }
    schema
}

/// Any value that a slot may have whose name does not tell its type.
fn slot() -> Value {
    let typed: Vec<Key> = typed_slots().collect();
    let mut typed = table(&typed, Needs::Nothing);
    typed["minProperties"] = json!(1);
    typed["maxProperties"] = json!(1);
    any(vec![
        of(Shape::Phrase),
        list(Shape::Phrase),
        choice(),
        typed,
    ])
}

fn choice() -> Value {
    table(CHOICE, Needs::Nothing)
}

fn checks() -> Value {
    let states: Vec<&str> = words(STATES).into();
    let mut properties = Map::new();
    for check in CHECKS {
        let default = named(check.severity);
        let state = json!({ "type": "string", "enum": states, "default": default });
        properties.insert(check.id.into(), described(state, check.about));
    }
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn named(severity: Severity) -> &'static str {
    let mut all = SEVERITIES.iter();
    all.find(|(_, other)| *other == severity)
        .map_or("", |(name, _)| name)
}

fn sentence(about: &str) -> String {
    let mut signs = about.chars();
    let first = signs.next().into_iter().flat_map(char::to_uppercase);
    let text: String = first.chain(signs).collect();
    format!("{text}.")
}

/// A TOML value as JSON, dates as text; None for nothing.
fn json_of(toml: &str) -> Option<Value> {
    let table: toml::Table = toml::from_str(&format!("it = {toml}")).ok()?;
    plain(table.get("it")?)
}

fn plain(value: &toml::Value) -> Option<Value> {
    Some(match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(truth) => json!(truth),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.iter().map(plain).collect::<Option<_>>()?,
        toml::Value::Table(table) => table
            .iter()
            .map(|(key, value)| Some((key.clone(), plain(value)?)))
            .collect::<Option<Map<_, _>>>()?
            .into(),
    })
}
