//! Reads `model/english.bin`, which `model/convert.py` writes.

use super::hash::Ids;
use super::kernels::{LANES, Packed};
use super::layers::{Linear, Maxout, PIECES};
use super::transitions::{Action, FEATURES};
use crate::syntax::tags::{Relation, Tag};

/// What the file begins with.
const MAGIC: &[u8; 8] = b"FLSYNTX1";

/// Pieces of the parser's hidden units.
const PARSER_PIECES: usize = 2;

/// Which property of a word a table of embeddings is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    /// The word in lower case, or what it stands for.
    Norm,
    /// Its first character.
    Prefix,
    /// Its last three characters.
    Suffix,
    /// `Xxxx` for `Port`, `dd,ddd` for `28,500`.
    Shape,
    /// Whether a space follows.
    Spacy,
    /// Whether it is white space.
    IsSpace,
}

impl Attribute {
    fn named(name: &str) -> Option<Attribute> {
        Some(match name {
            "NORM" => Attribute::Norm,
            "PREFIX" => Attribute::Prefix,
            "SUFFIX" => Attribute::Suffix,
            "SHAPE" => Attribute::Shape,
            "SPACY" => Attribute::Spacy,
            "IS_SPACE" => Attribute::IsSpace,
            _ => return None,
        })
    }
}

/// Embeddings of one property of words: `rows` × width.
#[derive(Debug)]
pub(super) struct Table {
    pub attribute: Attribute,
    pub rows: usize,
    pub seed: u32,
    pub values: Vec<i8>,
}

/// The parser's weights.
#[derive(Debug)]
pub(super) struct ParserWeights {
    /// The encoder's width → `inputs` numbers, shifted right by `shift`.
    pub reduce: Linear,
    pub shift: u32,
    pub hidden: usize,
    pub inputs: usize,
    /// features × pieces × hidden rows of `inputs` weights.
    pub lower: Packed<2>,
    /// pieces × hidden.
    pub lower_bias: Vec<i32>,
    /// features × pieces × hidden: what is added for a position without a word.
    pub pad: Vec<i32>,
    /// hidden → a score for each action.
    pub upper: Linear,
    pub actions: Vec<Action>,
    /// Labels in the order of the model; some stand for two relations, as `prep||nsubj`.
    pub labels: Vec<Label>,
    /// A difference of scores × this, shifted right by 32, is in hundredths.
    pub margin: u32,
}

/// What an action writes at an arc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub relation: Relation,
    /// The arc crosses another: the true head is the nearest word below the head with this relation.
    pub lifted: Option<Relation>,
}

/// All weights, as integers.
#[derive(Debug)]
pub(super) struct Weights {
    pub width: usize,
    pub tables: Vec<Table>,
    /// The first maps the embeddings to the width, the others a window of three words.
    pub layers: Vec<Maxout>,
    pub tagger: Linear,
    pub tags: Vec<Tag>,
    pub parser: ParserWeights,
    pub ids: Ids,
}

impl Weights {
    /// Reads a file; `None` if it is none, is cut off, or has sizes that do not fit each other.
    pub fn read(bytes: &[u8]) -> Option<Weights> {
        let mut reader = Reader(bytes.strip_prefix(MAGIC)?);
        let sizes = reader.numbers()?;
        let &[width, depth, pieces] = sizes.as_slice() else {
            return None;
        };
        let names = reader.names()?;
        let rows = reader.numbers()?;
        let seeds = reader.numbers()?;
        let mut tables = Vec::new();
        for ((name, rows), seed) in names.into_iter().zip(rows).zip(seeds) {
            tables.push(Table {
                attribute: Attribute::named(name)?,
                rows,
                seed: u32::try_from(seed).ok()?,
                values: reader.small()?,
            });
        }
        let sound = |table: &Table| table.rows > 0 && table.values.len() == table.rows * width;
        if !tables.iter().all(sound) || depth == 0 || width % 8 != 0 || pieces != PIECES {
            return None;
        }
        let mut layers = Vec::new();
        for number in 0..depth {
            let inputs = if number == 0 {
                tables.len() * width
            } else {
                3 * width
            };
            let weights = reader.widened(width * pieces * inputs)?;
            let bias = reader.long(width * pieces)?;
            layers.push(Maxout {
                weights: Packed::of_pieces(inputs, &weights),
                bias: by_lanes(&bias),
                scale: reader.long(width)?,
                gain: reader.long(width)?,
                shift: reader.long(width)?,
            });
        }
        let tags: Option<Vec<Tag>> = reader.names()?.into_iter().map(Tag::named).collect();
        let tags = tags?;
        let tagger = reader.linear(width, tags.len())?;
        let parser = reader.parser(width)?;
        let norms = reader.pairs()?;
        let symbols = reader.pairs()?;
        reader.0.is_empty().then_some(Weights {
            width,
            tables,
            layers,
            tagger,
            tags,
            parser,
            ids: Ids { norms, symbols },
        })
    }
}

/// The rest of the file.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, bytes: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(bytes)?;
        self.0 = rest;
        Some(taken)
    }

    fn count(&mut self) -> Option<usize> {
        let bytes = self.take(4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    }

    /// A section of items of `N` bytes.
    fn section<const N: usize>(&mut self) -> Option<impl Iterator<Item = [u8; N]> + use<'a, N>> {
        let count = self.count()?;
        let bytes = self.take(count.checked_mul(N)?)?;
        Some(bytes.as_chunks::<N>().0.iter().copied())
    }

    fn numbers(&mut self) -> Option<Vec<usize>> {
        let numbers = self.section::<4>()?.map(u32::from_le_bytes);
        numbers.map(|number| usize::try_from(number).ok()).collect()
    }

    fn names(&mut self) -> Option<Vec<&'a str>> {
        let count = self.count()?;
        let names = std::str::from_utf8(self.take(count)?).ok()?;
        Some(names.split('\n').collect())
    }

    fn small(&mut self) -> Option<Vec<i8>> {
        Some(self.section::<1>()?.map(i8::from_le_bytes).collect())
    }

    /// Weights of 8 bits, which are multiplied as 16 bits.
    fn widened(&mut self, count: usize) -> Option<Vec<i16>> {
        let values: Vec<i16> = self
            .section::<1>()?
            .map(|[b]| i16::from(b.cast_signed()))
            .collect();
        (values.len() == count).then_some(values)
    }

    fn wide(&mut self, count: usize) -> Option<Vec<i16>> {
        let values: Vec<i16> = self.section::<2>()?.map(i16::from_le_bytes).collect();
        (values.len() == count).then_some(values)
    }

    fn long(&mut self, count: usize) -> Option<Vec<i32>> {
        let values: Vec<i32> = self.section::<4>()?.map(i32::from_le_bytes).collect();
        (values.len() == count).then_some(values)
    }

    fn linear(&mut self, inputs: usize, outputs: usize) -> Option<Linear> {
        let weights = self.widened(inputs * outputs)?;
        Some(Linear {
            weights: Packed::new(inputs, &weights),
            bias: self.long(outputs)?,
        })
    }

    /// Two sections, sorted by the first.
    fn pairs(&mut self) -> Option<Vec<(u64, u64)>> {
        let keys = self.section::<8>()?.map(u64::from_le_bytes);
        let values = self.section::<8>()?.map(u64::from_le_bytes);
        let pairs: Vec<(u64, u64)> = keys.zip(values).collect();
        pairs.is_sorted_by_key(|pair| pair.0).then_some(pairs)
    }

    fn parser(&mut self, width: usize) -> Option<ParserWeights> {
        let weights: Vec<i16> = self
            .section::<1>()?
            .map(|[b]| i16::from(b.cast_signed()))
            .collect();
        let bias: Vec<i32> = self.section::<4>()?.map(i32::from_le_bytes).collect();
        let sizes = self.numbers()?;
        let &[shift, features, hidden, pieces, inputs] = sizes.as_slice() else {
            return None;
        };
        let fits =
            inputs % 8 == 0 && hidden % 8 == 0 && pieces == PARSER_PIECES && features == FEATURES;
        if !fits || bias.len() != inputs || weights.len() != inputs * width {
            return None;
        }
        let rows = hidden * pieces;
        let lower = self.widened(features * rows * inputs)?;
        let lower = by_piece(&lower, hidden * inputs, inputs);
        let lower_bias = by_piece(&self.long(rows)?, hidden, 1);
        let pad = by_piece(&self.long(features * rows)?, hidden, 1);
        let mut labels = Vec::new();
        let names = self.names()?;
        let actions: Option<Vec<Action>> = names
            .iter()
            .map(|name| Action::named(name, &mut labels))
            .collect();
        let actions = actions?;
        let upper = self.wide(hidden * actions.len())?;
        let upper = Linear {
            weights: Packed::new(hidden, &upper),
            bias: self.long(actions.len())?,
        };
        Some(ParserWeights {
            reduce: Linear {
                weights: Packed::new(width, &weights),
                bias,
            },
            shift: u32::try_from(shift).ok()?,
            hidden,
            inputs,
            lower: Packed::new(inputs, &lower),
            lower_bias,
            pad,
            upper,
            actions,
            labels,
            margin: u32::try_from(*self.numbers()?.first()?).ok()?,
        })
    }
}

/// Biases of units × pieces, in the order of [`Packed::of_pieces`].
fn by_lanes(bias: &[i32]) -> Vec<[[i32; LANES]; PIECES]> {
    let groups = bias.chunks_exact(LANES * PIECES);
    groups
        .map(|group| {
            std::array::from_fn(|piece| std::array::from_fn(|lane| group[lane * PIECES + piece]))
        })
        .collect()
}

/// Blocks of units × two pieces × `size` values → of each block the first pieces of all units, then the second ones.
fn by_piece<T: Copy>(values: &[T], block: usize, size: usize) -> Vec<T> {
    let mut ordered = Vec::with_capacity(values.len());
    for block in values.chunks_exact(PARSER_PIECES * block) {
        for piece in 0..PARSER_PIECES {
            let pieces = block.chunks_exact(size).skip(piece);
            for values in pieces.step_by(PARSER_PIECES) {
                ordered.extend_from_slice(values);
            }
        }
    }
    ordered
}
