//! Bodies that a title only refers to: `its chief executive`, `the city's mayor`, `In Norland the president`.

use crate::claims::scene::Scene;
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::syntax::reference::antecedent;
use crate::syntax::tags::{Relation, Tag};
use crate::syntax::views::NounPhrase;
use crate::syntax::{MAX_TOKENS, Sentence};

use super::title::bodies;

/// So many sentences before the title what it refers to is looked for.
const REACH: usize = 4;

/// What the words beside a title refer to.
pub(super) enum Referred {
    /// The body of these offices.
    Body(Vec<usize>),
    /// A name that is no such body.
    Other,
    /// Nothing that is known.
    Unknown,
}

/// To whose body, of these offices, a pronoun or noun before a title refers.
pub(super) fn before(scene: &Scene, title: Span, offices: &[usize]) -> Referred {
    let owner = || {
        let tree = scene.tree()?;
        let head = tree.head_of(title)?;
        // `its chief executive NAME`: the owner belongs to the name.
        let over = tree
            .head(head)
            .filter(|_| tree.relation(head) == Relation::Compound);
        let mut heads = std::iter::once(head).chain(over);
        heads.find_map(|head| tree.child(head, Relation::Poss))
    };
    owner().map_or(Referred::Unknown, |owner| resolve(scene, owner, offices))
}

/// The word after `of the company` behind a title that ends before a word.
pub(super) fn noun_behind(scene: &Scene, end: usize) -> Option<usize> {
    let of = scene.lower(end) == "of" && scene.lower(end + 1) == "the";
    let noun = scene.words.get(end + 2).filter(|noun| of && !noun.capital);
    noun.map(|_| end + 3)
}

/// To whose body, of these offices, the noun of `of the company` behind a title refers.
pub(super) fn behind(scene: &Scene, title: Span, offices: &[usize]) -> Referred {
    let noun = scene.words.get(scene.word_from(title.end) + 2);
    let token = noun.and_then(|noun| scene.tree()?.token_at(noun.span));
    token.map_or(Referred::Unknown, |token| resolve(scene, token, offices))
}

/// `In Norland the president, NAME,`
pub(super) fn in_body(scene: &Scene, start: usize, offices: &[usize]) -> Vec<usize> {
    let body = |hit: &Hit| bodies(hit, offices).next().is_some();
    let comma = usize::from(start > 0 && scene.is_sign(start - 1, ","));
    let last = start
        .checked_sub(1 + comma)
        .filter(|_| scene.lower(start) == "the");
    let hit = last.and_then(|last| scene.hit_before(scene.words[last].span.end, body));
    let governor = hit.and_then(|hit| scene.word_from(hit.span.start).checked_sub(1));
    match (hit, governor) {
        (Some(hit), Some(governor)) if scene.lower(governor) == "in" => {
            bodies(hit, offices).collect()
        }
        _ => Vec::new(),
    }
}

/// What a pronoun or description (`its`, `the company`) of the sentence stands for.
fn resolve(scene: &Scene, token: usize, offices: &[usize]) -> Referred {
    let Some(tree) = scene.tree() else {
        return Referred::Unknown;
    };
    // `his`, `our` refer to people.
    let pronoun = matches!(tree.lemma(token), "its" | "their" | "it" | "they");
    if !pronoun && tree.tag(token) != Tag::Nn {
        return Referred::Unknown;
    }
    let Some(place) = tree.token(token).map(|token| token.span) else {
        return Referred::Unknown;
    };
    let all = scene.page.text.sentences();
    let block = all.get(scene.index).map(|sentence| sentence.block);
    let first = (scene.index.saturating_sub(REACH)..scene.index)
        .find(|index| all.get(*index).map(|sentence| sentence.block) == block)
        .unwrap_or(scene.index);
    let long = |index: usize| {
        let tree = scene.page.tree(index);
        tree.is_some_and(|tree| tree.tokens().len() > MAX_TOKENS)
    };
    if (first..=scene.index).any(long) {
        return Referred::Unknown;
    }
    let trees: Vec<Sentence> = (first..=scene.index)
        .filter_map(|index| scene.page.tree(index).cloned())
        .collect();
    let meant = antecedent(&trees, token).and_then(|found| {
        let tree = trees.get(found.sentence)?;
        let phrase = NounPhrase::at(tree, found.token)?.span;
        Some((phrase, tree.tag(found.token).is_proper()))
    });
    let from = all
        .get(first)
        .map_or(scene.span.start, |sentence| sentence.span.start);
    let start = scene.all.partition_point(|hit| hit.span.start < from);
    let earlier = scene.all[start..]
        .iter()
        .take_while(|hit| hit.span.end <= place.start);
    let of = |hit: &&Hit| hit.is_any(|r#use| r#use == Use::Of);
    let of_body = |hit: Option<&Hit>, otherwise: Referred| {
        let found: Vec<usize> = hit.map_or_else(Vec::new, |hit| bodies(hit, offices).collect());
        if found.is_empty() {
            otherwise
        } else {
            Referred::Body(found)
        }
    };
    match meant {
        Some((meant, proper)) if !is_holder(scene, meant) => {
            let mut named = earlier.filter(of).filter(|hit| hit.span.overlaps(meant));
            let otherwise = if proper {
                Referred::Other
            } else {
                Referred::Unknown
            };
            of_body(named.next(), otherwise)
        }
        // A person has no mayor: it is the last body that was named.
        _ => of_body(earlier.filter(of).last(), Referred::Unknown),
    }
}

/// Whether words are a holder of some office.
fn is_holder(scene: &Scene, words: Span) -> bool {
    let holder = |r#use| matches!(r#use, Use::Holder(_));
    let first = scene
        .all
        .partition_point(|hit| hit.span.start < words.start);
    let inside = scene.all[first..].iter();
    let mut inside = inside.take_while(|hit| hit.span.start < words.end);
    inside.any(|hit| hit.is_any(holder))
}
