//! The book: every rule file in it loads and its tests hold, every command says what is printed below it, every link
//! leads somewhere. `UPDATE=1 cargo test --test docs` writes anew what the commands say.
//!
//! | block | what is done with it |
//! | --- | --- |
//! | ```` ```toml ```` | a rule file: it loads, its tests hold, and each of its facts is found wrong by one of them |
//! | ```` ```toml,fragment ```` | the same, but its facts need no tests |
//! | ```` ```toml,mistake ```` | a rule file that must not load |
//! | ```` ```toml,failing ```` | a rule file whose tests are to fail in a console block |
//! | ```` ```toml,config ```` | a `factlint.toml` that can be read |
//! | ```` ```… file=PATH ```` | also written to a folder that the page has for itself |
//! | ```` ```… append=PATH ```` | also added there to what stands in the file, which must then hold as a whole |
//! | ```` ```console ```` | each `$ factlint …` is run in that folder and must say what is printed below it; `$ rm FILE` too |
//! | ```` ```sh ```` | not run; the commands and options of `factlint` in it are there |

mod docs_support;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use docs_support::page::Page;
use docs_support::reading::{Reading, updating};
use docs_support::shell;
use support::{below, name, root};

const BOOK: &str = "docs";
/// Pages whose commands are run by another test, from the root of the project.
const RUN_ELSEWHERE: [&str; 2] = ["docs/measured.md", "docs/measuring.md"];

/// The pages of the book.
fn book() -> Vec<Page> {
    let pages = below(BOOK, "md");
    pages.iter().map(|path| Page::read(path)).collect()
}

fn with_readme() -> Vec<Page> {
    let mut pages = book();
    pages.push(Page::read(&root("README.md")));
    pages
}

fn hold(complaints: &[String]) {
    let count = complaints.len();
    assert!(
        complaints.is_empty(),
        "{count}:\n\n{}",
        complaints.join("\n")
    );
}

#[test]
fn every_example_holds() {
    let mut complaints = Vec::new();
    let mut runs = 0;
    let pages = book();
    let pages = pages
        .iter()
        .filter(|page| !RUN_ELSEWHERE.contains(&&*page.name));
    for page in pages {
        let mut reading = Reading::of(page, updating());
        complaints.append(&mut reading.complaints);
        runs += reading.anew.len();
        let mut text = page.text.clone();
        for (bytes, anew) in reading.anew.into_iter().rev() {
            text.replace_range(bytes, &anew);
        }
        if updating() && text != page.text {
            fs::write(&page.path, text).expect("a page can be written");
        }
    }
    hold(&complaints);
    assert!(runs > 10, "only {runs} blocks were run");
}

#[test]
fn every_link_leads_somewhere() {
    let pages: BTreeMap<PathBuf, Page> = with_readme()
        .into_iter()
        .map(|page| (page.path.clone(), page))
        .collect();
    let mut complaints = Vec::new();
    for page in pages.values() {
        for (link, line) in &page.links {
            if let Some(fault) = broken(link, page, &pages) {
                complaints.push(format!("{}: {link}: {fault}", page.at(*line)));
            }
        }
    }
    hold(&complaints);
}

fn broken(link: &str, page: &Page, pages: &BTreeMap<PathBuf, Page>) -> Option<&'static str> {
    if link.contains("://") {
        return None;
    }
    let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
    let target = match file {
        "" => page.path.clone(),
        file => plain(&page.path.parent()?.join(file)),
    };
    let from_book = page.path.starts_with(root(BOOK));
    if from_book && !target.starts_with(root(BOOK)) {
        Some("this leads out of the book")
    } else if !target.exists() {
        Some("there is no such file")
    } else if let (Some(target), false) = (pages.get(&target), anchor.is_empty()) {
        let known = target.anchors.iter().any(|known| known == anchor);
        (!known).then_some("there is no such heading")
    } else {
        None
    }
}

/// A path without `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

#[test]
fn the_summary_lists_every_page_once() {
    let summary = Page::read(&root("docs/SUMMARY.md"));
    let listed: Vec<PathBuf> = summary
        .links
        .iter()
        .map(|(link, _)| root(BOOK).join(link))
        .collect();
    let mut complaints = Vec::new();
    for page in book().iter().filter(|page| page.path != summary.path) {
        match listed.iter().filter(|path| **path == page.path).count() {
            1 => {}
            count => complaints.push(format!("{} is listed {count} times", page.name)),
        }
    }
    hold(&complaints);
}

#[test]
fn every_pack_that_comes_along_is_named() {
    let page = Page::read(&root("docs/packs.md"));
    let named = |pack: &String| page.code.iter().any(|(code, _)| code == pack);
    let packs = below("rules", "toml").into_iter();
    let packs = packs.filter_map(|path| Some(path.file_name()?.to_str()?.to_string()));
    let missing: Vec<String> = packs.filter(|pack| !named(pack)).collect();
    hold(&missing);
}

/// A page that can't be read in one go is two pages.
#[test]
fn pages_are_short() {
    let pages = book().into_iter();
    let long = pages.filter(|page| {
        !page.name.starts_with("docs/reference/") && page.text.lines().count() > 350
    });
    hold(&long.map(|page| page.name).collect::<Vec<_>>());
}

#[test]
fn every_command_and_option_is_there() {
    let mut helps: BTreeMap<String, String> = BTreeMap::new();
    let mut complaints = Vec::new();
    for page in with_readme() {
        let blocks = page
            .blocks
            .iter()
            .filter(|block| ["sh", "console"].contains(&&*block.language));
        let lines = blocks.flat_map(|block| {
            block
                .text
                .lines()
                .filter(|line| block.language == "sh" || line.starts_with("$ "))
                .map(|line| (line.to_string(), block.line))
        });
        for (line, at) in lines.chain(page.code.iter().cloned()) {
            let command = line
                .trim_start_matches("$ ")
                .split(" |")
                .next()
                .unwrap_or_default();
            let Some(command) = command.strip_prefix("factlint ") else {
                continue;
            };
            let words = shell::words(command);
            let Some(name) = words
                .first()
                .filter(|word| word.starts_with(|sign: char| sign.is_ascii_lowercase()))
            else {
                continue;
            };
            let help = helps.entry(name.clone()).or_insert_with(|| {
                let words = [name.clone(), "--help".to_string()];
                shell::said(&words, &root(""))
            });
            if !help.contains(&format!("Usage: factlint {name}")) {
                complaints.push(format!("{}: there is no `factlint {name}`", page.at(at)));
                continue;
            }
            let options = words.iter().filter(|word| word.starts_with("--"));
            for option in options.map(|option| option.split('=').next().unwrap_or_default()) {
                if !help.contains(option) {
                    complaints.push(format!(
                        "{}: `factlint {name}` has no {option}",
                        page.at(at)
                    ));
                }
            }
        }
    }
    hold(&complaints);
}

#[test]
fn the_book_is_set_up() {
    let settings = fs::read_to_string(root("book.toml")).expect("book.toml");
    let settings: toml::Table = settings.parse().expect("TOML");
    assert_eq!(settings["book"]["src"].as_str(), Some(BOOK));
    assert!(name(&root("docs/index.md")).starts_with(BOOK));
}

/// What the tests above could not see would be no test.
#[test]
fn what_is_wrong_with_a_page_is_seen() {
    const PACK: &str = "[[entity]]\nname = \"Ann Arbor\"\n";
    const TEST: &str = "[[test]]\nname = \"t\"\ntext = \"Ann Arbour\"\n";
    for (page, complaint) in [
        (
            format!("```toml\n{PACK}```"),
            Some("no test finds `ann-arbor` wrong"),
        ),
        (format!("```toml,fragment\n{PACK}```"), None),
        (format!("```toml,mistake\n{PACK}```"), Some("no mistake")),
        (format!("```toml,mistake\n{PACK}x = 1\n```"), None),
        (
            format!("```toml\n{PACK}x = 1\n```"),
            Some("`x` is not a key"),
        ),
        (format!("```toml,fragment\n{PACK}{TEST}```"), Some("noisy")),
        (
            format!("```toml,fragment file=a.toml\n{PACK}```\n\n```toml append=a.toml\n{TEST}```"),
            Some("noisy"),
        ),
        (
            "```toml,config\nrule = []\n```".to_string(),
            Some("did you mean `rules`?"),
        ),
        ("```toml,config\nrules = [\"a\"]\n```".to_string(), None),
        (
            "```console\n$ factlint --version\nfactlint 0\n```".to_string(),
            Some("says"),
        ),
        (
            "```console\n$ factlint --version\nfactlint [..]\n```".to_string(),
            None,
        ),
        ("```console\n$ rm a.txt\n```".to_string(), Some("a.txt")),
        (
            "```console\n$ ls\n```".to_string(),
            Some("only factlint can be run"),
        ),
    ] {
        let page = Page::parse(Path::new("page.md"), page);
        let complaints = Reading::of(&page, false).complaints;
        match complaint {
            None => assert!(complaints.is_empty(), "{}: {complaints:?}", page.text),
            Some(complaint) => {
                let seen = complaints.iter().any(|seen| seen.contains(complaint));
                assert!(seen, "{}: {complaints:?}", page.text);
            }
        }
    }
}
