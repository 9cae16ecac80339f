//! Numbers with a label: `Ships: 40`, `40 — ships`, the cells of a table.

use crate::article::BlockKind;
use crate::claims::scene::Scene;
use crate::mentions::{Hit, Use};
use crate::span::Span;

use super::frame::Frame;
use super::period;

/// What a label and its heading say.
#[derive(Debug)]
pub(super) struct Label {
    /// It names what the fact measures.
    pub(super) own: bool,
    /// It names what is counted.
    pub(super) unit: bool,
    /// It, its heading or the headline names the owner.
    pub(super) owner: bool,
    /// It or its heading is of a plan.
    pub(super) unreal: bool,
}

/// The longest label, in bytes.
const LONGEST: usize = 70;
/// A line of more bytes is no entry of a list.
const SHORT_LINE: usize = 60;
/// So many lines above an entry its heading may stand.
const LINES: usize = 14;

fn is_bullet(c: char) -> bool {
    c.is_whitespace() || matches!(c, '•' | '*' | '-' | '–' | '—' | '#' | '|' | '>')
}

fn is_sign(c: char) -> bool {
    matches!(c, '€' | '£' | '$' | '~') || c.is_whitespace()
}

/// The line around a place.
fn line(text: &str, span: Span) -> Span {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |at| span.end + at);
    Span::new(start, end)
}

/// The label before or behind a value in its line.
fn of_line(text: &str, start: usize, value: Span) -> Option<Span> {
    let line = line(text, value);
    let before = text.get(line.start..start.max(line.start))?;
    let lead = before.trim_end_matches(is_sign);
    let body = lead.trim_start_matches(is_bullet);
    let closed = [":", "|", "—", "–", " -"]
        .iter()
        .find_map(|sign| body.strip_suffix(sign));
    if let Some(label) = closed {
        let label = label.trim_end();
        // The last sentence before a colon.
        let from = label.rfind(". ").map_or(0, |at| at + 2);
        let label = &label[from..];
        let plain = !label.is_empty() && label.len() <= LONGEST && !label.contains([':', '|']);
        let at = label.as_ptr() as usize - text.as_ptr() as usize;
        return plain.then(|| Span::new(at, at + label.len()));
    }
    let numbered = body.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')'));
    let entry = numbered.is_empty() && (before != body || line.len() < SHORT_LINE);
    let behind = text.get(value.end..line.end)?;
    let trimmed = behind.trim_start_matches(['*', ' ']);
    let rest = ["—", "–", "-", ":", "|"]
        .iter()
        .find_map(|sign| trimmed.strip_prefix(sign))?;
    let label = rest.trim();
    let at = label.as_ptr() as usize - text.as_ptr() as usize;
    (entry && (3..=LONGEST).contains(&label.len())).then(|| Span::new(at, at + label.len()))
}

/// The cell before the one that the value fills.
fn of_cell(scene: &Scene, value: Span) -> Option<Span> {
    let blocks = scene.page.text.blocks();
    let at = scene.page.text.block_at(value.start)?;
    let own = blocks
        .get(at)
        .filter(|block| block.kind == BlockKind::Cell)?;
    let before = blocks.get(at.checked_sub(1)?)?;
    let alone = own.span.len() < value.len() + 12;
    (alone && before.kind == BlockKind::Cell).then_some(before.span)
}

/// The heading above the entries of a list.
fn heading(text: &str, line: Span) -> Span {
    let mut end = line.start;
    for _ in 0..LINES {
        let above = text[..end].trim_end_matches(['\n', ' ']);
        if above.is_empty() {
            break;
        }
        let start = above.rfind('\n').map_or(0, |at| at + 1);
        let line = &above[start..];
        let entry = line.starts_with(is_bullet) || line.find(": ").is_some_and(|at| at < 50);
        if !entry {
            return Span::new(start, above.len());
        }
        end = start;
    }
    Span::new(line.start, line.start)
}

/// Words of plans in a label.
const UNREAL: &[&str] = &[
    "plan",
    "plans",
    "planned",
    "target",
    "goal",
    "forecast",
    "expected",
    "wish",
    "projected",
];

impl Frame<'_, '_> {
    /// The label of the number, if it has one.
    pub(super) fn label(&self) -> Option<Label> {
        let text = self.scene.text();
        let span =
            of_line(text, self.start, self.value).or_else(|| of_cell(self.scene, self.value))?;
        let holds = |span: Span, wanted: &dyn Fn(&Hit) -> bool| hits_in(self.scene, span, wanted);
        let fact = self.fact;
        let about = |hit: &Hit| hit.is(fact, Use::Subject) || hit.is(fact, Use::Context);
        let unit = |hit: &Hit| hit.is(fact, Use::Unit) || hit.is(fact, Use::SoleUnit);
        let words = text.get(span.range()).unwrap_or_default();
        let named = !self.is_counted()
            && words
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| self.profile.has(&word.to_lowercase()));
        let heading = heading(text, line(text, self.value));
        let first = self
            .scene
            .page
            .text
            .blocks()
            .first()
            .map(|block| block.span);
        let owner = |hit: &Hit| about(hit) && self.is_owner_phrase(hit.span);
        let box_words = format!("{words} {}", text.get(heading.range()).unwrap_or_default());
        let lower = box_words.to_lowercase();
        Some(Label {
            own: holds(span, &|hit| hit.is(fact, Use::Subject)) || named,
            unit: holds(span, &unit),
            owner: [Some(span), Some(heading), first]
                .into_iter()
                .flatten()
                .any(|span| holds(span, &owner)),
            unreal: UNREAL.iter().any(|word| period::holds(&lower, word)),
        })
    }
}

/// Whether some phrase in a part of the article is wanted.
pub(super) fn hits_in(scene: &Scene, span: Span, wanted: &dyn Fn(&Hit) -> bool) -> bool {
    let first = scene.all.partition_point(|hit| hit.span.start < span.start);
    scene.all[first..]
        .iter()
        .take_while(|hit| hit.span.start < span.end)
        .any(|hit| span.contains(hit.span) && wanted(hit))
}
