//! A message with marked excerpts, as miette draws it.

use std::fmt;

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
    /// The text that the span counts in.
    pub text: &'a str,
    /// The bytes.
    pub span: Span,
    /// The line in the file, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is there.
    pub label: String,
    /// Whose colour it takes; None for a place that only explains.
    pub severity: Option<Severity>,
}

/// A message with marked excerpts.
pub struct Drawing {
    messages: Vec<(Severity, String)>,
    footers: Vec<(&'static str, String)>,
    blocks: Vec<(&'static str, String, Vec<String>)>,
    labels: Vec<LabeledSpan>,
    colors: Vec<Option<Severity>>,
    sheet: Sheet,
}

impl Drawing {
    /// A drawing with its first message.
    pub fn new(severity: Severity, message: &str) -> Self {
        Self {
            messages: vec![(severity, signs::clean(message))],
            footers: Vec::new(),
            blocks: Vec::new(),
            labels: Vec::new(),
            colors: Vec::new(),
            sheet: Sheet::default(),
        }
    }

    /// Adds a message.
    pub fn message(&mut self, severity: Severity, message: &str) {
        self.messages.push((severity, signs::clean(message)));
    }

    /// Adds a line below, `keyword: text`, if it is not there yet.
    pub fn footer(&mut self, keyword: &'static str, text: &str) {
        let footer = (keyword, signs::clean(text));
        if !self.footers.contains(&footer) {
            self.footers.push(footer);
        }
    }

    /// Adds below all others `keyword: text:` and lines that stay as they are, to be copied.
    pub fn block(&mut self, keyword: &'static str, text: &str, lines: Vec<String>) {
        let lines = lines.iter().map(|line| signs::clean(line)).collect();
        self.blocks.push((keyword, format!("{text}:"), lines));
    }

    /// Adds an excerpt with the places (one or more, in order, all on one line of one file); false, and nothing added,
    /// where several do not fit into one excerpt.
    pub fn mark(&mut self, places: &[Marked], look: Look) -> bool {
        let Some(first) = places.first() else {
            return false;
        };
        let number = first.line.to_string();
        let columns = look.width.saturating_sub(number.len() + GUTTER).max(20);
        let labels: Vec<String> = places
            .iter()
            .map(|place| shorten(&place.label, columns * 6 / 10, look))
            .collect();
        let slots: Vec<Slot> = places
            .iter()
            .zip(&labels)
            .map(|(place, label)| Slot {
                span: place.span,
                label: label.chars().map(signs::width).sum(),
            })
            .collect();
        let Some(cut) = excerpt(first.text, &slots, columns, look.unicode) else {
            return false;
        };
        let start = self.sheet.text.len();
        self.sheet.text.push_str(&cut.text);
        if cut.text.is_empty() {
            // miette draws no line without signs.
            self.sheet.text.push(' ');
        }
        let mut columns = Vec::new();
        for ((place, label), mark) in places.iter().zip(labels).zip(cut.marks) {
            columns.push((start + mark.start, place.column));
            let label = (!label.is_empty()).then_some(label);
            let length = mark.len();
            let span = (start + mark.start, length);
            // The line and column above the excerpt are those of the first primary label.
            self.labels.push(match place.severity {
                Some(_) => LabeledSpan::new_primary_with_span(label, span),
                None => LabeledSpan::new_with_span(label, span),
            });
            self.colors.push(place.severity);
        }
        self.sheet.lines.push(SheetLine {
            start,
            end: self.sheet.text.len(),
            name: signs::clean(first.name),
            line: first.line,
            columns,
        });
        self.sheet.text.push('\n');
        true
    }

    /// Draws it.
    pub fn draw(&self, look: Look) -> String {
        let styles = ThemeStyles::ansi();
        let color = |severity: Option<Severity>| match severity {
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
        theme.characters.error = "error:".into();
        theme.characters.warning = "warning:".into();
        theme.characters.advice = "info:".into();
        if !self.colors.is_empty() {
            theme.styles.highlights = self.colors.iter().map(|c| color(*c)).collect();
        }
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(look.width.max(20))
            .with_context_lines(0)
            .with_links(false)
            .without_syntax_highlighting();
        let mut out = String::new();
        // Writing to a string does not fail.
        let _ = handler.render_report(&mut out, self);
        for (keyword, text) in &self.footers {
            foot(keyword, text, look.width, &mut out);
        }
        for (keyword, text, lines) in &self.blocks {
            foot(keyword, text, look.width, &mut out);
            for line in lines {
                out.push_str("    ");
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }
}

/// Writes `keyword: text`, wrapped between words. miette's own help would break paths and citations.
pub(super) fn foot(keyword: &str, text: &str, columns: usize, out: &mut String) {
    out.push_str("  \u{1b}[36m");
    out.push_str(keyword);
    out.push_str(":\u{1b}[39m");
    flow(text, 2 + keyword.len() + 1, 4, columns, out);
}

/// Writes words from a column on, wrapped between them and set in by `indent` columns, and ends the line.
pub(super) fn flow(text: &str, mut at: usize, indent: usize, columns: usize, out: &mut String) {
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let width: usize = word.chars().map(signs::width).sum();
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

/// The columns before the text of an excerpt: spaces and the bar, without the line number.
const GUTTER: usize = 4;

fn shorten(label: &str, columns: usize, look: Look) -> String {
    let label = signs::clean(label);
    let mut width = 0;
    for (at, c) in label.char_indices() {
        width += signs::width(c);
        if width > columns {
            let dots = if look.unicode { "…" } else { "..." };
            return format!("{}{dots}", label[..at].trim_end());
        }
    }
    label
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, (severity, message)) in self.messages.iter().enumerate() {
            if n == 0 {
                f.write_str(message)?;
            } else {
                write!(f, "\n{}: {message}", severity.id())?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Drawing {}

impl Diagnostic for Drawing {
    fn severity(&self) -> Option<miette::Severity> {
        self.messages.first().map(|(severity, _)| match severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Info => miette::Severity::Advice,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.sheet)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        (!self.labels.is_empty()).then(|| Box::new(self.labels.iter().cloned()) as _)
    }
}

/// The excerpts below each other, each one line, with the names, lines and columns that they truly have. miette's own
/// sources look through the file from its start for every label, print whole lines, and fail in a long one.
#[derive(Debug, Default)]
struct Sheet {
    text: String,
    lines: Vec<SheetLine>,
}

#[derive(Debug)]
struct SheetLine {
    start: usize,
    end: usize,
    name: String,
    line: usize,
    columns: Vec<(usize, usize)>,
}

impl SourceCode for Sheet {
    /// The excerpt that holds the span; an error where it holds two, which keeps miette from joining them.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (from, to) = (span.offset(), span.offset() + span.len());
        let line = self
            .lines
            .iter()
            .find(|line| line.start <= from && to <= line.end)
            .ok_or(MietteError::OutOfBounds)?;
        let column = line
            .columns
            .iter()
            .find(|(at, _)| *at == from)
            .map_or(1, |(_, column)| *column);
        Ok(Box::new(MietteSpanContents::new_named(
            line.name.clone(),
            &self.text.as_bytes()[line.start..line.end],
            SourceSpan::new(line.start.into(), line.end - line.start),
            line.line.saturating_sub(1),
            column.saturating_sub(1),
            1,
        )))
    }
}
