//! The errors of the TOML parser in plain words.

use super::wording::quoted;
use crate::language::dates::month_name;
use crate::span::Span;

/// A syntax error in plain words.
pub(crate) struct Said {
    pub message: String,
    pub label: String,
    pub help: Option<String>,
    /// Only one value is wrong: what stands around it is read all the same.
    pub harmless: bool,
    /// The key that is used again here.
    pub again: Option<String>,
}

impl Said {
    fn new(message: &str, label: &str, help: &str) -> Self {
        Self {
            message: message.to_string(),
            label: label.to_string(),
            help: (!help.is_empty()).then(|| help.to_string()),
            harmless: false,
            again: None,
        }
    }

    fn harmless(self) -> Self {
        Self {
            harmless: true,
            ..self
        }
    }

    /// An open bracket, whose closing one is missing here.
    pub fn unclosed(sign: char, ahead: bool) -> Self {
        let what = if sign == ']' { "list" } else { "table" };
        let where_ = if ahead { "in front of" } else { "behind" };
        Self::new(
            &format!("a {what} is not closed"),
            &format!("`{sign}` belongs {where_} this"),
            &format!("end the {what} with `{sign}`"),
        )
    }
}

/// The closing bracket that is missing, where an error comes of a list or inline table left open:
/// the next line begins with a key, or with the header of a table, or the file ends.
pub(crate) fn unclosed(text: &str, line: usize, span: Span, error: &str) -> Option<char> {
    let sign = if error.starts_with("invalid inline table element") {
        return Some('}');
    } else if error.contains("array elements") || error.contains("in array") {
        ']'
    } else if error.contains("key-value pairs") || error.contains("inline table element") {
        '}'
    } else if error.starts_with("unclosed array,") {
        return Some(']');
    } else if error.starts_with("unclosed inline table") {
        return Some('}');
    } else {
        return None;
    };
    let rest = text.get(line..)?.trim_start();
    let name = rest
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
        .unwrap_or(rest.len());
    let is_key = name > 0 && rest[name..].trim_start().starts_with('=');
    let at_start = text.get(line..span.start)?.trim().len() <= name;
    let first_line = line == 0;
    (is_key && at_start && !first_line).then_some(sign)
}

/// The parser's word for a comma in a number of an inline table; all behind it on the line is an echo.
pub(crate) const THOUSANDS: &str = "extra comma in inline table";

/// Says an error of the parser at this place in plain words.
pub(crate) fn explain(text: &str, span: Span, error: &str) -> Said {
    let words = text.get(span.range()).unwrap_or("");
    if error.starts_with("invalid date") {
        let (message, help) = date(words);
        return Said::new(&message, "no such date", &help).harmless();
    }
    if error.starts_with("string values must be quoted") {
        let bare = words.trim_matches(|c| matches!(c, '“' | '”' | '„' | '‘' | '’' | '«' | '»'));
        let help = format!("write it as {}", quoted(bare));
        if bare.trim().is_empty() {
            return Said::new(
                "a key has no value",
                "a value belongs behind this",
                "write it as `key = value`, or take the key out",
            );
        }
        return Said::new(
            "text stands in straight quotes",
            "quotes are missing",
            &help,
        )
        .harmless();
    }
    if error.starts_with("duplicate key") {
        let message = format!("`{words}` stands here twice");
        return Said {
            again: Some(words.to_string()),
            ..Said::new(&message, "used again here", "keep one of the two").harmless()
        };
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
            THOUSANDS,
            "a comma stands where none belongs",
            "not expected here",
            "thousands are written 28_500, without a comma",
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
            "missing escaped value",
            "a `\\` in text changes the sign that follows",
            "no sign can be changed so",
            "write `\\\\` for the sign itself, or put the text in single quotes: '…'",
        ),
        (
            "extra `=`",
            "there is one `=` too many",
            "take it out",
            "write it as `key = value`",
        ),
        (
            "missing opening quote",
            "quotes don't come in pairs",
            "perhaps one is missing before this",
            "text stands between two quotes: \"…\"",
        ),
        (
            "invalid unquoted key",
            "a key has a sign that no key has",
            "not part of a key",
            "write it as `key = value`",
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
            let said = Said::new(message, label, help);
            return match *start {
                "invalid boolean" | "invalid float" | "invalid integer" => said.harmless(),
                _ => said,
            };
        }
    }
    Said::new(
        &format!("this can't be read as TOML: {error}"),
        "something is wrong here",
        "",
    )
}

/// Why a date is none, and what to do about it.
fn date(words: &str) -> (String, String) {
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
            match first {
                Some(first) if *day < 1 || *day > first.days_in_month().into() => {
                    let year = if *month == 2 {
                        format!(" {year}")
                    } else {
                        String::new()
                    };
                    let name = month_name(first.month());
                    format!("{name}{year} has {} days", first.days_in_month())
                }
                _ => format!("write it as {year:04}-{month:02}-{day:02}"),
            }
        }
        _ => "write it as 2025-11-03: year, month, day".to_string(),
    };
    (message, help)
}
