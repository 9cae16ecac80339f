//! Reading a page from top to bottom: its rule files, its settings, its commands.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use factlint::packs::{self, PackSource, Packs};
use factlint::rule_tests::{run_tests, unexercised};

use super::page::{Block, Page};
use super::shell;

/// Whether the pages are to be written anew.
pub fn updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// A page that is being read from top to bottom, with a folder for its files.
pub struct Reading<'p> {
    page: &'p Page,
    update: bool,
    folder: tempfile::TempDir,
    /// Rule files whose facts are to be exercised in the end.
    packs: BTreeSet<String>,
    pub complaints: Vec<String>,
    /// What the commands say now: where it stands in the page, and the text.
    pub anew: Vec<(Range<usize>, String)>,
}

impl<'p> Reading<'p> {
    /// Reads a page. To update it, commands may say something else than they did.
    pub fn of(page: &'p Page, update: bool) -> Self {
        let mut reading = Reading {
            page,
            update,
            folder: tempfile::tempdir().expect("a folder"),
            packs: BTreeSet::new(),
            complaints: Vec::new(),
            anew: Vec::new(),
        };
        for block in &page.blocks {
            reading.block(block);
        }
        for file in std::mem::take(&mut reading.packs) {
            if let Err(fault) = faults(&reading.read(&file), false) {
                let complaint = format!("{}: {file}: {fault}", page.name);
                reading.complaints.push(complaint);
            }
        }
        reading
    }

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
        if block.is("mistake") {
            if load(&text).is_ok() {
                self.complain(block, "this is no mistake");
            }
            return;
        }
        match faults(&text, block.file.is_some() || block.is("fragment")) {
            // What is added to a file inherits the faults of what stands there.
            Err(fault) if self.complaints.iter().any(|known| known.contains(&fault)) => {}
            Err(fault) => self.complain(block, fault),
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
        // Settings may name the facts of the page.
        let rules = Some(self.path("rules")).filter(|rules| rules.exists());
        let rules = rules.unwrap_or("pack.toml".into()).display().to_string();
        let words = [
            "check",
            "--config",
            "settings.toml",
            "--rules",
            &rules,
            "story.txt",
        ];
        let said = shell::said(&words.map(str::to_string), folder.path());
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
            if !agrees && !self.update {
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

/// A rule file read alone, or what is wrong with it.
fn load(text: &str) -> Result<Packs, String> {
    let source = PackSource {
        file: Arc::from("pack.toml"),
        text: Arc::from(text),
    };
    packs::load(vec![source]).map_err(|problems| {
        let messages = problems.iter().map(|problem| problem.message.clone());
        messages.collect::<Vec<_>>().join("\n")
    })
}

/// What is wrong with a rule file, its tests included.
fn faults(text: &str, untested: bool) -> Result<(), String> {
    let packs = load(text)?;
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
