//! Text that nobody writes but somebody sends: it takes no more than its length.

#[path = "../benches/texts/mod.rs"]
mod texts;

mod support;

use factlint::article::{Article, Format};
use factlint::linter::{Linter, Settings};
use factlint::packs::{self, PackSource};
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

/// Patterns that could be laid beside a sentence in millions of ways: no way is tried twice, so that none is given up
/// before it comes to what is there.
#[test]
fn patterns_of_many_ways_are_followed_to_the_end() {
    let optional = "[the] ".repeat(25);
    let either = "(the|the the) ".repeat(20);
    let gaps = "the … ".repeat(12);
    for (pattern, text) in [
        (
            format!("budget {optional}the plan of {{year}}"),
            "the ".repeat(12),
        ),
        (
            format!("budget {either}the plan of {{year}}"),
            "the ".repeat(25),
        ),
        (
            format!("budget {gaps}[the] plan of {{year}}"),
            "the big ".repeat(30),
        ),
    ] {
        let rules = format!("[[statement]]\nid = \"plan\"\nsays = [\"{pattern}\"]\nyear = 2030\n");
        let source = PackSource {
            file: "rules.toml".into(),
            text: rules.into(),
        };
        let packs = packs::load(vec![source]).expect("the rules are good");
        let linter = Linter::new(&packs, &Settings::default());
        let check = |text: String| {
            let article = Article::from_text("a.txt", &text, Format::PLAIN).expect("it is text");
            let findings = linter.check(&article).into_iter();
            findings.map(|finding| finding.found).collect::<Vec<_>>()
        };
        assert_eq!(
            check(format!("A budget {text}plan of 2031.")),
            ["2031"],
            "{pattern}"
        );
        assert_eq!(
            check(format!("A budget {text}plan of 2030.")),
            [""; 0],
            "{pattern}"
        );
        assert_eq!(
            check(format!("A budget {text}goal of 2031.")),
            [""; 0],
            "{pattern}"
        );
    }
}
