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

/// The properties that date an item, the surest first.
const DATES: &[&str] = &[
    "contentcreated",
    "firstcreated",
    "published",
    "datePublished",
    "created",
];

/// The properties that say when it was last changed.
const UPDATES: &[&str] = &[
    "versioncreated",
    "contentmodified",
    "updated",
    "dateModified",
    "modified",
];

/// The renderings of the text in version 1, the one with the most structure first. They all say the same, and so does
/// any other property that begins with `body_`.
const BODIES: &[&str] = &[
    "body_xhtml",
    "body_html",
    "body_html5",
    "body_main",
    "body_richtext",
    "body_text",
];

const DESCRIPTIONS: &[&str] = &[
    "description_text",
    "description_xhtml",
    "description_html",
    "description_main",
];

/// Whether the keys of an object are those of a news item.
pub(super) fn is_ninjs<'k>(keys: impl Iterator<Item = &'k str> + Clone) -> bool {
    let has = |wanted: &str| keys.clone().any(|key| key.eq_ignore_ascii_case(wanted));
    let begins = |start: &str| keys.clone().any(|key| key.starts_with(start));
    let lists = ["bodies", "headlines", "descriptions", "versioncreated"];
    let texts = ["body_", "headline_", "description_"];
    has("uri") && (lists.into_iter().any(has) || texts.into_iter().any(begins))
}

/// Reads an item.
pub(super) fn read<'a>(object: &Object<'a>, fields: &Fields) -> Record<'a> {
    let mut record = Record::default();
    headlines(object, &mut record);
    let body = body(object);
    let has_body = body.is_some() || fields.text.is_some();
    match (&fields.text, body) {
        (Some(path), _) => {
            let strings: Vec<&RawValue> = object
                .path(path)
                .into_iter()
                .flat_map(super::record::strings)
                .collect();
            record.text(path, &strings);
        }
        (None, Some((markup, value))) => {
            record.has_text = true;
            record.bits.push(Bit {
                what: None,
                kind: None,
                markup,
                value,
            });
        }
        // A flash is its headline.
        (None, None) => record.has_text = !record.bits.is_empty(),
    }
    if !has_body && !is_picture(object) {
        description(object, &mut record);
    }
    captions(object, &mut record);
    record.usual(object, fields, [DATES, UPDATES]);
    record
}

/// Reads the headlines, each once: `headline`, `headline_main` and their like, and the list of later versions.
fn headlines<'a>(object: &Object<'a>, record: &mut Record<'a>) {
    let mut found: Vec<(&RawValue, bool)> = Vec::new();
    let own = object.get("headline").filter(|value| is_string(value));
    found.extend(own.map(|value| (value, is_tagged(value))));
    let named = object
        .fields()
        .filter(|(key, value)| key.starts_with("headline_") && is_string(value));
    found.extend(named.map(|(_, value)| (value, is_tagged(value))));
    for key in ["headlines", "subheadlines"] {
        found.extend(
            object
                .get(key)
                .into_iter()
                .flat_map(members)
                .filter_map(text_of),
        );
    }
    if found.is_empty() {
        let title = object.get("title").filter(|value| is_string(value));
        found.extend(title.map(|value| (value, false)));
    }
    let mut seen: Vec<String> = Vec::new();
    for (value, markup) in found {
        let Some(text) = string(value).filter(|text| !text.trim().is_empty()) else {
            continue;
        };
        if seen.contains(&text) {
            continue;
        }
        seen.push(text);
        record.title = record.title.or(Some(value));
        record.bits.push(Bit {
            what: Some("headline".to_string()),
            kind: Some(BlockKind::Headline),
            markup,
            value,
        });
    }
}

/// The string of a member of `headlines`, `bodies` or `descriptions`, and whether it is HTML.
fn text_of(member: &RawValue) -> Option<(&RawValue, bool)> {
    if is_string(member) {
        return Some((member, is_tagged(member)));
    }
    let member = Object::read(member)?;
    let value = member.get("value").filter(|value| is_string(value))?;
    Some((value, is_markup(&member)))
}

/// One rendering of the text, and whether it is HTML.
fn body<'a>(object: &Object<'a>) -> Option<(bool, &'a RawValue)> {
    let is_text = |value: &RawValue| is_string(value) && value.get().len() > 2;
    let named = |key: &str, value| {
        (
            key.contains("html") || key != "body_text" && is_tagged(value),
            value,
        )
    };
    if let Some((key, value)) = object.first(BODIES, is_text) {
        return Some(named(key, value));
    }
    let mut others = object
        .fields()
        .filter(|(key, value)| key.starts_with("body_") && is_text(value));
    if let Some((key, value)) = others.next() {
        return Some(named(key, value));
    }
    let bodies = object.get("bodies").into_iter().flat_map(members);
    let bodies = bodies.filter_map(|body| Some((text_of(body)?, kind_of(body))));
    let bodies: Vec<_> = bodies.filter(|((value, _), _)| is_text(value)).collect();
    let html = bodies.iter().find(|((_, markup), _)| *markup);
    let plain = || {
        bodies
            .iter()
            .find(|(_, kind)| kind.is_empty() || kind.starts_with("text/plain"))
    };
    let ((value, markup), _) = html.or_else(plain)?;
    Some((*markup || is_tagged(value), *value))
}

/// The media type that a body says it has.
fn kind_of(body: &RawValue) -> String {
    Object::read(body).map_or_else(String::new, |body| text(&body, "contenttype"))
}

/// Whether a string looks like HTML: it begins with a tag, or holds the end of a paragraph.
fn is_tagged(value: &RawValue) -> bool {
    let Some(text) = string(value) else {
        return false;
    };
    let text = text.trim_start();
    let tag = text.strip_prefix('<').unwrap_or_default();
    tag.starts_with(|c: char| c.is_ascii_alphabetic()) && text.contains('>')
        || text.contains("</p>")
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

/// Whether an item is a picture or recording itself: then its description is a caption.
fn is_picture(object: &Object) -> bool {
    ["picture", "photo", "graphic", "video", "audio"].contains(&text(object, "type").as_str())
}

/// Reads the description of an item without a body: an event, an announcement.
fn description<'a>(object: &Object<'a>, record: &mut Record<'a>) {
    if let Some((value, markup)) = described(object) {
        record.has_text = true;
        record.bits.push(Bit {
            what: Some("description".to_string()),
            kind: None,
            markup,
            value,
        });
    }
}

/// The captions of the pictures that belong to an item, and its own where it is a picture itself.
fn captions<'a>(object: &Object<'a>, record: &mut Record<'a>) {
    let mut items: Vec<Object> = Vec::new();
    let own = is_picture(object);
    if let Some(associations) = object.get("associations") {
        // Version 1 has an object by name, later ones a list.
        match Object::read(associations) {
            Some(named) => items.extend(named.fields().filter_map(|(_, item)| Object::read(item))),
            None => items.extend(members(associations).into_iter().filter_map(Object::read)),
        }
    }
    let mut found = Vec::new();
    if own {
        found.extend(described(object));
    }
    found.extend(items.iter().filter_map(described));
    record.has_text |= own && !found.is_empty();
    let many = found.len() > 1;
    for (index, (value, markup)) in found.into_iter().enumerate() {
        record.bits.push(Bit {
            what: Some(match many {
                true => format!("caption {}", index + 1),
                false => "caption".to_string(),
            }),
            kind: Some(BlockKind::Caption),
            markup,
            value,
        });
    }
}

/// One description of an item, and whether it is HTML.
fn described<'a>(item: &Object<'a>) -> Option<(&'a RawValue, bool)> {
    if let Some((name, value)) = item.first(DESCRIPTIONS, is_string) {
        return Some((value, name.contains("html") || is_tagged(value)));
    }
    let descriptions = item.get("descriptions").into_iter().flat_map(members);
    let mut found = descriptions.filter_map(text_of);
    found.next()
}
