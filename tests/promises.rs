//! What `docs/promises.md` promises and no other test holds: the same bytes at every run, no network, no file but those
//! asked for, and that the limits and the tests named on the page are there.

mod cli_support;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use cli_support::{BRIDGE, Desk, Done, RIGHT, run};
use factlint::report;
use support::{below, name, root};

const PAGE: &str = "docs/promises.md";

/// A desk with two rules and articles of several formats, most of them with findings.
fn desk() -> Desk {
    let desk = Desk::bridge();
    for index in 0..12 {
        desk.write(&format!("more/{index}.txt"), BRIDGE);
    }
    desk.write("page.html", format!("<p>{BRIDGE}</p>"))
        .write("c.txt", RIGHT);
    desk
}

/// A run with so many threads.
fn run_on(desk: &Desk, threads: &str, args: &[&str]) -> Done {
    let mut command = desk.command(args);
    command.env("RAYON_NUM_THREADS", threads);
    run(command)
}

#[test]
fn every_run_writes_the_same_bytes_however_many_threads_there_are() {
    let desk = desk();
    for format in report::FORMATS.iter().map(|format| format.id) {
        let args = ["check", "--format", format];
        let first = run_on(&desk, "1", &args);
        assert_eq!(first.status, 1, "{format}: {}", first.err);
        for threads in ["1", "2", "3", "8"] {
            let again = run_on(&desk, threads, &args);
            assert_eq!(first.out, again.out, "{format} on {threads} threads");
        }
    }
}

#[test]
fn the_order_of_the_files_changes_the_order_of_the_findings_only() {
    let desk = desk();
    let lines = |paths: &[&str]| {
        let done = run_on(
            &desk,
            "3",
            &[&["check", "--format", "compact"], paths].concat(),
        );
        let lines = done.out.lines().map(str::to_string);
        lines.collect::<Vec<String>>()
    };
    let mut forth = lines(&["a.md", "more", "page.html", "c.txt"]);
    let mut back = lines(&["c.txt", "page.html", "more", "a.md"]);
    assert!(forth.len() > 12, "{forth:?}");
    assert_ne!(forth, back, "reports keep the order of the files given");
    forth.sort_unstable();
    back.sort_unstable();
    assert_eq!(forth, back);
}

/// Every file below a directory, with its bytes.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter();
    let files = entries.filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let name = path.to_string_lossy().replace('\\', "/");
            (name, fs::read(entry.path()).unwrap_or_default())
        })
        .collect()
}

/// What a command does to files: those that are new or hold something else.
const WRITTEN: &[(&str, &[&str])] = &[
    ("check", &[]),
    ("check --diff --unsafe-fixes", &[]),
    ("check --fix", &["named.txt"]),
    (
        "check --fix --unsafe-fixes",
        &["a.md", "named.txt", "page.html"],
    ),
    (
        "check --output html=out.html --output json=out.json",
        &["out.html", "out.json"],
    ),
    ("check --write-baseline base.json", &["base.json"]),
    ("check --explain-config a.md", &[]),
    (
        "init desk",
        &[
            "desk/.factlint/config.schema.json",
            "desk/.factlint/pack.schema.json",
            "desk/factlint.toml",
            "desk/rules/example.toml",
        ],
    ),
    ("fmt --check", &[]),
    ("fmt", &["rules/names.toml"]),
    ("rules", &[]),
    ("test", &[]),
    ("test --output json=tests.json", &["tests.json"]),
    ("explain bridge-length", &[]),
    ("inspect a.md", &[]),
    ("suggest news.txt", &[]),
    ("suggest news.txt --output draft.toml", &["draft.toml"]),
    ("schema", &[]),
    ("completions bash", &[]),
    ("man", &[]),
];

/// Something to draft rules from.
const NEWS: &str = "\
November 3, 2025

Norwegian President Tomas Eldegard met Dale Hopwick on Monday. Norway has 65,000 troops.
";

#[test]
fn nothing_is_written_but_what_was_asked_for() {
    for (line, expected) in WRITTEN {
        let desk = Desk::bridge();
        desk.write("page.html", format!("<p>{BRIDGE}</p>"))
            .write("named.txt", "Petra Lindhome came.\n")
            .write("news.txt", NEWS)
            .write("c.txt", RIGHT);
        let rules = fs::read_to_string(desk.path("rules/names.toml")).unwrap();
        let rules = rules.replacen(
            "name = \"Petra Lindholm\"",
            "name = \"Petra Lindholm\"\nreject = [\"Petra Lindhome\"]",
            1,
        );
        desk.write("rules/names.toml", rules);
        let before = tree(&desk.path(""));
        // Where programs keep what nobody asked them to keep.
        let elsewhere = tempfile::tempdir().unwrap();
        let args: Vec<&str> = line.split(' ').collect();
        let mut command = desk.command(&args);
        for name in [
            "HOME",
            "TMPDIR",
            "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
        ] {
            command.env(name, elsewhere.path());
        }
        let done = run(command);
        assert!((0..=1).contains(&done.status), "{line}: {}", done.err);
        let after = tree(&desk.path(""));
        let changed = after.iter();
        let changed = changed.filter(|(name, bytes)| before.get(*name) != Some(bytes));
        let changed: Vec<&str> = changed.map(|(name, _)| &**name).collect();
        assert_eq!(changed, *expected, "{line}: {}", done.err);
        let gone: Vec<&String> = before
            .keys()
            .filter(|name| !after.contains_key(*name))
            .collect();
        assert!(gone.is_empty(), "{line}: {gone:?}");
        let left = fs::read_dir(elsewhere.path()).unwrap().count();
        assert_eq!(left, 0, "{line}");
    }
}

/// Words that a crate's name has that speaks to other machines.
const REACHING: [&str; 21] = [
    "async-std",
    "curl",
    "h2",
    "hickory",
    "http",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "sentry",
    "smol",
    "socket2",
    "surf",
    "telemetry",
    "tokio",
    "tungstenite",
    "ureq",
];

#[test]
fn no_crate_reaches_for_the_network() {
    let lock: toml::Table = fs::read_to_string(root("Cargo.lock"))
        .unwrap()
        .parse()
        .unwrap();
    let packages = lock["package"].as_array().unwrap();
    assert!(packages.len() > 100);
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let reaching = REACHING.iter().find(|word| {
            name == **word
                || name.starts_with(&format!("{word}-"))
                || name.ends_with(&format!("-{word}"))
        });
        assert_eq!(reaching, None, "{name}");
    }
    for path in below("src", "rs") {
        let text = fs::read_to_string(&path).unwrap();
        for word in ["std::net", "TcpStream", "UdpSocket", "UnixStream"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

/// What a check says does not depend on the day on which it is made.
#[test]
fn only_these_files_look_at_the_clock() {
    let holding = |words: &[&str]| {
        let files = below("src", "rs").into_iter();
        let files = files.filter(|path| {
            let text = fs::read_to_string(path).unwrap();
            words.iter().any(|word| text.contains(word))
        });
        files.map(|path| name(&path)).collect::<Vec<String>>()
    };
    let clock = holding(&["Timestamp::now", "Zoned::now", "SystemTime"]);
    // The last one heads each run of `--watch` with the time.
    assert_eq!(
        clock,
        ["src/cli/explain.rs", "src/cli/mod.rs", "src/cli/watch.rs"]
    );
    let today = holding(&["output, today", "super::today", "cli::today"]);
    assert_eq!(today, ["src/cli/init.rs", "src/cli/rules.rs"]);
}

/// The cells of the rows of tables below a heading of the page.
fn rows(page: &str, heading: &str) -> Vec<Vec<String>> {
    let from = page.find(heading).expect("the heading is there");
    let section = &page[from + heading.len()..];
    let section = section.split("\n## ").next().unwrap_or_default();
    let lines = section.lines().filter(|line| line.starts_with("| "));
    lines
        .map(|line| line.trim_matches('|').split('|'))
        .map(|cells| cells.map(|cell| cell.trim().to_string()).collect())
        .filter(|cells: &Vec<String>| cells.iter().any(|cell| cell.contains('`')))
        .collect()
}

/// What stands in backquotes.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// The last two cells of a limit's row: `VALUE` and `NAME` in `FILE`, as the source has them.
#[test]
fn the_limits_on_the_page_are_those_of_the_source() {
    let page = fs::read_to_string(root(PAGE)).unwrap();
    let rows = rows(&page, "\n## Limits");
    assert!(rows.len() > 15, "only {} limits", rows.len());
    for row in rows {
        let [.., value, place] = row.as_slice() else {
            panic!("{row:?}");
        };
        let (value, place) = (quoted(value), quoted(place));
        let ([value], [name, file]) = (value.as_slice(), place.as_slice()) else {
            panic!("{row:?}");
        };
        let source = fs::read_to_string(root(file)).unwrap_or_default();
        let stated = source.lines().any(|line| {
            line.contains(&format!("const {name}:")) && line.ends_with(&format!("= {value};"))
        });
        assert!(stated, "{file} has no {name} = {value}");
    }
}

/// `tests/x.rs`, `function`: there is such a test.
#[test]
fn the_tests_named_on_the_page_are_there() {
    let page = fs::read_to_string(root(PAGE)).unwrap();
    let mut named = BTreeSet::new();
    for line in page.lines() {
        let words = quoted(line);
        for pair in words.windows(2) {
            let (file, name) = (pair[0], pair[1]);
            let is_test = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            if !file.ends_with(".rs") || !name.contains('_') || !name.chars().all(is_test) {
                continue;
            }
            let source = fs::read_to_string(root(file)).unwrap_or_default();
            assert!(
                source.contains(&format!("fn {name}(")),
                "{file} has no {name}"
            );
            named.insert(name);
        }
        for file in words {
            let is_file = file.ends_with(".rs") || file.starts_with(".ci/");
            assert!(!is_file || root(file).exists(), "there is no {file}");
        }
    }
    assert!(named.len() > 12, "only {named:?}");
}
