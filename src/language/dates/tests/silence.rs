//! What is no date.

use super::reads;

#[test]
fn words_that_look_like_months_and_days() {
    for text in [
        "It may rain, and 4 may come.",
        "They march 4 miles in the sun.",
        "Prime Minister Theresa May spoke. May said no.",
        "April Jones and June Smith spoke to August Wilson.",
        "He sat in the sun on mon repos.",
        "The second of two, in a second, took 30 seconds.",
        "Sheffield Wednesday beat them.",
        "The Sunday Times said so.",
        "He plays every Tuesday and on a Friday.",
        "The march of time and the fall of the wall.",
        "Jan Kowalski met Mar Vista.",
        "The Christmas tree and New Year wishes.",
    ] {
        reads(text, &[]);
    }
}

#[test]
fn numbers_that_are_no_years() {
    for text in [
        "There are 2025 troops and 1,950 more.",
        "Some 2000 soldiers, a total of 2024 and 1990.",
        "Call 555-1950 or 02-2025-1953.",
        "They won 12-8 and 21-19.",
        "He ran 1500 meters in 1600 steps.",
        "It fell to 2000 and rose by 1900 points.",
        "At 1600 Camp Street, room 2041.",
        "The vote was 2011 to 1980.",
        "It cost $2025 and 2025%.",
        "Pages 1950-2000 people.",
        "The model m-5-oct-3 beat m-5-aug.",
        "Case 20250923, no. 20251399 and 20250923 shares.",
    ] {
        reads(text, &[]);
    }
}

#[test]
fn numbers_beside_months() {
    reads("In November 20 people died.", &[("November", "2025-11")]);
    reads("In 2016 10 16 people died.", &[("2016", "2016")]);
    reads("In November 2,025 people died.", &[("November", "2025-11")]);
    reads("By Nov. 4, 1,500 troops left.", &[("Nov. 4", "2025-11-04")]);
    reads("On Nov. 4, 1500 people died.", &[("Nov. 4", "2025-11-04")]);
}

#[test]
fn lengths_of_time() {
    for text in [
        "It was the first visit in eight years.",
        "The biggest rise in two decades, the third attack in two days.",
        "They grew in the past 20 years.",
        "It lasted two days within a week.",
        "He worked there for three years.",
        "It was the day after the vote.",
    ] {
        reads(text, &[]);
    }
}

#[test]
fn ambiguous_orders() {
    reads("on 4/11/2025 or 11/4/2025", &[]);
    reads("see https://x.test/2024/11/04/story", &[]);
}
