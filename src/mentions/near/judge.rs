//! Whether a phrase is a likely misspelling of a name, or the name of something else.

use super::lexicon::{is_name, is_word};
use super::scan::{Part, Run};
use super::slip::{Slip, slip};
use crate::language::romanization;

/// A right spelling of an entry, taken apart.
#[derive(Debug)]
pub(super) struct Name {
    /// The index of its entry.
    pub entry: u32,
    /// As it is written.
    pub text: String,
    /// Its letters and parts; the spans count in `text`.
    pub run: Run,
    /// Whether it reads as a Korean personal name.
    pub korean: bool,
}

/// Some parts of a text in a row.
#[derive(Clone, Copy)]
pub(super) struct Window<'a> {
    /// The whole text.
    pub text: &'a str,
    /// The run that it is of.
    pub run: &'a Run,
    /// Its parts.
    pub parts: &'a [Part],
}

impl<'a> Window<'a> {
    pub fn range(self) -> std::ops::Range<usize> {
        match self.parts {
            [] => 0..0,
            [first, .., last] => first.letters.start..last.letters.end,
            [only] => only.letters.clone(),
        }
    }

    pub fn letters(self) -> &'a [char] {
        &self.run.letters[self.range()]
    }

    /// The letters of each part.
    pub fn words(self) -> Vec<String> {
        let letters = &self.run.letters;
        self.parts
            .iter()
            .map(|part| letters[part.letters.clone()].iter().collect())
            .collect()
    }

    fn as_written(self, part: usize) -> &'a str {
        self.parts[part].span.of(self.text)
    }

    /// Where each part ends, in letters of the window.
    fn ends(self) -> impl Iterator<Item = usize> + 'a {
        let start = self.range().start;
        self.parts.iter().map(move |part| part.letters.end - start)
    }
}

impl Name {
    pub fn window(&self) -> Window<'_> {
        Window {
            text: &self.text,
            run: &self.run,
            parts: &self.run.parts,
        }
    }
}

/// How a phrase whose letters are the name's own differs from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dress {
    /// It is the name.
    Right,
    /// Spaces, hyphens, capitals or diacritics are wrong.
    Wrong,
}

/// Compares a phrase with a name of the same letters.
pub(super) fn dress(phrase: Window, name: &Name) -> Dress {
    let known = name.window();
    let same_parts = phrase.parts.len() == known.parts.len()
        && phrase.ends().eq(known.ends())
        && (1..known.parts.len()).all(|at| phrase.parts[at].hyphen == known.parts[at].hyphen);
    let right = same_parts && (0..known.parts.len()).all(|at| dressed_alike(phrase, known, at));
    if right { Dress::Right } else { Dress::Wrong }
}

fn dressed_alike(phrase: Window, known: Window, part: usize) -> bool {
    let (written, right) = (phrase.as_written(part), known.as_written(part));
    if written == right {
        return true;
    }
    // A surname in capitals is a manner of writing, as are headlines.
    if !written.chars().any(char::is_lowercase) && written == right.to_uppercase() {
        return true;
    }
    // So is the capital of a small word.
    let small = right.chars().count() <= 3 && right.chars().all(char::is_lowercase);
    (small && written.to_lowercase() == right)
        || (right.chars().all(char::is_alphanumeric)
            && is_function_word(right)
            && written.to_lowercase() == right.to_lowercase())
}

fn is_function_word(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "of" | "the" | "and" | "for" | "in" | "on" | "at" | "to" | "with" | "from"
    )
}

/// Whether the phrase may be blamed for its dress: words that make sense by themselves may stand as they like.
pub(super) fn blame_dress(phrase: Window) -> bool {
    !phrase.words().iter().all(|word| is_word(word))
}

/// Shorter names than this are too like other names.
const LEAST_LETTERS: usize = 7;
/// A name of one word must be longer than others.
const LEAST_ALONE: usize = 6;

/// The slip that makes the phrase of the name, if it is likely to be one.
pub(super) fn likely_slip(phrase: Window, name: &Name) -> Option<Slip> {
    let known = name.window();
    let slip = slip(phrase.letters(), known.letters())?;
    let at = slip.place();
    if touches_digit(phrase, known, slip) {
        return None;
    }
    // The parts must be the same but for the one with the slip.
    let (mine, its) = (part_at(phrase, at), part_at(known, at));
    let same_parts = phrase.parts.len() == known.parts.len() && mine == its && {
        let others = |window: Window| -> Vec<usize> {
            let lens = window.parts.iter().map(|part| part.letters.len());
            lens.enumerate()
                .filter(|(place, _)| *place != mine)
                .map(|(_, len)| len)
                .collect()
        };
        others(phrase) == others(known)
    };
    let words = phrase.words();
    let right = known.words();
    let (written, right) = (words.get(mine)?, right.get(its)?);
    if name.korean {
        let apart = phrase.parts.len().abs_diff(known.parts.len()) <= 1;
        return (apart && !is_korean_person(&words)).then_some(slip);
    }
    if !same_parts {
        return None;
    }
    let total = known.letters().len();
    let alone = known.parts.len() == 1;
    if total < if alone { LEAST_ALONE } else { LEAST_LETTERS } {
        return None;
    }
    let within = at - known.ends().take(its).last().unwrap_or(0);
    let len = right.chars().count();
    let transposed = matches!(slip, Slip::Transposed(_));
    // A short part carries too little to be known by; a first letter seldom slips.
    let long_enough = match (len, within) {
        (..=2, _) => false,
        (3, _) => transposed && total >= 9,
        (4, 0) => transposed && !alone,
        (5..=6, 0) => transposed,
        (_, 0) => transposed || !alone,
        _ => true,
    };
    if !long_enough || is_word(written) || is_name(written) || inflected(written, right) {
        return None;
    }
    Some(slip)
}

/// Whether one word may be an inflection of, or a word derived from, the other: `Korea` and `Korean`, `Kuwaitis`.
fn inflected(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let Some(ending) = long.strip_prefix(short) else {
        return false;
    };
    matches!(ending, "s" | "n" | "i" | "y" | "d" | "r" | "e" | "a" | "o")
        && !short.ends_with(ending)
}

fn is_korean_person(words: &[String]) -> bool {
    let parts: Vec<&str> = words.iter().map(String::as_str).collect();
    [false, true].iter().any(|last| {
        romanization::korean(&parts, *last)
            .is_some_and(|readings| readings.strangeness <= PLAUSIBLE)
    })
}

/// A Korean name up to this strangeness may well be somebody's.
const PLAUSIBLE: u8 = 6;

/// The index of the part that holds the letter.
fn part_at(window: Window, letter: usize) -> usize {
    let last = window.parts.len().saturating_sub(1);
    window.ends().position(|end| letter < end).unwrap_or(last)
}

/// Whether a figure was changed: another number is another thing.
fn touches_digit(phrase: Window, known: Window, slip: Slip) -> bool {
    let digit =
        |window: Window, at: usize| window.letters().get(at).is_some_and(|c| c.is_numeric());
    match slip {
        Slip::None => false,
        Slip::Dropped(at) => digit(known, at),
        Slip::Added(at) => digit(phrase, at),
        Slip::Swapped(at) => digit(known, at) || digit(phrase, at),
        Slip::Transposed(at) => digit(known, at) || digit(known, at + 1),
    }
}

/// Whether the phrase is the name with its family name at the other end, and nothing else is wrong.
pub(super) fn only_turned(phrase: Window, name: &Name) -> bool {
    let (mine, its) = (phrase.words(), name.window().words());
    let turned = |by: usize| {
        mine[by..]
            .iter()
            .chain(&mine[..by])
            .flat_map(|word| word.chars())
            .eq(name.run.letters.iter().copied())
    };
    mine.len() <= its.len() + 1 && [1, mine.len().saturating_sub(1)].into_iter().any(turned)
}
