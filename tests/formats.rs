//! A text says the same in every format: the same facts are contradicted, by the same words.

mod formats_support;
mod support;

use std::fs;

use factlint::article::{Article, Fields, Format};
use factlint::facts::Severity;
use factlint::finding::{Finding, Reason};
use factlint::linter::{Linter, Settings};
use formats_support::{Story, WRITERS, Writer, words_of};
use support::{below, load, name};

/// A finding without its place.
#[derive(Debug, PartialEq)]
struct Said {
    fact: String,
    found: String,
    expected: Option<String>,
    reason: Option<Reason>,
    severity: Severity,
    in_quote: bool,
}

fn said(finding: &Finding, found: String) -> Said {
    Said {
        fact: finding.fact.clone(),
        found,
        expected: finding.expected.clone(),
        reason: finding.reason,
        severity: finding.severity,
        in_quote: finding.in_quote,
    }
}

/// The fixtures whose words a format can hold.
fn fixtures() -> Vec<(String, Article)> {
    let files = ["txt", "md"]
        .iter()
        .flat_map(|ending| below("fixtures", ending));
    let articles = files.map(|path| {
        let bytes = fs::read(&path).expect("a fixture can be read");
        let article = Article::from_bytes(name(&path), &bytes, None).expect("a fixture is text");
        (name(&path), article)
    });
    articles.collect()
}

/// The first article of a file: its next ones may be broken.
fn first(writer: &Writer, bytes: &[u8]) -> Article {
    let mut found = None;
    Article::each_from_bytes(writer.file, bytes, None, &Fields::default(), &mut |read| {
        found.get_or_insert(read);
    });
    match found {
        Some(Ok(article)) => article,
        other => panic!("{}: {other:?}", writer.name),
    }
}

/// The words of a slice of a file of this format.
fn words(writer: &Writer, story: &Story, slice: &str) -> String {
    if !["json", "jsonl", "ninjs"].contains(&writer.format) {
        return words_of(slice, Format::HTML, writer.layers);
    }
    // The outer layer is that of JSON; the strings in it are HTML but for what was plain text.
    let text = match writer.layers {
        0 => slice.to_string(),
        _ => serde_json::from_str(&format!("\"{slice}\"")).expect("it is a string"),
    };
    let markup = writer.layers > 1 || story.source.is_none();
    words_of(&text, Format::HTML, usize::from(markup))
}

#[test]
fn every_fixture_says_the_same_in_every_format() {
    let linter = Linter::new(&load(&below("rules", "toml")), &Settings::default());
    let mut wrong = String::new();
    for (seed, (name, article)) in fixtures().iter().enumerate() {
        let own = if name.ends_with(".md") {
            Format::MARKDOWN
        } else {
            Format::PLAIN
        };
        let findings = linter.check(article);
        let wanted = findings
            .iter()
            .map(|one| said(one, words_of(&one.found.replace("**", ""), own, 1)));
        let wanted: Vec<Said> = wanted.collect();
        let mut story = Story::of(article, seed as u64 + 1);
        story.source = (own == Format::PLAIN).then(|| article.parts[0].source.clone());
        for writer in WRITERS {
            let bytes = (writer.write)(&story);
            let format = Format::detect(writer.file, &bytes);
            assert_eq!(format.name, writer.format, "{}", writer.name);
            let read = first(writer, &bytes);
            if read.date != article.date {
                wrong += &format!(
                    "{name} as {}: dated {:?}, not {:?}\n",
                    writer.name, read.date, article.date
                );
            }
            let mut found = Vec::new();
            for finding in linter.check(&read) {
                let source = &read.parts[finding.at.part].source;
                assert_eq!(
                    finding.found,
                    finding.at.source.of(source),
                    "{name} as {}",
                    writer.name
                );
                if writer.layers > 0 {
                    let slice = bytes
                        .get(finding.at.disk.range())
                        .expect("it stands in the file");
                    assert_eq!(slice, finding.found.as_bytes(), "{name} as {}", writer.name);
                    assert_eq!(read.parts[finding.at.part].label, None);
                } else {
                    assert!(read.parts[finding.at.part].label.is_some());
                }
                let words = words(writer, &story, &finding.found);
                found.push(said(&finding, words));
            }
            for missing in wanted.iter().filter(|one| !found.contains(one)) {
                wrong += &format!("{name} as {}: missing {missing:?}\n", writer.name);
            }
            for noisy in found.iter().filter(|one| !wanted.contains(one)) {
                wrong += &format!("{name} as {}: noisy {noisy:?}\n", writer.name);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What the program does with files of these names.
fn run(files: &[(&str, &str)], arguments: &[&str]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file can be written");
    }
    let rules = support::root("rules");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_factlint"))
        .args(["check", "--no-config", "--format", "json", "--rules"])
        .arg(rules)
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn xml_that_is_not_well_formed_costs_no_other_article_its_findings() {
    let wrong = "Some 25,800 U.S. troops are based in South Korea.";
    let feed = "<rss><channel>\n<item><title>Pete Hesgeth</title></item>\n<item><title>AT&T</title></item></channel></rss>";
    let (status, out, err) = run(&[("a.rss", feed), ("b.txt", wrong)], &["a.rss", "b.txt"]);
    assert_eq!(status, Some(2), "{err}");
    assert!(
        out.contains("\"found\": \"25,800\"") && !out.contains("Hesgeth\""),
        "{out}"
    );
    assert!(
        out.contains("an `&` begins no entity here") && out.contains("line 3, column 16"),
        "{out}"
    );
}

#[test]
fn other_xml_in_a_folder_is_no_article_but_named_it_is_refused() {
    let project = "<?xml version=\"1.0\"?><project><name>Pete Hesgeth</name></project>";
    let story = "<nitf><body><body.content><p>Pete Hesgeth left.</p></body.content></body></nitf>";
    let files = [("pom.xml", project), ("story.xml", story)];
    let (status, out, err) = run(&files, &["."]);
    assert_eq!(status, Some(0), "{out} {err}");
    assert!(
        out.contains("story.xml") && !out.contains("pom.xml"),
        "{out}"
    );
    let (status, out, _) = run(&files, &["pom.xml"]);
    assert_eq!(status, Some(2));
    assert!(out.contains("its outermost element is <project>"), "{out}");
    let (status, out, _) = run(&files, &["--input-format", "plain", "pom.xml"]);
    assert_eq!(status, Some(0));
    assert!(out.contains("Hesgeth"), "{out}");
}
