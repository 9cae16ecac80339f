//! Why a file could not be read as an article.

use std::fmt;

/// Why a file could not be read as an article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArticleError {
    /// It is no text at all.
    Binary {
        /// What it looks like: `a PDF file`, `a binary file`.
        what: &'static str,
    },
    /// It is text in some encoding, but a byte sequence of it is broken.
    Undecodable {
        /// The encoding, `UTF-8`.
        encoding: &'static str,
        /// The offset of the first broken byte in the file on disk.
        offset: usize,
        /// Its line, from 1.
        line: usize,
    },
    /// It is XML with a mistake in it.
    Malformed {
        /// What is wrong, in a few words.
        what: String,
        /// The offset of the mistake in the file on disk.
        offset: usize,
        /// Its line, from 1.
        line: usize,
        /// Its column, in characters, from 1.
        column: usize,
    },
    /// It is XML of a kind that is not known to hold articles.
    NoArticle {
        /// The name of its outermost element.
        root: String,
    },
}

impl ArticleError {
    /// The byte of the file on disk and the line, where the error has a place.
    pub fn place(&self) -> Option<(usize, usize)> {
        match *self {
            ArticleError::Binary { .. } | ArticleError::NoArticle { .. } => None,
            ArticleError::Undecodable { offset, line, .. }
            | ArticleError::Malformed { offset, line, .. } => Some((offset, line)),
        }
    }

    /// What can be done about it.
    pub fn help(&self) -> &'static str {
        match self {
            ArticleError::Binary { .. } => {
                "check the text that it was made from, or save it as UTF-8 text"
            }
            ArticleError::Undecodable { .. } => "save the file as UTF-8",
            ArticleError::Malformed { .. } => {
                "mend the XML there, or write it anew with the program that made it"
            }
            ArticleError::NoArticle { .. } => {
                "NITF, NewsML-G2, RSS, Atom and XHTML can be read; `--input-format plain` reads any text as it stands"
            }
        }
    }
}

impl fmt::Display for ArticleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ArticleError::Binary { what } => {
                write!(f, "this is {what}, which can't be read as an article")
            }
            ArticleError::Undecodable {
                encoding,
                offset,
                line,
            } => write!(
                f,
                "the text is not valid {encoding}: the byte at offset {offset} (line {line}) is broken"
            ),
            ArticleError::Malformed {
                what, line, column, ..
            } => write!(
                f,
                "the XML is not well formed: {what} (line {line}, column {column})"
            ),
            ArticleError::NoArticle { root } => write!(
                f,
                "this XML is of no kind that holds articles: its outermost element is <{root}>"
            ),
        }
    }
}

impl std::error::Error for ArticleError {}
