//! The table of evidence: each row with its sign and weight.

use std::collections::HashMap;
use std::sync::LazyLock;

/// `name  sign  prior  weight`, the last two in hundredths.
const ROWS: &str = include_str!("rows.tsv");

static WEIGHTS: LazyLock<HashMap<&'static str, i32>> = LazyLock::new(|| {
    ROWS.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let name = cells.next()?;
            let weight = cells.nth(2)?.parse().ok()?;
            Some((name, weight))
        })
        .collect()
});

/// The weight of a row, in hundredths; none for a row that the table does not have.
pub(super) fn weight(row: &str) -> i32 {
    WEIGHTS.get(row).copied().unwrap_or_default()
}
