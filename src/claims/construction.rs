//! Constructions of words around a place in a sentence, as tables state them.

use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::span::Span;

/// A construction around a place in a sentence, and a sentence that has it.
///
/// `{Y}` is the place, a name or what a sentence claims; `"{Y}"` demands quotation marks around it. The elements before and behind are words in lower case:
/// `a|b` is either, `misspell*` any word that begins so, `as?` may be missing, `^` a capitalized word, `#` a sign or the
/// end, `!` anything but a possessive, `…` up to eight words without a sign between, `~` up to fourteen words and signs. Quotation marks and brackets are
/// passed over.
pub(crate) struct Construction {
    pattern: &'static str,
    /// A sentence with the construction; the table's test reads it.
    #[cfg_attr(not(test), allow(dead_code, reason = "examples run as tests"))]
    pub(crate) example: &'static str,
}

impl Construction {
    /// What comes before the place, and after it.
    fn parts(&self) -> (&'static str, &'static str) {
        self.pattern.split_once("{Y}").unwrap_or((self.pattern, ""))
    }
}

/// A construction with its example.
pub(crate) const fn row(pattern: &'static str, example: &'static str) -> Construction {
    Construction { pattern, example }
}

/// The words that `…` passes over at most.
const SHORT_GAP: usize = 8;
/// The words and signs that `~` passes over at most.
const LONG_GAP: usize = 14;

/// Whether one of the constructions holds the words at this place, in this part of the sentence.
pub(crate) fn is_in(scene: &Scene, name: Span, table: &[Construction], within: Span) -> bool {
    let words = scene.word_range(name);
    if words.is_empty() {
        return false;
    }
    let starts = starts(scene, words.start);
    let range = scene.word_range(within);
    let place = Place {
        scene,
        floor: range.start,
        ceiling: range.end,
    };
    table.iter().any(|construction| {
        let (before, after) = construction.parts();
        let (before, after) = (before.trim_end(), after.trim_start());
        let (before, quoted) = match before.strip_suffix('"') {
            Some(before) => (before.trim_end(), true),
            None => (before, false),
        };
        let after = after.strip_prefix('"').unwrap_or(after).trim_start();
        let before: Vec<&str> = before.split_ascii_whitespace().collect();
        let after: Vec<&str> = after.split_ascii_whitespace().collect();
        (!quoted || is_quoted(scene, name))
            && place.ends_with(&after, words.end)
            && starts.iter().any(|start| place.begins(&before, *start))
    })
}

/// Where what governs the name may end: before it, before its honorific or article, and before the names that `or` joins
/// to it.
fn starts(scene: &Scene, name: usize) -> Vec<usize> {
    const MOST_JOINED: usize = 3;
    let mut starts = vec![name];
    let mut at = name;
    for _ in 0..=MOST_JOINED {
        while at > 0 && (is_mark(scene, at - 1) || is_lead(scene.lower(at - 1))) {
            at -= 1;
            starts.push(at);
        }
        // `misspelled as Petra Lindom or Petra Lindhome`
        if at < 2 || scene.lower(at - 1) != "or" {
            break;
        }
        at -= 1;
        while at > 0 && (scene.words[at - 1].capital || is_mark(scene, at - 1)) {
            at -= 1;
        }
        starts.push(at);
    }
    starts
}

fn is_lead(lower: &str) -> bool {
    matches!(lower, "the" | "a" | "an") || names::is_honorific(lower)
}

/// Quotation marks, brackets and the marks of emphasis.
fn is_mark(scene: &Scene, index: usize) -> bool {
    let marks = matches!(
        scene.word(index),
        "\"" | "'" | "(" | ")" | "[" | "]" | "*" | "_"
    );
    marks && scene.words[index].kind == WordKind::Sign
}

fn is_quoted(scene: &Scene, name: Span) -> bool {
    let text = scene.text();
    let before = text.get(..name.start).unwrap_or_default();
    let after = text.get(name.end..).unwrap_or_default();
    let after = after.trim_start_matches([',', '.', '!', '?']);
    before.ends_with(['"', '\'']) && after.starts_with(['"', '\''])
}

/// A part of a sentence that a construction must lie in.
struct Place<'s, 'a> {
    scene: &'s Scene<'a>,
    floor: usize,
    ceiling: usize,
}

impl Place<'_, '_> {
    /// Whether the words that end before a word match the elements, the last first.
    fn begins(&self, elements: &[&str], end: usize) -> bool {
        let Some((last, rest)) = elements.split_last() else {
            return true;
        };
        if let Some(most) = gap(last) {
            let passed = (self.floor..end).rev().take(most);
            let passed = passed.take_while(|index| self.is_passable(last, *index));
            let mut ends = std::iter::once(end).chain(passed);
            return ends.any(|end| self.begins(rest, end));
        }
        if let Some(before) = end.checked_sub(1).filter(|before| *before >= self.floor) {
            let fits = fits(last, self.scene, before) && self.begins(rest, before);
            if fits || is_mark(self.scene, before) && self.begins(elements, before) {
                return true;
            }
        }
        last.ends_with('?') && self.begins(rest, end)
    }

    /// Whether the words from a word on match the elements.
    fn ends_with(&self, elements: &[&str], start: usize) -> bool {
        let Some((first, rest)) = elements.split_first() else {
            return true;
        };
        if let Some(most) = gap(first) {
            let passed = (start..self.ceiling).take(most);
            let passed = passed.take_while(|index| self.is_passable(first, *index));
            let mut starts = std::iter::once(start).chain(passed.map(|index| index + 1));
            return starts.any(|start| self.ends_with(rest, start));
        }
        if *first == "!" {
            let next = self.scene.words.get(start);
            let owns = next.is_some_and(|word| word.kind == WordKind::Possessive);
            return !owns && self.ends_with(rest, start);
        }
        if start >= self.ceiling {
            return *first == "#" && rest.is_empty()
                || first.ends_with('?') && self.ends_with(rest, start);
        }
        fits(first, self.scene, start) && self.ends_with(rest, start + 1)
            || is_mark(self.scene, start) && self.ends_with(elements, start + 1)
            || first.ends_with('?') && self.ends_with(rest, start)
    }

    fn is_passable(&self, gap: &str, index: usize) -> bool {
        let sign = self.scene.words[index].kind == WordKind::Sign;
        gap == "~" || !sign || is_mark(self.scene, index)
    }
}

fn gap(element: &str) -> Option<usize> {
    match element {
        "…" => Some(SHORT_GAP),
        "~" => Some(LONG_GAP),
        _ => None,
    }
}

/// Whether a word is one of the alternatives of an element.
fn fits(element: &str, scene: &Scene, index: usize) -> bool {
    let word = scene.words[index];
    let lower = scene.lower(index);
    let element = element.strip_suffix('?').unwrap_or(element);
    element.split('|').any(|one| match one {
        "^" => word.kind == WordKind::Word && word.capital,
        "#" => word.kind == WordKind::Sign,
        _ => match one.strip_suffix('*') {
            Some(stem) => lower.starts_with(stem),
            None => lower == one,
        },
    })
}
