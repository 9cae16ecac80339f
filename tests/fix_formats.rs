//! `--fix` in every format that it mends, seen from outside: the program is run over every fixture in every format, and
//! the files are compared with what the findings themselves say of their fixes.

mod cli_support;
mod formats_support;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use cli_support::{Desk, Done};
use factlint::article::Article;
use formats_support::{Story, WRITERS};
use support::{below, name, root};

/// The fixtures that are text, by the name of a file to write them to.
fn fixtures() -> Vec<(String, Vec<u8>)> {
    let files = ["txt", "md"].iter();
    let files = files.flat_map(|ending| below("fixtures", ending));
    let read = |path: &Path| {
        let name = name(path).replace('/', "-");
        (name, fs::read(path).expect("a fixture can be read"))
    };
    files.map(|path| read(&path)).collect()
}

/// Every fixture in every format: the path to write it to, its bytes, and whether `--fix` is to leave it alone.
fn stories() -> Vec<(String, Vec<u8>, bool)> {
    let mut stories = Vec::new();
    for (seed, (name, bytes)) in fixtures().into_iter().enumerate() {
        let article = Article::from_bytes(name.as_str(), &bytes, None).expect("it is text");
        let story = Story::of(&article, seed as u64 + 1);
        for (number, writer) in WRITERS.iter().enumerate() {
            let path = format!("{number}/{name}/{}", writer.file);
            stories.push((path, (writer.write)(&story), writer.layers == 0));
        }
        stories.push((format!("as-written/{name}"), bytes, false));
    }
    stories
}

fn check(desk: &Desk, flags: &[&str]) -> Done {
    let rules = root("rules").display().to_string();
    let fixed = [
        "check",
        "--no-config",
        "--format",
        "json",
        "--rules",
        &rules,
    ];
    desk.run(&[&fixed[..], flags].concat())
}

fn read(desk: &Desk, path: &str) -> Vec<u8> {
    fs::read(desk.path(path)).expect("it is there")
}

/// The fixes of each file: its bytes from where to where, and what takes their place.
type Fixes = BTreeMap<String, Vec<(usize, usize, String)>>;

/// What a report says of fixes in files (not in their parts), the first of any that overlap.
fn fixes(report: &serde_json::Value) -> Fixes {
    let mut fixes = Fixes::new();
    for finding in report["findings"].as_array().expect("a list") {
        let fix = &finding["fix"];
        if fix.is_null() || !finding["part"].is_null() {
            continue;
        }
        let number = |key: &str| fix[key].as_u64().expect("a number") as usize;
        let text = |of: &serde_json::Value| of.as_str().expect("text").to_string();
        let edits = fixes.entry(text(&finding["file"])).or_default();
        if edits
            .last()
            .is_none_or(|(_, end, _)| *end <= number("start"))
        {
            edits.push((number("start"), number("end"), text(&fix["text"])));
        }
    }
    fixes
}

/// The bytes with these fixes made by hand, and nothing else.
fn mended(mut bytes: Vec<u8>, fixes: &[(usize, usize, String)]) -> Vec<u8> {
    for (start, end, text) in fixes.iter().rev() {
        bytes.splice(start..end, text.bytes());
    }
    bytes
}

/// The fixes that are applied: all of a report, or only the safe ones.
fn applied(report: &serde_json::Value, unsafe_too: bool) -> Fixes {
    let mut safe = report.clone();
    let findings = safe["findings"].as_array_mut().expect("a list");
    findings.retain(|finding| unsafe_too || finding["fix"]["safe"] == true);
    fixes(&safe)
}

#[test]
fn the_fixes_applied_are_those_that_the_report_shows() {
    for unsafe_too in [false, true] {
        let desk = Desk::empty();
        let stories = stories();
        for (path, bytes, _) in &stories {
            desk.write(path, bytes);
        }
        let flags = |flag| match unsafe_too {
            true => vec![flag, "--unsafe-fixes", "."],
            false => vec![flag, "."],
        };
        let shown = applied(&check(&desk, &["."]).json(), unsafe_too);
        let made: usize = shown.values().map(Vec::len).sum();
        assert!(
            made > if unsafe_too { 200 } else { 20 },
            "only {made} fixes"
        );
        let wanted = |path: &str, bytes: &[u8]| {
            let edits = shown.get(path).map(Vec::as_slice).unwrap_or_default();
            mended(bytes.to_vec(), edits)
        };

        let diff = check(&desk, &flags("--diff"));
        let said = format!(
            "factlint: {made} fixes would be made in {} files\n",
            shown.len()
        );
        assert!(diff.err.ends_with(&said), "{}", diff.err);
        for (path, bytes, _) in &stories {
            assert_eq!(&read(&desk, path), bytes, "{path}: a diff changes nothing");
        }

        let done = check(&desk, &flags("--fix"));
        assert_eq!(done.err, diff.err.replace("would be made", "made"));
        for (path, bytes, packed) in &stories {
            let now = read(&desk, path);
            let same = now == wanted(path, bytes);
            assert!(same, "{path}:\n{}", String::from_utf8_lossy(&now));
            assert!(!packed || now == *bytes, "{path} holds several articles");
        }
        let report = done.json();
        let again = check(&desk, &["."]);
        assert_eq!(
            again.json()["findings"],
            report["findings"],
            "the report is of the files as they are now"
        );
    }
}

/// The near miss of a director's name also fills the slot of a film: an edit for one would bring up another for the other.
const FILMS: &str = r#"
[[entity]]
name = "Vera Tannberg"
reject = ["Vera Tanberg"]

[[entity]]
name = "The Lantern"

[[statement]]
id = "opening-film"
says = ["{film} opened", "the season began with {film}"]
records = [{ film = "The Lantern" }]
"#;

#[test]
fn no_fix_is_applied_that_only_another_brings_to_light() {
    let desk = Desk::empty();
    desk.write("rules/films.toml", FILMS);
    for (before, after) in [
        (
            "<p><i>The Lantern</i> by Vera Tanberg opened.</p>",
            "<p><i>The Lantern</i> by Vera Tannberg opened.</p>",
        ),
        (
            "<p>On Monday Vera Tanberg opened.</p>",
            "<p>On Monday Vera Tannberg opened.</p>",
        ),
        (
            "<p>This year the season began with Vera Tanberg.</p>",
            "<p>This year the season began with Vera Tannberg.</p>",
        ),
    ] {
        desk.write("a.html", before);
        let shown = applied(
            &desk.run(&["check", "--format", "json", "a.html"]).json(),
            true,
        );
        assert_eq!(shown.values().map(Vec::len).sum::<usize>(), 1, "{before}");
        let done = desk.run(&["check", "--fix", "--unsafe-fixes", "a.html"]);
        assert_eq!(done.err, "factlint: 1 fix made in 1 file\n");
        assert_eq!(String::from_utf8_lossy(&read(&desk, "a.html")), after);
        // A person is not replaced by a film, nor by another person.
        let done = desk.run(&["check", "--fix", "--unsafe-fixes", "a.html"]);
        assert_eq!(done.err, "factlint: 0 fixes made in 0 files\n");
        assert_eq!(String::from_utf8_lossy(&read(&desk, "a.html")), after);
    }
}

#[test]
fn nobody_takes_the_place_of_another_holder() {
    let desk = Desk::empty();
    let rules = r#"
[[office]]
id = "mayor"
titles = ["Mayor"]
of = ["Sandvik Bay"]
holders = [{ name = "Greta Olsen", until = 2025-03-31 }, { name = "Jonas Haugen", from = 2025-04-01 }]
"#;
    desk.write("rules/mayor.toml", rules);
    let before = "Nov 03, 2025\n\n“The pool is shut,” said Sandvik Bay Mayor Greta Olsen.\n";
    desk.write("a.txt", before);
    let done = desk.run(&["check", "--format", "json", "a.txt"]);
    let finding = &done.json()["findings"][0];
    assert_eq!(finding["expected"], "Jonas Haugen");
    assert!(finding["fix"].is_null(), "{finding}");
    for format in ["graphical", "sarif", "html", "gitlab", "github", "markdown"] {
        let done = desk.run(&["check", "--format", format, "a.txt"]);
        assert!(done.out.contains("Jonas Haugen"), "{format}: {}", done.out);
        for offered in ["[*]", "can be fixed", "\"fixes\""] {
            assert!(!done.out.contains(offered), "{format}: {}", done.out);
        }
    }
    for flags in [&["--diff"][..], &["--fix"]] {
        let args = [&["check", "--unsafe-fixes", "a.txt"], flags].concat();
        let done = desk.run(&args);
        assert!(done.err.contains("0 fixes"), "{}", done.err);
    }
    assert_eq!(read(&desk, "a.txt"), before.as_bytes());
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = [0xFEFF].into_iter().chain(text.encode_utf16());
    units.flat_map(unit).collect()
}

fn latin(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

type Way = (&'static str, fn(&str) -> Vec<u8>);

/// However a text lies on disk, what is mended is the text.
#[test]
fn line_ends_marks_and_encodings_stay() {
    let ways: [Way; 5] = [
        ("crlf", |text| text.replace('\n', "\r\n").into_bytes()),
        ("bom", |text| format!("\u{feff}{text}").into_bytes()),
        ("le", |text| utf16(text, u16::to_le_bytes)),
        ("be", |text| utf16(text, u16::to_be_bytes)),
        ("latin", latin),
    ];
    let desk = Desk::empty();
    let mut cases = Vec::new();
    for (name, bytes) in fixtures() {
        let text = String::from_utf8(bytes).expect("fixtures are UTF-8");
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        desk.write(&format!("plain/{name}"), &text);
        for (way, write) in ways {
            let bytes = write(&text);
            if way == "latin" {
                // Only where it can be written so, and read as what it is.
                let read = Article::from_bytes(name.as_str(), &bytes, None);
                let fits = !encoding_rs::WINDOWS_1252.encode(&text).2;
                let known = read.is_ok_and(|article| article.encoding == Some("windows-1252"));
                if !fits || !known {
                    continue;
                }
            }
            desk.write(&format!("{way}/{name}"), bytes);
            cases.push((way, name.clone(), text.clone(), write));
        }
    }
    let done = check(&desk, &["--fix", "--unsafe-fixes", "."]);
    assert_ne!(done.status, 2, "{}", done.err);
    let mut changed: BTreeMap<&str, usize> = BTreeMap::new();
    for (way, name, before, write) in cases {
        let after = String::from_utf8(read(&desk, &format!("plain/{name}"))).expect("UTF-8");
        let now = read(&desk, &format!("{way}/{name}"));
        if way == "latin" && encoding_rs::WINDOWS_1252.encode(&after).2 {
            continue;
        }
        assert!(now == write(&after), "{way}/{name}");
        *changed.entry(way).or_default() += usize::from(after != before);
    }
    assert!(
        ["crlf", "bom", "le", "be"]
            .iter()
            .all(|way| changed[way] > 5),
        "{changed:?}"
    );
    assert!(changed["latin"] > 1, "{changed:?}");
}

#[test]
fn what_an_encoding_has_no_signs_for_is_left() {
    let desk = Desk::empty();
    let rules = "[[entity]]\nid = \"ahn\"\nname = \"안규백\"\nreject = [\"Ahn Gyupaek\"]\n\n[[entity]]\nname = \"Zoë Brandt\"\nreject = [\"Zoe Brand\"]\n";
    desk.write("rules/names.toml", rules);
    let before = latin("In the café Ahn Gyupaek met Zoe Brand, née Müller. It was “très” quiet.\n");
    desk.write("a.txt", &before);
    let done = desk.run(&["check", "--fix", "--unsafe-fixes", "a.txt"]);
    let wanted =
        latin("In the café Ahn Gyupaek met Zoë Brandt, née Müller. It was “très” quiet.\n");
    assert_eq!(read(&desk, "a.txt"), wanted, "{done:?}");
    assert_eq!(done.status, 1, "and it is still reported: {}", done.out);
    assert!(done.out.contains("Ahn Gyupaek"), "{}", done.out);
}

/// `--input-format` says how a file is read, and so how it is written.
#[test]
fn a_format_that_is_forced_is_written_in_its_manner() {
    let desk = Desk::empty();
    desk.write(
        "rules/names.toml",
        "[[entity]]\nname = \"Bay & Sons\"\nreject = [\"Bay and Sons\"]\n",
    );
    desk.write("a.txt", "<p>Bay and Sons sail.</p>");
    desk.run(&["check", "--fix", "--input-format", "html", "a.txt"]);
    assert_eq!(read(&desk, "a.txt"), b"<p>Bay &amp; Sons sail.</p>");
    desk.write("b.html", "Bay and Sons sail.");
    desk.run(&["check", "--fix", "--input-format", "plain", "b.html"]);
    assert_eq!(read(&desk, "b.html"), b"Bay & Sons sail.");
}
