//! Patterns of statements that find nothing, or nothing that another does not.

use super::{Note, Remark, Review};
use crate::article::{Article, Format};
use crate::facts::{Kind, Pattern, Piece, Severity};
use crate::span::Span;
use crate::text::Text;

pub(super) static DEAD: Remark = Remark {
    id: "dead-pattern",
    severity: Severity::Warning,
    about: "A pattern of a statement that can never find anything: it states nothing that could be wrong, all its words \
            may be left out, or no single sentence holds it.",
    apart: 5,
    many: "patterns can never find anything, the first",
    find: dead,
};

pub(super) static REPEATED: Remark = Remark {
    id: "repeated-pattern",
    severity: Severity::Info,
    about: "A statement says the same twice: two patterns, or two alternatives of one, are equal. Mostly one of the two \
            was meant to be another.",
    apart: 5,
    many: "patterns repeat what stands there, the first",
    find: repeated,
};

fn dead(review: &Review) -> Vec<Note> {
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        let Kind::Statement(statement) = &fact.kind else {
            continue;
        };
        let entry = review.entry(index);
        for (pattern, node) in statement.says.iter().zip(entry.items("says")) {
            let why = if !states(pattern, fact.table.key) {
                let label = match fact.table.key {
                    Some(_) => "no slot but the key stands here",
                    None => "no slot stands here",
                };
                Some((
                    "states nothing that could be wrong",
                    label,
                    "put a slot where the wrong word would stand: `the budget of {year}`",
                ))
            } else if pattern.anchors().iter().all(String::is_empty) && !has_phrases(fact) {
                Some((
                    "is never looked for",
                    "no word of this must be there",
                    "take the square brackets off a word that always stands there",
                ))
            } else if leaves_the_sentence(pattern) {
                Some((
                    "is never found",
                    "a sentence ends in the middle of this",
                    "a pattern is looked for in one sentence: cut it at the end of the sentence",
                ))
            } else {
                None
            };
            if let Some((what, label, help)) = why {
                let message = format!("a pattern of `{}` {what}", fact.id);
                let span: Span = node.span().into();
                notes.push(Note::new(&DEAD, index, message, help).label(entry, span, label));
            }
        }
    }
    notes
}

/// Whether a pattern reads something other than the key; patterns nest no deeper than their brackets do.
fn states(pattern: &Pattern, key: Option<usize>) -> bool {
    pattern.0.iter().any(|piece| match piece {
        Piece::Slot(column) => Some(*column) != key,
        Piece::Choice(arms) => arms.iter().any(|arm| states(arm, key)),
        Piece::Maybe(inner) => states(inner, key),
        Piece::Words(_) | Piece::Gap => false,
    })
}

/// Whether words that must stand side by side stand in two sentences.
fn leaves_the_sentence(pattern: &Pattern) -> bool {
    pattern.0.iter().any(|piece| match piece {
        Piece::Words(words) => Article::from_text("pattern", words.as_str(), Format::PLAIN)
            .is_ok_and(|article| Text::new(&article).sentences().len() > 1),
        _ => false,
    })
}

fn repeated(review: &Review) -> Vec<Note> {
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        let Kind::Statement(statement) = &fact.kind else {
            continue;
        };
        let entry = review.entry(index);
        let help = "take one of the two out, or write what was meant";
        let mut met: Vec<(&Pattern, Span)> = Vec::new();
        for (pattern, node) in statement.says.iter().zip(entry.items("says")) {
            let span: Span = node.span().into();
            if let Some((_, first)) = met.iter().find(|(other, _)| *other == pattern) {
                let message = format!("a pattern of `{}` stands there twice", fact.id);
                let note = Note::new(&REPEATED, index, message, help);
                notes.push(note.label(entry, span, "again here").label(
                    entry,
                    *first,
                    "first here",
                ));
                continue;
            }
            if met.len() < MANY {
                met.push((pattern, span));
            }
            if let Some(words) = twice(pattern) {
                let message = format!(
                    "an alternative of a pattern of `{}` stands there twice",
                    fact.id
                );
                let at = entry.last(span, &words).unwrap_or(span);
                let note = Note::new(&REPEATED, index, message, help);
                notes.push(note.label(entry, at, "again here"));
            }
        }
    }
    notes
}

/// How many patterns of one statement are compared with each other.
const MANY: usize = 200;

/// An alternative that stands twice in one bracket; its words, where it is nothing else.
fn twice(pattern: &Pattern) -> Option<String> {
    pattern.0.iter().find_map(|piece| match piece {
        Piece::Choice(arms) => {
            let arms = &arms[..arms.len().min(MANY)];
            let again = arms.iter().enumerate().find(|(at, arm)| {
                let before = &arms[..*at];
                before.contains(arm)
            });
            again
                .map(|(_, arm)| match arm.0.as_slice() {
                    [Piece::Words(words)] => words.clone(),
                    _ => String::new(),
                })
                .or_else(|| arms.iter().find_map(twice))
        }
        Piece::Maybe(inner) => twice(inner),
        _ => None,
    })
}

/// Whether some value is in words: these are looked for where a pattern has none of its own.
fn has_phrases(fact: &crate::facts::Fact) -> bool {
    let cells = fact.table.records.iter().flat_map(|record| &record.cells);
    cells
        .flatten()
        .any(|value| matches!(value, crate::facts::Value::Phrase(_)))
}
