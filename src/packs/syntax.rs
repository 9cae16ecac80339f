//! TOML with spans, and its errors in plain words.

use toml::Spanned;
use toml::de::DeTable;

use super::PackSource;
use super::problem::Problems;
use crate::span::Span;

/// A rule file as a tree, as far as it could be read.
pub(crate) struct Document<'a> {
    pub tree: Spanned<DeTable<'a>>,
    /// Where its syntax is broken so that what stands around may be misread.
    pub broken: Vec<Span>,
    /// Where a single value is wrong; it is reported already.
    pub wrong: Vec<Span>,
}

/// Reads TOML, and reports every syntax error.
pub(crate) fn parse<'a>(
    file: usize,
    source: &'a PackSource,
    problems: &mut Problems,
) -> Document<'a> {
    let text: &'a str = &source.text;
    let (tree, errors) = DeTable::parse_recoverable(text);
    let mut document = Document {
        tree,
        broken: Vec::new(),
        wrong: Vec::new(),
    };
    let mut last_line = None;
    let mut errors: Vec<(Span, String)> = errors
        .iter()
        .map(|error| {
            let span: Span = error.span().unwrap_or(0..0).into();
            (span, error.message().to_string())
        })
        .collect();
    errors.sort_by_key(|(span, _)| span.start);
    for (span, message) in errors {
        let span = visible(text, span);
        let said = explain(text, span, &message);
        if said.harmless {
            document.wrong.push(span);
        } else {
            document.broken.push(span);
        }
        // What follows an error on its line is mostly its echo.
        let line = text[..span.start].rfind('\n');
        if last_line == Some(line) && !said.harmless {
            continue;
        }
        last_line = Some(line);
        problems
            .add(file, &source.file, span, said.message, said.label)
            .help = said.help;
    }
    document
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

struct Said {
    message: String,
    label: String,
    help: Option<String>,
    harmless: bool,
}

fn explain(text: &str, span: Span, error: &str) -> Said {
    let words = text.get(span.range()).unwrap_or("");
    let said = |message: &str, label: &str, help: &str, harmless: bool| Said {
        message: message.to_string(),
        label: label.to_string(),
        help: (!help.is_empty()).then(|| help.to_string()),
        harmless,
    };
    if error.starts_with("invalid date") {
        let (message, help) = date(words);
        return said(&message, "no such date", &help, true);
    }
    if error.starts_with("string values must be quoted") {
        let bare = words.trim_matches(|c| matches!(c, '“' | '”' | '„' | '‘' | '’' | '«' | '»'));
        return said(
            "text stands in straight quotes",
            "quotes are missing",
            &format!("write it as \"{}\"", bare.replace('"', "\\\"")),
            true,
        );
    }
    if error.starts_with("duplicate key") {
        return said(
            &format!("`{words}` stands here twice"),
            "used again here",
            "keep one of the two",
            false,
        );
    }
    let table: &[(&str, &str, &str, &str)] = &[
        (
            "missing comma between array",
            "a comma is missing between two items of a list",
            "a comma belongs here",
            "put a comma between the items: [\"one\", \"two\"]",
        ),
        (
            "missing comma between key-value",
            "a comma is missing between two keys of a table",
            "a comma belongs here",
            "put a comma between the keys: { name = \"…\", from = 2025-01-01 }",
        ),
        (
            "unclosed array table",
            "the brackets of a table are not closed",
            "`]]` belongs here",
            "write it as `[[entity]]`",
        ),
        (
            "unclosed array",
            "a list is not closed",
            "`]` is missing",
            "end the list with `]`",
        ),
        (
            "unclosed inline table",
            "a table is not closed",
            "`}` is missing",
            "end the table with `}`",
        ),
        (
            "unclosed table",
            "the brackets of a table are not closed",
            "`]` belongs here",
            "write it as `[pack]`",
        ),
        (
            "invalid basic string",
            "a text can't be read",
            "perhaps its end quote is missing",
            "text stands between two quotes: \"…\"; a `\\` in it is written `\\\\`",
        ),
        (
            "invalid multi-line basic string",
            "a text can't be read",
            "perhaps its end quotes are missing",
            "text of several lines stands between \"\"\" and \"\"\"",
        ),
        (
            "invalid literal string",
            "a text can't be read",
            "perhaps its end quote is missing",
            "text stands between two quotes: \"…\"",
        ),
        (
            "invalid boolean",
            "this is neither text in quotes nor a number",
            "not a value",
            "write text in quotes; `true` and `false` without",
        ),
        (
            "invalid float",
            "this is not a number",
            "not a number",
            "write it as 8.2; thousands as 28_500 or 28500",
        ),
        (
            "invalid integer",
            "this is not a number",
            "not a number",
            "write it as 28500 or 28_500",
        ),
        (
            "unexpected key or value",
            "a line goes on after its value",
            "not expected here",
            "one key and its value stand in a line; thousands are written 28_500, without a comma",
        ),
        (
            "unquoted keys cannot be empty",
            "a key is missing",
            "a key belongs in front of this",
            "write it as `key = value`",
        ),
        (
            "key with no value",
            "a key has no value",
            "`= …` is missing",
            "write it as `key = value`",
        ),
        (
            "recursion limit",
            "tables or lists stand too deep in each other",
            "too deep",
            "",
        ),
        (
            "cannot extend value",
            "this name is in use for something else",
            "used otherwise before",
            "give it another name, or mend the brackets of the table",
        ),
    ];
    for (start, message, label, help) in table {
        if error.starts_with(start) {
            return said(message, label, help, false);
        }
    }
    said(
        &format!("this is not TOML: {error}"),
        "can't be read",
        "",
        false,
    )
}

/// Why a date is none, and what to do about it.
fn date(words: &str) -> (String, String) {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let message = format!("{words} is not a date");
    let day = words.split(['T', 't', ' ']).next().unwrap_or(words);
    let parts: Vec<&str> = day.split('-').collect();
    let numbers: Vec<i16> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let help = match numbers.as_slice() {
        [year, month] if (1..=12).contains(month) => {
            format!("a month is written in quotes: \"{year:04}-{month:02}\"")
        }
        [_, month, _] if !(1..=12).contains(month) => "the months go from 01 to 12".to_string(),
        [year, month, day] => {
            let first = i8::try_from(*month)
                .ok()
                .and_then(|month| jiff::civil::Date::new(*year, month, 1).ok());
            let name = usize::try_from(*month - 1).ok().and_then(|m| MONTHS.get(m));
            match (first, name) {
                (Some(first), Some(name)) if *day < 1 || *day > first.days_in_month().into() => {
                    let year = if *month == 2 {
                        format!(" {year}")
                    } else {
                        String::new()
                    };
                    format!("{name}{year} has {} days", first.days_in_month())
                }
                _ => format!("write it as {year:04}-{month:02}-{day:02}"),
            }
        }
        _ => "write it as 2025-11-03: year, month, day".to_string(),
    };
    (message, help)
}
