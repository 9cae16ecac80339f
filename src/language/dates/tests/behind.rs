//! Years that do not stand right behind their day, and days that are counted backwards.

use super::*;

/// The first date of a sentence, read on a day.
#[track_caller]
fn first(article: Date, text: &str, words: &str, value: &str) {
    let found = read_on(Some(article), text);
    let (first, iso) = found.first().expect("a date");
    assert_eq!(
        (first.as_str(), iso.as_str()),
        (words, value),
        "in {text:?}"
    );
}

#[test]
fn a_year_behind_in() {
    first(
        TODAY,
        "It was signed on 28 June in 2020.",
        "28 June in 2020",
        "2020-06-28",
    );
    first(
        TODAY,
        "It was signed on June 28 in 2020, in Oslo.",
        "June 28 in 2020",
        "2020-06-28",
    );
    // the year counts something else
    first(
        TODAY,
        "It opened on June 28 in 2020 cities.",
        "June 28",
        "2025-06-28",
    );
    first(
        TODAY,
        "It opened on June 28 in Oslo.",
        "June 28",
        "2025-06-28",
    );
}

#[test]
fn a_year_behind_a_time() {
    for text in [
        "Sent Thu Oct 26 11:00:09 EDT 2023.",
        "Sent Thu Oct 26 11:00:09 2023.",
    ] {
        first(TODAY, text, "Thu Oct 26", "2023-10-26");
    }
    for text in [
        "It opens Oct. 26, 7-9 p.m., 2023.",
        "It opens Oct. 26 at 7 p.m., 2023.",
        "It opens Oct. 26, 7:30 to 9 p.m. EDT, 2023.",
        "It opens Oct. 26, from noon to 3pm, 2023.",
        "It opens Oct. 26, 19.30 a.m. (KST), 2023.",
    ] {
        first(TODAY, text, "Oct. 26", "2023-10-26");
    }
    for text in [
        "It opens Oct. 26, 7 of 2023 seats are free.",
        "It opens Oct. 26, 7-9 p.m., for 2023 guests.",
        "It opens Oct. 26, 7 p.m., 2023 people came.",
    ] {
        first(TODAY, text, "Oct. 26", "2025-10-26");
    }
}

#[test]
fn the_last_and_the_next_such_day() {
    let winter = date(2025, 2, 26);
    first(
        winter,
        "It was announced last February 28.",
        "last February 28",
        "2024-02-28",
    );
    first(
        winter,
        "It was announced last February 20.",
        "last February 20",
        "2025-02-20",
    );
    first(
        winter,
        "It begins next February 20.",
        "next February 20",
        "2026-02-20",
    );
    first(
        winter,
        "For the fiscal year ended March 31, it lost.",
        "March 31",
        "2024-03-31",
    );
    first(
        winter,
        "In the six months ended on March 31, it lost.",
        "March 31",
        "2024-03-31",
    );
    first(winter, "The strike ended March 3.", "March 3", "2025-03-03");
}

#[test]
fn the_following_month() {
    reads(
        "Elected on 3 May 2021, he left the following April.",
        &[("3 May 2021", "2021-05-03"), ("following April", "2022-04")],
    );
    reads(
        "Elected on 3 May 2021, he left the following June 2.",
        &[
            ("3 May 2021", "2021-05-03"),
            ("following June 2", "2021-06-02"),
        ],
    );
    reads("He left the following April.", &[("following April", "-")]);
}
