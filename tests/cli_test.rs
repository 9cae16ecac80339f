//! `factlint test`, as the author of rules meets it.

mod cli_support;

use cli_support::rule_tests::{FAILING, TESTS, desk};
use cli_support::{Desk, PEOPLE};

#[test]
fn tests_pass() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["test"]).out, "No tests in 1 rule file\n");
    desk.write("rules/people.toml", format!("{PEOPLE}{TESTS}"));
    let done = desk.run(&["test"]);
    assert_eq!(
        (done.status, done.out.as_str(), done.err.as_str()),
        (
            0,
            "1 of 2 facts exercised; no test for ferry\n1 test passed in 1 rule file\n",
            ""
        )
    );
}

#[test]
fn tests_fail() {
    let desk = Desk::new();
    desk.write(
        "rules/people.toml",
        format!(
            r#"{PEOPLE}
[[test]]
name = "noisy"
text = "It was \"Katarzyna Wojick\", he said."

[[test]]
name  = "missing"
text  = """
The clerk, Katarzyna Nowak,
spoke on Friday."""
finds = [{{ fact = "mayor", found = "Nowak" }}]

[[test]]
name  = "not so"
text  = "Katarzyna Wojick and Bay Ferrys, both of which stand in one long line that goes on for quite a while."
finds = [{{ fact = "mayor", found = "Katarzyna Wojick", expected = "Kate Wojcik" }}]
"#
        ),
    );
    let done = desk.run(&["test"]);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    insta::assert_snapshot!(done.out);
}

#[test]
fn one_pack_of_many() {
    let desk = Desk::new();
    desk.write(
        "rules/offices.toml",
        "[[office]]\nid = \"m\"\ntitles = [\"Mayor\"]\nholders = [{ name = \"@mayor\" }]\n\n\
         [[test]]\nname = \"clean\"\ntext = \"Nothing.\"\n",
    )
    .write("rules/people.toml", format!("{PEOPLE}{TESTS}"));
    let out = |args: &[&str]| desk.run(args).out;
    insta::assert_snapshot!(out(&["test"]), @r"
    rules/offices.toml  1 test passed  0 of 1 fact exercised
    rules/people.toml   1 test passed  1 of 2 facts exercised

    1 of 3 facts exercised; no test for m and ferry
    2 tests passed in 2 rule files
    ");
    for pack in ["rules/people.toml", "rules/offices.toml"] {
        let last = out(&["test", pack]);
        let last = last.lines().last();
        assert_eq!(last, Some("1 test passed in 1 rule file"));
    }
    assert_eq!(desk.run(&["test", "rules/none.toml"]).status, 2);
}

#[test]
fn packs_are_tested_apart_and_tallied() {
    let desk = Desk::new();
    desk.write("rules/people.toml", format!("{PEOPLE}{TESTS}"));
    let wrong = TESTS.replace("= \"Katarzyna Wojcik\"", "= \"Kate Wojcik\"");
    desk.write("other/people.toml", format!("{PEOPLE}{wrong}"));
    let done = desk.run(&["test", "--table", "rules", "other/people.toml"]);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    insta::assert_snapshot!(done.out, @r"
    | kind        | expected | right | missed | spurious | recall | precision |
    | ----------- | -------: | ----: | -----: | -------: | -----: | --------: |
    | entity      |        2 |     1 |      1 |        1 | 50.0 % |    50.0 % |
    | office      |        0 |     0 |      0 |        0 |      – |         – |
    | figure      |        0 |     0 |      0 |        0 |      – |         – |
    | event       |        0 |     0 |      0 |        0 |      – |         – |
    | statement   |        0 |     0 |      0 |        0 |      – |         – |
    | affiliation |        0 |     0 |      0 |        0 |      – |         – |
    | check       |        0 |     0 |      0 |        0 |      – |         – |
    | all         |        2 |     1 |      1 |        1 | 50.0 % |    50.0 % |

    1 of 2 tests failed in 2 rule files
    ");
}

#[test]
fn every_way_to_fail() {
    let done = desk(FAILING).run(&["test"]);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    insta::assert_snapshot!(done.out);
}

#[test]
fn a_test_that_fails_everywhere() {
    let text = "Katarzyna Wojick spoke. ".repeat(2_000);
    let tests = format!("[[test]]\nname = \"all\"\ntext = \"\"\"\n{text}\"\"\"\n");
    let done = desk(&tests).run(&["test"]);
    assert_eq!(done.status, 1);
    assert_eq!(done.out.matches("noisy: not expected").count(), 20);
    assert!(done.out.contains("note: 1980 places more are not shown"));
}

#[test]
fn what_is_to_be_pasted_makes_the_test_pass() {
    let desk = desk(FAILING);
    let tests = desk.run(&["test", "--format", "json"]).json();
    let tests = tests["tests"].as_array().unwrap();
    assert_eq!(tests.len(), 12);
    // Whole entries, with what was found in place of what was asked for.
    let mut mended = String::new();
    for (entry, test) in FAILING.split("[[test]]").skip(1).zip(tests) {
        let keep = entry.split("finds =").next().unwrap();
        let finds = test["finds"].as_str().unwrap_or_default();
        mended.push_str(&format!("[[test]]{}\n{finds}\n\n", keep.trim_end()));
    }
    let done = self::desk(&mended).run(&["test"]);
    // The one that is no article can't be mended so.
    assert!(
        done.out.ends_with("1 of 12 tests failed in 1 rule file\n"),
        "{}",
        done.out
    );
}

#[test]
fn a_filter_means_names_and_facts() {
    let desk = desk(FAILING);
    let names = |args: &[&str]| -> Vec<String> {
        let done = desk.run(&[&["test", "--format", "json"], args].concat());
        let json = done.json();
        let tests = json["tests"].as_array().unwrap().iter();
        tests
            .map(|test| test["name"].as_str().unwrap().to_string())
            .collect()
    };
    let crew = ["other words, over a line", "an entry too many"];
    assert_eq!(names(&["--filter", "CREW"]), crew);
    assert_eq!(names(&["--filter", "no*d*"]), ["no date", "no record"]);
    assert_eq!(
        names(&["--filter", "no date", "--filter", "an entry"]),
        ["an entry too many", "no date"]
    );
    assert_eq!(names(&["--filter", "*"]).len(), 12);
    let done = desk.run(&["test", "--filter", "all is"]);
    assert_eq!(done.status, 0);
    assert_eq!(
        done.out,
        "1 test passed in 1 rule file; 11 left out by --filter, so coverage is not judged\n"
    );
}

#[test]
fn a_filter_that_matches_nothing() {
    let desk = desk(FAILING);
    let done = desk.run(&["test", "--filter", "crwe", "--filter", "zzz"]);
    assert_eq!((done.status, done.out.as_str()), (2, ""));
    insta::assert_snapshot!(done.err, @r"
    error: no test matches `--filter crwe`
      help: the nearest is “crew”

    error: no test matches `--filter zzz`
      help: it is looked for in the names of 12 tests, and in the ids of the facts
         that they find
    ");
    let done = desk.run(&["test", "--filter", "crew", "--filter", "zzz"]);
    assert_eq!(done.status, 2, "one that means nothing is a slip");
    let done = desk.run(&["test", "--filter", "crew", "--coverage"]);
    assert_eq!(done.status, 2);
    assert!(done.err.contains("cannot be used with '--coverage'"));
}

#[test]
fn coverage() {
    let desk = desk(TESTS);
    let done = desk.run(&["test"]);
    assert_eq!(done.status, 0);
    assert_eq!(
        done.out,
        "1 of 4 facts exercised; no test for ferry, harbor-master and crew\n\
         1 test passed in 1 rule file\n"
    );
    let done = desk.run(&["test", "--coverage"]);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    insta::assert_snapshot!(done.out);
    let many = "[[entity]]\nname = \"Pier A\"\n[[entity]]\nname = \"Pier B\"\n[[entity]]\nname = \"Pier C\"\n";
    desk.write("rules/piers.toml", many);
    insta::assert_snapshot!(desk.run(&["test"]).out, @r"
    rules/people.toml  1 test passed  1 of 4 facts exercised
    rules/piers.toml   no tests       0 of 3 facts exercised

    1 of 7 facts exercised; --coverage shows the other 6
    1 test passed in 2 rule files
    ");
    // An entity is named by its name where it has no id.
    let done = desk.run(&["test", "--coverage", "rules/piers.toml"]);
    assert!(
        done.out.contains("\n 2 │ name = \"Pier A\"\n"),
        "{}",
        done.out
    );
    desk.write(
        "rules/people.toml",
        format!(
            "{PEOPLE}{TESTS}{}",
            TESTS
                .replace("mayor", "ferry")
                .replace("Katarzyna Wojick", "Bay Ferrys")
                .replace("Katarzyna Wojcik", "Bay Ferries")
        ),
    );
    let done = desk.run(&["test", "--coverage", "rules/people.toml"]);
    assert_eq!(done.status, 0);
    assert_eq!(
        done.out,
        "All 2 facts exercised\n2 tests passed in 1 rule file\n"
    );
}

#[test]
fn a_file_given_twice_is_one_file() {
    let desk = desk(TESTS);
    let last = |args: &[&str]| {
        let done = desk.run(args);
        assert_eq!((done.status, done.err.as_str()), (0, ""), "{args:?}");
        done.out.lines().last().unwrap().to_string()
    };
    let one = "1 test passed in 1 rule file";
    let file = desk.path("rules/people.toml");
    let absolute = file.to_str().unwrap();
    for args in [
        &["test", "rules/people.toml", "./rules/../rules/people.toml"][..],
        &["test", "rules", "rules/people.toml"],
        &["test", "rules/people.toml", "rules"],
        &["test", "rules/people.toml", absolute],
        &["test", "--rules", "rules", "--rules", "rules/people.toml"],
        &["test", "--rules", "rules", "--rules", absolute],
    ] {
        assert_eq!(last(args), one, "{args:?}");
    }
    // The same where it needs the rules around it.
    desk.write(
        "rules/offices.toml",
        "[[office]]\nid = \"m\"\ntitles = [\"Mayor\"]\nholders = [{ name = \"@mayor\" }]\n\n\
         [[test]]\nname = \"clean\"\ntext = \"Nothing.\"\n",
    );
    assert_eq!(
        last(&["test", "rules/offices.toml", "rules/offices.toml"]),
        one
    );
    let done = desk.run(&["rules", "--rules", "rules", "--rules", absolute]);
    assert!(
        done.out.contains("in 2 rule files, no mistakes"),
        "{}",
        done.out
    );
}

#[test]
fn mistakes_of_every_pack_are_told_in_one_run() {
    let desk = desk(TESTS);
    desk.write("a.toml", "[[entity]]\nnmae = \"X\"\n")
        .write("b.toml", "[[entity]]\nnaem = \"X\"\n");
    let done = desk.run(&["test", "a.toml", "rules/people.toml", "b.toml", "a.toml"]);
    assert_eq!((done.status, done.out.as_str()), (2, ""));
    assert_eq!(done.err.matches("`nmae`").count(), 1, "{}", done.err);
    assert_eq!(done.err.matches("`naem`").count(), 1, "{}", done.err);
}
