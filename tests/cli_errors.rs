//! Every error of the command line says what is wrong and what helps, and ends with its status.

mod cli_support;

use cli_support::{Desk, RIGHT, WRONG};

/// A command, what it says is wrong, what it says helps, and its status.
type Case = (&'static [&'static str], &'static str, &'static str, i32);

const CASES: &[Case] = &[
    // Paths.
    (
        &["check", "none.txt"],
        "none.txt: there is no such file",
        "check the path",
        2,
    ),
    (
        &["check", "none/*.txt"],
        "none/*.txt: no file matches this pattern",
        "name the directory",
        2,
    ),
    (
        &["check", "sheets"],
        "sheets: this directory holds no article",
        "--allow-empty",
        2,
    ),
    (
        &["check", "a.txt/b.txt"],
        "a part of its path is no directory",
        "check the path",
        2,
    ),
    (
        &["check", "picture.txt"],
        "which can't be read as an article",
        "save it as UTF-8 text",
        2,
    ),
    (
        &["check", "broken.json"],
        "broken.json: ",
        "the JSON there",
        2,
    ),
    (
        &["check", "broken.xml"],
        "the XML is not well formed",
        "the XML there",
        2,
    ),
    (
        &["check", "rules/people.toml"],
        "this is a rule file, not an article",
        "`factlint rules`",
        2,
    ),
    (
        &["inspect", "none.txt"],
        "none.txt: there is no such file",
        "check the path",
        2,
    ),
    (
        &["suggest", "none.txt"],
        "none.txt: there is no such file",
        "check the path",
        2,
    ),
    (
        &["suggest", "sheets"],
        "this directory holds no article",
        "name a file",
        2,
    ),
    (
        &["suggest", "a.txt", "--output", "a.txt"],
        "this file exists already",
        "--output",
        2,
    ),
    (
        &["test", "none.toml"],
        "none.toml: there is no such file",
        "check the path",
        2,
    ),
    (
        &["fmt", "none.toml"],
        "none.toml: there is no such file",
        "check the path",
        2,
    ),
    (
        &["fmt", "none/"],
        "none/: there is no such file",
        "check the path",
        2,
    ),
    (
        &["rules", "none.toml"],
        "none.toml: there is no such file",
        "check the path",
        2,
    ),
    (
        &["rules", "sheets"],
        "there is no rule file in this directory",
        "rule files end in .toml",
        2,
    ),
    (
        &["test", "sheets"],
        "there is no rule file in this directory",
        "rule files end in .toml",
        2,
    ),
    (
        &["check", "--rules", "none", "a.txt"],
        "none: there is no such file",
        "check the path",
        2,
    ),
    (
        &["check", "--config", "none.toml"],
        "none.toml: there is no such file",
        "check the path",
        2,
    ),
    (
        &["rules", "--unused", "sheets"],
        "this directory holds no article",
        "name a file",
        2,
    ),
    // Rule files.
    (
        &["rules", "bad/rules.toml"],
        "`nmae` is not a key of an entity",
        "did you mean `name`?",
        2,
    ),
    (
        &["test", "bad/rules.toml"],
        "`nmae` is not a key of an entity",
        "did you mean `name`?",
        2,
    ),
    (
        &["check", "--rules", "bad", "a.txt"],
        "`nmae` is not a key of an entity",
        "did you mean `name`?",
        2,
    ),
    (
        &["rules", "latin.toml"],
        "this rule file is not UTF-8 text",
        "choose UTF-8",
        2,
    ),
    (
        &["fmt", "latin.toml"],
        "this is not UTF-8 text",
        "save the file as UTF-8",
        2,
    ),
    // Names.
    (
        &["explain", "mayer"],
        "there is no fact or check `mayer`",
        "did you mean `mayor`?",
        2,
    ),
    (
        &["explain", "weekdya"],
        "there is no fact or check `weekdya`",
        "did you mean `weekday`?",
        2,
    ),
    (
        &["explain", "xyz"],
        "there is no fact or check `xyz`",
        "`factlint explain` lists all",
        2,
    ),
    (
        &["check", "--only", "mayer", "a.txt"],
        "mayer",
        "did you mean `mayor`?",
        2,
    ),
    (
        &["check", "--skip", "weekdya", "a.txt"],
        "weekdya",
        "did you mean `weekday`?",
        2,
    ),
    (
        &["test", "--filter", "name a"],
        "no test matches `--filter name a`",
        "help: ",
        2,
    ),
    (
        &["check", "--config", "checks.toml", "a.txt"],
        "weekdya",
        "did you mean `weekday`?",
        2,
    ),
    // Values.
    (
        &["check", "--format", "jsno"],
        "invalid value 'jsno'",
        "did you mean `json`?",
        2,
    ),
    (
        &["check", "--format", "word"],
        "invalid value 'word'",
        "known formats: graphical",
        2,
    ),
    (
        &["test", "--format", "juni"],
        "invalid value 'juni'",
        "did you mean `junit`?",
        2,
    ),
    (
        &["check", "--input-format", "markdwn"],
        "invalid value 'markdwn'",
        "did you mean `markdown`?",
        2,
    ),
    (
        &["check", "--output", "report.xml"],
        "several formats",
        "junit=report.xml or",
        2,
    ),
    (
        &["check", "--output", "report"],
        "the extension names no format",
        "write FORMAT=report",
        2,
    ),
    (
        &["check", "--output", "json="],
        "a path is missing",
        "json=",
        2,
    ),
    (
        &["check", "--output", "json=-"],
        "for standard output",
        "--format json",
        2,
    ),
    (
        &["check", "--fail-on", "eror"],
        "invalid value 'eror'",
        "one of error, warning, info",
        2,
    ),
    (
        &["check", "--date", "3.11.2025"],
        "invalid value '3.11.2025'",
        "YYYY-MM-DD",
        2,
    ),
    (
        &["check", "--date", "2025-02-30"],
        "invalid value '2025-02-30'",
        "YYYY-MM-DD",
        2,
    ),
    (
        &["rules", "--today", "soon"],
        "invalid value 'soon'",
        "YYYY-MM-DD",
        2,
    ),
    (
        &["check", "--max-findings", "3", "--format", "jsonl"],
        "can't be used with `jsonl`",
        "leave it out",
        2,
    ),
    (
        &["check", "--changed-since", "main", "a.txt"],
        "git",
        "help: ",
        2,
    ),
    (&["chekc"], "unrecognized subcommand 'chekc'", "'check'", 2),
    (
        &["check", "--fomat", "json"],
        "unexpected argument '--fomat'",
        "a similar argument exists: '--format'",
        2,
    ),
    // Files to write.
    (
        &["check", "--output", "json=none/a.json", "a.txt"],
        "the report can't be written",
        "help: ",
        2,
    ),
    (
        &["check", "--output", "json=a", "--output", "html=a", "a.txt"],
        "two reports can't go into one file",
        "a path of its own",
        2,
    ),
    (
        &["check", "--write-baseline", "none/known.json", "wrong.txt"],
        "can't be written",
        ";",
        2,
    ),
];

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("a.txt", RIGHT)
        .write("wrong.txt", WRONG)
        .write("sheets/a.csv", "a;b\n")
        .write("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")
        .write("broken.json", "{\"text\": \n")
        .write("broken.xml", "<?xml version='1.0'?><nitf><body></nitf>")
        .write("bad/rules.toml", "[[entity]]\nnmae = \"Ana\"\n")
        .write("checks.toml", "[checks]\nweekdya = \"off\"\n")
        .write("latin.toml", b"[[entity]]\nname = \"Andr\xe9\"\n");
    desk
}

#[test]
fn each_error_says_what_helps() {
    let desk = desk();
    let mut complaints = Vec::new();
    for (args, wrong, helps, status) in CASES {
        let done = desk.run(args);
        // Long lines are wrapped.
        let said: Vec<&str> = done.err.split_whitespace().collect();
        let said = said.join(" ");
        if done.status != *status || !said.contains(wrong) || !said.contains(helps) {
            complaints.push(format!(
                "{args:?}: {} {}{}",
                done.status, done.out, done.err
            ));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// A mistake of the usage shows where help is; any other has a line that begins with `help:`.
#[test]
fn no_error_is_without_a_remedy() {
    let desk = desk();
    for (args, ..) in CASES {
        let err = desk.run(args).err;
        let blocks = err
            .split("\n\n")
            .filter(|block| block.starts_with("error: "));
        for block in blocks {
            let remedy = block.contains("help: ") || block.contains("invalid value ");
            let usage = err.contains("try '--help'");
            assert!(remedy || usage, "{args:?}: {err}");
        }
    }
}

#[test]
fn a_file_that_is_missing_is_not_counted_as_formatted() {
    let done = desk().run(&["fmt", "none.toml"]);
    assert_eq!((done.status, &*done.out), (2, ""));
}

#[test]
fn the_extension_of_a_report_names_its_format() {
    let desk = desk();
    for (name, begins) in [
        ("a.html", "<!doctype html>"),
        ("a.htm", "<!doctype html>"),
        ("a.JSON", "{\n  \"version\": 1"),
        ("a.jsonl", "{\"file\":"),
        ("a.sarif", "{\n  \"$schema\""),
        ("a.md", "<!-- factlint -->"),
        ("checkstyle=a.xml", "<?xml"),
    ] {
        let done = desk.run(&["check", "--output", name, "wrong.txt"]);
        assert_eq!(done.status, 1, "{name}: {done:?}");
        let path = name.rsplit('=').next().unwrap();
        let text = std::fs::read_to_string(desk.path(path)).unwrap();
        assert!(text.starts_with(begins), "{name}: {text}");
    }
    let done = desk.run(&["test", "--output", "a.xml"]);
    assert_eq!(done.status, 0, "the only XML of tests is JUnit: {done:?}");
}

#[test]
fn rule_files_can_be_named() {
    let desk = Desk::new();
    desk.write("rules/piers.toml", "[[entity]]\nname = \"Pier A\"\n")
        .write("rules/ports.toml", "[[office]]\nid = \"master\"\ntitles = [\"Harbor Master\"]\nholders = [{ name = \"@mayor\" }]\n");
    let done = desk.run(&["rules", "rules/piers.toml"]);
    assert_eq!(done.status, 0, "{done:?}");
    assert!(done.out.contains("1 fact in 1 rule file"), "{}", done.out);
    assert!(!done.out.contains("people.toml"), "{}", done.out);
    // What a rule file refers to is read from the others, but only what is named is reviewed.
    let done = desk.run(&["rules", "rules/ports.toml"]);
    assert_eq!(done.status, 0, "{done:?}");
    assert!(done.out.contains("[rules/ports.toml:"), "{}", done.out);
    assert!(!done.out.contains("[rules/people.toml:"), "{}", done.out);
    for paths in [
        &["rules/piers.toml", "rules/people.toml"][..],
        &["rules"],
        &["rules/../rules"],
    ] {
        let done = desk.run(&[&["rules"], paths].concat());
        assert_eq!(done.status, 0, "{paths:?}: {done:?}");
    }
}
