//! Word boundaries, and spellings that mean the same.

use crate::span::Span;

/// Words written in two ways that every phrase but a name takes as one.
const SAME: &[(&str, &str)] = &[
    ("defense", "defence"),
    ("center", "centre"),
    ("labor", "labour"),
    ("theater", "theatre"),
    ("program", "programme"),
    ("organization", "organisation"),
    ("harbor", "harbour"),
    ("honor", "honour"),
];

/// The phrase itself, and its other spellings: `U.S.` and `US`, `defense` and `defence`.
pub fn variants(phrase: &str) -> Vec<String> {
    let mut all = vec![phrase.to_string()];
    for (one, other) in SAME {
        for (from, to) in [(one, other), (other, one)] {
            let lower = phrase.to_lowercase();
            if lower
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == *from)
            {
                all.push(replace_word(phrase, from, to));
            }
        }
    }
    for variant in all.clone() {
        let undotted = map_words(&variant, |word| {
            is_dotted(word).then(|| word.replace('.', ""))
        });
        let dotted = map_words(&variant, |word| {
            let plain =
                (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
            plain.then(|| word.chars().flat_map(|letter| [letter, '.']).collect())
        });
        all.extend([undotted, dotted].into_iter().flatten());
    }
    all.sort();
    all.dedup();
    all
}

/// `troop` for `troops`: the form of a counted noun after one or in a compound.
pub fn singular(noun: &str) -> Option<String> {
    let stem = noun.strip_suffix('s')?;
    (stem.len() > 2 && !stem.ends_with('s')).then(|| match stem.strip_suffix("ie") {
        Some(stem) => format!("{stem}y"),
        None => stem.to_string(),
    })
}

fn is_dotted(word: &str) -> bool {
    word.len() >= 4
        && word
            .as_bytes()
            .chunks(2)
            .all(|pair| pair.len() == 2 && pair[0].is_ascii_uppercase() && pair[1] == b'.')
}

/// The phrase with some of its words replaced, if any is.
fn map_words(phrase: &str, change: impl Fn(&str) -> Option<String>) -> Option<String> {
    let words: Vec<_> = phrase.split(' ').map(|word| (word, change(word))).collect();
    words.iter().any(|(_, changed)| changed.is_some()).then(|| {
        let words: Vec<_> = words
            .into_iter()
            .map(|(word, changed)| changed.unwrap_or(word.to_string()))
            .collect();
        words.join(" ")
    })
}

fn replace_word(phrase: &str, from: &str, to: &str) -> String {
    let change = |word: &str| {
        (word.eq_ignore_ascii_case(from)).then(|| {
            let mut letters = to.chars();
            match (
                word.chars().all(char::is_uppercase),
                word.starts_with(char::is_uppercase),
                letters.next(),
            ) {
                (true, _, _) => to.to_uppercase(),
                (_, true, Some(first)) => first.to_uppercase().chain(letters).collect(),
                _ => to.to_string(),
            }
        })
    };
    map_words(phrase, change).unwrap_or_else(|| phrase.to_string())
}

/// Whether a phrase is written with its acronyms as words: `Nasa` for `NASA`. Shorter ones would be words: `Who`, `Us`.
pub(crate) fn is_title_form(exact: &str, written: &str) -> bool {
    const SHORTEST: usize = 4;
    if exact.len() != written.len() || exact == written {
        return false;
    }
    exact
        .split(' ')
        .zip(written.split(' '))
        .all(|(exact, written)| {
            let acronym =
                exact.len() >= SHORTEST && exact.bytes().all(|byte| byte.is_ascii_uppercase());
            let (head, tail) = written.split_at_checked(1).unwrap_or(("", ""));
            let title = exact.starts_with(head) && exact[head.len()..].to_ascii_lowercase() == tail;
            exact == written || acronym && title
        })
}

/// Whether every letter that has a case is a capital, and there are at least two.
pub fn all_capitals(words: &str) -> bool {
    let mut letters = words
        .chars()
        .filter(|c| c.is_uppercase() || c.is_lowercase())
        .peekable();
    letters.peek().is_some()
        && letters.all(char::is_uppercase)
        && words.chars().filter(|c| c.is_uppercase()).nth(1).is_some()
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}' | '\u{1100}'..='\u{11FF}')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || unicode_normalization::char::is_combining_mark(c)
}

/// Whether a span starts and ends between words. After Hangul a particle may follow.
pub fn on_boundaries(text: &str, span: Span) -> bool {
    let (Some(before), Some(inside), Some(after)) = (
        text.get(..span.start),
        text.get(span.range()),
        text.get(span.end..),
    ) else {
        return false;
    };
    let starts = match (before.chars().next_back(), inside.chars().next()) {
        (Some(left), Some(first)) => !(is_word(left) && is_word(first)),
        _ => true,
    };
    let ends = match (inside.chars().next_back(), after.chars().next()) {
        (Some(last), Some(right)) => {
            !(is_word(last) && is_word(right)) || is_hangul(last) && is_hangul(right)
        }
        _ => true,
    };
    starts && ends
}

/// Addresses and handles in a piece of a text (`https://…`, `name@example.org`, `@name`, `#tag`): nothing in them is
/// prose.
pub fn addresses(text: &str, piece: Span) -> Vec<Span> {
    let text = piece.of(text);
    let mut found = Vec::new();
    if !text.bytes().any(|byte| matches!(byte, b'@' | b'#'))
        && !text.contains("://")
        && !text.contains("www.")
    {
        return found;
    }
    let mut start = piece.start;
    for word in text.split_inclusive([' ', '\n']) {
        let bare = word.trim_start_matches(['(', '"', '\'', '[', '<']);
        if bare.contains("://")
            || bare.contains('@')
            || bare.starts_with('#')
            || bare.starts_with("www.")
        {
            found.push(Span::new(start, start + word.trim_end().len()));
        }
        start += word.len();
    }
    found
}

/// Whether a span overlaps one of the sorted spans.
pub fn inside(spans: &[Span], span: Span) -> bool {
    let after = spans.partition_point(|other| other.end <= span.start);
    spans.get(after).is_some_and(|other| other.overlaps(span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_mean_the_same() {
        assert_eq!(
            variants("U.S. Forces Korea"),
            ["U.S. Forces Korea", "US Forces Korea"]
        );
        assert_eq!(variants("US"), ["U.S.", "US"]);
        assert_eq!(
            variants("Defense Minister"),
            ["Defence Minister", "Defense Minister"]
        );
        assert_eq!(variants("Seoul"), ["Seoul"]);
    }

    #[test]
    fn words_end_where_words_end() {
        let at = |text: &str, word: &str| {
            let start = text.find(word).unwrap();
            on_boundaries(text, Span::new(start, start + word.len()))
        };
        assert!(at("in Seoul's", "Seoul"));
        assert!(at("U.S.-led", "U.S."));
        assert!(at("안규백이", "안규백"));
        assert!(!at("Seoulite", "Seoul"));
        assert!(!at("preSeoul", "Seoul"));
    }
}
