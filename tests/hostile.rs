//! Text that nobody writes but somebody sends: it takes no more than its length.

#[path = "../benches/texts/mod.rs"]
mod texts;

mod support;

use factlint::article::{Article, Format};
use factlint::linter::{Linter, Settings};
use rayon::prelude::*;
use support::{below, load};

/// Each text with many of its kind. What hangs is the last that `--nocapture` prints.
fn check_all(format: Format) {
    let linter = Linter::new(&load(&below("rules", "toml")), &Settings::default());
    texts::HOSTILE.par_iter().for_each(|(name, text)| {
        println!("{name}");
        // Signs and words, or phrases with a claim in each.
        let many = if text(1).len() <= 12 { 5_000 } else { 200 };
        let Ok(article) = Article::from_text("a", &text(many), format) else {
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
    check_all(Format::PLAIN);
}

#[test]
fn markdown() {
    check_all(Format::MARKDOWN);
}
