//! Every reading of a fact in an article, as text and as JSON.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::article::Article;
use crate::claims;
use crate::linter::ClaimReading;

/// The readings: `{"file", "fact", "kind", "start", "end", "line", "column", "text", "expected", "verdict", "score",
/// "evidence"}`. `start` and `end` are bytes of the file on disk, `score` and weights hundredths.
pub fn values(article: &Article, readings: &[ClaimReading]) -> Vec<Value> {
    let value = |reading: &ClaimReading| {
        let evidence: Vec<Value> = reading
            .evidence
            .iter()
            .map(|(name, weight, text)| json!({ "name": name, "weight": weight, "text": text }))
            .collect();
        json!({
            "file": article.name,
            "fact": reading.fact,
            "kind": reading.kind,
            "start": reading.at.disk.start,
            "end": reading.at.disk.end,
            "line": reading.at.line,
            "column": reading.at.column,
            "text": reading.found,
            "expected": reading.expected,
            "verdict": reading.outcome.id(),
            "score": reading.score,
            "evidence": evidence,
        })
    };
    readings.iter().map(value).collect()
}

/// The same for people: a line for each reading, its evidence below, the weightiest first. Behind a row of a figure stands
/// what it means.
pub fn plain(article: &Article, readings: &[ClaimReading]) -> String {
    let mut text = String::new();
    for reading in readings {
        let expected = match &reading.expected {
            Some(expected) => format!(", expected {expected}"),
            None => String::new(),
        };
        let _ = writeln!(
            text,
            "{}:{}:{}  {}: {} {}{expected}",
            article.name,
            reading.at.line,
            reading.at.column,
            reading.fact,
            reading.found,
            reading.outcome.id(),
        );
        let mut evidence: Vec<_> = reading.evidence.iter().collect();
        evidence.sort_by_key(|(_, weight, _)| -weight.abs());
        for (name, weight, _) in evidence {
            let says = claims::says(name).filter(|_| reading.kind == "figure");
            let says = says.map_or(String::new(), |says| format!(": {says}"));
            let _ = writeln!(
                text,
                "    {:+6.2}  {name}{says}",
                f64::from(*weight) / 100.0
            );
        }
    }
    text
}
