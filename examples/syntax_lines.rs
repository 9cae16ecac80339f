//! Prints trees as lines, for `model/measure.py`: `start end form tag lemma head relation margin` for each token, an
//! empty line after each sentence, `#` before each paragraph.
//!
//! `syntax_lines text` reads a paragraph a line and finds the words itself. `syntax_lines words` reads a word a line,
//! with a 1 after it if a space follows, and an empty line after each sentence. `syntax_lines speed` only counts.

use std::io::{self, BufWriter, Read, Write};
use std::time::Instant;

use factlint::article::{Article, Format};
use factlint::span::Span;
use factlint::syntax::tokenizer::Word;
use factlint::syntax::{Parser, Sentence};
use factlint::text::Text;

fn main() -> io::Result<()> {
    let mode = std::env::args().nth(1).unwrap_or_default();
    let mut input = String::new();
    io::stdin().read_to_string(&mut input)?;
    let out = &mut BufWriter::new(io::stdout().lock());
    let parser = &mut Parser::new();
    match mode.as_str() {
        "words" => words(parser, &input, out),
        "speed" => speed(parser, &input, out),
        _ => input
            .lines()
            .try_for_each(|line| paragraph(parser, line, out)),
    }
}

/// A paragraph as an article of its own; offsets are bytes of the line.
fn paragraph(parser: &mut Parser, line: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "#")?;
    let Ok(article) = Article::from_text("line.txt", line, Format::PLAIN) else {
        return Ok(());
    };
    let text = Text::new(&article);
    for sentence in text.sentences() {
        let sentence = parser.parse(text.as_str(), sentence.span);
        write_sentence(&sentence, |span| text.place(span).span, line, out)?;
    }
    Ok(())
}

fn words(parser: &mut Parser, input: &str, out: &mut impl Write) -> io::Result<()> {
    let mut text = String::new();
    let mut words = Vec::new();
    for line in input.lines().chain([""]) {
        if let Some((form, spaced)) = line.split_once('\t') {
            let start = text.len();
            text.push_str(form);
            let span = Span::new(start, text.len());
            let spaced = spaced == "1";
            if spaced {
                text.push(' ');
            }
            words.push(Word {
                span,
                spaced,
                alias: None,
                norm: None,
            });
        } else if !words.is_empty() {
            let sentence = parser.parse_words(&text, Span::new(0, text.len()), &words);
            writeln!(out, "#")?;
            write_sentence(&sentence, |span| span, &text, out)?;
            text.clear();
            words.clear();
        }
    }
    Ok(())
}

fn speed(parser: &mut Parser, input: &str, out: &mut impl Write) -> io::Result<()> {
    let start = Instant::now();
    let mut tokens = 0;
    for line in input.lines() {
        let Ok(article) = Article::from_text("line.txt", line, Format::PLAIN) else {
            continue;
        };
        let text = Text::new(&article);
        for sentence in text.sentences() {
            tokens += parser.parse(text.as_str(), sentence.span).tokens().len();
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    writeln!(
        out,
        "{tokens} tokens in {seconds:.2} s: {:.0} a second",
        tokens as f64 / seconds
    )
}

fn write_sentence(
    sentence: &Sentence,
    place: impl Fn(Span) -> Span,
    source: &str,
    out: &mut impl Write,
) -> io::Result<()> {
    for token in sentence.tokens() {
        let span = place(token.span);
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            span.start,
            span.end,
            source
                .get(span.range())
                .unwrap_or_default()
                .replace(['\t', '\n'], " "),
            token.tag,
            token.lemma,
            token.head.map_or(0, |head| head + 1),
            token.relation,
            token.margin.0,
        )?;
    }
    writeln!(out)
}
