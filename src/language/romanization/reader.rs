//! Reading whole names, part by part, each word once.

use std::sync::Arc;

use foldhash::HashMap;

use super::letters::Letters;
use super::{Reading, Readings, Scheme, chinese, korean, letters};

/// What a part may stand for: rows of units (syllables, letters), each with its cost, the cheapest first.
pub(super) type Options = Vec<(Vec<u16>, u8)>;

/// What a part does in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Slot {
    KoreanFamily,
    /// One syllable of a given name.
    KoreanSyllable,
    /// A whole given name.
    KoreanGiven,
    KoreanPlace,
    PinyinFamily,
    PinyinSyllable,
    PinyinGiven,
    WadeFamily,
    WadeSyllable,
    WadeGiven,
    Japanese,
    Slavic,
    Arabic,
}

/// Reads names. It remembers the words that it has read, for words come again.
#[derive(Debug, Default)]
pub struct Reader {
    read: HashMap<Slot, HashMap<String, Arc<Options>>>,
    /// How many words are remembered.
    words: usize,
}

/// When so many words are remembered, they are forgotten.
const MOST_WORDS: usize = 50_000;
/// More ways to read a name than this are not followed.
const MOST_ROWS: usize = 64;
/// Above this, next to the cheapest, a reading is not kept.
const KEPT: u8 = 3;
/// Nor are more readings than this.
const MOST_READINGS: usize = 24;

impl Reader {
    /// What a name with these parts can stand for in the scheme; None where it can be none of it. Parts are words
    /// and hyphenated syllables in lower-case letters without diacritics.
    pub fn readings(&mut self, scheme: Scheme, parts: &[&str]) -> Option<Readings> {
        systems(scheme, parts.len()).iter().find_map(|system| {
            let mut rows = vec![(key(scheme, &[]), 0)];
            for (slot, at) in system {
                let options = self.options(*slot, parts.get(*at)?)?;
                let mut next = Vec::with_capacity(rows.len() * options.len());
                for (hash, cost) in &rows {
                    next.extend(
                        options
                            .iter()
                            .map(|(row, more)| (extend(*hash, row), more.saturating_add(*cost))),
                    );
                }
                next.sort_by_key(|(_, cost)| *cost);
                next.truncate(MOST_ROWS);
                rows = next;
            }
            collect(rows).filter(|readings| readings.strangeness <= strangest(scheme, parts.len()))
        })
    }

    /// What the part by which names are told first (the family name, or the first part) can stand for.
    pub fn heads(&mut self, scheme: Scheme, part: &str) -> Vec<u64> {
        let mut found = Vec::new();
        for slot in head_slots(scheme) {
            let options = self.options(*slot, part);
            found.extend(
                options
                    .iter()
                    .flat_map(|rows| rows.iter())
                    .map(|(row, _)| key(scheme, row)),
            );
        }
        found
    }

    fn options(&mut self, slot: Slot, word: &str) -> Option<Arc<Options>> {
        if self.words > MOST_WORDS {
            self.read.clear();
            self.words = 0;
        }
        let known = self.read.entry(slot).or_default();
        let options = match known.get(word) {
            Some(options) => options.clone(),
            None => {
                self.words += 1;
                let options = Arc::new(read(slot, word));
                known.insert(word.to_string(), options.clone());
                options
            }
        };
        (!options.is_empty()).then_some(options)
    }
}

/// The slots of a name's parts in each system of the scheme, and the places of the parts, the head first.
fn systems(scheme: Scheme, parts: usize) -> Vec<Vec<(Slot, usize)>> {
    let person = |family: Slot, syllable: Slot, given: Slot, last: bool| -> Vec<(Slot, usize)> {
        let head = if last { parts - 1 } else { 0 };
        let rest = (0..parts).filter(|at| *at != head);
        let slot = if parts == 2 { given } else { syllable };
        std::iter::once((family, head))
            .chain(rest.map(|at| (slot, at)))
            .collect()
    };
    let letters = |slot: Slot| vec![(0..parts).map(|at| (slot, at)).collect()];
    let is_person = (2..=3).contains(&parts);
    match scheme {
        Scheme::Korean | Scheme::KoreanTurned if is_person => {
            let last = scheme == Scheme::KoreanTurned;
            vec![person(
                Slot::KoreanFamily,
                Slot::KoreanSyllable,
                Slot::KoreanGiven,
                last,
            )]
        }
        // Wade–Giles only where it can't be Pinyin.
        Scheme::Chinese if is_person => vec![
            person(
                Slot::PinyinFamily,
                Slot::PinyinSyllable,
                Slot::PinyinGiven,
                false,
            ),
            person(Slot::WadeFamily, Slot::WadeSyllable, Slot::WadeGiven, false),
        ],
        Scheme::Korean | Scheme::KoreanTurned | Scheme::Chinese => Vec::new(),
        Scheme::KoreanPlace if parts == 1 => letters(Slot::KoreanPlace),
        Scheme::KoreanPlace => Vec::new(),
        Scheme::Japanese if parts == 2 => letters(Slot::Japanese),
        Scheme::Japanese => Vec::new(),
        Scheme::Slavic if parts <= 4 => letters(Slot::Slavic),
        Scheme::Arabic if parts <= 5 => letters(Slot::Arabic),
        Scheme::Slavic | Scheme::Arabic => Vec::new(),
    }
}

/// What the head of a name may be.
fn head_slots(scheme: Scheme) -> &'static [Slot] {
    match scheme {
        Scheme::Korean | Scheme::KoreanTurned => &[Slot::KoreanFamily],
        Scheme::KoreanPlace => &[Slot::KoreanPlace],
        Scheme::Chinese => &[Slot::PinyinFamily, Slot::WadeFamily],
        Scheme::Japanese => &[Slot::Japanese],
        Scheme::Slavic => &[Slot::Slavic],
        Scheme::Arabic => &[Slot::Arabic],
    }
}

/// A stranger name than this is none of the scheme.
fn strangest(scheme: Scheme, parts: usize) -> u8 {
    match (scheme, parts) {
        (Scheme::Korean, _) => 10,
        // Many a John or Mike has a Korean family name.
        (Scheme::KoreanTurned, 2) => 2,
        (Scheme::KoreanTurned, _) => 5,
        (Scheme::KoreanPlace, _) => 6,
        _ => u8::MAX,
    }
}

fn read(slot: Slot, word: &str) -> Options {
    if word.is_empty() || word.len() > 24 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let spelt = |scheme: &Letters| -> Options {
        let spellings = scheme.rewrite(word).into_iter();
        spellings
            .map(|spelling| (spelling.bytes().map(u16::from).collect(), 0))
            .collect()
    };
    match slot {
        Slot::KoreanFamily => korean::family(word),
        Slot::KoreanSyllable => korean::given(word, true),
        Slot::KoreanGiven => korean::given(word, false),
        Slot::KoreanPlace => korean::place(word),
        Slot::PinyinFamily | Slot::WadeFamily if !chinese::is_family(word) => Vec::new(),
        Slot::PinyinFamily | Slot::PinyinSyllable => chinese::PINYIN.read(word, 1, 1),
        Slot::PinyinGiven => chinese::PINYIN.read(word, 1, 2),
        Slot::WadeFamily | Slot::WadeSyllable => chinese::WADE_GILES.read(word, 1, 1),
        Slot::WadeGiven => chinese::WADE_GILES.read(word, 1, 2),
        Slot::Japanese => spelt(&letters::JAPANESE),
        Slot::Slavic => spelt(&letters::SLAVIC),
        Slot::Arabic => spelt(&letters::ARABIC),
    }
}

fn collect(mut rows: Vec<(u64, u8)>) -> Option<Readings> {
    rows.sort_by_key(|(_, cost)| *cost);
    let strangeness = rows.first()?.1;
    let mut readings: Vec<Reading> = Vec::new();
    for (key, cost) in rows {
        let cost = cost - strangeness;
        if cost > KEPT || readings.len() == MOST_READINGS {
            break;
        }
        if readings.iter().all(|known| known.key != key) {
            readings.push(Reading { key, cost });
        }
    }
    Some(Readings {
        strangeness,
        readings,
    })
}

const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Stands for a row of units in a scheme.
fn key(scheme: Scheme, row: &[u16]) -> u64 {
    let tag = match scheme {
        Scheme::Korean | Scheme::KoreanTurned => 1,
        Scheme::KoreanPlace => 2,
        Scheme::Chinese => 3,
        Scheme::Japanese => 4,
        Scheme::Slavic => 5,
        Scheme::Arabic => 6_u64,
    };
    extend(tag.wrapping_mul(FACTOR), row)
}

/// Stands for a row of units after others.
fn extend(hash: u64, row: &[u16]) -> u64 {
    row.iter().fold(hash, |hash, unit| {
        (hash ^ u64::from(*unit))
            .wrapping_mul(0x0000_0100_0000_01B3)
            .rotate_left(23)
            .wrapping_mul(FACTOR)
    })
}
