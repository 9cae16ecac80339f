//! JSON Schemas of rule files and of `factlint.toml`, made of the very tables that the decoder reads with.
//!
//! An editor that knows TOML (Taplo, Even Better TOML, Tombi) completes keys with them, shows what a key means, and
//! marks most mistakes while they are made. What no schema can say (a dangling `@id`, a doubled id, dates out of
//! order) is left to [`packs::load`](crate::packs::load).
//!
//! A validator of JSON sees a TOML date as text, `2025-11-03`; so does the schema.

mod shape;

use serde_json::{Map, Value, json};

use crate::cli::config;
use crate::contract;
use crate::facts::InQuotes;
use crate::packs::kinds::{KINDS, KindRule};
use crate::packs::shape::Needs;
use crate::packs::table::Key;
use crate::packs::time::BOUNDS;
use crate::packs::{common, pack as about_pack, slots, test};

/// The draft that the TOML tools of editors know best.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// The JSON Schema of a rule file.
pub fn pack() -> Value {
    let mut tables = Map::new();
    tables.insert(
        "pack".into(),
        described(
            shape::table(about_pack::KEYS, Needs::Nothing),
            "What the rule file says of itself.",
        ),
    );
    for rule in KINDS {
        tables.insert(rule.name.into(), entries(fact(rule), rule.about));
    }
    tables.insert(
        "test".into(),
        entries(
            shape::table(test::KEYS, Needs::Nothing),
            "An article, and every finding that it must give.",
        ),
    );
    let mut schema = root(
        "factlint rule file",
        "Facts that articles are checked against, and tests of these facts.",
        json!({ "type": "object", "properties": tables, "additionalProperties": false }),
    );
    schema["$comment"] = json!(format!("rule language {}", contract::RULE_LANGUAGE));
    schema
}

/// The JSON Schema of `factlint.toml`.
pub fn config() -> Value {
    root(
        "factlint.toml",
        "Where rules and articles are, and what is reported.",
        shape::table(config::KEYS, Needs::Nothing),
    )
}

fn root(title: &str, about: &str, schema: Value) -> Value {
    let mut schema = described(schema, about);
    schema["$schema"] = json!(DRAFT);
    schema["title"] = json!(title);
    schema
}

/// Entries in double brackets.
fn entries(entry: Value, about: &str) -> Value {
    described(
        json!({ "type": "array", "items": described(entry, about) }),
        about,
    )
}

fn fact(rule: &KindRule) -> Value {
    let in_quotes = match rule.in_quotes {
        InQuotes::Check => "\"check\"",
        InQuotes::Soften => "\"soften\"",
        InQuotes::Skip => "\"skip\"",
    };
    let common = common::KEYS.iter().map(|key| match key.name {
        "in-quotes" => key.default(in_quotes),
        // An entity's is made of its name.
        "id" if rule.name != "entity" => Key {
            required: true,
            ..*key
        },
        _ => *key,
    });
    let keys: Vec<Key> = common.chain(rule.keys.iter().copied()).collect();
    let mut schema = shape::table(&keys, rule.needs);
    if rule.open {
        // The bounds of a record, which no slot may be called.
        let taken = BOUNDS.map(|key| key.name);
        shape::open(&mut schema, &taken);
    }
    schema
}

/// The slots whose names tell their types.
fn typed_slots() -> impl Iterator<Item = Key> {
    slots::TYPES.iter().copied()
}

fn described(mut schema: Value, about: &str) -> Value {
    schema["description"] = json!(about);
    schema
}
