//! Scripts whose romanisations differ letter by letter: each system is rewritten into one rough common spelling.
//!
//! Sources: for Russian and Ukrainian BGN/PCGN, ISO 9, the passport systems of 1997–2014 and Ukraine's resolution
//! 55 of 2010; for Arabic ALA-LC, the UN system of 2017 and the French and English press; for Japanese the
//! Hepburn, Kunrei-shiki and passport systems.

use std::sync::OnceLock;

use foldhash::HashSet;

/// What is written (`$`: at the end), and what it may be.
type Rule = (&'static str, &'static [&'static str]);

/// A scheme: how its spellings are rewritten, and how a name of it is known.
pub(super) struct Letters {
    /// What is written, and what it may be; the longest that fits is taken.
    rules: &'static [Rule],
    /// The same by first letter, once somebody asks.
    by_letter: OnceLock<[Vec<Rule>; 26]>,
    /// Whether a name is of this scheme, from its parts and the first rewriting of them.
    is_one: fn(&[&str]) -> bool,
}

/// More rewritings than this are not followed.
const MOST: usize = 24;

impl Letters {
    /// Whether the parts are a name of this scheme.
    pub fn is_one(&self, parts: &[&str]) -> bool {
        (self.is_one)(parts)
    }

    /// The common spellings of a word of `a` to `z`.
    pub fn rewrite(&self, word: &str) -> Vec<String> {
        let mut done = vec![String::with_capacity(word.len())];
        let mut rest = word;
        while let Some(first) = rest.bytes().next() {
            let rule = self
                .rules_of(first)
                .iter()
                .find(|(from, _)| match from.strip_suffix('$') {
                    Some(ending) => rest == ending,
                    None => rest.starts_with(from),
                });
            let plain = [&rest[..1]];
            let (len, options): (usize, &[&str]) = match rule {
                Some((from, to)) => (from.trim_end_matches('$').len(), to),
                None => (1, &plain),
            };
            let heads = done.len();
            let options = if heads * options.len() > MOST {
                &options[..1]
            } else {
                options
            };
            for option in &options[1..] {
                for at in 0..heads {
                    let mut whole = done[at].clone();
                    append(&mut whole, option);
                    done.push(whole);
                }
            }
            done[..heads]
                .iter_mut()
                .for_each(|head| append(head, options[0]));
            rest = &rest[len..];
        }
        done
    }

    /// The rules for what begins with the letter, the longest first.
    fn rules_of(&self, letter: u8) -> &[Rule] {
        let table = self.by_letter.get_or_init(|| {
            let mut table: [Vec<Rule>; 26] = Default::default();
            for rule in self.rules {
                table[place(rule.0.as_bytes()[0])].push(*rule);
            }
            for rules in &mut table {
                rules.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
            }
            table
        });
        &table[place(letter)]
    }
}

fn place(letter: u8) -> usize {
    usize::from(letter.wrapping_sub(b'a')).min(25)
}

/// Appends, and writes a doubled letter once.
fn append(whole: &mut String, tail: &str) {
    for letter in tail.chars() {
        if !whole.ends_with(letter) {
            whole.push(letter);
        }
    }
}

pub(super) static SLAVIC: Letters = Letters {
    by_letter: OnceLock::new(),
    rules: &[
        ("shch", &["S"]),
        ("schtsch", &["S"]),
        ("sch", &["S", "sC"]),
        ("sh", &["s!"]),
        ("zh", &["z!"]),
        ("kh", &["h"]),
        ("ch", &["C"]),
        ("tch", &["C"]),
        ("tsch", &["C"]),
        ("ts", &["c"]),
        ("tz", &["c"]),
        ("ks", &["x"]),
        ("ph", &["f"]),
        ("w", &["v"]),
        ("off$", &["ov"]),
        ("eff$", &["ev"]),
        ("ia", &["A"]),
        ("iya", &["A"]),
        ("ya", &["A"]),
        ("ja", &["A"]),
        ("yu", &["U"]),
        ("iu", &["U"]),
        ("ju", &["U"]),
        ("ye", &["e"]),
        ("je", &["e"]),
        ("yo", &["e"]),
        ("jo", &["e"]),
        ("iy", &["i"]),
        ("yy", &["i"]),
        ("ij", &["i"]),
        ("yi", &["i"]),
        ("y", &["i"]),
        ("j", &["i"]),
        ("gh", &["g"]),
    ],
    is_one: |parts| {
        parts.iter().any(|part| {
            part.len() >= 5
                && [
                    "ov", "ova", "ev", "eva", "off", "sky", "ski", "skiy", "skyy", "skii", "skaya",
                    "ska", "enko", "chuk", "yuk", "iuk", "vich", "vych", "iev", "yev", "kin",
                    "lin", "tin", "sin", "ny", "yna", "hin",
                ]
                .iter()
                .any(|ending| part.ends_with(ending))
        }) && parts.iter().any(|part| is_slavic_given(part))
    },
};

/// Given names by which a Russian, Ukrainian or Belarusian name is known.
fn is_slavic_given(part: &str) -> bool {
    static NAMES: OnceLock<HashSet<&str>> = OnceLock::new();
    NAMES
        .get_or_init(|| {
            include_str!("slavic.txt")
                .split_ascii_whitespace()
                .collect()
        })
        .contains(part)
}

pub(super) static ARABIC: Letters = Letters {
    by_letter: OnceLock::new(),
    rules: &[
        ("kh", &["X"]),
        ("gh", &["G"]),
        ("dh", &["d"]),
        ("th", &["t"]),
        ("sh", &["s!"]),
        ("ch", &["s!"]),
        ("dj", &["j"]),
        ("q", &["k"]),
        ("c", &["k"]),
        ("g", &["k", "j"]),
        ("h$", &[""]),
        ("ah$", &["a"]),
        ("eh$", &["a"]),
        ("el", &["il", "al", "ul"]),
        ("e", &["a", "i", "u"]),
        ("aa", &["a"]),
        ("o", &["u"]),
        ("oo", &["u"]),
        ("ou", &["u"]),
        ("ee", &["i"]),
        ("ei", &["ai", "i"]),
        ("ey", &["ai", "i"]),
        ("ay", &["ai"]),
        ("ae", &["ai"]),
        ("aee", &["ai"]),
        ("aye", &["aia", "ai"]),
        ("ie", &["i"]),
        ("y", &["i"]),
        ("iy", &["i"]),
        ("aou", &["au"]),
        ("ao", &["au"]),
        ("aw", &["au"]),
        ("z", &["z"]),
    ],
    is_one: |parts| parts.iter().any(|part| is_arabic(part)),
};

/// Parts by which an Arabic or Persian name is known.
fn is_arabic(part: &str) -> bool {
    static NAMES: OnceLock<HashSet<&str>> = OnceLock::new();
    NAMES
        .get_or_init(|| {
            include_str!("arabic.txt")
                .split_ascii_whitespace()
                .collect()
        })
        .contains(part)
}

pub(super) static JAPANESE: Letters = Letters {
    by_letter: OnceLock::new(),
    rules: &[
        ("ou", &["o"]),
        ("oh", &["o"]),
        ("oha", &["oha"]),
        ("ohi", &["ohi"]),
        ("oho", &["oho"]),
        ("ohe", &["ohe"]),
        ("ohu", &["ohu"]),
        ("oo", &["o"]),
        ("uu", &["u"]),
        ("ii", &["i"]),
        ("si", &["shi"]),
        ("sy", &["sh"]),
        ("ti", &["chi"]),
        ("ty", &["ch"]),
        ("tch", &["ch"]),
        ("tu", &["tsu"]),
        ("hu", &["fu"]),
        ("zi", &["ji"]),
        ("di", &["ji"]),
        ("zy", &["j"]),
        ("jy", &["j"]),
        ("dzu", &["zu"]),
        ("du", &["zu"]),
        ("mb", &["nb"]),
        ("mp", &["np"]),
        ("mm", &["nm"]),
    ],
    is_one: |parts| parts.len() == 2 && parts.iter().all(|part| part.len() >= 3 && is_kana(part)),
};

/// Whether it can be written in kana.
fn is_kana(word: &str) -> bool {
    let mut rest = word;
    while !rest.is_empty() {
        let onset = KANA_ONSETS
            .iter()
            .filter(|onset| rest.starts_with(**onset))
            .map(|onset| onset.len())
            .max();
        let after = &rest[onset.unwrap_or(0)..];
        if after.starts_with(['a', 'i', 'u', 'e', 'o']) {
            rest = &after[1..];
        } else if rest.starts_with(['n', 'm']) {
            rest = &rest[1..];
        } else if rest.starts_with('h') && word.len() > rest.len() {
            // A long vowel, as in `Ohno`.
            rest = &rest[1..];
        } else if rest.len() > 1
            && rest.as_bytes()[0] == rest.as_bytes()[1]
            && rest.starts_with(['k', 's', 't', 'p'])
        {
            rest = &rest[1..];
        } else {
            return false;
        }
    }
    true
}

const KANA_ONSETS: &[&str] = &[
    "k", "ky", "g", "gy", "s", "sh", "sy", "z", "j", "jy", "zy", "t", "ch", "ts", "ty", "tch", "d",
    "n", "ny", "h", "hy", "f", "b", "by", "p", "py", "m", "my", "y", "r", "ry", "w",
];
