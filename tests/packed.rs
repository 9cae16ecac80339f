//! Files that hold articles in a packed form or one after the other: what the command line says of them, and what
//! broken ones come to.

mod formats_support;
mod support;

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use factlint::article::{Article, Fields, Format};
use formats_support::docx::{document, package, whole};
use serde_json::Value;

/// The exit status, the report and what was said beside it.
fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> (Option<i32>, Value, String) {
    let rules = support::root("rules");
    let mut child = Command::new(env!("CARGO_BIN_EXE_factlint"))
        .args(["check", "--no-config", "--format", "json", "--rules"])
        .arg(rules)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("it has an input");
    // Who does not read all of its input closes it.
    let _ = stdin.write_all(input);
    drop(stdin);
    let output = child.wait_with_output().expect("the program ends");
    let report = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), report, told)
}

/// What is told, on one line each.
fn told(report: &Value) -> String {
    let problems = report["problems"].as_array().expect("a list");
    let messages = problems
        .iter()
        .filter_map(|problem| problem["message"].as_str());
    messages.collect::<Vec<_>>().join("\n")
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("a file can be written");
    }
    folder
}

fn parts(report: &Value) -> Vec<&str> {
    let findings = report["findings"].as_array().expect("a list");
    findings
        .iter()
        .filter_map(|finding| finding["part"].as_str())
        .collect()
}

const WRONG: &str = "Some 25,800 U.S. troops are stationed in South Korea.";

fn lines(count: usize) -> String {
    let line = |number| format!("{{\"id\": \"a{number}\", \"body\": \"{WRONG}\"}}\n");
    (1..=count).map(line).collect()
}

#[test]
fn a_broken_line_is_told_and_every_other_is_checked() {
    let text = lines(3) + "{\"id\": \"a4\", \"body\": \"Some 25,800\n\n" + &lines(1);
    let folder = folder(&[("a.jsonl", text.as_bytes())]);
    let (status, report, beside) = run(folder.path(), &["a.jsonl"], b"");
    assert_eq!(status, Some(2));
    assert_eq!(
        parts(&report),
        [
            "record 1 (a1)",
            "record 2 (a2)",
            "record 3 (a3)",
            "record 5 (line 6, a1)"
        ]
    );
    let finding = &report["findings"][0];
    assert_eq!(
        (finding["start"].as_u64(), finding["end"].as_u64()),
        (Some(5), Some(11))
    );
    assert_eq!(finding["fix"], Value::Null);
    assert_eq!(report["summary"]["articles"], 4);
    let problem = &report["problems"][0];
    assert_eq!(problem["kind"], "unreadable");
    assert_eq!(problem["line"], 4);
    assert!(
        beside.contains("a.jsonl: this line is no record"),
        "{beside}"
    );
    let told = told(&report);
    assert!(
        told.contains("it ends in the middle (line 4, column 33)"),
        "{told}"
    );
    // The same from standard input, as its format or its name says.
    for arguments in [
        ["--input-format", "jsonl", "-"],
        ["--stdin-filename", "a.jsonl", "-"],
    ] {
        let (_, again, _) = run(folder.path(), &arguments, text.as_bytes());
        assert_eq!(parts(&again), parts(&report));
    }
}

#[test]
fn batches_keep_their_order() {
    let folder = folder(&[("a.jsonl", lines(5000).as_bytes())]);
    let (status, report, _) = run(folder.path(), &["a.jsonl"], b"");
    assert_eq!(status, Some(1));
    let parts = parts(&report);
    assert_eq!(parts.len(), 5000);
    for (index, part) in parts.iter().enumerate() {
        assert_eq!(*part, format!("record {0} (a{0})", index + 1));
    }
}

#[test]
fn a_list_that_is_cut_is_checked_up_to_there() {
    let text = format!("[{{\"text\": \"{WRONG}\"}}, {{\"text\": \"{WRONG}");
    let folder = folder(&[("a.json", text.as_bytes())]);
    let (status, report, _) = run(folder.path(), &["a.json"], b"");
    let told = told(&report);
    assert_eq!(status, Some(2));
    assert_eq!(parts(&report), ["record 1"]);
    assert_eq!(report["summary"]["articles"], 1);
    assert!(
        told.contains("the JSON ends in the middle of record 2"),
        "{told}"
    );
}

#[test]
fn fields_are_chosen_by_flags() {
    let text =
        format!("{{\"story\": {{\"copy\": \"{WRONG}\"}}, \"day\": \"2003-05-01\", \"nr\": 9}}\n");
    let text = text.repeat(2);
    let folder = folder(&[("a.json", text.as_bytes())]);
    let (status, report, _) = run(folder.path(), &["a.json"], b"");
    assert_eq!(status, Some(2));
    let message = told(&report);
    assert!(
        message.contains("the fields that are there: story.copy,"),
        "{message}"
    );
    let chosen = ["--text-field", "story.copy", "--id-field", "nr", "a.json"];
    let (status, report, beside) = run(folder.path(), &chosen, b"");
    assert_eq!((status, beside.as_str()), (Some(1), ""));
    assert_eq!(parts(&report), ["record 1 (9)", "record 2 (9)"]);
    // Those who name fields have records, whatever their first bytes look like.
    let (_, report, _) = run(
        folder.path(),
        &["--text-field", "story.copy", "-"],
        text.as_bytes(),
    );
    assert_eq!(parts(&report).len(), 2);
    // In 2003 it was another number.
    let dated = [
        "--text-field",
        "story.copy",
        "--date-field",
        "day",
        "a.json",
    ];
    let (_, report, _) = run(folder.path(), &dated, b"");
    assert_eq!(report["findings"][0]["expected"], "37,500");
    let unknown = [
        "--text-field",
        "story.copy",
        "--date-field",
        "when",
        "a.json",
    ];
    let (status, report, _) = run(folder.path(), &unknown, b"");
    assert_eq!(status, Some(2));
    let message = told(&report);
    assert!(
        message.contains("no record has the field `when` (--date-field)"),
        "{message}"
    );
}

#[test]
fn the_only_object_of_a_file_is_mended_in_its_place() {
    let text = "{\"headline\": \"Kim\", \"body\": \"Minister Ahn Kyu-back \\u2014 so\"}\n";
    let folder = folder(&[("a.json", text.as_bytes())]);
    let (_, report, _) = run(folder.path(), &["--fix", "a.json"], b"");
    assert_eq!(report["summary"]["errors"], 0);
    let mended = fs::read_to_string(folder.path().join("a.json")).expect("it is there");
    assert_eq!(mended, text.replace("Kyu-back", "Gyu-back"));
    let pack = "[[entity]]\nname = 'Dan \"Q\" \\ Ray'\nreject = [\"Dan Rray\"]\n";
    fs::write(folder.path().join("own.toml"), pack).expect("a file can be written");
    fs::write(folder.path().join("a.json"), "{\"body\": \"Dan Rray\"}").expect("it is there");
    run(
        folder.path(),
        &["--rules", "own.toml", "--fix", "a.json"],
        b"",
    );
    let mended = fs::read_to_string(folder.path().join("a.json")).expect("it is there");
    assert_eq!(mended, r#"{"body": "Dan \"Q\" \\ Ray"}"#);
}

#[test]
fn a_folder_is_searched_for_articles_only() {
    let docx = document("<w:p><w:r><w:t>Pete Hesgeth left.</w:t></w:r></w:p>");
    let folder = folder(&[
        ("a.docx", &docx),
        ("~$a.docx", b"\x05owner"),
        (
            "b.json",
            b"{\"title\": \"A\", \"body\": \"Pete Hesgeth left.\"}",
        ),
        (
            "package.json",
            b"{\"name\": \"Pete Hesgeth\", \"version\": \"1\"}",
        ),
        (
            "log.jsonl",
            b"{\"level\": \"info\", \"message\": \"Pete Hesgeth\"}\n{\"level\": 1}\n",
        ),
    ]);
    let (status, report, told) = run(folder.path(), &["."], b"");
    assert_eq!((status, told.as_str()), (Some(0), ""));
    assert_eq!(report["summary"]["articles"], 2);
    assert_eq!(report["summary"]["warnings"], 2);
    assert_eq!(parts(&report), ["paragraph 1"]);
}

#[test]
fn a_bomb_is_told_and_the_rest_is_checked() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(
        "word/document.xml",
        zip::write::SimpleFileOptions::default(),
    )
    .expect("memory takes anything");
    let zeros = vec![0; 1 << 20];
    for _ in 0..1024 {
        zip.write_all(&zeros).expect("memory takes anything");
    }
    let bomb = zip.finish().expect("memory takes anything").into_inner();
    assert!(bomb.len() < 2 << 20, "{} bytes", bomb.len());
    let folder = folder(&[("a.docx", &bomb), ("b.txt", WRONG.as_bytes())]);
    let (status, report, _) = run(folder.path(), &["a.docx", "b.txt"], b"");
    let told = told(&report);
    assert_eq!(status, Some(2));
    assert_eq!(report["summary"]["errors"], 1);
    assert!(
        told.contains("larger than 64 MB when it is unpacked"),
        "{told}"
    );
}

/// Reads bytes in every format of this test; what counts is that each is read or told.
fn survives(name: &str, bytes: &[u8]) -> usize {
    let mut told = 0;
    Article::each_from_bytes(name, bytes, None, &Fields::default(), &mut |read| {
        let _ = read.map_err(|error| {
            assert!(!error.to_string().is_empty() && !error.help().is_empty());
            told += 1;
        });
    });
    told
}

#[test]
fn a_document_that_is_cut_or_garbled_is_told() {
    let text: String = (0..400)
        .map(|number| format!("<w:p><w:r><w:t>Paragraph {number}.</w:t></w:r></w:p>"))
        .collect();
    let main = whole(&text);
    let bytes = package(&[("word/document.xml", &main), ("docProps/core.xml", "<a/>")]);
    for end in (0..bytes.len()).step_by(100) {
        assert_eq!(survives("a.docx", &bytes[..end]), 1, "cut at {end}");
    }
    // A stored part keeps its size, so that the XML itself is what is garbled.
    let mut seed = 7_u32;
    for _ in 0..300 {
        let mut garbled = bytes.clone();
        for _ in 0..4 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = seed as usize % garbled.len();
            garbled[at] ^= (seed >> 24) as u8 | 1;
        }
        survives("a.docx", &garbled);
    }
    for end in (0..main.len())
        .step_by(97)
        .filter(|end| main.is_char_boundary(*end))
    {
        let cut = package(&[("word/document.xml", &main[..end])]);
        survives("a.docx", &cut);
    }
}

#[test]
fn random_bytes_are_told() {
    let mut seed = 1_u32;
    for start in ["", "PK\u{3}\u{4}", "{\"body\": \"", "[{", "{}\n{"] {
        for name in ["a.docx", "a.json", "a.jsonl", "a.ninjs", "a"] {
            for _ in 0..20 {
                let random = (0..300).map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 24) as u8
                });
                let bytes: Vec<u8> = start.bytes().chain(random).collect();
                survives(name, &bytes);
            }
        }
    }
    assert_eq!(Format::detect("a.ninjs", b"").name, "ninjs");
}
