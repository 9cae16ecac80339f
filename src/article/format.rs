//! The registry of formats.

use std::path::Path;

use super::{
    Article, ArticleError, Fields, Sink, docx, html, json, jsonl, markdown, ninjs, plain, xml,
};

/// A format that articles can be read from.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// `plain`, `markdown`, `html`.
    pub name: &'static str,
    /// The extensions of its files, in lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Extensions that files of other kinds have too: then the first bytes must look like it.
    pub shares: &'static [&'static str],
    /// Whether `&` and `<` of the text are written as entities.
    pub entities: bool,
    /// Whether the first bytes of a file without a telling extension look like it.
    pub(super) sniff: fn(&[u8]) -> bool,
    pub(super) read: Way,
}

/// How the articles of a file are read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way {
    /// All at once.
    Whole(fn(&[u8]) -> Result<Vec<Article>, ArticleError>),
    /// One record after the other; what is wrong with one costs the others nothing.
    Records(fn(&[u8], &Fields, Sink)),
}

/// Every format; the first that claims a file gets it, and the last takes anything.
pub static FORMATS: &[Format] = &[
    markdown::FORMAT,
    html::FORMAT,
    xml::NITF,
    xml::NEWSML,
    xml::NEWSML_1,
    xml::RSS,
    xml::ATOM,
    ninjs::FORMAT,
    jsonl::FORMAT,
    json::FORMAT,
    docx::FORMAT,
    plain::FORMAT,
];

impl Format {
    /// Plain text.
    pub const PLAIN: Format = plain::FORMAT;

    /// Markdown, with front matter.
    pub const MARKDOWN: Format = markdown::FORMAT;

    /// HTML, a page or a fragment.
    pub const HTML: Format = html::FORMAT;

    /// JSON Lines: a record a line.
    pub const JSONL: Format = jsonl::FORMAT;

    /// JSON: an object, or an array of them.
    pub const JSON: Format = json::FORMAT;

    /// The format of this name.
    pub fn named(name: &str) -> Option<Format> {
        FORMATS.iter().find(|format| format.name == name).copied()
    }

    /// The format that a file's extension tells.
    pub fn of_path(path: &str) -> Option<Format> {
        let extension = extension(path)?;
        FORMATS
            .iter()
            .find(|format| format.extensions.contains(&extension.as_str()))
            .copied()
    }

    /// Whether a file of this name may be an article if its first bytes look like one.
    pub fn may_be(path: &str) -> bool {
        extension(path).is_some_and(|extension| !sharing(&extension).is_empty())
    }

    /// The format that a file's first bytes tell, where its extension leaves it open.
    pub fn of_content(path: &str, bytes: &[u8]) -> Option<Format> {
        let sharing = sharing(&extension(path)?);
        sharing.into_iter().find(|format| (format.sniff)(bytes))
    }

    /// The format of records that a file's first bytes look like, whatever their fields.
    pub fn of_records(start: &[u8]) -> Option<Format> {
        match (json::is_lines(start), json::begins(start)) {
            (true, _) => Some(Self::JSONL),
            (_, true) => Some(Self::JSON),
            _ => None,
        }
    }

    /// The format of a file: by its extension, else by its first bytes, else plain text.
    pub fn detect(path: &str, bytes: &[u8]) -> Format {
        let sharing = || extension(path).map(|extension| sharing(&extension));
        // Of a kind that is not known: the reader of a known one says so.
        let other = || sharing()?.last().copied();
        let sniffed = || FORMATS.iter().find(|format| (format.sniff)(bytes)).copied();
        Self::of_path(path)
            .or_else(|| Self::of_content(path, bytes))
            .or_else(other)
            .or_else(sniffed)
            .unwrap_or(Self::PLAIN)
    }
}

fn extension(path: &str) -> Option<String> {
    let extension = Path::new(path).extension()?.to_str()?;
    Some(extension.to_ascii_lowercase())
}

/// The formats that share an extension with files of other kinds.
fn sharing(extension: &str) -> Vec<Format> {
    let formats = FORMATS
        .iter()
        .filter(|format| format.shares.contains(&extension));
    formats.copied().collect()
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}
