//! Living with findings: ignores, comments, a baseline, and asking for a part of them.

mod cli_support;

use cli_support::{BRIDGE, Desk, Done};

/// The facts found, in order.
fn found(done: &Done) -> Vec<String> {
    let report: serde_json::Value =
        serde_json::from_str(&done.out).unwrap_or_else(|_| panic!("{done:?}"));
    let findings = report["findings"].as_array().unwrap();
    let facts = findings
        .iter()
        .map(|finding| finding["fact"].as_str().unwrap());
    facts.map(str::to_string).collect()
}

fn check(desk: &Desk, flags: &[&str]) -> Done {
    desk.run(&[&["check", "--format", "json", "a.md"], flags].concat())
}

#[test]
fn only_and_skip_by_id_kind_check_or_pattern() {
    let desk = Desk::bridge();
    let all = [
        "bridge-length",
        "petra-lindholm",
        "bridge-length",
        "check:weekday",
    ];
    assert_eq!(found(&check(&desk, &[])), all);
    for (flags, wanted) in [
        (
            &["--only", "figure"][..],
            &["bridge-length", "bridge-length"][..],
        ),
        (&["--only", "weekday"], &["check:weekday"]),
        (
            &["--only", "check:weekday", "--only", "entity"],
            &["petra-lindholm", "check:weekday"],
        ),
        (&["--only", "check:*"], &["check:weekday"]),
        (
            &["--skip", "bridge-*"],
            &["petra-lindholm", "check:weekday"],
        ),
        (&["--only", "figure", "--skip", "bridge-length"], &[]),
        (
            &["--skip", "check"],
            &["bridge-length", "petra-lindholm", "bridge-length"],
        ),
    ] {
        assert_eq!(found(&check(&desk, flags)), wanted, "{flags:?}");
    }
    assert_eq!(
        check(&desk, &["--only", "entity"]).status,
        0,
        "a warning only"
    );
}

#[test]
fn a_flag_with_an_unknown_id_checks_nothing() {
    let done = check(&Desk::bridge(), &["--skip", "brigde-length"]);
    assert_eq!(done.status, 2);
    let told = "--skip brigde-length: no fact, kind or check has this name";
    assert!(done.err.contains(told), "{}", done.err);
    assert!(
        done.err.contains("did you mean `bridge-length`?"),
        "{}",
        done.err
    );
    assert!(found(&done).is_empty());
}

#[test]
fn at_most_so_many_are_shown_and_all_are_counted() {
    let done = check(&Desk::bridge(), &["--max-findings", "1"]);
    assert_eq!((found(&done).len(), done.status), (1, 1));
    let done = Desk::bridge().run(&["check", "--max-findings", "1", "a.md"]);
    assert!(
        done.out
            .contains("\n3 errors, 1 warning in 1 article; 3 not shown\n"),
        "{}",
        done.out
    );
    let done = Desk::bridge().run(&["check", "--max-findings", "0", "a.md"]);
    assert_eq!(done.status, 1);
}

#[test]
fn a_comment_ignores_in_the_next_block() {
    let desk = Desk::bridge();
    let comment = "<!-- factlint-ignore bridge-length: as the old brochure has it -->\n\n";
    desk.write("a.md", format!("{comment}{BRIDGE}"));
    let done = check(&desk, &[]);
    assert_eq!(
        found(&done),
        ["petra-lindholm", "bridge-length", "check:weekday"]
    );
    assert_eq!(done.err, "");
    let comment = "<!-- factlint-ignore-file bridge-*, weekday, petra-lindholm: an old text -->\n";
    desk.write("a.md", format!("{BRIDGE}\n{comment}"));
    assert_eq!(found(&check(&desk, &[])), [""; 0]);
    let done = desk.pipe(format!("{BRIDGE}\n{comment}").as_bytes(), &["check", "-"]);
    assert_eq!(
        (done.status, &*done.err),
        (0, ""),
        "in plain text too: {}",
        done.out
    );
}

#[test]
fn a_comment_that_is_no_use_is_told() {
    for (comment, told) in [
        (
            "factlint-ignore bridge-length",
            "this comment does not say why; it is not followed",
        ),
        (
            "factlint-ignore: it is old",
            "this comment does not say what to ignore",
        ),
        (
            "factlint-ignore brigde-length: it is old",
            "no fact, kind or check is called `brigde-length`",
        ),
        (
            "factlint-ignore two-values: it is old",
            "this comment ignores `two-values`, but nothing is found there",
        ),
        (
            "factlint-disable two-values: it is old",
            "`factlint-disable` is no comment that factlint knows",
        ),
    ] {
        let desk = Desk::bridge();
        desk.write("a.md", format!("<!-- {comment} -->\n\n{BRIDGE}"));
        let done = check(&desk, &[]);
        assert!(done.err.contains(told), "{comment}: {}", done.err);
        assert!(done.err.contains("a.md:1:1"), "{comment}: {}", done.err);
        assert_eq!((found(&done).len(), done.status), (4, 1), "{comment}");
    }
    let desk = Desk::bridge();
    desk.write(
        "a.md",
        "A manual:\n\n```\n<!-- factlint-ignore some-fact: why -->\n```\n",
    );
    assert_eq!(check(&desk, &[]).err, "", "code is no comment");
}

#[test]
fn an_ignore_of_an_unknown_fact_is_told() {
    let desk = Desk::bridge();
    desk.write(
        "factlint.toml",
        "[[ignore]]\nfact = \"bridge-lenght\"\nreason = \"x\"\n",
    );
    let done = check(&desk, &[]);
    assert!(
        done.err
            .contains("no fact or check is called `bridge-lenght`"),
        "{}",
        done.err
    );
    assert!(
        done.err.contains("did you mean `bridge-length`?"),
        "{}",
        done.err
    );
    assert!(
        !done.err.contains("matches nothing"),
        "told once: {}",
        done.err
    );
}

#[test]
fn a_baseline_outlives_edits_elsewhere() {
    let desk = Desk::bridge();
    let done = desk.run(&["check", "--write-baseline", "known.json", "a.md"]);
    assert_eq!(
        (done.status, &*done.out),
        (0, "4 findings written to known.json\n")
    );
    let known = ["--baseline", "known.json"];
    let done = check(&desk, &known);
    assert_eq!((found(&done).len(), done.status, &*done.err), (0, 0, ""));

    desk.write(
        "a.md",
        format!("# A new heading\n\nA new line.\n\n{BRIDGE}\nThe new bridge is 8.7 km long.\n"),
    );
    let done = check(&desk, &known);
    assert_eq!(found(&done), ["bridge-length"], "the new one alone");
    assert_eq!(done.status, 1);

    desk.write("a.md", BRIDGE.replace("Lindhlom", "Lindholm"));
    let done = check(&desk, &known);
    assert!(
        done.err.contains("1 entry of this baseline match"),
        "{}",
        done.err
    );

    desk.write("factlint.toml", "baseline = \"known.json\"\n")
        .write("a.md", BRIDGE);
    assert_eq!(check(&desk, &[]).status, 0, "named by the configuration");
    assert_eq!(check(&desk, &["--baseline", "missing.json"]).status, 2);
    desk.write("broken.json", "{");
    let done = check(&desk, &["--baseline", "broken.json"]);
    assert!(
        done.err.contains("broken.json: this is no baseline"),
        "{}",
        done.err
    );
}

/// A commit of one article says nothing about the others.
#[test]
fn entries_of_articles_that_were_not_checked_are_not_called_unused() {
    let desk = Desk::bridge();
    desk.write("b.md", BRIDGE).write("c.md", BRIDGE);
    desk.run(&["check", "--write-baseline", "known.json", "."]);
    let known = ["--baseline", "known.json"];
    let done = check(&desk, &known);
    assert_eq!((done.status, &*done.err), (0, ""));
    std::fs::remove_file(desk.path("b.md")).unwrap();
    let done = check(&desk, &known);
    let told = "4 entries of this baseline match nothing any more (4 of";
    assert!(done.err.contains(told), "{}", done.err);
}

#[test]
fn a_baseline_holds_from_a_folder_below_too() {
    let desk = Desk::bridge();
    desk.write("factlint.toml", "baseline = \"known.json\"\n")
        .write("new/b.md", BRIDGE);
    desk.run(&["check", "--write-baseline", "known.json", "."]);
    let done = desk.run_in("new", &["check", "b.md"]);
    assert_eq!((done.status, &*done.err), (0, ""), "{}", done.out);
}

/// Whoever hands over all files that changed names these too.
#[test]
fn rules_settings_and_the_baseline_are_no_articles() {
    let desk = Desk::bridge();
    desk.write("factlint.toml", "baseline = \"known.json\"\n")
        .write("known.json", "{\"version\": 1, \"findings\": []}")
        .write("rules/about.md", "Petra Lindhlom wrote these.\n");
    let ours = ["rules/names.toml", "factlint.toml", "known.json"];
    let done = desk.run(&[&["check", "--format", "json"], &ours[..]].concat());
    assert_eq!(done.status, 2, "nothing was checked: {done:?}");
    assert_eq!(found(&done), [""; 0]);
    assert_eq!(done.problems(), ["no-articles"; 4]);
    let told = "rules/names.toml: this is a rule file, not an article";
    assert!(done.err.contains(told), "{}", done.err);
    for more in ["--allow-empty", "rules/about.md"] {
        let done = desk.run(&[&["check", more], &ours[..]].concat());
        assert_ne!(done.status, 2, "{done:?}");
    }
    let done = desk.run(&["check", "--format", "json", "rules/about.md"]);
    assert_eq!(found(&done), ["petra-lindholm"], "named, it is an article");
}

#[test]
fn a_folder_may_have_settings_of_its_own() {
    let desk = Desk::bridge();
    desk.write("old/a.md", BRIDGE).write(
        "factlint.toml",
        "[checks]\nweekday = \"off\"\n\n[[override]]\npath = \"old\"\nchecks = { weekday = \"info\" }\nskip = [\"figure\"]\n",
    );
    let done = desk.run(&["check", "--format", "json", "a.md", "old"]);
    let all = [
        "bridge-length",
        "petra-lindholm",
        "bridge-length",
        "petra-lindholm",
        "check:weekday",
    ];
    assert_eq!(found(&done), all);
    assert!(done.out.contains("\"severity\": \"info\""), "{}", done.out);
    desk.write(
        "factlint.toml",
        "[[override]]\npath = \"old\"\nskip = [\"figur\"]\n",
    );
    let done = check(&desk, &[]);
    assert_eq!(done.status, 2);
    assert!(done.err.contains("factlint.toml:3:9"), "{}", done.err);
    assert!(done.err.contains("did you mean `figure`?"), "{}", done.err);
}

#[test]
fn what_changed_since_a_revision() {
    let desk = Desk::bridge();
    let git = |args: &[&str]| {
        let identity = [
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.org",
            "-c",
            "init.defaultBranch=main",
        ];
        let mut command = std::process::Command::new("git");
        let output = command
            .args(identity)
            .args(args)
            .current_dir(desk.path(""))
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "One"]);
    let since = ["--changed-since", "HEAD"];
    assert_eq!(found(&check(&desk, &since)), [""; 0]);
    desk.write(
        "a.md",
        format!(
            "A new line.\n\n{}",
            BRIDGE.replace("Some say", "Others say")
        ),
    );
    desk.write("new ü.md", "The bridge is 8.7 km long.\n");
    let done = desk.run(&["check", "--format", "json", "--changed-since", "HEAD", "."]);
    assert_eq!(
        found(&done),
        ["bridge-length", "check:weekday", "bridge-length"]
    );
    let done = check(&desk, &["--changed-since", "no-such-branch"]);
    assert_eq!(done.status, 2);
    assert!(
        done.err.contains("--changed-since no-such-branch: "),
        "{}",
        done.err
    );
}
