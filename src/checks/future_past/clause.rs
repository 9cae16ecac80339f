//! Whether a clause reports a happening on a date.

use super::words::{is_about, is_occasion, is_period, is_plan};
use crate::span::Span;
use crate::syntax::lexicon::{Class, classes};
use crate::syntax::tags::{Relation, Tag};
use crate::syntax::views::{Clause, Tense};
use crate::syntax::{Margin, Sentence};

/// A date in the tree of its sentence.
pub(super) struct Dated<'t> {
    pub(super) text: &'t str,
    pub(super) tree: &'t Sentence,
    pub(super) date: Span,
    /// Whether its year is the article's.
    pub(super) yearless: bool,
    /// Whether it is counted from the day of the article: `tomorrow`.
    pub(super) shifted: bool,
}

/// Where a date is in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before the verb.
    Before,
    /// Behind the verb.
    Behind,
}

impl Dated<'_> {
    /// Whether the clause of the verb that the date depends on reports a happening.
    pub(super) fn is_report(&self) -> bool {
        let Some((top, verb)) = self.governor() else {
            return false;
        };
        let Some(clause) = Clause::at(self.tree, verb) else {
            return false;
        };
        let predicate = &clause.predicate;
        let quoted = self.is_quoted(verb);
        // `gone tomorrow`, `followed tomorrow by another`: a participle says nothing of the past.
        let acts = clause
            .subject
            .is_some_and(|subject| self.tree.head(subject) == Some(verb));
        let joined = self.tree.relation(verb) == Relation::Conj && !self.shifted;
        if !acts && !quoted && !joined {
            return false;
        }
        let real = (predicate.tense == Tense::Past || quoted)
            && !predicate.negated
            && predicate.mood.is_real()
            && (quoted || !self.is_below_plan(verb))
            && !self.is_uncertain(verb);
        if !real || !self.is_happening(&clause) {
            return false;
        }
        if self.yearless && self.is_of_another_year(verb) {
            return false;
        }
        match self.place(top, &clause) {
            Some(Place::Behind) => self.is_owned(top, &clause),
            // Without its year it is often a day that the writer remembers: `On Nov. 9, I left`.
            Some(Place::Before) => !self.shifted && !self.yearless,
            None => false,
        }
    }

    /// The topmost word of the date's phrase, and the verb on which that depends: `on` and `met` of `met on Nov. 6`.
    fn governor(&self) -> Option<(usize, usize)> {
        let tree = self.tree;
        let head = tree.head_of(self.date)?;
        let (top, verb) = match tree.relation(head) {
            Relation::Pobj => {
                let preposition = tree.head(head)?;
                let bound = matches!(tree.lemma(preposition), "on" | "in");
                (preposition, tree.head(preposition).filter(|_| bound)?)
            }
            Relation::Npadvmod | Relation::Dobj | Relation::Nmod | Relation::Advmod => {
                (head, tree.head(head)?)
            }
            Relation::Prep => (head, tree.head(head)?),
            _ => return None,
        };
        let arc = tree.token(top)?;
        // A preposition that may as well depend on a noun proves nothing.
        (arc.margin >= Margin::DOUBTFUL).then_some((top, verb))
    }

    fn start(&self, index: usize) -> usize {
        self.tree.token(index).map_or(0, |token| token.span.start)
    }

    /// `The roof leaked on Nov. 6, the librarian said.`: the parser may take `leaked` for a participle, and then `said` has
    /// two subjects.
    fn is_quoted(&self, verb: usize) -> bool {
        let tree = self.tree;
        let (acl, past) = (
            tree.relation(verb) == Relation::Acl,
            tree.tag(verb) == Tag::Vbd,
        );
        let says = tree.head(verb).and_then(|noun| tree.head(noun));
        acl && past
            && says.is_some_and(|says| {
                let subjects = tree.children(says);
                let subjects = subjects.filter(|child| tree.relation(*child) == Relation::Nsubj);
                classes(tree.lemma(says), tree.tag(says)).has(Class::Say) && subjects.count() > 1
            })
    }

    /// Whether the verb says that something happened, and not what was meant for the day: `met`, but not `booked`.
    fn is_happening(&self, clause: &Clause) -> bool {
        let (tree, verb) = (self.tree, clause.predicate.verb);
        let has = |class| clause.predicate.classes.has(class);
        if tree.relation(verb) == Relation::Acl && !self.is_quoted(verb)
            || clause.subject.is_none()
            || has(Class::Copula)
            || has(Class::Plan)
            || has(Class::Require)
            || has(Class::Correct)
            || has(Class::Fail)
            || has(Class::Claim)
            || is_plan(tree.lemma(verb))
        {
            return false;
        }
        // `took place`, but not `took effect`
        if tree.lemma(verb) == "take" {
            let mut objects = clause.objects.iter();
            return objects
                .any(|object| matches!(tree.lemma(*object), "place" | "office" | "part"));
        }
        let happening = [
            Class::Meet,
            Class::HoldEvent,
            Class::Move,
            Class::Kill,
            Class::Win,
        ];
        let finite = tree.tag(verb) == Tag::Vbd;
        if self.shifted && !(finite && happening.into_iter().any(has)) {
            return false;
        }
        // A period is reported as over before it is: `the year ended June 30`.
        let subject = clause.subject.unwrap_or(verb);
        if is_period(tree.lemma(subject)) {
            return false;
        }
        // What somebody said on a day without a year is often told in an update.
        let says = has(Class::Say) || has(Class::Ask) || has(Class::Deny);
        let issued = matches!(tree.lemma(verb), "release" | "publish" | "issue" | "unveil");
        if (says || issued) && self.yearless {
            return false;
        }
        // `announced a vote on Nov. 9`: the day of the vote
        let behind = self.date.start > self.start(verb);
        !behind || !is_about(tree.lemma(verb)) && (!says || clause.objects.is_empty())
    }

    /// Whether nothing between the verb and the date can own the date instead.
    fn is_owned(&self, top: usize, clause: &Clause) -> bool {
        let (tree, verb) = (self.tree, clause.predicate.verb);
        let between = verb + 1..top;
        if self.shifted {
            return between.is_empty();
        }
        let bare = tree.relation(top) != Relation::Prep;
        between.clone().all(|index| {
            let tag = tree.tag(index);
            let owns = tag.is_noun() && is_occasion(tree, index)
                || tag.is_verb()
                || matches!(
                    tree.lemma(index),
                    "for"
                        | "until"
                        | "before"
                        | "about"
                        | "since"
                        | "through"
                        | "ahead"
                        | "as"
                        | "like"
                )
                || tree.lemma(index) == "by" && tree.relation(index) != Relation::Agent;
            // `leaves the house Nov. 9`: a noun right before a bare date may be its own.
            let noun = bare && index + 1 == top && tag.is_noun() && !tag.is_proper();
            !owns && !noun
        })
    }

    /// Where the date is in its clause; none where it may depend on the subject.
    fn place(&self, top: usize, clause: &Clause) -> Option<Place> {
        let (tree, verb) = (self.tree, clause.predicate.verb);
        if self.date.start > self.start(verb) {
            return Some(Place::Behind);
        }
        let subject = clause.subject?;
        let own = tree.head(subject) == Some(verb);
        // `The mayor on Nov. 6 signed the pact`
        let between = top == subject + 1 && !is_occasion(tree, subject);
        // `On Nov. 6 the two presidents met`
        let before = (0..top)
            .rev()
            .find(|index| !tree.tag(*index).is_punctuation());
        let opens = before.is_none_or(|index| {
            matches!(tree.lemma(index), "and" | "but" | "then" | "later" | "that")
        });
        let fronted = top < subject && opens && self.start(subject) > self.date.start;
        (own && (between || fronted)).then_some(Place::Before)
    }

    /// `was to have left`, `stopped it from being opened`: a word above the verb makes it no fact.
    fn is_below_plan(&self, verb: usize) -> bool {
        let tree = self.tree;
        let mut verb = verb;
        while let Some(head) = tree.head(verb) {
            let completes = matches!(
                tree.relation(verb),
                Relation::Xcomp | Relation::Pcomp | Relation::Acl
            );
            // `was to have left and returned`
            let joined = tree.relation(verb) == Relation::Conj
                && tree.lemma(head) == "be"
                && tree.child(head, Relation::Xcomp).is_some();
            if completes || joined {
                return true;
            }
            verb = head;
        }
        false
    }

    /// Whether a word of the sentence makes its days uncertain.
    fn is_uncertain(&self, verb: usize) -> bool {
        let tree = self.tree;
        let tokens = 0..tree.tokens().len();
        let sentence = |index: usize| {
            matches!(
                tree.lemma(index),
                "if" | "unless"
                    | "tentatively"
                    | "effective"
                    | "retroactive"
                    | "suppose"
                    | "imagine"
                    | "fictional"
            )
        };
        let own = tree.children(verb).any(|child| {
            matches!(
                tree.lemma(child),
                "when" | "once" | "as" | "before" | "until" | "expected" | "barring" | "pending"
            )
        });
        own || tokens.into_iter().any(sentence)
    }

    /// `the attorneys who were fired on December 7 last year`.
    fn is_of_another_year(&self, verb: usize) -> bool {
        let tree = self.tree;
        let subordinate = std::iter::once(verb)
            .chain(tree.ancestors(verb))
            .any(|index| {
                matches!(
                    tree.relation(index),
                    Relation::Relcl | Relation::Advcl | Relation::Acl
                )
            });
        let first = tree.token_at(self.date).unwrap_or_default();
        let last = tree.token_at(Span::new(self.date.end.saturating_sub(1), self.date.end));
        let beside = first.saturating_sub(2)..last.unwrap_or(first) + 3;
        let named = beside.into_iter().any(|index| {
            let word = tree
                .token(index)
                .map_or("", |token| token.written(self.text));
            ["last", "past", "previous", "ago", "earlier"]
                .iter()
                .any(|other| word.eq_ignore_ascii_case(other))
        });
        let since = (0..first).any(|index| {
            matches!(tree.tag(index), Tag::Wdt | Tag::Wp | Tag::WpPoss | Tag::Wrb)
                || matches!(tree.lemma(index), "since" | "after" | "before")
        });
        subordinate || named || since
    }
}
