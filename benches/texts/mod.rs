//! Texts to measure with, the same at every run.
#![allow(dead_code, unused_imports)]

pub mod news;

/// A text that might make a careless reader take long: its name, and what it is with `n` of its kind.
pub type Hostile = (&'static str, fn(usize) -> String);

/// Hostile texts; the rules of `rules/` know the names in them.
pub const HOSTILE: &[Hostile] = &[
    ("digits", |n| "7".repeat(n)),
    ("numbers", |n| "28,500 ".repeat(n)),
    ("numbers with commas", |n| "7,".repeat(n)),
    ("ranges", |n| "1-".repeat(n)),
    ("number words", |n| "thousand five hundred ".repeat(n)),
    ("ordinals", |n| "57th ".repeat(n)),
    ("double quotes", |n| "\"".repeat(n)),
    ("opening quotes", |n| "“".repeat(n)),
    ("apostrophes", |n| "'".repeat(n)),
    ("quoted words", |n| "“the” ".repeat(n)),
    ("brackets", |n| "(".repeat(n)),
    ("brackets, closed", |n| {
        format!("{}{}", "(".repeat(n), ")".repeat(n))
    }),
    ("square brackets", |n| "[".repeat(n)),
    ("commas", |n| ",".repeat(n)),
    ("words with commas", |n| "troops, ".repeat(n)),
    ("dots", |n| ".".repeat(n)),
    ("short sentences", |n| "A b. ".repeat(n)),
    ("abbreviations", |n| "Gen. ".repeat(n)),
    ("initials", |n| "U.S.".repeat(n)),
    ("hyphens", |n| "-".repeat(n)),
    ("hyphened words", |n| "a-".repeat(n)),
    ("dashes", |n| "— ".repeat(n)),
    ("spaces", |n| format!("a{}b", " ".repeat(n))),
    ("line ends", |n| format!("a{}b", "\n".repeat(n))),
    ("lines", |n| "a\n".repeat(n)),
    ("combining marks", |n| format!("a{}", "\u{301}".repeat(n))),
    ("marks that change places", |n| {
        format!("a{}", "\u{301}\u{327}".repeat(n))
    }),
    ("jamo", |n| "\u{110B}\u{1161}\u{11AB}".repeat(n)),
    ("zero-width", |n| "a\u{200B}".repeat(n)),
    ("one long word", |n| "a".repeat(n)),
    ("capitals", |n| "A".repeat(n)),
    ("capitalised words", |n| "Seo Jun ".repeat(n)),
    ("a loaded name", |n| "Ahn Gyu-back ".repeat(n)),
    ("the first part of a name", |n| "Ahn ".repeat(n)),
    ("a near miss of a name", |n| "Ahn Gyu-bcak ".repeat(n)),
    ("a wrong name", |n| "Ahn Kyu-back, ".repeat(n)),
    ("names in one word", |n| "AhnGyu-back".repeat(n)),
    ("the minister", |n| "the minister ".repeat(n)),
    ("titles", |n| "South Korean Defense Minister ".repeat(n)),
    ("titles and names", |n| {
        "South Korean Defense Minister Kim Yong-hyun and ".repeat(n)
    }),
    ("former", |n| "former ".repeat(n)),
    ("hedges", |n| "more than about some nearly ".repeat(n)),
    ("wrong figures", |n| {
        "25,800 U.S. troops in South Korea and ".repeat(n)
    }),
    ("subjects and units", |n| "U.S. troops ".repeat(n)),
    ("figures, a clause each", |n| {
        "25,800 U.S. troops are in South Korea, ".repeat(n)
    }),
    ("dates", |n| "November 31, 2025 ".repeat(n)),
    ("weekdays", |n| "Tuesday ".repeat(n)),
    ("weekdays and dates", |n| "Monday, Nov. 4, 2025, ".repeat(n)),
    ("events", |n| {
        "the 56th SCM in Busan on Nov. 14 and ".repeat(n)
    }),
    ("events without more", |n| "SCM ".repeat(n)),
    ("statements", |n| "retake operational control ".repeat(n)),
    ("ages", |n| "Ahn Gyu-back, 71, ".repeat(n)),
    ("wrong figures, a sentence each", |n| {
        "Some 25,800 U.S. troops are based in South Korea. ".repeat(n)
    }),
    ("one name two ways", |n| {
        "Katarzyna Wojcik and Katarzyna Wojick met. ".repeat(n)
    }),
    ("many names", |n| {
        let letters = |k: usize| -> String {
            let letter = |place: u32| (b'a' + (k / 26usize.pow(place) % 26) as u8) as char;
            (0..4).map(letter).collect()
        };
        (0..n)
            .map(|k| format!("Ka{} To{} came. ", letters(k), letters(k * 7 + 3)))
            .collect()
    }),
    ("one figure in many ways", |n| {
        (0..n)
            .map(|k| format!("The plant employs {} workers. ", 1000 + k))
            .collect()
    }),
];
