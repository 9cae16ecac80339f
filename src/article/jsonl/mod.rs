//! JSON Lines: a record a line. They are read one after the other, so that a file of any size can be read.

use std::io::{self, BufRead, Read};

use super::decode;
use super::format::Way;
use super::json::{self, Desk};
use super::record::Object;
use super::{ArticleError, DiskMap, Fields, Format, Sink};
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
            Ok(decoded) => each(&mut decoded.text.as_bytes(), fields, sink),
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
pub(crate) fn each(input: &mut dyn BufRead, fields: &Fields, sink: Sink) -> io::Result<()> {
    each_up_to(LONGEST, input, fields, sink)
}

fn each_up_to(
    longest: usize,
    input: &mut dyn BufRead,
    fields: &Fields,
    sink: Sink,
) -> io::Result<()> {
    let mut desk = Desk::new(fields, false);
    let mut bytes = Vec::new();
    let (mut number, mut offset, mut broken) = (0, 0, 0);
    loop {
        let start = offset;
        bytes.clear();
        bytes.shrink_to(1 << 22);
        let most = longest as u64 + 1;
        let mut len = (&mut *input).take(most).read_until(b'\n', &mut bytes)?;
        if len == 0 {
            break;
        }
        number += 1;
        let whole = len <= longest || bytes.ends_with(b"\n");
        if !whole {
            bytes = Vec::new();
            len += skip_line(input)?;
        }
        offset += len;
        let mark = if number == 1 { BOM } else { b"" };
        let line = bytes.strip_prefix(mark).unwrap_or(&bytes);
        let before = start + bytes.len() - line.len();
        let line = line.trim_ascii_end();
        if whole && line.is_empty() {
            continue;
        }
        let read = match whole {
            true => record(line, number, &mut desk),
            false => Err(Wrong::TooLong),
        };
        match read {
            Ok(found) => sink(found),
            Err(wrong) => {
                desk.broken();
                broken += 1;
                if broken <= TOLD {
                    sink(Err(wrong.told(line, number, before, longest)));
                }
            }
        }
    }
    if broken > TOLD {
        sink(Err(ArticleError::MoreBroken {
            count: broken - TOLD,
        }));
    }
    desk.finish(sink);
    Ok(())
}

/// Passes over the rest of a line, and says how long it is.
fn skip_line(input: &mut dyn BufRead) -> io::Result<usize> {
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

/// Why a line is no record.
enum Wrong {
    /// With the text, and the way from it to the line's bytes.
    Json(serde_json::Error, String, DiskMap),
    Text(ArticleError),
    TooLong,
}

type Found = Result<super::Article, ArticleError>;

fn record(line: &[u8], number: usize, desk: &mut Desk) -> Result<Found, Wrong> {
    let decoded;
    let (text, map, encoding) = match std::str::from_utf8(line) {
        Ok(text) => (text, DiskMap::default(), None),
        Err(_) => {
            decoded = decode::decode(line).map_err(Wrong::Text)?;
            (decoded.text.as_str(), decoded.map, decoded.encoding)
        }
    };
    let object: Object =
        serde_json::from_str(text).map_err(|error| Wrong::Json(error, text.to_string(), map))?;
    Ok(desk.record(&object, Some(number), encoding))
}

impl Wrong {
    /// What is told of it.
    fn told(self, line: &[u8], number: usize, offset: usize, longest: usize) -> ArticleError {
        let (what, at, column) = match self {
            Wrong::TooLong => {
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
                let (at, _, column) = json::position(&text, &error);
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
