//! Words with letters that can't be read. `Jos\u{FFFD}` may be José and `1\u{FFFD}4,200` any number: they claim nothing.

use super::{Article, Run};
use crate::span::Span;

const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// What stands for a word that can't be read.
pub(super) const OBJECT: &str = "\u{FFFC}";

/// Words that follow an apostrophe.
const ENDINGS: &[&str] = &["s", "t", "re", "ve", "ll", "d", "m", "S"];

/// A stretch of a block's text, and what is read in its place.
pub(super) struct Mask {
    /// Its bytes in the text.
    pub(super) text: Span,
    pub(super) read_as: &'static str,
}

/// Masks the words of an article that hold U+FFFD.
pub(super) fn mask(article: &mut Article) {
    for part in &mut article.parts {
        let source = part.source.as_str();
        let written = source.contains(REPLACEMENT);
        for block in &mut part.blocks {
            let decoded = |run: &Run| {
                run.text
                    .as_deref()
                    .is_some_and(|text| text.contains(REPLACEMENT))
            };
            if !written && !block.runs.iter().any(decoded) {
                continue;
            }
            let text: String = block.runs.iter().map(|run| words(source, run)).collect();
            let masks = masks(&text);
            if !masks.is_empty() {
                block.runs = masked(source, &block.runs, &masks);
            }
        }
    }
}

/// The runs with these stretches of their text masked.
pub(super) fn masked(source: &str, runs: &[Run], masks: &[Mask]) -> Vec<Run> {
    let mut out = Vec::with_capacity(runs.len() + 2 * masks.len());
    let mut masks = masks.iter().peekable();
    let mut start = 0;
    for run in runs {
        let text = words(source, run);
        let end = start + text.len();
        let mut at = start;
        while let Some(mask) = masks.peek().filter(|mask| mask.text.start < end) {
            let first = mask.text.start.max(start);
            let last = mask.text.end.min(end);
            if at < first {
                out.push(cut(run, Span::new(at - start, first - start), text));
            }
            let read_as = if mask.text.start >= start {
                mask.read_as
            } else {
                ""
            };
            let stretch = cut(run, Span::new(first - start, last - start), text);
            out.push(Run {
                text: Some(read_as.to_string()),
                ..stretch
            });
            at = last;
            if mask.text.end > end {
                break;
            }
            masks.next();
        }
        if at < end {
            out.push(cut(run, Span::new(at - start, end - start), text));
        }
        start = end;
    }
    out
}

/// A stretch of a run; `text` is its whole text.
fn cut(run: &Run, stretch: Span, text: &str) -> Run {
    let Span { start, end } = run.source;
    match run.text {
        None => Run {
            source: Span::new(start + stretch.start, (start + stretch.end).min(end)),
            text: None,
        },
        Some(_) => Run {
            source: run.source,
            text: text.get(stretch.range()).map(str::to_string),
        },
    }
}

fn words<'r>(source: &'r str, run: &'r Run) -> &'r str {
    match &run.text {
        Some(text) => text,
        None => source.get(run.source.range()).unwrap_or_default(),
    }
}

/// The words of a text that hold U+FFFD, without the marks around them; where it stands for an apostrophe
/// (`Seoul\u{FFFD}s`), it alone.
fn masks(text: &str) -> Vec<Mask> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(REPLACEMENT)) {
        let at = from + found;
        let before = text.get(..at).unwrap_or_default();
        let start = before.rfind(char::is_whitespace).map_or(0, |space| {
            space + before[space..].chars().next().map_or(0, char::len_utf8)
        });
        let after = text.get(at..).unwrap_or_default();
        let end = at + after.find(char::is_whitespace).unwrap_or(after.len());
        from = end;
        let word = text.get(start..end).unwrap_or_default();
        let holds_letters = word.contains(char::is_alphanumeric);
        let trimmed = word.trim_matches(|c: char| !c.is_alphanumeric() && c != REPLACEMENT);
        match apostrophe(trimmed) {
            _ if !holds_letters => (),
            Some(_) => out.push(Mask {
                text: Span::new(at, at + REPLACEMENT.len_utf8()),
                read_as: "\u{2019}",
            }),
            None => {
                let lead = word.len()
                    - word
                        .trim_start_matches(|c: char| !c.is_alphanumeric() && c != REPLACEMENT)
                        .len();
                out.push(Mask {
                    text: Span::new(start + lead, start + lead + trimmed.len()),
                    read_as: OBJECT,
                });
            }
        }
    }
    out
}

/// Whether the one letter of a word that can't be read is an apostrophe.
fn apostrophe(word: &str) -> Option<()> {
    let (stem, ending) = word.split_once(REPLACEMENT)?;
    let fits = stem.ends_with(char::is_alphabetic) && ENDINGS.contains(&ending);
    fits.then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_cannot_be_read_are_objects() {
        for (text, read) in [
            ("Jos\u{FFFD} Vega left.", "\u{FFFC} Vega left."),
            ("(Beltr\u{FFFD}n, who", "(\u{FFFC}, who"),
            ("some 1\u{FFFD}4,200 soldiers", "some \u{FFFC} soldiers"),
            (
                "the town\u{FFFD}s mayor didn\u{FFFD}t",
                "the town\u{2019}s mayor didn\u{2019}t",
            ),
            ("Arle \u{FFFD} Boro", "Arle \u{FFFD} Boro"),
            (
                "\u{FFFD}Arle said \u{FFFD}\u{FFFD}x.",
                "\u{FFFC} said \u{FFFC}.",
            ),
        ] {
            // One run, and one for each half of the text.
            for halves in [1, 2] {
                let middle = text
                    .char_indices()
                    .nth(text.chars().count() / 2)
                    .map_or(0, |(at, _)| at);
                let ends = if halves == 1 {
                    vec![0, text.len()]
                } else {
                    vec![0, middle, text.len()]
                };
                let runs: Vec<Run> = ends
                    .windows(2)
                    .map(|pair| Run {
                        source: Span::new(pair[0], pair[1]),
                        text: None,
                    })
                    .collect();
                let found = masked(text, &runs, &masks(text));
                let said: String = found.iter().map(|run| words(text, run)).collect();
                assert_eq!(said, read);
                assert_eq!(found.last().map(|run| run.source.end), Some(text.len()));
            }
        }
    }
}
