//! Years and what is larger or smaller by a rule: `in 2003`, `the 2024 election`, `1950-53`, `the 1990s`, `Q3 2025`,
//! `the second quarter`, `spring 2024`, `fiscal 2026`.

use super::calendar::calendar;
use super::reader::{Found, Reader};
use super::words::{self, Class};
use super::{Form, Preposition, Step};
use crate::span::Span;

fn year_form(year: i16) -> Form {
    calendar(Some(year), None, None)
}

impl Reader<'_> {
    /// A bare year, a range of years or a decade. A number alone is a year only where its neighbours say so.
    pub(super) fn year(&self, at: usize) -> Found {
        if self.is_joined(at) {
            return None;
        }
        if let Some(found) = self.year_range(at).or_else(|| self.decade(at)) {
            return Some(found);
        }
        let year = self.year_number(at)?;
        let after = at + 1;
        if self.counts(after) || self.glued(after) && self.sign(after, '-') {
            return None;
        }
        if self.slot {
            return Some((after, year_form(year)));
        }
        let recent = (1800..=2100).contains(&year);
        let before = match at.checked_sub(1) {
            // `until at least 2030`, `by about 2030`
            Some(before) if self.is(before, "least") => before.checked_sub(2),
            Some(before) if self.is_any(before, &["about", "around"]) => before.checked_sub(1),
            before => before,
        };
        let possessive = self.glued_sign(after, '\'') && self.is(after + 1, "s");
        let bound = before.is_some_and(|before| self.binds_year(before, at, year));
        // `2025 Q3`
        let good = bound || recent && (possessive || self.before_noun(at));
        good.then(|| (after, year_form(year)))
    }

    /// Whether the token before a number makes it a year.
    fn binds_year(&self, before: usize, at: usize, year: i16) -> bool {
        let recent = (1800..=2100).contains(&year);
        match self.class(before) {
            Class::Preposition(preposition) => match preposition {
                // `in 1592 Japan`, but `in 1600 steps`
                Preposition::In => recent || !self.plural(at + 1),
                Preposition::Since | Preposition::Until | Preposition::During => true,
                Preposition::By
                | Preposition::Before
                | Preposition::After
                | Preposition::From
                | Preposition::Through
                | Preposition::Between => recent || year % 100 != 0,
                Preposition::For => recent && !self.plain_word(at + 1),
                Preposition::Of => {
                    #[rustfmt::skip]
                    const AMOUNTS: &[&str] = &[
                        "total", "crowd", "number", "population", "force", "group", "team", "staff",
                        "fleet", "some", "majority", "height", "length", "distance", "average",
                        "maximum", "minimum", "out", "capacity", "level", "rate",
                    ];
                    let head = before.checked_sub(1);
                    recent && !head.is_some_and(|head| self.is_any(head, AMOUNTS))
                }
                Preposition::To => {
                    // `from 1950 to 1953`
                    recent
                        && before.checked_sub(2).is_some_and(|b| {
                            self.class(b) == Class::Preposition(Preposition::From)
                                && self.year_number(b + 1).is_some()
                        })
                }
                Preposition::At | Preposition::On => false,
            },
            _ if self.is(before, "and") => {
                // `between 1950 and 1953`, `in 2003 and 2005`
                before.checked_sub(2).is_some_and(|two| {
                    self.year_number(two + 1).is_some()
                        && matches!(
                            self.class(two),
                            Class::Preposition(
                                Preposition::Between | Preposition::In | Preposition::Since
                            )
                        )
                })
            }
            _ if self.is_any(before, &["year", "early", "late", "mid"]) => true,
            _ => false,
        }
    }

    /// `the 2024 election`, `Seoul's 2026 defense budget`, `the 2018 World Cup`.
    fn before_noun(&self, at: usize) -> bool {
        let next = at + 1;
        if !self.is_word(next)
            || self.glued(next)
            || self.class(next) != Class::Plain
                && !matches!(self.class(next), Class::Season(_) | Class::Step(Step::Year))
        {
            return false;
        }
        let before = at.checked_sub(1);
        let determined = before.is_some_and(|b| {
            self.is_any(
                b,
                &[
                    "the", "a", "its", "their", "his", "her", "our", "s", "this", "that",
                ],
            )
        });
        determined && !self.plural(next)
            || words::YEARLY.has(self.word(next))
            || self.capital(next)
                && self.is_any(
                    next,
                    &[
                        "World",
                        "Olympic",
                        "Olympics",
                        "Summer",
                        "Winter",
                        "Paralympics",
                        "Asian",
                        "European",
                    ],
                )
    }

    /// `1950-1953`, `1950-53`.
    fn year_range(&self, at: usize) -> Found {
        let first = self.year_number_open(at)?;
        if !self.sign(at + 1, '-') && !self.sign(at + 1, '—') {
            return None;
        }
        let spaced = !self.glued(at + 1);
        let close = at + 2;
        if self.glued(close) == spaced || self.counts(close + 1) || self.glued_sign(close + 1, '-')
        {
            return None;
        }
        let number = self.number(close)?;
        let in_brackets = at.checked_sub(1).is_some_and(|b| self.sign(b, '('));
        let last = match self.word(close).len() {
            4 => i16::try_from(number)
                .ok()
                .filter(|year| (1000..=2100).contains(year))?,
            2 => {
                let last = first / 100 * 100 + i16::try_from(number).ok()?;
                let next_century = last + 100;
                if last > first {
                    last
                } else if first % 100 > 90 && next_century - first < 20 {
                    next_century
                } else if in_brackets && first - last < 15 {
                    // `(1953-50)`: the wrong way round, where a number can be nothing else
                    last
                } else {
                    return None;
                }
            }
            _ => return None,
        };
        let letters = self.glued(close + 1) && self.is_word(close + 1);
        let round = first % 100 == 0 && last % 100 == 0;
        if letters || spaced && !in_brackets || round && !in_brackets && !self.slot {
            return None;
        }
        let plausible =
            (1000..=2100).contains(&first) && (i32::from(last) - i32::from(first)).abs() <= 400;
        plausible.then(|| {
            let range = Form::Range(Box::new(year_form(first)), Box::new(year_form(last)));
            (close + 1, range)
        })
    }

    /// A year that a dash may follow.
    fn year_number_open(&self, at: usize) -> Option<i16> {
        let good = self.word(at).len() == 4 && self.number(at).is_some();
        good.then(|| self.word(at).parse().ok()).flatten()
    }

    /// `1990s`.
    pub(super) fn decade(&self, at: usize) -> Found {
        let year = self
            .year_number_open(at)
            .filter(|year| year % 10 == 0 && (1000..=2100).contains(year))?;
        let plural = self.glued(at + 1) && self.is(at + 1, "s");
        plural.then_some((at + 2, Form::Decade(year)))
    }

    /// `fiscal 2026`, `fiscal year 2026`, `FY2026`.
    pub(super) fn fiscal(&self, at: usize) -> Found {
        let next = if self.is(at, "fiscal") {
            at + 1 + usize::from(self.is(at + 1, "year"))
        } else if self.word(at) == "FY" {
            at + 1
        } else {
            return None;
        };
        let word = self.word(next);
        let digits = self.class(next) == Class::Digits;
        let year = match (digits, word.len()) {
            (true, 4) => word
                .parse()
                .ok()
                .filter(|year| (1900..=2100).contains(year))?,
            (true, 2) => 2000 + word.parse::<i16>().ok()?,
            _ => return None,
        };
        Some((next + 1, Form::Fiscal(year)))
    }

    /// `second quarter of 2025`, `first half of this year`, `third-quarter`.
    pub(super) fn share(&self, at: usize) -> Found {
        let Class::Ordinal(number @ 1..=4) = self.class(at) else {
            return None;
        };
        let number = i8::try_from(number).ok()?;
        let noun = at + 1 + usize::from(self.sign(at + 1, '-'));
        let of = match self.word(noun).to_ascii_lowercase().as_str() {
            "quarter" => 4,
            "half" if number <= 2 => 2,
            _ => return None,
        };
        let form = |year, which| Form::Share {
            number,
            of,
            year,
            which,
        };
        let next = noun + 1;
        let after_of = next + usize::from(self.is(next, "of"));
        if let Some(year) = self.year_number(after_of) {
            return Some((after_of + 1, form(Some(year), None)));
        }
        if let Class::Which(which) = self.class(after_of)
            && self.is(after_of + 1, "year")
        {
            return Some((after_of + 2, form(None, Some(which))));
        }
        if self.is(next, "of") && self.is(next + 1, "the") && self.is(next + 2, "year") {
            return Some((next + 3, form(None, Some(0))));
        }
        // matches have halves and quarters too: alone, only the quarter after `in the` is one
        let of_the_year = of == 4
            && !self.is(next, "of")
            && at.checked_sub(2).is_some_and(|b| {
                matches!(
                    self.class(b),
                    Class::Preposition(Preposition::In | Preposition::For | Preposition::During)
                ) && self.is(b + 1, "the")
            });
        of_the_year.then(|| (next, form(None, None)))
    }

    /// `Q3 2025`, `Q3`, `H1 2024`.
    pub(super) fn short_share(&self, at: usize) -> Found {
        let of = match self.word(at) {
            "Q" => 4,
            "H" => 2,
            _ => return None,
        };
        if !self.glued(at + 1) || self.word(at + 1).len() != 1 {
            return None;
        }
        let number: i8 = self
            .word(at + 1)
            .parse()
            .ok()
            .filter(|n| (1..=of).contains(n))?;
        let next = at + 2 + usize::from(self.is(at + 2, "of"));
        match self.year_number(next) {
            Some(year) => Some((
                next + 1,
                Form::Share {
                    number,
                    of,
                    year: Some(year),
                    which: None,
                },
            )),
            None if of == 4 && !self.glued(at + 2) => Some((
                at + 2,
                Form::Share {
                    number,
                    of,
                    year: None,
                    which: None,
                },
            )),
            None => None,
        }
    }

    /// `spring 2024`, `the summer of 2003`.
    pub(super) fn season(&self, at: usize) -> Found {
        let Class::Season(season) = self.class(at) else {
            return None;
        };
        let next = at + 1 + usize::from(self.is(at + 1, "of"));
        let year = self.year_number(next).filter(|_| !self.counts(next + 1))?;
        let form = Form::Season {
            season,
            year: Some(year),
            which: None,
        };
        Some((next + 1, form))
    }
}

/// See [`super::year_at`].
pub(super) fn year_at(text: &str, offset: usize) -> Option<(Span, i16)> {
    let rest = text.get(offset..)?;
    let before = text.get(..offset)?;
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(length..)?;
    let longer = after.starts_with(char::is_alphanumeric)
        || after.starts_with([',', '.'])
            && after.get(1..)?.starts_with(|c: char| c.is_ascii_digit());
    let number: i16 = (length <= 4 && !longer).then(|| rest.get(..length)?.parse().ok())??;
    let span = Span::new(offset, offset + length);
    match length {
        4 if (1000..=2100).contains(&number)
            && !before.ends_with(|c: char| c.is_alphanumeric()) =>
        {
            Some((span, number))
        }
        2 => {
            let range = before.strip_suffix(['-', '–', '—', '/'])?;
            let open = range.len().checked_sub(4)?;
            let digits = range.get(open..)?;
            let first: i16 = digits
                .bytes()
                .all(|b| b.is_ascii_digit())
                .then(|| digits.parse().ok())??;
            let good = (1000..=2100).contains(&first)
                && !range.get(..open)?.ends_with(|c: char| c.is_alphanumeric());
            let year = first / 100 * 100 + number;
            good.then_some((span, if year < first { year + 100 } else { year }))
        }
        _ => None,
    }
}
