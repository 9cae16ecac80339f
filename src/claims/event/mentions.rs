//! Where a sentence speaks of an occasion: by its name, or after the name by a description, an edition or a pronoun.

use crate::claims::scene::Scene;
use crate::facts::{Fact, Kind, Value};
use crate::language::Reading;
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::syntax::Sentence;
use crate::syntax::lexicon::{Class, classes};
use crate::syntax::tags::{Relation, Tag};
use crate::text::Text;

use super::constructions::{Voice, verb};
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

/// A noun or pronoun that may refer to an occasion named before.
struct Reference<'s, 'a> {
    scene: &'s Scene<'a>,
    tree: &'s Sentence,
    facts: &'s [Fact],
    named: &'s [&'a Hit],
    token: usize,
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
    fn resolve(&self) -> Option<(usize, Kinds)> {
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
        let event = classes(noun, Tag::Nn).has(Class::Event) || GENERIC.contains(&noun);
        let headed = |fact: usize| is_head_noun(self.facts.get(fact), noun);
        let own = self.before().find_map(|hit| {
            let fact = Self::facts_of(hit).find(|fact| headed(*fact))?;
            Some((hit, fact))
        });
        if let Some((hit, fact)) = own {
            let ok = self.is_near(hit, fact) && !self.is_interrupted(hit, noun);
            return ok.then_some((fact, Kinds::Description));
        }
        if !event || !GENERIC.contains(&noun) {
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
