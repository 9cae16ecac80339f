//! Where the article of a page is.

use super::content::{is_streamed, streamed_id};
use super::names;
use super::weights::Weights;
use crate::article::prose::{Role, role};
use crate::article::tree::Tree;

/// The most prose that may be between a headline and its article, in letters.
const BETWEEN: usize = 1_200;

/// No page has more parts that are streamed.
const PARTS: usize = 64;

/// Where an article is: from the headline to the end of the element that holds its text.
#[derive(Debug)]
pub(super) struct Region {
    /// The element that holds it all.
    pub(super) root: usize,
    /// The element that holds the text.
    pub(super) body: usize,
    /// The headline, where it is apart from all the rest.
    pub(super) headline: Option<usize>,
    /// The headline, where it is not in the element with the text.
    pub(super) title: Option<usize>,
    /// Where it begins in the root.
    start: usize,
    /// Where it ends in the root.
    end: usize,
    /// Parts of the page that are written elsewhere and belong in it.
    pub(super) parts: Vec<usize>,
}

impl Region {
    /// All of a document.
    pub(super) fn all(tree: &Tree) -> Self {
        Self::of(tree, Tree::ALL)
    }

    fn of(tree: &Tree, root: usize) -> Self {
        Self {
            root,
            body: root,
            headline: None,
            title: None,
            start: root,
            end: tree.end(root),
            parts: Vec::new(),
        }
    }

    /// Whether an element is or holds the one with the text.
    pub(super) fn holds_body(&self, tree: &Tree, at: usize) -> bool {
        at <= self.body && self.body < tree.end(at)
    }

    /// Whether an element is in it, or holds a part of it.
    pub(super) fn meets(&self, tree: &Tree, at: usize) -> bool {
        let is_in = tree.end(at) > self.start && at < self.end;
        is_in
            || self
                .parts
                .iter()
                .any(|part| *part <= at && at < tree.end(*part))
    }
}

/// Finds the article.
pub(super) fn region(tree: &Tree, weights: &Weights, gone: &dyn Fn(usize) -> bool) -> Region {
    let (scope, body) = body(tree, weights, gone);
    let mut region = around_headline(tree, weights, scope, body, gone);
    region.parts = parts(tree, &region, gone);
    region
}

/// The parts of a streamed page whose place is in the article.
fn parts(tree: &Tree, region: &Region, gone: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let streamed: Vec<usize> = (0..tree.len())
        .filter(|at| is_streamed(tree, *at) && !gone(*at))
        .take(PARTS)
        .collect();
    if streamed.is_empty() {
        return Vec::new();
    }
    let mut parts: Vec<usize> = Vec::new();
    let whole = region.start..region.end;
    let mut waiting = vec![whole];
    while let Some(range) = waiting.pop() {
        for at in range {
            if tree.name(at) != Some("template") {
                continue;
            }
            let Some(number) = streamed_id(tree, at, "B:").or_else(|| streamed_id(tree, at, "P:"))
            else {
                continue;
            };
            let part = streamed
                .iter()
                .find(|part| streamed_id(tree, **part, "S:").as_ref() == Some(&number));
            let Some(part) = part.filter(|part| !parts.contains(part)) else {
                continue;
            };
            if !(region.start..region.end).contains(part) {
                parts.push(*part);
                waiting.push(*part..tree.end(*part));
            }
        }
    }
    parts.sort_unstable();
    parts
}

/// The article, or what else of the page is looked at, and the element in it that holds the text.
fn body(tree: &Tree, weights: &Weights, gone: &dyn Fn(usize) -> bool) -> (usize, usize) {
    let elements = || {
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < tree.len() {
                let next = at;
                at += 1;
                if gone(next) {
                    at = tree.end(next).max(at);
                } else if tree.name(next).is_some() {
                    return Some(next);
                }
            }
            None
        })
    };
    let all = elements()
        .find(|at| tree.name(*at) == Some("body"))
        .unwrap_or(Tree::ALL);
    let running = |at: usize| weights.running(tree, at);
    // Of several the first.
    let heaviest = |scope: usize, wanted: &dyn Fn(usize) -> bool| {
        let end = tree.end(scope);
        elements()
            .filter(|at| (scope..end).contains(at) && running(*at) > 0 && wanted(*at))
            .fold(None, |best: Option<usize>, at| match best {
                Some(best) if running(best) >= running(at) => Some(best),
                _ => Some(at),
            })
    };
    let is_main = |at: usize| {
        tree.name(at) == Some("main") || tree.attr(at, "role").as_deref() == Some("main")
    };
    // The one with the headline, if it is not too small; else the one with the most text.
    let best = |scope: usize, wanted: &dyn Fn(usize) -> bool, least: usize| {
        let enough = |at: &usize| running(*at) * least >= running(scope);
        let headed = heaviest(scope, &|at| wanted(at) && weights.holds_heading(tree, at));
        let any = || heaviest(scope, wanted).filter(enough);
        headed.filter(enough).or_else(any)
    };
    let main = best(all, &is_main, 4);
    let mut scope = main.unwrap_or(all);
    if let Some(article) = best(scope, &|at| is_article(tree, at), 3) {
        scope = innermost(tree, weights, article, gone);
    }
    let says = |at: usize| {
        let property = tree.attr(at, "itemprop");
        property.is_some_and(|names| names.split_whitespace().any(|name| name == "articleBody"))
    };
    // What holds little of the text is a teaser's, wherever it is.
    let least = if is_article(tree, scope) { 2 } else { 4 };
    let said = heaviest(scope, &says).filter(|body| running(*body) * least >= running(scope));
    let named = || {
        heaviest(scope, &|at| names::is_body(tree, at))
            .filter(|body| running(*body) * 5 >= running(scope) * 3)
    };
    let found = said.or_else(named).unwrap_or(scope);
    (scope, narrowest(tree, weights, found))
}

pub(super) fn is_article(tree: &Tree, at: usize) -> bool {
    tree.name(at) == Some("article") || tree.attr(at, "role").as_deref() == Some("article")
}

/// The article in an article that only wraps it.
fn innermost(
    tree: &Tree,
    weights: &Weights,
    article: usize,
    gone: &dyn Fn(usize) -> bool,
) -> usize {
    let mut inner = article;
    for at in article + 1..tree.end(article) {
        if at < tree.end(inner)
            && is_article(tree, at)
            && !gone(at)
            && weights.running(tree, at) * 2 >= weights.running(tree, inner)
        {
            inner = at;
        }
    }
    inner
}

/// The smallest element that holds nearly all the running text.
fn narrowest(tree: &Tree, weights: &Weights, root: usize) -> usize {
    let enough = weights.running(tree, root) * 94;
    let mut found = root;
    while let Some(child) = tree.children(found).find(|child| {
        let name = tree.name(*child).unwrap_or_default();
        role(name) == Role::Part && weights.running(tree, *child) * 100 >= enough
    }) {
        if weights.running(tree, child) == 0 {
            break;
        }
        found = child;
    }
    found
}

/// The article with its headline, where that is above it: what is between them is the standfirst and the byline.
fn around_headline(
    tree: &Tree,
    weights: &Weights,
    scope: usize,
    body: usize,
    gone: &dyn Fn(usize) -> bool,
) -> Region {
    let most = BETWEEN.min(weights.prose(tree, body));
    let is_near = |start: usize| weights.prose_between(start, body) <= most;
    let from = |start: usize| {
        let mut root = body;
        while root > start {
            root = tree.parent(root).unwrap_or(Tree::ALL);
        }
        Region {
            root,
            start,
            ..Region::of(tree, body)
        }
    };
    let headline = (0..body)
        .rev()
        .find(|at| tree.name(*at) == Some("h1") && !gone(*at))
        .filter(|_| !weights.holds_heading(tree, body));
    let region = match headline {
        Some(headline) if is_near(headline) => {
            let start = match is_article(tree, scope) && scope < headline && is_near(scope) {
                true => scope,
                false => headline,
            };
            from(start)
        }
        None if is_article(tree, scope) && is_near(scope) => from(scope),
        headline => Region {
            headline,
            ..Region::of(tree, body)
        },
    };
    Region {
        title: headline,
        ..region
    }
}
