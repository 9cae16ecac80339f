//! Front matter: the metadata at the top of a Markdown file, in YAML, TOML or JSON.

mod scalar;

use jiff::civil::Date;
use serde_json::value::RawValue;
use toml::de::{DeTable, DeValue};

use super::Run;
use super::date::stamp;
use super::day::Stated;
use super::record::{Object, is_string, place};
use crate::span::Span;
use scalar::Scalar;

/// The keys of the day of publication, the surest first. Hugo, Jekyll, Eleventy, Astro, Pelican and Quarto have them.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "date", "published", "publishdate", "publish_date", "publish-date", "pubdate", "pub_date", "pubdatetime",
    "published_at", "publishedat", "published_date", "publisheddate", "date_published", "datepublished", "publication_date",
    "publicationdate", "published_time", "issued", "posted", "created", "created_at", "createdat", "date_created",
];

/// The keys of the day of the last change.
#[rustfmt::skip]
const UPDATED: &[&str] = &[
    "lastmod", "updated", "modified", "last_modified_at", "last_modified", "lastmodified", "last-modified",
    "date-modified", "date_modified", "datemodified", "modified_at", "modifiedat", "modified_time", "moddatetime",
    "updated_at", "updatedat", "updated_date", "updateddate", "date_updated", "dateupdated", "update_date", "updatedate",
    "last_updated", "lastupdated", "last-updated", "last_update", "revised",
];

/// What front matter says.
#[derive(Default)]
pub(super) struct Front {
    /// The surest first.
    pub(super) dates: Vec<Stated>,
    pub(super) title: Option<String>,
    /// The title in its place.
    pub(super) headline: Vec<Run>,
    pub(super) language: Option<String>,
    /// Where the text begins.
    pub(super) end: usize,
}

/// The languages that front matter is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Yaml,
    Toml,
    Json,
}

/// How front matter begins and ends.
const FENCES: &[(&str, &[&str], Language)] = &[
    ("---", &["---", "..."], Language::Yaml),
    ("---yaml", &["---"], Language::Yaml),
    ("---toml", &["---"], Language::Toml),
    ("---json", &["---"], Language::Json),
    ("+++", &["+++"], Language::Toml),
    (";;;", &[";;;"], Language::Json),
    (";;;json", &[";;;"], Language::Json),
];

/// Keys that only front matter has: then others may be of several words.
const USUAL: &[&str] = &[
    "title",
    "date",
    "author",
    "authors",
    "tags",
    "layout",
    "draft",
    "slug",
    "categories",
    "description",
    "aliases",
];

impl Front {
    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.dates.is_empty() && self.title.is_none() && self.language.is_none()
    }

    /// Reads the front matter of a file, if it has any.
    pub(super) fn read(source: &str) -> Option<Front> {
        if source.starts_with('{') {
            return Self::bare(source);
        }
        let first = source.split_inclusive('\n').next()?;
        let opening = first.trim_end().replace(' ', "");
        let (_, closing, language) = FENCES.iter().find(|(fence, ..)| *fence == opening)?;
        let mut at = first.len();
        for line in source.get(at..)?.split_inclusive('\n') {
            let end = at + line.len();
            if closing.contains(&line.trim_end()) {
                let body = Span::new(first.len(), at);
                let scalars = match language {
                    Language::Yaml => yaml(source, body)?,
                    Language::Toml => toml(source, body),
                    Language::Json => json(source, serde_json::from_str(body.of(source)).ok()?),
                };
                return Some(Self::of(source, scalars, end));
            }
            at = end;
        }
        None
    }

    /// Reads an object of JSON without a fence, as Hugo has it.
    fn bare(source: &str) -> Option<Front> {
        let mut values = serde_json::Deserializer::from_str(source).into_iter::<&RawValue>();
        let object = Object::read(values.next()?.ok()?)?;
        let end = values.byte_offset();
        let line = source
            .get(end..)?
            .split_inclusive('\n')
            .next()
            .unwrap_or_default();
        let alone = line.trim().is_empty() && object.fields().next().is_some();
        alone.then(|| Self::of(source, json(source, object), end + line.len()))
    }

    fn of(source: &str, scalars: Vec<Scalar>, end: usize) -> Front {
        let mut front = Front {
            end,
            ..Front::default()
        };
        let mut dates = |keys: &[&str], stated: fn((Span, Date)) -> Stated| {
            for key in keys {
                let own = scalars.iter().filter(|scalar| scalar.key == *key);
                let found = own.filter_map(|scalar| stamp(source, scalar.span()));
                front.dates.extend(found.map(stated));
            }
        };
        dates(PUBLISHED, Stated::published);
        dates(UPDATED, Stated::updated);
        for scalar in scalars {
            match scalar.key.as_str() {
                "title" if front.title.is_none() => {
                    front.title = Some(scalar.value(source));
                    front.headline = scalar.runs;
                }
                "lang" | "language" => front.language = Some(scalar.value(source)),
                _ => (),
            }
        }
        front
    }
}

/// The strings at the top level of an object.
fn json(source: &str, object: Object) -> Vec<Scalar> {
    let strings = object.fields().filter(|(_, value)| is_string(value));
    let scalars = strings.filter_map(|(key, value)| {
        let whole = place(source, value.get())?;
        Scalar::new(
            key,
            source,
            Span::new(whole.start + 1, whole.end - 1),
            Some('"'),
        )
    });
    scalars.collect()
}

/// The strings and dates at the top level of a TOML table.
fn toml(source: &str, body: Span) -> Vec<Scalar> {
    let text = body.of(source);
    let (table, _) = DeTable::parse_recoverable(text);
    let scalars = table.get_ref().iter().filter_map(|(key, value)| {
        let span = Span::from(value.span());
        let written = text.get(span.range())?;
        let quotes = match value.get_ref() {
            DeValue::String(_)
                if written.len() >= 6
                    && ["\"\"\"", "'''"]
                        .iter()
                        .any(|long| written.starts_with(long)) =>
            {
                3
            }
            DeValue::String(_) => 1,
            DeValue::Datetime(_) => 0,
            _ => return None,
        };
        let from = body.start;
        let span = Span::new(from + span.start + quotes, from + span.end - quotes);
        let quote = written.starts_with('"').then_some('"');
        Scalar::new(key.get_ref(), source, span, quote)
    });
    scalars.collect()
}

/// The scalars at the top level of YAML; None where there are other things, and so no front matter.
fn yaml(source: &str, body: Span) -> Option<Vec<Scalar>> {
    let mut out = Vec::new();
    let mut at = body.start;
    let mut lines = body.of(source).split_inclusive('\n').peekable();
    let (mut spaced, mut usual) = (false, false);
    while let Some(line) = lines.next() {
        let start = at;
        at += line.len();
        if is_nested(line) {
            continue;
        }
        // A value may go on over lines that are indented.
        while let Some(next) =
            lines.next_if(|next| next.starts_with([' ', '\t']) || next.trim().is_empty())
        {
            at += next.len();
        }
        let entry = Span::new(start, at);
        let (written, value) = entry.of(source).split_once(':')?;
        let key = written.trim().trim_matches(['"', '\'']);
        let fits =
            |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '@' | '$' | ' ');
        if key.is_empty() || key.len() > 40 || !key.chars().all(fits) {
            return None;
        }
        spaced |= key.contains(' ');
        usual |= USUAL.contains(&key.to_lowercase().as_str());
        let from = entry.end - value.len();
        out.extend(Scalar::yaml(key, source, Span::new(from, entry.end)));
    }
    (usual || !spaced).then_some(out)
}

/// Whether a line belongs to a value that is no scalar, or to none.
fn is_nested(line: &str) -> bool {
    line.starts_with([' ', '\t', '-', '#', ']', '}', '\r', '\n'])
}
