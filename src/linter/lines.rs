use crate::article::Part;
use crate::finding::Location;
use crate::span::Span;

/// How far apart the counts of characters lie, in bytes: finding a column costs no more than this.
const STRIDE: usize = 1024;

/// The lines of a part, for looking up places.
pub(super) struct Lines<'a> {
    part: &'a Part,
    index: usize,
    /// Where each line starts.
    starts: Vec<usize>,
    /// The characters before each multiple of [`STRIDE`].
    counts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(part: &'a Part, index: usize) -> Self {
        let bytes = part.source.as_bytes();
        let mut starts = vec![0];
        starts.extend(
            bytes
                .iter()
                .enumerate()
                .filter(|(_, byte)| **byte == b'\n')
                .map(|(at, _)| at + 1),
        );
        let mut total = 0;
        let mut counts = vec![0];
        for chunk in bytes.chunks(STRIDE) {
            total += characters(chunk);
            counts.push(total);
        }
        Self {
            part,
            index,
            starts,
            counts,
        }
    }

    /// The place of bytes of the part's source.
    pub(super) fn location(&self, span: Span) -> Location {
        let (line, column) = self.position(span.start);
        let (end_line, end_column) = self.position(span.end);
        Location {
            part: self.index,
            source: span,
            disk: self.part.disk(span),
            line,
            column,
            end_line,
            end_column,
        }
    }

    /// Line and column of an offset, from 1.
    fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        (line, self.before(offset) - self.before(start) + 1)
    }

    /// The characters before an offset.
    fn before(&self, offset: usize) -> usize {
        let bytes = self.part.source.as_bytes();
        let offset = offset.min(bytes.len());
        let stride = offset / STRIDE;
        self.counts[stride] + characters(&bytes[stride * STRIDE..offset])
    }
}

/// The characters that start in these bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters() {
        let source = format!("é안{}\nb", "x".repeat(3000));
        let part = Part {
            source,
            ..Part::default()
        };
        let lines = Lines::new(&part, 0);
        let at = lines.location(Span::new(2, 5));
        assert_eq!((at.line, at.column, at.end_column), (1, 2, 3));
        let at = lines.location(Span::new(3005, 3006));
        assert_eq!((at.line, at.column), (1, 3003));
        let at = lines.location(Span::new(3006, 3007));
        assert_eq!(
            (at.line, at.column, at.end_line, at.end_column),
            (2, 1, 2, 2)
        );
    }
}
