//! Sums of products of 16-bit numbers, in 256-bit lanes where the processor has them, else in 128-bit lanes.
//!
//! All of them add the same integers, and no sum leaves 32 bits: they give the same results.

#[cfg(target_arch = "x86_64")]
use pulp::{NullaryFnOnce, i32x8, x86::V3};
use wide::{i16x8, i32x4};

/// Sums that are added side by side.
pub(super) const LANES: usize = 8;

/// Input rows that are multiplied together: for three pieces of a unit, as many as there are registers for.
pub(super) const TOGETHER: usize = 3;

/// Eight sums, each of the products of two weights and two inputs at a time.
pub(super) trait Lanes: Copy {
    type Sums: Copy;

    fn zero(self) -> Self::Sums;

    /// Adds to each sum the products of its two weights with the two inputs.
    fn add(self, sums: Self::Sums, weights: &[i16; 2 * LANES], inputs: [i16; 2]) -> Self::Sums;

    fn store(self, sums: Self::Sums) -> [i32; LANES];
}

/// 256-bit lanes.
#[cfg(target_arch = "x86_64")]
impl Lanes for V3 {
    type Sums = i32x8;

    #[inline(always)]
    fn zero(self) -> i32x8 {
        self.splat_i32x8(0)
    }

    #[inline(always)]
    fn add(self, sums: i32x8, weights: &[i16; 2 * LANES], inputs: [i16; 2]) -> i32x8 {
        let inputs = pulp::cast(self.splat_i32x8(pulp::cast(inputs)));
        let products = self.multiply_wrapping_add_adjacent_i16x16(pulp::cast(*weights), inputs);
        self.wrapping_add_i32x8(sums, products)
    }

    #[inline(always)]
    fn store(self, sums: i32x8) -> [i32; LANES] {
        pulp::cast(sums)
    }
}

/// 128-bit lanes, or what the compiler has in their place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Portable;

impl Lanes for Portable {
    type Sums = [i32x4; 2];

    #[inline(always)]
    fn zero(self) -> [i32x4; 2] {
        [i32x4::ZERO; 2]
    }

    #[inline(always)]
    fn add(self, sums: [i32x4; 2], weights: &[i16; 2 * LANES], [a, b]: [i16; 2]) -> [i32x4; 2] {
        let inputs = i16x8::from([a, b, a, b, a, b, a, b]);
        let halves = weights.as_chunks::<LANES>().0;
        [
            sums[0] + i16x8::from(halves[0]).dot(inputs),
            sums[1] + i16x8::from(halves[1]).dot(inputs),
        ]
    }

    #[inline(always)]
    fn store(self, [low, high]: [i32x4; 2]) -> [i32; LANES] {
        let ([a, b, c, d], [e, f, g, h]) = (low.to_array(), high.to_array());
        [a, b, c, d, e, f, g, h]
    }
}

/// Plain numbers: without optimization, much the fastest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plain;

impl Lanes for Plain {
    type Sums = [i32; LANES];

    fn zero(self) -> [i32; LANES] {
        [0; LANES]
    }

    fn add(
        self,
        mut sums: [i32; LANES],
        weights: &[i16; 2 * LANES],
        inputs: [i16; 2],
    ) -> [i32; LANES] {
        let [a, b] = [inputs[0] as i32, inputs[1] as i32];
        let mut lane = 0;
        while lane < LANES {
            sums[lane] += weights[2 * lane] as i32 * a + weights[2 * lane + 1] as i32 * b;
            lane += 1;
        }
        sums
    }

    fn store(self, sums: [i32; LANES]) -> [i32; LANES] {
        sums
    }
}

/// What can be done in any lanes. What is inlined into `run` is compiled for the lanes; a function or closure that is
/// not inlined is not.
pub(super) trait Work {
    type Output;

    fn run(self, lanes: impl Lanes) -> Self::Output;
}

/// Does it in the widest lanes that the processor has.
pub(super) fn dispatch<W: Work>(work: W) -> W::Output {
    if cfg!(debug_assertions) {
        return work.run(Plain);
    }
    #[cfg(target_arch = "x86_64")]
    {
        struct Wide<W>(V3, W);

        impl<W: Work> NullaryFnOnce for Wide<W> {
            type Output = W::Output;

            #[inline(always)]
            fn call(self) -> W::Output {
                self.1.run(self.0)
            }
        }

        static AVX2: std::sync::LazyLock<Option<V3>> = std::sync::LazyLock::new(V3::try_new);
        if let Some(avx2) = *AVX2 {
            return avx2.vectorize(Wide(avx2, work));
        }
    }
    work.run(Portable)
}

/// A matrix in groups of `V` × 8 outputs: for each pair of inputs the weights of all of the group's outputs.
#[derive(Debug)]
pub(super) struct Packed<const V: usize> {
    pairs: usize,
    weights: Vec<[i16; 2 * LANES]>,
}

impl<const V: usize> Packed<V> {
    /// A matrix of rows of so many inputs, an even number.
    pub fn new(inputs: usize, rows: &[i16]) -> Packed<V> {
        let outputs = rows.len().checked_div(inputs).unwrap_or_default();
        Self::ordered(
            inputs,
            rows,
            outputs.div_ceil(LANES * V),
            |group, vector| (group * V + vector) * LANES..(group * V + vector + 1) * LANES,
        )
    }

    /// A matrix whose groups have `V` rows for each of eight units: the first of all, then the second of all.
    pub fn of_pieces(inputs: usize, rows: &[i16]) -> Packed<V> {
        let units = rows.len().checked_div(inputs * V).unwrap_or_default();
        Self::ordered(inputs, rows, units.div_ceil(LANES), |group, vector| {
            let first = group * LANES * V + vector;
            (first..first + LANES * V).step_by(V)
        })
    }

    fn ordered<I: Iterator<Item = usize>>(
        inputs: usize,
        rows: &[i16],
        groups: usize,
        order: impl Fn(usize, usize) -> I,
    ) -> Packed<V> {
        let pairs = inputs / 2;
        let mut weights = vec![[0; 2 * LANES]; groups * pairs * V];
        for group in 0..groups {
            for vector in 0..V {
                for (lane, row) in order(group, vector).enumerate() {
                    // Of the last group some rows may be missing.
                    let row = rows.get(row * inputs..(row + 1) * inputs);
                    let row = row.unwrap_or_default().as_chunks::<2>().0;
                    for (pair, [a, b]) in row.iter().enumerate() {
                        let place = &mut weights[(group * pairs + pair) * V + vector];
                        (place[2 * lane], place[2 * lane + 1]) = (*a, *b);
                    }
                }
            }
        }
        Packed { pairs, weights }
    }

    /// Outputs for one input row, with those that fill the last group.
    pub fn outputs(&self) -> usize {
        self.weights.len() / self.pairs.max(1) * LANES
    }

    /// Writes the outputs for up to [`TOGETHER`] input rows: as many as `out` holds.
    #[inline(always)]
    pub fn multiply<'r>(
        &self,
        lanes: impl Lanes,
        row: impl Fn(usize) -> &'r [i16],
        out: &mut [i32],
    ) {
        match out.len() / self.outputs().max(1) {
            0 => {}
            1 => self.multiply_rows(lanes, [row(0)], out),
            2 => self.multiply_rows(lanes, [row(0), row(1)], out),
            _ => self.multiply_rows(lanes, [row(0), row(1), row(2)], out),
        }
    }

    #[inline(always)]
    fn multiply_rows<L: Lanes, const R: usize>(
        &self,
        lanes: L,
        rows: [&[i16]; R],
        out: &mut [i32],
    ) {
        let outputs = self.outputs();
        let (pairs, _) = self.weights.as_chunks::<V>();
        let mut rows = rows.map(|row| row.as_chunks::<2>().0);
        for row in &mut rows {
            *row = &row[..self.pairs];
        }
        let mut start = 0;
        for group in pairs.chunks_exact(self.pairs.max(1)) {
            let mut sums = [[lanes.zero(); V]; R];
            let mut at = 0;
            while at < group.len() {
                let mut row = 0;
                while row < R {
                    let inputs = rows[row][at];
                    let mut vector = 0;
                    while vector < V {
                        sums[row][vector] =
                            lanes.add(sums[row][vector], &group[at][vector], inputs);
                        vector += 1;
                    }
                    row += 1;
                }
                at += 1;
            }
            for (row, sums) in sums.iter().enumerate() {
                let first = row * outputs + start;
                let out = out[first..first + V * LANES].as_chunks_mut::<LANES>().0;
                for (out, sums) in out.iter_mut().zip(sums) {
                    *out = lanes.store(*sums);
                }
            }
            start += V * LANES;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Multiply<'a, const V: usize>(&'a Packed<V>, &'a [i16], usize);

    impl<const V: usize> Work for Multiply<'_, V> {
        type Output = Vec<i32>;

        fn run(self, lanes: impl Lanes) -> Vec<i32> {
            let Multiply(matrix, rows, count) = self;
            let inputs = rows.len() / count;
            let mut out = vec![0; matrix.outputs() * count];
            let row = |number: usize| &rows[number * inputs..(number + 1) * inputs];
            matrix.multiply(lanes, row, &mut out);
            out
        }
    }

    fn values(count: usize, seed: i32) -> Vec<i16> {
        let numbers = (0..count as i32).map(|n| (n * 7_919 + seed * 104_729) % 32_767);
        numbers.map(|n| n as i16).collect()
    }

    #[test]
    fn all_lanes_give_the_same_sums() {
        for count in 1..=TOGETHER {
            let weights: Vec<i16> = values(53 * 96, 1).iter().map(|value| value % 128).collect();
            let rows = values(96 * count, 2);
            let matrix = Packed::<2>::new(96, &weights);
            let sums = Multiply(&matrix, &rows, count).run(Plain);
            for (number, sum) in sums.iter().enumerate() {
                let (row, output) = (number / matrix.outputs(), number % matrix.outputs());
                let inputs = &rows[96 * row..96 * (row + 1)];
                let weights = weights.get(96 * output..96 * (output + 1));
                let products = weights.unwrap_or_default().iter().zip(inputs);
                let expected: i32 = products.map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
                assert_eq!(*sum, expected, "row {row} output {output}");
            }
            assert_eq!(Multiply(&matrix, &rows, count).run(Portable), sums);
            #[cfg(target_arch = "x86_64")]
            if let Some(avx2) = V3::try_new() {
                assert_eq!(Multiply(&matrix, &rows, count).run(avx2), sums);
            }
        }
    }

    #[test]
    fn pieces_of_a_unit_are_in_the_same_lane() {
        let weights: Vec<i16> = values(48 * 8, 3).iter().map(|value| value % 128).collect();
        let (plain, packed) = (
            Packed::<1>::new(8, &weights),
            Packed::<3>::of_pieces(8, &weights),
        );
        let row = values(8, 4);
        let plain = Multiply(&plain, &row, 1).run(Plain);
        let pieces = Multiply(&packed, &row, 1).run(Plain);
        for unit in 0..16 {
            for piece in 0..3 {
                let place = (unit / 8 * 3 + piece) * 8 + unit % 8;
                assert_eq!(pieces[place], plain[unit * 3 + piece]);
            }
        }
    }
}
