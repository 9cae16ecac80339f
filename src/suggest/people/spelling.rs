//! One person's name in several spellings.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::mentions::near::{NameEntry, NearNames};
use crate::span::Span;
use crate::suggest::fact::Site;
use crate::text::fold;

/// More names than this share no block: a common given name is no sign of one person.
const BLOCK: usize = 400;

/// One spelling in all articles.
#[derive(Default)]
pub(super) struct Spelling {
    pub words: String,
    pub sites: Vec<Site>,
    pub sentences: HashSet<(usize, usize)>,
    pub articles: BTreeSet<usize>,
    pub evidence: u8,
    pub lone: usize,
    pub speaks: bool,
}

/// The parts of a name in lower case.
fn parts(words: &str) -> Vec<String> {
    let split = |c: char| c == ' ' || c == '-' || c == '.';
    fold(words)
        .split(split)
        .filter(|part| !part.is_empty())
        .map(String::from)
        .collect()
}

/// The spellings that share a first or last part.
pub(super) fn blocks(spellings: &[Spelling]) -> HashMap<String, Vec<usize>> {
    let mut blocks: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, spelling) in spellings.iter().enumerate() {
        let parts = parts(&spelling.words);
        let ends: BTreeSet<&String> = parts.first().into_iter().chain(parts.last()).collect();
        for part in ends {
            blocks.entry(part.clone()).or_default().push(index);
        }
    }
    blocks
}

/// The spellings of the same person, and whether they are the same name with or without an initial.
pub(super) fn relatives(
    spellings: &[Spelling],
    blocks: &HashMap<String, Vec<usize>>,
    index: usize,
    absorbed: &[bool],
) -> Vec<(usize, bool)> {
    /// Other romanisations of one name differ in no more letters than this.
    const FAR: usize = 5;
    let this = &spellings[index];
    let own = parts(&this.words);
    let mut near: BTreeSet<usize> = BTreeSet::new();
    for part in own.first().into_iter().chain(own.last()) {
        let block = blocks.get(part).filter(|block| block.len() <= BLOCK);
        near.extend(block.into_iter().flatten());
    }
    let letters = own.concat();
    let mut out = Vec::new();
    let mut text = String::new();
    let mut places: Vec<(Span, usize)> = Vec::new();
    for other in near {
        if absorbed[other]
            || other == index
            || !this.sentences.is_disjoint(&spellings[other].sentences)
        {
            continue;
        }
        let theirs = parts(&spellings[other].words);
        if differ_by_initials(&own, &theirs) {
            out.push((other, true));
        } else if strsim::levenshtein(&letters, &theirs.concat()) <= FAR {
            let start = text.len();
            text.push_str(&spellings[other].words);
            places.push((Span::new(start, text.len()), other));
            text.push('\n');
        }
    }
    if places.is_empty() {
        return out;
    }
    let entry = NameEntry {
        right: vec![this.words.clone()],
        known: Vec::new(),
        near: true,
    };
    for miss in NearNames::new(&[entry], &[]).find_in(&text, &[]) {
        let hit = places.iter().find(|(span, _)| *span == miss.span);
        if let Some((_, other)) = hit
            && !at_home(this, &spellings[*other])
        {
            out.push((*other, false));
        }
    }
    out
}

/// Whether two names are one with and without initials in the middle.
fn differ_by_initials(one: &[String], other: &[String]) -> bool {
    let bare = |parts: &[String]| -> Vec<String> {
        let inner = |at: usize| at > 0 && at + 1 < parts.len();
        let initial = |at: usize, part: &str| inner(at) && part.chars().count() == 1;
        let kept = parts
            .iter()
            .enumerate()
            .filter(|(at, part)| !initial(*at, part));
        kept.map(|(_, part)| part.clone()).collect()
    };
    one.len() != other.len() && bare(one) == bare(other)
}

/// Whether some article has both, and each more than once; or the one is another's letter for letter but one, and at home
/// where it stands: then they are two people.
fn at_home(one: &Spelling, other: &Spelling) -> bool {
    let count = |spelling: &Spelling, article: usize| {
        let sites = spelling.sites.iter();
        sites.filter(|site| site.article == article).count()
    };
    let (a, b) = (parts(&one.words).concat(), parts(&other.words).concat());
    let swapped = a.chars().zip(b.chars()).filter(|(x, y)| x != y).count() == 1;
    let alone = a.chars().count() == b.chars().count() && swapped && other.lone > 1;
    let both = one
        .articles
        .intersection(&other.articles)
        .any(|article| count(one, *article) > 1 && count(other, *article) > 1);
    alone || both
}
