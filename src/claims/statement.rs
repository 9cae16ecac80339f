//! Sentences with slots: a small matcher over the words of a sentence.

use std::collections::HashSet;

use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::claims::{Claim, Edge, Known, StatedValue, names, time};
use crate::facts::{ColumnType, Fact, Kind, Pattern, Piece, Statement, Value};
use crate::language::{self, Dimension};
use crate::mentions::{Use, spelling};
use crate::span::Span;
use crate::text::{fold, normalize};
use crate::verdict::name;

/// The most words that a gap passes over.
const GAP: usize = 8;

/// The most steps that one match may take before it is given up: a pattern of gaps upon gaps can't stall a run.
const STEPS: usize = 20_000;

/// Reads the claims of a sentence about statements.
pub fn read(scene: &Scene, known: &Known, claims: &mut Vec<Claim>) {
    let mut tried: HashSet<(usize, usize)> = HashSet::new();
    for hit in scene.hits {
        for (fact, r#use) in &hit.uses {
            if let Use::Anchor(pattern) = r#use
                && tried.insert((*fact, *pattern))
                && let Kind::Statement(statement) = &known.facts[*fact].kind
            {
                let matcher = Matcher {
                    scene,
                    fact: &known.facts[*fact],
                    statement,
                };
                for slots in matcher.all(&statement.says[*pattern]) {
                    claims.extend(claim(scene, *fact, slots));
                }
            }
        }
    }
}

fn claim(scene: &Scene, fact: usize, slots: Vec<Slot>) -> Option<Claim> {
    let spans: Vec<Span> = slots.iter().map(|slot| slot.span).collect();
    let all = spans.iter().copied().reduce(Span::to)?;
    let mut claim = Claim::new(fact, scene.index, time::of(scene, all, &spans));
    for slot in slots {
        claim = claim.with(slot.column, slot.span, slot.value);
    }
    Some(claim)
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

/// What was read for a slot.
#[derive(Clone, Debug)]
struct Slot {
    column: usize,
    span: Span,
    value: StatedValue,
}

/// A place in the sentence: an offset in the text.
type Offset = usize;

/// A way to go on: where the text goes on, and what was read.
struct State<'p> {
    /// What is left to match, the next piece last.
    rest: Vec<&'p Piece>,
    at: Offset,
    slots: Vec<Slot>,
}

struct Matcher<'s> {
    scene: &'s Scene<'s>,
    fact: &'s Fact,
    statement: &'s Statement,
}

impl Matcher<'_> {
    /// One match for each place where the pattern begins. A slot at the head reads the same words from each of its
    /// parts: a right value among them counts (`Philadelphia` of `Historic Philadelphia`), else the longest.
    fn all(&self, pattern: &Pattern) -> Vec<Vec<Slot>> {
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
                    let readings = self.slot(*column, state.at);
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

    fn skip_space(&self, at: Offset) -> Offset {
        let rest = &self.scene.text()[at..self.scene.span.end.max(at)];
        at + (rest.len() - rest.trim_start_matches(' ').len())
    }

    /// The offset after these fixed words.
    fn words(&self, words: &str, at: Offset) -> Option<Offset> {
        let mut at = at;
        let words = normalize(words);
        for token in crate::claims::words::words(&words, Span::new(0, words.len())) {
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

    /// What a slot can read at this place, the preferred reading first.
    fn slot(&self, column: usize, at: Offset) -> Vec<(Span, StatedValue)> {
        let at = self.skip_space(at);
        let ty = self.fact.table.columns[column].ty;
        match ty {
            ColumnType::Phrase => self.phrase(column, at),
            ColumnType::Choice => self.choice(column, at),
            _ => self.value(column, at).into_iter().collect(),
        }
    }

    /// A right value as it stands, else the capitalised phrase, the longest first.
    fn phrase(&self, column: usize, at: Offset) -> Vec<(Span, StatedValue)> {
        let mut ends: Vec<Offset> = self
            .spellings(column)
            .filter_map(|spelling| self.words(spelling, at))
            .collect();
        ends.sort_unstable_by(|a, b| b.cmp(a));
        let index = self.scene.word_from(at);
        if self
            .scene
            .words
            .get(index)
            .is_some_and(|word| word.span.start == at)
            && let Some(phrase) =
                names::phrase_from(self.scene, index).filter(|phrase| phrase.start == index)
        {
            ends.extend(
                phrase
                    .clone()
                    .rev()
                    .map(|last| self.scene.words[last].span.end),
            );
        }
        let mut seen = HashSet::new();
        ends.retain(|end| seen.insert(*end));
        let stated = |end: Offset| {
            let span = Span::new(at, end);
            (
                span,
                StatedValue::Phrase(self.scene.slice(span).to_string()),
            )
        };
        ends.into_iter()
            .filter(|end| *end > at)
            .map(stated)
            .collect()
    }

    /// One of the listed words, right or wrong.
    fn choice(&self, column: usize, at: Offset) -> Vec<(Span, StatedValue)> {
        let wrong = self
            .statement
            .wrong
            .get(column)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let end = self
            .spellings(column)
            .chain(wrong)
            .filter_map(|word| self.words(word, at))
            .max();
        end.map(|end| Span::new(at, end))
            .map(|span| {
                (
                    span,
                    StatedValue::Phrase(self.scene.slice(span).to_string()),
                )
            })
            .into_iter()
            .collect()
    }

    fn spellings(&self, column: usize) -> impl Iterator<Item = &String> {
        self.fact
            .table
            .records
            .iter()
            .filter_map(move |record| record.cells.get(column))
            .flatten()
            .flat_map(|value| match value {
                Value::Phrase(phrase) => phrase.spellings.as_slice(),
                _ => &[],
            })
    }

    /// Whether some right value of the column is in units of this dimension.
    fn is_in(&self, column: usize, dimension: Dimension) -> bool {
        let records = self.fact.table.records.iter();
        let mut cells = records
            .filter_map(|record| record.cells.get(column))
            .flatten();
        cells.any(|value| {
            matches!(value, Value::Amount { unit: Some(unit), .. } if unit.dimension == dimension)
        })
    }

    fn value(&self, column: usize, at: Offset) -> Option<(Span, StatedValue)> {
        let ty = self.fact.table.columns[column].ty;
        let (text, end) = (self.scene.text(), self.scene.span.end);
        match ty {
            ColumnType::Date => {
                let (span, expr) = language::dates::at(text, at, end)?;
                let days = expr.resolve(self.scene.page.date(), self.scene.tense(span), None)?;
                Some((
                    span,
                    StatedValue::Days {
                        days,
                        edge: Edge::Any,
                        expr,
                    },
                ))
            }
            ColumnType::Year => {
                let (span, year) = language::dates::year_at(text, at)?;
                Some((span, StatedValue::Year(year)))
            }
            ColumnType::Ordinal => {
                let (span, ordinal) = language::at::ordinal(text, at, end)?;
                Some((span, StatedValue::Ordinal(ordinal)))
            }
            ColumnType::Number => {
                let (span, amount) = language::at::number(text, at, end)?;
                Some((span, StatedValue::Amount(amount)))
            }
            _ => {
                let (span, amount) = language::at::quantity(text, at, end)?;
                let dimension = amount.unit?.dimension;
                let fits = match ty {
                    ColumnType::Percent => {
                        matches!(dimension, Dimension::Percent | Dimension::PercentagePoint)
                    }
                    // A sum in another currency is no claim.
                    ColumnType::Money => self.is_in(column, dimension),
                    ColumnType::Duration => dimension == Dimension::Duration,
                    _ => true,
                };
                fits.then_some((span, StatedValue::Amount(amount)))
            }
        }
    }
}
