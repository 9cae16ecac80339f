//! What stands at a token, and which numbers are whole.

use super::reader::Reader;
use super::words::Class;
use crate::span::Span;

impl<'a> Reader<'a> {
    /// What a token can do; a full stop past the end.
    pub fn class(&self, at: usize) -> Class {
        self.tokens
            .get(at)
            .map_or(Class::Sign('.'), |token| token.class)
    }

    /// The words of a token.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    pub fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    pub fn sign(&self, at: usize, sign: char) -> bool {
        self.class(at) == Class::Sign(sign) && at < self.tokens.len()
    }

    pub fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub fn glued_sign(&self, at: usize, sign: char) -> bool {
        self.sign(at, sign) && self.glued(at)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_alphabetic)
    }

    /// A word without a part in dates.
    pub fn plain_word(&self, at: usize) -> bool {
        self.is_word(at) && self.class(at) == Class::Plain
    }

    pub fn capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    pub fn span(&self, from: usize, to: usize) -> Span {
        let start = self.tokens.get(from).map_or(0, |token| token.span.start);
        let end = to
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, |token| token.span.end);
        Span::new(start, end.max(start))
    }

    /// A whole number of up to four digits that is no part of a longer one, of a sum, a percentage or a clock time.
    pub fn number(&self, at: usize) -> Option<u32> {
        if self.class(at) != Class::Digits || at >= self.tokens.len() {
            return None;
        }
        let word = self.word(at);
        if word.len() > 4 {
            return None;
        }
        let joined =
            |sign: usize| self.sign(sign, ',') || self.sign(sign, '.') || self.sign(sign, ':');
        if let Some(before) = at.checked_sub(1)
            && self.glued(at)
        {
            let continues = joined(before)
                && before
                    .checked_sub(1)
                    .is_some_and(|b| self.class(b) == Class::Digits && self.glued(before));
            let money = matches!(
                self.class(before),
                Class::Sign('$' | '€' | '£' | '¥' | '₩' | '#')
            );
            let letters = self.is_word(before);
            if continues && !self.date_dots(at) || money || letters {
                return None;
            }
        }
        let after = at + 1;
        if self.glued(after) {
            let group = self.sign(after, ',') && self.word(after + 1).len() == 3;
            let fraction = self.sign(after, '.') || self.sign(after, ':');
            if (group || fraction)
                && self.class(after + 1) == Class::Digits
                && self.glued(after + 1)
                && !self.date_dots(at)
            {
                return None;
            }
            if matches!(self.class(after), Class::Sign('%' | '€' | '£' | '°')) {
                return None;
            }
        }
        word.parse().ok()
    }

    /// Whether a number stands among dots as in `13.11.2025`.
    fn date_dots(&self, at: usize) -> bool {
        let dotted = |at: usize| {
            self.class(at) == Class::Digits
                && self.glued_sign(at + 1, '.')
                && self.class(at + 2) == Class::Digits
                && self.glued_sign(at + 3, '.')
                && self.class(at + 4) == Class::Digits
        };
        (0..3).any(|n| at.checked_sub(2 * n).is_some_and(dotted))
    }
}
