//! A run with everything in it that a report may have to show.
#![allow(dead_code)]

use std::sync::Arc;

use factlint::article::{Article, Block, BlockKind, Format, Part, Run as Words};
use factlint::facts::Severity;
use factlint::linter::{Linter, Settings};
use factlint::packs::{self, PackSource, Packs};
use factlint::report::{self, Checked, Look, Problem, ProblemKind, Run, Source};
use factlint::span::Span;

pub const RULES: &str = r#"
[[entity]]
id      = "mayor"
name    = "Katarzyna Wojcik"
reject  = ["Katarzyna Wojick"]
source  = "https://example.org/council?a=1&b=2"
checked = 2025-11-20
note    = "She spells it without accents: no “ó”, no <b>."

[[entity]]
id       = "ferry"
name     = "Bay Ferries"
reject   = ["Bay Ferrys"]
severity = "info"

[[figure]]
id      = "pier-staff"
what    = "People employed at the pier"
unit    = ["people"]
subject = ["pier"]
value   = 1_450
source  = ["Port Ellery council, minutes of 12 March 2025", "Annual report (https://example.org/report.pdf)."]

[[office]]
id      = "harbor-master"
titles  = ["Harbor Master"]
of      = ["Port Ellery"]
holders = [
  { name = "June Okafor", until = 2025-03-31 },
  { name = "Tomas Brandt", from = 2025-04-01 },
]
"#;

pub const PIER: &str = "\
---
title: The pier | opens </script>
date: 2025-11-03
lang: en-GB
---

Tuesday, 3 November 2025

# Pier news from Katarzyna Wojick

Mayor Katarzyna **Wojick** opened the pier, which employs 1,540 people, on Monday & thanked
Bay Ferrys; Port Ellery Harbor Master June Okafor closed the gate. See `code` and @someone in #12.

> “The pier employs 1,540 people,” the mayor said.

- Katarzyna&nbsp;Wojick, mayor

| who | what |
| --- | --- |
| Bay Ferrys | ferry |
";

/// A header with two dates, and one name in two spellings.
pub const WIRE: &str = "\
Wire desk
2025-07-31 Tuesday, 02 January 2024 12:17 GMT

The inspector, Maria Lindqvist, came on a Monday and looked at every plank of the long pier.

“We will mend it,” Maria Lindqvist said. Later Maria Lindquist went home, and nobody asked why.
";

pub fn packs() -> Packs {
    let source = PackSource {
        file: "rules/bay.toml".into(),
        text: RULES.into(),
    };
    packs::load(vec![source]).expect("the rules are well formed")
}

pub fn article(name: &str, text: &str) -> Article {
    let format = if name.ends_with(".md") {
        "markdown"
    } else {
        "plain"
    };
    Article::from_text(name, text, Format::named(format).unwrap()).unwrap()
}

/// An article of a packed file: two paragraphs, each a part with offsets of its own.
pub fn packed() -> Article {
    let part = |label: &str, text: &str| {
        let whole = Words {
            source: Span::new(0, text.len()),
            text: None,
        };
        Part {
            label: Some(label.into()),
            source: text.into(),
            blocks: vec![Block {
                kind: BlockKind::Paragraph,
                runs: vec![whole],
            }],
            ..Part::default()
        }
    };
    let mut article = Article::default();
    article.name = "notes.docx".into();
    article.parts = vec![
        part("paragraph 1", "Nothing is wrong here."),
        part("paragraph 2", "Katarzyna Wojick thanked the crew."),
    ];
    article
}

pub fn checked(articles: Vec<Article>) -> Run {
    let packs = packs();
    let linter = Linter::new(&packs, &Settings::default());
    let mut run = Run::default();
    run.checked = articles.len();
    for article in articles {
        let findings = linter.check(&article);
        if findings.is_empty() {
            run.clean.push(article.name);
        } else {
            run.articles.push(Checked { article, findings });
        }
    }
    run.know(&packs.facts);
    run
}

/// Quotations, other places, notes, words that can't be mended, a packed part, an article without findings, problems
/// and notes, findings that are not shown.
pub fn everything() -> Run {
    let mut run = checked(vec![
        article("harbour/pier news.md", PIER),
        article("wire.txt", WIRE),
        packed(),
        article("clean.txt", "Nothing is wrong here."),
    ]);
    let source = Arc::new(Source::new("rules/bay.toml", "[[entity]]\nnmae = 1\n"));
    run.problems = vec![
        Problem::new(ProblemKind::Unreadable, "old.txt", "there is no such file")
            .help("check the path"),
        Problem::new(ProblemKind::Rule, "rules/bay.toml", "unknown key `nmae`")
            .mark(&source, Span::new(11, 15), "unknown")
            .help("did you mean `name`?"),
        Problem::new(ProblemKind::Usage, "", "--only x: no fact has this name"),
        Problem::new(
            ProblemKind::Encoding,
            "clean.txt",
            "this was read as EUC-KR, not as UTF-8",
        ),
    ];
    run.hidden = vec![Severity::Error, Severity::Info];
    run
}

pub fn shown(format: &str, run: &Run) -> String {
    let mut out = Vec::new();
    let format = report::format(format).unwrap();
    (format.write)(run, Look::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}
