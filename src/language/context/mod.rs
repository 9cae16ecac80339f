//! What is not a value: designations, pages, scores, clock times, addresses, versions, list numbers.

use std::cell::OnceCell;

use crate::language::amounts::Measured;
use crate::language::footnotes::is_raised;
use crate::language::numbers;
use crate::language::tokens::{Lexer, Token, TokenKind};
use crate::span::Span;

use words::{AFTER_ONE, BEFORE_NOUN, CLOCK, COMMON, DESIGNATORS, STREETS, ZONES};
pub(crate) use words::{BEFORE_OVER, BEFORE_UNDER, CHANGE, LASTING};

mod words;

/// What stands around a number.
pub(crate) struct Around<'t> {
    pub lex: Lexer<'t>,
    pub sentence: Span,
    /// The token before the number (or its hedge), in the same sentence.
    pub before: Option<Token>,
    /// Whether the sentence is a headline in capitals: asked once a sentence.
    pub title_case: &'t OnceCell<bool>,
}

impl Around<'_> {
    /// Whether the number states a value.
    pub(crate) fn is_value(&self, measured: &Measured) -> bool {
        let lower = &measured.lower;
        let numeral = lower.numeral();
        let text = self.lex.text();
        if !begins_whole(text, lower.span.start) || !self.ends_whole(measured) {
            return false;
        }
        if measured.upper.is_some() {
            return true;
        }
        // `28.500` may be a thousand times as much
        if lower.number.doubtful && lower.unit.is_none() {
            return false;
        }
        if numeral.spelt && lower.unit.is_none() && self.is_noun(measured) {
            return false;
        }
        let end = lower.span.end;
        if lower.plain() {
            return !self.is_clock(end)
                && !self.is_list_number(lower.span.start, end)
                && !self.is_dialled(lower.span.start, end)
                && !self.is_designation(end)
                && !self.is_address(end);
        }
        true
    }

    fn next(&self, end: usize) -> Option<Token> {
        // beyond the part that is read: a date may follow
        Lexer::new(self.lex.text(), self.sentence.end).at(end)
    }

    /// Whether nothing is glued to the end that makes another thing of it.
    fn ends_whole(&self, measured: &Measured) -> bool {
        let text = self.lex.text();
        let last = measured.upper.as_ref().unwrap_or(&measured.lower);
        let end = measured.span.end;
        let mut chars = text[end..self.sentence.end].chars();
        let (next, after) = (chars.next(), chars.next());
        let digit_after = after.is_some_and(|c| c.is_ascii_digit());
        let measured = last.unit.is_some();
        match next {
            Some(c) if is_hangul(c) => !matches!(c, '년' | '월' | '일' | '시' | '분'),
            // `14,200¹` has a note, `10²` an exponent
            Some(c) if is_raised(c) => last.number.grouped,
            Some(c) if c.is_alphanumeric() || c == '_' => {
                text[..end].ends_with(['%', '€', '£', '"', '′', '″', '$', '°'])
            }
            // `5'10"`
            Some(':' | '\'') => !digit_after,
            Some('/') => measured || !after.is_some_and(char::is_alphanumeric),
            Some('-') => !digit_after && (measured || !after.is_some_and(char::is_uppercase)),
            Some('@') => false,
            _ => true,
        }
    }

    fn is_clock(&self, end: usize) -> bool {
        let text = self.lex.text();
        let word = |at| self.next(at).filter(|t| t.kind == TokenKind::Word);
        let is_time = |next: Token| {
            let word = next.of(text);
            ZONES.contains(&word) || CLOCK.iter().any(|clock| clock.eq_ignore_ascii_case(word))
        };
        let Some(next) = word(end) else {
            return false;
        };
        // `from 5 to 7 p.m.`
        let second = self.next(next.span.end).filter(|t| {
            t.kind == TokenKind::Digits && matches!(next.of(text), "to" | "and" | "or")
        });
        is_time(next) || second.and_then(|t| word(t.span.end)).is_some_and(is_time)
    }

    /// `1. `, `2) `, `(3) ` at the start of a block.
    fn is_list_number(&self, start: usize, end: usize) -> bool {
        let text = self.lex.text();
        let head = text[..start]
            .strip_suffix(['(', '['])
            .unwrap_or(&text[..start]);
        let first = head.is_empty() || head.ends_with('\n');
        let rest = &text[end..];
        let mark = [". ", ") ", "] ", ".\n"];
        let marked = rest == "." || mark.iter().any(|mark| rest.starts_with(mark));
        first && marked && end - start <= 3
    }

    /// `(202) 555-0143`, and the reference mark `[1]`.
    fn is_dialled(&self, start: usize, end: usize) -> bool {
        let (head, rest) = (&self.lex.text()[..start], &self.lex.text()[end..]);
        if head.ends_with('[') && rest.starts_with(']') {
            return true;
        }
        let digits = |text: &str| text.bytes().take(5).take_while(u8::is_ascii_digit).count();
        let local = rest.strip_prefix(')').map(str::trim_start);
        head.ends_with('(')
            && local.is_some_and(|local| {
                let first = digits(local);
                (3..=4).contains(&first)
                    && local[first..].starts_with(['-', ' '])
                    && digits(&local[first + 1..]) == 4
            })
    }

    /// `Boeing 737`, `page 12`.
    fn is_designation(&self, end: usize) -> bool {
        let text = self.lex.text();
        let Some(before) = self.before else {
            return false;
        };
        if before.of(text) == "#" {
            return true;
        }
        if before.kind != TokenKind::Word {
            return false;
        }
        let lower = before.of(text).to_lowercase();
        if DESIGNATORS.contains(&lower.as_str()) {
            return true;
        }
        before.is_capitalised(text)
            && !COMMON.contains(&lower.as_str())
            && !self.is_place(before, end)
            && !*self.title_case.get_or_init(|| self.is_title_case())
    }

    /// `In Seoul 12 people died`: a name after a preposition, and a number that counts what follows.
    fn is_place(&self, name: Token, end: usize) -> bool {
        const PEOPLE: &[&str] = &["people", "men", "women", "children", "police"];
        let text = self.lex.text();
        let counted = self.next(end).is_some_and(|next| {
            let word = next.of(text);
            next.spaced && PEOPLE.contains(&word)
                || next.spaced
                    && self
                        .next(next.span.end)
                        .is_some_and(|verb| is_past(verb.of(text)))
                    && word.ends_with('s')
                    && word.chars().all(char::is_lowercase)
        });
        let head = &text[self.sentence.start..name.span.start];
        let mut words = head
            .split(' ')
            .rev()
            .filter(|word| !word.is_empty())
            .take(4);
        let before =
            words.find(|word| !word.starts_with(char::is_uppercase) || is_place_word(word));
        counted && before.is_some_and(is_place_word)
    }

    /// Whether nearly all longer words of the sentence are capitalised, as in headlines.
    fn is_title_case(&self) -> bool {
        let text = self.lex.text();
        let (mut words, mut capitals) = (0, 0);
        for token in Lexer::new(text, self.sentence.end)
            .from(self.sentence.start)
            .take(40)
        {
            if token.kind == TokenKind::Word && token.span.len() > 3 {
                words += 1;
                capitals += usize::from(token.is_capitalised(text));
            }
        }
        words >= 3 && capitals * 10 >= words * 8
    }

    /// `1600 Camp Street`.
    fn is_address(&self, end: usize) -> bool {
        let text = self.lex.text();
        for (index, token) in Lexer::new(text, self.sentence.end)
            .from(end)
            .take(4)
            .enumerate()
        {
            if !token.is_capitalised(text) {
                return false;
            }
            if index > 0 && STREETS.contains(&token.of(text).to_lowercase().as_str()) {
                return true;
            }
        }
        false
    }

    /// Whether `one` or `half` stands for a noun: `the one`, `one of them`, `the second half`.
    fn is_noun(&self, measured: &Measured) -> bool {
        let text = self.lex.text();
        let word = measured.span.of(text);
        let one = word.eq_ignore_ascii_case("one");
        if !one && !word.eq_ignore_ascii_case("half") {
            return false;
        }
        let before = self.before.filter(|t| t.kind == TokenKind::Word);
        if before.is_some_and(|t| BEFORE_NOUN.contains(&t.of(text).to_lowercase().as_str())) {
            return true;
        }
        let Some(next) = self.next(measured.span.end) else {
            return false;
        };
        let next_text = next.of(text).to_lowercase();
        (one && AFTER_ONE.contains(&next_text.as_str())) || (next_text == "-" && !next.spaced)
    }
}

/// Whether a word tells that a place follows.
fn is_place_word(word: &str) -> bool {
    ["in", "at", "near", "outside", "across"]
        .iter()
        .any(|place| place.eq_ignore_ascii_case(word))
}

fn is_past(word: &str) -> bool {
    crate::language::tense::is_past_form(word) || ["was", "were"].contains(&word)
}

fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// Whether a number that begins at `start` is not the tail of something else: `F-35`, `COVID-19`, `v2`, `'90`, `#5`.
pub(crate) fn begins_whole(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev();
    let (Some(last), second) = (before.next(), before.next()) else {
        return true;
    };
    match last {
        c if is_hangul(c) => true,
        c if c.is_alphanumeric() => false,
        '-' | '.' | ':' | '/' | ',' | '+' => !second.is_some_and(char::is_alphanumeric),
        '#' | '@' | '_' | '\\' | '&' | '\'' => false,
        _ => true,
    }
}

/// The end of a web or mail address, a handle or a tag that begins at `pos`.
pub(crate) fn address(lex: Lexer, pos: usize) -> Option<usize> {
    let rest = lex.rest(pos);
    // Most words hold no sign of an address.
    let end = rest
        .bytes()
        .position(|byte| byte == b' ' || !byte.is_ascii_alphanumeric());
    if end.is_none_or(|end| rest.as_bytes()[end] == b' ') {
        return None;
    }
    let chunk = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
    let found = chunk.contains("://")
        || chunk.contains("www.")
        || chunk.contains('@')
        || (chunk.starts_with('#') && chunk.len() > 1);
    found.then(|| pos + chunk.len())
}

/// The end of a run of digits with the signs that join them, `192.168.1.2`, `555-1234`, `3-2`.
pub(crate) fn run(lex: Lexer, pos: usize) -> usize {
    let rest = lex.rest(pos);
    let mut end = 0;
    let mut joined = 0;
    for (at, c) in rest.char_indices() {
        if c.is_ascii_digit() || c.is_ascii_alphabetic() && joined == at {
            end = at + c.len_utf8();
            joined = end;
        } else if matches!(c, '.' | ',' | ':' | '/' | '-') && end == at {
            joined = 0;
        } else {
            break;
        }
    }
    pos + end
}

/// The end of a year in words that begins at `pos`, `nineteen ninety-five`, `twenty twenty-five`.
pub(crate) fn spoken_year(lex: Lexer, pos: usize) -> Option<usize> {
    let century = lex.glued(pos).filter(|t| t.kind == TokenKind::Word)?;
    match numbers::word(century.of(lex.text()))? {
        numbers::Word::Teen(13.., false) | numbers::Word::Ten(20, false) => {}
        _ => return None,
    }
    let next = lex
        .at(century.span.end)
        .filter(|t| t.kind == TokenKind::Word && t.spaced)?;
    let number = match numbers::word(next.of(lex.text()))? {
        numbers::Word::Teen(_, false) | numbers::Word::Ten(_, false) => {
            numbers::number(lex, next.span.start, false)?
        }
        _ => return None,
    };
    let value = number.numeral.value;
    // `twenty fifty-minute lessons`
    (value < rust_decimal::Decimal::ONE_HUNDRED && !lex.rest(number.end()).starts_with('-'))
        .then(|| number.end())
}
