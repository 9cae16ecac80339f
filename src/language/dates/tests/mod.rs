mod behind;
mod calendar;
mod laws;
mod silence;
mod writing;

use jiff::civil::{Date, date};

use super::*;
use crate::language::tense;

/// Monday, 3 November 2025.
const TODAY: Date = date(2025, 11, 3);

/// Every date of a sentence: its words and its normalised value, read on a day, each after the one before it.
fn read_on(article: Option<Date>, text: &str) -> Vec<(String, String)> {
    let all = Span::new(0, text.len());
    let mut previous = None;
    scan(text, all)
        .into_iter()
        .map(|(span, expr)| {
            let tense = tense::of(text, all, span.start);
            let value = expr.iso(article, tense, previous);
            if let Some(Period { from, until }) = expr.resolve(article, tense, previous)
                && from == until
            {
                previous = from;
            }
            (
                span.of(text).to_string(),
                value.unwrap_or_else(|| "-".to_string()),
            )
        })
        .collect()
}

/// Checks that a sentence holds exactly these dates, on [`TODAY`].
#[track_caller]
fn reads(text: &str, dates: &[(&str, &str)]) {
    let found = read_on(Some(TODAY), text);
    let found: Vec<_> = found
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    assert_eq!(found, dates, "in {text:?}");
}

#[test]
fn bare_weekdays() {
    reads("They met on Tuesday.", &[("Tuesday", "2025-10-28")]);
    reads("They will meet on Tuesday.", &[("Tuesday", "2025-11-04")]);
    reads("They meet on Tuesday.", &[("Tuesday", "2025-11-04")]);
    reads("They met on Monday.", &[("Monday", "2025-11-03")]);
    reads("He left last Friday.", &[("last Friday", "2025-10-31")]);
    reads("He left last Monday.", &[("last Monday", "2025-10-27")]);
    reads("He will go this Friday.", &[("this Friday", "2025-11-07")]);
    reads(
        "He will go next Tuesday.",
        &[("next Tuesday", "2025-11-11")],
    );
    reads(
        "He will go this coming Friday.",
        &[("this coming Friday", "2025-11-07")],
    );
    reads(
        "We met Tuesday of last week.",
        &[("Tuesday of last week", "2025-10-28")],
    );
    reads(
        "They play next week Wednesday.",
        &[("next week Wednesday", "2025-11-12")],
    );
    let thursday = Some(date(2025, 7, 31));
    assert_eq!(
        read_on(thursday, "took office last Friday")[0].1,
        "2025-07-25"
    );
}

#[test]
fn counted_days() {
    reads(
        "It rained yesterday, will today and tomorrow.",
        &[
            ("yesterday", "2025-11-02"),
            ("today", "2025-11-03"),
            ("tomorrow", "2025-11-04"),
        ],
    );
    reads(
        "He left three days ago.",
        &[("three days ago", "2025-10-31")],
    );
    reads(
        "It will open in two days.",
        &[("in two days", "2025-11-05")],
    );
    reads(
        "They met on Nov. 6; it ended the next day.",
        &[("Nov. 6", "2025-11-06"), ("the next day", "2025-11-07")],
    );
    reads(
        "Held on Nov. 3, it resumed two days later.",
        &[("Nov. 3", "2025-11-03"), ("two days later", "2025-11-05")],
    );
    reads(
        "On Nov. 6 he left, a day earlier than",
        &[("Nov. 6", "2025-11-06")],
    );
    reads(
        "On Nov. 6 he left; she left the day before.",
        &[("Nov. 6", "2025-11-06"), ("the day before", "2025-11-05")],
    );
    reads(
        "It resumes the day after tomorrow.",
        &[("the day after tomorrow", "2025-11-05")],
    );
    reads(
        "two weeks after Jan. 15, 2024",
        &[("two weeks after Jan. 15, 2024", "2024-01-29")],
    );
    reads(
        "the 15th of next month",
        &[("the 15th of next month", "2025-12-15")],
    );
}

#[test]
fn longer_times() {
    reads(
        "next week, last month, this year",
        &[
            ("next week", "2025-11-10/2025-11-16"),
            ("last month", "2025-10"),
            ("this year", "2025"),
        ],
    );
    reads(
        "In November 2025 and mid-October, early November, late 2024",
        &[
            ("November 2025", "2025-11"),
            ("mid-October", "2025-10-08/2025-10-25"),
            ("early November", "2025-11-01/2025-11-16"),
            ("late 2024", "2024-07-02/2024-12-31"),
        ],
    );
    reads(
        "in the second quarter of 2025, Q3 2025, the first half of 2024",
        &[
            ("second quarter of 2025", "2025-04-01/2025-06-30"),
            ("Q3 2025", "2025-07-01/2025-09-30"),
            ("first half of 2024", "2024-01-01/2024-06-30"),
        ],
    );
    reads(
        "in spring 2024 and the 1990s",
        &[
            ("spring 2024", "2024-03-01/2024-05-31"),
            ("1990s", "1990-01-01/1999-12-31"),
        ],
    );
    reads(
        "Nov. 4-6, 4-6 November 2024, Oct. 31-Nov. 1",
        &[
            ("Nov. 4-6", "2025-11-04/2025-11-06"),
            ("4-6 November 2024", "2024-11-04/2024-11-06"),
            ("Oct. 31-Nov. 1", "2025-10-31/2025-11-01"),
        ],
    );
    reads(
        "Dec. 30-Jan. 2, 2025",
        &[("Dec. 30-Jan. 2, 2025", "2024-12-30/2025-01-02")],
    );
    reads(
        "from Oct. 31 to Nov. 1",
        &[("Oct. 31 to Nov. 1", "2025-10-31/2025-11-01")],
    );
    reads(
        "since last March and during his May trip",
        &[("last March", "2025-03"), ("May", "2025-05")],
    );
    reads(
        "late last year",
        &[("late last year", "2024-07-02/2024-12-31")],
    );
    reads("two years ago", &[("two years ago", "2023-11-03")]);
}

#[test]
fn years() {
    reads(
        "In 2003, by 2030, since 1957",
        &[("2003", "2003"), ("2030", "2030"), ("1957", "1957")],
    );
    reads(
        "the 1950-53 war (1950–1953)",
        &[
            ("1950-53", "1950-01-01/1953-12-31"),
            ("1950–1953", "1950-01-01/1953-12-31"),
        ],
    );
    reads(
        "the 2024 election and 2024's budget",
        &[("2024", "2024"), ("2024", "2024")],
    );
    reads(
        "between 1950 and 1953",
        &[("1950", "1950"), ("1953", "1953")],
    );
    reads("fiscal 2026", &[("fiscal 2026", "2025-10-01/2027-03-31")]);
    reads(
        "by the end of 2030",
        &[("end of 2030", "2030-07-02/2030-12-31")],
    );
}

#[test]
fn korean() {
    reads(
        "2025년 11월 4일 서울에서",
        &[("2025년 11월 4일", "2025-11-04")],
    );
    reads("11월 4일 열린다", &[("11월 4일", "2025-11-04")]);
    reads("2024년에", &[("2024년에", "2024")]);
}

#[test]
fn holidays() {
    reads("on Christmas Day", &[("Christmas Day", "2025-12-25")]);
    reads(
        "on New Year's Day 2026",
        &[("New Year's Day 2026", "2026-01-01")],
    );
    reads(
        "on Black Friday 2010",
        &[("Black Friday 2010", "2010-11-26")],
    );
    reads("at Easter 2019", &[("Easter 2019", "2019-04-21")]);
    reads(
        "The Christmas tree and May Day 2024",
        &[("May Day 2024", "2024-05-01")],
    );
}

#[test]
fn days_that_do_not_exist() {
    reads("signed on November 31, 2025", &[("November 31, 2025", "-")]);
    reads(
        "on Feb. 29, 2023 and Feb. 29, 2024",
        &[("Feb. 29, 2023", "-"), ("Feb. 29, 2024", "2024-02-29")],
    );
    reads("on 31/11/2025", &[("31/11/2025", "-")]);
}

#[test]
fn a_date_without_a_year_is_the_nearest_one() {
    let january = Some(date(2026, 1, 5));
    assert_eq!(read_on(january, "They met on Dec. 20.")[0].1, "2025-12-20");
    assert_eq!(
        read_on(january, "They will meet on Feb. 2.")[0].1,
        "2026-02-02"
    );
    assert_eq!(read_on(january, "They met on July 1.")[0].1, "2025-07-01");
    assert_eq!(
        read_on(january, "They will meet on July 1.")[0].1,
        "2026-07-01"
    );
    // an error in the tense does not move a near day by a year
    assert_eq!(read_on(january, "They met on Jan. 9.")[0].1, "2026-01-09");
}

#[test]
fn without_an_article_date_only_what_is_absolute_resolves() {
    for text in [
        "on Tuesday",
        "Nov. 4",
        "tomorrow",
        "last year",
        "two days later",
        "in March",
    ] {
        assert_eq!(read_on(None, text)[0].1, "-", "{text}");
    }
    assert_eq!(
        read_on(None, "On Nov. 4, 2025, and two days later")[1].1,
        "2025-11-06"
    );
    assert_eq!(read_on(None, "in 2003")[0].1, "2003");
}

#[test]
fn roles_and_prepositions() {
    let bound = |text: &str| {
        let (_, expr) = scan(text, Span::new(0, text.len())).remove(0);
        (expr.role, expr.preposition)
    };
    use DateRole::{Adjectival, Adverbial, Bare};
    assert_eq!(bound("since 1957"), (Adverbial, Some(Preposition::Since)));
    assert_eq!(
        bound("until at least 2030"),
        (Adverbial, Some(Preposition::Until))
    );
    assert_eq!(
        bound("by the end of 2030"),
        (Adverbial, Some(Preposition::By))
    );
    assert_eq!(bound("the 2024 election"), (Adjectival, None));
    assert_eq!(bound("Tuesday's vote"), (Adjectival, None));
    assert_eq!(bound("they left yesterday"), (Adverbial, None));
    assert_eq!(bound("Nov. 4"), (Bare, None));
    let since = scan("since 1957", Span::new(0, 10)).remove(0).1;
    let opened = since.extent(None, Tense::Unknown, None);
    assert_eq!(
        opened,
        Some(Period {
            from: Some(date(1957, 1, 1)),
            until: None
        })
    );
}

#[test]
fn a_date_at_a_place() {
    let text = "war (1950-1953) by 2035.";
    assert_eq!(year_at(text, 5), Some((Span::new(5, 9), 1950)));
    assert_eq!(year_at(text, 10), Some((Span::new(10, 14), 1953)));
    assert_eq!(
        year_at("the 1950-53 war", 9),
        Some((Span::new(9, 11), 1953))
    );
    assert_eq!(year_at("some 1,950 men", 5), None);
    let (span, expr) = at(text, 19, text.len()).expect("a year");
    assert_eq!((span.of(text), expr.precision()), ("2035", Precision::Year));
    assert_eq!(at(text, 0, text.len()), None);
}

#[test]
fn counted_from_other_days() {
    reads(
        "He left day before yesterday.",
        &[("day before yesterday", "2025-11-01")],
    );
    reads(
        "He will go the day after tomorrow.",
        &[("the day after tomorrow", "2025-11-05")],
    );
    reads(
        "It ends 2 weeks from next Tuesday.",
        &[("2 weeks from next Tuesday", "2025-11-25")],
    );
    reads(
        "It ends 3 days prior to Nov. 9.",
        &[("3 days prior to Nov. 9", "2025-11-06")],
    );
    reads(
        "It opens next week on Friday.",
        &[("next week on Friday", "2025-11-14")],
    );
    reads(
        "He left a year and two months ago.",
        &[("a year and two months ago", "2024-09-03")],
    );
    reads(
        "He left 1 month 21 days ago, a month and two days later.",
        &[],
    );
    reads(
        "It opened on Memorial Day 2012.",
        &[("Memorial Day 2012", "2012-05-28")],
    );
}
