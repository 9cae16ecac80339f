//! Direct speech and its speaker.

use super::lexicon::{Class, classes};
use super::sentence::Sentence;
use super::tags::Relation;
use super::views::Clause;
use crate::span::Span;

/// A stretch of direct speech, and who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speech {
    /// Bytes of the text, without the marks.
    pub span: Span,
    /// The words that name the speaker, if the sentences around the speech do.
    pub speaker: Option<Speaker>,
}

/// A word in one of the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Index of the sentence.
    pub sentence: usize,
    /// Index of the head of the noun phrase in it.
    pub token: usize,
}

/// Finds the speakers of direct speech (`Text::speech`), within one paragraph: `sentences` are those of the paragraph.
///
/// The speaker is the subject of a verb of saying next to the speech: `“It sank,” Okafor said`, or of the last one
/// before if the speech has a sentence of its own.
pub fn speeches(sentences: &[Sentence], speech: &[Span]) -> Vec<Speech> {
    let within = |span: &&Span| {
        sentences
            .iter()
            .any(|sentence| sentence.span.overlaps(**span))
    };
    let mut last = None;
    let mut found = Vec::new();
    for span in speech.iter().filter(within) {
        let mut beside = sentences
            .iter()
            .enumerate()
            .filter(|(_, sentence)| touches(sentence.span, *span));
        let speaker = beside.find_map(|(number, sentence)| {
            let token = speaker(sentence, speech, *span)?;
            Some(Speaker {
                sentence: number,
                token,
            })
        });
        last = speaker.or(last);
        found.push(Speech {
            span: *span,
            speaker: last,
        });
    }
    found
}

/// Whether the sentence holds a part of the speech or its closing mark.
fn touches(sentence: Span, speech: Span) -> bool {
    sentence.start <= speech.end && speech.start <= sentence.end
}

/// The subject of the verb of saying outside of the speech that is nearest to it.
fn speaker(sentence: &Sentence, speech: &[Span], span: Span) -> Option<usize> {
    let quoted = |index: usize| {
        let token = sentence.token(index).map(|token| token.span);
        token.is_some_and(|token| speech.iter().any(|speech| speech.overlaps(token)))
    };
    let distance = |index: usize| {
        let token = sentence.token(index).map_or(span, |token| token.span);
        token
            .start
            .saturating_sub(span.end)
            .max(span.start.saturating_sub(token.end))
    };
    let clauses = Clause::all(sentence).filter(|clause| {
        let verb = clause.predicate.verb;
        let known = classes(sentence.lemma(verb), sentence.tag(verb));
        let says = known.has(Class::Say)
            || known.has(Class::Claim)
            || known.has(Class::Ask)
            || known.has(Class::Deny);
        says && !quoted(verb) && !clause.predicate.negated
    });
    let subjects = clauses.filter_map(|clause| {
        let verb = clause.predicate.verb;
        let subject = clause.subject.filter(|subject| !quoted(*subject));
        // `asked the captain`, with the captain as the object
        let inverted = clause
            .objects
            .first()
            .filter(|object| !quoted(**object) && sentence.head(**object) == Some(verb));
        let speaker = subject.or(inverted.filter(|_| is_after(sentence, verb, span)).copied())?;
        Some((distance(verb), speaker))
    });
    let nearest = subjects
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, subject)| subject);
    nearest.or_else(|| according_to(sentence, &quoted))
}

/// Whether a word is the first after the speech and its mark.
fn is_after(sentence: &Sentence, index: usize, speech: Span) -> bool {
    let tokens = sentence.tokens().iter();
    let mut after =
        tokens.skip_while(|token| token.span.start < speech.end || token.tag.is_punctuation());
    let first = after.next().map(|token| token.span);
    first.is_some() && first == sentence.token(index).map(|token| token.span)
}

/// `police` of `according to police`.
fn according_to(sentence: &Sentence, quoted: &impl Fn(usize) -> bool) -> Option<usize> {
    let mut according = (0..sentence.tokens().len()).filter(|index| {
        matches!(sentence.lemma(*index), "accord" | "according") && !quoted(*index)
    });
    let to = sentence.child(according.next()?, Relation::Prep)?;
    sentence.child(to, Relation::Pobj)
}
