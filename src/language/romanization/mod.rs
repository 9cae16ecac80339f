//! Romanisation: which spellings in Latin letters stand for the same name in another script.
//!
//! A name is read back into the units of its own script (Hangul syllables …) with a cost for each reading, so that
//! two spellings are variants of one name exactly where they share a cheap reading. Whether that may be done at
//! all is decided by the name: every part of it must be readable, and its family name must be a known one.

mod korean;
mod syllables;

/// A way to read a romanised name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Stands for the name in its own script; equal for equal names.
    pub key: u64,
    /// How unusual the spelling is for that name, next to the likeliest reading; about two for a factor of ten.
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

/// The readings of a personal name as a Korean one. `parts` are its words and hyphenated syllables in lower-case
/// letters without diacritics; the family name stands first, or last where `family_last`. None where it cannot
/// be a Korean name.
pub fn korean(parts: &[&str], family_last: bool) -> Option<Readings> {
    korean::person(parts, family_last)
}

/// The readings of a single word as a Korean place name, of two to four syllables.
pub fn korean_place(word: &str) -> Option<Readings> {
    korean::place(word)
}
