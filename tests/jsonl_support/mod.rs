//! Records, and the lines that are said of them.
#![allow(dead_code)]

use crate::cli_support::Done;
use serde_json::{Value, json};

pub const CHECK: &[&str] = &["check", "--format", "jsonl", "--input-format", "jsonl", "-"];

/// A line with a record.
pub fn record(id: impl Into<Value>, text: &str) -> String {
    format!("{}\n", json!({"id": id.into(), "body": text.trim_end()}))
}

/// The lines that were written.
pub fn lines(done: &Done) -> Vec<Value> {
    let lines = done.out.split_inclusive('\n').map(|line| {
        assert!(line.ends_with('\n'), "{line}");
        serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
    });
    lines.collect()
}

/// Record, line and id of each line, how many findings it has, and the kinds of its problems.
pub fn told(done: &Done) -> Vec<(Value, Value, Value, usize, String)> {
    let lines = lines(done).into_iter();
    let each = lines.map(|line| {
        let list = |key: &str| line[key].as_array().unwrap().clone();
        let kinds = list("problems").into_iter();
        let kinds: Vec<String> = kinds
            .map(|it| it["kind"].as_str().unwrap().to_string())
            .collect();
        let number = |key: &str| line[key].clone();
        let count = list("findings").len();
        (
            number("record"),
            number("line"),
            number("id"),
            count,
            kinds.join(" "),
        )
    });
    each.collect()
}
