//! `factlint suggest`: what it drafts, what it leaves out, and that a draft holds for the articles it came from.

mod cli_support;

use cli_support::{Desk, Done};

/// Three articles of one invented event. The last one differs from the others in five places.
const FIRST: &str = "\
November 3, 2025

Ministers meet in Corvena

Norwegian Defense Minister Orla Brenmark met U.S. Defense Secretary Dale Hopwick in Corvena on Monday. \"We agreed on all,\" \
Brenmark said. The two will hold the 24th Harbor Security Dialogue (HSD) on Tuesday.

About 14,200 American soldiers are stationed in Norway. Norway has 65,000 troops.

Norway's president, Tomas Eldegard, wants the talks to go on, he told Hopwick.
";

const SECOND: &str = "\
November 4, 2025

What the ministers want

Dale Hopwick, who came on Monday, told reporters that the 14,200 U.S. troops in Norway will stay. Defense spending is another \
matter: Norwegian President Tomas Eldegard urged parliament to approve a 6.4% rise in defense spending.

Orla Brenmark said the HSD was useful. Former Defense Minister Pelle Rundqvist disagreed, and so did Acting Finance Minister Ulla \
Stenmarck of Norway.
";

const THIRD: &str = "\
November 5, 2025

After the meeting

Norwegian Defense Minister Orla Brennmark and Hopwick spoke of the 12,400 U.S. troops in Norway. Dale Hopwcik left on Wednesday.
The 25th Harbor Security Dialogue (HSD) was held on Tuesday.
";

fn desk() -> Desk {
    let desk = Desk::empty();
    desk.write("one.txt", FIRST);
    desk.write("two.txt", SECOND);
    desk.write("three.txt", THIRD);
    desk
}

/// A draft without the spaces that bring its keys into line.
fn plain(draft: &str) -> String {
    let line = |line: &str| match line.split_once(" = ") {
        Some((key, value)) => format!("{} = {value}\n", key.trim_end()),
        None => format!("{line}\n"),
    };
    draft.lines().map(line).collect()
}

fn draft(desk: &Desk, articles: &[&str]) -> String {
    plain(&drafted(desk, articles))
}

fn drafted(desk: &Desk, articles: &[&str]) -> String {
    let mut args = vec!["suggest", "--no-config"];
    args.extend(articles);
    let done = desk.run(&args);
    assert_eq!(done.status, 0, "{}", done.err);
    done.out
}

/// The entry of this kind that holds the words, with the comments above it.
fn entry<'d>(draft: &'d str, words: &str) -> &'d str {
    let entries = draft
        .split("\n\n")
        .filter(|entry| !entry.contains("[[test]]"));
    entries
        .filter(|entry| entry.contains("[["))
        .find(|entry| entry.contains(words))
        .unwrap_or_else(|| panic!("nothing holds {words}:\n{draft}"))
}

/// The findings of the articles, checked with the draft, of facts only: file, line and words.
fn checked(desk: &Desk, draft: &str, articles: &[&str]) -> Vec<(String, u64, String)> {
    desk.write("draft.toml", draft);
    let mut args = vec![
        "check",
        "--no-config",
        "--rules",
        "draft.toml",
        "--format",
        "json",
    ];
    args.extend(articles);
    let done = desk.run(&args);
    let json = done.json();
    let findings = json["findings"].as_array().unwrap().iter();
    findings
        .filter(|finding| finding["kind"] != "check")
        .map(|finding| {
            let text = |key: &str| finding[key].as_str().unwrap().to_string();
            (
                text("file"),
                finding["line"].as_u64().unwrap(),
                text("found"),
            )
        })
        .collect()
}

fn holds(desk: &Desk, draft: &str) {
    desk.write("draft.toml", draft);
    for command in [
        &["rules", "--no-config", "--rules", "draft.toml"][..],
        &["test", "--no-config", "draft.toml"],
    ] {
        let Done { status, out, err } = desk.run(command);
        assert_eq!(status, 0, "{command:?}: {out}{err}\n{draft}");
    }
}

#[test]
fn what_the_articles_say() {
    let desk = desk();
    let draft = draft(&desk, &["one.txt", "two.txt"]);
    holds(&desk, &draft);
    assert!(!draft.contains("DISAGREEMENT"), "{draft}");
    assert_eq!(checked(&desk, &draft, &["one.txt", "two.txt"]), []);
    insta::assert_snapshot!(drafted(&desk, &["one.txt", "two.txt"]));
}

#[test]
fn names_and_their_counts() {
    let draft = draft(&desk(), &["one.txt", "two.txt"]);
    let brenmark = entry(&draft, "name = \"Orla Brenmark\"");
    assert!(
        brenmark.starts_with("# 3 times in 2 articles, first one.txt:5"),
        "{brenmark}"
    );
    assert!(brenmark.contains("id = \"orla-brenmark\""), "{brenmark}");
    assert!(
        brenmark.contains("source = [\"one.txt, 3 November 2025\", \"two.txt, 4 November 2025\"]"),
        "{brenmark}"
    );
}

#[test]
fn offices_and_their_holders() {
    let draft = draft(&desk(), &["one.txt", "two.txt"]);
    for (id, holder) in [
        ("norway-defense-minister", "orla-brenmark"),
        ("united-states-defense-secretary", "dale-hopwick"),
        ("norway-president", "tomas-eldegard"),
    ] {
        let office = entry(&draft, &format!("[[office]]\nid = \"{id}\""));
        assert!(
            office.contains(&format!("holders = [{{ name = \"@{holder}\" }}]")),
            "{office}"
        );
    }
}

#[test]
fn who_holds_an_office_no_more_or_not_yet_is_no_holder() {
    let draft = draft(&desk(), &["one.txt", "two.txt", "three.txt"]);
    for name in ["Rundqvist", "Stenmarck"] {
        let office = |entry: &&str| entry.contains("[[office]]") && entry.contains(name);
        assert_eq!(draft.split("\n\n").find(office), None);
    }
}

#[test]
fn figures_with_unit_and_subject() {
    let draft = draft(&desk(), &["one.txt", "two.txt"]);
    let troops = entry(&draft, "value = 14_200");
    assert!(
        troops.contains("what = \"U.S. soldiers in Norway\""),
        "{troops}"
    );
    assert!(
        troops.contains("context = [\"Norway\", \"Norwegian\"]"),
        "{troops}"
    );
    assert!(entry(&draft, "value = 65_000").contains("subject = [\"Norway\", \"Norwegian\"]"));
    assert!(
        entry(&draft, "percent = 6.4").contains("defense spending"),
        "{draft}"
    );
}

#[test]
fn editions_and_days() {
    let draft = draft(&desk(), &["one.txt", "two.txt"]);
    let dialogue = entry(&draft, "[[event]]");
    assert!(
        dialogue.contains("names = [\"Harbor Security Dialogue\", \"HSD\"]"),
        "{dialogue}"
    );
    assert!(
        dialogue.contains("editions = [{ number = 24, on = 2025-11-04 }]"),
        "{dialogue}"
    );
}

#[test]
fn disagreements_are_named_with_file_and_line_and_are_all_that_is_reported() {
    let desk = desk();
    let articles = ["one.txt", "two.txt", "three.txt"];
    let draft = draft(&desk, &articles);
    holds(&desk, &draft);
    for (fact, words) in [
        (
            "name = \"Orla Brenmark\"",
            "three.txt:5, of 5 November 2025, writes “Orla Brennmark”",
        ),
        (
            "name = \"Dale Hopwick\"",
            "three.txt:5, of 5 November 2025, writes “Dale Hopwcik”",
        ),
        (
            "value = 14_200",
            "three.txt:5, of 5 November 2025, writes “12,400”",
        ),
        (
            "number = 24",
            "three.txt:6, of 5 November 2025, writes “25th”",
        ),
    ] {
        let entry = entry(&draft, fact);
        assert!(
            entry.contains(&format!("# DISAGREEMENT: {words}")),
            "{entry}"
        );
    }
    let found = checked(&desk, &draft, &articles);
    let found: Vec<(&str, u64, &str)> = found
        .iter()
        .map(|(file, line, words)| (file.as_str(), *line, words.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("three.txt", 5, "Orla Brennmark"),
            ("three.txt", 5, "12,400"),
            ("three.txt", 5, "Dale Hopwcik"),
            ("three.txt", 6, "25th"),
        ]
    );
}

#[test]
fn two_holders_the_later_article_knows_better() {
    let desk = Desk::empty();
    let of = |date: &str, name: &str| {
        format!("{date}\n\nA bridge\n\nPort Ellery Mayor {name} opened the bridge. It cost much.\n")
    };
    desk.write("old.txt", of("May 2, 2024", "Nora Okafor"));
    desk.write("new.txt", of("May 2, 2025", "Tomas Brandt"));
    let draft = draft(&desk, &["new.txt", "old.txt"]);
    let office = entry(&draft, "[[office]]");
    assert!(office.contains("@tomas-brandt"), "{office}");
    assert!(
        office.contains("# DISAGREEMENT: old.txt:5, of 2 May 2024, writes “Nora Okafor”"),
        "{office}"
    );
    assert_eq!(checked(&desk, &draft, &["new.txt", "old.txt"]).len(), 1);
    // Two in one article are no disagreement: one of them is of another time.
    desk.write(
        "both.txt",
        format!(
            "{}{}",
            of("May 2, 2025", "Tomas Brandt"),
            of("", "Nora Okafor")
        ),
    );
    let done = desk.run(&["suggest", "--no-config", "both.txt"]);
    assert!(!done.out.contains("[[office]]"), "{}", done.out);
}

#[test]
fn what_the_rules_know_is_left_out() {
    let desk = desk();
    desk.write(
        "rules/known.toml",
        r#"
[[entity]]
id = "minister"
name = "Orla Brenmark"
reject = ["Orla Brennmark"]
[[entity]]
id = "dale-hopwick"
name = "Someone Else"
[[office]]
id = "president"
titles = ["president"]
of = ["Norway", "Norwegian"]
holders = ["Tomas Eldegard"]
[[figure]]
id = "troops"
unit = ["troops", "soldiers"]
subject = ["U.S.", "American"]
context = ["Norway"]
value = 14_200
[[event]]
id = "dialogue"
names = ["Harbor Security Dialogue", "HSD"]
editions = [{ number = 24, on = 2025-11-04 }]
"#
        .replace(
            "holders = [\"Tomas Eldegard\"]",
            "holders = [{ name = \"Tomas Eldegard\" }]",
        ),
    );
    let draft = draft(&desk, &["one.txt", "two.txt"]);
    for known in ["id = \"orla", "president", "14_200", "[[event]]"] {
        let facts = draft.split("[[test]]").next().unwrap();
        assert!(!facts.contains(known), "{known}: {facts}");
    }
    // Its id is another's already.
    assert!(draft.contains("id = \"dale-hopwick-2\""), "{draft}");
    assert!(draft.contains("value = 65_000"), "{draft}");
    desk.write("rules/draft.toml", &draft);
    assert_eq!(desk.run(&["rules", "--no-config"]).status, 0);
}

#[test]
fn nothing_is_drafted_from_what_somebody_says_or_expects() {
    let desk = Desk::empty();
    desk.write(
        "talk.txt",
        "June 3, 2025\n\nA talk\n\n\"Norway has 80,000 troops,\" the visitor said. Norway is expected to have 90,000 troops by \
         2030. Norway had more than 70,000 troops once.\n",
    );
    let done = desk.run(&["suggest", "--no-config", "talk.txt"]);
    assert_eq!((done.status, done.out.as_str()), (0, ""));
    assert!(
        done.err.contains("nothing to draft from 1 article"),
        "{}",
        done.err
    );
}

#[test]
fn headers_and_bylines_are_no_names() {
    let desk = Desk::empty();
    desk.write(
        "byline.txt",
        "By Petra Lindqvist and Petra Lindqvist\nJune 3, 2025\n\nThe bridge\n\nThe bridge is open. Many came to see it.\n",
    );
    assert_eq!(draft(&desk, &["byline.txt"]), "");
}

#[test]
fn a_file_that_is_there_is_never_overwritten() {
    let desk = desk();
    let done = desk.run(&["suggest", "--no-config", "one.txt", "--output", "new.toml"]);
    assert_eq!((done.status, done.out.as_str()), (0, ""), "{}", done.err);
    assert!(done.err.contains("written to new.toml"), "{}", done.err);
    let first = std::fs::read_to_string(desk.path("new.toml")).unwrap();
    assert!(first.contains("[[office]]"));
    let again = desk.run(&["suggest", "--no-config", "two.txt", "--output", "new.toml"]);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("exists already"), "{}", again.err);
    assert_eq!(
        std::fs::read_to_string(desk.path("new.toml")).unwrap(),
        first
    );
}

#[test]
fn an_article_that_can_t_be_read_costs_no_other_its_facts() {
    let desk = desk();
    let done = desk.run(&["suggest", "--no-config", "gone.txt", "one.txt"]);
    assert_eq!(done.status, 2);
    assert!(done.err.contains("gone.txt"), "{}", done.err);
    assert!(done.out.contains("Orla Brenmark"), "{}", done.out);
}

#[test]
fn the_same_bytes_at_every_run() {
    let desk = desk();
    let all = ["one.txt", "two.txt", "three.txt"];
    assert_eq!(draft(&desk, &all), draft(&desk, &all));
}

#[test]
fn the_date_that_is_given_comes_first() {
    let desk = desk();
    let done = desk.run(&["suggest", "--no-config", "--date", "2024-01-08", "one.txt"]);
    assert!(done.out.contains("one.txt, 8 January 2024"), "{}", done.out);
}
