//! What JSON-LD says of the articles of a page, and which of them is the page's own.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::value::RawValue;

use crate::article::date::stamp;
use crate::span::Span;

/// No article is described deeper inside other descriptions.
const DEEPEST: usize = 6;

/// No page describes more articles.
const MOST: usize = 24;

/// What is said of an article, or of the page that holds it.
#[derive(Default)]
pub(super) struct Description {
    /// Whether an article is described, and not the page.
    is_article: bool,
    pub(super) published: Option<(Span, Date)>,
    pub(super) updated: Option<(Span, Date)>,
    pub(super) headline: Option<String>,
    addresses: Vec<String>,
}

/// Reads what a script describes; what is not well formed says nothing. The script begins at `offset` of the source.
///
/// A video, a breadcrumb or an article in a list of others is not described for its own sake.
pub(super) fn read(script: &str, offset: usize, out: &mut Vec<Description>) {
    // XHTML hides it from older readers.
    let json = script.split_once("CDATA[").map_or(script, |(_, json)| json);
    let json = json.rsplit_once("]]>").map_or(json, |(json, _)| json);
    let json = json.trim_start_matches(|c: char| c != '{' && c != '[');
    let json = json.trim_end_matches(|c: char| c != '}' && c != ']');
    let mut waiting = vec![(json, 0)];
    while let Some((json, depth)) = waiting.pop() {
        if depth > DEEPEST || out.len() >= MOST {
            continue;
        }
        if json.starts_with('[') {
            let list: Vec<&RawValue> = serde_json::from_str(json).unwrap_or_default();
            waiting.extend(list.iter().rev().map(|thing| (thing.get(), depth + 1)));
            continue;
        }
        let thing: BTreeMap<String, &RawValue> = serde_json::from_str(json).unwrap_or_default();
        let kind = thing.get("@type").map_or("", |kind| kind.get());
        let inner = ["mainEntity", "@graph"]
            .iter()
            .filter_map(|key| thing.get(*key));
        let inner: Vec<_> = inner.map(|thing| (thing.get(), depth + 1)).collect();
        if is_article(kind) || is_page(kind) {
            out.push(describe(&thing, is_article(kind), (script, offset)));
        }
        if !is_article(kind) {
            waiting.extend(inner);
        }
    }
}

fn describe(
    thing: &BTreeMap<String, &RawValue>,
    is_article: bool,
    (script, offset): (&str, usize),
) -> Description {
    let text = |key: &str| {
        let value = thing.get(key)?.get();
        serde_json::from_str::<String>(value).ok()
    };
    let date = |key: &str| {
        let value = thing.get(key)?.get();
        let at = value.as_ptr() as usize - script.as_ptr() as usize;
        let (span, date) = stamp(script, Span::new(at, at + value.len()))?;
        Some((Span::new(span.start + offset, span.end + offset), date))
    };
    // the address itself, or an object with it
    let address = |key: &&str| {
        text(key).or_else(|| {
            let object: BTreeMap<String, &RawValue> =
                serde_json::from_str(thing.get(*key)?.get()).ok()?;
            serde_json::from_str(object.get("@id")?.get()).ok()
        })
    };
    Description {
        is_article,
        published: date("datePublished").or_else(|| date("dateCreated")),
        updated: date("dateModified"),
        headline: text("headline").or_else(|| text("name").filter(|_| is_article)),
        addresses: ["url", "@id", "mainEntityOfPage"]
            .iter()
            .filter_map(address)
            .collect(),
    }
}

/// What is said of the page's own article: the one with the page's address, else with its headline, else the first. Its
/// days are those of the page where it has none.
pub(super) fn own(
    described: Vec<Description>,
    address: Option<&str>,
    headlines: &[String],
) -> Description {
    let same = |a: &str, b: &str| {
        let bare = |text: &str| {
            let letters = text.chars().filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect::<String>()
        };
        let (a, b) = (bare(a), bare(b));
        !a.is_empty()
            && (a == b || b.len() >= 20 && a.contains(&b) || a.len() >= 20 && b.contains(&a))
    };
    let located = |found: &Description| {
        let bare = |address: &str| {
            let address = address.split('#').next().unwrap_or_default();
            address.trim_end_matches('/').to_string()
        };
        let own = address.map(bare);
        own.is_some_and(|own| found.addresses.iter().any(|other| bare(other) == own))
    };
    let named = |found: &Description| {
        let headline = found.headline.as_deref();
        headline.is_some_and(|headline| headlines.iter().any(|own| same(own, headline)))
    };
    let (articles, pages): (Vec<_>, Vec<_>) =
        described.into_iter().partition(|found| found.is_article);
    let rank = |found: &Description| (named(found), located(found));
    let best = articles.into_iter().rev().max_by_key(|found| rank(found));
    let mut own = best.unwrap_or_default();
    if own.published.is_none()
        && own.updated.is_none()
        && let Some(page) = pages.into_iter().find(|page| page.published.is_some())
    {
        own.published = page.published;
        own.updated = page.updated;
    }
    own
}

/// Whether a type, or one of a list of types, is an article's.
pub(super) fn is_article(kind: &str) -> bool {
    let mut names = kind.split(|c: char| !c.is_alphanumeric());
    names.any(|name| {
        name.ends_with("Article")
            || matches!(
                name,
                "BlogPosting" | "LiveBlogPosting" | "Report" | "SocialMediaPosting"
            )
    })
}

/// Whether a type is that of a page that holds one thing.
pub(super) fn is_page(kind: &str) -> bool {
    let mut names = kind.split(|c: char| !c.is_alphanumeric());
    names.any(|name| {
        matches!(
            name,
            "WebPage" | "ItemPage" | "MedicalWebPage" | "AboutPage" | "FAQPage"
        )
    })
}
