//! Laws of the whole engine, over every article and rule test of the project and over made-up text.

mod support;

use std::fmt::Debug;
use std::fs;
use std::sync::LazyLock;

use factlint::article::{Article, Format};
use factlint::facts::{Kind, Value};
use factlint::finding::{Finding, Location};
use factlint::language::{self, Reading, Tense};
use factlint::linter::{Linter, Settings};
use factlint::packs::Packs;
use factlint::span::Span;
use factlint::text::Text;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rayon::prelude::*;
use support::{below, load, name};
use unicode_normalization::UnicodeNormalization;

/// An article with the rules that it is checked by.
struct Case {
    name: String,
    rules: usize,
    text: String,
    date: Option<Date>,
}

struct Corpus {
    packs: Vec<Packs>,
    linters: Vec<Linter>,
    cases: Vec<Case>,
}

impl Corpus {
    fn check(&self, case: &Case, text: &str) -> Vec<Finding> {
        check(&self.linters[case.rules], text, case.date)
    }
}

fn check(linter: &Linter, text: &str, date: Option<Date>) -> Vec<Finding> {
    let mut article = Article::from_text("a.txt", text, Format::PLAIN).expect("it is text");
    article.set_date(date);
    linter.check(&article)
}

/// The rules of `rules/` and every other pack with tests; the tests' texts and the fixtures.
static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let mut packs = vec![load(&below("rules", "toml"))];
    let folders = ["tests/spec", "tests/packs", "tests/packs2", "tests/held"];
    let files = folders.iter().flat_map(|folder| below(folder, "toml"));
    packs.extend(files.map(|file| load(&[file])));
    let mut cases = Vec::new();
    for (rules, packs) in packs.iter().enumerate() {
        let tests = packs.packs.iter().flat_map(|pack| &pack.tests);
        cases.extend(tests.map(|test| Case {
            name: test.name.clone(),
            rules,
            text: test.text.clone(),
            date: test.date,
        }));
    }
    let fixtures = ["txt", "md"].map(|ending| below("fixtures", ending));
    for file in fixtures.into_iter().flatten() {
        let text = fs::read_to_string(&file).expect("a fixture is text");
        cases.push(Case {
            name: name(&file),
            rules: 0,
            text: text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n"),
            date: Some(date(2025, 11, 5)),
        });
    }
    let linter = |packs| Linter::new(packs, &Settings::default());
    Corpus {
        linters: packs.iter().map(linter).collect(),
        packs,
        cases,
    }
});

/// The findings with every place moved.
fn moved(mut findings: Vec<Finding>, to: impl Fn(&mut Location)) -> Vec<Finding> {
    for finding in &mut findings {
        to(&mut finding.at);
        for related in &mut finding.related {
            to(&mut related.at);
        }
    }
    findings
}

fn shift(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

fn assert_same<T: PartialEq + Debug>(name: &str, text: &str, there: &[T], here: &[T]) {
    assert_eq!(there, here, "{name}: {text:?}");
}

/// The head of an article is read by other rules than its body.
const LEAD: &str = "A body comes first, and it is long enough.\n\n";
const NEUTRAL: &str = "The board met in spring, and it left.\n\n";

#[test]
fn a_neutral_paragraph_in_front_only_shifts() {
    CORPUS.cases.par_iter().for_each(|case| {
        let body = format!("{LEAD}{}", case.text);
        let here = CORPUS.check(case, &body);
        let there = CORPUS.check(case, &format!("{NEUTRAL}{body}"));
        let here = moved(here, |at| {
            at.source = shift(at.source, NEUTRAL.len());
            at.disk = shift(at.disk, NEUTRAL.len());
            at.line += 2;
            at.end_line += 2;
        });
        assert_same(&case.name, &case.text, &there, &here);
    });
}

/// Sorted, disjoint, inside the file and on its characters, and saying what stands there.
fn assert_sound(text: &str, findings: &[Finding]) {
    let mut last = 0;
    for finding in findings {
        let span = finding.at.source;
        assert!(
            span.start >= last && span.end > span.start,
            "{text:?}: {finding:#?}"
        );
        assert_eq!(
            text.get(span.range()),
            Some(finding.found.as_str()),
            "{text:?}"
        );
        let places = finding.related.iter().map(|related| &related.at);
        for at in places.chain([&finding.at]) {
            assert!(text.get(at.source.range()).is_some(), "{text:?}: {at:?}");
            let before = &text[..at.source.start];
            let line = before.rfind('\n').map_or(0, |end| end + 1);
            assert_eq!(at.line, before.matches('\n').count() + 1, "{text:?}");
            assert_eq!(at.column, before[line..].chars().count() + 1, "{text:?}");
        }
        assert!(!finding.message.is_empty() && finding.expected.as_deref() != Some(""));
        last = span.end;
    }
}

#[test]
fn findings_are_sound_and_no_place_serves_two() {
    let findings = CORPUS.cases.par_iter().map(|case| {
        let findings = CORPUS.check(case, &case.text);
        assert_sound(&case.text, &findings);
        findings.len()
    });
    assert!(findings.sum::<usize>() > 300, "laws of nothing hold always");
}

#[test]
fn threads_and_order_change_nothing() {
    let corpus = &*CORPUS;
    let mut once = Vec::new();
    for case in &corpus.cases {
        once.push(corpus.check(case, &case.text));
    }
    for run in 0..5 {
        let settings = Settings::default();
        let fresh = corpus.packs.iter().map(|p| Linter::new(p, &settings));
        let linters: Vec<Linter> = fresh.collect();
        let check = |case: &Case| check(&linters[case.rules], &case.text, case.date);
        let again: Vec<Vec<Finding>> = match run % 2 {
            0 => corpus.cases.par_iter().map(check).collect(),
            _ => {
                let cases = corpus.cases.par_iter().rev();
                let mut all: Vec<_> = cases.map(check).collect();
                all.reverse();
                all
            }
        };
        for ((case, once), again) in corpus.cases.iter().zip(&once).zip(&again) {
            assert_same(&case.name, &case.text, again, once);
        }
    }
}

/// What a finding says, apart from where: `found` and `expected` composed, line ends alike.
fn told(findings: &[Finding]) -> Vec<[String; 5]> {
    let composed = |text: &str| text.nfc().collect::<String>().replace("\r\n", "\n");
    let of = |finding: &Finding| {
        [
            finding.fact.clone(),
            composed(&finding.found),
            composed(finding.expected.as_deref().unwrap_or("–")),
            format!("{:?} {:?}", finding.reason, finding.severity),
            format!("{:?} {}", finding.fix.is_some(), finding.related.len()),
        ]
    };
    findings.iter().map(of).collect()
}

/// A text written in another way gives the same findings, at the same places in the way of the other.
fn assert_alike(
    name: &str,
    text: &str,
    check: impl Fn(&str) -> Vec<Finding>,
    rewrite: impl Fn(&str) -> String,
) {
    let rewritten = rewrite(text);
    let (here, there) = (check(text), check(&rewritten));
    assert_same(name, text, &told(&there), &told(&here));
    for (one, two) in here.iter().zip(&there) {
        let to = |at: usize| rewrite(&text[..at]).len();
        let span = one.at.source;
        let expected = Span::new(to(span.start), to(span.end));
        assert_eq!(two.at.source, expected, "{name}: {text:?}");
    }
}

fn crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

fn nfd(text: &str) -> String {
    text.nfd().collect()
}

/// Rows of words in which a way of writing once told.
#[test]
fn ways_of_writing_that_told_once() {
    let text = "trillion won 100000000 \n{military budget 2만8500명 김용현 Robert B. Abrams Ahn Gyu-back leader John D. Caine the in \
                tomorrow ";
    assert_alike("told once", text, checked, crlf);
    assert_alike("told once", text, checked, nfd);
}

#[test]
fn line_ends_of_windows_change_nothing() {
    CORPUS.cases.par_iter().for_each(|case| {
        assert_alike(
            &case.name,
            &case.text,
            |text| CORPUS.check(case, text),
            crlf,
        );
    });
}

#[test]
fn decomposed_text_changes_nothing() {
    CORPUS.cases.par_iter().for_each(|case| {
        assert_alike(&case.name, &case.text, |text| CORPUS.check(case, text), nfd);
    });
}

#[test]
fn a_byte_order_mark_takes_bytes_of_the_file_only() {
    CORPUS.cases.par_iter().for_each(|case| {
        let here = CORPUS.check(case, &case.text);
        let there = CORPUS.check(case, &format!("\u{FEFF}{}", case.text));
        let here = moved(here, |at| at.disk = shift(at.disk, 3));
        assert_same(&case.name, &case.text, &there, &here);
    });
}

/// The values of a sentence that depend on nothing else, as text, counted from its start.
fn absolute(text: &str, sentence: Span) -> Vec<String> {
    let mentions = language::read(text, sentence);
    let tell = |mention: language::Mention| {
        let span = mention.span.start - sentence.start..mention.span.end - sentence.start;
        match mention.reading {
            Reading::Amount(amount) => {
                let unit = amount.unit.map(|unit| unit.code);
                let hedge = amount.hedge.map(|hedge| hedge.kind);
                let upper = amount.upper.map(|upper| (upper.value, upper.step));
                let number = (amount.number.value, amount.number.step);
                Some(format!(
                    "{span:?} {number:?} {upper:?} {unit:?} {hedge:?} {:?}",
                    amount.role
                ))
            }
            Reading::Ordinal(number) => Some(format!("{span:?} {number}")),
            Reading::Date(expr) => {
                let days = expr.resolve(None, Tense::Unknown, None)?;
                Some(format!("{span:?} {days:?}"))
            }
        }
    };
    mentions.into_iter().filter_map(tell).collect()
}

/// The sentences of all cases.
static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut sentences = Vec::new();
    for case in &CORPUS.cases {
        let article = Article::from_text("a.txt", &case.text, Format::PLAIN).expect("it is text");
        let text = Text::new(&article);
        let slices = text.sentences().iter();
        sentences.extend(slices.map(|sentence| sentence.span.of(text.as_str()).to_string()));
    }
    sentences
});

/// Months from now, a date with its year is still that date.
#[test]
fn a_full_date_does_not_depend_on_the_article() {
    let mut seen = 0;
    for sentence in SENTENCES.iter() {
        for mention in language::read(sentence, Span::new(0, sentence.len())) {
            let Reading::Date(expr) = &mention.reading else {
                continue;
            };
            let Some(days) = expr.resolve(None, Tense::Unknown, None) else {
                continue;
            };
            seen += 1;
            for today in [date(1950, 6, 25), date(2024, 2, 29), date(2031, 12, 31)] {
                for tense in [Tense::Past, Tense::Future, Tense::Unknown] {
                    for previous in [None, Some(date(2025, 11, 4))] {
                        let there = expr.resolve(Some(today), tense, previous);
                        assert_eq!(there, Some(days), "{:?} of {sentence:?}", mention.span);
                    }
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} dates");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_are_read_alike_wherever_their_sentence_stands(
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..30),
        breaks in prop::collection::vec(any::<bool>(), 30),
    ) {
        let mut copy = LEAD.to_string();
        for (pick, paragraph) in picks.iter().zip(breaks) {
            let sentence: &String = pick.get(&SENTENCES[..]);
            copy += sentence;
            copy += if paragraph { "\n\n" } else { " " };
        }
        let article = Article::from_text("a.txt", &copy, Format::PLAIN).expect("it is text");
        let text = Text::new(&article);
        for sentence in text.sentences() {
            let words = sentence.span.of(text.as_str());
            let alone = absolute(words, Span::new(0, words.len()));
            prop_assert_eq!(absolute(text.as_str(), sentence.span), alone, "{:?}", words);
        }
    }
}

/// Every name, title, unit and value of the alliance pack, and what stands between them in copy.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut words: Vec<String> = Vec::new();
    for fact in CORPUS.packs[0].facts.iter() {
        let cells = fact.table.records.iter().flat_map(|record| &record.cells);
        for value in cells.flatten() {
            match value {
                Value::Phrase(phrase) => words.extend(phrase.spellings.iter().cloned()),
                Value::Amount { number, .. } => words.push(number.to_string()),
                Value::Ordinal(number) => words.push(format!("{number}th")),
                Value::Year(year) => words.push(year.to_string()),
                Value::Days(from, _) | Value::Within(from, _) => {
                    words.push(from.strftime("%B %-d, %Y").to_string());
                }
            }
        }
        match &fact.kind {
            Kind::Entity(entity) => words.extend(entity.reject.iter().cloned()),
            Kind::Office(office) => words.extend(office.titles.iter().cloned()),
            Kind::Event(event) => words.extend(event.names.iter().cloned()),
            Kind::Figure(figure) => {
                words.extend(figure.subject.iter().cloned());
                words.extend(figure.context.iter().cloned());
            }
            _ => {}
        }
    }
    words.sort_unstable();
    words.dedup();
    words
});

/// Text in which anything may stand beside a loaded name.
fn copy() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        6 => any::<prop::sample::Index>().prop_map(|index| format!("{} ", index.get(&WORDS[..]))),
        3 => prop::sample::select(vec![
            "the ", "of ", "in ", "on ", "was held ", "said ", "and ", "over ", "fewer than ", "some ", "former ",
            "U.S. ", "South Korean ", "troops ", "percent ", "trillion won ", "km ", "Nov. 31 ", "Tuesday ", "tomorrow ",
            "28,500 ", "25,800 ", "2만8500명 ", "1953–1950 ", "57th ", "from ", "to ", "between ", "61, ", "-year-old ",
            "'s ", ", ", ". ", ".\n", "\n\n", "\n", "“", "”", "\"", "'", "(", ")", "—", "…", ":", "; ", "-", "/", "$", "₩",
        ]).prop_map(String::from),
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
        1 => prop::sample::select(vec![
            "\u{301}", "\u{200B}", "\u{AD}", "\u{202E}", "\u{FE0F}", "\u{3000}", "\u{130}", "ß", "ﬁ", "½", "\u{1F600}",
            "２５，８００", "\u{110B}\u{1161}\u{11AB}", "\u{FEFF}", "\u{85}", "\u{2028}", "\t",
        ]).prop_map(String::from),
    ];
    prop::collection::vec(bit, 0..60).prop_map(|bits| bits.concat().replace('\r', ""))
}

/// What is known may stand inside a longer word, at the end of a sentence or before more.
#[test]
fn names_glued_to_words_are_read() {
    let glues = [
        "",
        "pre-",
        "7.",
        "a.",
        "O'",
        "U.S.",
        "10-",
        "7",
        "x",
        "İ",
        "7tomorrow ",
        "İOctober 28, 2025 ",
    ];
    let ends = ["", "-led", ".x", " on Nov. 4", ", 61,"];
    WORDS.par_iter().for_each(|word| {
        for glue in glues {
            for end in ends {
                let text = format!("It was {glue}{word}{end}");
                assert_sound(&text, &checked(&text));
            }
        }
    });
}

fn checked(text: &str) -> Vec<Finding> {
    check(&CORPUS.linters[0], text, Some(date(2025, 11, 5)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_panics(text in copy()) {
        prop_assume!(!text.starts_with('\u{FEFF}'));
        prop_assume!(Article::from_text("a.txt", &text, Format::PLAIN).is_ok());
        assert_sound(&text, &checked(&text));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), text in copy()) {
        let bytes = [text.as_bytes(), &bytes].concat();
        for name in ["a.txt", "a.md"] {
            if let Ok(article) = Article::from_bytes(name, &bytes, None) {
                CORPUS.linters[0].check(&article);
            }
        }
    }

    #[test]
    fn ways_of_writing_change_nothing(text in copy()) {
        prop_assume!(!text.starts_with('\u{FEFF}'));
        prop_assume!(Article::from_text("a.txt", &text, Format::PLAIN).is_ok());
        assert_alike("made up", &text, checked, crlf);
        assert_alike("made up", &text, checked, nfd);
    }
}
