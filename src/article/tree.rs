//! A document as a tree: what HTML and XML have in common.
//!
//! The nodes stand in the order of the document, each with the end of its subtree, so that a walk is a loop
//! and no depth of nesting costs more than its length.

use std::borrow::Cow;

use super::{Run, comments};
use crate::span::Span;

/// A document.
#[derive(Default)]
pub(super) struct Tree<'a> {
    pub(super) source: &'a str,
    nodes: Vec<Node<'a>>,
    attributes: Vec<Attribute>,
    /// The comments to factlint.
    comments: Vec<Span>,
    /// The elements that are open while it is built, the innermost last.
    open: Vec<usize>,
}

/// A node of the tree.
pub(super) struct Node<'a> {
    /// The index of its element, if it has one.
    pub(super) parent: Option<usize>,
    /// One past the index of its last descendant.
    pub(super) end: usize,
    /// The end tag, where it has one.
    pub(super) close: Span,
    pub(super) content: Content<'a>,
}

pub(super) enum Content<'a> {
    Element {
        name: Cow<'a, str>,
        /// The start tag.
        tag: Span,
        /// The indices of its attributes.
        attributes: (usize, usize),
    },
    Text {
        run: Run,
        /// It is the text of a link.
        linked: bool,
    },
}

/// An attribute that somebody asks for.
struct Attribute {
    name: &'static str,
    value: Vec<Run>,
}

/// The attributes that are kept.
#[rustfmt::skip]
const KEPT: &[&str] = &[
    "EquivalentsList", "FormalName", "alt", "aria-hidden", "class", "content", "contenttype", "date.publication", "datetime", "hidden", "id",
    "itemprop", "itemscope", "itemtype", "lang", "mode", "name", "norm", "open", "property", "pubdate", "role", "style", "type",
    "xml:lang",
];

/// The name of an attribute that is kept.
pub(super) fn kept(name: &[u8]) -> Option<&'static str> {
    let found = KEPT.iter().find(|kept| kept.as_bytes() == name);
    found.copied()
}

impl<'a> Tree<'a> {
    /// The whole document: a node without a name.
    pub(super) const ALL: usize = 0;

    pub(super) fn new(source: &'a str) -> Self {
        let mut tree = Self {
            source,
            ..Self::default()
        };
        tree.open(Cow::Borrowed(""), Span::default());
        tree
    }

    /// Opens an element, and gives its index.
    pub(super) fn open(&mut self, name: Cow<'a, str>, tag: Span) -> usize {
        let first = self.attributes.len();
        let index = self.push(Content::Element {
            name,
            tag,
            attributes: (first, first),
        });
        self.open.push(index);
        index
    }

    /// Adds an attribute to the element that was opened last; the first of a name counts.
    pub(super) fn attribute(&mut self, name: &'static str, value: Vec<Run>) {
        let Some(Node {
            content: Content::Element { attributes, .. },
            ..
        }) = self.nodes.last_mut()
        else {
            return;
        };
        let known = self.attributes.get(attributes.0..).unwrap_or_default();
        if known.iter().all(|attribute| attribute.name != name) {
            self.attributes.push(Attribute { name, value });
            attributes.1 = self.attributes.len();
        }
    }

    pub(super) fn text(&mut self, run: Run, linked: bool) {
        self.push(Content::Text { run, linked });
    }

    /// Notes a comment that begins at `start`, if it is one to factlint.
    pub(super) fn comment(&mut self, start: usize) {
        self.comments.extend(comments::at(self.source, start));
    }

    /// The comments to factlint, in order.
    pub(super) fn comments(&self) -> Vec<Span> {
        self.comments.clone()
    }

    fn push(&mut self, content: Content<'a>) -> usize {
        let index = self.nodes.len();
        self.nodes.push(Node {
            parent: self.open.last().copied(),
            end: index + 1,
            close: Span::default(),
            content,
        });
        index
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The name of the innermost open element.
    pub(super) fn innermost(&self) -> Option<&str> {
        self.open.last().and_then(|&index| self.name(index))
    }

    /// Closes the innermost element, and gives its index. `tag` is empty where it has no end tag.
    pub(super) fn close(&mut self, tag: Span) -> Option<usize> {
        let index = self.open.pop()?;
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(index) {
            node.end = end;
            node.close = tag;
        }
        Some(index)
    }

    /// The number of nodes.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node(&self, index: usize) -> Option<&Node<'a>> {
        self.nodes.get(index)
    }

    /// One past the index of the last descendant of a node.
    pub(super) fn end(&self, index: usize) -> usize {
        self.node(index).map_or(self.len(), |node| node.end)
    }

    pub(super) fn parent(&self, index: usize) -> Option<usize> {
        self.node(index)?.parent
    }

    /// The words of a text; None of an element.
    pub(super) fn text_run(&self, index: usize) -> Option<&str> {
        match &self.node(index)?.content {
            Content::Text { run, .. } => Some(self.words(run)),
            Content::Element { .. } => None,
        }
    }

    /// The name of an element; None of a text.
    pub(super) fn name(&self, index: usize) -> Option<&str> {
        match &self.node(index)?.content {
            Content::Element { name, .. } => Some(name),
            Content::Text { .. } => None,
        }
    }

    /// The name of an element without its prefix.
    pub(super) fn local(&self, index: usize) -> Option<&str> {
        self.name(index).map(local)
    }

    /// The bits of an attribute's value.
    pub(super) fn value(&self, index: usize, name: &str) -> Option<&[Run]> {
        let Content::Element { attributes, .. } = &self.node(index)?.content else {
            return None;
        };
        let own = self.attributes.get(attributes.0..attributes.1)?;
        let found = own.iter().find(|attribute| attribute.name == name)?;
        Some(&found.value)
    }

    /// The value of an attribute.
    pub(super) fn attr(&self, index: usize, name: &str) -> Option<Cow<'_, str>> {
        let runs = self.value(index, name)?;
        Some(match runs {
            [] => Cow::Borrowed(""),
            [run] => Cow::Borrowed(self.words(run)),
            runs => runs.iter().map(|run| self.words(run)).collect(),
        })
    }

    /// The text of a run.
    pub(super) fn words<'t>(&'t self, run: &'t Run) -> &'t str {
        match &run.text {
            Some(text) => text,
            None => self.source.get(run.source.range()).unwrap_or_default(),
        }
    }

    /// The runs of text in a node, in order.
    pub(super) fn runs(&self, index: usize) -> impl Iterator<Item = &Run> {
        (index..self.end(index)).filter_map(|at| match &self.node(at)?.content {
            Content::Text { run, .. } => Some(run),
            Content::Element { .. } => None,
        })
    }

    /// The whole text in a node.
    pub(super) fn text_of(&self, index: usize) -> String {
        self.runs(index).map(|run| self.words(run)).collect()
    }

    /// The elements in a node, without the node itself, in order.
    pub(super) fn below(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        (index + 1..self.end(index)).filter(|at| self.name(*at).is_some())
    }

    /// The children of a node that are elements.
    pub(super) fn children(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.end(index);
        let mut at = index + 1;
        std::iter::from_fn(move || {
            while at < end {
                let found = at;
                at = self.end(at).max(at + 1);
                if self.name(found).is_some() {
                    return Some(found);
                }
            }
            None
        })
    }

    /// The outermost elements in a node that have one of these names, whatever their prefix; the node itself may be one.
    pub(super) fn outermost(&self, index: usize, names: &[&str]) -> Vec<usize> {
        let mut found = Vec::new();
        let mut at = index;
        while at < self.end(index) {
            let wanted = self.local(at).is_some_and(|name| names.contains(&name));
            if wanted {
                found.push(at);
            }
            at = match wanted {
                true => self.end(at).max(at + 1),
                false => at + 1,
            };
        }
        found
    }

    /// The first child with this name, whatever its prefix.
    pub(super) fn child(&self, index: usize, name: &str) -> Option<usize> {
        self.children(index)
            .find(|child| self.local(*child) == Some(name))
    }

    /// The first element of this name in a node, whatever its prefix.
    pub(super) fn find(&self, index: usize, name: &str) -> Option<usize> {
        self.below(index).find(|at| self.local(*at) == Some(name))
    }
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
