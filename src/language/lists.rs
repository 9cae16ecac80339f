//! Lists of words, asked for whatever their case.
//!
//! Most words of a text stand in no list, and their first letter and length tell: only the rest is compared.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

/// For each first letter, whatever its case, the lengths that words with it have: a bit each, 31 for all longer ones.
#[derive(Clone, Copy, Debug)]
struct Lengths([u32; 32]);

impl Lengths {
    const fn bit(len: usize) -> u32 {
        1 << if len < 31 { len } else { 31 }
    }

    const fn row(first: u8) -> usize {
        (first & 31) as usize
    }

    fn may_hold(&self, word: &str) -> bool {
        let first = word.as_bytes().first();
        first.is_some_and(|first| self.0[Self::row(*first)] & Self::bit(word.len()) != 0)
    }
}

/// Words with spaces between them.
#[derive(Debug)]
pub(crate) struct WordList {
    words: &'static str,
    lengths: Lengths,
}

impl WordList {
    /// Takes words in lower case.
    pub(crate) const fn new(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        let mut rows = [0; 32];
        let (mut at, mut start) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                if at > start {
                    rows[Lengths::row(bytes[start])] |= Lengths::bit(at - start);
                }
                start = at + 1;
            }
            at += 1;
        }
        WordList {
            words,
            lengths: Lengths(rows),
        }
    }

    /// Whether a word stands in the list.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.lengths.may_hold(word)
            && self
                .words
                .split(' ')
                .any(|entry| entry.eq_ignore_ascii_case(word))
    }
}

/// What words do.
#[derive(Debug)]
pub(crate) struct WordMap<T> {
    rows: HashMap<Box<[u8]>, T, FxBuildHasher>,
    lengths: Lengths,
}

/// Longer words do nothing.
const LONGEST: usize = 16;

impl<T: Copy> WordMap<T> {
    /// What a word does, whatever its case.
    pub(crate) fn get(&self, word: &str) -> Option<T> {
        if !self.lengths.may_hold(word) {
            return None;
        }
        let mut buffer = [0; LONGEST];
        let lower = buffer.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        self.rows.get(&*lower).copied()
    }
}

impl<W: AsRef<str>, T> FromIterator<(W, T)> for WordMap<T> {
    /// Takes words in lower case; of two that are equal the later stays.
    fn from_iter<I: IntoIterator<Item = (W, T)>>(words: I) -> Self {
        let (mut rows, mut lengths) = (HashMap::default(), Lengths([0; 32]));
        for (word, what) in words {
            let word = word.as_ref().as_bytes();
            debug_assert!(word.len() <= LONGEST);
            if let Some(first) = word.first() {
                lengths.0[Lengths::row(*first)] |= Lengths::bit(word.len());
                rows.insert(word.into(), what);
            }
        }
        WordMap { rows, lengths }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_words_in_any_case() {
        static LIST: WordList = WordList::new("on in the unprecedented     twenty-first");
        for word in LIST.words.split_ascii_whitespace() {
            assert!(LIST.has(word) && LIST.has(&word.to_uppercase()), "{word}");
        }
        for word in ["", "o", "an", "onn", "unprecedentes", "é", "in on", " "] {
            assert!(!LIST.has(word), "{word}");
        }
    }

    #[test]
    fn a_map_tells_of_its_words_in_any_case() {
        let map: WordMap<u8> = [("one", 1), ("two", 2), ("one", 3)].into_iter().collect();
        assert_eq!(map.get("ONE"), Some(3));
        assert_eq!(map.get("Two"), Some(2));
        assert_eq!(map.get("owe"), None);
        assert_eq!(map.get(""), None);
        assert_eq!(map.get("a word that is longer than any"), None);
    }
}
