//! The console blocks of a page: the commands that they show, and whether the program still says what stands below them.

use std::io::{Read, Seek};
use std::path::Path;
use std::process::{Command, Stdio};

/// A command of a console block and what is shown below it.
pub struct Run {
    /// The line as it stands, with its prompt.
    pub prompt: String,
    pub shown: String,
}

/// The runs of a block; each command stands after `$ `.
pub fn runs(block: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for line in block.lines() {
        if line.starts_with("$ ") {
            runs.push(Run {
                prompt: line.to_string(),
                shown: String::new(),
            });
        } else if let Some(run) = runs.last_mut() {
            run.shown += line;
            run.shown.push('\n');
        }
    }
    runs
}

/// The words of a command, without its prompt and a remark after ` #`.
pub fn words(prompt: &str) -> Vec<String> {
    let command = prompt.trim_start_matches("$ ");
    let command = command.split(" #").next().unwrap_or(command);
    let mut words = Vec::new();
    for (index, part) in command.split('\'').enumerate() {
        match index % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_string)),
            _ => words.push(part.to_string()),
        }
    }
    words
}

/// What the program says on a terminal that is not one, on both its streams, in the order in which it says it.
pub fn said(words: &[String], directory: &Path) -> String {
    let mut paper = tempfile::tempfile().expect("a file");
    let stream = || Stdio::from(paper.try_clone().expect("a file"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_factlint"));
    command
        .args(words)
        .current_dir(directory)
        .stdin(Stdio::null())
        .stdout(stream())
        .stderr(stream())
        .env("LC_ALL", "en_US.UTF-8");
    for name in [
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "CI",
        "GITHUB_ACTIONS",
    ] {
        command.env_remove(name);
    }
    let status = command.status().expect("the program runs");
    let mut said = String::new();
    paper.rewind().expect("a file");
    paper.read_to_string(&mut said).expect("text");
    let known = status.code().is_some_and(|code| code <= 2);
    assert!(known, "{words:?}: {status}\n{said}");
    tidy(&said)
}

/// Without white space at the ends of lines, or empty lines at the ends.
pub fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let text = lines.join("\n");
    let text = text.trim_matches('\n');
    if text.is_empty() {
        String::new()
    } else {
        format!("{text}\n")
    }
}

/// Whether what is shown is what was said; `[..]` stands for anything within a line, a line `...` for any lines.
pub fn agrees(shown: &str, said: &str) -> bool {
    let shown: Vec<&str> = shown.lines().collect();
    let said: Vec<&str> = said.lines().collect();
    lines_agree(&shown, &said)
}

fn lines_agree(shown: &[&str], said: &[&str]) -> bool {
    match shown {
        [] => said.is_empty(),
        ["...", rest @ ..] => (0..=said.len()).any(|skipped| lines_agree(rest, &said[skipped..])),
        [first, rest @ ..] => said
            .split_first()
            .is_some_and(|(line, others)| line_agrees(first, line) && lines_agree(rest, others)),
    }
}

fn line_agrees(shown: &str, said: &str) -> bool {
    let mut parts = shown.split("[..]");
    let first = parts.next().unwrap_or_default();
    let Some(mut left) = said.strip_prefix(first) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, between)) = parts.split_last() else {
        return left.is_empty();
    };
    for part in between {
        match left.split_once(part) {
            Some((_, rest)) => left = rest,
            None => return false,
        }
    }
    left.ends_with(last)
}

#[test]
fn wildcards() {
    for (shown, said, agree) in [
        ("a\nb", "a\nb", true),
        ("a [..] c", "a b c", true),
        ("a [..] c", "a b", false),
        ("[..]s)", "passed (0.1 s)", true),
        ("a\n...\nd", "a\nb\nc\nd", true),
        ("a\n...", "a", true),
        ("a\n...\nx", "a\nb", false),
        ("a", "ab", false),
    ] {
        assert_eq!(agrees(shown, said), agree, "{shown:?} {said:?}");
    }
}
