//! To which nation or body a number belongs, as far as its sentence says.

use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::language::nations;
use crate::mentions::Use;
use crate::mentions::near::lexicon;
use crate::span::Span;

use super::position::BEATS;

/// Whose a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// A phrase of the fact stands there.
    Own(Span),
    /// Another name stands there.
    Other,
    /// The sentence does not say.
    Unknown,
}

/// Before a name that is where, when or whom, not who.
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "in", "at", "on", "by", "with", "for", "from", "to", "of", "after", "before", "into", "against", "near", "off", "about",
    "under", "over", "through", "during", "since", "until", "than", "like", "via", "among", "between", "across", "outside", "inside",
    "toward", "towards", "amid", "per", "despite", "behind", "beyond", "around",
];

const RELATIVE: &[&str] = &["which", "who", "that", "whose", "whom", "where"];

const POSSESSIVE: &[&str] = &["its", "their", "his", "her", "whose"];

/// Verbs of saying.
#[rustfmt::skip]
const SAYING: &[&str] = &["said", "says", "say", "told", "added", "warned", "argued", "wrote", "insisted", "noted", "confirmed", "that", "saying", "adding"];

/// Whether a word opens what somebody says or thinks.
pub(super) fn is_saying(lower: &str) -> bool {
    SAYING.contains(&lower)
        || matches!(
            lower,
            "think"
                | "thought"
                | "believe"
                | "believed"
                | "feel"
                | "felt"
                | "called"
                | "blame"
                | "blamed"
        )
}

/// Verbs that open a clause whose subject was named before.
#[rustfmt::skip]
const VERBS: &[&str] = &["has", "have", "had", "is", "was", "are", "were", "will", "can", "employs", "employed", "holds", "owns"];

/// Subjects that stand for a body named before.
#[rustfmt::skip]
const STAND_INS: &[&str] = &["it", "they", "he", "she", "both", "company", "bank", "firm", "group", "agency", "club", "party", "team", "country", "city", "union"];

/// Whose the number is whose head noun is `head`: the fact's, if one of its phrases stands in the place of the owner.
pub(super) fn owner(scene: &Scene, fact: usize, head: Span, value: Span) -> Owner {
    let words = scene.word_range(head);
    if is_proper(scene, head) && !of_a_nation(scene, fact, words.start) {
        return Owner::Own(head);
    }
    if let Some(whose) = in_front(scene, fact, words.start) {
        return whose;
    }
    // `revenue of Brightwater`, `the rate at Norges Bank`
    if matches!(scene.lower(words.end), "of" | "at" | "for" | "from")
        || scene.lower(words.end) == "in"
    {
        let next = words.end + 1 + usize::from(matches!(scene.lower(words.end + 1), "the" | "all"));
        if let Some(whose) = named(scene, fact, next) {
            return whose;
        }
    }
    let clause = scene.clause(value.start);
    let range = scene.word_range(clause);
    let limit = words.start.min(scene.word_from(value.start));
    // Who says it is not whose it is.
    let said = range
        .clone()
        .take_while(|index| *index < limit)
        .filter(|index| SAYING.contains(&scene.lower(*index)))
        .last();
    let range = said.map_or(range.start, |index| index + 1)..range.end;
    // A relative clause with no name of its own is about what stands right before it.
    let relative = (range.start..limit.max((range.start + 2).min(range.end)))
        .rev()
        .find(|index| RELATIVE.contains(&scene.lower(*index)));
    let start = relative.map_or(range.start, |index| index + 1);
    if let Some(whose) = subject(scene, fact, start..limit.max(start)) {
        return whose;
    }
    if let Some(relative) = relative {
        let before = (0..relative).rev().find(|index| {
            scene.words[*index].kind == WordKind::Word
                && !PREPOSITIONS.contains(&scene.lower(*index))
        });
        return match before {
            Some(index) => named(scene, fact, index).unwrap_or(Owner::Other),
            None => Owner::Unknown,
        };
    }
    // A clause without a subject of its own, or with one that stands for another.
    let first = range.start
        + usize::from(matches!(
            scene.lower(range.start),
            "and" | "but" | "the" | "or"
        ));
    let opens = scene.lower(first);
    let elliptic = VERBS.contains(&opens) || opens.ends_with("ed");
    let stands_in = range
        .clone()
        .take(4)
        .any(|index| STAND_INS.contains(&scene.lower(index)));
    let after_relative = range.start > 0 && relative_ends(scene, clause);
    if elliptic || stands_in || after_relative {
        return subject_before(scene, fact, range.start).unwrap_or(Owner::Unknown);
    }
    Owner::Unknown
}

/// Whether another nation stands right before a name: `the Welsh Assembly`.
fn of_a_nation(scene: &Scene, fact: usize, index: usize) -> bool {
    let before = index
        .checked_sub(1)
        .filter(|before| scene.words[*before].kind == WordKind::Word);
    before.is_some_and(|before| {
        nations::nation(scene.word(before)).is_some()
            && named(scene, fact, before) == Some(Owner::Other)
    })
}

/// The name in the noun phrase before a noun: `Norway's policy rate`, `its policy rate`.
fn in_front(scene: &Scene, fact: usize, noun: usize) -> Option<Owner> {
    for index in (noun.saturating_sub(5)..noun).rev() {
        let word = scene.words[index];
        let lower = scene.lower(index);
        if POSSESSIVE.contains(&lower) {
            return antecedent(scene, fact, index);
        }
        if let Some(whose) = named(scene, fact, index) {
            return Some(whose);
        }
        if !matches!(word.kind, WordKind::Word | WordKind::Possessive)
            || names::is_never_name(lower)
        {
            return None;
        }
    }
    None
}

/// What `its` or `whose` stands for: the nearest name before it that is not behind a preposition.
fn antecedent(scene: &Scene, fact: usize, index: usize) -> Option<Owner> {
    subject(scene, fact, 0..index).filter(|owner| match owner {
        // `sales rose while its profit …`: a noun owns no other.
        Owner::Own(span) => is_proper(scene, *span),
        _ => true,
    })
}

/// The last name in a range that can be a subject.
fn subject(scene: &Scene, fact: usize, range: std::ops::Range<usize>) -> Option<Owner> {
    let mut found = None;
    let mut index = range.start;
    while index < range.end {
        let Some(whose) = named(scene, fact, index) else {
            index += 1;
            continue;
        };
        let start = index;
        while index < range.end && named(scene, fact, index).is_some() {
            index += 1;
        }
        let mut before = start;
        while before > 0
            && (matches!(scene.lower(before - 1), "the" | "a" | "an" | "\"" | "'")
                || adjective(scene, before - 1))
        {
            before -= 1;
        }
        let governed = before > 0 && {
            let lower = scene.lower(before - 1);
            PREPOSITIONS.contains(&lower) || BEATS.contains(&lower)
        };
        if !governed {
            // A name of several words is the fact's where any of them is.
            let own = (start..index).find_map(|at| match named(scene, fact, at) {
                Some(Owner::Own(span)) => Some(Owner::Own(span)),
                _ => None,
            });
            found = own.or(Some(whose));
        }
    }
    found
}

fn adjective(scene: &Scene, index: usize) -> bool {
    let lower = scene.lower(index);
    matches!(
        lower,
        "neighboring"
            | "neighbouring"
            | "rival"
            | "nearby"
            | "fellow"
            | "central"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
    )
}

/// The subject of the clauses, and of the sentence, before a clause.
fn subject_before(scene: &Scene, fact: usize, limit: usize) -> Option<Owner> {
    let here = scene
        .clauses
        .iter()
        .map(|clause| scene.word_range(*clause))
        .filter(|range| range.end <= limit);
    let mut found = None;
    for range in here {
        // A relative clause is about its own antecedent.
        if !RELATIVE.contains(&scene.lower(range.start)) {
            found = first_subject(scene, fact, range).or(found);
        }
    }
    found
}

fn first_subject(scene: &Scene, fact: usize, range: std::ops::Range<usize>) -> Option<Owner> {
    (range.start + 1..=range.end).find_map(|end| subject(scene, fact, range.start..end))
}

/// Where the clause begins of which this one is the rest: `the spread, which was feared, stood at 78 basis points`.
pub(super) fn whole_clause(scene: &Scene, clause: Span) -> usize {
    let first = scene.word_from(clause.start);
    let goes_on =
        relative_ends(scene, clause) && !scene.words.get(first).is_some_and(|word| word.capital);
    let main = scene
        .clauses
        .iter()
        .filter(|other| other.end <= clause.start);
    let mut main = main;
    let main = main.rfind(|other| !RELATIVE.contains(&scene.lower(scene.word_from(other.start))));
    main.filter(|_| goes_on)
        .map_or(clause.start, |main| main.start)
}

/// Whether a place lies in a relative clause.
pub(super) fn in_relative(scene: &Scene, offset: usize) -> bool {
    RELATIVE.contains(&scene.lower(scene.word_from(scene.clause(offset).start)))
}

fn relative_ends(scene: &Scene, clause: Span) -> bool {
    let before = scene
        .clauses
        .iter()
        .rfind(|other| other.end <= clause.start);
    before.is_some_and(|other| RELATIVE.contains(&scene.lower(scene.word_range(*other).start)))
}

/// Whether a phrase is a name.
pub(super) fn is_proper(scene: &Scene, span: Span) -> bool {
    let initial = span.start == scene.span.start;
    let capitals = scene
        .slice(span)
        .chars()
        .filter(|c| c.is_uppercase())
        .count();
    capitals
        > usize::from(
            initial
                && !scene.slice(span).contains(' ')
                && lexicon::is_word(&scene.slice(span).to_lowercase()),
        )
}

/// Whether a word is a name, and whose.
pub(super) fn named(scene: &Scene, fact: usize, index: usize) -> Option<Owner> {
    let word = scene.words.get(index)?;
    let own = scene.hits.iter().find(|hit| {
        hit.span.contains(word.span)
            && hit
                .uses
                .of(fact)
                .any(|r#use| matches!(r#use, Use::Subject | Use::Context))
    });
    let lower = scene.lower(index);
    if word.kind != WordKind::Word || !word.capital || names::is_never_name(lower) {
        // A lower-case subject of the fact stands there as well: `exports, which reached …`.
        let subject = own.filter(|hit| hit.is(fact, Use::Subject) && !names::is_never_name(lower));
        return subject.map(|hit| Owner::Own(hit.span));
    }
    if let Some(hit) = own {
        return Some(Owner::Own(hit.span));
    }
    // A capital at the head of a sentence tells nothing of an ordinary word.
    let initial = index == 0 || index == 1 && scene.words[0].kind == WordKind::Sign;
    let next = scene.words.get(index + 1);
    let goes_on = next.is_some_and(|next| next.capital || next.kind == WordKind::Possessive);
    let then = scene.lower(index + 1);
    let acts = VERBS.contains(&then) || then.ends_with("ed");
    let nation = nations::nation(scene.word(index)).is_some();
    let subject = nation || acts && !lexicon::is_word(lower);
    (!initial || goes_on || subject).then_some(Owner::Other)
}
