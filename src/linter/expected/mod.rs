//! What was expected, written in the form of what was found.

mod amount;
mod case;
mod compound;
mod korean;
mod number;
mod ordinal;
mod typography;

pub(super) use typography::restore;

use jiff::civil::Date;

use crate::claims::{self, Edge, Stated, StatedValue};
use crate::facts::{Period, Table, Value, month_or_year};
use crate::language::dates::{self, Form, Precision, Tense};
use crate::mentions::spelling;
use crate::verdict::name;

/// The expected words, and whether they may take the place of those found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expected {
    pub(super) text: String,
    /// The words are in the form of those found and read back as the right value.
    pub(super) sure: bool,
}

impl Expected {
    fn sure(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            sure: true,
        }
    }

    fn unsure(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            sure: false,
        }
    }
}

/// Where the words are that something is written for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    /// The normalised text that all spans count in.
    pub(super) text: &'a str,
    /// The end of the sentence.
    pub(super) end: usize,
    /// The article's date.
    pub(super) date: Option<Date>,
    /// The tense of the clause.
    pub(super) tense: Tense,
}

/// Of several right values the one of the sort of what was found: a venue, the second place of an edition, for the venue of
/// another edition.
pub(super) fn of_sort<'t>(table: &'t Table, record: usize, stated: &Stated) -> Option<&'t Value> {
    let right = table.records.get(record)?.cells.get(stated.column)?;
    let (StatedValue::Phrase(found), [_, _, ..]) = (&stated.value, right.as_slice()) else {
        return right.first();
    };
    let is_it = |value: &Value| match value {
        Value::Phrase(phrase) => phrase.spellings.iter().any(|own| name::same(own, found)),
        _ => false,
    };
    let mut columns = table
        .records
        .iter()
        .filter_map(|record| record.cells.get(stated.column));
    let place = columns.find_map(|values| values.iter().position(is_it));
    // `at the Corn Exchange`: of a town and a hall the hall
    let venue = |value: &&Value| match value {
        Value::Phrase(phrase) => claims::is_venue(&phrase.preferred),
        _ => false,
    };
    let is_venue = place.is_none() && (claims::is_venue(found) || found.contains(' '));
    let sort = right.iter().find(venue).filter(|_| is_venue);
    place
        .and_then(|place| right.get(place))
        .or(sort)
        .or(right.first())
}

/// Of the phrases that a member belongs to the one that is most like what was found: `Chilean` for `Peruvian`, `Fla.` for
/// `Ga.`, and the first where none is.
pub(super) fn most_alike<'t>(right: &'t [Value], found: &str) -> Option<&'t Value> {
    let alike = |value: &&Value| match value {
        Value::Phrase(phrase) => {
            let ends = phrase.preferred.chars().rev().zip(found.chars().rev());
            let dotted = phrase.preferred.ends_with('.') == found.ends_with('.');
            (
                dotted,
                ends.take(3).take_while(|(one, other)| one == other).count(),
            )
        }
        _ => (false, 0),
    };
    // Of equals `max_by_key` takes the last.
    right.iter().rev().max_by_key(alike)
}

/// Writes the right value in the form of the words found.
pub(super) fn write(right: &Value, stated: &Stated, place: Place) -> Expected {
    let found = stated.span.of(place.text);
    let written = match (right, &stated.value) {
        (Value::Phrase(phrase), StatedValue::Surname(_)) => {
            return Expected::sure(like(name::surname(&phrase.preferred), found));
        }
        // `v1.90` for `v1.88`
        (Value::Phrase(phrase), StatedValue::Version(_)) => {
            let bare = phrase.preferred.trim_start_matches(['v', 'V']);
            let marked = found.starts_with(['v', 'V']) && !bare.is_empty();
            return Expected::sure(match marked {
                true => format!("{}{bare}", &found[..1]),
                false => bare.to_string(),
            });
        }
        (Value::Phrase(phrase), _) => return Expected::sure(like(&phrase.preferred, found)),
        (Value::Ordinal(number), _) => ordinal::ordinal_like(*number, found),
        (Value::Year(year), _) => Expected {
            text: year.to_string(),
            // `53` of `1950-53`
            sure: found.chars().filter(char::is_ascii_digit).count() == 4,
        },
        (Value::Days(first, last), StatedValue::Days { edge, .. }) => {
            let days = match edge {
                Edge::Any | Edge::Both => (*first, *last),
                Edge::First => (*first, *first),
                Edge::Last => (*last, *last),
            };
            return days_like(days, stated, place);
        }
        (Value::Days(first, _), _) => Expected::unsure(first.to_string()),
        (Value::Within(first, last), _) => {
            return Expected::unsure(coarse_like(*first, *last, found));
        }
        (Value::Amount { number, unit }, StatedValue::Amount(found)) => {
            amount::amount_like((*number, *unit), found, stated.span, place)
        }
        (Value::Amount { number, .. }, _) => Expected::unsure(number.normalize().to_string()),
    };
    Expected {
        sure: written.sure && keeps_article(place.text, stated.span.start, found, &written.text),
        ..written
    }
}

/// A month or year in the form of a date: a year for a year, a month for a month.
fn coarse_like(first: Date, last: Date, found: &str) -> String {
    let whole = month_or_year(first, last);
    let digits = found.chars().filter(char::is_ascii_digit).count();
    let letters = found.chars().any(char::is_alphabetic);
    match whole.split_once(' ') {
        Some((_, year)) if !letters => year.to_string(),
        Some((month, _)) if digits == 0 => month.to_string(),
        _ => whole,
    }
}

/// The days in the form of the words found; sure where the words then mean those days.
fn days_like((first, last): (Date, Date), stated: &Stated, place: Place) -> Expected {
    let StatedValue::Days { expr, .. } = &stated.value else {
        return Expected::unsure(first.to_string());
    };
    let found = stated.span.of(place.text);
    let alike = expr.write_like(found, first, last, place.date);
    // The Tuesday of another week.
    if alike == found && first == last {
        return Expected::unsure(first.strftime("%-d %B %Y").to_string());
    }
    let read = |text: &str| {
        let (head, tail) = (
            place.text.get(..stated.span.start)?,
            place.text.get(stated.span.end..place.end)?,
        );
        let changed = format!("{head}{text}{tail}");
        let (span, expr) = dates::at(&changed, stated.span.start, changed.len())?;
        (span.len() == text.len()).then_some(expr)
    };
    let means = |expr: &dates::DateExpr| {
        [place.tense, Tense::Unknown].into_iter().any(|tense| {
            let days = expr.resolve(place.date, tense, None);
            match expr.precision() {
                Precision::Day => days == Some(Period::new(first, last)),
                // `in November`
                _ => days.is_some_and(|days| days.holds(first) && days.holds(last)),
            }
        })
    };
    // `between Nov. 4 and 6` takes two days, `in May` no day.
    let range = |expr: &dates::DateExpr| matches!(expr.form, Form::Range(..));
    let same_shape = |new: &dates::DateExpr| {
        range(expr) == (first != last)
            && expr.precision() == new.precision()
            && stands_in(expr, new, &place.text[stated.span.end..place.end])
    };
    let read = read(&alike);
    Expected {
        sure: read
            .as_ref()
            .is_some_and(|new| same_shape(new) && means(new)),
        text: alike,
    }
}

/// Whether a date can take the place of a weekday or `tomorrow`: not in `Friday's vote`, `Friday night`, and no `today` after
/// a preposition.
fn stands_in(found: &dates::DateExpr, new: &dates::DateExpr, behind: &str) -> bool {
    let weekday = |expr: &dates::DateExpr| {
        matches!(
            expr.form,
            Form::Weekday(..) | Form::Coming(_) | Form::WeekdayOf(..)
        )
    };
    let relative = |expr: &dates::DateExpr| matches!(expr.form, Form::Shift { .. });
    let closed = behind.is_empty() || behind.starts_with(['.', ',', ';', ')', '?', '!', '"']);
    let calendar = !weekday(new) && !relative(new);
    match (weekday(found) || relative(found), weekday(new)) {
        (true, true) => true,
        (true, false) if calendar => closed,
        (true, false) => closed && found.preposition.is_none(),
        (false, _) => true,
    }
}

/// Whether `a` or `an` in front suits the new words as it does those found: `an 8` becomes no `an 9`.
fn keeps_article(text: &str, start: usize, found: &str, written: &str) -> bool {
    let before = text[..start].trim_end_matches(' ');
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
    let article = word.is_some_and(|word| ["a", "an"].contains(&word.to_lowercase().as_str()));
    !article || sounds_vowel(found) == sounds_vowel(written)
}

/// Whether a number is spoken with a vowel first: 8, 11, 18, 80, 8,000, `eleven`.
fn sounds_vowel(words: &str) -> bool {
    let spoken = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    if !spoken.starts_with(|c: char| c.is_ascii_digit()) {
        return spoken.to_lowercase().starts_with(['e', 'a', 'i', 'o', 'u']);
    }
    let whole: String = spoken
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == ',')
        .filter(char::is_ascii_digit)
        .collect();
    let leading = whole.len() % 3;
    whole.starts_with('8') || leading == 2 && (whole.starts_with("11") || whole.starts_with("18"))
}

/// In capitals where the words found are; what may be an acronym (`FYROM`) tells nothing of several words.
fn like(right: &str, found: &str) -> String {
    let acronym = !found.contains(' ') && found.chars().count() <= 6 && right.contains(' ');
    if spelling::all_capitals(found)
        && right.chars().any(char::is_lowercase)
        && found.chars().count() > 3
        && !acronym
    {
        right.to_uppercase()
    } else {
        right.to_string()
    }
}

/// A title in lower case where the words found are.
pub(super) fn title_like(right: &str, found: &str) -> Expected {
    let mut capitals = found.split([' ', '-']).filter(|word| word.len() > 3);
    // `Foreign Minister`, not `UK minister`
    let titled = capitals.all(|word| word.starts_with(char::is_uppercase));
    Expected::sure(match found.chars().any(char::is_uppercase) {
        true if titled && found.starts_with(char::is_uppercase) => {
            like(&in_title_case(right), found)
        }
        true => like(right, found),
        false => right.to_lowercase(),
    })
}

/// A title with a capital in front of each of its words but the small ones: `Secretary of State`.
fn in_title_case(title: &str) -> String {
    let small = |word: &str| {
        matches!(
            word,
            "of" | "for" | "and" | "the" | "in" | "to" | "at" | "on"
        )
    };
    let words = title.split(' ').map(|word| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !small(word) => first.to_uppercase().chain(letters).collect(),
            _ => word.to_string(),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests;
