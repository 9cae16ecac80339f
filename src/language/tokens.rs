//! A light tokenizer over normalised text, shared by every reader of language.
//!
//! It works from any place of the text without looking back and keeps no list, so a reader can look ahead from
//! wherever it stands.

use crate::language::lists::WordList;
use crate::span::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes; initials (`U.S.`) and known abbreviations (`Nov.`) with their full stops.
    Word,
    /// A run of the digits 0 to 9.
    Digits,
    /// The possessive `'s`, or a bare `'` after a word.
    Possessive,
    /// Any other single character.
    Sign,
}

/// A word, a run of digits or a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Whether white space stands between it and what came before in the part that is read.
    pub spaced: bool,
}

impl Token {
    /// Its text.
    pub fn of(self, text: &str) -> &str {
        self.span.of(text)
    }

    /// Whether it is a word that begins with a capital letter.
    pub fn is_capitalised(self, text: &str) -> bool {
        self.kind == TokenKind::Word && self.of(text).chars().next().is_some_and(char::is_uppercase)
    }
}

/// A part of a text, to be read token by token.
#[derive(Clone, Copy, Debug)]
pub struct Lexer<'t> {
    text: &'t str,
    end: usize,
}

/// Words whose full stop belongs to them, in lower case.
static ABBREVIATIONS: WordList = WordList::new(
    "\
    adm apr assn aug ave blvd brig capt cmdr co col corp cpl dec dept dr est feb gen gov hon inc jan jr jul \
    jun lt ltd maj mar mr mrs ms mt no nos nov oct op pct prof pvt rd rep rev sen sep sept sgt sr st supt \
    vol vs",
);

impl<'t> Lexer<'t> {
    /// Reads `text` up to `end`, which is brought down to the nearest character boundary.
    pub fn new(text: &'t str, end: usize) -> Self {
        let mut end = end.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        Self { text, end }
    }

    /// The whole text, beyond the end of the part that is read.
    pub fn text(self) -> &'t str {
        self.text
    }

    /// Where reading ends.
    pub fn end(self) -> usize {
        self.end
    }

    /// What is left from `pos` on; empty where `pos` is no place in the part.
    pub fn rest(self, pos: usize) -> &'t str {
        self.text.get(pos..self.end).unwrap_or("")
    }

    /// The first token at or after `pos`, white space skipped.
    pub fn at(self, pos: usize) -> Option<Token> {
        let rest = self.rest(pos);
        let trimmed = match rest.as_bytes() {
            [b' ', next, ..] if next.is_ascii_graphic() => &rest[1..],
            [first, ..] if first.is_ascii_graphic() => rest,
            _ => rest.trim_start(),
        };
        let start = pos + (rest.len() - trimmed.len());
        let first = trimmed.chars().next()?;
        let (len, kind) = if first.is_ascii_digit() {
            let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
            (digits, TokenKind::Digits)
        } else if first.is_alphabetic() {
            (word(trimmed), TokenKind::Word)
        } else if first == '\'' && self.follows_letter(start) {
            match possessive(trimmed) {
                Some(len) => (len, TokenKind::Possessive),
                None => (1, TokenKind::Sign),
            }
        } else {
            (first.len_utf8(), TokenKind::Sign)
        };
        Some(Token {
            span: Span::new(start, start + len),
            kind,
            spaced: trimmed.len() < rest.len(),
        })
    }

    /// The token that begins exactly at `pos`.
    pub fn glued(self, pos: usize) -> Option<Token> {
        self.at(pos).filter(|token| !token.spaced)
    }

    /// The tokens from `pos` on.
    pub fn from(self, pos: usize) -> impl Iterator<Item = Token> + use<'t> {
        let mut pos = pos;
        std::iter::from_fn(move || {
            let token = self.at(pos)?;
            pos = token.span.end;
            Some(token)
        })
    }

    /// The last character before `pos`.
    pub fn before(self, pos: usize) -> Option<char> {
        self.text.get(..pos)?.chars().next_back()
    }

    fn follows_letter(self, pos: usize) -> bool {
        self.before(pos)
            .is_some_and(|c| c.is_alphanumeric() || c == '.')
    }
}

/// The tokens of a part of a text.
pub fn tokens(text: &str, span: Span) -> impl Iterator<Item = Token> + use<'_> {
    Lexer::new(text, span.end).from(span.start)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c)
}

/// The length of the word that `rest` begins with.
fn word(rest: &str) -> usize {
    let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let next = rest.as_bytes().get(plain);
    if plain > 1 && next.is_none_or(|next| next.is_ascii() && !matches!(next, b'.' | b'\'')) {
        return plain;
    }
    let initials = initials(rest);
    if initials > 0 {
        return initials;
    }
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_letter(c) {
            len = at + c.len_utf8();
        } else if c == '\'' && possessive(&rest[at..]).is_none() {
            // `don't`, `O'Brien`
            match chars.peek() {
                Some(&(_, next)) if is_letter(next) => {}
                _ => break,
            }
        } else {
            break;
        }
    }
    let longest = 5;
    if len <= longest && rest[len..].starts_with('.') && ABBREVIATIONS.has(&rest[..len]) {
        return len + 1;
    }
    len
}

/// The length of initials with their full stops, `U.S.`, `a.m.`, `U.S`; 0 where there are none.
fn initials(rest: &str) -> usize {
    let mut len = 0;
    let mut letters = 0;
    let mut chars = rest.chars().peekable();
    while let Some(letter) = chars.next() {
        if !letter.is_alphabetic() {
            break;
        }
        match chars.peek() {
            Some('.') => {
                chars.next();
                letters += 1;
                len += letter.len_utf8() + 1;
            }
            // `U.S`, at a boundary
            next if letters > 0 && next.is_none_or(|c| !is_letter(*c)) => {
                return len + letter.len_utf8();
            }
            // `a.Bcd`: the initials stand alone only before a word
            _ => {
                return 0;
            }
        }
    }
    if letters > 1 { len } else { 0 }
}

/// The length of the possessive ending that `rest` begins with.
fn possessive(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('\'')?;
    let ended = |s: &str| s.chars().next().is_none_or(|c| !is_letter(c));
    match after.strip_prefix(['s', 'S']) {
        Some(after) if ended(after) => Some(2),
        _ if ended(after) => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        tokens(text, Span::new(0, text.len()))
            .map(|token| token.of(text))
            .collect()
    }

    #[test]
    fn words_digits_and_signs() {
        for (text, want) in [
            (
                "The U.S. has 28,500 troops.",
                "The|U.S.|has|28|,|500|troops|.",
            ),
            ("Korea's Nov. 4 talks", "Korea|'s|Nov.|4|talks"),
            (
                "don't, O'Brien, allies' aid",
                "don't|,|O'Brien|,|allies|'|aid",
            ),
            ("2만8500명", "2|만|8500|명"),
            ("the U.S's 3-2 win", "the|U.S|'s|3|-|2|win"),
            ("F-35A at 5 p.m. today", "F|-|35|A|at|5|p.m.|today"),
            ("US$3.5bn", "US|$|3|.|5|bn"),
            ("I am. It", "I|am|.|It"),
        ] {
            assert_eq!(split(text).join("|"), want);
        }
    }

    #[test]
    fn spaces_are_noted() {
        let text = "5 km/h";
        let spaced: Vec<bool> = tokens(text, Span::new(0, 6)).map(|t| t.spaced).collect();
        assert_eq!(spaced, [false, true, false, false]);
    }

    proptest::proptest! {
        #[test]
        fn tokens_cover_all_but_space(text in "\\PC*") {
            let mut pos = 0;
            for token in tokens(&text, Span::new(0, text.len())) {
                proptest::prop_assert!(text[pos..token.span.start].trim().is_empty());
                proptest::prop_assert!(!token.span.is_empty());
                pos = token.span.end;
            }
            proptest::prop_assert!(text[pos..].trim().is_empty());
        }
    }
}
