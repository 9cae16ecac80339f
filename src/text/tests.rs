use super::*;
use crate::article::{Article, Format};

fn read(text: &str) -> (Article, Text) {
    let article = Article::from_text("test.txt", text, Format::PLAIN).unwrap();
    let text = Text::new(&article);
    (article, text)
}

#[test]
fn a_name_broken_over_a_line_is_one() {
    let (article, text) = read("The minister, Ahn\nGyu\u{2011}pak, met.");
    assert_eq!(text.as_str(), "The minister, Ahn Gyu-pak, met.");
    let at = text.as_str().find("Ahn").unwrap();
    let place = text.place(Span::new(at, at + 11));
    assert_eq!(
        place.span.of(&article.parts[0].source),
        "Ahn\nGyu\u{2011}pak"
    );
    assert!(place.whole);
}
