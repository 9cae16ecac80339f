//! The tense of a clause, from the nearest verb group.

mod words;

#[cfg(test)]
mod tests;

pub use super::dates::Tense;
use crate::span::Span;
use words::{
    AHEAD, BE, BEFORE_ADJECTIVES, BETWEEN, DETERMINERS, INSIDE, INTENDS, IRREGULAR, MODALS, MOVED,
    NOT_PAST, PARTICIPLE, PAST_HELPERS, PLANNED, PRESENT,
};

/// How far around the place verbs are looked for, in bytes: a verb further off is another clause's, and a hostile
/// sentence of a megabyte costs no more than another.
const REACH: usize = 320;

/// The tense of the verb that stands nearest before `at` in the clause, else of the first after it.
///
/// `will meet`, `is to`, `is set for`, `plans to`, `due on` are Future. `met`, `was held`, `has agreed` are Past.
/// A plan told in the past (`was scheduled for`, `was expected`, `was announced for that day`) and the plain
/// present are Unknown: they do not tell whether the day has passed.
pub fn of(text: &str, clause: Span, at: usize) -> Tense {
    if is_ahead(text, clause, at) {
        return Tense::Unknown;
    }
    let mut before = None;
    for (place, tense) in groups(text, clause, at) {
        if place < at {
            before = Some(tense);
        } else {
            return before.unwrap_or(tense);
        }
    }
    before.unwrap_or_default()
}

/// Whether a word right before the place looks ahead from the time of the clause: `was elected, effective April 1`, `was
/// launched in 1984 and matures on Nov. 15`, `started today and continues tomorrow`.
fn is_ahead(text: &str, clause: Span, at: usize) -> bool {
    let start = clause.start.max(at.saturating_sub(REACH));
    let words = words_of(text, Span::new(start, at.max(start)));
    let mut before = words.iter().rev().map(|span| span.of(text));
    let word = before.find(|word| !is_in(word, BETWEEN));
    word.is_some_and(|word| is_in(word, AHEAD))
}

/// Whether the span holds a verb.
pub(crate) fn has_verb(text: &str, span: Span) -> bool {
    let near = Span::new(span.start, span.end.min(span.start.saturating_add(REACH)));
    let words = self::words_of(text, near);
    !verbs(text, &words).is_empty() || words.iter().any(|word| is_in(word.of(text), PRESENT))
}

/// The verb groups around a place: where each begins, and its tense.
fn groups(text: &str, clause: Span, at: usize) -> Vec<(usize, Tense)> {
    let start = clause.start.max(at.saturating_sub(REACH));
    let end = clause.end.min(at.saturating_add(REACH));
    verbs(text, &words_of(text, Span::new(start, end.max(start))))
}

/// The words of a span, widened inwards to character boundaries; an apostrophe separates (`they` `ll`).
fn words_of(text: &str, span: Span) -> Vec<Span> {
    let mut start = span.start.min(text.len());
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut end = span.end.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut words = Vec::new();
    let mut open = None;
    for (n, c) in text.get(start..end).unwrap_or_default().char_indices() {
        match (c.is_alphanumeric(), open) {
            (true, None) => open = Some(start + n),
            (false, Some(from)) => {
                words.push(Span::new(from, start + n));
                open = None;
            }
            _ => {}
        }
    }
    if let Some(from) = open {
        words.push(Span::new(from, end));
    }
    words
}

/// Whether a word stands in a list.
fn is_in(word: &str, list: u16) -> bool {
    words::roles(word) & list != 0
}

/// Whether a word is one of a few.
fn is_any(word: &str, few: &[&str]) -> bool {
    few.iter().any(|one| one.eq_ignore_ascii_case(word))
}

fn verbs(text: &str, words: &[Span]) -> Vec<(usize, Tense)> {
    let word = |at: usize| words.get(at).map_or("", |span| span.of(text));
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let place = words[at].start;
        // `its long-awaited talks`, but `it re-elected him`
        let joined = text
            .get(..place)
            .is_some_and(|before| before.ends_with('-'));
        let prefix = |at: usize| is_any(word(at - 1), &["re", "co", "pre", "over", "de"]);
        if joined && at > 0 && is_past_form(word(at)) && !prefix(at) {
            at += 1;
            continue;
        }
        let (tense, end) = match verb(&word, at) {
            Some(found) => found,
            None => {
                at += 1;
                continue;
            }
        };
        found.push((place, tense));
        at = end.max(at + 1);
    }
    found
}

/// The verb group that begins at a word: its tense, and the first word after it.
fn verb<'a>(word: &impl Fn(usize) -> &'a str, at: usize) -> Option<(Tense, usize)> {
    let this = word(at);
    let previous = at.checked_sub(1).map_or("", word);
    if is_in(this, MODALS) {
        // a month, a name, a can: helpers are not capitalised inside a sentence
        let name = this.starts_with(char::is_uppercase) && at > 0;
        let end = group_end(word, at + 1);
        let perfect = (at + 1..end).any(|n| word(n).eq_ignore_ascii_case("have"));
        let won = this.eq_ignore_ascii_case("won") && !word(at + 1).eq_ignore_ascii_case("t");
        if won {
            return Some((Tense::Past, at + 1));
        }
        let tense = if perfect {
            Tense::Unknown
        } else {
            Tense::Future
        };
        return (!name).then_some((tense, end));
    }
    let plan = |from: usize| {
        let after = skip(word, from);
        // `is to be held`: all of it
        let to = word(after).eq_ignore_ascii_case("to");
        let end = match to {
            true => group_end(word, after + 1),
            false => after + 2,
        };
        (to || is_plan(word, after)).then_some(end)
    };
    if is_in(this, BE) {
        return Some(match plan(at + 1) {
            Some(end) => (Tense::Future, end),
            None if previous.eq_ignore_ascii_case("to") => (Tense::Future, group_end(word, at + 1)),
            None => (Tense::Unknown, group_end(word, at + 1)),
        });
    }
    if is_in(this, PAST_HELPERS) {
        if let Some(end) = plan(at + 1) {
            return Some((Tense::Unknown, end));
        }
        let end = group_end(word, at + 1);
        // `had a plan` has no participle: the next words stay to be read
        let verb_at = skip(word, at + 1);
        let helper = is_past_form(word(verb_at));
        return Some((Tense::Past, if helper { end } else { at + 1 }));
    }
    // `agreed to meet`, not `agreed to the plan`
    let verb_follows = word(at + 1).eq_ignore_ascii_case("to") && !is_in(word(at + 2), DETERMINERS);
    if is_in(this, INTENDS) && verb_follows && !is_in(previous, BEFORE_ADJECTIVES) {
        return Some((Tense::Future, at + 2));
    }
    if is_in(this, PLANNED) && is_any(word(at + 1), &["for", "to", "on"]) {
        return Some((Tense::Future, at + 1));
    }
    if is_plan(word, at) {
        return Some((Tense::Unknown, at + 1));
    }
    if is_past_form(this)
        && !is_in(previous, BEFORE_ADJECTIVES)
        && !this.starts_with(char::is_uppercase)
    {
        return Some((Tense::Past, at + 1));
    }
    None
}

/// Whether a participle tells a plan: `scheduled for`, `due on`, `moved to`.
fn is_plan<'a>(word: &impl Fn(usize) -> &'a str, at: usize) -> bool {
    let next = word(at + 1);
    is_in(word(at), PLANNED)
        && is_any(
            next,
            &[
                "to", "for", "on", "in", "at", "by", "that", "until", "this", "next", "later",
                "and",
            ],
        )
        || is_in(word(at), MOVED) && is_any(next, &["to", "for", "until"])
}

/// Whether a word is a past form.
pub(crate) fn is_past_form(word: &str) -> bool {
    let regular = word.len() > 3 && word.ends_with("ed") && !is_in(word, NOT_PAST);
    regular || is_in(word, IRREGULAR | PARTICIPLE)
}

/// Past adverbs and helpers inside a verb group.
fn skip<'a>(word: &impl Fn(usize) -> &'a str, from: usize) -> usize {
    let mut at = from;
    while at < from + 5 && (is_in(word(at), INSIDE) || word(at).ends_with("ly")) {
        at += 1;
    }
    at
}

/// The first word after the main verb of a group whose helper stands before `from`.
fn group_end<'a>(word: &impl Fn(usize) -> &'a str, from: usize) -> usize {
    skip(word, from) + 1
}
