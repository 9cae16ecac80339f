//! DOCX: what Word and its kin write, as its readers see it: tracked changes accepted, no comments, no hidden text,
//! no page headers.
//!
//! The document is packed, so each paragraph is a part with a text of its own.

mod body;
mod package;
mod styles;
#[cfg(test)]
mod tests;
mod xml;

use super::format::Way;
use super::pieces::{self, Piece};
use super::{Article, ArticleError, BrokenBytes, Format};
use body::{Body, Paragraph};
use package::Package;
use styles::Styles;

pub(super) const FORMAT: Format = Format {
    name: "docx",
    extensions: &["docx", "docm"],
    shares: &[],
    entities: false,
    sniff: package::is_office,
    read: Way::Whole(read),
};

fn read(bytes: &[u8]) -> Result<Vec<Article>, ArticleError> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let styles = match package.beside(&main, "styles")? {
        Some(text) => Styles::read(&text)?,
        None => Styles::default(),
    };
    let document = package.text(&main)?;
    let body = Body::read(&document, &styles)?;
    let mut pieces = label(body.paragraphs);
    for (kind, cited) in [("footnote", body.footnotes), ("endnote", body.endnotes)] {
        if cited.is_empty() {
            continue;
        }
        let Some(text) = package.beside(&main, &format!("{kind}s"))? else {
            continue;
        };
        pieces.extend(notes(Body::read(&text, &styles)?, kind, &cited));
    }
    let title = match package.title()? {
        title if title.trim().is_empty() => None,
        title => Some(title.trim().to_string()),
    };
    let broken = (package.broken > 0).then_some(BrokenBytes {
        count: package.broken,
        place: None,
    });
    Ok(vec![Article {
        title,
        broken,
        ..pieces::article(pieces)
    }])
}

/// The paragraphs of the text, each with its place in it.
fn label(paragraphs: Vec<Paragraph>) -> Vec<Piece> {
    let pieces = paragraphs.into_iter().map(|paragraph| Piece {
        label: Some(paragraph.place.to_string()),
        kind: paragraph.kind,
        text: paragraph.text,
        ..Piece::default()
    });
    pieces.collect()
}

/// The notes that the text refers to, in the order in which it does.
fn notes(body: Body, kind: &str, cited: &[String]) -> Vec<Piece> {
    let number = |id: &String| cited.iter().position(|cited| cited == id);
    let mut found: Vec<(usize, Paragraph)> = body
        .paragraphs
        .into_iter()
        .filter_map(|paragraph| Some((number(paragraph.note.as_ref()?)?, paragraph)))
        .collect();
    found.sort_by_key(|(number, _)| *number);
    let mut before = (usize::MAX, 0);
    let pieces = found.into_iter().map(|(number, paragraph)| {
        before = match before {
            (same, count) if same == number => (same, count + 1),
            _ => (number, 1),
        };
        let place = format!("{kind} {}", number + 1);
        Piece {
            label: Some(match before.1 {
                1 => place,
                nth => format!("{place}, paragraph {nth}"),
            }),
            kind: Some(paragraph.kind.unwrap_or(super::BlockKind::Paragraph)),
            text: paragraph.text,
            ..Piece::default()
        }
    });
    pieces.collect()
}
