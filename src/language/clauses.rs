//! Sentences into clauses.

use super::lists::WordList;
use super::tense;
use crate::span::Span;

/// Words that open a clause of their own after a comma, where a verb follows.
static JOINING: WordList = WordList::new(
    "and but or while as whereas though although because so yet after before when if since until where that with",
);

/// Words that open a relative clause after a comma, whatever follows.
static RELATIVE: WordList = WordList::new("which who whose whom where");

/// Words that open a clause even without a comma, where a verb follows.
static ALONE: WordList = WordList::new("while but whereas although though because");

/// Subjects that nothing before `and` can share, so that a clause of its own begins with them.
static SUBJECTS: WordList = WordList::new("he she they we it there");

/// Splits a sentence into clauses: contiguous pieces in order, without the spaces and signs between them.
///
/// A clause ends at `;` and `—`, before `, and`, `, but`, `, while` and their like where a verb follows, before
/// `, which` and `, who`, and at the comma that ends such a relative clause. What interrupts a clause leaves its two
/// halves as two pieces.
pub fn clauses(text: &str, sentence: Span) -> Vec<Span> {
    let Some(slice) = text.get(sentence.range()) else {
        return Vec::new();
    };
    let mut clauses = Vec::new();
    let mut start = 0;
    let mut relative = false;
    let mut push = |from: usize, to: usize| {
        let piece = slice.get(from..to).unwrap_or_default();
        let left = piece.len() - piece.trim_start_matches([' ', ',', ';', '—']).len();
        let trimmed = piece.trim_matches([' ', ',', ';', '—']);
        if !trimmed.is_empty() {
            let begin = sentence.start + from + left;
            clauses.push(Span::new(begin, begin + trimmed.len()));
        }
    };
    for (at, c) in slice.char_indices() {
        let next = at + c.len_utf8();
        let after = slice.get(next..).unwrap_or_default();
        let cut = match c {
            ';' | '—' => {
                relative = false;
                true
            }
            ',' if after.starts_with(' ') => {
                let word = first_word(after);
                if RELATIVE.has(word) {
                    relative = true;
                    true
                } else if relative && !is_in(word, &["and", "or"]) {
                    relative = false;
                    true
                } else {
                    let here = Span::new(sentence.start + next + 1 + word.len(), sentence.end);
                    let split = JOINING.has(word)
                        && tense::has_verb(text, until_comma(text, here))
                        && tense::has_verb(
                            text,
                            Span::new(sentence.start + start, sentence.start + at),
                        );
                    relative &= !split;
                    split
                }
            }
            // Most words begin with another letter.
            ' ' if !after.starts_with(['a', 'b', 't', 'w', 'A', 'B', 'T', 'W']) => false,
            ' ' if ALONE.has(first_word_at(after)) => {
                let word = first_word_at(after);
                let here = Span::new(sentence.start + next + word.len(), sentence.end);
                tense::has_verb(text, until_comma(text, here))
            }
            ' ' if is_in(first_word_at(after), &["and"]) => {
                let rest = after.get("and".len()..).unwrap_or_default();
                let word = first_word(rest);
                let here = Span::new(sentence.start + next + 4 + word.len(), sentence.end);
                let left = Span::new(sentence.start + start, sentence.start + at);
                rest.starts_with(' ')
                    && SUBJECTS.has(word)
                    && tense::has_verb(text, left)
                    && tense::has_verb(text, next_words(text, here))
            }
            _ => false,
        };
        if cut {
            push(start, at);
            start = next;
        }
    }
    push(start, slice.len());
    clauses
}

/// The first word after a space.
fn first_word(after: &str) -> &str {
    first_word_at(after.strip_prefix(' ').unwrap_or(after))
}

fn first_word_at(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn is_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}

/// The few words in which a verb follows its subject.
fn next_words(text: &str, span: Span) -> Span {
    let near = until_comma(text, span);
    let slice = text.get(near.range()).unwrap_or_default();
    let spaces = slice.char_indices().filter(|(_, c)| *c == ' ');
    let end = spaces.map(|(at, _)| at).nth(4).unwrap_or(slice.len());
    Span::new(near.start, near.start + end)
}

/// The span up to its first comma, semicolon or dash, and no further than a verb may be looked for.
fn until_comma(text: &str, span: Span) -> Span {
    let slice = text.get(span.range()).unwrap_or_default();
    let mut end = slice.len();
    for (at, c) in slice.char_indices().take(400) {
        let comma = c == ',' && slice.get(at..).is_some_and(|rest| rest.starts_with(", "));
        if comma || matches!(c, ';' | '—') {
            end = at;
            break;
        }
    }
    Span::new(span.start, span.start + end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn splits(text: &str, pieces: &[&str]) {
        let found = clauses(text, Span::new(0, text.len()));
        let found: Vec<_> = found.into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, pieces);
    }

    #[test]
    fn words_that_open_clauses_alone_begin_with_few_letters() {
        assert!(ALONE.first_letters().all(|first| b"abtw".contains(&first)));
    }

    #[test]
    fn sentences_into_clauses() {
        splits(
            "The army has 450,000 troops.",
            &["The army has 450,000 troops."],
        );
        splits(
            "The army has 450,000 troops, and 28,500 more are stationed in the country.",
            &[
                "The army has 450,000 troops",
                "and 28,500 more are stationed in the country.",
            ],
        );
        splits(
            "The court sat; the senate did not.",
            &["The court sat", "the senate did not."],
        );
        splits(
            "The bank, which raised rates in May, will meet on Tuesday.",
            &[
                "The bank",
                "which raised rates in May",
                "will meet on Tuesday.",
            ],
        );
        splits(
            "The bank raised rates while the lira was falling.",
            &["The bank raised rates", "while the lira was falling."],
        );
        splits(
            "He met ministers, generals, and aides.",
            &["He met ministers, generals, and aides."],
        );
        splits(
            "The army has 450,000 troops and it hosts 28,500 more.",
            &["The army has 450,000 troops", "and it hosts 28,500 more."],
        );
        splits(
            "Officials said the army and the navy have 450,000 troops.",
            &["Officials said the army and the navy have 450,000 troops."],
        );
        splits("It was big — and it grew.", &["It was big", "and it grew."]);
    }

    proptest! {
        #[test]
        fn clauses_are_pieces_in_order(text in "([a-z]{1,4}|, and|, which|;|—| |while was|é){0,30}") {
            let mut end = 0;
            for span in clauses(&text, Span::new(0, text.len())) {
                prop_assert!(end <= span.start && span.start < span.end);
                prop_assert!(text.get(span.range()).is_some());
                end = span.end;
            }
        }
    }
}
