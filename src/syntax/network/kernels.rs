//! Sums of products of 16-bit numbers, in 128-bit lanes, and in 256-bit lanes where the processor has them.
//!
//! All of them add the same integers, and no sum leaves 32 bits: they give the same results.

#[cfg(target_arch = "x86_64")]
use pulp::{i16x16, i32x8, x86::V3};
use wide::{i16x8, i32x4};

/// The processor's 256-bit lanes, if it has them.
#[cfg(target_arch = "x86_64")]
static AVX2: std::sync::LazyLock<Option<V3>> = std::sync::LazyLock::new(V3::try_new);

/// The sum of the products; lengths are multiples of 8.
pub(super) fn dot(weights: &[i16], row: &[i16]) -> i32 {
    // Without optimization the plain loop is much the faster.
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

/// Appends the sums of the products of each row of weights with four rows of inputs.
pub(super) fn products_of_four(weights: &[i16], rows: [&[i16]; 4], out: &mut Vec<[i32; 4]>) {
    let inputs = rows[0].len();
    if cfg!(debug_assertions) {
        let weights = weights.chunks_exact(inputs);
        out.extend(weights.map(|weights| rows.map(|row| plain_dot(weights, row))));
        return;
    }
    #[cfg(target_arch = "x86_64")]
    if let Some(avx2) = AVX2.filter(|_| inputs.is_multiple_of(16)) {
        avx2.vectorize(Avx2Products {
            avx2,
            weights,
            rows,
            out,
        });
        return;
    }
    for weights in weights.chunks(2 * inputs) {
        let (first, second) = weights.split_at(inputs);
        if second.is_empty() {
            out.push(wide_dots([first, first], rows)[0]);
        } else {
            out.extend_from_slice(&wide_dots([first, second], rows));
        }
    }
}

#[inline(always)]
fn wide_dots(weights: [&[i16]; 2], rows: [&[i16]; 4]) -> [[i32; 4]; 2] {
    let [first, second] = weights.map(|row| row.as_chunks::<8>().0);
    let count = first.len();
    let second = &second[..count];
    let [a, b, c, d] = rows.map(|row| &row.as_chunks::<8>().0[..count]);
    let mut lanes = [[i32x4::ZERO; 4]; 2];
    for at in 0..count {
        let inputs = [a[at], b[at], c[at], d[at]].map(i16x8::from);
        let (x, y) = (i16x8::from(first[at]), i16x8::from(second[at]));
        for number in 0..4 {
            lanes[0][number] += x.dot(inputs[number]);
            lanes[1][number] += y.dot(inputs[number]);
        }
    }
    lanes.map(|lanes| lanes.map(sum))
}

/// All products in one function that is compiled for the processor's lanes: what is inlined into `call` may use them.
#[cfg(target_arch = "x86_64")]
struct Avx2Products<'a> {
    avx2: V3,
    weights: &'a [i16],
    rows: [&'a [i16]; 4],
    out: &'a mut Vec<[i32; 4]>,
}

#[cfg(target_arch = "x86_64")]
impl pulp::NullaryFnOnce for Avx2Products<'_> {
    type Output = ();

    // Loops without closures: a closure that is not inlined would not be compiled for the lanes.
    #[inline(always)]
    fn call(self) {
        let avx2 = self.avx2;
        let [a, b, c, d] = self.rows;
        let (a, b, c, d) = (
            a.as_chunks::<16>().0,
            b.as_chunks::<16>().0,
            c.as_chunks::<16>().0,
            d.as_chunks::<16>().0,
        );
        let count = a.len();
        let (b, c, d) = (&b[..count], &c[..count], &d[..count]);
        let weights = self.weights.as_chunks::<16>().0;
        let zero = avx2.splat_i32x8(0);
        let mut start = 0;
        while start < weights.len() {
            let first = &weights[start..start + count];
            // Of an odd number of rows the last is taken twice.
            let has_second = start + 2 * count <= weights.len();
            let second = if has_second {
                &weights[start + count..start + 2 * count]
            } else {
                first
            };
            let (mut a0, mut b0, mut c0, mut d0) = (zero, zero, zero, zero);
            let (mut a1, mut b1, mut c1, mut d1) = (zero, zero, zero, zero);
            let mut at = 0;
            while at < count {
                let x: i16x16 = pulp::cast(first[at]);
                let y: i16x16 = pulp::cast(second[at]);
                let input: i16x16 = pulp::cast(a[at]);
                a0 = avx2
                    .wrapping_add_i32x8(a0, avx2.multiply_wrapping_add_adjacent_i16x16(x, input));
                a1 = avx2
                    .wrapping_add_i32x8(a1, avx2.multiply_wrapping_add_adjacent_i16x16(y, input));
                let input: i16x16 = pulp::cast(b[at]);
                b0 = avx2
                    .wrapping_add_i32x8(b0, avx2.multiply_wrapping_add_adjacent_i16x16(x, input));
                b1 = avx2
                    .wrapping_add_i32x8(b1, avx2.multiply_wrapping_add_adjacent_i16x16(y, input));
                let input: i16x16 = pulp::cast(c[at]);
                c0 = avx2
                    .wrapping_add_i32x8(c0, avx2.multiply_wrapping_add_adjacent_i16x16(x, input));
                c1 = avx2
                    .wrapping_add_i32x8(c1, avx2.multiply_wrapping_add_adjacent_i16x16(y, input));
                let input: i16x16 = pulp::cast(d[at]);
                d0 = avx2
                    .wrapping_add_i32x8(d0, avx2.multiply_wrapping_add_adjacent_i16x16(x, input));
                d1 = avx2
                    .wrapping_add_i32x8(d1, avx2.multiply_wrapping_add_adjacent_i16x16(y, input));
                at += 1;
            }
            self.out.push([eight(a0), eight(b0), eight(c0), eight(d0)]);
            if has_second {
                self.out.push([eight(a1), eight(b1), eight(c1), eight(d1)]);
            }
            start += 2 * count;
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn eight(lanes: i32x8) -> i32 {
    let [a, b, c, d, e, f, g, h]: [i32; 8] = pulp::cast(lanes);
    ((a + e) + (b + f)) + ((c + g) + (d + h))
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
    fn all_kernels_give_the_same_sums() {
        let values = |seed: i32| -> Vec<i16> {
            let numbers = (0..288).map(|n: i32| (n * 7_919 + seed * 104_729) % 32_767);
            numbers.map(|n| n as i16).collect()
        };
        let small =
            |seed: i32| -> Vec<i16> { values(seed).iter().map(|value| value % 128).collect() };
        let (first, second) = (small(1), small(6));
        let weights = [&first[..], &second[..]];
        let rows = [values(2), values(3), values(4), values(5)];
        let rows = [&rows[0][..], &rows[1][..], &rows[2][..], &rows[3][..]];
        let plain = weights.map(|weights| rows.map(|row| plain_dot(weights, row)));
        assert_eq!(wide_dots(weights, rows), plain);
        #[cfg(target_arch = "x86_64")]
        if let Some(avx2) = *AVX2 {
            let weights = weights.concat();
            let mut out = Vec::new();
            avx2.vectorize(Avx2Products {
                avx2,
                weights: &weights,
                rows,
                out: &mut out,
            });
            assert_eq!(out, plain);
        }
    }
}
