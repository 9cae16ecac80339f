//! Plain text: blank lines part blocks, and a single line break is a hard wrap or the end of a paragraph.

mod emphasis;
mod quoted;

use super::head::{ends_sentence, is_header, is_short, is_wrapped, letters};
use super::{Article, ArticleError, Block, BlockKind, Format, Reading, Run, Way, comments, head};
use crate::span::Span;

pub(super) const FORMAT: Format = Format {
    name: "plain",
    extensions: &["txt", "text"],
    shares: &[],
    entities: false,
    sniff: |_| true,
    read: Way::Whole(read),
};

/// A file with a line of more characters than this has one paragraph a line.
const WRAPPED: usize = 100;

/// A line of no more characters may be a heading.
const HEADING: usize = 80;

fn read(bytes: &[u8]) -> Result<Vec<Article>, ArticleError> {
    let read = |source: &str| {
        let (lines, comments) = lines(source);
        let mut blocks = blocks(source, &lines);
        let dates = head::read(source, &mut blocks);
        Reading {
            blocks,
            dates,
            comments,
            ..Reading::default()
        }
    };
    Article::from_reading(bytes, read).map(|article| vec![article])
}

/// A line of the file that is not blank.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    span: Span,
    /// Where the line itself begins, with the marks of a quotation and white space.
    start: usize,
    /// Whether a blank line, the start of the file, or another level of quotation is before it.
    parted: bool,
    chars: usize,
    /// The level of quotation, 0 where it is none.
    level: usize,
    /// It is an entry of a list or table, not a part of a wrapped paragraph.
    entry: bool,
}

/// The blocks of plain text that stands in another format.
pub(super) fn text(source: &str) -> Vec<Block> {
    blocks(source, &lines(source).0)
}

/// The blocks of a text.
fn blocks(source: &str, lines: &[Line]) -> Vec<Block> {
    let unwrapped = lines.iter().any(|line| line.chars > WRAPPED);
    let mut out: Vec<Block> = Vec::new();
    let mut at = 0;
    let mut head = true;
    while let Some(first) = lines.get(at) {
        let header = |line: &Line| head && is_header(line.text);
        let in_item = marker(first.text).is_some();
        let mut len = 1;
        if !header(first) {
            while let Some([before, line]) = lines.get(at + len - 1..=at + len) {
                let group = lines.get(at..at + len).unwrap_or_default();
                let next = lines.get(at + len + 1).filter(|next| !next.parted);
                let begins = || header(line) || head && len == 1 && head::is_dateline(line.text);
                let parts = || begins() && !is_prose(group, line, next);
                if line.parted || line.entry || parts() || !joins(before, line, in_item, unwrapped)
                {
                    break;
                }
                len += 1;
            }
        }
        let group = lines.get(at..at + len).unwrap_or_default();
        at += len;
        let more = lines.get(at);
        let kind = match in_item {
            _ if header(first) => BlockKind::Paragraph,
            _ if first.level > 0 => BlockKind::Quotation,
            _ if first.entry && !first.parted && !is_capitals(first.text) => BlockKind::Item,
            true => BlockKind::Item,
            false if is_heading(group, more, head) => BlockKind::Headline,
            false => BlockKind::Paragraph,
        };
        let text = first.text;
        head &= kind != BlockKind::Paragraph
            || out.is_empty() && head::is_question(text)
            || header(first)
            || head::is_caption(text)
            || head::line(text).is_some();
        let skip = match in_item {
            true => marker(first.text).unwrap_or(0),
            false => 0,
        };
        let runs = emphasis::strip(source, runs(group, skip));
        out.push(Block { kind, runs });
    }
    out
}

/// The text of lines: one stretch, or one a line where marks of quotation stand between them. The first bytes are
/// skipped.
fn runs(lines: &[Line], skip: usize) -> Vec<Run> {
    let verbatim = |start, end| Run {
        source: Span::new(start, end),
        text: None,
    };
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return Vec::new();
    };
    let start = first.span.start + skip;
    if first.level == 0 {
        return vec![verbatim(start, last.span.end)];
    }
    let starts = std::iter::once(start).chain(lines.iter().skip(1).map(|line| line.span.start));
    let nexts = lines.iter().skip(1).map(|line| line.start);
    let ends = nexts.chain([last.span.end]);
    starts
        .zip(ends)
        .map(|(start, end)| verbatim(start, end))
        .collect()
}

/// Whether a line that looks like a header goes on with the prose of the lines before it: wrapped where a date begins.
fn is_prose(group: &[Line], line: &Line, next: Option<&Line>) -> bool {
    const TITLE: usize = 2;
    let goes_on = |line: &Line| {
        let text = line.text;
        text.contains(". ") || text.ends_with('.')
    };
    let before = group.last().map_or("", |line| line.text);
    group.len() > TITLE
        || group.iter().any(goes_on)
        || is_wrapped(before, line.text)
        || next.is_some_and(|next| is_wrapped("", next.text))
}

/// The lines that are not blank, and the comments to us, each on a line of its own.
fn lines(source: &str) -> (Vec<Line<'_>>, Vec<Span>) {
    let (mut out, mut comments) = (Vec::new(), Vec::new());
    let (mut at, mut level) = (0, 0);
    let mut parted = true;
    let all: Vec<&str> = source.split_inclusive('\n').flat_map(old_lines).collect();
    let quotes = match source.contains('>') {
        true => quoted::quotes(&all),
        false => Vec::new(),
    };
    for (index, line) in all.into_iter().enumerate() {
        let quote = quotes.get(index).copied().unwrap_or_default();
        let own = line.get(quote.len..).unwrap_or_default();
        let text = own.trim();
        let start = at + line.len() - own.trim_start().len();
        let line_start = at;
        at += line.len();
        let span = Span::new(start, start + text.len());
        let comment = comments::at(source, start).filter(|comment| *comment == span);
        comments.extend(comment);
        let blank = comment.is_some() || text.chars().all(is_rule);
        if !blank {
            out.push(Line {
                text,
                span,
                start: line_start,
                parted: parted || quote.level != level,
                chars: letters(text),
                level: quote.level,
                entry: false,
            });
            level = quote.level;
        }
        parted = blank;
    }
    mark_entries(&mut out);
    (out, comments)
}

/// The narrowest column that prose is wrapped to.
const NARROW: usize = 45;
/// By how much wrapped lines differ in length at most.
const RAGGED: usize = 22;

/// Marks the lines of lists without bullets, of fact boxes and of tables: `Founded: 1871` over `Branches: 386`.
fn mark_entries(lines: &mut [Line]) {
    let mut from = 0;
    while from < lines.len() {
        let len = 1 + lines[from + 1..]
            .iter()
            .take_while(|line| !line.parted)
            .count();
        let group = &mut lines[from..from + len];
        if are_entries(group) {
            group.iter_mut().for_each(|line| line.entry = true);
        }
        from += len;
    }
}

fn are_entries(group: &[Line]) -> bool {
    let Some((last, before)) = group.split_last().filter(|(_, before)| !before.is_empty()) else {
        return false;
    };
    let longest = before.iter().map(|line| line.chars).max().unwrap_or(0);
    let shortest = before.iter().map(|line| line.chars).min().unwrap_or(0);
    let wrapped =
        shortest >= NARROW && longest - shortest <= RAGGED && last.chars <= longest + RAGGED / 2;
    let opens = |line: &Line| {
        line.text
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    let goes_on = group
        .windows(2)
        .any(|pair| is_wrapped(pair[0].text, pair[1].text) && !pair[0].text.ends_with(':'));
    let states =
        |line: &&Line| line.text.contains(':') || line.text.contains(|c: char| c.is_ascii_digit());
    let stating = group.iter().filter(states).count();
    // The lines at the head of an article are read one by one.
    let heads = |line: &Line| {
        is_header(line.text) || head::line(line.text).is_some() || head::is_dateline(line.text)
    };
    group.len() > 2
        && !wrapped
        && !goes_on
        && !group.iter().any(heads)
        && group.iter().all(opens)
        && stating * 2 >= group.len()
}

/// The lines in a line, where the old Macintosh wrote it.
fn old_lines(line: &str) -> impl Iterator<Item = &str> {
    let body = line.trim_end_matches(['\r', '\n']);
    let (first, ending) = match body.contains('\r') {
        true => ("", line),
        false => (line, ""),
    };
    let first = (!first.is_empty()).then_some(first);
    first.into_iter().chain(ending.split_inclusive('\r'))
}

/// What lines are made of that part sections.
fn is_rule(c: char) -> bool {
    c.is_whitespace() || matches!(c, '#' | '*' | '-' | '_' | '=' | '~')
}

/// Whether a line goes on on the next one.
fn joins(line: &Line, next: &Line, in_item: bool, unwrapped: bool) -> bool {
    let ended = ends_sentence(line.text);
    if marker(next.text).is_some() && (ended || in_item) {
        return false;
    }
    let lowers = |line: &Line| line.text.contains(char::is_lowercase);
    if is_capitals(line.text) && lowers(next) || is_capitals(next.text) && lowers(line) && ended {
        return false;
    }
    if !unwrapped {
        return true;
    }
    let lower = next.text.starts_with(char::is_lowercase);
    !ended && (lower || line.text.ends_with(',') || line.chars > WRAPPED)
}

/// Whether lines are a heading: short, no sentence, and something follows.
fn is_heading(group: &[Line], next: Option<&Line>, head: bool) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else {
        return false;
    };
    if group.iter().all(|line| is_capitals(line.text)) && group.len() <= 3 {
        return true;
    }
    if next.is_none() {
        return false;
    }
    let most = if head { 2 } else { 1 };
    group.len() <= most
        && is_short(last.text)
        && !last.text.ends_with(',')
        && first.chars <= if head { head_width(group) } else { HEADING }
        && !first.text.starts_with(char::is_lowercase)
        && !head::is_caption(first.text)
}

fn head_width(group: &[Line]) -> usize {
    if group.len() == 1 { 120 } else { WRAPPED }
}

/// Whether a line is written in capitals, and long enough to be so on purpose.
fn is_capitals(text: &str) -> bool {
    let mut capitals = 0;
    for c in text.chars() {
        if c.is_lowercase() {
            return false;
        }
        capitals += usize::from(c.is_uppercase());
    }
    capitals >= 8 && text.contains(' ') && !ends_sentence(text)
}

/// The length of a list marker with the space after it.
fn marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let sign = text.get(digits..)?.chars().next()?;
    let fits = match digits {
        0 => matches!(sign, '-' | '*' | '+' | '•' | '·' | '‣' | '▪' | '◦' | '–'),
        1 | 2 => matches!(sign, '.' | ')'),
        _ => false,
    };
    let rest = text.get(digits + sign.len_utf8()..)?;
    let spaces = rest.len() - rest.trim_start().len();
    (fits && spaces > 0 && spaces < rest.len()).then(|| text.len() - rest.len() + spaces)
}
