//! Runs one check over a short article.

use jiff::civil::Date;

use super::notes::is_in_note;
use super::{CHECKS, Flag, Spot};
use crate::article::{Article, Format};
use crate::mentions::Page;
use crate::text::Text;

/// What a check finds: the marked words and what it expects.
pub(super) fn flags(check: &str, text: &str, date: Option<Date>) -> Vec<(String, Option<String>)> {
    let format = Format::of_path("article.txt").expect("plain text");
    let mut article = Article::from_text("article.txt", text, format).expect("an article");
    if let Some(date) = date {
        article = article.with_date(date);
    }
    let normal = Text::new(&article);
    let page = Page::new(&article, &normal);
    let check = CHECKS
        .iter()
        .find(|entry| entry.id == check)
        .expect("a check");
    let words = |flag: &Flag| match flag.at {
        Spot::Text(span) => span.of(normal.as_str()).to_string(),
        Spot::Source { part, span } => span.of(&article.parts[part].source).to_string(),
    };
    let mut pass = (check.begin)();
    pass.read(&page, 0..normal.sentences().len());
    pass.end(&page)
        .iter()
        .filter(|flag| !is_in_note(&normal, flag))
        .map(|flag| (words(flag), flag.expected.clone()))
        .collect()
}

/// Checks that exactly these words are marked, each with what is expected in its place.
#[track_caller]
pub(super) fn finds(check: &str, text: &str, date: Option<Date>, wanted: &[(&str, Option<&str>)]) {
    let found = flags(check, text, date);
    let found: Vec<_> = found
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_deref()))
        .collect();
    assert_eq!(found, wanted, "{check} in {text:?}");
}

/// Checks that nothing is marked.
#[track_caller]
pub(super) fn silent(check: &str, text: &str, date: Option<Date>) {
    finds(check, text, date, &[]);
}
