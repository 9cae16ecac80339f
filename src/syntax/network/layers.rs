//! Layers in integers: activations are fixed-point numbers with 9 bits after the point, in 16 bits.
//!
//! `model/convert.py` checks that no sum of products leaves 32 bits, whatever the activations.

use super::kernels::{LANES, Lanes, Packed, TOGETHER};

/// Bits after the point of activations.
const POINT: u32 = 9;

/// Pieces of a unit, of which the largest counts.
pub(super) const PIECES: usize = 3;

/// A linear layer.
#[derive(Debug)]
pub(super) struct Linear {
    pub weights: Packed<2>,
    pub bias: Vec<i32>,
}

impl Linear {
    /// Writes the outputs for some input rows, one row after the other.
    #[inline(always)]
    pub fn run(&self, lanes: impl Lanes, rows: Rows, products: &mut Vec<i32>, out: &mut [i32]) {
        let (outputs, padded) = (self.bias.len(), self.weights.outputs());
        for (block, out) in out.chunks_mut(TOGETHER * outputs).enumerate() {
            let count = out.len() / outputs;
            products.resize(count * padded, 0);
            let row = |number: usize| rows.row(TOGETHER * block + number);
            self.weights.multiply(lanes, row, products);
            let products = products.chunks_exact(padded);
            for (out, products) in out.chunks_exact_mut(outputs).zip(products) {
                for ((out, product), bias) in out.iter_mut().zip(products).zip(&self.bias) {
                    *out = product + bias;
                }
            }
        }
    }
}

/// A maxout layer with layer normalization.
#[derive(Debug)]
pub(super) struct Maxout {
    pub weights: Packed<PIECES>,
    /// As the outputs of `weights`.
    pub bias: Vec<[[i32; LANES]; PIECES]>,
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
    products: Vec<i32>,
    sums: Vec<i32>,
}

/// Rows of a matrix that may overlap: row `n` begins at `n × step`.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub values: &'a [i16],
    pub step: usize,
    pub inputs: usize,
}

impl<'a> Rows<'a> {
    #[inline(always)]
    fn row(&self, number: usize) -> &'a [i16] {
        let start = number * self.step;
        &self.values[start..start + self.inputs]
    }
}

impl Maxout {
    /// Runs the layer on as many rows as `out` holds.
    ///
    /// `out` holds what is added to the result: the residual, or zeros.
    #[inline(always)]
    pub fn run(&self, lanes: impl Lanes, rows: Rows, space: &mut Space, out: &mut [i16]) {
        let Space { products, sums } = space;
        let units = self.scale.len();
        sums.resize(units, 0);
        for (block, out) in out.chunks_mut(TOGETHER * units).enumerate() {
            products.resize(out.len() * PIECES, 0);
            let row = |number: usize| rows.row(TOGETHER * block + number);
            self.weights.multiply(lanes, row, products);
            let products = products.chunks_exact(units * PIECES);
            for (products, out) in products.zip(out.chunks_exact_mut(units)) {
                self.take_largest(products, sums);
                self.normalize(sums, out);
            }
        }
    }

    /// The largest piece of every unit, with 16 bits after the point; no trained sum comes near the limit.
    #[inline(always)]
    fn take_largest(&self, products: &[i32], sums: &mut [i32]) {
        const LIMIT: i64 = 1 << 29;
        let groups = products.as_chunks::<LANES>().0.as_chunks::<PIECES>().0;
        let scales = self.scale.as_chunks::<LANES>().0;
        let sums = sums.as_chunks_mut::<LANES>().0;
        for (((products, biases), scales), sums) in
            groups.iter().zip(&self.bias).zip(scales).zip(sums)
        {
            let mut best = [i32::MIN; LANES];
            for (products, biases) in products.iter().zip(biases) {
                for lane in 0..LANES {
                    best[lane] = best[lane].max(products[lane] + biases[lane]);
                }
            }
            for lane in 0..LANES {
                let sum = (i64::from(best[lane]) * i64::from(scales[lane])) >> 20;
                sums[lane] = sum.clamp(-LIMIT, LIMIT) as i32;
            }
        }
    }

    /// Sums with a mean of 0 and a deviation of 1, × the gain, + the shift, + what `out` holds.
    #[inline(always)]
    fn normalize(&self, sums: &mut [i32], out: &mut [i16]) {
        let count = sums.len() as i64;
        let mut total = 0;
        for sum in sums.iter() {
            total += i64::from(*sum);
        }
        // Within the limits of the sums.
        let mean = (total / count) as i32;
        let mut squares = 0;
        for sum in sums.iter_mut() {
            *sum -= mean;
            squares += (i64::from(*sum) * i64::from(*sum)) >> 8;
        }
        let variance = squares / count + 1; // 24 bits after the point
        let deviation = ((variance as u64) << 8).isqrt() as i64 + 1; // 16 bits
        let inverse = (1i64 << 40) / deviation; // 24 bits
        match i32::try_from(inverse) {
            // The usual case: a product of two numbers of 32 bits is one instruction.
            Ok(inverse) => self.finish(sums, i64::from(inverse), out),
            Err(_) => self.finish(sums, inverse, out),
        }
    }

    #[inline(always)]
    fn finish(&self, sums: &[i32], inverse: i64, out: &mut [i16]) {
        let units = sums.iter().zip(&self.gain).zip(&self.shift).zip(out);
        for (((sum, gain), shift), out) in units {
            // 12 bits after the point; at most √count deviations, and so within 32 bits.
            let standard = ((i64::from(*sum) * inverse) >> 28) as i32;
            let value = ((i64::from(standard) * i64::from(*gain)) >> (24 - POINT))
                + i64::from(*shift)
                + i64::from(*out);
            *out = clamp(value, i16::MAX);
        }
    }
}

/// The value, at most `limit` from zero.
#[inline(always)]
pub(super) fn clamp(value: i64, limit: i16) -> i16 {
    let limit = i64::from(limit);
    // In range after the clamp.
    value.clamp(-limit, limit) as i16
}
