//! Dates that are counted from another: `tomorrow`, `last Friday`, `three weeks ago`, `the following day`.

use jiff::civil::Weekday;

use super::reader::{Found, Reader};
use super::words::Class;
use super::{Base, Form, Step};

/// So many days from today.
fn days(count: i32) -> Form {
    Form::Shift {
        base: Base::Today,
        count,
        step: Step::Day,
    }
}

/// So many steps from the day stated last.
fn from_previous(count: i32, step: Step) -> Form {
    Form::Shift {
        base: Base::Previous,
        count,
        step,
    }
}

/// Parts of a day that `this`, `last` and `next` stand before.
const DAYTIMES: &[&str] = &["morning", "afternoon", "evening", "night"];

impl Reader<'_> {
    /// `today`, `tonight`, `yesterday`, `tomorrow`.
    pub(super) fn adverb(&self, at: usize) -> Found {
        let count = if self.is_any(at, &["today", "tonight"]) {
            0
        } else if self.is(at, "yesterday") {
            -1
        } else if self.is_any(at, &["tomorrow", "tmrw"]) {
            1
        } else {
            return None;
        };
        Some((at + 1, days(count)))
    }

    /// Forms that begin with `the`: `the following day`, `the 15th of next month`, `the second quarter`.
    pub(super) fn the(&self, at: usize) -> Found {
        if !self.is(at, "the") {
            return None;
        }
        let next = at + 1;
        if self.is(next, "day") {
            return self.the_day(next);
        }
        if matches!(
            self.class(next),
            Class::Digits | Class::Ordinal(_) | Class::Count(20 | 30)
        ) {
            return self.day_of(next);
        }
        if let Class::Which(which) = self.class(next) {
            let form = match (self.class(next + 1), which) {
                // `the past two years`, `the last week of March` are lengths or parts
                (Class::Step(step), 1 | -1)
                    if !self.is_any(next, &["last", "past", "coming", "upcoming"]) =>
                {
                    if self.is(next + 2, "of") {
                        return None;
                    }
                    from_previous(i32::from(which), step)
                }
                (Class::Plain, 1)
                    if self.is_any(next + 1, DAYTIMES)
                        && self.is_any(next, &["next", "following"]) =>
                {
                    from_previous(1, Step::Day)
                }
                (Class::Weekday(day, false), 1) if self.is_any(next, &["coming", "upcoming"]) => {
                    Form::Coming(day)
                }
                _ => return None,
            };
            return Some((next + 2, form));
        }
        None
    }

    /// `day after tomorrow`, `day before yesterday`, also without `the`.
    pub(super) fn day_beside(&self, at: usize) -> Found {
        let next = self.is_any(at + 2, &["tomorrow", "yesterday"]);
        next.then(|| self.the_day(at)).flatten()
    }

    /// `day after tomorrow`, `day before yesterday`, `day before`, `day after` after `the`.
    fn the_day(&self, at: usize) -> Found {
        let sign = if self.is(at + 1, "before") {
            -1
        } else if self.is(at + 1, "after") {
            1
        } else {
            return None;
        };
        if let Some((
            end,
            Form::Shift {
                base: Base::Today,
                count,
                step,
            },
        )) = self.adverb(at + 2)
        {
            let form = Form::Shift {
                base: Base::Today,
                count: count + sign,
                step,
            };
            return Some((end, form));
        }
        if let Some((end, base)) = self.base(at + 2) {
            let base = Base::Date(Box::new(base));
            return Some((
                end,
                Form::Shift {
                    base,
                    count: sign,
                    step: Step::Day,
                },
            ));
        }
        // `the day after the vote` is a day that the words alone do not tell
        let ends = !self.is_word(at + 2) && self.class(at + 2) != Class::Digits;
        ends.then(|| (at + 2, from_previous(sign, Step::Day)))
    }

    /// `last Friday`, `this year`, `next week Wednesday`, `last summer`, `last night`, `next May`.
    pub(super) fn by_which(&self, at: usize) -> Found {
        let Class::Which(which) = self.class(at) else {
            return None;
        };
        if self.is(at, "past") {
            return None;
        }
        let mut next = at + 1;
        let mut coming = self.is_any(at, &["coming", "upcoming", "following"]);
        let mut which = which;
        if self.is(at, "this")
            && let Class::Which(inner) = self.class(next)
        {
            coming = inner == 1;
            which = inner;
            next += 1;
        }
        match self.class(next) {
            Class::Weekday(day, false) if self.capital(next) || self.slot || which != 0 => {
                let form = if coming {
                    Form::Coming(day)
                } else if self.is(at, "previous") {
                    // not the latest, but the one before it
                    Form::WeekdayOf(day, -1)
                } else {
                    Form::Weekday(day, Some(which))
                };
                Some((next + 1, form))
            }
            Class::Step(Step::Day) => {
                let form = from_previous(i32::from(which), Step::Day);
                (which != 0
                    && !self.is(at, "last")
                    && self.is_any(at, &["next", "following", "previous"]))
                .then_some((next + 1, form))
            }
            Class::Step(step) => {
                if self.word(next).ends_with('s') || self.is(next, "fortnight") {
                    return None;
                }
                // `next week on Friday`, `last week - Monday`
                let dash = usize::from(
                    self.sign(next + 1, '-')
                        || self.sign(next + 1, '—')
                        || self.is(next + 1, "on") && self.capital(next + 2),
                );
                if step == Step::Week
                    && let Class::Weekday(day, false) = self.class(next + 1 + dash)
                {
                    return Some((next + 2 + dash, Form::WeekdayOf(day, which)));
                }
                Some((next + 1, Form::Current(step, which)))
            }
            Class::Month(month, false) if self.capital(next) => {
                // `the following March`, but `next March`
                let told = self.is(at, "following")
                    || at
                        .checked_sub(1)
                        .is_some_and(|before| self.is(before, "the"))
                        && self.is_any(at, &["next", "previous"]);
                let (end, day) = match self.month_first(next) {
                    Some((
                        end,
                        Form::Calendar {
                            year: None,
                            day: Some(day),
                            ..
                        },
                    )) => (end, Some(day)),
                    Some(found) => return Some(found),
                    None => (next + 1, None),
                };
                let form = match day {
                    _ if told && which != 0 => Form::After { month, day, which },
                    Some(day) if which != 0 => Form::DayBy(month, day, which),
                    Some(day) => super::calendar::calendar(None, Some(month), Some(day)),
                    None => Form::MonthBy(month, which),
                };
                Some((end, form))
            }
            Class::Season(season) => {
                let form = Form::Season {
                    season,
                    year: None,
                    which: Some(which),
                };
                Some((next + 1, form))
            }
            Class::Plain if self.is_any(next, DAYTIMES) => match which {
                0 => Some((next + 1, days(0))),
                -1 if self.is(next, "night") => Some((next + 1, days(-1))),
                1 if self.is(at, "next") => Some((next + 1, from_previous(1, Step::Day))),
                _ => None,
            },
            Class::Plain => match self.holiday(next)? {
                (end, Form::Holiday(day, year, None)) => {
                    Some((end, Form::Holiday(day, year, Some(which))))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// `Tuesday of last week`, `Monday of the following week`, `Monday next week`.
    pub(super) fn weekday_of(&self, at: usize, day: Weekday) -> Found {
        let mut next = at + 1;
        if self.is(next, "of") {
            next += 1;
        }
        if self.is(next, "the") && self.is(next + 1, "following") {
            next += 1;
        }
        let Class::Which(which) = self.class(next) else {
            return None;
        };
        (self.class(next + 1) == Class::Step(Step::Week))
            .then_some((next + 2, Form::WeekdayOf(day, which)))
    }

    /// `three weeks ago`, `two days later`, `two years and three months earlier`, `two weeks from Jan. 15`.
    pub(super) fn shift(&self, at: usize) -> Found {
        // the smaller half of `a month and 21 days ago` says nothing by itself
        let joined = at
            .checked_sub(1)
            .map(|b| b - usize::from(b > 0 && self.is_any(b, &["and", ","])));
        if joined.is_some_and(|before| {
            matches!(self.class(before), Class::Step(_)) && self.counted(before)
        }) {
            return None;
        }
        let (next, count, step) = self.length(at)?;
        let more = next + usize::from(self.is(next, "and") || self.sign(next, ','));
        if let Some((end, rest, small)) = self.length(more) {
            let (count, step) = match (step, small) {
                (Step::Year, Step::Month) => (12 * count + rest, Step::Month),
                (Step::Week, Step::Day) => (7 * count + rest, Step::Day),
                _ => return None,
            };
            return self.shift_word(end, count, step);
        }
        self.shift_word(next, count, step)
    }

    /// `two weeks`; the token after it.
    fn length(&self, at: usize) -> Option<(usize, i32, Step)> {
        let (next, count) = self.count(at)?;
        let Class::Step(step) = self.class(next) else {
            return None;
        };
        Some((next + 1, count, step))
    }

    /// Whether a number or article stands before a step.
    fn counted(&self, step: usize) -> bool {
        step.checked_sub(1)
            .is_some_and(|before| self.count(before).is_some())
    }

    /// The words after `two weeks`.
    fn shift_word(&self, at: usize, count: i32, step: Step) -> Found {
        let shift = |base, count| Form::Shift { base, count, step };
        if self.is(at, "ago") {
            return Some((at + 1, shift(Base::Today, -count)));
        }
        if self.is_any(at, &["later", "afterward", "afterwards"]) {
            return Some((at + 1, shift(Base::Previous, count)));
        }
        if self.is(at, "earlier") && !self.is(at + 1, "than") {
            return Some((at + 1, shift(Base::Previous, -count)));
        }
        if self.is(at, "from") && self.is(at + 1, "now") {
            return Some((at + 2, shift(Base::Today, count)));
        }
        let sign = match self.word(at).to_ascii_lowercase().as_str() {
            "from" | "after" => 1,
            "before" => -1,
            "prior" if self.is(at + 1, "to") => -1,
            _ => return None,
        };
        let prior = usize::from(self.is(at, "prior"));
        let (end, base) = self.base(at + 1 + prior)?;
        let (end, base) = match base {
            Form::Shift {
                base: Base::Today,
                count: 0,
                ..
            } => (end, Base::Today),
            other => (end, Base::Date(Box::new(other))),
        };
        let exact = match base {
            // said outright, `two weeks from today` is that very day
            Base::Today => Base::Date(Box::new(days(0))),
            other => other,
        };
        Some((end, shift(exact, sign * count)))
    }

    /// A day that others are counted from.
    fn base(&self, at: usize) -> Found {
        match self.class(at) {
            Class::Month(..) => self.month_first(at),
            Class::Digits => self.numeric(at).or_else(|| self.day_first(at)),
            Class::Weekday(day, false) => Some((at + 1, Form::Weekday(day, None))),
            Class::Which(_) => self
                .by_which(at)
                .filter(|(_, form)| matches!(form, Form::Weekday(..) | Form::Coming(_))),
            Class::Plain => self.adverb(at).or_else(|| self.holiday_any(at)),
            _ => None,
        }
    }

    /// `two`, `3`, `a`; the token after it.
    pub(super) fn count(&self, at: usize) -> Option<(usize, i32)> {
        match self.class(at) {
            Class::Count(count) => i32::try_from(count).ok().map(|count| (at + 1, count)),
            Class::Digits if !self.is_joined(at) => {
                let count = self.number(at).filter(|count| *count < 1000)?;
                i32::try_from(count).ok().map(|count| (at + 1, count))
            }
            _ if self.is_any(at, &["a", "an"]) => Some((at + 1, 1)),
            _ => None,
        }
    }

    /// `the 15th of next month`, after `the`.
    pub(super) fn day_of(&self, at: usize) -> Found {
        let (next, day) = self.day(at)?;
        let next = next + usize::from(self.is(next, "day"));
        if !self.is(next, "of") {
            return None;
        }
        let Class::Which(which) = self.class(next + 1) else {
            return None;
        };
        (self.class(next + 2) == Class::Step(Step::Month))
            .then_some((next + 3, Form::DayOf(day, which)))
    }

    /// `the thirty-first` after a weekday, where the sentence pauses or ends.
    pub(super) fn day_alone(&self, at: usize) -> Found {
        let (end, day) = self.day(at)?;
        let pauses = matches!(
            self.class(end),
            Class::Sign('.' | ',' | ';' | '!' | '?' | ')')
        );
        pauses.then(|| (end, super::calendar::calendar(None, None, Some(day))))
    }
}
