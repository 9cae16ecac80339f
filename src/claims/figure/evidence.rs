//! What in the text speaks for and against a number being the fact's: the rows of `rows.tsv` that hold.

use crate::mentions::{Hit, Use};
use crate::syntax::lexicon::Class;
use crate::syntax::tags::{Relation, Tag};

use super::candidate::Candidate;
use super::discourse::{Anaphor, Topic};
use super::frame::{Frame, Whose};
use super::label::{Label, hits_in};
use super::owner::{Level, Owner, SubjectKind};
use super::period;
use super::rows;
use super::subject::{Subject, Tie};
use super::time::Times;
use super::words::{ACT, AMOUNTS, DISTANCE, LEVEL, RISE};

/// What else is said of the fact in the sentence and the article.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// Another number of the sentence agrees with the fact.
    pub(super) agrees_here: bool,
    /// Another fact agrees with this number.
    pub(super) agrees_other: bool,
    /// How closely another fact's subject is tied to this number.
    pub(super) other_cost: Option<usize>,
}

/// Everything that was read of a number.
pub(super) struct Reading<'r, 'f, 'a> {
    pub(super) frame: &'r Frame<'f, 'a>,
    pub(super) candidate: &'r Candidate,
    pub(super) times: &'r Times,
    pub(super) around: Around,
    pub(super) owner: Owner,
    pub(super) subject: Option<Subject>,
    pub(super) label: Option<Label>,
}

impl Reading<'_, '_, '_> {
    /// The rows that hold.
    pub(super) fn rows(&self) -> Vec<&'static str> {
        let mut rows: Vec<&'static str> = vec!["always"];
        let mut put = |name: &'static str| {
            if !rows.contains(&name) {
                rows.push(name);
            }
        };
        self.unit(&mut put);
        self.subject(&mut put);
        self.owner(&mut put);
        self.rivals(&mut put);
        self.context(&mut put);
        self.frame.measure(&mut put);
        self.frame.reality(&mut put);
        self.time(&mut put);
        self.others(&mut put);
        let topic = self.discourse(&mut put);
        self.labelled(&mut put);
        if let Some(slip) = self.candidate.slip {
            put(slip);
        }
        if self.frame.amount.hedge.is_some() {
            put("hedge");
        }
        self.both(topic, &mut rows);
        // Nothing speaks against it.
        if rows.contains(&"both") && !rows.iter().any(|row| rows::is_objection(row)) {
            rows.push("unopposed");
            const WHOSE: &[&str] = &["own-phrase", "own-governor", "own-subject", "sole-unit"];
            const TIED: &[&str] = &[
                "subject-phrase",
                "subject-subject",
                "subject-noun",
                "sole-unit",
            ];
            const STATED: &[&str] = &["level-verb", "to-level", "own-phrase", "year-verb"];
            let has = |names: &[&str]| rows.iter().any(|row| names.contains(row));
            let here = has(&["no-context-needed", "context-close", "context-clause"]);
            if here && has(TIED) && has(STATED) && (has(WHOSE) || !self.frame.profile.is_proper) {
                rows.push("plain");
            }
        }
        if self
            .label
            .as_ref()
            .is_some_and(|label| label.own || label.unit)
        {
            const MADE_GOOD: &[&str] = &[
                "no-subject",
                "bare",
                "context-far-rival",
                "context-sentence-rival",
                "other-phrase",
                "other-subject",
                "other-governor",
                "other-apposition",
            ];
            rows.retain(|row| !MADE_GOOD.contains(row));
        }
        if rows.contains(&"description") || self.anaphor().is_some() {
            let absent = rows.iter().position(|row| *row == "no-subject");
            if let Some(at) = absent {
                rows[at] = "subject-pronoun";
            }
        }
        rows
    }

    /// What is counted.
    fn unit(&self, put: &mut impl FnMut(&'static str)) {
        let frame = self.frame;
        if !frame.is_counted() {
            return put("measured");
        }
        let is_unit = |index: usize| frame.marks.get(index).is_some_and(|mark| mark.unit);
        let head = frame.head;
        let near = frame
            .tree
            .subtree(head)
            .into_iter()
            .any(|index| index >= frame.root && index.abs_diff(head) < 4 && is_unit(index));
        let before = frame.inside.start;
        let back = |steps: usize| before.checked_sub(steps);
        match frame.noun {
            Some(noun) if is_unit(noun) => return put("counts-unit"),
            _ if near => return put("unit-near"),
            Some(noun) if frame.marks[noun].subject => return put("unit-near"),
            Some(_) => return put("other-noun"),
            None => {}
        }
        let next = frame.inside.end;
        let joined =
            |index: usize| matches!(frame.lower(index), "of" | "-" | ":" | "was" | "is" | "at");
        let in_front = back(1).is_some_and(is_unit)
            || back(2).is_some_and(is_unit) && back(1).is_some_and(joined);
        if is_unit(next) || frame.lower(next) == "strong" || in_front {
            return put("unit-near");
        }
        if self.label.as_ref().is_some_and(|label| label.unit) {
            return put("label-unit");
        }
        if frame.governor.is_some_and(is_unit) {
            return put("unit-governs");
        }
        use Relation::{Dobj, Nsubj, Nsubjpass};
        let level = frame.predicate.is_some_and(|verb| {
            frame.tree.children(verb).any(|child| {
                matches!(frame.relation(child), Nsubj | Nsubjpass | Dobj)
                    && frame
                        .tree
                        .subtree(child)
                        .into_iter()
                        .any(|index| is_unit(index) || frame.has(index, Class::Kill))
            })
        });
        put(if level { "bare-in-level" } else { "bare" });
        if frame.predicate.is_none() && frame.marks.iter().any(|mark| mark.unit) {
            put("unit-governs");
        }
    }

    /// How the subject is tied to the number.
    fn subject(&self, put: &mut impl FnMut(&'static str)) {
        if self.frame.figure.subject.is_empty() {
            return put("sole-unit");
        }
        let Some(subject) = &self.subject else {
            let points = self.owner.pronoun
                || matches!(
                    self.owner.kind,
                    Some(SubjectKind::Pronoun | SubjectKind::StandIn)
                );
            return put(if points {
                "subject-pronoun"
            } else {
                "no-subject"
            });
        };
        put(match subject.tie {
            Tie::Phrase => "subject-phrase",
            Tie::Subject => "subject-subject",
            Tie::Noun => "subject-noun",
            Tie::Object => "subject-object",
            Tie::Adjunct => "subject-adjunct",
            Tie::Above => "subject-above",
            Tie::Antecedent => "subject-antecedent",
            Tie::Far => "subject-far",
        });
        if subject.aside {
            put("subject-aside");
        }
        if subject.clauses >= 2 {
            put("two-clauses");
        }
    }

    /// Whose it is.
    fn owner(&self, put: &mut impl FnMut(&'static str)) {
        let (frame, owner) = (self.frame, &self.owner);
        let common_noun = owner
            .subject
            .is_some_and(|subject| frame.tag(subject).is_noun() && !frame.tag(subject).is_proper());
        if let Some((level, whose)) = owner.first() {
            let own = whose == Whose::Own;
            put(match (level, own) {
                (Level::Phrase, true) => "own-phrase",
                (Level::Governor, true) => "own-governor",
                (Level::Where, true) => "own-where",
                (Level::Receiver, true) => "own-receiver",
                (Level::Object, true) => "own-object",
                (Level::Apposition, true) => "own-apposition",
                (Level::Subject, true) => "own-subject",
                (Level::Phrase, false) => "other-phrase",
                (Level::Governor, false) => "other-governor",
                (Level::Where, false) => "other-where",
                (Level::Receiver, false) => "other-receiver",
                (Level::Object, false) => "other-object",
                (Level::Apposition, false) => "other-apposition",
                (Level::Subject, false) if common_noun => "other-in-subject",
                (Level::Subject, false) => "other-subject",
            });
            // Another is named where the owner stands, and the fact's subject nowhere.
            if !own && self.subject.is_none() && !self.frame.figure.subject.is_empty() {
                put("somebody-else");
            }
            if own && owner.has_other() {
                let acts = frame
                    .predicate
                    .is_some_and(|verb| ACT.contains(&frame.lemma(verb)));
                put(if acts { "other-acts" } else { "other-too" });
            }
        }
        // `its rival keeps 40 ships`
        const RIVALS: &[&str] = &[
            "rival",
            "competitor",
            "neighbor",
            "neighbour",
            "counterpart",
            "peer",
            "opponent",
            "predecessor",
            "successor",
            "supplier",
        ];
        let rival = |index: usize| RIVALS.contains(&frame.lemma(index));
        let around = [Some(frame.head), frame.governor, owner.subject];
        let apposed = |index: usize| {
            rival(index)
                || frame.any_child(index, |child| {
                    matches!(
                        frame.relation(child),
                        Relation::Compound
                            | Relation::Nmod
                            | Relation::Poss
                            | Relation::Appos
                            | Relation::Amod
                    ) && rival(child)
                })
        };
        if around.into_iter().flatten().any(apposed) {
            put("rival");
        }
        if owner.kind == Some(SubjectKind::Common) {
            if !owner.is_own(&[Level::Phrase, Level::Governor]) {
                put("common-subject");
            }
            if owner.first().is_some_and(|(_, whose)| whose == Whose::Own) {
                put("common-subject-own");
            }
        }
        let its = frame.marks.iter().enumerate().any(|(index, mark)| {
            mark.subject
                && frame.any_child(index, |child| {
                    frame.relation(child) == Relation::Poss && frame.tag(child) == Tag::PrpPoss
                })
        });
        if its && owner.kind == Some(SubjectKind::Other) {
            put("other-possessor");
        }
    }

    /// What stands between subject and number.
    fn rivals(&self, put: &mut impl FnMut(&'static str)) {
        let frame = self.frame;
        let Some(subject) = &self.subject else { return };
        let (low, high) = (subject.head.min(frame.root), subject.head.max(frame.root));
        let mut between = low + 1..high;
        let rival = between.any(|index| {
            let placed = frame.relation(index) == Relation::Pobj
                && frame.tree.head(index).is_some_and(|head| {
                    matches!(frame.lower(head), "in" | "at" | "on" | "from" | "near")
                });
            frame.marks[index].other && !placed
        });
        if rival {
            put("rival-between");
        }
        let is_number = |index: &usize| {
            frame.tag(*index) == Tag::Cd
                && !frame.inside.contains(index)
                && !is_year(frame.written(*index))
        };
        let mut numbers = (low + 1..high).filter(is_number);
        let nearest = match subject.head < frame.root {
            true => numbers.next_back(),
            false => numbers.next(),
        };
        if let Some(number) = nearest {
            put("number-between");
            let (low, high) = (number.min(frame.root), number.max(frame.root));
            let noun = (low + 1..high).any(|index| {
                let mark = frame.marks[index];
                frame.tag(index).is_noun()
                    && !mark.subject
                    && !mark.unit
                    && !frame.inside.contains(&index)
                    && !matches!(
                        frame.lemma(index),
                        "percent" | "year" | "%" | "million" | "billion"
                    )
            });
            let joined = (low + 1..high)
                .any(|index| matches!(frame.lower(index), "and" | "but" | "while" | "or" | ","));
            if noun && joined {
                put("shared");
            }
        }
        if self
            .around
            .other_cost
            .is_some_and(|cost| cost < subject.cost)
        {
            put("other-fact-nearer");
        }
    }

    /// Whether the context is there.
    fn context(&self, put: &mut impl FnMut(&'static str)) {
        let frame = self.frame;
        if frame.figure.context.is_empty() {
            return put("no-context-needed");
        }
        let context: Vec<usize> = (0..frame.marks.len())
            .filter(|index| frame.marks[*index].context)
            .collect();
        let named = hits_in(frame.scene, frame.scene.span, &|hit| {
            hit.is(frame.fact, Use::Context)
        });
        if named {
            let nearest = context
                .iter()
                .filter_map(|index| frame.way(*index))
                .min_by_key(|way| way.cost());
            let clauses = nearest
                .as_ref()
                .map_or(9, |way| way.clauses_up + way.clauses_down);
            return put(match nearest {
                Some(way) if clauses == 0 && way.cost() <= 4 => "context-close",
                Some(_) if clauses == 0 => "context-clause",
                _ => "context-sentence",
            });
        }
        let text = frame.scene.page.text;
        let sentences = text.sentences();
        let block = text.blocks().get(sentences[frame.scene.index].block);
        let before = frame
            .scene
            .index
            .checked_sub(1)
            .map(|index| sentences[index].span);
        let headline = text.blocks().first();
        let places = [
            block.map(|block| block.span),
            before,
            headline.map(|block| block.span),
        ];
        let is_context = |hit: &Hit| hit.is(frame.fact, Use::Context);
        let near = places
            .into_iter()
            .flatten()
            .any(|span| hits_in(frame.scene, span, &is_context));
        if near {
            put("context-far");
        } else if frame.scene.all.iter().any(is_context) {
            put("context-article");
        } else {
            put("context-absent");
        }
        let clause = frame.clause();
        if clause.iter().any(|index| frame.marks[*index].other) {
            put("context-far-rival");
        }
        if frame.marks.iter().any(|mark| mark.other) {
            put("context-sentence-rival");
        }
    }

    /// Its time.
    fn time(&self, put: &mut impl FnMut(&'static str)) {
        if self.times.future {
            put("future");
        }
        if self.times.own && !self.times.future {
            put("time-own");
        }
        let frame = self.frame;
        let want = &frame.profile.periods;
        let text = frame.scene.text();
        let from = floor(
            text,
            frame
                .value
                .start
                .saturating_sub(60)
                .max(frame.scene.span.start),
        );
        let to = floor(text, (frame.value.end + 40).min(frame.scene.span.end));
        let around = format!(
            "{} {}",
            &text[from..frame.value.start],
            &text[frame.value.end.min(to)..to]
        )
        .to_lowercase();
        let mut cleaned = around;
        for phrase in [
            "last year",
            "this year",
            "next year",
            "a year",
            "previous year",
            "the same year",
            "years ago",
            "year-old",
            "years old",
            "year earlier",
        ] {
            cleaned = cleaned.replace(phrase, " ");
        }
        let got = period::of(&cleaned);
        let sub = [
            "the half",
            "six months",
            "nine months",
            "first half",
            "second half",
            "first quarter",
            "second quarter",
            "third quarter",
            "fourth quarter",
            "first nine months",
            "first six months",
            "first three months",
            "last quarter",
            "last week",
            "last month",
        ];
        if want.is_empty() {
            if sub.iter().any(|phrase| period::holds(&cleaned, phrase)) {
                put("period-part");
            }
        } else if !got.is_empty() {
            let fits = got.iter().any(|name| want.contains(name));
            put(if fits { "period-fits" } else { "period-other" });
        }
        if self.candidate.agrees && !frame.is_year() {
            let verbs = frame.predicate.into_iter().flat_map(|verb| {
                std::iter::once(verb).chain(frame.tree.children(verb).filter(|child| {
                    matches!(frame.relation(*child), Relation::Aux | Relation::Auxpass)
                }))
            });
            let tags: Vec<Tag> = verbs.map(|index| frame.tag(index)).collect();
            let present = tags.iter().any(|tag| matches!(tag, Tag::Vbz | Tag::Vbp));
            put(match (present, tags.contains(&Tag::Vbd)) {
                (true, _) => "old-present",
                (_, true) => "old-past",
                _ => "old-no-tense",
            });
        }
    }

    /// Other objections and supports.
    fn others(&self, put: &mut impl FnMut(&'static str)) {
        let frame = self.frame;
        use Relation::{Pobj, Prep};
        let elsewhere = std::iter::once(frame.head)
            .chain(frame.predicate)
            .any(|index| {
                frame.tree.children(index).any(|child| {
                    frame.relation(child) == Prep
                        && matches!(frame.lower(child), "in" | "at" | "across" | "on" | "near")
                        && frame.any_child(child, |object| {
                            frame.relation(object) == Pobj && frame.marks[object].other
                        })
                })
            });
        if elsewhere {
            put("elsewhere");
        }
        if self.around.agrees_here {
            put("agrees-in-sentence");
        }
        let preposition = frame.preposition.map_or("", |index| frame.lower(index));
        let governor = frame.governor;
        let above: Vec<usize> = frame.chain.iter().copied().skip(1).take(4).collect();
        let compared = above.iter().any(|index| frame.lemma(*index) == "compare")
            || matches!(preposition, "than" | "against")
            || frame.before(1) == "versus"
            || frame.before(1) == "than" && frame.amount.hedge.is_none();
        if compared {
            put("compared");
        }
        if DISTANCE.contains(&frame.after(1)) {
            put("distance");
        }
        if let Some(verb) = frame.predicate
            && LEVEL.contains(&frame.lemma(verb))
            && frame.shift().is_none()
        {
            put("level-verb");
        }
        let level = governor.is_some_and(|governor| {
            RISE.contains(&frame.lemma(governor)) || LEVEL.contains(&frame.lemma(governor))
        });
        if matches!(preposition, "at" | "to") && level {
            put("to-level");
        }
        if frame.is_year() {
            let named = above
                .iter()
                .copied()
                .take(3)
                .find(|index| frame.is_verb(*index) || frame.tag(*index).is_noun());
            if let Some(word) = named {
                let fits = frame.profile.has_no_words()
                    || frame.profile.has(frame.lemma(word))
                    || frame.profile.has(frame.lower(word));
                put(if fits { "year-verb" } else { "year-other-verb" });
            }
            // `founded before 1975` bounds it.
            if frame.amount.hedge.is_none()
                && matches!(
                    preposition,
                    "by" | "until"
                        | "since"
                        | "for"
                        | "of"
                        | "than"
                        | "to"
                        | "from"
                        | "before"
                        | "after"
                        | "between"
                        | "through"
                )
            {
                put("year-preposition");
            }
            return;
        }
        let head = frame.head;
        let determined = |word: &str| {
            frame.before(1) == word
                || frame.any_child(head, |child| {
                    child < frame.root && frame.lower(child) == word
                })
        };
        if frame.is_counted() {
            if determined("all") {
                put("all");
            }
            if ["the", "these", "those"]
                .iter()
                .any(|word| determined(word))
            {
                put("the-number");
            }
            let small = frame.amount.number.value < rust_decimal::Decimal::from(13);
            let is_unit = |index: usize| frame.marks.get(index).is_some_and(|mark| mark.unit);
            let counts = frame.noun.is_some_and(is_unit);
            if small && !counts && !self.label.as_ref().is_some_and(|label| label.unit) {
                put("small");
            }
        } else {
            let about = [Some(head), governor, frame.predicate, self.owner.subject];
            let mut words: Vec<&str> = Vec::new();
            for index in about.into_iter().flatten() {
                words.extend([frame.lemma(index), frame.lower(index)]);
            }
            if let Some(subject) = self.owner.subject {
                let modifiers = frame.tree.children(subject).filter(|child| {
                    matches!(frame.relation(*child), Relation::Compound | Relation::Amod)
                });
                words.extend(modifiers.map(|child| frame.lower(child)));
            }
            if words.iter().any(|word| frame.profile.has(word)) {
                put("names-measure");
            }
            let foreign = |index: usize| {
                !frame.profile.has_no_words()
                    && !frame.profile.has(frame.lemma(index))
                    && !AMOUNTS.contains(&frame.lemma(index))
                    && !frame.marks[index].is_own()
            };
            if frame.noun.is_some_and(foreign) {
                put("foreign-noun");
            }
            if preposition == "of"
                && governor.is_some_and(|index| frame.tag(index).is_noun() && foreign(index))
            {
                put("of-foreign");
            }
        }
    }

    fn anaphor(&self) -> Option<Anaphor> {
        self.frame.anaphor(&self.owner)
    }

    /// Whether a common noun of the subject with `the` stands for the owner: `the bridge`.
    fn has_definite_subject(&self) -> bool {
        let frame = self.frame;
        self.owner.first().is_none()
            && frame.profile.is_proper
            && (0..frame.marks.len()).any(|index| {
                frame.marks[index].subject
                    && frame.tag(index).is_noun()
                    && !frame.tag(index).is_proper()
                    && frame.any_child(index, |child| matches!(frame.lower(child), "the" | "this"))
                    && !frame.any_child(index, |child| frame.relation(child) == Relation::Poss)
            })
    }

    /// What the text before it is about.
    fn discourse(&self, put: &mut impl FnMut(&'static str)) -> Option<Topic> {
        let definite = self.has_definite_subject();
        if definite {
            put("definite-subject");
        }
        if self.owner.first().is_some() {
            return None;
        }
        let anaphor = self.anaphor();
        let topic = self.frame.topic(&self.owner);
        if let Some(topic) = topic
            && (!definite || matches!(topic, Topic::Own | Topic::OwnFar))
        {
            put(match (anaphor.is_some(), topic) {
                (true, Topic::Own) => "refers-own",
                (true, Topic::OwnFar) => "refers-own-far",
                (true, Topic::Mixed | Topic::MixedFar) => "refers-mixed",
                (true, Topic::Other) => "refers-other",
                (true, Topic::OtherFar) => "refers-other-far",
                (true, Topic::Headline) => "refers-headline",
                (false, Topic::Own) => "topic-own",
                (false, Topic::OwnFar) => "topic-own-far",
                (false, Topic::Mixed | Topic::MixedFar) => "topic-mixed",
                (false, Topic::Other) => "topic-other",
                (false, Topic::OtherFar) => "topic-other-far",
                (false, Topic::Headline) => "topic-headline",
            });
        }
        if topic.is_none() {
            put("no-topic");
        }
        if anaphor == Some(Anaphor::Description) {
            put("description");
        }
        let main = self.frame.is_main_topic();
        if main {
            put("main-topic");
        } else if topic.is_none() {
            put("no-main-topic");
        }
        topic
    }

    fn labelled(&self, put: &mut impl FnMut(&'static str)) {
        let Some(label) = &self.label else { return };
        if label.own {
            put("label-own");
        } else if !label.unit {
            put("label-other");
        }
        if label.unreal {
            put("unreal-heading");
        }
        if label.owner && (label.own || label.unit) {
            put("box-own");
        }
    }

    /// Whether both what is measured and whose it is are plain.
    fn both(&self, topic: Option<Topic>, rows: &mut Vec<&'static str>) {
        let has = |names: &[&str]| rows.iter().any(|row| names.contains(row));
        let what = match self.frame.is_counted() {
            true => has(&["counts-unit", "unit-near", "unit-governs", "label-unit"]),
            false => {
                has(&["names-measure", "year-verb", "label-own"])
                    || self.frame.profile.has_no_words()
            }
        };
        let own = self
            .owner
            .first()
            .is_some_and(|(_, whose)| whose == Whose::Own);
        let whose = own
            || matches!(topic, Some(Topic::Own | Topic::OwnFar | Topic::Headline))
            || self.has_definite_subject()
            || self.label.as_ref().is_some_and(|label| label.owner);
        let tied = self.subject.as_ref().is_some_and(|subject| {
            matches!(
                subject.tie,
                Tie::Phrase | Tie::Subject | Tie::Noun | Tie::Object | Tie::Antecedent
            )
        });
        if what && (whose || !self.frame.profile.is_proper && tied) {
            rows.push("both");
        }
    }
}

fn is_year(written: &str) -> bool {
    written.len() == 4
        && (written.starts_with("19") || written.starts_with("20"))
        && written.bytes().all(|byte| byte.is_ascii_digit())
}

/// The character boundary at or before an offset.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
