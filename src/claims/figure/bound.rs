//! Words that make a year a bound: `founded before 1990`, `by 1990`, `no later than 1990`.

use crate::claims::scene::Scene;
use crate::language::{Hedge, HedgeKind};
use crate::span::Span;

/// The bound in front of a year.
pub(super) fn of_year(scene: &Scene, year: Span) -> Option<Hedge> {
    let first = scene.word_range(year).start;
    let before = |back: usize| first.checked_sub(back).map_or("", |at| scene.lower(at));
    // `before the year 1990`
    let skip = match (before(2), before(1)) {
        ("the", "year") => 2,
        _ => 0,
    };
    let word = |back: usize| before(back + skip);
    let (kind, len) = match (word(2), word(1)) {
        ("or", "before") => (HedgeKind::UpTo, 2),
        ("or", "after") => (HedgeKind::AtLeast, 2),
        (_, "before" | "pre") => (HedgeKind::Under, 1),
        ("prior", "to") | ("earlier", "than") => (HedgeKind::Under, 2),
        (_, "after" | "post") => (HedgeKind::Over, 1),
        ("later", "than") | ("subsequent", "to") => (HedgeKind::Over, 2),
        (_, "by") => (HedgeKind::UpTo, 1),
        _ => return None,
    };
    let denied = matches!(word(len + 1), "no" | "not" | "n't" | "never");
    let kind = match (kind, denied) {
        (HedgeKind::Under, true) => HedgeKind::AtLeast,
        (HedgeKind::Over, true) => HedgeKind::UpTo,
        (kind, _) => kind,
    };
    let start = first.checked_sub(len + skip)?;
    let span = Span::new(scene.words.get(start)?.span.start, year.start);
    Some(Hedge { span, kind })
}
