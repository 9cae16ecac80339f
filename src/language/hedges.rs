//! Words that loosen or bound a number, before or after it.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::lists::WordMap;
use super::tokens::{Lexer, TokenKind};
use super::value::{Hedge, HedgeKind};
use crate::span::Span;

use HedgeKind::{About, AtLeast, Nearly, Over, Under, UpTo};

/// The most words of a phrase in [`BEFORE`].
const MOST_WORDS: usize = 5;

/// Hedges before a number, in lower case.
#[rustfmt::skip]
const BEFORE: &[(&str, HedgeKind)] = &[
    ("over", Over), ("well over", Over), ("just over", Over), ("slightly over", Over), ("a little over", Over), ("far over", Over),
    ("more than", Over), ("well more than", Over), ("far more than", Over), ("slightly more than", Over),
    ("a little more than", Over), ("just more than", Over), ("much more than", Over),
    ("in excess of", Over), ("upwards of", Over), ("upward of", Over), ("north of", Over),
    ("above", Over), ("well above", Over), ("just above", Over), ("slightly above", Over),
    ("greater than", Over), ("higher than", Over), ("larger than", Over), ("exceeding", Over), ("topping", Over), (">", Over),
    ("tops", Over), ("topped", Over), ("exceeds", Over), ("exceed", Over), ("exceeded", Over), ("surpasses", Over),
    ("surpass", Over), ("surpassed", Over), ("surpassing", Over),
    ("at least", AtLeast), ("no fewer than", AtLeast), ("no less than", AtLeast), ("not less than", AtLeast),
    ("not fewer than", AtLeast), ("a minimum of", AtLeast), ("minimum of", AtLeast), ("at minimum", AtLeast),
    ("at a minimum", AtLeast), ("as few as", AtLeast), ("as little as", AtLeast), ("≥", AtLeast),
    ("under", Under), ("just under", Under), ("well under", Under), ("slightly under", Under), ("a little under", Under),
    ("fewer than", Under), ("less than", Under), ("slightly less than", Under), ("slightly fewer than", Under),
    ("a little less than", Under), ("far fewer than", Under), ("far less than", Under), ("much less than", Under),
    ("well below", Under), ("just below", Under), ("slightly below", Under), ("below", Under), ("lower than", Under),
    ("south of", Under), ("short of", Under), ("just short of", Under), ("just shy of", Under), ("shy of", Under), ("<", Under),
    ("up to", UpTo), ("as many as", UpTo), ("as much as", UpTo), ("as high as", UpTo), ("at most", UpTo), ("at the most", UpTo),
    ("no more than", UpTo), ("not more than", UpTo), ("a maximum of", UpTo), ("maximum of", UpTo), ("a maximum", UpTo),
    ("≤", UpTo),
    ("falls short of", Under), ("fall short of", Under), ("fell short of", Under), ("falling short of", Under),
    ("falls just short of", Under), ("fell just short of", Under),
    ("about", About), ("some", About), ("roughly", About), ("around", About), ("approximately", About), ("approx.", About),
    ("approx", About), ("an estimated", About), ("estimated", About), ("circa", About), ("more or less", About),
    ("in the region of", About), ("in the order of", About), ("on the order of", About),
    ("in the neighborhood of", About), ("in the neighbourhood of", About), ("something like", About), ("at about", About),
    ("give or take", About), ("~", About), ("≈", About),
    ("nearly", Nearly), ("almost", Nearly), ("close to", Nearly), ("nearing", Nearly), ("approaching", Nearly),
    ("virtually", Nearly), ("very nearly", Nearly),
];

/// Hedges after a number, joined as they are written, in lower case.
#[rustfmt::skip]
const AFTER: &[(&str, HedgeKind)] = &[
    ("-plus", AtLeast), ("+", AtLeast), (" plus", AtLeast), (" or more", AtLeast), (" or higher", AtLeast), (" or above", AtLeast),
    (" and above", AtLeast), (" and over", AtLeast), (" or over", AtLeast), (" and more", AtLeast), (" or greater", AtLeast),
    (" or so", About), ("-odd", About), (" odd", About), ("-ish", About), (" or thereabouts", About), (", give or take", About),
    (" or less", UpTo), (" or fewer", UpTo), (" or lower", UpTo), (" or below", UpTo), (" and under", UpTo), (" or under", UpTo),
];

/// Those of [`AFTER`] that may stand after the counted noun: `28,500 troops or so`.
const AFTER_NOUN: &[&str] = &[
    " or more",
    " or so",
    " or fewer",
    " or less",
    " or thereabouts",
];

static INDEX: LazyLock<HashMap<&str, HedgeKind>> =
    LazyLock::new(|| BEFORE.iter().copied().collect());

/// The first words of all hedges, and whether each is one by itself.
static FIRST: LazyLock<WordMap<bool>> = LazyLock::new(|| {
    let first = |(phrase, _): &(&'static str, _)| Some((phrase.split(' ').next()?, false));
    let alone = BEFORE.iter().filter(|(phrase, _)| !phrase.contains(' '));
    let alone = alone.map(|(phrase, _)| (*phrase, true));
    BEFORE.iter().filter_map(first).chain(alone).collect()
});

/// Their second words.
static SECOND: LazyLock<WordMap<()>> = LazyLock::new(|| {
    let second = |(phrase, _): &(&'static str, _)| Some((phrase.split(' ').nth(1)?, ()));
    BEFORE.iter().filter_map(second).collect()
});

/// Hedges that are the verb of their clause, so that none of it is left where they go.
const VERBS: &[&str] = &[
    "tops",
    "topped",
    "topping",
    "exceeds",
    "exceed",
    "exceeded",
    "exceeding",
    "surpasses",
    "surpass",
    "surpassed",
    "surpassing",
    "falls",
    "fall",
    "fell",
    "falling",
    "nearing",
    "approaching",
];

/// Whether the words of a hedge hold a verb: `tops`, `falls short of`.
pub(crate) fn is_verb(words: &str) -> bool {
    words
        .split(' ')
        .any(|word| VERBS.contains(&word.to_lowercase().as_str()))
}

/// Whether a hedge may begin with this word or sign.
pub(crate) fn begins(word: &str) -> bool {
    FIRST.get(word).is_some()
}

/// The longest hedge that begins exactly at `pos` and is followed by something, with the place that follows it.
pub(crate) fn before(lex: Lexer, pos: usize) -> Option<(Hedge, usize)> {
    let first = lex.glued(pos)?;
    let word = first.of(lex.text());
    let second = || {
        lex.at(first.span.end)
            .map_or("", |next| next.of(lex.text()))
    };
    // `in the hall` begins like `in the region of`; `in Seoul` does not.
    if !FIRST.get(word)? && SECOND.get(second()).is_none() {
        return None;
    }
    let mut key = String::new();
    let mut best = None;
    for (index, token) in lex.from(pos).take(MOST_WORDS).enumerate() {
        let sign = token.kind == TokenKind::Sign;
        if token.span.len() > 16 || token.kind == TokenKind::Digits || (sign && index > 0) {
            break;
        }
        if index > 0 {
            key.push(' ');
        }
        key.push_str(&token.of(lex.text()).to_lowercase());
        if let Some(&kind) = INDEX.get(key.as_str()) {
            best = Some((Span::new(pos, token.span.end), kind));
        }
        if sign {
            break;
        }
    }
    let (span, kind) = best?;
    let next = lex.at(span.end)?.span.start;
    Some((Hedge { span, kind }, next))
}

/// The hedge after a number that ends at `pos`; one counted noun may stand between.
pub(crate) fn after(lex: Lexer, pos: usize) -> Option<Hedge> {
    phrase(lex, pos, AFTER.iter()).or_else(|| {
        let noun = lex
            .at(pos)
            .filter(|t| t.kind == TokenKind::Word && t.spaced)?;
        phrase(
            lex,
            noun.span.end,
            AFTER.iter().filter(|(text, _)| AFTER_NOUN.contains(text)),
        )
    })
}

fn phrase<'a>(
    lex: Lexer,
    pos: usize,
    mut table: impl Iterator<Item = &'a (&'a str, HedgeKind)>,
) -> Option<Hedge> {
    let rest = lex.rest(pos);
    let (text, kind) = table.find(|(text, _)| {
        let found = rest
            .get(..text.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(text));
        found
            && rest[text.len()..]
                .chars()
                .next()
                .is_none_or(|c| !c.is_alphanumeric())
    })?;
    let start = pos + text.len() - text.trim_start_matches([' ', '-', ',']).len();
    let start = if text.starts_with('-') { pos } else { start };
    Some(Hedge {
        span: Span::new(start, pos + text.len()),
        kind: *kind,
    })
}
