//! Styles: what a paragraph is by the name of its style.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::xml::{self, Doc};
use crate::article::{ArticleError, BlockKind};

/// What a style says of the text in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) kind: Option<BlockKind>,
    /// It is not shown, or repeats what stands elsewhere.
    pub(super) left_out: bool,
}

#[derive(Default)]
struct Entry {
    own: Option<Style>,
    based_on: Option<String>,
    hidden: bool,
    outline: bool,
    list: bool,
}

/// The styles of a document, by their ids.
#[derive(Default)]
pub(super) struct Styles {
    entries: HashMap<String, Entry>,
}

/// No style is based on another through more steps.
const STEPS: usize = 16;

impl Styles {
    pub(super) fn read(source: &str) -> Result<Self, ArticleError> {
        let mut doc = Doc::new(source);
        let mut styles = Styles::default();
        let mut open: Option<(String, Entry)> = None;
        while let Some(event) = doc.next()? {
            let tag = match &event {
                Event::Start(tag) | Event::Empty(tag) => tag,
                Event::End(tag) => {
                    if xml::local(tag.name().as_ref()) == "style" {
                        styles.entries.extend(open.take());
                    }
                    continue;
                }
                _ => continue,
            };
            let value = || xml::attribute(tag, "val");
            let name = tag.name();
            match (xml::local(name.as_ref()), &mut open) {
                ("style", _) => {
                    let id = xml::attribute(tag, "styleId").unwrap_or_default();
                    open = Some((id, Entry::default()));
                }
                ("name", Some((_, entry))) => entry.own = named(&value().unwrap_or_default()),
                ("basedOn", Some((_, entry))) => entry.based_on = value(),
                ("vanish", Some((_, entry))) => entry.hidden = is_on(value()),
                ("outlineLvl", Some((_, entry))) => entry.outline = is_outline(value()),
                ("numId", Some((_, entry))) => entry.list = value().is_some_and(|id| id != "0"),
                _ => (),
            }
        }
        Ok(styles)
    }

    /// What the style with this id says.
    pub(super) fn style(&self, id: &str) -> Style {
        let Some(mut entry) = self.entries.get(id) else {
            // A document without a list of its styles calls them by their usual ids.
            return named(id).unwrap_or_default();
        };
        let mut hidden = false;
        for _ in 0..STEPS {
            hidden |= entry.hidden;
            if let Some(own) = entry.own {
                return Style {
                    left_out: own.left_out || hidden,
                    ..own
                };
            }
            let told = match (entry.outline, entry.list) {
                (true, _) => Some(BlockKind::Headline),
                (false, true) => Some(BlockKind::Item),
                (false, false) => None,
            };
            let base = entry.based_on.as_ref();
            match base.and_then(|base| self.entries.get(base)) {
                Some(base) if told.is_none() => entry = base,
                _ => {
                    return Style {
                        kind: told,
                        left_out: hidden,
                    };
                }
            }
        }
        Style::default()
    }
}

/// What a style of this name, or with this id, says; the names are the same in every language of the program.
fn named(name: &str) -> Option<Style> {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let plain = plain.to_ascii_lowercase();
    let plain = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    let kind = match plain {
        "title" | "subtitle" | "heading" | "headline" => BlockKind::Headline,
        "quote" | "intensequote" | "blocktext" | "blockquote" | "quotations" => {
            BlockKind::Quotation
        }
        "caption" => BlockKind::Caption,
        "listparagraph" | "listbullet" | "listnumber" | "listcontinue" | "list" => BlockKind::Item,
        "toc" | "tableoffigures" | "index" => {
            return Some(Style {
                kind: None,
                left_out: true,
            });
        }
        _ => return None,
    };
    Some(Style {
        kind: Some(kind),
        left_out: false,
    })
}

/// Whether a switch with this value is on.
pub(super) fn is_on(value: Option<String>) -> bool {
    !value.is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
}

/// Whether this is the level of a heading; the tenth is that of the text.
pub(super) fn is_outline(value: Option<String>) -> bool {
    value.is_some_and(|level| level != "9")
}
