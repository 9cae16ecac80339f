//! The way in the tree from a date or place to the noun or verb that it belongs to.

use crate::claims::scene::Scene;
use crate::mentions::Use;
use crate::syntax::lexicon::{Class, classes};
use crate::syntax::tags::{Relation, Tag};
use crate::syntax::{Margin, Sentence};

/// No date or place hangs deeper below the noun or verb that it belongs to.
const DEEPEST: usize = 8;

/// The way from a date or place up to the noun or verb that it belongs to.
pub(super) struct Way {
    pub(super) holder: usize,
    /// The preposition nearest to the date.
    pub(super) preposition: Option<usize>,
    pub(super) margin: Margin,
}

impl Way {
    pub(super) fn up(scene: &Scene, tree: &Sentence, token: usize, top: usize) -> Option<Way> {
        let mut way = Way {
            holder: token,
            preposition: None,
            margin: Margin(u16::MAX),
        };
        for _ in 0..DEEPEST {
            let at = way.holder;
            let above = tree.head(at)?;
            // The arcs on the way say how far down it is; the last one to what it belongs.
            way.margin = match above.checked_add(1) == Some(at) && !tree.tag(above).is_noun() {
                true => Margin(u16::MAX),
                false => tree.token(at)?.margin,
            };
            if tree.relation(at) == Relation::Pobj {
                way.preposition.get_or_insert(above);
            }
            let passes = matches!(
                tree.relation(at),
                Relation::Pobj
                    | Relation::Prep
                    | Relation::Npadvmod
                    | Relation::Nummod
                    | Relation::Compound
                    | Relation::Amod
                    | Relation::Nmod
                    | Relation::Poss
                    | Relation::Advmod
                    | Relation::Attr
                    | Relation::Appos
                    | Relation::Dobj
                    | Relation::Dep
            );
            if !passes {
                return None;
            }
            way.holder = above;
            // `will open the SCM with a short speech on Tuesday`: an arc that is a guess may skip the speech
            let guess = way.margin < Margin::DOUBTFUL
                && above != top
                && tree.relation(above) == Relation::Pobj;
            if tree.relation(at) == Relation::Pobj || is_adjunct(scene, tree, above) || guess {
                continue;
            }
            return Some(way);
        }
        None
    }
}

/// Whether a noun only says when or where, so that what hangs from it belongs to what it hangs from: `at noon Saturday`,
/// `on Friday at Founders Park`.
fn is_adjunct(scene: &Scene, tree: &Sentence, index: usize) -> bool {
    if tree.relation(index) == Relation::Prep {
        return true;
    }
    let Some(token) = tree.token(index) else {
        return false;
    };
    if !matches!(
        tree.relation(index),
        Relation::Pobj | Relation::Npadvmod | Relation::Appos
    ) {
        return false;
    }
    let dated = scene
        .dates
        .iter()
        .any(|date| date.span.overlaps(token.span));
    let placed = scene
        .hits
        .iter()
        .any(|hit| hit.span.overlaps(token.span) && hit.is_any(|r#use| r#use == Use::At));
    let time = matches!(token.tag, Tag::Cd)
        || classes(tree.lemma(index), token.tag).has(Class::Time)
        || matches!(
            tree.lemma(index),
            "noon" | "midnight" | "dusk" | "dawn" | "a.m." | "p.m."
        );
    dated || placed || time
}
