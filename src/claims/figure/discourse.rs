//! What the article is about before a number: the subjects of the sentences before it, pronouns and descriptions.

use crate::mentions::near::lexicon;
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::syntax::Sentence;
use crate::syntax::tags::Relation;

use super::frame::{Frame, Whose};
use super::label::hits_in;
use super::owner::{Owner, SubjectKind};
use super::words::{self, NO_NAMES};

/// What the text before a number is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    Own,
    /// The fact's owner and others.
    Mixed,
    Other,
    /// Of the paragraph before.
    OwnFar,
    OtherFar,
    MixedFar,
    /// Only the headline says.
    Headline,
}

/// How a number points back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anaphor {
    /// `its 40 ships`
    Possessive,
    /// `it has 40 ships`
    Pronoun,
    /// `the agency has 40 ships`, a noun of the fact's own.
    Description,
    /// `the company has 40 ships`
    StandIn,
}

/// So many sentences back a topic reaches.
const REACH: usize = 6;

impl Frame<'_, '_> {
    /// Whether a phrase of the fact names its owner: one with capitals, where the fact has such.
    pub(super) fn is_owner_phrase(&self, span: Span) -> bool {
        let written = self.scene.text().get(span.range()).unwrap_or_default();
        !self.profile.is_proper || written.contains(char::is_uppercase)
    }

    fn is_owner(&self, hit: &Hit) -> bool {
        (hit.is(self.fact, Use::Subject) || hit.is(self.fact, Use::Context))
            && self.is_owner_phrase(hit.span)
    }

    /// How the number, its noun or the subject of its clause points back.
    pub(super) fn anaphor(&self, owner: &Owner) -> Option<Anaphor> {
        use Relation::{Attr, Dobj, Pobj, Prep};
        if owner.pronoun {
            return Some(Anaphor::Possessive);
        }
        let definite = |index: usize| {
            self.any_child(index, |child| {
                matches!(self.lower(child), "the" | "this" | "that")
            })
        };
        let is_head = |index: usize| {
            self.profile.is_head(self.lower(index)) || self.profile.is_head(self.lemma(index))
        };
        if let Some(subject) = owner.subject
            && owner.kind != Some(SubjectKind::Itself)
        {
            let word = self.lower(subject);
            if self.tag(subject).is_pronoun()
                && matches!(
                    word,
                    "it" | "they" | "he" | "she" | "both" | "this" | "that" | "these" | "those"
                )
            {
                return Some(Anaphor::Pronoun);
            }
            if self.tag(subject).is_noun() && definite(subject) {
                let named = self.tree.subtree(subject).into_iter().any(|index| {
                    self.marks[index].is_own()
                        && self.written(index).starts_with(char::is_uppercase)
                });
                if is_head(subject) && !named {
                    return Some(Anaphor::Description);
                }
                if words::stands_in(self.lemma(subject)) {
                    return Some(Anaphor::StandIn);
                }
            }
        }
        let mut around: Vec<usize> = vec![self.head];
        around.extend(self.governor);
        if let Some(predicate) = self.predicate {
            for child in self.tree.children(predicate) {
                match self.relation(child) {
                    Dobj | Attr => around.push(child),
                    Prep => around.extend(
                        self.tree
                            .children(child)
                            .filter(|object| self.relation(*object) == Pobj),
                    ),
                    _ => {}
                }
            }
        }
        for index in around {
            let below = self
                .tree
                .children(index)
                .filter(|child| self.relation(*child) == Prep)
                .flat_map(|child| self.tree.children(child))
                .filter(|object| self.relation(*object) == Pobj);
            for index in std::iter::once(index).chain(below) {
                if self.tag(index).is_noun()
                    && is_head(index)
                    && !self.marks[index].subject
                    && definite(index)
                {
                    return Some(Anaphor::Description);
                }
                if matches!(self.lower(index), "it" | "them") && self.relation(index) == Pobj {
                    return Some(Anaphor::Pronoun);
                }
            }
        }
        None
    }

    /// What the sentences before the number, and its own before it, are about.
    pub(super) fn topic(&self, owner: &Owner) -> Option<Topic> {
        if let Some(topic) = self.topic_before(owner) {
            return Some(topic);
        }
        let text = self.scene.page.text;
        let sentences = text.sentences();
        let block = sentences[self.scene.index].block;
        let mut crossed = false;
        for index in (0..self.scene.index).rev().take(REACH) {
            crossed |= sentences[index].block != block;
            let Some(tree) = self.scene.page.tree(index) else {
                break;
            };
            let far = |near: Topic, far: Topic| Some(if crossed { far } else { near });
            let about = About::of(self, tree, sentences[index].span);
            match about.subject {
                Some(Whose::Own) => return far(Topic::Own, Topic::OwnFar),
                Some(Whose::Other) if about.own && !crossed => return Some(Topic::Mixed),
                Some(Whose::Other) => return far(Topic::Other, Topic::OtherFar),
                None if about.own && !about.other => return far(Topic::Own, Topic::OwnFar),
                None if about.own => return far(Topic::Mixed, Topic::MixedFar),
                None => {}
            }
        }
        let headline = text.blocks().first()?.span;
        hits_in(self.scene, headline, &|hit| self.is_owner(hit)).then_some(Topic::Headline)
    }

    /// What the sentence is about before the number.
    fn topic_before(&self, owner: &Owner) -> Option<Topic> {
        use Relation::{Nsubj, Nsubjpass, Relcl};
        let own = self.owner_tokens(self.tree, self.scene.span);
        let others: Vec<usize> = (0..self.root)
            .filter(|index| self.is_foreign_name(*index) && !own.contains(index))
            .collect();
        let subjects = (0..self.root).rev().filter(|index| {
            matches!(self.relation(*index), Nsubj | Nsubjpass) && owner.subject != Some(*index)
        });
        for subject in subjects {
            let words = self
                .tree
                .subtree_without(subject, |index| self.relation(index) == Relcl);
            if words.iter().any(|index| own.contains(index)) {
                return Some(Topic::Own);
            }
            if words.iter().any(|index| others.contains(index)) {
                return Some(Topic::Other);
            }
        }
        let pronoun = owner
            .subject
            .is_some_and(|subject| self.tag(subject).is_pronoun());
        // What a clause says of another noun is not what the sentence is about: `the maker, which sells to Norland, said`.
        let aside = |index: usize| {
            self.tree
                .ancestors(index)
                .any(|above| self.relation(above) == Relcl && !self.chain.contains(&above))
        };
        let named = own.iter().any(|index| *index < self.root && !aside(*index));
        (named && others.is_empty() && !pronoun).then_some(Topic::Own)
    }

    fn is_foreign_name(&self, index: usize) -> bool {
        is_foreign_name(self, self.tree, index)
    }

    /// The words of a sentence that name the owner.
    fn owner_tokens(&self, tree: &Sentence, span: Span) -> Vec<usize> {
        let all = self.scene.all;
        let first = all.partition_point(|hit| hit.span.start < span.start);
        let hits = all[first..]
            .iter()
            .take_while(|hit| hit.span.start < span.end)
            .filter(|hit| self.is_owner(hit));
        let tokens = tree.tokens();
        hits.flat_map(|hit| {
            let first = tokens.partition_point(|token| token.span.end <= hit.span.start);
            let end = tokens.partition_point(|token| token.span.start < hit.span.end);
            first..end.max(first)
        })
        .collect()
    }

    /// Whether the article is mainly about the owner: it is named at the head and again.
    pub(super) fn is_main_topic(&self) -> bool {
        let sentences = self.scene.page.text.sentences();
        let Some(first) = sentences.first() else {
            return false;
        };
        let head = sentences
            .get(1)
            .map_or(first.span, |second| first.span.to(second.span));
        let owner = |hit: &Hit| self.is_owner(hit);
        let many = self
            .scene
            .all
            .iter()
            .filter(|hit| owner(hit))
            .take(2)
            .count()
            >= 2;
        many && hits_in(self.scene, head, &owner)
    }
}

fn is_foreign_name(frame: &Frame, tree: &Sentence, index: usize) -> bool {
    let Some(token) = tree.token(index) else {
        return false;
    };
    let written = token.written(frame.scene.text());
    let unknown = || token.tag.is_noun() && !lexicon::is_word(&written.to_lowercase());
    (token.tag.is_proper() || written.starts_with(char::is_uppercase) && unknown())
        && written.starts_with(char::is_uppercase)
        && !NO_NAMES.contains(&written)
        && !words::is_calendar(&written.to_lowercase())
}

/// What another sentence is about.
struct About {
    subject: Option<Whose>,
    own: bool,
    other: bool,
}

impl About {
    fn of(frame: &Frame, tree: &Sentence, span: Span) -> About {
        let own = frame.owner_tokens(tree, span);
        let is_other = |index: usize| !own.contains(&index) && is_foreign_name(frame, tree, index);
        let root = tree.roots().next();
        let subject = root.and_then(|root| {
            let subject = tree.children(root).find(|child| {
                matches!(tree.relation(*child), Relation::Nsubj | Relation::Nsubjpass)
            });
            subject.or_else(|| (!tree.tag(root).is_verb()).then_some(root))
        });
        let subject = subject.and_then(|subject| {
            let words = tree.subtree(subject);
            match () {
                _ if words.iter().any(|index| own.contains(index)) => Some(Whose::Own),
                _ if tree.tag(subject).is_pronoun() => None,
                _ if words.iter().any(|index| is_other(*index)) => Some(Whose::Other),
                _ => None,
            }
        });
        About {
            subject,
            own: !own.is_empty(),
            other: (0..tree.tokens().len()).any(is_other),
        }
    }
}
