//! NewsML 1.0 to 1.2: news items of nested components, whose text is NITF, XHTML, escaped HTML or plain.

use super::entry::embedded;
use super::newsml::{self, Item};
use crate::article::day::Stated;
use crate::article::tree::Tree;
use crate::article::{Article, Block, BlockKind, Reading, Run, prose};

/// The outermost element.
pub(super) const ROOT: &str = "NewsML";

/// The elements that say when an item was published, the surest first, and when it was last changed.
const PUBLISHED: &[&str] = &["FirstCreated", "DateLineDate", "DateId"];
const UPDATED: &[&str] = &["ThisRevisionCreated"];

/// The lines of a component that are read; the others are rights, keywords and slugs.
const LINES: &[(&str, BlockKind)] = &[
    ("HeadLine", BlockKind::Headline),
    ("SubHeadLine", BlockKind::Headline),
    ("ByLine", BlockKind::Paragraph),
    ("DateLine", BlockKind::Paragraph),
];

/// What the names of formats hold that are no text.
const NO_TEXT: &[&str] = &[
    "css",
    "javascript",
    "jpeg",
    "jpg",
    "png",
    "gif",
    "pdf",
    "rtf",
    "mpeg",
    "flash",
];

/// The news items of a document.
pub(super) fn items(tree: &Tree, root: usize) -> Vec<usize> {
    tree.outermost(root, &["NewsItem"])
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
    newsml::separate(tree, items, encoding, read)
}

fn read(tree: &Tree, item: usize) -> Item {
    Item {
        blocks: blocks(tree, item),
        dates: dates(tree, item),
        language: language(tree, item),
        title: title(tree, item),
    }
}

/// The prose of an item.
fn blocks(tree: &Tree, item: usize) -> Vec<Block> {
    let mut out = Vec::new();
    let mut at = item + 1;
    while at < tree.end(item) {
        let mut next = at + 1;
        match tree.local(at) {
            Some("NewsLines") => {
                let own = out.len();
                lines(tree, at, &mut out);
                repeated(tree, &mut out, own);
                next = tree.end(at);
            }
            Some("DataContent") => {
                let own = out.len();
                out.extend(content(tree, at));
                repeated(tree, &mut out, own);
                next = tree.end(at);
            }
            // What is encoded is no text, and equivalents say the same again.
            Some("Encoding" | "TopicSet" | "Metadata") => next = tree.end(at),
            Some("NewsComponent" | "ContentItem") if is_equivalent(tree, at) => next = tree.end(at),
            _ => (),
        }
        at = next.max(at + 1);
    }
    out
}

/// The lines of a component, the headlines first whatever their order.
fn lines(tree: &Tree, at: usize, out: &mut Vec<Block>) {
    for (name, kind) in LINES {
        let named = |line: &usize| tree.local(*line) == Some(name);
        for line in tree.children(at).filter(named) {
            let blocks = text(tree, line).into_iter();
            out.extend(blocks.map(|block| Block {
                kind: *kind,
                ..block
            }));
        }
    }
}

fn content(tree: &Tree, at: usize) -> Vec<Block> {
    let around = tree.parent(at).unwrap_or(at);
    let form = |name: &str| {
        let named = tree.child(around, name);
        let named = named.and_then(|at| tree.attr(at, "FormalName"));
        named.unwrap_or_default().to_ascii_lowercase()
    };
    let kind = form("MediaType");
    let other = NO_TEXT
        .iter()
        .any(|name| form("MimeType").contains(name) || form("Format").contains(name));
    if other || !["", "text", "complexdata", "composite"].contains(&kind.as_str()) {
        return Vec::new();
    }
    let component = std::iter::successors(Some(around), |at| tree.parent(*at))
        .find(|at| tree.local(*at) == Some("NewsComponent"));
    let role = component.and_then(|at| tree.attr(tree.child(at, "Role")?, "FormalName"));
    let is_caption = role.is_some_and(|role| role.to_ascii_lowercase().contains("caption"));
    let blocks = text(tree, at).into_iter();
    let blocks = blocks.map(|block| match (is_caption, block.kind) {
        (true, BlockKind::Paragraph) => Block {
            kind: BlockKind::Caption,
            ..block
        },
        _ => block,
    });
    blocks.collect()
}

/// The prose of an element: its markup, or the markup or plain text that is escaped in it.
fn text(tree: &Tree, at: usize) -> Vec<Block> {
    match tree.children(at).next() {
        Some(_) => prose::inner_blocks(tree, at),
        None => embedded(tree, at),
    }
}

/// Drops the headlines from `from` on that repeat an earlier one: NITF has the headline of its component again.
fn repeated(tree: &Tree, out: &mut Vec<Block>, from: usize) {
    let mut at = from;
    while let Some(block) = out.get(at) {
        let again = block.kind == BlockKind::Headline && {
            let own = words(tree, &block.runs);
            let before = out.iter().take(at);
            before
                .filter(|block| block.kind == BlockKind::Headline)
                .any(|block| words(tree, &block.runs) == own)
        };
        match again {
            true => _ = out.remove(at),
            false => at += 1,
        }
    }
}

fn words(tree: &Tree, runs: &[Run]) -> Vec<String> {
    let text: String = runs.iter().map(|run| tree.words(run)).collect();
    text.split_whitespace().map(str::to_string).collect()
}

/// Whether a component or content says the same as the one before it, in another form.
fn is_equivalent(tree: &Tree, at: usize) -> bool {
    let Some(around) = tree.parent(at) else {
        return false;
    };
    let listed = tree.attr(around, "EquivalentsList");
    let same = |at: &usize| {
        tree.local(*at) == Some("NewsComponent") || tree.local(*at) == Some("ContentItem")
    };
    let first = tree.children(around).find(same);
    listed.as_deref() == Some("yes") && first != Some(at)
}

/// The day of publication and the last of a change.
fn dates(tree: &Tree, item: usize) -> Vec<Stated> {
    newsml::stated(tree, item, [PUBLISHED, UPDATED])
}

fn title(tree: &Tree, item: usize) -> Option<String> {
    let found = tree
        .find(item, "HeadLine")
        .or_else(|| tree.find(item, "hl1"))?;
    let text = tree.text_of(found);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(text).filter(|text| !text.is_empty())
}

fn language(tree: &Tree, item: usize) -> Option<String> {
    let own = tree.attr(item, "xml:lang");
    let stated = || tree.attr(tree.find(item, "Language")?, "FormalName");
    own.or_else(stated).map(|language| language.into_owned())
}
