//! The ids of all packs: what `@id` may refer to.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use toml::de::DeValue;
use unicode_normalization::UnicodeNormalization;

use super::PackSource;
use super::decode::{At, Node};
use super::problem::{Problems, suggest};
use crate::span::Span;

/// How many dangling references get a suggestion.
const SEARCHES: usize = 50;

/// An entry that makes a fact, with its id.
#[derive(Clone, Debug)]
pub(crate) struct Id<'a> {
    /// The index of its file.
    pub file: usize,
    /// Where the id stands; of an entity without one, its name.
    pub span: Span,
    /// `entity`, `office` …
    pub kind: &'static str,
    /// The index of its fact.
    pub fact: usize,
    /// Whether the id was made from the name.
    pub from_name: bool,
    /// Of an entity every right name, the preferred one first.
    pub names: Vec<&'a str>,
}

/// Every id of every file.
#[derive(Debug, Default)]
pub(crate) struct Ids<'a> {
    ids: HashMap<String, Id<'a>>,
    /// The files in which syntax errors may have hidden an entry, as they read in kebab-case.
    damaged: Vec<String>,
    /// The ids that are used twice.
    doubled: HashSet<String>,
    /// How many suggestions were looked for: each costs a look at every id.
    searches: Cell<usize>,
}

impl<'a> Ids<'a> {
    /// The entry with this id.
    pub fn get(&self, id: &str) -> Option<&Id<'a>> {
        self.ids.get(id)
    }

    /// Whether two entries have this id.
    pub fn is_doubled(&self, id: &str) -> bool {
        self.doubled.contains(id)
    }

    /// Remembers that entries of this file may be lost.
    pub fn damaged(&mut self, text: &str) {
        // The `@id`s must not count as places where the id is given.
        let text: String = text.split('@').enumerate().fold(
            String::with_capacity(text.len() + 2),
            |mut all, (index, part)| {
                let part = if index == 0 {
                    part
                } else {
                    part.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-')
                };
                all.push_str(part);
                all
            },
        );
        self.damaged.push(format!("-{}-", slug(&text)));
    }

    /// Adds the id of an entry, or reports that it is taken.
    pub fn add(
        &mut self,
        id: At<String>,
        entry: Id<'a>,
        sources: &[PackSource],
        problems: &mut Problems,
    ) {
        if let Some(first) = self.ids.get(&id.it) {
            let here = sources.get(entry.file);
            let there = sources.get(first.file);
            if let (Some(here), Some(there)) = (here, there) {
                problems
                    .add(
                        entry.file,
                        &here.file,
                        id.span,
                        format!("the id `{}` is used twice", id.it),
                        "used again here",
                    )
                    .label(&there.file, first.span, "this id is first used here")
                    .help = Some(if entry.from_name {
                    "the id of an entity comes from its name: give this one an `id` of its own"
                        .into()
                } else {
                    "give one of the two another id".into()
                });
            }
            self.doubled.insert(id.it);
            return;
        }
        self.ids.insert(id.it, entry);
    }

    /// Reports a reference to no entity.
    pub fn dangling(
        &self,
        id: &str,
        file: usize,
        span: Span,
        source: &PackSource,
        problems: &mut Problems,
    ) {
        if self.may_be_lost(id) {
            return;
        }
        let entities = self
            .ids
            .iter()
            .filter(|(_, entry)| entry.kind == "entity")
            .map(|(id, _)| id.as_str());
        let help = match self.nearest(id, entities) {
            Some(near) => format!("did you mean `@{near}`?"),
            None => format!("add an `[[entity]]` with `id = \"{id}\"`, or write the name out"),
        };
        problems
            .add(
                file,
                &source.file,
                span,
                format!("no entity has the id `{id}`"),
                "refers to nothing",
            )
            .help = Some(help);
    }

    /// Reports a test that names no fact.
    pub fn no_fact(&self, id: At<&str>, file: usize, source: &PackSource, problems: &mut Problems) {
        if self.may_be_lost(id.it) {
            return;
        }
        let help = match self.nearest(id.it, self.ids.keys().map(String::as_str)) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => "write the `id` of a fact of this file, or a check as \"check:weekday\"".into(),
        };
        problems
            .add(
                file,
                &source.file,
                id.span,
                format!("no fact has the id `{}`", id.it),
                "refers to nothing",
            )
            .help = Some(help);
    }

    /// The nearest id, and the same at every run: of equally near ones the first in the alphabet.
    fn nearest<'n>(&self, id: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
        self.searches.set(self.searches.get() + 1);
        if self.searches.get() > SEARCHES {
            return None;
        }
        let mut known: Vec<&str> = known.collect();
        known.sort_unstable_by(|a, b| b.cmp(a));
        suggest(id, known.into_iter())
    }

    fn may_be_lost(&self, id: &str) -> bool {
        let hidden = format!("-{id}-");
        self.damaged.iter().any(|text| text.contains(&hidden))
    }
}

/// The names of an entity as they stand, without looking for mistakes.
pub(crate) fn names<'a>(entry: &'a Node<'a>) -> Vec<&'a str> {
    let Some(table) = entry.get_ref().as_table() else {
        return Vec::new();
    };
    let Some(name) = table.get("name").and_then(|name| name.get_ref().as_str()) else {
        return Vec::new();
    };
    let accepted = table
        .get("accept")
        .and_then(|list| list.get_ref().as_array())
        .into_iter()
        .flatten()
        .filter_map(|item| match item.get_ref() {
            DeValue::String(name) => Some(name.as_ref()),
            DeValue::Table(table) => table.get("name").and_then(|name| name.get_ref().as_str()),
            _ => None,
        });
    std::iter::once(name)
        .chain(accepted)
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect()
}

/// A name in kebab-case: ASCII letters and digits without their marks, joined by hyphens.
///
/// None where it would lose a letter (`안규백`).
pub(crate) fn kebab(name: &str) -> Option<String> {
    let lossless = name
        .nfkd()
        .all(|c| !c.is_alphanumeric() || c.is_ascii() || plain(c).is_some());
    let slug = slug(name);
    (lossless && !slug.is_empty()).then_some(slug)
}

fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkd() {
        let mut push = |c: char| {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            slug.push(c.to_ascii_lowercase());
        };
        match plain(c) {
            Some(letters) => letters.chars().for_each(push),
            None if c.is_ascii_alphanumeric() => push(c),
            None if unicode_normalization::char::is_combining_mark(c) => {}
            None => gap = true,
        }
    }
    slug
}

/// Latin letters that don't decompose.
fn plain(c: char) -> Option<&'static str> {
    const LETTERS: &[(char, &str)] = &[
        ('ı', "i"),
        ('ø', "o"),
        ('Ø', "o"),
        ('ł', "l"),
        ('Ł', "l"),
        ('đ', "d"),
        ('Đ', "d"),
        ('ð', "d"),
        ('Ð', "d"),
        ('þ', "th"),
        ('Þ', "th"),
        ('ß', "ss"),
        ('ẞ', "ss"),
        ('æ', "ae"),
        ('Æ', "ae"),
        ('œ', "oe"),
        ('Œ', "oe"),
        ('ħ', "h"),
        ('Ħ', "h"),
        ('ə', "e"),
        ('Ə', "e"),
    ];
    LETTERS
        .iter()
        .find(|(letter, _)| *letter == c)
        .map(|(_, plain)| *plain)
}

/// Whether an id is written as ids are.
pub(crate) fn is_kebab(id: &str) -> bool {
    !id.is_empty()
        && id.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}
