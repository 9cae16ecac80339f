//! When two written names are one.

use unicode_normalization::UnicodeNormalization;

use crate::text::normalize;

/// Whether the words are that name: letter by letter but for case, hyphens, spaces and dots, or some of its parts in order
/// with the last or first among them (`Lula` of `Luiz Inácio Lula da Silva`, `Donald J. Trump` of `Donald Trump`).
pub fn same(name: &str, words: &str) -> bool {
    if key(name) == key(words) {
        return true;
    }
    let (name, words) = (parts(name), parts(words));
    let (short, long) = if words.len() < name.len() {
        (&words, &name)
    } else {
        (&name, &words)
    };
    short.len() >= 2
        && short.len() < long.len()
        && is_subsequence(short, long)
        && short.last() == long.last()
        && short.first() == long.first()
}

/// Whether the words are written as the spelling is: letter by letter, or all in capitals.
pub fn written_alike(spelling: &str, words: &str) -> bool {
    let spelling = normalize(spelling);
    spelling == words || spelling.to_uppercase() == words
}

/// Whether the name has this surname: its last part, or the first of a name that puts the family first.
pub fn has_surname(name: &str, surname: &str) -> bool {
    let parts = parts(name);
    let surname = key(surname);
    parts.first().is_some_and(|part| *part == surname)
        || parts.last().is_some_and(|part| *part == surname)
        || parts.len() > 2 && parts[1..].windows(2).any(|pair| pair.concat() == surname)
}

/// The surname of a full name, for messages.
pub fn surname(name: &str) -> &str {
    let mut words = name.split(' ');
    let (Some(first), Some(last)) = (words.next(), name.rsplit(' ').next()) else {
        return name;
    };
    if family_first(name) { first } else { last }
}

/// Whether a name puts the family first: a hyphenated given name at its end, or a common Korean or Chinese
/// family name at its head with short syllables behind.
pub fn family_first(name: &str) -> bool {
    let parts: Vec<&str> = name.split(' ').collect();
    let [first, rest @ ..] = parts.as_slice() else {
        return false;
    };
    if rest.is_empty() {
        return false;
    }
    let syllables = rest.iter().flat_map(|part| part.split('-')).count();
    let hyphenated = rest.len() == 1
        && rest[0].contains('-')
        && rest[0]
            .split('-')
            .nth(1)
            .is_some_and(|part| part.starts_with(char::is_lowercase));
    hyphenated
        || FAMILY_FIRST.contains(first) && syllables <= 2 && rest.iter().all(|part| part.len() <= 9)
}

/// Common Korean, Chinese and Vietnamese family names in their usual spellings.
const FAMILY_FIRST: &[&str] = &[
    "Ahn", "An", "Bae", "Baek", "Ban", "Bang", "Cha", "Chang", "Chen", "Cheng", "Cheong", "Cho",
    "Choe", "Choi", "Chow", "Chu", "Chun", "Chung", "Deng", "Do", "Dong", "Fang", "Feng", "Gao",
    "Go", "Gong", "Gu", "Guo", "Ha", "Hahn", "Han", "He", "Heo", "Ho", "Hong", "Hu", "Huang",
    "Hur", "Hwang", "Im", "Jang", "Jeon", "Jeong", "Ji", "Jiang", "Jin", "Jo", "Joo", "Jung",
    "Kang", "Kim", "Ko", "Koo", "Kwak", "Kwon", "Lee", "Li", "Liang", "Lim", "Lin", "Liu", "Lu",
    "Luo", "Ma", "Mao", "Min", "Moon", "Na", "Nam", "Ngo", "Nguyen", "No", "Noh", "Oh", "Pan",
    "Park", "Peng", "Pham", "Qin", "Ra", "Rhee", "Ri", "Roh", "Ryu", "Seo", "Shen", "Shin", "Sim",
    "Sin", "Son", "Song", "Suh", "Sun", "Sung", "Tang", "Tian", "Tran", "Tsai", "Wang", "Wei",
    "Won", "Woo", "Wu", "Xi", "Xiao", "Xie", "Xu", "Yan", "Yang", "Ye", "Yi", "Yim", "Yin", "Yoo",
    "Yoon", "Youn", "Yu", "Yuan", "Yun", "Zeng", "Zhang", "Zhao", "Zheng", "Zhou", "Zhu",
];

/// The letters and digits in lower case, without diacritics: how a name is written is its entity's matter.
pub fn key(name: &str) -> String {
    name.nfd()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn parts(name: &str) -> Vec<String> {
    name.split([' ', '-'])
        .map(key)
        .filter(|part| !part.is_empty())
        .collect()
}

fn is_subsequence(short: &[String], long: &[String]) -> bool {
    let mut long = long.iter();
    short.iter().all(|part| long.any(|other| other == part))
}
