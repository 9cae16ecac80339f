//! The value of a key of front matter, in its place in the file.

use super::Run;
use crate::span::Span;

/// A string or date: its text as runs of the source, without quotes.
pub(super) struct Scalar {
    pub(super) key: String,
    pub(super) runs: Vec<Run>,
}

impl Scalar {
    /// The value that stands between quotes, or without any; None where an escape of it means nothing.
    pub(super) fn new(key: &str, source: &str, span: Span, quote: Option<char>) -> Option<Scalar> {
        let mut runs = Vec::new();
        let mut at = span.start;
        for line in span.of(source).split_inclusive('\n') {
            let own = Span::new(at, at + line.len());
            at = own.end;
            fold(source, own, quote, &mut runs)?;
        }
        Some(Scalar {
            key: key.to_lowercase(),
            runs,
        })
    }

    /// The value after the colon of a key of YAML; None where it is no scalar.
    pub(super) fn yaml(key: &str, source: &str, after: Span) -> Option<Scalar> {
        let text = after.of(source);
        let value = text.trim_start();
        let start = after.end - value.len();
        let first = value.chars().next()?;
        // A list, a table, a reference.
        if matches!(first, '[' | '{' | '&' | '*' | '!')
            || text.contains('\n') && value.len() < text.trim_start_matches([' ', '\t']).len()
        {
            return None;
        }
        if matches!(first, '|' | '>') {
            // The line of the mark holds nothing else.
            let mark = value.find('\n')?;
            return Self::new(key, source, Span::new(start + mark + 1, after.end), None);
        }
        if matches!(first, '"' | '\'') {
            let inner = value.get(1..)?;
            let end = closing(inner, first)?;
            return Self::new(
                key,
                source,
                Span::new(start + 1, start + 1 + end),
                Some(first),
            );
        }
        let mut end = start + value.trim_end().len();
        if let Some(comment) = value.lines().next().and_then(|line| line.find(" #")) {
            end = start + comment;
        }
        Self::new(key, source, Span::new(start, end), None)
    }

    /// The whole value.
    pub(super) fn value(&self, source: &str) -> String {
        let words = self.runs.iter().map(|run| match &run.text {
            Some(text) => text,
            None => run.source.of(source),
        });
        words.collect()
    }

    /// Its bytes in the source.
    pub(super) fn span(&self) -> Span {
        match (self.runs.first(), self.runs.last()) {
            (Some(first), Some(last)) => first.source.to(last.source),
            _ => Span::default(),
        }
    }
}

/// Where a quoted string ends.
fn closing(inner: &str, quote: char) -> Option<usize> {
    let mut signs = inner.char_indices().peekable();
    while let Some((at, c)) = signs.next() {
        match c {
            '\\' if quote == '"' => _ = signs.next(),
            c if c == quote => match signs.next_if(|(_, next)| quote == '\'' && *next == '\'') {
                Some(_) => (),
                None => return Some(at),
            },
            _ => (),
        }
    }
    None
}

/// Adds a line of a value, without the white space around it; the line before it goes on with a space.
fn fold(source: &str, line: Span, quote: Option<char>, runs: &mut Vec<Run>) -> Option<()> {
    let text = line.of(source);
    let words = text.trim();
    if words.is_empty() {
        return Some(());
    }
    let start = line.start + text.len() - text.trim_start().len();
    if let Some(last) = runs.last() {
        runs.push(Run {
            source: Span::new(last.source.end, start),
            text: Some(" ".to_string()),
        });
    }
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let mark = match quote {
            Some('"') => rest.find('\\'),
            Some(_) => rest.find("''"),
            None => None,
        };
        let plain = mark.unwrap_or(rest.len());
        let (len, text) = match plain {
            0 => escape(rest)?,
            plain => (plain, None),
        };
        runs.push(Run {
            source: Span::new(start + at, start + at + len),
            text,
        });
        at += len;
    }
    Some(())
}

/// The escape that begins here: its length, and what it stands for. JSON, TOML and YAML share the usual ones.
fn escape(rest: &str) -> Option<(usize, Option<String>)> {
    let mut signs = rest.chars();
    let first = signs.next()?;
    let second = signs.next()?;
    if first == '\'' {
        return Some((2, Some("'".to_string())));
    }
    let long = match second {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    if long == 0 {
        let sign = match second {
            'n' | 't' | 'r' | 'f' | 'b' | ' ' => ' ',
            '_' => '\u{A0}',
            '"' | '\\' | '/' | '\'' => second,
            _ => return None,
        };
        return Some((2, Some(sign.to_string())));
    }
    let code = |at: usize| u32::from_str_radix(rest.get(at..at + long)?, 16).ok();
    let unit = code(2)?;
    // A character beyond the first plane is two units in JSON.
    if (0xD800..0xDC00).contains(&unit) {
        let low = code(long + 4).filter(|low| (0xDC00..0xE000).contains(low))?;
        let sign = char::from_u32(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00))?;
        return Some((2 * (long + 2), Some(sign.to_string())));
    }
    Some((2 + long, Some(char::from_u32(unit)?.to_string())))
}
