//! Mentions → claims: one reader a kind, and the assignment of values to facts.

mod affiliation;
mod assign;
pub(crate) mod cited;
mod claim;
mod construction;
mod entity;
mod event;
mod figure;
mod known;
pub(crate) mod mood;
pub(crate) mod names;
mod office;
pub mod scene;
mod statement;
mod time;
pub mod words;

pub use assign::assign;
pub use claim::{Claim, Edge, Evidence, Stated, StatedValue, Time};
pub(crate) use event::{follow_ups, is_venue};
pub(crate) use figure::says;
pub use known::Known;

#[cfg(test)]
pub(crate) use {
    cited::{CITED, RENAMED},
    construction::Construction,
    event::VERBS as EVENT_VERBS,
    mood::DENIED,
};

use scene::Scene;

/// Reads the claims of one kind of fact in a sentence.
type Reader = fn(&Scene, &Known, &mut Vec<Claim>);

/// One reader a kind.
const READERS: &[Reader] = &[
    entity::read,
    office::read,
    figure::read,
    event::read,
    statement::read,
    affiliation::read,
];

/// Every claim of a sentence, each value given to the fact that governs it most closely.
pub fn read(scene: &Scene, known: &Known) -> Vec<Claim> {
    let mut claims = Vec::new();
    for reader in READERS {
        reader(scene, known, &mut claims);
    }
    if claims.is_empty() {
        return claims;
    }
    let correction = mood::is_correction(scene);
    let open = |claim: &&mut Claim| matches!(claim.rejected, None | Some("score"));
    for claim in claims.iter_mut().filter(open) {
        let silenced =
            |hit: &crate::mentions::Hit| hit.is(claim.fact, crate::mentions::Use::Unless);
        claim.rejected = match () {
            _ if correction => Some("correction"),
            _ if scene.hits.iter().any(silenced) => Some("unless"),
            _ if mood::claims_nothing(scene, known, claim) => Some("mood"),
            _ => claim.rejected,
        };
    }
    claims
}
