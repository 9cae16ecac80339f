//! Notes of a publisher about its own article: corrections, updates, where and when it was printed. Their dates are no
//! report, and their figures are quoted to be put right.

/// What an article calls itself.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "article", "story", "report", "post", "page", "piece", "column", "version", "headline", "caption", "item", "interview",
    "transcript", "text", "copy", "entry", "obituary", "review", "release", "essay", "feature", "profile", "blog",
    "newsletter", "explainer", "liveblog", "guide", "graphic", "chart", "map", "editorial", "edition", "commentary",
];

/// What is done to an article, or it does.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "amended", "updated", "corrected", "revised", "edited", "modified", "published", "republished", "posted", "reposted",
    "changed", "clarified", "adapted", "translated", "reviewed", "appeared", "appears", "ran", "printed", "syndicated",
    "misstated", "misidentified", "misspelled", "misspelt", "misquoted", "produced", "reissued", "appended", "retracted",
    "removed", "replaced", "aired", "released", "issued", "filed", "excerpted", "retrieved", "accessed", "archived", "uploaded",
];

/// How a paragraph begins that is a note: the words before its colon, dash or date.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "correction", "corrections", "clarification", "clarifications", "update", "updated", "editor's note", "editors' note",
    "editors note", "editor note", "publisher's note", "note to readers", "erratum", "corrigendum", "retraction", "amendment",
    "correction notice", "last updated", "last modified", "first published", "originally published", "this story has been updated",
];

/// Words before the verb of a note that begins with it: `Last updated on …`.
const ADVERBS: &[&str] = &[
    "last",
    "first",
    "originally",
    "previously",
    "initially",
    "most",
    "recently",
];

/// Words after the verb of a note that begins with it: `Amended on …`, `Published in the print edition of …`.
const AFTER: &[&str] = &["on", "at", "in", "date", "to", "by"];

/// How many words of a sentence are looked at.
const WORDS: usize = 80;

/// Whether a paragraph is a note by its first words.
///
/// | note | no note |
/// | --- | --- |
/// | `Correction, Nov. 9: The pier was sold in June.` | `Corrections cost the town dear.` |
/// | `Editor's note: This was written before the vote.` | `Update your records by Nov. 9.` |
pub fn opens_note(paragraph: &str) -> bool {
    const LABEL: usize = 60;
    let start = bare(paragraph);
    let opening = OPENINGS.iter().find(|opening| {
        let own = start.get(..opening.len());
        own.is_some_and(|own| own.eq_ignore_ascii_case(opening))
    });
    let Some(rest) = opening.and_then(|opening| start.get(opening.len()..)) else {
        return false;
    };
    let sign = rest.find([':', '—', '|']).filter(|at| *at <= LABEL);
    let Some(label) = sign.and_then(|at| rest.get(..at)) else {
        return false;
    };
    // Between them only a date, a time, a bracket
    let mut words = label.split(|c: char| !c.is_alphanumeric());
    !rest.starts_with(char::is_alphanumeric)
        && words.all(|word| {
            !word.starts_with(char::is_lowercase)
                || [
                    "on", "at", "a", "m", "p", "am", "pm", "of", "added", "appended",
                ]
                .contains(&word)
        })
}

/// Whether a sentence is about the article that it is in.
///
/// | note | no note |
/// | --- | --- |
/// | `This article was amended on 12 November 2025.` | `The report was published on 12 November 2025.` |
/// | `A version of it appeared in print on Nov. 9.` | `A version of the ferry was shown on Nov. 9.` |
/// | `An earlier version of this story misstated the price.` | `This pier was corrected by a mason.` |
/// | `Last updated Nov. 9, 2025.` | `Published on Nov. 9, the plan names no price.` |
/// | `We have updated this page on Nov. 9.` | `This page of the treaty was lost on Nov. 9.` |
pub fn is_note(sentence: &str) -> bool {
    let sentence = bare(sentence);
    let words: Vec<String> = sentence
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .map(str::to_lowercase)
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    names_itself(&words) || is_version(&words) || begins_with_verb(sentence, &words)
}

/// What changes an article after its publication.
#[rustfmt::skip]
const REVISIONS: &[&str] = &[
    "updated", "amended", "corrected", "modified", "edited", "revised", "clarified", "changed", "reviewed", "update",
    "updates", "correction", "corrections", "clarification", "note",
];

/// Whether a sentence says that the article was changed after its publication, or when.
///
/// | revision | none |
/// | --- | --- |
/// | `Update: The repairs ended on Nov. 9.` | `Published: Nov. 9, 2025.` |
/// | `This post was last updated on Nov. 9.` | `This story was first published on Nov. 9.` |
pub fn is_revision(sentence: &str) -> bool {
    let mut words = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(WORDS);
    (opens_note(sentence) || is_note(sentence))
        && words.any(|word| {
            REVISIONS
                .iter()
                .any(|known| word.eq_ignore_ascii_case(known))
        })
}

/// Whether a sentence goes on about what the note before it was about: `It was first published on …`.
pub fn continues_note(sentence: &str) -> bool {
    let start = bare(sentence);
    let subjects = [
        "It ",
        "The article ",
        "The story ",
        "The headline ",
        "That version ",
    ];
    subjects.iter().any(|subject| start.starts_with(subject))
}

/// `This article was amended`, `this story, first published on …`, `We have corrected this report`.
fn names_itself(words: &[&str]) -> bool {
    /// How far behind its name the verb may stand.
    const REACH: usize = 7;
    let is_verb = |word: &&&str| VERBS.contains(*word);
    words.windows(2).enumerate().any(|(at, pair)| {
        if pair[0] != "this" || !NOUNS.contains(&pair[1]) {
            return false;
        }
        let after = words.get(at + 2..).unwrap_or_default();
        // `this page of the treaty` is a page of something else
        let of_other = after.first() == Some(&"of") && after.get(1) != Some(&"this");
        let before = words.get(..at).unwrap_or_default();
        let object = before.last().is_some_and(|verb| VERBS.contains(verb));
        object || !of_other && after.iter().take(REACH).any(|word| is_verb(&word))
    }) || words.first().is_some_and(|noun| NOUNS.contains(noun))
        && words.get(1).is_some_and(|verb| VERBS.contains(verb))
        && !words.contains(&"the")
}

/// `A version of this article`, `An earlier version of it`, `The original version of the story`.
fn is_version(words: &[&str]) -> bool {
    let start = words.get(..8.min(words.len())).unwrap_or_default();
    let Some(at) = start
        .iter()
        .position(|word| matches!(*word, "version" | "versions"))
    else {
        return false;
    };
    let of = words.get(at + 1) == Some(&"of");
    let own = match words.get(at + 2) {
        Some(&"it") => true,
        Some(&"this" | &"the") => words.get(at + 3).is_some_and(|noun| NOUNS.contains(noun)),
        _ => false,
    };
    let earlier = start.iter().any(|word| {
        matches!(
            *word,
            "earlier" | "previous" | "original" | "online" | "print"
        )
    });
    let told = words.iter().any(|word| {
        VERBS.contains(word)
            || matches!(
                *word,
                "said" | "stated" | "incorrectly" | "gave" | "omitted"
            )
    });
    of && own || earlier && at <= 3 && told && !of
}

/// `Last updated Nov. 9, 2025`, `Amended on 12 November to correct a name`; no `Published on Nov. 9, the plan names …`.
fn begins_with_verb(sentence: &str, words: &[&str]) -> bool {
    const LONGEST: usize = 18;
    let adverbs = words
        .iter()
        .take_while(|word| ADVERBS.contains(word))
        .count();
    let Some(verb) = words.get(adverbs) else {
        return false;
    };
    let after = words.get(adverbs + 1).copied().unwrap_or_default();
    let dated =
        after.starts_with(|c: char| c.is_ascii_digit()) || super::dates::month(after).is_some();
    let goes_on = sentence
        .match_indices(", ")
        .filter_map(|(at, sign)| sentence.get(at + sign.len()..))
        .any(|rest| {
            let word = rest.split(' ').next().unwrap_or_default();
            let own = ["on", "at", "in", "and", "to", "issue", "edition"];
            let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            bare.starts_with(char::is_lowercase) && !own.contains(&bare)
                || matches!(word, "The" | "A")
        });
    VERBS.contains(verb)
        && (adverbs > 0 || AFTER.contains(&after) || dated)
        && words.len() <= LONGEST
        && !goes_on
}

/// A text without the signs that notes are set in: `(`, `*`, `[`.
fn bare(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_about_the_article() {
        for sentence in [
            "This article was amended on 12 November 2025.",
            "This article was amended on 12 November 2025 because an earlier version gave the wrong price.",
            "This story has been updated.",
            "This story was first published on Nov. 9, 2025.",
            "This report, which was originally published on Nov. 9, has been revised.",
            "(This post was updated on Nov. 9 to add a reply.)",
            "A version of this article appeared in print on Nov. 9, 2025, on page A1.",
            "A version of it appeared in print on Nov. 9, 2025, on page A1.",
            "An earlier version of this story misstated the price of the pier.",
            "An earlier version misspelled the name of the mayor.",
            "A previous version of the article said that the pier was sold on Nov. 31.",
            "The original version of this column ran on Nov. 9.",
            "The headline of this article was changed on 9 November.",
            "We have corrected this report.",
            "Last updated Nov. 9, 2025",
            "Last modified on Mon 9 Nov 2025.",
            "First published on 9 November 2025.",
            "Originally published at 5 p.m. on Nov. 9, 2025.",
            "Amended on 12 November 2025 to correct a name.",
            "Updated on Nov. 9, 2025, at 5:40 p.m.",
            "Published in the print edition of the November 9, 2025, issue.",
            "Article updated on Nov. 9, 2025.",
        ] {
            assert!(is_note(sentence), "{sentence}");
        }
    }

    #[test]
    fn sentences_about_something_else() {
        for sentence in [
            "The report was published on 12 November 2025.",
            "A version of the ferry was shown on Nov. 9.",
            "This pier was corrected by a mason.",
            "Published on Nov. 9, the plan names no price.",
            "This page of the treaty was lost on Nov. 9.",
            "The law was amended on 12 November 2025.",
            "The mayor published the accounts on Nov. 9.",
            "Updated figures show that the town lost 40 boats on Nov. 9.",
            "The earlier vote was held on Nov. 9.",
            "This week the town published its accounts.",
            "It was published on Nov. 9.",
            "",
        ] {
            assert!(!is_note(sentence), "{sentence}");
        }
        assert!(continues_note("It was first published on Nov. 9."));
        assert!(!continues_note("Its mayor spoke on Nov. 9."));
    }

    #[test]
    fn paragraphs_that_are_notes() {
        for paragraph in [
            "Correction, Nov. 9: The pier was sold in June.",
            "Correction (Nov. 9, 2025): The pier was sold in June.",
            "CORRECTION: The pier was sold in June.",
            "Clarification: The pier was sold in June.",
            "Editor's note: This was written before the vote.",
            "*Editor's Note — This was written before the vote.",
            "Update, Nov. 9, 5:40 p.m.: The pier was sold.",
            "UPDATE: The pier was sold on Nov. 9.",
            "Last updated: Nov. 9, 2025",
        ] {
            assert!(opens_note(paragraph), "{paragraph}");
        }
        for paragraph in [
            "Corrections cost the town dear: it paid on Nov. 9.",
            "Update your records by Nov. 9: the town asks for it.",
            "The correction: the pier was sold on Nov. 9.",
            "Updates on the pier follow.",
            "",
        ] {
            assert!(!opens_note(paragraph), "{paragraph}");
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
