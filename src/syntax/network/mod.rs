//! The tagger and parser: a small neural network evaluated in integers.
//!
//! The network is a port of spaCy's small English pipeline (`model/SOURCES.md`). Every word becomes 96 numbers from six
//! hash embeddings (Svenstrup et al. 2017); four layers mix each word with its neighbors; one more layer scores the
//! tags, two more score the steps of an arc-eager parser. All arithmetic is in integers of fixed width, in an order
//! that does not depend on the machine: the same text gives the same trees on every build and thread.

mod hash;
mod kernels;
mod layers;
mod transitions;
mod weights;
mod words;

use std::sync::LazyLock;

use super::tags::{Relation, Tag};
use super::tokenizer::Word;
use kernels::products_of_four;
use layers::{Rows, Space, clamp};
use transitions::{FEATURES, Move, State};
use weights::{ParserWeights, Weights};
use words::{WordCache, WordSpace};

static ENGLISH: &[u8] = include_bytes!("../../../model/english.bin");

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    #[allow(clippy::expect_used)]
    Weights::read(ENGLISH).expect("model/english.bin is the output of model/convert.py")
});

/// The parser's 64 inputs: eight of their products are summed in 32 bits (`model/convert.py`).
const REDUCED_MAX: i16 = 16_383;

/// What the network finds for a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Analysis {
    pub tag: Tag,
    /// Index of the head; none for a root.
    pub head: Option<usize>,
    pub relation: Relation,
    /// In hundredths; the largest there is for a root.
    pub margin: u16,
}

/// The network with the space that it works in. Make one a thread, and use it for many sentences.
#[derive(Debug)]
pub(super) struct Network {
    weights: &'static Weights,
    cache: WordCache,
    words: WordSpace,
    space: Space,
    products: Vec<[i32; 4]>,
    encoded: Vec<i16>,
    next: Vec<i16>,
    reduced: Vec<i16>,
    /// words × features × hidden × pieces: what a word adds at each position.
    lower: Vec<i32>,
    state: State,
}

impl Default for Network {
    fn default() -> Self {
        Network {
            weights: &WEIGHTS,
            cache: WordCache::default(),
            words: WordSpace::default(),
            space: Space::default(),
            products: Vec::new(),
            encoded: Vec::new(),
            next: Vec::new(),
            reduced: Vec::new(),
            lower: Vec::new(),
            state: State::default(),
        }
    }
}

impl Network {
    /// Tags and parses one sentence. Time and memory grow with the number of words; the caller caps it.
    pub fn analyze(&mut self, text: &str, words: &[Word]) -> Vec<Analysis> {
        self.encode(text, words);
        let tags = self.tags();
        self.prepare_parser();
        self.parse(words.len());
        let labels = &self.weights.parser.labels;
        let arcs = self.state.arcs().iter().zip(tags);
        arcs.map(|(arc, tag)| match arc {
            Some(arc) => Analysis {
                tag,
                head: Some(arc.head),
                relation: labels
                    .get(arc.label)
                    .map_or(Relation::Dep, |label| label.relation),
                margin: u16::try_from(arc.margin).unwrap_or(u16::MAX),
            },
            None => Analysis {
                tag,
                head: None,
                relation: Relation::Root,
                margin: u16::MAX,
            },
        })
        .collect()
    }

    /// Fills `encoded` with one row a word.
    fn encode(&mut self, text: &str, words: &[Word]) {
        let weights = self.weights;
        let width = weights.width;
        // Before and after the sentence as many rows of zeros as the last layer sees of them. They change from layer
        // to layer as words do: the network was trained so.
        let around = weights.layers.len() - 1;
        let rows = words.len() + 2 * around;
        for rows_of in [&mut self.encoded, &mut self.next] {
            rows_of.clear();
            rows_of.resize(rows * width, 0);
        }
        let out = &mut self.encoded[around * width..];
        self.cache
            .encode(weights, &mut self.words, (text, words), out);
        for (number, layer) in weights.layers.iter().enumerate().skip(1) {
            let (first, last) = (number, rows - number);
            let out = &mut self.next[first * width..last * width];
            out.copy_from_slice(&self.encoded[first * width..last * width]);
            let windows = Rows {
                values: &self.encoded[(first - 1) * width..],
                step: width,
            };
            layer.run(windows, &mut self.space, out);
            std::mem::swap(&mut self.encoded, &mut self.next);
        }
        self.encoded
            .copy_within(around * width..(around + words.len()) * width, 0);
        self.encoded.truncate(words.len() * width);
    }

    fn tags(&self) -> Vec<Tag> {
        let rows = self.encoded.chunks_exact(self.weights.width);
        rows.map(|row| {
            let mut best = (i32::MIN, Tag::Xx);
            for (score, tag) in self.weights.tagger.outputs(row).zip(&self.weights.tags) {
                if score > best.0 {
                    best = (score, *tag);
                }
            }
            best.1
        })
        .collect()
    }

    /// Fills `lower` with what each word adds to the parser's hidden units at each position.
    fn prepare_parser(&mut self) {
        let parser = &self.weights.parser;
        let inputs = parser.inputs;
        let count = self.encoded.len() / self.weights.width;
        self.reduced.clear();
        for row in self.encoded.chunks_exact(self.weights.width) {
            let outputs = parser.reduce.outputs(row);
            self.reduced.extend(
                outputs.map(|output| clamp(i64::from(output >> parser.shift), REDUCED_MAX)),
            );
        }
        // Words are taken by fours.
        self.reduced.resize(count.next_multiple_of(4) * inputs, 0);
        let a_word = parser.features * parser.hidden * parser.pieces;
        self.lower.clear();
        self.lower.resize(count.next_multiple_of(4) * a_word, 0);
        let fours = self.reduced.chunks_exact(4 * inputs);
        for (four, out) in fours.zip(self.lower.chunks_exact_mut(4 * a_word)) {
            let row = |number: usize| &four[number * inputs..(number + 1) * inputs];
            let rows = [row(0), row(1), row(2), row(3)];
            self.products.clear();
            products_of_four(&parser.lower, rows, &mut self.products);
            for (word, out) in out.chunks_exact_mut(a_word).enumerate() {
                for (out, products) in out.iter_mut().zip(&self.products) {
                    *out = products[word];
                }
            }
        }
    }

    fn parse(&mut self, count: usize) {
        let parser = &self.weights.parser;
        let (mut sums, mut hidden) = (Vec::new(), Vec::new());
        self.state.reset(count);
        // Every word is shifted, put back and reduced at most twice; the bound only guards.
        for _ in 0..8 * count + 20 {
            if self.state.is_done() {
                break;
            }
            hidden_units(
                parser,
                &self.lower,
                self.state.context(),
                (&mut sums, &mut hidden),
            );
            let moves = [Move::Shift, Move::Reduce, Move::Left, Move::Right];
            let allowed = moves.map(|kind| self.state.allows(kind));
            let (mut best, mut second) = (None, i64::MIN);
            for (action, score) in parser.actions.iter().zip(parser.upper.outputs(&hidden)) {
                let is_allowed = moves
                    .iter()
                    .zip(allowed)
                    .any(|(kind, allowed)| allowed && *kind == action.kind);
                if !is_allowed {
                    continue;
                }
                let score = i64::from(score);
                match best {
                    Some((top, _)) if score <= top => second = second.max(score),
                    Some((top, _)) => (best, second) = (Some((score, *action)), top),
                    None => best = Some((score, *action)),
                }
            }
            let Some((score, action)) = best else { break };
            let margin = score.saturating_sub(second).min(1 << 31) * i64::from(parser.margin);
            self.state.take(action, margin >> 32);
        }
        self.state.lower_lifted(&parser.labels);
    }
}

/// The parser's hidden units for the words at the positions.
fn hidden_units(
    parser: &ParserWeights,
    lower: &[i32],
    context: [Option<usize>; FEATURES],
    (sums, hidden): (&mut Vec<i32>, &mut Vec<i16>),
) {
    let rows = parser.hidden * parser.pieces;
    sums.clear();
    sums.extend_from_slice(&parser.lower_bias);
    for (position, word) in context.into_iter().enumerate() {
        let added = match word {
            Some(word) => lower.get((word * parser.features + position) * rows..),
            None => parser.pad.get(position * rows..),
        };
        for (sum, added) in sums.iter_mut().zip(added.unwrap_or_default()) {
            *sum += added;
        }
    }
    hidden.clear();
    hidden.extend(sums.chunks_exact(parser.pieces).map(|pieces| {
        let best = pieces.iter().max().copied().unwrap_or_default();
        clamp(i64::from(best >> 8), i16::MAX)
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_can_be_read() {
        let weights = Weights::read(ENGLISH).expect("the file is sound");
        assert_eq!(
            (weights.width, weights.layers.len(), weights.tags.len()),
            (96, 5, 50)
        );
        assert_eq!(weights.parser.actions.len(), 106);
    }

    #[test]
    fn broken_weights_are_none() {
        for end in (0..ENGLISH.len()).step_by(40_009) {
            assert!(Weights::read(&ENGLISH[..end]).is_none());
        }
    }
}
