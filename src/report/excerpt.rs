//! The words around a place, as much as a terminal's width holds.
//!
//! A paragraph of news is one line of many hundred signs, so a whole line is no excerpt. Only the neighbourhood of the
//! place is ever looked at: the cost does not depend on the length of the line or file.

use std::ops::Range;

use super::signs;
use crate::span::Span;

/// A place to mark.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    /// Its bytes.
    pub span: Span,
    /// The columns of the label that hangs below its middle.
    pub label: usize,
}

/// One line to print, with the places in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, with `…` where it was cut.
    pub text: String,
    /// The bytes of each place in it.
    pub marks: Vec<Range<usize>>,
}

/// The columns from the middle of a mark to the first sign of its label: `╰── `.
const HANGER: usize = 4;
/// How far a cut moves to fall between two words.
const WORD: usize = 14;

/// The line around the slots (one or more, in order, on one line), `columns` wide at most, with room for the labels.
/// None where several slots do not fit into one.
pub fn excerpt(text: &str, slots: &[Slot], columns: usize, unicode: bool) -> Option<Excerpt> {
    let columns = columns.max(20);
    let dots = if unicode { "…" } else { "..." };
    let first = slots.first()?;
    let start = floor(text, first.span.start);
    let end = slots.iter().map(|slot| slot.span.end).max()?;
    let end = floor(text, end).max(start);

    let (core, reach) = if slots.len() == 1 {
        let core = Core::cut(&text[start..end], columns, dots, unicode);
        let reach = core.width.max(core.width / 2 + HANGER + first.label);
        (core, reach)
    } else {
        Core::of(text, start, end, slots, columns, unicode)?
    };

    let room = columns.saturating_sub(core.width);
    let before: Cells = Cells::new(text[..start].chars().rev(), columns);
    let after: Cells = Cells::new(text[end..].chars(), columns);
    let most = columns.saturating_sub(reach);
    let mut left = before.width.min(room / 2).min(most);
    let right = after.width.min(room - left);
    left = before.width.min(room - right).min(most);

    let mut line = String::new();
    let before = before.fit(left, dots);
    if before.cut {
        line.push_str(dots);
    }
    for c in before.signs.iter().rev() {
        signs::push(*c, unicode, &mut line);
    }
    let shift = line.len();
    line.push_str(&core.text);
    let after = after.fit(right, dots);
    for c in &after.signs {
        signs::push(*c, unicode, &mut line);
    }
    if after.cut {
        line.push_str(dots);
    }
    let moved = |mark: &Range<usize>| mark.start + shift..mark.end + shift;
    Some(Excerpt {
        text: line,
        marks: core.marks.iter().map(moved).collect(),
    })
}

/// The nearest character boundary at or before `at`, within the text.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What must be shown: from the first slot to the last.
struct Core {
    text: String,
    width: usize,
    marks: Vec<Range<usize>>,
}

impl Core {
    /// One slot, shown whole, or its two ends where it is too wide.
    fn cut(text: &str, columns: usize, dots: &str, unicode: bool) -> Core {
        let head = Cells::until(text.chars(), columns);
        let mut line = String::new();
        let mut width = head.width;
        if head.more {
            let half = columns.saturating_sub(2 * dots.len() + 2) / 2;
            let head = head.take(half);
            let tail = Cells::until(text.chars().rev(), half).take(half);
            width = head.width + tail.width + dots.chars().count();
            head.push(unicode, &mut line);
            line.push_str(dots);
            for c in tail.signs.iter().rev() {
                signs::push(*c, unicode, &mut line);
            }
        } else {
            head.push(unicode, &mut line);
        }
        let marks = std::iter::once(0..line.len()).collect();
        Core {
            text: line,
            width,
            marks,
        }
    }

    /// Several slots, with how far the labels reach; None where they do not fit.
    fn of(
        text: &str,
        start: usize,
        end: usize,
        slots: &[Slot],
        columns: usize,
        unicode: bool,
    ) -> Option<(Core, usize)> {
        let mut core = Core {
            text: String::new(),
            width: 0,
            marks: vec![0..0; slots.len()],
        };
        let mut from = vec![0; slots.len()];
        let mut reach = 0;
        let ends = text[end..].chars().next();
        let signs = text[start..end].char_indices();
        for (at, c) in signs.chain(std::iter::once((end - start, ends.unwrap_or(' ')))) {
            for (n, slot) in slots.iter().enumerate() {
                if slot.span.start == start + at {
                    core.marks[n].start = core.text.len();
                    from[n] = core.width;
                }
                if slot.span.end == start + at {
                    core.marks[n].end = core.text.len();
                    reach = reach.max((from[n] + core.width) / 2 + HANGER + slot.label);
                }
            }
            if start + at < end {
                signs::push(c, unicode, &mut core.text);
                core.width += signs::width(c);
            }
            if c == '\n' && start + at < end || core.width.max(reach) > columns {
                return None;
            }
        }
        let reach = reach.max(core.width);
        Some((core, reach))
    }
}

/// Signs of one line, from the place outwards.
struct Cells {
    signs: Vec<char>,
    width: usize,
    /// Whether the line, or the place, goes on.
    more: bool,
    /// Whether something of the line is left out.
    cut: bool,
}

impl Cells {
    /// The signs up to the end of the line, no more than somewhat over `columns`.
    fn new(signs: impl Iterator<Item = char>, columns: usize) -> Cells {
        Cells::until(
            signs.take_while(|c| *c != '\n').filter(|c| *c != '\r'),
            columns,
        )
    }

    /// The signs, no more than somewhat over `columns`; marks without width are limited, too.
    fn until(signs: impl Iterator<Item = char>, columns: usize) -> Cells {
        let mut cells = Cells {
            signs: Vec::new(),
            width: 0,
            more: false,
            cut: false,
        };
        for c in signs {
            if cells.width > columns || cells.signs.len() > 4 * columns {
                cells.more = true;
                break;
            }
            cells.width += signs::width(c);
            cells.signs.push(c);
        }
        cells.more |= cells.width > columns;
        cells
    }

    /// As many as fit into `columns`.
    fn take(mut self, columns: usize) -> Cells {
        let mut width = 0;
        let fits = |c: &&char| {
            width += signs::width(**c);
            width <= columns
        };
        let kept = self.signs.iter().take_while(fits).count();
        self.cut = self.more || kept < self.signs.len();
        self.signs.truncate(kept);
        self.width = self.signs.iter().map(|c| signs::width(*c)).sum();
        self
    }

    /// All of the line, or as many whole words as fit into `columns` with dots after them.
    fn fit(self, columns: usize, dots: &str) -> Cells {
        if !self.more && self.width <= columns {
            return self;
        }
        let mut cells = self.take(columns.saturating_sub(dots.chars().count()));
        cells.cut = true;
        let space = cells.signs.iter().rev().take(WORD).position(|c| *c == ' ');
        if let Some(back) = space {
            cells.signs.truncate(cells.signs.len() - back - 1);
        }
        // A mark without width belongs to a letter that is gone when the signs run leftwards.
        while cells.signs.last().is_some_and(|c| signs::width(*c) == 0) {
            cells.signs.pop();
        }
        cells
    }

    fn push(&self, unicode: bool, out: &mut String) {
        for c in &self.signs {
            signs::push(*c, unicode, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(text: &str, span: Span, label: usize, columns: usize) -> Excerpt {
        excerpt(text, &[Slot { span, label }], columns, true).unwrap()
    }

    #[test]
    fn several_fit_or_do_not() {
        let text = format!("one two {} three", "and so on ".repeat(20));
        let slot = |word: &str, label: usize| {
            let start = text.find(word).unwrap();
            let span = Span::new(start, start + word.len());
            Slot { span, label }
        };
        let cut = excerpt(&text, &[slot("one", 5), slot("two", 5)], 40, true).unwrap();
        let marked: Vec<&str> = cut
            .marks
            .iter()
            .map(|mark| &cut.text[mark.clone()])
            .collect();
        assert_eq!(marked, ["one", "two"]);
        for slots in [
            [slot("one", 5), slot("three", 5)],
            [slot("one", 5), slot("two", 60)],
        ] {
            assert_eq!(excerpt(&text, &slots, 40, true), None);
        }
    }

    proptest! {
        #[test]
        fn the_place_is_shown_in_full_with_its_neighbours(
            before in "[a-zé가 ]{0,120}", word in "[a-zé가]{1,9}", after in "[a-zé가 ]{0,120}",
            label in 0usize..20, columns in 40usize..100,
        ) {
            let text = format!("{before}{word}{after}");
            let cut = one(&text, Span::new(before.len(), before.len() + word.len()), label, columns);
            let mark = cut.marks[0].clone();
            prop_assert_eq!(&cut.text[mark.clone()], word);
            let width = |text: &str| text.chars().map(signs::width).sum::<usize>();
            prop_assert!(width(&cut.text) <= columns);
            let middle = width(&cut.text[..mark.start]) + width(&cut.text[mark.clone()]) / 2;
            prop_assert!(middle + HANGER + label <= columns);
            // What is shown beside it is what stands there.
            prop_assert!(before.ends_with(cut.text[..mark.start].trim_start_matches('…')));
            prop_assert!(after.starts_with(cut.text[mark.end..].trim_end_matches('…')));
        }
    }
}
