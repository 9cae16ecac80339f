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
    /// It is JSON with a mistake in it, or a line of it is.
    Json {
        /// What is wrong.
        what: String,
        /// What became of the rest.
        tail: &'static str,
        /// The offset of the mistake in the file on disk.
        offset: usize,
        /// Its line, from 1.
        line: usize,
        /// Its column, in characters, from 1.
        column: usize,
    },
    /// A line is longer than is read.
    LongLine {
        /// The line, from 1.
        line: usize,
        /// Where it begins in the file on disk.
        offset: usize,
        /// The megabytes that are read.
        most: usize,
    },
    /// More lines are broken than are told one by one.
    MoreBroken {
        /// How many more.
        count: usize,
    },
    /// A string of a record has an escape that stands for no character.
    Escape {
        /// The number of the record, from 1.
        record: usize,
    },
    /// No record has the field that is asked for, or one of the usual ones.
    NoField {
        /// The flag that names it.
        flag: &'static str,
        /// The field, where one was named.
        field: Option<String>,
        /// The fields that are there.
        known: Vec<String>,
    },
    /// The field of the date holds none.
    NoDate {
        /// The field.
        field: String,
        /// What stands there.
        value: String,
        /// The first record of which that holds, from 1.
        record: usize,
    },
    /// A note: some records are no articles.
    Records {
        /// What they are.
        what: &'static str,
        /// How many.
        count: usize,
        /// Of how many.
        of: usize,
        /// The first of them, from 1.
        first: usize,
    },
    /// A packed document that can't be read.
    Package {
        /// What is wrong.
        what: String,
        /// The remedy.
        help: &'static str,
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
            ArticleError::Undecodable { offset, line, .. }
            | ArticleError::Malformed { offset, line, .. }
            | ArticleError::Json { offset, line, .. }
            | ArticleError::LongLine { offset, line, .. } => Some((offset, line)),
            _ => None,
        }
    }

    /// The same, found in a text of which the file's bytes are elsewhere.
    pub(crate) fn moved(mut self, to: impl Fn(usize) -> usize) -> Self {
        match &mut self {
            ArticleError::Undecodable { offset, .. }
            | ArticleError::Malformed { offset, .. }
            | ArticleError::Json { offset, .. }
            | ArticleError::LongLine { offset, .. } => *offset = to(*offset),
            _ => {}
        }
        self
    }

    /// Whether it is worth no more than a note: nothing is wrong with the file.
    pub fn is_note(&self) -> bool {
        matches!(self, ArticleError::Records { .. })
    }

    /// Whether it is said of all records of a file, not of one of them.
    pub(crate) fn is_of_all(&self) -> bool {
        use ArticleError::{MoreBroken, NoDate, NoField, Records};
        matches!(
            self,
            MoreBroken { .. } | NoDate { .. } | NoField { .. } | Records { .. }
        )
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
            ArticleError::Json { .. } | ArticleError::Escape { .. } => {
                "mend the JSON there, or write it anew with the program that made it"
            }
            ArticleError::LongLine { .. } => {
                "write each article as a record of its own, on a line of its own"
            }
            ArticleError::MoreBroken { .. } => {
                "if this is no JSON Lines, name what it is with `--input-format`"
            }
            ArticleError::NoField { .. } | ArticleError::NoDate { .. } => {
                "name the fields with `--text-field`, `--date-field` and `--id-field`; a path is written `article.body`"
            }
            ArticleError::Records { .. } => "they were passed over; look at the first of them",
            ArticleError::Package { help, .. } => help,
            ArticleError::NoArticle { .. } => {
                "NITF, NewsML, RSS, Atom and XHTML can be read; `--input-format plain` reads any text as it stands"
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
            ArticleError::Json {
                what,
                tail,
                line,
                column,
                ..
            } => write!(f, "{what} (line {line}, column {column}){tail}"),
            ArticleError::LongLine { line, most, .. } => write!(
                f,
                "line {line} is longer than {most} MB and was not checked; the other lines were"
            ),
            ArticleError::MoreBroken { count: 1 } => {
                write!(f, "one more line is no record and was not checked")
            }
            ArticleError::MoreBroken { count } => {
                write!(f, "{count} more lines are no records and were not checked")
            }
            ArticleError::Escape { record } => write!(
                f,
                "record {record} was not checked: a `\\u` escape in its text stands for no character"
            ),
            ArticleError::NoField { flag, field, known } => {
                match (field, *flag) {
                    (Some(field), flag) => write!(f, "no record has the field `{field}` ({flag})")?,
                    (None, _) => write!(f, "no record has a field that is known to hold its text")?,
                }
                match known.is_empty() {
                    true => write!(f, "; the records have no fields"),
                    false => write!(f, "; the fields that are there: {}", known.join(", ")),
                }
            }
            ArticleError::NoDate {
                field,
                value,
                record,
            } => write!(
                f,
                "the field `{field}` of record {record} holds no date, but {value}"
            ),
            ArticleError::Records {
                what,
                count,
                of,
                first,
            } => write!(
                f,
                "{} of {of} records {} {what} (the first is record {first})",
                count,
                if *count == 1 { "is" } else { "are" }
            ),
            ArticleError::Package { what, .. } => f.write_str(what),
            ArticleError::NoArticle { root } => write!(
                f,
                "this XML is of no kind that holds articles: its outermost element is <{root}>"
            ),
        }
    }
}

impl std::error::Error for ArticleError {}

/// The line and column of a byte of a text, from 1; columns are characters.
pub(super) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}
