//! What splits a chunk in the middle: hyphens and dashes between words, `/`, dots in a row.

use super::affixes::{is_icon, is_lower, is_quote, is_upper};
use super::aliases::is_given_name;

/// First parts that stay with their word: split, `mid-October` is three objects of one preposition to the parser, and the
/// head of `vice-president` and `non-profit` is another word.
const JOINED: [&str; 8] = ["mid", "ex", "co", "non", "late", "early", "vice", "re"];

/// Whether a chunk stays one word in spite of its signs: a web address, a given name, `mid-October`.
pub(super) fn is_whole(chunk: &str, after_name: bool) -> bool {
    is_address(chunk) || after_name && is_given_name(chunk) || is_joined(chunk)
}

fn is_joined(chunk: &str) -> bool {
    let Some((first, rest)) = chunk.split_once('-') else {
        return false;
    };
    let known = JOINED
        .iter()
        .any(|joined| joined.eq_ignore_ascii_case(first));
    known && !rest.is_empty() && rest.chars().all(char::is_alphabetic)
}

/// Calls `found` with the bytes of every infix, in order.
pub(super) fn each(chunk: &str, mut found: impl FnMut(usize, usize)) {
    let mut before = None;
    let mut before_that = None;
    let mut skip_to = 0;
    for (at, c) in chunk.char_indices() {
        if at >= skip_to {
            let rest = &chunk[at..];
            let place = Place {
                before,
                before_that,
                rest,
                sign: c,
                next: rest.chars().nth(1),
            };
            let len = place.infix();
            if len > 0 {
                found(at, at + len);
                skip_to = at + len;
            }
        }
        before_that = before;
        before = Some(c);
    }
}

/// A sign in the middle of a chunk and what surrounds it.
struct Place<'t> {
    before_that: Option<char>,
    before: Option<char>,
    sign: char,
    next: Option<char>,
    /// From the sign on.
    rest: &'t str,
}

impl Place<'_> {
    /// The length of the infix that begins here, 0 if there is none.
    fn infix(&self) -> usize {
        let one = self.sign.len_utf8();
        let is = |c: Option<char>, what: fn(char) -> bool| c.is_some_and(what);
        let letter_after = is(self.next, char::is_alphabetic);
        let digit_before = is(self.before, |c| c.is_ascii_digit());
        let digit_after = is(self.next, |c| c.is_ascii_digit());
        let word_before = digit_before || is(self.before, char::is_alphabetic);
        let splits = match self.sign {
            '.' if self.next == Some('.') => return self.run(),
            '.' => {
                is(self.before, |c| is_lower(c) || is_quote(c))
                    && is(self.next, |c| is_upper(c) || is_quote(c))
            }
            ',' => is(self.before, char::is_alphabetic) && letter_after,
            '+' | '*' | '^' => digit_before && (digit_after || self.next == Some('-')),
            '-' | '–' | '—' | '~' => return self.hyphen(word_before, digit_before),
            ':' | '<' | '>' | '=' | '/' => word_before && letter_after,
            // `3.4%-4%`
            '%' => digit_before && self.next == Some('-'),
            '…' => true,
            c => is_icon(c),
        };
        if splits { one } else { 0 }
    }

    fn hyphen(&self, word_before: bool, digit_before: bool) -> usize {
        let one = self.sign.len_utf8();
        let next = self.next.unwrap_or(' ');
        // `U.S.-led`: the stop of an abbreviation is part of its word.
        let initials = self.before == Some('.') && self.before_that.is_some_and(char::is_uppercase);
        if (word_before || initials) && next.is_alphabetic() {
            return one;
        }
        // `2019–20`, `3.4%-4%`, `$3-$4`
        let between_digits = digit_before && (next.is_ascii_digit() || next == '-');
        let between_values = self.sign != '~'
            && (self.before == Some('%') || self.before.is_some() && "$£€".contains(next));
        if between_digits && self.sign != '~' && next != '-' || between_values {
            return one;
        }
        if !word_before {
            return 0;
        }
        let run = self.run();
        let count = run / one;
        let dash = match self.sign {
            '-' => (2..=3).contains(&count),
            '—' => count == 2,
            _ => false,
        };
        let after = self.rest.get(run..).unwrap_or_default();
        if dash && after.starts_with(char::is_alphabetic) {
            return run;
        }
        0
    }

    /// The bytes of the same sign in a row.
    fn run(&self) -> usize {
        let same = self.rest.trim_start_matches(self.sign);
        self.rest.len() - same.len()
    }
}

/// `www.example.org`, `https://example.org/a-b`, `desk@example.org`.
fn is_address(chunk: &str) -> bool {
    let rest = match chunk.split_once("://") {
        Some((scheme, rest)) if scheme.len() >= 2 => rest,
        _ => chunk,
    };
    let rest = match rest.rsplit_once('@') {
        Some((user, host)) if !user.is_empty() => host,
        _ => rest,
    };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let Some((labels, last)) = host.rsplit_once('.') else {
        return false;
    };
    let inner = |c: char| c.is_ascii_alphanumeric() || c >= '\u{A1}';
    last.chars().count() >= 2
        && last.chars().all(is_lower)
        && labels.split('.').all(|label| {
            label.chars().all(|c| inner(c) || matches!(c, '-' | '_'))
                && label.starts_with(inner)
                && label.ends_with(inner)
        })
}
