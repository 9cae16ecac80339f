//! `--output`, pipes that close, and the bar that shows how far a long check is.

mod cli_support;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use cli_support::{Desk, RIGHT, WRONG};

const FORMATS: &[&str] = &[
    "graphical",
    "compact",
    "html",
    "markdown",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
];

#[test]
fn several_reports_of_one_run() {
    let desk = Desk::new();
    desk.write("a.txt", WRONG).write("b.txt", RIGHT);
    let outputs: Vec<String> = FORMATS
        .iter()
        .map(|id| format!("--output={id}=out.{id}"))
        .collect();
    let mut args: Vec<&str> = outputs.iter().map(String::as_str).collect();
    args.extend(["check", "--color", "always"]);
    args.rotate_right(3);
    let done = desk.run(&args);
    assert_eq!(done.status, 1, "{}", done.err);
    assert!(done.out.contains("\u{1b}["), "the terminal has its colours");
    for id in FORMATS {
        let file = std::fs::read_to_string(desk.path(&format!("out.{id}"))).unwrap();
        assert!(!file.contains('\u{1b}'), "{id}");
        assert!(file.contains("Wojcik"), "{id}: {file}");
        // The file holds what standard output would.
        if !matches!(*id, "graphical") {
            let shown = desk.run(&["check", "--format", id, "a.txt", "b.txt"]);
            assert_eq!(shown.out, file, "{id}");
        }
    }
}

#[test]
fn a_report_that_cannot_be_written_costs_no_other() {
    let desk = Desk::new();
    desk.write("a.txt", WRONG);
    let done = desk.run(&[
        "check",
        "a.txt",
        "--output",
        "json=none/a.json",
        "--output",
        "sarif=b.sarif",
        "--output",
        "compact=./b.sarif",
        "--output",
        "compact=c.txt",
    ]);
    assert_eq!(done.status, 2);
    assert!(done.out.contains("1 error in 1 article"), "{}", done.out);
    assert!(desk.path("c.txt").exists());
    let kept = std::fs::read_to_string(desk.path("b.sarif")).unwrap();
    assert!(
        kept.starts_with('{'),
        "the first report for a path is written"
    );
    insta::assert_snapshot!(done.err);
}

#[test]
fn outputs_that_mean_nothing() {
    let desk = Desk::new();
    for (output, told) in [
        (
            "report",
            "the extension names no format: write FORMAT=report",
        ),
        ("report.xml", "junit=report.xml or checkstyle=report.xml"),
        ("jsn=a", "did you mean `json`?"),
        ("-", "for standard output write --format FORMAT"),
        ("sarif=", "a path is missing after `sarif=`"),
        ("xml=a", "known formats: graphical, compact"),
        ("json=-", "for standard output write --format json"),
    ] {
        let done = desk.run(&["check", "--output", output]);
        assert_eq!(done.status, 2);
        assert!(done.err.contains(told), "{}", done.err);
    }
    let done = desk.run(&["check", "--output", "json=a", "--write-baseline", "b"]);
    assert_eq!(done.status, 2);
}

#[test]
fn a_report_beside_a_diff_and_beside_mended_text() {
    let desk = Desk::new();
    desk.write("a.txt", WRONG);
    let done = desk.run(&["check", "a.txt", "--diff", "--output", "compact=a.report"]);
    assert!(done.out.starts_with("--- a/a.txt"), "{}", done.out);
    let report = std::fs::read_to_string(desk.path("a.report")).unwrap();
    assert!(report.starts_with("a.txt:1:7: error: "), "{report}");
    let done = desk.pipe(
        WRONG.as_bytes(),
        &["check", "-", "--fix", "--output", "compact=a.report"],
    );
    assert_eq!(done.out, RIGHT);
    assert_eq!(std::fs::read(desk.path("a.report")).unwrap(), b"");
}

#[test]
fn absolute_paths_are_told_from_here() {
    let desk = Desk::new();
    desk.write("news/a b.txt", WRONG);
    let path = desk.path("news/a b.txt").canonicalize().unwrap();
    let mut command = desk.command(&["check", "--format", "sarif", path.to_str().unwrap()]);
    command.current_dir(desk.path(".").canonicalize().unwrap());
    let done = cli_support::run(command);
    assert!(
        done.out.contains("\"uri\": \"news/a%20b.txt\""),
        "{}",
        done.out
    );
    assert!(!done.out.contains("file:"), "{}", done.out);
}

/// A closed pipe is no fault, and what was found is found.
#[test]
fn a_closed_pipe_is_quiet() {
    let desk = Desk::new();
    desk.write("a.txt", WRONG.repeat(1_500));
    for id in FORMATS {
        let mut command = desk.command(&[
            "check",
            "a.txt",
            "--format",
            id,
            "--output",
            "compact=c.txt",
        ]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::with_capacity(64, child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let mut said = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut said)
            .unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(1), "{id}");
        assert_eq!(said, "", "{id}");
        assert!(!line.is_empty());
        let file = std::fs::read_to_string(desk.path("c.txt")).unwrap();
        assert_eq!(file.lines().count(), 1_500);
    }
}

/// Runs a check of standard input that comes late, under a terminal of its own where `watched`; what was printed.
fn slow(desk: &Desk, watched: bool, variables: &[(&str, &str)]) -> String {
    let program = env!("CARGO_BIN_EXE_factlint");
    let mut command = Command::new(if watched { "script" } else { program });
    let quoted = format!("(sleep 1.5; echo Mayor Katarzyna Wojick) | '{program}' check -");
    if watched {
        command.args(["-qec", &quoted, "/dev/null"]);
    } else {
        command.args(["check", "-"]);
    }
    let mut child = command
        .current_dir(desk.path("."))
        .env_remove("CI")
        .env("TERM", "xterm")
        .envs(variables.iter().copied())
        .stdin(if watched {
            Stdio::null()
        } else {
            Stdio::piped()
        })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    if let Some(mut input) = child.stdin.take() {
        std::thread::sleep(Duration::from_millis(1_500));
        input.write_all(WRONG.as_bytes()).unwrap();
    }
    let done = child.wait_with_output().unwrap();
    String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn a_bar_is_shown_to_people_only() {
    let desk = Desk::new();
    assert!(!slow(&desk, false, &[]).contains("files checked"));
    if Command::new("script").arg("--version").output().is_err() {
        return;
    }
    let seen = slow(&desk, true, &[]);
    assert!(seen.contains("0 of 1 files checked"), "{seen}");
    // It is wiped away before the report.
    let bar = seen.rfind("files checked").unwrap();
    let report = seen.find("Katarzyna Wojcik").unwrap();
    assert!(seen[bar..report].contains("\u{1b}[2K"), "{seen:?}");
    for quiet in [[("CI", "true")], [("TERM", "dumb")]] {
        let seen = slow(&desk, true, &quiet);
        assert!(
            seen.contains("Wojcik") && !seen.contains("files checked"),
            "{seen}"
        );
    }
}
