//! Direct speech.

use super::TextBlock;
use super::normal::Mark;
use crate::article::BlockKind;
use crate::span::Span;

/// Finds the stretches of direct speech, in order, none overlapping another.
pub(super) fn find(_norm: &str, blocks: &[TextBlock], marks: &[Mark]) -> Vec<Span> {
    let mut out = Vec::new();
    for block in blocks {
        if block.kind == BlockKind::Quotation {
            out.push(block.span);
            continue;
        }
        let from = marks.partition_point(|mark| mark.at < block.span.start);
        let to = marks.partition_point(|mark| mark.at < block.span.end);
        let mut open = None;
        for mark in &marks[from..to] {
            match (mark.original, open) {
                ('"' | '\u{201C}', None) => open = Some(mark.at + 1),
                ('"' | '\u{201D}', Some(start)) => {
                    out.push(Span::new(start, mark.at));
                    open = None;
                }
                _ => (),
            }
        }
        if let Some(start) = open {
            out.push(Span::new(start, block.span.end));
        }
    }
    out
}
