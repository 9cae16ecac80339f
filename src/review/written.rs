//! Where the parts of a fact stand in its rule file.

use std::collections::HashMap;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::facts::{Fact, Kind};
use crate::packs::Packs;
use crate::packs::decode::Node;
use crate::packs::kinds::KINDS;
use crate::span::Span;

/// The rule files as trees, in the order of the packs.
pub(super) fn trees(packs: &Packs) -> Vec<Spanned<DeTable<'_>>> {
    let texts = packs.packs.iter().map(|pack| &*pack.source.text);
    texts
        .map(|text| DeTable::parse_recoverable(text).0)
        .collect()
}

/// Every fact as it is written.
pub(super) struct Written<'a> {
    entries: Vec<Entry<'a>>,
    nowhere: Entry<'a>,
    /// The id of an entity → its fact.
    ids: HashMap<&'a str, &'a Fact>,
}

/// A fact as it is written.
pub(super) struct Entry<'a> {
    /// The rule file.
    pub file: Arc<str>,
    text: &'a str,
    /// The header.
    span: Span,
    table: Option<&'a DeTable<'a>>,
}

impl<'a> Written<'a> {
    pub fn new(packs: &'a Packs, trees: &'a [Spanned<DeTable<'a>>]) -> Self {
        let mut entries = Vec::new();
        for (pack, tree) in packs.packs.iter().zip(trees) {
            let mut tables = HashMap::new();
            for kind in KINDS {
                let list = tree.get_ref().get(kind.name);
                let list = list.and_then(|node| node.get_ref().as_array());
                for node in list.into_iter().flatten() {
                    tables.extend(
                        node.get_ref()
                            .as_table()
                            .map(|table| (node.span().start, table)),
                    );
                }
            }
            let facts = packs.facts.get(pack.facts.clone()).unwrap_or_default();
            entries.extend(facts.iter().map(|fact| Entry {
                file: pack.source.file.clone(),
                text: &pack.source.text,
                span: fact.defined_in.span,
                table: tables.get(&fact.defined_in.span.start).copied(),
            }));
        }
        let entities = packs.facts.iter();
        let entities = entities.filter(|fact| matches!(fact.kind, Kind::Entity(_)));
        Written {
            entries,
            nowhere: Entry {
                file: "".into(),
                text: "",
                span: Span::default(),
                table: None,
            },
            ids: entities.map(|fact| (&*fact.id, fact)).collect(),
        }
    }

    /// The fact with this index.
    pub fn entry(&self, fact: usize) -> &Entry<'a> {
        self.entries.get(fact).unwrap_or(&self.nowhere)
    }

    /// Where a phrase stands in a list of a fact: itself, or the `@id` of the entity that it is a name of.
    pub fn phrase(&self, fact: usize, key: &str, phrase: &str) -> Option<Span> {
        let items = self.entry(fact).items(key);
        let is = |item: &&Node, itself: bool| {
            item.get_ref()
                .as_str()
                .is_some_and(|text| match text.strip_prefix('@') {
                    None => itself && text.trim() == phrase,
                    Some(id) => {
                        !itself && self.ids.get(id).is_some_and(|fact| has_name(fact, phrase))
                    }
                })
        };
        let found = items.iter().find(|item| is(item, true));
        let found = found.or_else(|| items.iter().find(|item| is(item, false)));
        found.map(|item| item.span().into())
    }
}

fn has_name(fact: &Fact, name: &str) -> bool {
    let cells = fact
        .table
        .records
        .iter()
        .flat_map(|record| record.cells.iter().flatten());
    cells.into_iter().any(
        |value| matches!(value, crate::facts::Value::Phrase(phrase) if phrase.preferred == name),
    )
}

impl<'a> Entry<'a> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&'a Node<'a>> {
        self.table?.get(key)
    }

    /// Where the value of a key stands.
    pub fn at(&self, key: &str) -> Option<Span> {
        self.get(key).map(|node| node.span().into())
    }

    /// The items of a list, or the one value that stands in its place.
    pub fn items(&self, key: &str) -> &'a [Node<'a>] {
        match self.get(key) {
            None => &[],
            Some(node) => match node.get_ref() {
                DeValue::Array(items) => items,
                _ => std::slice::from_ref(node),
            },
        }
    }

    /// Where the fact has its name: its id, else what the id is made of, else its header.
    pub fn name(&self) -> Span {
        let name = self.at("id").or_else(|| self.at("name"));
        name.unwrap_or_else(|| self.line(self.span))
    }

    /// A place as far as its first line goes.
    pub fn line(&self, span: Span) -> Span {
        let text = self.text.get(span.range()).unwrap_or_default();
        let length = text.lines().next().map_or(0, str::len);
        Span::new(span.start, span.start + length)
    }

    /// The last place inside another where these words stand.
    pub fn last(&self, inside: Span, words: &str) -> Option<Span> {
        let text = self.text.get(inside.range())?;
        let at = inside.start + text.rfind(words)?;
        Some(Span::new(at, at + words.len()))
    }
}
