//! The head of an article: which lines are metadata, and the dates in them.
//!
//! Dates inside prose are no dates of the article, so a line must be nothing but its header, or say so.

mod line;
mod words;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::day::Stated;
use super::flat::Flat;
use super::{Block, BlockKind, Run};
use crate::span::Span;
use line::is_label_line;
use line::{dateline, stated};
pub(super) use line::{is_header, is_header_text, is_wrapped, label, line};

/// How many blocks the head of an article has at most.
const HEAD: usize = 12;

/// No label has more bytes.
const LABEL: usize = 60;

/// No header line has more bytes.
const LONGEST: usize = 400;

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

/// Whether a text may be a headline that asks or calls: `What is left of the pier?`
pub(super) fn is_question(text: &str) -> bool {
    const LONGEST: usize = 100;
    text.trim_end().ends_with(['?', '!']) && !text.contains(['\n', '"']) && letters(text) <= LONGEST
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

/// Finds the header lines at the head of a plain text, marks and splits their blocks, and gives
/// their dates in order.
pub(super) fn read(source: &str, blocks: &mut Vec<Block>) -> Vec<Stated> {
    let dates = read_with(source, blocks, Flat::raw, |_| false);
    sections(source, blocks);
    dates
}

/// The same of Markdown, whose blocks hold lines and markup.
pub(super) fn read_markdown(source: &str, blocks: &mut Vec<Block>) -> Vec<Stated> {
    let dates = read_with(source, blocks, Flat::of_lines, is_label);
    sections(source, blocks);
    dates
}

/// The same where markup is in and between the lines. The head of a page holds short lines of many kinds: a
/// section, an author, how long it takes to read.
pub(super) fn read_runs(source: &str, blocks: &mut Vec<Block>) -> Vec<Stated> {
    read_with(source, blocks, Flat::of_runs, is_label)
}

/// The same where each block is one run of lines.
pub(super) fn read_lines(source: &str, blocks: &mut Vec<Block>) -> Vec<Stated> {
    read_with(source, blocks, Flat::raw, is_label)
}

fn is_label(line: &str) -> bool {
    line.len() <= LABEL && is_short(line)
}

fn read_with<'a>(
    source: &'a str,
    blocks: &mut Vec<Block>,
    flat: fn(&'a str, &Block) -> Flat<'a>,
    is_label: fn(&str) -> bool,
) -> Vec<Stated> {
    let mut dates = Vec::new();
    let mut prose = false;
    let mut pending = None;
    let mut at = 0;
    while at < HEAD.min(blocks.len()) {
        let Some(flat) = blocks.get(at).map(|block| flat(source, block)) else {
            break;
        };
        let next = blocks.get(at + 1).map(Block::source);
        let next = next.and_then(|span| source.get(span.range()));
        let text = &*flat.text;
        let header = first_line(text);
        let place = |found: &Stated| Stated {
            span: flat.place(found.span),
            ..*found
        };
        let Some(block) = blocks.get_mut(at) else {
            break;
        };
        at += 1;
        let running = block.kind == BlockKind::Paragraph;
        // `Last updated:` in a block of its own, over its date
        if running && !prose && is_label_line(text) {
            pending = label(text);
            continue;
        }
        let kind = pending.take();
        // A header line may stand over prose in one block: `By Jane Doe<br>The pier shut.`
        let below = text.get(header.len()..).unwrap_or_default().trim_start();
        let one_line = header.len() == text.len();
        let own_line = one_line || running && !is_wrapped(header, below);
        let parsed = line(header);
        let whole = parsed.as_ref().filter(|found| found.whole && own_line);
        let found = match whole {
            Some(found) if !prose || found.stamp && one_line => Some(found.dates.clone()),
            _ if prose => break,
            _ if own_line && is_header(header) && block.kind != BlockKind::Item => {
                Some(stated(header))
            }
            _ => None,
        };
        if let Some(found) = found {
            let dated = whole.is_some();
            dates.extend(found.iter().map(place).map(|date| Stated {
                kind: kind.unwrap_or(date.kind),
                ..date
            }));
            let end = flat.place(Span::new(0, header.len())).end;
            let rest = (!one_line).then(|| split(block, end, source)).flatten();
            if !dated || block.kind != BlockKind::Headline {
                block.kind = BlockKind::Header;
            }
            if let Some(rest) = rest {
                blocks.insert(at, rest);
            }
            continue;
        }
        if running && let Some(found) = short_lines(text) {
            dates.extend(found.iter().map(place));
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
        // Where the next paragraph begins with a day too, each is the day of an event.
        let listed = || next.is_some_and(|next| is_of_day(text) && is_of_day(next));
        let dateline = dateline(text).filter(|_| !listed());
        let headline =
            || at == 1 && is_question(text) && next.is_some_and(|next| is_header(first_line(next)));
        if dateline.is_none() && (is_label(text) || headline()) {
            continue;
        }
        if dateline.is_none() && is_caption(text) {
            block.kind = BlockKind::Caption;
        } else {
            dates.extend(dateline.map(|found| place(&Stated::published(found))));
            prose = true;
        }
    }
    dates
}

/// Whether a line is how a report begins, with its place and date.
pub(super) fn is_dateline(text: &str) -> bool {
    dateline(text).is_some()
}

/// Whether a paragraph begins with a day, as each of a chronicle does.
fn is_of_day(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    super::date::Cursor::new(start, 0).full_date().is_some()
}

/// The dates of a block of short lines, none of them a sentence, where one is a header: a name over a post over a date.
fn short_lines(text: &str) -> Option<Vec<Stated>> {
    const MOST: usize = 6;
    let lines = || text.split('\n');
    let short = |line: &str| line.len() <= LABEL && is_short(line);
    let parted = |pair: &[&str]| !is_wrapped(pair[0], pair[1]);
    let all: Vec<&str> = lines().take(MOST + 1).collect();
    let fits = (2..=MOST).contains(&all.len())
        && all.iter().all(|line| short(line))
        && all.windows(2).all(parted);
    if !fits {
        return None;
    }
    let mut from = 0;
    let mut found = Vec::new();
    for own in all {
        if let Some(parsed) = line(own).filter(|parsed| parsed.whole) {
            found.extend(parsed.dates.iter().map(|date| Stated {
                span: Span::new(from + date.span.start, from + date.span.end),
                ..*date
            }));
        }
        from += own.len() + 1;
    }
    (!found.is_empty()).then_some(found)
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
    // the line break is no text
    let is_break = |run: &Run| {
        run.text
            .as_deref()
            .is_some_and(|text| text.trim().is_empty())
    };
    let breaks = rest.iter().take_while(|run| is_break(run)).count();
    rest.drain(..breaks);
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
