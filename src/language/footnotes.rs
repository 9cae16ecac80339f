//! Marks that hang on a word or number and are no part of what it says: `14,200*`, `14,200[1]`, `14,200+`.

/// Signs of a note at the foot of a page or table.
const SIGNS: &[char] = &['*', '†', '‡', '§', '¶'];

/// The length of the marks that `rest` begins with, right behind a number; 0 where there are none.
pub(crate) fn marks(rest: &str) -> usize {
    let mut len = usize::from(rest.starts_with('+'));
    loop {
        let behind = &rest[len..];
        let next = match behind.chars().next() {
            Some(c) if SIGNS.contains(&c) => c.len_utf8(),
            Some('[') => reference(behind, '[', ']'),
            Some('(') => reference(behind, '(', ')'),
            _ => 0,
        };
        if next == 0 {
            break;
        }
        len += next;
    }
    // `5*3`, `14+2`
    match rest[len..].chars().next() {
        Some(c) if c.is_alphanumeric() && len > 0 && !rest[..len].ends_with([']', ')']) => 0,
        _ => len,
    }
}

/// `[1]`, `[a]`, `[note 2]`, `(1)`; `(12 percent)` is none.
fn reference(rest: &str, open: char, close: char) -> usize {
    let inner = rest
        .strip_prefix(open)
        .and_then(|rest| rest.split_once(close));
    let Some((inner, _)) = inner else { return 0 };
    let label = inner.strip_prefix("note ").unwrap_or(inner);
    let digits = !label.is_empty() && label.len() <= 3 && label.bytes().all(|b| b.is_ascii_digit());
    let letter = label.len() == 1 && label.bytes().all(|b| b.is_ascii_lowercase());
    match digits && (open == '[' || label.len() < 3) || letter && open == '[' {
        true => inner.len() + 2,
        false => 0,
    }
}

/// Whether a character is a raised digit, the mark of a note.
pub(crate) fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn marks_behind_a_number() {
        for (rest, len) in [
            ("* soldiers", 1),
            ("† soldiers", 3),
            ("+ soldiers", 1),
            ("[1] soldiers", 3),
            ("[12][a], and", 7),
            ("[note 1] soldiers", 8),
            ("(1) soldiers", 3),
            ("+*", 2),
            (" (1) soldiers", 0),
            ("(12 percent)", 0),
            ("*3", 0),
            ("+2", 0),
            ("[sic]", 0),
        ] {
            assert_eq!(marks(rest), len, "{rest}");
        }
    }
}
