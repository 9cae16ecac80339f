//! What the classes and ids of an element say that it is.
//!
//! A class counts by its words and their places in it, never by its letters: `sidebar` and `right-sidebar` are side
//! columns, `sidebar-grid__content` and `has-sidebar` are not.

use std::collections::HashMap;

use crate::article::tree::Tree;

/// No name that says something is longer, in bytes.
const LONGEST: usize = 80;

/// How surely a name says that an element is no part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Boilerplate {
    /// It may be, if most of the text is elsewhere.
    Likely,
    /// It is, unless the article is in it.
    Sure,
}

/// Words of what is never the article.
#[rustfmt::skip]
const SURE: &[&str] = &[
    "adsbygoogle", "adslot", "breadcrumb", "breadcrumbs", "colophon", "comments", "commentlist", "cookie", "cookies", "dfp",
    "disqus", "gdpr", "jp-relatedposts", "nav", "navbar", "navigation", "newsletter", "newsletters", "outbrain", "promoted",
    "recirc", "recirculation", "recommendation", "recommendations", "recommended", "related", "relatedarticles", "relatedlinks",
    "relatedposts", "sharedaddy", "taboola", "zergnet",
];

/// Words of what is seldom the article.
#[rustfmt::skip]
const LIKELY: &[&str] = &[
    "ad", "addthis", "addtoany", "ads", "advert", "advertisement", "advertising", "adverts", "affiliate", "affiliates", "authorbio",
    "authorbox", "avatar", "banner", "btn", "button", "buttons", "carousel",
    "bio", "copyright", "credit", "credits", "cta", "disclaimer", "disclosure", "donate", "donation", "entrymeta", "footer", "jumplinks", "login", "masthead",
    "menu", "modal", "mostread", "nextstory", "overlay", "pager", "pagination", "postmeta", "postmetadata", "printheader", "printonly", "promo",
    "promotion", "register", "respond", "share", "sharebar", "shares", "sharing", "sidebar", "signin", "signup", "skip", "slider", "slideshow", "social",
    "socials", "sponsor", "sponsored", "subnav", "subscribe", "subscription", "survey", "tags", "toc",
    "toolbar", "tooltip", "trending",
];

/// Two words that together are no part of the article.
#[rustfmt::skip]
const PAIRS: &[(&str, &str)] = &[
    ("about", "author"), ("author", "bio"), ("author", "box"), ("author", "card"), ("author", "info"), ("comment", "form"),
    ("comment", "list"), ("comment", "respond"), ("most", "popular"), ("most", "read"), ("news", "letter"), ("next", "article"),
    ("next", "post"), ("next", "story"), ("post", "nav"), ("prev", "next"), ("read", "also"), ("read", "next"),
    ("see", "also"), ("sign", "in"), ("sign", "up"), ("more", "stories"), ("more", "news"), ("latest", "news"), ("tag", "list"),
    ("top", "stories"), ("up", "next"),
];

/// Words after which a word of the lists means something else, as in `share-price`.
#[rustfmt::skip]
const OTHERWISE: &[(&str, &[&str])] = &[
    ("ad", &["free", "hoc"]),
    ("ads", &["free"]),
    ("bio", &["tech", "diversity"]),
    ("menu", &["item", "open", "closed"]),
    ("nav", &["open", "closed"]),
    ("register", &["article"]),
    ("share", &["price", "prices", "holder", "holders", "index", "market"]),
    ("social", &["affairs", "care", "democrats", "embed", "policy", "post", "security", "work"]),
    ("banner", &["open"]),
];

/// Words that say how a page is arranged: `has-sidebar`, `layout-sidebar-grid`, `no-toc`.
#[rustfmt::skip]
const LAYOUT: &[&str] = &[
    "col", "cols", "column", "columns", "enabled", "free", "grid", "has", "hide", "hides", "layout", "no", "non", "not", "row", "show",
    "shows", "template", "theme", "with", "without",
];

/// Names of a page's frame, whose modifiers say how it is arranged: `page--sidebar`.
#[rustfmt::skip]
const FRAME: &[&str] = &[
    "app", "article", "body", "container", "content", "entry", "main", "page", "post", "single", "site", "story", "wrap",
    "wrapper",
];

/// Names of what is quoted from elsewhere.
const EMBEDS: &[&str] = &["socialembed", "socialmediaembed", "socialpost"];

/// Classes of the text of an article.
#[rustfmt::skip]
const BODY: &[&str] = &[
    "articlebody", "articlebodytext", "articlecontent", "articletext", "bodycopy", "bodytext", "contentbody", "entrybody",
    "entrycontent", "newsbody", "newscontent", "newstext", "postbody", "postcontent", "posttext", "storybody", "storybodytext",
    "storycontent", "storytext",
];

/// Classes of what only a screen reader says.
#[rustfmt::skip]
const UNSEEN: &[&str] = &[
    "a11y-hidden", "hidden-visually", "screen-reader", "screen-reader-only", "screen-reader-text", "screenreader",
    "screenreader-only", "sr-only", "u-visually-hidden", "visually-hidden", "visuallyhidden",
];

/// Classes of what is not shown, unless a second class shows it on wider screens.
const HIDDEN: &[&str] = &["d-none", "hidden", "hide", "is-hidden", "u-hidden"];

/// What the classes and ids of a page say of its elements. Each name is judged once.
pub(super) struct Names(Vec<Option<Boilerplate>>);

impl Names {
    pub(super) fn new(tree: &Tree, is_hidden: &dyn Fn(usize) -> bool) -> Self {
        let mut known: HashMap<String, Option<Boilerplate>> = HashMap::new();
        let said = (0..tree.len()).map(|at| {
            if tree.name(at).is_none() || is_hidden(at) {
                return None;
            }
            let mut most = None;
            for key in ["class", "id"] {
                let value = tree.attr(at, key).unwrap_or_default();
                for token in value
                    .split_whitespace()
                    .filter(|token| token.len() <= LONGEST)
                {
                    let found = match known.get(token) {
                        Some(found) => *found,
                        None => *known
                            .entry(token.to_string())
                            .or_insert_with(|| judge(token)),
                    };
                    most = most.max(found);
                }
            }
            most
        });
        Self(said.collect())
    }

    /// What the class and id of an element say.
    pub(super) fn of(&self, at: usize) -> Option<Boilerplate> {
        self.0.get(at).copied().flatten()
    }
}

/// Whether an element says that it is the text of an article.
pub(super) fn is_body(tree: &Tree, at: usize) -> bool {
    ["class", "id"].iter().any(|key| {
        let value = tree.attr(at, key).unwrap_or_default();
        let mut tokens = value
            .split_whitespace()
            .filter(|token| token.len() <= LONGEST);
        tokens.any(|token| BODY.contains(&joined(token).as_str()))
    })
}

/// Whether only a screen reader says an element.
pub(super) fn is_unseen(tree: &Tree, at: usize) -> bool {
    let class = tree.attr(at, "class").unwrap_or_default();
    class
        .split_whitespace()
        .any(|token| UNSEEN.contains(&token))
}

/// Whether a class says that an element is not shown.
pub(super) fn is_hidden(tree: &Tree, at: usize) -> bool {
    let class = tree.attr(at, "class").unwrap_or_default();
    let shown = ["block", "flex", "grid", "inline", "inline-block", "table"];
    class
        .split_whitespace()
        .any(|token| HIDDEN.contains(&token))
        && !class.split_whitespace().any(|token| {
            let last = token.rsplit([':', '-']).next().unwrap_or_default();
            shown.contains(&last)
        })
}

/// The letters of a name alone, in lower case.
fn joined(token: &str) -> String {
    let letters = token.chars().filter(|c| c.is_ascii_alphanumeric());
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

/// The words of a name: `rightSidebar-inner` has three.
fn words(token: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut fresh = true;
    let mut lower = false;
    for c in token.chars() {
        if !c.is_ascii_alphanumeric() {
            fresh = true;
            continue;
        }
        fresh |= lower && c.is_ascii_uppercase();
        lower = c.is_ascii_lowercase();
        match words.last_mut() {
            Some(word) if !fresh => word.push(c.to_ascii_lowercase()),
            _ => words.push(c.to_ascii_lowercase().to_string()),
        }
        fresh = false;
    }
    words
}

fn judge(token: &str) -> Option<Boilerplate> {
    // `md:[&_.ad]:hidden` is a rule, not a name.
    if token.contains([':', '[', '/']) {
        return None;
    }
    let (block, modifier) = token.split_once("--").unwrap_or((token, ""));
    let framed = words(block)
        .iter()
        .any(|word| FRAME.contains(&word.as_str()));
    let element = block
        .rsplit_once("__")
        .map_or(block, |(_, element)| element);
    let mut words = words(element);
    if !framed {
        words.extend(self::words(modifier));
    }
    let is_layout = |word: &String| LAYOUT.contains(&word.as_str());
    if self::words(token).iter().any(is_layout) {
        return None;
    }
    // What is in a newsletter box is named after it: `newsletter__form`.
    let around = block.split("__").next().unwrap_or_default();
    let is_sure = |word: &str| SURE.contains(&word);
    if is_sure(&joined(around)) || self::words(around).iter().any(|word| is_sure(word)) {
        return Some(Boilerplate::Sure);
    }
    let listed = |list: &[&str], word: &str| list.contains(&word);
    let whole = joined(element);
    if EMBEDS.iter().any(|embed| whole.contains(embed)) {
        return None;
    }
    if listed(SURE, &whole) {
        return Some(Boilerplate::Sure);
    }
    if listed(LIKELY, &whole) {
        return Some(Boilerplate::Likely);
    }
    let last = words.len().saturating_sub(1);
    let mut found = None;
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map(String::as_str).unwrap_or_default();
        let other = OTHERWISE
            .iter()
            .any(|(known, after)| known == word && after.contains(&next));
        if other {
            continue;
        }
        if listed(SURE, word) {
            found = found.max(Some(Boilerplate::Sure));
        }
        if listed(LIKELY, word) && (at == 0 || at == last) || PAIRS.contains(&(word.as_str(), next))
        {
            found = found.max(Some(Boilerplate::Likely));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_count_by_their_words() {
        use Boilerplate::{Likely, Sure};
        for (token, expected) in [
            ("sidebar", Some(Likely)),
            ("right-sidebar", Some(Likely)),
            ("sidebarRight", Some(Likely)),
            ("sidebar__inner", None),
            ("page__sidebar", Some(Likely)),
            ("newsletter__form", Some(Sure)),
            ("photo-slideshow", Some(Likely)),
            ("sidebar-grid__content", None),
            ("layout-sidebar-grid", None),
            ("content-sidebar-wrap", None),
            ("has-sidebar", None),
            ("nosidebar", None),
            ("page--sidebar", None),
            ("module--related", Some(Sure)),
            ("share", Some(Likely)),
            ("post-share", Some(Likely)),
            ("share-price-report", None),
            ("shareholders", None),
            ("ad", Some(Likely)),
            ("ad-container", Some(Likely)),
            ("ad-free", None),
            ("header", None),
            ("readable", None),
            ("toc", Some(Likely)),
            ("with-toc", None),
            ("stock", None),
            ("comments-area", Some(Sure)),
            ("tone-comment", None),
            ("related-posts", Some(Sure)),
            ("author-bio", Some(Likely)),
            ("md:[&_.ad]:hidden", None),
        ] {
            assert_eq!(judge(token), expected, "{token}");
        }
    }
}
