//! Text → words with exact byte spans.
//!
//! The rules are those of the corpus that the network was trained on (`don't` is `do` and `n't`, `$46` is `$` and `46`),
//! with some of our own where news is written differently (`Gyu-back` is one word, `U.S.-led` is three). They split a
//! chunk without white space from both ends, then at signs inside.

mod affixes;
pub(super) mod aliases;
mod infixes;

use std::collections::HashMap;

use crate::span::Span;

/// Special cases: the string, then its words, each with the norm that the network reads if it is not the usual one.
const EXCEPTIONS: &str = include_str!("../../../model/exceptions.tsv");

/// A word, number, sign or mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text.
    pub span: Span,
    /// Whether white space follows.
    pub spaced: bool,
    /// What the network reads in place of the bytes: `billion` for the `bn` of `$46bn`.
    pub alias: Option<&'static str>,
    /// What the word stands for, where that is not the word in lower case: `not` for the `n't` of `don't`.
    pub norm: Option<&'static str>,
}

impl Word {
    fn new(start: usize, end: usize) -> Word {
        Word {
            span: Span::new(start, end),
            spaced: false,
            alias: None,
            norm: None,
        }
    }

    /// The bytes as they are written.
    pub fn written<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.span.range()).unwrap_or_default()
    }

    /// What the network reads.
    pub fn read<'t>(&self, text: &'t str) -> &'t str {
        self.alias.unwrap_or_else(|| self.written(text))
    }
}

/// One word of a special case.
#[derive(Clone, Copy, Debug)]
struct Piece {
    len: usize,
    norm: Option<&'static str>,
}

/// Splits text into words. Takes time linear in the length of the text, whatever it holds.
#[derive(Debug)]
pub struct Tokenizer {
    exceptions: HashMap<&'static str, Box<[Piece]>, foldhash::fast::FixedState>,
    /// Bytes of the longest special case; nothing longer is looked up.
    longest: usize,
}

impl Default for Tokenizer {
    fn default() -> Self {
        let mut exceptions = HashMap::default();
        let mut longest = 0;
        for line in EXCEPTIONS.lines() {
            let mut cells = line.split('\t');
            let Some(string) = cells.next() else { continue };
            let pieces: Box<[Piece]> = cells.map(piece).collect();
            // `=D` and its like have the sign in themselves.
            if pieces.iter().map(|piece| piece.len).sum::<usize>() == string.len() {
                longest = longest.max(string.len());
                exceptions.insert(string, pieces);
            }
        }
        Tokenizer {
            exceptions,
            longest,
        }
    }
}

/// `n't=not`: a word and its norm.
fn piece(cell: &'static str) -> Piece {
    match cell.split_once('=') {
        Some((form, norm)) if !form.is_empty() && !norm.is_empty() => Piece {
            len: form.len(),
            norm: Some(norm),
        },
        _ => Piece {
            len: cell.len(),
            norm: None,
        },
    }
}

impl Tokenizer {
    /// The words of a part of a text, in order. White space is in none of them, everything else is in exactly one.
    pub fn words(&self, text: &str, span: Span) -> Vec<Word> {
        let mut words = Vec::new();
        let mut chunk_start = None;
        let mut after_name = false;
        let part = text.get(span.range()).unwrap_or_default();
        let ends = part.char_indices().chain([(part.len(), ' ')]);
        for (at, c) in ends {
            if !c.is_whitespace() {
                chunk_start.get_or_insert(at);
                continue;
            }
            let Some(start) = chunk_start.take() else {
                continue;
            };
            let chunk = Chunk {
                text: &part[start..at],
                base: span.start + start,
                after_name,
                before_digit: part[at..]
                    .trim_start()
                    .starts_with(|c: char| c.is_ascii_digit()),
            };
            self.split(&chunk, &mut words);
            after_name = chunk.text.starts_with(char::is_uppercase)
                && chunk.text.ends_with(char::is_alphabetic);
            if let Some(last) = words.last_mut() {
                last.spaced = true;
            }
        }
        if let Some(last) = words.last_mut() {
            last.spaced = last.span.end < span.end;
        }
        aliases::assign(text, &mut words);
        words
    }

    fn exception(&self, string: &str) -> Option<&[Piece]> {
        let short = string.len() <= self.longest;
        let pieces = short.then(|| self.exceptions.get(string)).flatten()?;
        Some(pieces)
    }

    /// Takes prefixes and suffixes off in turn until nothing or a special case is left, then splits the middle.
    fn split(&self, chunk: &Chunk, words: &mut Vec<Word>) {
        let mut low = 0;
        let mut high = chunk.text.len();
        let mut suffixes = Vec::new();
        while let Some(rest) = chunk.text.get(low..high).filter(|rest| !rest.is_empty()) {
            if let Some(pieces) = self.exception(rest) {
                for piece in pieces {
                    let mut word = chunk.word(low, low + piece.len);
                    word.norm = piece.norm;
                    words.push(word);
                    low += piece.len;
                }
                break;
            }
            let prefix = affixes::prefix(rest);
            if prefix > 0 {
                words.push(chunk.word(low, low + prefix));
                low += prefix;
                continue;
            }
            let suffix = affixes::suffix(rest, chunk.before_digit);
            if suffix == 0 {
                break;
            }
            suffixes.push(chunk.word(high - suffix, high));
            high -= suffix;
        }
        if let Some(middle) = chunk.text.get(low..high).filter(|rest| !rest.is_empty()) {
            let mut from = 0;
            if !infixes::is_whole(middle, chunk.after_name) {
                infixes::each(middle, |start, end| {
                    if from < start {
                        words.push(chunk.word(low + from, low + start));
                    }
                    words.push(chunk.word(low + start, low + end));
                    from = end;
                });
            }
            if from < middle.len() {
                words.push(chunk.word(low + from, high));
            }
        }
        words.extend(suffixes.into_iter().rev());
    }
}

/// A run of text without white space.
struct Chunk<'t> {
    text: &'t str,
    /// Where it begins in the whole text.
    base: usize,
    /// Whether the chunk before may be a family name.
    after_name: bool,
    /// Whether a number follows.
    before_digit: bool,
}

impl Chunk<'_> {
    fn word(&self, start: usize, end: usize) -> Word {
        Word::new(self.base + start, self.base + end)
    }
}
