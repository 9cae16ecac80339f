//! TOML with spans, and its errors.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::PackSource;
use super::explain::{Said, THOUSANDS, explain, unclosed};
use super::problem::Problems;
use crate::span::Span;

/// A rule file as a tree.
pub(crate) type Tree<'a> = Spanned<DeTable<'a>>;

/// How a rule file could be read.
pub(crate) struct Parsed<'a> {
    pub tree: Tree<'a>,
    /// Where syntax errors swallow what follows them: the text with the broken entries blanked out,
    /// at the same offsets, to be read instead.
    pub mended: Option<String>,
    /// Where a single value is wrong; it is reported already.
    pub wrong: Vec<Span>,
}

/// Reads TOML, and reports every syntax error.
pub(crate) fn parse<'a>(
    file: usize,
    source: &'a PackSource,
    problems: &mut Problems,
) -> Parsed<'a> {
    let text: &'a str = &source.text;
    let (tree, errors) = DeTable::parse_recoverable(text);
    let mut report = Report::new(file, source, problems);
    let mut errors = in_words(text, 0, errors);
    if !text.trim_end().contains('\n') && text.replace("\r\n", "").contains('\r') {
        // The line ends of old word processors: nothing behind the first can be told apart.
        errors.truncate(1);
        report.add_all(errors);
        return report.finish(Tree::new(0..0, DeTable::new()), None);
    }
    if errors.iter().all(|(_, said)| said.harmless) {
        report.add_all(errors);
        return report.finish(tree, None);
    }
    if !looks_like_toml(text) {
        let at = errors.iter().find(|(_, said)| !said.harmless);
        let span = at.map_or(Span::new(0, 0), |(span, _)| *span);
        report.add(
            span,
            Said {
                message: "this is not a rule file".into(),
                label: "this can't be read as one".into(),
                help: Some(
                    "a rule file is TOML: it begins with a table such as `[[entity]]`, and has `key = value` below"
                        .into(),
                ),
                harmless: false,
                again: None,
            },
        );
        return report.finish(Tree::new(0..0, DeTable::new()), None);
    }
    // A bracket left open swallows all that follows. So each entry is read on its own: the broken ones are reported
    // and blanked out, and the rest is read as if they were not there.
    let mut mended = text.as_bytes().to_vec();
    for chunk in chunks(text) {
        let part = &text[chunk.clone()];
        let errors = in_words(part, chunk.start, DeTable::parse_recoverable(part).1);
        if errors.iter().any(|(_, said)| !said.harmless) {
            report.add_all(errors);
            for byte in &mut mended[chunk] {
                if !byte.is_ascii_whitespace() || *byte == b'\r' {
                    *byte = b' ';
                }
            }
        }
    }
    // Whole entries were replaced, so that no character is cut.
    let mended = String::from_utf8(mended).unwrap_or_default();
    let errors = DeTable::parse_recoverable(&mended).1;
    report.add_all(in_words(&mended, 0, errors));
    report.finish(tree, Some(mended))
}

/// Reads a mended text.
pub(crate) fn reparse(mended: &str) -> Tree<'_> {
    DeTable::parse_recoverable(mended).0
}

/// How many syntax errors of one file, or of one entry of it, are looked at.
const MOST: usize = 100;

/// The errors in the order of their places; the echoes of an error on its line, and all that follows an open bracket,
/// are left out.
fn in_words(text: &str, offset: usize, errors: Vec<Error>) -> Vec<(Span, Said)> {
    if errors.is_empty() {
        return Vec::new();
    }
    let mut errors: Vec<(Span, String)> = errors
        .iter()
        .map(|error| {
            let span: Span = error.span().unwrap_or(0..0).into();
            let message = error.message().to_string();
            (found(text, span, &message), message)
        })
        .collect();
    errors.sort_by_key(|(span, _)| span.start);
    let lines = Lines::new(text);
    let mut last_line = 0;
    let mut reopened = None;
    let mut garbled = 0;
    let mut torn = None;
    let mut all = Vec::new();
    for (span, message) in errors.into_iter().take(MOST) {
        let line = lines.of(span.start);
        let start = lines.start(line);
        if let Some(sign) = unclosed(text, start, span, &message) {
            let before = if message.starts_with("unclosed") {
                span.start
            } else {
                start
            };
            let end = text[..before].trim_end().len();
            let ahead = message.starts_with("invalid inline");
            let end = if ahead { span.start } else { end };
            let span = visible(text, Span::new(end, end));
            // What stands behind was taken for a part of it.
            all.retain(|(other, _): &(Span, Said)| other.end <= span.start + offset);
            all.push((shifted(span, offset), Said::unclosed(sign, ahead)));
            break;
        }
        if message.starts_with("duplicate key") {
            if text[start..].trim_start().starts_with('[') {
                reopened = Some(start);
            } else if reopened.is_some() && reopened == header_before(text, start) {
                continue;
            }
        }
        if garbled == line {
            continue;
        }
        if message.starts_with(THOUSANDS) {
            garbled = line;
        }
        let is_string =
            message.starts_with("invalid basic") || message.starts_with("invalid literal");
        let echo = all
            .last()
            .is_some_and(|(other, _): &(Span, Said)| other.start == span.start + offset);
        // The end of a text that was left open on the line before is no key.
        if echo || torn == Some(line) {
            continue;
        }
        if is_string {
            torn = Some(line + 1);
        }
        let mut said = explain(text, span, &message);
        let span = visible(text, placed(text, start, span, &message, &mut said));
        if last_line != line || said.harmless {
            all.push((shifted(span, offset), said));
        }
        last_line = line;
    }
    all
}

/// The place of an error in the text: that of a lone carriage return the parser counts from itself.
fn found(text: &str, span: Span, message: &str) -> Span {
    let at = |at: usize| text.as_bytes().get(at) == Some(&b'\r');
    if !message.starts_with("carriage return") || at(span.start) {
        return span;
    }
    let lone =
        (0..text.len()).find(|&byte| at(byte) && text.as_bytes().get(byte + 1) != Some(&b'\n'));
    lone.map_or(span, |byte| Span::new(byte, byte + 1))
}

/// The place of an error where the parser notices it late: a comma is missing at the end of the line above, and a text of
/// several lines is open from its opening quotes on.
fn placed(text: &str, line: usize, span: Span, message: &str, said: &mut Said) -> Span {
    let above = || {
        text.get(..line)
            .map(str::trim_end)
            .filter(|text| !text.is_empty())
    };
    let begins_line = text
        .get(line..span.start)
        .is_some_and(|before| before.trim().is_empty());
    if message.starts_with("missing comma")
        && begins_line
        && let Some(above) = above()
        && !above.rsplit('\n').next().unwrap_or("").contains('#')
    {
        said.label = "a comma belongs behind this".into();
        return Span::new(above.len(), above.len());
    }
    if super::advice::is_number(message) && said.harmless {
        return super::advice::whole_value(text, span.start).unwrap_or(span);
    }
    if message.starts_with("invalid multi-line") {
        let quotes = if message.contains("literal") {
            "'''"
        } else {
            "\"\"\""
        };
        if let Some(open) = text.get(..span.start).and_then(|text| text.rfind(quotes)) {
            said.label = "opened here, and nowhere closed".into();
            return Span::new(open, open + quotes.len());
        }
    }
    span
}

/// The beginning of the last line before this one that opens a table.
fn header_before(text: &str, line: usize) -> Option<usize> {
    let before = &text[..line];
    match before.rfind("\n[") {
        Some(at) => Some(at + 1),
        None => before.starts_with('[').then_some(0),
    }
}

fn shifted(span: Span, offset: usize) -> Span {
    Span::new(span.start + offset, span.end + offset)
}

/// The mistakes of one file on their way into the list.
struct Report<'p> {
    file: usize,
    source: &'p PackSource,
    problems: &'p mut Problems,
    wrong: Vec<Span>,
    count: usize,
}

impl<'p> Report<'p> {
    fn new(file: usize, source: &'p PackSource, problems: &'p mut Problems) -> Self {
        Self {
            file,
            source,
            problems,
            wrong: Vec::new(),
            count: 0,
        }
    }

    fn add(&mut self, span: Span, said: Said) {
        self.count += 1;
        if self.count > MOST {
            return;
        }
        if said.harmless {
            self.wrong.push(span);
        }
        let first = said
            .again
            .and_then(|key| first_use(&self.source.text, &key, span));
        let problem =
            self.problems
                .add(self.file, &self.source.file, span, said.message, said.label);
        problem.help = said.help;
        if let Some(first) = first {
            problem.label(&self.source.file, first, "it is first used here");
        }
    }

    fn add_all(&mut self, errors: Vec<(Span, Said)>) {
        for (span, said) in errors {
            self.add(span, said);
        }
    }

    fn finish<'a>(self, tree: Tree<'a>, mended: Option<String>) -> Parsed<'a> {
        let text = &self.source.text;
        if self.count > MOST {
            let end = visible(text, Span::new(text.len(), text.len()));
            self.problems
                .add(
                    self.file,
                    &self.source.file,
                    end,
                    format!("{} more syntax errors are not shown", self.count - MOST),
                    "the file ends here",
                )
                .help = Some("mend the first ones: the others may be their echo".into());
        }
        Parsed {
            tree,
            mended,
            wrong: self.wrong,
        }
    }
}

/// Where a key that stands twice in its table, or a table that is opened twice, stands first.
fn first_use(text: &str, key: &str, again: Span) -> Option<Span> {
    let line_start = text[..again.start].rfind('\n').map_or(0, |at| at + 1);
    let is_header = text[line_start..].trim_start().starts_with('[');
    let mut end = line_start;
    while end > 0 {
        let start = text[..end - 1].rfind('\n').map_or(0, |at| at + 1);
        let line = &text[start..end];
        let header = line.trim_start().starts_with('[');
        if header == is_header {
            let name = line.trim_start().trim_start_matches('[');
            if let Some(rest) = name.strip_prefix(key)
                && rest.trim_start().starts_with(['=', ']'])
            {
                let at = end - name.len();
                return Some(Span::new(at, at + key.len()));
            }
        }
        if header && !is_header {
            return None;
        }
        end = start;
    }
    None
}

/// Whether some line opens a table, or gives a key its value.
fn looks_like_toml(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start();
        let key = line.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
        line.starts_with('[') || (key.len() < line.len() && key.trim_start().starts_with('='))
    })
}

/// The entries of a file, each from its header to the next.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if is_header(line) && at > 0 {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(text.len());
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// Whether a line is meant to open a table: `[pack]`, `[[entity]]`, or either with a bracket missing.
fn is_header(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or(line).trim();
    let name = line.trim_start_matches('[').trim_end_matches(']');
    line.starts_with('[')
        && !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_. ".contains(&byte))
}

/// Where the lines of a file begin.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    /// The line of a byte, from 1.
    pub fn of(&self, at: usize) -> usize {
        self.0.partition_point(|start| *start <= at) + 1
    }

    /// Where a line begins.
    fn start(&self, line: usize) -> usize {
        line.checked_sub(2)
            .and_then(|before| self.0.get(before))
            .copied()
            .unwrap_or(0)
    }
}

/// A span that can be shown: on character boundaries, and of at least one sign where there is one.
fn visible(text: &str, span: Span) -> Span {
    let mut start = span.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = span.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    if start == end {
        // At the end of a line or file the last sign before it is what is meant.
        let before = text[..start].trim_end();
        if text[start..].chars().next().is_none_or(char::is_whitespace) && !before.is_empty() {
            end = before.len();
            start = before.char_indices().next_back().map_or(0, |(at, _)| at);
        } else if let Some(c) = text[start..].chars().next() {
            end = start + c.len_utf8();
        }
    }
    Span::new(start, end)
}
