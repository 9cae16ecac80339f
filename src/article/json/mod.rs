//! JSON: one article, or a list of them.
//!
//! A file that is one object is one article, and its places are those of the file. Of a list each record has a
//! text of its own: the string of its text field.

mod desk;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Deserializer;
use serde_json::value::RawValue;

use super::decode::{self, Decoded};
use super::error::line_and_column;
use super::format::Way;
use super::record::{DATES, Object, TEXTS, TITLES};
use super::{Article, ArticleError, DiskMap, Fields, Format, Sink};
use crate::span::Span;
pub(crate) use desk::Desk;

pub(super) const FORMAT: Format = Format {
    name: "json",
    extensions: &[],
    shares: &["json"],
    entities: false,
    sniff: |bytes| is_article(bytes) && !is_lines(bytes),
    read: Way::Records(|bytes, fields, sink| each(bytes, fields, false, sink)),
};

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Reads the records of a file. Those before a mistake are read.
pub(super) fn each(bytes: &[u8], fields: &Fields, ninjs: bool, sink: Sink) {
    let body = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let decoded;
    let (text, map, encoding, broken) = match std::str::from_utf8(body) {
        Ok(text) => (
            text,
            DiskMap::after_bom(bytes.len() - body.len()),
            None,
            None,
        ),
        Err(_) => match decode::decode(bytes) {
            Ok(found) => {
                decoded = found;
                let Decoded {
                    text,
                    map,
                    encoding,
                    broken,
                } = &decoded;
                (text.as_str(), map.clone(), *encoding, *broken)
            }
            Err(error) => return sink(Err(error)),
        },
    };
    let sink: Sink = &mut |read| sink(read.map(|article| Article { broken, ..article }));
    let mut desk = Desk::new(fields, ninjs);
    // An object that may turn out to be the only one.
    let mut only: Option<Object> = None;
    let wrong = values(text, &mut |value| match value {
        Top::Next => {
            if let Some(object) = only.take() {
                sink(desk.record(&object, None, encoding));
            }
        }
        Top::Object(object) if desk.count() == 0 => only = Some(object),
        Top::Object(object) => sink(desk.record(&object, None, encoding)),
        Top::Member(value) => match Object::read(value) {
            Some(object) => sink(desk.record(&object, None, encoding)),
            None => desk.stranger(),
        },
    });
    if let Some(object) = only {
        let decoded = Decoded {
            text: text.to_string(),
            map: map.clone(),
            encoding,
            broken,
        };
        sink(desk.only(&object, text, decoded));
    }
    if let Err((from, error)) = wrong {
        let before = desk.count();
        let what = match (error.is_eof(), before) {
            (true, 0) => "the JSON ends in the middle".to_string(),
            (true, _) => format!("the JSON ends in the middle of record {}", before + 1),
            (false, _) => format!("the JSON is broken: {}", wording(&error)),
        };
        let tail = match before {
            0 => "",
            _ => "; what stands before it was checked",
        };
        let at = from + position(&text[from..], &error);
        let (line, column) = line_and_column(text, at);
        sink(Err(ArticleError::Json {
            what,
            tail,
            offset: map.disk(Span::new(at, at)).start,
            line,
            column,
        }));
        return;
    }
    desk.finish(sink);
}

/// Takes the values of a file, one behind the other, up to a mistake: an error in the text from an offset on.
fn values<'t>(
    text: &'t str,
    take: &mut dyn FnMut(Top<'t>),
) -> Result<(), (usize, serde_json::Error)> {
    let mut read = |at: usize, text: &'t str| {
        take(Top::Next);
        let mut from = Deserializer::from_str(text);
        let read = Values { take }.deserialize(&mut from);
        read.map(|()| from).map_err(|error| (at, error))
    };
    if text.trim_start_matches([' ', '\t', '\n', '\r']).is_empty() {
        return Ok(());
    }
    let Err(more) = read(0, text)?.end() else {
        return Ok(());
    };
    // To say that more follows, the parser looks for the start of the line: once, not behind each of a million records.
    let start = position(text, &more);
    let rest = &text[start..];
    let mut raw = Deserializer::from_str(rest).into_iter::<&RawValue>();
    loop {
        let at = raw.byte_offset();
        match raw.next() {
            None => return Ok(()),
            Some(Ok(value)) => {
                read(start + raw.byte_offset() - value.get().len(), value.get())?;
            }
            // What stands before the mistake is read.
            Some(Err(_)) => {
                let mut from = read(start + at, &rest[at..])?;
                return from.end().map_err(|error| (start + at, error));
            }
        }
    }
}

/// What stands at the top of a file.
enum Top<'a> {
    /// A value begins.
    Next,
    Object(Object<'a>),
    /// A member of a list.
    Member(&'a RawValue),
}

struct Values<'t, 'a> {
    take: &'t mut dyn FnMut(Top<'a>),
}

impl<'de> DeserializeSeed<'de> for Values<'_, 'de> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Values<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an article, which is an object, or a list of them")
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<(), M::Error> {
        (self.take)(Top::Object(Object::of(map)?));
        Ok(())
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut members: S) -> Result<(), S::Error> {
        while let Some(value) = members.next_element()? {
            (self.take)(Top::Member(value));
        }
        Ok(())
    }
}

/// The parser's words for an error, without its place.
pub(super) fn wording(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = text.rfind(" at line ").unwrap_or(text.len());
    let text = text.get(..end).unwrap_or_default();
    let kind = text.strip_prefix("invalid type: ");
    match kind.and_then(|rest| rest.split_once(", expected ")) {
        Some((kind, wanted)) => {
            let kind = kind.replace("sequence", "a list");
            format!("{kind} stands where {wanted} is expected")
        }
        None => text.to_string(),
    }
}

/// The byte of an error.
pub(super) fn position(text: &str, error: &serde_json::Error) -> usize {
    let line = error.line().max(1);
    let starts = text.match_indices('\n').map(|(at, _)| at + 1);
    let start = std::iter::once(0).chain(starts).nth(line - 1);
    let start = start.unwrap_or(text.len());
    let mut at = (start + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The keys of the first object of a file, as far as they stand in its first bytes.
pub(super) fn keys(start: &[u8]) -> Vec<String> {
    struct Keys<'k>(&'k mut Vec<String>);
    impl<'de> DeserializeSeed<'de> for Keys<'_> {
        type Value = ();
        fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
            from.deserialize_any(self)
        }
    }
    impl<'de> Visitor<'de> for Keys<'_> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
            while let Some(key) = map.next_key()? {
                self.0.push(key);
                map.next_value::<IgnoredAny>()?;
            }
            Ok(())
        }

        fn visit_seq<S: SeqAccess<'de>>(self, mut members: S) -> Result<(), S::Error> {
            members.next_element_seed(Keys(self.0))?;
            Ok(())
        }
    }
    let mut found = Vec::new();
    // That the first bytes end in the middle is no matter.
    let _ = Deserializer::from_str(opening(start)).deserialize_any(Keys(&mut found));
    found
}

/// The text of the first bytes of a file, if they begin as JSON does.
fn opening(start: &[u8]) -> &str {
    let start = start.strip_prefix(BOM).unwrap_or(start);
    let valid = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) => start
            .get(..error.valid_up_to())
            .and_then(|valid| std::str::from_utf8(valid).ok())
            .unwrap_or_default(),
    };
    let begins = valid.trim_start().starts_with(['{', '[']);
    if begins { valid } else { "" }
}

/// Whether a file begins as JSON does.
pub(super) fn begins(start: &[u8]) -> bool {
    !opening(start).is_empty()
}

/// Whether the first object has the fields of an article.
pub(super) fn is_article(start: &[u8]) -> bool {
    let keys = keys(start);
    let has = |names: &[&str]| {
        let known = |key: &String| names.iter().any(|name| name.eq_ignore_ascii_case(key));
        keys.iter().any(known)
    };
    has(TEXTS) && (has(TITLES) || has(DATES))
}

/// Whether the first object has the fields of a news item.
pub(super) fn is_ninjs(start: &[u8]) -> bool {
    super::ninjs::is_ninjs(keys(start).iter().map(String::as_str))
}

/// Whether a record ends with its line, and another begins on the next.
pub(super) fn is_lines(start: &[u8]) -> bool {
    let mut lines = opening(start)
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    first.starts_with('{')
        && serde_json::from_str::<IgnoredAny>(first).is_ok()
        && lines.next().is_some_and(|next| next.starts_with('{'))
}
