//! Layers in integers: activations are fixed-point numbers with 9 bits after the point, in 16 bits.
//!
//! `model/convert.py` checks that no sum of products leaves 32 bits, whatever the activations.

use wide::{i16x8, i32x4};

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
    pub fn run(&self, rows: Rows, sums: &mut Vec<i64>, out: &mut [i16]) {
        sums.resize(4 * self.units, 0);
        let row = |number: usize| {
            let start = number * rows.step;
            rows.values
                .get(start..start + self.inputs)
                .unwrap_or_default()
        };
        let mut number = 0;
        let mut blocks = out.chunks_exact_mut(4 * self.units);
        for block in &mut blocks {
            let four = [
                row(number),
                row(number + 1),
                row(number + 2),
                row(number + 3),
            ];
            self.sums_of_four(four, sums);
            number += 4;
            for (sums, out) in sums
                .chunks_exact_mut(self.units)
                .zip(block.chunks_exact_mut(self.units))
            {
                self.normalize(sums, out);
            }
        }
        for out in blocks.into_remainder().chunks_exact_mut(self.units) {
            let row = row(number);
            self.sums_of_one(row, sums);
            number += 1;
            self.normalize(&mut sums[..self.units], out);
        }
    }

    /// The largest piece of every unit, with 16 bits after the point.
    fn sums_of_four(&self, rows: [&[i16]; 4], sums: &mut [i64]) {
        let mut piece = self.weights.chunks_exact(self.inputs).zip(&self.bias);
        for (unit, scale) in self.scale.iter().enumerate() {
            let mut best = [i32::MIN; 4];
            for (weights, bias) in piece.by_ref().take(self.pieces) {
                let products = dot_four(weights, rows);
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

/// The sum of the products; lengths are multiples of 8.
pub(super) fn dot(weights: &[i16], row: &[i16]) -> i32 {
    // The two give the same sums. Without optimization the plain loop is much the faster.
    if cfg!(debug_assertions) {
        return plain_dot(weights, row);
    }
    let mut lanes = i32x4::ZERO;
    for (a, b) in weights
        .as_chunks::<8>()
        .0
        .iter()
        .zip(row.as_chunks::<8>().0)
    {
        lanes += i16x8::from(*a).dot(i16x8::from(*b));
    }
    sum(lanes)
}

/// Four sums of products with the same weights: each weight is loaded once.
pub(super) fn dot_four(weights: &[i16], rows: [&[i16]; 4]) -> [i32; 4] {
    if cfg!(debug_assertions) {
        return rows.map(|row| plain_dot(weights, row));
    }
    wide_dot_four(weights, rows)
}

fn wide_dot_four(weights: &[i16], rows: [&[i16]; 4]) -> [i32; 4] {
    let weights = weights.as_chunks::<8>().0;
    let [a, b, c, d] = rows.map(|row| &row.as_chunks::<8>().0[..weights.len()]);
    let mut lanes = [i32x4::ZERO; 4];
    for (at, weights) in weights.iter().enumerate() {
        let weights = i16x8::from(*weights);
        lanes[0] += weights.dot(i16x8::from(a[at]));
        lanes[1] += weights.dot(i16x8::from(b[at]));
        lanes[2] += weights.dot(i16x8::from(c[at]));
        lanes[3] += weights.dot(i16x8::from(d[at]));
    }
    lanes.map(sum)
}

fn sum(lanes: i32x4) -> i32 {
    lanes.to_array().iter().sum()
}

fn plain_dot(weights: &[i16], row: &[i16]) -> i32 {
    let mut sum = 0;
    let mut at = 0;
    while at < weights.len() {
        sum += i32::from(weights[at]) * i32::from(row[at]);
        at += 1;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kernels_give_the_same_sums() {
        let values = |seed: i32| -> Vec<i16> {
            let numbers = (0..288).map(|n: i32| (n * 7_919 + seed * 104_729) % 32_767);
            numbers.map(|n| n as i16).collect()
        };
        let weights: Vec<i16> = values(1).iter().map(|value| value % 128).collect();
        let rows = [values(2), values(3), values(4), values(5)];
        let rows = [&rows[0][..], &rows[1][..], &rows[2][..], &rows[3][..]];
        assert_eq!(
            wide_dot_four(&weights, rows),
            rows.map(|row| plain_dot(&weights, row))
        );
    }
}
