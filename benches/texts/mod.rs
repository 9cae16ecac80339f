//! Texts to measure with, the same at every run.
#![allow(dead_code, unused_imports)]

pub mod files;
pub mod markup;
pub mod news;
pub mod rules;

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
    ("numbers of many digits", |n| {
        format!("{} ", "7".repeat(1_000)).repeat(n)
    }),
    ("numbers with a point", |n| "1.".repeat(n)),
    ("numbers in hundreds", |n| "7,777".repeat(n)),
    ("Korean numbers", |n| "2만8500".repeat(n)),
    ("closing quotes", |n| "”".repeat(n)),
    ("quotes in quotes", |n| {
        format!("{}{}", "“a ‘b ".repeat(n), "’ c” ".repeat(n))
    }),
    ("speech, line by line", |n| {
        "“The tide is out.\n\n".repeat(n)
    }),
    ("paragraphs", |n| "The tide is out.\n\n".repeat(n)),
    ("brackets of all kinds", |n| "([{<".repeat(n)),
    ("words in brackets", |n| "(the ".repeat(n)),
    ("addresses", |n| "https://example.org/a?b=c ".repeat(n)),
    ("an address without end", |n| {
        format!("https://example.org/{}", "a/".repeat(n))
    }),
    ("signs at", |n| "a@".repeat(n)),
    ("marks on every letter", |n| "a\u{301}".repeat(n)),
    ("marks of many classes", |n| {
        format!("a{}", "\u{301}\u{323}\u{327}\u{345}".repeat(n))
    }),
    ("flags", |n| "\u{1F1F0}".repeat(n)),
    ("joined signs", |n| "\u{1F468}\u{200D}".repeat(n)),
    ("right to left", |n| "\u{202E}\u{202D}".repeat(n)),
    ("one letter of full width", |n| "Ａ".repeat(n)),
    ("a name without spaces between", |n| "안규백".repeat(n)),
    ("a name over lines", |n| "Ahn\nGyu-back\n".repeat(n)),
    ("capitals with hyphens", |n| "Gyu-".repeat(n)),
    ("capitalised words, a sentence each", |n| {
        "Seo Jun. ".repeat(n)
    }),
    ("months", |n| "November ".repeat(n)),
    ("days of months", |n| "Nov. 3 and 4 and ".repeat(n)),
    ("dates over years", |n| "2025-11-".repeat(n)),
    ("years", |n| "1953–1950 ".repeat(n)),
    ("times past", |n| "last year two years ago ".repeat(n)),
    ("many figures of one thing", |n| {
        (0..n)
            .map(|k| format!("{} U.S. troops are in South Korea. ", 25_000 + k % 9_000))
            .collect()
    }),
    ("many near misses", |n| {
        let letters = |k: usize| char::from(b'a' + (k % 26) as u8);
        (0..n)
            .map(|k| format!("Ahn Gyu-ba{}{} spoke. ", letters(k), letters(k / 26)))
            .collect()
    }),
    ("names that differ by a letter", |n| {
        let letter = |k: usize| char::from(b'a' + (k % 26) as u8);
        (0..n)
            .map(|k| {
                let (a, b, c) = (letter(k), letter(k / 26), letter(k / 676));
                format!("Katar{a}yna Woj{b}ci{c}k came. ")
            })
            .collect()
    }),
    ("one figure in many ways", |n| {
        (0..n)
            .map(|k| format!("The plant employs {} workers. ", 1000 + k))
            .collect()
    }),
];
