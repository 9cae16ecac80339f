//! Near misses of names: typing slips and other romanisations.
//!
//! Every right spelling is filed under its letters, under its letters less one (so that two rows of letters which
//! are one slip apart meet under some key), and, where it is a romanised name, under what it stands for in its
//! own script. A phrase of the text looks itself up in the same way, so its cost hardly depends on the number of
//! names; what it meets there is then judged part by part.

mod judge;
pub(crate) mod lexicon;
mod postings;
mod scan;
mod slip;

#[cfg(test)]
mod tests;

use judge::{Dress, Name, Window};
use postings::{Hashes, Postings};
use slip::Slip;

use crate::language::romanization::Scheme;
use crate::span::Span;
use crate::text::Text;

/// The names to compare with, indexed so that 100,000 cost little more than 100.
#[derive(Debug, Default)]
pub struct NearNames {
    /// The right spellings of the entries whose near misses are reported.
    names: Vec<Name>,
    /// The letters of the names, and the same without one of them.
    letters: Postings,
    /// What the names stand for in another script; the lowest two bits are the reading's cost.
    sounds: Postings,
    /// The letters of everything else that is known.
    known: Postings,
    /// The schemes in which names are filed.
    schemes: Vec<Scheme>,
    /// The parts of the longest name.
    most_parts: usize,
}

/// One entity as the index needs it.
#[derive(Clone, Debug, Default)]
pub struct NameEntry {
    /// Every right spelling, the preferred one first.
    pub right: Vec<String>,
    /// Known wrong spellings, and other real names: known, and so never a near miss of anything.
    pub known: Vec<String>,
    /// Whether near misses of it are reported.
    pub near: bool,
}

/// A near miss in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The words, without a possessive.
    pub span: Span,
    /// The index of the entry that it is a likely misspelling of.
    pub entry: usize,
    /// Whether it looks like two letters that changed places.
    pub transposed: bool,
}

/// Names with more letters than this are not looked for.
const MOST_LETTERS: usize = 60;
/// Nor are phrases of more parts.
const MOST_PARTS: usize = 8;
/// How unusual two spellings may be together and still be one name.
const MOST_COST: u8 = 1;

impl NearNames {
    /// Builds the index. `also_known` are further names of loaded facts (holders, places …), which are never
    /// near misses and are not looked for.
    pub fn new(entries: &[NameEntry], also_known: &[String]) -> Self {
        let mut index = Self::default();
        let (mut letters, mut sounds, mut known) = (Vec::new(), Vec::new(), Vec::new());
        let mut know = |text: &str| {
            let run = scan::name(text);
            known.push((Hashes::new(&run.letters).whole(0, run.letters.len()), 0));
        };
        also_known.iter().for_each(|name| know(name));
        for (number, entry) in entries.iter().enumerate() {
            entry.known.iter().for_each(|name| know(name));
            for right in &entry.right {
                if !entry.near {
                    know(right);
                    continue;
                }
                let run = scan::name(right);
                let len = run.letters.len();
                if len == 0 || len > MOST_LETTERS || run.parts.len() > MOST_PARTS {
                    know(right);
                    continue;
                }
                let id = index.names.len() as u32;
                index.most_parts = index.most_parts.max(run.parts.len());
                let mut name = Name {
                    entry: number as u32,
                    text: right.clone(),
                    run,
                    scheme: None,
                };
                file_letters(&name.run.letters, id, &mut letters);
                name.scheme = file_sounds(&name, id, &mut sounds);
                for scheme in orders(name.scheme) {
                    if !index.schemes.contains(scheme) {
                        index.schemes.push(*scheme);
                    }
                }
                index.names.push(name);
            }
        }
        index.letters = Postings::new(&letters);
        index.sounds = Postings::new(&sounds);
        index.known = Postings::new(&known);
        index
    }

    /// Every near miss in the text, in the order of their places. `taken` are the places of exact names
    /// (sorted): nothing that overlaps one is a near miss.
    pub fn find(&self, text: &Text, taken: &[Span]) -> Vec<NearMiss> {
        self.find_in(text.as_str(), taken)
    }

    /// The same in a string that is already normalised.
    pub fn find_in(&self, text: &str, taken: &[Span]) -> Vec<NearMiss> {
        let mut found = Vec::new();
        if self.names.is_empty() {
            return found;
        }
        scan::runs(text, |run| self.find_in_run(text, run, taken, &mut found));
        found
    }

    fn find_in_run(&self, text: &str, run: &scan::Run, taken: &[Span], found: &mut Vec<NearMiss>) {
        let hashes = Hashes::new(&run.letters);
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut right: Vec<Span> = Vec::new();
        for first in 0..run.parts.len() {
            if !run.parts[first].capital {
                continue;
            }
            for last in first..run.parts.len().min(first + self.most_parts + 1) {
                let window = Window {
                    text,
                    run,
                    parts: &run.parts[first..=last],
                };
                let place = run.parts[first].span.to(run.parts[last].span);
                let range = window.range();
                if range.len() > MOST_LETTERS {
                    break;
                }
                match self.look_up(window, &hashes) {
                    Found::Right => right.push(place),
                    Found::Near(near) => candidates.push(Candidate { place, ..near }),
                    Found::Nothing => {}
                }
            }
        }
        if candidates.is_empty() {
            return;
        }
        // The likeliest first, then the longest.
        candidates
            .sort_by_key(|near| (near.score, usize::MAX - near.place.len(), near.place.start));
        let mut chosen: Vec<Candidate> = Vec::new();
        for near in candidates {
            let free = !overlaps_any(taken, near.place)
                && right.iter().all(|place| !place.overlaps(near.place))
                && chosen.iter().all(|other| !other.place.overlaps(near.place));
            if free {
                chosen.push(near);
            }
        }
        chosen.sort_by_key(|near| near.place);
        found.extend(chosen.into_iter().map(|near| NearMiss {
            span: near.place,
            entry: near.entry as usize,
            transposed: near.transposed,
        }));
    }

    fn look_up(&self, window: Window, hashes: &Hashes) -> Found {
        let range = window.range();
        let whole = hashes.whole(range.start, range.end);
        if self.known.get(whole).next().is_some() {
            return Found::Right;
        }
        let mut best = Best::default();
        for id in self.letters.get(whole) {
            let name = &self.names[id as usize];
            if name.run.letters == window.letters() {
                match judge::dress(window, name) {
                    Dress::Right => return Found::Right,
                    Dress::Wrong if judge::blame_dress(window) => best.offer(name.entry, 0, false),
                    Dress::Wrong => {}
                }
            } else {
                self.offer_slip(window, name, &mut best);
            }
        }
        for gap in range.clone() {
            for id in self
                .letters
                .get(hashes.without(range.start, gap, range.end))
            {
                self.offer_slip(window, &self.names[id as usize], &mut best);
            }
        }
        self.offer_sounds(window, &mut best);
        best.into_found()
    }

    fn offer_slip(&self, window: Window, name: &Name, best: &mut Best) {
        match judge::likely_slip(window, name) {
            Some(Slip::None) | None => {}
            Some(slip) => {
                let transposed = matches!(slip, Slip::Transposed(_));
                best.offer(name.entry, if transposed { 2 } else { 3 }, transposed);
            }
        }
    }

    fn offer_sounds(&self, window: Window, best: &mut Best) {
        if self.schemes.is_empty() {
            return;
        }
        let words = window.words();
        let parts: Vec<&str> = words.iter().map(String::as_str).collect();
        if parts.len() == 1 && !judge::is_unknown(parts[0]) {
            return;
        }
        for scheme in &self.schemes {
            for reading in scheme.readings(&parts).unwrap_or_default().readings {
                for filed in self.sounds.get(reading.key) {
                    let cost = reading.cost + (filed & 3) as u8;
                    let name = &self.names[(filed >> 2) as usize];
                    let slip = slip::slip(window.letters(), &name.run.letters);
                    if cost <= MOST_COST
                        && slip != Some(Slip::None)
                        && !judge::only_turned(window, name)
                    {
                        let transposed = matches!(slip, Some(Slip::Transposed(_)));
                        best.offer(name.entry, 1 + cost, transposed);
                    }
                }
            }
        }
    }
}

/// What became of a phrase.
enum Found {
    Right,
    Near(Candidate),
    Nothing,
}

#[derive(Clone, Copy)]
struct Candidate {
    place: Span,
    entry: u32,
    score: u8,
    transposed: bool,
}

/// The likeliest entry so far.
#[derive(Default)]
struct Best {
    best: Option<Candidate>,
    /// Another entry is just as likely.
    tie: bool,
}

impl Best {
    fn offer(&mut self, entry: u32, score: u8, transposed: bool) {
        match &self.best {
            Some(best) if best.score < score => {}
            Some(best) if best.score == score => self.tie |= best.entry != entry,
            _ => {
                self.tie = false;
                self.best = Some(Candidate {
                    place: Span::default(),
                    entry,
                    score,
                    transposed,
                });
            }
        }
    }

    fn into_found(self) -> Found {
        match self.best {
            Some(best) if !self.tie => Found::Near(best),
            _ => Found::Nothing,
        }
    }
}

/// Files a name under its letters, and under them less one.
fn file_letters(letters: &[char], id: u32, rows: &mut Vec<(u64, u32)>) {
    let hashes = Hashes::new(letters);
    let from = rows.len();
    rows.push((hashes.whole(0, letters.len()), id));
    for gap in 0..letters.len() {
        // Of a doubled letter, either one gone is the same.
        if gap == 0 || letters[gap] != letters[gap - 1] {
            rows.push((hashes.without(0, gap, letters.len()), id));
        }
    }
    debug_assert!(rows.len() > from);
}

/// Files a name under what it stands for in its own script, and tells by which scheme.
fn file_sounds(name: &Name, id: u32, rows: &mut Vec<(u64, u32)>) -> Option<Scheme> {
    let words = name.window().words();
    let parts: Vec<&str> = words.iter().map(String::as_str).collect();
    let scheme = Scheme::ALL
        .into_iter()
        .find(|scheme| scheme.claims(&parts))?;
    for reading in scheme.readings(&parts)?.readings {
        rows.push((reading.key, id << 2 | u32::from(reading.cost.min(3))));
    }
    Some(scheme)
}

/// The schemes in which the names of a scheme are looked for: a family name may stand at either end.
fn orders(scheme: Option<Scheme>) -> &'static [Scheme] {
    match scheme {
        None => &[],
        Some(Scheme::Korean | Scheme::KoreanTurned) => &[Scheme::Korean, Scheme::KoreanTurned],
        Some(Scheme::KoreanPlace) => &[Scheme::KoreanPlace],
        Some(Scheme::Chinese) => &[Scheme::Chinese],
        Some(Scheme::Japanese) => &[Scheme::Japanese],
        Some(Scheme::Slavic) => &[Scheme::Slavic],
        Some(Scheme::Arabic) => &[Scheme::Arabic],
    }
}

/// Whether the span overlaps one of the spans, which are sorted.
fn overlaps_any(taken: &[Span], span: Span) -> bool {
    let after = taken.partition_point(|place| place.end <= span.start);
    taken.get(after).is_some_and(|place| place.overlaps(span))
}
