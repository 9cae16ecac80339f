//! What of a page is no part of its article.

use super::labels;
use super::names::{self, Boilerplate, Names};
use super::root::{Region, is_article};
use super::sections;
use super::teasers::Teasers;
use super::weights::Weights;
use crate::article::prose::{Role, role};
use crate::article::tree::Tree;

/// Roles (ARIA) of what is no article.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation",
    "search", "toolbar",
];

/// How far up the section of a heading is looked for.
pub(super) const CLIMB: usize = 12;

/// What is known of the elements of a page.
pub(super) struct Judged<'p> {
    pub(super) tree: &'p Tree<'p>,
    pub(super) names: &'p Names,
    pub(super) weights: &'p Weights,
}

/// Which elements are left out, with all that they hold.
pub(super) struct Marks(Vec<bool>);

impl Marks {
    pub(super) fn new(nodes: usize) -> Self {
        Self(vec![false; nodes])
    }

    pub(super) fn has(&self, at: usize) -> bool {
        self.0.get(at).copied().unwrap_or(false)
    }

    pub(super) fn set(&mut self, at: usize) {
        if let Some(mark) = self.0.get_mut(at) {
            *mark = true;
        }
    }
}

/// Marks what is no article wherever the article is.
pub(super) fn sure(page: &Judged, is_hidden: &dyn Fn(usize) -> bool, marks: &mut Marks) {
    let &Judged {
        tree,
        names,
        weights,
    } = page;
    let all = weights.running(tree, Tree::ALL);
    let mut at = 0;
    while at < tree.len() {
        let node = at;
        at += 1;
        if is_hidden(node) || marks.has(node) {
            at = tree.end(node).max(at);
            continue;
        }
        match tree.name(node) {
            Some(_) => {
                let guarded =
                    weights.holds_heading(tree, node) || weights.running(tree, node) * 5 > all * 3;
                let is_role = || {
                    let role = tree.attr(node, "role");
                    role.is_some_and(|role| ROLES.contains(&&*role))
                };
                if !guarded
                    && (is_role()
                        || is_block(tree, node) && names.of(node) == Some(Boilerplate::Sure))
                    || is_comments(tree, weights, node)
                {
                    marks.set(node);
                    at = tree.end(node).max(at);
                }
            }
            None => sections::labelled(tree, weights, node, marks),
        }
    }
}

/// Whether an element holds the readers' comments, which may be longer than the article.
fn is_comments(tree: &Tree, weights: &Weights, at: usize) -> bool {
    let says = |key: &str| {
        let value = tree.attr(at, key).unwrap_or_default();
        value.split_whitespace().any(|name| {
            matches!(
                name,
                "comments"
                    | "comment-list"
                    | "commentlist"
                    | "comments-area"
                    | "disqus_thread"
                    | "comments-section"
                    | "comment-section"
            )
        })
    };
    !weights.holds_heading(tree, at)
        && (says("id") || says("class"))
        && weights.prose_between(0, at) > 100
}

/// Whether an element parts blocks: the name of a link or a word in the text says nothing of the text.
fn is_block(tree: &Tree, at: usize) -> bool {
    tree.name(at)
        .is_some_and(|name| !matches!(role(name), Role::Inline | Role::Quote | Role::Raised))
}

/// Marks what in the article is no prose.
pub(super) fn within(page: &Judged, region: &Region, whole: bool, marks: &mut Marks) {
    let &Judged { tree, weights, .. } = page;
    let body = weights.prose(tree, region.body).max(1);
    let others = others(tree, weights, region);
    let teasers = Teasers::new(tree, weights, region, body);
    let roots = std::iter::once(&region.root).chain(&region.parts);
    for range in roots.map(|root| root + 1..tree.end(*root)) {
        let mut at = range.start;
        while at < range.end {
            let node = at;
            at += 1;
            if tree.name(node).is_none() || weights.letters(tree, node) == 0 && !marks.has(node) {
                continue;
            }
            if marks.has(node)
                || region.meets(tree, node)
                    && (is_apart(tree, weights, node, body)
                        || whole && is_boilerplate(page, region, node, body)
                        || whole
                            && !region.holds_body(tree, node)
                            && (others && is_article(tree, node)
                                || teasers.has(tree, weights, node)))
            {
                marks.set(node);
                at = tree.end(node).max(at);
            }
        }
    }
}

/// Whether a form is one to fill in, or an aside no part of the text.
fn is_apart(tree: &Tree, weights: &Weights, at: usize, body: usize) -> bool {
    let prose = weights.prose(tree, at);
    match tree.name(at) {
        // ASP.NET wraps a whole page in one.
        Some("form") => {
            !weights.holds_heading(tree, at) && (prose * 2 <= body || weights.ends(tree, at) == 0)
        }
        // A box of facts, but no list of links.
        Some("aside") => {
            let linked = weights.linked(tree, at);
            !weights.holds_heading(tree, at) && (prose < 20 || linked * 2 > prose)
        }
        _ => false,
    }
}

fn is_boilerplate(page: &Judged, region: &Region, at: usize, body: usize) -> bool {
    let &Judged {
        tree,
        names,
        weights,
    } = page;
    let Some(name) = tree.name(at) else {
        return false;
    };
    let prose = weights.prose(tree, at);
    if region.holds_body(tree, at) {
        return false;
    }
    let named = || {
        let small = !weights.holds_heading(tree, at) && prose * 5 < body * 2;
        small && is_block(tree, at) && names.of(at).is_some()
            || prose * 4 < body && names::is_hidden(tree, at)
    };
    named()
        || name == "footer" && is_footer(tree, weights, at, prose)
        || is_page_header(tree, weights, at, prose, body)
        || is_navigation(tree, weights, at, name)
        || is_line(tree, weights, at, name)
}

/// Whether the articles in the text are others than the one that is read, and not a list of short ones.
fn others(tree: &Tree, weights: &Weights, region: &Region) -> bool {
    let body = weights.prose(tree, region.body);
    let (mut at, mut inside) = (region.body + 1, 0);
    while at < tree.end(region.body) {
        let found = is_article(tree, at);
        if found {
            inside += weights.prose(tree, at);
        }
        at = match found {
            true => tree.end(at).max(at + 1),
            false => at + 1,
        };
    }
    inside * 2 < body
}

/// Whether a footer is the page's, or holds little but links.
fn is_footer(tree: &Tree, weights: &Weights, at: usize, prose: usize) -> bool {
    let mut above = tree.parent(at);
    for _ in 0..CLIMB {
        let Some(node) = above else { break };
        if is_article(tree, node) {
            return prose < 100 || weights.linked(tree, at) > prose;
        }
        above = tree.parent(node);
    }
    true
}

/// Whether a header is the page's: it has no headline and is in no article.
fn is_page_header(tree: &Tree, weights: &Weights, at: usize, prose: usize, body: usize) -> bool {
    let named = || {
        ["class", "id"].iter().any(|key| {
            let value = tree.attr(at, key).unwrap_or_default();
            value.split_whitespace().any(|name| {
                matches!(
                    name,
                    "header" | "site-header" | "page-header" | "top-bar" | "topbar"
                )
            })
        })
    };
    let is_header = tree.name(at) == Some("header") || tree.name(at) == Some("div") && named();
    if !is_header || weights.holds_heading(tree, at) || prose * 8 > body {
        return false;
    }
    let mut above = tree.parent(at);
    for _ in 0..CLIMB {
        let Some(node) = above else { break };
        if is_article(tree, node) || matches!(tree.name(node), Some("main" | "section")) {
            return false;
        }
        above = tree.parent(node);
    }
    true
}

/// Whether a block is a list of links: at least three, and little beside them.
fn is_navigation(tree: &Tree, weights: &Weights, at: usize, name: &str) -> bool {
    let holds = matches!(
        name,
        "ul" | "ol" | "dl" | "menu" | "div" | "section" | "p" | "figure" | "header" | "footer"
    );
    let (linked, prose) = (weights.linked(tree, at), weights.prose(tree, at));
    holds
        && weights.links(tree, at) >= 3
        && weights.ends(tree, at) == 0
        && linked > prose * 3
        && prose < 80
}

/// Whether a block is a button, or leads to another page.
fn is_line(tree: &Tree, weights: &Weights, at: usize, name: &str) -> bool {
    if !matches!(role(name), Role::Part | Role::Block(_)) && name != "span" && name != "a" {
        return false;
    }
    let letters = weights.letters(tree, at);
    if letters > 300 || tree.end(at) - at > 40 {
        return false;
    }
    let (linked, prose) = (weights.linked(tree, at), weights.prose(tree, at));
    if name != "td"
        && name != "th"
        && letters <= labels::LONGEST
        && labels::is_line(&tree.text_of(at))
    {
        return true;
    }
    linked > 0
        && linked * 2 > prose
        && matches!(name, "p" | "div" | "li")
        && labels::leads_away(&tree.text_of(at))
}
