//! The schemas in `schema/` are what the program prints, and every mistake is either told by them or known to be
//! out of their reach. Whether they tell it is seen by `.ci/schema`, with validators that are not ours.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde_json::Value;
use support::{below, name, root};

#[test]
fn the_shipped_schemas_are_what_the_program_prints() {
    let made = [
        ("pack", factlint::schema::pack()),
        ("config", factlint::schema::config()),
    ];
    for (of, schema) in made {
        let page = format!("schema/{of}.schema.json");
        let text = format!("{schema:#}\n");
        let done = Command::new(env!("CARGO_BIN_EXE_factlint"))
            .args(["schema", of])
            .output()
            .expect("the program runs");
        assert_eq!(String::from_utf8(done.stdout).expect("text"), text);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(root(&page), text).expect("the schema can be written");
            continue;
        }
        let shipped = fs::read_to_string(root(&page)).unwrap_or_default();
        assert!(
            shipped == text,
            "UPDATE=1 cargo test --test schema writes {page} anew"
        );
    }
}

/// Every key is explained where an editor shows it.
#[test]
fn every_key_is_described() {
    fn look(at: &Value, path: &str) {
        if let Some(properties) = at.get("properties").and_then(Value::as_object) {
            for (key, schema) in properties {
                let about = schema["description"].as_str().unwrap_or_default();
                assert!(about.len() > 10, "{path}.{key}: {about:?}");
                assert!(about.starts_with(char::is_uppercase), "{path}.{key}");
            }
        }
        match at {
            Value::Object(map) => map
                .iter()
                .for_each(|(key, it)| look(it, &format!("{path}.{key}"))),
            Value::Array(items) => items.iter().for_each(|it| look(it, path)),
            _ => {}
        }
    }
    look(&factlint::schema::pack(), "pack");
    look(&factlint::schema::config(), "config");
}

/// A new mistake has to be put in one list or the other.
#[test]
fn every_mistake_is_listed_once() {
    let text = fs::read_to_string(root("tests/schema.toml")).expect("the list is there");
    let list: toml::Table = text.parse().expect("the list is TOML");
    let mut listed: BTreeMap<String, usize> = BTreeMap::new();
    let parts = ["told", "out-of-reach"].map(|part| list[part].as_table().expect("a table"));
    for names in parts {
        for name in names.values().flat_map(|names| names.as_array()).flatten() {
            *listed
                .entry(name.as_str().expect("a name").into())
                .or_default() += 1;
        }
    }
    let files: Vec<String> = below("tests/mistakes", "toml")
        .iter()
        .map(|path| {
            name(path)
                .replace("tests/mistakes/", "")
                .replace(".toml", "")
        })
        .collect();
    let unlisted: Vec<&String> = files
        .iter()
        .filter(|name| !listed.contains_key(*name))
        .collect();
    let gone: Vec<&String> = listed.keys().filter(|name| !files.contains(name)).collect();
    let twice: Vec<&String> = listed
        .iter()
        .filter(|(_, count)| **count > 1)
        .map(|(name, _)| name)
        .collect();
    assert!(
        unlisted.is_empty() && gone.is_empty() && twice.is_empty(),
        "tests/schema.toml: not listed {unlisted:?}, listed and gone {gone:?}, listed twice {twice:?}"
    );
}
