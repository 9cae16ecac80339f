//! A compact map from hashes to lists of numbers, built once.

/// For each key the numbers filed under it.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// Where each bucket begins in `rows`; one more than there are buckets.
    starts: Vec<u32>,
    /// The rest of the key and the number, bucket by bucket.
    rows: Vec<(u32, u32)>,
    shift: u32,
}

impl Postings {
    /// Files every pair.
    pub fn new(pairs: &[(u64, u32)]) -> Self {
        if pairs.is_empty() {
            return Self::default();
        }
        let bits = pairs
            .len()
            .next_power_of_two()
            .trailing_zeros()
            .clamp(1, 24);
        let shift = 64 - bits;
        let bucket = |key: u64| (key >> shift) as usize;
        let mut starts = vec![0_u32; (1 << bits) + 1];
        for (key, _) in pairs {
            starts[bucket(*key) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut rows = vec![(0, 0); pairs.len()];
        for (key, number) in pairs {
            let place = &mut next[bucket(*key)];
            rows[*place as usize] = (*key as u32, *number);
            *place += 1;
        }
        Self {
            starts,
            rows,
            shift,
        }
    }

    /// The numbers filed under the key, in the order of filing.
    pub fn get(&self, key: u64) -> impl Iterator<Item = u32> + '_ {
        let rows = match self.starts.is_empty() {
            true => &[][..],
            false => {
                let bucket = (key >> self.shift) as usize;
                &self.rows[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
            }
        };
        rows.iter()
            .filter(move |(rest, _)| *rest == key as u32)
            .map(|(_, number)| *number)
    }
}

/// Spreads a hash over all its bits.
pub(super) fn mix(mut hash: u64) -> u64 {
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash ^ (hash >> 32)
}

/// Hashes of stretches of a row of letters, each in constant time.
pub(super) struct Hashes {
    /// The hash of the first n letters.
    prefix: Vec<u64>,
    /// Powers of [`BASE`].
    power: Vec<u64>,
}

const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

impl Hashes {
    pub fn new(letters: &[char]) -> Self {
        let mut prefix = Vec::with_capacity(letters.len() + 1);
        let mut power = Vec::with_capacity(letters.len() + 1);
        let (mut hash, mut scale) = (0_u64, 1_u64);
        prefix.push(hash);
        power.push(scale);
        for letter in letters {
            // The letter is spread first: the bare sum would be easy to collide.
            hash = hash
                .wrapping_mul(BASE)
                .wrapping_add(mix(u64::from(u32::from(*letter)) + 1));
            scale = scale.wrapping_mul(BASE);
            prefix.push(hash);
            power.push(scale);
        }
        Self { prefix, power }
    }

    fn raw(&self, from: usize, to: usize) -> u64 {
        self.prefix[to].wrapping_sub(self.prefix[from].wrapping_mul(self.power[to - from]))
    }

    /// Of `letters[from..to]`.
    pub fn whole(&self, from: usize, to: usize) -> u64 {
        mix(self.raw(from, to))
    }

    /// Of `letters[from..to]` without the letter at `gap`.
    pub fn without(&self, from: usize, gap: usize, to: usize) -> u64 {
        let head = self.raw(from, gap).wrapping_mul(self.power[to - gap - 1]);
        mix(head.wrapping_add(self.raw(gap + 1, to)))
    }
}
