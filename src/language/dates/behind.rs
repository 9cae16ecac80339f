//! A year that does not stand right behind its day: `28 June in 2020`, `Oct. 26, 7-9 p.m., 2023`.

use super::reader::Reader;
use super::words::{self, Class};

impl Reader<'_> {
    /// The year of a day, and the token after both. A time between them belongs to no date: then the date ends before it.
    pub(super) fn year_of_day(&self, at: usize) -> (usize, Option<i16>) {
        match self.year_after(at) {
            (end, Some(year)) => (end, Some(year)),
            _ => match self.year_in(at) {
                Some((end, year)) => (end, Some(year)),
                None => (at, self.year_behind_time(at)),
            },
        }
    }

    /// `in 2020`, `, in 2020` after a day.
    fn year_in(&self, at: usize) -> Option<(usize, i16)> {
        let at = at + usize::from(self.sign(at, ','));
        let year = self.is(at, "in").then(|| self.year_number(at + 1))??;
        let noun = self.plain_word(at + 2) && !words::AFTER_A_DATE.has(self.word(at + 2));
        (!noun && !self.counts(at + 2)).then_some((at + 2, year))
    }

    /// The year behind a time: `11:00:09 EDT 2023`, `, 7-9 p.m., 2023`, ` at 7 p.m. on` has none.
    fn year_behind_time(&self, at: usize) -> Option<i16> {
        let mut next = at + usize::from(self.sign(at, ','));
        next += usize::from(self.is_any(next, &["at", "from", "between"]));
        let (mut next, mut sure) = self.clock(next)?;
        let joined = self.sign(next, '-')
            || self.sign(next, '—')
            || self.is_any(next, &["to", "until", "and"]);
        if joined && let Some((end, certain)) = self.clock(next + 1) {
            next = end;
            sure |= certain;
        }
        let open = usize::from(self.sign(next, '('));
        if self.is_zone(next + open) {
            next += open + 1;
            next += usize::from(open == 1 && self.sign(next, ')'));
        }
        next += usize::from(self.sign(next, ','));
        let year = self.year_number(next).filter(|_| !self.counts(next + 1));
        year.filter(|_| sure)
    }

    /// `7`, `7:30`, `11:00:09`, `7.30pm`, `7 p.m.`, `noon`: the token after it, and whether it is sure to be a time.
    fn clock(&self, at: usize) -> Option<(usize, bool)> {
        if self.is_any(at, &["noon", "midnight"]) {
            return Some((at + 1, true));
        }
        if self.class(at) != Class::Digits || self.word(at).len() > 2 {
            return None;
        }
        let mut next = at + 1;
        let mut sure = false;
        while (self.glued_sign(next, ':') || self.glued_sign(next, '.'))
            && self.class(next + 1) == Class::Digits
            && self.glued(next + 1)
        {
            sure |= self.sign(next, ':');
            next += 2;
        }
        if self.is_any(next, &["am", "pm"]) {
            return Some((next + 1, true));
        }
        let dotted = self.is_any(next, &["a", "p"])
            && self.glued_sign(next + 1, '.')
            && self.is(next + 2, "m");
        if dotted {
            next += 3;
            return Some((next + usize::from(self.glued_sign(next, '.')), true));
        }
        Some((next, sure))
    }

    /// `EDT`, `KST`: a word of two to five capitals.
    fn is_zone(&self, at: usize) -> bool {
        let word = self.word(at);
        (2..=5).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase())
    }
}
