//! Text → words, trees and views.

use factlint::span::Span;
use factlint::syntax::reference::antecedent;
use factlint::syntax::speech::speeches;
use factlint::syntax::views::{Clause, Link, NounPhrase};
use factlint::syntax::{Parser, Sentence, show, words};

/// Bytes of an input that are parsed: the rest is only split into words.
const PARSED: usize = 400;

/// Every text has words that hold all of it but white space, and a tree that the views can be read off.
pub fn syntax(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    whole(&text);
    let mut end = text.len().min(PARSED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let span = Span::new(0, end);
    let mut parser = Parser::new();
    let sentence = parser.parse(&text, span);
    tree(&sentence);
    assert_eq!(
        parser.parse(&text, span),
        sentence,
        "a parser has no memory: {text:?}"
    );
    views(&sentence, &text);
}

/// The words are in order, and what is between them is white space.
fn whole(text: &str) {
    let span = Span::new(0, text.len());
    let mut last = 0;
    for word in words(text, span) {
        assert!(word.span.start >= last && !word.span.is_empty(), "{word:?}");
        assert!(
            text[last..word.span.start].trim().is_empty(),
            "before {word:?}"
        );
        assert!(
            !word.written(text).contains(char::is_whitespace),
            "{word:?}"
        );
        last = word.span.end;
    }
    assert!(text[last..].trim().is_empty());
}

/// Every word has a head in the sentence and a root above it.
fn tree(sentence: &Sentence) {
    for (index, token) in sentence.tokens().iter().enumerate() {
        assert!(
            token
                .head
                .is_none_or(|head| head < sentence.tokens().len() && head != index)
        );
        let top = sentence.ancestors(index).last().unwrap_or(index);
        assert_eq!(sentence.head(top), None, "{index} is in a circle");
        assert!(sentence.subtree(index).contains(&index));
    }
}

fn views(sentence: &Sentence, text: &str) {
    show::tree(sentence, text);
    for phrase in NounPhrase::all(sentence) {
        assert!(sentence.span.contains(phrase.span));
        show::noun_phrase(&phrase, sentence, text);
    }
    for clause in Clause::all(sentence) {
        show::clause(&clause, sentence, text);
    }
    let last = sentence.tokens().len().saturating_sub(1);
    for index in 0..sentence.tokens().len() {
        let link = Link::between(sentence, index, last);
        show::link(&link, sentence, text);
        antecedent(std::slice::from_ref(sentence), index);
    }
    speeches(std::slice::from_ref(sentence), &[sentence.span]);
}
