//! Signs as a terminal can show them: what would steer it, or not be seen at all, is spelt out.

use unicode_width::UnicodeWidthChar;

/// The columns that a sign takes as [`push`] writes it.
pub fn width(c: char) -> usize {
    match c {
        '\n' => 1,
        '\t' => 4,
        c if hidden(c) => {
            let code = u32::from(c);
            "<U+>".len() + if code > 0xFFFF { 5 } else { 4 }
        }
        c => c.width().unwrap_or(0),
    }
}

/// The columns that a text takes as [`push`] writes it.
pub fn text_width(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// Writes a sign: a line break as an arrow, a tab as spaces, a control or bidirectional sign as `<U+202E>`.
pub fn push(c: char, unicode: bool, out: &mut String) {
    match c {
        '\n' if unicode => out.push('↵'),
        '\n' => out.push('/'),
        '\t' => out.push_str("    "),
        c if hidden(c) => out.push_str(&format!("<U+{:04X}>", u32::from(c))),
        c => out.push(c),
    }
}

/// A message, name or note on one line, safe to print.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\r' => {}
            '\n' | '\t' => out.push(' '),
            c => push(c, true, &mut out),
        }
    }
    out
}

/// Whether a sign of the text is hidden.
pub fn any_hidden(text: &str) -> bool {
    text.chars().any(hidden)
}

/// Controls, bidirectional marks, zero-width and other signs that nobody sees.
pub fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}
