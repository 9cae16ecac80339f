//! Several days, written in the form of the words that were found.

use jiff::civil::Date;

use super::Form;
use super::tokens::Token;
use super::words::Class;
use super::write::{day_like, is_suffix, month_like, resolves_to, suffix_like, weekday_like};

/// Both ends of a range, each part replaced in place: `from 14 to 24 February`, `Nov. 4-6`. None where that would not
/// say the days: a month or year written once does not fit both.
pub(super) fn ends_like(
    found: &str,
    tokens: &[Token],
    (first, last): (Date, Date),
) -> Option<String> {
    let count = |is: fn(Class) -> bool| tokens.iter().filter(|token| is(token.class)).count();
    let months = count(|class| matches!(class, Class::Month(..)));
    let weekdays = count(|class| matches!(class, Class::Weekday(..)));
    let is_year = |token: &&Token| token.class == Class::Digits && token.span.len() == 4;
    let years = tokens.iter().filter(is_year).count();
    let one_month = (first.year(), first.month()) == (last.year(), last.month());
    if months == 0
        || months > 2
        || months == 1 && !one_month
        // `Nov. 4-6` for `Oct. 31-Nov. 1`
        || months == 2 && one_month
        || years == 1 && first.year() != last.year()
        || years == 0 && first.year() != last.year()
    {
        return None;
    }
    let mut written = String::new();
    let mut from = 0;
    let (mut month, mut day, mut weekday, mut year) = (0, 0, 0, 0);
    let mut after_day = None;
    let end = |index: usize, all: usize| {
        let is_last = all == 1 || index == 1;
        if is_last { last } else { first }
    };
    for token in tokens {
        let words = token.span.of(found);
        let was_day = after_day.take();
        let (new, drops_dot) = match token.class {
            Class::Weekday(..) => {
                weekday += 1;
                (weekday_like(words, end(weekday - 1, weekdays)), false)
            }
            Class::Month(..) => {
                month += 1;
                month_like(found, words, *token, end(month - 1, months))
            }
            Class::Digits if words.len() == 4 => {
                year += 1;
                (end(year - 1, years).year().to_string(), false)
            }
            Class::Digits | Class::Ordinal(_) => {
                let of = end(day, 2).day();
                day += 1;
                after_day = Some(of);
                (day_like(words, of, false), false)
            }
            _ => match was_day.filter(|_| is_suffix(words)) {
                Some(day) => (suffix_like(words, day), false),
                None => continue,
            },
        };
        written.push_str(found.get(from..token.span.start)?);
        from = token.span.end + usize::from(drops_dot);
        written.push_str(&new);
    }
    written.push_str(found.get(from..)?);
    (day == 2).then_some(written)
}

/// Several days in the form of the first date found: `Oct. 31-Nov. 1`, `4-6 November 2025`.
pub(super) fn span_like(
    found: &str,
    tokens: &[Token],
    year: Option<i16>,
    first: Date,
    last: Date,
    article: Option<Date>,
) -> String {
    let month_token = tokens
        .iter()
        .find(|token| matches!(token.class, Class::Month(..)));
    let Some(&token) = month_token else {
        return if first == last {
            first.to_string()
        } else {
            format!("{first}/{last}")
        };
    };
    let month = |day: Date| {
        let words = token.span.of(found);
        let (name, drops) = month_like(found, words, token, day);
        let dot = found
            .get(token.span.end..)
            .is_some_and(|rest| rest.starts_with('.'));
        if dot && !drops {
            format!("{name}.")
        } else {
            name
        }
    };
    let day_first = tokens
        .first()
        .is_some_and(|token| token.class == Class::Digits);
    let one = |day: Date| {
        if day_first {
            format!("{} {}", day.day(), month(day))
        } else {
            format!("{} {}", month(day), day.day())
        }
    };
    let same_month = (first.year(), first.month()) == (last.year(), last.month());
    let joint = [" to ", " through ", " until ", " and "]
        .into_iter()
        .find(|joint| found.contains(joint))
        .unwrap_or("-");
    let mut written = if first == last {
        one(first)
    } else if same_month && day_first {
        format!("{}{joint}{}", first.day(), one(last))
    } else if same_month {
        format!("{}{joint}{}", one(first), last.day())
    } else {
        format!("{}{joint}{}", one(first), one(last))
    };
    let near = Form::Calendar {
        year: None,
        month: Some(first.month()),
        day: Some(first.day()),
    };
    if year.is_some() || !resolves_to(&near, first, article) {
        let comma = if day_first { "" } else { "," };
        written.push_str(&format!("{comma} {}", last.year()));
    }
    written
}
