//! Notes about the article itself are prose for no check.

use super::{Flag, Spot};
use crate::language::notes::{continues_note, is_note, opens_note};
use crate::span::Span;
use crate::text::Text;

/// Whether a finding, or what it is compared with, is in a note about the article.
pub(crate) fn is_in_note(text: &Text, flag: &Flag) -> bool {
    let related = flag.related.iter().map(|(spot, _)| spot);
    let mut spots = std::iter::once(&flag.at).chain(related);
    spots.any(|spot| match spot {
        Spot::Text(span) => is_noted(text, *span),
        Spot::Source { .. } => false,
    })
}

/// Whether words are in a note about the article: `This article was amended on …`, and what goes on from it.
fn is_noted(text: &Text, span: Span) -> bool {
    /// No note has more sentences.
    const MOST: usize = 6;
    let Some(own) = text.sentence_at(span.start) else {
        return false;
    };
    let sentences = text.sentences();
    let Some(block) = sentences.get(own).map(|sentence| sentence.block) else {
        return false;
    };
    let start = text.blocks().get(block).map(|block| block.span);
    if start.is_some_and(|block| opens_note(block.of(text.as_str()))) {
        return true;
    }
    for index in (own.saturating_sub(MOST)..=own).rev() {
        let Some(sentence) = sentences.get(index).filter(|other| other.block == block) else {
            return false;
        };
        let words = sentence.span.of(text.as_str());
        if is_note(words) {
            return true;
        }
        if !continues_note(words) {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, silent};
    use jiff::civil::date;

    #[test]
    fn no_check_reads_notes() {
        let today = Some(date(2025, 11, 3));
        for (check, text) in [
            (
                "future-past",
                "The pier shut.\n\nThis article was amended on 12 November 2025. It was published on Nov. 9, 2025, in print.",
            ),
            (
                "future-past",
                "Correction, Nov. 9: The board met on Nov. 8, 2025.",
            ),
            (
                "weekday",
                "This article was amended on Monday, 12 November 2025.",
            ),
            (
                "impossible-date",
                "A previous version of this article gave the day as 31 November.",
            ),
        ] {
            silent(check, text, today);
        }
        finds(
            "impossible-date",
            "The board met on 31 November.\n\nThis article was amended on 12 November 2025.",
            today,
            &[("31 November", None)],
        );
    }
}
