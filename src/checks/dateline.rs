//! Dates in the article's own header contradict each other.

use jiff::civil::Date;

use super::pass::by_article;
use super::{Check, Flag, Sample, Spot, listed, written};
use crate::article::{Block, DateKind, HeaderDate};
use crate::facts::Severity;
use crate::mentions::Page;
use crate::span::Span;

pub(super) const CHECK: Check = Check {
    id: "dateline",
    severity: Severity::Warning,
    summary: "dates in the article's own header that contradict each other",
    about: "The dates in an article's header must agree: the one that is not the article's date is marked. Dates up to two \
            days apart agree (time zones, updates at night), and so does a later date that is labeled as an update. Of a \
            page with markup only the dates of one line are compared, because the lines around an article have dates of \
            their own. A later date on a line of its own may be the day on which the page was saved, and a much earlier \
            one may belong to another article: these are reported only if a label says that they are the article's.",
    why: "Every “yesterday” and every fact with a time depends on the article's date. With two dates in the header, the \
          whole article may be checked for the wrong day.",
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

/// Words before a date that say that it is the article's.
const PUBLISHED: &str = "\
    date dated published publication posted issued released release edition pubdate";

/// So many days apart, one of two dates may be a slip of the other.
const CLOSE: i32 = 62;

fn flags(page: &Page) -> Vec<Flag> {
    let dates = &page.article.dates;
    // a date given from outside that the header does not know is no witness between the header's own
    let own = |date: &&HeaderDate| {
        page.date()
            .is_some_and(|today| days_between(today, date.date).abs() <= SAME)
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
            let days = days_between(reference.date, date.date);
            let says = |words| labelled(page, date, words);
            // a known later update is no contradiction
            let revised = date.kind == DateKind::Updated || says(REVISED);
            let earlier = says(ORIGINAL) || labelled(page, reference, REVISED);
            days > SAME && !revised && !labelled(page, reference, ORIGINAL)
                || days < -SAME && !earlier
        })
        .filter(|date| is_comparable(page, reference, date))
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

fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |length| length.get_days())
}

/// Whether both dates are certainly the article's: on one line, by a label, or as one is written by a slip for the other.
fn is_comparable(page: &Page, reference: &HeaderDate, date: &HeaderDate) -> bool {
    let Some(part) = page.article.parts.get(date.part) else {
        return false;
    };
    let block = |date: &HeaderDate| {
        let holds = |block: &Block| block.runs.iter().any(|run| run.source.overlaps(date.span));
        part.blocks.iter().position(holds)
    };
    let same_line = |other: &HeaderDate| {
        days_between(reference.date, other.date).abs() <= SAME && block(other) == block(date)
    };
    if block(date).is_some() && page.article.dates.iter().any(same_line) {
        return true;
    }
    if part.source.trim_start().starts_with(['<', '{', '[']) {
        return false;
    }
    let between = Span::new(
        reference.span.end.min(date.span.end),
        reference.span.start.max(date.span.start),
    );
    let one_line = !between.of(&part.source).contains('\n');
    if one_line || labelled(page, date, PUBLISHED) {
        return true;
    }
    let days = days_between(reference.date, date.date);
    let other_year = reference.date.year() != date.date.year();
    let day_of_year = |date: Date| i32::from(date.day_of_year());
    let same_day = (day_of_year(reference.date) - day_of_year(date.date)).abs() <= SAME;
    days < 0 && (days >= -CLOSE || other_year && same_day)
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
    fn the_day_on_which_a_page_was_saved() {
        let text = "Mayor Ada Lindqvist\nJuly 31, 2028\nNews\nTwo towns talk\nMay 11, 2026\n\nThe mayors spoke.";
        silent("dateline", text, Some(date(2026, 5, 11)));
        silent("dateline", text, None);
        let text = "Mayor Ada Lindqvist\nMay 11, 2026\nNews\nTwo towns talk\nPublished: July 31, 2028\n\nThe mayors spoke.";
        finds(
            "dateline",
            text,
            Some(date(2026, 5, 11)),
            &[("July 31, 2028", None)],
        );
    }

    #[test]
    fn an_update_before_the_publication() {
        let text =
            "Published: Nov 20, 2025\nUpdated: Nov 3, 2025\n\nTwo towns talk\n\nThe mayors spoke.";
        finds("dateline", text, None, &[("Nov 3, 2025", None)]);
    }
}
