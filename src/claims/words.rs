//! The words of a sentence, as the claim readers walk over them.

use crate::language::footnotes;
use crate::span::Span;

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// Letters first; hyphens, apostrophes and dots inside belong to it (`Gyu-back`, `O'Brien`, `U.S.`, `Gen.`).
    Word,
    /// Digits first, to the next space or sign (`28,500`, `57th`, `28,500-strong`).
    Number,
    /// `'s`, or the lone `'` after a plural.
    Possessive,
    /// Any other sign.
    Sign,
}

/// A word or sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place in the normalised text.
    pub span: Span,
    /// What it is.
    pub kind: WordKind,
    /// It starts with a capital letter.
    pub capital: bool,
}

/// Abbreviations that keep their dot inside a sentence.
const DOTTED: &[&str] = &[
    "Gen", "Lt", "Sen", "Rep", "Dr", "Mr", "Mrs", "Ms", "Gov", "St", "Jr", "Sr", "Adm", "Col",
    "Maj", "Sgt", "Capt", "Prof", "Rev", "Cmdr", "Brig", "Hon", "Messrs", "Mt", "Ft", "Mx", "Cpl",
    "Pvt", "Vice-Adm", "Supt", "Det", "Insp",
];

/// Splits a part of the text into words and signs, without the marks behind a number (`14,200*`).
pub fn words(text: &str, span: Span) -> Vec<Word> {
    let slice = span.of(text);
    let mut words = Vec::new();
    let mut chars = slice.char_indices().peekable();
    while let Some((at, first)) = chars.next() {
        if first.is_whitespace() {
            continue;
        }
        let rest = &slice[at..];
        if first == '\''
            && words
                .last()
                .is_some_and(|word: &Word| word.span.end == span.start + at)
        {
            let after = rest[1..].chars().next();
            let is_s =
                matches!(after, Some('s' | 'S')) && !rest[2..].starts_with(char::is_alphanumeric);
            let plural =
                slice[..at].ends_with(['s', 'S']) && !after.is_some_and(char::is_alphanumeric);
            if is_s || plural {
                if is_s {
                    chars.next();
                }
                let end = span.start + at + 1 + usize::from(is_s);
                words.push(Word {
                    span: Span::new(span.start + at, end),
                    kind: WordKind::Possessive,
                    capital: false,
                });
                continue;
            }
        }
        let (len, kind) = if first.is_alphanumeric() {
            let kind = if first.is_numeric() {
                WordKind::Number
            } else {
                WordKind::Word
            };
            (word_len(rest), kind)
        } else {
            (first.len_utf8(), WordKind::Sign)
        };
        while chars.peek().is_some_and(|(next, _)| *next < at + len) {
            chars.next();
        }
        words.push(Word {
            span: Span::new(span.start + at, span.start + at + len),
            kind,
            capital: first.is_uppercase(),
        });
        if kind == WordKind::Number {
            let end = at + len + footnotes::marks(&slice[at + len..]);
            while chars.peek().is_some_and(|(next, _)| *next < end) {
                chars.next();
            }
        }
    }
    words
}

/// The bytes of the word at the start of `rest`.
fn word_len(rest: &str) -> usize {
    // Most words are plain letters before a space or comma.
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match rest.as_bytes()[plain..] {
        [] | [b' ', ..] if plain > 0 => return plain,
        [b',', b' ', ..] if plain > 0 => return plain,
        _ => {}
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let inner = match c {
            c if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) => true,
            '-' | '.' | ',' if at > 0 => {
                let joins = next.is_some_and(char::is_alphanumeric);
                let before = rest[..at].chars().next_back();
                let digits =
                    before.is_some_and(char::is_numeric) && next.is_some_and(char::is_numeric);
                match c {
                    ',' => digits,
                    '.' => joins,
                    _ => joins,
                }
            }
            '\'' => {
                let possessive = next.is_some_and(|next| matches!(next, 's' | 'S'))
                    && !rest[at + 2..].starts_with(char::is_alphanumeric);
                next.is_some_and(char::is_alphanumeric) && !possessive
            }
            _ => false,
        };
        if !inner {
            break;
        }
        end = at + c.len_utf8();
    }
    let word = &rest[..end];
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    let dotted = word.contains('.') && word.chars().all(|c| c == '.' || c.is_alphabetic());
    if rest[end..].starts_with('.') && (initial || dotted || DOTTED.contains(&word)) {
        end + 1
    } else {
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        words(text, Span::new(0, text.len()))
            .iter()
            .map(|word| word.span.of(text))
            .collect()
    }

    #[test]
    fn words_and_signs() {
        assert_eq!(
            split("The U.S. chief, Lt. Gen. Ahn Gyu-back's 28,500-strong force."),
            [
                "The",
                "U.S.",
                "chief",
                ",",
                "Lt.",
                "Gen.",
                "Ahn",
                "Gyu-back",
                "'s",
                "28,500-strong",
                "force",
                ".",
            ]
        );
        assert_eq!(
            split("O'Brien met ministers' aides (don't)"),
            [
                "O'Brien",
                "met",
                "ministers",
                "'",
                "aides",
                "(",
                "don't",
                ")"
            ]
        );
        assert_eq!(split("8.2% of 1,450"), ["8.2", "%", "of", "1,450"]);
        assert_eq!(split("안규백이 É."), ["안규백이", "É."]);
    }
}
