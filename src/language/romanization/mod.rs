//! Romanisation: which spellings in Latin letters stand for the same name in another script.
//!
//! A name is read back into the units of its own script (Hangul syllables …) with a cost for each reading, so that
//! two spellings are variants of one name exactly where they share a cheap reading. Whether that may be done at
//! all is decided by the name: every part of it must be readable, and it must look like a name of that script.

mod chinese;
mod korean;
mod letters;
mod reader;
mod syllables;

#[cfg(test)]
mod tests;

pub use reader::Reader;

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

    /// The place of a name's head, the part by which it is told first, in a name of so many parts.
    pub fn head(self, parts: usize) -> usize {
        match self {
            Scheme::KoreanTurned => parts.saturating_sub(1),
            _ => 0,
        }
    }

    /// Whether a right name with these parts is of this scheme. Parts are words and hyphenated syllables in
    /// lower-case letters without diacritics.
    pub fn claims(self, parts: &[&str], reader: &mut Reader) -> bool {
        let marked = match self {
            Scheme::Slavic => letters::SLAVIC.is_one(parts),
            Scheme::Arabic => letters::ARABIC.is_one(parts),
            Scheme::Japanese => letters::JAPANESE.is_one(parts),
            _ => true,
        };
        // Many a word of two syllables could be Korean at a pinch.
        let most = if self == Scheme::KoreanPlace {
            3
        } else {
            u8::MAX
        };
        let readings = marked.then(|| reader.readings(self, parts)).flatten();
        readings.is_some_and(|readings| readings.strangeness <= most)
    }
}
