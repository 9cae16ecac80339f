//! `November 31`.

use std::ops::Range;

use super::pass::by_sentence;
use super::{Check, Flag, Sample, Spot, dates};
use crate::facts::Severity;
use crate::language::DateExpr;
use crate::language::dates::{self as language, Form};
use crate::mentions::Page;
use crate::span::Span;

pub(super) const CHECK: Check = Check {
    id: "impossible-date",
    severity: Severity::Error,
    summary: "a day that does not exist",
    about: "The month does not have that day, or the year has no 29 February. Without a year, a day is reported only where \
            the words around it show that it is a date.",
    why: "No reader can act on a day that does not exist, and the right one is often one digit away.",
    reported: Sample::new("Bids are due by 31 November 2025."),
    silent: Sample::new("Bids are due by 30 November 2025."),
    begin: || by_sentence(flags),
};

fn flags(page: &Page, sentences: Range<usize>) -> Vec<Flag> {
    let text = page.text.as_str();
    dates(page, sentences)
        .filter_map(|(_, span, expr)| {
            let message = wrong(&expr.form, expr, text, span)?;
            Some(Flag {
                at: Spot::Text(span),
                message,
                expected: None,
                related: Vec::new(),
            })
        })
        .collect()
}

fn wrong(form: &Form, expr: &DateExpr, text: &str, span: Span) -> Option<String> {
    match form {
        Form::Range(first, last) => {
            wrong(first, expr, text, span).or_else(|| wrong(last, expr, text, span))
        }
        Form::Calendar {
            year,
            month: Some(month),
            day: Some(day),
        } => {
            // any leap year: without a year 29 February is a day
            let last = jiff::civil::Date::new(year.unwrap_or(2000), *month, 1)
                .ok()?
                .days_in_month();
            if *day <= last {
                return None;
            }
            let certain = year.is_some() || *day <= 31 && is_certain(expr, text, span);
            // `2025.02.30` is a version more often than a date
            let version = span.of(text).starts_with("20") && span.of(text).contains('.');
            let name = language::month_name(*month);
            let message = match year {
                Some(year) if *month == 2 => format!("February {year} has {last} days"),
                _ => format!("{name} has {last} days"),
            };
            (certain && !version).then_some(message)
        }
        _ => None,
    }
}

/// Whether a day and month without a year can be nothing but a date.
fn is_certain(expr: &DateExpr, text: &str, span: Span) -> bool {
    use crate::language::Preposition::{For, In, Of};
    let after = text.get(span.end..).unwrap_or_default();
    let pauses =
        after.trim_end().is_empty() || after.starts_with([',', '.', ';', ')', '?', '!', '"', '\n']);
    let bound = !matches!(expr.preposition, None | Some(In | Of | For));
    expr.weekday.is_some()
        || bound
        || pauses && expr.preposition.is_none()
        || is_month_first(text, span) && is_before_word(expr, after)
}

/// `September 31st`, `Sept. 31`, and not `31 September`.
fn is_month_first(text: &str, span: Span) -> bool {
    span.of(text).starts_with(char::is_uppercase)
}

/// Whether what follows cannot be counted by the day: `the April 31 bombings`, `September 31st attacks`, but not
/// `In June 31 workers were hired`.
fn is_before_word(expr: &DateExpr, after: &str) -> bool {
    use crate::language::DateRole;
    let next = after.trim_start();
    let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    let joined = [
        "from", "at", "and", "when", "as", "that", "by", "through", "until", "to", "after",
        "before",
    ];
    expr.role == DateRole::Adjectival || expr.preposition.is_none() && joined.contains(&&*word)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, silent};

    #[test]
    fn days_that_no_month_has() {
        for (text, found) in [
            (
                "The pact was signed on November 31, 2025.",
                "November 31, 2025",
            ),
            ("The pact was signed on 31 November.", "31 November"),
            ("It runs until Feb. 30.", "Feb. 30"),
            ("Dated 2025-02-29.", "2025-02-29"),
            ("On 31/04/2024 it rained.", "31/04/2024"),
            ("It runs April 28-31, 2024.", "April 28-31, 2024"),
        ] {
            finds("impossible-date", text, None, &[(found, None)]);
        }
    }

    #[test]
    fn leap_years() {
        finds(
            "impossible-date",
            "She was born on February 29, 2000, moved on Feb. 29, 2023 and left on Feb. 29.",
            None,
            &[("Feb. 29, 2023", None)],
        );
        finds(
            "impossible-date",
            "On Feb. 29, 1900, it rained.",
            None,
            &[("Feb. 29, 1900", None)],
        );
    }

    #[test]
    fn no_dates_at_all() {
        for text in [
            "In June 31 workers were hired.",
            "In November 31 percent were in favor.",
            "Release 2025.02.30 is out.",
            "They had 31 September births.",
            "Room 31, April Jones.",
            "On October 31 and Dec. 31 they met.",
        ] {
            silent("impossible-date", text, None);
        }
    }
}
