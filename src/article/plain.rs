//! Plain text.

use super::{Article, ArticleError, Block, BlockKind, Format, Part, Run, decode};
use crate::span::Span;

pub(super) const FORMAT: Format = Format {
    name: "plain",
    extensions: &["txt", "text"],
    sniff: |_| true,
    read,
};

fn read(bytes: &[u8]) -> Result<Vec<Article>, ArticleError> {
    let decoded = decode::decode(bytes)?;
    let mut blocks = Vec::new();
    let mut open: Option<Span> = None;
    let mut at = 0;
    for line in decoded.text.split_inclusive('\n') {
        let span = Span::new(at, at + line.trim_end().len());
        at += line.len();
        if line.trim().is_empty() {
            blocks.extend(open.take());
        } else {
            open = Some(open.map_or(span, |open| open.to(span)));
        }
    }
    blocks.extend(open);
    let blocks = blocks.into_iter().map(|source| Block {
        kind: BlockKind::Paragraph,
        runs: vec![Run { source, text: None }],
    });
    let blocks = blocks.collect();
    Ok(vec![Article {
        encoding: decoded.encoding,
        parts: vec![Part {
            label: None,
            source: decoded.text,
            on_disk: decoded.map,
            blocks,
        }],
        ..Article::default()
    }])
}
