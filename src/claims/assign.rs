use crate::claims::{Claim, Known, StatedValue};
use crate::facts::Period;
use crate::verdict::{Verdict, judge};

/// Judges the claims of a sentence, and gives each number to one fact: the one that governs it most closely. Where two govern
/// it alike and one of them agrees, it is that one's. `days` are those of the article.
pub fn assign(claims: Vec<Claim>, known: &Known, days: Option<Period>) -> Vec<(Claim, Verdict)> {
    let mut judged: Vec<(Claim, Verdict)> = claims
        .into_iter()
        .filter(|claim| claim.rejected.is_none())
        .map(|claim| {
            let verdict = judge(&known.facts[claim.fact].table, &claim, days);
            (claim, verdict)
        })
        .collect();
    judged
        .sort_by_key(|(claim, verdict)| (claim.distance, *verdict != Verdict::Agrees, claim.fact));
    let mut taken = Vec::new();
    judged.retain(|(claim, _)| {
        let value = claim
            .cells
            .iter()
            .find(|cell| matches!(cell.value, StatedValue::Amount(_)));
        let Some(value) = value.map(|cell| cell.span) else {
            return true;
        };
        let free = !taken
            .iter()
            .any(|other: &crate::span::Span| other.overlaps(value));
        if free {
            taken.push(value);
        }
        free
    });
    judged
}
