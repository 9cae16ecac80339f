//! Sentences.

use super::{Sentence, TextBlock};
use crate::span::Span;

/// Splits every block into sentences.
pub(super) fn split(norm: &str, blocks: &[TextBlock]) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        let text = block.span.of(norm);
        let mut start = 0;
        for (at, _) in text.match_indices(['.', '!', '?']) {
            let rest = &text[at + 1..];
            let closed = rest.trim_start_matches(['"', '\'', ')', '.']);
            let word = text[start..at].rsplit(' ').next().unwrap_or_default();
            let short = word.len() <= 4 && word.starts_with(char::is_uppercase);
            if closed.starts_with(' ') && !short && at >= start {
                let end = text.len() - closed.len();
                out.push(Sentence {
                    span: Span::new(block.span.start + start, block.span.start + end),
                    block: number,
                });
                start = end + 1;
            }
        }
        if start < text.len() {
            out.push(Sentence {
                span: Span::new(block.span.start + start, block.span.end),
                block: number,
            });
        }
    }
    out
}
