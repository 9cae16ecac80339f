//! Romanisation: which spellings in Latin letters stand for the same name in another script.
//!
//! A name is read back into the units of its own script (Hangul syllables …) with a cost for each reading, so that
//! two spellings are variants of one name exactly where they share a cheap reading. Whether that may be done at
//! all is decided by the name: every part of it must be readable, and it must look like a name of that script.

mod chinese;
mod korean;
mod letters;
mod syllables;

#[cfg(test)]
mod tests;

use letters::Letters;

/// A way to read a romanised name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Stands for the name in its own script; equal for equal names.
    pub key: u64,
    /// How unusual the spelling is for that name, next to the likeliest reading; two for a factor of ten.
    pub cost: u8,
}

/// Everything that a romanised name can stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// How unusual the likeliest reading itself is; a low number means a perfectly usual name.
    pub strangeness: u8,
    /// The readings, the cheapest first; never empty.
    pub readings: Vec<Reading>,
}

/// A family of romanisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Personal names, the family name first.
    Korean,
    /// Personal names, the family name last.
    KoreanTurned,
    /// A place name in one word.
    KoreanPlace,
    /// Personal names.
    Chinese,
    /// Personal names.
    Japanese,
    /// Russian, Ukrainian and Belarusian names.
    Slavic,
    /// Arabic and Persian names.
    Arabic,
}

impl Scheme {
    /// Every scheme; where a name may be of several, the earlier one is likelier.
    pub const ALL: [Scheme; 7] = [
        Scheme::Korean,
        Scheme::KoreanTurned,
        Scheme::Chinese,
        Scheme::Slavic,
        Scheme::Arabic,
        Scheme::Japanese,
        Scheme::KoreanPlace,
    ];

    /// Whether a right name with these parts is of this scheme. Parts are words and hyphenated syllables in
    /// lower-case letters without diacritics.
    pub fn claims(self, parts: &[&str]) -> bool {
        match self {
            Scheme::Slavic => letters::SLAVIC.is_one(parts),
            Scheme::Arabic => letters::ARABIC.is_one(parts),
            Scheme::Japanese => letters::JAPANESE.is_one(parts),
            _ => self.readings(parts).is_some(),
        }
    }

    /// What a name with these parts can stand for in this scheme; None where it can be none of it.
    pub fn readings(self, parts: &[&str]) -> Option<Readings> {
        match self {
            Scheme::Korean => korean::person(parts, false),
            Scheme::KoreanTurned => korean::person(parts, true),
            Scheme::KoreanPlace => match parts {
                [word] => korean::place(word),
                _ => None,
            },
            Scheme::Chinese => chinese(parts),
            Scheme::Japanese => rewritten(&letters::JAPANESE, parts),
            Scheme::Slavic => rewritten(&letters::SLAVIC, parts),
            Scheme::Arabic => rewritten(&letters::ARABIC, parts),
        }
    }
}

/// Family name and one or two syllables; Wade–Giles only where it can't be Pinyin.
fn chinese(parts: &[&str]) -> Option<Readings> {
    let [family, given @ ..] = parts else {
        return None;
    };
    if given.is_empty() || given.len() > 2 || !chinese::FAMILY.contains(family) {
        return None;
    }
    let most = 3 - given.len();
    [&chinese::PINYIN, &chinese::WADE_GILES]
        .into_iter()
        .find_map(|system| {
            let mut rows: Vec<(Vec<u16>, u8)> = vec![(Vec::new(), 0)];
            for (at, part) in parts.iter().enumerate() {
                let options = system.read(part, 1, if at == 0 { 1 } else { most });
                let joined = rows.iter().flat_map(|(head, _)| {
                    options
                        .iter()
                        .map(move |(tail, _)| ([&head[..], tail].concat(), 0))
                });
                rows = joined.take(64).collect();
            }
            readings(6, rows)
        })
}

/// The readings of a scheme that differs letter by letter.
fn rewritten(scheme: &Letters, parts: &[&str]) -> Option<Readings> {
    if parts.is_empty()
        || !parts
            .iter()
            .all(|part| part.bytes().all(|byte| byte.is_ascii_lowercase()))
    {
        return None;
    }
    let mut rows: Vec<(Vec<u16>, u8)> = vec![(Vec::new(), 0)];
    for part in parts {
        let spellings = scheme.rewrite(part);
        let joined = rows.iter().flat_map(|(head, _)| {
            spellings.iter().map(move |spelling| {
                let mut row = head.clone();
                row.extend(spelling.bytes().map(u16::from));
                (row, 0)
            })
        });
        rows = joined.take(64).collect();
    }
    readings(scheme.tag, rows)
}

/// Above this, next to the cheapest, a reading is not kept.
const KEPT: u8 = 3;
/// Nor are more readings than this.
const MOST: usize = 24;

fn readings(tag: u64, mut rows: Vec<(Vec<u16>, u8)>) -> Option<Readings> {
    rows.sort_by_key(|(_, cost)| *cost);
    let strangeness = rows.first()?.1;
    let mut readings: Vec<Reading> = Vec::new();
    for (row, cost) in rows {
        let cost = cost - strangeness;
        if cost > KEPT || readings.len() == MOST {
            break;
        }
        let key = key(tag, &row);
        if readings.iter().all(|known| known.key != key) {
            readings.push(Reading { key, cost });
        }
    }
    Some(Readings {
        strangeness,
        readings,
    })
}

fn key(tag: u64, row: &[u16]) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    row.iter().fold(tag.wrapping_mul(FACTOR), |key, unit| {
        (key ^ u64::from(*unit))
            .wrapping_mul(0x0000_0100_0000_01B3)
            .rotate_left(23)
            .wrapping_mul(FACTOR)
    })
}
