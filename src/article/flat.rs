//! The text of a block on one line, and the way back from it to the source.

use std::borrow::Cow;

use super::{Block, Run};
use crate::span::Span;

/// The text of a block, and where each bit of it stands.
pub(super) struct Flat<'a> {
    pub(super) text: Cow<'a, str>,
    /// Where a run begins in the text, its bytes in the source, and whether it is those bytes.
    pieces: Vec<(usize, Span, bool)>,
    /// How many bytes were cut off before the text.
    start: usize,
}

impl<'a> Flat<'a> {
    /// The very bytes of the source, markup and all.
    pub(super) fn raw(source: &'a str, block: &Block) -> Self {
        let span = block.source();
        Self {
            text: Cow::Borrowed(source.get(span.range()).unwrap_or_default()),
            pieces: vec![(0, span, true)],
            start: 0,
        }
    }

    /// The runs, where a line end of the source is a space, without space around them.
    pub(super) fn of_runs(source: &'a str, block: &Block) -> Self {
        let mut flat = Self::of(source, &block.runs);
        let text = flat.text.to_mut();
        let breaks: Vec<usize> = block
            .runs
            .iter()
            .zip(&flat.pieces)
            .filter_map(|(run, piece)| {
                run.text
                    .as_deref()
                    .is_some_and(|text| text == "\n")
                    .then_some(piece.0)
            })
            .collect();
        let mut breaks = breaks.into_iter().peekable();
        let line: String = text
            .char_indices()
            .map(|(at, c)| {
                let is_break = breaks.next_if_eq(&at).is_some();
                match c {
                    '\n' | '\r' | '\t' if !is_break => ' ',
                    c => c,
                }
            })
            .collect();
        let start = line.len() - line.trim_start().len();
        *text = line.trim().to_string();
        flat.start = start;
        flat
    }

    /// The runs, where a line break of Markdown, soft or hard, parts lines.
    pub(super) fn of_lines(source: &'a str, block: &Block) -> Self {
        let runs = block.runs.iter().map(|run| {
            let breaks = run.text.as_deref() == Some(" ")
                && source
                    .get(run.source.range())
                    .is_some_and(|text| text.contains(['\n', '\r']));
            match breaks {
                true => Run {
                    text: Some("\n".to_string()),
                    ..run.clone()
                },
                false => run.clone(),
            }
        });
        Self::of(source, &runs.collect::<Vec<_>>())
    }

    /// The runs as they are.
    pub(super) fn of(source: &'a str, runs: &[Run]) -> Self {
        let mut text = String::new();
        let mut pieces = Vec::with_capacity(runs.len());
        for run in runs {
            pieces.push((text.len(), run.source, run.text.is_none()));
            text.push_str(match &run.text {
                Some(text) => text,
                None => source.get(run.source.range()).unwrap_or_default(),
            });
        }
        Self {
            text: Cow::Owned(text),
            pieces,
            start: 0,
        }
    }

    /// The runs of the source that a run of this text stands for.
    pub(super) fn runs(&self, run: &Run, out: &mut Vec<Run>) {
        if run.text.is_some() {
            out.push(Run {
                source: self.place(run.source),
                text: run.text.clone(),
            });
            return;
        }
        let Span { mut start, end } = run.source;
        let first = self
            .pieces
            .partition_point(|(at, ..)| *at <= start)
            .saturating_sub(1);
        for (index, &(at, source, verbatim)) in self.pieces.iter().enumerate().skip(first) {
            if at >= end {
                break;
            }
            let next = self
                .pieces
                .get(index + 1)
                .map_or(self.text.len(), |piece| piece.0);
            let until = next.min(end);
            if until <= start {
                continue;
            }
            out.push(match verbatim {
                true => Run {
                    source: Span::new(source.start + start - at, source.start + until - at),
                    text: None,
                },
                false => Run {
                    source,
                    text: self.text.get(start..until).map(str::to_string),
                },
            });
            start = until;
        }
    }

    /// The bytes of the source that a stretch of the text stands for.
    pub(super) fn place(&self, span: Span) -> Span {
        let start = self.at(span.start, false);
        Span::new(start, self.at(span.end, true).max(start))
    }

    /// The place of an offset, as the start of what follows or as the end of what is before it.
    fn at(&self, offset: usize, end: bool) -> usize {
        let offset = offset + self.start;
        let byte = offset.saturating_sub(usize::from(end));
        let after = self.pieces.partition_point(|(start, ..)| *start <= byte);
        let Some(&(start, source, verbatim)) =
            after.checked_sub(1).and_then(|at| self.pieces.get(at))
        else {
            return 0;
        };
        match (verbatim, end) {
            (true, _) => (source.start + offset - start).min(source.end),
            (false, true) => source.end,
            (false, false) => source.start,
        }
    }
}
