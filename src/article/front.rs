//! Front matter: the metadata at the top of a Markdown file, in YAML or TOML.

use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

use super::date::Cursor;
use crate::span::Span;

/// The keys of the day of publication, the surest first. Days of later changes are no date of the article.
const DATES: &[&str] = &[
    "date",
    "published",
    "publishdate",
    "publish_date",
    "pubdate",
    "published_at",
    "date_published",
    "datepublished",
];

/// What front matter says.
#[derive(Default)]
pub(super) struct Front {
    /// The surest first.
    pub(super) dates: Vec<(Span, Date)>,
    pub(super) title: Option<String>,
    /// The title's bytes in the source, where they are just the title.
    pub(super) headline: Option<Span>,
    pub(super) language: Option<String>,
    /// Where the text begins.
    pub(super) end: usize,
}

/// A scalar: its value, and its bytes without quotes.
struct Scalar {
    key: String,
    value: String,
    span: Span,
}

impl Front {
    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.dates.is_empty() && self.title.is_none() && self.language.is_none()
    }

    /// Reads the front matter of a file, if it has any.
    pub(super) fn read(source: &str) -> Option<Front> {
        let first = source.split_inclusive('\n').next()?;
        let closing: &[&str] = match first.trim_end() {
            "---" => &["---", "..."],
            "+++" => &["+++"],
            _ => return None,
        };
        let mut at = first.len();
        for line in source.get(at..)?.split_inclusive('\n') {
            let end = at + line.len();
            if closing.contains(&line.trim_end()) {
                let body = source.get(first.len()..at)?;
                let scalars = match first.starts_with('+') {
                    true => toml(body, first.len()),
                    false => yaml(body, first.len())?,
                };
                return Some(Self::of(source, scalars, end));
            }
            at = end;
        }
        None
    }

    fn of(source: &str, scalars: Vec<Scalar>, end: usize) -> Front {
        let mut front = Front {
            end,
            ..Front::default()
        };
        for key in DATES {
            for scalar in scalars.iter().filter(|scalar| scalar.key == *key) {
                let slice = source.get(..scalar.span.end).unwrap_or_default();
                front
                    .dates
                    .extend(Cursor::new(slice, scalar.span.start).full_date());
            }
        }
        for scalar in scalars {
            match scalar.key.as_str() {
                "title" if front.title.is_none() => {
                    let same = source.get(scalar.span.range()) == Some(scalar.value.as_str());
                    front.headline = (same && !scalar.span.is_empty()).then_some(scalar.span);
                    front.title = Some(scalar.value);
                }
                "lang" | "language" => front.language = Some(scalar.value),
                _ => (),
            }
        }
        front
    }
}

/// The strings and dates at the top level of a TOML table.
fn toml(body: &str, from: usize) -> Vec<Scalar> {
    let (table, _) = DeTable::parse_recoverable(body);
    let scalars = table.get_ref().iter().filter_map(|(key, value)| {
        let span = Span::from(value.span());
        let (value, quotes) = match value.get_ref() {
            DeValue::String(text) => (text.to_string(), 1),
            DeValue::Datetime(date) => (date.to_string(), 0),
            _ => return None,
        };
        let long = body.get(span.range()).is_some_and(|text| {
            text.len() >= 6 && (text.starts_with("\"\"\"") || text.starts_with("'''"))
        });
        let quotes = if long { 3 } else { quotes };
        Some(Scalar {
            key: key.get_ref().to_lowercase(),
            value,
            span: Span::new(from + span.start + quotes, from + span.end - quotes),
        })
    });
    scalars.collect()
}

/// The `key: value` lines at the top level of YAML; None where there are other things, and so no front matter.
fn yaml(body: &str, from: usize) -> Option<Vec<Scalar>> {
    let mut out = Vec::new();
    let mut at = from;
    for line in body.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let nested = line.starts_with([' ', '\t', '-', '#', ']', '}', '\r', '\n']);
        if nested {
            continue;
        }
        let (key, value) = line.split_once(':')?;
        if !key
            .trim()
            .trim_matches(['"', '\''])
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '@' | '$'))
        {
            return None;
        }
        let value_at = start + key.len() + 1 + value.len() - value.trim_start().len();
        let text = value.trim();
        let (value, quotes) = match text.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = text.get(1..).unwrap_or_default();
                let end = inner.rfind(quote).unwrap_or(inner.len());
                (inner.get(..end).unwrap_or_default(), 1)
            }
            _ => (text.split(" #").next().unwrap_or_default().trim_end(), 0),
        };
        let span = Span::new(value_at + quotes, value_at + quotes + value.len());
        let value = match quotes {
            0 => value.to_string(),
            _ => value.replace("\\\"", "\"").replace("''", "'"),
        };
        out.push(Scalar {
            key: key.trim().trim_matches(['"', '\'']).to_lowercase(),
            value,
            span,
        });
    }
    Some(out)
}
