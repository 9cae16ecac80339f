//! Which tests are wanted: by a part of their name, or of the id of a fact that they name.

use crate::packs::RuleTest;
use crate::packs::problem::suggest;

/// What `--filter` says.
#[derive(Clone, Debug)]
pub struct Filter {
    pattern: String,
}

impl Filter {
    /// A part of a name or id; with `*`, which stands for anything, the whole of it. Capitals make no difference.
    pub fn new(pattern: &str) -> Filter {
        Filter {
            pattern: pattern.to_lowercase(),
        }
    }

    /// Whether the name of the test, or a fact or check that it says it finds, is meant.
    pub fn wants(&self, test: &RuleTest) -> bool {
        words(test).any(|word| self.matches(word))
    }

    fn matches(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        if self.pattern.contains('*') {
            glob(&self.pattern, &word)
        } else {
            word.contains(&self.pattern)
        }
    }

    /// The name, id, or word of a name that is nearest to what was asked for, if any is near enough to be meant.
    pub fn nearest<'t>(&self, tests: impl Iterator<Item = &'t RuleTest>) -> Option<&'t str> {
        let mut known: Vec<(String, &str)> = Vec::new();
        for word in tests.flat_map(words) {
            let parts = word.split_whitespace().chain([word]);
            known.extend(parts.map(|part| (part.to_lowercase(), word)));
        }
        let asked = self.pattern.replace('*', "");
        let near = suggest(&asked, known.iter().map(|(part, _)| part.as_str()))?;
        let mut known = known.iter();
        known.find(|(part, _)| part == near).map(|(_, word)| *word)
    }
}

/// The names that a test goes by.
fn words(test: &RuleTest) -> impl Iterator<Item = &str> {
    let facts = test.finds.iter().filter_map(|find| find.fact.as_deref());
    std::iter::once(test.name.as_str()).chain(facts)
}

/// Whether the word is what the pattern says, with `*` for any signs or none. Each part between stars is taken at the
/// first place where it fits, so the cost is the length of the word for each part.
fn glob(pattern: &str, word: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = word.strip_prefix(first) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_or_a_glob() {
        for (pattern, word, matches) in [
            ("swap", "Digits swapped", true),
            ("SWAP", "Digits swapped", true),
            ("", "anything", true),
            ("digits*", "Digits swapped", true),
            ("*swap", "Digits swapped", false),
            ("*swap*", "Digits swapped", true),
            ("d*s*d", "Digits swapped", true),
            ("*", "", true),
            ("a*a", "a", false),
            ("a**a", "aa", true),
            ("a*b*c", "a c b", false),
            ("Été*", "été 2025", true),
            ("usfk-*", "usfk-strength", true),
            ("strength*", "usfk-strength", false),
        ] {
            let found = Filter::new(pattern).matches(word);
            assert_eq!(found, matches, "{pattern} {word}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_star_for_any_piece(before in "[ab가]{0,5}", piece in "[ab가]{0,5}", after in "[ab가]{0,5}") {
            let word = format!("{before}{piece}{after}");
            let matches = |pattern: &str| Filter::new(pattern).matches(&word);
            let (ends, both, longer) = (format!("{before}*{after}"), format!("*{piece}*"), format!("{word}*x"));
            proptest::prop_assert!(matches(&ends) && matches(&both) && !matches(&longer));
        }
    }
}
