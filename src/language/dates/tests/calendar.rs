//! Dates with a day and a month.

use super::*;

#[test]
fn calendar_dates() {
    reads("It opens on Nov. 4.", &[("Nov. 4", "2025-11-04")]);
    reads("It opens on November 4.", &[("November 4", "2025-11-04")]);
    reads("It opens on 4 November.", &[("4 November", "2025-11-04")]);
    reads(
        "Signed on the 4th of November 2025, it holds.",
        &[("4th of November 2025", "2025-11-04")],
    );
    reads(
        "Signed on November 4th, 2025, it holds.",
        &[("November 4th, 2025", "2025-11-04")],
    );
    reads(
        "Today : Nov 03, 2024",
        &[("Today", "2025-11-03"), ("Nov 03, 2024", "2024-11-03")],
    );
    reads(
        "He came on 04th Jan 2019.",
        &[("04th Jan 2019", "2019-01-04")],
    );
    reads("date 2025-11-04 x", &[("2025-11-04", "2025-11-04")]);
    reads("sent 2025-11-04T12:00:00Z", &[("2025-11-04", "2025-11-04")]);
    reads(
        "On 13/11/2025 and 11/13/2025 and 05/05/2025.",
        &[
            ("13/11/2025", "2025-11-13"),
            ("11/13/2025", "2025-11-13"),
            ("05/05/2025", "2025-05-05"),
        ],
    );
    reads("Am 13.11.2025 war es.", &[("13.11.2025", "2025-11-13")]);
    reads("The date is 05-Aug-2016.", &[("05-Aug-2016", "2016-08-05")]);
    reads("on SEPT. 9, 2024", &[("SEPT. 9, 2024", "2024-09-09")]);
    reads(
        "the Fourth of July 1995",
        &[("Fourth of July 1995", "1995-07-04")],
    );
    for text in [
        "2025-Sep-23",
        "23/Sep/2025",
        "Sep-23-2025",
        "23-2025-September",
        "20250923",
        "2025/23/Sep",
    ] {
        reads(&format!("It was {text}."), &[(text, "2025-09-23")]);
    }
    reads("On 2025 10 16, it began.", &[("2025 10 16", "2025-10-16")]);
    for text in [
        "June the 3rd 2018",
        "2018 June 3",
        "the third of june 2018",
        "June 3 two thousand eighteen",
    ] {
        let words = text.trim_start_matches("the ");
        reads(&format!("It began {text}."), &[(words, "2018-06-03")]);
    }
    reads("In 2018 June 3 workers died.", &[("2018", "2018")]);
    reads("The file of 5-oct-3 is lost.", &[("5-oct", "2025-10-05")]);
    reads("SEOUL, Nov. 3 (Reuters)", &[("Nov. 3", "2025-11-03")]);
    reads(
        "born 25 January nineteen eighty-six",
        &[("25 January nineteen eighty-six", "1986-01-25")],
    );
}

#[test]
fn weekdays_with_dates() {
    reads(
        "Tuesday, 4 November 2025",
        &[("Tuesday, 4 November 2025", "2025-11-04")],
    );
    reads(
        "on Tuesday (Nov. 4) they",
        &[("Tuesday (Nov. 4)", "2025-11-04")],
    );
    reads(
        "on Monday, Nov. 3, they",
        &[("Monday, Nov. 3", "2025-11-03")],
    );
    reads("Tue. Nov. 4 2025", &[("Tue. Nov. 4 2025", "2025-11-04")]);
    reads(
        "on Nov. 4 (Tuesday) they",
        &[("Nov. 4 (Tuesday)", "2025-11-04")],
    );
    reads(
        "this Friday, Nov. 7, they",
        &[("this Friday, Nov. 7", "2025-11-07")],
    );
    reads(
        "on Tuesday night, Nov. 4, they",
        &[("Tuesday night, Nov. 4", "2025-11-04")],
    );
    let (_, expr) = &scan("Tuesday, 4 November 2025", Span::new(0, 24))[0];
    assert_eq!(expr.weekday, Some((Span::new(0, 7), Weekday::Tuesday)));
    assert_eq!(expr.date, Some(Span::new(9, 24)));
}

#[test]
fn two_days_and_ranges_over_two_months() {
    for (text, words) in [
        ("It runs Nov. 8 and 9 in Seoul.", "Nov. 8 and 9"),
        ("It runs on Nov. 8 & 9.", "Nov. 8 & 9"),
        (
            "It runs on November 8 and 9, 2025.",
            "November 8 and 9, 2025",
        ),
        ("It runs on 8 and 9 November.", "8 and 9 November"),
    ] {
        reads(text, &[(words, "2025-11-08/2025-11-09")]);
    }
    for (text, words) in [
        ("from Oct. 31 to Nov. 2", "Oct. 31 to Nov. 2"),
        ("from 31 October to 2 November", "31 October to 2 November"),
        ("open Oct. 31 through Nov. 2", "Oct. 31 through Nov. 2"),
    ] {
        reads(text, &[(words, "2025-10-31/2025-11-02")]);
    }
    reads(
        "open from 4 to 6 November",
        &[("4 to 6 November", "2025-11-04/2025-11-06")],
    );
    // two days, and not the time between them
    reads(
        "It was moved from Nov. 4 to Nov. 6.",
        &[("Nov. 4", "2025-11-04"), ("Nov. 6", "2025-11-06")],
    );
    reads(
        "It was moved from Nov. 4 to 6.",
        &[("Nov. 4", "2025-11-04")],
    );
    reads("On Nov. 8 and 9 ships sank.", &[("Nov. 8", "2025-11-08")]);
    reads("On Nov. 8 and 12 they met.", &[("Nov. 8", "2025-11-08")]);
}
