//! The table of evidence: each row with its sign and weight.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// `name  sign  prior  weight`, the last two in hundredths.
const ROWS: &str = include_str!("rows.tsv");

/// A row: whether it can only speak against a claim, and its weight.
type Row = (bool, i32);

static WEIGHTS: LazyLock<HashMap<&'static str, Row>> = LazyLock::new(|| {
    ROWS.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (name, sign) = (cells.next()?, cells.next()?);
            let weight = cells.nth(1)?.parse().ok()?;
            Some((name, (sign == "-", weight)))
        })
        .collect()
});

/// What each row means, with an example and a counterexample. The facts that they are about come first.
pub(super) const EXAMPLES: &str = include_str!("rows_examples.toml");

#[derive(Deserialize)]
struct Meanings {
    row: Vec<Meaning>,
}

#[derive(Deserialize)]
struct Meaning {
    name: String,
    says: String,
}

static MEANINGS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let rows = toml::from_str(EXAMPLES).map_or_else(|_| Vec::new(), |Meanings { row }| row);
    rows.into_iter().map(|row| (row.name, row.says)).collect()
});

/// One sentence that says what a row means.
pub(crate) fn says(row: &str) -> Option<&'static str> {
    MEANINGS.get(row).map(String::as_str)
}

/// Whether a row speaks against a claim.
pub(super) fn is_objection(row: &str) -> bool {
    WEIGHTS.get(row).is_some_and(|(against, _)| *against)
}

/// The weight of a row, in hundredths; none for a row that the table does not have.
pub(super) fn weight(row: &str) -> i32 {
    WEIGHTS.get(row).map_or(0, |(_, weight)| *weight)
}

/// The names of all rows, in the order of the table.
#[cfg(test)]
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let rows = ROWS.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| line.split('\t').next())
}
