//! The map from the normalised text back to the source.

use crate::span::Span;

use super::Place;

/// A stretch of normalised text that came from one stretch of source, up to the next piece's `norm`.
#[derive(Clone, Copy, Debug)]
struct Piece {
    norm: usize,
    source: Span,
    /// Byte for byte the same; else the whole piece stands for the whole of `source`.
    same: bool,
    part: u32,
    /// Counts the places where the source skips over markup.
    stretch: u32,
}

/// Breakpoints, sorted by their place in the normalised text; one run of plain characters costs one.
#[derive(Clone, Debug, Default)]
pub(super) struct SourceMap {
    pieces: Vec<Piece>,
}

impl SourceMap {
    /// Notes that `len` bytes appended at `norm` came from `source`.
    pub(super) fn push(&mut self, norm: usize, origin: Origin) {
        let Origin {
            source,
            same,
            part,
            stretch,
        } = origin;
        if let Some(last) = self.pieces.last_mut()
            && last.same == same
            && last.part == part
            && last.stretch == stretch
        {
            if same && last.source.end == source.start {
                last.source.end = source.end;
                return;
            }
            if !same && last.source == source {
                return;
            }
        }
        self.pieces.push(Piece {
            norm,
            source,
            same,
            part,
            stretch,
        });
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
        let start = match first.same {
            true => (first.source.start + (span.start - first.norm)).min(first.source.end),
            false => first.source.start,
        };
        if span.is_empty() {
            return Place {
                part: first.part as usize,
                span: Span::new(start, start),
                whole: true,
            };
        }
        let end = match last.same {
            true => (last.source.start + span.end.saturating_sub(last.norm)).min(last.source.end),
            false => last.source.end,
        };
        Place {
            part: first.part as usize,
            span: Span::new(start, end.max(start)),
            whole: first.part == last.part && first.stretch == last.stretch,
        }
    }

    /// The piece that holds the byte at `norm`.
    fn at(&self, norm: usize) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.norm <= norm);
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
