//! What goes wrong around the program: files that vanish, disks that are full, pipes that close, others at the same
//! files. It says so, costs nothing else its result, and never panics.
#![cfg(unix)]

#[path = "../cli_support/mod.rs"]
mod cli_support;
mod crowd;
mod reading;
mod system;
mod writing;

use std::process::Command;

use cli_support::{Desk, Done, run};

/// Every report.
const FORMATS: &[&str] = &[
    "graphical",
    "compact",
    "html",
    "markdown",
    "json",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
];

/// Commands that write to standard output, each with a desk's rules and `a.txt`.
const COMMANDS: &[&[&str]] = &[
    &["check", "a.txt"],
    &["check", "--diff", "a.txt"],
    &["check", "--explain-config", "a.txt"],
    &["rules"],
    &["rules", "--unused", "a.txt"],
    &["test"],
    &["test", "--format", "json"],
    &["explain", "mayor"],
    &["explain", "weekday"],
    &["inspect", "a.txt"],
    &["inspect", "--format", "json", "a.txt"],
    &["fmt", "--diff"],
    &["schema"],
    &["man"],
    &["completions", "bash"],
    &["--help"],
    &["help", "check"],
    &["--version"],
];

impl Done {
    /// It ended as it should, and did not fall over.
    #[track_caller]
    fn ended(&self, status: i32) -> &Self {
        assert_eq!(self.status, status, "{self:?}");
        assert!(!self.err.contains("panicked"), "{self:?}");
        self
    }

    /// It told this.
    #[track_caller]
    fn told(&self, words: &str) -> &Self {
        // A terminal's lines break anywhere.
        let flat = |text: &str| text.replace("\n  │ ", " ").replace("\n    ", " ");
        assert!(flat(&self.err).contains(words), "no “{words}”: {self:?}");
        self
    }
}

/// The program as a shell starts it after `before`: `ulimit`, `trap`.
fn after(desk: &Desk, before: &str, args: &[&str]) -> Command {
    let plain = desk.command(args);
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("{before} && exec \"$0\" \"$@\"")])
        .arg(plain.get_program())
        .args(plain.get_args())
        .current_dir(desk.path(""))
        .stdin(std::process::Stdio::null());
    command
}

fn run_after(desk: &Desk, before: &str, args: &[&str]) -> Done {
    run(after(desk, before, args))
}

/// Runs a program of the system that a test can't do without.
fn system(desk: &Desk, program: &str, args: &[&str]) {
    let mut command = Command::new(program);
    let status = command.args(args).current_dir(desk.path("")).status();
    assert!(status.is_ok_and(|status| status.success()), "{program}");
}
