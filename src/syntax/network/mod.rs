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
use kernels::{Lanes, TOGETHER, Work, dispatch};
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
    products: Vec<i32>,
    scores: Vec<i32>,
    encoded: Vec<i16>,
    next: Vec<i16>,
    tags: Vec<Tag>,
    reduced: Vec<i16>,
    /// words × features × pieces × hidden: what a word adds at each position.
    lower: Vec<i32>,
    sums: Vec<i32>,
    hidden: Vec<i16>,
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
            scores: Vec::new(),
            encoded: Vec::new(),
            next: Vec::new(),
            tags: Vec::new(),
            reduced: Vec::new(),
            lower: Vec::new(),
            sums: Vec::new(),
            hidden: Vec::new(),
            state: State::default(),
        }
    }
}

impl Network {
    /// Tags and parses one sentence. Time and memory grow with the number of words; the caller caps it.
    pub fn analyze(&mut self, text: &str, words: &[Word]) -> impl Iterator<Item = Analysis> {
        self.embed(text, words);
        dispatch(Analyze(self));
        let labels = &self.weights.parser.labels;
        let arcs = self.state.arcs().iter().zip(&self.tags);
        arcs.map(|(arc, tag)| match arc {
            Some(arc) => Analysis {
                tag: *tag,
                head: Some(arc.head),
                relation: labels
                    .get(arc.label)
                    .map_or(Relation::Dep, |label| label.relation),
                margin: u16::try_from(arc.margin).unwrap_or(u16::MAX),
            },
            None => Analysis {
                tag: *tag,
                head: None,
                relation: Relation::Root,
                margin: u16::MAX,
            },
        })
    }

    /// Rows before and after the words, as many as the last layer sees of them. They begin as zeros and change from
    /// layer to layer as words do: the network was trained so.
    fn around(&self) -> usize {
        self.weights.layers.len() - 1
    }

    /// Fills `encoded` with the first layer's row for each word, and zeros around them.
    fn embed(&mut self, text: &str, words: &[Word]) {
        let weights = self.weights;
        let around = self.around() * weights.width;
        self.encoded.clear();
        self.encoded
            .resize(words.len() * weights.width + 2 * around, 0);
        let out = &mut self.encoded[around..];
        self.cache
            .encode(weights, &mut self.words, (text, words), out);
    }
}

/// What follows the first layer: the other layers, the tags and the parser.
struct Analyze<'n>(&'n mut Network);

impl Work for Analyze<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self, lanes: impl Lanes) {
        let Analyze(network) = self;
        network.mix(lanes);
        network.tag(lanes);
        network.prepare_parser(lanes);
        network.parse(lanes);
    }
}

impl Network {
    /// Runs the layers that mix words with their neighbors, and leaves a row a word in `encoded`.
    #[inline(always)]
    fn mix(&mut self, lanes: impl Lanes) {
        let weights = self.weights;
        let width = weights.width;
        let around = self.around();
        let rows = self.encoded.len() / width;
        self.next.resize(rows * width, 0);
        for (number, layer) in weights.layers.iter().enumerate().skip(1) {
            let (first, last) = (number, rows - number);
            let out = &mut self.next[first * width..last * width];
            out.copy_from_slice(&self.encoded[first * width..last * width]);
            let windows = Rows {
                values: &self.encoded[(first - 1) * width..],
                step: width,
                inputs: 3 * width,
            };
            layer.run(lanes, windows, &mut self.space, out);
            std::mem::swap(&mut self.encoded, &mut self.next);
        }
        self.encoded
            .copy_within(around * width..(rows - around) * width, 0);
        self.encoded.truncate((rows - 2 * around) * width);
    }

    #[inline(always)]
    fn tag(&mut self, lanes: impl Lanes) {
        let tagger = &self.weights.tagger;
        let width = self.weights.width;
        let tags = tagger.bias.len();
        self.scores.resize(self.encoded.len() / width * tags, 0);
        let rows = Rows {
            values: &self.encoded,
            step: width,
            inputs: width,
        };
        tagger.run(lanes, rows, &mut self.products, &mut self.scores);
        self.tags.clear();
        for scores in self.scores.chunks_exact(tags) {
            let mut best = (i32::MIN, Tag::Xx);
            for (score, tag) in scores.iter().zip(&self.weights.tags) {
                if *score > best.0 {
                    best = (*score, *tag);
                }
            }
            self.tags.push(best.1);
        }
    }

    /// Fills `lower` with what each word adds to the parser's hidden units at each position.
    #[inline(always)]
    fn prepare_parser(&mut self, lanes: impl Lanes) {
        let parser = &self.weights.parser;
        let (width, inputs) = (self.weights.width, parser.inputs);
        let count = self.encoded.len() / width;
        self.scores.resize(count * inputs, 0);
        let rows = Rows {
            values: &self.encoded,
            step: width,
            inputs: width,
        };
        parser
            .reduce
            .run(lanes, rows, &mut self.products, &mut self.scores);
        self.reduced.clear();
        for output in &self.scores {
            let output = i64::from(output >> parser.shift);
            self.reduced.push(clamp(output, REDUCED_MAX));
        }
        let a_word = parser.lower.outputs();
        self.lower.resize(count * a_word, 0);
        for (block, out) in self.lower.chunks_mut(TOGETHER * a_word).enumerate() {
            let row = |number: usize| {
                let start = (TOGETHER * block + number) * inputs;
                &self.reduced[start..start + inputs]
            };
            parser.lower.multiply(lanes, row, out);
        }
    }

    #[inline(always)]
    fn parse(&mut self, lanes: impl Lanes) {
        let parser = &self.weights.parser;
        let actions = parser.actions.len();
        let count = self.tags.len();
        self.state.reset(count);
        self.scores.resize(actions, 0);
        // Every word is shifted, put back and reduced at most twice; the bound only guards.
        for _ in 0..8 * count + 20 {
            if self.state.is_done() {
                break;
            }
            let context = self.state.context();
            hidden_units(
                parser,
                &self.lower,
                context,
                (&mut self.sums, &mut self.hidden),
            );
            let rows = Rows {
                values: &self.hidden,
                step: 0,
                inputs: parser.hidden,
            };
            parser
                .upper
                .run(lanes, rows, &mut self.products, &mut self.scores);
            let allowed = Move::ALL.map(|kind| self.state.allows(kind));
            let (mut best, mut second) = (None, i64::MIN);
            for (action, score) in parser.actions.iter().zip(&self.scores) {
                if !allowed[action.kind as usize] {
                    continue;
                }
                let score = i64::from(*score);
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
#[inline(always)]
fn hidden_units(
    parser: &ParserWeights,
    lower: &[i32],
    context: [Option<usize>; FEATURES],
    (sums, hidden): (&mut Vec<i32>, &mut Vec<i16>),
) {
    let rows = parser.lower_bias.len();
    sums.resize(rows, 0);
    sums.copy_from_slice(&parser.lower_bias);
    for (position, word) in context.into_iter().enumerate() {
        let added = match word {
            Some(word) => &lower[(word * FEATURES + position) * rows..],
            None => &parser.pad[position * rows..],
        };
        for (sum, added) in sums.iter_mut().zip(&added[..rows]) {
            *sum += added;
        }
    }
    // The first piece of every unit, then the second.
    let (first, second) = sums.split_at(parser.hidden);
    hidden.resize(parser.hidden, 0);
    for ((hidden, first), second) in hidden.iter_mut().zip(first).zip(second) {
        let best = (*first).max(*second) >> 8;
        *hidden = best.clamp(-i32::from(i16::MAX), i32::from(i16::MAX)) as i16;
    }
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
