//! TOML → rules, and TOML → TOML in the common layout.

use std::sync::Arc;

use factlint::article::{Article, Format};
use factlint::format::format;
use factlint::linter::{Linter, Settings};
use factlint::packs::{self, PackSource, Problem};
use factlint::report::{self, Look, ProblemKind, Source};
use factlint::review::review;
use jiff::civil::date;

use super::findings;

/// Loading a rule file, and working by what was loaded.
pub fn rules(input: &[u8]) {
    let source = source(input);
    let packs = match packs::load(vec![source.clone()]) {
        Ok(packs) => packs,
        Err(problems) => return told(&source, &problems),
    };
    let linter = Linter::new(&packs, &Settings::default());
    review(&packs, date(2025, 11, 5), None);
    for fact in packs.facts.iter() {
        let there = source.text.get(fact.defined_in.span.range());
        assert!(there.is_some(), "{:?}", fact.defined_in);
    }
    for test in packs.packs.iter().flat_map(|pack| &pack.tests).take(5) {
        for span in [test.name_span, test.text_span] {
            assert!(source.text.get(span.range()).is_some(), "{span:?}");
        }
        if let Ok(mut article) = Article::from_text("a", &test.text, Format::PLAIN) {
            article.date = test.date;
            findings::sound(&article, &linter.check(&article));
        }
    }
}

/// Laying out a file keeps what it says (which the layout itself asserts), and is done once.
pub fn layout(input: &[u8]) {
    let source = source(input);
    match format(&source) {
        Ok(once) => {
            let again = PackSource {
                text: once.as_str().into(),
                ..source.clone()
            };
            let twice = format(&again);
            assert_eq!(twice.as_ref(), Ok(&once), "of {:?}", source.text);
        }
        Err(problems) => told(&source, &problems),
    }
}

fn source(input: &[u8]) -> PackSource {
    PackSource {
        file: "rules/a.toml".into(),
        text: String::from_utf8_lossy(input).into(),
    }
}

/// There is a mistake, it says something, stands in the file, and can be shown.
fn told(source: &PackSource, problems: &[Problem]) {
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(!problem.message.trim().is_empty());
        assert!(!problem.labels.is_empty(), "{problem:?}");
        for label in &problem.labels {
            assert!(Arc::ptr_eq(&label.file, &source.file) || label.file == source.file);
            let there = source.text.get(label.span.range());
            assert!(there.is_some(), "{problem:?}");
        }
    }
    if let Some(first) = problems.first() {
        let known = [Arc::new(Source::new(
            source.file.clone(),
            source.text.clone(),
        ))];
        let problem = report::Problem::of_mistake(ProblemKind::Rule, first.clone(), &known);
        assert!(!problem.draw(Look::default()).is_empty());
    }
}
