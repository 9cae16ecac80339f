//! The XML of a part, event by event.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::article::ArticleError;
use crate::article::html::entity;

/// Deeper than this no writer nests.
const DEEPEST: usize = 1000;

/// What stands for an entity that is not known.
const OBJECT: &str = "\u{FFFC}";

/// A part that is read.
pub(super) struct Doc<'a> {
    reader: Reader<&'a [u8]>,
    source: &'a str,
    depth: usize,
}

impl<'a> Doc<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Doc {
            reader: Reader::from_str(source),
            source,
            depth: 0,
        }
    }

    /// The next event; None at the end.
    pub(super) fn next(&mut self) -> Result<Option<Event<'a>>, ArticleError> {
        let event = self.reader.read_event().map_err(|error| {
            let at = self.reader.error_position() as usize;
            self.wrong(&error.to_string(), at)
        })?;
        match &event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Eof if self.depth > 0 => {
                return Err(self.wrong("it ends in the middle", self.source.len()));
            }
            Event::Eof => return Ok(None),
            _ => (),
        }
        if self.depth > DEEPEST {
            let at = self.reader.buffer_position() as usize;
            return Err(self.wrong("its elements are nested too deep", at));
        }
        Ok(Some(event))
    }

    fn wrong(&self, what: &str, at: usize) -> ArticleError {
        let at = at.min(self.source.len());
        let before = self.source.as_bytes().get(..at).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        ArticleError::Package {
            what: format!(
                "the document is damaged: the XML in it is not well formed, {what} (line {line}, byte {at})"
            ),
            help: "open it in a word processor, which can often mend it, and save it anew",
        }
    }
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let mut named = attributes.filter(|attribute| local(attribute.key.as_ref()) == name);
    let value = named.next()?;
    Some(match value.normalized_value(XmlVersion::Implicit1_0) {
        Ok(value) => value.into_owned(),
        Err(_) => value.value.into_owned(),
    })
}

/// Adds the text of an event.
pub(super) fn push_text(event: &Event, out: &mut String) {
    match event {
        Event::Text(text) => out.push_str(text),
        Event::CData(text) => out.push_str(text),
        Event::GeneralRef(reference) => match reference.resolve_char_ref() {
            Ok(Some(c)) => out.push(c),
            Ok(None) => out.push_str(entity::named(reference).as_deref().unwrap_or(OBJECT)),
            Err(_) => out.push_str(OBJECT),
        },
        _ => (),
    }
}
