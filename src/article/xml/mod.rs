//! XML: NITF, NewsML, RSS and Atom. The outermost element says what a file holds.
//!
//! Entities that a document defines itself are never expanded; what stands for one is an object without text.

mod entry;
mod feed;
mod newsml;
mod newsml1;
mod nitf;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use encoding_rs::Encoding;
use quick_xml::Reader;
use quick_xml::errors::IllFormedError;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::decode::{Decoded, decode_as};
use super::error::line_and_column;
use super::html::{self, entity};
use super::tree::{Tree, kept, local};
use super::{Article, ArticleError, Format, Run, Way};
use crate::span::Span;

pub(super) const NITF: Format = Format {
    name: "nitf",
    extensions: &["nitf"],
    shares: &["xml"],
    entities: true,
    sniff: |bytes| is_rooted(bytes, &["nitf"]),
    read: Way::Whole(read),
};

pub(super) const NEWSML: Format = Format {
    name: "newsml-g2",
    extensions: &["newsml"],
    shares: &["xml"],
    entities: true,
    sniff: |bytes| is_rooted(bytes, newsml::ROOTS),
    read: Way::Whole(read),
};

pub(super) const NEWSML_1: Format = Format {
    name: "newsml-1",
    extensions: &[],
    shares: &["xml"],
    entities: true,
    sniff: |bytes| is_rooted(bytes, &[newsml1::ROOT]),
    read: Way::Whole(read),
};

pub(super) const RSS: Format = Format {
    name: "rss",
    extensions: &["rss", "rdf"],
    shares: &["xml"],
    entities: true,
    sniff: |bytes| is_rooted(bytes, &["rss", "RDF"]),
    read: Way::Whole(read),
};

pub(super) const ATOM: Format = Format {
    name: "atom",
    extensions: &["atom"],
    shares: &["xml"],
    entities: true,
    sniff: |bytes| is_rooted(bytes, &["feed", "entry"]),
    read: Way::Whole(read),
};

/// How much of a file is looked at for its outermost element.
const START: usize = 1 << 16;

/// What stands for an entity that is not known.
const OBJECT: &str = "\u{FFFC}";

fn read(bytes: &[u8]) -> Result<Vec<Article>, ArticleError> {
    let start = bytes.get(..START).unwrap_or(bytes);
    let decoded = decode_as(bytes, encoding(start))?;
    let broken = decoded.broken;
    let articles = articles(decoded)?.into_iter();
    let articles = articles.map(|article| Article { broken, ..article });
    Ok(articles.collect())
}

fn articles(decoded: Decoded) -> Result<Vec<Article>, ArticleError> {
    let tree = parse(&decoded)?;
    let root = tree.children(Tree::ALL).next();
    let name = root.and_then(|root| tree.local(root)).unwrap_or_default();
    let root = root.unwrap_or(Tree::ALL);
    match name {
        "nitf" => {
            let reading = nitf::reading(&tree, root);
            Ok(vec![Article::of(decoded, reading)])
        }
        "html" => {
            let reading = html::page(&decoded.text);
            Ok(vec![Article::of(decoded, reading)])
        }
        "rss" | "RDF" | "feed" | "entry" => Ok(feed::articles(&tree, root, decoded.encoding)),
        newsml1::ROOT => match newsml1::items(&tree, root).as_slice() {
            [] => Err(no_article(name)),
            [item] => {
                let reading = newsml1::reading(&tree, *item);
                Ok(vec![Article::of(decoded, reading)])
            }
            items => Ok(newsml1::articles(&tree, items, decoded.encoding)),
        },
        name if newsml::ROOTS.contains(&name) => match newsml::items(&tree, root).as_slice() {
            [] => Err(no_article(name)),
            [item] => {
                let reading = newsml::reading(&tree, *item);
                Ok(vec![Article::of(decoded, reading)])
            }
            items => Ok(newsml::articles(&tree, items, decoded.encoding)),
        },
        name => Err(no_article(name)),
    }
}

fn no_article(root: &str) -> ArticleError {
    ArticleError::NoArticle { root: short(root) }
}

/// The encoding that an XML declaration names.
pub(super) fn encoding(start: &[u8]) -> Option<&'static Encoding> {
    let start = start.get(..200).unwrap_or(start);
    let text = String::from_utf8_lossy(start);
    let declaration = text.get(..text.find("?>")? + 2)?;
    let Ok(Event::Decl(declaration)) = Reader::from_str(declaration).read_event() else {
        return None;
    };
    let label = declaration.encoding()?.ok()?;
    Encoding::for_label(label.as_bytes())
}

/// Whether the outermost element of a file has one of these names.
fn is_rooted(bytes: &[u8], names: &[&str]) -> bool {
    let start = bytes.get(..START).unwrap_or(bytes);
    let encoding = Encoding::for_bom(start).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
    let (text, ..) = encoding.decode(start);
    if !text.trim_start().starts_with('<') {
        return false;
    }
    let mut reader = Reader::from_str(&text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                return names.contains(&local(tag.name().as_ref()));
            }
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => (),
        }
    }
}

/// Reads a document; one that is not well formed is an error at its place.
fn parse(decoded: &Decoded) -> Result<Tree<'_>, ArticleError> {
    let source = decoded.text.as_str();
    let mut tree = Tree::new(source);
    let mut reader = Reader::from_str(source);
    // The start tags that are open.
    let mut open: Vec<Span> = Vec::new();
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|error| {
            malformed(decoded, reader.error_position() as usize, wording(&error))
        })?;
        let span = Span::new(start, reader.buffer_position() as usize);
        match event {
            Event::Start(tag) => {
                element(&mut tree, &tag, span);
                open.push(span);
            }
            Event::Empty(tag) => {
                element(&mut tree, &tag, span);
                tree.close(Span::default());
            }
            Event::End(_) => {
                tree.close(span);
                open.pop();
            }
            Event::Text(_) => tree.text(verbatim(span), false),
            Event::CData(data) => {
                let at = offset(source, &data).unwrap_or(span.start);
                tree.text(verbatim(Span::new(at, at + data.len())), false);
            }
            Event::GeneralRef(reference) => {
                let run = Run {
                    source: span,
                    text: Some(resolve(&reference)),
                };
                tree.text(run, false);
            }
            Event::Comment(_) => tree.comment(span.start),
            Event::Eof => break,
            _ => (),
        }
    }
    if let Some(last) = open.last() {
        let name = last.of(source).trim_matches(['<', '>']);
        let name = name.split_whitespace().next().unwrap_or_default();
        return Err(malformed(
            decoded,
            last.start,
            format!("<{}> is never closed", short(name)),
        ));
    }
    while tree.close(Span::default()).is_some() {}
    if tree.children(Tree::ALL).next().is_none() {
        return Err(malformed(decoded, 0, "there is no element in it".into()));
    }
    Ok(tree)
}

fn element<'a>(tree: &mut Tree<'a>, tag: &BytesStart<'_>, span: Span) {
    let source = tree.source;
    let qualified = tag.name();
    let qualified: &str = qualified.as_ref();
    let at = span.start + 1;
    let name = match source.get(at..at + qualified.len()) {
        Some(same) if same == qualified => Cow::Borrowed(same),
        _ => Cow::Owned(qualified.to_string()),
    };
    tree.open(name, span);
    // To look for doubled names costs the square of their number.
    for attribute in tag.attributes().with_checks(false).flatten() {
        let Some(name) = kept(attribute.key.as_ref().as_bytes()) else {
            continue;
        };
        let Some(at) = offset(source, &attribute.value) else {
            continue;
        };
        let mut value = Vec::new();
        entity::runs(source, Span::new(at, at + attribute.value.len()), |run| {
            value.push(run)
        });
        tree.attribute(name, value);
    }
}

/// Where a slice of the source stands in it.
fn offset(source: &str, slice: &str) -> Option<usize> {
    let at = (slice.as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
    (source.get(at..at + slice.len()) == Some(slice)).then_some(at)
}

fn verbatim(source: Span) -> Run {
    Run { source, text: None }
}

/// What a reference stands for. Feeds use the entities of HTML without defining them.
fn resolve(reference: &BytesRef) -> String {
    if reference.is_char_ref() {
        let found = reference.resolve_char_ref().ok().flatten();
        return found.map_or_else(|| OBJECT.to_string(), String::from);
    }
    entity::named(reference).unwrap_or_else(|| OBJECT.to_string())
}

fn malformed(decoded: &Decoded, at: usize, what: String) -> ArticleError {
    let text = &decoded.text;
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let (line, column) = line_and_column(text, at);
    ArticleError::Malformed {
        what,
        offset: decoded.map.disk(Span::new(at, at)).start,
        line,
        column,
    }
}

/// An error of the parser in a few words, without its class.
fn wording(error: &quick_xml::Error) -> String {
    let text = match error {
        quick_xml::Error::Syntax(error) => error.to_string(),
        quick_xml::Error::IllFormed(IllFormedError::UnclosedReference) => {
            "an `&` begins no entity here; the sign itself is written `&amp;`".to_string()
        }
        quick_xml::Error::IllFormed(error) => error.to_string(),
        error => error.to_string(),
    };
    short(&text)
}

fn short(text: &str) -> String {
    const MOST: usize = 160;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_string(),
    }
}
