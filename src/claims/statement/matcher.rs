//! A pattern against the words of a sentence.

use std::collections::HashSet;

use crate::claims::StatedValue;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::Fact;
use crate::mentions::spelling;
use crate::span::Span;
use crate::syntax::Margin;
use crate::syntax::tags::{Relation, Tag};
use crate::syntax::views::Predicate;
use crate::verdict::name;

use super::program::{Line, Program, Ready, Step, denies, spellings};

/// The most words that a gap passes over.
const GAP: usize = 8;

/// The most steps that a pattern may take at the places of a sentence before it is given up there. Only a pattern with
/// hundreds of gaps comes so far, and it can't stall a run.
const STEPS: usize = 100_000;

/// What was read for a slot.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) column: usize,
    pub(super) span: Span,
    pub(super) value: StatedValue,
}

/// What a pattern matches at a place.
pub(super) struct Match {
    pub(super) slots: Vec<Slot>,
    /// The words that its gaps pass over, and the end of the match.
    gaps: Vec<Span>,
    end: Offset,
}

/// A place in the sentence: an offset in the text.
pub(super) type Offset = usize;

/// A way to go on: a step of the pattern at a place in the text.
struct Way {
    step: usize,
    at: Offset,
    /// The way that led here, by its index on the trail, and what was read last.
    before: Option<usize>,
    slot: Option<Slot>,
    /// What a gap passed over.
    gap: Option<Span>,
}

/// What has been tried of a pattern in a sentence.
#[derive(Default)]
pub(super) struct Tried {
    /// Each step at each place from which no way leads to the end: what was read before makes no difference, so none
    /// is tried twice, wherever the match begins.
    dead: HashSet<(usize, Offset)>,
    ways: Vec<Way>,
    trail: Vec<Way>,
}

/// A statement's patterns against a sentence.
pub(super) struct Matcher<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) fact: &'s Fact,
    pub(super) ready: &'s Ready,
}

impl Matcher<'_> {
    /// One match for each place where the pattern begins. A slot at the head reads the same words from each of its
    /// parts: a right value among them counts (`Philadelphia` of `Historic Philadelphia`), else the longest.
    pub(super) fn all(&self, program: &Program, tried: &mut Tried) -> Vec<Vec<Slot>> {
        let mut found: Vec<Vec<Slot>> = Vec::new();
        let mut head: Option<Span> = None;
        for word in &self.scene.words {
            let at = word.span.start;
            let inside = head.is_some_and(|head| at < head.end);
            let Some(Match { slots, gaps, end }) = self.from(program, at, tried) else {
                continue;
            };
            if self.leaves_clause(&gaps) {
                continue;
            }
            let first = slots.iter().find(|slot| slot.span.start == at);
            if inside {
                let better = first.is_some_and(|slot| {
                    head.is_some_and(|head| slot.span.end == head.end) && self.is_right(slot)
                });
                if better {
                    found.pop();
                    found.push(slots);
                }
                continue;
            }
            head = first.map(|slot| slot.span);
            if !self.is_denied(program, Span::new(at, end), &slots) {
                found.push(slots);
            } else {
                head = None;
            }
        }
        found
    }

    /// Whether a slot holds a right value of some record.
    fn is_right(&self, slot: &Slot) -> bool {
        let StatedValue::Phrase(words) = &slot.value else {
            return false;
        };
        spellings(self.fact, slot.column).any(|spelling| name::same(spelling, words))
    }

    /// Whether a gap of the match denies it: `is not the fourth tallest`.
    fn is_denied(&self, program: &Program, matched: Span, slots: &[Slot]) -> bool {
        if !program.gap || program.denies {
            return false;
        }
        self.scene.word_range(matched).any(|index| {
            let word = self.scene.lower(index);
            let span = self.scene.words[index].span;
            denies(word) && !slots.iter().any(|slot| slot.span.contains(span))
        })
    }

    /// Depth first, the preferred way on top of the stack: shorter gaps, longer names, optional words there.
    fn from(&self, program: &Program, at: Offset, tried: &mut Tried) -> Option<Match> {
        let Tried { dead, ways, trail } = tried;
        ways.clear();
        trail.clear();
        let mut way = Some(Way {
            step: 0,
            at,
            before: None,
            slot: None,
            gap: None,
        });
        while let Some(here) = way.take().or_else(|| ways.pop()) {
            if dead.len() >= STEPS || !dead.insert((here.step, here.at)) {
                continue;
            }
            let (step, at, before) = (here.step, here.at, Some(trail.len()));
            trail.push(here);
            let next = |step, at, slot| Way {
                step,
                at,
                before,
                slot,
                gap: None,
            };
            match &program.steps[step] {
                Step::Token(token) => {
                    let end = token.end(self.line(), at);
                    way = end.map(|at| next(step + 1, at, None));
                }
                Step::Goto(to) => way = Some(next(*to, at, None)),
                Step::Ways(to) => ways.extend(to.iter().rev().map(|to| next(*to, at, None))),
                Step::Gap => {
                    let ends = self.gap(at).into_iter().rev();
                    ways.extend(ends.map(|end| Way {
                        gap: (end > at).then(|| Span::new(at, end)),
                        ..next(step + 1, end, None)
                    }));
                }
                Step::Slot { column, open } => {
                    let readings = self.slot(*column, at, *open).into_iter().rev();
                    ways.extend(readings.map(|(span, value)| {
                        let column = *column;
                        let slot = Slot {
                            column,
                            span,
                            value,
                        };
                        next(step + 1, span.end, Some(slot))
                    }));
                }
                Step::End if self.ends_well(at) => {
                    let (slots, gaps) = walked(trail, dead);
                    return Some(Match {
                        slots,
                        gaps,
                        end: at,
                    });
                }
                Step::End => {}
            }
        }
        None
    }

    /// Whether a gap ends in a clause that begins inside of it, with a subject of its own: `The yard closed and the
    /// port opened in 2001` says nothing of the yard's opening. A relative clause that closes inside is passed over.
    fn leaves_clause(&self, gaps: &[Span]) -> bool {
        let scene = self.scene;
        let Some(tree) = (!gaps.is_empty()).then(|| scene.tree()).flatten() else {
            return false;
        };
        gaps.iter().any(|gap| {
            let last = scene.word_from(gap.start).checked_sub(1);
            let before = last.and_then(|index| tree.token_at(scene.words.get(index)?.span));
            let next = scene.words.get(scene.word_from(gap.end));
            let after = next.and_then(|word| tree.token_at(word.span));
            let (Some(before), Some(after)) = (before, after) else {
                return false;
            };
            let Some(verb) = Predicate::over(tree, after) else {
                return false;
            };
            // The clause of the words before, or one around it; `the price that ministers agreed` is about the price.
            let modifies = tree.relation(verb) == Relation::Relcl
                && tree
                    .head(verb)
                    .and_then(|noun| tree.token(noun))
                    .is_some_and(|noun| noun.span.end <= gap.start);
            if tree.is_within(before, verb) || modifies {
                return false;
            }
            let sure = |token: usize| {
                tree.token(token)
                    .is_some_and(|token| token.margin >= Margin::FAIR)
            };
            let own = tree.children(verb).find(|child| {
                matches!(tree.relation(*child), Relation::Nsubj | Relation::Nsubjpass)
            });
            own.is_some_and(|own| {
                let inside = tree
                    .token(own)
                    .is_some_and(|token| gap.contains(token.span));
                let pronoun = matches!(tree.tag(own), Tag::Wdt | Tag::Wp | Tag::Prp);
                inside && !pronoun && sure(own) && sure(verb)
            })
        })
    }

    pub(super) fn line(&self) -> Line<'_> {
        Line {
            page: self.scene.page,
            end: self.scene.span.end,
        }
    }

    /// A match must not end inside a word.
    fn ends_well(&self, at: Offset) -> bool {
        if !spelling::on_boundaries(
            self.scene.text(),
            Span::new(at, at.max(self.scene.span.start)),
        ) {
            return false;
        }
        let before = self.scene.word_from(at).checked_sub(1);
        let inside = |index: usize| {
            let word = self.scene.words[index];
            word.kind == WordKind::Number
                && at < word.span.end
                && self.scene.slice(word.span)[at - word.span.start..]
                    .starts_with(|c: char| c.is_alphanumeric())
        };
        !before.is_some_and(inside)
    }

    /// The offsets after nought to eight words.
    fn gap(&self, at: Offset) -> Vec<Offset> {
        let mut offsets = vec![at];
        let mut index = self.scene.word_from(at);
        let mut passed = 0;
        while let Some(word) = self.scene.words.get(index) {
            index += 1;
            passed += usize::from(matches!(word.kind, WordKind::Word | WordKind::Number));
            if passed > GAP {
                break;
            }
            offsets.push(word.span.end);
        }
        offsets
    }
}

/// What was read on the way to the end, in order. The steps of that way are not dead.
fn walked(trail: &mut [Way], dead: &mut HashSet<(usize, Offset)>) -> (Vec<Slot>, Vec<Span>) {
    let (mut slots, mut gaps) = (Vec::new(), Vec::new());
    let mut at = trail.len().checked_sub(1);
    while let Some(way) = at.and_then(|at| trail.get_mut(at)) {
        dead.remove(&(way.step, way.at));
        slots.extend(way.slot.take());
        gaps.extend(way.gap.take());
        at = way.before;
    }
    slots.reverse();
    (slots, gaps)
}
