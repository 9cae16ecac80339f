//! Nouns in messages: where English has an article.

/// What bodies, places and things are called by a common noun: such a name takes `the`.
const COMMON: &str = "Agency Agreement Accord Alliance Area Assembly Association Bridge Bureau Cabinet Center Centre \
    Coast Command Commission Committee Congress Council Court Cup Dam Department Federation Festival Forces Forum Fund \
    Games Government House Institute Kingdom Laboratory League Ministry Museum Nations Navy Army Ocean Office \
    Organisation Organization Pact Parliament Party Peninsula Pentagon Program Programme Republic River Sea Senate \
    Society States Netherlands Philippines Bahamas Maldives Emirates Station Treaty Tribunal Union University Zone";

/// Short names of nations and bodies that take `the` though they are names.
const SHORT: &[&str] = &[
    "U.S.", "US", "USA", "U.K.", "UK", "EU", "E.U.", "UN", "U.N.", "UAE", "DRC", "ROK", "DPRK",
];

/// With `the` where English has it: before what is no name, and before a name that is a common noun
/// (`the Demilitarized Zone`, but `South Korea`).
pub fn the(phrase: &str) -> String {
    let head = phrase.split(" of ").next().unwrap_or(phrase);
    let first = phrase.split_whitespace().next().unwrap_or_default();
    let last = head.split_whitespace().next_back().unwrap_or_default();
    let is_name = phrase.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let common = COMMON.split_whitespace().any(|noun| noun == last);
    let owned = phrase.contains("'s ") || phrase.contains("s' ");
    let has_article = ["the", "a", "an"].contains(&first.to_lowercase().as_str());
    if SHORT.contains(&phrase) {
        return format!("the {phrase}");
    }
    if has_article || is_name && (!common || owned) {
        phrase.to_string()
    } else {
        format!("the {phrase}")
    }
}

#[cfg(test)]
mod tests {
    use super::the;

    #[test]
    fn short_names_of_nations_take_the_article() {
        for (phrase, with) in [
            ("U.S.", "the U.S."),
            ("EU", "the EU"),
            ("Norland", "Norland"),
            ("NATO", "NATO"),
            ("Pentagon", "the Pentagon"),
        ] {
            assert_eq!(the(phrase), with);
        }
    }
}
