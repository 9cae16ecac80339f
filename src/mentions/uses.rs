//! What a phrase is to which facts.

use std::sync::Arc;

/// What a phrase is to a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Use {
    /// A right name of an entity: the index of its record.
    Name(usize),
    /// A known wrong name of an entity.
    Reject,
    /// Another real name.
    Unlike,
    /// A title of an office.
    Title,
    /// The nation or body of an office.
    Of,
    /// A name of a holder of an office: the index of the record.
    Holder(usize),
    /// A member of an affiliation.
    Member,
    /// What the members of an affiliation belong to.
    MemberOf,
    /// The counted noun of a figure.
    Unit,
    /// The same of a figure without a subject: it alone makes a claim.
    SoleUnit,
    /// The subject of a figure.
    Subject,
    /// The context of a figure.
    Context,
    /// A name of an event.
    Event,
    /// A place of an event.
    At,
    /// The fixed words that a pattern of a statement can't do without: the index of the pattern.
    Anchor(usize),
    /// Silences the fact in this sentence.
    Unless,
}

/// One of each kind.
const KINDS: [Use; 16] = [
    Use::Name(0),
    Use::Reject,
    Use::Unlike,
    Use::Title,
    Use::Of,
    Use::Holder(0),
    Use::Member,
    Use::MemberOf,
    Use::Unit,
    Use::SoleUnit,
    Use::Subject,
    Use::Context,
    Use::Event,
    Use::At,
    Use::Anchor(0),
    Use::Unless,
];

impl Use {
    /// Whether it stays what it is inside a longer phrase that is `outer` (and nothing that takes its words away):
    /// `earthquake` in the name of an event is still a subject, `Korea` in `North Korea` is no context.
    fn stands_in(self, outer: Use, capitals: bool) -> bool {
        let about = |r#use: Use| {
            matches!(
                r#use,
                Use::Subject | Use::Context | Use::Unit | Use::SoleUnit
            )
        };
        let neutral = |r#use: Use| matches!(r#use, Use::Anchor(_) | Use::Unless);
        match self {
            _ if neutral(self) || neutral(outer) => true,
            _ if about(self) => !capitals || matches!(outer, Use::Event | Use::At),
            // `Pope Francis` may be listed as a member of his order.
            Use::Title | Use::Holder(_) => outer == Use::Member,
            Use::Name(_) | Use::Reject | Use::Unlike | Use::Member | Use::MemberOf => about(outer),
            _ => false,
        }
    }

    /// Whether a sentence that holds it may hold a claim.
    pub fn is_trigger(self) -> bool {
        !matches!(
            self,
            Use::Unlike
                | Use::Of
                | Use::Holder(_)
                | Use::MemberOf
                | Use::Unit
                | Use::Context
                | Use::At
                | Use::Unless
        )
    }

    /// The bit of its kind.
    fn kind(self) -> u32 {
        let at = KINDS
            .iter()
            .position(|kind| std::mem::discriminant(kind) == std::mem::discriminant(&self));
        1 << at.unwrap_or(KINDS.len())
    }
}

/// What a phrase is to which facts (by index), fact by fact. Ten thousand facts may share a noun or a title, so it
/// is shared between the places where the phrase stands, and looked up by fact.
#[derive(Clone, Debug)]
pub struct Uses {
    rows: Arc<[(usize, Use)]>,
    /// The kinds among them, a bit each.
    kinds: u32,
}

impl FromIterator<(usize, Use)> for Uses {
    fn from_iter<I: IntoIterator<Item = (usize, Use)>>(rows: I) -> Self {
        let mut rows: Vec<_> = rows.into_iter().collect();
        rows.sort_unstable();
        rows.dedup();
        let kinds = rows
            .iter()
            .fold(0, |kinds, (_, r#use)| kinds | r#use.kind());
        Uses {
            rows: rows.into(),
            kinds,
        }
    }
}

impl Uses {
    /// Each fact with what the phrase is to it.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Use)> {
        self.rows.iter().copied()
    }

    /// Whether the phrase is nothing to anybody.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether it is some kind of thing to some fact. What an index in a [`Use`] says does not count.
    pub fn any(&self, wanted: impl Fn(Use) -> bool) -> bool {
        self.kinds & bits(wanted) != 0
    }

    /// What it is to a fact.
    pub fn of(&self, fact: usize) -> impl Iterator<Item = Use> {
        let from = self.rows.partition_point(|(of, _)| *of < fact);
        let rows = self.rows[from..].iter();
        let own = rows.take_while(move |(of, _)| *of == fact);
        own.map(|(_, r#use)| *r#use)
    }

    /// The same inside a longer phrase; `capitals`: the inner one has some.
    pub(super) fn inside(self, outer: &Uses, capitals: bool) -> Uses {
        let kept = bits(|inner| !outer.any(|outer| !inner.stands_in(outer, capitals)));
        match self.kinds & !kept {
            0 => self,
            _ => self
                .iter()
                .filter(|(_, r#use)| r#use.kind() & kept != 0)
                .collect(),
        }
    }
}

/// The bits of the kinds that are wanted.
fn bits(wanted: impl Fn(Use) -> bool) -> u32 {
    let kinds = KINDS.iter().enumerate();
    kinds
        .filter(|(_, kind)| wanted(**kind))
        .fold(0, |bits, (at, _)| bits | 1 << at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_looked_up_by_fact() {
        let uses: Uses = [(7, Use::Unit), (2, Use::Name(3)), (7, Use::Subject)]
            .into_iter()
            .collect();
        assert!(uses.of(7).eq([Use::Unit, Use::Subject]));
        assert!(uses.of(2).eq([Use::Name(3)]));
        assert_eq!(uses.of(3).count(), 0);
        assert!(uses.any(|r#use| matches!(r#use, Use::Name(_))));
        assert!(!uses.any(|r#use| r#use == Use::Title));
    }

    #[test]
    fn every_kind_has_its_own_bit() {
        let all = KINDS.iter().fold(0, |bits, kind| bits | kind.kind());
        assert_eq!(all, (1 << KINDS.len()) - 1);
        assert_eq!(Use::Anchor(9).kind(), Use::Anchor(0).kind());
    }
}
