//! Syntax of text that nobody writes, and on several threads: time grows with length, and trees are always the same.
#![cfg(feature = "model")]

mod support;

use std::time::Duration;

use cpu_time::ThreadTime;
use factlint::article::{Article, Format};
use factlint::span::Span;
use factlint::syntax::views::{Clause, NounPhrase};
use factlint::syntax::{MAX_TOKENS, Parser, Sentence, words};
use factlint::text::Text;
use rayon::prelude::*;
use support::below;

fn parse(parser: &mut Parser, text: &str) -> Sentence {
    parser.parse(text, Span::new(0, text.len()))
}

/// The bytes of a sentence at most.
const LONGEST: usize = 4_096;
/// What hostile sentences are filled with.
#[rustfmt::skip]
const FILLINGS: [&str; 16] = [
    "a ", "and ", "(", "'s", "-a", "1-", "a.", "..", "$", "“", "한", "👩‍👧 ", "\u{200b}", "https://a.b/", "he said he ",
    "the man who ",
];

fn filled(with: &str, bytes: usize) -> String {
    with.repeat(bytes / with.len())
}

#[test]
fn words_take_time_by_length() {
    let time = |text: &str| -> Duration {
        let start = ThreadTime::now();
        for _ in 0..3 {
            words(text, Span::new(0, text.len()));
        }
        start.elapsed()
    };
    for filling in FILLINGS {
        let (short, long) = (
            time(&filled(filling, 8 * LONGEST)),
            time(&filled(filling, 32 * LONGEST)),
        );
        // Four times as long, and what a busy machine adds.
        assert!(
            long < 10 * short + Duration::from_millis(20),
            "{filling:?}: {short:?}, then {long:?}"
        );
    }
}

#[test]
fn any_sentence_can_be_parsed() {
    FILLINGS.par_iter().for_each(|filling| {
        let text = filled(filling, 320);
        let sentence = parse(&mut Parser::new(), &text);
        assert!(sentence.roots().count() >= sentence.tokens().len() / MAX_TOKENS);
        let views = NounPhrase::all(&sentence).count() + Clause::all(&sentence).count();
        assert!(views <= 2 * sentence.tokens().len());
    });
}

#[test]
fn a_sentence_of_thousands_of_words_is_parsed_in_pieces() {
    let text = filled("it ", LONGEST / 2);
    let sentence = parse(&mut Parser::new(), &text);
    for (index, token) in sentence.tokens().iter().enumerate() {
        assert!(
            token
                .head
                .is_none_or(|head| head / MAX_TOKENS == index / MAX_TOKENS)
        );
    }
}

/// The sentences of all tables of `tests/syntax` and of the fixtures.
fn sentences() -> Vec<String> {
    let read = |path: std::path::PathBuf| std::fs::read_to_string(path).expect("it is text");
    let tables = below("tests/syntax", "txt").into_iter().map(read);
    let lines = tables.flat_map(|table| table.lines().map(str::to_string).collect::<Vec<_>>());
    let rows = lines.filter(|line| !line.starts_with([' ', '#']));
    let fixtures = ["txt", "md"].map(|end| below("fixtures", end));
    let prose = fixtures.into_iter().flatten().flat_map(|path| {
        let source = read(path);
        let article = Article::from_text("a.txt", &source, Format::PLAIN).expect("it is text");
        let text = Text::new(&article);
        let spans = text.sentences().iter();
        spans
            .map(|sentence| sentence.span.of(text.as_str()).to_string())
            .collect::<Vec<_>>()
    });
    rows.chain(prose).collect()
}

/// FNV-1a over spans, tags, lemmas, heads, relations and margins.
fn checksum(sentences: &[Sentence]) -> u64 {
    let add = |sum: u64, part: u64| (sum ^ part).wrapping_mul(0x0100_0000_01b3);
    let tokens = sentences.iter().flat_map(|sentence| sentence.tokens());
    tokens.fold(0xcbf2_9ce4_8422_2325, |sum, token| {
        let head = token.head.map_or(0, |head| head as u64 + 1);
        let parts = [
            token.span.start as u64,
            token.span.end as u64,
            token.tag as u64,
            head,
            token.relation as u64,
            u64::from(token.margin.0),
        ];
        let lemma = token.lemma.bytes().map(u64::from);
        parts.into_iter().chain(lemma).fold(sum, add)
    })
}

/// The same on every platform, build and number of threads. It changes with the weights, the tokenizer, the lexicon and
/// the sentences: then copy the new one, and read `tests/syntax` for what changed.
const CHECKSUM: u64 = 0xcb1b_2896_9f0e_3ca2;

#[test]
fn trees_are_the_same_on_every_machine_and_thread() {
    let texts = sentences();
    let parse_on = |threads: usize, step: usize| -> Vec<Sentence> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        let pool = pool.build().expect("threads can be started");
        // One parser a thread, each used for other sentences before.
        pool.install(|| {
            let some = texts.par_iter().step_by(step);
            some.map_init(Parser::new, |parser, text| parse(parser, text))
                .collect()
        })
    };
    let all = parse_on(4, 1);
    let sum = checksum(&all);
    assert_eq!(sum, CHECKSUM, "{sum:#x} of {} sentences", texts.len());
    let every_tenth: Vec<Sentence> = all.into_iter().step_by(10).collect();
    assert_eq!(parse_on(1, 10), every_tenth);
}
