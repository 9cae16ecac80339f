//! RSS and Atom: each entry an article.

use jiff::civil::Date;

use super::entry::{Entry, embedded};
use super::nitf::date;
use crate::article::day::Days;
use crate::article::tree::Tree;
use crate::article::{Article, Block, BlockKind, Run, prose};
use crate::span::Span;

/// The elements that say when an entry was published, then those that say when it was last changed.
const PUBLISHED: &[&str] = &["pubDate", "published", "date", "issued", "created"];
const UPDATED: &[&str] = &["updated", "modified"];

/// Prefixes of other things with the same names.
const OTHERS: &[&str] = &["media", "itunes", "googleplay", "slash", "wfw"];

/// The entries of a feed, each as an article with a text of its own.
pub(super) fn articles(tree: &Tree, root: usize, encoding: Option<&'static str>) -> Vec<Article> {
    let language = language(tree, root);
    let entries = tree.outermost(root, &["item", "entry"]);
    let read = |(index, &at): (usize, &usize)| Article {
        language: language.clone(),
        encoding,
        ..entry(tree, at, index + 1)
    };
    entries.iter().enumerate().map(read).collect()
}

fn language(tree: &Tree, root: usize) -> Option<String> {
    if let Some(language) = tree.attr(root, "xml:lang") {
        return Some(language.into_owned());
    }
    let channel = tree.child(root, "channel")?;
    let text = tree.text_of(tree.child(channel, "language")?);
    Some(text.trim().to_string()).filter(|text| !text.is_empty())
}

fn entry(tree: &Tree, at: usize, number: usize) -> Article {
    let title = part(tree, at, &["title"]);
    let published = day(tree, at, PUBLISHED);
    let mut entry = Entry::default();
    for block in &title {
        entry.block(
            tree,
            &Block {
                kind: BlockKind::Headline,
                runs: block.runs.clone(),
            },
        );
    }
    if let Some((_, line)) = &published {
        entry.line(BlockKind::Header, line);
    }
    let content = part(tree, at, &["encoded", "content", "body"]);
    let summary = part(tree, at, &["description", "summary"]);
    if !begins(&words(tree, &content), &words(tree, &summary)) {
        summary.iter().for_each(|block| entry.block(tree, block));
    }
    content.iter().for_each(|block| entry.block(tree, block));
    let of = |day: Option<((Span, Date), String)>| day.map(|((_, day), _)| day);
    let days = Days {
        published: of(published),
        updated: of(day(tree, at, UPDATED)),
    };
    let mut article = entry.article(format!("entry {number}"), days);
    article.title = Some(words(tree, &title)).filter(|title| !title.is_empty());
    article
}

/// The prose of the first child of these names that has any.
fn part(tree: &Tree, entry: usize, names: &[&str]) -> Vec<Block> {
    let found = names.iter().filter_map(|name| child(tree, entry, name));
    let found = found.filter(|at| is_text(tree, *at));
    let mut blocks = found.map(|at| match tree.children(at).next() {
        Some(_) => prose::inner_blocks(tree, at),
        None => embedded(tree, at),
    });
    blocks.find(|blocks| !blocks.is_empty()).unwrap_or_default()
}

/// Whether what an element holds is text: an Atom `content` may be a picture.
fn is_text(tree: &Tree, at: usize) -> bool {
    let kind = tree
        .attr(at, "type")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let plain = ["", "text", "html", "xhtml"].contains(&kind.as_str());
    let mode = tree.attr(at, "mode").unwrap_or_default();
    (plain || kind.starts_with("text/") || kind.contains("html")) && mode != "base64"
}

/// The child of this name: in the namespace of the entry, else in any that is not of other things.
fn child(tree: &Tree, entry: usize, name: &str) -> Option<usize> {
    let prefix = |at: usize| {
        let full = tree.name(at).unwrap_or_default();
        full.rsplit_once(':').map_or("", |(prefix, _)| prefix)
    };
    let named = || {
        let children = tree.children(entry);
        children.filter(|at| tree.local(*at) == Some(name))
    };
    let own = named().find(|at| prefix(*at) == prefix(entry));
    own.or_else(|| named().find(|at| !OTHERS.contains(&prefix(*at))))
}

/// The day that one of these elements states, and the whole of what it states.
fn day(tree: &Tree, entry: usize, names: &[&str]) -> Option<((Span, Date), String)> {
    names.iter().find_map(|name| {
        let at = child(tree, entry, name)?;
        let runs: Vec<Run> = tree.runs(at).cloned().collect();
        Some((date(tree, &runs)?, tree.text_of(at).trim().to_string()))
    })
}

/// The text of blocks on one line.
fn words(tree: &Tree, blocks: &[Block]) -> String {
    let runs = blocks.iter().flat_map(|block| &block.runs);
    let text: Vec<&str> = runs
        .flat_map(|run| tree.words(run).split_whitespace())
        .collect();
    text.join(" ")
}

/// Whether a summary is just how the content begins.
fn begins(content: &str, summary: &str) -> bool {
    let end = |c: char| !c.is_alphanumeric();
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    !content.is_empty() && letters(content).starts_with(&letters(summary.trim_end_matches(end)))
}
