//! The commonest slips in a rule file, told by what stands around them.

use super::explain::Said;
use super::meant::Meant;
use super::wording::quoted;
use crate::span::Span;

/// Says a value without quotes in plain words.
pub(crate) fn bare(text: &str, span: Span) -> Said {
    let words = text.get(span.range()).unwrap_or("");
    if words.trim().is_empty() {
        return Said::new(
            "a key has no value",
            "a value belongs behind this",
            "write it as `key = value`, or take the key out",
        );
    }
    let key = key_before(text, span.start);
    // `Nov. 2, 2026`: for the parser the value ends at the comma.
    let rest = text.get(span.end..).unwrap_or("");
    let year = rest.strip_prefix(", ").and_then(|rest| rest.get(..4));
    match year.filter(|year| year.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(year) if Meant::under(key, words) == Meant::SomeDate => {
            value(key, &format!("{words}, {year}"))
        }
        _ => value(key, words),
    }
}

/// A value as it was probably meant.
fn value(key: &str, words: &str) -> Said {
    match Meant::under(key, words) {
        Meant::Date(date) => {
            let what = if date.starts_with('"') {
                "month"
            } else {
                "date"
            };
            Said::new(
                &format!("a {what} is written with the year in front"),
                "not written so",
                &format!("write `{key} = {date}`"),
            )
        }
        Meant::SomeDate => Said::new(
            "a date is written with the year in front",
            "not written so",
            &format!("year, month, day: `{key} = 2025-11-03` is 3 November 2025"),
        ),
        Meant::Number { number, rest } => {
            let help = match rest.as_str() {
                "" => format!("write `{key} = {number}`"),
                rest => format!("write `{key} = {number}`; `{rest}` belongs under `unit`"),
            };
            Said::new(
                "a number stands alone: digits, and one point where it needs one",
                "not a number alone",
                &help,
            )
        }
        Meant::Bool(yes) => Said::new(
            "this is written `true` or `false`",
            "not a value",
            &format!("write `{key} = {yes}`"),
        ),
        Meant::Text(text) => Said::new(
            "text stands in straight quotes",
            "quotes are missing",
            &format!("write it as {text}"),
        ),
    }
    .harmless()
}

/// What is told of an error better by its surroundings than by the parser's words.
pub(crate) fn advice(text: &str, span: Span, error: &str) -> Option<Said> {
    let at = span.start.min(text.len());
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let before = text.get(start..at)?;
    let rest = text.get(at..)?.lines().next().unwrap_or("");
    let key = key_before(text, at);
    let starts = |start: &str| error.starts_with(start);
    if is_number(error) {
        let said = value(key, text.get(whole_value(text, at)?.range())?);
        let is_text = said.message.starts_with("text");
        return (!is_text).then_some(said);
    }
    if starts("invalid boolean") {
        let words = text.get(span.range())?;
        return super::meant::boolean(words).map(|yes| {
            Said::new(
                "`true` and `false` have no capitals",
                "not a value",
                &format!("write `{key} = {yes}`"),
            )
            .harmless()
        });
    }
    if starts("unexpected key or value") {
        return Some(trailing(key, before.trim_end(), rest));
    }
    if starts("missing opening quote") && rest.starts_with('(') {
        return Some(list(rest.trim_start_matches('(')));
    }
    if starts("key with no value") && before.trim_start().starts_with("- ") {
        return Some(list(rest));
    }
    if starts("invalid unquoted key") {
        return unkeyed(before, rest);
    }
    if starts("unclosed array table") || starts("unclosed table") {
        let name = before.trim().trim_matches(['[', ']']);
        let whole = match name {
            "pack" => "[pack]".to_string(),
            name => format!("[[{name}]]"),
        };
        return (!name.is_empty()).then(|| {
            Said::new(
                "the brackets of a table are not closed",
                "the end is missing",
                &format!("write `{whole}`"),
            )
        });
    }
    if starts("too few unicode value digits") || starts("missing escaped value") {
        return Some(Said::new(
            "a `\\` in text changes the sign that follows",
            "no sign can be changed so",
            "write `\\\\` for the sign itself, or put the text in single quotes: '…'",
        ));
    }
    if starts("carriage return") {
        return Some(Said::new(
            "a line ends in a way that rule files don't have",
            "a lone carriage return",
            "save the file with the line ends of Windows (CRLF) or of Unix (LF)",
        ));
    }
    None
}

/// Whether the parser took the value for a number.
pub(crate) fn is_number(error: &str) -> bool {
    const STARTS: &[&str] = &[
        "invalid float",
        "invalid integer",
        "unexpected leading zero",
        "invalid mantissa",
        "unexpected sign",
        "redundant numeric sign",
    ];
    STARTS.iter().any(|start| error.starts_with(start))
}

/// The value in which an error stands, perhaps at a sign in its middle.
pub(crate) fn whole_value(text: &str, at: usize) -> Option<Span> {
    let before = text.get(..at)?;
    let start = before.rfind(['=', '[', '{', '\n']).map_or(0, |at| at + 1);
    let rest = text.get(at..)?;
    let end = at + rest.find([',', ']', '}', '#', '\n']).unwrap_or(rest.len());
    let words = text.get(start..end)?;
    let start = start + (words.len() - words.trim_start().len());
    Some(Span::new(start, start + words.trim().len()))
}

/// A line that goes on after its value.
fn trailing(key: &str, before: &str, rest: &str) -> Said {
    let message = "a line goes on after its value";
    let label = "not expected here";
    let tail = rest.trim_start_matches(',').trim();
    let say = |help: &str| Said::new(message, label, help);
    if before.ends_with('"') && rest.starts_with(',') && tail.starts_with('"') {
        return say("several stand in square brackets: [\"one\", \"two\"]");
    }
    if before.ends_with('"') && rest.contains('"') {
        return say("quotes inside a text are written “so” or 'so'; a straight one ends the text");
    }
    if before.ends_with('\'') {
        return say("a text with an apostrophe stands in double quotes: \"…\"");
    }
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        let words = before.rsplit('=').next().unwrap_or("").trim();
        let whole = format!("{words}{}", rest.split('#').next().unwrap_or(""));
        if let Meant::Number { .. } | Meant::Date(_) | Meant::SomeDate = Meant::under(key, &whole) {
            return Said {
                harmless: false,
                ..value(key, &whole)
            };
        }
    }
    say("one key and its value stand in a line; thousands are written 28_500, without a comma")
}

/// A list in another manner than TOML's, from its first item on.
fn list(first: &str) -> Said {
    let first = first.split([',', ')']).next().unwrap_or("").trim();
    let first = match first.trim_matches('"') {
        "" => "one",
        first => first,
    };
    Said::new(
        "a list stands in square brackets",
        "not how a list begins",
        &format!("write for example `[{}, \"another\"]`", quoted(first)),
    )
}

/// A line with a sign that no key has.
fn unkeyed(before: &str, rest: &str) -> Option<Said> {
    let sign = rest.chars().next()?;
    let say =
        |label: &str, help: &str| Some(Said::new("this line is no key and value", label, help));
    match sign {
        ':' | '：' => say("`=` belongs here", "write `=` in place of the colon"),
        '/' if before.trim().is_empty() => say("not part of a key", "a remark begins with `#`"),
        '`' => say(
            "not part of a rule file",
            "take the line out: it belongs to the page from which this was copied",
        ),
        '\u{a0}' | '\u{202f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{2060}' => {
            say(
                "a sign that can't be seen",
                "delete it and type a plain space; it came with the text from another program",
            )
        }
        _ => None,
    }
}

/// The key whose value stands here: the word before the last `=` on the line.
fn key_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("");
    let Some((left, _)) = line.rsplit_once('=') else {
        return "";
    };
    let left = left.trim_end();
    let start = left
        .rfind(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
        .map_or(0, |at| {
            at + left[at..].chars().next().map_or(1, char::len_utf8)
        });
    &left[start..]
}
