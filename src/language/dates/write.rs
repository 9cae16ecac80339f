//! Another day, written in the manner of the words that were found.

use jiff::civil::Date;

use super::resolve;
use super::tokens::{Token, tokens};
use super::words::{self, Class};
use super::write_range::{ends_like, span_like};
use super::{DateExpr, Form, Tense, at};
use crate::facts::Period;
use crate::span::Span;

/// See [`DateExpr::write_like`].
pub(super) fn write_like(
    expr: &DateExpr,
    found: &str,
    first: Date,
    last: Date,
    article: Option<Date>,
) -> String {
    let written = match &expr.form {
        Form::Calendar { .. } | Form::Range(..) => {
            calendar(&expr.form, found, first, last, article)
        }
        Form::Weekday(..) | Form::Coming(_) | Form::WeekdayOf(..) => weekday(found, first, article),
        _ => None,
    };
    let written = written.unwrap_or_else(|| near(first, last, article));
    if is_capitals(found) {
        written.to_uppercase()
    } else {
        written
    }
}

/// `TUESDAY`, `NOV. 4`
fn is_capitals(found: &str) -> bool {
    let letters = || found.chars().filter(|c| c.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// A weekday for a weekday, where the words then mean that day; else what is near enough.
fn weekday(found: &str, day: Date, article: Option<Date>) -> Option<String> {
    let today = article?;
    let name = words::weekday_name(day.weekday());
    let tokens = tokens(found, Span::new(0, found.len()));
    let place = tokens
        .iter()
        .find(|token| matches!(token.class, Class::Weekday(..)))?;
    let (head, tail) = (found.get(..place.span.start)?, found.get(place.span.end..)?);
    let candidate = format!("{head}{name}{tail}");
    let tense = if day > today {
        Tense::Future
    } else {
        Tense::Past
    };
    let means = |text: &str| {
        at(text, 0, text.len())
            .and_then(|(_, expr)| resolve::resolve(&expr.form, article, tense, None))
            == Some(Period::day(day))
    };
    if means(&candidate) {
        return Some(candidate);
    }
    means(name).then(|| name.to_string())
}

/// A weekday within a week of the article's date, else a date in wire style: `Oct. 29`, `Oct. 29, 2024`.
fn near(first: Date, last: Date, article: Option<Date>) -> String {
    let wire = |day: Date| {
        format!(
            "{} {}",
            words::WIRE_MONTHS[words::month_index(day.month())],
            day.day()
        )
    };
    let year = |text: String| match article {
        Some(today) if today.year() == first.year() => text,
        _ => format!("{text}, {}", first.year()),
    };
    if first != last {
        return if (first.year(), first.month()) == (last.year(), last.month()) {
            year(format!("{}-{}", wire(first), last.day()))
        } else {
            year(format!("{}-{}", wire(first), wire(last)))
        };
    }
    if let Some(today) = article {
        let days = today
            .until(first)
            .map_or(i32::MAX, |length| length.get_days());
        match days {
            0 => return "today".to_string(),
            -6..=6 => return words::weekday_name(first.weekday()).to_string(),
            _ => {}
        }
    }
    year(wire(first))
}

/// A calendar date for a calendar date: each of its parts is replaced where it stands.
fn calendar(
    form: &Form,
    found: &str,
    first: Date,
    last: Date,
    article: Option<Date>,
) -> Option<String> {
    let tokens = tokens(found, Span::new(0, found.len()));
    let (form, range) = match form {
        Form::Range(_, last) => (last.as_ref(), true),
        form => (form, false),
    };
    let Form::Calendar { year, month, day } = form else {
        return None;
    };
    let days = day.is_some() && month.is_some();
    if days
        && range
        && first != last
        && let Some(written) = ends_like(found, &tokens, (first, last))
    {
        return Some(written);
    }
    if days && (range || first != last) {
        return Some(span_like(found, &tokens, *year, first, last, article));
    }
    if range {
        // of years
        return Some(if first.year() == last.year() {
            first.year().to_string()
        } else {
            format!("{}-{}", first.year(), last.year())
        });
    }
    let slots = slots(found, &tokens, (*year, *month, *day));
    // ISO dates have two digits everywhere
    let padded = slots.first() == Some(&Some(Slot::Year)) && !found.contains('년');
    let mut written = String::new();
    let mut from = 0;
    for (token, slot) in tokens.iter().zip(&slots) {
        let words = token.span.of(found);
        let Some(slot) = slot else { continue };
        written.push_str(found.get(from..token.span.start)?);
        from = token.span.end;
        match slot {
            Slot::Weekday => written.push_str(&weekday_like(words, first)),
            Slot::Month => {
                let (name, drops_dot) = month_like(found, words, *token, first);
                written.push_str(&name);
                if drops_dot {
                    from += 1;
                }
            }
            Slot::Day => {
                written.push_str(&day_like(words, first.day(), padded));
            }
            Slot::Suffix => written.push_str(&suffix_like(words, first.day())),
            Slot::Year => written.push_str(&first.year().to_string()),
        }
    }
    written.push_str(found.get(from..)?);
    if year.is_none() && day.is_some() && !resolves_to(form, first, article) {
        let day_first =
            slots.iter().flatten().find(|slot| **slot != Slot::Weekday) == Some(&Slot::Day);
        let comma = if day_first { "" } else { "," };
        written.push_str(&format!("{comma} {}", first.year()));
    }
    Some(written)
}

/// Whether the form without a year, with the new month and day, would mean that day.
pub(super) fn resolves_to(form: &Form, day: Date, article: Option<Date>) -> bool {
    let Form::Calendar { month, .. } = form else {
        return true;
    };
    let new = Form::Calendar {
        year: None,
        month: month.map(|_| day.month()),
        day: Some(day.day()),
    };
    // What was found had no year either, so its own tense tells; any tense will do.
    let read = |tense| resolve::resolve(&new, article, tense, None) == Some(Period::day(day));
    article.is_none()
        || [Tense::Unknown, Tense::Past, Tense::Future]
            .into_iter()
            .any(read)
}

/// What a token of a calendar date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Weekday,
    Month,
    Day,
    Suffix,
    Year,
}

/// The slot of each token. Numbers alone stand in the order of their values.
fn slots(
    found: &str,
    tokens: &[Token],
    (year, month, day): (Option<i16>, Option<i8>, Option<i8>),
) -> Vec<Option<Slot>> {
    let named = tokens
        .iter()
        .any(|token| matches!(token.class, Class::Month(..)));
    let mut month_due = !named && month.is_some();
    let mut day_due = day.is_some();
    let mut slots: Vec<Option<Slot>> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let words = token.span.of(found);
        let number: Option<i16> = words.parse().ok();
        let after_day = slots.last() == Some(&Some(Slot::Day));
        let slot = match token.class {
            Class::Weekday(..) => Some(Slot::Weekday),
            Class::Month(..) => Some(Slot::Month),
            Class::Ordinal(_) if day_due => Some(Slot::Day),
            Class::Digits if words.len() == 4 && number == year => Some(Slot::Year),
            Class::Digits if month_due && number == month.map(i16::from) => Some(Slot::Month),
            Class::Digits if day_due && number == day.map(i16::from) => Some(Slot::Day),
            _ if after_day && is_suffix(words) => Some(Slot::Suffix),
            _ => None,
        };
        match slot {
            Some(Slot::Day) => day_due = false,
            Some(Slot::Month) => month_due = false,
            _ => {}
        }
        slots.push(slot);
    }
    slots
}

/// See [`super::weekday_like`].
pub(super) fn weekday_like(found: &str, day: Date) -> String {
    if found.ends_with('일') || found.chars().count() == 1 {
        let index = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
        let sign = "월화수목금토일".chars().nth(index).unwrap_or('월');
        return if found.chars().count() == 1 {
            sign.to_string()
        } else {
            format!("{sign}요일")
        };
    }
    let (found, stop) = match found.strip_suffix('.') {
        Some(bare) => (bare, "."),
        None => (found, ""),
    };
    let name = words::weekday_name(day.weekday());
    let name = if found.len() <= 5 {
        name.get(..3).unwrap_or(name)
    } else {
        name
    };
    if is_capitals(found) {
        name.to_uppercase() + stop
    } else {
        name.to_string() + stop
    }
}

/// The month in the manner of another, and whether a full stop after that one must go.
pub(super) fn month_like(found: &str, words: &str, token: Token, day: Date) -> (String, bool) {
    let index = words::month_index(day.month());
    let name = words::MONTHS[index];
    let dotted = found
        .get(token.span.end..)
        .is_some_and(|rest| rest.starts_with('.'));
    match token.class {
        Class::Digits if words.len() == 2 => (format!("{:02}", day.month()), false),
        Class::Digits => (day.month().to_string(), false),
        Class::Month(month, true) if month != day.month() => {
            let wire = words::WIRE_MONTHS[index];
            if dotted {
                match wire.strip_suffix('.') {
                    Some(stem) => (stem.to_string(), false),
                    None => (wire.to_string(), true),
                }
            } else {
                (name.get(..3).unwrap_or(name).to_string(), false)
            }
        }
        Class::Month(month, _) if month == day.month() => (words.to_string(), false),
        _ => (name.to_string(), false),
    }
}

pub(super) fn day_like(found: &str, day: i8, padded: bool) -> String {
    if !found.starts_with(|c: char| c.is_ascii_digit()) {
        let index = usize::try_from(day - 1).unwrap_or(0) % 31;
        let word = words::ORDINALS[index];
        return match found.chars().next().filter(|c| c.is_uppercase()) {
            Some(_) => word[..1].to_uppercase() + &word[1..],
            None => word.to_string(),
        };
    }
    if padded || found.len() == 2 && found.starts_with('0') {
        format!("{day:02}")
    } else {
        day.to_string()
    }
}

fn ordinal_suffix(day: i8) -> &'static str {
    match day {
        11..=13 => "th",
        _ => match day % 10 {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        },
    }
}

pub(super) fn is_suffix(words: &str) -> bool {
    ["st", "nd", "rd", "th"]
        .iter()
        .any(|suffix| suffix.eq_ignore_ascii_case(words))
}

/// `TH` for `ND`.
pub(super) fn suffix_like(found: &str, day: i8) -> String {
    let suffix = ordinal_suffix(day);
    match found.chars().all(char::is_uppercase) {
        true => suffix.to_uppercase(),
        false => suffix.to_string(),
    }
}
