//! factlint checks articles against canonical facts: how names are written, who holds which office and since
//! when, how many, how much, when and where.
//!
//! Facts stand in rule files, which [`packs::load`] reads. A [`Linter`](linter::Linter) is compiled from them once,
//! and then checks any number of articles, from as many threads as you like:
//!
//! ```
//! use factlint::article::{Article, Format};
//! use factlint::linter::{Linter, Settings};
//! use factlint::packs::{self, PackSource};
//!
//! let rules = r#"
//! [[office]]
//! id      = "harbor-master"
//! titles  = ["Harbor Master"]
//! of      = ["Port Ellery"]
//! holders = [
//!   { name = "June Okafor", until = 2025-03-31 },
//!   { name = "Tomas Brandt", from = 2025-04-01 },
//! ]
//! "#;
//! let source = PackSource { file: "rules/ferries.toml".into(), text: rules.into() };
//! // Or every mistake of the rule files, each with its bytes and its remedy.
//! let packs = packs::load(vec![source]).expect("the rules are well formed");
//! let linter = Linter::new(&packs, &Settings::default());
//!
//! let text = "Port Ellery Harbor Master June Okafor closed the pier.";
//! let article = Article::from_text("pier.txt", text, Format::PLAIN)?.with_date(jiff::civil::date(2025, 11, 3));
//! let findings = linter.check(&article);
//!
//! assert_eq!(findings.len(), 1);
//! let finding = &findings[0];
//! assert_eq!(finding.fact, "harbor-master");
//! assert_eq!(finding.found, "June Okafor");
//! assert_eq!(finding.expected.as_deref(), Some("Tomas Brandt"));
//! assert_eq!(&text[finding.at.disk.range()], "June Okafor");
//! assert_eq!((finding.at.line, finding.at.column), (1, 27));
//! # Ok::<(), factlint::article::ArticleError>(())
//! ```
//!
//! # The way of the data
//!
//! ```text
//! bytes → Article → Text → mentions → claims → verdicts → findings → a report
//! ```
//!
//! One direction, one type an arrow, no step that looks back; each is a function of its input and the compiled facts.
//!
//! 1. [`packs`] turns rule files into [`facts`]: small tables of records, each with the time for which it holds.
//! 2. [`article`] turns bytes into an [`Article`](article::Article): blocks of prose with their bytes in the file,
//!    and the article's date.
//! 3. [`text`] makes of it one normalised [`Text`](text::Text), with its sentences, its direct speech, and the map
//!    back to the bytes.
//!    [`syntax`] gives a sentence its tokens, tags and tree, where one is asked for.
//! 4. [`language`] knows what words mean: numbers, units, dates, hedges. Nothing there knows a fact.
//! 5. [`mentions`] finds the phrases of all facts in one pass, and near misses of names.
//! 6. [`claims`] reads what a sentence says of a fact: a partial record, of some time. A place in the text serves
//!    one claim at most.
//! 7. [`verdict`] lays a claim beside the records: it agrees with one that can hold at its time, or contradicts
//!    the fact, and then it says which record is the nearest and what kind of slip it looks like.
//! 8. [`checks`] are what needs no fact: a weekday that does not fit its date, one name written in two ways.
//! 9. [`linter`] goes the whole way; [`finding`] is what comes out, with [spans](span) in the file on disk.
//! 10. [`fix`] turns findings into edits, [`report`] shows them, and [`cli`] is the program.
//!
//! Beside the way stands what serves the authors of rules: [`rule_tests`] runs the tests in rule files, [`review`] reads
//! them as a careful colleague would, [`explain`] tells people what a fact or a check says, [`suggest`] drafts rules
//! from articles, [`format`](mod@format) lays them out, [`schema`] is what editors know of them, and
//! [`reference`](mod@reference) makes the pages of the book from the program's own tables.
//!
//! A claim is wrong only if no record that can hold at its time agrees with all it states: this is the only notion of
//! contradiction here. What can't be read for certain is not claimed; a missed slip costs less than a false alarm.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod article;
pub mod checks;
pub mod claims;
pub mod cli;
pub mod contract;
pub mod explain;
pub mod facts;
pub mod finding;
pub mod fix;
pub mod format;
pub mod language;
pub mod linter;
pub mod mentions;
pub mod packs;
pub mod reference;
pub mod report;
pub mod review;
pub mod rule_tests;
pub mod schema;
pub mod span;
pub mod suggest;
pub mod syntax;
pub mod text;
pub mod verdict;
