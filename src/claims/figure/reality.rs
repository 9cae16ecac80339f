//! Whether a number is real: planned, wished, required, denied or corrected numbers are none.

use crate::syntax::tags::{Relation, Tag};

use super::frame::Frame;
use super::words::{AIMS, MOVE, NEGATIVES, PRESENT_ONLY, RISE, UNREAL, UNREAL_NOUNS, UNSURE};

impl Frame<'_, '_> {
    /// The verbs above the number up to its relative clause.
    fn governors(&self) -> Vec<usize> {
        let mut found = Vec::new();
        for index in self.chain.iter().copied().take(6) {
            found.push(index);
            if self.relation(index) == Relation::Relcl {
                break;
            }
        }
        found
    }

    /// Whether a verb of the list governs the number.
    fn is_under(&self, list: &[&str]) -> bool {
        let by = self
            .preposition
            .is_some_and(|index| self.lower(index) == "by");
        self.governors().into_iter().any(|index| {
            let lemma = self.lemma(index);
            if !self.is_verb(index) || !list.contains(&lemma) || self.marks[index].subject {
                return false;
            }
            if index > self.root {
                // `40 ships are planned`
                let passive = self.child(index, &[Relation::Nsubjpass]);
                return self.tag(index) == Tag::Vbn
                    && passive.is_some_and(|subject| self.tree.is_within(self.head, subject));
            }
            let present = matches!(self.tag(index), Tag::Vbp | Tag::Vbz);
            let other_sense = PRESENT_ONLY.contains(&lemma) && !present;
            let measure = Some(index) == self.governor && by && !matches!(lemma, "want" | "need");
            !other_sense && !measure
        })
    }

    /// Rows of mood.
    pub(super) fn reality(&self, put: &mut impl FnMut(&'static str)) {
        let root = self.root;
        let above: Vec<usize> = self.chain.iter().copied().skip(1).take(4).collect();
        let verbs = || {
            self.predicate
                .into_iter()
                .chain(above.iter().copied().filter(|index| self.is_verb(*index)))
        };
        let needed = above.iter().any(|index| {
            *index > root && matches!(self.lemma(*index), "need" | "require" | "want")
        });
        if self.is_under(UNREAL) || needed {
            put("unreal-verb");
        }
        if self.is_under(UNSURE) {
            put("unsure-verb");
        }
        let own = |index: usize| {
            let mark = self.marks[index];
            mark.is_own() || mark.unit
        };
        let unreal = |index: usize| {
            UNREAL_NOUNS.contains(&self.lemma(index)) && self.tag(index).is_noun() && !own(index)
        };
        use Relation::{Amod, Compound, Nsubj, Nsubjpass};
        let around = std::iter::once(self.head).chain(above.iter().copied());
        let noun = around.clone().any(unreal)
            || around.clone().any(|index| {
                self.any_child(index, |child| {
                    matches!(self.relation(child), Nsubj | Nsubjpass | Compound | Amod)
                        && unreal(child)
                })
            });
        if noun {
            put("unreal-noun");
        }
        let aim = self
            .governor
            .filter(|_| {
                self.preposition
                    .is_some_and(|index| matches!(self.lower(index), "of" | "at"))
            })
            .is_some_and(|index| AIMS.contains(&self.lemma(index)) && !own(index));
        let subject = self
            .predicate
            .filter(|verb| self.lemma(*verb) == "be")
            .and_then(|verb| self.child(verb, &[Nsubj, Nsubjpass]));
        let aims = subject.is_some_and(|subject| {
            subject < root && AIMS.contains(&self.lemma(subject)) && !own(subject)
        });
        if aim || aims {
            put("aim");
        }
        let auxiliary = |wanted: &[&str]| {
            verbs().any(|verb| {
                self.any_child(verb, |child| {
                    self.relation(child) == Relation::Aux && wanted.contains(&self.lower(child))
                })
            })
        };
        let changes = self.predicate.is_some_and(|verb| {
            let lemma = self.lemma(verb);
            RISE.contains(&lemma)
                || MOVE.contains(&lemma)
                || matches!(
                    lemma,
                    "reach" | "hit" | "exceed" | "surpass" | "top" | "double"
                )
        });
        if auxiliary(&["may", "might", "could", "would", "should", "must"]) {
            put("modal");
            if changes {
                put("will-change");
            }
        }
        if auxiliary(&["will", "wo", "'ll", "shall"]) {
            put(if changes { "will-change" } else { "will" });
        }
        if self.is_going() {
            put("going");
        }
        if self.is_denied() {
            put("denied");
        }
        let conditional = self.chain.iter().any(|index| {
            self.any_child(*index, |child| {
                self.relation(child) == Relation::Mark
                    && matches!(self.lower(child), "if" | "unless" | "whether")
            })
        });
        if conditional {
            put("condition");
        }
        if self.heads_unreal_line() {
            put("unreal-heading");
        }
    }

    /// `is expected to reach 40`, `on track to carry 40`.
    fn is_going(&self) -> bool {
        let verb_before = (1..=4).find(|back| self.before(*back) == "to");
        let Some(to) = verb_before else {
            return false;
        };
        let cue = (to + 1..to + 3).any(|back| {
            matches!(
                self.before(back),
                "going"
                    | "about"
                    | "due"
                    | "scheduled"
                    | "ready"
                    | "poised"
                    | "set"
                    | "likely"
                    | "expected"
                    | "projected"
                    | "planned"
                    | "plans"
                    | "track"
                    | "aims"
                    | "hopes"
                    | "wants"
            )
        });
        let to_is_verbal = self.inside.start.checked_sub(to).is_some_and(|index| {
            self.tag(index) == Tag::To || self.relation(index) == Relation::Aux
        });
        cue && to_is_verbal
    }

    pub(super) fn is_denied(&self) -> bool {
        let negated = |index: usize| {
            self.any_child(index, |child| {
                let but = (child..self.root).any(|at| self.lower(at) == "but");
                self.relation(child) == Relation::Neg && child < self.root && !but
            })
        };
        let in_subject = self.chain.iter().take(4).any(|index| {
            matches!(self.relation(*index), Relation::Nsubj | Relation::Nsubjpass)
                && self.predicate != Some(*index)
                && self
                    .predicate
                    .is_none_or(|verb| self.tree.is_within(*index, verb))
        });
        let only = (1..=4).any(|back| self.before(back) == "only");
        let verb = self.predicate.is_some_and(negated);
        let near = (1..=2).any(|back| NEGATIVES.contains(&self.before(back)));
        let but = (1..=2).any(|back| self.before(back) == "but");
        !only && (!in_subject && (verb || negated(self.head) || negated(self.root)) || near && !but)
    }

    /// `Planned fleet: 40 ships`.
    fn heads_unreal_line(&self) -> bool {
        let colon = (0..self.inside.start).find(|index| self.written(*index) == ":");
        colon.is_some_and(|colon| {
            (0..colon).any(|index| {
                matches!(
                    self.lower(index),
                    "plan"
                        | "plans"
                        | "planned"
                        | "hopes"
                        | "wants"
                        | "wishes"
                        | "goal"
                        | "goals"
                        | "target"
                        | "targets"
                        | "would"
                        | "could"
                        | "forecast"
                        | "forecasts"
                        | "expected"
                        | "proposal"
                        | "proposals"
                        | "aims"
                )
            })
        })
    }
}
