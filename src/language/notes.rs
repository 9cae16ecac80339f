//! Notes about the article itself: `This story was updated on Nov. 9`, `A version of this article appeared in print`.
//!
//! They report nothing of the world, and their dates are the publisher's.

use super::lists::WordList;

/// What a publisher calls what is published.
static PIECES: WordList = WordList::new(
    "\
    article articles story stories post page webpage column report piece version interview review list guide content \
    card entry release document blog analysis recipe video gallery item copy headline caption editorial obituary \
    transcript podcast newsletter feature website site text",
);

/// What a publisher does with it.
static HANDLING: WordList = WordList::new(
    "\
    published updated amended corrected modified edited revised posted reviewed clarified changed republished archived \
    translated adapted appeared appears ran printed uploaded reposted syndicated",
);

/// What changes it after its publication.
static REVISING: WordList =
    WordList::new("updated amended corrected modified edited revised clarified changed reviewed");

/// Words with which a note begins, before a date, a colon or the preposition of a date.
static OPENING: WordList = WordList::new(
    "\
    updated update updates published posted modified corrected amended revised edited reviewed accessed retrieved \
    archived correction corrections clarification republished reposted uploaded",
);

/// Words before one of them.
static BEFORE_OPENING: WordList = WordList::new(
    "last first originally latest page article story post content and editor editors s",
);

/// How many words of a sentence are read for it.
const READ: usize = 24;

/// Whether a sentence is a note about the article itself.
pub fn is_note(sentence: &str) -> bool {
    let words = words(sentence);
    opening(sentence, &words).is_some() || is_handled(&words, &HANDLING)
}

/// Whether a sentence says that the article was changed after its publication, or when: `Update: …`,
/// `Corrected on Nov. 9`, `This post was last updated on Nov. 9`.
pub fn is_revision(sentence: &str) -> bool {
    let words = words(sentence);
    let opened = opening(sentence, &words);
    let opened = opened.is_some_and(|word| {
        [
            "update",
            "updates",
            "correction",
            "corrections",
            "clarification",
            "note",
        ]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
            || REVISING.has(word)
    });
    opened || is_handled(&words, &REVISING)
}

/// The first words of a sentence.
fn words(sentence: &str) -> Vec<&str> {
    let words = sentence.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).take(READ).collect()
}

/// The word that opens a note: the `Updated` of `Last updated: Nov. 9`, the `Correction` of `Correction, Nov. 9:`, the
/// `note` of `Editor's note:`.
fn opening<'a>(sentence: &str, words: &[&'a str]) -> Option<&'a str> {
    let lead = words.iter().take(3);
    let lead = lead.take_while(|word| BEFORE_OPENING.has(word)).count();
    let word = *words.get(lead)?;
    let editors = lead > 0
        && words.first().is_some_and(|first| {
            first.eq_ignore_ascii_case("editor") || first.eq_ignore_ascii_case("editors")
        });
    if editors && word.eq_ignore_ascii_case("note") {
        return Some(word);
    }
    // `UPDATE 2-Bank raises rates` is the headline of a wire
    let at = word.as_ptr() as usize - sentence.as_ptr() as usize;
    let rest = sentence.get(at + word.len()..)?;
    let dated = words.get(lead + 1).is_none_or(|next| {
        ["on", "at", "as", "by", "date"]
            .iter()
            .any(|known| next.eq_ignore_ascii_case(known))
            || super::dates::month(next).is_some()
            || super::dates::is_weekday(next)
            || next.starts_with(|c: char| c.is_ascii_digit()) && !rest.contains('-')
    });
    (OPENING.has(word) && (dated || rest.trim_start().starts_with(':'))).then_some(word)
}

/// `This post was last updated`, `A version of this story appears in print`, `The article has been corrected`.
fn is_handled(words: &[&str], verbs: &WordList) -> bool {
    let this = words
        .windows(2)
        .position(|pair| pair[0].eq_ignore_ascii_case("this") && PIECES.has(pair[1]));
    // of another article only the passive is a note
    let the = match words {
        [the, piece, rest @ ..] if the.eq_ignore_ascii_case("the") && PIECES.has(piece) => {
            is_passive(rest)
        }
        _ => false,
    };
    let from = match this {
        Some(at) => at + 2,
        None if the => 2,
        None => return false,
    };
    let handled = words.iter().skip(from).take(8);
    handled.clone().any(|word| verbs.has(word))
}

/// `was first published`, `has been updated`.
fn is_passive(words: &[&str]) -> bool {
    let mut words = words.iter();
    let helper = words.next().copied().unwrap_or_default();
    let next = words.next().copied().unwrap_or_default();
    match helper.to_ascii_lowercase().as_str() {
        "was" | "were" => true,
        "has" | "have" => next.eq_ignore_ascii_case("been"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_note, is_revision};

    #[test]
    fn notes_about_the_article() {
        for sentence in [
            "This article was amended on Tuesday, 3 November 2025.",
            "A version of this article appeared in print on November 9, 2025, on page 4.",
            "This story was first published on Nov. 9, 2025.",
            "The article has been updated to name the owner.",
            "Last updated on 9 Nov, 2025.",
            "Published: Nov. 9, 2025.",
            "Posted Nov. 9 at 5 p.m.",
            "Retrieved 9 November 2025.",
            "Editor's note: The council met on Nov. 9.",
            "Correction, Nov. 9: The mayor is not the owner.",
            "Update: The repairs ended on Nov. 9.",
        ] {
            assert!(is_note(sentence), "{sentence}");
        }
    }

    #[test]
    fn news_of_articles_and_changes() {
        for sentence in [
            "The council met on Nov. 9.",
            "UPDATE 2-Norland bank raises rates",
            "The report says that the law was amended on Nov. 9.",
            "This week the council published the budget.",
            "Updated rules bind every harbor.",
            "The rules were amended on Nov. 9.",
            "Corrections officers met on Nov. 9.",
        ] {
            assert!(!is_note(sentence), "{sentence}");
        }
    }

    #[test]
    fn revisions() {
        for sentence in [
            "Update: The repairs ended on Nov. 9.",
            "This post was last updated on Nov. 9.",
            "Editors' note: The owner has since left.",
            "Updated Nov. 9.",
        ] {
            assert!(is_revision(sentence), "{sentence}");
        }
        for sentence in [
            "This story was first published on Nov. 9, 2025.",
            "Published: Nov. 9, 2025.",
            "The council met on Nov. 9.",
        ] {
            assert!(!is_revision(sentence), "{sentence}");
        }
    }
}
