//! Places in the text of a TOML string, found again in the file that it was written in.

use crate::span::Span;

/// The bytes of `literal` (a TOML string with its quotes, of any of the four kinds) that stand for the bytes `at` of its
/// decoded `text`; None where the two do not go together.
pub fn place(literal: &str, text: &str, at: Span) -> Option<Span> {
    let quote = literal.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let fence = quote.to_string().repeat(3);
    let long = literal.len() >= 6 && literal.starts_with(&fence);
    let mut raw = if long { 3 } else { 1 };
    if long {
        // The line break after the opening quotes is no part of the text.
        let body = &literal[raw..];
        raw += body.len() - body.trim_start_matches('\r').len();
        raw += usize::from(literal[raw..].starts_with('\n'));
    }
    if literal.get(raw..raw + text.len()) == Some(text) {
        // Nothing is escaped or folded: no sign needs a look.
        return Some(Span::new(raw + at.start, raw + at.end)).filter(|_| at.end <= text.len());
    }
    let mut decoded = 0;
    let mut start = None;
    while decoded <= text.len() {
        if decoded >= at.start && start.is_none() {
            raw += folded(&literal[raw..], quote, long);
            start = Some(raw);
        }
        if decoded >= at.end {
            return start.map(|start| Span::new(start, raw));
        }
        let sign = text[decoded..].chars().next()?;
        raw += folded(&literal[raw..], quote, long);
        let rest = literal.get(raw..)?;
        raw += match rest.chars().next()? {
            '\\' if quote == '"' => escape(rest),
            '\r' if sign != '\r' => 1 + usize::from(rest[1..].starts_with('\n')),
            c => c.len_utf8(),
        };
        decoded += sign.len_utf8();
    }
    None
}

/// The bytes of an escape.
fn escape(rest: &str) -> usize {
    let digits = match rest.as_bytes().get(1) {
        Some(b'x') => 2,
        Some(b'u') => 4,
        Some(b'U') => 8,
        _ => 0,
    };
    let sign = rest.chars().nth(1).map_or(0, char::len_utf8);
    let length = 1 + sign + digits;
    if rest.is_char_boundary(length) {
        length
    } else {
        rest.len()
    }
}

/// The bytes of a line that is folded with `\` at its end: no part of the text.
fn folded(rest: &str, quote: char, long: bool) -> usize {
    let mut at = 0;
    while long && quote == '"' && rest[at..].starts_with('\\') {
        let after = &rest[at + 1..];
        let blank = after.len() - after.trim_start_matches([' ', '\t', '\r', '\n']).len();
        if !after[..blank].contains('\n') {
            break;
        }
        at += 1 + blank;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_string() {
        for (literal, word, raw) in [
            (r#""a bc d""#, "bc", "bc"),
            (r"'a bc d'", "bc", "bc"),
            ("\"\"\"\na bc\nd\"\"\"", "bc", "bc"),
            ("\"\"\"\r\na bc\r\nd\"\"\"", "bc", "bc"),
            ("'''\nx\ny bc'''", "bc", "bc"),
            (r#""é \"bc\" \u00e9 d""#, "bc", "bc"),
            (r#""é \u00e9x \U0001F600bc""#, "bc", "bc"),
            (r#""b\u0063 d""#, "bc", r"b\u0063"),
            ("\"\"\"a \\\n   bc \\\n\n  d\"\"\"", "bc", "bc"),
            ("\"\"\"a b\\\n  c d\"\"\"", "bc", "b\\\n  c"),
            (r#""""a "bc" d""""#, "bc", "bc"),
            (r#""""#, "", ""),
        ] {
            let file = format!("t = {literal}\n");
            let table: toml::Table = file.parse().unwrap();
            let text = table["t"].as_str().unwrap();
            let start = text.find(word).unwrap();
            let at = Span::new(start, start + word.len());
            let found = place(literal, text, at).unwrap();
            assert_eq!(found.of(literal), raw, "{literal}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_string_and_text(literal in "[\"']{0,3}[\\\\uxa0é\r\n \"']{0,20}", text in "[a0é\n ]{0,9}", from in 0usize..12, to in 0usize..12) {
            place(&literal, &text, Span::new(from, to));
        }
    }
}
