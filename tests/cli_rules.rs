//! `factlint rules`: what a careful colleague would remark.

mod cli_support;

use cli_support::{Desk, PEOPLE};

const DAY: [&str; 3] = ["rules", "--today", "2025-07-01"];

fn rules(desk: &Desk, args: &[&str]) -> cli_support::Done {
    desk.run(&[&DAY, args].concat())
}

/// A fact with all that it needs, and its test.
const OAK: &str = r#"
[[entity]]
name    = "Oak Bay"
reject  = ["Oakbay"]
source  = "the map"
checked = 2025-06-30

[[test]]
name  = "in one word"
text  = "In Oakbay it rained."
finds = [{ fact = "oak-bay", found = "Oakbay" }]
"#;

#[test]
fn rules_are_counted() {
    let desk = Desk::empty();
    desk.write("rules/a.toml", OAK);
    let done = rules(&desk, &["--fail-on", "info"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    insta::assert_snapshot!(done.out, @r"
    rules/a.toml: 1 entity, 1 test
    1 fact in 1 rule file, no mistakes
    ");
    // A test may refer to an entity of another pack.
    let test = OAK.split("\n\n").nth(1).unwrap();
    desk.write("rules/b.toml", test.replace("one word", "another file"));
    assert_eq!(rules(&desk, &["--fail-on", "info"]).status, 0);
}

/// One remark of every sort that is told one by one.
const REMARKABLE: &str = r#"
[pack]
review-after = "180 days"

[[entity]]
name    = "Oak Bay"
accept  = ["the Bay"]
reject  = ["Oakbay"]
checked = 2025-01-01

[[entity]]
name    = "Elm Bay"
accept  = ["the Bay"]
checked = 2025-08-01

[[office]]
id      = "mayor"
titles  = ["Mayor"]
of      = ["Oak Bay"]
holders = [
  { name = "June Oke", until = 2023-12-31 },
  { name = "Tom Brand", from = 2024-02-01, until = 2025-01-31 },
  { name = "Ann Hill", from = 2025-01-01, until = 2025-05-31 },
]
checked = 2025-03-01

[[office]]
id      = "town-mayor"
titles  = ["mayor"]
of      = ["Oak Bay"]
holders = [{ name = "Oakbay" }]

[[figure]]
id      = "boats"
unit    = ["boats"]
subject = ["Oak Bay"]
values  = [{ value = 5, until = 2024-12-05 }, { value = 6, from = 2024-12-01 }, ]
checked = 2025-06-01

[[figure]]
id      = "more-boats"
unit    = ["boats"]
subject = ["Oak Bay"]
value   = 7
checked = 2025-06-01

[[event]]
id      = "fair"
names   = ["Bay Fair"]
on      = 2025-06-01
checked = 2025-06-01

[[event]]
id      = "other-fair"
names   = ["Bay Fair"]
on      = 2025-06-08
checked = 2025-06-01

[[statement]]
id      = "pier"
says    = ["the new pier (opens|opens) in {year}", "the new pier opens"]
year    = 2030
unless  = ["new pier"]
checked = 2025-06-01
"#;

#[test]
fn every_remark_is_drawn_at_its_words() {
    let desk = Desk::empty();
    desk.write("rules/a.toml", REMARKABLE);
    let done = rules(&desk, &[]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    insta::assert_snapshot!(done.out);
    assert_eq!(rules(&desk, &["--fail-on", "error"]).status, 0);
    assert_eq!(rules(&desk, &["--fail-on", "warning"]).status, 1);
    assert_eq!(rules(&desk, &["--fail-on", "fatal"]).status, 2);
}

#[test]
fn infos_alone_are_no_warnings() {
    let desk = Desk::empty();
    desk.write("rules/a.toml", OAK.replace("source ", "note "));
    assert_eq!(rules(&desk, &["--fail-on", "warning"]).status, 0);
    assert_eq!(rules(&desk, &["--fail-on", "info"]).status, 1);
}

#[test]
fn remarks_over_two_files() {
    let desk = Desk::empty();
    let elm = OAK
        .replace("Oak Bay\"", "Elm Bay\"\naccept = [\"Oak Bay\"]")
        .replace("Oakbay", "Elmbay")
        .replace("oak-bay", "elm-bay");
    desk.write("rules/a.toml", OAK).write("rules/b.toml", elm);
    insta::assert_snapshot!(rules(&desk, &[]).out);
}

#[test]
fn many_of_one_sort_are_told_as_one() {
    let desk = Desk::empty();
    let mut text = String::new();
    for n in 0..300 {
        text.push_str(&format!(
            "[[entity]]\nid = \"bay-{n}\"\nname = \"Bay {n}\"\n"
        ));
    }
    desk.write("rules/a.toml", text);
    insta::assert_snapshot!(rules(&desk, &[]).out);
    let json = rules(&desk, &["--format", "json"]).json();
    assert_eq!(json["problems"].as_array().unwrap().len(), 600);
    assert_eq!(json["summary"]["infos"], 600);
}

#[test]
fn json() {
    let desk = Desk::empty();
    desk.write("rules/a.toml", OAK.replace("2025-06-30", "2025-12-31"))
        .write(
            "rules/b.toml",
            OAK.replace("Oak Bay\"", "Oak Bay\"\nid = \"oak\"")
                .replace("\"oak-bay\"", "\"oak\""),
        );
    let done = rules(&desk, &["--format", "json", "--fail-on", "warning"]);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    insta::assert_snapshot!(done.out);
    desk.write("rules/b.toml", "[[entity]]\nnam = \"x\"\n");
    let done = rules(&desk, &["--format", "json"]);
    assert_eq!(done.status, 2);
    let json = done.json();
    assert_eq!(json["problems"][0]["kind"], "rule");
    assert_eq!(json["problems"][0]["severity"], "error");
    assert_eq!(
        json["summary"]["errors"],
        json["problems"].as_array().unwrap().len()
    );
}

#[test]
fn facts_that_no_article_is_about() {
    let desk = Desk::empty();
    let facts = format!(
        r#"{PEOPLE}
[[office]]
id = "clerk"
titles = ["Town Clerk", "Clerk"]
of = ["Ellery"]
holders = [{{ name = "Ada Nowak" }}]

[[figure]]
id = "boats"
unit = ["boats"]
subject = ["the harbor"]
value = 12

[[event]]
id = "fair"
names = ["Bay Fair"]
on = 2025-06-01

[[statement]]
id = "pier"
says = ["the pier opens in {{year}}"]
year = 2030
"#
    );
    desk.write("rules/a.toml", facts);
    let unused = |texts: &[&str]| -> Vec<String> {
        for (n, text) in texts.iter().enumerate() {
            desk.write(&format!("articles/{n}.txt"), text);
        }
        let done = rules(&desk, &["--format", "json", "--unused", "articles"]);
        let json = done.json();
        let problems = json["problems"].as_array().unwrap().iter();
        let unused = problems.filter(|problem| problem["id"] == "unused");
        unused
            .map(|problem| problem["fact"].as_str().unwrap().to_string())
            .collect()
    };
    assert_eq!(
        unused(&["Nothing happened."]),
        ["mayor", "ferry", "clerk", "boats", "fair", "pier"]
    );
    // Right or wrong, it is about them.
    assert_eq!(
        unused(&[
            "Katarzyna Wojcik spoke. Town Clerk Ada Nowak did not. The harbor has 12 boats.",
            "The Bay Fair opens on June 2, 2025. Bay Ferrys is there. By then the pier opens in 2031.",
        ]),
        [""; 0]
    );
    assert_eq!(
        unused(&["The harbor has a clerk and many boats.", "A fair. A pier."]),
        ["mayor", "ferry", "clerk", "boats", "fair", "pier"]
    );
    let done = rules(&desk, &["--unused", "articles", "none.txt"]);
    assert_eq!(done.status, 2, "{done:?}");
    assert!(done.err.contains("none.txt: there is no such file"));
    insta::assert_snapshot!(rules(&desk, &["--unused", "articles"]).out);
    // Without any, those that a run of `check` would read.
    desk.write("factlint.toml", "articles = [\"other\"]\n")
        .write("other/a.txt", "Katarzyna Wojcik spoke.");
    let json = rules(&desk, &["--format", "json", "--unused"]).json();
    let problems = json["problems"].as_array().unwrap().iter();
    let unused = problems.filter(|problem| problem["id"] == "unused");
    assert_eq!(unused.count(), 5);
    desk.write("empty/a.csv", "");
    let done = rules(&desk, &["--unused", "empty"]);
    assert!(!done.out.contains("none of these articles"), "{done:?}");
    assert!(
        done.status == 2 && done.err.contains("this directory holds no article"),
        "{done:?}"
    );
}

#[test]
fn our_own_rules_leave_nothing_to_remark() {
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/rules");
    let args = [
        "rules",
        "--no-config",
        "--rules",
        rules,
        "--today",
        "2026-11-21",
    ];
    let done = Desk::empty().run(&[&args[..], &["--fail-on", "info"]].concat());
    assert_eq!((done.status, done.err.as_str()), (0, ""), "{}", done.out);
    assert!(!done.out.contains("remark"), "{}", done.out);
}
