//! Syntax of text that nobody writes, and on several threads: time grows with length, and trees are always the same.
#![cfg(feature = "model")]

mod support;

use std::time::Duration;

use cpu_time::ThreadTime;
use factlint::span::Span;
use factlint::syntax::views::{Clause, NounPhrase};
use factlint::syntax::{MAX_TOKENS, Parser, Sentence, words};
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

/// The sentences of all tables of `tests/syntax`.
fn sentences() -> Vec<String> {
    let tables = below("tests/syntax", "txt").into_iter();
    let tables = tables.map(|path| std::fs::read_to_string(path).expect("a table is text"));
    let lines = tables.flat_map(|table| table.lines().map(str::to_string).collect::<Vec<_>>());
    lines.filter(|line| !line.starts_with([' ', '#'])).collect()
}

/// FNV-1a over tags, heads, relations and margins.
fn checksum(sentences: &[Sentence]) -> u64 {
    let tokens = sentences.iter().flat_map(|sentence| sentence.tokens());
    tokens.fold(0xcbf2_9ce4_8422_2325, |sum, token| {
        let head = token.head.map_or(0, |head| head as u64 + 1);
        let parts = [
            token.tag as u64,
            head,
            token.relation as u64,
            u64::from(token.margin.0),
        ];
        parts
            .into_iter()
            .fold(sum, |sum, part| (sum ^ part).wrapping_mul(0x0100_0000_01b3))
    })
}

/// The same on every platform, build and number of threads. It changes with the weights and the tokenizer: then copy the
/// new one, and read `tests/syntax` for what changed.
const CHECKSUM: u64 = 0x4ce0_a9ef_8c95_77ff;

#[test]
fn trees_are_the_same_on_every_machine_and_thread() {
    let texts = sentences();
    // One parser a thread, each used for other sentences before.
    let parsed: Vec<Sentence> = texts
        .par_iter()
        .map_init(Parser::new, |parser, text| parse(parser, text))
        .collect();
    assert_eq!(checksum(&parsed), CHECKSUM, "{:#x}", checksum(&parsed));
}
