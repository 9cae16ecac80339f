//! The words that numbers are made of.

use std::sync::LazyLock;

use crate::language::lists::WordMap;

/// What a number word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// 0 to 9, and whether it is an ordinal.
    Unit(u32, bool),
    /// 10 to 19.
    Teen(u32, bool),
    /// 20, 30, … 90.
    Ten(u32, bool),
    /// 100.
    Hundred(bool),
    /// A power of ten, or a dozen.
    Scale(u64, bool),
    /// A denominator that follows a number: `halves`, `thirds`.
    Parts(u64),
}

const CARDINALS: &[(&str, Word)] = {
    use Word::*;
    &[
        ("zero", Unit(0, false)),
        ("one", Unit(1, false)),
        ("two", Unit(2, false)),
        ("three", Unit(3, false)),
        ("four", Unit(4, false)),
        ("five", Unit(5, false)),
        ("six", Unit(6, false)),
        ("seven", Unit(7, false)),
        ("eight", Unit(8, false)),
        ("nine", Unit(9, false)),
        ("ten", Teen(10, false)),
        ("eleven", Teen(11, false)),
        ("twelve", Teen(12, false)),
        ("thirteen", Teen(13, false)),
        ("fourteen", Teen(14, false)),
        ("fifteen", Teen(15, false)),
        ("sixteen", Teen(16, false)),
        ("seventeen", Teen(17, false)),
        ("eighteen", Teen(18, false)),
        ("nineteen", Teen(19, false)),
        ("twenty", Ten(20, false)),
        ("thirty", Ten(30, false)),
        ("forty", Ten(40, false)),
        ("fifty", Ten(50, false)),
        ("sixty", Ten(60, false)),
        ("seventy", Ten(70, false)),
        ("eighty", Ten(80, false)),
        ("ninety", Ten(90, false)),
        ("fourty", Ten(40, false)),
        ("ninty", Ten(90, false)),
        ("hundred", Hundred(false)),
        ("dozen", Scale(12, false)),
        ("dozens", Scale(12, false)),
        ("doz", Scale(12, false)),
        ("dozs", Scale(12, false)),
        ("dz", Scale(12, false)),
        ("dzs", Scale(12, false)),
        ("thousand", Scale(1_000, false)),
        ("lakh", Scale(100_000, false)),
        ("lakhs", Scale(100_000, false)),
        ("million", Scale(1_000_000, false)),
        ("crore", Scale(10_000_000, false)),
        ("crores", Scale(10_000_000, false)),
        ("billion", Scale(1_000_000_000, false)),
        ("trillion", Scale(1_000_000_000_000, false)),
        ("quadrillion", Scale(1_000_000_000_000_000, false)),
    ]
};

const ORDINALS: &[(&str, Word)] = {
    use Word::*;
    &[
        ("first", Unit(1, true)),
        ("second", Unit(2, true)),
        ("third", Unit(3, true)),
        ("fourth", Unit(4, true)),
        ("fifth", Unit(5, true)),
        ("sixth", Unit(6, true)),
        ("seventh", Unit(7, true)),
        ("eighth", Unit(8, true)),
        ("ninth", Unit(9, true)),
        ("tenth", Teen(10, true)),
        ("eleventh", Teen(11, true)),
        ("twelfth", Teen(12, true)),
        ("thirteenth", Teen(13, true)),
        ("fourteenth", Teen(14, true)),
        ("fifteenth", Teen(15, true)),
        ("sixteenth", Teen(16, true)),
        ("seventeenth", Teen(17, true)),
        ("eighteenth", Teen(18, true)),
        ("nineteenth", Teen(19, true)),
        ("twentieth", Ten(20, true)),
        ("thirtieth", Ten(30, true)),
        ("fortieth", Ten(40, true)),
        ("fiftieth", Ten(50, true)),
        ("sixtieth", Ten(60, true)),
        ("seventieth", Ten(70, true)),
        ("eightieth", Ten(80, true)),
        ("ninetieth", Ten(90, true)),
        // common misspellings are read as what they mean
        ("nineth", Unit(9, true)),
        ("twelveth", Teen(12, true)),
        ("fourtieth", Ten(40, true)),
        ("hundredth", Hundred(true)),
        ("thousandth", Scale(1_000, true)),
        ("millionth", Scale(1_000_000, true)),
        ("billionth", Scale(1_000_000_000, true)),
        ("trillionth", Scale(1_000_000_000_000, true)),
    ]
};

/// Scales written after digits, as they must be written, and whether they also stand for it without a currency:
/// a bare `5m` is a length, and a bare `5t` a mass.
pub(crate) const SUFFIXES: &[(&str, u64, bool)] = &[
    ("k", 1_000, true),
    ("K", 1_000, true),
    ("m", 1_000_000, false),
    ("M", 1_000_000, true),
    ("mn", 1_000_000, true),
    ("mln", 1_000_000, true),
    ("mil", 1_000_000, true),
    ("MM", 1_000_000, true),
    ("mm", 1_000_000, false),
    ("b", 1_000_000_000, false),
    ("B", 1_000_000_000, true),
    ("bn", 1_000_000_000, true),
    ("Bn", 1_000_000_000, true),
    ("BN", 1_000_000_000, true),
    ("bln", 1_000_000_000, true),
    ("bil", 1_000_000_000, true),
    ("t", 1_000_000_000_000, false),
    ("T", 1_000_000_000_000, false),
    ("tn", 1_000_000_000_000, true),
    ("trn", 1_000_000_000_000, true),
    ("cr", 10_000_000, false),
];

/// Korean myriads.
pub(crate) const MYRIADS: &[(char, u64)] = &[
    ('조', 1_000_000_000_000),
    ('억', 100_000_000),
    ('만', 10_000),
    ('천', 1_000),
    ('백', 100),
    ('십', 10),
];

/// Vulgar fractions as single characters.
pub(crate) const VULGAR: &[(char, u32, u32)] = &[
    ('½', 1, 2),
    ('⅓', 1, 3),
    ('⅔', 2, 3),
    ('¼', 1, 4),
    ('¾', 3, 4),
    ('⅕', 1, 5),
    ('⅖', 2, 5),
    ('⅗', 3, 5),
    ('⅘', 4, 5),
    ('⅙', 1, 6),
    ('⅚', 5, 6),
    ('⅛', 1, 8),
    ('⅜', 3, 8),
    ('⅝', 5, 8),
    ('⅞', 7, 8),
];

static WORDS: LazyLock<WordMap<Word>> = LazyLock::new(|| {
    let whole = CARDINALS.iter().chain(ORDINALS);
    let whole = whole.map(|&(text, word)| (text.to_string(), word));
    // `seconds` are a length of time, and nothing is split into firsts
    let parts = ORDINALS
        .iter()
        .filter(|(text, _)| !matches!(*text, "first" | "second"));
    let parts = parts.map(|(text, word)| (format!("{text}s"), Word::Parts(word.value())));
    let halves = [("half", 2), ("halves", 2), ("quarter", 4), ("quarters", 4)];
    let halves = halves.map(|(text, parts)| (text.to_string(), Word::Parts(parts)));
    whole.chain(parts).chain(halves).collect()
});

impl Word {
    /// The number it stands for alone.
    pub(crate) fn value(self) -> u64 {
        match self {
            Word::Unit(n, _) | Word::Teen(n, _) | Word::Ten(n, _) => n.into(),
            Word::Hundred(_) => 100,
            Word::Scale(n, _) | Word::Parts(n) => n,
        }
    }
}

/// What a word does in numbers, whatever its case.
pub(crate) fn word(text: &str) -> Option<Word> {
    WORDS.get(text)
}
