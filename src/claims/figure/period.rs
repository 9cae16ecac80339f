//! The length of time that a figure is of: a number of nine months is no number of a year.

/// A period and the words that name it.
const PERIODS: &[(&str, &[&str])] = &[
    ("nine", &["nine months", "nine-month", "three quarters"]),
    (
        "half",
        &[
            "the half",
            "first half",
            "second half",
            "first-half",
            "second-half",
            "half year",
            "half-year",
            "six months",
            "six-month",
        ],
    ),
    (
        "quarter",
        &[
            "quarter",
            "quarterly",
            "three months",
            "three-month",
            "q1",
            "q2",
            "q3",
            "q4",
        ],
    ),
    (
        "month",
        &[
            "month",
            "monthly",
            "in january",
            "in february",
            "in march",
            "in april",
            "in may",
            "in june",
            "in july",
            "in august",
            "in september",
            "in october",
            "in november",
            "in december",
        ],
    ),
    ("week", &["week", "weekend", "weekly"]),
    ("day", &["day", "daily"]),
    (
        "year",
        &[
            "year",
            "yearly",
            "annual",
            "annually",
            "full year",
            "full-year",
            "fiscal",
            "twelve months",
            "12 months",
        ],
    ),
    (
        "life",
        &[
            "career",
            "lifetime",
            "since launch",
            "to date",
            "all time",
            "all-time",
        ],
    ),
];

/// The periods that a text names.
pub(super) fn of(text: &str) -> Vec<&'static str> {
    let lower = text.to_lowercase();
    PERIODS
        .iter()
        .filter(|(_, words)| words.iter().any(|word| holds(&lower, word)))
        .map(|(name, _)| *name)
        .collect()
}

/// Whether a text holds a word or phrase, not inside another word.
pub(super) fn holds(lower: &str, phrase: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    lower.match_indices(phrase).any(|(at, _)| {
        !is_letter(lower[..at].chars().next_back())
            && !is_letter(lower[at + phrase.len()..].chars().next())
    })
}
