//! Words → the first layer of the network, which depends on the word alone and is cached.

use std::collections::HashMap;

use super::hash::{Ids, rows};
use super::kernels::{Lanes, Work, dispatch};
use super::layers::{Maxout, Rows, Space};
use super::weights::{Attribute, Weights};
use crate::syntax::tokenizer::Word;

/// Words in the cache; when it is full it is emptied.
const CACHED: usize = 8_192;

/// Longer words are not cached.
const LONGEST: usize = 24;

/// Longer words have one shape, as in spaCy.
const LONGEST_SHAPE: usize = 100;

/// The first layer's outputs of words seen before: at most 8,192 words of 24 bytes, some 2 MB.
#[derive(Debug, Default)]
pub(super) struct WordCache {
    places: HashMap<Key, usize, foldhash::fast::FixedState>,
    rows: Vec<i16>,
}

/// All that the outputs depend on.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Key {
    form: [u8; LONGEST],
    len: u8,
    spaced: bool,
    norm: Option<&'static str>,
}

impl Key {
    fn of(form: &str, word: &Word) -> Option<Key> {
        let mut bytes = [0; LONGEST];
        bytes
            .get_mut(..form.len())?
            .copy_from_slice(form.as_bytes());
        Some(Key {
            form: bytes,
            len: u8::try_from(form.len()).ok()?,
            spaced: word.spaced,
            norm: word.norm,
        })
    }
}

/// Space for the words of a sentence that are not cached.
#[derive(Debug, Default)]
pub(super) struct WordSpace {
    /// Their places in the sentence, and their keys.
    missing: Vec<(usize, Option<Key>)>,
    embedded: Vec<i16>,
    encoded: Vec<i16>,
    space: Space,
}

impl WordCache {
    /// Writes the first layer's output for each word, a row a word.
    pub fn encode(
        &mut self,
        weights: &Weights,
        space: &mut WordSpace,
        (text, words): (&str, &[Word]),
        out: &mut [i16],
    ) {
        let width = weights.width;
        space.missing.clear();
        space.embedded.clear();
        for (number, (word, out)) in words.iter().zip(out.chunks_exact_mut(width)).enumerate() {
            let form = word.read(text);
            let key = Key::of(form, word);
            let place = key.as_ref().and_then(|key| self.places.get(key)).copied();
            match place.and_then(|place| self.rows.get(place..place + width)) {
                Some(cached) => out.copy_from_slice(cached),
                None => {
                    embed(weights, form, word, &mut space.embedded);
                    space.missing.push((number, key));
                }
            }
        }
        space.encoded.clear();
        space.encoded.resize(space.missing.len() * width, 0);
        let inputs = weights.tables.len() * width;
        if let Some(layer) = weights.layers.first() {
            dispatch(FirstLayer {
                layer,
                rows: Rows {
                    values: &space.embedded,
                    step: inputs,
                    inputs,
                },
                space: &mut space.space,
                out: &mut space.encoded,
            });
        }
        for ((number, key), row) in space
            .missing
            .drain(..)
            .zip(space.encoded.chunks_exact(width))
        {
            out[number * width..(number + 1) * width].copy_from_slice(row);
            let Some(key) = key else { continue };
            if self.places.len() >= CACHED {
                self.places.clear();
                self.rows.clear();
            }
            self.places.insert(key, self.rows.len());
            self.rows.extend_from_slice(row);
        }
    }
}

struct FirstLayer<'a> {
    layer: &'a Maxout,
    rows: Rows<'a>,
    space: &'a mut Space,
    out: &'a mut [i16],
}

impl Work for FirstLayer<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self, lanes: impl Lanes) {
        self.layer.run(lanes, self.rows, self.space, self.out);
    }
}

/// Appends the embeddings of a word's properties, one after the other; each is the sum of four rows of its table.
fn embed(weights: &Weights, form: &str, word: &Word, out: &mut Vec<i16>) {
    let start = out.len();
    out.resize(start + weights.tables.len() * weights.width, 0);
    let out = out.get_mut(start..).unwrap_or_default();
    for (table, out) in weights
        .tables
        .iter()
        .zip(out.chunks_exact_mut(weights.width))
    {
        let id = property(&weights.ids, table.attribute, form, word);
        for row in rows(id, table.seed) {
            let start = row as usize % table.rows * weights.width;
            let row = table
                .values
                .get(start..start + weights.width)
                .unwrap_or_default();
            for (out, value) in out.iter_mut().zip(row) {
                *out += i16::from(*value);
            }
        }
    }
}

/// The id of a property of a word.
fn property(ids: &Ids, attribute: Attribute, form: &str, word: &Word) -> u64 {
    match attribute {
        Attribute::Norm => word
            .norm
            .map_or_else(|| ids.norm(form), |norm| ids.id(norm)),
        Attribute::Prefix => ids.id(form
            .get(..form.chars().next().map_or(0, char::len_utf8))
            .unwrap_or_default()),
        Attribute::Suffix => {
            let third = form.char_indices().rev().nth(2);
            ids.id(third.map_or(form, |(at, _)| &form[at..]))
        }
        Attribute::Shape => ids.id(&shape(form)),
        Attribute::Spacy => u64::from(word.spaced),
        Attribute::IsSpace => u64::from(form.chars().all(char::is_whitespace)),
    }
}

/// `Xxxx` for `Ellery`, `dd,ddd` for `28,500`: runs of one kind are cut at four.
fn shape(form: &str) -> String {
    if form.chars().nth(LONGEST_SHAPE - 1).is_some() {
        return "LONG".into();
    }
    let mut shape = String::new();
    let mut last = None;
    let mut run = 0;
    for c in form.chars() {
        let kind = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            _ => c,
        };
        run = if last == Some(kind) { run + 1 } else { 1 };
        last = Some(kind);
        if run <= 4 {
            shape.push(kind);
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn shapes_are_those_of_spacy() {
        let shapes = ["Ellery", "28,500", "U.S.", "iPhone", "-", "a", "12345678"].map(shape);
        assert_eq!(
            shapes,
            ["Xxxxx", "dd,ddd", "X.X.", "xXxxxx", "-", "x", "dddd"]
        );
    }
}
