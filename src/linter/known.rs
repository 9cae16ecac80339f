//! What a check marks, where it speaks of names that the facts know or that a sentence only cites.

use super::Linter;
use crate::article::Article;
use crate::checks::{Flag, Spot};
use crate::claims::cited;
use crate::claims::scene::{Missed, Scene};
use crate::language::corrections;
use crate::mentions::{Hit, Page, Use};
use crate::span::Span;
use crate::text::{Text, fold};

impl Linter {
    /// Whether a check marks a name that some fact knows to be right, or holds it against one that a fact knows to be wrong.
    pub(super) fn is_known(
        &self,
        text: &Text,
        flag: &Flag,
        missed: &[Missed],
        hits: &[Hit],
    ) -> bool {
        let Spot::Text(span) = flag.at else {
            return false;
        };
        let words: Vec<&str> = span.of(text.as_str()).split_whitespace().collect();
        // A title that nobody listed may stand in front of the name.
        let right = (0..words.len().saturating_sub(1)).any(|from| {
            let name = fold(&words.get(from..).unwrap_or_default().join(" "));
            self.names.are_right(&name)
        });
        let wrong = |place: &Span| {
            let mut missed = near(missed, |missed| missed.span, text, *place);
            let mut hits = near(hits, |hit| hit.span, text, *place);
            missed.any(|_| true) || hits.any(|hit| hit.is_any(|r#use| r#use == Use::Reject))
        };
        let against = flag.related.iter().any(|(spot, _)| match spot {
            Spot::Text(place) => wrong(place),
            Spot::Source { .. } => false,
        });
        right || against
    }
}

/// Whether a check marks a name that its sentence only cites: `not Petra Lindhome`.
pub(super) fn is_cited(article: &Article, text: &Text, flag: &Flag) -> bool {
    let Spot::Text(span) = flag.at else {
        return false;
    };
    text.sentence_at(span.start).is_some_and(|index| {
        let page = Page::at(article, text, index..index + 1);
        let scene = Scene::new(&page, index, &[], &[], None);
        cited::is_cited(&scene, span)
    })
}

/// Whether a check marks something in a notice that corrects the article.
pub(super) fn is_in_correction(text: &Text, flag: &Flag) -> bool {
    let Spot::Text(span) = flag.at else {
        return false;
    };
    let sentence = text.sentence_at(span.start);
    let sentence = sentence.and_then(|index| text.sentences().get(index));
    sentence.is_some_and(|sentence| corrections::is_correction(sentence.span.of(text.as_str())))
}

/// What of a list, which is sorted by start, overlaps a place: it stands in the same block.
fn near<'l, T>(
    list: &'l [T],
    span: impl Fn(&T) -> Span + Copy,
    text: &Text,
    place: Span,
) -> impl Iterator<Item = &'l T> {
    let block = text.block_at(place.start).map(|block| text.blocks()[block]);
    let start = block.map_or(0, |block| block.span.start);
    let from = list.partition_point(|it| span(it).start < start);
    let inside = list[from..].iter();
    let inside = inside.take_while(move |it| span(it).start < place.end);
    inside.filter(move |it| span(it).overlaps(place))
}
