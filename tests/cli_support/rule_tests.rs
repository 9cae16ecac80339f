//! Rule files with tests that hold, and with tests that fail.

use super::{Desk, PEOPLE};

/// A test that holds.
pub const TESTS: &str = r#"
[[test]]
name  = "a wrong name"
text  = "Mayor Katarzyna Wojick spoke."
finds = [{ fact = "mayor", found = "Katarzyna Wojick", expected = "Katarzyna Wojcik" }]
"#;

/// The first rules again, with an office and a figure, whose values have their time.
pub fn desk(tests: &str) -> Desk {
    let desk = Desk::empty();
    let facts = r#"
[[office]]
id      = "harbor-master"
titles  = ["Harbor Master"]
of      = ["Port Ellery"]
holders = [
  { name = "June Okafor", from = 2020-01-01, until = 2025-03-31 },
  { name = "Tomas Brandt", from = 2025-04-01 },
]

[[figure]]
id      = "crew"
unit    = ["sailors"]
subject = ["Bay Ferries"]
value   = 28_500
"#;
    desk.write("rules/people.toml", format!("{PEOPLE}{facts}{tests}"));
    desk
}

/// Every way to fail, and every kind of string.
pub const FAILING: &str = r#"
[[test]]
name  = "an escaped text, nothing expected"
text  = "It was \"Katarzyna Wojick\",\u0020he said."

[[test]]
name  = "words that are right"
text  = """
The clerk, Katarzyna Wojcik,
spoke on Friday."""
finds = [{ fact = "mayor", found = "Katarzyna Wojcik", expected = "K. Wojcik" }]

[[test]]
name  = "another value"
text  = "Katarzyna Wojick spoke."
finds = [{ fact = "mayor", found = "Katarzyna Wojick", expected = "Kate Wojcik" }]

[[test]]
name  = "another reason"
text  = 'Katarzyna Wojick spoke.'
finds = [{ fact = "mayor", found = "Katarzyna Wojick", reason = "outdated" }]

[[test]]
name  = "another fact and severity"
text  = "Katarzyna Wojick spoke."
finds = [{ fact = "ferry", found = "Katarzyna Wojick", severity = "info" }]

[[test]]
name  = "other words, over a line"
date  = 2025-11-03
text  = """
Over
28,500 sailors work for Bay Ferries."""
finds = [{ fact = "crew", found = "28,500", expected = "28,500" }]

[[test]]
name  = "an entry too many"
date  = 2025-11-03
text  = "Some 25,800 sailors work for Bay Ferries."
finds = [
  { fact = "crew", found = "25,800" },
  { fact = "crew", found = "25,800", expected = "28,500" },
]

[[test]]
name  = "the second of two places"
text  = "Katarzyna Wojick met Katarzyna Wojcik of Bay Ferries, not of Bay Ferries."
finds = [{ fact = "mayor", found = "Katarzyna Wojick" }, { fact = "ferry", found = "Bay Ferries" }]

[[test]]
name  = "no date"
text  = "Port Ellery Harbor Master June Okafor closed the pier."
finds = [{ fact = "harbor-master", found = "June Okafor", expected = "Tomas Brandt" }]

[[test]]
name  = "no record"
date  = 2006-01-01
text  = "Port Ellery Harbor Master June Okafor closed the pier."
finds = [{ fact = "harbor-master", found = "June Okafor", expected = "Tomas Brandt" }]

[[test]]
name  = "no article"
text  = "\u0000\u0001\u0002"

[[test]]
name  = "all is well"
text  = "Nothing."
"#;
