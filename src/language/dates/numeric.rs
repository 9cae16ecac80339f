//! Calendar dates in digits: `2025-11-04`, `13/11/2025`, `23/Sep/2020`, `20251104`, `2025년 11월 4일`.

use super::calendar::calendar;
use super::reader::{Found, Reader};
use super::words::{self, Class};

impl Reader<'_> {
    /// `2025-11-04`, `2025/11/04`, `2019-aug-1`, `13/11/2025`, `11/13/2025`.
    pub(super) fn numeric(&self, at: usize) -> Found {
        let sign = match self.class(at + 1) {
            Class::Sign(sign @ ('-' | '/' | '.')) if self.glued(at + 1) && self.glued(at + 2) => {
                sign
            }
            _ => return self.compact(at).or_else(|| self.spaced(at)),
        };
        if !self.glued_sign(at + 3, sign) || !self.glued(at + 4) || self.is_joined(at) {
            return None;
        }
        let digits = |at: usize| -> Option<(u32, usize)> {
            let word = self.word(at);
            let good = self.class(at) == Class::Digits && word.len() <= 4;
            good.then(|| Some((word.parse().ok()?, word.len())))?
        };
        let longer = self.glued_sign(at + 5, sign) && self.class(at + 6) == Class::Digits;
        let lettered = self.glued(at + 5) && self.is_word(at + 5) && !self.is(at + 5, "T");
        if longer || lettered {
            return None;
        }
        if sign != '.' && self.named_month(at).is_some() {
            return self.named_month(at);
        }
        let (first, first_len) = digits(at)?;
        let (last, last_len) = digits(at + 4)?;
        let form = |year: u32, month: u32, day: u32| {
            let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
            let good = (1000..=2100).contains(&year)
                && (1..=12).contains(&month)
                && (1..=31).contains(&day);
            good.then(|| calendar(i16::try_from(year).ok(), Some(month), Some(day)))
        };
        let (middle, middle_len) = digits(at + 2)?;
        if first_len == 4 && middle_len <= 2 && last_len <= 2 {
            let both = middle_len == 2 && last_len == 2 || sign != '.';
            return Some((at + 5, both.then(|| form(first, middle, last)).flatten()?));
        }
        if first_len > 2 || middle_len > 2 || last_len != 4 {
            return None;
        }
        let (month, day) = match (first, middle) {
            (a, b) if a == b => (a, b),
            (1..=12, 13..=31) if sign != '.' => (first, middle),
            (13..=31, 1..=12) => (middle, first),
            _ => return None,
        };
        Some((at + 5, form(last, month, day)?))
    }

    /// `2019-aug-1`, `23/Sep/2020`, `Sep-23-2020`: a month's name, a day and a year in whatever order can mean but one day.
    pub(super) fn named_month(&self, at: usize) -> Found {
        let (mut year, mut month, mut day) = (None, None, None);
        for part in [at, at + 2, at + 4] {
            let word = self.word(part);
            match self.class(part) {
                Class::Month(number, _) => month = Some(number),
                Class::Digits if word.len() == 4 => year = word.parse::<i16>().ok(),
                Class::Digits if word.len() <= 2 => day = word.parse::<i8>().ok(),
                _ => return None,
            }
        }
        let signs =
            self.word(at + 1) == self.word(at + 3) && (at + 1..at + 5).all(|at| self.glued(at));
        let year = year.filter(|year| signs && (1000..=2100).contains(year))?;
        let day = day.filter(|day| (1..=31).contains(day))?;
        Some((at + 5, calendar(Some(year), Some(month?), Some(day))))
    }

    /// `20251104`: eight digits that are a day of our time, and count nothing.
    fn compact(&self, at: usize) -> Found {
        let word = self.word(at);
        let part = |from: usize, to: usize| word.get(from..to)?.parse::<i16>().ok();
        if word.len() != 8 || self.is_joined(at) {
            return None;
        }
        let year = part(0, 4).filter(|year| (1900..=2100).contains(year))?;
        let (month, day) = (
            i8::try_from(part(4, 6)?).ok()?,
            i8::try_from(part(6, 8)?).ok()?,
        );
        let real = jiff::civil::Date::new(year, month, day).is_ok();
        let counts = self.is_word(at + 1)
            || self.glued(at + 1) && !self.sign(at + 1, '-') && !self.sign(at + 1, '.')
            || self.glued(at + 1) && self.glued(at + 2);
        let numbered = at.checked_sub(1).is_some_and(|before| {
            let word = self.is_word(before) && self.class(before) == Class::Plain;
            word && (self.capital(before) || words::NUMBERED.has(self.word(before)))
        });
        (real && !counts && !numbered)
            .then(|| (at + 1, calendar(Some(year), Some(month), Some(day))))
    }

    /// `2016 10 16` after a preposition, `2016 Oct 16`.
    fn spaced(&self, at: usize) -> Found {
        let before = at.checked_sub(1);
        let bound =
            |before: Option<usize>| before.is_none_or(|b| !self.is_any(b, &["in", "since", "of"]));
        if self.class(at + 1) == Class::Digits {
            return self.spaced_digits(at, before?);
        }
        let year = self.year_number(at).filter(|_| bound(before))?;
        let (next, month) = self.month(at + 1).filter(|_| self.capital(at + 1))?;
        let (end, day) = self.day(next)?;
        let alone = !self.counts(end) && !self.plural(end) && self.year_after(end).1.is_none();
        alone.then(|| (end, calendar(Some(year), Some(month), Some(day))))
    }

    fn spaced_digits(&self, at: usize, before: usize) -> Found {
        let bound = matches!(self.class(before), Class::Preposition(_));
        let year = self.year_number(at).filter(|_| bound)?;
        let two = |at: usize| {
            let good = !self.glued(at) && self.word(at).len() == 2;
            self.number(at)
                .filter(|_| good)
                .and_then(|n| i8::try_from(n).ok())
        };
        let (month, day) = (two(at + 1)?, two(at + 2)?);
        let real = jiff::civil::Date::new(year, month, day).is_ok();
        let counts = self.is_word(at + 3) && self.class(at + 3) == Class::Plain;
        (real && !counts).then(|| (at + 3, calendar(Some(year), Some(month), Some(day))))
    }

    /// `2025년 11월 4일`, `11월 4일`, `2025년`, `11월`.
    pub(super) fn korean(&self, at: usize) -> Found {
        let unit = |at: usize, unit: char| {
            let good = self.class(at) == Class::Digits
                && self.glued(at + 1)
                && self.word(at + 1).starts_with(unit);
            good.then(|| self.word(at).parse::<i16>().ok()).flatten()
        };
        let alone = |at: usize| self.word(at).chars().count() == 1;
        let mut next = at;
        let year = unit(at, '년').filter(|year| (1000..=2100).contains(year));
        if year.is_some() {
            next += 2;
        }
        let month = unit(next, '월')
            .and_then(|month| i8::try_from(month).ok())
            .filter(|month| (1..=12).contains(month));
        if month.is_none() || year.is_some() && !alone(at + 1) {
            return year.map(|year| (at + 2, calendar(Some(year), None, None)));
        }
        next += 2;
        let day = unit(next, '일')
            .and_then(|day| i8::try_from(day).ok())
            .filter(|day| (1..=31).contains(day) && alone(next - 1));
        if day.is_some() {
            next += 2;
        }
        Some((next, calendar(year, month, day)))
    }

    /// Whether a number goes on to the left, as in `555-1950` or `report/2024/11/04`.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        if !self.glued(at) {
            return false;
        }
        match self.class(before) {
            Class::Sign('-' | '.' | ',') => {
                self.glued(before)
                    && before
                        .checked_sub(1)
                        .is_some_and(|b| self.class(b) == Class::Digits)
            }
            Class::Sign('/' | '$' | '€' | '£' | '#' | '+') => true,
            Class::Sign(_) => false,
            _ => true,
        }
    }
}
