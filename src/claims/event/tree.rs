//! Which dates and places belong to an occasion by the parse tree, however many words lie between.

use crate::claims::Edge;
use crate::claims::scene::Scene;
use crate::mentions::Use;
use crate::span::Span;
use crate::syntax::lexicon::{Class, classes};
use crate::syntax::tags::{Relation, Tag};
use crate::syntax::views::{Clause, ClauseKind, Mood, Predicate};
use crate::syntax::{Margin, Sentence};

use super::constructions::{self, Voice};
use super::way::Way;

/// A date or place that belongs to an occasion.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tie {
    /// Which day of the occasion a date is.
    pub(super) edge: Edge,
    /// The construction that ties it.
    pub(super) name: &'static str,
}

/// The noun of an occasion in the tree of its sentence.
#[derive(Clone, Copy)]
pub(super) struct Anchor<'t> {
    pub(super) tree: &'t Sentence,
    /// Index of the noun that stands for the occasion: of `the opening of the SCM` that of the part.
    pub(super) top: usize,
    /// The day that the part says: the first of `the opening of`.
    part: Option<Edge>,
}

impl<'t> Anchor<'t> {
    /// The occasion whose noun is at an index.
    pub(super) fn at(tree: &'t Sentence, head: usize) -> Anchor<'t> {
        let (mut top, mut part) = (head, None);
        // `the 57th edition of the SCM`, `the opening of the SCM`
        while tree.relation(top) == Relation::Pobj
            && let Some(of) = tree.head(top).filter(|of| tree.lemma(*of) == "of")
            && let Some(noun) = tree.head(of)
            && let Some(edge) = constructions::part(tree, noun)
        {
            (top, part) = (noun, part.or((edge != Edge::Any).then_some(edge)));
        }
        Anchor { tree, top, part }
    }

    /// The noun that the occasion is an apposition of: `Last year's gathering, the 18th SCM,`.
    pub(super) fn gathering(&self) -> Option<usize> {
        let apposed = self.tree.relation(self.top) == Relation::Appos;
        self.tree.head(self.top).filter(|_| apposed)
    }

    /// How a date at these bytes belongs to the occasion.
    pub(super) fn date(&self, scene: &Scene, span: Span) -> Option<Tie> {
        let tree = self.tree;
        let token = tree.head_of(span)?;
        // `on the Sunday` is reckoned from another day
        let before = scene.lower(scene.word_from(span.start).wrapping_sub(1));
        if matches!(before, "the" | "a") && is_weekday(scene, span) {
            return None;
        }
        // `last year, when the SCM was held`
        if let Some(tie) = self.when(token) {
            return Some(tie);
        }
        // `June 6, 1944, D-Day,`: no more than a comma between
        if let Some(tie) = self.beside(scene, span) {
            return Some(tie);
        }
        self.tie(scene, token, span, true)
    }

    /// How a place at these bytes belongs to the occasion.
    pub(super) fn place(&self, scene: &Scene, span: Span) -> Option<Tie> {
        let token = self.tree.head_of(span)?;
        self.tie(scene, token, span, false)
    }

    fn tie(&self, scene: &Scene, token: usize, span: Span, is_date: bool) -> Option<Tie> {
        let tree = self.tree;
        let way = Way::up(scene, tree, token, self.top)?;
        let preposition = way.preposition.map(|at| tree.lemma(at));
        let fits = match preposition {
            None => is_date,
            // `28 days away as of Tuesday`
            Some("of") if way.holder != self.top => false,
            Some(word) if is_date => constructions::DATE_PREPOSITIONS.contains(&word),
            Some(word) => constructions::PLACE_PREPOSITIONS.contains(&word),
        };
        if !fits || way.margin < Margin::DOUBTFUL {
            return None;
        }
        let before = self.gathering().filter(|noun| way.holder == *noun);
        if before.is_some_and(|noun| token < noun) && is_date && way.preposition.is_none() {
            let edge = Edge::Any;
            return Some(Tie {
                edge,
                name: "gathering",
            });
        }
        if way.holder == self.top {
            return self.in_phrase(scene, &way, span, is_date);
        }
        // `In Seoul, the SCM is on Tuesday`
        if !is_date && token < way.holder {
            return None;
        }
        let clause = Clause::at(tree, way.holder)?;
        if !is_stated(tree, &clause.predicate) || is_set_off(scene, tree, &way) {
            return None;
        }
        let passive = clause.predicate.passive
            || matches!(clause.kind, ClauseKind::Participle) && tree.tag(way.holder) == Tag::Vbn;
        // `wants the SCM held in Seoul`
        let wished = clause.kind == ClauseKind::Participle
            && tree.relation(self.top) == Relation::Dobj
            && tree.head(self.top).is_some_and(|verb| is_wish(tree, verb));
        if wished {
            return None;
        }
        if self.is_subject(&clause, way.holder) && is_own_plan(tree, &clause, self.top) {
            let voice = if passive {
                Voice::Passive
            } else {
                Voice::Active
            };
            let row = constructions::verb(tree, way.holder, voice)?;
            let edge = self.edge(row.edge, preposition, row.lasts);
            return Some(Tie {
                edge,
                name: row.name,
            });
        }
        if !passive && clause.objects.contains(&self.top) && clause.predicate.mood != Mood::Planned
        {
            let row = constructions::verb(tree, way.holder, Voice::Object)?;
            let edge = self.edge(row.edge, preposition, row.lasts);
            return Some(Tie {
                edge,
                name: row.name,
            });
        }
        None
    }

    /// A date or place in the noun phrase: `the SCM of Nov. 4`, `since the SCM on Nov. 4`.
    fn in_phrase(&self, scene: &Scene, way: &Way, span: Span, is_date: bool) -> Option<Tie> {
        let tree = self.tree;
        let top = self.top;
        let edge = self.part.unwrap_or_default();
        let name = "phrase";
        let before = tree.token(top)?.span.start >= span.end;
        if before {
            // `On Saturday SCM guests dine`
            let index = scene.word_from(span.start);
            let adverbial =
                index > 0 && constructions::DATE_PREPOSITIONS.contains(&scene.lower(index - 1));
            return (is_date && way.preposition.is_none() && !adverbial)
                .then_some(Tie { edge, name });
        }
        way.preposition?;
        // `spoke at the SCM on Nov. 4`, `discussed the SCM on Nov. 4`: the parser can't know to which the day belongs.
        let governed = match tree.relation(top) {
            Relation::Pobj => {
                let preposition = tree.head(top).map_or("", |at| tree.lemma(at));
                let next = scene.word_from(tree.token(top)?.span.end);
                let adjacent = Some(scene.word_from(span.start)) == next.checked_add(1);
                let at = constructions::AT.contains(&preposition);
                constructions::ATTACHED.contains(&preposition) || !is_date && adjacent && at
            }
            // `Packing list for the SCM in Seoul`, a heading
            Relation::Root => true,
            _ => false,
        };
        governed.then_some(Tie { edge, name })
    }

    /// Whether the occasion is the subject of a verb: also in `results of the census, taken in May`, where the parser may
    /// make the results that.
    fn is_subject(&self, clause: &Clause, verb: usize) -> bool {
        let tree = self.tree;
        let Some(subject) = self.subject(clause, verb) else {
            return false;
        };
        let modifies = matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle);
        let first = tree.subtree(verb).first().copied().unwrap_or(verb);
        let mut before = (0..first)
            .rev()
            .filter(|at| !tree.tag(*at).is_punctuation());
        let mut beside = || {
            before
                .next()
                .is_some_and(|last| tree.is_within(last, self.top))
        };
        subject == self.top || modifies && tree.is_within(self.top, subject) && beside()
    }

    /// The subject of a verb, also where an adjective governs it: `is due to open`.
    fn subject(&self, clause: &Clause, verb: usize) -> Option<usize> {
        let tree = self.tree;
        if let Some(subject) = clause.subject {
            return Some(subject);
        }
        let above = tree.head(verb)?;
        let adjective =
            tree.relation(verb) == Relation::Xcomp && tree.relation(above) == Relation::Acomp;
        adjective
            .then(|| Clause::around(tree, tree.head(above)?)?.subject)
            .flatten()
    }

    /// Which day a date is: `until` says the last of what runs, `from` the first.
    fn edge(&self, own: Edge, preposition: Option<&str>, lasts: bool) -> Edge {
        if let Some(part) = self.part {
            return part;
        }
        match preposition {
            Some("until" | "till" | "through" | "to") if lasts => Edge::Last,
            Some("from") if lasts => Edge::First,
            _ => own,
        }
    }

    /// `last year, when the SCM was held in Seoul`
    fn when(&self, date: usize) -> Option<Tie> {
        let tree = self.tree;
        let verb = tree
            .children(date)
            .find(|child| tree.relation(*child) == Relation::Relcl)?;
        let relative = |child| matches!(tree.lemma(child), "when" | "which");
        let clause = Clause::at(tree, verb)?;
        let is_it = clause.subject == Some(self.top) && tree.children(verb).any(relative);
        let row = constructions::verb(tree, verb, Voice::Passive)
            .or_else(|| constructions::verb(tree, verb, Voice::Active))?;
        (is_it && is_stated(tree, &clause.predicate)).then_some(Tie {
            edge: row.edge,
            name: "when",
        })
    }

    fn beside(&self, scene: &Scene, span: Span) -> Option<Tie> {
        let own = self.tree.token(self.top)?.span;
        let index = scene.word_from(span.end);
        let close = |at: usize| scene.is_sign(at, ",") || scene.is_sign(at, "—");
        let name = scene.words.get(index + 1)?;
        let hit = scene.hit_at(name.span.start, |hit| {
            hit.is_any(|r#use| r#use == Use::Event)
        })?;
        let after = scene.word_from(hit.span.end);
        let apposed = close(index)
            && hit.span.contains(own)
            && (close(after) || after + 1 >= scene.words.len());
        // `On Tuesday, the SCM, …` has an article
        let proper = scene.words[index + 1].capital
            && scene
                .dates
                .iter()
                .any(|date| date.span == span && is_full(date.expr));
        (apposed && proper).then_some(Tie {
            edge: Edge::Any,
            name: "apposition",
        })
    }
}

fn is_weekday(scene: &Scene, span: Span) -> bool {
    use crate::language::dates::Form;
    let mut dates = scene.dates.iter();
    dates.any(|date| date.span == span && matches!(date.expr.form, Form::Weekday(..)))
}

/// Whether a date has its day, month and year.
fn is_full(expr: &crate::language::dates::DateExpr) -> bool {
    use crate::language::dates::Form;
    matches!(
        expr.form,
        Form::Calendar {
            year: Some(_),
            month: Some(_),
            day: Some(_),
            ..
        }
    )
}

/// Whether a comma stands before the preposition: `Two days before the SCM opened, on June 8, a crane fell.`
fn is_set_off(scene: &Scene, tree: &Sentence, way: &Way) -> bool {
    let start = way
        .preposition
        .and_then(|at| tree.token(at))
        .map(|token| token.span.start);
    start.is_some_and(|start| {
        let index = scene.word_from(start);
        index > 0 && scene.is_sign(index - 1, ",")
    })
}

/// Whether a clause states what it says, as something that is, was or will be.
pub(super) fn is_stated(tree: &Sentence, predicate: &Predicate) -> bool {
    let stated = match predicate.mood {
        Mood::Asserted | Mood::Reported | Mood::Future | Mood::Planned => true,
        // `opens on Monday, with a crowd, if past years are a guide`
        Mood::Conditional => is_aside_conditional(tree, predicate),
        _ => false,
    };
    !predicate.negated && stated
}

/// Whether only a condition behind the clause makes it conditional, and the verb is no supposition.
fn is_aside_conditional(tree: &Sentence, predicate: &Predicate) -> bool {
    let supposes = |verb: usize| {
        tree.children(verb).any(|child| {
            let modal = matches!(
                tree.lemma(child),
                "may" | "might" | "could" | "would" | "should" | "can"
            );
            let mark = matches!(
                tree.lemma(child),
                "if" | "unless" | "whether" | "provided" | "once"
            );
            let before = child < verb && tree.relation(child) == Relation::Advcl;
            modal || mark || before
        })
    };
    let above = std::iter::once(predicate.verb).chain(tree.ancestors(predicate.verb));
    !above.into_iter().any(supposes)
}

/// Whether a verb wishes for its object: `want`, `propose`.
fn is_wish(tree: &Sentence, verb: usize) -> bool {
    let known = classes(tree.lemma(verb), tree.tag(verb));
    known.has(Class::Plan)
        || known.has(Class::Require)
        || matches!(
            tree.lemma(verb),
            "want" | "need" | "like" | "prefer" | "see"
        )
}

/// Whether a plan is the occasion's own: `is scheduled to open`, but not `wants it held`.
fn is_own_plan(tree: &Sentence, clause: &Clause, top: usize) -> bool {
    let verb = clause.predicate.verb;
    let above = std::iter::once(verb).chain(tree.ancestors(verb).take(2));
    let planned = |at: usize| {
        constructions::PLANNED.contains(&tree.lemma(at))
            && Clause::around(tree, at).is_some_and(|clause| clause.subject == Some(top))
    };
    clause.predicate.mood != Mood::Planned || above.into_iter().any(planned)
}

/// Whether the sentence says of the occasion that it is put off or moved.
pub(super) fn is_rescheduled(tree: &Sentence, top: usize) -> bool {
    (0..tree.tokens().len()).any(|verb| {
        let put_off = tree.lemma(verb) == "put"
            && tree
                .children(verb)
                .any(|child| matches!(tree.lemma(child), "off" | "back"));
        (constructions::RESCHEDULED.contains(&tree.lemma(verb)) || put_off)
            && Clause::at(tree, verb).is_none_or(|clause| {
                let pronoun =
                    |noun: usize| matches!(tree.lemma(noun), "it" | "they" | "which" | "that");
                let own = |noun: usize| noun == top || tree.is_within(top, noun) || pronoun(noun);
                clause.subject.is_none_or(own) || clause.objects.iter().any(|object| own(*object))
            })
    })
}
