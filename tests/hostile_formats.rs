//! Markup that nobody writes but somebody sends: it is read in a time that grows with its length, or refused at
//! a place.

#[path = "../benches/texts/mod.rs"]
mod texts;

use std::time::{Duration, Instant};

use factlint::article::{Article, ArticleError, Format};
use factlint::text::Text;
use texts::Hostile;
use texts::markup::{DOCUMENTS, PAGES};

fn read(text: &str, format: Format) -> Duration {
    let started = Instant::now();
    if let Ok(articles) = Article::all_from_bytes("a", text.as_bytes(), Some(format)) {
        for article in &articles {
            let prose = Text::new(article);
            let place = prose.place(factlint::span::Span::new(0, prose.as_str().len()));
            assert!(
                article.parts[place.part]
                    .source
                    .get(place.span.range())
                    .is_some()
            );
        }
    }
    started.elapsed()
}

/// Four times the text takes about four times as long; what is quick is not measured.
fn check(list: &[Hostile], format: &str) {
    let format = Format::named(format).expect("it is a format");
    for (name, text) in list {
        let one = text(1).len().max(2) + text(2).len().saturating_sub(text(1).len());
        let many = (100_000 / one).max(2_000);
        let (small, large) = (read(&text(many), format), read(&text(many * 4), format));
        println!("{name}: {small:?}, {large:?}");
        assert!(
            large < Duration::from_millis(2_000) || large < small * 10,
            "{name}: {small:?}, then {large:?} for four times as much"
        );
    }
}

#[test]
fn pages() {
    check(PAGES, "html");
}

#[test]
fn pages_in_feeds() {
    let format = Format::named("rss").expect("it is a format");
    for (name, text) in PAGES {
        println!("{name}");
        read(
            &format!(
                "<rss><item><description><![CDATA[{}]]></description></item></rss>",
                text(2_000)
            ),
            format,
        );
    }
}

#[test]
fn documents() {
    check(DOCUMENTS, "nitf");
}

#[test]
fn a_page_nested_deeply_is_read() {
    for tag in ["div", "b", "blockquote", "span", "q", "section", "font"] {
        let page = format!(
            "<html><body>{}Ahn Gyu-back met.",
            format!("<{tag}>").repeat(100_000)
        );
        let article = Article::from_text("a", &page, Format::HTML).expect("a page is always read");
        assert!(
            Text::new(&article).as_str().contains("Ahn Gyu-back met."),
            "{tag}"
        );
    }
}

#[test]
fn what_is_not_closed_is_told_with_its_place() {
    let text = "<nitf>\n".to_string() + &"<block>".repeat(100_000);
    let error = Article::from_bytes("a.nitf", text.as_bytes(), None).expect_err("it is open");
    assert!(
        matches!(
            error,
            ArticleError::Malformed {
                line: 2,
                column: 699_994,
                ..
            }
        ),
        "{error}"
    );
}
