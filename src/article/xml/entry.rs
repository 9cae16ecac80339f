//! One of several articles in a file, with a text of its own; and HTML that stands in XML as text.

use crate::article::day::Days;
use crate::article::flat::Flat;
use crate::article::tree::Tree;
use crate::article::{Article, Block, BlockKind, Part, Run, head, html, plain};
use crate::span::Span;

/// The text of an article as it is collected: its blocks, with a blank line between them.
#[derive(Default)]
pub(super) struct Entry {
    source: String,
    blocks: Vec<Block>,
}

impl Entry {
    /// Adds a block of the document, without its markup.
    pub(super) fn block(&mut self, tree: &Tree, block: &Block) {
        let flat = Flat::of_runs(tree.source, block);
        let lines: Vec<String> = flat
            .text
            .split('\n')
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        self.line(block.kind, lines.join("\n").trim());
    }

    /// Adds a block.
    pub(super) fn line(&mut self, kind: BlockKind, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.source.is_empty() {
            self.source.push_str("\n\n");
        }
        let start = self.source.len();
        self.source.push_str(text);
        self.blocks.push(Block {
            kind,
            runs: vec![Run {
                source: Span::new(start, self.source.len()),
                text: None,
            }],
        });
    }

    /// The article, which is called `label` among those of its file. `days` are those of its elements.
    pub(super) fn article(mut self, label: String, days: Days) -> Article {
        let dates = head::read_lines(&self.source, &mut self.blocks);
        let mut article = Article {
            dates: dates.into_iter().map(|stated| stated.in_part(0)).collect(),
            label: Some(label.clone()),
            parts: vec![Part {
                label: Some(label),
                source: self.source,
                blocks: self.blocks,
                ..Part::default()
            }],
            ..Article::default()
        };
        article.settle_date(days);
        article
    }
}

/// The blocks of HTML, or of plain text, that stands in an element as text: each with its bytes in the document,
/// through both layers of escaping.
pub(super) fn embedded(tree: &Tree, at: usize) -> Vec<Block> {
    let runs: Vec<Run> = tree.runs(at).cloned().collect();
    let flat = Flat::of(tree.source, &runs);
    let marked = flat.text.contains(['<', '&']);
    let blocks = match marked {
        true => html::fragment(&flat.text),
        false => plain::text(&flat.text),
    };
    let blocks = blocks.into_iter().map(|block| {
        let mut runs = Vec::with_capacity(block.runs.len());
        block.runs.iter().for_each(|run| flat.runs(run, &mut runs));
        Block {
            kind: block.kind,
            runs,
        }
    });
    blocks.collect()
}
