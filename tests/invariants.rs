//! What no run may change: threads, hash seeds and the order of the files; and what no input may break, in any format.

mod formats_support;
mod fuzz_seeds;
mod fuzz_support;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use factlint::article::Article;
use formats_support::{Story, WRITERS};
use fuzz_seeds::{Seed, dictionary, seeds};
use fuzz_support::{TARGETS, holds};
use proptest::prelude::*;
use serde_json::Value;
use support::{below, name, root};

/// The fixtures, and some of them in every other format.
fn newsroom() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let files = ["txt", "md", "html", "nitf"].map(|ending| below("fixtures", ending));
    for (index, path) in files.iter().flatten().enumerate() {
        let bytes = fs::read(path).expect("a fixture can be read");
        let article = Article::from_bytes(name(path), &bytes, None);
        let article = article.expect("a fixture is an article");
        let called = path.file_name().expect("a file has a name");
        fs::write(folder.path().join(called), bytes).expect("a file can be written");
        let writer = &WRITERS[index % WRITERS.len()];
        let story = (writer.write)(&Story::of(&article, index as u64));
        let called = format!("{index:02}-{}", writer.file);
        fs::write(folder.path().join(called), story).expect("a file can be written");
    }
    folder
}

/// What the program prints, and writes beside it.
fn run(folder: &Path, threads: &str, paths: &[PathBuf]) -> BTreeMap<&'static str, String> {
    let reports = [("sarif", "a.sarif"), ("junit", "a.xml"), ("html", "a.html")];
    let out = tempfile::tempdir().expect("a folder can be made");
    let mut command = Command::new(env!("CARGO_BIN_EXE_factlint"));
    command
        .args(["check", "--no-config", "--format", "json", "--rules"])
        .arg(root("rules/korea-us-alliance.toml"))
        .env("RAYON_NUM_THREADS", threads)
        .current_dir(folder);
    for (format, file) in reports {
        let file = out.path().join(file);
        command.arg(format!("--output={format}={}", file.display()));
    }
    let done = command.args(paths).output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("it is text");
    let mut said = BTreeMap::from([("json", text(&done.stdout)), ("", text(&done.stderr))]);
    for (format, file) in reports {
        let bytes = fs::read(out.path().join(file)).expect("the report was written");
        said.insert(format, text(&bytes));
    }
    said
}

#[test]
fn twenty_runs_say_the_same_bytes_whatever_their_threads() {
    let folder = newsroom();
    let paths = [PathBuf::from(".")];
    let once = run(folder.path(), "1", &paths);
    let report: Value = serde_json::from_str(&once["json"]).expect("it is JSON");
    let count = report["findings"].as_array().map_or(0, Vec::len);
    assert!(count > 100, "only {count} findings");
    // Each process has hash seeds of its own.
    for threads in ["1", "2", "8"].iter().cycle().take(19) {
        assert_eq!(run(folder.path(), threads, &paths), once, "{threads}");
    }
}

/// The findings of each file, whole.
fn by_file(report: &str) -> BTreeMap<String, Vec<Value>> {
    let mut report: Value = serde_json::from_str(report).expect("it is JSON");
    let mut files: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for kind in ["findings", "problems"] {
        let list = report[kind].take();
        for entry in list.as_array().expect("a list") {
            let file = entry["file"].as_str().expect("a file").to_string();
            files.entry(file).or_default().push(entry.clone());
        }
    }
    files
}

#[test]
fn the_order_of_the_files_changes_nothing_in_them() {
    let folder = newsroom();
    let files = fs::read_dir(folder.path()).expect("a folder can be read");
    let mut files: Vec<PathBuf> = files
        .flatten()
        .map(|file| file.file_name().into())
        .collect();
    files.sort();
    let once = by_file(&run(folder.path(), "2", &files)["json"]);
    assert!(once.len() > 20, "only {} files have findings", once.len());
    for step in [files.len() - 1, 7, 3] {
        // Backwards, and by strides.
        let count = files.len();
        let mut order: Vec<usize> = (0..count).map(|index| index * step % count).collect();
        order.extend(0..count);
        let mut seen = std::collections::HashSet::new();
        order.retain(|index| seen.insert(*index));
        let shuffled: Vec<PathBuf> = order.iter().map(|index| files[*index].clone()).collect();
        let report = &run(folder.path(), "2", &shuffled)["json"];
        assert_eq!(by_file(report), once, "{shuffled:?}");
    }
}

static SEEDS: LazyLock<Vec<Seed>> = LazyLock::new(seeds);

/// The words of each target's dictionary, as they stand in it.
static WORDS: LazyLock<BTreeMap<&str, Vec<Vec<u8>>>> = LazyLock::new(|| {
    let words = TARGETS.iter().map(|target| {
        let dictionary = dictionary(target.name);
        (target.name, dictionary.lines().map(unquoted).collect())
    });
    words.collect()
});

/// The bytes of an entry of a dictionary.
fn unquoted(entry: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = &entry.as_bytes()[1..entry.len() - 1];
    while let Some((&byte, after)) = rest.split_first() {
        let (byte, taken) = match (byte, after.first()) {
            (b'\\', Some(b'x')) => {
                let digits = std::str::from_utf8(&after[1..3]).expect("two digits");
                (u8::from_str_radix(digits, 16).expect("two digits"), 4)
            }
            (b'\\', Some(&byte)) => (byte, 2),
            _ => (byte, 1),
        };
        bytes.push(byte);
        rest = &rest[taken..];
    }
    bytes
}

/// What is done to a seed.
#[derive(Clone, Debug)]
enum Change {
    /// A word of the dictionary is put in.
    Word(prop::sample::Index),
    /// Any bytes are.
    Bytes(Vec<u8>),
    /// As many bytes are taken out.
    Cut(usize),
    /// A stretch stands there twice.
    Twice(usize),
    /// A stretch of another seed of the target.
    Of(prop::sample::Index, prop::sample::Index, usize),
}

fn change() -> impl Strategy<Value = (prop::sample::Index, Change)> {
    let index = any::<prop::sample::Index>;
    let change = prop_oneof![
        4 => index().prop_map(Change::Word),
        1 => prop::collection::vec(any::<u8>(), 1..5).prop_map(Change::Bytes),
        2 => (1..60usize).prop_map(Change::Cut),
        2 => (1..60usize).prop_map(Change::Twice),
        2 => (index(), index(), 1..200usize).prop_map(|(seed, at, len)| Change::Of(seed, at, len)),
    ];
    (index(), change)
}

fn changed(seed: &Seed, changes: &[(prop::sample::Index, Change)]) -> Vec<u8> {
    let mut input = seed.input.clone();
    for (at, change) in changes {
        let at = at.index(input.len() + 1);
        let cut = |len: usize| at..(at + len).min(input.len());
        match change {
            Change::Word(word) => {
                let word = word.get(&WORDS[seed.target][..]).clone();
                input.splice(at..at, word);
            }
            Change::Bytes(bytes) => _ = input.splice(at..at, bytes.iter().copied()),
            Change::Cut(len) => _ = input.drain(cut(*len)),
            Change::Twice(len) => {
                let again = input[cut(*len)].to_vec();
                input.splice(at..at, again);
            }
            Change::Of(other, from, len) => {
                let others = SEEDS.iter().filter(|other| other.target == seed.target);
                let others: Vec<&Seed> = others.collect();
                let other = &other.get(&others[..]).input;
                let from = from.index(other.len() + 1);
                let stretch = &other[from..(from + len).min(other.len())];
                input.splice(at..at, stretch.iter().copied());
            }
        }
    }
    input
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Places are on characters and inside the file in every format, findings are sound, and mending touches no byte
    /// outside them: the laws of the fuzz targets.
    #[test]
    fn no_change_to_a_seed_breaks_a_law(
        seed in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 1..12),
    ) {
        // Each target as often, however many seeds it has.
        let target = TARGETS[seed.index(TARGETS.len())].name;
        let own: Vec<&Seed> = SEEDS.iter().filter(|seed| seed.target == target).collect();
        let seed = seed.get(&own[..]);
        holds(target, &changed(seed, &changes));
    }
}
