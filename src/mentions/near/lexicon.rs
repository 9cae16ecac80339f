//! Words and names that stand for themselves, and so are nobody's misspelling.

use std::sync::OnceLock;

use foldhash::HashSet;

fn set(
    cell: &'static OnceLock<HashSet<&'static str>>,
    lists: &[&'static str],
) -> &'static HashSet<&'static str> {
    cell.get_or_init(|| {
        let words = lists.iter().flat_map(|list| list.split_ascii_whitespace());
        // Counted first, so that the table need not grow.
        words.collect::<Vec<_>>().into_iter().collect()
    })
}

/// Whether it is an ordinary English word, or a regular inflection of one. `word` is in lower case.
pub(crate) fn is_word(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    let words = set(&WORDS, &[include_str!("words.txt")]);
    let known = |stem: &str| words.contains(stem);
    let longer = |stem: &str, ending: &str| {
        let mut whole = stem.to_string();
        whole.push_str(ending);
        words.contains(whole.as_str())
    };
    known(word)
        || ENDINGS.iter().any(|(ending, doubles)| {
            word.strip_suffix(ending).is_some_and(|stem| {
                let once = || {
                    let mut letters = stem.chars().rev();
                    let last = letters.next();
                    (last.is_some() && last == letters.next())
                        .then(|| &stem[..stem.len() - last.map_or(0, char::len_utf8)])
                };
                stem.len() > 2
                    && (known(stem)
                        || longer(stem, "e")
                        || stem.strip_suffix('i').is_some_and(|stem| longer(stem, "y"))
                        || (*doubles && once().is_some_and(known)))
            })
        })
}

/// Endings, and whether they double the letter before them.
const ENDINGS: &[(&str, bool)] = &[
    ("s", false),
    ("es", false),
    ("ed", true),
    ("ing", true),
    ("er", true),
    ("ers", true),
    ("ly", false),
    ("d", false),
    ("est", true),
];

/// Whether it is a given name, a family name or a place of note by itself. `word` is in lower case.
pub(crate) fn is_name(word: &str) -> bool {
    static NAMES: OnceLock<HashSet<&str>> = OnceLock::new();
    set(&NAMES, &[include_str!("names.txt")]).contains(word)
}
