//! The registry of formats.

use std::path::Path;

use super::{Article, ArticleError, markdown, plain};

/// A format that articles can be read from.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// `plain`, `markdown`.
    pub name: &'static str,
    /// The extensions of its files, in lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Whether the first bytes of a file without a telling extension look like it.
    pub(super) sniff: fn(&[u8]) -> bool,
    /// Reads every article of a file.
    pub(super) read: fn(&[u8]) -> Result<Vec<Article>, ArticleError>,
}

/// Every format; the first that claims a file gets it, and the last takes anything.
pub static FORMATS: &[Format] = &[markdown::FORMAT, plain::FORMAT];

impl Format {
    /// Plain text.
    pub const PLAIN: Format = plain::FORMAT;

    /// Markdown, with front matter.
    pub const MARKDOWN: Format = markdown::FORMAT;

    /// The format of this name.
    pub fn named(name: &str) -> Option<Format> {
        FORMATS.iter().find(|format| format.name == name).copied()
    }

    /// The format that a file's extension tells.
    pub fn of_path(path: &str) -> Option<Format> {
        let extension = Path::new(path).extension()?.to_str()?.to_ascii_lowercase();
        FORMATS
            .iter()
            .find(|format| format.extensions.contains(&extension.as_str()))
            .copied()
    }

    /// The format of a file: by its extension, else by its first bytes, else plain text.
    pub fn detect(path: &str, bytes: &[u8]) -> Format {
        let sniffed = || FORMATS.iter().find(|format| (format.sniff)(bytes)).copied();
        Self::of_path(path).or_else(sniffed).unwrap_or(Self::PLAIN)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}
