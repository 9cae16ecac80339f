//! `factlint rules` and `factlint inspect`.

mod cli_support;

use cli_support::{Desk, PEOPLE, WRONG};

const TESTS: &str = r#"
[[test]]
name  = "a wrong name"
text  = "Mayor Katarzyna Wojick spoke."
finds = [{ fact = "mayor", found = "Katarzyna Wojick", expected = "Katarzyna Wojcik" }]
"#;

#[test]
fn rules_are_counted() {
    let desk = Desk::new();
    desk.write(
        "rules/a.toml",
        format!(
            "{}{TESTS}",
            PEOPLE
                .replace("\"mayor\"", "\"lord\"")
                .replace("\"ferry\"", "\"boat\"")
                .replace("mayor", "lord")
        ),
    );
    let done = desk.run(&["rules"]);
    assert_eq!(
        done.status, 0,
        "a test may refer to an entity of another pack"
    );
    desk.write(
        "rules/a.toml",
        "[[office]]\nid = \"m\"\ntitles = [\"Mayor\"]\nholders = [{ name = \"@mayor\" }]\n",
    );
    desk.write("rules/people.toml", format!("{PEOPLE}{TESTS}"));
    let done = desk.run(&["rules"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    insta::assert_snapshot!(done.out, @r"
    rules/a.toml: 1 office
    rules/people.toml: 2 entities, 1 test
    3 facts in 2 rule files, no mistakes
    ");
}

#[test]
fn facts_are_due_for_a_review() {
    let desk = Desk::empty();
    desk.write(
        "rules/a.toml",
        "[pack]\nreview-after = \"180 days\"\n\n[[entity]]\nname = \"Oak Bay\"\nchecked = 2025-01-01\n\n\
         [[entity]]\nname = \"Elm Bay\"\nchecked = 2025-06-30\n\n[[entity]]\nname = \"Ash Bay\"\n",
    );
    let done = desk.run(&["rules", "--today", "2025-07-01"]);
    assert_eq!(done.status, 0);
    insta::assert_snapshot!(done.out);
    let done = desk.run(&["rules", "--today", "2025-06-30"]);
    assert!(!done.out.contains("due"), "180 days are not over: {done:?}");
}

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
