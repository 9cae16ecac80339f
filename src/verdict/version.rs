//! Versions of software: `1.88` is `1.88.0`, `v2.0.0-rc.1` is no `2.0.0`.

/// A version: its numbers without zeros at the end, and what follows a hyphen.
#[derive(Debug, PartialEq, Eq)]
struct Version<'t> {
    numbers: Vec<&'t str>,
    pre: Option<&'t str>,
}

/// Whether two versions are the same, however many zeros are written.
pub fn same(one: &str, other: &str) -> bool {
    let (one, other) = (read(one), read(other));
    one.is_some() && one == other
}

/// Whether the words are a version.
pub fn is_version(words: &str) -> bool {
    read(words).is_some()
}

/// The bytes of the version at the start of a text: `v2.0.0-rc.1` of `v2.0.0-rc.1.`. A number alone is one only with
/// its `v`.
pub fn length(text: &str) -> Option<usize> {
    let part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+');
    let end = text.bytes().take_while(|byte| part(byte)).count();
    let words = text.get(..end)?.trim_end_matches(['.', '-', '+']);
    let marked = words.contains('.') || words.starts_with(['v', 'V']);
    (marked && is_version(words)).then_some(words.len())
}

fn read(words: &str) -> Option<Version<'_>> {
    let words = words.strip_prefix(['v', 'V']).unwrap_or(words);
    // What follows `+` says how it was built, not which it is.
    let words = words.split('+').next()?;
    let (numbers, pre) = match words.split_once('-') {
        Some((numbers, pre)) => (numbers, Some(pre)),
        None => (words, None),
    };
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !numbers.split('.').all(|part| digits(&part)) || pre.is_some_and(str::is_empty) {
        return None;
    }
    let significant = |part: &str| match part.trim_start_matches('0') {
        "" => "0".len(),
        rest => rest.len(),
    };
    let mut numbers: Vec<&str> = numbers
        .split('.')
        .map(|part| &part[part.len() - significant(part)..])
        .collect();
    while numbers.len() > 1 && numbers.last() == Some(&"0") {
        numbers.pop();
    }
    Some(Version { numbers, pre })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_agree() {
        assert!(same("1.88", "1.88.0"));
        assert!(same("v2.0.0", "2"));
        assert!(same("1.08", "1.8.0"));
        assert!(same("v2.0.0-rc.1", "2.0.0-rc.1"));
        assert!(same("1.2.3+build.5", "1.2.3"));
        assert!(!same("1.88", "1.8"));
        assert!(!same("2.0.0-rc.1", "2.0.0"));
        assert!(!same("1..2", "1..2"));
        assert!(!same("two", "two"));
    }

    #[test]
    fn versions_in_a_text() {
        let read = |text: &'static str| length(text).map(|end| &text[..end]);
        assert_eq!(read("1.88."), Some("1.88"));
        assert_eq!(read("v2.0.0-rc.1, and"), Some("v2.0.0-rc.1"));
        assert_eq!(read("v3 to"), Some("v3"));
        assert_eq!(read("2021 to build"), None);
        assert_eq!(read("1.x"), None);
        assert_eq!(read("version"), None);
    }
}
