//! `<pre>` in news markup: line-ups, scores and tables set in columns, or copy with hard line breaks.

use super::{BlockKind, is_blank};
use crate::article::flat::Flat;
use crate::article::tree::Tree;
use crate::article::{Block, Run, plain};
use crate::span::Span;

/// The elements of NITF that hold a `<pre>` of text; that of a page is code.
const NEWS: &[&str] = &["body.content", "body.head", "body.end", "block", "nitf"];

/// How far above a `<pre>` they are looked for.
const DEEPEST: usize = 32;

/// In wrapped copy all lines but the last of a paragraph are as long as this.
const WRAPPED: usize = 40;

/// Whether a `<pre>` holds prose.
pub(super) fn is_prose(tree: &Tree, at: usize) -> bool {
    let around = std::iter::successors(tree.parent(at), |at| tree.parent(*at));
    around
        .take(DEEPEST)
        .any(|at| tree.local(at).is_some_and(|name| NEWS.contains(&name)))
}

/// The blocks of preformatted text: paragraphs where it is wrapped copy, else one a column of a line.
pub(super) fn blocks(tree: &Tree, at: usize, kind: BlockKind) -> Vec<Block> {
    let runs: Vec<Run> = tree.runs(at).cloned().collect();
    let flat = Flat::of(tree.source, &runs);
    let mut out = Vec::new();
    for (place, own) in places(&flat.text) {
        let mut runs = Vec::new();
        let whole = Run {
            source: place,
            text: None,
        };
        flat.runs(&whole, &mut runs);
        let kind = if kind == BlockKind::Paragraph {
            own
        } else {
            kind
        };
        if !is_blank(tree, &runs) {
            out.push(Block { kind, runs });
        }
    }
    out
}

/// Where the blocks of a text stand.
fn places(text: &str) -> Vec<(Span, BlockKind)> {
    let mut out = Vec::new();
    for group in groups(text) {
        let lines: Vec<Span> = lines(text, group).collect();
        let wrapped = lines.len() > 1
            && lines.split_last().is_some_and(|(_, long)| {
                long.iter()
                    .all(|line| line.len() >= WRAPPED && columns(text, *line).count() == 1)
            });
        if wrapped {
            out.extend(plain::text(group.of(text)).into_iter().map(|block| {
                let span = block.source();
                (
                    Span::new(group.start + span.start, group.start + span.end),
                    block.kind,
                )
            }));
            continue;
        }
        for line in lines {
            let columns: Vec<Span> = columns(text, line).collect();
            let kind = if columns.len() > 1 {
                BlockKind::Cell
            } else {
                BlockKind::Paragraph
            };
            out.extend(columns.into_iter().map(|column| (column, kind)));
        }
    }
    out
}

/// The stretches between blank lines.
fn groups(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open = false;
    for line in lines(text, Span::new(0, text.len())) {
        let blank = line.of(text).trim().is_empty();
        match out.last_mut().filter(|_| open && !blank) {
            Some(last) => last.end = line.end,
            None if !blank => out.push(line),
            None => (),
        }
        open = !blank;
    }
    out
}

fn lines(text: &str, within: Span) -> impl Iterator<Item = Span> {
    split(text, within, |rest| {
        let end = rest.find('\n')?;
        Some((end, end + 1))
    })
}

/// The columns of a line, which a tab or three spaces part.
fn columns(text: &str, line: Span) -> impl Iterator<Item = Span> {
    let gap = |rest: &str| {
        let end = [rest.find('\t'), rest.find("   ")]
            .into_iter()
            .flatten()
            .min()?;
        let after = rest.get(end..)?;
        Some((
            end,
            rest.len() - after.trim_start_matches([' ', '\t']).len(),
        ))
    };
    split(text, line, gap).filter(move |column| !column.of(text).trim().is_empty())
}

/// The stretches of a text that `gap` parts: it gives where the first one of a text ends, and where the next begins.
fn split(
    text: &str,
    within: Span,
    gap: impl Fn(&str) -> Option<(usize, usize)>,
) -> impl Iterator<Item = Span> {
    let mut next = Some(within.start);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = text.get(start..within.end)?;
        let (end, after) = gap(rest).map_or((rest.len(), None), |(end, after)| {
            (end, Some(start + after))
        });
        next = after;
        Some(Span::new(start, start + end))
    })
}
