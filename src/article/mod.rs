//! Bytes → [`Article`]: detection, encodings, one file a format, where the date comes from.

mod comments;
mod date;
mod day;
mod decode;
mod disk;
mod docx;
mod encode;
mod error;
mod fields;
mod flat;
mod format;
mod front;
mod head;
mod html;
mod json;
pub(crate) mod jsonl;
mod markdown;
mod markup;
mod ninjs;
mod pieces;
mod plain;
mod prose;
mod record;
#[cfg(test)]
mod tests;
mod tree;
mod unreadable;
mod xml;

use jiff::civil::Date;
use serde_json::value::RawValue;

use crate::span::Span;

pub use day::{DateFrom, DateKind};
use day::{Days, Stated};
pub use disk::DiskMap;
pub(crate) use encode::encode;
pub use error::ArticleError;
pub use fields::Fields;
use format::Way;
pub use format::{FORMATS, Format};

/// One article as a format reader sees it: its metadata, and its prose in blocks of runs.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Article {
    /// The path or name shown in reports.
    pub name: String,
    /// The parts that spans count in: one for a plain file, one a paragraph for a packed one.
    pub parts: Vec<Part>,
    /// The article's date: given by the caller, else from the metadata, else from header lines.
    pub date: Option<Date>,
    /// The day of its last update, where that is a later one. What it says may be of any day from its date to this one.
    pub until: Option<Date>,
    /// Where its date was found; None where it has none.
    pub date_from: Option<DateFrom>,
    /// Every full date of the metadata and header lines, in order.
    pub dates: Vec<HeaderDate>,
    /// BCP 47, where the metadata says.
    pub language: Option<String>,
    /// The title of the metadata.
    pub title: Option<String>,
    /// The encoding's name where it was not UTF-8.
    pub encoding: Option<&'static str>,
    /// The bytes that are not valid in its encoding, where there are some.
    pub broken: Option<BrokenBytes>,
    /// The comments to factlint, `<!-- factlint-… -->`, in order.
    pub comments: Vec<Comment>,
    /// Whether `&` and `<` of its text are written as entities.
    pub entities: bool,
    /// Whether `"` and `\` of its text are written with a backslash before them, as in a string of JSON.
    pub escapes: bool,
    /// Which of several articles of its file it is: `entry 2`, `record 5`. None for the only one.
    pub label: Option<String>,
    /// Which record of its file it is.
    pub(crate) record: Option<RecordName>,
}

/// Bytes of a file that are not valid in its encoding. A single byte in UTF-8 that is a sign of Windows-1252 is read
/// as that sign; any other is read as U+FFFD, and the word that it is in as no word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BrokenBytes {
    /// How many byte sequences are broken.
    pub count: usize,
    /// The byte of the file on disk and the line (from 1) of the first one; None in a packed file.
    pub place: Option<(usize, usize)>,
}

/// What a record is called in a report of lines.
#[derive(Clone, Debug)]
pub(crate) struct RecordName {
    /// Its number, from 1.
    pub(crate) number: usize,
    /// The line that it stands on.
    pub(crate) line: Option<usize>,
    /// Its own id, as JSON.
    pub(crate) id: Option<Box<RawValue>>,
    /// Whether a field with its text was there.
    pub(crate) has_text: bool,
}

/// A comment to factlint in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The part that it stands in.
    pub part: usize,
    /// Its bytes in the part's source, from `<!--` to `-->`.
    pub span: Span,
}

/// What offsets of a file count in.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Of a packed file or one of several articles: which paragraph, entry or record. None for a plain file.
    pub label: Option<String>,
    /// The decoded text, without a BOM.
    pub source: String,
    /// From offsets in `source` to offsets in the file on disk; see [`Part::disk`].
    pub on_disk: DiskMap,
    /// The prose.
    pub blocks: Vec<Block>,
}

/// A block of prose.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, in order. Between two runs nothing is inserted.
    pub runs: Vec<Run>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A line of metadata at the head of the file (a date line, a byline, a section name).
    Header,
    /// A title or heading.
    Headline,
    /// Running text.
    Paragraph,
    /// A list item.
    Item,
    /// A table cell.
    Cell,
    /// A caption or alternative text.
    Caption,
    /// A block quotation: all of it is direct speech.
    Quotation,
}

impl BlockKind {
    /// Its name in reports: `paragraph`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Headline => "headline",
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::Cell => "cell",
            Self::Caption => "caption",
            Self::Quotation => "quotation",
        }
    }
}

/// A stretch of text with its place in the part's source.
#[derive(Clone, Debug)]
pub struct Run {
    /// The bytes of [`Part::source`] that it stands for.
    pub source: Span,
    /// The text, where it is not those bytes themselves (`&nbsp;`, a Markdown escape).
    pub text: Option<String>,
}

/// A full date in the metadata or the header lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderDate {
    /// Which part, and where in its source: the date whole, with the weekday that belongs to it.
    pub part: usize,
    /// Its place in the part's source.
    pub span: Span,
    /// The day.
    pub date: Date,
    /// What it says of the article.
    pub kind: DateKind,
}

impl Article {
    /// Reads the article of a file or of an editor's buffer.
    ///
    /// `name` is what reports show; its extension tells the format where `format` is None. Of a file that
    /// holds several articles this is the first; see [`Article::all_from_bytes`].
    ///
    /// # Errors
    /// If the bytes are no text, or text in an encoding that can't be read.
    pub fn from_bytes(
        name: impl Into<String>,
        bytes: &[u8],
        format: Option<Format>,
    ) -> Result<Article, ArticleError> {
        let name = name.into();
        let first = Self::all_from_bytes(name.clone(), bytes, format)?
            .into_iter()
            .next();
        Ok(first.unwrap_or(Article {
            name,
            ..Article::default()
        }))
    }

    /// Reads every article of a file.
    ///
    /// # Errors
    /// As [`Article::from_bytes`], and if one of its records can't be read; see [`Article::each_from_bytes`].
    pub fn all_from_bytes(
        name: impl Into<String>,
        bytes: &[u8],
        format: Option<Format>,
    ) -> Result<Vec<Article>, ArticleError> {
        let mut articles = Vec::new();
        let mut wrong = None;
        Self::each_from_bytes(
            name,
            bytes,
            format,
            &Fields::default(),
            &mut |read| match read {
                Ok(article) => articles.push(article),
                Err(error) if error.is_note() => (),
                Err(error) => _ = wrong.get_or_insert(error),
            },
        );
        wrong.map_or(Ok(articles), Err)
    }

    /// Reads the articles of a file one after the other, and gives each to `sink`, or what is wrong with it.
    ///
    /// Of a file of records (JSON, JSON Lines, ninjs) `fields` says where the text stands, and a record that can't
    /// be read costs the others nothing.
    pub fn each_from_bytes(
        name: impl Into<String>,
        bytes: &[u8],
        format: Option<Format>,
        fields: &Fields,
        sink: Sink,
    ) {
        let name = name.into();
        let format = format.unwrap_or_else(|| Format::detect(&name, bytes));
        let mut named = |read: Result<Article, ArticleError>| {
            sink(read.map(|mut article| {
                unreadable::mask(&mut article);
                Article {
                    name: name.clone(),
                    entities: format.entities || article.entities,
                    ..article
                }
            }));
        };
        match format.read {
            Way::Whole(read) => match read(bytes) {
                Ok(articles) => articles.into_iter().for_each(|article| named(Ok(article))),
                Err(error) => named(Err(error)),
            },
            Way::Records(each) => each(bytes, fields, &mut named),
        }
    }

    /// Reads an article that is a string already.
    ///
    /// # Errors
    /// If the text is no text: full of control characters.
    pub fn from_text(
        name: impl Into<String>,
        text: &str,
        format: Format,
    ) -> Result<Article, ArticleError> {
        Self::from_bytes(name, text.as_bytes(), Some(format))
    }

    /// Words as they are written into its file, in UTF-8; None where the file's encoding has no signs for them.
    pub fn write(&self, words: &str) -> Option<String> {
        let words = match self.entities {
            true => words.replace('&', "&amp;").replace('<', "&lt;"),
            false => words.to_string(),
        };
        let words = match self.escapes {
            true => words.replace('\\', "\\\\").replace('"', "\\\""),
            false => words,
        };
        encode(&words, self.encoding).is_some().then_some(words)
    }
}

/// What takes the articles of a file, one after the other.
pub type Sink<'s> = &'s mut dyn FnMut(Result<Article, ArticleError>);

/// The text of a file, whatever its encoding, without a BOM; None if it is no text.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let decoded = decode::decode(bytes).ok()?;
    Some(decoded.text)
}

/// What a reader of a text format finds.
#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    /// The days of the metadata.
    days: Days,
    /// Every full date of the metadata and the header lines, in order.
    dates: Vec<Stated>,
    language: Option<String>,
    title: Option<String>,
    /// The comments to factlint, in order.
    comments: Vec<Span>,
}

impl Article {
    /// Decodes a file that is one article, and reads it.
    fn from_reading(
        bytes: &[u8],
        read: impl FnOnce(&str) -> Reading,
    ) -> Result<Article, ArticleError> {
        let decoded = decode::decode(bytes)?;
        let reading = read(&decoded.text);
        Ok(Self::of(decoded, reading))
    }

    /// The article that was read in a file's text.
    fn of(decoded: decode::Decoded, reading: Reading) -> Article {
        let dates = reading.dates.into_iter();
        let mut article = Article {
            dates: dates.map(|stated| stated.in_part(0)).collect(),
            language: reading.language,
            title: reading.title,
            encoding: decoded.encoding,
            broken: decoded.broken,
            comments: reading
                .comments
                .into_iter()
                .map(|span| Comment { part: 0, span })
                .collect(),
            parts: vec![Part {
                label: None,
                source: decoded.text,
                on_disk: decoded.map,
                blocks: reading.blocks,
            }],
            ..Article::default()
        };
        article.settle_date(reading.days);
        article
    }
}

impl Article {
    /// Whether it is a record without a text, or a text without a word.
    pub(crate) fn is_silent(&self) -> bool {
        let wordless = || self.parts.iter().all(|part| part.blocks.is_empty());
        let record = self.record.as_ref();
        record.is_some_and(|record| !record.has_text || wordless())
    }
}

impl Block {
    /// The bytes of the part's source from the start of its first run to the end of its last.
    pub fn source(&self) -> Span {
        match (self.runs.first(), self.runs.last()) {
            (Some(first), Some(last)) => first.source.to(last.source),
            _ => Span::default(),
        }
    }
}

impl Part {
    /// The bytes of the file on disk that a span of the source stands for.
    pub fn disk(&self, span: Span) -> Span {
        self.on_disk.disk(span)
    }
}
