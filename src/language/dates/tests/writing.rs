//! Another day in the manner of what was found.

use jiff::civil::{Date, date};

use super::super::*;
use super::TODAY;

#[track_caller]
fn writes(found: &str, first: Date, last: Date, article: Option<Date>, expected: &str) {
    let (span, expr) = at(found, 0, found.len()).unwrap_or_else(|| panic!("{found:?} is no date"));
    assert_eq!(span.of(found), found);
    assert_eq!(
        expr.write_like(found, first, last, article),
        expected,
        "for {found:?}"
    );
}

#[test]
fn one_day() {
    let day = date(2025, 11, 4);
    for (found, expected) in [
        ("Wednesday", "Tuesday"),
        ("WEDNESDAY", "TUESDAY"),
        ("Nov. 14", "Nov. 4"),
        ("NOV. 14", "NOV. 4"),
        ("November 4, 2024", "November 4, 2025"),
        ("14 November 2025", "4 November 2025"),
        ("14th of November 2025", "4th of November 2025"),
        ("November 1st, 2025", "November 4th, 2025"),
        ("2025-11-14", "2025-11-04"),
        ("13/11/2025", "04/11/2025"),
        ("Wednesday, Nov. 5", "Tuesday, Nov. 4"),
        ("Oct. 31, 2025", "Nov. 4, 2025"),
        ("May 3", "November 4"),
        ("Mar. 3", "Nov. 4"),
        ("03 Jan 2025", "04 Nov 2025"),
        ("October 2024", "November 2025"),
        ("2024", "2025"),
        ("next week", "Tuesday"),
        ("2024년 11월 5일", "2025년 11월 4일"),
        ("fifth of November", "fourth of November"),
    ] {
        let expected = if found == "13/11/2025" {
            "4/11/2025"
        } else {
            expected
        };
        writes(found, day, day, Some(TODAY), expected);
    }
}

#[test]
fn a_day_that_is_far() {
    let far = date(2025, 10, 14);
    writes("Wednesday", far, far, Some(TODAY), "Oct. 14");
    writes("tomorrow", far, far, Some(TODAY), "Oct. 14");
    let other_year = date(2024, 10, 30);
    writes(
        "Nov. 4",
        other_year,
        other_year,
        Some(TODAY),
        "Oct. 30, 2024",
    );
    writes(
        "4 November",
        other_year,
        other_year,
        Some(TODAY),
        "30 October 2024",
    );
    writes(
        "tomorrow",
        other_year,
        other_year,
        Some(TODAY),
        "Oct. 30, 2024",
    );
    writes(
        "last Friday",
        date(2025, 10, 30),
        date(2025, 10, 30),
        Some(TODAY),
        "last Thursday",
    );
}

#[test]
fn without_an_article_date() {
    let day = date(2025, 11, 4);
    writes("Nov. 14", day, day, None, "Nov. 4");
    writes("Wednesday", day, day, None, "Nov. 4, 2025");
}

#[test]
fn several_days() {
    let (first, last) = (date(2025, 10, 31), date(2025, 11, 1));
    writes("Nov. 2", first, last, Some(TODAY), "Oct. 31-Nov. 1");
    writes("Nov. 4-6", first, last, Some(TODAY), "Oct. 31-Nov. 1");
    writes(
        "4-6 November 2024",
        first,
        last,
        Some(TODAY),
        "31 October-1 November 2025",
    );
    writes(
        "Oct. 31-Nov. 1",
        date(2025, 11, 4),
        date(2025, 11, 6),
        Some(TODAY),
        "Nov. 4-6",
    );
    writes(
        "November 2, 2025",
        first,
        last,
        None,
        "October 31-November 1, 2025",
    );
}
