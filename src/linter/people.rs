//! Edits that would put one person in another's place.

use super::Linter;
use crate::claims::StatedValue;
use crate::facts::{Kind, Value};
use crate::mentions::near::lexicon;

impl Linter {
    /// Whether an edit from what is stated to what is right would replace one person by another: who did or said something
    /// would change with it. A name that is only written another way is no other person.
    pub(super) fn swaps_people(
        &self,
        kind: &Kind,
        column: &str,
        right: &Value,
        stated: &StatedValue,
    ) -> bool {
        let Value::Phrase(phrase) = right else {
            return false;
        };
        match (kind, stated) {
            (Kind::Office(_), _) => column != "title",
            (Kind::Entity(_), _) => false,
            (_, StatedValue::Phrase(words)) => {
                self.is_person(words) || self.is_person(&phrase.preferred)
            }
            _ => false,
        }
    }

    /// Whether words name a person: a holder of some office, an entity that was born, or a given name with more behind it.
    fn is_person(&self, words: &str) -> bool {
        let born = || {
            self.known.facts.iter().any(|fact| match &fact.kind {
                Kind::Entity(entity) => entity.born.is_some() && entity.name == words,
                _ => false,
            })
        };
        let mut parts = words.split(' ');
        let given = parts.next().unwrap_or_default().to_lowercase();
        let mut rest = parts.peekable();
        let named = rest.peek().is_some()
            && lexicon::is_name(&given)
            && rest.all(|part| {
                part.starts_with(|c: char| c.is_uppercase())
                    && !lexicon::is_word(&part.to_lowercase())
            });
        named || !self.known.by_name(words).is_empty() || born()
    }
}
