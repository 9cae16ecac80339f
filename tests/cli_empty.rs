//! Nothing checked is not success, and without rules the checks that need no fact run.

mod cli_support;

use cli_support::{Desk, RIGHT, WRONG};
use factlint::report::FORMATS;

const WEEKDAY: &str = "The council meets on Tuesday, 3 November 2025.\n";

/// A desk with directories that hold no article.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("sheets/a.csv", WRONG)
        .write("ignored/.gitignore", "*\n")
        .write("ignored/a.txt", WRONG)
        .write("hidden/.a.txt", WRONG)
        .write("records.jsonl", "")
        .write("right/a.txt", RIGHT);
    desk
}

#[test]
fn a_path_without_articles_fails() {
    let desk = desk();
    for (path, says) in [
        ("sheets", "sheets: this directory holds no article\n"),
        (
            "ignored",
            "1 file or folder is hidden, or ignored by .gitignore",
        ),
        (
            "hidden",
            "1 file or folder is hidden, or ignored by .gitignore",
        ),
        ("records.jsonl", "there is no article in what was named"),
        ("*.md", "*.md: no file matches this pattern"),
        ("none.md", "none.md: there is no such file"),
    ] {
        let done = desk.run(&["check", path]);
        assert_eq!(done.status, 2, "{path}");
        let err = done.err.replace("\n    ", " ");
        assert!(err.contains(says), "{path}: {err}");
        assert!(done.err.contains("\n  help: "), "{path}: {}", done.err);
        assert!(
            done.out.starts_with("Nothing was checked; 1 problem"),
            "{}",
            done.out
        );
        if path == "records.jsonl" {
            continue;
        }
        // Among others, too.
        assert_eq!(desk.run(&["check", "right", path]).status, 2, "{path}");
    }
}

#[test]
fn what_holds_articles_does_not_fail() {
    let desk = desk();
    desk.write("right/empty.txt", "");
    for paths in [
        &["right"][..],
        &["right", "right"],
        &["right", "right/a.txt"],
        &["right/empty.txt"],
        &["ignored/a.txt", "--fail-on", "error", "--skip", "mayor"],
        &["."],
    ] {
        let done = desk.run(&[&["check"], paths].concat());
        assert_ne!(done.status, 2, "{paths:?}: {done:?}");
    }
}

#[test]
fn every_format_says_that_nothing_was_checked() {
    let desk = desk();
    for format in FORMATS {
        let done = desk.run(&["check", "--format", format.id, "sheets"]);
        assert_eq!(done.status, 2, "{}", format.id);
        let says = match format.id {
            "graphical" => "Nothing was checked; 1 problem",
            _ => "this directory holds no article",
        };
        assert!(done.out.contains(says), "{}: {}", format.id, done.out);
    }
    let done = desk.run(&["check", "--format", "json", "sheets"]);
    assert_eq!(done.problems(), ["no-articles"]);
}

#[test]
fn an_empty_run_can_be_accepted() {
    let desk = desk();
    for path in ["sheets", "ignored", "records.jsonl"] {
        let done = desk.run(&["check", "--allow-empty", path]);
        assert_eq!(
            (done.status, &*done.out),
            (0, "Nothing was checked\n"),
            "{path}"
        );
    }
    let done = desk.run(&["check", "--allow-empty", "none.md"]);
    assert_eq!(done.status, 2, "a file that is missing is another mistake");
}

#[test]
fn empty_standard_input_is_fine() {
    let desk = desk();
    for format in ["plain", "markdown", "jsonl", "html"] {
        let done = desk.pipe(b"", &["check", "--input-format", format, "-"]);
        assert_eq!(done.status, 0, "{format}: {done:?}");
    }
}

#[test]
fn patterns_of_the_configuration_that_match_nothing_fail() {
    let desk = desk();
    let set = |articles: &str| {
        desk.write("factlint.toml", format!("articles = [{articles}]\n"));
    };
    for (articles, status, count) in [
        ("'right/*.txt'", 0, 0),
        ("'right/*.txt', '!right/b.txt'", 0, 0),
        ("'drafts/**/*.md'", 2, 1),
        ("'drafts/**/*.md', 'sheets/*.txt'", 2, 2),
        ("'right/*.txt', 'drafts/**/*.md'", 2, 1),
        ("'right/*.txt', '!right/a.txt'", 2, 1),
    ] {
        set(articles);
        let done = desk.run(&["check", "--format", "json"]);
        assert_eq!(done.status, status, "{articles}: {done:?}");
        assert_eq!(done.problems().len(), count, "{articles}: {done:?}");
        let done = desk.run(&["check", "--allow-empty"]);
        assert_eq!(done.status, 0, "{articles}: {done:?}");
    }
    set("'drafts/**/*.md'");
    let done = desk.run(&["check", "--explain-config"]);
    assert_eq!(done.status, 2);
    let says = "factlint.toml: `drafts/**/*.md` of `articles` matches no article";
    assert!(done.err.contains(says), "{}", done.err);
}

#[test]
fn nothing_is_written_into_a_baseline_of_nothing() {
    let desk = desk();
    let done = desk.run(&["check", "--write-baseline", "known.json", "sheets"]);
    assert_eq!(done.status, 2);
    assert!(!desk.path("known.json").exists());
}

#[test]
fn without_rules_the_checks_run() {
    let desk = Desk::empty();
    desk.write("a.txt", WEEKDAY)
        .write("rules/about.md", "Not a rule file.\n");
    let done = desk.run(&["check", "a.txt"]);
    assert_eq!((done.status, &*done.err), (1, ""));
    assert!(done.out.contains("error: check:weekday: "), "{}", done.out);
    let summary = "1 error in 1 article; no rule file: only the checks that need no fact ran\n";
    assert!(done.out.contains(summary), "{}", done.out);
    assert!(
        done.out.contains("\nNext: `factlint init` "),
        "{}",
        done.out
    );
    for format in FORMATS {
        let done = desk.run(&["check", "--format", format.id, "a.txt"]);
        let all = done.out.clone() + &done.err;
        assert!(all.contains("no rule file"), "{}: {all}", format.id);
        assert!(all.contains("factlint init"), "{}: {all}", format.id);
    }
    let done = desk.run(&["check", "--format", "json", "a.txt"]);
    assert_eq!((done.status, done.problems()), (1, vec!["no-rules".into()]));
    let done = desk.run(&["check", "--format", "jsonl", "a.txt"]);
    assert_eq!(done.out.lines().count(), 1, "a line for each article");
}

#[test]
fn rules_that_were_asked_for_must_be_there() {
    let desk = Desk::empty();
    desk.write("a.txt", WEEKDAY);
    let done = desk.run(&["check", "--rules", "facts", "a.txt"]);
    assert_eq!(done.status, 2);
    desk.write("factlint.toml", "rules = ['facts']\n");
    assert_eq!(desk.run(&["check", "a.txt"]).status, 2);
    desk.write("facts/a.toml", "");
    assert_eq!(
        desk.run(&["check", "a.txt"]).status,
        1,
        "a rule file without facts is one"
    );
}
