//! When two written names are one.

use unicode_normalization::UnicodeNormalization;

use crate::language::romanization::{Reader, Scheme};
use crate::text::normalize;

/// Whether the words are that name: letter by letter but for case, hyphens, spaces and dots, or some of its parts in order
/// with the last or first among them (`Lula` of `Luiz Inácio Lula da Silva`, `Donald J. Trump` of `Donald Trump`).
pub fn same(name: &str, words: &str) -> bool {
    if end_apart(name, words) {
        return false;
    }
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

/// Whether the last words of two names without diacritics end in other letters: the cheap question before [`same`] asks
/// the dear ones, where an office has had a thousand holders.
fn end_apart(name: &str, words: &str) -> bool {
    let differ = |(one, other)| one != other;
    name.is_ascii() && words.is_ascii() && backwards(name).zip(backwards(words)).any(differ)
}

/// The letters and digits of the last word of a name in ASCII, from its end, in lower case.
fn backwards(name: &str) -> impl Iterator<Item = u8> {
    let is_letter = u8::is_ascii_alphanumeric;
    let mut words = name.rsplit([' ', '-']).map(str::as_bytes);
    let last = words.find(|word| word.iter().any(is_letter));
    let letters = last.unwrap_or_default().iter().rev();
    letters
        .filter(move |byte| is_letter(byte))
        .map(u8::to_ascii_lowercase)
}

/// Whether the words are written as the spelling is: letter by letter, or all in capitals.
pub fn written_alike(spelling: &str, words: &str) -> bool {
    let spelling = normalize(spelling);
    spelling == words || spelling.to_uppercase() == words
}

/// Whether the words are a person of that name, written with fewer parts, other marks or in the other order: `Lula da Silva`
/// of `Luiz Inácio Lula da Silva`, `Shigeru Ishiba` of `Ishiba Shigeru`.
pub fn same_person(name: &str, words: &str) -> bool {
    let (mut name, mut words) = (bare(without_suffix(name)), bare(without_suffix(words)));
    let (short, long) = if words.len() < name.len() {
        (&words, &name)
    } else {
        (&name, &words)
    };
    let part_of = short.len() >= 2
        && is_subsequence(short, long)
        && (short.last() == long.last() || short.first() == long.first());
    name.sort_unstable();
    words.sort_unstable();
    part_of || name == words
}

/// Whether the words are an initial, or several, and the last name of a person of that name: `T. Brandt` of `Tomas Brandt`.
pub fn fits_initial(name: &str, words: &str) -> bool {
    let (name, words) = (bare(without_suffix(name)), bare(without_suffix(words)));
    let ([given, .., family], [initial, .., last]) = (name.as_slice(), words.as_slice()) else {
        return false;
    };
    let rest = words.get(1..words.len() - 1).unwrap_or_default();
    let initials =
        initial.chars().count() == 1 && rest.iter().all(|part| part.chars().count() == 1);
    let longer = given.chars().count() > 1;
    initials && longer && family == last && given.starts_with(initial.as_str())
}

/// Whether the name has this surname: one of its parts, or two together (`Jae-myung`).
pub fn has_surname(name: &str, surname: &str) -> bool {
    let parts = bare(name);
    let surname = bare(surname).concat();
    parts.contains(&surname) || parts.windows(2).any(|pair| pair.concat() == surname)
}

/// The parts of a name without marks: `Thedéen` is nobody else than `Thedeen`.
fn bare(name: &str) -> Vec<String> {
    let plain: String = name
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .nfc()
        .collect();
    parts(&plain)
}

/// The surname of a full name, for messages.
pub fn surname(name: &str) -> &str {
    let name = without_suffix(name);
    let mut words = name.split(' ');
    let (Some(first), Some(last)) = (words.next(), name.rsplit(' ').next()) else {
        return name;
    };
    if family_first(name) { first } else { last }
}

/// The name without `Jr.`, `III`.
fn without_suffix(name: &str) -> &str {
    const SUFFIXES: &[&str] = &["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"];
    match name.rsplit_once([' ', ',']) {
        Some((rest, suffix)) if SUFFIXES.contains(&suffix) => rest.trim_end_matches([' ', ',']),
        _ => name,
    }
}

/// Whether a name puts the family first: a hyphenated given name at its end, or a common Korean or Chinese
/// family name at its head with syllables of that language behind.
pub fn family_first(name: &str) -> bool {
    let parts: Vec<&str> = name.split(' ').collect();
    let [first, rest @ ..] = parts.as_slice() else {
        return false;
    };
    let hyphenated = |part: &str| {
        let second = part.split('-').nth(1);
        second.is_some_and(|part| part.starts_with(char::is_lowercase))
    };
    match rest {
        [] => false,
        [given] if hyphenated(given) => true,
        // `Lee Jae Myung`
        [one, other] => FAMILY_FIRST.contains(first) && one.len().max(other.len()) <= 9,
        [given] => FAMILY_FIRST.contains(first) && is_east_asian(&[first, given]),
        _ => false,
    }
}

/// Whether the parts read as a Korean or Chinese name.
fn is_east_asian(parts: &[&str]) -> bool {
    let parts: Vec<String> = parts.iter().map(|part| key(part)).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut reader = Reader::default();
    [Scheme::Chinese, Scheme::Korean]
        .into_iter()
        .any(|scheme| scheme.claims(&parts, &mut reader))
}

/// Common Korean and Chinese family names in their usual spellings.
#[rustfmt::skip]
const FAMILY_FIRST: &[&str] = &[
    "Ahn", "An", "Bae", "Baek", "Bai", "Ban", "Bang", "Cai", "Cao", "Cha", "Chang", "Chen", "Cheng", "Cheong", "Cho",
    "Choe", "Choi", "Chow", "Chu", "Chun", "Chung", "Cui", "Dai", "Deng", "Ding", "Do", "Dong", "Du", "Duan", "Fan",
    "Fang", "Feng", "Fu", "Gao", "Go", "Gong", "Gu", "Guo", "Ha", "Hahn", "Han", "Hao", "He", "Heo", "Ho", "Hong",
    "Hou", "Hu", "Huang", "Hur", "Hwang", "Im", "Jang", "Jeon", "Jeong", "Ji", "Jia", "Jiang", "Jin", "Jo", "Joo",
    "Jung", "Kang", "Kim", "Ko", "Kong", "Koo", "Kwak", "Kwon", "Lai", "Lee", "Lei", "Li", "Liang", "Liao", "Lim",
    "Lin", "Liu", "Lu", "Luo", "Ma", "Mao", "Meng", "Min", "Moon", "Na", "Nam", "Ni", "Nie", "No", "Noh", "Oh", "Pan",
    "Pang", "Park", "Pei", "Peng", "Qi", "Qian", "Qiao", "Qin", "Qiu", "Ra", "Ren", "Rhee", "Ri", "Roh", "Ryu", "Seo",
    "Shan", "Shao", "Shen", "Shi", "Shin", "Sim", "Sin", "Son", "Song", "Su", "Suh", "Sun", "Sung", "Tan", "Tang",
    "Tao", "Tian", "Tong", "Tsai", "Wan", "Wang", "Wei", "Wen", "Won", "Woo", "Wu", "Xi", "Xia", "Xiao", "Xie", "Xing",
    "Xiong", "Xu", "Xue", "Yan", "Yang", "Yao", "Ye", "Yi", "Yim", "Yin", "Yoo", "Yoon", "You", "Youn", "Yu", "Yuan",
    "Yun", "Zeng", "Zhang", "Zhao", "Zheng", "Zhong", "Zhou", "Zhu", "Zhuang", "Zou",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames() {
        for (name, expected) in [
            ("Shan Zhongde", "Shan"),
            ("Cai Qi", "Cai"),
            ("Lee Jae Myung", "Lee"),
            ("Ahn Gyu-back", "Ahn"),
            ("Cho Hyun", "Cho"),
            ("Lee Harris", "Harris"),
            ("Nguyen Van Duc", "Duc"),
            ("Rafael Quist Jr.", "Quist"),
            ("Pete Hegseth", "Hegseth"),
            ("Pelé", "Pelé"),
            ("Tak Min-seo", "Tak"),
            ("Mary-Jane Watson", "Watson"),
        ] {
            assert_eq!(surname(name), expected, "{name}");
        }
    }

    #[test]
    fn names() {
        for (name, words) in [
            ("Donald J. Trump", "Donald Trump"),
            ("Donald Trump", "Donald J. Trump"),
            ("Luiz Inácio Lula da Silva", "Luiz Silva"),
            ("Jean-Luc Brandt", "jean luc BRANDT"),
            ("Ahn Gyu-back", "Ahn Gyuback"),
            ("Ahn Gyu Back", "Ahn Gyu-back -"),
            ("O. J. Lind Jr.", "OJ Lind Jr"),
        ] {
            assert!(same(name, words), "{words}");
        }
        for (name, words) in [
            ("Bora", "Bora Bora"),
            ("Donald Trump", "Trump"),
            ("Ana Lima Costa", "Ana Lima"),
            ("Ana Lima Costa", "Lima Costa"),
            ("Ana Lima Costa", "Ana Reis Soto Costa"),
            ("Ana Lima Costa", "Costa Ana Lima"),
        ] {
            assert!(!same(name, words), "{words}");
        }
    }

    #[test]
    fn persons() {
        for (name, words) in [
            ("Luiz Inácio Lula da Silva", "Lula da Silva"),
            ("Donald Trump", "Donald J. Trump"),
            ("Ishiba Shigeru", "Shigeru Ishiba"),
            ("Erik Thedéen", "Erik Thedeen"),
            ("Ferdinand Marcos Jr.", "Ferdinand Marcos"),
            ("Ana Lima Costa", "Ana Lima"),
        ] {
            assert!(same_person(name, words), "{words}");
        }
        for (name, words) in [
            ("Lee Jae Myung", "Lee Jae-yong"),
            ("Kim Jong Un", "Kim Jong Il"),
            ("Jana Sýkorová", "Hana Sýkorová"),
            ("Donald Trump", "Trump"),
        ] {
            assert!(!same_person(name, words), "{words}");
        }
        assert!(has_surname("Luiz Inácio Lula da Silva", "Lula"));
        assert!(!has_surname("Ida Moss", "Brandl"));
    }
}
