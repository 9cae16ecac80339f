//! NITF: one article.

use jiff::civil::Date;

use crate::article::date::stamp;
use crate::article::day::{Days, Stated};
use crate::article::prose;
use crate::article::tree::Tree;
use crate::article::{Reading, Run, head};
use crate::span::Span;

/// The elements that date an article, with the attribute that does, the surest first.
const DATES: &[(&str, &str)] = &[
    ("date.issue", "norm"),
    ("story.date", "norm"),
    ("pubdata", "date.publication"),
    ("date.release", "norm"),
];

/// The elements whose `norm` is the day of a later change.
const REVISIONS: &[&str] = &["revision-history"];

/// Reads the article.
pub(super) fn reading(tree: &Tree, root: usize) -> Reading {
    let mut blocks = prose::blocks(tree, root, &|_| false);
    let mut dates = dates(tree, root);
    let days = Days::of(&dates);
    dates.extend(head::read_runs(tree.source, &mut blocks));
    let text = |name: &str| {
        let found = tree.find(root, name)?;
        Some(tree.text_of(found)).filter(|text| !text.trim().is_empty())
    };
    let language = ["xml:lang", "lang"]
        .iter()
        .find_map(|key| tree.attr(root, key));
    Reading {
        blocks,
        days,
        dates,
        comments: tree.comments(),
        language: language.map(|language| language.into_owned()),
        title: text("hl1").or_else(|| text("title")),
    }
}

/// The dates that the metadata state, the surest first, those of changes last.
pub(super) fn dates(tree: &Tree, root: usize) -> Vec<Stated> {
    let (mut found, mut revised) = (Vec::new(), Vec::new());
    for at in tree.below(root) {
        let name = tree.local(at);
        if name.is_some_and(|name| REVISIONS.contains(&name)) {
            let day = tree.value(at, "norm").and_then(|value| date(tree, value));
            revised.extend(day.map(Stated::updated));
            continue;
        }
        let Some(rank) = DATES.iter().position(|(known, _)| Some(*known) == name) else {
            continue;
        };
        let key = DATES.get(rank).map_or("", |(_, key)| key);
        found.extend(
            tree.value(at, key)
                .and_then(|value| date(tree, value))
                .map(|date| (rank, date)),
        );
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.truncate(DATES.len());
    let last = revised.into_iter().max_by_key(|found| found.date);
    let found = found.into_iter().map(|(_, date)| Stated::published(date));
    found.chain(last).collect()
}

/// The full date at the start of a value that is one run.
pub(super) fn date(tree: &Tree, value: &[Run]) -> Option<(Span, Date)> {
    let first = value
        .iter()
        .find(|run| !tree.words(run).trim().is_empty())?;
    match first.text {
        None => stamp(tree.source, first.source),
        Some(_) => None,
    }
}
