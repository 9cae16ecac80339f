//! IPTC ninjs, versions 1 to 3: news items as JSON.

use serde_json::value::RawValue;

use super::format::Way;
use super::record::{Bit, Object, Record, is_string, members, string};
use super::{BlockKind, Fields, Format, json};

pub(super) const FORMAT: Format = Format {
    name: "ninjs",
    extensions: &["ninjs"],
    shares: &["json"],
    entities: false,
    sniff: |bytes| json::is_ninjs(bytes) && !json::is_lines(bytes),
    read: Way::Records(|bytes, fields, sink| json::each(bytes, fields, true, sink)),
};

/// The properties that date an item, the surest first. The day of the version is often a later one.
const DATES: &[&str] = &["contentcreated", "firstcreated", "versioncreated"];

/// The renderings of the text in version 1, the one with the most structure first. They all say the same.
const BODIES: &[&str] = &["body_xhtml", "body_html", "body_html5", "body_text"];

const DESCRIPTIONS: &[&str] = &["description_text", "description_xhtml", "description_html"];

/// Whether the keys of an object are those of a news item.
pub(super) fn is_ninjs<'k>(keys: impl Iterator<Item = &'k str> + Clone) -> bool {
    let has = |wanted: &str| keys.clone().any(|key| key.eq_ignore_ascii_case(wanted));
    let body = || keys.clone().any(|key| key.starts_with("body_"));
    has("uri") && (has("versioncreated") || has("bodies") || has("headlines") || body())
}

/// Reads an item.
pub(super) fn read<'a>(object: &Object<'a>, fields: &Fields) -> Record<'a> {
    let mut record = Record {
        title: object.get("headline").filter(|value| is_string(value)),
        ..Record::default()
    };
    let mut headlines = Vec::new();
    for kind in ["headlines", "subheadlines"] {
        headlines.extend(
            object
                .get(kind)
                .into_iter()
                .flat_map(members)
                .filter_map(|headline| {
                    let headline = Object::read(headline)?;
                    let value = headline.get("value").filter(|value| is_string(value))?;
                    Some((value, is_markup(&headline)))
                }),
        );
    }
    let same = record.title.and_then(string);
    record.headline();
    for (value, markup) in headlines {
        if record.title.is_some() && string(value) == same {
            continue;
        }
        record.title = record.title.or(Some(value));
        record.bits.push(Bit {
            what: Some("headline".to_string()),
            kind: Some(BlockKind::Headline),
            markup,
            value,
        });
    }
    match (&fields.text, body(object)) {
        (Some(path), _) => {
            let strings: Vec<&RawValue> = object
                .path(path)
                .into_iter()
                .flat_map(super::record::strings)
                .collect();
            record.text(path, &strings);
        }
        (None, Some((name, value))) => record.text(name, &[value]),
        (None, None) => (),
    }
    captions(object, &mut record);
    record.usual(object, fields, DATES);
    record
}

/// One rendering of the text.
fn body<'a>(object: &Object<'a>) -> Option<(&'static str, &'a RawValue)> {
    let is_text = |value: &RawValue| is_string(value) && value.get().len() > 2;
    if let Some(found) = object.first(BODIES, is_text) {
        return Some(found);
    }
    let bodies = object.get("bodies").into_iter().flat_map(members);
    let bodies: Vec<Object> = bodies.filter_map(Object::read).collect();
    let of = |markup: bool| {
        bodies.iter().find_map(|body| {
            let kind = text(body, "contenttype");
            let plain = kind.is_empty() || kind.starts_with("text/plain");
            let fits = match markup {
                true => is_markup(body),
                false => plain && !is_markup(body),
            };
            let value = body.get("value").filter(|value| is_text(value))?;
            fits.then_some((if markup { "html" } else { "text" }, value))
        })
    };
    of(true).or_else(|| of(false))
}

/// Whether a body or headline says that it is HTML.
fn is_markup(object: &Object) -> bool {
    ["contenttype", "role"]
        .iter()
        .any(|key| text(object, key).to_ascii_lowercase().contains("html"))
}

fn text(object: &Object, key: &str) -> String {
    object.get(key).and_then(string).unwrap_or_default()
}

/// The captions of the pictures that belong to an item, and its own where it is a picture itself.
fn captions<'a>(object: &Object<'a>, record: &mut Record<'a>) {
    let mut items: Vec<Object> = Vec::new();
    let pictured = ["picture", "photo", "graphic", "video", "audio"];
    let own = pictured.contains(&text(object, "type").as_str());
    if let Some(associations) = object.get("associations") {
        // Version 1 has an object by name, later ones a list.
        match Object::read(associations) {
            Some(named) => items.extend(named.fields().filter_map(|(_, item)| Object::read(item))),
            None => items.extend(members(associations).into_iter().filter_map(Object::read)),
        }
    }
    let mut found = Vec::new();
    if own {
        found.extend(caption(object));
    }
    found.extend(items.iter().filter_map(caption));
    record.has_text |= own && !found.is_empty();
    let many = found.len() > 1;
    for (index, (value, markup)) in found.into_iter().enumerate() {
        record.bits.push(Bit {
            what: Some(match many {
                true => format!("caption {}", index + 1),
                false => "caption".to_string(),
            }),
            kind: (!markup).then_some(BlockKind::Caption),
            markup,
            value,
        });
    }
}

fn caption<'a>(item: &Object<'a>) -> Option<(&'a RawValue, bool)> {
    if let Some((name, value)) = item.first(DESCRIPTIONS, is_string) {
        return Some((value, name.contains("html")));
    }
    let descriptions = item.get("descriptions").into_iter().flat_map(members);
    let mut found = descriptions.filter_map(|description| {
        let description = Object::read(description)?;
        let value = description.get("value").filter(|value| is_string(value))?;
        Some((value, is_markup(&description)))
    });
    found.next()
}
