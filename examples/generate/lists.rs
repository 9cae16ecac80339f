//! The same names as other programs take them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A file for other programs: its name, and what is in it for these names.
pub type List = (&'static str, fn(&[String]) -> String);

pub const LISTS: &[List] = &[
    ("names.txt", |names| names.join("\n") + "\n"),
    // Dictionaries of harper and cspell: words, not names.
    ("words.txt", |names| {
        words(names).into_iter().collect::<Vec<_>>().join("\n") + "\n"
    }),
    ("cspell.json", |_| CSPELL.to_string()),
    ("typos.toml", |names| {
        words(names)
            .iter()
            .map(|word| word.to_lowercase())
            .collect::<BTreeSet<_>>()
            .iter()
            .fold("[default.extend-words]\n".to_string(), |mut text, word| {
                let _ = writeln!(text, "\"{word}\" = \"{word}\"");
                text
            })
    }),
    // Codespell knows wrong words: of each name the last one, misspelt.
    ("codespell.txt", |names| {
        let lasts: BTreeSet<String> = names
            .iter()
            .filter_map(|name| name.rsplit(' ').next())
            .map(str::to_lowercase)
            .collect();
        lasts.iter().fold(String::new(), |mut text, last| {
            let _ = writeln!(text, "{}->{last}", misspelt(last));
            text
        })
    }),
    // prh reports what is written otherwise than it expects, in capitals for one.
    ("prh.yml", |names| {
        let start = "version: 1\nrules:\n".to_string();
        names.iter().fold(start, |mut text, name| {
            let _ = writeln!(text, "  - expected: \"{name}\"");
            text
        })
    }),
    ("textlintrc.json", |_| TEXTLINT.to_string()),
];

const CSPELL: &str = r#"{
  "version": "0.2",
  "dictionaryDefinitions": [{ "name": "names", "path": "./words.txt" }],
  "dictionaries": ["names"]
}
"#;
const TEXTLINT: &str = r#"{ "rules": { "prh": { "rulePaths": ["./prh.yml"] } } }
"#;

fn words(names: &[String]) -> BTreeSet<&str> {
    names
        .iter()
        .flat_map(|name| name.split([' ', '-']))
        .collect()
}

/// The second and third letters change places.
fn misspelt(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.swap(1, 2);
    letters.into_iter().collect()
}
