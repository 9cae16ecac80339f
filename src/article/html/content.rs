//! Which part of a page is the article.
//!
//! What the page itself says comes first: the body of the article (`itemprop`), `<article>`, `<main>`. Else all
//! of the page is the article but what is known not to be: navigation, side columns, lists of links.

use crate::article::BlockKind;
use crate::article::prose::{Role, role};
use crate::article::tree::{Content, Tree};

/// What is known of each node.
pub(super) struct Page<'t> {
    pub(super) tree: &'t Tree<'t>,
    /// Not a fragment: it has a head or body.
    whole: bool,
    /// For each node the letters of prose before it: the seen text outside links and headings.
    prose: Vec<usize>,
    /// For each node the letters of links before it.
    linked: Vec<usize>,
    /// For each node the links before it.
    links: Vec<usize>,
    /// For each node the texts before it that end a sentence outside links.
    ends: Vec<usize>,
    /// The main headings that are seen.
    heads: Vec<usize>,
    /// For each node whether nobody sees it.
    hidden: Vec<bool>,
    /// For each node whether it stands in an article or its like.
    sectioned: Vec<bool>,
}

/// The article in a page.
pub(super) struct Article {
    /// The headline, where it stands outside.
    pub(super) headline: Option<usize>,
    /// The node that holds all the rest.
    pub(super) root: usize,
}

/// Roles (ARIA) of what is no article.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation",
    "search", "toolbar",
];

/// Words in classes and ids of what is no article.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "comments", "cookie", "cookies", "menu",
    "nav", "navbar", "navigation", "newsletter", "promo", "recommended", "related", "share", "sharing", "sidebar",
    "skip", "social", "subscribe", "toc",
];

/// Classes of what only a screen reader says.
const UNSEEN: &[&str] = &[
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
];

impl<'t> Page<'t> {
    pub(super) fn new(tree: &'t Tree<'t>) -> Self {
        let mut page = Self {
            tree,
            whole: (0..tree.len())
                .any(|at| matches!(tree.name(at), Some("html" | "head" | "body"))),
            prose: Vec::with_capacity(tree.len() + 1),
            linked: Vec::with_capacity(tree.len() + 1),
            links: Vec::with_capacity(tree.len() + 1),
            ends: Vec::with_capacity(tree.len() + 1),
            heads: Vec::new(),
            hidden: Vec::with_capacity(tree.len()),
            sectioned: Vec::with_capacity(tree.len()),
        };
        page.weigh();
        page
    }

    fn weigh(&mut self) {
        let (mut prose, mut linked, mut links, mut ends) = (0, 0, 0, 0);
        let (mut unseen, mut heading) = (0, 0);
        for at in 0..self.tree.len() {
            self.prose.push(prose);
            self.linked.push(linked);
            self.links.push(links);
            self.ends.push(ends);
            let Some(node) = self.tree.node(at) else {
                continue;
            };
            let above = node.parent.and_then(|above| self.sectioned.get(above));
            let mut sectioned = above.copied().unwrap_or(false);
            match &node.content {
                Content::Element { name, .. } => {
                    sectioned |= matches!(&**name, "article" | "main" | "section");
                    if at >= unseen && self.is_unseen(at) {
                        unseen = node.end;
                    }
                    if role(name) == Role::Block(BlockKind::Headline) {
                        heading = heading.max(node.end);
                    }
                    links += usize::from(name == "a" && at >= unseen);
                    if name == "h1" && at >= unseen {
                        self.heads.push(at);
                    }
                }
                Content::Text { run, linked: link } => {
                    let text = self.tree.words(run);
                    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
                    if at >= unseen && *link {
                        linked += letters;
                    } else if at >= unseen && at >= heading {
                        prose += letters;
                        ends += usize::from(text.contains(['.', '!', '?', '。']));
                    }
                }
            }
            self.hidden.push(at < unseen);
            self.sectioned.push(sectioned);
        }
        self.prose.push(prose);
        self.linked.push(linked);
        self.links.push(links);
        self.ends.push(ends);
    }

    /// Whether an element is no prose by what it is, or says so itself.
    fn is_unseen(&self, at: usize) -> bool {
        let tree = self.tree;
        let no_prose = tree
            .name(at)
            .is_some_and(|name| matches!(role(name), Role::Hidden | Role::Apart | Role::Object));
        if no_prose {
            return true;
        }
        let style = || {
            let style = tree
                .attr(at, "style")
                .unwrap_or_default()
                .to_ascii_lowercase();
            let style: String = style.split_whitespace().collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        };
        let class = || {
            let class = tree.attr(at, "class").unwrap_or_default();
            class
                .split_whitespace()
                .any(|class| UNSEEN.contains(&class))
        };
        tree.value(at, "hidden").is_some()
            || tree.attr(at, "aria-hidden").as_deref() == Some("true")
            || tree.name(at) == Some("dialog") && tree.value(at, "open").is_none()
            || style()
            || class()
    }

    fn sum(&self, counts: &[usize], at: usize) -> usize {
        let (Some(before), Some(after)) = (counts.get(at), counts.get(self.tree.end(at))) else {
            return 0;
        };
        after - before
    }

    /// The letters of prose in a node.
    pub(super) fn prose(&self, at: usize) -> usize {
        self.sum(&self.prose, at)
    }

    /// The letters of prose before a node.
    pub(super) fn prose_before(&self, at: usize) -> usize {
        self.prose.get(at).copied().unwrap_or_default()
    }

    pub(super) fn is_hidden(&self, at: usize) -> bool {
        self.hidden.get(at).copied().unwrap_or(false)
    }

    /// The elements that are seen.
    pub(super) fn elements(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.tree.len()).filter(|at| self.tree.name(*at).is_some() && !self.is_hidden(*at))
    }

    /// Finds the article of the page.
    pub(super) fn article(&self) -> Article {
        let root = self.root();
        let before = self.heads.partition_point(|at| *at < root);
        let headline = match self.holds_heading(root) || !self.whole {
            true => None,
            false => before.checked_sub(1).and_then(|last| self.heads.get(last)),
        };
        Article {
            headline: headline.copied(),
            root,
        }
    }

    /// The first main heading in a node.
    pub(super) fn heading(&self, at: usize) -> Option<usize> {
        let before = self.heads.partition_point(|head| *head < at);
        let found = self.heads.get(before).copied();
        found.filter(|head| *head < self.tree.end(at))
    }

    /// Whether a main heading stands in a node.
    pub(super) fn holds_heading(&self, at: usize) -> bool {
        let before = self.heads.partition_point(|head| *head < at);
        self.heads
            .get(before)
            .is_some_and(|head| *head < self.tree.end(at))
    }

    /// The node that holds the article.
    fn root(&self) -> usize {
        let body = self
            .elements()
            .find(|at| self.tree.name(*at) == Some("body"));
        let all = body.unwrap_or(Tree::ALL);
        if !self.whole {
            return Tree::ALL;
        }
        // Of several the first.
        let heaviest = |wanted: &dyn Fn(usize) -> bool| {
            let found = self
                .elements()
                .filter(|at| wanted(*at) && self.prose(*at) > 0);
            found.fold(None, |best: Option<usize>, at| match best {
                Some(best) if self.prose(best) >= self.prose(at) => Some(best),
                _ => Some(at),
            })
        };
        let body = heaviest(&|at| {
            let property = self.tree.attr(at, "itemprop");
            property.is_some_and(|names| names.split_whitespace().any(|name| name == "articleBody"))
        });
        if let Some(body) = body {
            return self.around(body);
        }
        let main = heaviest(&|at| {
            self.tree.name(at) == Some("main")
                || self.tree.attr(at, "role").as_deref() == Some("main")
        });
        let scope = main
            .filter(|main| self.prose(*main) * 4 >= self.prose(all))
            .unwrap_or(all);
        let article =
            heaviest(&|at| (scope..self.tree.end(scope)).contains(&at) && self.is_article(at));
        match article {
            Some(article) if self.prose(article) * 3 >= self.prose(scope) => {
                self.innermost(article)
            }
            _ => scope,
        }
    }

    fn is_article(&self, at: usize) -> bool {
        self.tree.name(at) == Some("article")
            || self.tree.attr(at, "role").as_deref() == Some("article")
    }

    /// The article around its body, if it holds little else.
    fn around(&self, body: usize) -> usize {
        let most = self.prose(body) * 3 / 2 + 500;
        let mut above = body;
        while let Some(parent) = self.tree.parent(above) {
            above = parent;
            if self.prose(above) > most {
                break;
            }
            if self.is_article(above) || self.tree.name(above) == Some("main") {
                return above;
            }
        }
        body
    }

    /// The article in an article that only wraps it.
    fn innermost(&self, article: usize) -> usize {
        let mut inner = article;
        for at in article + 1..self.tree.end(article) {
            if at < self.tree.end(inner)
                && self.is_article(at)
                && self.prose(at) * 2 >= self.prose(inner)
            {
                inner = at;
            }
        }
        inner
    }

    /// Whether an element in the article is left out.
    pub(super) fn is_left_out(&self, at: usize, root: usize) -> bool {
        if self.is_hidden(at) {
            // The roles say how.
            return !self.tree.name(at).is_some_and(|name| {
                matches!(role(name), Role::Hidden | Role::Apart | Role::Object)
            });
        }
        if !self.whole || at == root {
            return false;
        }
        let Some(name) = self.tree.name(at) else {
            return false;
        };
        let is_role = self
            .tree
            .attr(at, "role")
            .is_some_and(|role| ROLES.contains(&&*role));
        (is_role || self.is_named_so(at)) && self.prose(at) * 2 < self.prose(root)
            || self.is_article(at) && self.is_article(root)
            || matches!(name, "header" | "footer") && self.is_of_page(at, root)
            || self.is_navigation(at, name)
    }

    /// Whether a header or footer is the page's and not the article's.
    fn is_of_page(&self, at: usize, root: usize) -> bool {
        let sectioned = self.sectioned.get(at).copied().unwrap_or(false);
        let navigation = self.sum(&self.linked, at) > self.prose(at);
        !sectioned
            && self.tree.name(root) != Some("main")
            && (!self.holds_heading(at) || navigation)
    }

    fn is_named_so(&self, at: usize) -> bool {
        ["class", "id"].iter().any(|key| {
            self.tree.attr(at, key).is_some_and(|names| {
                let mut words = names.split(|c: char| !c.is_ascii_alphanumeric());
                words.any(|word| NAMES.iter().any(|name| name.eq_ignore_ascii_case(word)))
            })
        })
    }

    /// Whether a block is a list of links: at least three, and little beside them.
    fn is_navigation(&self, at: usize, name: &str) -> bool {
        let holds = matches!(
            name,
            "ul" | "ol" | "dl" | "menu" | "div" | "section" | "p" | "figure" | "header" | "footer"
        );
        let (linked, prose) = (self.sum(&self.linked, at), self.prose(at));
        holds
            && self.sum(&self.links, at) >= 3
            && self.sum(&self.ends, at) == 0
            && linked > prose * 3
            && prose < 80
    }
}
