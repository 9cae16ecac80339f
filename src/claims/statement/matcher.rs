//! A pattern against the words of a sentence.

use crate::claims::StatedValue;
use crate::claims::scene::Scene;
use crate::claims::words::{self, WordKind};
use crate::facts::{Fact, Pattern, Piece, Statement};
use crate::mentions::spelling;
use crate::span::Span;
use crate::text::{fold, normalize};
use crate::verdict::name;

/// The most words that a gap passes over.
const GAP: usize = 8;

/// The most steps that one match may take before it is given up: a pattern of gaps upon gaps can't stall a run.
const STEPS: usize = 20_000;

/// What was read for a slot.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) column: usize,
    pub(super) span: Span,
    pub(super) value: StatedValue,
}

/// A place in the sentence: an offset in the text.
pub(super) type Offset = usize;

/// A way to go on: where the text goes on, and what was read.
struct State<'p> {
    /// What is left to match, the next piece last.
    rest: Vec<&'p Piece>,
    at: Offset,
    slots: Vec<Slot>,
}

/// A statement's patterns against a sentence.
pub(super) struct Matcher<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) fact: &'s Fact,
    pub(super) statement: &'s Statement,
}

impl Matcher<'_> {
    /// One match for each place where the pattern begins. A slot at the head reads the same words from each of its
    /// parts: a right value among them counts (`Philadelphia` of `Historic Philadelphia`), else the longest.
    pub(super) fn all(&self, pattern: &Pattern) -> Vec<Vec<Slot>> {
        let mut found: Vec<Vec<Slot>> = Vec::new();
        let mut head: Option<Span> = None;
        for word in &self.scene.words {
            let at = word.span.start;
            let inside = head.is_some_and(|head| at < head.end);
            let Some((slots, end)) = self.from(pattern, at) else {
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
            if !self.is_denied(pattern, Span::new(at, end), &slots) {
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
        self.spellings(slot.column)
            .any(|spelling| name::same(spelling, words))
    }

    /// Whether a gap of the match denies it: `is not the fourth tallest`.
    fn is_denied(&self, pattern: &Pattern, matched: Span, slots: &[Slot]) -> bool {
        if !pattern.0.contains(&Piece::Gap) || says_no(pattern) {
            return false;
        }
        self.scene.word_range(matched).any(|index| {
            let word = self.scene.lower(index);
            let span = self.scene.words[index].span;
            denies(word) && !slots.iter().any(|slot| slot.span.contains(span))
        })
    }

    /// Depth first, the preferred way on top of the stack: shorter gaps, longer names, optional words there.
    fn from(&self, pattern: &Pattern, at: Offset) -> Option<(Vec<Slot>, Offset)> {
        let mut stack = vec![State {
            rest: pattern.0.iter().rev().collect(),
            at,
            slots: Vec::new(),
        }];
        let mut steps = 0;
        while let Some(mut state) = stack.pop() {
            steps += 1;
            if steps > STEPS {
                return None;
            }
            let Some(piece) = state.rest.pop() else {
                if self.ends_well(state.at) {
                    return Some((state.slots, state.at));
                }
                continue;
            };
            match piece {
                Piece::Words(words) => {
                    if let Some(at) = self.words(words, state.at) {
                        stack.push(State { at, ..state });
                    }
                }
                Piece::Choice(branches) => {
                    for branch in branches.iter().rev() {
                        stack.push(self.into(&state, branch));
                    }
                }
                Piece::Maybe(inner) => {
                    let with = self.into(&state, inner);
                    stack.push(state);
                    stack.push(with);
                }
                Piece::Gap => {
                    let offsets = self.gap(state.at);
                    for at in offsets.into_iter().rev() {
                        stack.push(State {
                            rest: state.rest.clone(),
                            at,
                            slots: state.slots.clone(),
                        });
                    }
                }
                Piece::Slot(column) => {
                    // At the end, or before a gap, nothing says that a possessive is passed over.
                    let open = matches!(state.rest.last(), None | Some(Piece::Gap));
                    let readings = self.slot(*column, state.at, open);
                    for (span, value) in readings.into_iter().rev() {
                        let mut slots = state.slots.clone();
                        slots.push(Slot {
                            column: *column,
                            span,
                            value,
                        });
                        stack.push(State {
                            rest: state.rest.clone(),
                            at: span.end,
                            slots,
                        });
                    }
                }
            }
        }
        None
    }

    fn into<'p>(&self, state: &State<'p>, pattern: &'p Pattern) -> State<'p> {
        let mut rest = state.rest.clone();
        rest.extend(pattern.0.iter().rev());
        State {
            rest,
            at: state.at,
            slots: state.slots.clone(),
        }
    }

    /// A match must not end inside a word.
    fn ends_well(&self, at: Offset) -> bool {
        spelling::on_boundaries(
            self.scene.text(),
            Span::new(at, at.max(self.scene.span.start)),
        ) && !self.scene.words.iter().any(|word| {
            word.kind == WordKind::Number
                && word.span.start < at
                && at < word.span.end
                && self.scene.slice(word.span)[at - word.span.start..]
                    .starts_with(|c: char| c.is_alphanumeric())
        })
    }

    pub(super) fn skip_space(&self, at: Offset) -> Offset {
        let rest = &self.scene.text()[at..self.scene.span.end.max(at)];
        at + (rest.len() - rest.trim_start_matches(' ').len())
    }

    /// The offset after these fixed words.
    pub(super) fn words(&self, words: &str, at: Offset) -> Option<Offset> {
        let mut at = at;
        let words = normalize(words);
        for token in words::words(&words, Span::new(0, words.len())) {
            let token_text = token.span.of(&words);
            at = self.skip_space(at);
            // A possessive in the text is passed over where the pattern has none.
            if token.kind != WordKind::Possessive
                && !token_text.starts_with('\'')
                && self.rest(at).starts_with("'s")
                && !self.rest(at)[2..].starts_with(char::is_alphanumeric)
            {
                at = self.skip_space(at + 2);
            }
            at = self.token(token_text, token.kind, at)?;
        }
        Some(at)
    }

    fn rest(&self, at: Offset) -> &str {
        self.scene
            .text()
            .get(at..self.scene.span.end.max(at))
            .unwrap_or_default()
    }

    fn token(&self, token: &str, kind: WordKind, at: Offset) -> Option<Offset> {
        let rest = self.rest(at);
        if kind == WordKind::Sign || kind == WordKind::Possessive {
            return rest.starts_with(token).then(|| at + token.len());
        }
        spelling::variants(token).iter().find_map(|variant| {
            let slice = rest.get(..variant.len())?;
            let equal = match variant.chars().any(char::is_uppercase) {
                true => {
                    slice == variant
                        || spelling::all_capitals(slice) && fold(slice) == fold(variant)
                }
                false => fold(slice) == *variant,
            };
            let span = Span::new(at, at + variant.len());
            (equal && spelling::on_boundaries(self.scene.text(), span)).then_some(span.end)
        })
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

fn denies(word: &str) -> bool {
    matches!(word, "not" | "never" | "no" | "neither") || word.ends_with("n't")
}

/// Whether a pattern holds a denial of its own; patterns nest no deeper than their brackets do in the rule file.
fn says_no(pattern: &Pattern) -> bool {
    pattern.0.iter().any(|piece| match piece {
        Piece::Words(words) => fold(words).split(' ').any(denies),
        Piece::Choice(branches) => branches.iter().any(says_no),
        Piece::Maybe(inner) => says_no(inner),
        Piece::Gap | Piece::Slot(_) => false,
    })
}
