//! Whether what surrounds a number is what its fact is about.

use crate::article::BlockKind;
use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::Figure;
use crate::language::nations;
use crate::mentions::Use;
use crate::span::Span;

use super::govern::Governed;

/// How near a phrase of the context stands: 0 in the number's clause, 1 elsewhere in its sentence, 2 beyond. None: nowhere,
/// or the clause names another place.
pub(super) fn context(
    scene: &Scene,
    figure: &Figure,
    fact: usize,
    value: Span,
    governed: &Governed,
) -> Option<u8> {
    if figure.context.is_empty() {
        return Some(0);
    }
    let clause = scene.clause(value.start);
    if is_elsewhere(scene, fact, value, governed) {
        return None;
    }
    let owned = governed
        .owned
        .is_some_and(|span| scene.hits_in(span, fact, Use::Context).next().is_some());
    if owned || scene.hits_in(clause, fact, Use::Context).next().is_some() {
        return Some(0);
    }
    if names_another_place(scene, fact, clause) {
        return None;
    }
    if scene
        .hits_in(scene.span, fact, Use::Context)
        .next()
        .is_some()
    {
        return Some(1);
    }
    let text = scene.page.text;
    let sentence = text.sentences()[scene.index];
    let block = text.blocks().get(sentence.block)?;
    let headline = text
        .blocks()
        .iter()
        .find(|block| block.kind == BlockKind::Headline);
    let previous = scene
        .index
        .checked_sub(1)
        .map(|index| text.sentences()[index].span);
    let near = [Some(block.span), headline.map(|block| block.span), previous];
    let holds = |span: Span| {
        let first = scene.all.partition_point(|hit| hit.span.start < span.start);
        let inside = scene.all[first..]
            .iter()
            .take_while(|hit| hit.span.start < span.end);
        inside.into_iter().any(|hit| hit.is(fact, Use::Context))
    };
    near.into_iter().flatten().any(holds).then_some(2)
}

/// Whether the number's own phrase says where, and it is another nation: `8,400 U.S. troops in Afghanistan`.
fn is_elsewhere(scene: &Scene, fact: usize, value: Span, governed: &Governed) -> bool {
    let end = governed
        .noun
        .map_or(value.end, |noun| noun.end.max(value.end));
    let at = scene.word_from(end);
    let next = at + 1 + usize::from(scene.lower(at + 1) == "the");
    let Some(word) = scene.words.get(next).filter(|word| word.capital) else {
        return false;
    };
    let located = matches!(scene.lower(at), "in" | "across" | "throughout" | "inside");
    let own = scene
        .hits
        .iter()
        .any(|hit| hit.span.contains(word.span) && hit.is_of(fact));
    located && !own && nations::nation(scene.word(next)).is_some()
}

/// Parts of a country that a clause may be about.
#[rustfmt::skip]
const AREAS: &[&str] = &[
    "capital", "city", "cities", "countryside", "east", "west", "north", "south", "region", "regions", "province", "provinces", "district",
    "districts", "area", "areas", "suburbs", "state", "states", "island", "islands", "village", "villages", "town", "towns", "centre", "center",
];

/// Whether a clause says where, and it is somewhere else.
fn names_another_place(scene: &Scene, fact: usize, clause: Span) -> bool {
    let first = scene.word_from(clause.start);
    let leads = matches!(scene.lower(first), "in" | "across" | "among")
        && (first + 1..first + 4).any(|index| AREAS.contains(&scene.lower(index)));
    if leads {
        return true;
    }
    scene.word_range(clause).any(|index| {
        let word = scene.words[index];
        let lower = scene.lower(index);
        if !word.capital || word.kind != WordKind::Word || names::is_never_name(lower) {
            return false;
        }
        let own = scene
            .hits
            .iter()
            .any(|hit| hit.span.contains(word.span) && hit.is_of(fact));
        let before = index.checked_sub(1).map_or("", |index| scene.lower(index));
        let located = matches!(
            before,
            "in" | "at" | "off" | "near" | "across" | "on" | "from" | "to" | "outside" | "around"
        );
        !own && (located || nations::is_nation_name(scene.word(index)))
    })
}
