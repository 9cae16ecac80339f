//! `Wednesday, November 4, 2025` is a Tuesday.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::{Check, Flag, Pass, Sample, Spot, dates, written};
use crate::facts::{Period, Severity};
use crate::language::dates::{self as language, Form};
use crate::language::{DateExpr, Tense};
use crate::mentions::Page;
use crate::span::Span;

pub(super) const CHECK: Check = Check {
    id: "weekday",
    severity: Severity::Error,
    summary: "a weekday that is not the weekday of its date",
    about: "The weekday next to a date must be the weekday of that date. A date without a year gets it from the article's \
            date. It is not reported if the weekday is right in another year that is named nearby. Years before 1924 \
            are not checked: until then some countries of Europe had another calendar.",
    why: "Readers plan by the weekday and archives by the date, and nothing in the sentence says which of the two is \
          wrong.",
    reported: Sample::new("The council meets on Tuesday, 3 November 2025."),
    silent: Sample::new("The council meets on Monday, 3 November 2025."),
    begin: || Box::<Weekdays>::default(),
};

/// The first year that had one calendar everywhere that newsrooms write of.
const ONE_CALENDAR: i16 = 1924;

/// How far from the article's date a date without a year is sure to be of the nearest year.
const NEAR: i32 = 60;

/// What is wrong so far, and the years that the article speaks of.
#[derive(Default)]
struct Weekdays {
    wrong: Vec<Wrong>,
    years: BTreeSet<i16>,
}

/// A weekday that is not the day's.
struct Wrong {
    flag: Flag,
    stated: Weekday,
    day: Date,
    /// Whether the year is taken from the article's date.
    yearless: bool,
}

impl Pass for Weekdays {
    fn read(&mut self, page: &Page, sentences: Range<usize>) {
        for (sentence, span, expr) in dates(page, sentences) {
            if let Form::Calendar {
                year: Some(year), ..
            } = expr.form
            {
                self.years.insert(year);
            }
            self.wrong.extend(wrong(page, sentence, span, expr));
        }
    }

    fn end(self: Box<Self>, page: &Page) -> Vec<Flag> {
        let Self { wrong, years } = *self;
        let calendar = is_of_next_year(&wrong);
        let of_old = |wrong: &Wrong| {
            wrong.yearless && (calendar || is_of_old(&years, wrong.day, wrong.stated))
        };
        let wrong = wrong.into_iter().filter(|wrong| !of_old(wrong));
        wrong
            .map(|wrong| wrong.flag)
            .chain(metadata(page))
            .collect()
    }
}

fn wrong(page: &Page, sentence: usize, span: Span, expr: &DateExpr) -> Option<Wrong> {
    let text = page.text.as_str();
    let (place, stated) = expr.weekday?;
    let days = page
        .period()
        .map_or(vec![None], |days| vec![days.from, days.until]);
    // of an article that was updated it may be either day's year
    let mut right = None;
    for today in days {
        let day = the_day(expr, today)?;
        if day.weekday() == stated {
            return None;
        }
        right = Some(day);
    }
    let day = right?;
    let yearless = matches!(expr.form, Form::Calendar { year: None, .. });
    // a speaker who looks back names no year
    let excused =
        yearless && (page.text.in_speech(span) || is_of_near_year(page, sentence, day, stated));
    if excused || is_listed(text, span) || is_in_name(text, place) {
        return None;
    }
    let date = Spot::Text(expr.date.unwrap_or(span));
    let place = with_stop(text, place);
    Some(Wrong {
        flag: flag(Spot::Text(place), place.of(text), date, stated, day),
        stated,
        day,
        yearless,
    })
}

/// Dates of metadata that is no prose, and so is in no sentence.
fn metadata(page: &Page) -> Vec<Flag> {
    let header = |dated: &crate::article::HeaderDate| {
        let source = &page.article.parts.get(dated.part)?.source;
        let (_, expr) = language::at(source, dated.span.start, dated.span.end)?;
        let (span, stated) = expr.weekday?;
        let (part, span) = (dated.part, with_stop(source, span));
        if dated.date.weekday() == stated || dated.date.year() < ONE_CALENDAR {
            return None;
        }
        let in_prose = page.text.sentences().iter().any(|sentence| {
            let place = page.text.place(sentence.span);
            place.part == part && place.span.overlaps(span)
        });
        if in_prose {
            return None;
        }
        let at = Spot::Source { part, span };
        let date = Spot::Source {
            part,
            span: expr.date.unwrap_or(dated.span),
        };
        Some(flag(at, span.of(source), date, stated, dated.date))
    };
    page.article.dates.iter().filter_map(header).collect()
}

/// A shortened weekday with its full stop: `Sat.`.
fn with_stop(text: &str, weekday: Span) -> Span {
    let short = weekday.len() <= "Thurs".len();
    let stopped = text
        .get(weekday.end..)
        .is_some_and(|rest| rest.starts_with('.'));
    Span::new(weekday.start, weekday.end + usize::from(short && stopped))
}

fn flag(at: Spot, words: &str, date: Spot, stated: Weekday, day: Date) -> Flag {
    let right = language::weekday_like(words, day);
    let name = language::weekday_name(day.weekday());
    Flag {
        at,
        message: format!(
            "{} is a {name}, not a {}",
            written(day),
            language::weekday_name(stated)
        ),
        expected: Some(right),
        related: vec![(date, format!("this day is a {name}"))],
    }
}

/// The day that is certainly meant.
fn the_day(expr: &DateExpr, today: Option<Date>) -> Option<Date> {
    let year = match expr.form {
        Form::Calendar {
            year,
            month: Some(_),
            day: Some(_),
        } => year,
        Form::OfYear {
            day: Some(_),
            years,
            ..
        } => Some(today?.year() + i16::from(years)),
        _ => return None,
    };
    let day = expr.resolve(today, Tense::Unknown, None)?.from?;
    match year {
        Some(year) => (year >= ONE_CALENDAR).then_some(day),
        None => {
            let distance = today?.until(day).ok()?.get_days();
            (distance.abs() <= NEAR).then_some(day)
        }
    }
}

/// Whether the block of a sentence, or the one before it, speaks of another year than the day's: `In 2019 …`, `last year`,
/// and not `this year`.
pub(super) fn other_year(page: &Page, sentence: usize, day: Date) -> bool {
    any_near(page, sentence, |days| !spans_year(days, day.year()))
}

/// Whether the block of a sentence, or the one before it, speaks of another year, and the day has this weekday in that
/// year or one beside it: `The siege began in 1978. On Sunday, Nov. 4, the gates fell.` A text that merely names another
/// year says nothing of its weekdays.
fn is_of_near_year(page: &Page, sentence: usize, day: Date, stated: Weekday) -> bool {
    any_near(page, sentence, |days| {
        let (Some(from), Some(until)) = (days.from, days.until) else {
            return false;
        };
        // next to the day's own year, only what is said
        let own = i16::from((from.year() - day.year()).abs() > 1);
        let mut years = from.year() - own..=until.year() + own;
        years.any(|year| {
            let same = Date::new(year, day.month(), day.day());
            year != day.year() && same.is_ok_and(|same| same.weekday() == stated)
        })
    })
}

fn spans_year(days: Period, year: i16) -> bool {
    let from = days.from.is_none_or(|from| from.year() <= year);
    from && days.until.is_none_or(|until| until.year() >= year)
}

/// Whether this holds of the days of some year, season or dated day that is in the block of a sentence, or in the one
/// before it.
fn any_near(page: &Page, sentence: usize, holds: impl Fn(Period) -> bool) -> bool {
    let sentences = page.text.sentences();
    let Some(block) = sentences.get(sentence).map(|sentence| sentence.block) else {
        return false;
    };
    // a hostile block of a million sentences is read no further than this
    let around = sentence.saturating_sub(Page::NEAR)..sentences.len().min(sentence + Page::NEAR);
    let near = |index: &usize| {
        let other = sentences.get(*index).map(|sentence| sentence.block);
        other.is_some_and(|other| other == block || other + 1 == block)
    };
    around.filter(near).any(|index| {
        page.values(index)
            .iter()
            .any(|mention| match &mention.reading {
                crate::language::Reading::Date(expr) => {
                    let dated = matches!(expr.form, Form::Calendar { year: Some(_), .. });
                    let days = expr.resolve(page.date(), Tense::Unknown, None);
                    (dated || expr.precision() >= language::Precision::Season)
                    // `two years later` is of a time that is not known
                    && days.is_none_or(&holds)
                }
                _ => false,
            })
    })
}

/// Whether so many days without a year have the weekdays of the year before or after that they are of that one: the
/// holidays of next year.
fn is_of_next_year(wrong: &[Wrong]) -> bool {
    const FEWEST: usize = 3;
    let yearless = || wrong.iter().filter(|wrong| wrong.yearless);
    let fits = |years: i16| {
        yearless().all(|wrong| {
            let day = Date::new(wrong.day.year() + years, wrong.day.month(), wrong.day.day());
            day.is_ok_and(|day| day.weekday() == wrong.stated)
        })
    };
    yearless().count() >= FEWEST && (fits(1) || fits(-1))
}

/// Whether a year long before or after the day's, in which the day has this weekday, is among them: a look back.
fn is_of_old(years: &BTreeSet<i16>, day: Date, stated: Weekday) -> bool {
    let fits = |year: i16| {
        Date::new(year, day.month(), day.day()).is_ok_and(|day| day.weekday() == stated)
    };
    years
        .iter()
        .any(|year| (year - day.year()).abs() > 1 && fits(*year))
}

/// Whether the weekday or the date is one of several: `Saturday and Sunday, Nov. 8 and 9`.
fn is_listed(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let mut words = before.split_whitespace().rev();
    let joined = words.next().unwrap_or_default();
    let join = ["and", "or", "to", "through", "&", "-", "—", "until"].contains(&joined)
        || joined.ends_with(',')
        || before.ends_with(['-', '/', '—']);
    let names_day = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        word.rsplit(['-', '/', '—'])
            .next()
            .is_some_and(language::is_weekday)
    };
    let listed = join && (names_day(joined) || words.next().is_some_and(names_day));
    let after = text.get(span.end..).unwrap_or_default();
    let after = after.trim_start_matches([' ', ',']);
    let goes_on = ["and ", "& ", "or ", "-", "/", "to ", "through "]
        .iter()
        .find_map(|join| after.strip_prefix(join))
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    listed || goes_on
}

/// Whether the weekday is part of a name: `the Norland Sun, Oct. 19, 2025`, `/sales-Friday-2025-10-20`.
fn is_in_name(text: &str, weekday: Span) -> bool {
    let before = text.get(..weekday.start).unwrap_or_default();
    let stopped = text
        .get(weekday.end..)
        .is_some_and(|rest| rest.starts_with('.'));
    let last = before.strip_suffix(' ').unwrap_or_default();
    let last = last
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let named = last.starts_with(char::is_uppercase) || last.eq_ignore_ascii_case("the");
    let newspaper = weekday.of(text) == "Sun" && !stopped && named;
    newspaper || before.ends_with(['-', '_', '/'])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::testing::{finds, silent};

    #[test]
    fn full_dates() {
        silent(
            "weekday",
            "It was updated on Tuesday, 04 November 2025, and on Friday, Oct. 31, 2025.",
            None,
        );
        for (text, found, expected) in [
            (
                "The fair opened on Wednesday, November 4, 2025.",
                "Wednesday",
                "Tuesday",
            ),
            ("The fair opened on Wed., Nov. 4, 2025.", "Wed.", "Tue."),
            ("The fair opened on Thurs. Nov. 4, 2025.", "Thurs.", "Tue."),
            ("The fair opened on Wed, Nov. 4, 2025.", "Wed", "Tue"),
            (
                "The fair opened on WEDNESDAY, NOVEMBER 4, 2025.",
                "WEDNESDAY",
                "TUESDAY",
            ),
            (
                "The fair opened on Nov. 4, 2025 (Wednesday).",
                "Wednesday",
                "Tuesday",
            ),
            (
                "Wednesday (4 November 2025) was dry.",
                "Wednesday",
                "Tuesday",
            ),
            (
                "The fair opened on Wednesday 2025-11-04.",
                "Wednesday",
                "Tuesday",
            ),
        ] {
            finds("weekday", text, None, &[(found, Some(expected))]);
        }
    }

    #[test]
    fn the_year_of_the_article() {
        let today = Some(date(2025, 11, 3));
        finds(
            "weekday",
            "The talks open on Monday, Nov. 4.",
            today,
            &[("Monday", Some("Tuesday"))],
        );
        silent("weekday", "The talks open on Tuesday, Nov. 4.", today);
        silent("weekday", "The talks open on Monday, Nov. 4.", None);
    }

    #[test]
    fn other_years_are_left_alone() {
        let today = Some(date(2025, 11, 3));
        silent(
            "weekday",
            "The siege began in 1979. On Sunday, Nov. 4, the gates fell.",
            today,
        );
        silent("weekday", "It opened on Monday, Nov. 4, last year.", today);
        silent(
            "weekday",
            "The siege began in 1963.\n\nIt was a hard fall.\n\nThere was no bread.\n\nOn Monday, Nov. 4, the gates fell.",
            today,
        );
        finds(
            "weekday",
            "The siege began in 1964.\n\nIt was a hard fall.\n\nThere was no bread.\n\nOn Monday, Nov. 4, the gates fell.",
            today,
            &[("Monday", Some("Tuesday"))],
        );
        silent(
            "weekday",
            "He was crowned on Monday, October 14, 1066.",
            None,
        );
    }

    #[test]
    fn the_holidays_of_next_year() {
        let today = Some(date(2025, 11, 3));
        let text = "Closed: Friday, Dec. 25, Saturday, Dec. 26, and Thursday, Dec. 31.";
        silent("weekday", text, today);
        silent(
            "weekday",
            "\u{201C}It was on Friday, Dec. 25,\u{201D} she said.",
            today,
        );
        finds(
            "weekday",
            "Closed: Friday, Dec. 25.",
            today,
            &[("Friday", Some("Thursday"))],
        );
    }

    #[test]
    fn names_that_hold_a_weekday() {
        for text in [
            "It was first told in the Norland Sun, Oct. 20, 2025.",
            "By Ada Lindqvist, The Sun Oct. 20, 2025.",
            "See norland.example/spring-Friday-2025-10-20 for the list.",
        ] {
            silent("weekday", text, None);
        }
        finds(
            "weekday",
            "The fair opened on Sun, Oct. 20, 2025.",
            None,
            &[("Sun", Some("Mon"))],
        );
    }

    #[test]
    fn notes_about_the_article_are_no_prose() {
        silent(
            "weekday",
            "The fair opened. This article was amended on Tuesday, 3 November 2025.",
            None,
        );
    }

    #[test]
    fn lists_and_ranges() {
        let today = Some(date(2025, 11, 3));
        silent(
            "weekday",
            "It runs Saturday and Sunday, Nov. 8 and 9.",
            today,
        );
        silent("weekday", "It runs Saturday-Sunday, Nov. 8-9.", today);
        silent("weekday", "It runs Monday through Friday, Nov. 3-7.", today);
        silent(
            "weekday",
            "It is closed Saturday, Sunday, Nov. 8 or 9.",
            today,
        );
    }

    #[test]
    fn header_dates_are_read_one_by_one() {
        silent(
            "weekday",
            "date 2025-07-31 Tuesday, 02 January 2024 09:40 UTC\nTwo towns talk\n\nThey met.",
            None,
        );
        finds(
            "weekday",
            "Monday, 02 January 2024 09:40 UTC\nTwo towns talk\n\nThey met.",
            None,
            &[("Monday", Some("Tuesday"))],
        );
    }
}
