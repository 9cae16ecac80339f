//! An ordinal in the form of another: `57th` for `56th`, `Third` for `Second`, `제57차` for `제56차`.

use super::Expected;
use super::case::{case_like, is_capitals};
use crate::language::writing;

const ORDINALS: [&str; 10] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];

/// Letters of an English ordinal, raised.
const RAISED: [(&str, &str); 4] = [("st", "ˢᵗ"), ("nd", "ⁿᵈ"), ("rd", "ʳᵈ"), ("th", "ᵗʰ")];

pub(super) fn ordinal_like(number: u64, found: &str) -> Expected {
    let digits = found.find(|c: char| c.is_ascii_digit());
    let Some(start) = digits else {
        return word_like(number, found);
    };
    let end = found
        .rfind(|c: char| c.is_ascii_digit())
        .map_or(found.len(), |at| at + 1);
    let (head, tail) = (&found[..start], &found[end..]);
    if !tail.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_raised(tail) {
        // `제57차`
        return Expected::sure(format!("{head}{number}{tail}"));
    }
    let plain = writing::ordinal(number);
    let (name, suffix) = plain.split_at(plain.len() - 2);
    let name = match found[start..end].contains(',') || name.len() < 4 {
        true => writing::digits(number.into()),
        false => name.to_string(),
    };
    let suffix = if is_raised(tail) {
        let raised = RAISED.iter().find(|(letters, _)| *letters == suffix);
        raised.map_or(suffix, |(_, raised)| raised).to_string()
    } else if is_capitals(tail) {
        suffix.to_uppercase()
    } else {
        suffix.to_string()
    };
    Expected::sure(format!("{head}{name}{suffix}"))
}

fn is_raised(tail: &str) -> bool {
    RAISED.iter().any(|(_, raised)| *raised == tail)
}

/// Words up to the tenth, digits for any other.
fn word_like(number: u64, found: &str) -> Expected {
    let word = number
        .checked_sub(1)
        .and_then(|index| ORDINALS.get(usize::try_from(index).ok()?));
    match word {
        Some(word) => Expected::sure(case_like(word, found)),
        // A sentence begins with no digit.
        None => Expected {
            text: match is_capitals(found) {
                true => writing::ordinal(number).to_uppercase(),
                false => writing::ordinal(number),
            },
            sure: !found.starts_with(char::is_uppercase) || is_capitals(found),
        },
    }
}
