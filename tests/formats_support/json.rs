//! JSON, JSON Lines and ninjs.

use std::fmt::Write;

use super::words::{self, Dice};
use super::{Story, html};

/// A string of JSON, with escapes strewn over it.
pub fn string(text: &str, dice: &mut Dice) -> String {
    let mut out = String::from("\"");
    let mut units = [0; 2];
    for c in text.chars() {
        let escaped = |out: &mut String, units: &mut [u16; 2]| {
            for unit in c.encode_utf16(units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        };
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '/' if dice.one_in(2) => out.push_str("\\/"),
            c if c < ' ' => escaped(&mut out, &mut units),
            c if !c.is_ascii() && dice.one_in(2) => escaped(&mut out, &mut units),
            c if c.is_alphanumeric() && dice.one_in(31) => escaped(&mut out, &mut units),
            c => out.push(c),
        }
    }
    out + "\""
}

fn date(story: &Story, key: &str) -> String {
    story.date.map_or_else(String::new, |date| {
        format!("\"{key}\": \"{date}T09:30:00+09:00\", ")
    })
}

fn markup(story: &Story) -> String {
    string(&html::body(story, &words::HTML), &mut Dice::new(story.seed))
}

/// The field of the text: as it was written where that was plain, else as HTML.
fn text(story: &Story, plain: &str) -> String {
    match &story.source {
        Some(source) => {
            let text = string(source, &mut Dice::new(story.seed));
            format!("\"{plain}\": {text}")
        }
        None => format!("\"body_html\": {}", markup(story)),
    }
}

pub fn object(story: &Story) -> Vec<u8> {
    let date = date(story, "datePublished");
    let text = text(story, "articleBody");
    format!("{{\n  \"@type\": \"NewsArticle\", \"keywords\": [\"Pete Hesgeth\", {{\"a\": [[[]]]}}],\n  {date}\n  {text}\n}}\n").into_bytes()
}

pub fn object_with_html(story: &Story) -> Vec<u8> {
    let date = date(story, "published");
    format!("{{{date}\"body_html\": {}}}", markup(story)).into_bytes()
}

/// The first is the story.
pub fn list(story: &Story) -> Vec<u8> {
    let date = date(story, "date");
    let text = text(story, "text");
    format!("[\n {{\"id\": 7, {date} {text}}},\n {{\"title\": \"Next\", \"text\": \"Pete Hesgeth left.\"}}]\n").into_bytes()
}

/// The text as a list of its paragraphs.
pub fn paragraphs(story: &Story) -> Vec<u8> {
    let date = date(story, "date");
    let mut dice = Dice::new(story.seed);
    let text = match &story.source {
        Some(source) => {
            let strings = source.split("\n\n").map(|text| string(text, &mut dice));
            let strings: Vec<String> = strings.collect();
            format!("\"content\": [{}]", strings.join(",\n"))
        }
        None => text(story, ""),
    };
    format!("[{{\"slug\": \"a-b\", {date} {text}}}]").into_bytes()
}

pub fn lines(story: &Story) -> Vec<u8> {
    let date = date(story, "published_at");
    let text = text(story, "body");
    let title = "\"title\": \"\"";
    format!(
        "{{\"url\": \"https://a.b/c\", {title}, {date}{text}}}\n\n{{{title}, \"body\": \"Pete Hesgeth left.\"}}\n{{\"body\": \"Pete\n"
    )
    .into_bytes()
}

pub fn ninjs_1(story: &Story) -> Vec<u8> {
    let date = date(story, "versioncreated");
    let text = text(story, "body_text").replace("body_html", "body_xhtml");
    format!(
        "{{\"uri\": \"urn:a:b\", \"type\": \"text\", \"language\": \"en\", {date}\n{text}, \"person\": [{{\"name\": \"Pete Hesgeth\"}}]}}"
    )
    .into_bytes()
}

pub fn ninjs_3(story: &Story) -> Vec<u8> {
    let date = date(story, "firstCreated");
    let text = markup(story);
    let version = version(story);
    format!(
        "{{\"uri\": \"urn:a:b\", \"versionCreated\": \"{version}\", \"descriptions\": [{{\"value\": \"Pete Hesgeth\"}}], {date}\
         \"bodies\": [{{\"contentType\": \"text/plain\", \"value\": \"Pete Hesgeth\"}}, {{\"role\": \"html\", \
         \"contentType\": \"text/html\", \"value\": {text}}}]}}"
    )
    .into_bytes()
}

/// A rendering under a name of its own.
pub fn ninjs_main(story: &Story) -> Vec<u8> {
    let date = date(story, "contentcreated");
    let text = text(story, "body_main").replace("body_html", "body_main");
    let version = version(story);
    format!("{{\"uri\": \"urn:a:b\", \"title\": \"\", \"versioncreated\": \"{version}\", {date}{text}, \"body_text\": \"Pete Hesgeth\"}}").into_bytes()
}

/// When the version was made: on the day of the story.
fn version(story: &Story) -> String {
    story
        .date
        .map_or_else(|| "2031-01-01".to_string(), |date| date.to_string())
}
