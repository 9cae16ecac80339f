//! Text that is safe in a page, and can be seen.

use crate::report::{signs, words};

/// What stands for a sign that would be markup.
fn entity(c: char) -> Option<&'static str> {
    Some(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => return None,
    })
}

/// Writes a text. Signs that steer the page or that nobody sees are spelt out; line breaks are spaces there.
pub fn text(text: &str, out: &mut String) {
    for c in text.chars() {
        if let Some(entity) = entity(c) {
            out.push_str(entity);
            continue;
        }
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            // What a reader left out: code, a picture, an address.
            '\u{FFFC}' => out.push_str(
                "<span class=\"sign\" title=\"left out: code, a picture or an address\">…</span>",
            ),
            // Browsers deal with these; letters are joined and words broken by them.
            '\u{AD}' | '\u{200C}' | '\u{200D}' => out.push(c),
            c if signs::hidden(c) => {
                let code = u32::from(c);
                out.push_str(&format!("<span class=\"sign\">U+{code:04X}</span>"));
            }
            c => out.push(c),
        }
    }
}

/// The value of an attribute: as a text, without elements.
pub fn attribute(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match entity(c) {
            Some(entity) => out.push_str(entity),
            None if signs::hidden(c) => out.push(' '),
            None => out.push(c),
        }
    }
    out
}

/// A text as a string of its own.
pub fn shown(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    text(value, &mut out);
    out
}

/// A source, its addresses as links.
pub fn source(value: &str) -> String {
    let mut out = String::new();
    for (piece, address) in words::addresses(value) {
        if address {
            let link = attribute(piece);
            out.push_str(&format!(
                "<a class=\"out\" href=\"{link}\" rel=\"noopener noreferrer nofollow\">"
            ));
            text(piece, &mut out);
            out.push_str("</a>");
        } else {
            text(piece, &mut out);
        }
    }
    out
}
