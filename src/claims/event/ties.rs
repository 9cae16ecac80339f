//! Which dates and places of a sentence belong to the event, and to nothing else.

use std::ops::Range;

use crate::claims::Edge;
use crate::claims::scene::{DateMention, Scene};
use crate::facts::Fact;
use crate::language::{Reading, tense};
use crate::mentions::Use;
use crate::span::Span;
use crate::syntax::Sentence;
use crate::syntax::views::Predicate;

use super::phrase::{Role, noun_phrase};
use super::places;
use super::tree::{self, Anchor};
use super::walk::Walk;
use super::words::{FILLERS, HELD, HELPERS, PLANNED, PREPOSITIONS};

/// What belongs to an event in its sentence.
pub(super) struct Ties {
    /// The words of its noun phrase, from determiner, date or ordinal to the end of the name.
    pub(super) noun_phrase: Range<usize>,
    /// Dates, by index in the scene, and which day of the occasion they are.
    pub(super) dates: Vec<(usize, Edge)>,
    /// Places.
    pub(super) places: Vec<Span>,
    /// What is done there from one day to another need not last as long as the event.
    pub(super) within: bool,
    /// The noun that stands for it in the tree of the sentence, where that was looked at.
    pub(super) anchor: Option<usize>,
    /// The year behind the name.
    pub(super) year: Option<i16>,
    /// The constructions that tie dates and places to it, and those.
    pub(super) shown: Vec<(&'static str, Span)>,
}

impl Ties {
    /// Reads the ties of the event with this index whose name stands here.
    pub(super) fn read(scene: &Scene, fact: (usize, &Fact), name: Span) -> Ties {
        let words = scene.word_range(name);
        let noun_phrase = noun_phrase(scene, &words);
        let start = noun_phrase.start;
        let role = Role::read(scene, start);
        let mut ties = Ties {
            noun_phrase,
            dates: Vec::new(),
            places: Vec::new(),
            within: role == Role::Within,
            anchor: None,
            year: None,
            shown: Vec::new(),
        };
        // Inside the noun phrase: `Tuesday's SCM`, `the Nov. 4 SCM`, `last year's 56th SCM`.
        let before = |index: usize| {
            let offset = scene.words[index].span.start;
            scene.dates.partition_point(|date| date.span.start < offset)
        };
        let inside = before(start)..before(words.start);
        ties.dates.extend(inside.map(|index| (index, Edge::Any)));
        let mut walk = Walk::new(scene, words.clone(), role);
        // `the 39th SCM in Seoul`, `last year's SCM in Seoul`: such a phrase has its place with it.
        walk.ties_places |= start + 1 < words.start;
        walk.run();
        let (happens, dates, places) = (walk.happens, walk.dates, walk.places);
        let own_date = !dates.is_empty();
        ties.dates.extend(dates);
        ties.places = places;
        if !own_date {
            ties.ahead(scene, start, role, happens);
        }
        if ties.places.is_empty() && matches!(role, Role::Object(_)) {
            ties.host(scene, fact.0, start);
        }
        ties.year = year_behind(scene, words.end);
        if !matches!(role, Role::Leading | Role::Either { .. }) {
            ties.insertion(scene, fact, words.end);
        }
        let tree = Self::may_say(scene).then(|| scene.tree()).flatten();
        if let Some(tree) = tree
            && let Some(head) = tree.head_of(name_with_year(scene, name, ties.year))
        {
            let held = matches!(role, Role::Object(_)) && !is_attended(scene.lower(start - 1));
            if happens.is_some() || held {
                ties.drop_unreal(scene, tree);
            }
            ties.add_tree(scene, fact, Anchor::at(tree, head));
        }
        ties
    }

    /// Reads the ties of an event that a noun or pronoun here refers to.
    pub(super) fn of_reference(scene: &Scene, fact: (usize, &Fact), span: Span) -> Ties {
        let words = scene.word_range(span);
        let mut ties = Ties {
            noun_phrase: noun_phrase(scene, &words),
            dates: Vec::new(),
            places: Vec::new(),
            within: false,
            anchor: None,
            year: None,
            shown: Vec::new(),
        };
        if let Some(tree) = scene.tree()
            && let Some(head) = tree.head_of(span)
        {
            ties.add_tree(scene, fact, Anchor::at(tree, head));
        }
        ties
    }

    /// Days and places between commas behind the name, and nothing else: `Tickets for the SCM, in Seoul on Nov. 4, are
    /// sold out.`
    fn insertion(&mut self, scene: &Scene, (index, fact): (usize, &Fact), end: usize) {
        if !scene.is_sign(end, ",") {
            return;
        }
        let (mut dates, mut places) = (Vec::new(), Vec::new());
        let mut at = end + 1;
        while let Some(word) = scene.words.get(at) {
            let begins = |date: &DateMention| date.span.start == word.span.start;
            if let Some(date) = scene.dates.iter().position(begins) {
                at = scene.word_from(scene.dates[date].span.end);
                dates.push(date);
            } else if let Some(place) = places::after(scene, at, index, fact) {
                at = scene.word_from(place.end);
                places.push(place);
            } else if matches!(scene.lower(at), "on" | "in" | "at" | "from") {
                at += 1;
            } else {
                break;
            }
        }
        let closed = at >= scene.words.len()
            || [",", ".", ":", ";", ")"]
                .iter()
                .any(|sign| scene.is_sign(at, sign));
        let prepositional = matches!(scene.lower(end + 1), "on" | "in" | "at" | "from");
        if !closed || !prepositional {
            return;
        }
        for date in dates {
            if !self.dates.iter().any(|(other, _)| *other == date) {
                self.dates.push((date, Edge::Any));
                self.shown.push(("insertion", scene.dates[date].span));
            }
        }
        for place in places {
            if !self.places.iter().any(|other| other.overlaps(place)) {
                self.places.push(place);
                self.shown.push(("insertion", place));
            }
        }
    }

    /// Whether the sentence holds anything that can be tied to an occasion.
    fn may_say(scene: &Scene) -> bool {
        let preposition = |index: usize| {
            let capital = |at: usize| scene.words.get(at).is_some_and(|word| word.capital);
            matches!(scene.lower(index), "in" | "at")
                && (capital(index + 1) || scene.lower(index + 1) == "the" && capital(index + 2))
        };
        let ordinal =
            |mention: &crate::language::Mention| matches!(mention.reading, Reading::Ordinal(_));
        !scene.dates.is_empty()
            || scene.values().iter().any(ordinal)
            || (0..scene.words.len()).any(preposition)
    }

    /// Drops what a clause only supposes or denies: `may open on Friday`.
    fn drop_unreal(&mut self, scene: &Scene, tree: &Sentence) {
        let is_stated = |span: Span| {
            let token = tree.head_of(span);
            let over = token.and_then(|token| Predicate::over(tree, token));
            let predicate = over.and_then(|verb| Predicate::at(tree, verb));
            predicate.is_none_or(|predicate| tree::is_stated(tree, &predicate))
        };
        self.dates
            .retain(|(date, _)| is_stated(scene.dates[*date].span));
        self.places.retain(|place| is_stated(*place));
    }

    /// Adds what belongs to the occasion by the tree.
    fn add_tree(&mut self, scene: &Scene, (index, fact): (usize, &Fact), anchor: Anchor) {
        self.anchor = Some(anchor.top);
        for (date, mention) in scene.dates.iter().enumerate() {
            if self.dates.iter().any(|(other, _)| *other == date) {
                continue;
            }
            if let Some(tie) = anchor.date(scene, mention.span) {
                self.dates.push((date, tie.edge));
                self.shown.push((tie.name, mention.span));
            }
        }
        for place in places::all(scene, index, fact) {
            let known = |other: &Span| other.overlaps(place);
            if self.places.iter().any(known) {
                continue;
            }
            if let Some(tie) = anchor.place(scene, place) {
                self.places.push(place);
                self.shown.push((tie.name, place));
            }
        }
        places::drop_venues(scene, fact, &mut self.places);
    }

    /// A date before the event: `On Tuesday, the two will hold the SCM`, `On Tuesday the SCM opens`,
    /// `Scheduled for Tuesday, the SCM …`, `Tuesday's opening of the SCM`.
    fn ahead(&mut self, scene: &Scene, start: usize, role: Role, happens: Option<Edge>) {
        let clause = scene.clause(scene.words[start].span.start);
        let first = scene.word_from(clause.start);
        let dates_before = |offset| scene.dates.partition_point(|date| date.span.start < offset);
        let (from, to) = (
            dates_before(clause.start),
            dates_before(scene.words[start].span.start),
        );
        // The one that leads, and those beside the event.
        for index in (from..to).take(1).chain((from + 1..to).rev().take(3)) {
            let date = &scene.dates[index];
            let words = scene.word_range(date.span);
            if words.end > start {
                continue;
            }
            let lead = first..words.start;
            let adverbial = lead.is_empty()
                || lead.len() == 1 && matches!(scene.lower(first), "on" | "in" | "at" | "by");
            let participle = matches!(role, Role::Subject)
                && (PLANNED.contains(&scene.lower(first)) || HELD.contains(&scene.lower(first)))
                && lead.clone().skip(1).all(|at| {
                    PREPOSITIONS.contains(&scene.lower(at)) || FILLERS.contains(&scene.lower(at))
                })
                && scene.is_sign(start - 1, ",");
            let between = words.end..start;
            let edge = match role {
                Role::Subject if participle => Some(Edge::Any),
                Role::Subject if adverbial && between.len() <= 2 => happens,
                Role::Object(edge) if Self::one_verb(scene, &between, adverbial) => Some(edge),
                // `Tuesday's opening of the SCM`, `the Nov. 4 opening of the SCM`
                Role::Part(edge)
                    if between.len() <= 3
                        && !between
                            .clone()
                            .any(|at| matches!(scene.lower(at), "the" | "a")) =>
                {
                    Some(edge)
                }
                _ => None,
            };
            self.dates.extend(edge.map(|edge| (index, edge)));
        }
    }

    /// Whether no verb but the one that holds the event, and its helpers, stands in these words; without a subject
    /// among them where the date does not lead.
    fn one_verb(scene: &Scene, between: &Range<usize>, leads: bool) -> bool {
        let governor = between.end.wrapping_sub(1);
        let mut words = between.start..governor;
        let is_to = scene.lower(governor.wrapping_sub(1)) == "to";
        let planned =
            |at: usize| HELPERS.contains(&scene.lower(at)) || PLANNED.contains(&scene.lower(at));
        if is_to && !planned(governor.wrapping_sub(2)) {
            return false;
        }
        words.all(|at| {
            let lower = scene.lower(at);
            if planned(at) || lower == "to" {
                return true;
            }
            let verb = tense::is_past_form(lower)
                || matches!(
                    lower,
                    "says" | "plans" | "hopes" | "wants" | "aims" | "that"
                );
            leads && !verb
        })
    }

    /// `Seoul will host the SCM`: the host is the place, where it is one of the event's own.
    fn host(&mut self, scene: &Scene, fact: usize, start: usize) {
        let governor = scene.lower(start.wrapping_sub(1));
        if !matches!(governor, "host" | "hosts" | "hosted" | "hosting") {
            return;
        }
        let clause = scene.clause(scene.words[start].span.start);
        let first = scene.word_from(clause.start);
        let subject = (first..start - 1).rev().find_map(|index| {
            let end = scene.words[index].span.end;
            scene.hit_before(end, |hit| hit.is(fact, Use::At))
        });
        self.places.extend(subject.map(|hit| hit.span));
    }
}

/// Whether the verb says that somebody was at an occasion, not that it took place: `did not attend the SCM on Tuesday`.
fn is_attended(verb: &str) -> bool {
    ["attend", "w", "lost", "play"]
        .iter()
        .any(|stem| verb.starts_with(stem))
}

fn name_with_year(scene: &Scene, name: Span, year: Option<i16>) -> Span {
    let behind = scene.words.get(scene.word_from(name.end));
    behind
        .filter(|_| year.is_some())
        .map_or(name, |year| name.to(year.span))
}

/// The year behind a name: `the World Harbor Congress 2024`.
fn year_behind(scene: &Scene, end: usize) -> Option<i16> {
    let word = scene.words.get(end).filter(|word| word.span.len() == 4)?;
    let year: i16 = scene.slice(word.span).parse().ok()?;
    (1800..2200).contains(&year).then_some(year)
}
