//! The map from the normalised text back to the source.

use crate::span::Span;

use super::Place;

/// A stretch of normalised text that came from one stretch of source, up to the next piece's `norm`. A long file has
/// millions, so each takes 16 bytes.
#[derive(Clone, Copy, Debug)]
struct Piece {
    norm: u32,
    /// Where it begins in the source.
    start: u32,
    /// Its bytes there, and in the lowest bit whether they are, byte for byte, the same: else the whole piece stands for
    /// all of them.
    len_and_same: u32,
    /// Counts the places where the source skips over markup.
    stretch: u32,
}

impl Piece {
    fn new(norm: usize, origin: Origin) -> Piece {
        let len = short(origin.source.len()).min(u32::MAX >> 1);
        Piece {
            norm: short(norm),
            start: short(origin.source.start),
            len_and_same: len << 1 | u32::from(origin.same),
            stretch: origin.stretch,
        }
    }

    fn source(self) -> Span {
        let start = self.start as usize;
        Span::new(start, start + (self.len_and_same >> 1) as usize)
    }

    fn same(self) -> bool {
        self.len_and_same & 1 == 1
    }
}

/// [`Text::new`](super::Text::new) reads no further than fits.
fn short(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// Breakpoints, sorted by their place in the normalised text; one run of plain characters costs one.
#[derive(Clone, Debug, Default)]
pub(super) struct SourceMap {
    pieces: Vec<Piece>,
    /// The first stretch of each part, with its index: a part begins a stretch.
    parts: Vec<(u32, u32)>,
}

impl SourceMap {
    /// Notes that `len` bytes appended at `norm` came from `source`.
    pub(super) fn push(&mut self, norm: usize, origin: Origin) {
        if self
            .parts
            .last()
            .is_none_or(|(_, part)| *part != origin.part)
        {
            self.parts.push((origin.stretch, origin.part));
        }
        if let Some(last) = self.pieces.last_mut()
            && last.same() == origin.same
            && last.stretch == origin.stretch
        {
            let before = last.source();
            if origin.same && before.end == origin.source.start {
                let source = before.to(origin.source);
                *last = Piece::new(last.norm as usize, Origin { source, ..origin });
                return;
            }
            if !origin.same && before == origin.source {
                return;
            }
        }
        self.pieces.push(Piece::new(norm, origin));
    }

    /// The place of a span of the normalised text.
    pub(super) fn place(&self, span: Span) -> Place {
        let (Some(first), Some(last)) = (
            self.at(span.start),
            self.at(span.end.saturating_sub(1).max(span.start)),
        ) else {
            return Place {
                part: 0,
                span: Span::default(),
                whole: true,
            };
        };
        let (from, until) = (first.source(), last.source());
        let start = match first.same() {
            true => (from.start + (span.start - first.norm as usize)).min(from.end),
            false => from.start,
        };
        let part = self.part(first.stretch);
        if span.is_empty() {
            return Place {
                part,
                span: Span::new(start, start),
                whole: true,
            };
        }
        let end = match last.same() {
            true => (until.start + span.end.saturating_sub(last.norm as usize)).min(until.end),
            false => until.end,
        };
        Place {
            part,
            span: Span::new(start, end.max(start)),
            whole: first.stretch == last.stretch,
        }
    }

    /// The part that a stretch is of.
    fn part(&self, stretch: u32) -> usize {
        let after = self.parts.partition_point(|(first, _)| *first <= stretch);
        let own = self.parts.get(after.saturating_sub(1));
        own.map_or(0, |(_, part)| *part as usize)
    }

    /// The piece that holds the byte at `norm`.
    fn at(&self, norm: usize) -> Option<Piece> {
        let after = self
            .pieces
            .partition_point(|piece| piece.norm as usize <= norm);
        self.pieces.get(after.saturating_sub(1)).copied()
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }
}

/// Where a bit of normalised text came from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    pub(super) source: Span,
    pub(super) same: bool,
    pub(super) part: u32,
    pub(super) stretch: u32,
}
