//! Sentences with slots: a small matcher over the words of a sentence.

mod matcher;
mod program;
mod slots;

use std::collections::HashSet;

use crate::claims::scene::Scene;
use crate::claims::{Claim, Known, StatedValue, time};
use crate::facts::{ColumnType, Fact, Period};
use crate::language::tense;
use crate::mentions::Use;
use crate::span::Span;
use crate::syntax::tags::Relation;
use crate::syntax::views::Predicate;

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
                    claims.extend(claim(scene, (fact, &known.facts[fact]), slots));
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
    let last = scene.word_from(first);
    let supposes = |index: usize| matches!(scene.lower(index), "if" | "unless" | "whether");
    let clause = scene.word_from(scene.clause(first).start);
    let mut lead = (clause..=last)
        .rev()
        .take(LEAD)
        .filter(|index| supposes(*index));
    let Some(conjunction) = lead.next() else {
        return false;
    };
    // `If you are new here, note that …`: the condition is another clause's.
    let place = |index: usize| scene.words.get(index).map(|word| word.span);
    let (Some(tree), Some(conjunction), Some(word)) =
        (scene.tree(), place(conjunction), place(last))
    else {
        return true;
    };
    let (Some(mark), Some(slot)) = (tree.token_at(conjunction), tree.token_at(word)) else {
        return true;
    };
    tree.head(mark)
        .is_none_or(|verb| tree.is_within(slot, verb))
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

fn claim(scene: &Scene, (index, fact): (usize, &Fact), slots: Vec<Slot>) -> Option<Claim> {
    let spans: Vec<Span> = slots.iter().map(|slot| slot.span).collect();
    let all = spans.iter().copied().reduce(Span::to)?;
    let mut others = spans;
    others.extend(dates_of_others(scene, all));
    let time = time::of(scene, all, &others);
    let mut claim = Claim::new(index, scene.index, time).shown("pattern", 100, all);
    for slot in slots {
        claim = claim.with(slot.column, slot.span, slot.value);
    }
    let key = fact.table.key.filter(|key| {
        let year = fact.table.columns.get(*key).map(|column| column.ty) == Some(ColumnType::Year);
        year && !claim.cells.iter().any(|cell| cell.column == *key)
    });
    if let Some(key) = key
        && let Some(year) = implied_year(scene, &claim)
    {
        claim = claim.with(key, all, StatedValue::Year(year));
    }
    Some(claim)
}

/// The dates of other clauses: 1994 in `is ranked 19th, its best place since the list began in 1994`.
fn dates_of_others(scene: &Scene, at: Span) -> Vec<Span> {
    if scene.dates.is_empty() {
        return Vec::new();
    }
    let Some(tree) = scene.tree() else {
        return Vec::new();
    };
    let own = tree
        .head_of(at)
        .and_then(|token| Predicate::over(tree, token));
    let other = |date: &Span| {
        let over = tree
            .head_of(*date)
            .and_then(|token| Predicate::over(tree, token));
        let below = over.zip(own).is_some_and(|(over, own)| {
            over != own && tree.is_within(over, own) && tree.child(over, Relation::Nsubj).is_some()
        });
        below && !at.overlaps(*date)
    };
    scene
        .dates
        .iter()
        .map(|date| date.span)
        .filter(other)
        .collect()
}

/// The year that a sentence is about without a year of its own: that of its clause (`last year`), else the article's.
fn implied_year(scene: &Scene, claim: &Claim) -> Option<i16> {
    let day = |period: &Period| period.from.or(period.until);
    let own = claim.time.own.iter().find_map(day);
    own.or(scene.page.date()).map(|day| day.year())
}
