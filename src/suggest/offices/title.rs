//! A title beside a name, and the body whose title it is.

use std::ops::Range;

use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::language::nations;
use crate::mentions::near::lexicon::is_word;
use crate::suggest::doc::is_part;
use crate::suggest::people::span;
use crate::suggest::words::{BEFORE_HEAD, JOINTS, NOT_HOLDER, PORTFOLIOS, UNIQUE};

/// What has a chief.
const CHIEFS: &[&str] = &["police", "army", "navy", "fire"];

/// A title in a sentence.
pub(super) struct Title {
    pub words: Range<usize>,
    /// The index of its head.
    pub head: usize,
}

/// Bodies that are named by what they are of: `Bank of England`.
#[rustfmt::skip]
const WHOLES: &[&str] = &[
    "bank", "church", "university", "house", "council", "board", "institute", "college", "federation", "union", "association",
];

/// Heads whose party is no part of their body.
const ELECTED: &[&str] = &["governor", "gov.", "mayor", "leader", "speaker"];

/// `Ohio Republican`, `Republican Senate`: whose governor or leader, without the party.
pub(super) fn without_party(body: &str, head: &str) -> Option<String> {
    let party = |word: &&str| {
        matches!(
            *word,
            "GOP" | "Republican" | "Democratic" | "Democrat" | "Tory" | "Labour" | "Conservative"
        )
    };
    let mut words: Vec<&str> = body.split(' ').collect();
    if ELECTED.contains(&head) {
        let parties = words.iter().take_while(|word| party(word)).count();
        words.drain(..parties);
    }
    while ELECTED.contains(&head) && words.last().is_some_and(&party) {
        words.pop();
    }
    (!words.is_empty()).then(|| words.join(" "))
}

/// Without a possessive.
pub(super) fn clean(words: &str) -> String {
    words
        .trim_end_matches("'s")
        .trim_end_matches('\'')
        .to_string()
}

/// The title that ends before the word with this index.
fn title_to(scene: &Scene, end: usize) -> Option<Title> {
    // `Minister of National Defense`
    let mut at = end;
    while at > 0 {
        let lower = scene.lower(at - 1);
        let capital = scene.words[at - 1].capital;
        if PORTFOLIOS.contains(&lower) && capital
            || JOINTS.contains(&lower)
            || scene.is_sign(at - 1, ",") && at < end
        {
            at -= 1;
        } else {
            break;
        }
    }
    let of = at
        .checked_sub(1)
        .filter(|of| at < end && matches!(scene.lower(*of), "of" | "for"));
    let head = match of {
        Some(of) if is_head(scene, of.checked_sub(1)?) => of - 1,
        _ if end > 0 && is_head(scene, end - 1) => end - 1,
        _ => return None,
    };
    let mut start = head;
    // `chief of staff` is a head of three words.
    if scene.lower(head) == "staff" {
        start = head
            .checked_sub(2)
            .filter(|_| scene.lower(head - 1) == "of")?;
    }
    while start > 0 {
        let lower = scene.lower(start - 1);
        let hyphen = lower.rsplit('-').next().unwrap_or(lower);
        let joint = JOINTS.contains(&lower)
            && start > 1
            && start < head
            && PORTFOLIOS.contains(&scene.lower(start - 2));
        let capital = scene.words[start - 1].capital == scene.words[head].capital;
        let chief = CHIEFS.contains(&lower) && scene.lower(head) == "chief";
        if (BEFORE_HEAD.contains(&lower) || chief || PORTFOLIOS.contains(&hyphen)) && capital
            || joint && lower != "the"
        {
            start -= 1;
        } else {
            break;
        }
    }
    let other = |at: usize| {
        let lower = scene.lower(at);
        NOT_HOLDER.contains(&lower)
            || lower.starts_with("ex-")
            || lower.starts_with("then-")
            || lower.starts_with("vice-")
    };
    let rejected = start.checked_sub(1).is_some_and(other) || (start..end).any(other);
    (!rejected).then_some(Title {
        words: start..end,
        head,
    })
}

fn is_head(scene: &Scene, index: usize) -> bool {
    UNIQUE.contains(&scene.lower(index))
        && scene
            .words
            .get(index)
            .is_some_and(|word| word.kind == WordKind::Word)
}

/// The body that ends before the word with this index: a nation, or a capitalised phrase, with or without a possessive.
fn body_to(scene: &Scene, end: usize) -> Option<Range<usize>> {
    let mut end = end;
    // `South Korea's new defense minister`
    while end > 0
        && !scene.words[end - 1].capital
        && matches!(
            scene.lower(end - 1),
            "new" | "current" | "conservative" | "liberal"
        )
    {
        end -= 1;
    }
    let possessive = end > 0 && scene.words[end - 1].kind == WordKind::Possessive;
    let end = end - usize::from(possessive);
    let mut start = end;
    while start > 0 && is_part(scene, start - 1) && end - start < 4 {
        start -= 1;
    }
    if start == end {
        return None;
    }
    // The first word of a sentence may be no part of it: `Yesterday South Korean …`
    for first in start..end {
        if nations::nation(span(scene, &(first..end)).of(scene.text())).is_some() {
            start = first;
            break;
        }
    }
    // `Embattled South Korean`: the first word of a sentence has its capital anyway.
    while end - start > 1 {
        let lower = scene.lower(start);
        let adjective = (lower.ends_with("ed") || lower.ends_with("ing")) && is_word(lower)
            || matches!(lower, "current" | "incumbent" | "sitting")
            || lower.ends_with("-based");
        if !adjective {
            break;
        }
        start += 1;
    }
    // `Bank of England Governor`; of other joined names half is none.
    let whole = start > 1 && WHOLES.contains(&scene.lower(start - 2));
    if scene.lower(start.wrapping_sub(1)) == "of" && whole && is_part(scene, start - 2) {
        start -= 2;
    }
    let inside = matches!(
        scene.lower(start.wrapping_sub(1)),
        "of" | "and" | "&" | "for"
    ) && nations::nation(span(scene, &(start..end)).of(scene.text())).is_none();
    let rejected = (start..end).any(|at| {
        let lower = scene.lower(at);
        NOT_HOLDER.contains(&lower) || UNIQUE.contains(&lower) || names::is_honorific(lower)
    });
    // `Image Attorney General NAME`: a caption, or the first word of a sentence.
    let nation = nations::nation(span(scene, &(start..end)).of(scene.text())).is_some();
    let lone = start == 0 && end == 1 && !possessive && !nation && is_word(scene.lower(0));
    let before = start.checked_sub(1).map_or("", |at| scene.lower(at));
    let other = lone || NOT_HOLDER.contains(&before) || matches!(before, "a" | "an");
    (!rejected && !other && !inside).then_some(start..end)
}

/// The body behind `of` at the word with this index, and the word after it.
fn body_from(scene: &Scene, at: usize) -> Option<(Range<usize>, usize)> {
    if scene.lower(at) != "of" {
        return None;
    }
    let start = at + 1 + usize::from(scene.lower(at + 1) == "the");
    let mut end = start;
    while is_part(scene, end) && end - start < 5 {
        end += 1;
    }
    // Half a joined name is none.
    let joined = matches!(scene.lower(end), "and" | "&" | "of") && is_part(scene, end + 1);
    (end > start && !joined).then_some((start..end, end))
}

/// `South Korean Defense Minister NAME`, `Defense Minister NAME of South Korea`
pub(super) fn in_front(scene: &Scene, name: &Range<usize>) -> Option<(Title, Range<usize>)> {
    let title = title_to(scene, name.start)?;
    let body = body_to(scene, title.words.start);
    let body = body.or_else(|| body_from(scene, name.end).map(|(body, _)| body))?;
    Some((title, body))
}

/// `North Korea's leader, NAME,`
pub(super) fn before_comma(scene: &Scene, name: &Range<usize>) -> Option<(Title, Range<usize>)> {
    let comma = name
        .start
        .checked_sub(1)
        .filter(|at| scene.is_sign(*at, ","))?;
    let closed = scene.is_sign(name.end, ",") || scene.is_sign(name.end, ".");
    let title = title_to(scene, comma).filter(|_| closed)?;
    let body = body_to(scene, title.words.start)?;
    Some((title, body))
}

/// `NAME, South Korea's defense minister,`, `NAME, the president of South Korea,`
pub(super) fn behind(scene: &Scene, name: &Range<usize>) -> Option<(Title, Range<usize>)> {
    if !scene.is_sign(name.end, ",") {
        return None;
    }
    let first = name.end + 1;
    let head = (first..(first + 9).min(scene.words.len())).find(|at| is_head(scene, *at))?;
    let mut end = head + 1;
    // `chief executive`
    while is_head(scene, end) {
        end += 1;
    }
    if scene.lower(end) == "of" && PORTFOLIOS.contains(&scene.lower(end + 1)) {
        end += 1;
        while PORTFOLIOS.contains(&scene.lower(end)) || JOINTS.contains(&scene.lower(end)) {
            end += 1;
        }
    }
    let title = title_to(scene, end)?;
    let (body, from, close) = match body_from(scene, end) {
        Some((body, close)) => (body, title.words.start, close),
        None => {
            let body = body_to(scene, title.words.start)?;
            (body.clone(), body.start, end)
        }
    };
    let from = from - usize::from(scene.lower(from.wrapping_sub(1)) == "the");
    let closed = close >= scene.words.len() || scene.words[close].kind == WordKind::Sign;
    (from == first && closed).then_some((title, body))
}
