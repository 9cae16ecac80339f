//! Sentences with slots: a small matcher over the words of a sentence.

mod matcher;
mod program;
mod slots;

use std::collections::HashSet;

use crate::claims::scene::Scene;
use crate::claims::{Claim, Known, StatedValue, time};
use crate::language::tense;
use crate::mentions::Use;
use crate::span::Span;

use matcher::{Matcher, Slot, Tried};
pub use program::Ready;

/// So many words before a match a conjunction still governs it.
const LEAD: usize = 12;

/// Reads the claims of a sentence about statements.
pub fn read(scene: &Scene, known: &Known, claims: &mut Vec<Claim>) {
    let mut tried: HashSet<(usize, usize)> = HashSet::new();
    for hit in scene.hits {
        if !hit.is_any(|r#use| matches!(r#use, Use::Anchor(_))) {
            continue;
        }
        for (fact, r#use) in hit.uses.iter() {
            if let Use::Anchor(pattern) = r#use
                && tried.insert((fact, pattern))
                && let Some(ready) = known.statement(fact)
            {
                let matcher = Matcher {
                    scene,
                    fact: &known.facts[fact],
                    ready,
                };
                for slots in matcher.all(&ready.says[pattern], &mut Tried::default()) {
                    if is_supposed(scene, &slots) || is_agent(scene, &slots) {
                        continue;
                    }
                    claims.extend(claim(scene, fact, slots));
                }
            }
        }
    }
}

/// Whether the clause only supposes what it says: `If NAME was convicted, …`. The conjunction stands before the match or, a
/// capitalised word, at its head.
fn is_supposed(scene: &Scene, slots: &[Slot]) -> bool {
    let Some(first) = slots.iter().map(|slot| slot.span.start).min() else {
        return false;
    };
    let clause = scene.word_from(scene.clause(first).start);
    let supposes = |index: usize| matches!(scene.lower(index), "if" | "unless" | "whether");
    let last = scene.word_from(first);
    // `as if` tells of no condition, but of nothing that is so either.
    (clause..=last).rev().take(LEAD).any(supposes)
}

/// Prepositions whose name is no subject of the verb behind it.
const AGENTS: &[&str] = &["by", "with", "from", "featuring", "starring", "alongside"];

/// Whether the match begins with the name of an agent, which is no subject of the verb behind it: `TITLE by NAME opened`.
fn is_agent(scene: &Scene, slots: &[Slot]) -> bool {
    let phrases = slots
        .iter()
        .filter(|slot| matches!(slot.value, StatedValue::Phrase(_)));
    let Some(first) = phrases.min_by_key(|slot| slot.span.start) else {
        return false;
    };
    let before = scene.word_from(first.span.start).checked_sub(1);
    let next = scene.word_from(first.span.end);
    let verb = tense::is_past_form(scene.word(next)) || VERBS.contains(&scene.lower(next));
    verb && before.is_some_and(|index| AGENTS.contains(&scene.lower(index)))
}

/// Verbs that are no past forms.
const VERBS: &[&str] = &[
    "is", "was", "are", "were", "has", "had", "will", "opens", "wins", "closes", "ends", "stars",
];

fn claim(scene: &Scene, fact: usize, slots: Vec<Slot>) -> Option<Claim> {
    let spans: Vec<Span> = slots.iter().map(|slot| slot.span).collect();
    let all = spans.iter().copied().reduce(Span::to)?;
    let mut claim = Claim::new(fact, scene.index, time::of(scene, all, &spans));
    for slot in slots {
        claim = claim.with(slot.column, slot.span, slot.value);
    }
    Some(claim)
}
