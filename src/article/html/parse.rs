//! HTML → a tree, forgiving as browsers are. The tokens are the tokenizer's; which end tags may be left out
//! is said here.

use std::borrow::Cow;
use std::collections::HashMap;
use std::convert::Infallible;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::emitters::{Emitter, ForwardingEmitter};
use html5gum::{State, Tokenizer};

use super::entity;
use crate::article::Run;
use crate::article::prose::{Role, role};
use crate::article::tree::{Tree, kept};
use crate::span::Span;

/// Elements without content.
#[rustfmt::skip]
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen",
    "link", "meta", "param", "source", "track", "wbr",
];

/// What the head of a page holds.
const HEAD: &[&str] = &[
    "base", "link", "meta", "noscript", "script", "style", "template", "title",
];

/// Elements that keep what stands in them from closing what stands around them.
#[rustfmt::skip]
const SCOPES: &[&str] = &[
    "applet", "button", "caption", "html", "marquee", "object", "table", "td", "template", "th",
];

/// Elements that make no difference to the text in them.
#[rustfmt::skip]
const PLAIN: &[&str] = &[
    "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "del", "dfn", "em", "font", "i", "ins", "mark", "nobr",
    "s", "small", "strike", "strong", "u",
];

/// Reads a page.
pub(super) fn parse(source: &str) -> Tree<'_> {
    let mut builder = Builder {
        tree: Tree::new(source),
        open: HashMap::new(),
        blocks: Vec::new(),
        linked: false,
        strict: source.trim_start().starts_with("<?xml"),
        foreign: None,
        start: None,
        next: None,
    };
    let reader = Reader {
        inner: CallbackEmitter::new(Sink(&mut builder)),
    };
    // The tokenizer of a string knows no error.
    let _ = Tokenizer::new_with_emitter(source, reader).finish();
    while builder.pop(Span::default()).is_some() {}
    builder.tree
}

/// The tokenizer's emitter, which is told what each element means for the tokens in it.
struct Reader<'b, 'a> {
    inner: CallbackEmitter<Sink<'b, 'a>, Infallible, usize>,
}

struct Sink<'b, 'a>(&'b mut Builder<'a>);

impl ForwardingEmitter for Reader<'_, '_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.inner
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let _ = self.inner.emit_current_tag();
        let next = self.inner.callback_mut().0.next.take();
        if next.is_some() {
            self.inner.init_string();
        }
        next
    }
}

/// Builds the tree from the tokens.
struct Builder<'a> {
    tree: Tree<'a>,
    /// For each name the depths at which such elements are open.
    open: HashMap<Cow<'a, str>, Vec<usize>>,
    /// The depths at which blocks are open.
    blocks: Vec<usize>,
    /// In a link. Links are often nested wrongly, so they count from tag to tag.
    linked: bool,
    /// XHTML, where any element may close itself.
    strict: bool,
    /// The depth of the picture or formula that is open, whose elements are no HTML.
    foreign: Option<usize>,
    /// The start tag that is being read.
    start: Option<Start<'a>>,
    /// How what follows the tag is to be read.
    next: Option<State>,
}

struct Start<'a> {
    name: Cow<'a, str>,
    at: usize,
    attributes: Vec<(&'static str, Vec<Run>)>,
    /// The last attribute is one that is kept.
    kept: bool,
    link: bool,
}

impl Callback<Infallible, usize> for Sink<'_, '_> {
    fn handle_event(
        &mut self,
        event: CallbackEvent<'_>,
        span: html5gum::Span<usize>,
    ) -> Option<Infallible> {
        let builder = &mut *self.0;
        let span = Span::new(span.start, span.end);
        match event {
            CallbackEvent::OpenStartTag { name } => {
                builder.start = Some(Start {
                    name: builder.name(name, span.start + 1),
                    at: span.start,
                    attributes: Vec::new(),
                    kept: false,
                    link: false,
                });
            }
            CallbackEvent::AttributeName { name } => {
                if let Some(start) = &mut builder.start {
                    start.link |= name == b"href";
                    start.kept = false;
                    if let Some(name) = kept(name) {
                        start.kept = start.attributes.iter().all(|(known, _)| *known != name);
                        if start.kept {
                            start.attributes.push((name, Vec::new()));
                        }
                    }
                }
            }
            CallbackEvent::AttributeValue { value } => builder.value(value, span),
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some(start) = builder.start.take() {
                    builder.start_tag(start, span.end, self_closing);
                }
            }
            CallbackEvent::EndTag { name } => {
                builder.start = None;
                let name = builder.name(name, span.start + 2);
                builder.end_tag(&name, span);
            }
            CallbackEvent::Comment { .. } => builder.tree.comment(span.start),
            CallbackEvent::String { .. } => builder.text(span),
            _ => (),
        }
        None
    }
}

impl<'a> Builder<'a> {
    /// A name that the tokenizer gives, as it stands in the source if it does.
    fn name(&self, name: &[u8], at: usize) -> Cow<'a, str> {
        let source: &'a str = self.tree.source;
        match source.get(at..at + name.len()) {
            Some(same) if same.as_bytes() == name => Cow::Borrowed(same),
            _ => Cow::Owned(String::from_utf8_lossy(name).into_owned()),
        }
    }

    fn value(&mut self, value: &[u8], span: Span) {
        let source = self.tree.source;
        let Some(start) = self.start.as_mut().filter(|start| start.kept) else {
            return;
        };
        let Some((_, runs)) = start.attributes.last_mut() else {
            return;
        };
        entity::runs(source, span, |run| runs.push(run));
        let read = runs.iter().flat_map(|run| match &run.text {
            Some(text) => text.as_bytes(),
            None => source
                .get(run.source.range())
                .unwrap_or_default()
                .as_bytes(),
        });
        if !read.eq(value) {
            // An ampersand in an address that looks like an entity, or a line end.
            *runs = vec![Run {
                source: span,
                text: Some(String::from_utf8_lossy(value).into_owned()),
            }];
        }
    }

    fn text(&mut self, span: Span) {
        let source = self.tree.source;
        let text = source.get(span.range()).unwrap_or_default();
        if !text.trim().is_empty() && self.tree.innermost() == Some("head") {
            self.pop(Span::default());
        }
        let (tree, linked) = (&mut self.tree, self.linked);
        if matches!(
            tree.innermost(),
            Some("script" | "style" | "iframe" | "xmp" | "noembed" | "noframes")
        ) {
            let run = Run {
                source: span,
                text: None,
            };
            tree.text(run, linked);
            return;
        }
        entity::runs(source, span, |run| tree.text(run, linked));
    }

    fn start_tag(&mut self, start: Start<'a>, end: usize, self_closing: bool) {
        let name = start.name;
        if matches!(&*name, "html" | "body") && self.depth_of(&name).is_some() {
            return;
        }
        if self.tree.innermost() == Some("head") && !HEAD.contains(&&*name) {
            self.pop(Span::default());
        }
        if name == "body" {
            self.close_to(self.depth_of("head"));
        }
        if name == "a" {
            self.linked = start.link;
        }
        if PLAIN.contains(&&*name) && start.attributes.is_empty() {
            return;
        }
        if self.foreign.is_some() && is_block(&name) && self.depth_of("foreignobject").is_none() {
            // A picture that was never closed.
            self.close_to(self.foreign);
        }
        if self.foreign.is_none() {
            self.close_implied(&name);
        }
        let tag = Span::new(start.at, end);
        let depth = self.tree.depth();
        let void =
            VOID.contains(&&*name) || self_closing && (self.strict || self.foreign.is_some());
        if void {
            self.tree.open(name, tag);
        } else {
            self.open.entry(name.clone()).or_default().push(depth);
            if is_block(&name) {
                self.blocks.push(depth);
            }
            match &*name {
                "svg" | "math" if !self_closing && self.foreign.is_none() => {
                    self.foreign = Some(depth);
                }
                _ if self.foreign.is_none() => self.next = state(&name),
                _ => (),
            }
            self.tree.open(name.clone(), tag);
        }
        for (name, value) in start.attributes {
            self.tree.attribute(name, value);
        }
        if void {
            self.tree.close(Span::default());
        } else if self_closing && matches!(self.tree.innermost(), Some("svg" | "math")) {
            self.pop(Span::default());
        }
    }

    /// Closes the elements whose end tag may be left out before this one.
    fn close_implied(&mut self, name: &str) {
        let scope = self.depth_of_any(SCOPES);
        let within =
            |depth: Option<usize>, barrier: Option<usize>| depth.filter(|d| Some(*d) > barrier);
        match name {
            "li" => {
                let lists = self.depth_of_any(&["ol", "ul", "menu", "dir"]).max(scope);
                self.close_to(within(self.depth_of("li"), lists));
            }
            "dd" | "dt" => {
                let lists = self.depth_of("dl").max(scope);
                self.close_to(within(self.depth_of_any(&["dd", "dt"]), lists));
            }
            "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" => {
                let table = self.depth_of_any(&["table", "template"]);
                let closed: &[&str] = match name {
                    "td" | "th" => &["td", "th", "caption"],
                    "tr" => &["tr", "caption"],
                    _ => &["tbody", "thead", "tfoot", "caption"],
                };
                let lowest = closed
                    .iter()
                    .filter_map(|name| within(self.depth_of(name), table));
                self.close_to(lowest.min());
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let heading = self.tree.innermost().is_some_and(is_heading);
                if heading {
                    self.pop(Span::default());
                }
            }
            _ => (),
        }
        if is_block(name) {
            self.close_to(within(self.depth_of("p"), scope));
        }
    }

    fn end_tag(&mut self, name: &str, tag: Span) {
        match name {
            "html" | "body" => return,
            "a" => self.linked = false,
            "br" => {
                self.tree.open(Cow::Borrowed("br"), tag);
                self.tree.close(Span::default());
                return;
            }
            _ => (),
        }
        let Some(depth) = self.depth_of(name) else {
            if name == "p" {
                // It ends a paragraph that has begun without a tag.
                self.tree.open(Cow::Borrowed("p"), tag);
                self.tree.close(Span::default());
            }
            return;
        };
        if self.foreign.is_none_or(|foreign| depth < foreign) {
            let tabular = matches!(
                name,
                "table" | "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" | "template"
            );
            let scope = self.depth_of_any(SCOPES);
            // What is inline ends no block, and nothing ends the cell that it stands in.
            let crosses = is_inline(name) && self.blocks.last().is_some_and(|block| *block > depth)
                || !tabular && scope > Some(depth);
            if crosses {
                return;
            }
        }
        while self.tree.depth() > depth + 1 {
            self.pop(Span::default());
        }
        self.pop(tag);
    }

    /// Closes the innermost element.
    fn pop(&mut self, tag: Span) -> Option<()> {
        let depth = self.tree.depth().checked_sub(1)?;
        let index = self.tree.close(tag)?;
        if let Some(open) = self
            .tree
            .name(index)
            .and_then(|name| self.open.get_mut(name))
        {
            open.pop_if(|open| *open == depth);
        }
        self.blocks.pop_if(|block| *block == depth);
        if self.foreign == Some(depth) {
            self.foreign = None;
        }
        Some(())
    }

    /// Closes the element at a depth, and what is open in it.
    fn close_to(&mut self, depth: Option<usize>) {
        while depth.is_some_and(|depth| self.tree.depth() > depth) {
            self.pop(Span::default());
        }
    }

    /// At which depth the innermost element of this name is open.
    fn depth_of(&self, name: &str) -> Option<usize> {
        self.open.get(name)?.last().copied()
    }

    fn depth_of_any(&self, names: &[&str]) -> Option<usize> {
        names.iter().filter_map(|name| self.depth_of(name)).max()
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_block(name: &str) -> bool {
    matches!(role(name), Role::Part | Role::Block(_) | Role::Apart)
}

fn is_inline(name: &str) -> bool {
    matches!(role(name), Role::Inline | Role::Quote | Role::Raised)
}

/// How the text of an element is to be read.
fn state(name: &str) -> Option<State> {
    match name {
        "textarea" | "title" => Some(State::RcData),
        "script" => Some(State::ScriptData),
        "style" | "iframe" | "xmp" | "noembed" | "noframes" => Some(State::RawText),
        _ => None,
    }
}
