//! Occasions: their edition, date and place, where each is tied to the event and to nothing else.

mod constructions;
mod editions;
mod mentions;
mod ordinals;
mod phrase;
mod places;
mod reference;
mod ties;
mod tree;
mod walk;
mod way;
mod words;

use crate::claims::scene::{DateMention, Scene};
use crate::claims::words::WordKind;
use crate::claims::{Claim, Edge, Known, Stated, StatedValue, Time};
use jiff::civil::Date;
use std::ops::Range;

use crate::facts::{Fact, Period, Record, Value};
use crate::language::dates::{self, Form, Precision};
use crate::language::{Tense, tense};
use crate::mentions::Use;
use crate::span::Span;
use crate::verdict::cell_agrees;

#[cfg(test)]
pub(crate) use constructions::VERBS;
pub(crate) use mentions::follow_ups;
use mentions::{Kinds, Occasion};
use ordinals::Counted;
pub(crate) use places::is_venue;
use ties::Ties;
use words::{HAPPENS, MOVED, PLANNED, RESCHEDULED, UNREAL};

/// Reads the claims of a sentence about events.
pub fn read(scene: &Scene, known: &Known, claims: &mut Vec<Claim>) {
    let occasions = mentions::read(scene, &known.facts);
    claims.extend(
        occasions
            .into_iter()
            .filter_map(|occasion| claim(scene, known, occasion)),
    );
}

fn column(fact: &Fact, name: &str) -> Option<usize> {
    fact.table
        .columns
        .iter()
        .position(|column| column.name == name)
}

fn claim(scene: &Scene, known: &Known, occasion: Occasion) -> Option<Claim> {
    let Occasion {
        fact: index,
        span: name,
        kind,
    } = occasion;
    let fact = &known.facts[index];
    let ties = match kind {
        Kinds::Name => Ties::read(scene, (index, fact), name),
        _ => Ties::of_reference(scene, (index, fact), name),
    };
    if kind == Kinds::Name && phrase::is_anothers(scene, &ties.noun_phrase, &scene.word_range(name))
    {
        return None;
    }
    let mut claim = Claim::new(index, scene.index, Time::default());
    match ordinals::read(scene, fact, &ties, name) {
        Some(Counted::Anniversary(span, number)) => {
            return ordinals::anniversary(scene, fact, claim, span, number);
        }
        Some(Counted::Edition(span, number)) => {
            if let Some(column) = column(fact, "number") {
                claim = claim
                    .with(column, span, StatedValue::Ordinal(number))
                    .shown("ordinal", 100, span);
            }
        }
        // `his third SCM`: of the editions nothing is said.
        Some(Counted::Other) => return None,
        None => {}
    }
    let tense = scene.tense(name);
    if !is_moved(scene, name, ties.anchor) {
        claim = with_ties(claim, fact, &ties, scene, (name, kind));
    }
    if claim.cells.is_empty() || is_relative(scene, fact, &claim, &ties) {
        return None;
    }
    if let Some(column) = column(fact, "on").filter(|_| ties.dates.is_empty()) {
        claim = with_now(claim, fact, column, scene, name);
    }
    let order = match ties.year {
        Some(year) => editions::of_year(fact, year)?,
        None => editions::meant(fact, &claim, scene, tense)?,
    };
    let current = editions::current(fact, &claim, scene.page.date(), tense)
        .filter(|_| kind == Kinds::Name && ties.year.is_none())
        .filter(|current| is_of_now(scene, fact, (&claim, *current), name, &ties.noun_phrase));
    claim.meant = Some(current.map_or(order, |current| vec![current]));
    let kinds = match kind {
        Kinds::Name => ("name", 100),
        Kinds::Description => ("description", 50),
        Kinds::Edition => ("edition", 50),
        Kinds::Pronoun => ("pronoun", 30),
    };
    Some(claim.shown(kinds.0, kinds.1, name))
}

/// The claim with the dates and places that belong to the occasion.
fn with_ties(
    mut claim: Claim,
    fact: &Fact,
    ties: &Ties,
    scene: &Scene,
    (name, kind): (Span, Kinds),
) -> Claim {
    if let Some(column) = column(fact, "on") {
        // `The 38th was held on Oct. 17`: of its own year, where that is right
        let edition = editions::named(fact, &claim, scene, &ties.noun_phrase)
            .map(|(days, sure)| (days, sure || kind == Kinds::Edition));
        for (date, edge) in &ties.dates {
            let date = &editions::of_edition(fact, &scene.dates[*date], edition, scene);
            // Whether the week begins on Sunday or on Monday is a matter of style.
            if scene.lower(scene.word_from(date.span.start)) == "this" && is_next_week(fact, date) {
                continue;
            }
            claim = match span_of_days(scene, date).filter(|_| !ties.within) {
                Some(ends) => ends.into_iter().fold(claim, |claim, (span, value)| {
                    claim.with(column, span, value)
                }),
                None => {
                    let to_come = phrase::is_to_come(scene, ties.noun_phrase.start);
                    let inserted = ties.shown.contains(&("insertion", date.span));
                    let tense = match inserted {
                        true => (Tense::Unknown, false),
                        false => tense_of(scene, name, date.span),
                    };
                    let both = !ties.within && *edge == Edge::Any && is_extent(scene, date);
                    let edge = if both { Edge::Both } else { *edge };
                    with_date(claim, fact, column, (date, edge), to_come, tense, scene)
                }
            };
        }
    }
    if let Some(column) = column(fact, "at") {
        for place in &ties.places {
            let words = scene.slice(*place);
            if places::comparable(fact, column, words) {
                claim = claim.with(column, *place, StatedValue::Phrase(words.to_string()));
            }
        }
    }
    for (name, span) in &ties.shown {
        claim = claim.shown(name, 100, *span);
    }
    claim
}

/// Whether a date is the week before an edition or after it: `this week`, on a Sunday.
fn is_next_week(fact: &Fact, date: &DateMention) -> bool {
    let days = date.days.and_then(|days| days.from.zip(days.until));
    let week = days.filter(|(from, until)| editions::between(*from, *until) == 6);
    week.is_some_and(|(from, until)| {
        let mut all = fact.table.records.iter().filter_map(editions::days);
        all.any(|(first, last)| {
            let gap = editions::between(until, first).max(editions::between(last, from));
            (1..=6).contains(&gap)
        })
    })
}

/// Whether the edition is meant by its distance from another alone: `the previous SCM in Seoul`.
fn is_relative(scene: &Scene, fact: &Fact, claim: &Claim, ties: &Ties) -> bool {
    let series = fact.table.records.len() > 1;
    let said = |cell: &Stated| !matches!(cell.value, StatedValue::Phrase(_));
    // `the first human spaceflight` may be its name
    let named = |index: usize| {
        let span = scene.words[index].span;
        let mut hits = scene.hits.iter();
        hits.any(|hit| hit.span.contains(span) && hit.is(claim.fact, Use::Event))
    };
    let relative = |index: usize| {
        let word = matches!(
            scene.lower(index),
            "previous" | "last" | "next" | "first" | "earlier" | "past" | "preceding"
        );
        word && !named(index)
    };
    // `the 2008 election`: another one, where only one is listed
    let other_year = || {
        let words = scene
            .words
            .get(ties.noun_phrase.clone())
            .unwrap_or_default();
        let phrase = words.first().zip(words.last());
        let phrase = phrase.map(|(first, last)| first.span.to(last.span));
        let days = fact.table.records.first().and_then(editions::days);
        scene.dates.iter().any(|date| {
            let year = matches!(
                date.expr.form,
                Form::Calendar {
                    year: Some(_),
                    month: None,
                    ..
                }
            );
            let inside = phrase.is_some_and(|phrase| phrase.contains(date.span));
            let other = days
                .zip(date.days)
                .is_some_and(|((first, last), stated)| !Period::new(first, last).overlaps(&stated));
            year && inside && other
        })
    };
    // `The last total eclipse was in 1961`: of one occasion there is no last
    let before = ties.noun_phrase.start.saturating_sub(1);
    match series {
        true => !claim.cells.iter().any(said) && ties.noun_phrase.clone().any(relative),
        false => (before..ties.noun_phrase.end).any(relative) || other_year(),
    }
}

/// Whether nothing in the sentence speaks of another time than the article's, or of another edition than the present one.
fn is_of_now(
    scene: &Scene,
    fact: &Fact,
    (claim, current): (&Claim, usize),
    name: Span,
    noun_phrase: &Range<usize>,
) -> bool {
    let next = |index: usize| {
        let word = scene.lower(index);
        matches!(
            word,
            "next" | "previous" | "last" | "first" | "past" | "earlier" | "since"
        )
    };
    let past = crate::claims::time::of(scene, name, &[]).past;
    let asides = noun_phrase.start.saturating_sub(2)..noun_phrase.end;
    // `the 48th at Founders Park`, which was there
    let is_own = |record: &Record| {
        claim
            .cells
            .iter()
            .all(|cell| cell_agrees(record, cell, claim))
    };
    let own = fact.table.records.iter().find(|record| is_own(record));
    let spelled = |record: &Record, words: &str| {
        let mut values = record.cells.iter().flatten();
        values.any(|value| match value {
            Value::Phrase(phrase) => phrase.spellings.iter().any(|spelling| spelling == words),
            _ => false,
        })
    };
    let placed = scene.hits.iter().any(|hit| {
        let words = scene.slice(hit.span);
        hit.is(claim.fact, Use::At) && own.is_some_and(|own| spelled(own, words))
    });
    // `this weekend`, when the present edition is on
    let days = fact.table.records.get(current).and_then(editions::days);
    let now = |date: &DateMention| {
        days.zip(date.days)
            .is_some_and(|((first, last), stated)| Period::new(first, last).overlaps(&stated))
    };
    scene.dates.iter().all(now) && !past && !placed && !asides.into_iter().any(next)
}

/// Whether the sentence says that the occasion is not as first planned. `May` with a capital is a month.
fn is_moved(scene: &Scene, name: Span, anchor: Option<usize>) -> bool {
    let tree = anchor.and_then(|top| Some((scene.tree()?, top)));
    let anywhere = (0..scene.words.len()).any(|index| {
        let was = matches!(scene.lower(index), "was" | "were");
        let to_be = (scene.lower(index + 1), scene.lower(index + 2)) == ("to", "be");
        was && to_be || tree.is_none() && RESCHEDULED.contains(&scene.lower(index))
    }) || tree.is_some_and(|(tree, top)| tree::is_rescheduled(tree, top));
    let mut clause = scene.word_range(scene.clause(name.start));
    let unreal = tree.is_none();
    anywhere
        || clause.any(|index| {
            let word = scene.words[index];
            let pair = (scene.lower(index), scene.lower(index + 1));
            // `had been due on Tuesday`, `was to have opened`: a plan given up
            let given_up = matches!(pair, ("called", "off") | ("to", "have"))
                || pair == ("had", "been") && PLANNED.contains(&scene.lower(index + 2));
            given_up || {
                let month = word.capital && pair.0 == "may";
                word.kind == WordKind::Word
                    && !month
                    && (MOVED.contains(&pair.0) || unreal && UNREAL.contains(&pair.0))
            }
        })
}

/// The claim with a date. A bare weekday of which no verb tells the tense (`opens on Monday`, `before Monday's SCM`,
/// `met ahead of the SCM on Monday`) is the last or the next one, whichever an edition has, else as the sentence reads.
fn with_date(
    claim: Claim,
    fact: &Fact,
    column: usize,
    (date, edge): (&DateMention, Edge),
    to_come: bool,
    (tense, sure): (Tense, bool),
    scene: &Scene,
) -> Claim {
    let Some(days) = date.days else {
        return claim;
    };
    let with = |days| {
        let expr = date.expr.clone();
        let value = StatedValue::Days { days, edge, expr };
        claim.clone().with(column, date.span, value)
    };
    let attributive = scene.text()[date.span.end..].starts_with("'s");
    let settled = sure && tense != Tense::Unknown && !attributive && !to_come;
    if settled || !matches!(date.expr.form, Form::Weekday(_, None)) {
        return with(days);
    }
    let read = |tense| date.expr.resolve(scene.page.date(), tense, None).map(&with);
    let agrees = |claim: &Claim| {
        let cell = claim.cells.last();
        let records = &fact.table.records;
        cell.is_some_and(|cell| {
            records
                .iter()
                .any(|record| cell_agrees(record, cell, claim))
        })
    };
    let (past, next) = (read(Tense::Past), read(Tense::Future));
    let right = past.filter(&agrees).or(next.clone().filter(&agrees));
    let told = (tense == Tense::Past).then(|| with(days));
    right.or(told).or(next).unwrap_or_else(|| with(days))
}

/// The tense of the occasion's verb with a date, and whether it is sure to be its own: `The SCM opens on Tuesday, the mayor
/// said` does not tell whether it has, nor does `For the SCM on Tuesday, the port has shut`.
fn tense_of(scene: &Scene, name: Span, date: Span) -> (Tense, bool) {
    let clause = scene.clause(date.start);
    let before = Span::new(clause.start, date.start.max(clause.start));
    let present = |index: usize| {
        let lower = scene.lower(index);
        let happens = edge_of(lower).is_some() || HAPPENS.contains(&lower);
        happens && !lower.ends_with("ing") && !tense::is_past_form(lower)
    };
    let between = Span::new(name.end, date.start.max(name.end));
    let behind = scene.word_from(date.end);
    match tense::of(scene.text(), before, date.start) {
        Tense::Unknown if scene.word_range(between).any(present) => (Tense::Unknown, false),
        Tense::Unknown if !between.is_empty() && scene.is_sign(behind, ",") => {
            (scene.tense(date), false)
        }
        _ => (scene.tense(date), true),
    }
}

/// `The 57th SCM, which is now in its second day`: where an edition is held on the article's date, it is the one meant.
fn with_now(claim: Claim, fact: &Fact, column: usize, scene: &Scene, name: Span) -> Claim {
    let end = scene.word_from(name.end);
    let now = (end..end + 4).find(|index| matches!(scene.lower(*index), "now" | "currently"));
    let (Some(now), Some(today)) = (now, scene.page.date()) else {
        return claim;
    };
    let span = scene.words[now].span;
    let Some((_, expr)) = dates::at("today", 0, "today".len()) else {
        return claim;
    };
    let days = Period::day(today);
    let edge = Edge::Any;
    let with = claim
        .clone()
        .with(column, span, StatedValue::Days { days, edge, expr });
    let cell = with.cells.last();
    let held = |record| cell.is_some_and(|cell| cell_agrees(record, cell, &with));
    match fact.table.records.iter().any(held) {
        true => with,
        false => claim,
    }
}

/// `June 10 to June 13`, `Thursday to Sunday`, written out: the first and the last day, each in its own words.
fn span_of_days(scene: &Scene, date: &DateMention) -> Option<[(Span, StatedValue); 2]> {
    let days = date
        .days
        .filter(|_| matches!(date.expr.form, Form::Range(..)))?;
    let words = scene.slice(date.span);
    let (first, last) = JOINTS.iter().find_map(|joint| words.split_once(joint))?;
    let end = |offset: usize, words: &str, day: Option<Date>, edge| {
        let (span, expr) = dates::at(scene.text(), offset, offset + words.len())?;
        let month = matches!(
            expr.form,
            Form::Calendar {
                month: Some(_),
                day: Some(_),
                ..
            }
        );
        let exact = month || matches!(expr.form, Form::Weekday(..));
        let days = Period::day(day.filter(|_| exact && span.len() == words.len())?);
        Some((span, StatedValue::Days { days, edge, expr }))
    };
    Some([
        end(date.span.start, first, days.from, Edge::First)?,
        end(date.span.end - last.len(), last, days.until, Edge::Last)?,
    ])
}

/// Whether days that share their month are a first and a last one: `from 14 to 23 February`.
fn is_extent(scene: &Scene, date: &DateMention) -> bool {
    let words = scene.slice(date.span);
    matches!(date.expr.form, Form::Range(..))
        && date.expr.precision() == Precision::Day
        && JOINTS.iter().any(|joint| words.contains(joint))
}

/// Between the first and the last day.
const JOINTS: [&str; 3] = [" to ", " through ", " until "];

/// The day of an occasion that a verb or its noun claims.
fn edge_of(lower: &str) -> Option<Edge> {
    #[rustfmt::skip]
    const FIRST: &[&str] = &[
        "open", "opens", "opened", "opening", "begin", "begins", "began", "begun", "beginning", "start", "starts",
        "started", "starting", "kick", "kicks", "kicked", "kicking", "commence", "commences", "commenced",
    ];
    #[rustfmt::skip]
    const LAST: &[&str] = &[
        "end", "ends", "ended", "ending", "close", "closes", "closed", "closing", "conclude", "concludes", "concluded",
        "concluding", "conclusion", "finish", "finishes", "finished", "wrap", "wraps", "wrapped",
    ];
    match lower {
        _ if FIRST.contains(&lower) => Some(Edge::First),
        _ if LAST.contains(&lower) => Some(Edge::Last),
        _ => None,
    }
}
