//! The whole way: bytes → findings → the mended file.

use std::path::Path;
use std::sync::LazyLock;

use factlint::article::Article;
use factlint::facts::Severity;
use factlint::finding::{Finding, Fix, Location};
use factlint::fix::{Edit, Wanted, apply, edits};
use factlint::linter::{Linter, Settings};
use factlint::packs::{self, PackSource};
use factlint::span::Span;
use jiff::civil::date;

use super::articles::{articles, on_disk};

/// The rules of the project.
static LINTER: LazyLock<Linter> = LazyLock::new(|| {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = here.ancestors().map(|folder| folder.join("rules"));
    let rules = folders.find(|folder| folder.is_dir());
    let rules = rules.expect("the project has rules");
    let files = std::fs::read_dir(rules).expect("a folder can be read");
    let mut files: Vec<_> = files.flatten().map(|file| file.path()).collect();
    files.sort();
    let sources = files.iter().map(|file| PackSource {
        file: file.to_string_lossy().into(),
        text: std::fs::read_to_string(file)
            .expect("rules are text")
            .into(),
    });
    let packs = packs::load(sources.collect()).expect("the rules are well formed");
    Linter::new(&packs, &Settings::default())
});

/// A name, which tells the format by its ending or not at all, and after the first line break the bytes.
fn named(input: &[u8]) -> (String, &[u8]) {
    let line = input.iter().position(|byte| *byte == b'\n');
    let (name, bytes) = match line {
        Some(end) => (&input[..end], &input[end + 1..]),
        None => (&b"a"[..], input),
    };
    (String::from_utf8_lossy(name).into_owned(), bytes)
}

/// The articles of a file with their findings.
fn checked(name: &str, bytes: &[u8]) -> Vec<(Article, Vec<Finding>)> {
    let checked = articles(name, bytes, None).into_iter().map(|mut article| {
        article.date = article.date.or(Some(date(2025, 11, 5)));
        let findings = LINTER.check(&article);
        (article, findings)
    });
    checked.collect()
}

/// The whole check.
pub fn check(input: &[u8]) {
    let (name, bytes) = named(input);
    let once = checked(&name, bytes);
    for (article, findings) in &once {
        sound(article, findings);
        for finding in findings {
            let part = &article.parts[finding.at.part];
            on_disk(article, part, finding.at.source, bytes);
            assert_eq!(part.disk(finding.at.source), finding.at.disk);
        }
    }
    let twice = checked(&name, bytes);
    assert_eq!(once.len(), twice.len());
    for ((_, once), (_, twice)) in once.iter().zip(&twice) {
        assert_eq!(once, twice);
    }
}

/// Findings are sorted and disjoint, inside the article and on its characters, and say what stands there.
pub fn sound(article: &Article, findings: &[Finding]) {
    let mut last = (0, 0);
    for finding in findings {
        let (part, span) = (finding.at.part, finding.at.source);
        assert!((part, span.start) >= last, "{finding:#?}");
        assert!(!span.is_empty(), "{finding:#?}");
        last = (part, span.end);
        let there = article.parts[part].source.get(span.range());
        assert_eq!(there, Some(finding.found.as_str()));
        let related = finding.related.iter().map(|related| &related.at);
        related
            .chain([&finding.at])
            .for_each(|at| place(article, at));
        assert!(!finding.message.is_empty(), "{finding:#?}");
        assert!(finding.expected.as_deref() != Some(""), "{finding:#?}");
        let fix = finding.fix.as_ref().map(|fix| fix.text.as_str());
        assert!(fix != Some(""), "{finding:#?}");
    }
}

fn place(article: &Article, at: &Location) {
    let source = &article.parts[at.part].source;
    assert!(source.get(at.source.range()).is_some(), "{at:?}");
    if source.contains('\r') {
        return;
    }
    let count = |end: usize| {
        let before = &source[..end];
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let line_number = before.matches('\n').count() + 1;
        (line_number, before[line..].chars().count() + 1)
    };
    assert_eq!((at.line, at.column), count(at.source.start));
    assert_eq!((at.end_line, at.end_column), count(at.source.end));
}

/// Mending: by what the rules find, and by findings that nobody made.
pub fn fix(input: &[u8]) {
    let (name, bytes) = named(input);
    for wanted in [Wanted::Safe, Wanted::Unsafe] {
        let checked = checked(&name, bytes);
        let all = checked
            .iter()
            .flat_map(|(article, findings)| edits(article, findings, wanted));
        let all: Vec<Edit> = all.collect();
        let Some((article, _)) = checked.first() else {
            continue;
        };
        let mended = mended(bytes, &all, article.encoding);
        // A guess at the encoding may rest on the very bytes that were edited: then the program leaves the file alone.
        let guessed = article
            .encoding
            .is_some_and(|name| !name.starts_with("UTF-16"));
        if !all.is_empty() && !guessed {
            // What was edited can be read still, as as many articles.
            let again = articles(&name, &mended, None).len();
            assert_eq!(again, checked.len(), "{all:?}");
        }
    }
    made_up(bytes);
}

/// Edits whose places are bytes of the input itself.
fn made_up(bytes: &[u8]) {
    let Ok(article) = Article::from_text("a", "The board met.", factlint::article::Format::PLAIN)
    else {
        return;
    };
    let findings = bytes.chunks_exact(4).take(20).map(|chunk| {
        let start = usize::from(chunk[0]);
        let mut finding = Finding::new("a".into(), "entity", Severity::Error);
        let span = Span::new(start, start + usize::from(chunk[1] % 16));
        finding.at = Location {
            source: span,
            disk: span,
            ..Location::default()
        };
        finding.fix = (chunk[2] % 4 > 0).then(|| Fix {
            text: "é".repeat(usize::from(chunk[3] % 4)),
            safe: chunk[2] % 2 == 0,
        });
        finding
    });
    let findings: Vec<Finding> = findings.collect();
    let edits = edits(&article, &findings, Wanted::Unsafe);
    for encoding in [
        None,
        Some("UTF-16LE"),
        Some("windows-1252"),
        Some("no such"),
    ] {
        mended(bytes, &edits, encoding);
    }
}

/// The file with these edits made; they stand in order and apart, and no byte outside them is another.
fn mended(bytes: &[u8], edits: &[Edit], encoding: Option<&str>) -> Vec<u8> {
    let mut last = 0;
    for edit in edits {
        assert!(edit.at.start >= last && !edit.at.is_empty(), "{edits:?}");
        last = edit.at.end;
    }
    let (mended, made) = apply(bytes, edits, encoding);
    assert!(made <= edits.len());
    // The stretches between the edits stand in the mended file, in order, first and last at its ends.
    let within: Vec<&Edit> = edits
        .iter()
        .filter(|edit| edit.at.end <= bytes.len())
        .collect();
    let mut kept = &mended[..];
    let mut at = 0;
    for (index, edit) in within.iter().enumerate() {
        let stretch = &bytes[at..edit.at.start];
        let found = match index {
            0 => kept.starts_with(stretch).then_some(0),
            _ => find(kept, stretch),
        };
        assert!(found.is_some(), "{edit:?} of {edits:?}");
        kept = &kept[found.unwrap_or_default() + stretch.len()..];
        at = edit.at.end;
    }
    assert!(kept.ends_with(&bytes[at..]), "{edits:?}");
    if encoding.is_none() && made == edits.len() {
        let mut expected = Vec::new();
        let mut at = 0;
        for edit in edits {
            expected.extend_from_slice(&bytes[at..edit.at.start]);
            expected.extend_from_slice(edit.text.as_bytes());
            at = edit.at.end;
        }
        expected.extend_from_slice(&bytes[at..]);
        assert!(mended == expected, "{edits:?}");
    }
    mended
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    match what.is_empty() {
        true => Some(0),
        false => bytes.windows(what.len()).position(|here| here == what),
    }
}
