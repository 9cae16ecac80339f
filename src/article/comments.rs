//! Comments to factlint: `<!-- factlint-ignore some-fact: the reason -->`.

use crate::span::Span;

/// What a comment to us begins with, behind `<!--` and white space.
const OURS: &str = "factlint-";

/// A longer comment is none: so many open ones cost no more than their length.
const LONGEST: usize = 4096;

/// The comment to us that begins at `start` of the source, if one does.
pub(super) fn at(source: &str, start: usize) -> Option<Span> {
    let text = source.get(start..)?;
    let body = text.strip_prefix("<!--")?;
    if !body.trim_start().starts_with(OURS) {
        return None;
    }
    let bytes = text.as_bytes();
    let bytes = bytes.get(..LONGEST).unwrap_or(bytes);
    let end = bytes.windows(3).position(|three| three == b"-->")? + 3;
    Some(Span::new(start, start + end))
}
