//! Capitalised phrases: where a name begins and ends.

use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::mentions::Use;
use crate::span::Span;

/// Words before a name that are no part of it.
#[rustfmt::skip]
const HONORIFICS: &[&str] = &[
    "mr.", "mrs.", "ms.", "mx.", "dr.", "prof.", "professor", "gen.", "general", "lt.", "lieutenant", "col.",
    "colonel", "adm.", "admiral", "maj.", "major", "capt.", "captain", "cmdr.", "sgt.", "sir", "dame", "lord",
    "lady", "sen.", "senator", "rep.", "representative", "gov.", "rev.", "father", "sister", "brig.", "hon.", "vice-
    adm.", "king", "queen", "prince", "princess", "judge", "justice", "mr", "mrs", "ms", "dr", "sheikh",
    "ayatollah", "comrade", "retired",
];

/// Small words inside a name.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "der", "den", "di", "du", "van", "von", "ter", "ten", "la",
    "le", "el", "al", "bin", "ibn", "bint", "abu", "ben", "y", "e", "af", "av", "zu", "und", "of", "the",
];

/// Capitalised words that end a name: calendar words and function words at the head of a sentence.
#[rustfmt::skip]
const NEVER: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.",
    "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "the", "a", "an", "this",
    "that", "these", "those", "on", "in", "at", "to", "from", "by", "with", "for", "of", "and", "or", "but", "as",
    "if", "when", "while", "after", "before", "since", "until", "he", "she", "it", "they", "we", "i", "you", "his",
    "her", "its", "their", "our", "my", "some", "many", "most", "all", "both", "each", "no", "not", "there", "here",
    "then", "now", "today", "yesterday", "tomorrow", "last", "next", "what", "which", "who", "how", "why", "where",
    "also", "still", "yet", "so", "under", "over", "about", "nearly", "almost", "during", "despite", "meanwhile",
    "however", "although", "though", "because", "like", "unlike", "along", "among", "between", "against", "into",
    "through", "speaking", "according", "asked", "only", "even", "just", "former", "ex", "late", "acting", "deputy",
    "another", "other", "several", "earlier", "later", "once", "per", "via", "following", "ahead", "amid", "given",
    "whether", "unless", "was", "were", "is", "are",
];

/// Whether a capitalised word is one that no name holds (a weekday, a function word that starts a sentence).
pub fn is_never_name(lower: &str) -> bool {
    NEVER.contains(&lower)
}

/// Whether a word is an honorific or rank before a name.
pub fn is_honorific(lower: &str) -> bool {
    HONORIFICS.contains(&lower)
}

/// The capitalised phrase that starts at the word with this index, honorifics left out: words by index.
pub fn phrase_from(scene: &Scene, mut index: usize) -> Option<std::ops::Range<usize>> {
    // `Prince Philip` may be how the facts name him.
    let known = |index: usize| known_from(scene, index).map(|end| index..end);
    while known(index).is_none()
        && is_honorific(scene.lower(index))
        && scene.words.get(index + 1).is_some_and(|word| word.capital)
    {
        index += 1;
    }
    if let Some(name) = known(index) {
        return Some(name);
    }
    let start = index;
    let mut end = index;
    while let Some(word) = scene.words.get(index) {
        let lower = scene.lower(index);
        let named = word.kind == WordKind::Word && !is_never_name(lower);
        if named && (word.capital || is_caseless(scene.word(index))) {
            end = index + 1;
        } else if !(end > start && word.kind == WordKind::Word && PARTICLES.contains(&lower))
            || index > end + 1
        {
            break;
        }
        index += 1;
        // `Ahn Gyu-back Monday`: a loaded name ends where it ends.
        if known_from(scene, index).is_some() && end == index {
            break;
        }
    }
    (end > start).then_some(start..end)
}

/// The capitalised phrase that ends before the word with this index.
pub fn phrase_to(scene: &Scene, index: usize) -> Option<std::ops::Range<usize>> {
    let end_offset = scene.words.get(index.checked_sub(1)?)?.span.end;
    if let Some(hit) = scene.hit_before(end_offset, |hit| {
        hit.is_any(|r#use| matches!(r#use, Use::Name(_) | Use::Reject | Use::Holder(_)))
    }) {
        return Some(scene.word_from(hit.span.start)..index);
    }
    let mut start = index;
    let mut at = index;
    while at > 0 {
        let word = scene.words[at - 1];
        let lower = scene.lower(at - 1);
        if word.kind == WordKind::Word
            && word.capital
            && !is_never_name(lower)
            && !is_honorific(lower)
        {
            start = at - 1;
        } else if !(start < index
            && PARTICLES.contains(&lower)
            && word.kind == WordKind::Word
            && lower != "of"
            && lower != "the")
        {
            break;
        }
        at -= 1;
    }
    (start < index).then_some(start..index)
}

/// The end of a loaded name that starts at this word.
fn known_from(scene: &Scene, index: usize) -> Option<usize> {
    let start = scene.words.get(index)?.span.start;
    let hit = scene.hit_at(start, |hit| {
        hit.is_any(|r#use| {
            matches!(
                r#use,
                Use::Name(_) | Use::Reject | Use::Unlike | Use::Holder(_)
            )
        })
    });
    let stop = hit
        .map(|hit| hit.span.end)
        .or_else(|| scene.missed_at(start).map(|missed| missed.span.end))?;
    let end = scene.word_from(stop);
    // A word may reach beyond the name (`Seoul-based`): then it is not that name.
    (scene.words.get(end.checked_sub(1)?)?.span.end == stop).then_some(end)
}

/// Letters of a script without capitals.
fn is_caseless(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase())
}

/// The place of words by index.
pub fn span_of(scene: &Scene, range: &std::ops::Range<usize>) -> Span {
    Span::new(
        scene.words[range.start].span.start,
        scene.words[range.end - 1].span.end,
    )
}

/// Whether a sentence is set like a headline, so that capitals tell nothing: nearly every longer word has one, and no full
/// stop ends it; or all is in capitals.
pub fn is_title_case(scene: &Scene) -> bool {
    let all_capitals = !scene.slice(scene.span).chars().any(char::is_lowercase);
    if scene.slice(scene.span).ends_with('.') && !all_capitals {
        return false;
    }
    let long = scene
        .words
        .iter()
        .enumerate()
        .filter(|(index, word)| word.kind == WordKind::Word && scene.word(*index).len() > 3);
    let (total, capital) = long.fold((0, 0), |(total, capital), (_, word)| {
        (total + 1, capital + usize::from(word.capital))
    });
    total >= 3 && capital * 10 >= total * 8
}
