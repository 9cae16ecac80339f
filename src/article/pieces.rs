//! Text in pieces: the paragraphs of a packed document, the fields of a record. Each has a text of its own, but
//! they are read as one: what is a headline or a date line is told by what stands around it.

use super::day::{Days, Stated};
use super::flat::Flat;
use super::{Article, Block, BlockKind, HeaderDate, Part, Run, head, html, plain};
use crate::span::Span;

/// What stands between two pieces.
pub(super) const GAP: &str = "\n\n";

/// A piece of an article's text.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// What the piece is called where it is a part of its own.
    pub(super) label: Option<String>,
    /// What it is, where the document says; else it is read as plain text.
    pub(super) kind: Option<BlockKind>,
    /// It is HTML.
    pub(super) markup: bool,
    pub(super) text: String,
}

impl Piece {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The pieces one after the other, with a gap between.
struct Laid {
    text: String,
    /// Where each piece stands.
    places: Vec<Span>,
    blocks: Vec<Block>,
    dates: Vec<Stated>,
}

fn lay(pieces: &[Piece]) -> Laid {
    let mut text = String::new();
    let mut places = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if !text.is_empty() {
            text.push_str(GAP);
        }
        places.push(Span::new(text.len(), text.len() + piece.text.len()));
        text.push_str(&piece.text);
    }
    let markup = pieces.iter().any(|piece| piece.markup);
    let told = match markup {
        true => Vec::new(),
        false => plain::text(&text),
    };
    let mut told = told.into_iter().peekable();
    let mut blocks = Vec::new();
    for (piece, place) in pieces.iter().zip(&places) {
        let whole = |kind| Block {
            kind,
            runs: vec![verbatim(*place)],
        };
        let mut own = Vec::new();
        while let Some(block) = told.next_if(|block| block.source().start < place.end) {
            own.extend(within(block, *place));
        }
        match piece.kind {
            kind if piece.markup => {
                blocks.extend(html::fragment(&piece.text).into_iter().map(|block| {
                    let runs = block.runs.into_iter().map(|run| Run {
                        source: Span::new(
                            run.source.start + place.start,
                            run.source.end + place.start,
                        ),
                        ..run
                    });
                    Block {
                        kind: kind.unwrap_or(block.kind),
                        runs: runs.collect(),
                    }
                }));
            }
            Some(kind) => blocks.push(whole(kind)),
            None if markup => blocks.push(whole(BlockKind::Paragraph)),
            None => blocks.append(&mut own),
        }
    }
    let dates = match markup {
        true => head::read_runs(&text, &mut blocks),
        false => head::read(&text, &mut blocks),
    };
    Laid {
        text,
        places,
        blocks,
        dates,
    }
}

/// What of a block stands in this place.
fn within(mut block: Block, place: Span) -> Option<Block> {
    for run in &mut block.runs {
        run.source.start = run.source.start.max(place.start);
        run.source.end = run.source.end.min(place.end);
    }
    block.runs.retain(|run| run.source.start < run.source.end);
    (!block.runs.is_empty()).then_some(block)
}

fn verbatim(source: Span) -> Run {
    Run { source, text: None }
}

/// The article whose parts are these pieces. Those without words are left out.
pub(super) fn article(mut pieces: Vec<Piece>) -> Article {
    pieces.retain(|piece| !piece.is_blank());
    let laid = lay(&pieces);
    let part_of = |at: usize| {
        let after = laid.places.partition_point(|place| place.start <= at);
        after.saturating_sub(1)
    };
    let own = |span: Span, part: usize| {
        let start = laid.places.get(part).map_or(0, |place| place.start);
        Span::new(
            span.start.saturating_sub(start),
            span.end.saturating_sub(start),
        )
    };
    let mut parts: Vec<Part> = pieces
        .into_iter()
        .map(|piece| Part {
            label: piece.label,
            source: piece.text,
            ..Part::default()
        })
        .collect();
    for mut block in laid.blocks {
        let index = part_of(block.source().start);
        for run in &mut block.runs {
            run.source = own(run.source, index);
        }
        if let Some(part) = parts.get_mut(index) {
            part.blocks.push(block);
        }
    }
    let dates = laid.dates.into_iter().map(|stated| {
        let part = part_of(stated.span.start);
        HeaderDate {
            span: own(stated.span, part),
            ..stated.in_part(part)
        }
    });
    let mut article = Article {
        dates: dates.collect(),
        parts,
        ..Article::default()
    };
    article.settle_date(Days::default());
    article
}

/// A piece and the runs of the file that it stands in.
pub(super) struct Placed {
    pub(super) piece: Piece,
    pub(super) runs: Vec<Run>,
}

/// The blocks of pieces in the file that they stand in, and the dates in their head lines.
pub(super) fn in_file(source: &str, mut placed: Vec<Placed>) -> (Vec<Block>, Vec<Stated>) {
    placed.retain(|placed| !placed.piece.is_blank());
    let mut runs: Vec<Run> = Vec::new();
    let mut pieces = Vec::with_capacity(placed.len());
    for placed in placed {
        if let Some(last) = runs.last() {
            let end = last.source.end;
            runs.push(Run {
                source: Span::new(end, end),
                text: Some(GAP.to_string()),
            });
        }
        runs.extend(placed.runs);
        pieces.push(placed.piece);
    }
    let flat = Flat::of(source, &runs);
    let laid = lay(&pieces);
    debug_assert_eq!(flat.text, laid.text, "the runs say what the pieces say");
    let blocks = laid.blocks.into_iter().map(|block| {
        let mut runs = Vec::with_capacity(block.runs.len());
        block.runs.iter().for_each(|run| flat.runs(run, &mut runs));
        Block {
            kind: block.kind,
            runs,
        }
    });
    let blocks = blocks.collect();
    let dates = laid.dates.into_iter();
    let dates = dates.map(|stated| Stated {
        span: flat.place(stated.span),
        ..stated
    });
    (blocks, dates.collect())
}
