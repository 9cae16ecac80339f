//! Calendar dates: `Nov. 4, 2025`, `4 November`, `2025-11-04`, `13/11/2025`, `2025년 11월 4일`.

use super::Form;
use super::reader::{Found, Reader};
use super::words::{self, Class};

/// A calendar form.
pub(super) fn calendar(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Form {
    Form::Calendar { year, month, day }
}

impl Reader<'_> {
    /// `Nov. 4`, `November 4th, 2025`, `Nov. 4-6`, `Oct. 31-Nov. 1, 2025`, `Sep-23-2020`.
    pub(super) fn month_first(&self, at: usize) -> Found {
        let (next, month) = self.month(at)?;
        let next = if self.glued_sign(next, '-') && self.glued(next + 1) {
            next + 1
        } else {
            next
        };
        let (after, day) = self.day(next)?;
        if self.counts(after) || self.in_month(at) && self.plural(after) {
            return None;
        }
        if let Some((end, last)) = self
            .range_end(at, after, month, day)
            .or_else(|| self.next_day(after, month, day))
        {
            let (end, year) = self.year_after(end);
            let last = match last {
                Form::Calendar { month, day, .. } => calendar(year, month, day),
                other => other,
            };
            let first = calendar(None, Some(month), Some(day));
            return Some((end, Form::Range(Box::new(first), Box::new(last))));
        }
        if let Some(found) = self.of_year(after, month, Some(day)) {
            return Some(found);
        }
        let (end, year) = self.year_after(after);
        Some((end, calendar(year, Some(month), Some(day))))
    }

    /// `last year`, `of this year` after a month or a day.
    fn of_year(&self, at: usize, month: i8, day: Option<i8>) -> Found {
        let next = at + usize::from(self.is(at, "of"));
        let Class::Which(years) = self.class(next) else {
            return None;
        };
        let plain = self.is_any(next, &["last", "this", "next"]) && self.is(next + 1, "year");
        plain.then_some((next + 2, Form::OfYear { month, day, years }))
    }

    /// What comes after the dash of `Nov. 4-6`, or after `through` or `to`: another day, or another month and day.
    fn range_end(&self, start: usize, at: usize, month: i8, day: i8) -> Found {
        let dash = self.sign(at, '-') || self.sign(at, '—');
        let to = self.is(at, "to") && !self.is_moved(start);
        if !dash && !to && !self.is(at, "through") {
            return None;
        }
        if let Some((next, last)) = self.month(at + 1) {
            let (end, last_day) = self.day(next)?;
            let from = start
                .checked_sub(1)
                .is_some_and(|before| self.is(before, "from"));
            let range = (!to || from) && !self.counts(end);
            return range.then(|| (end, calendar(None, Some(last), Some(last_day))));
        }
        let (end, last) = self.day(at + 1)?;
        // the wrong way round it is a range only where a year says so: `Nov. 14-12, 2025`
        let ordered = last > day || dash && self.year_after(end).1.is_some();
        let plain = ordered && !self.counts(end) && !self.glued_sign(end, '-');
        plain.then(|| (end, calendar(None, Some(month), Some(last))))
    }

    /// `9` of `Nov. 8 and 9`, where it is the very next day and nothing follows that it might count.
    fn next_day(&self, at: usize, month: i8, day: i8) -> Found {
        let (end, last) = self
            .day(at + 1)
            .filter(|_| self.is_any(at, &["and", "&"]))?;
        let counted = self.plain_word(end) && !words::listed(self.word(end), words::AFTER_A_DATE)
            || matches!(self.class(end), Class::Step(_) | Class::Month(..));
        (last == day + 1 && !counted).then(|| (end, calendar(None, Some(month), Some(last))))
    }

    /// `moved from Nov. 4 to 6`: two days and no time from one to the other.
    fn is_moved(&self, at: usize) -> bool {
        let near = at.saturating_sub(8)..at;
        near.clone().any(|word| self.is(word, "from"))
            && near
                .into_iter()
                .any(|word| words::listed(self.word(word), words::MOVED))
    }

    /// `4 November 2025`, `the 4th of November`, `4-6 November`, `05-Aug-2016`, `fourth of July`.
    pub(super) fn day_first(&self, at: usize) -> Found {
        if self.is_joined(at) {
            return None;
        }
        let (next, day) = self.day(at)?;
        let (from, day, next) = match self.class(next) {
            Class::Sign('-') if self.class(next + 1) == Class::Digits => {
                let (end, last) = self.day(next + 1)?;
                (Some(day), last, end)
            }
            // `8 and 9 November`, `4 to 6 November`
            _ if self.is_any(next, &["and", "&", "to"])
                && matches!(
                    self.class(self.day(next + 1).map_or(at, |(end, _)| end)),
                    Class::Month(..)
                ) =>
            {
                let (end, last) = self.day(next + 1)?;
                let range = if self.is(next, "to") {
                    last > day && !self.is_moved(at)
                } else {
                    last == day + 1
                };
                (range.then_some(Some(day))?, last, end)
            }
            _ => (None, day, next),
        };
        let mut next = next;
        if self.is(next, "of") || self.glued_sign(next, '-') {
            next += 1;
        }
        let spelt = matches!(self.class(at), Class::Ordinal(_) | Class::Count(_));
        if spelt && !self.is(next - 1, "of") && !self.capital(next) {
            return None;
        }
        let (next, month) = self.month(next)?;
        let next = if self.glued_sign(next, '-') && self.glued(next + 1) {
            next + 1
        } else {
            next
        };
        // `the top 10 November 4 results`: the number belongs to what follows
        if !self.glued(next) && self.number(next).is_some_and(|n| n < 32) {
            return None;
        }
        let (end, year) = self.year_after(next);
        let last = calendar(year, Some(month), Some(day));
        let Some(from) = from else {
            if let Some(found) = self.of_year(next, month, Some(day)) {
                return Some(found);
            }
            if let Some((end, form)) = self.day_month_range(at, end, year, month, day) {
                return Some((end, form));
            }
            return Some((end, last));
        };
        let first = calendar(None, Some(month), Some(from));
        Some((end, Form::Range(Box::new(first), Box::new(last))))
    }

    /// `31 October-1 November 2025`, `from 31 October to 1 November`, after the first month.
    fn day_month_range(
        &self,
        start: usize,
        at: usize,
        year: Option<i16>,
        month: i8,
        day: i8,
    ) -> Found {
        let from = start
            .checked_sub(1)
            .is_some_and(|before| self.is(before, "from"));
        let to = self.is(at, "to") && from && !self.is_moved(start);
        let dash = self.sign(at, '-') || self.sign(at, '—');
        if !dash && !to && !self.is(at, "through") {
            return None;
        }
        let (next, last_day) = self.day(at + 1)?;
        let (next, last_month) = self.month(next)?;
        let (end, last_year) = self.year_after(next);
        let first = calendar(year, Some(month), Some(day));
        let last = calendar(last_year, Some(last_month), Some(last_day));
        Some((end, Form::Range(Box::new(first), Box::new(last))))
    }

    /// `twenty five January nineteen eighty six`
    pub(super) fn day_first_spelt(&self, at: usize) -> Found {
        let Class::Count(tens) = self.class(at) else {
            return None;
        };
        let hyphen = usize::from(self.sign(at + 1, '-'));
        let (next, day) = match self.class(at + 1 + hyphen) {
            Class::Count(ones) if matches!(tens, 20 | 30) && ones < 10 => {
                (at + 2 + hyphen, tens + ones)
            }
            _ => (at + 1, tens),
        };
        let day = i8::try_from(day).ok().filter(|day| *day <= 31)?;
        let (next, month) = self.month(next)?;
        let (end, year) = self.year_after(next);
        year.map(|year| (end, calendar(Some(year), Some(month), Some(day))))
    }

    /// `November 2025`, `Nov. 2025`, `in November`, `the March tour`.
    pub(super) fn month_alone(&self, at: usize) -> Found {
        let (next, month) = self.month(at)?;
        let form = |year| calendar(year, Some(month), None);
        if let (end, Some(year)) = self.year_after(next) {
            return Some((end, form(Some(year))));
        }
        if self.is(next, "of")
            && let Some(year) = self.year_number(next + 1)
        {
            return Some((next + 2, form(Some(year))));
        }
        if !self.capital(at) {
            return None;
        }
        if let Some(found) = self.of_year(next, month, None) {
            return Some(found);
        }
        let Class::Month(_, short) = self.class(at) else {
            return None;
        };
        let before = at.checked_sub(1)?;
        let after_preposition = matches!(self.class(before), Class::Preposition(preposition) if !matches!(
            preposition,
            super::Preposition::At | super::Preposition::On
        ));
        let named = self.capital(next) && self.glued(next) == self.sign(next, '\'');
        let determined = self.is_any(
            before,
            &["the", "a", "his", "her", "its", "their", "s", "our"],
        ) && self.plain_word(next)
            && !self.capital(next)
            && !self.is(next, "of");
        let person = matches!(month, 3 | 4 | 5 | 6 | 8) || short;
        let good = if person {
            after_preposition && !named && !self.is_any(before, &["for", "of", "to"]) || determined
        } else {
            !named || after_preposition
        };
        (good && (!short || after_preposition)).then(|| (next, form(None)))
    }

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
            word && (self.capital(before) || words::listed(self.word(before), words::NUMBERED))
        });
        (real && !counts && !numbered)
            .then(|| (at + 1, calendar(Some(year), Some(month), Some(day))))
    }

    /// `2016 10 16` after a preposition.
    fn spaced(&self, at: usize) -> Found {
        let before = at.checked_sub(1)?;
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

    /// A month's name with its full stop, and the token after it.
    pub(super) fn month(&self, at: usize) -> Option<(usize, i8)> {
        let Class::Month(month, short) = self.class(at) else {
            return None;
        };
        let letters = self.word(at);
        // `may`, `march` and `mar` are words; `jan`, `sep` and the others are not
        if !self.capital(at) && matches!(month, 3 | 5) && !self.slot {
            return None;
        }
        if letters.len() > 1 && short && self.capital(at) && month == 3 && self.is(at + 1, "a") {
            return None;
        }
        let dot = usize::from(short && self.glued_sign(at + 1, '.'));
        Some((at + 1 + dot, month))
    }

    /// A day of a month: `4`, `04`, `4th`, `fourth`, `thirty-first`.
    pub(super) fn day(&self, at: usize) -> Option<(usize, i8)> {
        if let Class::Ordinal(day) = self.class(at) {
            return Some((at + 1, i8::try_from(day).ok().filter(|day| *day <= 31)?));
        }
        if let Class::Count(tens @ (20 | 30)) = self.class(at) {
            let hyphen = usize::from(self.sign(at + 1, '-'));
            let Class::Ordinal(ones @ 1..=9) = self.class(at + 1 + hyphen) else {
                return None;
            };
            let day = i8::try_from(tens + ones).ok().filter(|day| *day <= 31)?;
            return Some((at + 2 + hyphen, day));
        }
        if self.word(at).len() > 2 {
            return None;
        }
        let day = self.number(at).filter(|day| (1..40).contains(day))?;
        let day = i8::try_from(day).ok()?;
        if self.glued(at + 1) && self.is_word(at + 1) {
            let ordinal = self.is_any(at + 1, &["st", "nd", "rd", "th"]);
            return ordinal.then_some((at + 2, day));
        }
        Some((at + 1, day))
    }

    /// `, 2025`, ` 2025`, ` of 2025` after a day or month; the token after it.
    pub(super) fn year_after(&self, at: usize) -> (usize, Option<i16>) {
        let mut year = at;
        if self.sign(at, ',') || self.is(at, "of") || self.glued_sign(at, '-') {
            year += 1;
        }
        match self.year_number(year) {
            Some(number) if !self.counts(year + 1) => (year + 1, Some(number)),
            _ => match self.spelt_year(at) {
                Some((end, number)) => (end, Some(number)),
                None => (at, None),
            },
        }
    }

    /// `nineteen eighty-six`, `seventeen hundred thirty three`
    fn spelt_year(&self, at: usize) -> Option<(usize, i16)> {
        let Class::Count(century @ 10..=20) = self.class(at) else {
            return None;
        };
        let hundred = usize::from(self.is(at + 1, "hundred"));
        let mut next = at + 1 + hundred;
        let Class::Count(mut rest) = self.class(next) else {
            return None;
        };
        next += 1;
        if rest >= 20 {
            let hyphen = usize::from(self.sign(next, '-'));
            if let Class::Count(ones @ 1..=9) = self.class(next + hyphen) {
                rest += ones;
                next += 1 + hyphen;
            }
        } else if rest < 10 && hundred == 0 {
            return None;
        }
        Some((next, i16::try_from(century * 100 + rest).ok()?))
    }

    /// A number between 1000 and 2100, in four digits.
    pub(super) fn year_number(&self, at: usize) -> Option<i16> {
        if self.word(at).len() != 4 {
            return None;
        }
        let year = self
            .number(at)
            .filter(|year| (1000..=2100).contains(year))?;
        let whole = !self.glued(at + 1) || !self.is_word(at + 1);
        whole.then(|| i16::try_from(year).ok())?
    }

    /// Whether a measure or a counted noun follows: the number before is no part of a date.
    pub(super) fn counts(&self, at: usize) -> bool {
        words::listed(self.word(at), words::COUNTED)
    }

    /// Whether a word looks like a plural noun, which the number before it counts: `in November 20 patients`.
    pub(super) fn plural(&self, at: usize) -> bool {
        self.plain_word(at) && !self.capital(at) && self.word(at).ends_with('s')
    }

    fn in_month(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.is(before, "in"))
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
