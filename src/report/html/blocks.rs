//! Blocks of an article with the places that findings mark in them.

use crate::article::{Article, Block, BlockKind};
use crate::finding::{Finding, Location};
use crate::span::Span;

/// A place to mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The part of the article.
    pub part: usize,
    /// Bytes of the part's source.
    pub at: Span,
    /// The index of its finding.
    pub finding: usize,
    /// The place that is wrong itself, not another that matters.
    pub own: bool,
}

/// The places of an article's findings, in order, none overlapping another; what is wrong goes first.
pub fn marks(findings: &[Finding]) -> Vec<Mark> {
    let mark = |at: &Location, finding: usize, own: bool| Mark {
        part: at.part,
        at: at.source,
        finding,
        own,
    };
    let mut marks: Vec<Mark> = Vec::new();
    for (index, finding) in findings.iter().enumerate() {
        marks.push(mark(&finding.at, index, true));
        let related = finding.related.iter();
        marks.extend(related.map(|related| mark(&related.at, index, false)));
    }
    marks.retain(|mark| !mark.at.is_empty());
    marks.sort_by_key(|mark| (!mark.own, mark.part, mark.at.start));
    let mut taken = std::collections::BTreeMap::new();
    marks.retain(|mark| {
        let before = taken.range(..(mark.part, mark.at.end)).next_back();
        let free = before.is_none_or(|((part, _), end): (&(usize, usize), &usize)| {
            *part != mark.part || *end <= mark.at.start
        });
        if free {
            taken.insert((mark.part, mark.at.start), mark.at.end);
        }
        free
    });
    marks.sort_by_key(|mark| (mark.part, mark.at.start));
    marks
}

/// A stretch of a block's text, marked or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text.
    pub text: &'a str,
    /// The index of its mark.
    pub mark: Option<usize>,
}

/// The text of a block as it was read, cut where marks begin and end. `marks` are those of its part, in order.
pub fn pieces<'a>(
    article: &'a Article,
    part: usize,
    block: &'a Block,
    marks: &[Mark],
) -> Vec<Piece<'a>> {
    let source = article
        .parts
        .get(part)
        .map_or("", |part| part.source.as_str());
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |text: &'a str, mark: Option<usize>| {
        if !text.is_empty() {
            pieces.push(Piece { text, mark });
        }
    };
    for run in &block.runs {
        let near = |from: usize| marks.partition_point(|mark| mark.at.end <= from);
        if let Some(text) = &run.text {
            // An entity or an escape is marked whole.
            let first = near(run.source.start);
            let mark = marks.get(first).filter(|mark| mark.at.overlaps(run.source));
            push(text, mark.map(|_| first));
            continue;
        }
        let mut at = run.source.start;
        for (index, mark) in marks.iter().enumerate().skip(near(at)) {
            if mark.at.start >= run.source.end {
                break;
            }
            let start = mark.at.start.max(at);
            let end = mark.at.end.min(run.source.end);
            push(source.get(at..start).unwrap_or_default(), None);
            push(source.get(start..end).unwrap_or_default(), Some(index));
            at = end.max(at);
        }
        push(source.get(at..run.source.end).unwrap_or_default(), None);
    }
    pieces
}

/// The words of each finding as they were read, without markup; as they stand in the file where no block has them.
pub fn words_read(article: &Article, findings: &[Finding], marks: &[Mark]) -> Vec<String> {
    let mut read = vec![String::new(); findings.len()];
    for (number, part) in article.parts.iter().enumerate() {
        let own = of_part(marks, number).1;
        for block in &part.blocks {
            for piece in pieces(article, number, block, own) {
                let mark = piece.mark.and_then(|mark| own.get(mark));
                let mark = mark.filter(|mark| mark.own);
                if let Some(words) = mark.and_then(|mark| read.get_mut(mark.finding)) {
                    words.push_str(piece.text);
                }
            }
        }
    }
    let all = read.into_iter().zip(findings);
    all.map(|(words, finding)| match words.is_empty() {
        true => finding.found.clone(),
        false => words,
    })
    .collect()
}

/// The marks of a part, and the index of the first of them.
pub fn of_part(marks: &[Mark], part: usize) -> (usize, &[Mark]) {
    let from = marks.partition_point(|mark| mark.part < part);
    let to = marks.partition_point(|mark| mark.part <= part);
    (from, marks.get(from..to).unwrap_or_default())
}

/// The first headline of an article, as it was read.
pub fn headline(article: &Article) -> Option<String> {
    let parts = article.parts.iter().enumerate();
    let mut blocks = parts.flat_map(|(number, part)| {
        let blocks = part.blocks.iter();
        blocks.map(move |block| (number, block))
    });
    let (part, block) = blocks.find(|(_, block)| block.kind == BlockKind::Headline)?;
    let pieces = pieces(article, part, block, &[]);
    Some(pieces.iter().map(|piece| piece.text).collect())
}

/// The line of a part's source around a place that stands in no block, cut short on both sides.
pub fn line(article: &Article, mark: &Mark) -> Option<[String; 3]> {
    const REACH: usize = 80;
    let source = &article.parts.get(mark.part)?.source;
    let (before, after) = (source.get(..mark.at.start)?, source.get(mark.at.end..)?);
    let signs: Vec<char> = before
        .chars()
        .rev()
        .take_while(|c| *c != '\n')
        .take(REACH)
        .collect();
    let after = after.lines().next().unwrap_or_default();
    Some([
        signs.into_iter().rev().collect(),
        source.get(mark.at.range())?.to_string(),
        after.chars().take(REACH).collect(),
    ])
}
