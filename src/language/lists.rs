//! Lists of words, asked for whatever their case.
//!
//! Most words of a text stand in no list, and their first letter and length tell: only the rest is compared.

use foldhash::HashMap;

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

/// Words with spaces between them, in a table that the compiler fills.
#[derive(Debug)]
pub(crate) struct WordList {
    words: &'static str,
    lengths: Lengths,
    /// One more than the place of a word in `words`, where its hash sends it or behind; 0 where there is none.
    places: [u16; PLACES],
}

/// More than twice the words of the longest list.
const PLACES: usize = 512;

impl WordList {
    /// Takes words in lower case.
    pub(crate) const fn new(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        assert!(bytes.len() < u16::MAX as usize);
        let mut lengths = [0; 32];
        let mut places = [0; PLACES];
        let (mut at, mut start, mut count) = (0, 0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                if at > start {
                    lengths[Lengths::row(bytes[start])] |= Lengths::bit(at - start);
                    let mut place = hash(bytes, start, at);
                    while places[place] != 0 {
                        place = (place + 1) % PLACES;
                    }
                    places[place] = start as u16 + 1;
                    count += 1;
                    assert!(count < PLACES / 2);
                }
                start = at + 1;
            }
            at += 1;
        }
        WordList {
            words,
            lengths: Lengths(lengths),
            places,
        }
    }

    /// The letters that its words begin with.
    #[cfg(test)]
    pub(crate) fn first_letters(&self) -> impl Iterator<Item = u8> + '_ {
        let words = self.words.split_ascii_whitespace();
        words.filter_map(|word| word.bytes().next())
    }

    /// Whether a word stands in the list.
    pub(crate) fn has(&self, word: &str) -> bool {
        if !self.lengths.may_hold(word) {
            return false;
        }
        let (list, word) = (self.words.as_bytes(), word.as_bytes());
        let mut place = hash(word, 0, word.len());
        while let Some(start) = self.places[place].checked_sub(1) {
            let entry = &list[usize::from(start)..];
            let ended = entry.get(word.len()).is_none_or(|next| *next == b' ');
            if ended && entry[..word.len().min(entry.len())].eq_ignore_ascii_case(word) {
                return true;
            }
            place = (place + 1) % PLACES;
        }
        false
    }
}

/// The place of a word in the table, whatever its case.
const fn hash(bytes: &[u8], start: usize, end: usize) -> usize {
    let mut hash: u32 = 0x811C_9DC5;
    let mut at = start;
    while at < end {
        hash = (hash ^ (bytes[at] | 0x20) as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ hash >> 15) as usize % PLACES
}

/// What words do.
#[derive(Debug)]
pub(crate) struct WordMap<T> {
    rows: HashMap<Box<[u8]>, T>,
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
