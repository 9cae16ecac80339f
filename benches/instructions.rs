//! What the parts of the engine cost, counted in instructions, which do not drift with the machine.
//!
//! `benches/count` installs what it needs (valgrind, and gungraun's runner of the version that Cargo.lock has), runs it
//! twice and shows how far the counts drift.

mod texts;

use std::hint::black_box;

use factlint::article::{Article, Format};
use factlint::finding::Finding;
use factlint::language;
use factlint::linter::{Linter, Settings};
use factlint::mentions::near::{NameEntry, NearMiss, NearNames};
use factlint::packs::{self, PackSource, Packs};
use factlint::text::Text;
use texts::news;

fn main() {
    // Only with the runner that `benches/count` installs: plain `cargo bench` and `cargo test --all-targets` pass by.
    match option_env!("GUNGRAUN_RUNNER") {
        Some(_) => counted::run(),
        None => eprintln!("benches/count counts the instructions"),
    }
}

const STORY: usize = 3_000;

/// Instructions of another thread are not counted: all of the work is to be done by this one.
fn alone() {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread();
    pool.build_global().expect("no pool was there before");
}

fn pack(facts: usize) -> String {
    alone();
    news::pack(facts)
}

fn load(text: String) -> Packs {
    let source = PackSource {
        file: "rules.toml".into(),
        text: text.into(),
    };
    packs::load(vec![source]).unwrap_or_else(|problems| panic!("{:#?}", &problems[..1]))
}

fn loaded(facts: usize) -> Packs {
    load(pack(facts))
}

fn article(bytes: usize) -> Article {
    Article::from_text("a.txt", &news::article(1, bytes), Format::PLAIN).expect("news is text")
}

fn linter(facts: usize) -> (Linter, String) {
    let linter = Linter::new(&loaded(facts), &Settings::default());
    // What is made once, at the first article, is not counted.
    linter.check(&article(300));
    (linter, news::article(1, STORY))
}

fn names(count: usize) -> (NearNames, Text) {
    let entry = |number| NameEntry {
        right: vec![news::name(number)],
        known: Vec::new(),
        near: true,
    };
    let entries: Vec<NameEntry> = (0..count).map(entry).collect();
    let names = NearNames::new(&entries, &[]);
    names.find(&Text::new(&article(300)), &[]);
    (names, Text::new(&article(STORY)))
}

fn text(bytes: usize) -> Text {
    let text = Text::new(&article(bytes));
    values(&text);
    text
}

fn values(text: &Text) -> usize {
    let sentences = text.sentences().iter();
    sentences
        .map(|sentence| language::read(text.as_str(), sentence.span).len())
        .sum()
}

mod counted {
    use gungraun::{library_benchmark, library_benchmark_group, main};

    use super::*;

    // A rule file's text to facts.
    #[library_benchmark]
    #[bench::facts_1000(args = (1_000), setup = pack)]
    fn read_rules(text: String) -> Packs {
        black_box(load(black_box(text)))
    }

    // Facts to a linter.
    #[library_benchmark]
    #[bench::facts_1000(args = (1_000), setup = loaded)]
    fn compile_rules(packs: Packs) -> Linter {
        black_box(Linter::new(black_box(&packs), &Settings::default()))
    }

    // An article's text to findings.
    #[library_benchmark]
    #[bench::facts_50(args = (50), setup = linter)]
    #[bench::facts_10000(args = (10_000), setup = linter)]
    fn check_article((linter, text): (Linter, String)) -> (Linter, Vec<Finding>) {
        let article = Article::from_text("a.txt", &text, Format::PLAIN).expect("news is text");
        let findings = linter.check(black_box(&article));
        (linter, black_box(findings))
    }

    // An article to normalised text.
    #[library_benchmark]
    #[bench::story(args = (STORY), setup = article)]
    fn normalise(article: Article) -> (Article, Text) {
        let text = black_box(Text::new(black_box(&article)));
        (article, text)
    }

    // The numbers, dates and units of every sentence.
    #[library_benchmark]
    #[bench::story(args = (STORY), setup = text)]
    fn read_values(text: Text) -> (Text, usize) {
        let count = black_box(values(black_box(&text)));
        (text, count)
    }

    // Near misses of names in an article.
    #[library_benchmark]
    #[bench::names_10000(args = (10_000), setup = names)]
    fn find_near_names((names, text): (NearNames, Text)) -> (NearNames, Vec<NearMiss>) {
        let found = black_box(names.find(black_box(&text), &[]));
        (names, found)
    }

    library_benchmark_group!(
        name = engine,
        benchmarks = [
            read_rules,
            compile_rules,
            check_article,
            normalise,
            read_values,
            find_near_names
        ]
    );

    main!(library_benchmark_groups = engine);

    pub fn run() {
        main();
    }
}
