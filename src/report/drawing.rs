//! A message with marked excerpts, as compilers show it:
//!
//! ```text
//! error: usfk-strength: U.S. troops in South Korea: found 25,800, expected 28,500 (transposed digits)
//!   --> article.md:12:31
//! 12 | …hosts 25,800 American troops…
//!    |        ^^^^^^ expected 28,500 [*]
//!    = source: National Defense Authorization Act
//! ```

use std::fmt::Write as _;

use super::excerpt::{Excerpt, Slot, excerpt};
use super::underline::{Underline, underlines};
use super::{Look, signs};
use crate::facts::Severity;
use crate::span::Span;

/// A place to mark in a file.
#[derive(Clone, Debug)]
pub struct Marked<'a> {
    /// The name of the file.
    pub name: &'a str,
    /// The part of the file that the lines count in, where the file has several (`paragraph 2`).
    pub part: Option<&'a str>,
    /// The text that the span counts in.
    pub text: &'a str,
    /// The bytes.
    pub span: Span,
    /// The line in the file, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is there, and shorter ways to say it; the first that has room is taken.
    pub labels: Vec<String>,
    /// Whose color it takes; None for a place that only explains.
    pub severity: Option<Severity>,
}

/// A message with marked excerpts.
pub struct Drawing {
    messages: Vec<(Severity, String)>,
    sheets: Vec<Sheet>,
    footers: Vec<(String, String)>,
    blocks: Vec<(&'static str, String, Vec<String>)>,
    look: Look,
}

/// An excerpt of one line, and the rows of underlines and labels below it.
struct Sheet {
    /// `article.md:12:31`.
    place: String,
    file: String,
    line: usize,
    text: String,
    rows: Vec<String>,
}

/// The columns before the text of an excerpt, without those of the line number: ` | `.
const GUTTER: usize = 3;
/// The columns by which the second line of a message is indented.
const INDENT: usize = 4;

const BOLD: &str = "\u{1b}[1m";
const BLUE: &str = "\u{1b}[34m";
const PLAIN: &str = "\u{1b}[0m";

impl Drawing {
    /// A drawing with its first message.
    pub fn new(severity: Severity, message: &str, look: Look) -> Self {
        Self {
            messages: vec![(severity, signs::clean(message))],
            sheets: Vec::new(),
            footers: Vec::new(),
            blocks: Vec::new(),
            look,
        }
    }

    /// Adds a message.
    pub fn message(&mut self, severity: Severity, message: &str) {
        self.messages.push((severity, signs::clean(message)));
    }

    /// Adds a line below, `keyword: text`, if it is not there yet.
    pub fn footer(&mut self, keyword: impl Into<String>, text: &str) {
        let footer = (keyword.into(), signs::clean(text));
        if !self.footers.contains(&footer) {
            self.footers.push(footer);
        }
    }

    /// Adds below all others `keyword: text:` and lines that stay as they are, to be copied.
    pub fn block(&mut self, keyword: &'static str, text: &str, lines: Vec<String>) {
        let lines = lines.iter().map(|line| signs::clean(line)).collect();
        self.blocks.push((keyword, format!("{text}:"), lines));
    }

    /// Adds an excerpt with the places (one or more, sorted by start, all on one line of one file); false, and nothing
    /// added, where several do not fit into one excerpt.
    pub fn mark(&mut self, places: &[Marked]) -> bool {
        let Some(first) = places.first() else {
            return false;
        };
        let look = self.look;
        let number = first.line.to_string();
        let columns = look.width.saturating_sub(number.len() + GUTTER).max(20);
        let most = columns * 6 / 10;
        let labels: Vec<String> = match places {
            [only] => vec![only.label_beside(columns, most, look)],
            _ => places.iter().map(|place| place.label(most, look)).collect(),
        };
        let slots: Vec<Slot> = places
            .iter()
            .zip(&labels)
            .map(|(place, label)| Slot {
                span: place.span,
                label: signs::text_width(label),
            })
            .collect();
        let Some(cut) = excerpt(first.text, &slots, columns, look.unicode) else {
            return false;
        };
        let rows = underlines(&underlined(places, labels, &cut), columns);
        // The line and column are those of what was found, not of what explains it.
        let shown = places.iter().find(|place| place.severity.is_some());
        let shown = shown.unwrap_or(first);
        let mut place = format!(
            "{}:{}:{}",
            signs::clean(shown.name),
            shown.line,
            shown.column
        );
        if let Some(part) = shown.part {
            let _ = write!(place, " ({})", signs::clean(part));
        }
        self.sheets.push(Sheet {
            place,
            file: first.name.to_string(),
            line: first.line,
            text: cut.text,
            rows,
        });
        true
    }

    /// How it is to look.
    pub fn look(&self) -> Look {
        self.look
    }

    /// How many lines the messages and excerpts take so far.
    pub fn lines(&self) -> usize {
        let messages = self.messages.iter();
        let messages: usize = messages
            .map(|(severity, message)| self.message_lines(*severity, message))
            .sum();
        let sheets: usize = self.sheets.iter().map(|sheet| 1 + sheet.rows.len()).sum();
        messages + sheets + self.files()
    }

    /// How many lines a message takes.
    pub fn message_lines(&self, severity: Severity, message: &str) -> usize {
        let mut out = String::new();
        let at = severity.id().len() + 1;
        flow(message, at, INDENT, self.look.width, &mut out);
        out.matches('\n').count()
    }

    /// How many lines `keyword: text` takes below the excerpt.
    pub fn footer_lines(&self, keyword: &str, text: &str) -> usize {
        let mut out = String::new();
        foot(keyword, text, self.margin(), self.look.width, &mut out);
        out.matches('\n').count()
    }

    /// How many times an excerpt is from another file than that before it.
    fn files(&self) -> usize {
        let changes = self.sheets.windows(2);
        let changes = changes.filter(|pair| pair[0].file != pair[1].file).count();
        changes + usize::from(!self.sheets.is_empty())
    }

    /// The width of the line numbers.
    fn numbers(&self) -> usize {
        let lines = self.sheets.iter().map(|sheet| sheet.line);
        lines.max().map_or(0, |line| line.to_string().len())
    }

    fn margin(&self) -> usize {
        self.numbers() + 1
    }

    /// Draws it.
    pub fn draw(&self) -> String {
        let mut out = String::new();
        for (severity, message) in &self.messages {
            let name = severity.id();
            let _ = write!(out, "{BOLD}{}{name}:{PLAIN}", color(*severity));
            flow(message, name.len() + 1, INDENT, self.look.width, &mut out);
        }
        let width = self.numbers();
        let mut file = None;
        for sheet in &self.sheets {
            if file != Some(&sheet.file) {
                let _ = writeln!(out, "{:width$}{BLUE}-->{PLAIN} {}", "", sheet.place);
                file = Some(&sheet.file);
            }
            let line = sheet.line;
            let text = format!("{BLUE}{line:>width$} |{PLAIN} {}", sheet.text);
            let _ = writeln!(out, "{}", text.trim_end());
            for row in &sheet.rows {
                let _ = writeln!(out, "{:width$}{BLUE} |{PLAIN} {row}", "");
            }
        }
        for (keyword, text) in &self.footers {
            foot(keyword, text, self.margin(), self.look.width, &mut out);
        }
        for (keyword, text, lines) in &self.blocks {
            foot(keyword, text, self.margin(), self.look.width, &mut out);
            for line in lines {
                let _ = writeln!(out, "{:width$}{line}", "", width = self.margin() + 4);
            }
        }
        out
    }
}

impl Marked<'_> {
    /// The first of the labels that fits, the last cut where none does.
    fn label(&self, columns: usize, look: Look) -> String {
        let cleaned = |label: &String| signs::clean(label);
        let mut labels = self.labels.iter().map(cleaned);
        let fits = |label: &String| signs::text_width(label) <= columns;
        match labels.find(fits) {
            Some(label) => label,
            None => {
                let last = self.labels.last().map(cleaned).unwrap_or_default();
                shorten(&last, columns, look)
            }
        }
    }

    /// The first of the labels that has room beside the words of the place; else the first that fits below them.
    fn label_beside(&self, columns: usize, most: usize, look: Look) -> String {
        let room = columns.saturating_sub(self.found_width(columns) + 1);
        let cleaned = self.labels.iter().map(|label| signs::clean(label));
        let fits = |label: &String| signs::text_width(label) <= room.min(most);
        cleaned
            .into_iter()
            .find(fits)
            .unwrap_or_else(|| self.label(most, look))
    }

    /// The columns that the words take, at most `columns`.
    fn found_width(&self, columns: usize) -> usize {
        let words = self.text.get(self.span.range()).unwrap_or_default();
        let mut width = 0;
        for c in words.chars() {
            width += signs::width(c);
            if width >= columns {
                return columns;
            }
        }
        width.max(1)
    }
}

fn underlined(places: &[Marked], labels: Vec<String>, cut: &Excerpt) -> Vec<Underline> {
    let width = |text: Option<&str>| signs::text_width(text.unwrap_or_default());
    places
        .iter()
        .zip(labels)
        .zip(&cut.marks)
        .map(|((place, label), mark)| {
            let start = width(cut.text.get(..mark.start));
            Underline {
                columns: start..start + width(cut.text.get(mark.clone())).max(1),
                label,
                sign: if place.severity.is_some() { '^' } else { '-' },
                color: place.severity.map_or(BLUE, color),
            }
        })
        .collect()
}

fn color(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "\u{1b}[31m",
        Severity::Warning => "\u{1b}[33m",
        Severity::Info => "\u{1b}[36m",
    }
}

/// Writes `= keyword: text` below an excerpt whose bar is in the column `margin`, or `keyword: text` where there is none,
/// wrapped between words.
pub(super) fn foot(keyword: &str, text: &str, margin: usize, columns: usize, out: &mut String) {
    let sign = if margin > 1 { "= " } else { " " };
    let _ = write!(out, "{:margin$}{sign}\u{1b}[36m{keyword}:\u{1b}[39m", "");
    let at = margin + sign.len() + signs::text_width(keyword) + 1;
    flow(text, at, margin + INDENT, columns, out);
}

/// Writes words from a column on, wrapped between them and set in by `indent` columns, and ends the line.
pub(super) fn flow(text: &str, mut at: usize, indent: usize, columns: usize, out: &mut String) {
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let width = signs::text_width(word);
        let fits_below = indent + width <= columns;
        if at + 1 + width > columns && at > indent && fits_below {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            at = indent;
        } else if at > 0 {
            out.push(' ');
            at += 1;
        }
        out.push_str(word);
        at += width;
    }
    out.push('\n');
}

/// As much of a text as fits into `columns`, with dots where something is left out.
pub(super) fn shorten(text: &str, columns: usize, look: Look) -> String {
    let dots = if look.unicode { "…" } else { "..." };
    if signs::text_width(text) <= columns {
        return text.to_string();
    }
    let room = columns.saturating_sub(dots.chars().count());
    let mut width = 0;
    for (at, c) in text.char_indices() {
        width += signs::width(c);
        if width > room {
            return format!("{}{dots}", text[..at].trim_end());
        }
    }
    text.to_string()
}
