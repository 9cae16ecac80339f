//! What a number measures: a level, a change, a part, a rate, a toll.

use crate::facts::Measures;
use crate::syntax::tags::Relation;

use super::frame::{Frame, Whose};
use super::words::{ADDED, CHANGE, HURT, MOVE, PER, RATE_ADVERBS, RISE, TAKE, TOLL};

/// How a number is no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    /// `another 40`, `40 more`.
    Added,
    /// `rose by 40`, `an increase of 40`.
    Changed,
    /// `withdrew 40 ships`.
    Moved,
}

impl Frame<'_, '_> {
    fn is(&self, index: usize, list: &[&str]) -> bool {
        list.contains(&self.lemma(index)) || list.contains(&self.lower(index))
    }

    /// Whether the number is of a difference.
    pub(super) fn shift(&self) -> Option<Shift> {
        use Relation::{
            Advmod, Amod, Attr, Compound, Dobj, Nmod, Npadvmod, Nsubjpass, Nummod, Oprd,
        };
        let hedged = self.amount.hedge.is_some();
        let governor = self.governor;
        let verb = governor.filter(|governor| self.is_verb(*governor));
        let preposition = self.preposition.map_or("", |index| self.lower(index));
        let own = |index: usize| {
            let lemma = self.lemma(index);
            let mut marks = self.marks.iter().enumerate();
            self.profile.has(lemma)
                || marks.any(|(at, mark)| mark.subject && self.lemma(at) == lemma)
        };
        let before = self.before(1);
        let added = |index: usize| {
            self.any_child(index, |child| {
                child < self.root && ADDED.contains(&self.lower(child))
            })
        };
        if !hedged && (added(self.head) || added(self.root)) || ADDED.contains(&before) {
            return Some(Shift::Added);
        }
        if matches!(
            self.after(1),
            "more" | "additional" | "extra" | "new" | "fewer" | "others" | "further"
        ) && self.after(2) != "than"
        {
            return Some(Shift::Added);
        }
        if let Some(noun) = self.noun
            && self.is(noun, CHANGE)
            && !self.marks[noun].unit
        {
            return Some(Shift::Changed);
        }
        let relation = self.relation(self.head);
        if matches!(relation, Amod | Compound | Nmod | Nummod | Npadvmod)
            && self
                .tree
                .head(self.head)
                .is_some_and(|above| self.is(above, CHANGE))
        {
            return Some(Shift::Changed);
        }
        if let Some(governor) = governor {
            let of_change =
                preposition == "of" && self.is(governor, CHANGE) && !self.marks[governor].subject;
            let by_change = preposition == "by"
                && (self.is(governor, RISE)
                    || self.is(governor, MOVE)
                    || self.is(governor, CHANGE));
            if of_change || by_change {
                return Some(Shift::Changed);
            }
        }
        if let Some(verb) = verb
            && preposition.is_empty()
            && RISE.contains(&self.lemma(verb))
            && matches!(
                relation,
                Dobj | Npadvmod | Advmod | Attr | Oprd | Relation::Ccomp | Relation::Dep
            )
            && !matches!(self.after(1), "above" | "high" | "tall" | "into" | "over")
        {
            return Some(Shift::Changed);
        }
        let near_by =
            before == "by" && (2..=4).any(|back| matches!(self.before(back), "up" | "down"));
        if matches!(before, "up" | "down") || near_by {
            return Some(Shift::Changed);
        }
        if let Some(verb) = verb
            && matches!(relation, Dobj | Nsubjpass)
            && !own(verb)
            && (self.is_counted() && MOVE.contains(&self.lemma(verb))
                || TAKE.contains(&self.lemma(verb)))
        {
            return Some(Shift::Moved);
        }
        let compared = |ahead: usize| {
            matches!(
                self.after(ahead),
                "more" | "fewer" | "less" | "higher" | "lower" | "longer" | "shorter" | "taller"
            ) && (1..=2).any(|on| self.after(ahead + on) == "than")
        };
        let ahead = matches!(self.after(1), "short" | "shy" | "ahead" | "behind");
        (compared(1) || compared(2) || ahead).then_some(Shift::Changed)
    }

    /// Whether the number is of a part: `40 of its ships`, `40 of them`, `including 40`.
    pub(super) fn is_part(&self) -> bool {
        let definite = |word: &str| {
            matches!(
                word,
                "its" | "their" | "those" | "these" | "his" | "her" | "the" | "all"
            )
        };
        let before = self.before(1);
        let listed = matches!(
            before,
            "including" | "among" | "includes" | "include" | "whom" | "which" | "them"
        ) || before == ","
            && matches!(self.before(2), "whom" | "which" | "them" | "those");
        let first = self.lower(0);
        let leads = first == "of" || first == "out" && self.lower(1) == "of";
        if listed || leads && self.inside.start < 8 {
            return true;
        }
        if self.is_percent() {
            return false;
        }
        let objects = [self.head, self.root]
            .into_iter()
            .flat_map(|index| self.tree.children(index))
            .filter(|child| self.relation(*child) == Relation::Prep && self.lower(*child) == "of")
            .flat_map(|child| self.tree.children(child))
            .filter(|child| self.relation(*child) == Relation::Pobj);
        let mut objects: Vec<usize> = objects.collect();
        objects.dedup();
        objects.into_iter().any(|object| {
            let determined = self.any_child(object, |child| definite(self.lower(child)));
            let pronoun = self.any_child(object, |child| {
                matches!(
                    self.lower(child),
                    "its" | "their" | "those" | "these" | "his" | "her"
                )
            });
            let possessed = self.any_child(object, |child| self.relation(child) == Relation::Poss);
            let counted = self.any_child(object, |child| self.relation(child) == Relation::Nummod);
            let own = self.whose(object) == Some(Whose::Own) && !possessed;
            let mark = self.marks[object];
            pronoun
                || !own
                    && (!mark.is_own() && (possessed || determined)
                        || self.tag(object).is_pronoun()
                        || counted)
        })
    }

    /// Whether the number is so many in so much time, or for each, where the fact does not say so itself.
    pub(super) fn is_rate(&self) -> bool {
        let own = |word: &str| self.profile.has(word) && self.figure.measures != Measures::Rate;
        let per = |ahead: usize| {
            let unit = self.after(ahead + 1);
            matches!(self.after(ahead), "a" | "an" | "per" | "each" | "every")
                && PER.contains(&unit)
                && !own(unit)
                && !matches!(
                    self.after(ahead + 2),
                    "ago" | "earlier" | "later" | "before"
                )
        };
        let adverb = |ahead: usize| {
            let index = self.inside.end + ahead - 1;
            RATE_ADVERBS.contains(&self.after(ahead)) && !self.tag(index + 1).is_noun()
        };
        (1..=4).any(per) || (1..=2).any(adverb)
    }

    /// How near words of a list stand to the number in the tree; those behind it a little nearer than those before.
    fn nearness(&self, list: &[&str], skip: impl Fn(usize) -> bool) -> Option<usize> {
        (0..self.tree.tokens().len())
            .filter(|index| list.contains(&self.lemma(*index)) && !skip(*index))
            .map(|index| {
                let cost = self.way(index).map_or(9, |way| way.cost());
                2 * cost + usize::from(index < self.root)
            })
            .min()
    }

    /// Rows of what the number measures.
    pub(super) fn measure(&self, put: &mut impl FnMut(&'static str)) {
        let measures = self.figure.measures;
        let shift = self.shift();
        if !self.is_year() && measures != Measures::Change {
            match shift {
                Some(Shift::Added) => put("added"),
                Some(Shift::Changed) => put("change"),
                Some(Shift::Moved) => put("moved"),
                None => {}
            }
        }
        if measures == Measures::Change {
            let preposition = self.preposition.map_or("", |index| self.lower(index));
            let rises = self
                .chain
                .iter()
                .take(4)
                .any(|index| self.is_verb(*index) && RISE.contains(&self.lemma(*index)));
            let changed =
                shift == Some(Shift::Changed) || matches!(preposition, "" | "by" | "of") && rises;
            put(if changed { "is-change" } else { "no-change" });
        }
        let part = self.is_part();
        if part && measures != Measures::Part {
            put("part");
        }
        let rate = self.is_rate();
        match (rate, measures) {
            (true, Measures::Rate) => put("is-rate"),
            (false, Measures::Rate) => put("no-rate"),
            (true, _) => put("rate"),
            _ => {}
        }
        let toll = self.nearness(TOLL, |_| false);
        let hurt = self.nearness(HURT, |index| self.marks[index].is_own());
        let nearer = |one: Option<usize>, other: Option<usize>| {
            one.is_some_and(|one| other.is_none_or(|other| one < other))
        };
        if measures == Measures::Toll {
            let fits = toll.is_some_and(|toll| toll <= 12) && !nearer(hurt, toll);
            put(if fits { "is-toll" } else { "no-toll" });
            if nearer(hurt, toll) {
                put("hurt");
            }
        } else if self.is_counted() {
            let own = self.marks.iter().enumerate().any(|(index, mark)| {
                (mark.subject || mark.unit) && TOLL.contains(&self.lemma(index))
            });
            if toll.is_some_and(|toll| toll <= 9) && !nearer(hurt, toll) && !own {
                put("toll");
            }
            if hurt.is_some_and(|hurt| hurt <= 7) && nearer(hurt, toll) {
                put("hurt");
            }
        }
    }
}
