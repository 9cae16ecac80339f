//! A tally of rule tests, as a Markdown table that can be read as it stands.

use std::io::{self, Write};

use crate::rule_tests::{Count, Tally};

const HEAD: [&str; 7] = [
    "kind",
    "expected",
    "right",
    "missed",
    "spurious",
    "recall",
    "precision",
];

/// Writes the table: a row for each kind, and their sum.
///
/// # Errors
/// Those of `out`.
pub fn write(tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
    let all = ("all", tally.all());
    let rows: Vec<[String; HEAD.len()]> = tally.kinds().iter().chain([&all]).map(row).collect();
    let widths: [usize; HEAD.len()] = std::array::from_fn(|column| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or_default().max(HEAD[column].len())
    });
    line(out, &HEAD, &widths)?;
    write!(out, "| {:-<width$} |", "", width = widths[0])?;
    for width in &widths[1..] {
        write!(out, " {:->width$}: |", "", width = width - 1)?;
    }
    writeln!(out)?;
    rows.iter().try_for_each(|row| line(out, row, &widths))
}

fn line<T: AsRef<str>>(out: &mut dyn Write, cells: &[T], widths: &[usize]) -> io::Result<()> {
    write!(out, "|")?;
    for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
        let cell = cell.as_ref();
        match column {
            0 => write!(out, " {cell:<width$} |")?,
            _ => write!(out, " {cell:>width$} |")?,
        }
    }
    writeln!(out)
}

fn row((kind, count): &(&'static str, Count)) -> [String; HEAD.len()] {
    [
        kind.to_string(),
        count.expected().to_string(),
        count.right.to_string(),
        count.missed.to_string(),
        count.spurious.to_string(),
        share(count.right, count.expected()),
        share(count.right, count.found()),
    ]
}

/// In percent, rounded down: only all is 100 %.
fn share(part: usize, whole: usize) -> String {
    match (part * 1000).checked_div(whole) {
        Some(share) => format!("{}.{} %", share / 10, share % 10),
        None => "–".to_string(),
    }
}
