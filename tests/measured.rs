//! `docs/measured.md` shows what the program says.

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use support::{below, name, root};

const PAGE: &str = "docs/measured.md";
const FENCE: &str = "```console\n$ factlint ";

/// What a shell makes of the words of a command.
fn expanded(words: &str) -> Vec<String> {
    let expand = |word: &str| match word.strip_suffix("/*.toml") {
        Some(folder) => below(folder, "toml")
            .iter()
            .map(|path| name(path))
            .collect(),
        None => vec![word.to_string()],
    };
    words.split(' ').flat_map(expand).collect()
}

fn said(words: &str) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_factlint"))
        .args(expanded(words))
        .current_dir(root(""))
        .output()
        .expect("the program runs");
    assert!(
        done.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    String::from_utf8(done.stdout).expect("text")
}

#[test]
fn the_page_shows_what_the_program_says() {
    let page = fs::read_to_string(root(PAGE)).expect("the page is there");
    let mut blocks = page.split(FENCE);
    let mut anew = blocks.next().unwrap_or_default().to_string();
    let mut count = 0;
    for block in blocks {
        let (command, rest) = block.split_once('\n').expect("the end of the command");
        let (_, after) = rest.split_once("```").expect("the end of the block");
        anew += &format!("{FENCE}{command}\n{}```{after}", said(command));
        count += 1;
    }
    assert!(count > 0, "no command");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(root(PAGE), anew).expect("the page can be written");
    } else {
        assert_eq!(
            page, anew,
            "UPDATE=1 cargo test --test measured writes {PAGE} anew"
        );
    }
}

/// The first command leaves out no pack that has tests.
#[test]
fn every_pack_is_measured() {
    let page = fs::read_to_string(root(PAGE)).expect("the page is there");
    let (_, rest) = page.split_once(FENCE).expect("a command");
    let command = rest.lines().next().unwrap_or_default();
    for file in below("tests", "toml").iter().chain(&below("rules", "toml")) {
        let folder = name(file.parent().unwrap_or(Path::new("")));
        let bytes = fs::read(file).expect("a pack can be read");
        let text = String::from_utf8_lossy(&bytes);
        // What was found by fuzzing is kept for its mistakes.
        let broken = folder == "tests/mistakes" || folder.starts_with("tests/regressions");
        if text.contains("\n[[test]]\n") && !broken && folder != "tests" {
            assert!(command.contains(&folder), "{folder} is not measured");
        }
    }
}
