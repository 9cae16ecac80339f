//! `[pack]`: what a rule file says of itself.

use super::decode::{Context, Node};
use super::shape::Shape;
use super::table::{Key, Table};

pub(crate) const KEYS: &[Key] = &[
    Key::new("name", Shape::Text, "\"Alliance\"", "what the pack is called"),
    Key::new(
        "language",
        Shape::Form("^[Ee][Nn](-.*)?$"),
        "\"en\"",
        "how numbers, dates and function words are read; only \"en\" so far",
    )
    .more("Names may be in any script.")
    .default("\"en\""),
    Key::new(
        "review-after",
        Shape::Form(r"^\s*\+?0*[1-9][0-9]*\s+(day|week|month|year)s?\s*$"),
        "\"180 days\"",
        "after how long a fact's `checked` is stale",
    )
    .more("A number of days, weeks, months or years. `factlint rules` reports the facts that are due."),
];

const UNITS: &[(&str, i64)] = &[("day", 1), ("week", 7), ("month", 30), ("year", 365)];

/// The name, and the days after which a fact is to be checked again.
pub(crate) fn read<'a>(
    cx: &mut Context<'a, '_>,
    node: &'a Node<'a>,
) -> (Option<String>, Option<i64>) {
    let Some(tree) = node.get_ref().as_table() else {
        cx.problem(
            node.span().into(),
            "`pack` stands once in a file",
            "this is not `[pack]`",
        )
        .help = Some("write it as `[pack]`, in single brackets".into());
        return (None, None);
    };
    let table = Table::new(tree, node.span().into(), &[KEYS]);
    cx.check_keys(&table, &[KEYS], &[], "`[pack]`");
    let name = table
        .get("name")
        .and_then(|field| cx.text(field, field.node))
        .map(|text| text.it.to_string());
    if let Some(language) = table
        .get("language")
        .and_then(|field| cx.text(field, field.node))
        && !language
            .it
            .split('-')
            .next()
            .is_some_and(|tag| tag.eq_ignore_ascii_case("en"))
    {
        cx.problem(
            language.span,
            format!("the language \"{}\" can't be read yet", language.it),
            "only \"en\" so far",
        )
        .help = Some("names may be in any script; take `language` out, or write \"en\"".into());
    }
    let review_after = table.get("review-after").and_then(|field| {
        let text = cx.text(field, field.node)?;
        let days = days(text.it);
        if days.is_none() {
            cx.problem(
                text.span,
                format!("\"{}\" is not a length of time", text.it),
                "a number of days, weeks, months or years is needed",
            )
            .help = Some("write for example `review-after = \"180 days\"`".into());
        }
        days
    });
    (name, review_after)
}

fn days(text: &str) -> Option<i64> {
    let (number, unit) = text.trim().split_once(' ')?;
    let number: i64 = number.parse().ok().filter(|number| *number > 0)?;
    let unit = unit.trim();
    let (_, days) = UNITS
        .iter()
        .find(|(name, _)| unit == *name || unit.strip_suffix('s') == Some(name))?;
    number.checked_mul(*days)
}
