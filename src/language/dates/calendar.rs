//! Calendar dates with a month's name: `Nov. 4, 2025`, `4 November`, `Nov. 8 and 9`.

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
        let hyphen = self.glued_sign(next, '-') && self.glued(next + 1);
        if hyphen && self.is_joined(at) {
            return None;
        }
        let next = next + usize::from(hyphen);
        // `June the 3rd`
        let the = self.is(next, "the")
            && matches!(self.class(next + 1), Class::Digits | Class::Ordinal(_));
        let (after, day) = self.day(next + usize::from(the))?;
        if the && !self.is_ordinal(next + 1)
            || self.counts(after)
            || self.in_month(at) && self.plural(after)
        {
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
        let (end, year) = self.year_of_day(after);
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
        let counted = self.plain_word(end) && !words::AFTER_A_DATE.has(self.word(end))
            || matches!(self.class(end), Class::Step(_) | Class::Month(..));
        (last == day + 1 && !counted).then(|| (end, calendar(None, Some(month), Some(last))))
    }

    /// `moved from Nov. 4 to 6`: two days and no time from one to the other.
    fn is_moved(&self, at: usize) -> bool {
        let near = at.saturating_sub(8)..at;
        near.clone().any(|word| self.is(word, "from"))
            && near
                .into_iter()
                .any(|word| words::MOVED.has(self.word(word)))
    }

    /// `4 November 2025`, `the 4th of November`, `4-6 November`, `05-Aug-2016`, `fourth of July`.
    pub(super) fn day_first(&self, at: usize) -> Found {
        if self.is_joined(at) || self.is_version(at) {
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
        let (next, month) = match self.class(next) {
            // after `fourth of` even a small `may` is the month
            Class::Month(month, false) if self.is(next - 1, "of") && self.is_ordinal(at) => {
                (next + 1, month)
            }
            _ => self.month(next)?,
        };
        // `the top 10 November 4 results`: the number belongs to what follows
        if !self.glued(next) && self.number(next).is_some_and(|n| n < 32) {
            return None;
        }
        let (end, year) = self.year_of_day(next);
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

    /// `gpt-5-oct-3`: a name goes on into the number.
    fn is_version(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(2) else {
            return false;
        };
        let named = self.is_word(before) && !matches!(self.class(before), Class::Weekday(..));
        self.glued(at) && self.glued_sign(at - 1, '-') && named
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

    /// `3rd`, `third`.
    fn is_ordinal(&self, at: usize) -> bool {
        matches!(self.class(at), Class::Ordinal(_))
            || self.glued(at + 1) && self.is_any(at + 1, &["st", "nd", "rd", "th"])
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

    /// `nineteen eighty-six`, `seventeen hundred thirty three`, `two thousand and nineteen`
    fn spelt_year(&self, at: usize) -> Option<(usize, i16)> {
        if self.is(at, "two") && self.is(at + 1, "thousand") {
            let next = at + 2 + usize::from(self.is(at + 2, "and"));
            return match self.class(next) {
                Class::Count(rest @ 1..=19) => Some((next + 1, i16::try_from(2000 + rest).ok()?)),
                Class::Count(20) => {
                    let hyphen = usize::from(self.sign(next + 1, '-'));
                    match self.class(next + 1 + hyphen) {
                        Class::Count(ones @ 1..=9) => {
                            Some((next + 2 + hyphen, i16::try_from(2020 + ones).ok()?))
                        }
                        _ => Some((next + 1, 2020)),
                    }
                }
                _ => Some((at + 2, 2000)),
            };
        }
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
        words::COUNTED.has(self.word(at))
    }

    /// Whether a word looks like a plural noun, which the number before it counts: `in November 20 patients`.
    pub(super) fn plural(&self, at: usize) -> bool {
        self.plain_word(at) && !self.capital(at) && self.word(at).ends_with('s')
    }

    fn in_month(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.is(before, "in"))
    }
}
