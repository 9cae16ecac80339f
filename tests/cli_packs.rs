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
