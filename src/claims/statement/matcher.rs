//! A pattern against the words of a sentence.

use std::collections::HashSet;

use crate::claims::StatedValue;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::Fact;
use crate::mentions::spelling;
use crate::span::Span;
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

/// A place in the sentence: an offset in the text.
pub(super) type Offset = usize;

/// A way to go on: a step of the pattern at a place in the text.
struct Way {
    step: usize,
    at: Offset,
    /// The way that led here, by its index on the trail, and what was read last.
    before: Option<usize>,
    slot: Option<Slot>,
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
            let Some((slots, end)) = self.from(program, at, tried) else {
                continue;
            };
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
    fn from(
        &self,
        program: &Program,
        at: Offset,
        tried: &mut Tried,
    ) -> Option<(Vec<Slot>, Offset)> {
        let Tried { dead, ways, trail } = tried;
        ways.clear();
        trail.clear();
        let mut way = Some(Way {
            step: 0,
            at,
            before: None,
            slot: None,
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
                    ways.extend(ends.map(|at| next(step + 1, at, None)));
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
                    return Some((walked(trail, dead), at));
                }
                Step::End => {}
            }
        }
        None
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
fn walked(trail: &mut [Way], dead: &mut HashSet<(usize, Offset)>) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut at = trail.len().checked_sub(1);
    while let Some(way) = at.and_then(|at| trail.get_mut(at)) {
        dead.remove(&(way.step, way.at));
        slots.extend(way.slot.take());
        at = way.before;
    }
    slots.reverse();
    slots
}
