//! The names of an article: which words they are made of, and where they stand.

use std::ops::Range;
use std::sync::Arc;

use foldhash::HashMap;

use crate::language::lists::WordList;
use crate::mentions::Page;
use crate::span::Span;
use crate::text::{Text, fold, pieces};

/// Words that stand in capitals before a name or at the start of a sentence without belonging to it.
static BEFORE_NAMES: WordList = WordList::new(
    "\
    mr mrs ms miss dr prof professor sir lord lady dame mayor president minister secretary chancellor king \
    queen prince princess pope senator sen rep gov governor gen general col colonel capt captain lt maj \
    major sgt adm admiral judge justice director chairman chairwoman chair coach defender striker midfielder \
    goalkeeper actor actress singer author analyst economist spokesman spokeswoman spokesperson prime \
    foreign defense defence finance interior vice former chief ceo the a an and but or in on at by for from \
    with to of as after before later then when while since until if however meanwhile both also like unlike \
    his her their its our my he she they it we i this that these those what who where how why now today \
    yesterday so yet even only under over about according because although though despite during among \
    between against",
);

/// The most parts of a name that is looked at.
pub(super) const MOST_PARTS: usize = 4;

/// Every name of two to four parts, by its spelling, in the order of its first place.
#[derive(Default)]
pub(super) struct Names {
    pub(super) names: Vec<Name>,
    by_parts: HashMap<[u32; MOST_PARTS], usize>,
    /// The words of names in lower case, each with its number: there is none of number 0.
    words: Vec<Arc<str>>,
    by_word: HashMap<Arc<str>, u32>,
}

/// One spelling of a name, and where it stands.
pub(super) struct Name {
    /// The numbers of its words; what is left over is 0.
    pub(super) parts: [u32; MOST_PARTS],
    /// A place where it stands as it is to be shown: not in capitals, if there is one.
    pub(super) shown: Span,
    /// In four bytes each: a long article has millions.
    places: Vec<(u32, u32)>,
}

impl Name {
    pub(super) fn len(&self) -> usize {
        self.parts.iter().filter(|part| **part > 0).count()
    }

    /// Where it stands, in order.
    pub(super) fn places(&self) -> impl Iterator<Item = Span> {
        let places = self.places.iter();
        places.map(|(start, end)| Span::new(*start as usize, *end as usize))
    }
}

impl Names {
    /// Takes up the names of some sentences.
    pub(super) fn gather(&mut self, page: &Page, sentences: Range<usize>) {
        let text = page.text.as_str();
        for sentence in sentences {
            let span = page.text.sentences()[sentence].span;
            if is_table(span.of(text)) || is_about_spelling(page.lower(span)) {
                continue;
            }
            for run in capitalised(text, span) {
                let words = without_titles(text, &run);
                // a title that nobody listed may stand in front: the last two of three count by themselves too
                let short = (words.len() == 3).then(|| &words[1..]);
                for words in [Some(words), short].into_iter().flatten() {
                    self.take(page, words);
                }
            }
        }
    }

    /// Takes up a name of so many words, if it may be one.
    fn take(&mut self, page: &Page, words: &[Span]) {
        let text = page.text.as_str();
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return;
        };
        let span = first.to(*last);
        if !(2..=MOST_PARTS).contains(&words.len()) || is_anothers(text, span.end) {
            return;
        }
        let (Ok(start), Ok(end)) = (u32::try_from(span.start), u32::try_from(span.end)) else {
            return;
        };
        let mut parts = [0; MOST_PARTS];
        for (part, word) in parts.iter_mut().zip(words) {
            *part = self.number(page.lower(*word));
        }
        let at = *self.by_parts.entry(parts).or_insert(self.names.len());
        let Some(name) = self.names.get_mut(at) else {
            self.names.push(Name {
                parts,
                shown: span,
                places: vec![(start, end)],
            });
            return;
        };
        if name.shown.of(text).chars().all(|c| !c.is_lowercase()) {
            name.shown = span;
        }
        name.places.push((start, end));
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.by_word.get(word) {
            return *number;
        }
        let word: Arc<str> = word.into();
        self.words.push(word.clone());
        let number = self.words.len() as u32;
        self.by_word.insert(word, number);
        number
    }

    /// The word of this number.
    pub(super) fn word(&self, number: u32) -> &str {
        let index = (number as usize).checked_sub(1);
        index
            .and_then(|index| self.words.get(index))
            .map_or("", |word| word)
    }

    /// How often each word stands in the text, by its number.
    pub(super) fn counts(&self, text: &Text) -> Vec<usize> {
        let mut counts = vec![0; self.words.len() + 1];
        for piece in pieces(text.as_str()) {
            for word in fold(piece.of(text.as_str())).split(|c: char| !c.is_alphanumeric()) {
                if let Some(number) = self.by_word.get(word) {
                    counts[*number as usize] += 1;
                }
            }
        }
        counts
    }
}

/// Whether the spelling is somebody else's: `Ada Lindqivst (sic)`, or the signature of a post, `Ada Lindqvist (@ada)`.
fn is_anothers(text: &str, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default();
    let after = after.strip_prefix("'s").unwrap_or(after).trim_start();
    ["(@", "(sic", "[sic"]
        .iter()
        .any(|sign| after.starts_with(sign))
}

/// Whether a sentence is a row of a table: `Start Stocks 0.52 0.39 0.39 0.39 Yield 67.7 67.7 66.8 66.8`. What stands
/// there is cut short to fit.
fn is_table(sentence: &str) -> bool {
    const FEWEST: usize = 5;
    let words = sentence.split_whitespace();
    let numbers = words
        .clone()
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .count();
    numbers >= FEWEST && numbers * 2 > words.count()
}

/// Whether a sentence speaks of how a name is written: `The caption misspelled the name of Ada Lindqvist`.
fn is_about_spelling(lower: &str) -> bool {
    [
        "misspel",
        "spelled",
        "spelt",
        "spelling",
        "misstated",
        "misidentified",
        "correct name",
        "also known as",
        "formerly known as",
        "also called",
        "a.k.a.",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

fn without_titles<'r>(text: &str, run: &'r [Span]) -> &'r [Span] {
    let title = |span: &&Span| BEFORE_NAMES.has(span.of(text));
    let titles = run.iter().take_while(title).count();
    run.get(titles..).unwrap_or_default()
}

/// Runs of two or more capitalised words with nothing but a space, a hyphen or the apostrophe of `O'Neill` between them.
fn capitalised(text: &str, sentence: Span) -> Vec<Vec<Span>> {
    let slice = text.get(sentence.range()).unwrap_or_default();
    let mut runs: Vec<Vec<Span>> = Vec::new();
    let mut last: Option<usize> = None;
    let mut word_start = None;
    let ended = slice.char_indices().map(Some).chain([None]);
    for next in ended {
        let letter = next.is_some_and(|(_, c)| c.is_alphanumeric());
        let at = next.map_or(slice.len(), |(at, _)| at);
        match (word_start, letter) {
            (None, true) => word_start = Some(at),
            (Some(from), false) => {
                word_start = None;
                let span = Span::new(sentence.start + from, sentence.start + at);
                let gap = last.map(|end| text.get(end..span.start).unwrap_or_default());
                let initial = last.is_some_and(|end| is_initial(text, end));
                let joined =
                    matches!(gap, Some(" " | "-")) || initial && matches!(gap, Some(". " | "'"));
                let capital = span.of(text).starts_with(char::is_uppercase);
                // the second half of `Gyu-back` has no capital
                let tail = gap == Some("-");
                let open = last.is_some() && joined;
                if open && (capital || tail) {
                    if let Some(run) = runs.last_mut() {
                        run.push(span);
                    }
                    last = Some(span.end);
                } else if capital {
                    runs.push(vec![span]);
                    last = Some(span.end);
                } else {
                    last = None;
                }
            }
            _ => {}
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// Whether a single letter ends at a place: the `F` of `John F. Kennedy`.
fn is_initial(text: &str, end: usize) -> bool {
    let mut before = text.get(..end).unwrap_or_default().chars().rev();
    before.next().is_some_and(char::is_uppercase) && before.next() == Some(' ')
}
