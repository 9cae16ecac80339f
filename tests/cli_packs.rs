//! Mistakes in rules, `factlint test` and `factlint inspect`.

mod cli_support;

use cli_support::{Desk, PEOPLE, WRONG};

const TESTS: &str = r#"
[[test]]
name  = "a wrong name"
text  = "Mayor Katarzyna Wojick spoke."
finds = [{ fact = "mayor", found = "Katarzyna Wojick", expected = "Katarzyna Wojcik" }]
"#;

#[test]
fn mistakes_in_rules() {
    let desk = Desk::empty();
    desk.write(
        "rules/a.toml",
        "[[entity]]\nid = \"x\"\nname = \"X\"\nrejct = [\"Y\"]\n",
    )
    .write("rules/b.toml", "[[entity]]\nid = \"x\"\nname = \"Z\"\n");
    let done = desk.run(&["rules"]);
    assert_eq!((done.status, done.out.as_str()), (2, ""));
    insta::assert_snapshot!(done.err);
    // The same for every command that needs them.
    assert_eq!(desk.run(&["test"]).err, done.err);
    assert_eq!(desk.pipe(b"", &["check", "-"]).err, done.err);
}

#[test]
fn tests_pass() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["test"]).out, "No tests in 1 rule file\n");
    desk.write("rules/people.toml", format!("{PEOPLE}{TESTS}"));
    let done = desk.run(&["test"]);
    assert_eq!(
        (done.status, done.out.as_str(), done.err.as_str()),
        (0, "1 test passed in 1 rule file\n", "")
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
    assert_eq!(out(&["test"]), "2 tests passed in 2 rule files\n");
    assert_eq!(
        out(&["test", "rules/people.toml"]),
        "1 test passed in 1 rule file\n"
    );
    assert_eq!(
        out(&["test", "rules/offices.toml"]),
        "1 test passed in 1 rule file\n"
    );
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
    | kind      | expected | right | missed | spurious | recall | precision |
    | --------- | -------: | ----: | -----: | -------: | -----: | --------: |
    | entity    |        2 |     1 |      1 |        1 | 50.0 % |    50.0 % |
    | office    |        0 |     0 |      0 |        0 |      – |         – |
    | figure    |        0 |     0 |      0 |        0 |      – |         – |
    | event     |        0 |     0 |      0 |        0 |      – |         – |
    | statement |        0 |     0 |      0 |        0 |      – |         – |
    | check     |        0 |     0 |      0 |        0 |      – |         – |
    | all       |        2 |     1 |      1 |        1 | 50.0 % |    50.0 % |

    1 of 2 tests failed in 2 rule files
    ");
}

#[test]
fn an_article_is_inspected() {
    let desk = Desk::new();
    desk.write("a.txt", "The pier cost 2.5 percent more.\n");
    let done = desk.run(&["inspect", "--date", "2025-11-03", "a.txt"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    assert!(
        done.out.starts_with("a.txt, dated 2025-11-03\n"),
        "{done:?}"
    );
    assert!(
        done.out.contains("percent   2.5 percent  = 2.5 %\n"),
        "{done:?}"
    );
    let json = desk.run(&["inspect", "--format", "json", "a.txt"]).json();
    let values = json["values"].as_array().unwrap();
    let percent = values
        .iter()
        .find(|value| value["kind"] == "percent")
        .unwrap();
    assert_eq!(
        (&percent["start"], &percent["value"]),
        (&14.into(), &2.5.into())
    );
    assert_eq!(desk.pipe(WRONG.as_bytes(), &["inspect", "-"]).status, 0);
    assert_eq!(desk.run(&["inspect", "none.txt"]).status, 2);
}
