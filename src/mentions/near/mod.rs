//! Near misses of names: typing slips and other romanisations.
//!
//! Every right spelling is filed under its letters, under its letters less one (so that two rows of letters which
//! are one slip apart meet under some key), and, where it is a romanised name, under what it stands for in its
//! own script. A phrase of the text looks itself up in the same way, so its cost hardly depends on the number of
//! names; what it meets there is then judged part by part.

mod judge;
pub(crate) mod lexicon;
mod postings;
mod scan;
mod search;
mod slip;

#[cfg(test)]
mod tests;

use judge::Name;
use postings::{Hashes, Postings};
use search::{Search, Whole};

use std::sync::{Mutex, OnceLock, PoisonError};

use foldhash::{HashMap, HashSet};
use rayon::prelude::*;

use crate::language::romanization::{Reader, Scheme};
use crate::span::Span;
use crate::text::{Text, normalize, pieces};

/// The names to compare with, indexed so that 100,000 cost little more than 100.
#[derive(Debug, Default)]
pub struct NearNames {
    /// The right spellings of the entries whose near misses are reported.
    names: Vec<Name>,
    /// The letters of the names, and the same without one of them.
    letters: Postings,
    /// What the names stand for in another script; the lowest two bits are the reading's cost.
    sounds: Postings,
    /// The letters of each name's later parts, which are known even without their capital.
    tails: HashSet<u64>,
    /// The letters of everything else that is known.
    known: Postings,
    /// What the heads of those names stand for: few phrases have one.
    heads: HashSet<u64>,
    /// The schemes in which names are filed.
    schemes: Vec<Scheme>,
    /// The lengths of the names in letters, a bit each.
    lengths: u64,
    /// The parts of the longest name.
    most_parts: usize,
    /// What earlier searches have read: capitalised words come again in other articles.
    desks: Mutex<Vec<Desk>>,
}

/// What a search remembers of the words that it has read; another search goes on with it.
#[derive(Debug, Default)]
struct Desk {
    reader: Reader,
    /// For each word the schemes in which it can be the head of a filed name, a bit each.
    heads: HashMap<Box<[char]>, u8>,
}

/// One entity as the index needs it.
#[derive(Clone, Debug, Default)]
pub struct NameEntry {
    /// Every right spelling, the preferred one first.
    pub right: Vec<String>,
    /// Known wrong spellings, and other real names: known, and so never a near miss of anything.
    pub known: Vec<String>,
    /// Whether near misses of it are reported.
    pub near: bool,
}

/// A near miss in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The words, without a possessive.
    pub span: Span,
    /// The index of the entry that it is a likely misspelling of.
    pub entry: usize,
    /// Whether it looks like two letters that changed places.
    pub transposed: bool,
}

/// Names with more letters than this are not looked for.
const MOST_LETTERS: usize = 60;
/// Nor are phrases of more parts.
const MOST_PARTS: usize = 8;

impl NearNames {
    /// Builds the index. `also_known` are further names of loaded facts (holders, places …), which are never
    /// near misses and are not looked for.
    pub fn new(entries: &[NameEntry], also_known: &[String]) -> Self {
        let mut index = Self::default();
        let mut reader = Reader::default();
        let (mut letters, mut sounds, mut known) = (Vec::new(), Vec::new(), Vec::new());
        let mut know = |text: &str| {
            let run = scan::name(&normalize(text));
            known.push((Hashes::new(&run.letters).whole(0, run.letters.len()), 0));
        };
        also_known.iter().for_each(|name| know(name));
        for (number, entry) in entries.iter().enumerate() {
            entry.known.iter().for_each(|name| know(name));
            for right in &entry.right {
                let text = normalize(right);
                let run = scan::name(&text);
                let len = run.letters.len();
                if !entry.near || len == 0 || len > MOST_LETTERS || run.parts.len() > MOST_PARTS {
                    know(right);
                    continue;
                }
                let id = index.names.len() as u32;
                index.lengths |= 1 << len;
                index.most_parts = index.most_parts.max(run.parts.len());
                let mut name = Name {
                    entry: number as u32,
                    text,
                    run,
                    scheme: None,
                };
                file_letters(&name.run.letters, id, &mut letters);
                name.scheme = index.file_sounds(&name, id, &mut sounds, &mut reader);
                let later = name.run.parts.iter().skip(1);
                index.tails.extend(
                    later.map(|part| scan::word_hash(&name.run.letters[part.letters.clone()])),
                );
                index.names.push(name);
            }
        }
        index.letters = Postings::new(&letters);
        index.sounds = Postings::new(&sounds);
        index.known = Postings::new(&known);
        index
    }

    /// Files a name under what it stands for in its own script, and tells by which scheme.
    fn file_sounds(
        &mut self,
        name: &Name,
        id: u32,
        rows: &mut Vec<(u64, u32)>,
        reader: &mut Reader,
    ) -> Option<Scheme> {
        let words = name.window().words();
        let parts: Vec<&str> = words.iter().map(String::as_str).collect();
        let scheme = Scheme::ALL
            .into_iter()
            .find(|scheme| scheme.claims(&parts, reader))?;
        for reading in reader.readings(scheme, &parts)?.readings {
            rows.push((reading.key, id << 2 | u32::from(reading.cost.min(3))));
        }
        self.heads
            .extend(reader.heads(scheme, parts[scheme.head(parts.len())]));
        for order in orders(scheme) {
            if !self.schemes.contains(order) {
                self.schemes.push(*order);
            }
        }
        Some(scheme)
    }

    /// Every near miss in the text, in the order of their places. `taken` are the places of exact names
    /// (sorted by start): they are spelt right, so that a near miss may hold one but never differ in it.
    pub fn find(&self, text: &Text, taken: &[Span]) -> Vec<NearMiss> {
        self.find_in(text.as_str(), taken)
    }

    /// The same in a string that is already normalised as a [`Text`] is.
    pub fn find_in(&self, text: &str, taken: &[Span]) -> Vec<NearMiss> {
        if self.names.is_empty() {
            return Vec::new();
        }
        let whole = Whole {
            text,
            taken,
            lower: OnceLock::new(),
        };
        let search = |piece: &Span| {
            let mut desk = self.desks().pop().unwrap_or_default();
            let found = Search::new(self, &mut desk, &whole).run(*piece);
            self.desks().push(desk);
            found
        };
        match pieces(text)[..] {
            [ref all] => search(all),
            ref pieces => pieces.par_iter().flat_map_iter(search).collect(),
        }
    }

    fn desks(&self) -> std::sync::MutexGuard<'_, Vec<Desk>> {
        self.desks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Files a name under its letters, and under them less one.
fn file_letters(letters: &[char], id: u32, rows: &mut Vec<(u64, u32)>) {
    let hashes = Hashes::new(letters);
    rows.push((hashes.whole(0, letters.len()), id));
    for gap in 0..letters.len() {
        // Of a doubled letter, either one gone is the same.
        if gap == 0 || letters[gap] != letters[gap - 1] {
            rows.push((hashes.without(0, gap, letters.len()), id));
        }
    }
}

/// The schemes in which the names of a scheme are looked for: a family name may stand at either end.
fn orders(scheme: Scheme) -> &'static [Scheme] {
    match scheme {
        Scheme::Korean | Scheme::KoreanTurned => &[Scheme::Korean, Scheme::KoreanTurned],
        Scheme::KoreanPlace => &[Scheme::KoreanPlace],
        Scheme::Chinese => &[Scheme::Chinese],
        Scheme::Japanese => &[Scheme::Japanese],
        Scheme::Slavic => &[Scheme::Slavic],
        Scheme::Arabic => &[Scheme::Arabic],
    }
}
