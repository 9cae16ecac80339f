//! A hundred processes on one folder.

use std::fs;
use std::process::{Child, Stdio};

use crate::cli_support::Desk;

const PROCESSES: usize = 100;
const FILES: usize = 20;

/// Two desks, each of which knows one of two mistakes.
fn desk() -> Desk {
    let desk = Desk::empty();
    let rule = |right: &str, wrong: &str| {
        format!("[[entity]]\nname = \"{right}\"\nreject = [\"{wrong}\"]\n")
    };
    desk.write("one/a.toml", rule("Petra Lindholm", "Petra Lindhome"));
    desk.write("two/a.toml", rule("Anna Okafor", "Anna Okafer"));
    for file in 0..FILES {
        desk.write(
            &format!("news/{file}.txt"),
            "Petra Lindhome met Anna Okafer.\n".repeat(20),
        );
    }
    desk
}

fn start(desk: &Desk, args: &[&str]) -> Child {
    let mut command = desk.command(args);
    command.env("RAYON_NUM_THREADS", "2");
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

#[test]
fn all_find_the_same() {
    let desk = desk();
    let all: Vec<Child> = (0..PROCESSES)
        .map(|_| {
            start(
                &desk,
                &[
                    "check", "--rules", "one", "--rules", "two", "--format", "json", "news",
                ],
            )
        })
        .collect();
    let mut seen: Vec<Vec<u8>> = Vec::new();
    for child in all {
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        if !seen.contains(&output.stdout) {
            seen.push(output.stdout);
        }
    }
    assert_eq!(seen.len(), 1);
}

/// Each mend is made once: were one lost, by a process that writes what it read before, another would make it again, and
/// more would be made than there are.
#[test]
fn all_mend_at_once_and_no_mend_is_lost() {
    let desk = desk();
    let all: Vec<Child> = (0..PROCESSES)
        .map(|number| {
            let rules = if number % 2 == 0 { "one" } else { "two" };
            start(
                &desk,
                &[
                    "check", "--fix", "--rules", rules, "--format", "json", "news",
                ],
            )
        })
        .collect();
    let mut made = 0;
    for child in all {
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        let kept = told.contains("it changed meanwhile, and was left as it is");
        let status = output.status.code();
        assert!(
            status == Some(0) || kept && status == Some(2),
            "{status:?}: {told}"
        );
        let count = told
            .lines()
            .find_map(|line| line.strip_prefix("factlint: ")?.split(' ').next());
        made += count.unwrap().parse::<usize>().unwrap();
    }
    let mut right = 0;
    for entry in fs::read_dir(desk.path("news")).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        assert!(!name.starts_with('.'), "{name} is left over");
        let text = fs::read_to_string(entry.path()).unwrap();
        assert_eq!(text.lines().count(), 20, "{name}: {text}");
        for line in text.lines() {
            let (petra, anna) = line.split_once(" met ").unwrap();
            assert!(
                ["Petra Lindholm", "Petra Lindhome"].contains(&petra),
                "{name}: {line}"
            );
            assert!(
                ["Anna Okafor.", "Anna Okafer."].contains(&anna),
                "{name}: {line}"
            );
            right += usize::from(petra == "Petra Lindholm") + usize::from(anna == "Anna Okafor.");
        }
    }
    assert!(right > 0);
    assert_eq!(
        made, right,
        "mends that were made, and those that are there"
    );
}
