//! What the network reads in place of the bytes, and names that stay one word.
//!
//! The training text writes `$46 billion` and has few Korean names. Read as `billion`, the `bn` of `$46bn` gets the
//! right head; kept whole, `Gyu-back` is a name and not a compound. The spans stay exact.

use super::Word;

/// A sign or unit and the word of the training text for it.
struct Alias {
    written: &'static str,
    read: &'static str,
    /// Whether it is a unit only right after a number.
    after_number: bool,
}

const fn unit(written: &'static str, read: &'static str) -> Alias {
    Alias {
        written,
        read,
        after_number: true,
    }
}

const fn sign(written: &'static str, read: &'static str) -> Alias {
    Alias {
        written,
        read,
        after_number: false,
    }
}

const ALIASES: [Alias; 16] = [
    unit("bn", "billion"),
    unit("B", "billion"),
    unit("m", "million"),
    unit("mn", "million"),
    unit("mln", "million"),
    unit("tn", "trillion"),
    unit("trn", "trillion"),
    unit("pc", "percent"),
    sign("pct", "percent"),
    sign("dlrs", "dollars"),
    sign("dlr", "dollar"),
    sign("£", "$"),
    sign("€", "$"),
    sign("¥", "$"),
    sign("₩", "$"),
    sign("HK$", "US$"),
];

/// Gives every word its alias.
pub(super) fn assign(text: &str, words: &mut [Word]) {
    let mut after_number = false;
    let mut after_thousands = false;
    for word in words {
        let written = word.written(text);
        // No alias is longer.
        if written.len() <= 4 {
            let known = ALIASES.iter().find(|alias| alias.written == written);
            let known = known.filter(|alias| after_number || !alias.after_number);
            // `2,140m` is a length.
            let known = known.filter(|alias| !after_thousands || !alias.after_number);
            word.alias = known.map(|alias| alias.read);
        }
        after_number = written.ends_with(|c: char| c.is_ascii_digit());
        after_thousands = written.contains(',');
    }
}

/// `Gyu-back`, `Se-hoon`: two romanized Korean syllables, the first with a capital.
pub(in crate::syntax) fn is_given_name(chunk: &str) -> bool {
    chunk.split_once('-').is_some_and(|(first, second)| {
        first.starts_with(char::is_uppercase)
            && second.starts_with(char::is_lowercase)
            && is_syllable(first)
            && is_syllable(second)
    })
}

#[rustfmt::skip]
const ONSETS: [&str; 23] = [
    "kk", "ch", "ss", "tt", "pp", "k", "g", "n", "d", "t", "r", "l", "m", "b", "p", "s", "j", "c", "h", "y", "w", "sh",
    "",
];
#[rustfmt::skip]
const NUCLEI: [&str; 25] = [
    "yeo", "yoo", "you", "wae", "yae", "eo", "ae", "ya", "ye", "wa", "oe", "yo", "wo", "we", "wi", "yu", "eu", "ui",
    "oo", "ee", "a", "e", "o", "u", "i",
];
#[rustfmt::skip]
const CODAS: [&str; 13] = [
    "ng", "ck", "n", "l", "m", "k", "b", "p", "t", "r", "g", "h", "",
];

/// A syllable of romanized Korean: `hoon`, `myung`, `back`, `ae`, `jin`.
fn is_syllable(part: &str) -> bool {
    if part.is_empty() || part.len() > 6 || !part.is_ascii() {
        return false;
    }
    let part = part.to_ascii_lowercase();
    ONSETS.iter().any(|onset| {
        part.strip_prefix(onset).is_some_and(|rest| {
            NUCLEI.iter().any(|nucleus| {
                rest.strip_prefix(nucleus)
                    .is_some_and(|coda| CODAS.contains(&coda))
            })
        })
    })
}
