//! HTML: pages as they are published, and fragments.

mod boilerplate;
mod content;
pub(super) mod entity;
mod json_ld;
mod labels;
mod meta;
mod names;
mod parse;
mod root;
mod sections;
mod teasers;
mod times;
mod weights;

use html5gum::{Token, Tokenizer};

use super::day::{DateKind, Days};
use super::prose::{self, is_blank};
use super::tree::Tree;
use super::{Article, ArticleError, Block, BlockKind, Format, Reading, Way, decode, head};
use crate::span::Span;
use content::Page;
use meta::Meta;

pub(super) const FORMAT: Format = Format {
    name: "html",
    extensions: &["html", "htm", "xhtml", "xht"],
    shares: &["xml"],
    entities: true,
    sniff,
    read: Way::Whole(read),
};

/// How much of a page is looked at for its encoding.
const HEAD: usize = 4096;

fn sniff(bytes: &[u8]) -> bool {
    let start = bytes.get(..1024).unwrap_or(bytes);
    let mut tokens = Tokenizer::new(start).flatten();
    loop {
        match tokens.next() {
            Some(Token::Comment(_)) => (),
            Some(Token::String(text)) => {
                if !String::from_utf8_lossy(&text.value)
                    .trim_matches(['\u{FEFF}', ' ', '\t', '\r', '\n'])
                    .is_empty()
                {
                    return false;
                }
            }
            Some(Token::Doctype(doctype)) => return doctype.name.eq_ignore_ascii_case(b"html"),
            Some(Token::StartTag(tag)) => {
                return [&b"html"[..], b"head", b"body"].contains(&&**tag.name);
            }
            Some(Token::Error(_)) => (),
            _ => return false,
        }
    }
}

fn read(bytes: &[u8]) -> Result<Vec<Article>, ArticleError> {
    let decoded = decode::decode_as(bytes, encoding(bytes))?;
    let reading = page(&decoded.text);
    Ok(vec![Article::of(decoded, reading)])
}

/// The encoding that a page declares.
fn encoding(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let start = bytes.get(..HEAD).unwrap_or(bytes);
    if let Some(found) = super::xml::encoding(start) {
        return Some(found);
    }
    let label = Tokenizer::new(start).flatten().find_map(|token| {
        let Token::StartTag(tag) = token else {
            return None;
        };
        let value = |name: &[u8]| Some(tag.attributes.get(name)?.value.0.clone());
        if **tag.name != *b"meta" {
            return None;
        }
        value(b"charset").or_else(|| {
            let kind = value(b"http-equiv")?;
            let content = value(b"content")?.to_ascii_lowercase();
            let at = content.windows(8).position(|part| part == b"charset=")?;
            kind.eq_ignore_ascii_case(b"content-type").then_some(())?;
            content.get(at + 8..).map(<[u8]>::to_vec)
        })
    })?;
    encoding_rs::Encoding::for_label(label.trim_ascii())
}

/// Reads a page.
pub(super) fn page(source: &str) -> Reading {
    let tree = parse::parse(source);
    let page = Page::new(&tree);
    let region = page.region();
    let meta = Meta::read(&page, region.body, region.title);
    let skip = |at| page.is_left_out(at);
    let mut blocks = Vec::new();
    if let Some(headline) = region.headline {
        blocks.extend(prose::blocks(&tree, headline, &|at| page.is_hidden(at)));
    }
    blocks.extend(prose::blocks(&tree, region.root, &skip));
    for part in &region.parts {
        blocks.extend(prose::blocks(&tree, *part, &skip));
    }
    let headed = blocks
        .iter()
        .take(3)
        .any(|block| block.kind == BlockKind::Headline);
    if !headed && !is_blank(&tree, &meta.headline) {
        let title = Block {
            kind: BlockKind::Headline,
            runs: meta.headline,
        };
        blocks.insert(0, title);
    }
    let days = Days::of(&meta.dates);
    let mut dates = meta.dates;
    let above = |headline| between(&page, headline, region.root);
    let mut above = region.headline.map_or_else(Vec::new, above);
    let mut shown = head::read_runs(source, &mut above);
    shown.extend(head::read_runs(source, &mut blocks));
    for mut date in shown {
        let within = |spans: &[Span]| spans.iter().any(|span| span.contains(date.span));
        if within(&meta.others) {
            continue;
        }
        if within(&meta.changes) {
            date.kind = DateKind::Updated;
        }
        dates.push(date);
    }
    let visible = blocks
        .iter()
        .find(|block| block.kind == BlockKind::Headline);
    let visible = visible.map(|block| words(&tree, block));
    Reading {
        blocks,
        days,
        dates,
        comments: tree.comments(),
        language: meta.language,
        title: meta.title.or(visible),
    }
}

/// The blocks between a headline and the article that it stands over: a byline, a date.
fn between(page: &Page, headline: usize, root: usize) -> Vec<Block> {
    let tree = page.tree;
    let mut around = root;
    while around > headline {
        match tree.parent(around) {
            Some(above) => around = above,
            None => return Vec::new(),
        }
    }
    let other = |at: usize| {
        let holds = (at..tree.end(at)).contains(&root);
        !holds && (tree.end(at) <= tree.end(headline) || at > root)
            || at == root
            || page.is_boilerplate(at)
    };
    prose::blocks(tree, around, &other)
}

/// The text of a block on one line.
fn words(tree: &Tree, block: &Block) -> String {
    let text: String = block.runs.iter().map(|run| tree.words(run)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The blocks of a fragment of HTML.
pub(super) fn fragment(source: &str) -> Vec<Block> {
    let tree = parse::parse(source);
    let page = Page::new(&tree);
    prose::blocks(&tree, Tree::ALL, &|at| page.is_left_out(at))
}

#[cfg(test)]
mod content_tests;
#[cfg(test)]
mod tests;
