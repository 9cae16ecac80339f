//! `factlint.toml`.

mod cli_support;

use cli_support::{Desk, RIGHT, WRONG};

const JSON: &[&str] = &["check", "--format", "json"];

fn desk() -> Desk {
    let desk = Desk::empty();
    desk.write("desk/facts/people.toml", cli_support::PEOPLE)
        .write("desk/content/a.md", WRONG)
        .write("desk/content/deep/b.md", WRONG)
        .write("desk/content/c.txt", WRONG)
        .write("desk/other/d.md", WRONG)
        .write(
            "desk/factlint.toml",
            "rules = [\"facts\"]\narticles = [\"content/**/*.md\"]\n",
        );
    desk
}

#[test]
fn it_is_found_from_below_and_its_paths_are_its_own() {
    let desk = desk();
    let done = desk.run_in("desk", JSON);
    assert_eq!(done.files(), ["content/a.md", "content/deep/b.md"]);
    let done = desk.run_in("desk/content/deep", JSON);
    assert_eq!(
        done.files(),
        ["../../content/a.md", "../../content/deep/b.md"]
    );
    let done = desk.run(&[
        "check",
        "--format",
        "json",
        "--config",
        "desk/factlint.toml",
    ]);
    assert_eq!(
        done.files(),
        ["desk/content/a.md", "desk/content/deep/b.md"]
    );
    let findings = &done.json()["findings"];
    assert_eq!(findings[0]["defined-in"]["file"], "desk/facts/people.toml");
}

#[test]
fn the_command_line_comes_first() {
    let desk = desk();
    let done = desk.run_in(
        "desk",
        &["check", "--format", "json", "other", "content/c.txt"],
    );
    assert_eq!(done.files(), ["other/d.md", "content/c.txt"]);
    desk.write(
        "desk/factlint.toml",
        "rules = \"facts\"\nfail-on = \"warning\"\n",
    )
    .write("desk/ferry.txt", "Bay Ferrys");
    let run = |args: &[&str]| desk.run_in("desk", args).status;
    assert_eq!(run(&["check", "ferry.txt"]), 1);
    assert_eq!(run(&["check", "--fail-on", "error", "ferry.txt"]), 0);
    assert_eq!(run(&["check", "--no-config", "ferry.txt"]), 0, "no rules");
    assert_eq!(
        run(&["check", "--no-config", "--rules", "facts", "ferry.txt"]),
        0
    );
    assert_eq!(run(&["check", "--config", "none.toml", "ferry.txt"]), 2);
}

#[test]
fn every_mistake_is_told_at_its_place() {
    let desk = desk();
    desk.write(
        "desk/factlint.toml",
        r#"rule = ["facts"]
articles = ["content/[a.md"]
fail-on = "eror"

[checks]
weekday = "on"
weekdy = "off"

[[ignore]]
fact = "mayor"

[[ignore]]
reason = "because"

[[ignore]]
facts = "mayor"
reason = "because"
"#,
    );
    let done = desk.run_in("desk", &["check"]);
    assert_eq!(done.status, 2);
    insta::assert_snapshot!(done.err);
    let done = desk.run_in("desk", JSON);
    assert!(done.problems().iter().all(|kind| kind == "config"));
    assert_eq!(done.json()["findings"].as_array().unwrap().len(), 0);
    desk.write("desk/factlint.toml", "rules = [\"facts\"\n");
    let done = desk.run_in("desk", JSON);
    assert_eq!(
        (done.status, done.problems()),
        (2, vec!["config".to_string()])
    );
}

#[test]
fn ignores() {
    let desk = desk();
    desk.write("desk/content/e.md", "Katarzyna\nWojick and Bay Ferrys")
        .write("desk/content/e.md", "Bay Ferrys and Katarzyna Wojick")
        .write(
            "desk/factlint.toml",
            r#"rules = ["facts"]
articles = ["content/**/*.md"]

[[ignore]]
fact   = "mayor"
path   = "content/deep"
reason = "an archive"

[[ignore]]
text   = "Bay Ferrys"
path   = "content/*.md"
reason = "the old sign"

[[ignore]]
fact   = "mayor"
path   = "content/a.md"
text   = "K. Wojick"
reason = "nobody writes so any more"
"#,
        );
    let done = desk.run_in("desk", JSON);
    assert_eq!(done.files(), ["content/a.md", "content/e.md"]);
    assert_eq!(done.problems(), ["unused-ignore"]);
    let problem = &done.json()["problems"][0];
    assert_eq!(
        (&problem["file"], &problem["line"]),
        (&"factlint.toml".into(), &14.into())
    );
    assert_eq!(done.status, 1);
    insta::assert_snapshot!(desk.run_in("desk", &["check"]).err);
    // After a run over other files nobody can know.
    let done = desk.run_in("desk", &["check", "--format", "json", "other"]);
    assert!(done.problems().is_empty());
}

#[test]
fn an_article_of_a_glob_may_be_a_file_or_directory() {
    let desk = desk();
    desk.write(
        "desk/factlint.toml",
        "rules = [\"facts\"]\narticles = [\"content/c.txt\", \"other\", \"./content/deep/\"]\n",
    );
    let done = desk.run_in("desk", JSON);
    let mut files = done.files();
    files.sort();
    assert_eq!(files, ["content/c.txt", "content/deep/b.md", "other/d.md"]);
    desk.write(
        "desk/factlint.toml",
        "rules = [\"facts\"]\narticles = [\"*.md\"]\n",
    );
    assert_eq!(desk.run_in("desk", JSON).files().len(), 3);
    desk.write(
        "desk/factlint.toml",
        "rules = [\"facts\"]\narticles = [\"none/*.md\"]\n",
    );
    let done = desk.run_in("desk", JSON);
    assert_eq!((done.status, done.problems().len()), (2, 1), "{done:?}");
}

#[test]
fn without_articles_it_is_the_directory() {
    let desk = desk();
    desk.write("desk/factlint.toml", "rules = [\"facts\"]\n")
        .write("desk/facts/readme.md", WRONG)
        .write("desk/content/a.md", RIGHT);
    let done = desk.run_in("desk", JSON);
    assert_eq!(
        done.files(),
        ["content/c.txt", "content/deep/b.md", "other/d.md"]
    );
}

#[test]
fn checks_are_switched() {
    let desk = desk();
    desk.write(
        "desk/a.txt",
        "The pier opened on Wednesday, November 4, 2025.",
    );
    for (state, status, found) in [
        ("", 1, Some("error")),
        ("weekday = \"off\"", 0, None),
        ("weekday = \"info\"", 0, Some("info")),
        ("weekday = \"warning\"", 0, Some("warning")),
    ] {
        let config = format!("rules = [\"facts\"]\n[checks]\n{state}\n");
        desk.write("desk/factlint.toml", config);
        let done = desk.run_in("desk", &["check", "--format", "json", "a.txt"]);
        let json = done.json();
        let severity = json["findings"].get(0).map(|found| &found["severity"]);
        assert_eq!(done.status, status, "{state}");
        assert_eq!(severity.and_then(|is| is.as_str()), found, "{state}");
    }
}
