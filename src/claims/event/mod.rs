//! Occasions: their edition, date and place, where each is tied to the event and to nothing else.

mod editions;
mod ordinals;
mod phrase;
mod places;
mod ties;
mod words;

use crate::claims::scene::{DateMention, Scene};
use crate::claims::words::WordKind;
use crate::claims::{Claim, Edge, Known, StatedValue, Time};
use crate::facts::Fact;
use crate::language::Tense;
use crate::language::dates::Form;
use crate::mentions::Use;
use crate::span::Span;
use crate::verdict::cell_agrees;

use ordinals::Counted;
use ties::Ties;
use words::MOVED;

/// Reads the claims of a sentence about events.
pub fn read(scene: &Scene, known: &Known, claims: &mut Vec<Claim>) {
    for hit in scene.hits.iter() {
        for fact in hit.facts(|r#use| r#use == Use::Event) {
            // `Security Consultative Meeting (SCM)`: the short name in brackets says nothing of its own.
            if scene.text()[..hit.span.start].ends_with('(')
                && scene.text()[hit.span.end..].starts_with(')')
            {
                continue;
            }
            claims.extend(claim(scene, known, fact, hit.span));
        }
    }
}

fn column(fact: &Fact, name: &str) -> Option<usize> {
    fact.table
        .columns
        .iter()
        .position(|column| column.name == name)
}

fn claim(scene: &Scene, known: &Known, index: usize, name: Span) -> Option<Claim> {
    let fact = &known.facts[index];
    let ties = Ties::read(scene, index, name);
    if phrase::is_anothers(scene, &ties.noun_phrase, &scene.word_range(name)) {
        return None;
    }
    let mut claim = Claim::new(index, scene.index, Time::default());
    match ordinals::read(scene, fact, &ties.noun_phrase, name) {
        Some(Counted::Anniversary(span, number)) => {
            return ordinals::anniversary(scene, fact, claim, span, number);
        }
        Some(Counted::Edition(span, number)) => {
            let column = column(fact, "number");
            claim = column.map_or(claim.clone(), |column| {
                claim.with(column, span, StatedValue::Ordinal(number))
            });
        }
        // `his third SCM`: of the editions nothing is said.
        Some(Counted::Other) => return None,
        None => {}
    }
    let tense = scene.tense(name);
    if !is_moved(scene, name) {
        if let Some(column) = column(fact, "on") {
            for (date, edge) in &ties.dates {
                claim = with_date(claim, fact, column, &scene.dates[*date], *edge, scene);
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
    }
    if claim.cells.is_empty() {
        return None;
    }
    claim.meant = Some(editions::meant(fact, &claim, scene.page.date(), tense)?);
    Some(claim)
}

/// Whether the clause says that the occasion is not as first planned. `May` with a capital is a month.
fn is_moved(scene: &Scene, name: Span) -> bool {
    let clause = scene.word_range(scene.clause(name.start));
    clause.clone().any(|index| {
        let word = scene.words[index];
        let called_off = scene.lower(index) == "called" && scene.lower(index + 1) == "off";
        called_off
            || word.kind == WordKind::Word && !word.capital && MOVED.contains(&scene.lower(index))
    })
}

/// The claim with a date. A bare weekday whose tense does not tell (`opens on Monday`) is the last or the next one,
/// whichever an edition has, else the next.
fn with_date(
    claim: Claim,
    fact: &Fact,
    column: usize,
    date: &DateMention,
    edge: Edge,
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
    if !matches!(date.expr.form, Form::Weekday(_, None)) || scene.tense(date.span) != Tense::Unknown
    {
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
    past.filter(&agrees).or(next).unwrap_or_else(|| with(days))
}

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
