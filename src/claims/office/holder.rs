//! Names beside titles: whether they can be a holder's, and whose they are.

use std::ops::Range;

use crate::claims::Known;
use crate::claims::names::{self, span_of};
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::Value;
use crate::language::nations;
use crate::mentions::near::lexicon;
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::syntax::lexicon::{Class, classes};
use crate::syntax::tags::Tag;
use crate::verdict::name;

use super::words::{LEFT, OF_A_PLACE, THINGS};

/// Whether words are a given name with more behind it: `Norland's president is Roman Catholic` names nobody.
pub(super) fn reads_as_person(scene: &Scene, name: &Range<usize>) -> bool {
    let words = scene.slice(span_of(scene, name));
    name.len() > 1
        && lexicon::is_name(scene.lower(name.start))
        && !lexicon::is_word(scene.lower(name.end - 1))
        && nations::nation(words).is_none()
}

/// `NAME` of `President NAME of Veldtia`, where it has two parts or more; a loaded name with an `of` in it is whole.
pub(super) fn without_body(scene: &Scene, name: Range<usize>) -> Range<usize> {
    let of = name.clone().find(|index| scene.lower(*index) == "of");
    let loaded = |index: &usize| {
        let words = Span::new(
            scene.words[name.start].span.start,
            scene.words[*index].span.end,
        );
        scene.hits.iter().any(|hit| hit.span.contains(words))
    };
    match of {
        Some(of) if of > name.start + 1 && !loaded(&of) => name.start..of,
        _ => name,
    }
}

/// Whether a capitalised phrase behind a title is a thing's name: `the President Cup`, `President NAME Street`.
pub(super) fn is_no_person(scene: &Scene, name: &Range<usize>, headline: bool) -> bool {
    let leads_on = scene.words.get(name.end).is_some_and(|word| {
        word.kind == WordKind::Word && word.capital && !names::is_never_name(scene.lower(name.end))
    });
    THINGS.contains(&scene.lower(name.end - 1)) || leads_on && !headline
}

pub(super) fn is_any_sign(scene: &Scene, index: usize, signs: &[&str]) -> bool {
    signs.iter().any(|sign| scene.is_sign(index, sign))
}

/// Whether a name before a title can be its holder's: no place, and nothing that only says where or whence.
pub(super) fn is_person(scene: &Scene, name: &Range<usize>, allow_lead: bool) -> bool {
    let span = span_of(scene, name);
    let place = nations::nation(scene.slice(span)).is_some()
        || scene.hits.iter().any(|hit| {
            hit.span == span
                && hit.is_any(|r#use| matches!(r#use, Use::Of | Use::At | Use::Context))
        });
    let first = (0..name.start)
        .rev()
        .take_while(|at| names::is_honorific(scene.lower(*at)))
        .last()
        .unwrap_or(name.start);
    let before = first.checked_sub(1);
    let governor = before.map_or("", |at| scene.lower(at));
    // `With NAME as director`, but `In Seoul as minister`
    let behind = scene.lower(name.end) == "as" && matches!(governor, "with" | "under");
    let leads = before == Some(0) && !matches!(governor, "and" | "but" | "said") && !behind;
    // `write to NAME, the mayor`
    let listed = || {
        let holder = |r#use| matches!(r#use, Use::Holder(_));
        scene
            .hits
            .iter()
            .any(|hit| hit.span == span && hit.is_any(holder))
    };
    let governed = OF_A_PLACE.contains(&governor) && !(name.len() > 1 && listed());
    !place && !governed && (allow_lead && !leads || before.is_none())
}

/// Whether the words behind a name say that it has the title no more: `NAME's successor`, `NAME, who resigned`.
pub(super) fn is_gone(scene: &Scene, end: usize) -> bool {
    let Some(word) = scene.words.get(end) else {
        return false;
    };
    if word.kind == WordKind::Possessive {
        return matches!(
            scene.lower(end + 1),
            "successor" | "predecessor" | "resignation" | "death" | "ouster" | "removal" | "tenure"
        );
    }
    let left = |at: usize| match scene.lower(at) {
        // `who had vowed to stay`, `who was criticized` have the title still.
        "had" | "was" => {
            let next = scene.lower(at + 1);
            LEFT.contains(&next)
                || GONE.contains(&next)
                || !next.ends_with("ed") && next != "born" && scene.lower(at) == "was"
        }
        verb => LEFT.contains(&verb),
    };
    scene.is_sign(end, ",") && scene.lower(end + 1) == "who" && (end + 2..end + 5).any(left)
}

/// What was done to a person who has a title no more, behind `who was`; what the person had been, behind `who had`.
const GONE: &[&str] = &[
    "been",
    "led",
    "run",
    "held",
    "ousted",
    "fired",
    "replaced",
    "succeeded",
    "defeated",
    "killed",
    "removed",
    "deposed",
    "sacked",
    "dismissed",
    "toppled",
    "impeached",
    "assassinated",
    "forced",
    "voted",
    "governed",
];

/// A name without the title that leads it: `President NAME has become`.
pub(super) fn without_title(scene: &Scene, mut name: Range<usize>) -> Range<usize> {
    let held = |word: usize| {
        let lower = scene.lower(word);
        classes(lower, Tag::Nn).has(Class::Office) && !lexicon::is_name(lower)
    };
    while name.len() > 1 && held(name.start) {
        name.start += 1;
    }
    name
}

/// Words of address before a name: `the Very Rev NAME`.
const STYLES: &[&str] = &[
    "the",
    "very",
    "most",
    "right",
    "rt",
    "rev",
    "reverend",
    "hon",
    "honorable",
    "honourable",
];

/// Where a name begins behind words of address.
pub(super) fn after_styles(scene: &Scene, word: usize) -> usize {
    let styles = (word..).take_while(|word| {
        let capital = scene.words.get(*word).is_some_and(|word| word.capital);
        STYLES.contains(&scene.lower(*word)) && (capital || scene.lower(*word) == "the")
    });
    let skipped = styles.count();
    // `62-year-old NAME`
    if scene.lower(word).ends_with("-year-old") {
        return word + 1;
    }
    // A lone `the` is no address: `the mayor, the Greens' leader`.
    if skipped > 1 { word + skipped } else { word }
}

/// What stands between a name and its title without being either.
const SUFFIXES: &[&str] = &[
    "jr", "jr.", "sr", "sr.", "md", "m.d.", "phd", "ph.d.", "esq.",
];

/// How many words an aside in brackets may have.
pub(super) const ASIDE: usize = 6;

/// Where the name ends before an aside: `NAME, 61,`, `NAME, MD,`, `NAME (PARTY),`. `comma` is the sign before the title.
pub(super) fn before_aside(scene: &Scene, comma: usize) -> usize {
    if comma >= 3 && scene.is_sign(comma - 1, ")") {
        let opening = (comma.saturating_sub(ASIDE + 2)..comma - 1).rev();
        let mut opening = opening.filter(|word| scene.is_sign(*word, "("));
        return opening.next().unwrap_or(comma);
    }
    let aside = comma >= 2
        && scene.is_sign(comma - 2, ",")
        && (scene.words[comma - 1].kind == WordKind::Number
            || SUFFIXES.contains(&scene.lower(comma - 1)));
    if aside { comma - 2 } else { comma }
}

/// Whether a name without a title begins at this word.
pub(super) fn is_bare_name(scene: &Scene, index: usize) -> bool {
    let titled = |hit: &Hit| hit.is_any(|r#use| matches!(r#use, Use::Title | Use::Of));
    scene.words.get(index).is_some_and(|word| {
        word.capital
            && !names::is_never_name(scene.lower(index))
            && scene.hit_at(word.span.start, titled).is_none()
    })
}

/// A name beside a title.
pub(super) struct Name {
    pub(super) span: Span,
    /// Its words, by index.
    pub(super) words: Range<usize>,
    pub(super) text: String,
    pub(super) is_surname: bool,
    /// The offices and records whose holder it is.
    pub(super) holds: Vec<(usize, usize)>,
}

impl Name {
    pub(super) fn new(scene: &Scene, words: Range<usize>, known: &Known) -> Name {
        let span = span_of(scene, &words);
        let text = known
            .right_name(scene, span)
            .unwrap_or_else(|| scene.slice(span).to_string());
        let is_single = words.len() == 1 && !text.contains([' ', '-']);
        let holds = match is_single {
            true => known.by_surname(&text),
            false => known.by_name(&text),
        };
        // A holder with a single name is no surname.
        let is_whole = |(fact, record): &(usize, usize)| {
            known.facts[*fact].table.records[*record].cells[0]
                .iter()
                .any(|value| {
                    matches!(value, Value::Phrase(phrase) if phrase
                    .spellings
                    .iter()
                    .any(|spelling| name::key(spelling) == name::key(&text)))
                })
        };
        Name {
            span,
            words,
            is_surname: is_single && !holds.iter().any(is_whole),
            holds: holds.to_vec(),
            text,
        }
    }
}
