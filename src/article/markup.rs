//! HTML tags inside another format: what stands between them.

use crate::span::Span;

/// A piece of HTML that is read.
pub(super) enum Bit {
    /// Text as it stands.
    Text(Span),
    /// An entity, with what it stands for.
    Char(Span, String),
    /// A line break, and the end of its tag.
    Space(usize),
    /// The start or end of a block.
    Break,
}

/// What goes on from one piece of HTML to the next.
#[derive(Default)]
pub(super) struct Tags {
    inside: Inside,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Text,
    Comment,
    /// A tag that goes on on the next line.
    Tag,
    /// An element whose content is no prose.
    Hidden(&'static str),
}

const HIDDEN: &[&str] = &[
    "script", "style", "pre", "code", "textarea", "svg", "math", "template",
];

#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "iframe", "li", "main", "nav", "ol", "p", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "title", "tr", "ul",
];

/// Entities that news copy holds; what is not here stays as it is written.
#[rustfmt::skip]
const ENTITIES: &[(&str, &str)] = &[
    ("nbsp", "\u{A0}"), ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ("lsquo", "\u{2018}"), ("rsquo", "\u{2019}"), ("ldquo", "\u{201C}"), ("rdquo", "\u{201D}"),
    ("ndash", "\u{2013}"), ("mdash", "\u{2014}"), ("hellip", "\u{2026}"), ("shy", "\u{AD}"),
    ("thinsp", "\u{2009}"), ("zwnj", "\u{200C}"), ("zwj", "\u{200D}"),
];

impl Tags {
    /// Whether text between pieces of HTML is no prose.
    pub(super) fn is_hidden(&self) -> bool {
        self.inside != Inside::Text
    }

    /// Reads a piece of HTML: a tag, a comment, or a line of a block.
    pub(super) fn read<'a>(&'a mut self, html: &'a str) -> impl Iterator<Item = Bit> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let rest = html.get(at..).filter(|rest| !rest.is_empty())?;
                let (bit, len) = self.next(rest, at);
                at += len.max(1);
                if bit.is_some() {
                    return bit;
                }
            }
        })
    }

    fn next(&mut self, rest: &str, at: usize) -> (Option<Bit>, usize) {
        match self.inside {
            Inside::Comment => match rest.find("-->") {
                Some(end) => {
                    self.inside = Inside::Text;
                    (None, end + 3)
                }
                None => (None, rest.len()),
            },
            Inside::Tag => match rest.find('>') {
                Some(end) => {
                    self.inside = Inside::Text;
                    (None, end + 1)
                }
                None => (None, rest.len()),
            },
            Inside::Hidden(name) => self.hidden(rest, name),
            Inside::Text if rest.starts_with("<!--") => {
                self.inside = Inside::Comment;
                (None, 4)
            }
            Inside::Text if rest.starts_with('<') => self.tag(rest, at),
            Inside::Text if rest.starts_with('&') => entity(rest, at),
            Inside::Text => {
                let end = rest.find(['<', '&']).unwrap_or(rest.len());
                (Some(Bit::Text(Span::new(at, at + end))), end)
            }
        }
    }

    /// Looks for the end tag of an element that is no prose.
    fn hidden(&mut self, rest: &str, name: &str) -> (Option<Bit>, usize) {
        let Some(found) = rest.find("</") else {
            return (None, rest.len());
        };
        let tag = rest.get(found + 2..).unwrap_or_default();
        let fits = tag
            .get(..name.len())
            .is_some_and(|tag| tag.eq_ignore_ascii_case(name));
        if !fits {
            return (None, found + 2);
        }
        self.inside = Inside::Tag;
        (None, found + 2 + name.len())
    }

    fn tag(&mut self, rest: &str, at: usize) -> (Option<Bit>, usize) {
        let inner = rest.trim_start_matches(['<', '/']);
        let name_end = inner
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(inner.len());
        let name = inner
            .get(..name_end)
            .unwrap_or_default()
            .to_ascii_lowercase();
        let closing = rest.starts_with("</");
        let len = match rest.find('>') {
            Some(end) => {
                self.inside = Inside::Text;
                let empty = rest.get(..end).is_some_and(|tag| tag.ends_with('/'));
                let hidden = HIDDEN.iter().find(|hidden| **hidden == name);
                if let Some(&hidden) = hidden.filter(|_| !closing && !empty) {
                    self.inside = Inside::Hidden(hidden);
                }
                end + 1
            }
            None => {
                self.inside = Inside::Tag;
                rest.len()
            }
        };
        let bit = match name.as_str() {
            "br" => Some(Bit::Space(at + len)),
            name if BLOCKS.contains(&name) => Some(Bit::Break),
            _ => None,
        };
        (bit, len)
    }
}

fn entity(rest: &str, at: usize) -> (Option<Bit>, usize) {
    let body = rest.get(1..).unwrap_or_default();
    let end = body.bytes().take(12).position(|byte| byte == b';');
    let name = end.and_then(|end| body.get(..end)).unwrap_or_default();
    let number = name.strip_prefix('#').and_then(|number| {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        char::from_u32(code.ok()?).map(String::from)
    });
    let named = || {
        let found = ENTITIES.iter().find(|(entity, _)| *entity == name);
        found.map(|(_, text)| (*text).to_string())
    };
    match number.or_else(named) {
        Some(text) => {
            let len = name.len() + 2;
            (Some(Bit::Char(Span::new(at, at + len), text)), len)
        }
        None => (Some(Bit::Text(Span::new(at, at + 1))), 1),
    }
}
