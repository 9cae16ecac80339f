//! Dates in the article's own header contradict each other.

use jiff::civil::Date;

use super::pass::by_article;
use super::{Check, Flag, Sample, Spot, listed, written};
use crate::article::{DateKind, HeaderDate};
use crate::facts::Severity;
use crate::mentions::Page;

pub(super) const CHECK: Check = Check {
    id: "dateline",
    severity: Severity::Warning,
    summary: "dates in the article's own header that contradict each other",
    about: "The dates in an article's header must agree: one that is not the article's date is marked. Dates up \
            to two days apart agree (a time zone, a night's update), and so does a later date that says that it is \
            an update.",
    why: "Every “yesterday” and every fact with a time is read by the article's date. A header with two dates may give \
          the whole article the wrong day.",
    reported: Sample::new(
        "Harbor opens its new pier\nPublished: November 3, 2025\nSEOUL, Oct. 23, 2025 (Wire) -- The pier opened to the public.\n",
    ),
    silent: Sample::new(
        "Harbor opens its new pier\nPublished: November 3, 2025\nSEOUL, Nov. 2, 2025 (Wire) -- The pier opened to the public.\n",
    ),
    begin: || by_article(flags),
};

/// So many days apart, two dates are one publication in two time zones, or with a night between.
const SAME: i32 = 2;

/// Words before a date that say that it is meant to differ.
const REVISED: &str = "\
    updated update modified edited corrected revised amended accessed retrieved archived expires reviewed \
    republished copyright ©";

/// Words before a date that say that it is the first of several.
const ORIGINAL: &str = "\
    first original originally created taken filed";

fn flags(page: &Page) -> Vec<Flag> {
    let dates = &page.article.dates;
    let apart = |a: Date, b: Date| a.until(b).map_or(i32::MAX, |length| length.get_days());
    // a date given from outside that the header does not know is no witness between the header's own
    let own = |date: &&HeaderDate| {
        page.date()
            .is_some_and(|today| apart(today, date.date).abs() <= SAME)
    };
    let Some(reference) = dates.iter().find(own).or_else(|| dates.first()) else {
        return Vec::new();
    };
    let spot = |date: &HeaderDate| Spot::Source {
        part: date.part,
        span: date.span,
    };
    dates
        .iter()
        .filter(|date| date.part == reference.part)
        .filter(|date| {
            let days = apart(reference.date, date.date);
            let says = |words| labelled(page, date, words);
            // a known later update is no contradiction
            let revised = date.kind == DateKind::Updated || says(REVISED);
            let earlier = says(ORIGINAL) || labelled(page, reference, REVISED);
            days > SAME && !revised && !labelled(page, reference, ORIGINAL)
                || days < -SAME && !earlier
        })
        .map(|date| Flag {
            at: spot(date),
            message: format!(
                "the header says {} here and {} elsewhere",
                written(date.date),
                written(reference.date)
            ),
            expected: None,
            related: vec![(spot(reference), "the article's date".to_string())],
        })
        .collect()
}

/// Whether one of the words stands before a date, on its line and after any other date.
fn labelled(page: &Page, date: &HeaderDate, words: &str) -> bool {
    let Some(part) = page.article.parts.get(date.part) else {
        return false;
    };
    let others = page
        .article
        .dates
        .iter()
        .filter(|other| other.part == date.part);
    let from = others
        .map(|other| other.span.end)
        .filter(|end| *end <= date.span.start)
        .max();
    let before = part
        .source
        .get(from.unwrap_or(0)..date.span.start)
        .unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    // a key of front matter or an attribute stands close
    let mut close = line.len().saturating_sub(60);
    while !line.is_char_boundary(close) {
        close += 1;
    }
    let label = line.get(close..).unwrap_or_default();
    label
        .split(|c: char| !c.is_alphanumeric() && c != '©')
        .any(|word| listed(word, words))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::testing::{finds, silent};

    #[test]
    fn a_date_that_is_not_the_articles() {
        let text = "date 2025-07-31 Tuesday, 02 January 2024 09:40 UTC\nTwo towns talk\n\nThe mayors spoke on Thursday.";
        finds(
            "dateline",
            text,
            None,
            &[("Tuesday, 02 January 2024", None)],
        );
        finds(
            "dateline",
            text,
            Some(date(2025, 7, 31)),
            &[("Tuesday, 02 January 2024", None)],
        );
        finds(
            "dateline",
            text,
            Some(date(2024, 1, 2)),
            &[("2025-07-31", None)],
        );
    }

    #[test]
    fn time_zones_and_updates() {
        for text in [
            "Today : Nov 03, 2025\nWorld News\n04 November 2025\n\nTwo towns talk\n\nThe mayors spoke on Thursday.",
            "Published: Nov 3, 2025\nUpdated: Nov 20, 2025\n\nTwo towns talk\n\nThe mayors spoke.",
            "Nov 3, 2025\n\nTwo towns talk\n\nThe mayors spoke on January 5, 2020.",
        ] {
            silent("dateline", text, None);
        }
    }

    #[test]
    fn an_update_before_the_publication() {
        let text =
            "Published: Nov 20, 2025\nUpdated: Nov 3, 2025\n\nTwo towns talk\n\nThe mayors spoke.";
        finds("dateline", text, None, &[("Nov 3, 2025", None)]);
    }
}
