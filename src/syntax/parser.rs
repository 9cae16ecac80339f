//! Text → sentences with trees.

use std::sync::LazyLock;

#[cfg(feature = "model")]
use super::lemmas::lemma;
#[cfg(feature = "model")]
use super::network::Network;
#[cfg(feature = "model")]
use super::sentence::Margin;
#[cfg(not(feature = "model"))]
use super::sentence::bare;
use super::sentence::{Sentence, Token};
#[cfg(feature = "model")]
use super::tags::Tag;
#[cfg(feature = "model")]
use super::tokenizer::aliases::is_given_name;
use super::tokenizer::{Tokenizer, Word};
use crate::span::Span;

/// The most tokens of one tree; longer sentences are parsed in pieces.
pub const MAX_TOKENS: usize = 256;

static TOKENIZER: LazyLock<Tokenizer> = LazyLock::new(Tokenizer::default);

/// The words of a part of a text.
pub fn words(text: &str, span: Span) -> Vec<Word> {
    TOKENIZER.words(text, span)
}

/// Parses sentences. It holds the space that it works in: make one a thread, and use it for many sentences.
///
/// A sentence gets the same tree from every parser, whatever it parsed before.
#[derive(Debug, Default)]
pub struct Parser {
    #[cfg(feature = "model")]
    network: Network,
}

impl Parser {
    /// A parser with an empty word cache.
    pub fn new() -> Parser {
        Parser::default()
    }

    /// Tokenizes, tags and parses one sentence of a text.
    ///
    /// Without the feature `model` every token is a root with the tag `XX`.
    pub fn parse(&mut self, text: &str, span: Span) -> Sentence {
        let words = words(text, span);
        self.parse_words(text, span, &words)
    }

    /// As [`parse`](Self::parse), with words that were found in another way: in order, within the span.
    pub fn parse_words(&mut self, text: &str, span: Span, words: &[Word]) -> Sentence {
        let mut tokens: Vec<Token> = Vec::with_capacity(words.len());
        for piece in words.chunks(MAX_TOKENS) {
            self.add_piece(text, piece, &mut tokens);
        }
        Sentence::new(span, tokens)
    }

    #[cfg(feature = "model")]
    fn add_piece(&mut self, text: &str, words: &[Word], tokens: &mut Vec<Token>) {
        let base = tokens.len();
        let analyses = self.network.analyze(text, words);
        tokens.extend(words.iter().zip(analyses).map(|(word, found)| {
            // The network saw few names of the kind.
            let is_name = found.tag == Tag::Nn && is_given_name(word.written(text));
            let tag = if is_name { Tag::Nnp } else { found.tag };
            Token {
                span: word.span,
                spaced: word.spaced,
                tag,
                lemma: lemma(word.norm.unwrap_or(word.read(text)), tag).into(),
                head: found.head.map(|head| base + head),
                relation: found.relation,
                margin: Margin(found.margin),
            }
        }));
    }

    #[cfg(not(feature = "model"))]
    fn add_piece(&mut self, text: &str, words: &[Word], tokens: &mut Vec<Token>) {
        tokens.extend(words.iter().map(|word| bare(text, word)));
    }
}
