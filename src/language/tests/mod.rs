//! The whole layer: what is read in a sentence, and what must not be.

mod properties;
mod tables;

use super::{Mention, Reading, Role, read};
use crate::span::Span;

/// Every value of a text on one line: `66.3 trillion won = 66300000000000 KRW ~100000000000`, with `~` before the
/// weight of the last written place, `..` before the upper end of a range, the hedge in brackets, `-adj` after a
/// compound adjective, `#` before an ordinal.
fn show(text: &str) -> String {
    let mentions = read(text, Span::new(0, text.len()));
    let shown: Vec<String> = mentions.iter().map(|m| mention(text, m)).collect();
    shown.join(" | ")
}

fn mention(text: &str, mention: &Mention) -> String {
    let words = mention.span.of(text);
    let amount = match &mention.reading {
        Reading::Ordinal(number) => return format!("{words} = #{number}"),
        Reading::Date(_) => return format!("{words} = date"),
        Reading::Amount(amount) => amount,
    };
    let mut shown = format!("{words} = {}", amount.number.value);
    if let Some(upper) = &amount.upper {
        shown += &format!("..{}", upper.value);
    }
    if let Some(unit) = amount.unit {
        shown += &format!(" {}", unit.code);
    }
    if let Some(step) = amount.number.step {
        shown += &format!(" ~{step}");
    }
    if let Some(hedge) = &amount.hedge {
        shown += &format!(" ({}: {:?})", hedge.span.of(text), hedge.kind);
    }
    if amount.role == Role::Compound {
        shown += " -adj";
    }
    shown
}

/// Checks every row, and shows all that fail.
fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, want)| (text, want, show(text)))
        .filter(|(_, want, got)| *want != got)
        .map(|(text, want, got)| format!("{text}\n  want {want}\n  got  {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
