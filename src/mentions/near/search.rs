//! One pass over a text.

use std::sync::OnceLock;

use foldhash::HashSet;

use super::judge::{self, Dress, Name, Window};
use super::postings::Hashes;
use super::scan::{self, Part, Run};
use super::slip::{Slip, slip};
use super::{Desk, MOST_LETTERS, NearMiss, NearNames};
use crate::span::Span;

/// How unusual two spellings may be together and still be one name.
const MOST_COST: u8 = 1;

/// What is searched.
pub(super) struct Whole<'a> {
    pub text: &'a str,
    /// The places of exact names.
    pub taken: &'a [Span],
    /// The words that the text has in lower case, once somebody asks.
    pub lower: OnceLock<HashSet<u64>>,
}

/// The search of one text.
pub(super) struct Search<'a> {
    names: &'a NearNames,
    text: &'a str,
    taken: &'a [Span],
    desk: &'a mut Desk,
    lower: &'a OnceLock<HashSet<u64>>,
    found: Vec<NearMiss>,
}

/// What became of a phrase.
enum Found {
    Right,
    Near(Likeliest),
    Nothing,
}

/// A phrase and the entry that it seems to be a misspelling of.
struct Candidate {
    place: Span,
    /// The phrase's parts in its run.
    parts: std::ops::RangeInclusive<usize>,
    /// Those of them that differ from the name.
    wrong: std::ops::RangeInclusive<usize>,
    likeliest: Likeliest,
}

#[derive(Clone, Copy)]
struct Likeliest {
    /// The index of the name.
    name: usize,
    entry: u32,
    /// The lower, the likelier.
    score: u8,
    transposed: bool,
}

impl<'a> Search<'a> {
    pub fn new(names: &'a NearNames, desk: &'a mut Desk, whole: &'a Whole<'a>) -> Self {
        Self {
            names,
            text: whole.text,
            taken: whole.taken,
            desk,
            lower: &whole.lower,
            found: Vec::new(),
        }
    }

    /// Searches a piece of the text that no name reaches out of.
    pub fn run(mut self, piece: Span) -> Vec<NearMiss> {
        let (text, tails) = (self.text, &self.names.tails);
        scan::runs(text, piece, tails, |run| self.search(run));
        self.found
    }

    fn search(&mut self, run: &Run) {
        let hashes = Hashes::new(&run.letters);
        let mut candidates: Vec<Candidate> = Vec::new();
        let heads: Vec<u8> = run.parts.iter().map(|part| self.heads(run, part)).collect();
        // For each part the hull of the right names that hold it.
        let mut right: Vec<Option<(usize, usize)>> = vec![None; run.parts.len()];
        for first in 0..run.parts.len() {
            if !run.parts[first].capital {
                continue;
            }
            let end = run.parts.len().min(first + self.names.most_parts + 1);
            for last in first..end {
                let window = Window {
                    text: self.text,
                    run,
                    parts: &run.parts[first..=last],
                };
                if window.range().len() > MOST_LETTERS {
                    break;
                }
                match self.look_up(window, &hashes, &heads[first..=last]) {
                    Found::Right => {
                        for hull in &mut right[first..=last] {
                            let (from, to) = hull.unwrap_or((first, last));
                            *hull = Some((from.min(first), to.max(last)));
                        }
                    }
                    Found::Near(likeliest) => {
                        let name = &self.names.names[likeliest.name];
                        let wrong = judge::wrong_parts(window, name);
                        candidates.push(Candidate {
                            place: run.parts[first].span.to(run.parts[last].span),
                            parts: first..=last,
                            wrong: first + wrong.start()..=first + wrong.end(),
                            likeliest,
                        });
                    }
                    Found::Nothing => {}
                }
            }
        }
        self.choose(run, candidates, &right);
    }

    /// Takes the likeliest candidates, then the longest, none overlapping another or wrong where a name is right.
    fn choose(
        &mut self,
        run: &Run,
        mut candidates: Vec<Candidate>,
        right: &[Option<(usize, usize)>],
    ) {
        candidates.sort_by_key(|near| {
            (
                near.likeliest.score,
                usize::MAX - near.place.len(),
                near.place.start,
            )
        });
        let mut used = vec![false; run.parts.len()];
        let before = self.found.len();
        for near in candidates {
            let known = near.parts.clone().any(|at| {
                right[at].is_some_and(|(from, to)| {
                    near.wrong.contains(&at) || from < *near.parts.start() || to > *near.parts.end()
                })
            });
            let wrong = run.parts[*near.wrong.start()]
                .span
                .to(run.parts[*near.wrong.end()].span);
            if known
                || near.parts.clone().any(|at| used[at])
                || self
                    .taken_at(near.place)
                    .any(|taken| taken.overlaps(wrong) || !near.place.contains(taken))
            {
                continue;
            }
            near.parts.clone().for_each(|at| used[at] = true);
            self.found.push(NearMiss {
                span: near.place,
                entry: near.likeliest.entry as usize,
                transposed: near.likeliest.transposed,
            });
        }
        self.found[before..].sort_by_key(|near| near.span);
    }

    /// The exact names that overlap the place.
    fn taken_at(&self, place: Span) -> impl Iterator<Item = Span> + '_ {
        let from = self.taken.partition_point(|taken| taken.end <= place.start);
        let near = self.taken[from..]
            .iter()
            .take_while(move |taken| taken.start < place.end);
        near.copied().filter(move |taken| taken.overlaps(place))
    }

    fn look_up(&mut self, window: Window, hashes: &Hashes, heads: &[u8]) -> Found {
        let (names, range) = (self.names, window.range());
        let whole = hashes.whole(range.start, range.end);
        if names.known.get(whole).next().is_some() {
            return Found::Right;
        }
        let mut best = Best::default();
        for id in names.letters.get(whole) {
            let name = &names.names[id as usize];
            if name.run.letters == window.letters() {
                match judge::dress(window, name) {
                    Dress::Right => return Found::Right,
                    Dress::Wrong if judge::blame_dress(window, name) => {
                        best.offer(id, name, 0, false)
                    }
                    Dress::Wrong => {}
                }
            } else {
                self.offer_slip(window, id, &mut best);
            }
        }
        let near_length = names.lengths >> range.len().saturating_sub(1) & 0b111 != 0;
        for gap in range.clone().filter(|_| near_length) {
            for id in names
                .letters
                .get(hashes.without(range.start, gap, range.end))
            {
                self.offer_slip(window, id, &mut best);
            }
        }
        if window
            .parts
            .iter()
            .all(|part| !part.lower && !part.ampersand)
        {
            self.offer_sounds(window, heads, &mut best);
        }
        match best.likeliest {
            Some(likeliest) if !best.tie && !self.is_ordinary(window) => Found::Near(likeliest),
            _ => Found::Nothing,
        }
    }

    fn offer_slip(&mut self, window: Window, id: u32, best: &mut Best) {
        let name = &self.names.names[id as usize];
        if let Some(slip) = judge::likely_slip(window, name, &mut self.desk.reader)
            && slip != Slip::None
        {
            let transposed = matches!(slip, Slip::Transposed(_));
            best.offer(id, name, if transposed { 2 } else { 3 }, transposed);
        }
    }

    fn offer_sounds(&mut self, window: Window, heads: &[u8], best: &mut Best) {
        let names = self.names;
        for (bit, scheme) in names.schemes.iter().enumerate() {
            if heads[scheme.head(heads.len())] & 1 << bit == 0 {
                continue;
            }
            let words = window.words();
            let parts: Vec<&str> = words.iter().map(String::as_str).collect();
            if parts.len() == 1 && !judge::is_unknown(parts[0]) {
                return;
            }
            let Some(readings) = self.desk.reader.readings(*scheme, &parts) else {
                continue;
            };
            for reading in readings.readings {
                for filed in self.names.sounds.get(reading.key) {
                    let cost = reading.cost + (filed & 3) as u8;
                    let name = &self.names.names[(filed >> 2) as usize];
                    let slip = slip(window.letters(), &name.run.letters);
                    if cost <= MOST_COST && slip != Some(Slip::None) && !self.is_turned(window) {
                        best.offer(
                            filed >> 2,
                            name,
                            1 + cost,
                            matches!(slip, Some(Slip::Transposed(_))),
                        );
                    }
                }
            }
        }
    }

    /// In which of the index's schemes a part can be the head of a filed name, a bit each.
    fn heads(&mut self, run: &Run, part: &Part) -> u8 {
        /// So many words are remembered.
        const MOST_WORDS: usize = 50_000;
        let mut mask = 0;
        if self.names.schemes.is_empty() {
            return mask;
        }
        let letters = &run.letters[part.letters.clone()];
        if let Some(mask) = self.desk.heads.get(letters) {
            return *mask;
        }
        let word: String = letters.iter().collect();
        for (bit, scheme) in self.names.schemes.iter().enumerate() {
            let heads = self.desk.reader.heads(*scheme, &word);
            if heads.iter().any(|head| self.names.heads.contains(head)) {
                mask |= 1 << bit;
            }
        }
        if self.desk.heads.len() >= MOST_WORDS {
            self.desk.heads.clear();
        }
        self.desk.heads.insert(letters.into(), mask);
        mask
    }

    /// Whether it is a right name with its family name at the other end.
    fn is_turned(&self, window: Window) -> bool {
        let words = window.words();
        [1, words.len() - 1].into_iter().any(|by| {
            let turned: Vec<char> = words[by..]
                .iter()
                .chain(&words[..by])
                .flat_map(|word| word.chars())
                .collect();
            let hash = Hashes::new(&turned).whole(0, turned.len());
            let mut names = self.names.letters.get(hash);
            words.len() > 1 && names.any(|id| self.names.names[id as usize].run.letters == turned)
        })
    }

    /// Whether it is a single word that the text also has in lower case.
    fn is_ordinary(&self, window: Window) -> bool {
        let lower = || self.lower.get_or_init(|| scan::lower_words(self.text));
        window.parts.len() == 1 && lower().contains(&scan::word_hash(window.letters()))
    }
}

/// The likeliest entry so far.
#[derive(Default)]
struct Best {
    likeliest: Option<Likeliest>,
    /// Another entry is just as likely.
    tie: bool,
}

impl Best {
    fn offer(&mut self, id: u32, name: &Name, score: u8, transposed: bool) {
        match &self.likeliest {
            Some(best) if best.score < score => {}
            Some(best) if best.score == score => self.tie |= best.entry != name.entry,
            _ => {
                self.tie = false;
                self.likeliest = Some(Likeliest {
                    name: id as usize,
                    entry: name.entry,
                    score,
                    transposed,
                });
            }
        }
    }
}
