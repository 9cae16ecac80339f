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

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use docs_support::page::{Block, Page};
use docs_support::shell;
use factlint::packs::{self, PackSource};
use factlint::rule_tests::{run_tests, unexercised};
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

/// A page that is being read from top to bottom, with a folder for its files.
struct Reading<'p> {
    page: &'p Page,
    folder: tempfile::TempDir,
    /// Rule files whose facts are to be exercised in the end.
    packs: BTreeSet<String>,
    complaints: Vec<String>,
    /// What the commands say now: where it stands in the page, and the text.
    anew: Vec<(std::ops::Range<usize>, String)>,
}

impl Reading<'_> {
    fn complain(&mut self, block: &Block, what: impl std::fmt::Display) {
        self.complaints
            .push(format!("{}: {what}\n", self.page.at(block.line)));
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_default()
    }

    fn block(&mut self, block: &Block) {
        if let Some((file, append)) = &block.file {
            let before = if *append {
                self.read(file) + "\n"
            } else {
                String::new()
            };
            let path = self.path(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
            fs::write(path, before + &block.text).expect("a file can be written");
        }
        match block.language.as_str() {
            "toml" if block.is("failing") => {}
            "toml" if block.is("config") || is_config(&block.text) => self.config(block),
            "toml" => self.rules(block),
            "console" => self.console(block),
            _ => {}
        }
    }

    fn rules(&mut self, block: &Block) {
        let text = match &block.file {
            Some((file, _)) => self.read(file),
            None => block.text.clone(),
        };
        match faults(&text, block.file.is_some() || block.is("fragment")) {
            Err(_) if block.is("mistake") => {}
            // What is added to a file inherits the faults of what stands there.
            Err(fault) if self.complaints.iter().any(|known| known.contains(&fault)) => {}
            Err(fault) => self.complain(block, fault),
            Ok(()) if block.is("mistake") => self.complain(block, "this is no mistake"),
            Ok(()) => {
                if let Some((file, _)) = &block.file {
                    if block.is("fragment") {
                        self.packs.remove(file);
                    } else {
                        self.packs.insert(file.clone());
                    }
                }
            }
        }
    }

    fn config(&mut self, block: &Block) {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |file: &str, text: &str| {
            fs::write(folder.path().join(file), text).expect("a file can be written")
        };
        write("pack.toml", "[[entity]]\nname = \"Ann Arbor\"\n");
        write("story.txt", "A story.\n");
        write("settings.toml", &block.text);
        let words = "check --config settings.toml --rules pack.toml story.txt";
        let said = shell::said(&shell::words(words), folder.path());
        if said.contains("settings.toml") {
            self.complain(block, said);
        }
    }

    fn console(&mut self, block: &Block) {
        let mut anew = String::new();
        for run in shell::runs(&block.text) {
            let words = shell::words(&run.prompt);
            if let ["rm", file] = words.iter().map(|word| &**word).collect::<Vec<_>>()[..] {
                if let Err(error) = fs::remove_file(self.path(file)) {
                    self.complain(block, format!("{file}: {error}"));
                }
                anew += &format!("{}\n", run.prompt);
                continue;
            }
            let Some(("factlint", words)) =
                words.split_first().map(|(first, rest)| (&**first, rest))
            else {
                self.complain(block, format!("only factlint can be run: {}", run.prompt));
                continue;
            };
            let said = shell::said(words, self.folder.path());
            let shown = shell::tidy(&run.shown);
            let agrees = shell::agrees(&shown, &said);
            anew += &format!(
                "{}\n{}",
                run.prompt,
                if agrees { &run.shown } else { &said }
            );
            if !agrees && !updating() {
                self.complain(
                    block,
                    format!("{}\nsays\n{said}and not\n{shown}", run.prompt),
                );
            }
        }
        self.anew.push((block.bytes.clone(), anew));
    }
}

/// Whether a block sets something, rather than stating facts or tests.
fn is_config(text: &str) -> bool {
    let keys = ["rules", "articles", "fail-on", "checks", "ignore"];
    let table: Option<toml::Table> = text.parse().ok();
    table.is_some_and(|table| keys.iter().any(|key| table.contains_key(*key)))
}

/// What is wrong with a rule file.
fn faults(text: &str, untested: bool) -> Result<(), String> {
    let source = PackSource {
        file: Arc::from("pack.toml"),
        text: Arc::from(text),
    };
    let packs = packs::load(vec![source]).map_err(|problems| {
        let messages = problems.iter().map(|problem| problem.message.clone());
        messages.collect::<Vec<_>>().join("\n")
    })?;
    let outcomes = run_tests(&packs, 0..1);
    let mut wrong = String::new();
    for outcome in outcomes.iter().filter(|outcome| !outcome.passed()) {
        let test = &packs.packs[0].tests[outcome.test];
        wrong += &format!("test {:?}, {:?}:\n", test.name, test.text);
        for missing in &outcome.missing {
            wrong += &format!("  missing {:?}\n", test.finds[*missing]);
        }
        for noisy in &outcome.noisy {
            let (found, expected) = (&noisy.found, &noisy.expected);
            let severity = noisy.severity.id();
            wrong += &format!(
                "  noisy {severity} {} {found:?}, expected {expected:?}: {}, {:?}\n",
                noisy.fact, noisy.message, noisy.reason
            );
        }
    }
    if !untested {
        for index in unexercised(&packs, 0..1, &outcomes) {
            wrong += &format!("no test finds `{}` wrong\n", packs.facts[index].id);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

fn updating() -> bool {
    std::env::var_os("UPDATE").is_some()
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
        let mut reading = Reading {
            page,
            folder: tempfile::tempdir().expect("a folder"),
            packs: BTreeSet::new(),
            complaints: Vec::new(),
            anew: Vec::new(),
        };
        for block in &page.blocks {
            reading.block(block);
        }
        for file in &reading.packs {
            if let Err(fault) = faults(&reading.read(file), false) {
                reading
                    .complaints
                    .push(format!("{}: {file}: {fault}", page.name));
            }
        }
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

/// A page that can't be read in one go is two pages.
#[test]
fn pages_are_short() {
    let pages = book().into_iter();
    let long = pages.filter(|page| {
        !page.name.starts_with("docs/reference/") && page.text.lines().count() > 330
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
            let Some(name) = words.first().filter(|word| !word.starts_with('-')) else {
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
