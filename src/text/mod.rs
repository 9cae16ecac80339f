//! [`Article`] → [`Text`]: one normalised string, an exact map back to bytes, sentences and direct speech.

mod abbreviations;
mod map;
mod normal;
mod sentences;
mod speech;
#[cfg(test)]
mod tests;

use crate::article::{Article, BlockKind};
use crate::span::Span;

use map::SourceMap;
use normal::Writer;

/// The prose of an article as one normalised string.
///
/// Normal form: NFC; every run of white space (line breaks, no-break and thin spaces) is one `' '`; blocks are
/// separated by one `'\n'`, which stands nowhere else; zero-width characters and soft hyphens are gone; full-width
/// letters, digits and signs are ASCII; hyphens, minus signs and en dashes without spaces around them are `-`;
/// em dashes, spaced en dashes and `--` are `—`; curly and angled quotation marks are `"` and `'`.
/// Superscripts and fractions stay as they are. Code, pictures and bare addresses of markup are one U+FFFC each.
#[derive(Clone, Debug, Default)]
pub struct Text {
    norm: String,
    blocks: Vec<TextBlock>,
    sentences: Vec<Sentence>,
    speech: Vec<Span>,
    map: SourceMap,
}

/// A block in the normalised text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its place in the normalised text.
    pub span: Span,
}

/// A sentence in the normalised text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its place, without surrounding space.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
}

/// A place in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The index of the part.
    pub part: usize,
    /// Bytes of the part's source.
    pub span: Span,
    /// Whether the words stand in one run of markup, so that an edit can replace them.
    pub whole: bool,
}

impl Text {
    /// Normalises the prose of an article: of a part above a gigabyte nothing, and no part that begins after the first
    /// gigabyte of prose, so that four bytes say where a character comes from.
    pub fn new(article: &Article) -> Text {
        const MOST: usize = 1 << 30;
        let mut writer = Writer::default();
        let size = article.parts.iter().map(|part| part.source.len()).sum();
        writer.norm.reserve(size);
        let mut blocks = Vec::new();
        for (number, part) in article.parts.iter().enumerate() {
            if part.source.len().max(writer.norm.len()) > MOST {
                continue;
            }
            for block in &part.blocks {
                writer.open(number);
                for run in &block.runs {
                    match &run.text {
                        Some(text) => writer.run(text, run.source, false),
                        None => {
                            let text = part.source.get(run.source.range()).unwrap_or_default();
                            writer.run(text, run.source, true);
                        }
                    }
                }
                let span = writer.close();
                if !span.is_empty() {
                    blocks.push(TextBlock {
                        kind: block.kind,
                        span,
                    });
                }
            }
        }
        let Writer {
            mut norm,
            map,
            marks,
            ..
        } = writer;
        if norm.ends_with('\n') {
            norm.pop();
        }
        let sentences = sentences::split(&norm, &blocks);
        let speech = speech::find(&norm, &blocks, &marks);
        Text {
            norm,
            blocks,
            sentences,
            speech,
            map,
        }
    }

    /// The normalised text.
    pub fn as_str(&self) -> &str {
        &self.norm
    }

    /// The blocks, in order.
    pub fn blocks(&self) -> &[TextBlock] {
        &self.blocks
    }

    /// The sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The stretches of direct speech, in order, outermost ones only, without their marks.
    pub fn speech(&self) -> &[Span] {
        &self.speech
    }

    /// Whether the span stands in direct speech.
    pub fn in_speech(&self, span: Span) -> bool {
        let after = self
            .speech
            .partition_point(|speech| speech.end <= span.start);
        self.speech
            .get(after)
            .is_some_and(|speech| speech.overlaps(span))
    }

    /// The place in the file of a span of the normalised text: exactly the bytes that a person would select.
    pub fn place(&self, span: Span) -> Place {
        self.map.place(span)
    }

    /// The index of the sentence that holds the byte at `offset`.
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.span.end <= offset);
        let sentence = self.sentences.get(after)?;
        (sentence.span.start <= offset).then_some(after)
    }

    /// The index of the block that holds the byte at `offset`.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        let after = self
            .blocks
            .partition_point(|block| block.span.end <= offset);
        let block = self.blocks.get(after)?;
        (block.span.start <= offset).then_some(after)
    }
}

/// Normalises a phrase of a rule file as articles are: the same folding, spaces trimmed.
pub fn normalize(phrase: &str) -> String {
    let mut writer = Writer::default();
    writer.open(0);
    writer.run(phrase, Span::new(0, phrase.len()), true);
    writer.close();
    writer.norm
}

/// Normalised text in pieces of some megabyte each, to be worked on side by side: they end where blocks end.
pub(crate) fn pieces(norm: &str) -> Vec<Span> {
    const LEAST: usize = 1 << 20;
    let ends = |from: usize| {
        let mut rest = norm.as_bytes().get(from..)?.iter();
        rest.position(|byte| *byte == b'\n')
    };
    let mut pieces = Vec::new();
    let mut start = 0;
    while let Some(more) = ends(start + LEAST) {
        let end = start + LEAST + more + 1;
        pieces.push(Span::new(start, end));
        start = end;
    }
    pieces.push(Span::new(start, norm.len()));
    pieces
}

/// Normalised text in lower case, at the very same offsets (a letter whose lower case is longer or shorter keeps its
/// case).
pub fn fold(norm: &str) -> String {
    normal::fold(norm)
}
