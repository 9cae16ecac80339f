//! Slips of the hand for measuring, the same at every run.

/// A small generator.
pub struct Dice(pub u64);

impl Dice {
    /// A number from 0 to below `limit`; 0 if there is none.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }
}

/// One slip: two letters that change places, a letter left out, doubled, added or swapped; seldom the first.
pub fn slip(name: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    for _ in 0..100 {
        let at = dice.below(letters.len());
        let Some(&letter) = letters.get(at) else {
            break;
        };
        let first = at == 0 || !letters[at - 1].is_alphabetic();
        if !letter.is_lowercase() || (first && dice.below(10) > 0) {
            continue;
        }
        let other = char::from(b'a' + dice.below(26) as u8);
        match dice.below(5) {
            0 if letters.get(at + 1).is_some_and(|next| next.is_lowercase()) => {
                letters.swap(at, at + 1);
            }
            0 => continue,
            1 => drop(letters.remove(at)),
            2 => letters.insert(at, letter),
            3 => letters.insert(at, other),
            _ => letters[at] = other,
        }
        break;
    }
    letters.into_iter().collect()
}
