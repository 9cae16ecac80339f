//! Layers in integers: activations are fixed-point numbers with 9 bits after the point, in 16 bits.
//!
//! `model/convert.py` checks that no sum of products leaves 32 bits, whatever the activations.

use super::kernels::{dot, products_of_four};

/// Bits after the point of activations.
const POINT: u32 = 9;

/// A linear layer: outputs × inputs weights.
#[derive(Debug)]
pub(super) struct Linear {
    pub inputs: usize,
    pub weights: Vec<i16>,
    pub bias: Vec<i32>,
}

impl Linear {
    /// The outputs for one input row, in order.
    pub fn outputs(&self, row: &[i16]) -> impl Iterator<Item = i32> {
        let weights = self.weights.chunks_exact(self.inputs);
        weights
            .zip(&self.bias)
            .map(|(weights, bias)| dot(weights, row) + bias)
    }
}

/// A maxout layer with layer normalization.
#[derive(Debug)]
pub(super) struct Maxout {
    pub units: usize,
    pub pieces: usize,
    pub inputs: usize,
    /// units × pieces × inputs.
    pub weights: Vec<i16>,
    /// units × pieces.
    pub bias: Vec<i32>,
    /// What a step of a unit's sum is, with 36 bits after the point.
    pub scale: Vec<i32>,
    /// The factors after normalization, with 12 bits after the point.
    pub gain: Vec<i32>,
    /// What is added after them, as activations.
    pub shift: Vec<i32>,
}

/// Space that a layer works in.
#[derive(Debug, Default)]
pub(super) struct Space {
    products: Vec<[i32; 4]>,
    sums: Vec<i64>,
}

/// Rows of a matrix that overlap: row `n` begins at `n × step`.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub values: &'a [i16],
    pub step: usize,
}

impl Maxout {
    /// Runs the layer on as many rows as `out` holds.
    ///
    /// `out` holds what is added to the result: the residual, or zeros.
    pub fn run(&self, rows: Rows, space: &mut Space, out: &mut [i16]) {
        let Space { products, sums } = space;
        sums.resize(4 * self.units, 0);
        let row = |number: usize| {
            let start = number * rows.step;
            rows.values
                .get(start..start + self.inputs)
                .unwrap_or_default()
        };
        for (block, out) in out.chunks_mut(4 * self.units).enumerate() {
            let first = 4 * block;
            let count = out.len() / self.units;
            if count > 1 {
                // Of the last block, the last row stands for those that are missing.
                let four = [0, 1, 2, 3].map(|number: usize| row(first + number.min(count - 1)));
                self.sums_of_four(four, products, sums);
            } else {
                self.sums_of_one(row(first), sums);
            }
            let rows = sums.chunks_exact_mut(self.units);
            for (sums, out) in rows.zip(out.chunks_exact_mut(self.units)) {
                self.normalize(sums, out);
            }
        }
    }

    /// The largest piece of every unit, with 16 bits after the point.
    fn sums_of_four(&self, rows: [&[i16]; 4], products: &mut Vec<[i32; 4]>, sums: &mut [i64]) {
        products.clear();
        products_of_four(&self.weights, rows, products);
        let pieces = products
            .chunks_exact(self.pieces)
            .zip(self.bias.chunks_exact(self.pieces));
        for (unit, ((products, biases), scale)) in pieces.zip(&self.scale).enumerate() {
            let mut best = [i32::MIN; 4];
            for (products, bias) in products.iter().zip(biases) {
                for (best, product) in best.iter_mut().zip(products) {
                    *best = (*best).max(product + bias);
                }
            }
            for (row, best) in best.into_iter().enumerate() {
                sums[row * self.units + unit] = scaled(best, *scale);
            }
        }
    }

    fn sums_of_one(&self, row: &[i16], sums: &mut [i64]) {
        let mut piece = self.weights.chunks_exact(self.inputs).zip(&self.bias);
        for (sum, scale) in sums.iter_mut().zip(&self.scale) {
            let pieces = piece.by_ref().take(self.pieces);
            let best = pieces.map(|(weights, bias)| dot(weights, row) + bias).max();
            *sum = scaled(best.unwrap_or_default(), *scale);
        }
    }

    fn normalize(&self, sums: &mut [i64], out: &mut [i16]) {
        let count = self.units as i64;
        let mean = sums.iter().sum::<i64>() / count;
        let mut squares = 0;
        for sum in sums.iter_mut() {
            *sum -= mean;
            squares += (*sum * *sum) >> 8;
        }
        let variance = squares / count + 1; // 24 bits after the point
        let deviation = ((variance as u64) << 8).isqrt() as i64 + 1; // 16 bits
        let inverse = (1i64 << 40) / deviation; // 24 bits
        let units = sums.iter().zip(&self.gain).zip(&self.shift).zip(out);
        for (((sum, gain), shift), out) in units {
            let standard = (sum * inverse) >> 28; // 12 bits
            let value = ((standard * i64::from(*gain)) >> (24 - POINT))
                + i64::from(*shift)
                + i64::from(*out);
            *out = clamp(value, i16::MAX);
        }
    }
}

/// A sum × the scale of its unit, with 16 bits after the point; no trained sum comes near the limit.
fn scaled(sum: i32, scale: i32) -> i64 {
    const LIMIT: i64 = 1 << 29;
    ((i64::from(sum) * i64::from(scale)) >> 20).clamp(-LIMIT, LIMIT)
}

/// The value, at most `limit` from zero.
pub(super) fn clamp(value: i64, limit: i16) -> i16 {
    let limit = i64::from(limit);
    // In range after the clamp.
    value.clamp(-limit, limit) as i16
}
