//! `check --explain-config`: what applies to an article, and why.

mod cli_support;

use cli_support::{BRIDGE, Desk};

#[test]
fn what_applies_is_explained() {
    let desk = Desk::bridge();
    desk.write(
        "factlint.toml",
        "fail-on = \"warning\"\n\n[checks]\ndateline = \"off\"\n\n[[ignore]]\nfact = \"bridge-length\"\nreason = \"x\"\n\n\
         [[override]]\npath = \"*.md\"\nchecks = { weekday = \"info\" }\nskip = [\"entity\"]\n",
    );
    let done = desk.run(&["check", "--explain-config", "--date", "2025-11-03", "a.md"]);
    insta::assert_snapshot!(done.out);
    assert_eq!(done.status, 0);
}

/// From a folder below, with settings above and settings for folders in folders.
#[test]
fn what_applies_in_a_nested_folder_is_explained() {
    let desk = Desk::bridge();
    desk.write("factlint.toml", NESTED)
        .write(
            "old/1961/plans.md",
            format!("Text.\n\n<!-- factlint-ignore bridge-length: old plans -->\n{BRIDGE}"),
        )
        .write(
            "old/latin.txt",
            b"Nov. 3, 2025\n\nIn the caf\xE9 of Malm\xF6.\n",
        );
    let done = desk.run_in(
        "old/1961",
        &[
            "check",
            "--explain-config",
            "--skip",
            "two-values",
            "plans.md",
            "../latin.txt",
        ],
    );
    insta::assert_snapshot!(done.out);
    assert_eq!((done.status, &*done.err), (0, ""));
    let done = desk.run_in(
        "old/1961",
        &[
            "check",
            "--format",
            "json",
            "--skip",
            "two-values",
            "plans.md",
        ],
    );
    let told = "the comment and the ignore hold from below too";
    assert_eq!(
        (done.files().len(), done.status),
        (0, 0),
        "{told}: {done:?}"
    );
    let done = desk.run_in("old", &["check", "--explain-config"]);
    assert!(
        done.out
            .contains("articles       2 files (`*.md` of the configuration)"),
        "{}",
        done.out
    );
}

const NESTED: &str = r#"
articles = ["*.md"]

[checks]
weekday = "warning"

[[override]]
path   = "old"
checks = { weekday = "info", dateline = "off" }
skip   = ["entity"]

[[override]]
path   = "old/1961"
checks = { weekday = "off" }
only   = ["figure"]

[[ignore]]
path   = "old/1961"
text   = "8.7 km"
reason = "the plans of 1961 had it so"

[[ignore]]
path   = "new"
fact   = "bridge-length"
reason = "not here"
"#;
