//! Bytes → articles, in each format.

use std::io::{Cursor, Write};

use encoding_rs::Encoding;
use factlint::article::{Article, ArticleError, Fields, Format, Part};
use factlint::span::Span;
use factlint::text::Text;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::text;

/// What parts the files of a document in an input that is no package itself.
pub const NEXT_FILE: &str = "\n====\n";

/// The files of a document, in the order in which an input has them.
pub const FILES: [&str; 3] = ["word/document.xml", "word/styles.xml", "docProps/core.xml"];

/// The articles of a file; where it has errors, they stand inside it and say something.
pub fn articles(name: &str, bytes: &[u8], format: Option<Format>) -> Vec<Article> {
    let mut articles = Vec::new();
    let mut errors = Vec::new();
    let fields = Fields::default();
    Article::each_from_bytes(name, bytes, format, &fields, &mut |read| match read {
        Ok(article) => articles.push(article),
        Err(error) => errors.push(error),
    });
    errors.iter().for_each(|error| told(error, bytes));
    articles
}

fn told(error: &ArticleError, bytes: &[u8]) {
    assert!(!error.to_string().trim().is_empty());
    if let Some((offset, line)) = error.place() {
        let packed = matches!(error, ArticleError::Package { .. });
        assert!(packed || offset <= bytes.len(), "{error:?}");
        assert!(line >= 1, "{error:?}");
    }
}

/// Reading bytes in a format.
pub fn read(format: &str, bytes: &[u8]) {
    let format = Format::named(format);
    assert!(format.is_some(), "it is a format");
    let all = articles("a", bytes, format);
    for article in &all {
        sound(article, bytes);
    }
    let again = articles("a", bytes, format);
    assert_eq!(all.len(), again.len());
    for (once, twice) in all.iter().zip(&again) {
        assert_eq!(format!("{once:?}"), format!("{twice:?}"));
    }
}

/// Reading a document: a package as it is, or the files of one.
pub fn docx(input: &[u8]) {
    match input.starts_with(b"PK") {
        true => read("docx", input),
        false => read("docx", &packed(input)),
    }
}

/// The document of these files.
pub fn packed(input: &[u8]) -> Vec<u8> {
    let mut files = Vec::new();
    let mut rest = input;
    let next = NEXT_FILE.as_bytes();
    while let Some(at) = rest.windows(next.len()).position(|here| here == next) {
        files.push(&rest[..at]);
        rest = &rest[at + next.len()..];
    }
    files.push(rest);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in FILES.iter().zip(files) {
        zip.start_file(*name, options)
            .expect("memory takes anything");
        zip.write_all(bytes).expect("memory takes anything");
    }
    zip.finish().expect("memory takes anything").into_inner()
}

/// Every place of an article is inside it, on its characters and on those of the file.
pub fn sound(article: &Article, bytes: &[u8]) {
    for part in &article.parts {
        for block in &part.blocks {
            for run in &block.runs {
                inside(part, run.source);
            }
            for pair in block.runs.windows(2) {
                assert!(pair[0].source.end <= pair[1].source.start, "{pair:?}");
            }
            inside(part, block.source());
        }
        on_disk(article, part, Span::new(0, part.source.len()), bytes);
    }
    for date in &article.dates {
        inside(&article.parts[date.part], date.span);
        assert!(!date.span.is_empty(), "{date:?}");
        on_disk(article, &article.parts[date.part], date.span, bytes);
    }
    for comment in &article.comments {
        let part = &article.parts[comment.part];
        inside(part, comment.span);
        let words = comment.span.of(&part.source);
        assert!(words.contains("factlint"), "{words:?}");
    }
    let text = Text::new(article);
    text::sound(article, &text);
    for sentence in text.sentences() {
        let place = text.place(sentence.span);
        on_disk(article, &article.parts[place.part], place.span, bytes);
    }
}

fn inside(part: &Part, span: Span) {
    let there = part.source.get(span.range());
    assert!(there.is_some(), "{span:?} of {:?}", part.source);
}

/// These bytes are this character, or broken ones that it stands for.
fn standing(article: &Article, own: &[u8], c: char) {
    assert!(!own.is_empty(), "{c:?}");
    match article.encoding {
        None => {
            let same = own == c.to_string().as_bytes();
            assert!(
                same || std::str::from_utf8(own).is_err(),
                "{own:?} is {c:?}"
            );
            assert!(same || !c.is_ascii(), "{own:?} is {c:?}");
        }
        Some("ISO-2022-JP") => (),
        Some(name) => {
            let encoding = Encoding::for_label(name.as_bytes()).expect("it has its usual name");
            let (decoded, wrong) = encoding.decode_without_bom_handling(own);
            assert!(wrong || decoded == c.to_string(), "{own:?} is {c:?}");
        }
    }
}

/// The bytes on disk of a place are what stands there, encoded.
pub fn on_disk(article: &Article, part: &Part, span: Span, bytes: &[u8]) {
    let disk = part.disk(span);
    if part.label.is_some() {
        assert_eq!(disk, span);
        return;
    }
    let there = bytes.get(disk.range());
    assert!(there.is_some(), "{span:?} at {disk:?} of {}", bytes.len());
    let (there, words) = (there.unwrap_or_default(), span.of(&part.source));
    if article.broken.is_some() {
        for (at, c) in words.char_indices() {
            let at = span.start + at;
            let own = &bytes[part.disk(Span::new(at, at + c.len_utf8())).range()];
            standing(article, own, c);
        }
        return;
    }
    match article.encoding {
        None => assert_eq!(there, words.as_bytes()),
        // It has states, so that a slice means nothing by itself.
        Some("ISO-2022-JP") => (),
        Some(name) => {
            let encoding = Encoding::for_label(name.as_bytes());
            let encoding = encoding.expect("the encoding has its usual name");
            let decoded = encoding.decode_without_bom_handling(there).0;
            assert_eq!(decoded, words, "{name}");
        }
    }
}
