//! What the phrases of a figure say about it: the words that name what is measured, the nouns that stand for its owner.

use crate::facts::{Figure, FigureUnit};
use crate::language::Dimension;

/// The words of one figure, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profile {
    /// Lower-case words of `what`, `subject` and `context`, with their base forms.
    words: Vec<String>,
    /// Common nouns that may stand for the owner: `agency` of `Veldane Space Agency`.
    heads: Vec<String>,
    /// Capitalized words of `what`.
    names: Vec<String>,
    /// Whether some phrase of subject or context is a name.
    pub(super) is_proper: bool,
    /// The periods that it is of: a quarter, a year.
    pub(super) periods: Vec<&'static str>,
}

/// Words of `what` that say nothing of what is measured.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "the", "of", "in", "a", "an", "for", "that", "which", "year", "who", "with", "and", "at", "on", "to", "by", "from", "its", "as",
    "is", "are", "was", "were", "per", "made", "each", "one", "whose", "whom", "under",
];

/// Verbs of which one stands for another where a year is stated.
const FAMILIES: &[&[&str]] = &[
    &[
        "found",
        "establish",
        "form",
        "create",
        "start",
        "begin",
        "set",
        "date",
        "incorporate",
        "charter",
        "launch",
    ],
    &[
        "open",
        "build",
        "complete",
        "construct",
        "inaugurate",
        "date",
    ],
];

impl Profile {
    pub(crate) fn new(figure: &Figure) -> Profile {
        let what = figure.what.as_deref().unwrap_or_default();
        let phrases = || {
            figure
                .subject
                .iter()
                .chain(&figure.context)
                .map(String::as_str)
        };
        let mut words: Vec<String> = std::iter::once(what)
            .chain(phrases())
            .flat_map(split)
            .filter(|word| word.starts_with(char::is_lowercase) && word.len() > 1)
            .flat_map(bases)
            .filter(|word| !EMPTY.contains(&word.as_str()))
            .collect();
        if matches!(figure.unit, FigureUnit::Measured(unit) if unit.dimension == Dimension::Year) {
            for family in FAMILIES {
                if words.iter().any(|word| family.contains(&word.as_str())) {
                    words.extend(family.iter().map(|word| (*word).to_string()));
                }
            }
        }
        words.sort_unstable();
        words.dedup();
        let heads = phrases()
            .filter_map(|phrase| {
                let last = phrase.split_whitespace().next_back()?;
                let single = last == phrase && last.starts_with(char::is_uppercase);
                (!single).then(|| last.to_lowercase())
            })
            .collect();
        let names = split(what)
            .filter(|word| word.starts_with(char::is_uppercase))
            .map(|word| word.trim_end_matches("'s").to_string())
            .collect();
        let is_proper = phrases().any(|phrase| phrase.contains(char::is_uppercase));
        let all: Vec<&str> = std::iter::once(what).chain(phrases()).collect();
        Profile {
            words,
            heads,
            names,
            is_proper,
            periods: super::period::of(&all.join(" ")),
        }
    }

    /// Whether a word or lemma is one of those that name what is measured.
    pub(super) fn has(&self, lower: &str) -> bool {
        self.words
            .binary_search_by(|word| word.as_str().cmp(lower))
            .is_ok()
    }

    /// Whether the fact does not say what is measured: any number with its unit may be meant.
    pub(super) fn has_no_words(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a noun may stand for the owner.
    pub(super) fn is_head(&self, lower: &str) -> bool {
        self.heads.iter().any(|head| head == lower)
    }

    /// Whether a capitalized word is one of `what`.
    pub(super) fn has_name(&self, written: &str) -> bool {
        self.names.iter().any(|name| name == written)
    }
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-' | '.')))
        .filter(|word| !word.is_empty())
}

/// A word and what it may be a form of.
fn bases(word: &str) -> Vec<String> {
    const IRREGULAR: &[(&str, &str)] = &[
        ("built", "build"),
        ("held", "hold"),
        ("sold", "sell"),
        ("taught", "teach"),
        ("won", "win"),
        ("made", "make"),
        ("paid", "pay"),
        ("spent", "spend"),
        ("lost", "lose"),
        ("kept", "keep"),
        ("brought", "bring"),
        ("begun", "begin"),
        ("began", "begin"),
        ("founding", "found"),
    ];
    let mut all = vec![word.to_string()];
    for (ending, instead) in [
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() > 2
        {
            all.push(format!("{stem}{instead}"));
        }
    }
    let irregular = IRREGULAR.iter().filter(|(form, _)| *form == word);
    all.extend(irregular.map(|(_, base)| (*base).to_string()));
    all
}
