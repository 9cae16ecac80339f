//! What a page says of its article: the days of publication and of changes, the headline, the language.

use jiff::civil::Date;

use super::content::Page;
use super::json_ld::{self, Description};
use super::times::{Place, Time, day};
use crate::article::Run;
use crate::article::date::stamp;
use crate::article::day::{DateKind, Stated};
use crate::article::tree::Tree;
use crate::span::Span;

/// The names of `<meta>` elements that state the day of publication, the surest first.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "datepublished", "date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
    "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "citation_publication_date", "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "article.created", "datecreated", "release_date", "publication-date",
];

/// The names of those that state the day of a change.
#[rustfmt::skip]
const UPDATED: &[&str] = &[
    "article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified", "article:updated_time",
    "og:modified_time", "article:updated", "datemodified", "dateupdated", "lastmod", "last-modified", "last_modified",
    "lastmodified", "modified", "updated", "revised", "dc.date.modified", "dcterms.modified", "dcterms.date.modified",
    "article.updated", "article.modified", "date-modified", "date_modified", "last-updated", "last_updated",
    "modified-date", "update_date", "lastupdated", "utime",
];

/// A page that states more dates than this states nothing.
const MOST: usize = 12;

/// What a page says of its article.
#[derive(Default)]
pub(super) struct Meta {
    /// The days of publication and of changes where the page states them, the surest first.
    pub(super) dates: Vec<Stated>,
    /// The places of other dates that are seen: of a change, or of another article.
    pub(super) changes: Vec<Span>,
    pub(super) others: Vec<Span>,
    pub(super) title: Option<String>,
    /// Its words in the source, where no visible headline has them.
    pub(super) headline: Vec<Run>,
    pub(super) language: Option<String>,
}

impl Meta {
    pub(super) fn read(page: &Page, root: usize, headline: Option<usize>) -> Meta {
        let tree = page.tree;
        let place = Place {
            page,
            root,
            headline,
        };
        let mut meta = Meta::default();
        let (mut named, mut times) = (Vec::new(), Vec::new());
        let mut described: Vec<Description> = Vec::new();
        let mut address = None;
        let mut titles: [Option<(String, Vec<Run>)>; 3] = Default::default();
        let [described_title, shared, title] = &mut titles;
        for at in tree.below(Tree::ALL) {
            match tree.name(at) {
                Some("html") if meta.language.is_none() => {
                    let language = tree.attr(at, "lang").or_else(|| tree.attr(at, "xml:lang"));
                    let language = language.map(|language| language.trim().to_string());
                    meta.language = language.filter(|language| !language.is_empty());
                }
                Some("script") if is_description(tree, at) => {
                    for run in tree.runs(at) {
                        json_ld::read(tree.words(run), run.source.start, &mut described);
                    }
                }
                Some("meta") => {
                    let Some(value) = tree.value(at, "content") else {
                        continue;
                    };
                    for key in keys(tree, at) {
                        if let Some(rank) = rank(&key)
                            && (tree.value(at, "itemprop").is_none() || place.owns(at))
                        {
                            named.extend(date_of(tree, value).map(|date| (rank, date)));
                        }
                        let text = tree.attr(at, "content").unwrap_or_default();
                        if key == "og:title" && shared.is_none() {
                            *shared = Some((text.into_owned(), value.to_vec()));
                        } else if key == "og:url" {
                            address = Some(text.into_owned());
                        }
                    }
                }
                Some("title") if title.is_none() && !in_picture(tree, at) => {
                    *title = Some((tree.text_of(at), tree.runs(at).cloned().collect()));
                }
                Some("time") => times.push(at),
                Some(_) if keys(tree, at).any(|key| rank(&key).is_some()) => times.push(at),
                _ => (),
            }
        }
        let mut headlines: Vec<String> = [&*shared, &*title]
            .into_iter()
            .flatten()
            .map(|(text, _)| text.clone())
            .collect();
        headlines.extend(page.heading(root).or(headline).map(|at| tree.text_of(at)));
        let own = json_ld::own(described, address.as_deref(), &headlines);
        *described_title = own.headline.map(|text| (text, Vec::new()));
        meta.dates.extend(own.published.map(Stated::published));
        meta.dates.extend(own.updated.map(Stated::updated));
        named.sort_by_key(|((kind, rank), _)| (*kind == DateKind::Updated, *rank));
        meta.dates
            .extend(named.into_iter().map(|((kind, _), found)| Stated {
                kind,
                ..Stated::published(found)
            }));
        meta.times(&place, &times);
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

    /// Takes the article's own times: those whose markup says what they are, else the first at its head.
    fn times(&mut self, place: &Place, times: &[usize]) {
        let tree = place.page.tree;
        let (own, others) = place.times(times);
        let seen = |at: usize| {
            let mut runs = tree.runs(at);
            let first = runs.next()?.source;
            Some(first.to(runs.last().map_or(first, |run| run.source)))
        };
        self.others = others.into_iter().filter_map(seen).collect();
        let dated = |time: &Time| {
            Some(Stated {
                kind: time.kind,
                ..Stated::published(day(tree, time.at)?)
            })
        };
        let updated = |time: &&Time| time.kind == DateKind::Updated;
        self.changes = own
            .iter()
            .filter(updated)
            .filter_map(|time| seen(time.at))
            .collect();
        let sure = own.iter().filter(|time| time.sure && !updated(time));
        self.dates.extend(sure.filter_map(dated));
        let is_dated = self
            .dates
            .iter()
            .any(|found| found.kind == DateKind::Published);
        let first = own.iter().filter(|time| !time.sure && !updated(time));
        self.dates
            .extend(first.filter_map(dated).take(usize::from(!is_dated)));
        self.dates
            .extend(own.iter().filter(updated).filter_map(dated));
    }
}

/// What the attributes of an element call its value.
fn keys<'t>(tree: &'t Tree, at: usize) -> impl Iterator<Item = String> + 't {
    let values = ["property", "name", "itemprop"]
        .into_iter()
        .filter_map(move |key| tree.attr(at, key));
    values.flat_map(|value| {
        let names = value.split_whitespace().map(|name| {
            let name = name.to_ascii_lowercase();
            name.trim_start_matches("schema:").to_string()
        });
        names.collect::<Vec<_>>()
    })
}

/// What a name says of its date, and how surely.
fn rank(key: &str) -> Option<(DateKind, usize)> {
    let of = |names: &[&str], kind| Some((kind, names.iter().position(|known| *known == key)?));
    of(PUBLISHED, DateKind::Published).or_else(|| of(UPDATED, DateKind::Updated))
}

/// The full date at the start of a value.
pub(super) fn date_of(tree: &Tree, value: &[Run]) -> Option<(Span, Date)> {
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
