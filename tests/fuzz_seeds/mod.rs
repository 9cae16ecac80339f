//! What the fuzz targets begin with: what the project has to read anyway, and words worth knowing.
#![allow(dead_code)]

mod markup;
mod words;

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use factlint::article::{Article, Format};
use factlint::facts::{Kind, Value};
use factlint::packs::Packs;

use crate::formats_support::{Story, WRITERS};
use crate::fuzz_support::TARGETS;
use crate::fuzz_support::articles::{FILES, NEXT_FILE};
use crate::support::{below, load, name};

/// An input of a target.
pub struct Seed {
    /// The name of the target.
    pub target: &'static str,
    /// What it is called.
    pub name: String,
    /// Its bytes.
    pub input: Vec<u8>,
}

/// Every how many rule tests one is taken.
const STEP: usize = 5;

#[derive(Default)]
struct Seeds(Vec<Seed>);

impl Seeds {
    fn add(&mut self, target: &'static str, name: &str, input: impl Into<Vec<u8>>) {
        self.0.push(Seed {
            target,
            name: name.replace(|c: char| !c.is_ascii_alphanumeric(), "-"),
            input: input.into(),
        });
    }

    /// A file for the targets that are told the format by its name.
    fn file(&mut self, name: &str, file: &str, bytes: &[u8]) {
        let ending = Path::new(file).extension().unwrap_or_default();
        let input = [b"a.", ending.as_encoded_bytes(), b"\n", bytes].concat();
        self.add("check", name, input.clone());
        self.add("fix", name, input);
    }
}

/// Every seed of every target.
pub fn seeds() -> Vec<Seed> {
    let mut seeds = Seeds::default();
    copy(&mut seeds);
    syntax(&mut seeds);
    articles(&mut seeds);
    rules(&mut seeds);
    seeds.0
}

/// The rules that articles are checked by.
fn packs() -> Packs {
    load(&below("rules", "toml"))
}

/// The texts of rule tests.
fn copy(seeds: &mut Seeds) {
    let mut packs = vec![packs()];
    packs.extend(
        below("tests/spec", "toml")
            .into_iter()
            .map(|file| load(&[file])),
    );
    let tests = packs
        .iter()
        .flat_map(|packs| packs.packs.iter().flat_map(|pack| &pack.tests));
    for (index, test) in tests.enumerate() {
        let name = format!("{index}-{}", test.name);
        if index % STEP == 0 {
            seeds.file(&name, "a.txt", test.text.as_bytes());
        }
        if index % STEP < 2 {
            seeds.add("language", &name, test.text.clone());
        }
        if index % STEP == 2 {
            seeds.add("text", &name, test.text.clone());
            seeds.add("plain", &name, test.text.clone());
            seeds.add("markdown", &name, test.text.clone());
        }
        if index % (8 * STEP) == 1 {
            let article = Article::from_text("a", &test.text, Format::PLAIN);
            let mut article = article.expect("a rule test is text");
            article.date = test.date;
            story(seeds, &name, &article, index as u64);
        }
    }
    for (index, words) in words::COPY.chunks(8).enumerate() {
        let text = words.join("A b ");
        for target in ["text", "language", "plain", "markdown"] {
            seeds.add(target, &format!("words-{index}"), text.clone());
        }
    }
    let text =
        "The board of 28,500 “met” on Nov. 4, 2025 – said Ahn Gyu-back’s\r\nhead — é 안규백.";
    let little = text.encode_utf16().flat_map(u16::to_le_bytes);
    let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(little).collect();
    let western = encoding_rs::WINDOWS_1252.encode(text).0;
    let korean = encoding_rs::EUC_KR.encode(text).0;
    let japanese = encoding_rs::ISO_2022_JP.encode("東京で on Nov. 4").0;
    for (name, bytes) in [
        ("utf-16", &little[..]),
        ("windows-1252", &western),
        ("euc-kr", &korean),
        ("iso-2022-jp", &japanese),
    ] {
        seeds.add("plain", name, bytes);
        seeds.file(name, "a.txt", bytes);
    }
}

/// Sentences of the tables of `tests/syntax`, a few at a time.
fn syntax(seeds: &mut Seeds) {
    for path in below("tests/syntax", "txt") {
        let table = fs::read_to_string(&path).expect("a table is text");
        let sentences = table.lines().filter(|line| !line.starts_with([' ', '#']));
        let sentences: Vec<&str> = sentences.collect();
        for (index, sentences) in sentences.chunks(4).enumerate().step_by(STEP) {
            seeds.add(
                "syntax",
                &format!("{}-{index}", name(&path)),
                sentences.join(" "),
            );
        }
    }
}

/// The fixtures, as they are and in every format.
fn articles(seeds: &mut Seeds) {
    let files = ["txt", "md", "html", "nitf"].map(|ending| below("fixtures", ending));
    for (index, path) in files.iter().flatten().enumerate() {
        let bytes = fs::read(path).expect("a fixture can be read");
        let called = name(path);
        let article = Article::from_bytes(called.clone(), &bytes, None);
        let article = article.expect("a fixture is an article");
        seeds.file(&called, &called, &bytes);
        if let Some(format) = Format::of_path(&called)
            && let Some(target) = target(format.name)
        {
            seeds.add(target, &called, bytes);
        }
        if index % STEP == 0 {
            story(seeds, &called, &article, index as u64);
        }
    }
}

fn target(format: &str) -> Option<&'static str> {
    let targets = TARGETS.iter().map(|target| target.name);
    targets.into_iter().find(|target| *target == format)
}

/// A story in every format.
fn story(seeds: &mut Seeds, name: &str, article: &Article, seed: u64) {
    let story = Story::of(article, seed);
    for (index, writer) in WRITERS.iter().enumerate() {
        let bytes = (writer.write)(&story);
        let name = format!("{name}-{}", writer.name);
        if (index as u64 + seed).is_multiple_of(4) {
            seeds.file(&name, writer.file, &bytes);
        }
        if let Some(target) = target(writer.format) {
            if target == "docx" {
                seeds.add(target, &format!("{name}-files"), unpacked(&bytes));
            }
            seeds.add(target, &name, bytes);
        }
    }
}

/// The files of a document, as an input has them.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a package");
    let files = FILES.map(|name| {
        let mut text = String::new();
        if let Ok(mut file) = package.by_name(name) {
            file.read_to_string(&mut text).expect("it is text");
        }
        text
    });
    files.join(NEXT_FILE).into_bytes()
}

/// Rule files: mistakes whole, others table by table.
fn rules(seeds: &mut Seeds) {
    for path in below("tests/mistakes", "toml") {
        let bytes = fs::read(&path).expect("a pack can be read");
        for target in ["rules", "layout"] {
            seeds.add(target, &name(&path), bytes.clone());
        }
    }
    for path in below("rules", "toml")
        .into_iter()
        .chain(below("tests/spec", "toml"))
    {
        let text = fs::read_to_string(&path).expect("a pack is text");
        let tables = text.split("\n\n").filter(|table| table.contains("[["));
        let tables: Vec<&str> = tables.collect();
        for (index, tables) in tables.chunks(3).enumerate().step_by(STEP) {
            let text = tables.join("\n\n");
            for target in ["rules", "layout"] {
                seeds.add(target, &format!("{}-{index}", name(&path)), text.clone());
            }
        }
    }
    let config = "rules = [\"rules\"]\nfail-on = \"error\"\n\n[checks]\nweekday = \"off\" # no\n\n[[ignore]]\nfact = \"a\"\nreason = \"\"\"b\nc\"\"\"\n";
    seeds.add("layout", "config", config);
}

/// Words worth knowing to a target, as a dictionary of libFuzzer.
pub fn dictionary(target: &str) -> String {
    let of_facts = || {
        let mut words = facts();
        words.extend(words::COPY.iter().map(ToString::to_string));
        words
    };
    let own = |words: &[&str]| words.iter().map(ToString::to_string).collect();
    let mut words: Vec<String> = match target {
        "rules" | "layout" => own(words::RULES),
        "check" | "fix" => of_facts(),
        "text" | "language" | "plain" => own(words::COPY),
        "markdown" => own(markup::MARKDOWN),
        "html" => own(markup::HTML),
        "json" | "jsonl" | "ninjs" => own(markup::JSON),
        "docx" => own(markup::DOCX),
        _ => own(markup::XML),
    };
    if ["check", "fix"].contains(&target) {
        words.extend(markup::HTML.iter().map(ToString::to_string));
        words.extend(markup::MARKDOWN.iter().map(ToString::to_string));
    }
    words.sort_unstable();
    words.dedup();
    words.iter().map(|word| entry(word)).collect()
}

fn entry(word: &str) -> String {
    let bytes = word.bytes().map(|byte| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        byte => format!("\\x{byte:02X}"),
    });
    format!("\"{}\"\n", bytes.collect::<String>())
}

/// Names, titles, units and values of the rules.
fn facts() -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for fact in packs().facts.iter().step_by(3) {
        let cells = fact.table.records.iter().flat_map(|record| &record.cells);
        for value in cells.flatten() {
            match value {
                Value::Phrase(phrase) => words.extend(phrase.spellings.iter().take(2).cloned()),
                Value::Amount { number, .. } => words.push(number.to_string()),
                Value::Ordinal(number) => words.push(format!("{number}th")),
                Value::Year(year) => words.push(year.to_string()),
                Value::Days(from, _) | Value::Within(from, _) => {
                    words.push(from.strftime("%B %-d, %Y").to_string());
                }
            }
        }
        match &fact.kind {
            Kind::Entity(entity) => words.extend(entity.reject.iter().cloned()),
            Kind::Office(office) => words.extend(office.titles.iter().cloned()),
            Kind::Event(event) => words.extend(event.names.iter().cloned()),
            Kind::Figure(figure) => words.extend(figure.subject.iter().cloned()),
            _ => {}
        }
    }
    words
}
