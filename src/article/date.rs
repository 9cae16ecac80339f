//! Full calendar dates as header lines and metadata write them.

use jiff::civil::Date;

use crate::language::dates::{is_weekday, month};
use crate::span::Span;

/// Time zones, and the halves of the day.
#[rustfmt::skip]
const ZONES: &[&str] = &[
    "gmt", "utc", "z", "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst",
    "pdt", "bst", "cet", "cest", "eet", "eest", "msk", "kst", "jst", "ist", "hkt", "sgt", "aest",
    "aedt", "nzst", "nzdt", "am", "pm",
];

/// Where a text is being read.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Takes what `wanted` likes, and gives it.
    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    pub(super) fn skip(&mut self, wanted: impl Fn(char) -> bool) {
        self.take(wanted);
    }

    fn spaces(&mut self) -> bool {
        !self.take(char::is_whitespace).is_empty()
    }

    pub(super) fn word(&mut self) -> &'a str {
        self.take(char::is_alphabetic)
    }

    fn eat(&mut self, sign: char) -> bool {
        let found = self.rest().starts_with(sign);
        if found {
            self.at += sign.len_utf8();
        }
        found
    }

    /// A number of `least` to `most` ASCII digits, and no further digit.
    fn number<T: std::str::FromStr>(&mut self, least: usize, most: usize) -> Option<T> {
        let digits = self.take(|c| c.is_ascii_digit());
        if digits.len() < least || digits.len() > most {
            return None;
        }
        digits.parse().ok()
    }

    fn month(&mut self) -> Option<i8> {
        let month = month(self.word())?;
        self.eat('.');
        Some(month)
    }

    /// `3`, `03`, `3rd`.
    fn day(&mut self) -> Option<i8> {
        let day = self.number(1, 2)?;
        let before = self.at;
        if !["st", "nd", "rd", "th"].contains(&self.word()) {
            self.at = before;
        }
        Some(day)
    }

    /// A year, and no letter or digit after it, but for a label that is in an element of its own:
    /// `Nov. 3, 2025Updated 5 p.m.`
    fn year(&mut self) -> Option<i16> {
        let year = self.number(4, 4)?;
        let rest = self.rest();
        let ends = !rest.starts_with(char::is_alphanumeric) || rest.starts_with("Updated");
        (ends && (1000..3000).contains(&year)).then_some(year)
    }

    /// A full date without weekday.
    fn date(&mut self) -> Option<Date> {
        let start = *self;
        [Self::year_first, Self::day_first, Self::month_first]
            .iter()
            .find_map(|read| {
                *self = start;
                read(self)
            })
    }

    /// `2025-11-03`, `2025/11/03`, `2025. 11. 3.`, `2025년 11월 3일`.
    fn year_first(&mut self) -> Option<Date> {
        let year = self.number(4, 4)?;
        for (sign, month_end, day_end) in [
            ('-', '-', None),
            ('/', '/', None),
            ('.', '.', None),
            ('년', '월', Some('일')),
            ('年', '月', Some('日')),
        ] {
            if !self.eat(sign) {
                continue;
            }
            let spaced = matches!(sign, '.' | '년' | '年');
            let _ = spaced && self.spaces();
            let month = self.number(1, 2)?;
            if !self.eat(month_end) {
                return None;
            }
            let _ = spaced && self.spaces();
            let day = self.number(1, 2)?;
            if day_end.is_some_and(|end| !self.eat(end)) {
                return None;
            }
            return Date::new(year, month, day).ok();
        }
        None
    }

    /// `03 November 2025`, `3rd of Nov., 2025`, `3-Nov-2025`.
    fn day_first(&mut self) -> Option<Date> {
        let day = self.day()?;
        if self.eat('-') {
            let month = self.month()?;
            return self
                .eat('-')
                .then_some(())
                .and_then(|()| Date::new(self.year()?, month, day).ok());
        }
        self.spaces().then_some(())?;
        let before = self.at;
        if !(self.word() == "of" && self.spaces()) {
            self.at = before;
        }
        let month = self.month()?;
        self.eat(',');
        self.spaces().then_some(())?;
        Date::new(self.year()?, month, day).ok()
    }

    /// `Nov 03, 2025`, `November 3rd 2025`.
    fn month_first(&mut self) -> Option<Date> {
        let month = self.month()?;
        self.spaces();
        let day = self.day()?;
        let comma = self.eat(',');
        (self.spaces() || comma).then_some(())?;
        Date::new(self.year()?, month, day).ok()
    }

    /// A weekday and what parts it from its date.
    pub(super) fn weekday(&mut self) -> Option<()> {
        is_weekday(self.word()).then_some(())?;
        self.eat('.');
        let comma = self.eat(',');
        (self.spaces() || comma).then_some(())
    }

    /// A full date with the weekday before it, if one begins here.
    pub(super) fn full_date(&mut self) -> Option<(Span, Date)> {
        let start = *self;
        if self.weekday().is_none() {
            *self = start;
        }
        let date = self.date();
        if date.is_none() {
            *self = start;
        }
        date.map(|date| (Span::new(start.at, self.at), date))
    }

    /// A clock time with its zone: `T05:38:12Z`, `06:58 AM EST`, `12.17 p.m. (KST)`, `9 a.m.`.
    pub(super) fn time(&mut self) -> Option<()> {
        let start = *self;
        let found = self.clock();
        if found.is_none() {
            *self = start;
        }
        found
    }

    fn clock(&mut self) -> Option<()> {
        self.eat('T');
        let _: u8 = self.number(1, 2)?;
        let mut certain = false;
        while matches!(self.rest().as_bytes(), [b':' | b'.', next, ..] if next.is_ascii_digit()) {
            certain |= self.eat(':') || !self.eat('.');
            self.skip(|c| c.is_ascii_digit());
        }
        loop {
            let before = *self;
            self.skip(|c| c == ' ' || c == '(' || c == '\u{A0}' || c == '\u{202F}');
            if matches!(self.rest().as_bytes(), [b'+' | b'-', next, ..] if next.is_ascii_digit()) {
                self.at += 1;
                self.skip(|c| c.is_ascii_digit() || c == ':');
                continue;
            }
            let dotted = self.rest().get(..4).unwrap_or_default();
            let dotted = ["a.m.", "p.m."]
                .iter()
                .any(|half| half.eq_ignore_ascii_case(dotted));
            if dotted {
                self.at += 4;
            }
            let word = self.word();
            let zone = ZONES.iter().any(|zone| zone.eq_ignore_ascii_case(word));
            if !dotted && !zone {
                *self = before;
                break;
            }
            certain = true;
            self.eat(')');
        }
        certain.then_some(())
    }
}

/// Every full date of a text, in order, each with the weekday before it.
pub(super) fn full_dates(text: &str) -> Vec<(Span, Date)> {
    let mut out = Vec::new();
    let mut cursor = Cursor::new(text, 0);
    while !cursor.rest().is_empty() {
        if let Some(found) = cursor.full_date() {
            out.push(found);
            continue;
        }
        // On to the start of the next word.
        cursor.skip(char::is_alphanumeric);
        cursor.skip(|c| !c.is_alphanumeric());
    }
    out
}

/// The date of a value of metadata, which may begin with a quotation mark: any full date, or `20251103T100000Z`.
pub(super) fn stamp(source: &str, value: Span) -> Option<(Span, Date)> {
    let text = source.get(..value.end)?;
    let mut cursor = Cursor::new(text, value.start);
    cursor.skip(|c| c.is_whitespace() || c == '"');
    if let Some(found) = cursor.full_date() {
        return Some(found);
    }
    let start = cursor.at;
    let digits = cursor.take(|c| c.is_ascii_digit());
    let written = digits.get(..8)?;
    let ends = digits.len() == 8 || digits.len() == 14;
    let part = |range: std::ops::Range<usize>| written.get(range)?.parse::<i16>().ok();
    let small = |range| i8::try_from(part(range)?).ok();
    let date = Date::new(part(0..4)?, small(4..6)?, small(6..8)?).ok()?;
    (ends && date.year() >= 1000).then_some((Span::new(start, start + 8), date))
}
