//! Which part of a page is the article.
//!
//! First, what is surely not the article is left out: what nobody sees, navigation, comments, sections under headings
//! such as `Read next`. Then the element that holds most of the running text that is left is the article, and
//! the page's own word (`itemprop`, `<article>`, `<main>`) decides between several. What is in it and is still no
//! prose (side columns, cards of other articles, lists of links, buttons) is left out at last.

use super::boilerplate::{self, Judged, Marks};
use super::names::{self, Names};
use super::root::{self, Region};
use super::weights::Weights;
use crate::article::prose::{Role, role};
use crate::article::tree::{Content, Tree};

/// A page, and which of its elements are the article.
pub(super) struct Page<'t> {
    pub(super) tree: &'t Tree<'t>,
    /// What is seen.
    seen: Weights,
    /// What is seen and not surely boilerplate.
    kept: Weights,
    /// For each node whether nobody sees it.
    hidden: Vec<bool>,
    /// What is left out of the article.
    left_out: Marks,
    /// Where the article is.
    region: Region,
}

impl<'t> Page<'t> {
    pub(super) fn new(tree: &'t Tree<'t>) -> Self {
        let whole =
            (0..tree.len()).any(|at| matches!(tree.name(at), Some("html" | "head" | "body")));
        let hidden = hidden(tree);
        let is_hidden = |at: usize| hidden.get(at).copied().unwrap_or(false);
        let seen = Weights::new(tree, &is_hidden);
        let mut left_out = Marks::new(tree.len());
        let names = Names::new(tree, &is_hidden);
        let judged = |weights| Judged {
            tree,
            names: &names,
            weights,
        };
        if whole {
            boilerplate::sure(&judged(&seen), &is_hidden, &mut left_out);
        }
        let kept = Weights::new(tree, &|at| is_hidden(at) || left_out.has(at));
        let region = match whole {
            true => root::region(tree, &kept, &|at| is_hidden(at) || left_out.has(at)),
            false => Region::all(tree),
        };
        boilerplate::within(&judged(&kept), &region, whole, &mut left_out);
        Self {
            tree,
            seen,
            kept,
            hidden,
            left_out,
            region,
        }
    }

    /// Where the article is.
    pub(super) fn region(&self) -> &Region {
        &self.region
    }

    /// The letters of prose in a node.
    pub(super) fn prose(&self, at: usize) -> usize {
        self.seen.prose(self.tree, at)
    }

    /// The letters of prose in the article before a node.
    pub(super) fn prose_before(&self, at: usize) -> usize {
        self.kept.prose_between(0, at)
    }

    pub(super) fn is_hidden(&self, at: usize) -> bool {
        self.hidden.get(at).copied().unwrap_or(false)
    }

    /// The first main heading in a node.
    pub(super) fn heading(&self, at: usize) -> Option<usize> {
        let seen = |at: &usize| self.tree.name(*at) == Some("h1") && !self.is_hidden(*at);
        (at..self.tree.end(at)).find(seen)
    }

    /// Whether an element is boilerplate or not seen, wherever it is.
    pub(super) fn is_boilerplate(&self, at: usize) -> bool {
        self.is_hidden(at) || self.left_out.has(at)
    }

    /// Whether an element is left out of the article, with all that it holds.
    pub(super) fn is_left_out(&self, at: usize) -> bool {
        if !self.region.meets(self.tree, at) {
            return true;
        }
        match self.is_hidden(at) {
            // The reader of prose knows what it leaves out by its kind, and what it puts there.
            true => !self.tree.name(at).is_some_and(is_no_prose),
            false => self.left_out.has(at),
        }
    }
}

/// Whether an element is no prose by its kind.
fn is_no_prose(name: &str) -> bool {
    matches!(role(name), Role::Hidden | Role::Apart | Role::Object)
}

/// For each node whether nobody sees it.
fn hidden(tree: &Tree) -> Vec<bool> {
    let mut hidden = vec![false; tree.len()];
    let mut to = 0;
    for (at, hidden) in hidden.iter_mut().enumerate() {
        if at >= to
            && tree
                .node(at)
                .is_some_and(|node| matches!(node.content, Content::Element { .. }))
            && is_unseen(tree, at)
        {
            to = tree.end(at);
        }
        *hidden = at < to;
    }
    hidden
}

/// Whether an element is no prose by what it is, or says that it is not seen.
fn is_unseen(tree: &Tree, at: usize) -> bool {
    if tree.name(at).is_some_and(is_no_prose) {
        return true;
    }
    let style = || {
        let style = tree.attr(at, "style").unwrap_or_default();
        if style.is_empty() {
            return false;
        }
        let style: String = style.split_whitespace().collect();
        let style = style.to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    tree.value(at, "hidden").is_some() && !is_streamed(tree, at)
        || tree.attr(at, "aria-hidden").as_deref() == Some("true")
        || tree.name(at) == Some("dialog") && tree.value(at, "open").is_none()
        || style()
        || names::is_unseen(tree, at)
}

/// Whether a hidden element is a part of a streamed page, which a script puts in its place: `<div hidden id="S:1">`.
pub(super) fn is_streamed(tree: &Tree, at: usize) -> bool {
    streamed_id(tree, at, "S:").is_some()
}

/// The number of a part of a streamed page, or of the place that waits for it: React calls them `S:1f` and `B:1f`.
pub(super) fn streamed_id(tree: &Tree, at: usize, kind: &str) -> Option<String> {
    let id = tree.attr(at, "id")?;
    let (_, number) = id.rsplit_once(kind)?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .then(|| number.to_string())
}
