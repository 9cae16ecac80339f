//! The times in a page that are the article's own: not those of its prose, of a teaser, of a video or of a comment.

use jiff::civil::Date;

use super::content::Page;
use super::json_ld::{is_article, is_page};
use crate::article::day::DateKind;
use crate::article::prose::{Role, role};
use crate::article::tree::Tree;
use crate::article::{BlockKind, head};
use crate::span::Span;

/// How far from the headline or the top of the article a time may stand that dates it, in letters of prose.
const TOP: usize = 300;

/// No more times of a page are looked at.
const MOST: usize = 64;

/// How many elements around a time are looked at for the headline of a teaser.
const AROUND: usize = 4;

/// Words in classes and ids of what shows other articles, or what readers wrote.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "card", "comment", "comments", "latest", "more", "newsletter", "popular", "promo", "promos", "recirc",
    "recirculation", "recommended", "related", "sidebar", "teaser", "teasers", "trending", "widget",
];

/// A date in the markup, and where.
pub(super) struct Time {
    pub(super) at: usize,
    pub(super) kind: DateKind,
    /// Whether its markup says what it is: `itemprop="datePublished"`.
    pub(super) sure: bool,
}

/// Where the article is in its page.
pub(super) struct Place<'p> {
    pub(super) page: &'p Page<'p>,
    pub(super) root: usize,
    /// The headline, where it is outside.
    pub(super) headline: Option<usize>,
}

impl Place<'_> {
    /// The times of the article, in order, and the places of those that are not its own.
    pub(super) fn times(&self, all: &[usize]) -> (Vec<Time>, Vec<usize>) {
        let (mut own, mut others) = (Vec::new(), Vec::new());
        for &at in all.iter().take(MOST) {
            if !self.owns(at) || self.page.is_hidden(at) {
                others.push(at);
                continue;
            }
            own.extend(self.time(at));
        }
        (own, others)
    }

    fn time(&self, at: usize) -> Option<Time> {
        let tree = self.page.tree;
        let says = |words: &[&str]| {
            ["itemprop", "property", "class", "id"].iter().any(|key| {
                let value = tree.attr(at, key).map(|value| value.to_ascii_lowercase());
                value.is_some_and(|value| words.iter().any(|word| value.contains(word)))
            })
        };
        let published = tree.value(at, "pubdate").is_some() || says(&["publish", "datecreated"]);
        let updated = says(&["modif", "updat", "edit", "revis"]);
        let (before, after) = self.around(at);
        let inside = tree.text_of(at);
        let labelled = head::label(&format!("{before} {inside}"));
        let revised = updated && !published || labelled == Some(DateKind::Updated);
        let kind = match revised {
            true => DateKind::Updated,
            false => DateKind::Published,
        };
        let sure = published || updated;
        let near = self.is_near(at) || sure || labelled.is_some();
        let fits = sure || self.is_plain(at) && head::is_header_text(&before, &after);
        (near && fits).then_some(Time { at, kind, sure })
    }

    /// The words of its block before and after a time.
    fn around(&self, at: usize) -> (String, String) {
        const LONGEST: usize = 200;
        let tree = self.page.tree;
        let Some(block) = self.block(at) else {
            return (String::new(), String::new());
        };
        let text = |from: usize, to: usize| {
            let mut out = String::new();
            for node in (from..to).take(LONGEST) {
                if let Some(run) = tree.text_run(node) {
                    out.push(' ');
                    out.push_str(run);
                }
                if out.len() > LONGEST {
                    break;
                }
            }
            out.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let from = block.max(at.saturating_sub(LONGEST));
        (text(from, at), text(tree.end(at), tree.end(block)))
    }

    /// The block that an inline element is in.
    fn block(&self, at: usize) -> Option<usize> {
        let tree = self.page.tree;
        let mut above = tree.parent(at);
        while let Some(found) = above {
            let name = tree.name(found).unwrap_or_default();
            if name.is_empty() || role(name) != Role::Inline {
                return (!name.is_empty()).then_some(found);
            }
            above = tree.parent(found);
        }
        None
    }

    /// Whether a time is in no headline, caption, cell or quotation.
    fn is_plain(&self, at: usize) -> bool {
        let Some(block) = self.block(at) else {
            return true;
        };
        let name = self.page.tree.name(block).unwrap_or_default();
        matches!(
            role(name),
            Role::Part | Role::Block(BlockKind::Paragraph | BlockKind::Item)
        )
    }

    fn holds(&self, outer: usize, inner: usize) -> bool {
        (outer..self.page.tree.end(outer)).contains(&inner)
    }

    /// Whether a time stands by the headline, or at the top of the article.
    fn is_near(&self, at: usize) -> bool {
        let anchor = self.headline.unwrap_or(self.root);
        let top = |anchor: usize| {
            let [a, b] = [at, anchor].map(|at| self.page.prose_before(at));
            a.abs_diff(b) < TOP
        };
        at < self.page.tree.end(self.root) && (top(anchor) || top(self.root))
    }

    /// Whether an element that states a date does so of the article.
    pub(super) fn owns(&self, at: usize) -> bool {
        let tree = self.page.tree;
        let inside = self.holds(self.root, at);
        let mut scoped = false;
        let mut around = 0;
        let mut above = tree.parent(at);
        while let Some(outer) = above.filter(|outer| *outer != Tree::ALL) {
            above = tree.parent(outer);
            if !scoped && tree.value(outer, "itemscope").is_some() {
                scoped = true;
                if !self.is_own_item(outer) {
                    return false;
                }
            }
            if outer == self.root || self.holds(outer, self.root) {
                continue;
            }
            let name = tree.name(outer).unwrap_or_default();
            // the foot of the article may say when it was published
            let foot = name == "footer" && (inside || self.shares_article(at));
            let apart = matches!(name, "aside" | "nav" | "footer") && !foot;
            let other = name == "article" || tree.attr(outer, "role").as_deref() == Some("article");
            let left_out = inside && !foot && self.page.is_left_out(outer);
            around += 1;
            if apart
                || other && !self.is_wrapper(outer)
                || left_out
                || self.is_named_so(outer)
                || around <= AROUND && self.is_teaser(outer)
            {
                return false;
            }
        }
        // What follows the article belongs to it only inside an element that holds both.
        at < tree.end(self.root) || self.shares_article(at)
    }

    /// Whether most of the article is in an element.
    fn is_wrapper(&self, outer: usize) -> bool {
        self.page.prose(outer) * 2 >= self.page.prose(self.root)
    }

    fn shares_article(&self, at: usize) -> bool {
        let tree = self.page.tree;
        let mut above = tree.parent(self.root);
        while let Some(outer) = above {
            let is_one = tree.name(outer) == Some("article")
                || tree
                    .attr(outer, "itemtype")
                    .is_some_and(|kind| is_article(&kind));
            if is_one && self.holds(outer, at) {
                return true;
            }
            above = tree.parent(outer);
        }
        false
    }

    /// Whether an item of microdata is the article, or the page: it holds it, or most of it.
    fn is_own_item(&self, item: usize) -> bool {
        let kind = self.page.tree.attr(item, "itemtype").unwrap_or_default();
        let known = kind.is_empty()
            || is_article(&kind)
            || is_page(&kind)
            || kind.ends_with("CreativeWork");
        known && (self.holds(item, self.root) || item == self.root || self.is_wrapper(item))
    }

    fn is_named_so(&self, at: usize) -> bool {
        ["class", "id"].iter().any(|key| {
            self.page.tree.attr(at, key).is_some_and(|names| {
                let mut words = names.split(|c: char| !c.is_ascii_alphanumeric());
                words.any(|word| OTHERS.iter().any(|name| name.eq_ignore_ascii_case(word)))
            })
        })
    }

    /// Whether an element holds a headline that is a link: it shows another article.
    fn is_teaser(&self, outer: usize) -> bool {
        let tree = self.page.tree;
        let heading = |at: &usize| {
            let name = tree.name(*at).unwrap_or_default();
            role(name) == Role::Block(BlockKind::Headline) && Some(*at) != self.headline
        };
        let linked = |at: usize| {
            let inside = (at..tree.end(at)).any(|inner| tree.name(inner) == Some("a"));
            let outside = tree
                .parent(at)
                .is_some_and(|above| tree.name(above) == Some("a"));
            inside || outside
        };
        let own = self
            .headline
            .is_some_and(|headline| self.holds(outer, headline));
        let main = |at: usize| tree.name(at) == Some("h1");
        !own && (outer..tree.end(outer))
            .filter(heading)
            .any(|at| linked(at) && !main(at))
    }
}

/// The day of a `<time>`, or of another element that states one.
pub(super) fn day(tree: &Tree, at: usize) -> Option<(Span, Date)> {
    let value = ["datetime", "content"]
        .iter()
        .find_map(|key| tree.value(at, key));
    match value {
        Some(value) => super::meta::date_of(tree, value),
        None => super::meta::date_of(tree, &tree.runs(at).cloned().collect::<Vec<_>>()),
    }
}
