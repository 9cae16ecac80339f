//! The syntax of sentences from many fields: the tables in `tests/syntax`, one file a view.
//!
//! A table has a sentence in the first column, and below it, indented, what the view shows. `UPDATE=1 cargo test --test
//! syntax` writes the lines anew: read the diff.
#![cfg(feature = "model")]

mod support;

use std::fmt::Write as _;
use std::fs;

use factlint::article::{Article, Format};
use factlint::span::Span;
use factlint::syntax::reference::antecedent;
use factlint::syntax::speech::speeches;
use factlint::syntax::views::{Clause, Link, NounPhrase};
use factlint::syntax::{Parser, Sentence, show, words};
use factlint::text::Text;
use support::root;

/// Checks a table, or writes it anew: `view` gives the lines below a sentence.
fn table(name: &str, mut view: impl FnMut(&mut Parser, &str) -> String) {
    let path = root("tests/syntax").join(name);
    let stored = fs::read_to_string(&path).expect("the table can be read");
    let mut parser = Parser::new();
    let mut shown = String::new();
    for line in stored.lines().filter(|line| !line.starts_with(' ')) {
        shown.push_str(line);
        shown.push('\n');
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        for line in view(&mut parser, line).lines() {
            let _ = writeln!(shown, "  {line}");
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, shown).expect("the table can be written");
        return;
    }
    let wrong = stored
        .lines()
        .zip(shown.lines())
        .find(|(stored, shown)| stored != shown);
    assert!(
        stored == shown,
        "{name}: stored and shown differ, first at {wrong:#?}"
    );
}

fn parse(parser: &mut Parser, text: &str) -> Sentence {
    parser.parse(text, Span::new(0, text.len()))
}

#[test]
fn words_have_exact_spans() {
    table("words.txt", |_, text| {
        let words = words(text, Span::new(0, text.len()));
        let shown: Vec<String> = words
            .iter()
            .map(|word| match word.alias.or(word.norm) {
                Some(read) => format!("{}={read}", word.written(text)),
                None => word.written(text).to_string(),
            })
            .collect();
        shown.join(" ")
    });
}

#[test]
fn trees_of_sentences() {
    table("trees.txt", |parser, text| {
        show::tree(&parse(parser, text), text)
    });
}

#[test]
fn noun_phrases_of_sentences() {
    table("noun_phrases.txt", |parser, text| {
        let sentence = parse(parser, text);
        let phrases = NounPhrase::all(&sentence);
        let lines: Vec<String> = phrases
            .map(|phrase| show::noun_phrase(&phrase, &sentence, text))
            .collect();
        lines.join("\n")
    });
}

#[test]
fn clauses_of_sentences() {
    table("clauses.txt", |parser, text| {
        let sentence = parse(parser, text);
        let lines: Vec<String> = Clause::all(&sentence)
            .map(|clause| show::clause(&clause, &sentence, text))
            .collect();
        lines.join("\n")
    });
}

/// `The city's ferries are old. | city | ferries`: the link between the two words.
#[test]
fn links_between_words() {
    table("links.txt", |parser, line| {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [text, first, second] = cells.as_slice() else {
            panic!("three cells: {line}");
        };
        let sentence = parse(parser, text);
        let index = |word: &str| {
            let mut tokens = sentence.tokens().iter();
            tokens
                .position(|token| token.written(text) == word)
                .expect("the word is in the sentence")
        };
        let link = Link::between(&sentence, index(first), index(second));
        show::link(&link, &sentence, text)
    });
}

fn sentences(parser: &mut Parser, text: &Text) -> Vec<Sentence> {
    let spans = text.sentences().iter();
    spans
        .map(|sentence| parser.parse(text.as_str(), sentence.span))
        .collect()
}

fn read(source: &str) -> Text {
    Text::new(&Article::from_text("a.txt", source, Format::PLAIN).expect("it is text"))
}

#[test]
fn direct_speech_and_its_speaker() {
    table("speech.txt", |parser, source| {
        let text = read(source);
        let sentences = sentences(parser, &text);
        let mut lines = String::new();
        for speech in speeches(&sentences, text.speech()) {
            let speaker = speech.speaker.map(|speaker| {
                let sentence = &sentences[speaker.sentence];
                sentence.tokens()[speaker.token]
                    .written(text.as_str())
                    .to_string()
            });
            let speaker = speaker.map_or("nobody".to_string(), |speaker| format!("`{speaker}`"));
            let _ = writeln!(lines, "{speaker}: {}", speech.span.of(text.as_str()));
        }
        lines
    });
}

/// `The yard closed. [It] is old.`: what the words in brackets refer to.
#[test]
fn pronouns_and_descriptions_refer_to_the_last_suitable_subject() {
    table("references.txt", |parser, source| {
        let (before, rest) = source.split_once('[').expect("a word is marked");
        let (marked, after) = rest.split_once(']').expect("the mark is closed");
        let text = read(&format!("{before}{marked}{after}"));
        let mut sentences = sentences(parser, &text);
        let span = Span::new(before.len(), before.len() + marked.len());
        let number = text.sentence_at(span.start).expect("it is in a sentence");
        sentences.truncate(number + 1);
        let token = sentences[number].head_of(span).expect("it has a head");
        match antecedent(&sentences, token) {
            Some(found) => {
                let token = &sentences[found.sentence].tokens()[found.token];
                token.written(text.as_str()).to_string()
            }
            None => "nothing".to_string(),
        }
    });
}
