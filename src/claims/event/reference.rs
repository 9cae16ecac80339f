//! What a noun, an ordinal or a pronoun refers to: an occasion that is named before.

use crate::claims::scene::Scene;
use crate::facts::{Fact, Kind, Value};
use crate::language::Reading;
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::syntax::Sentence;
use crate::syntax::tags::{Relation, Tag};

use super::constructions::{Voice, verb};
use super::mentions::Kinds;

/// A noun or pronoun that may refer to an occasion named before.
pub(super) struct Reference<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    pub(super) tree: &'s Sentence,
    pub(super) facts: &'s [Fact],
    pub(super) named: &'s [&'a Hit],
    pub(super) token: usize,
}

/// Adjectives that leave a description what it is: `the annual fair`.
const PLAIN: &[&str] = &[
    "annual",
    "biennial",
    "yearly",
    "three-day",
    "two-day",
    "four-day",
    "week-long",
    "weeklong",
    "same",
];

/// Nouns for occasions of any sort.
#[rustfmt::skip]
const GENERIC: &[&str] = &[
    "event", "gathering", "exercise", "conference", "festival", "summit", "congress", "tournament", "convention", "show", "fair",
];

impl Reference<'_, '_> {
    pub(super) fn resolve(&self) -> Option<(usize, Kinds)> {
        let (tree, token) = (self.tree, self.token);
        let lower = tree.lemma(token).to_lowercase();
        match tree.tag(token) {
            Tag::Prp if lower == "it" => self.pronoun().map(|fact| (fact, Kinds::Pronoun)),
            _ if self.is_ordinal() => self.edition(),
            Tag::Nn | Tag::Nns if lower == "edition" => self.edition(),
            Tag::Nn => self.description(&lower),
            Tag::Nns => {
                let written = tree
                    .token(token)
                    .map(|token| token.written(self.scene.text()));
                self.description(&written.unwrap_or_default().to_lowercase())
            }
            _ => None,
        }
    }

    fn is_ordinal(&self) -> bool {
        let Some(token) = self.tree.token(self.token) else {
            return false;
        };
        let number = |mention: &crate::language::Mention| {
            mention.span == token.span && matches!(mention.reading, Reading::Ordinal(_))
        };
        let heads = matches!(
            self.tree.relation(self.token),
            Relation::Nsubj | Relation::Nsubjpass | Relation::Dobj | Relation::Pobj
        );
        // `from the 16th`, `on Tuesday the 16th`
        let dated = self
            .scene
            .dates
            .iter()
            .any(|date| date.span.overlaps(token.span));
        let preposition = self
            .tree
            .head(self.token)
            .filter(|_| self.tree.relation(self.token) == Relation::Pobj)
            .map_or("", |at| self.tree.lemma(at));
        let day = matches!(
            preposition,
            "from"
                | "on"
                | "until"
                | "till"
                | "to"
                | "by"
                | "before"
                | "after"
                | "through"
                | "since"
        );
        heads && !dated && !day && self.scene.values().iter().any(number)
    }

    /// What stands before and behind the noun: no word that makes it another occasion.
    fn is_plain(&self) -> bool {
        let tree = self.tree;
        tree.children(self.token).all(|child| {
            let Some(token) = tree.token(child) else {
                return false;
            };
            // `the 2024 fair`, `last year's fair`; `Tuesday's fair` may be any fair of that day.
            let dated = self.scene.dates.iter().any(|date| {
                let days = date.days.and_then(|days| days.from.zip(days.until));
                let year = days.is_some_and(|(first, last)| {
                    first.year() == last.year() && first.month() != last.month()
                });
                date.span.overlaps(token.span) && year
            });
            let counted = self.scene.values().iter().any(|mention| {
                mention.span.overlaps(token.span) && matches!(mention.reading, Reading::Ordinal(_))
            });
            match tree.relation(child) {
                Relation::Det => matches!(tree.lemma(child), "the" | "this"),
                Relation::Amod | Relation::Nummod | Relation::Compound | Relation::Nmod => {
                    dated || counted || PLAIN.contains(&tree.lemma(child))
                }
                Relation::Poss => dated || matches!(tree.lemma(child), "its" | "their"),
                Relation::Prep => !matches!(
                    tree.lemma(child),
                    "of" | "for" | "between" | "against" | "to" | "with" | "by"
                ),
                Relation::Conj | Relation::Cc | Relation::Neg => false,
                _ => true,
            }
        })
    }

    fn is_definite(&self) -> bool {
        let tree = self.tree;
        tree.children(self.token).any(|child| {
            let dated = || {
                let place = tree.token(child).map(|token| token.span);
                place.is_some_and(|place| {
                    self.scene
                        .dates
                        .iter()
                        .any(|date| date.span.overlaps(place))
                })
            };
            match tree.relation(child) {
                Relation::Det => matches!(tree.lemma(child), "the" | "this"),
                // `Its 57th edition opens`, but not `The firefighters hold their 41st gathering`
                Relation::Poss => {
                    let owned =
                        matches!(tree.lemma(child), "its") && tree.lemma(self.token) == "edition";
                    dated() || owned && child == 0
                }
                _ => false,
            }
        })
    }

    /// The names before the reference, the last first.
    fn before(&self) -> impl Iterator<Item = &Hit> {
        let start = self
            .tree
            .token(self.token)
            .map_or(0, |token| token.span.start);
        self.named
            .iter()
            .rev()
            .copied()
            .filter(move |hit| hit.span.end <= start)
    }

    fn facts_of(hit: &Hit) -> impl Iterator<Item = usize> + '_ {
        hit.facts(|r#use| r#use == Use::Event)
    }

    /// Whether a name is near enough: in the paragraph or a heading before all, or the only occasion so far.
    fn is_near(&self, hit: &Hit, fact: usize) -> bool {
        let text = self.scene.page.text;
        let block = text.block_at(self.scene.span.start);
        let own = text.block_at(hit.span.start);
        let heading = own.is_some_and(|own| {
            own == 0
                || text
                    .blocks()
                    .get(own)
                    .is_some_and(|block| block.kind == crate::article::BlockKind::Headline)
        });
        block == own || heading || self.is_alone(fact)
    }

    /// Whether no other occasion is named in the article.
    fn is_alone(&self, fact: usize) -> bool {
        self.named
            .iter()
            .all(|hit| Self::facts_of(hit).all(|other| other == fact))
    }

    /// Whether another occasion of that sort, in no rule file, is named in between: `the Orsk Fair`.
    fn is_interrupted(&self, hit: &Hit, noun: &str) -> bool {
        let text = self.scene.text();
        let end = self
            .tree
            .token(self.token)
            .map_or(hit.span.end, |token| token.span.start);
        let between = text.get(hit.span.end..end).unwrap_or_default();
        let mut capital = noun.to_string();
        if let Some(first) = capital.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let mut found = between.match_indices(&capital).map(|(at, words)| {
            let start = hit.span.end + at;
            Span::new(start, start + words.len())
        });
        found.any(|span| {
            !self.named.iter().any(|hit| hit.span.overlaps(span))
                && !text[..span.start]
                    .trim_end()
                    .ends_with(['.', '\n', '“', '"'])
        })
    }

    /// `the fair`, after `Lindhof Fair`.
    fn description(&self, noun: &str) -> Option<(usize, Kinds)> {
        if !self.is_definite() || !self.is_plain() || is_inside(self.tree, self.token) {
            return None;
        }
        let headed = |fact: usize| is_head_noun(self.facts.get(fact), noun);
        let own = self.before().find_map(|hit| {
            let fact = Self::facts_of(hit).find(|fact| headed(*fact))?;
            Some((hit, fact))
        });
        if let Some((hit, fact)) = own {
            let ok = self.is_near(hit, fact) && !self.is_interrupted(hit, noun);
            return ok.then_some((fact, Kinds::Description));
        }
        if !GENERIC.contains(&noun) {
            return None;
        }
        // `the gathering`: the only occasion that is named
        let hit = self.before().next()?;
        let fact = Self::facts_of(hit).next()?;
        let ok = self.is_alone(fact) && !self.is_interrupted(hit, noun);
        ok.then_some((fact, Kinds::Description))
    }

    /// `the 49th edition`, `this year's edition`, `the 49th`.
    fn edition(&self) -> Option<(usize, Kinds)> {
        if !self.is_definite() || !self.is_plain() {
            return None;
        }
        let (hit, fact) = self.before().find_map(|hit| {
            let fact = Self::facts_of(hit).find(|fact| is_numbered(self.facts.get(*fact)))?;
            Some((hit, fact))
        })?;
        self.is_near(hit, fact).then_some((fact, Kinds::Edition))
    }

    /// `It opens on Friday`, after a sentence about the occasion.
    fn pronoun(&self) -> Option<usize> {
        let tree = self.tree;
        let relation = tree.relation(self.token);
        let head = tree.head(self.token)?;
        let voice = match relation {
            Relation::Nsubj => Voice::Active,
            Relation::Nsubjpass => Voice::Passive,
            _ => return None,
        };
        // `It is due to open`, `It will be the 77th`
        if tree.lemma(head) != "be" && verb(tree, head, voice).is_none() {
            return None;
        }
        let sentences = self.scene.page.text.sentences();
        let previous = self.scene.index.checked_sub(1)?;
        if sentences[previous].block != sentences[self.scene.index].block {
            return None;
        }
        let before = self.scene.page.tree(previous)?;
        let hit = self
            .named
            .iter()
            .rev()
            .find(|hit| sentences[previous].span.contains(hit.span))?;
        let noun = before.head_of(hit.span)?;
        let subject = matches!(before.relation(noun), Relation::Nsubj | Relation::Nsubjpass)
            && before
                .head(noun)
                .is_some_and(|verb| before.head(verb).is_none());
        let fact = Self::facts_of(hit).next()?;
        (subject && self.is_alone(fact)).then_some(fact)
    }
}

/// Whether a noun modifies another: `the festival director`.
fn is_inside(tree: &Sentence, token: usize) -> bool {
    matches!(
        tree.relation(token),
        Relation::Compound | Relation::Amod | Relation::Nmod
    )
}

/// Whether some name of an occasion ends with the noun.
fn is_head_noun(fact: Option<&Fact>, noun: &str) -> bool {
    let Some(Fact {
        kind: Kind::Event(event),
        ..
    }) = fact
    else {
        return false;
    };
    event.names.iter().any(|name| {
        let mut words = name.split(' ');
        let last = words.next_back().unwrap_or_default().to_lowercase();
        let several = words.next_back().is_some();
        several && last.len() > 2 && last == noun
    })
}

/// Whether the editions of an occasion are numbered.
fn is_numbered(fact: Option<&Fact>) -> bool {
    fact.is_some_and(|fact| {
        let mut cells = fact
            .table
            .records
            .iter()
            .flat_map(|record| record.cells.iter().flatten());
        cells.any(|value| matches!(value, Value::Ordinal(_)))
    })
}
