//! The cursor over a sentence's words, and what is common to all dates: weekdays in front, prepositions, nouns after.

use jiff::civil::Weekday;

use super::tokens::{Token, tokens};
use super::words::{self, Class};
use super::{DateExpr, DateRole, Form, Preposition};
use crate::span::Span;

/// The first token after a date, its weekday, its words without the weekday, its form.
type Weekdayed = (usize, Option<(Span, Weekday)>, Option<Span>, Form);

/// A form and the index of the first token after it.
pub(super) type Found = Option<(usize, Form)>;

/// Reads dates in a part of a text.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub tokens: Vec<Token>,
    /// Something asks for a date exactly here: what is ambiguous in running text (a bare year) is one.
    pub slot: bool,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, part: Span, slot: bool) -> Self {
        Self {
            text,
            tokens: tokens(text, part),
            slot,
        }
    }

    /// Every date, in order.
    pub fn all(&self) -> Vec<(Span, DateExpr)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            match self.date(at) {
                Some((next, span, expr)) => {
                    found.push((span, expr));
                    at = next.max(at + 1);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The date that starts at the first token, if that stands at `offset`.
    pub fn first(&self, offset: usize) -> Option<(Span, DateExpr)> {
        let starts = self.tokens.first()?.span.start == offset;
        let (_, span, expr) = starts.then(|| self.date(0)).flatten()?;
        Some((span, expr))
    }

    /// The date that starts at a token.
    fn date(&self, at: usize) -> Option<(usize, Span, DateExpr)> {
        let (next, weekday, date, form): Weekdayed = match self.class(at) {
            Class::Weekday(day, short) => self.with_weekday(at, day, short)?,
            Class::Which(_) if self.which_weekday(at).is_some() => self.which_weekday(at)?,
            _ => {
                let (end, form) = self.form(at)?;
                let form = self.as_ended(at, form);
                let date = self.span(at, end);
                match self.weekday_after(end, &form) {
                    Some((next, place, day)) => (next, Some((place, day)), Some(date), form),
                    None => (end, None, Some(date), form),
                }
            }
        };
        let span = self.span(at, next);
        let preposition = self.preposition(at);
        let role = self.role(at, next, &form, preposition);
        let expr = DateExpr {
            weekday,
            date,
            form,
            role,
            preposition,
        };
        Some((next, span, expr))
    }

    /// `the fiscal year ended March 31`: the day is the last such.
    fn as_ended(&self, at: usize, form: Form) -> Form {
        let Form::Calendar {
            year: None,
            month: Some(month),
            day: Some(day),
        } = form
        else {
            return form;
        };
        let before = |back: usize| at.checked_sub(back);
        let on = usize::from(before(1).is_some_and(|word| self.is(word, "on")));
        let ended = before(1 + on).is_some_and(|word| self.is(word, "ended"));
        let of_time = before(2 + on).is_some_and(|word| {
            matches!(self.class(word), Class::Step(_)) || self.is_any(word, &["period", "half"])
        });
        match ended && of_time {
            true => Form::DayBy(month, day, -1),
            false => form,
        }
    }

    /// Any form but a bare weekday.
    fn form(&self, at: usize) -> Found {
        match self.class(at) {
            Class::Month(..) => self
                .named_month(at)
                .or_else(|| self.month_first(at))
                .or_else(|| self.holiday(at))
                .or_else(|| self.month_alone(at)),
            Class::Digits => self
                .korean(at)
                .or_else(|| self.numeric(at))
                .or_else(|| self.day_first(at))
                .or_else(|| self.shift(at))
                .or_else(|| self.year(at)),
            Class::Ordinal(_) => self
                .day_first(at)
                .or_else(|| self.share(at))
                .or_else(|| self.day_of(at)),
            Class::Count(_) => self
                .shift(at)
                .or_else(|| self.day_first(at))
                .or_else(|| self.day_first_spelt(at)),
            Class::Which(_) => self.by_which(at),
            Class::Season(_) => self.season(at),
            Class::Step(super::Step::Day) => self.day_beside(at),
            Class::Preposition(Preposition::In) => self.ahead(at),
            Class::Plain if words::OPENERS.has(self.word(at)) => self.plain(at),
            _ => None,
        }
    }

    /// Forms that begin with some other word.
    fn plain(&self, at: usize) -> Found {
        self.adverb(at)
            .or_else(|| self.the(at))
            .or_else(|| self.part_of(at))
            .or_else(|| self.shift(at))
            .or_else(|| self.short_share(at))
            .or_else(|| self.fiscal(at))
            .or_else(|| self.holiday(at))
    }

    /// `Tuesday, 4 November 2025`, `Tuesday (Nov. 4)`, `Tuesday of last week`, `Tuesday`.
    fn with_weekday(&self, at: usize, day: Weekday, short: bool) -> Option<Weekdayed> {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let named = words::WEEKDAY_NAMES_BEFORE.has(before)
            || words::WEEKDAY_NAMES_AFTER.has(self.word(at + 1));
        if named || !(self.capital(at) || self.slot || !short) {
            return None;
        }
        let place = self.tokens.get(at)?.span;
        let mut next = at + 1;
        if short && self.glued_sign(next, '.') {
            next += 1;
        }
        if self.is_any(next, &["morning", "afternoon", "evening", "night"]) {
            next += 1;
        }
        let open = self.sign(next, '(');
        let mut from = next;
        while self.sign(from, ',') || self.sign(from, '(') || self.sign(from, '-') {
            from += 1;
            if from > next + 2 {
                break;
            }
        }
        if self.is(from, "the") {
            from += 1;
        }
        let dated = match self.class(from) {
            Class::Month(..) => self.month_first(from),
            Class::Digits => self
                .korean(from)
                .or_else(|| self.numeric(from))
                .or_else(|| self.day_first(from))
                .or_else(|| (from == next).then(|| self.day_alone(from)).flatten()),
            Class::Ordinal(_) => self
                .day_first(from)
                .or_else(|| self.day_of(from))
                .or_else(|| self.day_alone(from)),
            Class::Count(20 | 30) => self.day_alone(from),
            _ => None,
        };
        if let Some((end, form)) = dated
            && matches!(
                form,
                Form::Calendar { day: Some(_), .. }
                    | Form::OfYear { day: Some(_), .. }
                    | Form::DayOf(..)
            )
        {
            let date = self.span(from, end);
            let end = if open && self.sign(end, ')') {
                end + 1
            } else {
                end
            };
            return Some((end, Some((place, day)), Some(date), form));
        }
        if short {
            return None;
        }
        let weekday = Some((place, day));
        if let Some((end, form)) = self.weekday_of(at, day) {
            return Some((end, weekday, None, form));
        }
        Some((at + 1, weekday, None, Form::Weekday(day, None)))
    }

    /// `this Friday, Nov. 7`, `last Friday (Oct. 31)`: the date says it.
    fn which_weekday(&self, at: usize) -> Option<Weekdayed> {
        let mut next = at + 1;
        if matches!(self.class(next), Class::Which(_)) {
            next += 1;
        }
        let Class::Weekday(day, short) = self.class(next) else {
            return None;
        };
        let found = self.with_weekday(next, day, short)?;
        found.2.is_some().then_some(found)
    }

    /// `(Tuesday)` after a date.
    fn weekday_after(&self, at: usize, form: &Form) -> Option<(usize, Span, Weekday)> {
        let single = matches!(form, Form::Calendar { day: Some(_), .. });
        if !single || !self.sign(at, '(') {
            return None;
        }
        match self.class(at + 1) {
            Class::Weekday(day, _) => {
                let dot = usize::from(self.sign(at + 2, '.'));
                let close = at + 2 + dot;
                self.sign(close, ')')
                    .then(|| Some((close + 1, self.tokens.get(at + 1)?.span, day)))?
            }
            _ => {
                let word = self.word(at + 1);
                let day = "월화수목금토일"
                    .chars()
                    .position(|day| word.strip_suffix("요일").unwrap_or(word) == day.to_string())?;
                self.sign(at + 2, ')').then(|| {
                    Some((
                        at + 3,
                        self.tokens.get(at + 1)?.span,
                        words::weekday_at(day),
                    ))
                })?
            }
        }
    }

    /// The preposition that governs a date: right before it, or before `the`, `about`, `early`.
    fn preposition(&self, at: usize) -> Option<Preposition> {
        const BETWEEN: &[&str] = &[
            "the", "a", "about", "around", "early", "late", "mid", "at", "least", "this", "that",
            "its", "their", "his", "her", "year", "of",
        ];
        let mut before = at;
        for _ in 0..4 {
            before = before.checked_sub(1)?;
            match self.class(before) {
                Class::Preposition(preposition)
                    if preposition != Preposition::At || before + 1 == at =>
                {
                    return Some(preposition);
                }
                Class::Sign('-') => {}
                _ if self.is_any(before, BETWEEN) => {}
                _ => return None,
            }
        }
        None
    }

    fn role(
        &self,
        at: usize,
        next: usize,
        form: &Form,
        preposition: Option<Preposition>,
    ) -> DateRole {
        if self.glued_sign(next, '\'') && self.is(next + 1, "s") {
            return DateRole::Adjectival;
        }
        let before = at.checked_sub(1);
        let determined = before.is_some_and(|b| {
            self.is_any(
                b,
                &["the", "a", "an", "its", "their", "his", "her", "our", "s"],
            )
        });
        let relative = !matches!(
            form,
            Form::Calendar { .. } | Form::Decade(_) | Form::Range(..) | Form::Fiscal(_)
        );
        let noun_follows = self.plain_word(next) && !words::AFTER_A_DATE.has(self.word(next));
        let month_first = matches!(self.class(at), Class::Month(..));
        // `the Nov. 9, 2025, meeting`
        if determined && (noun_follows || month_first) {
            return DateRole::Adjectival;
        }
        if preposition.is_some() || relative {
            return DateRole::Adverbial;
        }
        if noun_follows {
            DateRole::Adjectival
        } else {
            DateRole::Bare
        }
    }
}
