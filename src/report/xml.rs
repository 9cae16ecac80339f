//! What every XML format needs.

use quick_xml::events::BytesStart;

/// Adds an attribute. Line breaks become spaces, as a reader would make them; what XML can't hold is replaced.
pub fn attribute(start: &mut BytesStart<'_>, key: &str, value: &str) {
    let value = legal(value).replace(['\n', '\t', '\r'], " ");
    start.push_attribute((key, &*value));
}

/// The text without the signs that XML 1.0 can't hold in any way: they become `\u{FFFD}`.
pub fn legal(text: &str) -> String {
    let holds = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..);
    let signs = text.chars();
    signs
        .map(|c| if holds(c) { c } else { '\u{FFFD}' })
        .collect()
}
