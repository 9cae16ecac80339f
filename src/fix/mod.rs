//! Findings → edits of the file that they stand in. Pure: what reads and replaces files stands in the command line.

#[cfg(test)]
mod tests;

use crate::article::{Article, encode};
use crate::finding::Finding;
use crate::span::Span;

/// Which fixes are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Only fixes that may be applied unreviewed: a rejected name becomes the preferred one.
    Safe,
    /// Also fixes that a person should review: a number, a date, a near miss of a name.
    Unsafe,
}

/// Words of a file, and what takes their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the file on disk.
    pub at: Span,
    /// The words, in UTF-8.
    pub text: String,
}

/// The edits that mend these findings of an article, in order, none overlapping another.
///
/// An article that is a part of its file (an entry of a feed, a paragraph of a packed document) has none: its offsets
/// count in its own text.
pub fn edits(article: &Article, findings: &[Finding], wanted: Wanted) -> Vec<Edit> {
    let in_file = |finding: &&Finding| {
        let part = article.parts.get(finding.at.part);
        part.is_some_and(|part| part.label.is_none())
    };
    let mut edits: Vec<Edit> = findings
        .iter()
        .filter(in_file)
        .filter_map(|finding| {
            let fix = finding.fix.as_ref()?;
            (fix.safe || wanted == Wanted::Unsafe).then(|| Edit {
                at: finding.at.disk,
                text: fix.text.clone(),
            })
        })
        .collect();
    edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
    let mut end = 0;
    edits.retain(|edit| {
        let apart = edit.at.start >= end && !edit.at.is_empty();
        end = if apart { edit.at.end } else { end };
        apart
    });
    edits
}

/// The file with these edits made, and how many were. One whose words its encoding has no signs for is not made; a
/// finding offers none such.
///
/// `edits` come as [`edits`] gives them, `encoding` as [`Article::encoding`] does.
pub fn apply(bytes: &[u8], edits: &[Edit], encoding: Option<&str>) -> (Vec<u8>, usize) {
    let mut mended = Vec::with_capacity(bytes.len() + 64);
    let mut made = 0;
    let mut at = 0;
    for edit in edits {
        let Some(before) = bytes.get(at..edit.at.start) else {
            continue;
        };
        let Some(words) = encode(&edit.text, encoding) else {
            continue;
        };
        if bytes.len() < edit.at.end {
            continue;
        }
        mended.extend_from_slice(before);
        mended.extend_from_slice(&words);
        at = edit.at.end;
        made += 1;
    }
    mended.extend_from_slice(bytes.get(at..).unwrap_or_default());
    (mended, made)
}
