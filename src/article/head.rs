//! The head of an article: which lines are metadata, and the dates in them.
//!
//! Dates inside prose are no dates of the article, so a line must be nothing but its header, or say so.

use jiff::civil::Date;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::date::{Cursor, full_dates};
use super::flat::Flat;
use super::{Block, BlockKind, Run};
use crate::span::Span;

/// How many blocks the head of an article has at most.
const HEAD: usize = 12;

/// No label has more bytes.
const LABEL: usize = 60;

/// No header line has more bytes.
const LONGEST: usize = 400;

/// Words that say that a date follows.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "date", "dated", "today", "published", "publication", "updated", "update", "posted", "created",
    "modified", "issued", "released", "release", "edited", "filed", "print", "online", "edition",
    "version", "pubdate",
];

/// Words that stand beside labels and between dates.
const FILLERS: &[&str] = &["last", "first", "time", "at", "on"];

/// How a photo caption begins.
const CAPTION_STARTS: &[&str] = &[
    "(FILES)",
    "FILE -",
    "FILE —",
    "FILE –",
    "FILE PHOTO",
    "File photo",
    "This file photo",
    "Photo:",
    "PHOTO:",
    "Caption:",
];

/// How a photo caption credits its photographer.
#[rustfmt::skip]
const CREDITS: &[&str] = &[
    "(Photo by", "(Photo:", "(AP Photo", "(File photo", "(Courtesy of", "/AFP)", "/ AFP)",
    "via AP)", "/Pool", "(Reuters/", "REUTERS/", "Getty Images", "[Yonhap]", "Photo: ",
];

/// A line that begins with a header.
pub(super) struct HeadLine {
    /// Its full dates.
    dates: Vec<(Span, Date)>,
    /// Where the header ends: after its last date or time.
    end: usize,
    /// Whether nothing stands after it.
    pub(super) whole: bool,
    /// Whether it says itself that it is a header, even if prose follows: by a label, an ISO date or a time.
    certain: bool,
    /// Whether it is a stamp, with a weekday or time.
    stamp: bool,
}

/// The start of a text, as much as can be a header.
fn prefix(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Reads a line as a header of dates and times with their labels.
pub(super) fn line(whole: &str) -> Option<HeadLine> {
    let text = prefix(whole);
    let mut cursor = Cursor::new(text, 0);
    let mut dates = Vec::new();
    let (mut end, mut certain, mut stamp, mut prose) = (0, false, false, false);
    loop {
        cursor.skip(|c| !c.is_alphanumeric());
        let before = cursor.at;
        if let Some((span, date)) = cursor.full_date() {
            let text = span.of(text);
            certain |= dates.is_empty() && text.get(4..5) == Some("-");
            stamp |= Cursor::new(text, 0).weekday().is_some();
            dates.push((span, date));
            end = cursor.at;
        } else if cursor.time().is_some() {
            if dates.is_empty() {
                return None;
            }
            certain = true;
            stamp = true;
            end = cursor.at;
        } else {
            let word = cursor.word();
            let is = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
            let colon = cursor.rest().trim_start().starts_with(':') && !word.is_empty();
            // Any word is a label if it says so with a colon.
            if !(is(LABELS) || is(FILLERS) || colon && dates.is_empty()) {
                cursor.at = before;
                break;
            }
            // `Released on Nov. 3, 2025, the album …` is prose.
            certain |= dates.is_empty() && (is(LABELS) && colon || is(&["date"]));
            // … and so is `Update: On Nov. 3, 2025, the board …`
            let told = !certain || is(&["on", "at"]);
            prose |= dates.is_empty() && told && !colon;
        }
    }
    certain &= !prose && !cursor.rest().starts_with(char::is_lowercase);
    let rest = cursor.rest().trim_matches(|c: char| !c.is_alphanumeric());
    (!dates.is_empty()).then_some(HeadLine {
        dates,
        end,
        whole: rest.is_empty() && text.len() == whole.len(),
        certain,
        stamp,
    })
}

/// Whether a line is nothing but metadata: dates, or a byline, perhaps with more of the kind beside it.
pub(super) fn is_header(text: &str) -> bool {
    text.len() <= LONGEST && is_header_line(text)
}

fn is_header_line(text: &str) -> bool {
    is_byline(text)
        || line(text).is_some_and(|line| line.whole)
        || is_short(text) && text.contains(['|', '•', '·']) && !full_dates(text).is_empty()
        || dateline(text).is_some_and(|(span, _)| text.trim_end().len() == span.end)
}

/// `By Jane Doe`, `By Jane Doe and John Roe, Nov. 3, 2025`.
fn is_byline(text: &str) -> bool {
    let text = text.trim();
    let Some(name) = ["By ", "BY ", "by "]
        .iter()
        .find_map(|by| text.strip_prefix(by))
    else {
        return false;
    };
    is_short(text)
        && name.starts_with(char::is_uppercase)
        && (!full_dates(name).is_empty()
            || name.split_whitespace().all(|word| {
                word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())
                    || [
                        "and", "de", "van", "von", "in", "for", "al", "bin", "da", "del",
                    ]
                    .contains(&word)
            }))
}

/// How long a text is, however its accents are stored: `é` is one letter, in one character or two.
pub(super) fn letters(text: &str) -> usize {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.chars().count(),
        _ => text.nfc().count(),
    }
}

/// Whether a line is short and no sentence.
pub(super) fn is_short(text: &str) -> bool {
    !ends_sentence(text) && letters(text.trim()) <= 120
}

/// Whether a line ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '\'' | ')' | ']' | '\u{2019}' | '\u{201D}' | '\u{BB}'
            )
    });
    text.ends_with(['.', '!', '?', '…', ':', ';', '。'])
}

/// Whether a paragraph is a photo caption.
pub(super) fn is_caption(text: &str) -> bool {
    let start = text.trim_start();
    CAPTION_STARTS.iter().any(|mark| start.starts_with(mark))
        || CREDITS.iter().any(|mark| text.contains(mark))
}

/// The date of `SEOUL, Nov. 3, 2025 (Yonhap) — …` at the start of a paragraph.
fn dateline(text: &str) -> Option<(Span, Date)> {
    let text = prefix(text);
    let mut cursor = Cursor::new(text, 0);
    cursor.skip(|c| !c.is_alphanumeric());
    let mut words = 0;
    let found = loop {
        if words > 0
            && let Some(found) = cursor.full_date()
        {
            break found;
        }
        let word = cursor.word();
        if words > 6 || !word.starts_with(char::is_uppercase) || is_lead(word) {
            return None;
        }
        words += 1;
        cursor.skip(|c| {
            c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/' | '(' | ')' | '—' | '–')
        });
    };
    let after = cursor
        .rest()
        .trim_start_matches([' ', ',', '*', '_', '\u{A0}']);
    let ends = ["(", "—", "–", "-", "/", ":", "|"];
    let before = text.get(..found.0.start)?.trim_end();
    let parted = before.ends_with([',', ')', '—', '–', '-']);
    let goes_on = ends.iter().any(|sign| after.starts_with(sign));
    (parted && (goes_on || after.is_empty())).then_some(found)
}

/// Words that begin a sentence and no dateline.
fn is_lead(word: &str) -> bool {
    [
        "On", "In", "At", "By", "The", "A", "An", "As", "After", "Since", "Until", "From", "Before",
    ]
    .contains(&word)
}

/// Finds the header lines at the head of an article, marks and splits their blocks, and gives
/// their dates in order.
pub(super) fn read(source: &str, blocks: &mut Vec<Block>) -> Vec<(Span, Date)> {
    let dates = read_with(source, blocks, Flat::raw, |_| false);
    sections(source, blocks);
    dates
}

/// The same where markup stands in and between the lines. The head of a page holds short lines of many kinds: a
/// section, an author, how long it takes to read.
pub(super) fn read_runs(source: &str, blocks: &mut Vec<Block>) -> Vec<(Span, Date)> {
    read_with(source, blocks, Flat::of_runs, |line| {
        line.len() <= LABEL && is_short(line)
    })
}

/// The same where each block is one run of lines.
pub(super) fn read_lines(source: &str, blocks: &mut Vec<Block>) -> Vec<(Span, Date)> {
    read_with(source, blocks, Flat::raw, |line| {
        line.len() <= LABEL && is_short(line)
    })
}

fn read_with<'a>(
    source: &'a str,
    blocks: &mut Vec<Block>,
    flat: fn(&'a str, &Block) -> Flat<'a>,
    is_label: fn(&str) -> bool,
) -> Vec<(Span, Date)> {
    let mut dates = Vec::new();
    let mut prose = false;
    let mut at = 0;
    while at < HEAD.min(blocks.len()) {
        let Some(flat) = blocks.get(at).map(|block| flat(source, block)) else {
            break;
        };
        let text = &*flat.text;
        let header = first_line(text);
        let place = |(found, date): &(Span, Date)| (flat.place(*found), *date);
        let Some(block) = blocks.get_mut(at) else {
            break;
        };
        at += 1;
        let running = block.kind == BlockKind::Paragraph;
        let one_line = header.len() == text.len();
        let parsed = line(header);
        if let Some(found) = &parsed
            && found.whole
            && one_line
            && (!prose || found.stamp)
        {
            dates.extend(found.dates.iter().map(place));
            if block.kind != BlockKind::Headline {
                block.kind = BlockKind::Header;
            }
            continue;
        }
        if prose {
            break;
        }
        if one_line && is_header(header) && block.kind != BlockKind::Item {
            dates.extend(full_dates(header).iter().map(place));
            block.kind = BlockKind::Header;
            continue;
        }
        if let Some(found) = parsed
            && found.certain
            && running
        {
            dates.extend(found.dates.iter().map(place));
            if let Some(rest) = split(block, flat.place(Span::new(0, found.end)).end, source) {
                blocks.insert(at, rest);
            }
            continue;
        }
        if !running {
            continue;
        }
        let dateline = dateline(text);
        if dateline.is_none() && is_label(text) {
            continue;
        }
        if dateline.is_none() && is_caption(text) {
            block.kind = BlockKind::Caption;
        } else {
            dates.extend(dateline.iter().map(place));
            prose = true;
        }
    }
    dates
}

/// A short line right between two header lines is the name of a section.
fn sections(source: &str, blocks: &mut [Block]) {
    for at in 1..HEAD.min(blocks.len()) {
        let [Some(before), Some(here), Some(after)] =
            [at - 1, at, at + 1].map(|index| blocks.get(index))
        else {
            return;
        };
        let around = [before, after].map(|block| block.kind) == [BlockKind::Header; 2];
        let gap = |a: &Block, b: &Block| {
            let gap = source.get(a.source().end..b.source().start);
            gap.unwrap_or_default().matches('\n').count() == 1
        };
        let found = around && gap(before, here) && gap(here, after);
        if let Some(block) = blocks.get_mut(at)
            && found
        {
            block.kind = BlockKind::Header;
        }
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default().trim_end()
}

/// Cuts a block in two at `at`: the header stays, and the prose after it is given.
fn split(block: &mut Block, at: usize, source: &str) -> Option<Block> {
    let index = block.runs.iter().position(|run| run.source.end > at)?;
    let mut rest = block.runs.split_off(index);
    block.kind = BlockKind::Header;
    let first = rest.first_mut()?;
    if first.source.start < at && first.text.is_none() {
        block.runs.push(Run {
            source: Span::new(first.source.start, at),
            text: None,
        });
        let tail = source.get(at..first.source.end).unwrap_or_default();
        let trimmed = tail.trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, '|' | ':' | ',' | '-' | '–' | '—' | '•' | '·')
        });
        first.source.start += at - first.source.start + tail.len() - trimmed.len();
    }
    Some(Block {
        kind: BlockKind::Paragraph,
        runs: rest,
    })
}
