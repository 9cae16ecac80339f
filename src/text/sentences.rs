//! Sentences: where a stop ends one, and where it belongs to an abbreviation, an initial or a number.

use super::abbreviations::{ALSO_WORDS, BEFORE_NUMBER, DAYS, MAY_END, NEVER, OPENERS, TIMES};
use super::{Sentence, TextBlock};
use crate::span::Span;

/// No abbreviation is longer.
const LONGEST: usize = 12;

/// Nobody writes a longer one, in bytes: what has no stop for longer is cut, so that reading a sentence is never dear.
const LONGEST_SENTENCE: usize = 4096;

/// Splits every block into sentences.
pub(super) fn split(norm: &str, blocks: &[TextBlock]) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        let text = block.span.of(norm);
        let mut push = |mut start: usize, end: usize| {
            while start < end {
                let stop = if end - start > LONGEST_SENTENCE {
                    cut(text, start)
                } else {
                    end
                };
                out.push(Sentence {
                    span: Span::new(block.span.start + start, block.span.start + stop),
                    block: number,
                });
                let rest = text.get(stop..end).unwrap_or_default();
                start = stop + rest.len() - rest.trim_start().len();
            }
        };
        let mut start = 0;
        let mut at = 0;
        while let Some(stop) = next_stop(text, at) {
            let end = closing_end(text, stop);
            at = end;
            if ends(text, start, stop, end) {
                push(start, end);
                let rest = text.get(end..).unwrap_or_default();
                start = end + rest.len() - rest.trim_start().len();
                at = start;
            }
        }
        push(start, text.len());
    }
    out
}

/// Where a sentence that is too long is cut: at the last space within reach, else at a character.
fn cut(text: &str, start: usize) -> usize {
    let mut limit = start + LONGEST_SENTENCE;
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let within = text.get(start..limit).unwrap_or_default();
    within
        .rfind(' ')
        .filter(|space| *space > 0)
        .map_or(limit, |space| start + space)
}

/// The next stop from `at` on.
fn next_stop(text: &str, mut at: usize) -> Option<usize> {
    loop {
        // The first bytes of all stops.
        let first = |byte: &u8| matches!(byte, b'.' | b'!' | b'?' | 0xE2 | 0xE3);
        at += text.as_bytes().get(at..)?.iter().position(first)?;
        if text.get(at..)?.starts_with(is_stop) {
            return Some(at);
        }
        at += 1;
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '‼' | '⁇' | '⁈' | '⁉')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | ']' | '」' | '』' | '）')
}

/// Where the stops in a row from `stop` end, with the quotation marks and brackets that close after them.
fn closing_end(text: &str, stop: usize) -> usize {
    let rest = text.get(stop..).unwrap_or_default();
    let after = rest.trim_start_matches(is_stop);
    let mut after = after.trim_start_matches(is_closing);
    // Nested quotations close with a thin space between them.
    while let Some(spaced) = after.strip_prefix(' ') {
        let inner = spaced.trim_start_matches(['"', '\'']);
        if inner.len() == spaced.len() || !(inner.is_empty() || inner.starts_with(' ')) {
            break;
        }
        after = inner;
    }
    text.len() - after.len()
}

/// Whether the sentence from `start` ends at `end`, after the stop at `stop`.
fn ends(text: &str, start: usize, stop: usize, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    if rest.is_empty() {
        return true;
    }
    let stops = text.get(stop..end).unwrap_or_default();
    if stops.starts_with('。') {
        return true;
    }
    let Some(rest) = rest.strip_prefix(' ') else {
        return false;
    };
    let opened = rest.starts_with(['"', '\'', '(', '[', '—', '-', '“', '‘', '「']);
    // A word begins after a few marks at most; looking on would cost too much in hostile text.
    let skipped = rest.chars().take_while(|c| !c.is_alphanumeric());
    let skipped: usize = skipped.take(8).map(char::len_utf8).sum();
    let next = rest.get(skipped..).unwrap_or_default();
    let next = next
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .next()
        .unwrap_or_default();
    if next.starts_with(char::is_lowercase) {
        // A sentence may begin with `iPhone`.
        return stops == "." && !opened && next.chars().nth(1).is_some_and(char::is_uppercase);
    }
    let before = text.get(start..stop).unwrap_or_default();
    if stops.starts_with('…') || stops.starts_with("..") {
        return !before.ends_with(' ') && !before.is_empty();
    }
    if !stops.starts_with('.') {
        return true;
    }
    // A quotation mark or bracket after the stop of an abbreviation closes, and tells nothing.
    word_ends(before, next, opened, rest)
}

/// Whether a sentence ends after `before` and a full stop, where `next` is the word that follows.
fn word_ends(before: &str, next: &str, opened: bool, rest: &str) -> bool {
    let tail = tail(before);
    let word = tail
        .rsplit([' ', '(', '[', '"', '—', '/'])
        .next()
        .unwrap_or_default();
    // Compounds, `South Korea-U.S`.
    let word = word.rsplit('-').next().unwrap_or_default();
    if word.len() > LONGEST || word.is_empty() {
        return true;
    }
    let number = next.starts_with(|c: char| c.is_ascii_digit());
    let begins = OPENERS.contains(&next) || opened && !number && !next.is_empty();
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        // `1.` of a list.
        return !(word.len() <= 2 && word.len() == before.len());
    }
    if NEVER.contains(&word) {
        return false;
    }
    if TIMES.contains(&word) {
        let mut words = rest.split(' ').skip(1);
        let zone = next.len() <= 4 && next.len() > 1 && next.chars().all(char::is_uppercase);
        let place = words.next().is_some_and(|word| word.starts_with("time"));
        return word.contains('.') && !(number || zone || place || DAYS.contains(&next))
            || !word.contains('.');
    }
    if number && BEFORE_NUMBER.contains(&word) {
        return false;
    }
    if ALSO_WORDS.contains(&word) {
        return true;
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let initial = letters == 1 && word.chars().all(char::is_uppercase);
    let dotted = word.contains('.')
        && word.split('.').all(|part| {
            (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
        });
    if initial || dotted || MAY_END.contains(&word) {
        return begins;
    }
    true
}

/// The last bytes of a text, enough for the longest abbreviation.
fn tail(text: &str) -> &str {
    let mut from = text.len().saturating_sub(LONGEST + 4);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text.get(from..).unwrap_or_default()
}
