//! Bytes → [`Article`]: detection, encodings, one file a format, where the date comes from.

use jiff::civil::Date;

use crate::span::Span;

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
    /// Every full date of the metadata and header lines, in order.
    pub dates: Vec<HeaderDate>,
    /// BCP 47, where the metadata says.
    pub language: Option<String>,
    /// The title of the metadata.
    pub title: Option<String>,
    /// The encoding's name where it was not UTF-8.
    pub encoding: Option<&'static str>,
}

/// What offsets of a file count in.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Of a packed file or one of several articles: which paragraph, entry or record. None for a plain file.
    pub label: Option<String>,
    /// The decoded text, without a BOM.
    pub source: String,
    /// Breakpoints (offset in `source`, offset in the file on disk) where they differ: after a BOM, and in
    /// encodings other than UTF-8. Empty where they are the same. See [`Part::disk`].
    pub on_disk: Vec<(usize, usize)>,
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
}
