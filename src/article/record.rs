//! One record of JSON: an object, whose fields are looked up by their names.

use std::fmt;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::day::Days;
use super::{BlockKind, Fields, Run, date};
use crate::span::Span;

/// The usual names of the text, the likeliest first.
#[rustfmt::skip]
pub(super) const TEXTS: &[&str] = &[
    "body_text", "body", "text", "content", "articleBody", "article_body", "full_text", "fulltext", "body_html",
    "body_xhtml", "content_html", "content_text", "article_text", "story", "article",
];

/// The usual names of the date.
#[rustfmt::skip]
pub(super) const DATES: &[&str] = &[
    "datePublished", "date_published", "published", "published_at", "publishedAt", "published_date", "publishedDate",
    "published_time", "publish_date", "publishDate", "first_publish_date", "first_published_at", "pub_date", "date",
    "pubdate", "publication_date", "publicationDate", "firstcreated", "display_date", "created_at", "createdAt", "created",
    "timestamp",
];

/// The usual names of the day of the last change.
#[rustfmt::skip]
pub(super) const UPDATES: &[&str] = &[
    "dateModified", "date_modified", "modified", "modified_at", "modifiedAt", "modified_time", "updated", "updated_at",
    "updatedAt", "updated_date", "last_updated", "lastUpdated", "last_updated_date", "last_modified", "lastModified",
    "last_published_at", "lastmod", "versioncreated", "post_modified",
];

/// The usual names of the title.
pub(super) const TITLES: &[&str] = &["headline", "title"];

/// The usual names of the id.
const IDS: &[&str] = &["id", "uri", "guid", "url", "_id", "slug"];

const LANGUAGES: &[&str] = &["language", "inLanguage", "lang"];

/// An object, its values unread.
#[derive(Debug)]
pub(super) struct Object<'a> {
    fields: Vec<(String, &'a RawValue)>,
}

impl<'de: 'a, 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object with the fields of an article")
            }

            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Object<'de>, M::Error> {
                Object::of(map)
            }
        }
        from.deserialize_map(Fields)
    }
}

impl<'a> Object<'a> {
    /// The fields of a map.
    pub(super) fn of<M: MapAccess<'a>>(mut map: M) -> Result<Self, M::Error> {
        let mut fields = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            fields.push((key, map.next_value()?));
        }
        Ok(Object { fields })
    }

    /// The fields at the beginning of a text that is broken further on.
    pub(super) fn opening(text: &'a str) -> Self {
        struct Taken<'t, 'a>(&'t mut Vec<(String, &'a RawValue)>);
        impl<'de> Visitor<'de> for Taken<'_, 'de> {
            type Value = ();

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
                while let Some(key) = map.next_key::<String>()? {
                    self.0.push((key, map.next_value()?));
                }
                Ok(())
            }
        }
        let mut fields = Vec::new();
        // That it breaks off is known.
        let _ = serde_json::Deserializer::from_str(text).deserialize_map(Taken(&mut fields));
        Object { fields }
    }

    /// The object that a value is.
    pub(super) fn read(value: &'a RawValue) -> Option<Self> {
        let text = value.get();
        text.starts_with('{')
            .then(|| serde_json::from_str(text).ok())?
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = (&str, &'a RawValue)> {
        self.fields
            .iter()
            .map(|(key, value)| (key.as_str(), *value))
    }

    /// The value of a key, whatever its case; of a key that stands twice, the later. `null` is none.
    pub(super) fn get(&self, key: &str) -> Option<&'a RawValue> {
        let fields = || self.fields.iter().rev();
        let exact = fields().find(|(own, _)| own == key);
        let found = exact.or_else(|| fields().find(|(own, _)| own.eq_ignore_ascii_case(key)));
        found
            .map(|(_, value)| *value)
            .filter(|value| value.get() != "null")
    }

    /// The value of the first of these keys that has one that fits.
    pub(super) fn first(
        &self,
        keys: &[&'static str],
        fits: impl Fn(&'a RawValue) -> bool,
    ) -> Option<(&'static str, &'a RawValue)> {
        let mut found = keys
            .iter()
            .filter_map(|key| Some((*key, self.get(key).filter(|value| fits(value))?)));
        found.next()
    }

    /// The values at a path, `article.body`; the members of lists on the way are all followed.
    pub(super) fn path(&self, path: &str) -> Vec<&'a RawValue> {
        if let Some(value) = self.get(path) {
            return vec![value];
        }
        let Some((first, rest)) = path.split_once('.') else {
            return Vec::new();
        };
        let mut found: Vec<&RawValue> = self.get(first).into_iter().collect();
        for key in rest.split('.') {
            found = found
                .into_iter()
                .flat_map(members)
                .filter_map(|value| Object::read(value)?.get(key))
                .collect();
        }
        found
    }
}

/// The members of a list, or the value itself.
pub(super) fn members(value: &RawValue) -> Vec<&RawValue> {
    match value.get().starts_with('[') {
        true => serde_json::from_str(value.get()).unwrap_or_default(),
        false => vec![value],
    }
}

pub(super) fn is_string(value: &RawValue) -> bool {
    value.get().starts_with('"')
}

/// The strings that a value is: itself, or the members of a list.
pub(super) fn strings(value: &RawValue) -> Vec<&RawValue> {
    let members = members(value).into_iter();
    members.filter(|member| is_string(member)).collect()
}

fn has_strings(value: &RawValue) -> bool {
    !strings(value).is_empty()
}

/// A bit of the text of a record.
pub(super) struct Bit<'a> {
    /// What it is, where it is not the text itself: `headline`, `paragraph 3`.
    pub(super) what: Option<String>,
    pub(super) kind: Option<BlockKind>,
    pub(super) markup: bool,
    /// A string.
    pub(super) value: &'a RawValue,
}

/// What is read of an object.
#[derive(Default)]
pub(super) struct Record<'a> {
    /// The headline, the text, the captions.
    pub(super) bits: Vec<Bit<'a>>,
    /// Whether the text was there.
    pub(super) has_text: bool,
    pub(super) date: Option<&'a RawValue>,
    /// The day of the last change.
    pub(super) updated: Option<&'a RawValue>,
    pub(super) id: Option<&'a RawValue>,
    pub(super) language: Option<&'a RawValue>,
    pub(super) title: Option<&'a RawValue>,
}

impl<'a> Record<'a> {
    /// Reads the usual fields, or those that were chosen.
    pub(super) fn read(object: &Object<'a>, fields: &Fields) -> Self {
        let mut record = Record {
            title: object.first(TITLES, is_string).map(|(_, value)| value),
            ..Record::default()
        };
        record.headline();
        let text = match &fields.text {
            Some(path) => {
                let strings = object.path(path).into_iter().flat_map(strings).collect();
                (path.as_str(), strings)
            }
            None => match object.first(TEXTS, has_strings) {
                Some((key, value)) => (key, strings(value)),
                None => ("", Vec::new()),
            },
        };
        record.text(text.0, &text.1);
        record.usual(object, fields, [DATES, UPDATES]);
        record
    }

    /// Reads the dates, the id and the language. The fields of the dates are those of publication, and of changes.
    pub(super) fn usual(
        &mut self,
        object: &Object<'a>,
        fields: &Fields,
        [dates, updates]: [&[&'static str]; 2],
    ) {
        let dated = |value| date_of(value).is_some();
        let chosen = |path: &Option<String>, usual: &dyn Fn() -> Option<&'a RawValue>| match path {
            Some(path) => object.path(path).first().copied(),
            None => usual(),
        };
        self.date = chosen(&fields.date, &|| Some(object.first(dates, dated)?.1));
        self.updated = object.first(updates, dated).map(|(_, value)| value);
        self.id = chosen(&fields.id, &|| {
            let plain = |value: &RawValue| !value.get().starts_with(['{', '[']);
            Some(object.first(IDS, plain)?.1)
        });
        self.language = object.first(LANGUAGES, is_string).map(|(_, value)| value);
    }

    /// The days that its fields state.
    pub(super) fn days(&self) -> Days {
        Days {
            published: self.date.and_then(date_of),
            updated: self.updated.and_then(date_of),
        }
    }

    /// Its id as JSON, if it is one that a line can hold: no list, and no string with a broken escape.
    pub(super) fn id(&self) -> Option<Box<RawValue>> {
        let value = self.id?;
        let plain = !value.get().starts_with(['{', '[']);
        let whole = !is_string(value) || string(value).is_some();
        (plain && whole).then(|| value.to_owned())
    }

    /// Puts the title before the text.
    pub(super) fn headline(&mut self) {
        self.bits.extend(self.title.map(|value| Bit {
            what: Some("headline".to_string()),
            kind: Some(BlockKind::Headline),
            markup: false,
            value,
        }));
    }

    /// Adds the text, whose field is called `name`.
    pub(super) fn text(&mut self, name: &str, strings: &[&'a RawValue]) {
        let markup = name.to_ascii_lowercase().contains("html");
        self.has_text |= !strings.is_empty();
        for (index, value) in strings.iter().enumerate() {
            self.bits.push(Bit {
                what: (strings.len() > 1).then(|| format!("paragraph {}", index + 1)),
                kind: None,
                markup,
                value,
            });
        }
    }
}

/// The string that a value is; None if it is none, or one with a broken escape.
pub(super) fn string(value: &RawValue) -> Option<String> {
    serde_json::from_str(value.get()).ok()
}

/// The day that a value names: a date, a time stamp, or seconds or milliseconds since 1970.
pub(super) fn date_of(value: &RawValue) -> Option<Date> {
    const EARLIEST: i64 = 100_000_000;
    const MILLISECONDS: i64 = 100_000_000_000;
    if is_string(value) {
        let text = string(value)?;
        return Some(date::stamp(&text, Span::new(0, text.len()))?.1);
    }
    let text = value.get();
    if let Some((_, date)) = date::stamp(text, Span::new(0, text.len())) {
        return Some(date);
    }
    let number: i64 = text.split('.').next()?.parse().ok()?;
    let seconds = match number {
        MILLISECONDS.. => number / 1000,
        EARLIEST.. => number,
        _ => return None,
    };
    let days = jiff::Span::new().try_days(seconds / 86_400).ok()?;
    Date::new(1970, 1, 1).ok()?.checked_add(days).ok()
}

/// Where a slice of the source stands in it.
pub(super) fn place(source: &str, slice: &str) -> Option<Span> {
    let at = (slice.as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
    let span = Span::new(at, at.checked_add(slice.len())?);
    (source.get(span.range()) == Some(slice)).then_some(span)
}

/// The runs of a string in the source, each escape one of its own; None if an escape is broken.
pub(super) fn runs(source: &str, value: &RawValue) -> Option<Vec<Run>> {
    let whole = place(source, value.get())?;
    let inner = value.get().strip_prefix('"')?.strip_suffix('"')?;
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(rest) = inner.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.find('\\').unwrap_or(rest.len());
        let (len, text) = match plain {
            0 => escape(rest)?,
            _ => (plain, None),
        };
        let start = whole.start + 1 + at;
        runs.push(Run {
            source: Span::new(start, start + len),
            text,
        });
        at += len;
    }
    Some(runs)
}

/// The escape that begins here: its length, and what it stands for.
fn escape(rest: &str) -> Option<(usize, Option<String>)> {
    const UNIT: usize = 6;
    // One of two is the first half of a character; the parser says whether they fit.
    let lens = match rest.as_bytes().get(1)? {
        b'u' => [UNIT, 2 * UNIT],
        _ => [2, 2],
    };
    lens.into_iter().find_map(|len| {
        let text = serde_json::from_str(&format!("\"{}\"", rest.get(..len)?)).ok()?;
        Some((len, Some(text)))
    })
}
