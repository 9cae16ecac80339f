//! Facts that their own `unless` silences.

use super::{Note, Remark, Review};
use crate::facts::{Fact, Kind, Pattern, Piece, Severity};
use crate::text::{fold, normalize};

pub(super) static REMARK: Remark = Remark {
    id: "silenced",
    severity: Severity::Warning,
    about: "A phrase of `unless` stands in every sentence that the fact could be checked in: the phrase is part of all \
            its titles, names or patterns. The fact never finds anything.",
    apart: 5,
    many: "facts are silenced by their own `unless`, the first",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        if fact.unless.is_empty() {
            continue;
        }
        let needed = needed(fact);
        if needed.is_empty() {
            continue;
        }
        let silences = |phrase: &&String| {
            needed
                .iter()
                .all(|words| words.iter().any(|words| holds(words, phrase)))
        };
        if let Some(phrase) = fact.unless.iter().find(silences) {
            let message = format!("`unless` silences `{}` everywhere", fact.id);
            let help = "take the phrase out, or write a longer one that tells when not to check";
            let at = review.written.phrase(index, "unless", phrase);
            let label = "every such sentence holds this";
            notes.push(Note::new(&REMARK, index, message, help).label(
                review.entry(index),
                at,
                label,
            ));
        }
    }
    notes
}

/// For each way in which a sentence may come to be checked the words that it must hold.
fn needed(fact: &Fact) -> Vec<Vec<&str>> {
    match &fact.kind {
        Kind::Office(office) => office.titles.iter().map(|title| vec![&**title]).collect(),
        Kind::Event(event) => event.names.iter().map(|name| vec![&**name]).collect(),
        Kind::Statement(statement) => statement.says.iter().map(fixed).collect(),
        Kind::Entity(_) | Kind::Figure(_) | Kind::Affiliation(_) => Vec::new(),
    }
}

/// The words that stand in every sentence of a pattern.
fn fixed(pattern: &Pattern) -> Vec<&str> {
    let words = pattern.0.iter().filter_map(|piece| match piece {
        Piece::Words(words) => Some(&**words),
        _ => None,
    });
    words.collect()
}

/// Whether a phrase stands in longer words as whole words.
fn holds(words: &str, phrase: &str) -> bool {
    let fold = |text: &str| format!(" {} ", fold(&normalize(text)));
    fold(words).contains(&fold(phrase))
}
