//! Which unit stands before or after a number.

use super::currencies::WORDLIKE;
use super::{Dimension, Entry, INDEX, Unit};
use crate::language::tokens::{Lexer, TokenKind};

/// The longest sign and the most words of a name in the tables.
const SIGN_CHARS: usize = 7;
const NAME_WORDS: usize = 4;

/// Signs that need to be glued to the number: spaced, they are words or initials.
const GLUED: &[&str] = &[
    "in", "C", "F", "W", "J", "l", "g", "t", "h", "p", "pc", "st",
];

/// Lines of video.
const VIDEO: &[&str] = &[
    "144", "240", "360", "480", "576", "720", "1080", "1440", "2160", "4320",
];

/// Where the number stands that a unit belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub unit: &'static Unit,
    pub end: usize,
    /// A hyphen joins number and unit.
    pub hyphen: bool,
}

/// The unit after a number that ends at `pos`; `scaled`: the number has a scale (`361 million pounds` are money).
pub(crate) fn after(lex: Lexer, pos: usize, scaled: bool) -> Option<Found> {
    let rest = lex.rest(pos);
    let (start, hyphen) = match rest.as_bytes().first()? {
        b' ' => (pos + 1, false),
        b'-' => (pos + 1, true),
        _ => (pos, false),
    };
    let named = name(lex, start, scaled).filter(|_| start > pos || lex.rest(pos).len() > 1);
    let signed = sign(lex, start).filter(|(_, end)| {
        let text = &lex.text()[start..*end];
        let letters = text.bytes().all(|b| b.is_ascii_alphabetic());
        match (start > pos, hyphen) {
            // `512 B`: glued, the letter is a billion
            (spaced, _) if text == "B" => spaced && !hyphen && ends_phrase(lex, *end),
            (_, true) => letters && text.len() > 1 && !GLUED.contains(&text),
            // `10 $ 30`: the sign belongs to the second
            (true, false) if text == "$" => !digit_follows(lex, *end),
            (true, false) => !GLUED.contains(&text),
            // `1080p` is a picture
            (false, _) => {
                text != "p" || !VIDEO.iter().any(|lines| lex.text()[..pos].ends_with(lines))
            }
        }
    });
    let (entry, mut end) = match (named, signed) {
        (Some(named), Some(signed)) if named.1 >= signed.1 => named,
        (named, signed) => signed.or(named)?,
    };
    // `It stands at 35 pct.`: the full stop ends the sentence
    if lex.text()[start..end].ends_with('.') && lex.rest(end).trim().is_empty() {
        end -= 1;
    }
    Some(Found {
        unit: &entry.unit,
        end,
        hyphen,
    })
}

/// Whether no name goes on: `512 B Street`.
fn ends_phrase(lex: Lexer, pos: usize) -> bool {
    lex.at(pos)
        .is_none_or(|next| !next.is_capitalised(lex.text()))
}

/// Whether a noun in the plural follows that the word is a part of: `12 stone cottages`.
fn is_of_a_noun(lex: Lexer, pos: usize) -> bool {
    lex.at(pos).is_some_and(|next| {
        let word = next.of(lex.text());
        next.kind == TokenKind::Word && word.ends_with('s') && word.len() > 3
    })
}

fn digit_follows(lex: Lexer, pos: usize) -> bool {
    lex.at(pos)
        .is_some_and(|next| next.kind == TokenKind::Digits)
}

fn is_money(entry: &Entry) -> bool {
    matches!(entry.unit.dimension, Dimension::Money(_))
}

/// The sign that begins at `pos`: the longest that ends at a boundary.
fn sign(lex: Lexer, pos: usize) -> Option<(&'static Entry, usize)> {
    let rest = lex.rest(pos);
    let first = rest.chars().next()?;
    let mut best = None;
    for (at, c) in rest.char_indices().take(SIGN_CHARS) {
        let end = at + c.len_utf8();
        let Some(&entry) = INDEX.signs.get(&rest[..end]) else {
            continue;
        };
        let next = rest[end..].chars().next();
        // a Korean unit takes a particle
        let open = !c.is_alphanumeric() || is_hangul(first);
        if open || next.is_none_or(|c| !c.is_alphanumeric()) {
            best = Some((entry, pos + end));
        }
    }
    best.or_else(|| code(lex, pos))
}

fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// A currency code in capitals, `USD`.
fn code(lex: Lexer, pos: usize) -> Option<(&'static Entry, usize)> {
    let token = lex.glued(pos).filter(|t| t.kind == TokenKind::Word)?;
    let text = token.of(lex.text());
    let entry = by_code(text).filter(|_| !WORDLIKE.contains(&text))?;
    let next = lex.rest(token.span.end).chars().next();
    // `100USD`, but not `COP26`
    next.is_none_or(|c| !c.is_alphanumeric())
        .then_some((entry, token.span.end))
}

fn by_code(text: &str) -> Option<&'static Entry> {
    if text.len() != 3 || !text.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    super::currencies::CURRENCIES
        .iter()
        .find(|entry| entry.unit.code == text)
}

/// The longest name of up to four words, split by spaces or hyphens.
fn name(lex: Lexer, pos: usize, scaled: bool) -> Option<(&'static Entry, usize)> {
    let mut key = String::new();
    let mut best = None;
    let mut end = pos;
    for index in 0..NAME_WORDS {
        let start = match lex.rest(end).as_bytes().first() {
            _ if index == 0 => end,
            Some(b' ' | b'-') => end + 1,
            _ => break,
        };
        let Some(token) = lex.glued(start) else { break };
        if token.span.len() > 24 || token.kind == TokenKind::Digits {
            break;
        }
        if index > 0 {
            key.push(' ');
        }
        key.push_str(&token.of(lex.text()).to_lowercase());
        end = token.span.end;
        if let Some(&entry) = INDEX.names.get(&key) {
            best = Some((entry, end));
        }
    }
    let (entry, end) = best?;
    let pounds = entry.unit.code == "lb" && scaled;
    // pounds by the million are money
    let entry = if pounds {
        INDEX.signs.get("£").copied()?
    } else {
        entry
    };
    let glued_letter = lex.before(pos).is_some_and(char::is_alphabetic);
    let stones = entry.unit.code == "st" && is_of_a_noun(lex, end);
    (!glued_letter && !stones).then_some((entry, end))
}

/// The currency sign or code that begins exactly at `pos` with a number behind it, and the place of the number.
pub(crate) fn before(lex: Lexer, pos: usize) -> Option<Prefix> {
    /// A currency is no longer, in bytes.
    const LONGEST: usize = 48;
    let rest = lex.rest(pos);
    let first = rest.chars().next()?;
    if first.is_ascii_digit()
        || first.is_whitespace()
        || !rest.bytes().take(LONGEST).any(|byte| byte.is_ascii_digit())
        || lex.before(pos).is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    let (entry, end, scale) = prefix(lex, pos)?;
    if !is_money(entry) || is_hangul(first) {
        return None;
    }
    let start = match lex.rest(end).as_bytes().first()? {
        b' ' => end + 1,
        _ => end,
    };
    let next = lex.rest(start).as_bytes();
    let number = match next.first()? {
        b'-' | b'.' => next.get(1).is_some_and(u8::is_ascii_digit),
        byte => byte.is_ascii_digit(),
    };
    number.then_some(Prefix {
        unit: &entry.unit,
        number: start,
        scale,
        doubtful: WORDLIKE.contains(&entry.unit.code) && first.is_alphabetic(),
    })
}

/// A currency before a number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prefix {
    pub unit: &'static Unit,
    /// Where the number begins.
    pub number: usize,
    /// `MUSD`: 1,000,000.
    pub scale: u64,
    /// Whether the code is a word too.
    pub doubtful: bool,
}

/// Letters before a spaced dollar sign, as tokenised copy has them: `hk $ 10`.
const SPACED: &[(&str, &str)] = &[
    ("c", "CAD"),
    ("hk", "HKD"),
    ("us", "USD"),
    ("u.s", "USD"),
    ("u.s.", "USD"),
    ("nt", "TWD"),
    ("nz", "NZD"),
];

fn prefix(lex: Lexer, pos: usize) -> Option<(&'static Entry, usize, u64)> {
    let rest = lex.rest(pos);
    let mut best = None;
    for (at, c) in rest.char_indices().take(SIGN_CHARS) {
        let end = at + c.len_utf8();
        // `p44` is a page.
        if &rest[..end] == "p" {
            continue;
        }
        if let Some(&entry) = INDEX.signs.get(&rest[..end]) {
            let next = rest[end..].chars().next();
            if !c.is_alphabetic() || next.is_some_and(|c| c == ' ' || c.is_ascii_digit()) {
                best = Some((entry, pos + end, 1));
            }
        }
    }
    if best.is_some() {
        return best;
    }
    let token = lex
        .glued(pos)
        .filter(|t| t.kind == TokenKind::Word && t.span.len() <= 5)?;
    let text = token.of(lex.text());
    let end = token.span.end;
    let dollar = lex.at(end).filter(|t| t.of(lex.text()) == "$");
    if let Some(dollar) = dollar {
        let lower = text.to_lowercase();
        let code = SPACED
            .iter()
            .find(|(letters, _)| *letters == lower)
            .map_or(text.to_uppercase(), |(_, code)| code.to_string());
        return by_code(&code).map(|entry| (entry, dollar.span.end, 1));
    }
    if let Some(entry) = by_code(text) {
        return Some((entry, end, 1));
    }
    let (scale, code) = match text.as_bytes().first()? {
        b'M' => (1_000_000, text.get(1..)?),
        _ => return None,
    };
    by_code(code).map(|entry| (entry, end, scale))
}
