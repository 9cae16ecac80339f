//! Whether a phrase is a likely misspelling of a name, or the name of something else.

use super::lexicon::{is_name, is_word};
use super::scan::{self, Part, Run};
use super::slip::{Slip, slip};
use crate::language::romanization::{Reader, Scheme};

/// A right spelling of an entry, taken apart.
#[derive(Debug)]
pub(super) struct Name {
    /// The index of its entry.
    pub entry: u32,
    /// As it is written.
    pub text: String,
    /// Its letters and parts; the spans count in `text`.
    pub run: Run,
    /// How it is romanised, if it is.
    pub scheme: Option<Scheme>,
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
    if same_initials(phrase, known) || !joined_alike(phrase, known) {
        return Dress::Right;
    }
    let same_parts = phrase.parts.len() == known.parts.len()
        && phrase.ends().eq(known.ends())
        && (1..known.parts.len()).all(|at| phrase.parts[at].hyphen == known.parts[at].hyphen);
    let right = same_parts && (0..known.parts.len()).all(|at| dressed_alike(phrase, known, at));
    if right { Dress::Right } else { Dress::Wrong }
}

/// Whether `&` joins the parts of both at the same places.
fn joined_alike(phrase: Window, known: Window) -> bool {
    let joined = |window: Window| -> Vec<usize> {
        let later = window.parts.iter().enumerate().skip(1);
        later
            .filter(|(_, part)| part.ampersand)
            .map(|(at, _)| at)
            .collect()
    };
    joined(phrase) == joined(known)
}

/// Whether words in lower case stand only where the name has the very same.
fn lower_alike(phrase: Window, known: Window) -> bool {
    let lower = (0..phrase.parts.len()).filter(|at| phrase.parts[*at].lower);
    lower
        .into_iter()
        .all(|at| at < known.parts.len() && phrase.as_written(at) == known.as_written(at))
}

/// Whether the two differ only in spaces between initials: `H.R. Okafor`, `H. R. Okafor`.
fn same_initials(phrase: Window, known: Window) -> bool {
    if phrase.parts.len() == known.parts.len() {
        return false;
    }
    let (mine, its): (Vec<usize>, Vec<usize>) = (phrase.ends().collect(), known.ends().collect());
    let extra = |ends: &[usize], others: &[usize]| {
        (0..ends.len()).all(|at| {
            let before = at.checked_sub(1).map_or(0, |at| ends[at]);
            let single =
                ends[at] - before == 1 && ends.get(at + 1).is_some_and(|next| next - ends[at] == 1);
            single || others.contains(&ends[at])
        })
    };
    let capitals = (0..phrase.parts.len()).all(|at| {
        phrase
            .as_written(at)
            .starts_with(|c: char| c.is_uppercase())
    });
    capitals && extra(&mine, &its) && extra(&its, &mine)
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
    // So is the capital of a small word, but not that of a syllable: `Sang-Ho` for `Sang-ho`.
    let syllable = phrase.parts[part].hyphen && !scan::is_particle(right);
    let small = !syllable && right.chars().count() <= 3 && right.chars().all(char::is_lowercase);
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
pub(super) fn blame_dress(phrase: Window, name: &Name) -> bool {
    // Syllables of a romanized name make sense by chance.
    let syllables = name.scheme.is_some() && phrase.parts.iter().any(|part| part.hyphen);
    syllables || !phrase.words().iter().all(|word| is_word(word))
}

/// Shorter names than this are too like other names.
const LEAST_LETTERS: usize = 7;
/// A name of one word must be longer than others.
const LEAST_ALONE: usize = 6;
/// A shorter one is one letter away from too many others (`Geneva` and `Genova`), unless no letter is a new one.
const SAFE_ALONE: usize = 7;

/// The slip that makes the phrase of the name, if it is likely to be one.
pub(super) fn likely_slip(phrase: Window, name: &Name, reader: &mut Reader) -> Option<Slip> {
    let known = name.window();
    if !joined_alike(phrase, known) || !lower_alike(phrase, known) {
        return None;
    }
    let whole = slip(phrase.letters(), known.letters())?;
    if touches_digit(phrase, known, whole) {
        return None;
    }
    let (words, right) = (phrase.words(), known.words());
    if let Some(scheme @ (Scheme::Korean | Scheme::KoreanTurned | Scheme::Chinese)) = name.scheme {
        return likely_syllables(&words, &right, scheme, whole, reader).then_some(whole);
    }
    // The parts must be the same but for one.
    if words.len() != right.len() {
        return None;
    }
    let mut wrong = (0..words.len()).filter(|at| words[*at] != right[*at]);
    let (part, None) = (wrong.next()?, wrong.next()) else {
        return None;
    };
    let (written, meant): (Vec<char>, Vec<char>) =
        (words[part].chars().collect(), right[part].chars().collect());
    let slip = slip(&written, &meant)?;
    let alone = right.len() == 1;
    let total = known.letters().len();
    if total < if alone { LEAST_ALONE } else { LEAST_LETTERS } {
        return None;
    }
    let transposed = matches!(slip, Slip::Transposed(_));
    let doubled = match slip {
        Slip::Added(at) => at > 0 && written[at] == written[at - 1],
        Slip::Dropped(at) => at > 0 && meant[at] == meant[at - 1],
        _ => false,
    };
    if alone && total < SAFE_ALONE && !transposed && !doubled {
        return None;
    }
    // A short part carries too little to be known by; a first letter seldom slips, nor the first behind `Mc`.
    let place = match slip.place() {
        2 if meant.starts_with(&['m', 'c']) => 0,
        place => place,
    };
    let likely = match (meant.len(), place) {
        (..=2, _) => false,
        (3, 0) => false,
        (4, 0) => transposed && !alone,
        // `Dole` is no misspelt `Dold`
        (4, 3) if matches!(slip, Slip::Swapped(_)) => false,
        (5..=6, 0) => transposed,
        (_, 0) => transposed || !alone,
        _ => true,
    };
    let (written, meant) = (&words[part], &right[part]);
    if !likely || is_word(written) || is_name(written) {
        return None;
    }
    let elsewhere = |is: fn(&str) -> bool| {
        right
            .iter()
            .enumerate()
            .all(|(at, word)| at == part || is(word))
    };
    let last = part + 1 == right.len();
    let grown = last && inflected(meant, written);
    let shrunk = last && inflected(written, meant) && elsewhere(is_word);
    (!grown && !shrunk).then_some(slip)
}

/// Whether a word may be an inflection of another, or derived from it: `Koreans` and `Korean` of `Korea`.
fn inflected(stem: &str, word: &str) -> bool {
    let ending = word.strip_prefix(stem);
    ending.is_some_and(|ending| {
        matches!(ending, "s" | "n" | "i" | "y" | "d" | "r" | "e" | "a" | "o")
            && !stem.ends_with(ending)
    })
}

/// Whether a slip in a name of syllables leaves none that may well be somebody else's.
fn likely_syllables(
    words: &[String],
    right: &[String],
    scheme: Scheme,
    slip: Slip,
    reader: &mut Reader,
) -> bool {
    // Joined or apart, the family name must stand by itself.
    let family = |words: &[String]| match scheme {
        Scheme::KoreanTurned => words.last().cloned(),
        _ => words.first().cloned(),
    };
    let apart = words.len().abs_diff(right.len());
    if words.len() < 2 || apart > 1 || (apart == 1 && family(words) != family(right)) {
        return false;
    }
    let parts: Vec<&str> = words.iter().map(String::as_str).collect();
    let written: Vec<char> = words.concat().chars().collect();
    let by_hand = match slip {
        Slip::Transposed(_) => true,
        Slip::Added(at) => at > 0 && written.get(at) == written.get(at - 1),
        _ => false,
    };
    let plausible = if by_hand {
        PLAUSIBLE_BY_HAND
    } else {
        PLAUSIBLE
    };
    let orders: &[Scheme] = match scheme {
        Scheme::Chinese => &[Scheme::Chinese],
        _ => &[Scheme::Korean, Scheme::KoreanTurned],
    };
    let somebody = orders.iter().any(|order| {
        reader
            .readings(*order, &parts)
            .is_some_and(|readings| readings.strangeness <= plausible)
    });
    let total: usize = right.iter().map(String::len).sum();
    // Many a Chinese name of three syllables is given a `g` too many or too few.
    let nasal = scheme == Scheme::Chinese
        && total >= 8
        && family(words) == family(right)
        && match slip {
            Slip::Added(at) => words.concat()[..=at].ends_with("ng"),
            Slip::Dropped(at) => right.concat()[..=at].ends_with("ng"),
            _ => false,
        };
    !somebody || nasal
}

/// A name up to this strangeness may well be somebody's.
const PLAUSIBLE: u8 = 3;
/// The same where the slip is one that fingers make and parents don't: letters that changed places, or one doubled.
const PLAUSIBLE_BY_HAND: u8 = 1;

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

/// Whether it is neither a word nor a name of note by itself.
pub(super) fn is_unknown(word: &str) -> bool {
    !is_word(word) && !is_name(word)
}

/// The parts of the phrase that differ from the name's: all but those that are equal at either end.
pub(super) fn wrong_parts(phrase: Window, name: &Name) -> std::ops::RangeInclusive<usize> {
    let (mine, its) = (phrase.words(), name.window().words());
    let last = mine.len().saturating_sub(1);
    let same = |pair: &(&String, &String)| pair.0 == pair.1;
    let before = mine.iter().zip(&its).take_while(same).count();
    let after = mine
        .iter()
        .rev()
        .zip(its.iter().rev())
        .take_while(same)
        .count();
    if before + after >= mine.len() {
        return 0..=last;
    }
    before..=last - after
}
