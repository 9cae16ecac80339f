//! The parts of names in a text: capitalised words, split at spaces and hyphens.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use foldhash::HashSet;

use super::lexicon::is_word;
use super::postings::mix;
use crate::span::Span;

/// A part of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Its place in the text, without a possessive.
    pub span: Span,
    /// Its letters and digits in lower case without diacritics, as a range of the run's letters.
    pub letters: std::ops::Range<usize>,
    /// Whether a hyphen joins it to the part before.
    pub hyphen: bool,
    /// Whether its first letter is a capital (or it begins with a digit).
    pub capital: bool,
    /// Whether it is a word in lower case by itself, let in because some name has it.
    pub lower: bool,
    /// Whether `&` joins it to the part before.
    pub ampersand: bool,
}

/// Parts with nothing but single spaces and hyphens between them.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    /// The letters of all parts.
    pub letters: Vec<char>,
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// Lower-case words that stand inside names.
const PARTICLES: &[&str] = &[
    "al", "ap", "as", "at", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "e", "el", "ibn", "la", "le", "of", "ter", "ul", "und", "van", "von", "y", "zu",
    "zur",
];

/// Lower-case words that go on a name where some name has them: `Centers for Disease Control and Prevention`.
const FUNCTION_WORDS: &[&str] = &[
    "a", "against", "an", "and", "at", "beyond", "between", "by", "for", "from", "in", "on", "or",
    "over", "the", "to", "under", "with", "without",
];

/// Longer words than this are no part of a name.
const LONGEST: usize = 32;

/// Calls `each` with every run of parts of a piece of the text that may hold a name.
///
/// `tails` are the hashes of words that may go on a name even in lower case.
pub(super) fn runs(text: &str, piece: Span, tails: &HashSet<u64>, mut each: impl FnMut(&Run)) {
    let mut run = Run::default();
    let mut at = piece.start;
    let mut ampersand = false;
    while at < piece.end {
        let rest = &text[at..piece.end];
        let Some(skip) = rest.find(|c: char| !c.is_whitespace()) else {
            break;
        };
        // Only a single space keeps a name together; a block ends with a line break.
        if skip != usize::from(rest.starts_with(' ')) {
            flush(&mut run, &mut each);
        }
        let start = at + skip;
        let end = text[start..piece.end]
            .find(char::is_whitespace)
            .map_or(piece.end, |len| start + len);
        let place = Span::new(start, end);
        at = end;
        // `King & Spalding`
        if place.of(text) == "&" && !run.parts.is_empty() {
            ampersand = true;
            continue;
        }
        let parts = run.parts.len();
        chunk(text, place, tails, &mut run, &mut each);
        if let Some(part) = run.parts.get_mut(parts).filter(|_| parts > 0) {
            part.ampersand = ampersand;
        } else if ampersand && run.parts.len() == parts {
            flush(&mut run, &mut each);
        }
        ampersand = false;
    }
    flush(&mut run, &mut each);
}

/// The parts of a name as a rule file writes it.
pub(super) fn name(text: &str) -> Run {
    let mut whole = Run::default();
    let mut before = 0;
    for word in words(text, 0) {
        let ampersand = text[before..word.span.start].contains('&');
        before = word.end;
        push(&mut whole, text, word, true);
        join(&mut whole, ampersand);
    }
    whole
}

/// Notes whether `&` joins the last part to the one before.
fn join(run: &mut Run, ampersand: bool) {
    run.parts
        .iter_mut()
        .last()
        .into_iter()
        .for_each(|part| part.ampersand = ampersand);
}

fn flush(run: &mut Run, each: &mut impl FnMut(&Run)) {
    // Lower-case words at the end belong to no name.
    while run
        .parts
        .last()
        .is_some_and(|part| !part.capital && !part.hyphen && !part.lower)
    {
        run.parts.pop();
    }
    if !run.parts.is_empty() {
        each(run);
    }
    run.letters.clear();
    run.parts.clear();
}

/// Takes up one stretch without white space.
fn chunk(
    text: &str,
    place: Span,
    tails: &HashSet<u64>,
    run: &mut Run,
    each: &mut impl FnMut(&Run),
) {
    let chunk = place.of(text);
    let plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase() && !byte.is_ascii_digit();
    if run.parts.is_empty() && chunk.bytes().all(plain) {
        return;
    }
    if is_address(chunk) {
        flush(run, each);
        return;
    }
    let mut before = place.start;
    for word in words(chunk, place.start) {
        let gap = &text[before..word.span.start];
        let hyphen = gap == "-" && before > place.start;
        if !gap.is_empty() && !hyphen {
            flush(run, each);
        }
        let first = word.span.of(text).chars().next();
        let capital = first.is_some_and(|c| c.is_uppercase() || c.is_numeric());
        let goes_on = !run.parts.is_empty();
        let written = word.span.of(text);
        let joins = || PARTICLES.contains(&written) || is_function_word(written, tails);
        if capital || (goes_on && (hyphen || joins())) {
            push(run, text, Word { hyphen, ..word }, capital);
        } else if goes_on && is_tail(written, tails) {
            push(run, text, word, false);
            run.parts
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|part| part.lower = true);
        } else {
            flush(run, each);
        }
        before = word.end;
        if word.possessive {
            flush(run, each);
        }
    }
    if before != place.end {
        flush(run, each);
    }
}

/// Whether a word in lower case may be part of a name: one of `tails`, and no ordinary word.
fn is_tail(word: &str, tails: &HashSet<u64>) -> bool {
    let mut letters = Vec::new();
    fold_into(word, &mut letters);
    letters.len() > 3 && tails.contains(&word_hash(&letters)) && !is_word(&word.to_lowercase())
}

/// Whether it is a small word that stands inside names (`bin`, `el`).
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Whether it is a function word that some name has.
fn is_function_word(word: &str, tails: &HashSet<u64>) -> bool {
    FUNCTION_WORDS.contains(&word) && {
        let letters: Vec<char> = word.chars().collect();
        tails.contains(&word_hash(&letters))
    }
}

/// Stands for a word, by its folded letters.
pub(super) fn word_hash(letters: &[char]) -> u64 {
    letters
        .iter()
        .fold(0, |hash, letter| mix(hash ^ u64::from(u32::from(*letter))))
}

/// The words that the text has in lower case.
pub(super) fn lower_words(text: &str) -> HashSet<u64> {
    let mut letters = Vec::new();
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.starts_with(char::is_lowercase))
        .map(|word| {
            letters.clear();
            fold_into(word, &mut letters);
            word_hash(&letters)
        })
        .collect()
}

/// A word as it stands, before its letters are folded.
#[derive(Clone, Copy)]
struct Word {
    span: Span,
    /// Where the scan goes on: after a possessive and after the full stop of an initial.
    end: usize,
    hyphen: bool,
    possessive: bool,
}

fn push(run: &mut Run, text: &str, word: Word, capital: bool) {
    let from = run.letters.len();
    fold_into(word.span.of(text), &mut run.letters);
    run.parts.push(Part {
        span: word.span,
        letters: from..run.letters.len(),
        hyphen: word.hyphen,
        capital,
        lower: false,
        ampersand: false,
    });
}

/// The words of `text`, whose spans count from `offset`; hyphens and spaces part them.
fn words(text: &str, offset: usize) -> impl Iterator<Item = Word> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let hyphen = text[..start].ends_with('-');
        let mut end = start;
        let mut letters = 0;
        let mut possessive = false;
        let mut next = None;
        let mut rest = text[start..].char_indices().peekable();
        while let Some((place, c)) = rest.next() {
            if c.is_alphanumeric() || is_combining_mark(c) {
                end = start + place + c.len_utf8();
                letters += 1;
                continue;
            }
            let follows = rest.peek().map(|(_, c)| *c);
            if c == '\'' && follows.is_some_and(char::is_alphabetic) {
                let tail = &text[start + place + 1..];
                let after = tail.chars().nth(1);
                if tail.starts_with(['s', 'S']) && !after.is_some_and(char::is_alphanumeric) {
                    possessive = true;
                    next = Some(start + place + 2);
                    break;
                }
                continue;
            }
            // `J.` and `U.S.` are one part each.
            if c == '.' && letters == 1 {
                letters = 0;
                next = Some(start + place + 1);
                continue;
            }
            break;
        }
        at = next.map_or(end, |next| next.max(end));
        Some(Word {
            span: Span::new(offset + start, offset + end),
            end: offset + at,
            hyphen,
            possessive,
        })
    })
}

/// E-mail addresses, web addresses, handles, tags and file names.
fn is_address(chunk: &str) -> bool {
    if chunk.contains(['@', '#', '_', '\\']) || chunk.contains("://") || chunk.contains("www.") {
        return true;
    }
    let mut chars = chunk.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let dot = c == '.' && before.is_alphanumeric();
        if dot && chars.peek().is_some_and(|after| after.is_lowercase()) {
            return true;
        }
        before = c;
    }
    false
}

/// Appends the letters and digits of `word`, lower case and without diacritics.
pub(super) fn fold_into(word: &str, letters: &mut Vec<char>) {
    if word.is_ascii() {
        let plain = word.chars().filter(char::is_ascii_alphanumeric);
        letters.extend(plain.map(|c| c.to_ascii_lowercase()).take(LONGEST));
        return;
    }
    let from = letters.len();
    for c in word
        .nfd()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
    {
        match SPECIAL.iter().find(|(special, _)| *special == c) {
            Some((_, plain)) => letters.extend(plain.chars()),
            None if is_combining_mark(c) => {}
            None => letters.push(c),
        }
        if letters.len() - from >= LONGEST {
            break;
        }
    }
}

/// Letters that have no decomposition.
const SPECIAL: &[(char, &str)] = &[
    ('ı', "i"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ħ', "h"),
    ('ŧ', "t"),
    ('ə', "e"),
    ('ŋ', "ng"),
];
