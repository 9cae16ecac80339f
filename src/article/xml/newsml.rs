//! NewsML-G2: one item, or a message with several.

use super::entry::{Entry, embedded};
use super::nitf;
use crate::article::day::{Days, Stated};
use crate::article::tree::Tree;
use crate::article::{Article, Block, BlockKind, Reading, head, prose};

/// The outermost elements.
pub(super) const ROOTS: &[&str] = &["newsItem", "newsMessage", "packageItem"];

/// The elements that say when an item was published, the surest first, and when it was last changed.
const PUBLISHED: &[&str] = &["published", "contentCreated", "firstCreated"];
const UPDATED: &[&str] = &["versionCreated", "contentModified"];

/// The news items of a document.
pub(super) fn items(tree: &Tree, root: usize) -> Vec<usize> {
    tree.outermost(root, &["newsItem"])
}

/// Reads an item in its place in the file.
pub(super) fn reading(tree: &Tree, item: usize) -> Reading {
    read(tree, item).reading(tree)
}

/// Reads several items, each as an article with a text of its own.
pub(super) fn articles(
    tree: &Tree,
    items: &[usize],
    encoding: Option<&'static str>,
) -> Vec<Article> {
    separate(tree, items, encoding, read)
}

/// What an item of either version of NewsML holds.
pub(super) struct Item {
    pub(super) blocks: Vec<Block>,
    pub(super) dates: Vec<Stated>,
    pub(super) language: Option<String>,
    pub(super) title: Option<String>,
}

impl Item {
    /// The item in its place in the file.
    pub(super) fn reading(mut self, tree: &Tree) -> Reading {
        let days = Days::of(&self.dates);
        self.dates
            .extend(head::read_runs(tree.source, &mut self.blocks));
        Reading {
            blocks: self.blocks,
            days,
            dates: self.dates,
            comments: tree.comments(),
            language: self.language,
            title: self.title,
        }
    }

    /// One of several items as an article with a text of its own.
    fn article(self, tree: &Tree, label: String, encoding: Option<&'static str>) -> Article {
        let mut entry = Entry::default();
        for block in &self.blocks {
            entry.block(tree, block);
        }
        Article {
            title: self.title,
            language: self.language,
            encoding,
            ..entry.article(label, Days::of(&self.dates))
        }
    }
}

/// Several items, read by the version they are of.
pub(super) fn separate(
    tree: &Tree,
    items: &[usize],
    encoding: Option<&'static str>,
    read: fn(&Tree, usize) -> Item,
) -> Vec<Article> {
    let one = |(index, &item): (usize, &usize)| {
        read(tree, item).article(tree, format!("item {}", index + 1), encoding)
    };
    items.iter().enumerate().map(one).collect()
}

fn read(tree: &Tree, item: usize) -> Item {
    Item {
        blocks: blocks(tree, item),
        dates: dates(tree, item),
        language: language(tree, item),
        title: title(tree, item),
    }
}

/// The prose of an item: its headline, its text, the captions of its pictures.
fn blocks(tree: &Tree, item: usize) -> Vec<Block> {
    let mut out = Vec::new();
    for at in tree.outermost(item, &["inlineXML", "inlineData"]) {
        match tree.local(at) {
            Some("inlineXML") => out.extend(prose::blocks(tree, at, &|_| false)),
            Some("inlineData") => {
                let kind = tree.attr(at, "contenttype").unwrap_or_default();
                if kind.is_empty() || kind.starts_with("text/") || kind.contains("html") {
                    out.extend(embedded(tree, at));
                }
            }
            _ => (),
        }
    }
    let Some(meta) = tree.child(item, "contentMeta") else {
        return out;
    };
    let part = |name: &str, kind: BlockKind| {
        let found = tree
            .child(meta, name)
            .map(|at| prose::blocks(tree, at, &|_| false));
        let blocks = found.unwrap_or_default().into_iter();
        blocks
            .map(move |block| Block { kind, ..block })
            .collect::<Vec<_>>()
    };
    let headed = out
        .iter()
        .take(3)
        .any(|block| block.kind == BlockKind::Headline);
    let head = match headed {
        true => Vec::new(),
        false => part("headline", BlockKind::Headline),
    };
    let dateline = part("dateline", BlockKind::Paragraph);
    let captions = part("description", BlockKind::Caption);
    [head, dateline, out, captions].concat()
}

/// The day of publication and the last of a change; those of the NITF inside where it states none itself.
fn dates(tree: &Tree, item: usize) -> Vec<Stated> {
    stated(tree, item, [PUBLISHED, UPDATED])
}

/// The same by the names of the elements: those of publication, and those of changes.
pub(super) fn stated(tree: &Tree, item: usize, [first, later]: [&[&str]; 2]) -> Vec<Stated> {
    let (mut published, mut updated) = (Vec::new(), Vec::new());
    for at in tree.below(item) {
        let name = tree.local(at);
        let rank = first.iter().position(|known| Some(*known) == name);
        let is_update = name.is_some_and(|name| later.contains(&name));
        if rank.is_none() && !is_update {
            continue;
        }
        let runs: Vec<_> = tree.runs(at).cloned().collect();
        let Some(found) = nitf::date(tree, &runs) else {
            continue;
        };
        match rank {
            Some(rank) => published.push((rank, Stated::published(found))),
            None => updated.push(Stated::updated(found)),
        }
    }
    let first = published.into_iter().min_by_key(|(rank, _)| *rank);
    let last = updated.into_iter().max_by_key(|found| found.date);
    let found: Vec<Stated> = first
        .map(|(_, found)| found)
        .into_iter()
        .chain(last)
        .collect();
    match found.is_empty() {
        true => nitf::dates(tree, item),
        false => found,
    }
}

fn title(tree: &Tree, item: usize) -> Option<String> {
    let headline = tree
        .find(item, "headline")
        .or_else(|| tree.find(item, "hl1"))?;
    let text = tree.text_of(headline);
    Some(text.trim().to_string()).filter(|text| !text.is_empty())
}

fn language(tree: &Tree, item: usize) -> Option<String> {
    tree.attr(item, "xml:lang")
        .map(|language| language.into_owned())
}
