//! What the rule language rules out, whatever else speaks for a number.

use super::frame::{Frame, Whose};
use super::time::Times;
use super::words::NEGATIVES;

/// Before a number that is a place in a list.
const LISTED: &[&str] = &[
    "room", "page", "chapter", "flight", "section", "article", "hall", "route", "no.", "nr",
    "phase", "bus", "platform", "lot", "item", "no", "gate", "highway", "line", "class", "grade",
    "group", "type", "level", "version",
];

impl Frame<'_, '_> {
    /// The name of the rule by which the number claims nothing.
    pub(super) fn gate(&self, times: &Times) -> Option<&'static str> {
        match () {
            _ if times.uncovered && times.time.own.is_empty() => Some("time"),
            _ if NEGATIVES.contains(&self.before(1)) || self.is_denied() => Some("denied"),
            _ if self.is_of_another() => Some("of-another"),
            _ if self.is_age() => Some("age"),
            _ if self.is_listed() => Some("list-number"),
            _ => None,
        }
    }

    /// `Sweden's policy rate`, `the pier in Whitby`: the noun of the fact, and it is somebody else's.
    fn is_of_another(&self) -> bool {
        self.subject_phrase()
            .is_some_and(|subject| self.whose(subject.head) == Some(Whose::Other))
    }

    /// Somebody's age: `a man of 40`, `June Okafor, 40,`, unless the fact is of an age.
    fn is_age(&self) -> bool {
        let old = (1..=3).any(|ahead| self.after(ahead) == "old")
            && self.after(1).trim_start_matches('-').starts_with("year")
            || self.scene.page.lower(self.value).ends_with("year-old");
        if old && !self.profile.has("old") {
            return true;
        }
        let before = (self.before(2), self.before(1));
        let person = matches!(
            before.0,
            "man" | "woman" | "boy" | "girl" | "child" | "mother" | "father"
        ) && before.1 == "of";
        let turned = matches!(before.0, "he" | "she")
            && matches!(before.1, "is" | "was" | "turned")
            && matches!(self.after(1), "." | "," | "when" | "");
        let aged = matches!(before.1, "aged" | "turned" | "turns");
        let noun = self.noun.is_some();
        let apposed = self.is_counted()
            && !noun
            && before.1 == ","
            && self
                .inside
                .start
                .checked_sub(2)
                .is_some_and(|index| self.tag(index).is_proper())
            && self.after(1) == ","
            && self.amount.number.value < rust_decimal::Decimal::from(120);
        self.is_counted() && !noun && (person || turned || aged) || apposed
    }

    /// A place in a list: `page 40`.
    fn is_listed(&self) -> bool {
        self.is_counted() && self.noun.is_none() && LISTED.contains(&self.before(1))
    }
}
