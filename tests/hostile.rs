//! Text that nobody writes but somebody sends: it takes no more than its length.

#[path = "../benches/texts/mod.rs"]
mod texts;

mod support;

use factlint::article::{Article, Format};
use factlint::linter::{Linter, Settings};
use rayon::prelude::*;
use support::{below, load};

/// A test that hangs names nothing: the name is printed before.
fn check_all(format: Format, size: usize) {
    let linter = Linter::new(&load(&below("rules", "toml")), &Settings::default());
    texts::HOSTILE.par_iter().for_each(|(name, text)| {
        println!("{name}");
        let Ok(article) = Article::from_text("a", &text(size), format) else {
            return;
        };
        let article = article.with_date(jiff::civil::date(2025, 11, 5));
        for finding in linter.check(&article) {
            let source = &article.parts[finding.at.part].source;
            assert_eq!(source.get(finding.at.source.range()), Some(&*finding.found));
        }
    });
}

#[test]
fn plain_text() {
    check_all(Format::PLAIN, 2_000);
}

#[test]
fn markdown() {
    check_all(Format::MARKDOWN, 2_000);
}
