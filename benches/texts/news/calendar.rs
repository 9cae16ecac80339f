//! Days as news writes them. By hand, so that a plain `rustc` builds the generator in a moment.

const MONTHS: [(&str, usize); 12] = [
    ("Jan.", 31),
    ("Feb.", 28),
    ("March", 31),
    ("April", 30),
    ("May", 31),
    ("June", 30),
    ("July", 31),
    ("Aug.", 31),
    ("Sept.", 30),
    ("Oct.", 31),
    ("Nov.", 30),
    ("Dec.", 31),
];
const WEEKDAYS: [&str; 7] = [
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Monday",
    "Tuesday",
];

/// A day, counted from 1 January 2025.
#[derive(Clone, Copy)]
pub struct Day(pub usize);

impl Day {
    pub fn year(self) -> usize {
        2025 + self.0 / 365
    }

    /// `Nov. 5`
    pub fn short(self) -> String {
        let mut rest = self.0 % 365;
        for (month, days) in MONTHS {
            if rest < days {
                return format!("{month} {}", rest + 1);
            }
            rest -= days;
        }
        unreachable!("a year has 365 days")
    }

    pub fn weekday(self) -> &'static str {
        WEEKDAYS[self.0 % 7]
    }
}

#[test]
fn days_are_those_of_the_calendar() {
    for (day, written) in [
        (0, "Wednesday, Jan. 1, 2025"),
        (309, "Thursday, Nov. 6, 2025"),
        (424, "Sunday, March 1, 2026"),
    ] {
        let day = Day(day);
        assert_eq!(
            format!("{}, {}, {}", day.weekday(), day.short(), day.year()),
            written
        );
    }
}
