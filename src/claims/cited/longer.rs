//! Names inside longer names: `Anna Petra Lindhome-Berg` is not Petra Lindhome.

use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::mentions::near::lexicon;
use crate::span::Span;

/// Second halves of compound adjectives: before them a name stays the name (`the Lindhome-led council`).
#[rustfmt::skip]
const ADJECTIVES: &[&str] = &[
    "led", "run", "born", "era", "style", "like", "wide", "free", "made", "built", "bound", "held", "type", "esque", "area", "only",
];

/// Words behind a name that do not lengthen it.
#[rustfmt::skip]
const SUFFIXES: &[&str] = &[
    "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "co", "co.", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "llc", "plc", "ag", "gmbh",
    "company", "corporation", "group", "limited",
];

/// Particles that go on a name before a capitalized word: `Petra Lindhome von Berg`.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "von", "van", "de", "del", "della", "di", "da", "dos", "du", "den", "der", "ter", "bin", "ibn", "y", "zu",
];

/// Whether the name at this place is a part of a longer one: a hyphen joins it to another, a given name stands before it,
/// or another name behind it. In a headline, where nearly every word has a capital, only words that are names do.
///
/// A name of one word in the name of a thing that is called after it (`the Zaporizhzia Nuclear Power Plant`) is none.
pub(crate) fn is_part_of_longer(scene: &Scene, name: Span) -> bool {
    let words = scene.word_range(name);
    // A name in a script without capitals has no borders that show.
    if words.is_empty() || !scene.words[words.start].capital {
        return false;
    }
    let text = scene.text();
    let before = text.get(..name.start).unwrap_or_default();
    let after = text.get(name.end..).unwrap_or_default();
    // A hyphen may stand inside the word that the name begins or ends in (`Lindhome-Berg`).
    if let Some(joined) = after.strip_prefix('-')
        && lengthens(joined)
    {
        return true;
    }
    if let Some(joined) = before.strip_suffix('-') {
        let first = joined.rsplit(|c: char| !c.is_alphanumeric()).next();
        return first.is_some_and(|word| word.starts_with(char::is_uppercase));
    }
    let headline = names::is_title_case(scene);
    let several = words.len() > 1;
    follows(scene, name, words.start, headline) || goes_on(scene, name, headline, several)
}

/// Whether the name begins that of a thing: `the Petra Lindhome Foundation`, `the Bombay High Court`.
pub(crate) fn is_in_name_of_thing(scene: &Scene, name: Span) -> bool {
    goes_on(scene, name, names::is_title_case(scene), true)
}

/// Whether what a hyphen joins to the end of a name makes another name or noun of it.
fn lengthens(joined: &str) -> bool {
    let end = joined
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(joined.len());
    let word = joined.get(..end).unwrap_or_default();
    let lower = word.to_lowercase();
    let adjective =
        ADJECTIVES.contains(&&*lower) || lower.ends_with("ed") || lower.ends_with("ing");
    !(word.is_empty() || word.starts_with(char::is_lowercase) && adjective)
}

/// Whether a given name stands before the name: `Anna Petra Lindhome`.
fn follows(scene: &Scene, name: Span, start: usize, headline: bool) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    let (word, lower) = (scene.words[before], scene.lower(before));
    let adjoins = word.span.end + 1 == name.start && scene.text()[word.span.end..].starts_with(' ');
    if !adjoins || word.kind != WordKind::Word || !word.capital || names::is_never_name(lower) {
        return false;
    }
    let written = scene.word(before);
    if written.ends_with('.') {
        // `A. Petra Lindhome`, but `Sen. Petra Lindhome`
        return written.chars().filter(|c| c.is_alphabetic()).count() == 1;
    }
    let capitals = written.chars().count() > 1 && !written.chars().any(char::is_lowercase);
    let is_word = lexicon::is_word(lower);
    // `Mark Petra Lindhome's words` begins a sentence with a verb.
    lexicon::is_name(lower)
        && !capitals
        && !names::is_honorific(lower)
        && !(is_word && (before == 0 || headline))
}

/// Whether another name follows the name: `Petra Lindhome Berg`; with `things` also an ordinary word with a capital:
/// `the Petra Lindhome Foundation`.
fn goes_on(scene: &Scene, name: Span, headline: bool, things: bool) -> bool {
    let next = scene.word_from(name.end);
    let adjoins = |index: usize, end: usize| {
        let word = scene.words.get(index);
        word.is_some_and(|word| word.span.start == end + 1 && scene.text()[end..].starts_with(' '))
    };
    if !adjoins(next, name.end) {
        return false;
    }
    let (word, lower) = (scene.words[next], scene.lower(next));
    if PARTICLES.contains(&lower) && !word.capital {
        let after = next + 1;
        return adjoins(after, word.span.end) && scene.words[after].capital;
    }
    let written = scene.word(next);
    let capitals = written.chars().count() > 1 && !written.chars().any(char::is_lowercase);
    let lengthens = word.kind == WordKind::Word
        && word.capital
        && !capitals
        && !names::is_never_name(lower)
        && !SUFFIXES.contains(&lower);
    let is_word = lexicon::is_word(lower);
    lengthens
        && match headline {
            true => !is_word && lexicon::is_name(lower),
            false => things || !is_word,
        }
}
