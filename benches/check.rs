//! How long rules take to load and articles to check: `cargo bench --bench check`.

mod texts;

use std::path::Path;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use factlint::article::{Article, Format};
use factlint::finding::Finding;
use factlint::linter::{Linter, Settings};
use factlint::mentions::near::{NameEntry, NearNames};
use factlint::packs::{self, PackSource, Packs};
#[cfg(feature = "model")]
use factlint::syntax::Parser;
use factlint::text::Text;
use rayon::prelude::*;
use texts::news;

fn main() {
    divan::main();
}

fn load(text: String) -> Packs {
    let source = PackSource {
        file: "rules.toml".into(),
        text: text.into(),
    };
    packs::load(vec![source]).unwrap_or_else(|problems| panic!("{:#?}", &problems[..1]))
}

fn alliance() -> Linter {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/korea-us-alliance.toml");
    let text = std::fs::read_to_string(path).expect("the pack is text");
    Linter::new(&load(text), &Settings::default())
}

const FACTS: [usize; 4] = [50, 1_000, 10_000, 100_000];

/// A rule file's text to facts.
#[divan::bench(args = FACTS, sample_count = 10)]
fn read_rules(bencher: Bencher, facts: usize) {
    let text = news::pack(facts);
    bencher
        .counter(ItemsCount::new(facts))
        .with_inputs(|| text.clone())
        .bench_values(load);
}

/// Facts to a linter.
#[divan::bench(args = FACTS, sample_count = 10)]
fn compile_rules(bencher: Bencher, facts: usize) {
    let packs = load(news::pack(facts));
    bencher
        .counter(ItemsCount::new(facts))
        .bench(|| Linter::new(&packs, &Settings::default()));
}

fn check(linter: &Linter, text: &str) -> Vec<Finding> {
    let article = Article::from_text("a.txt", text, Format::PLAIN).expect("news is text");
    linter.check(&article)
}

/// An article of 3 kB by the rules of `rules/`, from its text to its findings.
#[divan::bench]
fn one_article(bencher: Bencher) {
    let linter = alliance();
    let text = news::article(1, 3_000);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| check(&linter, divan::black_box(&text)));
}

/// The words, tags and trees of an article of 3 kB, by a parser that was used before; items are tokens.
#[cfg(feature = "model")]
#[divan::bench]
fn parse_sentences(bencher: Bencher) {
    let text = news::article(1, 3_000);
    let article = Article::from_text("a.txt", &text, Format::PLAIN).expect("news is text");
    let text = Text::new(&article);
    let mut parser = Parser::new();
    let mut parse = || -> usize {
        let sentences = text.sentences().iter();
        let trees = sentences.map(|sentence| parser.parse(text.as_str(), sentence.span));
        trees.map(|tree| tree.tokens().len()).sum()
    };
    let tokens = parse();
    bencher.counter(ItemsCount::new(tokens)).bench_local(parse);
}

/// The whole program, from its start to the tree of the first sentence.
#[cfg(feature = "model")]
#[divan::bench]
fn first_sentence(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("there is space");
    let path = folder.path().join("a.txt");
    std::fs::write(&path, "The yard will build a ferry.").expect("it can be written");
    bencher.bench_local(|| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_factlint"));
        let output = command.args(["inspect", "--syntax"]).arg(&path).output();
        output.expect("it runs").stdout.len()
    });
}

/// The same article by made-up rules.
#[divan::bench(args = FACTS)]
fn one_article_by_many_facts(bencher: Bencher, facts: usize) {
    let linter = Linter::new(&load(news::pack(facts)), &Settings::default());
    let text = news::article(1, 3_000);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| check(&linter, divan::black_box(&text)));
}

/// A thousand articles of 3 kB on all cores.
#[divan::bench(sample_count = 5)]
fn thousand_articles(bencher: Bencher) {
    let linter = alliance();
    let articles: Vec<String> = (0..1_000).map(|seed| news::article(seed, 3_000)).collect();
    let bytes: usize = articles.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let findings = articles.par_iter().map(|text| check(&linter, text).len());
        findings.sum::<usize>()
    });
}

const NAMES: [usize; 3] = [100, 10_000, 100_000];

fn near_names(count: usize) -> NearNames {
    let entry = |number| NameEntry {
        right: vec![news::name(number)],
        known: Vec::new(),
        near: true,
    };
    let entries: Vec<NameEntry> = (0..count).map(entry).collect();
    NearNames::new(&entries, &[])
}

/// The index of names.
#[divan::bench(args = NAMES, sample_count = 5)]
fn index_names(bencher: Bencher, names: usize) {
    bencher
        .counter(ItemsCount::new(names))
        .bench(|| near_names(names));
}

/// Near misses of names in 300 kB of news.
#[divan::bench(args = NAMES, sample_count = 10)]
fn find_near_names(bencher: Bencher, names: usize) {
    let index = near_names(names);
    let copy = news::article(1, 300_000);
    let article = Article::from_text("a.txt", &copy, Format::PLAIN).expect("news is text");
    let text = Text::new(&article);
    bencher
        .counter(BytesCount::of_str(&copy))
        .bench(|| index.find(divan::black_box(&text), &[]));
}

/// Where the time of an article goes: its text, the names in it, and the checks that need no fact.
#[divan::bench]
fn one_article_as_text(bencher: Bencher) {
    let copy = news::article(1, 3_000);
    bencher.counter(BytesCount::of_str(&copy)).bench(|| {
        let article = Article::from_text("a.txt", divan::black_box(&copy), Format::PLAIN);
        article.map(|article| Text::new(&article))
    });
}

/// See [`one_article_as_text`].
#[divan::bench]
fn one_article_without_facts(bencher: Bencher) {
    let linter = Linter::new(&Packs::default(), &Settings::default());
    let copy = news::article(1, 3_000);
    bencher
        .counter(BytesCount::of_str(&copy))
        .bench(|| check(&linter, divan::black_box(&copy)));
}
