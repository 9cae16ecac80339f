//! From offsets in decoded text to offsets in the file.

use crate::span::Span;

/// A stretch of characters that all take as many bytes in the text, and as many on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    source: usize,
    disk: usize,
    /// Bytes a character in the decoded text.
    decoded: u32,
    /// Bytes a character on disk.
    stored: u32,
}

/// The way from offsets in a part's source to offsets in the file on disk; by default they are the same.
///
/// It costs one entry a stretch of characters of equal width, so ASCII in UTF-16 costs one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DiskMap {
    stretches: Vec<Stretch>,
}

impl DiskMap {
    /// The map of a UTF-8 file that begins with a BOM of `bytes` bytes.
    pub(super) fn after_bom(bytes: usize) -> Self {
        let mut map = Self::default();
        if bytes > 0 {
            map.push(0, bytes, 1, 1);
        }
        map
    }

    /// Notes that a character of `decoded` bytes at `source` takes `stored` bytes at `disk`.
    /// Characters are noted in order.
    pub(super) fn push(&mut self, source: usize, disk: usize, decoded: usize, stored: usize) {
        let (decoded, stored) = (decoded as u32, stored as u32);
        if let Some(last) = self.stretches.last()
            && (last.decoded, last.stored) == (decoded, stored)
            && last.to_disk(source) == disk
        {
            return;
        }
        self.stretches.push(Stretch {
            source,
            disk,
            decoded,
            stored,
        });
    }

    /// The bytes on disk of a span of the decoded text.
    pub fn disk(&self, span: Span) -> Span {
        let start = self.stretch(span.start).to_disk(span.start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        // The end of the last character, not the start of the next: bytes may lie between them.
        let last = self.stretch(span.end - 1);
        Span::new(start, last.to_disk(last.round_up(span.end)))
    }

    fn stretch(&self, source: usize) -> Stretch {
        let after = self
            .stretches
            .partition_point(|stretch| stretch.source <= source);
        let same = Stretch {
            source: 0,
            disk: 0,
            decoded: 1,
            stored: 1,
        };
        let found = after
            .checked_sub(1)
            .and_then(|index| self.stretches.get(index));
        found.copied().unwrap_or(same)
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.stretches.len()
    }
}

impl Stretch {
    /// `source` is the start of a character, or lies inside it.
    fn to_disk(self, source: usize) -> usize {
        self.disk + (source - self.source) / self.width() * self.stored as usize
    }

    /// The end of the character that ends at `source` or after it.
    fn round_up(self, source: usize) -> usize {
        self.source + (source - self.source).next_multiple_of(self.width())
    }

    fn width(self) -> usize {
        self.decoded.max(1) as usize
    }
}
