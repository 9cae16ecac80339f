//! Mistakes in rules, and `factlint inspect`.

mod cli_support;

use cli_support::{Desk, WRONG};

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

#[test]
fn a_statement_names_what_it_is_about() {
    let desk = Desk::empty();
    let rules = |what: &str| {
        desk.write(
            "rules/a.toml",
            format!(
                "[[statement]]\nid = \"quays\"\n{what}says = [\"Port Ellery has {{number}} quays\"]\nnumber = 12\n\
                 [[statement]]\nid = \"parties\"\n{what}says = [\"{{name}} of the {{party}}\"]\nkey = \"name\"\n\
                 records = [{{ name = \"Ana Holt\", party = \"Greens\" }}]\n"
            ),
        );
    };
    desk.write(
        "a.txt",
        "Port Ellery has 21 quays.\n\nAna Holt of the Tories spoke.\n",
    );
    let messages = || {
        let found = desk.run(&["check", "--format", "json", "a.txt"]).json();
        let found = found["findings"].as_array().expect("a list").clone();
        found
            .iter()
            .map(|it| it["message"].as_str().unwrap_or_default().to_string())
            .collect::<Vec<_>>()
    };
    rules("");
    assert_eq!(
        messages(),
        [
            "number: found 21, expected 12 (transposed digits)",
            "party: found Tories, expected Greens"
        ]
    );
    rules("what = \"the town\"\n");
    assert_eq!(
        messages(),
        [
            "the town: found 21, expected 12 (transposed digits)",
            "the town: found Tories, expected Greens"
        ]
    );
    // It stays where it is when the file is formatted.
    let before = std::fs::read_to_string(desk.path("rules/a.toml")).expect("it is there");
    assert_eq!(desk.run(&["fmt", "rules"]).status, 0);
    let after = std::fs::read_to_string(desk.path("rules/a.toml")).expect("it is there");
    assert!(
        before.contains("what = ") && after.contains("what   = \"the town\"\nsays"),
        "{after}"
    );
}
