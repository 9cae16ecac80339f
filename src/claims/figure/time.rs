//! The time that a number is of: the dates of its own phrase and clause, and cues that it is of an earlier one.

use crate::claims::Time;
use crate::claims::scene::DateMention;
use crate::facts::{Fact, Period};
use crate::language::Reading;
use crate::language::dates::Preposition;
use crate::mentions::Use;
use crate::span::Span;
use crate::syntax::tags::{Relation, Tag};

use super::frame::Frame;
use super::words::{CHANGE, PAST, RISE};

/// How a date belongs to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// It stands with the number.
    Own,
    /// It is in the number's clause.
    Clause,
    /// It is in the subject of the clause.
    Subject,
}

/// What a sentence says of the time of a number.
#[derive(Debug, Default)]
pub(super) struct Times {
    pub(super) time: Time,
    /// A stated time that no record covers.
    pub(super) uncovered: bool,
    /// It is of a time after the article's.
    pub(super) future: bool,
    /// A date stands with the number itself.
    pub(super) own: bool,
}

impl Frame<'_, '_> {
    /// Reads the time of the number.
    pub(super) fn times(&self, fact: &Fact, agrees: impl Fn(&Period) -> bool) -> Times {
        let mut times = Times::default();
        let today = self.scene.page.date();
        if self.is_year() {
            let year = self.amount.number.value;
            times.future =
                today.is_some_and(|today| year > rust_decimal::Decimal::from(today.year()));
            return times;
        }
        let scoped = self.scoped();
        let has_own = scoped.iter().any(|(scope, _)| *scope == Scope::Own);
        times.own = has_own;
        for (scope, date) in scoped {
            let Some(extent) = date.extent else { continue };
            let records = &fact.table.records;
            let covered = records.iter().any(|record| record.during.overlaps(&extent));
            match scope {
                Scope::Subject => {
                    if agrees(&extent) {
                        times.time.own.push(extent);
                    }
                    continue;
                }
                Scope::Clause if has_own => continue,
                _ => {}
            }
            let starts = records
                .iter()
                .filter_map(|record| record.during.from)
                .any(|from| extent.holds(from));
            if let (Some(today), Some(from)) = (today, extent.from)
                && from > today
                && !starts
            {
                times.future = true;
                continue;
            }
            // A period that is still on says nothing that the article's date does not.
            if scope == Scope::Clause && today.is_some_and(|today| extent.holds(today)) {
                if records
                    .iter()
                    .any(|record| record.during.from.is_some_and(|from| extent.holds(from)))
                {
                    times.time.own.push(extent);
                }
                continue;
            }
            if covered {
                times.time.own.push(extent);
            } else {
                times.uncovered = true;
            }
        }
        times.time.past = self.is_past();
        times.time.bygone = self.is_bygone();
        times.time.past |= times.time.bygone;
        times
    }

    /// The dates that belong to the number.
    fn scoped(&self) -> Vec<(Scope, &DateMention<'_>)> {
        let scene = self.scene;
        let dates: Vec<&DateMention> = scene
            .dates
            .iter()
            .filter(|date| {
                !date.span.overlaps(self.value)
                    && date.expr.preposition != Some(Preposition::Since)
                    && scene
                        .hits_in(date.span, self.fact, Use::Context)
                        .next()
                        .is_none()
            })
            .collect();
        let behind = dates
            .iter()
            .find(|date| date.span.start >= self.value.end && self.is_just_behind(date.span.start));
        if let Some(date) = behind {
            return vec![(Scope::Own, *date)];
        }
        let scoped: Vec<(Scope, &DateMention)> = dates
            .into_iter()
            .filter_map(|date| Some((self.scope(date)?, date)))
            .collect();
        // Of several, the ones with no other number between: `40 in 2019, 44 in 2020`.
        let is_next = |date: &DateMention| {
            let between = match date.span.start < self.value.start {
                true => Span::new(date.span.end, self.start.max(date.span.end)),
                false => Span::new(self.value.end, date.span.start.max(self.value.end)),
            };
            !scene.values().iter().any(|value| {
                between.contains(value.span) && matches!(value.reading, Reading::Amount(_))
            })
        };
        match scoped.iter().any(|(_, date)| is_next(date)) {
            true => scoped
                .into_iter()
                .filter(|(_, date)| is_next(date))
                .collect(),
            false => scoped,
        }
    }

    /// Whether nothing but a noun and a preposition stands between the number and a place.
    fn is_just_behind(&self, offset: usize) -> bool {
        let between = self.inside.end
            ..self
                .tree
                .tokens()
                .partition_point(|token| token.span.start < offset);
        let mut nouns = 0;
        for index in between.clone() {
            let word = self.lower(index);
            match word {
                "in" | "for" | "at" | "by" | "on" | "as" | "of" | "during" | "this" | "the"
                | "," | "(" | "end" | "early" | "late" | "fiscal" | "calendar" => {}
                "and" | "but" | "than" | "from" | "while" => return false,
                // `40 ships built in 2019`
                _ if self.tag(index) == Tag::Vbn && self.relation(index) == Relation::Acl => {}
                _ if self.tag(index) == Tag::Cd || self.is_verb(index) => return false,
                _ if self.tag(index).is_punctuation() => return false,
                _ => nouns += 1,
            }
        }
        nouns <= 2 && between.len() <= 6
    }

    fn scope(&self, date: &DateMention) -> Option<Scope> {
        use Relation::{Ccomp, Conj, Mark, Nsubj, Nsubjpass, Pcomp, Prep, Relcl, Xcomp};
        let tokens = self.tokens_of(date.span);
        let last = tokens.clone().last()?;
        let above: Vec<usize> = self.tree.ancestors(last).collect();
        // In the number's own phrase, or in what says more of it: `the 40 ships that Norland had in 2019`.
        let describes = |index: usize| {
            self.tree.head(index) == Some(self.head)
                && matches!(self.relation(index), Relation::Acl | Relcl)
        };
        if let Some(at) = above.iter().position(|index| *index == self.head)
            && above[..at]
                .iter()
                .all(|index| !self.is_verb(*index) || describes(*index))
        {
            return Some(Scope::Own);
        }
        let verb = above
            .iter()
            .copied()
            .find(|index| self.is_verb(*index))
            .or(above.last().copied())
            .unwrap_or(last);
        if let Some(predicate) = self.predicate {
            // `in 2019, when it had 40 ships`
            let clause = std::iter::once(predicate).chain(self.tree.ancestors(predicate));
            let of_date = clause.take(3).any(|index| {
                self.relation(index) == Relcl
                    && self
                        .tree
                        .head(index)
                        .is_some_and(|head| tokens.contains(&head))
            });
            if of_date {
                return Some(Scope::Own);
            }
        }
        let compared = above.iter().take(3).any(|index| {
            matches!(self.lower(*index), "than" | "as")
                && matches!(self.relation(*index), Prep | Mark)
        });
        if compared {
            return None;
        }
        let Some(predicate) = self.predicate else {
            return (!self.is_verb(verb)).then_some(Scope::Clause);
        };
        if verb == predicate {
            return Some(Scope::Clause);
        }
        let subject = self.child(predicate, &[Nsubj, Nsubjpass]);
        if let Some(subject) = subject
            && self.tree.is_within(last, subject)
            && !self.tree.is_within(self.head, subject)
        {
            return Some(Scope::Subject);
        }
        let mut at = predicate;
        while matches!(self.relation(at), Xcomp | Conj | Ccomp | Pcomp) {
            at = self.tree.head(at)?;
            if at == verb {
                let before = date.span.end <= self.value.start;
                return (self.relation(at) != Relcl && before).then_some(Scope::Clause);
            }
        }
        None
    }

    /// Whether the number is where a change began: `up from 41`, `rose from 41 to 48`.
    pub(super) fn is_start(&self) -> bool {
        let before = self.before(1);
        let near = |words: &[&str]| (2..=5).any(|back| words.contains(&self.before(back)));
        if before == "from" && near(&["up", "down"]) {
            return true;
        }
        let from = self
            .preposition
            .is_some_and(|index| self.lower(index) == "from");
        let changes = self.governor.is_some_and(|governor| {
            let lemma = self.lemma(governor);
            RISE.contains(&lemma)
                || CHANGE.contains(&lemma)
                || matches!(self.lower(governor), "up" | "down")
        });
        from && changes
    }

    /// Whether cues say that an earlier time is meant.
    fn is_past(&self) -> bool {
        let before = (self.before(2), self.before(1));
        let cue = matches!(before.1, "from" | "not" | "against")
            || matches!(
                before,
                ("compared", "with" | "to") | ("instead", "of") | ("rather", "than")
            )
            || before.1.starts_with("replac")
            || before.1.starts_with("succeed");
        let clause = self.clause();
        let vague = clause
            .iter()
            .any(|index| PAST.contains(&self.lower(*index)))
            || clause.windows(3).any(|words| {
                let [at, the, time] = [words[0], words[1], words[2]].map(|index| self.lower(index));
                at == "at" && matches!(the, "the" | "that") && time == "time"
            });
        // `its previous 40 ships`, `the old limit of 40`
        let earlier = [Some(self.head), self.governor]
            .into_iter()
            .flatten()
            .any(|index| {
                self.any_child(index, |child| {
                    child < self.root
                        && matches!(
                            self.lower(child),
                            "previous" | "prior" | "old" | "earlier" | "last"
                        )
                })
            });
        // `She inherited 40 ships.`
        let inherited = self
            .predicate
            .is_some_and(|verb| self.lemma(verb) == "inherit");
        // `Until the spring it had 40 ships.`
        let until = self.predicate.is_some_and(|verb| {
            self.tag(verb) == Tag::Vbd
                && self.any_child(verb, |child| {
                    child < verb
                        && self.relation(child) == Relation::Prep
                        && self.lower(child) == "until"
                })
        });
        let perfect = self.predicate.is_some_and(|verb| {
            self.any_child(verb, |child| {
                self.relation(child) == Relation::Aux && matches!(self.lower(child), "had" | "'d")
            })
        });
        // `when she came there were 40 ships`
        let when = |index: usize| {
            self.any_child(index, |child| {
                matches!(self.relation(child), Relation::Advmod | Relation::Mark)
                    && matches!(self.lower(child), "when" | "before" | "until")
            })
        };
        let then = self.predicate.is_some_and(|verb| {
            let is_past = |index: usize| self.tag(index) == Tag::Vbd;
            is_past(verb)
                && self.any_child(verb, |child| {
                    self.relation(child) == Relation::Advcl && is_past(child) && when(child)
                })
        });
        // `when it had 40 ships`
        let once = self
            .chain
            .iter()
            .take(5)
            .any(|index| self.tag(*index) == Tag::Vbd && when(*index));
        cue || vague || earlier || inherited || until || perfect || once || then || self.is_start()
    }

    /// Whether the clause is about the past: `once had 40 ships`, `40 ships when it was founded`.
    fn is_bygone(&self) -> bool {
        let clause = self.clause();
        let word = |at: usize| clause.get(at).map_or("", |index| self.lower(*index));
        (0..clause.len()).any(|at| {
            matches!(
                (word(at), word(at + 1)),
                (
                    "once",
                    "had"
                        | "held"
                        | "employed"
                        | "stood"
                        | "numbered"
                        | "counted"
                        | "home"
                        | "owned"
                        | "was"
                ) | ("was" | "were" | "had", "once")
                    | ("used", "to")
                    | ("at", "first")
                    | ("formerly" | "originally" | "initially", _)
            ) || (word(at), word(at + 1), word(at + 2)) == ("in", "the", "past")
        }) || self.used_to()
            || self.is_at_beginning()
            || self.is_start()
    }

    /// `used to have 40 ships`
    fn used_to(&self) -> bool {
        self.predicate.is_some_and(|verb| {
            let above = self.tree.head(verb);
            self.relation(verb) == Relation::Xcomp
                && above.is_some_and(|above| self.lower(above) == "used" && self.is_verb(above))
        })
    }

    /// `40 ships when it was founded`: how it was when something began.
    fn is_at_beginning(&self) -> bool {
        self.predicate.is_some_and(|verb| {
            self.tree.children(verb).any(|child| {
                self.relation(child) == Relation::Advcl
                    && self.any_child(child, |mark| self.lower(mark) == "when")
                    && matches!(
                        self.lemma(child),
                        "open"
                            | "found"
                            | "build"
                            | "complete"
                            | "establish"
                            | "begin"
                            | "start"
                            | "launch"
                            | "take"
                            | "join"
                            | "arrive"
                            | "become"
                    )
            })
        })
    }
}
