//! The hashes by which words find their embeddings. They must be spaCy's to the bit: a wrong id fails silently.

/// MurmurHash64A (Appleby, public domain) with seed 1: spaCy's id of a string.
fn string_hash(bytes: &[u8]) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    let mut hash = 1 ^ (bytes.len() as u64).wrapping_mul(M);
    let (words, tail) = bytes.as_chunks::<8>();
    for word in words {
        let mut word = u64::from_le_bytes(*word).wrapping_mul(M);
        word ^= word >> 47;
        hash = (hash ^ word.wrapping_mul(M)).wrapping_mul(M);
    }
    if !tail.is_empty() {
        for (number, byte) in tail.iter().enumerate() {
            hash ^= u64::from(*byte) << (8 * number);
        }
        hash = hash.wrapping_mul(M);
    }
    hash ^= hash >> 47;
    hash = hash.wrapping_mul(M);
    hash ^ (hash >> 47)
}

/// MurmurHash3-x86-128 of one id, as Thinc has it: its finalizer leaves out the last multiplication of the original.
pub(super) fn rows(id: u64, seed: u32) -> [u32; 4] {
    let seed = u64::from(seed);
    let mixed = id.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31);
    let mut low = mixed.wrapping_mul(0x4cf5_ad43_2745_937f) ^ seed ^ 8;
    let mut high = seed ^ 8;
    low = low.wrapping_add(high);
    high = high.wrapping_add(low);
    for half in [&mut low, &mut high] {
        *half ^= *half >> 33;
        *half = half.wrapping_mul(0xff51_afd7_ed55_8ccd);
        *half ^= *half >> 33;
        *half = half.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        *half ^= *half >> 33;
    }
    low = low.wrapping_add(high);
    high = high.wrapping_add(low);
    // The four 32-bit halves; what is cut off is the point.
    [
        low as u32,
        (low >> 32) as u32,
        high as u32,
        (high >> 32) as u32,
    ]
}

/// Ids of strings: a hash, but a small number for spaCy's own symbols, and 0 for the empty string.
#[derive(Debug)]
pub(super) struct Ids {
    /// Hash of a form → id of its norm, sorted.
    pub norms: Vec<(u64, u64)>,
    /// Hash of a symbol → its number, sorted.
    pub symbols: Vec<(u64, u64)>,
}

impl Ids {
    /// The id of a string.
    pub fn id(&self, string: &str) -> u64 {
        if string.is_empty() {
            return 0;
        }
        let hash = string_hash(string.as_bytes());
        find(&self.symbols, hash).unwrap_or(hash)
    }

    /// The id of the norm of a form.
    pub fn norm(&self, form: &str) -> u64 {
        let listed = find(&self.norms, string_hash(form.as_bytes()));
        listed.unwrap_or_else(|| self.id(&form.to_lowercase()))
    }
}

fn find(pairs: &[(u64, u64)], key: u64) -> Option<u64> {
    let at = pairs.binary_search_by_key(&key, |pair| pair.0).ok()?;
    pairs.get(at).map(|pair| pair.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values of `spacy.strings.hash_string` and `thinc.backends.NumpyOps().hash`.
    #[test]
    fn hashes_are_those_of_spacy() {
        assert_eq!(string_hash(b"the"), 7_425_985_699_627_899_538);
    }
}
