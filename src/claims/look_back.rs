//! Titles that look back or ahead: `appointed by President NAME`, the `record as governor`, a president to be.

use std::ops::Range;

use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::Record;
use jiff::civil::Date;

/// So many days around a change of office, copy gives a person either title.
const CHANGE: i32 = 120;

/// Words of beginning and ending in office: near them a title is that of the time told of.
const OFFICE_CHANGES: &[&str] = &[
    "appointed",
    "appointee",
    "appointees",
    "appoint",
    "nominated",
    "nominee",
    "nominate",
    "nominates",
    "nomination",
    "fire",
    "fired",
    "firing",
    "fires",
    "dismissed",
    "dismissal",
    "dismiss",
    "ousted",
    "ouster",
    "sacked",
    "deposed",
    "resignation",
    "impeached",
    "impeachment",
    "legacy",
    "presidency",
    "tenure",
    "era",
    "administration",
    "appointment",
    "confirmed",
    "confirm",
    "confirmation",
    "inherited",
    "replacement",
    "replace",
];

/// Words before a title without its nation that tell of another time.
const BEFORE: &[&str] = &[
    "by", "from", "than", "when", "whom", "which", "where", "after", "before", "since", "under",
    "during", "like", "unlike", "even",
];

/// Words that make a title one to come.
const AHEAD: &[&str] = &[
    "a",
    "if",
    "whether",
    "will",
    "would",
    "could",
    "may",
    "might",
    "should",
    "implications",
    "perhaps",
    "envisions",
    "vowed",
    "promised",
    "next",
    "soon",
];

/// Whether a title without its nation, and the name of an earlier holder beside it, tell of the holder's own time.
pub fn is_look_back(scene: &Scene, words: &Range<usize>) -> bool {
    let before = words
        .start
        .checked_sub(1)
        .map_or("", |index| scene.lower(index));
    let owns = scene
        .words
        .get(words.end)
        .is_some_and(|word| word.kind == WordKind::Possessive);
    let had = (words.end..words.end + 3).any(|index| scene.lower(index) == "had");
    owns || had || BEFORE.contains(&before) || is_of_change(scene, words)
}

/// Whether the clause speaks of somebody's beginning or ending in office.
pub fn is_of_change(scene: &Scene, words: &Range<usize>) -> bool {
    let Some(first) = scene.words.get(words.start) else {
        return false;
    };
    scene.holds(scene.clause(first.span.start), OFFICE_CHANGES)
}

/// Whether the clause speaks of what may come.
pub fn is_ahead(scene: &Scene, words: &Range<usize>) -> bool {
    let Some(first) = scene.words.get(words.start) else {
        return false;
    };
    scene.holds(scene.clause(first.span.start), AHEAD)
}

/// Whether a record begins soon after a day.
pub fn begins_soon(record: &Record, day: Date) -> bool {
    record
        .during
        .from
        .and_then(|from| day.until(from).ok())
        .is_some_and(|time| (1..=CHANGE).contains(&time.get_days()))
}

/// Whether a record begins or ends near a day.
pub fn changes_near(record: &Record, day: Date) -> bool {
    let near = |bound: Option<Date>| {
        let time = bound.and_then(|bound| day.until(bound).ok());
        time.is_some_and(|time| time.get_days().abs() <= CHANGE)
    };
    near(record.during.from) || near(record.during.until)
}

/// Whether words between a name and `as` leave the two together: none, or `, speaking`.
pub fn is_apposition(scene: &Scene, between: Range<usize>) -> bool {
    match between.len() {
        0 => true,
        2 => scene.is_sign(between.start, ",") && scene.lower(between.start + 1).ends_with("ing"),
        _ => false,
    }
}
