//! Where a sentence speaks of an occasion: by its name, or after the name by a description, an edition or a pronoun.

use crate::claims::scene::Scene;
use crate::facts::Fact;
use crate::language::Reading;
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::syntax::Sentence;
use crate::syntax::tags::Relation;
use crate::text::Text;

use super::reference::Reference;
use super::words::EDITION;

/// How an occasion is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kinds {
    /// By a name of the rule file.
    Name,
    /// By a noun that the name ends with, or a word for occasions: `the fair`, `the gathering`.
    Description,
    /// By its edition: `the 49th edition`, `this year's edition`, `the 49th`.
    Edition,
    /// By `it`.
    Pronoun,
}

/// An occasion that a sentence speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occasion {
    pub(super) fact: usize,
    pub(super) span: Span,
    pub(super) kind: Kinds,
}

/// No occasion that is named more sentences before is meant by a description.
const REACH: usize = 40;

/// The sentences after the name of an occasion that may speak of it without its name: those with a number or a day.
pub(crate) fn follow_ups(text: &Text, hits: &[Hit]) -> Vec<usize> {
    let named = |hit: &&Hit| hit.is_any(|r#use| r#use == Use::Event);
    let mut found = Vec::new();
    let mut next = 0;
    for hit in hits.iter().filter(named) {
        let Some(index) = text.sentence_at(hit.span.start) else {
            continue;
        };
        let last = text.sentences().len().min(index + REACH);
        let sentences = index.max(next)..last;
        next = next.max(last);
        found.extend(sentences.filter(|index| may_say_when(text, *index)));
    }
    found
}

/// Whether a sentence holds what looks like a day or an ordinal, and a word that may stand for an occasion.
fn may_say_when(text: &Text, index: usize) -> bool {
    let words = text.sentences()[index].span.of(text.as_str());
    let speaks = [
        "the ", "The ", "It ", "it ", "this ", "This ", "Its ", "its ", "'s ", "’s ",
    ];
    let days = [
        "day",
        "yesterday",
        "tomorrow",
        "month",
        "year",
        "th ",
        " at ",
        " in ",
    ];
    speaks.iter().any(|word| words.contains(word))
        && (words.bytes().any(|byte| byte.is_ascii_digit())
            || days.iter().any(|word| words.contains(word)))
}

/// The occasions that a sentence speaks of.
pub(super) fn read(scene: &Scene, facts: &[Fact]) -> Vec<Occasion> {
    let mut found = Vec::new();
    for hit in scene.hits.iter() {
        // `the pre-SCM talks`: a name inside a longer word is not the occasion.
        let first = scene.words.get(scene.word_from(hit.span.start));
        if first.is_none_or(|word| word.span.start != hit.span.start) {
            continue;
        }
        // `Security Consultative Meeting (SCM)`: the short name in brackets says nothing of its own.
        let short = scene.text()[..hit.span.start].ends_with('(')
            && scene.text()[hit.span.end..].starts_with(')');
        if !short {
            found.extend(hit.facts(|r#use| r#use == Use::Event).map(|fact| Occasion {
                fact,
                span: hit.span,
                kind: Kinds::Name,
            }));
        }
    }
    let named: Vec<&Hit> = earlier_names(scene);
    if named.is_empty() || !has_value(scene) {
        return found;
    }
    let Some(tree) = scene.tree() else {
        return found;
    };
    for token in 0..tree.tokens().len() {
        let Some(place) = tree.token(token).map(|token| token.span) else {
            continue;
        };
        if scene
            .hits
            .iter()
            .any(|hit| hit.span.overlaps(place) && hit.is_any(|r#use| r#use == Use::Event))
        {
            continue;
        }
        let reference = Reference {
            scene,
            tree,
            facts,
            named: &named,
            token,
        };
        if let Some((fact, kind)) = reference.resolve() {
            found.push(Occasion {
                fact,
                span: place,
                kind,
            });
        }
    }
    found
}

/// Whether a sentence holds a day, an ordinal or a place of an occasion.
fn has_value(scene: &Scene) -> bool {
    !scene.dates.is_empty()
        || scene
            .values()
            .iter()
            .any(|mention| matches!(mention.reading, Reading::Ordinal(_)))
        || scene
            .hits
            .iter()
            .any(|hit| hit.is_any(|r#use| r#use == Use::At))
}

/// The names of occasions up to the end of the sentence.
fn earlier_names<'a>(scene: &Scene<'a>) -> Vec<&'a Hit> {
    let sentences = scene.page.text.sentences();
    let from = sentences[scene.index.saturating_sub(REACH)].span.start;
    let first = scene.all.partition_point(|hit| hit.span.start < from);
    let last = scene
        .all
        .partition_point(|hit| hit.span.start < scene.span.end);
    let named = |hit: &&Hit| hit.is_any(|r#use| r#use == Use::Event);
    scene.all[first..last].iter().filter(named).collect()
}

/// The ordinal that counts a noun, or that is said of it: `the 49th edition`, `It will be the 77th`.
pub(super) fn ordinal(scene: &Scene, tree: &Sentence, noun: usize) -> Option<(Span, u64)> {
    let read = |token: usize| {
        let span = tree.token(token)?.span;
        let mut values = scene.values().iter();
        values.find_map(|mention| match mention.reading {
            Reading::Ordinal(number) if mention.span == span => Some((mention.span, number)),
            _ => None,
        })
    };
    let below = |token: usize| {
        read(token).or_else(|| {
            tree.children(token)
                .filter(|child| *child < token)
                .find_map(read)
        })
    };
    if let Some(own) = below(noun) {
        return Some(own);
    }
    let said = |token: usize| {
        let edition = EDITION.contains(&tree.lemma(token)) || read(token).is_some();
        edition.then(|| below(token)).flatten()
    };
    // `the gathering, the twelfth of its kind`
    if let Some(apposed) = tree.child(noun, Relation::Appos).and_then(read) {
        return Some(apposed);
    }
    let subject = matches!(tree.relation(noun), Relation::Nsubj);
    let verb = tree
        .head(noun)
        .filter(|verb| subject && tree.lemma(*verb) == "be")?;
    said(
        tree.child(verb, Relation::Attr)
            .or(tree.child(verb, Relation::Acomp))?,
    )
}
