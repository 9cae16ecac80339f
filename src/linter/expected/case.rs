//! Capitals as found.

/// Whether all letters, two or more of them, are capitals.
pub(super) fn is_capitals(found: &str) -> bool {
    let letters = || found.chars().filter(|c| c.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// A word in the case of another: `Nine` for `Twelve`, `NINE` for `TWELVE`.
pub(super) fn case_like(word: &str, found: &str) -> String {
    // A letter as a scale (`M`, `k`) has its own case.
    if word.chars().count() < 3 {
        return word.to_string();
    }
    if is_capitals(found) {
        return word.to_uppercase();
    }
    let mut letters = word.chars();
    match (found.starts_with(char::is_uppercase), letters.next()) {
        (true, Some(first)) => first.to_uppercase().chain(letters).collect(),
        _ => word.to_string(),
    }
}
