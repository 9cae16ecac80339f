//! What a page says of its article: the day of publication, the headline, the language.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::value::RawValue;

use super::content::Page;
use crate::article::Run;
use crate::article::date::stamp;
use crate::article::prose::{Role, role};
use crate::article::tree::Tree;
use crate::span::Span;

/// The names of `<meta>` elements that state the day of publication. Days of later changes are no date of the article.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "datepublished", "date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
    "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "citation_publication_date", "parsely-pub-date", "sailthru.date", "article.published",
];

/// How far down in the article a time may stand that dates it, in letters of prose.
const TOP: usize = 300;

/// A page that states more dates than this states nothing.
const MOST: usize = 12;

/// No article is described deeper inside other descriptions.
const DEEPEST: usize = 6;

/// What a page says of its article.
#[derive(Default)]
pub(super) struct Meta {
    /// The day of publication where the page states it, the surest first.
    pub(super) dates: Vec<(Span, Date)>,
    pub(super) title: Option<String>,
    /// Its words in the source, where no visible headline has them.
    pub(super) headline: Vec<Run>,
    pub(super) language: Option<String>,
}

impl Meta {
    pub(super) fn read(page: &Page, root: usize) -> Meta {
        let tree = page.tree;
        let mut meta = Meta::default();
        let (mut named, mut times) = (Vec::new(), Vec::new());
        let mut titles: [Option<(String, Vec<Run>)>; 3] = Default::default();
        let [described, shared, title] = &mut titles;
        for at in tree.below(Tree::ALL) {
            match tree.name(at) {
                Some("html") if meta.language.is_none() => {
                    let language = tree.attr(at, "lang").or_else(|| tree.attr(at, "xml:lang"));
                    let language = language.map(|language| language.trim().to_string());
                    meta.language = language.filter(|language| !language.is_empty());
                }
                Some("script") if is_description(tree, at) => {
                    for run in tree.runs(at) {
                        let found = Description::read(tree.words(run), run.source.start);
                        meta.dates.extend(found.date);
                        let headline = found.headline.map(|text| (text, Vec::new()));
                        *described = described.take().or(headline);
                    }
                }
                Some("meta") => {
                    let key = ["property", "name", "itemprop"]
                        .iter()
                        .find_map(|key| tree.attr(at, key));
                    let key = key.unwrap_or_default().to_ascii_lowercase();
                    let Some(value) = tree.value(at, "content") else {
                        continue;
                    };
                    if let Some(rank) = PUBLISHED.iter().position(|known| *known == key) {
                        named.extend(date_of(tree, value).map(|date| (rank, date)));
                    }
                    if key == "og:title" && shared.is_none() {
                        let text = tree.attr(at, "content").unwrap_or_default();
                        *shared = Some((text.into_owned(), value.to_vec()));
                    }
                }
                Some("title") if title.is_none() && !in_picture(tree, at) => {
                    *title = Some((tree.text_of(at), tree.runs(at).cloned().collect()));
                }
                Some("time") if !page.is_hidden(at) => times.push(at),
                _ => (),
            }
        }
        named.sort_by_key(|(rank, _)| *rank);
        meta.dates.extend(named.into_iter().map(|(_, date)| date));
        meta.times(page, root, &times);
        meta.dates.truncate(MOST);
        let found = titles
            .iter()
            .flatten()
            .find(|(text, _)| !text.trim().is_empty());
        meta.title = found.map(|(text, _)| text.split_whitespace().collect::<Vec<_>>().join(" "));
        let [_, shared, title] = titles;
        let runs = [shared, title].into_iter().flatten().map(|(_, runs)| runs);
        meta.headline = runs
            .into_iter()
            .find(|runs| !runs.is_empty())
            .unwrap_or_default();
        meta
    }

    /// Takes the times that say that they are the day of publication; failing any date, the first of the article's head.
    fn times(&mut self, page: &Page, root: usize, times: &[usize]) {
        let tree = page.tree;
        let says = |at: usize, words: &[&str]| {
            ["itemprop", "class", "pubdate", "id"].iter().any(|key| {
                let value = tree.attr(at, key).map(|value| value.to_ascii_lowercase());
                value.is_some_and(|value| words.iter().any(|word| value.contains(word)))
            })
        };
        let published = |at: usize| tree.value(at, "pubdate").is_some() || says(at, &["publish"]);
        let sure = times
            .iter()
            .filter(|at| published(**at) && near(page, root, **at));
        self.dates.extend(sure.filter_map(|at| time(tree, *at)));
        if !self.dates.is_empty() {
            return;
        }
        let revised = |at: usize| says(at, &["modif", "updat", "edit"]);
        let first = times
            .iter()
            .filter(|at| !revised(**at) && near(page, root, **at) && !in_sentence(page, **at));
        self.dates
            .extend(first.filter_map(|at| time(tree, *at)).take(1));
    }
}

/// Whether a time stands above the article or at its top.
fn near(page: &Page, root: usize, at: usize) -> bool {
    at < page.tree.end(root)
        && page
            .prose_before(at)
            .saturating_sub(page.prose_before(root))
            < TOP
}

/// Whether a time stands in running text.
fn in_sentence(page: &Page, at: usize) -> bool {
    const LABEL: usize = 40;
    let above = page.tree.parent(at).unwrap_or(Tree::ALL);
    let name = page.tree.name(above).unwrap_or_default();
    let running = !name.is_empty() && role(name) != Role::Part;
    running && page.prose(above) > page.prose(at) + LABEL
}

/// The day of a `<time>`.
fn time(tree: &Tree, at: usize) -> Option<(Span, Date)> {
    match tree.value(at, "datetime") {
        Some(value) => date_of(tree, value),
        None => date_of(tree, &tree.runs(at).cloned().collect::<Vec<_>>()),
    }
}

/// The full date at the start of a value.
fn date_of(tree: &Tree, value: &[Run]) -> Option<(Span, Date)> {
    let [Run { source, text: None }] = value else {
        return None;
    };
    stamp(tree.source, *source)
}

fn is_description(tree: &Tree, at: usize) -> bool {
    let kind = tree.attr(at, "type");
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
}

fn in_picture(tree: &Tree, at: usize) -> bool {
    let above = tree.parent(at).and_then(|above| tree.name(above));
    !matches!(above, Some("" | "head" | "html" | "body"))
}

/// What JSON-LD says of an article.
#[derive(Default)]
struct Description {
    date: Option<(Span, Date)>,
    headline: Option<String>,
}

impl Description {
    /// Reads the first article that the JSON describes; what is not well formed says nothing.
    fn read(script: &str, offset: usize) -> Description {
        // XHTML hides it from older readers.
        let json = script.split_once("CDATA[").map_or(script, |(_, json)| json);
        let json = json.rsplit_once("]]>").map_or(json, |(json, _)| json);
        let json = json.trim_start_matches(|c: char| c != '{' && c != '[');
        let json = json.trim_end_matches(|c: char| c != '}' && c != ']');
        let place = |text: &str| offset + (text.as_ptr() as usize - script.as_ptr() as usize);
        let mut waiting = vec![(json, 0)];
        while let Some((json, depth)) = waiting.pop() {
            if depth > DEEPEST {
                continue;
            }
            if json.starts_with('[') {
                let list: Vec<&RawValue> = serde_json::from_str(json).unwrap_or_default();
                waiting.extend(list.iter().rev().map(|thing| (thing.get(), depth + 1)));
                continue;
            }
            let thing: BTreeMap<String, &RawValue> = serde_json::from_str(json).unwrap_or_default();
            let text = |key: &str| {
                let value = thing.get(key)?.get();
                serde_json::from_str::<String>(value).ok()
            };
            if thing
                .get("@type")
                .is_some_and(|kind| is_article(kind.get()))
            {
                let date = thing.get("datePublished").and_then(|date| {
                    let date = date.get();
                    let at = place(date);
                    stamp(script, Span::new(at - offset, at - offset + date.len()))
                });
                return Description {
                    date: date.map(|(span, date)| {
                        (Span::new(span.start + offset, span.end + offset), date)
                    }),
                    headline: text("headline"),
                };
            }
            let inner = ["mainEntity", "@graph"]
                .iter()
                .filter_map(|key| thing.get(*key));
            waiting.extend(inner.map(|thing| (thing.get(), depth + 1)));
        }
        Description::default()
    }
}

/// Whether a type, or one of a list of types, is an article's.
fn is_article(kind: &str) -> bool {
    let mut names = kind.split(|c: char| !c.is_alphanumeric());
    names.any(|name| {
        name.ends_with("Article") || matches!(name, "BlogPosting" | "LiveBlogPosting" | "Report")
    })
}
