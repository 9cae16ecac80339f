//! Direct speech, from the quotation marks as they were written.

use super::TextBlock;
use super::normal::Mark;
use crate::article::BlockKind;
use crate::span::Span;

/// Words that begin with an apostrophe.
const ELIDED: &[&str] = &[
    "em", "til", "tis", "twas", "cause", "round", "bout", "n", "cuz", "cept", "neath", "twere",
];

/// Finds the stretches of direct speech, in order, none overlapping another.
pub(super) fn find(norm: &str, blocks: &[TextBlock], marks: &[Mark]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut left_open = false;
    let mut from = 0;
    for block in blocks {
        let rest = marks.get(from..).unwrap_or_default();
        let skipped = rest.partition_point(|mark| mark.at < block.span.start);
        let rest = rest.get(skipped..).unwrap_or_default();
        let inside = rest.partition_point(|mark| mark.at < block.span.end);
        from += skipped + inside;
        if block.kind == BlockKind::Quotation {
            out.push(block.span);
            left_open = false;
            continue;
        }
        let reader = Reader {
            norm,
            block: block.span,
            marks: rest.get(..inside).unwrap_or_default(),
        };
        left_open = reader.read(left_open, &mut out);
    }
    out
}

/// Which way a mark points, as far as its own shape tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Opens,
    Closes,
    Either,
}

struct Reader<'a> {
    norm: &'a str,
    block: Span,
    marks: &'a [Mark],
}

impl Reader<'_> {
    /// Finds the speech of one block, and tells whether a quotation was left open at its end.
    ///
    /// A paragraph in the middle of a longer speech opens with a mark of its own and is left open, so each
    /// paragraph stands for itself.
    fn read(&self, left_open: bool, out: &mut Vec<Span>) -> bool {
        let mut open: Option<Mark> = None;
        let mut first = true;
        let mut at = 0;
        while let Some(&mark) = self.marks.get(at) {
            at += 1;
            if is_double(mark) {
                match open {
                    Some(start) if self.closes(mark, start) => {
                        self.push(start.at + 1, mark.at, out);
                        open = None;
                    }
                    Some(_) => (),
                    None if self.opens(mark) => open = Some(mark),
                    // The paragraph was broken inside the quotation.
                    None if first && left_open && self.may_close(mark) => {
                        self.push(self.block.start, mark.at, out);
                    }
                    None => (),
                }
                first = false;
            } else if open.is_none() && self.opens_single(mark) {
                match self.single_end(at) {
                    Some(end) => {
                        let close = self.marks.get(end).map_or(self.block.end, |mark| mark.at);
                        self.push(mark.at + 1, close, out);
                        first = false;
                        at = end + 1;
                    }
                    // A longer speech goes on in the next paragraph.
                    None if mark.at == self.block.start && mark.original == '\u{2018}' => {
                        self.push(mark.at + 1, self.block.end, out);
                        return false;
                    }
                    None => (),
                }
            }
        }
        if let Some(start) = open {
            self.push(start.at + 1, self.block.end, out);
        }
        open.is_some()
    }

    fn push(&self, start: usize, end: usize, out: &mut Vec<Span>) {
        let Some(text) = self.norm.get(start..end) else {
            return;
        };
        let from = start + text.len() - text.trim_start().len();
        let to = start + text.trim_end().len();
        if from < to {
            out.push(Span::new(from, to));
        }
    }

    fn opens(&self, mark: Mark) -> bool {
        match shape(mark) {
            Shape::Opens => self.may_open(mark) || !self.may_close(mark),
            Shape::Closes | Shape::Either => self.may_open(mark),
        }
    }

    fn closes(&self, mark: Mark, start: Mark) -> bool {
        if is_angled(mark) || is_angled(start) {
            return is_angled(mark) && is_angled(start) && mark.original != start.original;
        }
        match shape(mark) {
            Shape::Closes => true,
            Shape::Opens => self.may_close(mark) && !self.may_open(mark),
            Shape::Either => self.may_close(mark) || !self.may_open(mark),
        }
    }

    /// Whether it stands where an opening mark can: before a word, after a space, a bracket or a dash.
    fn may_open(&self, mark: Mark) -> bool {
        let after = self.after(mark);
        let before = self.before(mark);
        after.is_some_and(|c| c != ' ' || is_angled(mark))
            && before
                .is_none_or(|c| matches!(c, ' ' | '(' | '[' | '—' | '-' | '/' | '"' | '\'' | ':'))
    }

    /// Whether it stands where a closing mark can: after something, before no word.
    fn may_close(&self, mark: Mark) -> bool {
        self.before(mark).is_some_and(|c| c != ' ')
            && self.after(mark).is_none_or(|c| !c.is_alphanumeric())
    }

    fn opens_single(&self, mark: Mark) -> bool {
        let opening = matches!(
            mark.original,
            '\u{2018}' | '\u{201A}' | '\u{201B}' | '\'' | '\u{2039}' | '\u{203A}' | '\u{FF07}'
        );
        let rest = self
            .norm
            .get(mark.at + 1..self.block.end)
            .unwrap_or_default();
        let digit = rest.starts_with(|c: char| c.is_ascii_digit());
        let len = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let word = rest.get(..len.min(8)).unwrap_or_default();
        let elided = ELIDED
            .iter()
            .any(|elided| elided.eq_ignore_ascii_case(word));
        opening && self.may_open(mark) && !digit && !elided
    }

    /// The index of the mark that closes a single quotation, looking from the mark at `from`.
    ///
    /// An apostrophe stands inside a word, or after a plural (`soldiers’ pay`): that one closes only
    /// where nothing better follows before the next opening mark.
    fn single_end(&self, from: usize) -> Option<usize> {
        let mut plural = None;
        for (index, &mark) in self.marks.iter().enumerate().skip(from) {
            if is_double(mark) {
                continue;
            }
            if self.may_open(mark) && mark.original != '\u{2019}' {
                break;
            }
            if !self.may_close(mark) {
                continue;
            }
            let after_s = matches!(self.before(mark), Some('s' | 'S' | 'z' | 'x'));
            let goes_on = self.after(mark) == Some(' ')
                && self
                    .norm
                    .get(mark.at + 2..self.block.end)
                    .is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
            if !(after_s && goes_on) {
                return Some(index);
            }
            plural = plural.or(Some(index));
        }
        plural
    }

    fn before(&self, mark: Mark) -> Option<char> {
        self.norm
            .get(self.block.start..mark.at)?
            .chars()
            .next_back()
    }

    fn after(&self, mark: Mark) -> Option<char> {
        self.norm.get(mark.at + 1..self.block.end)?.chars().next()
    }
}

fn is_angled(mark: Mark) -> bool {
    matches!(mark.original, '\u{AB}' | '\u{BB}')
}

fn is_double(mark: Mark) -> bool {
    matches!(
        mark.original,
        '"' | '\u{201C}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{301D}'..='\u{301F}' | '\u{FF02}'
    )
}

fn shape(mark: Mark) -> Shape {
    match mark.original {
        '\u{201C}' | '\u{201E}' | '\u{201F}' | '\u{301D}' => Shape::Opens,
        '\u{201D}' | '\u{301E}' | '\u{301F}' => Shape::Closes,
        _ => Shape::Either,
    }
}
