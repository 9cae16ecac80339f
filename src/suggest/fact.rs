//! A fact that may be drafted.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::packs::ids::kebab;

/// A place in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Site {
    /// The index of the article.
    pub article: usize,
    /// The article's date.
    pub date: Option<Date>,
    /// The part of the article, and the byte in its source.
    pub start: (usize, usize),
    /// The line in the part, from 1.
    pub line: usize,
    /// The words.
    pub words: String,
    /// Their sentence.
    pub sentence: String,
}

/// An edition of an event.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Edition {
    pub number: Option<u64>,
    pub on: Option<Date>,
    pub at: Option<String>,
}

/// What a key of a rule file is set to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Toml {
    /// Text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
    /// A number.
    Number(Decimal),
    /// The one holder of an office.
    Holder(String),
    /// The editions of an event.
    Editions(Vec<Edition>),
    /// A day.
    Day(Date),
}

/// A sentence in which the fact finds a slip: the test that goes with it.
#[derive(Clone, Debug)]
pub(super) struct Probe {
    /// The sentence with another value.
    pub text: String,
    /// The article's date.
    pub date: Option<Date>,
}

/// A fact that may be drafted.
#[derive(Clone, Debug, Default)]
pub(super) struct Suggestion {
    /// The name of its table.
    pub kind: &'static str,
    /// The section of the file.
    pub section: usize,
    /// Its id.
    pub id: String,
    /// Its keys, in order, without `id` and `source`.
    pub keys: Vec<(&'static str, Toml)>,
    /// The keys of the same fact with another value: by these it is proved.
    pub other: Vec<(&'static str, Toml)>,
    /// Where articles say so, in their order.
    pub sites: Vec<Site>,
    /// Where articles say otherwise.
    pub disputes: Vec<Site>,
    /// How often it is said, where that is more than its sites.
    pub mentions: usize,
    /// Further comments.
    pub remarks: Vec<String>,
    /// The test.
    pub probe: Option<Probe>,
    /// It is worth a line only where articles differ.
    pub only_disputed: bool,
    /// What makes it the same fact in two articles.
    pub key: String,
}

impl Suggestion {
    /// A fact of this kind.
    pub fn new(kind: &'static str, id: String, keys: Vec<(&'static str, Toml)>) -> Self {
        Self {
            kind,
            id,
            keys,
            ..Self::default()
        }
    }

    /// Its first place.
    pub fn first(&self) -> (usize, (usize, usize)) {
        self.sites
            .first()
            .map_or((usize::MAX, (0, 0)), |site| (site.article, site.start))
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.keys.iter().find_map(|(name, value)| match value {
            Toml::Text(text) if *name == key => Some(text.as_str()),
            _ => None,
        })
    }

    /// The texts of a key.
    pub fn list(&self, key: &str) -> &[String] {
        let found = self.keys.iter().find_map(|(name, value)| match value {
            Toml::List(list) if *name == key => Some(list.as_slice()),
            _ => None,
        });
        found.unwrap_or_default()
    }

    /// The articles that say so.
    pub fn articles(&self) -> BTreeSet<usize> {
        self.sites.iter().map(|site| site.article).collect()
    }
}

/// A kebab-case id of words; of at most six.
pub(super) fn id(words: &str) -> String {
    // `U.S.` is one part, and a possessive none.
    let words = words.replace("'s", "").replace('.', "");
    let id = kebab(&words).unwrap_or_default();
    let short: Vec<&str> = id.split('-').take(6).collect();
    match short.join("-") {
        empty if empty.is_empty() => "fact".to_string(),
        id => id,
    }
}

/// Gives every fact an id of its own, which none of `taken` is.
pub(super) fn name(facts: &mut [Suggestion], taken: &HashSet<String>) {
    let mut next: HashMap<String, usize> = HashMap::new();
    let mut used: HashSet<String> = taken.clone();
    for fact in facts {
        if used.contains(&fact.id) {
            let number = next.entry(fact.id.clone()).or_insert(1);
            loop {
                *number += 1;
                let id = format!("{}-{number}", fact.id);
                if !used.contains(&id) {
                    fact.id = id;
                    break;
                }
            }
        }
        used.insert(fact.id.clone());
    }
}

/// Facts of the same key as one, the sites of all together; `of` says when two values are one.
pub(super) fn by_key(facts: impl IntoIterator<Item = Suggestion>) -> Vec<Vec<Suggestion>> {
    let mut index: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<Suggestion>> = Vec::new();
    for fact in facts {
        let at = *index.entry(fact.key.clone()).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(at) {
            group.push(fact);
        }
    }
    groups
}
