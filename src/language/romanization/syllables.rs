//! Reading a word as a row of syllables, each an onset, a vowel and a coda.

/// A spelling, what it may stand for, and how unusual it is for that.
pub(super) type Row = (&'static str, &'static [(u8, u8)]);

/// The tables of one romanised script.
pub(super) struct Script {
    pub onsets: &'static [Row],
    /// Several tables, read as one.
    pub vowels: &'static [&'static [Row]],
    pub codas: &'static [Row],
    /// Puts a syllable together from the numbers of its onset, vowel and coda, with what it
    /// costs besides; None where there is no such syllable.
    pub join: fn(u8, u8, u8) -> Option<(u16, u8)>,
}

/// The syllables that a row of letters may stand for, with their costs.
pub(super) type Options = Vec<(u16, u8)>;

/// Above this cost a reading is not worth having.
pub(super) const DEAREST: u8 = 14;

impl Script {
    /// The syllables that begin at the start of `rest`: for each length of them in letters what they may be.
    pub fn syllables(&self, rest: &str) -> Vec<(usize, Options)> {
        let mut found: Vec<(usize, Options)> = Vec::new();
        for (onset, onset_is) in matching(self.onsets, rest) {
            let after_onset = &rest[onset.len()..];
            for (vowel, vowel_is) in self
                .vowels
                .iter()
                .flat_map(|rows| matching(rows, after_onset))
            {
                let after_vowel = &after_onset[vowel.len()..];
                for (coda, coda_is) in matching(self.codas, after_vowel) {
                    let len = onset.len() + vowel.len() + coda.len();
                    let options = match found.iter().position(|(known, _)| *known == len) {
                        Some(at) => &mut found[at].1,
                        None => {
                            found.push((len, Vec::new()));
                            let last = found.len() - 1;
                            &mut found[last].1
                        }
                    };
                    for &(o, o_cost) in *onset_is {
                        for &(v, v_cost) in *vowel_is {
                            for &(c, c_cost) in *coda_is {
                                if let Some((syllable, rarity)) = (self.join)(o, v, c) {
                                    add(options, syllable, o_cost + v_cost + c_cost + rarity);
                                }
                            }
                        }
                    }
                }
            }
        }
        found.retain(|(_, options)| !options.is_empty());
        found
    }

    /// Every way to read the whole word as `least` to `most` syllables: the syllables and their cost.
    pub fn read(&self, word: &str, least: usize, most: usize) -> Vec<(Vec<u16>, u8)> {
        if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Vec::new();
        }
        let mut done: Vec<(Vec<u16>, u8)> = Vec::new();
        let mut open: Vec<(usize, Vec<u16>, u8)> = vec![(0, Vec::new(), 0)];
        let mut cache: Vec<Option<Vec<(usize, Options)>>> = vec![None; word.len() + 1];
        for count in 1..=most {
            let mut next: Vec<(usize, Vec<u16>, u8)> = Vec::new();
            for (at, syllables, cost) in &open {
                let steps = cache[*at].get_or_insert_with(|| self.syllables(&word[*at..]));
                for (len, options) in steps.iter() {
                    for &(syllable, more) in options.iter() {
                        let total = cost.saturating_add(more);
                        if total > DEAREST {
                            continue;
                        }
                        let mut row = syllables.clone();
                        row.push(syllable);
                        if *at + *len == word.len() {
                            if count >= least {
                                done.push((row, total));
                            }
                        } else {
                            next.push((*at + *len, row, total));
                        }
                    }
                }
            }
            // The cheapest go on: a word has few sensible readings, and their number must stay small.
            next.sort_by_key(|(_, _, cost)| *cost);
            next.truncate(96);
            open = next;
        }
        done.sort_by_key(|(_, cost)| *cost);
        done
    }
}

fn matching<'t>(rows: &'t [Row], rest: &'t str) -> impl Iterator<Item = &'t Row> {
    rows.iter()
        .filter(move |(spelling, _)| rest.starts_with(spelling))
}

fn add(options: &mut Options, syllable: u16, cost: u8) {
    if cost > DEAREST {
        return;
    }
    match options.iter_mut().find(|(known, _)| *known == syllable) {
        Some((_, known)) => *known = cost.min(*known),
        None => options.push((syllable, cost)),
    }
}
