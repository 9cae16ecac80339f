//! The table of evidence: each row with its sign and weight.

use std::collections::HashMap;
use std::sync::LazyLock;

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

/// Whether a row speaks against a claim.
pub(super) fn is_objection(row: &str) -> bool {
    WEIGHTS.get(row).is_some_and(|(against, _)| *against)
}

/// The weight of a row, in hundredths; none for a row that the table does not have.
pub(super) fn weight(row: &str) -> i32 {
    WEIGHTS.get(row).map_or(0, |(_, weight)| *weight)
}
