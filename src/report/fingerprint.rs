//! By what a finding is known again: its fact, the words found and their neighbours, not its line. Edits elsewhere keep it.

use std::collections::HashMap;

use crate::article::{Article, Block};
use crate::finding::Finding;
use crate::span::Span;

/// How many words on either side tell a place from another.
const NEIGHBOURS: usize = 3;

/// The words found and their neighbours, each with one space between words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words found.
    pub found: String,
    /// Those before them in their block.
    pub before: String,
    /// Those after them.
    pub after: String,
}

impl Words {
    /// Those of a finding in its article.
    pub fn of(article: &Article, finding: &Finding) -> Words {
        let (before, after) = around(article, finding).unwrap_or_default();
        let mut left: Vec<&str> = words(before, true).collect();
        left.reverse();
        let found: Vec<&str> = finding.found.split_whitespace().collect();
        Words {
            found: found.join(" "),
            before: left.join(" "),
            after: words(after, false).collect::<Vec<_>>().join(" "),
        }
    }
}

/// Gives each finding of a run a fingerprint of its own, 16 hexadecimal digits; of two alike the second is another.
#[derive(Debug, Default)]
pub struct Fingerprints {
    met: HashMap<u64, u64>,
}

impl Fingerprints {
    /// That of a finding, asked for in the order of the report; `file` is what the article is called there.
    pub fn next(&mut self, file: &str, article: &Article, finding: &Finding) -> String {
        let Words {
            found,
            before,
            after,
        } = Words::of(article, finding);
        self.of(&[file, &finding.fact, &found, &before, &after])
    }

    /// That of anything else that a report tells.
    pub fn of(&mut self, texts: &[&str]) -> String {
        // A nought between them: `a`, `bc` is not `ab`, `c`.
        let text = texts.join("\0");
        let print = hash(text.as_bytes());
        let before = self.met.entry(print).or_default();
        *before += 1;
        match *before {
            1 => format!("{print:016x}"),
            n => format!("{:016x}", hash(format!("{text}\0{n}").as_bytes())),
        }
    }
}

/// FNV-1a, which is the same for ever on every machine; that of the standard library is not.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What stands before and after the words found in their block: a new neighbour of the block changes nothing.
fn around<'a>(article: &'a Article, finding: &Finding) -> Option<(&'a str, &'a str)> {
    let part = article.parts.get(finding.at.part)?;
    let span = finding.at.source;
    let whole = Span::new(0, part.source.len());
    // Blocks come in order but for a few, captions; all of them are looked through only where that fails.
    let after = part
        .blocks
        .partition_point(|block| block.source().start <= span.start);
    let near = part.blocks.get(after.saturating_sub(8)..after);
    let block = within(near.unwrap_or_default(), span).or_else(|| within(&part.blocks, span));
    let block = block.unwrap_or(whole);
    let before = part.source.get(block.start..span.start)?;
    Some((before, part.source.get(span.end..block.end)?))
}

/// The smallest block that holds a place.
fn within(blocks: &[Block], span: Span) -> Option<Span> {
    let blocks = blocks.iter().map(Block::source);
    let holding = blocks.filter(|block| block.contains(span));
    holding.min_by_key(|block| block.len())
}

/// The nearest words of a text, from its end or from its start; marks and markup are none.
fn words(text: &str, from_end: bool) -> impl Iterator<Item = &str> {
    /// No text is searched further than this for its next words.
    const REACH: usize = 400;
    let cut = |at: usize| {
        (0..=at)
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0)
    };
    let near = match from_end {
        true => text.get(cut(text.len().saturating_sub(REACH))..),
        false => text.get(..cut(text.len().min(REACH))),
    };
    let words = near
        .unwrap_or_default()
        .split(|c: char| !c.is_alphanumeric());
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if from_end {
        words.reverse();
    }
    words.into_iter().take(NEIGHBOURS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_alike_are_told_apart() {
        let mut prints = Fingerprints::default();
        let first = prints.of(&["a", "b"]);
        assert_eq!(first, "e5d29919042666b2");
        assert_ne!(first, prints.of(&["a", "b"]));
        assert_ne!(first, prints.of(&["ab", ""]));
        assert_eq!(first, Fingerprints::default().of(&["a", "b"]));
    }
}
