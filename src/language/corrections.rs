//! Notices that correct an article: whatever they quote is no statement of the article.

/// Words that begin a notice: `Correction: …`, `Corrections (Nov. 3): …`.
#[rustfmt::skip]
const HEADS: &[&str] = &[
    "correction", "corrections", "clarification", "clarifications", "erratum", "errata", "corrigendum", "corrigenda",
];

/// What is corrected.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "article", "articles", "story", "stories", "report", "headline", "headlines", "caption", "captions", "version", "versions",
    "item", "column", "editorial", "obituary", "review", "graphic", "chart", "map", "table", "infographic", "summary", "dispatch",
    "post", "newsletter", "piece", "page", "list", "edition", "editions", "paragraph", "sentence", "profile", "interview", "subheading",
    "photo", "photograph", "picture", "text", "brief", "tweet", "teaser", "we", "blog", "transcript", "video",
];

/// Verbs of getting something wrong.
#[rustfmt::skip]
const MISTAKES: &[&str] = &[
    "misstat", "misspel", "misidentif", "misreport", "misattribut", "misquot", "misnam", "mischaracteri", "miscalculat", "misdat",
    "misdescrib", "misrepresent", "mislabel", "mis-stat", "mis-spel", "misplac", "transpos",
];

/// Adverbs that make a mistake of what was said.
#[rustfmt::skip]
const ADVERBS: &[&str] = &[
    "incorrectly", "wrongly", "mistakenly", "erroneously", "inaccurately", "inadvertently", "previously", "originally", "initially",
    "earlier",
];

/// Verbs of saying, which an adverb or an earlier version of the article makes a mistake.
#[rustfmt::skip]
const SAYING: &[&str] = &[
    "said", "stated", "gave", "reported", "identified", "named", "described", "listed", "referred", "attributed", "included", "omitted",
    "put", "showed", "suggested", "implied", "indicated", "called", "credited", "quoted", "placed", "read", "spelled", "spelt",
    "mentioned", "noted", "contained", "carried", "appeared",
];

/// The same of an earlier version.
const OF_A_VERSION: &[&str] = &["had", "used", "was", "were", "did"];

/// Adjectives of a version that was replaced.
const EARLIER: &[&str] = &[
    "earlier", "previous", "original", "prior", "initial", "older", "first", "last", "sunday's",
];

/// Errors of a newsroom.
#[rustfmt::skip]
const ERRORS: &[&str] = &[
    "editing", "editorial", "reporting", "production", "typographical", "transcription", "copy", "editor's", "editors", "reporter's",
    "translation", "typing",
];

/// So many words from what was published to what went wrong in it.
const REACH: usize = 14;

/// Whether a sentence is a notice of a correction: `Correction: …`, `An earlier version of this article misstated …`, `The
/// caption wrongly gave …`. An author of such a sentence quotes the mistake.
pub(crate) fn is_correction(sentence: &str) -> bool {
    let trimmed = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    let trimmed = trimmed.strip_prefix("A ").unwrap_or(trimmed);
    let head = trimmed
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let after = trimmed.get(head.len()..).unwrap_or_default().trim_start();
    let is_head = |head: &str| HEADS.iter().any(|one| one.eq_ignore_ascii_case(head));
    let both = ["and", "or", "&"]
        .iter()
        .filter_map(|joint| after.strip_prefix(joint))
        .any(|rest| {
            is_head(
                rest.trim_start()
                    .split(|c: char| !c.is_alphanumeric())
                    .next()
                    .unwrap_or_default(),
            )
        });
    if is_head(head)
        && (both
            || after.is_empty()
            || after.starts_with([':', '(', '.', '—', '-', ',', '[', '*', '_']))
    {
        return true;
    }
    if is_notice_of_title(sentence) {
        return true;
    }
    // Most sentences hold none of these: the cheap question first.
    let lower = sentence.to_lowercase();
    let may = MISTAKES.iter().chain(ADVERBS).chain(EARLIER);
    if !may.into_iter().any(|word| lower.contains(word))
        && !lower.contains("correct")
        && !lower.contains("amended")
        && !lower.contains(" error")
        && !lower.contains(" mistake")
    {
        return false;
    }
    if lower.contains("regrets the error") || lower.contains("regret the error") {
        return true;
    }
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let word = |index: usize| words.get(index).copied().unwrap_or_default();
    (0..words.len()).any(|at| {
        // `Because of an editing error, …`
        if ERRORS.contains(&word(at)) && matches!(word(at + 1), "error" | "mistake") {
            return true;
        }
        if !PUBLISHED.contains(&word(at)) {
            return false;
        }
        let reach = at + 1..words.len().min(at + 1 + REACH);
        let earlier = at > 0
            && EARLIER.contains(&word(at - 1))
            && reach.clone().any(|index| is_published_here(&word, index));
        reach.clone().any(|index| {
            let mistake = MISTAKES.iter().any(|stem| word(index).starts_with(stem));
            let adverb = ADVERBS.contains(&word(index)) && SAYING.contains(&word(index + 1));
            let version =
                earlier && (SAYING.contains(&word(index)) || OF_A_VERSION.contains(&word(index)));
            let corrected = matches!(word(index), "corrected" | "amended")
                && matches!(
                    word(index.saturating_sub(1)),
                    "been" | "was" | "were" | "has" | "is"
                );
            mistake || adverb || version || corrected && is_this(&word, at)
        })
    })
}

/// Whether a sentence takes back the one before it: `That was wrong; there are 12.`
pub(crate) fn is_retraction(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let mut words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let (first, second, third) = (words.next(), words.next(), words.next());
    let fourth = words.next();
    let subject = matches!(first, Some("that" | "this" | "it" | "both" | "the"));
    match (second, third) {
        (
            Some("was" | "is" | "were" | "figure" | "number"),
            Some("wrong" | "incorrect" | "untrue" | "mistaken" | "false" | "inaccurate"),
        ) => subject,
        (Some("should"), Some("have")) => subject && matches!(fourth, Some("been" | "read")),
        (Some("should"), Some("read" | "be")) => subject,
        _ => false,
    }
}

/// `An article about ferries (Slow boats, 31 October) said that …`: only a notice names title and day of an article.
fn is_notice_of_title(sentence: &str) -> bool {
    let rest = ["An ", "A ", "Our "]
        .iter()
        .find_map(|article| sentence.strip_prefix(article));
    let noun = rest
        .and_then(|rest| rest.split(' ').next())
        .unwrap_or_default();
    let published =
        PUBLISHED.contains(&noun) && !matches!(noun, "report" | "list" | "table" | "map" | "chart");
    let Some((inside, behind)) = rest
        .filter(|_| published)
        .and_then(|rest| rest.split_once(" ("))
        .and_then(|(_, rest)| rest.split_once(')'))
    else {
        return false;
    };
    let dated = inside.contains(", ") && inside.ends_with(|c: char| c.is_ascii_digit());
    let verb = behind.split_whitespace().next().unwrap_or_default();
    dated && SAYING.contains(&verb)
}

/// `of this article`: an earlier version of a bill is none of ours.
fn is_published_here<'a>(word: &impl Fn(usize) -> &'a str, index: usize) -> bool {
    PUBLISHED.contains(&word(index)) && !matches!(word(index), "version" | "edition" | "we")
        || matches!(
            (word(index), word(index + 1)),
            ("misstated" | "misspelled", _)
        )
}

/// Whether the article speaks of itself: `this article has been corrected`.
fn is_this<'a>(word: &impl Fn(usize) -> &'a str, at: usize) -> bool {
    (1..=3).any(|steps| at >= steps && word(at - steps) == "this") || at == 1 && word(0) == "the"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices() {
        for sentence in [
            "Correction: The height of the tower is 40 meters.",
            "Corrections and clarifications",
            "A correction: the tower is 40 meters high.",
            "An article about ferries (Slow boats, October 31) said that the tower is 40 meters high.",
            "CORRECTION (Nov. 3): Ferries sail on Friday.",
            "An earlier version of this article misstated the number of ferries as 14.",
            "An earlier version misspelled the name of the mayor.",
            "A previous version of this story said the mayor had 14 ferries.",
            "The original version of the report gave the date as 3 May.",
            "Because of an editing error, an article on Monday about ferries misstated their number.",
            "The caption wrongly gave the year as 1998.",
            "A headline on Friday misidentified the mayor.",
            "This article originally stated that 14 ferries sail.",
            "We mistakenly reported that 14 ferries sail.",
            "Editor's note: this story has been corrected to say that 12 ferries sail.",
        ] {
            assert!(is_correction(sentence), "{sentence}");
        }
    }

    #[test]
    fn retractions() {
        assert!(is_retraction("That was wrong; there are 12 ferries."));
        assert!(is_retraction("It should have been 12."));
        assert!(!is_retraction("That was the wrong ferry."));
        assert!(!is_retraction("It should rain on Friday."));
    }

    #[test]
    fn other_sentences() {
        for sentence in [
            "An earlier version of the bill would have paid for 14 ferries.",
            "The correction of the harbor wall took 14 months.",
            "The mayor corrected the speaker twice.",
            "The article said that 14 ferries sail.",
            "The mayor misstated his age.",
            "It was an error of judgment to sail.",
            "Police wrongly arrested 14 sailors.",
            "The story was first told in 1998.",
            "Correction officers met in Arle.",
        ] {
            assert!(!is_correction(sentence), "{sentence}");
        }
    }
}
