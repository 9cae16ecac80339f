//! JSON Lines: a record a line. They are read one after the other, so that a file of any size can be read.

use std::io::{self, BufRead, Read};

use super::decode::{self, Decoded};
use super::error::line_and_column;
use super::format::Way;
use super::json;
pub(crate) use super::json::Desk;
use super::record::{Object, Record};
use super::{Article, ArticleError, DiskMap, Fields, Format, RecordName, Sink};
use crate::span::Span;

pub(crate) const FORMAT: Format = Format {
    name: "jsonl",
    extensions: &[],
    shares: &["jsonl", "ndjson", "json"],
    entities: false,
    sniff: |bytes| json::is_lines(bytes) && (json::is_article(bytes) || json::is_ninjs(bytes)),
    read: Way::Records(all),
};

/// A line of more bytes is not read.
const LONGEST: usize = 64 << 20;

/// How many broken lines are told one by one.
const TOLD: usize = 20;

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Whether lines can be told before they are decoded.
pub(crate) fn has_lines(start: &[u8]) -> bool {
    !start.starts_with(b"\xFF\xFE") && !start.starts_with(b"\xFE\xFF")
}

fn all(bytes: &[u8], fields: &Fields, sink: Sink) {
    let read = match has_lines(bytes) {
        true => each(&mut &*bytes, fields, sink),
        false => match decode::decode(bytes) {
            Ok(decoded) => {
                let disk = |offset| decoded.map.disk(Span::new(offset, offset)).start;
                let mut sink = |read: Result<Article, ArticleError>| {
                    let read = read.map(|article| Article {
                        encoding: decoded.encoding,
                        broken: decoded.broken,
                        ..article
                    });
                    sink(read.map_err(|error| error.moved(disk)));
                };
                each(&mut decoded.text.as_bytes(), fields, &mut sink)
            }
            Err(error) => {
                sink(Err(error));
                Ok(())
            }
        },
    };
    debug_assert!(read.is_ok(), "memory can be read");
}

/// Reads the records of a stream, one line in memory at a time.
///
/// # Errors
/// Where the stream can't be read further.
fn each(input: &mut dyn BufRead, fields: &Fields, sink: Sink) -> io::Result<()> {
    each_up_to(LONGEST, input, fields, sink)
}

fn each_up_to(
    longest: usize,
    input: &mut dyn BufRead,
    fields: &Fields,
    sink: Sink,
) -> io::Result<()> {
    let mut desk = Desk::new(fields, false);
    let mut broken = Broken::default();
    let mut lines = Lines {
        longest,
        ..Lines::new(input)
    };
    while let Some(line) = lines.next()? {
        let read = line.read(&mut desk);
        if broken.tells(&read) {
            sink(read);
        }
    }
    broken.finish(sink);
    desk.finish(sink);
    Ok(())
}

/// The broken lines of a stream: some are told one by one, the rest are counted.
#[derive(Default)]
pub(crate) struct Broken {
    count: usize,
}

impl Broken {
    /// Whether what a line came to is told.
    pub(crate) fn tells<A>(&mut self, read: &Result<A, ArticleError>) -> bool {
        let broken = matches!(
            read,
            Err(ArticleError::Json { .. }
                | ArticleError::LongLine { .. }
                | ArticleError::Escape { .. })
        );
        self.count += usize::from(broken);
        !broken || self.count <= TOLD
    }

    /// Says how many were not told.
    pub(crate) fn finish(self, sink: Sink) {
        if self.count > TOLD {
            sink(Err(ArticleError::MoreBroken {
                count: self.count - TOLD,
            }));
        }
    }
}

/// The lines of a stream that are not blank, one after the other.
pub(crate) struct Lines<R> {
    input: R,
    longest: usize,
    /// The lines so far, blank ones too, and the bytes.
    number: usize,
    offset: usize,
    /// The records so far.
    records: usize,
}

/// A line of a stream that is to be a record, not yet read.
pub(crate) struct Line {
    /// Its bytes, without its end; of one that is too long, none.
    bytes: Vec<u8>,
    /// Its number among all lines, from 1.
    number: usize,
    /// Its number among those that are not blank, from 1.
    record: usize,
    /// Where it begins in the stream.
    offset: usize,
    /// The bytes that a line may have, where this one has more.
    too_long: Option<usize>,
}

impl<R: BufRead> Lines<R> {
    /// The lines of a stream.
    pub(crate) fn new(input: R) -> Self {
        Lines {
            input,
            longest: LONGEST,
            number: 0,
            offset: 0,
            records: 0,
        }
    }

    /// The next one.
    ///
    /// # Errors
    /// Where the stream can't be read further.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line>> {
        loop {
            let start = self.offset;
            let mut bytes = Vec::new();
            let most = self.longest as u64 + 1;
            let mut len = (&mut self.input).take(most).read_until(b'\n', &mut bytes)?;
            if len == 0 {
                return Ok(None);
            }
            self.number += 1;
            let whole = len <= self.longest || bytes.ends_with(b"\n");
            if !whole {
                bytes = Vec::new();
                len += skip_line(&mut self.input)?;
            }
            self.offset += len;
            let mark = match self.number == 1 && bytes.starts_with(BOM) {
                true => BOM.len(),
                false => 0,
            };
            bytes.drain(..mark);
            bytes.truncate(bytes.trim_ascii_end().len());
            if whole && bytes.is_empty() {
                continue;
            }
            self.records += 1;
            return Ok(Some(Line {
                bytes,
                number: self.number,
                record: self.records,
                offset: start + mark,
                too_long: (!whole).then_some(self.longest),
            }));
        }
    }
}

/// Passes over the rest of a line, and says how long it is.
fn skip_line(input: &mut impl BufRead) -> io::Result<usize> {
    let mut skipped = 0;
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let len = end.map_or(buffer.len(), |end| end + 1);
        input.consume(len);
        skipped += len;
        if end.is_some() || len == 0 {
            return Ok(skipped);
        }
    }
}

impl Line {
    /// How many bytes are held of it.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The number of its record.
    pub(crate) fn record(&self) -> usize {
        self.record
    }

    /// A desk that has seen all records before this one, for who reads lines in any order.
    pub(crate) fn desk<'f>(&self, fields: &'f Fields) -> Desk<'f> {
        Desk::after(self.record - 1, fields)
    }

    /// The article of the record.
    ///
    /// # Errors
    /// If it is no record, or one without a readable text.
    pub(crate) fn read(&self, desk: &mut Desk) -> Result<Article, ArticleError> {
        let read = match self.too_long {
            None => record(&self.bytes, self.number, desk),
            Some(longest) => Err(Wrong::TooLong(longest)),
        };
        let read = read.map(|found| {
            found.map(|mut article| {
                if let Some(place) = article
                    .broken
                    .as_mut()
                    .and_then(|broken| broken.place.as_mut())
                {
                    *place = (place.0 + self.offset, self.number);
                }
                article
            })
        });
        read.unwrap_or_else(|wrong| {
            desk.broken();
            Err(wrong.told(&self.bytes, self.number, self.offset))
        })
    }

    /// What it is called where it can't be read: its id may stand before what is broken.
    pub(crate) fn name(&self, fields: &Fields) -> RecordName {
        let text = match std::str::from_utf8(&self.bytes) {
            Ok(text) => text,
            Err(error) => {
                let valid = self.bytes.get(..error.valid_up_to()).unwrap_or_default();
                std::str::from_utf8(valid).unwrap_or_default()
            }
        };
        let object = Object::opening(text);
        let record = Record::read(&object, fields);
        RecordName {
            number: self.record,
            line: Some(self.number),
            id: record.id(),
            has_text: record.has_text,
        }
    }
}

/// Why a line is no record.
enum Wrong {
    /// With the text, and the way from it to the line's bytes.
    Json(serde_json::Error, String, DiskMap),
    Text(ArticleError),
    /// The bytes that a line may have.
    TooLong(usize),
}

type Found = Result<Article, ArticleError>;

fn record(line: &[u8], number: usize, desk: &mut Desk) -> Result<Found, Wrong> {
    let decoded;
    let (text, map, encoding, broken) = match std::str::from_utf8(line) {
        Ok(text) => (text, DiskMap::default(), None, None),
        Err(_) => {
            decoded = decode::decode(line).map_err(Wrong::Text)?;
            let Decoded {
                text,
                map,
                encoding,
                broken,
            } = &decoded;
            (text.as_str(), map.clone(), *encoding, *broken)
        }
    };
    let object: Object =
        serde_json::from_str(text).map_err(|error| Wrong::Json(error, text.to_string(), map))?;
    let article = desk.record(&object, Some(number), encoding);
    Ok(article.map(|article| Article { broken, ..article }))
}

impl Wrong {
    /// What is told of it.
    fn told(self, line: &[u8], number: usize, offset: usize) -> ArticleError {
        let (what, at, column) = match self {
            Wrong::TooLong(longest) => {
                return ArticleError::LongLine {
                    line: number,
                    offset,
                    most: longest >> 20,
                };
            }
            Wrong::Text(ArticleError::Undecodable {
                encoding, offset, ..
            }) => {
                let before = line.get(..offset).unwrap_or(line);
                let column = String::from_utf8_lossy(before).chars().count() + 1;
                (format!("it is not valid {encoding}"), offset, column)
            }
            Wrong::Text(error) => (error.to_string(), 0, 1),
            Wrong::Json(error, text, map) => {
                let at = json::position(&text, &error);
                let (_, column) = line_and_column(&text, at);
                let at = map.disk(Span::new(at, at)).start;
                let what = match error.is_eof() {
                    true => "it ends in the middle".to_string(),
                    false => json::wording(&error),
                };
                (what, at, column)
            }
        };
        ArticleError::Json {
            what: format!("this line is no record: {what}"),
            tail: "; the other lines were checked",
            offset: offset + at,
            line: number,
            column,
        }
    }
}

#[cfg(test)]
mod tests;
