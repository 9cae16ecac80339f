//! A message with marked excerpts. miette draws the excerpts; what it draws no differently for is ours: the messages above
//! them, which it would wrap behind a bar, and the lines below, the first of which closes the frame.
//!
//! ```text
//! error: usfk-strength: found 25,800, expected 28,500 (transposed digits)
//!     ╭─[article.md:12:31]
//!  12 │ …hosts 25,800 American troops…
//!     ·        ───┬──
//!     ·           ╰── expected 28,500 since 19 April 2008 [*]
//!     ╰─ source: National Defense Authorization Act
//! ```

use std::fmt::{self, Write as _};

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, SourceCode, SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};

use super::excerpt::{Slot, excerpt};
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
    excerpts: Vec<Excerpt>,
    footers: Vec<(String, String)>,
    blocks: Vec<(&'static str, String, Vec<String>)>,
    look: Look,
}

/// An excerpt as it is drawn.
struct Excerpt {
    line: usize,
    drawn: String,
}

/// An excerpt of one line with its labels. A source of miette's own looks through the file from its start for every
/// label, prints whole lines, and fails in a long one.
#[derive(Debug)]
struct Sheet {
    /// `article.md:12:31`.
    place: String,
    line: usize,
    text: String,
    labels: Vec<LabeledSpan>,
    colors: Vec<Option<Severity>>,
}

/// The columns before the text of an excerpt, without those of the line number: a space, ` │ `.
const GUTTER: usize = 4;
/// The columns by which the second line of a message is indented.
const INDENT: usize = 4;

const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

impl Drawing {
    /// A drawing with its first message.
    pub fn new(severity: Severity, message: &str, look: Look) -> Self {
        Self {
            messages: vec![(severity, signs::clean(message))],
            excerpts: Vec::new(),
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
        let labels: Vec<String> = places.iter().map(|place| place.label(most, look)).collect();
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
        let mut text = cut.text;
        if text.is_empty() {
            // miette draws no line without signs.
            text.push(' ');
        }
        let marks = cut.marks.into_iter().map(|mark| (mark.start, mark.len()));
        let labels = places.iter().zip(labels).zip(marks);
        let sheet = Sheet {
            place,
            line: first.line,
            text,
            labels: labels
                .map(|((place, label), mark)| {
                    let label = (!label.is_empty()).then_some(label);
                    match place.severity {
                        Some(_) => LabeledSpan::new_primary_with_span(label, mark),
                        None => LabeledSpan::new_with_span(label, mark),
                    }
                })
                .collect(),
            colors: places.iter().map(|place| place.severity).collect(),
        };
        self.excerpts.push(Excerpt {
            line: sheet.line,
            drawn: sheet.draw(look),
        });
        true
    }

    /// How it is to look.
    pub fn look(&self) -> Look {
        self.look
    }

    /// How many lines the messages and excerpts take so far. The line that closes the last excerpt is that of the first
    /// footer.
    pub fn lines(&self) -> usize {
        let messages = self.messages.iter();
        let messages: usize = messages
            .map(|(severity, message)| self.message_lines(*severity, message))
            .sum();
        let excerpts = self.excerpts.iter();
        let excerpts: usize = excerpts.map(|one| one.drawn.matches('\n').count()).sum();
        messages + excerpts.saturating_sub(usize::from(!self.excerpts.is_empty()))
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

    /// The columns before the line that closes the last excerpt.
    fn margin(&self) -> usize {
        let last = self.excerpts.last();
        last.map_or(0, |excerpt| excerpt.line.to_string().len() + 2)
    }

    /// Draws it.
    pub fn draw(&self) -> String {
        let mut out = String::new();
        for (severity, message) in &self.messages {
            let name = severity.id();
            let _ = write!(out, "{BOLD}{}{name}:{PLAIN}", color(*severity));
            flow(message, name.len() + 1, INDENT, self.look.width, &mut out);
        }
        for excerpt in &self.excerpts {
            out.push_str(&excerpt.drawn);
        }
        let margin = self.margin();
        let mut below = String::new();
        for (keyword, text) in &self.footers {
            foot(keyword, text, margin, self.look.width, &mut below);
        }
        for (keyword, text, lines) in &self.blocks {
            foot(keyword, text, margin, self.look.width, &mut below);
            for line in lines {
                let _ = writeln!(below, "{:width$}{line}", "", width = margin + INDENT);
            }
        }
        if margin > 0 && !below.is_empty() {
            // The first line closes the frame.
            let closing = out.trim_end().rfind('\n').map_or(0, |at| at + 1);
            out.truncate(closing);
            let corner = if self.look.unicode { "╰─" } else { "`-" };
            let rest = below.get(margin + CORNER..).unwrap_or_default();
            let _ = write!(out, "{:margin$}{corner}{rest}", "");
        } else {
            out.push_str(&below);
        }
        out
    }
}

impl Sheet {
    /// The excerpt as miette draws it, without the message that it begins with.
    fn draw(&self, look: Look) -> String {
        let styles = ThemeStyles::ansi();
        let color = |severity: &Option<Severity>| match severity {
            Some(Severity::Error) => styles.error,
            Some(Severity::Warning) => styles.warning,
            Some(Severity::Info) | None => styles.advice,
        };
        let mut theme = GraphicalTheme::ascii();
        if look.unicode {
            theme.characters = ThemeCharacters::unicode();
        } else {
            theme.characters.underline = '~';
        }
        theme.styles.highlights = self.colors.iter().map(color).collect();
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(look.width.max(20))
            .with_context_lines(0)
            .with_links(false)
            .without_primary_span_start()
            .without_syntax_highlighting();
        let mut out = String::new();
        // Writing to a string does not fail.
        let _ = handler.render_report(&mut out, self);
        match out.split_once('\n') {
            Some((_, excerpt)) => excerpt.to_string(),
            None => out,
        }
    }
}

impl fmt::Display for Sheet {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Sheet {}

impl Diagnostic for Sheet {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

impl SourceCode for Sheet {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        if span.offset() + span.len() > self.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let whole = SourceSpan::new(0.into(), self.text.len());
        Ok(Box::new(MietteSpanContents::new_named(
            self.place.clone(),
            self.text.as_bytes(),
            whole,
            self.line.saturating_sub(1),
            0,
            1,
        )))
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
}

fn color(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "\u{1b}[31m",
        Severity::Warning => "\u{1b}[33m",
        Severity::Info => "\u{1b}[36m",
    }
}

/// The columns of the sign that closes a frame.
const CORNER: usize = 2;

/// Writes `keyword: text`, wrapped between words. Below an excerpt whose frame is in the column `margin` it is indented by
/// that and the corner of the frame. miette's own help would break paths and citations.
pub(super) fn foot(keyword: &str, text: &str, margin: usize, columns: usize, out: &mut String) {
    let indent = if margin > 0 { margin + CORNER } else { 1 };
    let _ = write!(out, "{:indent$} \u{1b}[36m{keyword}:\u{1b}[39m", "");
    let at = indent + signs::text_width(keyword) + 2;
    flow(text, at, indent + INDENT, columns, out);
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
