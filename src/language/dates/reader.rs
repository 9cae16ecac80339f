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

    /// Any form but a bare weekday.
    fn form(&self, at: usize) -> Found {
        match self.class(at) {
            Class::Month(..) => self
                .month_first(at)
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
            Class::Preposition(Preposition::In) => self.ahead(at),
            Class::Plain => self.plain(at),
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
        let named = words::WEEKDAY_NAMES_BEFORE
            .iter()
            .any(|name| name.eq_ignore_ascii_case(before))
            || words::WEEKDAY_NAMES_AFTER
                .iter()
                .any(|name| self.is(at + 1, name));
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
        let noun_follows = self.plain_word(next) && !self.is_any(next, AFTER_A_DATE);
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

    /// What a token can do; a full stop past the end.
    pub fn class(&self, at: usize) -> Class {
        self.tokens
            .get(at)
            .map_or(Class::Sign('.'), |token| token.class)
    }

    /// The words of a token.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    pub fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    pub fn sign(&self, at: usize, sign: char) -> bool {
        self.class(at) == Class::Sign(sign) && at < self.tokens.len()
    }

    pub fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub fn glued_sign(&self, at: usize, sign: char) -> bool {
        self.sign(at, sign) && self.glued(at)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_alphabetic)
    }

    /// A word without a part in dates.
    pub fn plain_word(&self, at: usize) -> bool {
        self.is_word(at) && self.class(at) == Class::Plain
    }

    pub fn capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    pub fn span(&self, from: usize, to: usize) -> Span {
        let start = self.tokens.get(from).map_or(0, |token| token.span.start);
        let end = to
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, |token| token.span.end);
        Span::new(start, end.max(start))
    }

    /// A whole number of up to four digits that is no part of a longer one, of a sum, a percentage or a clock time.
    pub fn number(&self, at: usize) -> Option<u32> {
        if self.class(at) != Class::Digits || at >= self.tokens.len() {
            return None;
        }
        let word = self.word(at);
        if word.len() > 4 {
            return None;
        }
        let joined =
            |sign: usize| self.sign(sign, ',') || self.sign(sign, '.') || self.sign(sign, ':');
        if let Some(before) = at.checked_sub(1)
            && self.glued(at)
        {
            let continues = joined(before)
                && before
                    .checked_sub(1)
                    .is_some_and(|b| self.class(b) == Class::Digits && self.glued(before));
            let money = matches!(
                self.class(before),
                Class::Sign('$' | '€' | '£' | '¥' | '₩' | '#')
            );
            let letters = self.is_word(before);
            if continues && !self.date_dots(at) || money || letters {
                return None;
            }
        }
        let after = at + 1;
        if self.glued(after) {
            let group = self.sign(after, ',') && self.word(after + 1).len() == 3;
            let fraction = self.sign(after, '.') || self.sign(after, ':');
            if (group || fraction)
                && self.class(after + 1) == Class::Digits
                && self.glued(after + 1)
                && !self.date_dots(at)
            {
                return None;
            }
            if matches!(self.class(after), Class::Sign('%' | '€' | '£' | '°')) {
                return None;
            }
        }
        word.parse().ok()
    }

    /// Whether a number stands among dots as in `13.11.2025`.
    fn date_dots(&self, at: usize) -> bool {
        let dotted = |at: usize| {
            self.class(at) == Class::Digits
                && self.glued_sign(at + 1, '.')
                && self.class(at + 2) == Class::Digits
                && self.glued_sign(at + 3, '.')
                && self.class(at + 4) == Class::Digits
        };
        (0..3).any(|n| at.checked_sub(2 * n).is_some_and(dotted))
    }
}

/// Words that may follow a date without being a noun that it describes.
const AFTER_A_DATE: &[&str] = &[
    "and",
    "or",
    "but",
    "as",
    "when",
    "where",
    "with",
    "that",
    "which",
    "who",
    "is",
    "was",
    "are",
    "were",
    "will",
    "would",
    "the",
    "a",
    "an",
    "he",
    "she",
    "it",
    "they",
    "we",
    "his",
    "her",
    "its",
    "their",
    "has",
    "have",
    "had",
    "not",
    "if",
    "while",
    "because",
    "so",
    "than",
    "then",
    "under",
    "over",
    "against",
    "near",
    "into",
    "about",
    "within",
    "following",
    "said",
    "says",
    "also",
    "only",
    "there",
    "to",
    "unless",
    "though",
    "although",
    "amid",
    "alongside",
    "via",
];
