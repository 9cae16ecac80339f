//! Emphasis as plain text has it: `_Port Elery_`, `*not*`, `**never**`, `/The Herald/`. The marks are no text.

use crate::article::Run;
use crate::span::Span;

/// No emphasis is longer.
const LONGEST: usize = 400;

/// The signs that mark emphasis.
const SIGNS: &[char] = &['_', '*', '/'];

/// Takes the marks out of a block, whose text is these runs of the source.
pub(super) fn strip(source: &str, runs: Vec<Run>) -> Vec<Run> {
    let text: String = runs.iter().map(|run| run.source.of(source)).collect();
    let marks = marks(&text);
    if marks.is_empty() {
        return runs;
    }
    let mut out = Vec::with_capacity(runs.len() + marks.len());
    let mut marks = marks.into_iter().peekable();
    let mut start = 0;
    for run in runs {
        let end = start + run.source.len();
        let place = |at: usize| run.source.start + at - start;
        let mut at = start;
        while let Some(mark) = marks.next_if(|mark| mark.start < end) {
            if at < mark.start {
                out.push(verbatim(Span::new(place(at), place(mark.start))));
            }
            at = mark.end.min(end);
        }
        if at < end {
            out.push(verbatim(Span::new(place(at), place(end))));
        }
        start = end;
    }
    out
}

fn verbatim(source: Span) -> Run {
    Run { source, text: None }
}

/// Where the marks stand, in order: always pairs, at the edges of words.
fn marks(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(SIGNS)) {
        let open = mark(text, at + found);
        at = open.end;
        if let Some(close) = closing(text, open) {
            out.extend([open, close]);
            at = close.end;
        }
    }
    out
}

/// The same signs in a row from an offset on.
fn mark(text: &str, at: usize) -> Span {
    let rest = text.get(at..).unwrap_or_default();
    let sign = rest.chars().next().unwrap_or_default();
    let after = rest.trim_start_matches(sign);
    Span::new(at, text.len() - after.len())
}

/// The mark that closes the emphasis that `open` begins.
fn closing(text: &str, open: Span) -> Option<Span> {
    let signs = open.of(text);
    let sign = signs.chars().next()?;
    let most = if sign == '/' { 1 } else { 3 };
    let before = text.get(..open.start)?.chars().next_back();
    let inner = text.get(open.end..)?;
    let begins = before.is_none_or(|c| c.is_whitespace() || is_opening(c));
    let first = inner.chars().next()?;
    if open.len() > most || !begins || !(first.is_alphanumeric() || is_opening(first)) {
        return None;
    }
    // The next mark must be the one: `_snake_case_` is a name in a program.
    let len = inner.find(sign)?;
    let close = mark(text, open.end + len);
    let inner = inner.get(..len)?;
    let mut after = text.get(close.end..)?.chars();
    let (after, next) = (after.next(), after.next());
    // `__init__.py` and `_key_=value` go on.
    let goes_on = matches!(after, Some('.' | '=' | ':' | '\\' | '('))
        && next.is_some_and(char::is_alphanumeric);
    let ends = after.is_none_or(|c| !c.is_alphanumeric() && !SIGNS.contains(&c)) && !goes_on;
    let fits = close.of(text) == signs
        && ends
        && len <= LONGEST
        && inner.ends_with(|c: char| !c.is_whitespace())
        && inner.contains(char::is_alphabetic)
        && !inner.contains("\n\n");
    // `/usr/` and `/s/` are no words in italics.
    let path = sign == '/' && !first.is_uppercase() && !inner.contains(char::is_whitespace);
    (fits && !path).then_some(close)
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '"'
            | '\''
            | '\u{201C}'
            | '\u{2018}'
            | '\u{AB}'
            | '\u{2014}'
            | '\u{2013}'
            | '-'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_emphasis_are_no_text() {
        for (text, read) in [
            ("the _Port Elery_ ferry", "the Port Elery ferry"),
            ("_Port\nElery_'s ferry", "Port\nElery's ferry"),
            (
                "(_Port_ Elery), *Petra* Lindhome",
                "(Port Elery), Petra Lindhome",
            ),
            ("**Never** and __ever__, ***both***", "Never and ever, both"),
            (
                "read /The Herald/ or /Arle Post/.",
                "read The Herald or Arle Post.",
            ),
            ("“_Arle_,” she said—_twice_", "“Arle,” she said—twice"),
        ] {
            let whole = verbatim(Span::new(0, text.len()));
            let found = strip(text, vec![whole]);
            let said: String = found.iter().map(|run| run.source.of(text)).collect();
            assert_eq!(said, read);
        }
    }

    #[test]
    fn other_signs_stay() {
        for text in [
            "a snake_case_name and _private_name_ here",
            "5 * 3 * 2 is 30, 5*3*2 too",
            "in /usr/share/ and /home/ and /s",
            "a*b and c*d, **",
            "*Prices are without tax",
            "and/or either/or",
            "_ _ __ ____ _1_",
            "the __init__.py and _a",
            "on 3/11/2025, 4/11/2025",
            "_one* two_three",
        ] {
            assert_eq!(marks(text), [], "{text}");
        }
    }
}
