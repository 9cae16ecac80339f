//! Parts of longer times: `mid-October`, `late 2024`, `the end of the year`.

use super::reader::{Found, Reader};
use super::words::Class;
use super::{Form, Part, Step};

impl Reader<'_> {
    /// `mid-October`, `early November`, `late 2024`, `the end of the year`.
    pub(super) fn part_of(&self, at: usize) -> Found {
        let part = match self.word(at).to_ascii_lowercase().as_str() {
            "early" | "beginning" | "start" => Part::Early,
            "mid" | "middle" => Part::Mid,
            "late" | "end" => Part::Late,
            _ => return None,
        };
        let mut next = at + 1;
        if self.is_any(at, &["beginning", "start", "middle", "end"]) {
            if !self.is(next, "of") {
                return None;
            }
            next += 1;
        } else if self.sign(next, '-') || part == Part::Late && self.is(next, "in") {
            next += 1;
        }
        let (end, whole) = self.whole_period(next)?;
        Some((end, Form::PartOf(part, Box::new(whole))))
    }

    /// What can have a beginning and an end: a month, a season, a year.
    fn whole_period(&self, at: usize) -> Found {
        if self.is(at, "the") {
            return match self.class(at + 1) {
                Class::Step(
                    step @ (Step::Week | Step::Month | Step::Quarter | Step::Year | Step::Decade),
                ) => Some((at + 2, Form::Current(step, 0))),
                Class::Digits => self.decade(at + 1),
                _ => None,
            };
        }
        match self.class(at) {
            Class::Month(..) if self.capital(at) => {
                if let Some(found) = self.month_alone(at) {
                    return Some(found);
                }
                let (end, month) = self.month(at)?;
                let day = self.day(end).is_some();
                (!day).then(|| (end, super::calendar::calendar(None, Some(month), None)))
            }
            Class::Which(_) => match self.by_which(at)? {
                (_, Form::Weekday(..) | Form::Shift { .. } | Form::Coming(_)) => None,
                found => Some(found),
            },
            Class::Season(_) => self.season(at),
            Class::Digits => {
                let year = self.year_number(at).filter(|_| !self.counts(at + 1));
                match year {
                    Some(year) => Some((at + 1, super::calendar::calendar(Some(year), None, None))),
                    None => self.decade(at),
                }
            }
            _ => None,
        }
    }
}
