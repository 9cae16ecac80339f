use super::words::{self, Class};
use crate::span::Span;

/// A word, a run of digits, or a sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub span: Span,
    pub class: Class,
    /// No space between it and the token before.
    pub glued: bool,
}

/// Splits a part of the text into words, runs of ASCII digits, and signs.
pub(super) fn tokens(text: &str, part: Span) -> Vec<Token> {
    let Some(slice) = text.get(part.range()) else {
        return Vec::new();
    };
    let mut tokens = Vec::new();
    let mut chars = slice.char_indices().peekable();
    let mut glued = false;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            glued = false;
            continue;
        }
        let digits = c.is_ascii_digit();
        let mut end = start + c.len_utf8();
        if digits || c.is_alphabetic() {
            while let Some(&(at, next)) = chars.peek() {
                let same = if digits {
                    next.is_ascii_digit()
                } else {
                    next.is_alphabetic()
                };
                if !same {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        }
        let class = if digits {
            Class::Digits
        } else if c.is_alphabetic() {
            words::class(&slice[start..end])
        } else {
            Class::Sign(match c {
                '–' | '‑' | '‐' | '−' => '-',
                '’' | '‘' => '\'',
                _ => c,
            })
        };
        tokens.push(Token {
            span: Span::new(part.start + start, part.start + end),
            class,
            glued,
        });
        glued = true;
    }
    tokens
}
