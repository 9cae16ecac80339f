//! Measured values: candidates, their ties to the fact, gates, and evidence for and against each.
//!
//! A number is no claim until something speaks for it. [`candidate`] pairs values with facts, [`frame`] finds their place
//! in the tree, [`gates`] holds what the rule language rules out, and [`evidence`] names the rows of `rows.tsv` that hold;
//! their weights decide.

mod bound;
mod candidate;
mod discourse;
mod evidence;
mod frame;
mod gates;
mod label;
mod measure;
mod owner;
mod period;
mod profile;
mod reality;
mod rows;
mod subject;
#[cfg(test)]
mod tests;
mod time;
mod words;

pub(crate) use profile::Profile;
pub(crate) use rows::says;

use crate::claims::scene::Scene;
use crate::claims::{Claim, Known, StatedValue, Time};
use crate::facts::{Fact, Figure, Kind, Measures, Period, Value};
use crate::language::Reading as Words;
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::verdict::{Verdict, amount, judge};

use candidate::Candidate;
use evidence::{Around, Reading};
use frame::Frame;
use label::hits_in;

/// So many sentences back the subject of a figure may have been named.
const REACH: usize = 12;

/// Of two facts that claim one number, the one whose evidence is this much better has it.
const FAR: i32 = 100_000;

/// Reads the claims of a sentence about figures.
pub fn read(scene: &Scene, known: &Known, claims: &mut Vec<Claim>) {
    let is_number = |words: &Words| matches!(words, Words::Amount(_) | Words::Date(_));
    if !scene.values().iter().any(|value| is_number(&value.reading)) {
        return;
    }
    let mut candidates = Vec::new();
    for fact in facts_in_reach(scene, known) {
        let Kind::Figure(figure) = &known.facts[fact].kind else {
            continue;
        };
        let read = |value| Candidate::read(scene, &known.facts[fact], figure, fact, value);
        candidates.extend(scene.values().iter().filter_map(read));
    }
    let now: Vec<bool> = candidates
        .iter()
        .map(|candidate| agrees_now(scene, known, candidate))
        .collect();
    let first = claims.len();
    for at in 0..candidates.len() {
        let about = Weighing {
            scene,
            known,
            candidates: &candidates,
            now: &now,
        };
        claims.extend(about.claim(at));
    }
    // A number that several facts claim is weighed for those too with which it agrees.
    let contested: Vec<Span> = claims[first..]
        .iter()
        .filter(|claim| claim.rejected.is_none() && !claim.evidence.is_empty())
        .map(|claim| claim.cells[0].span)
        .collect();
    for claim in &mut claims[first..] {
        let span = claim.cells[0].span;
        if claim.evidence.is_empty() && contested.iter().any(|other| other.overlaps(span)) {
            let at = candidates
                .iter()
                .position(|candidate| candidate.fact == claim.fact && candidate.marked == span);
            let about = Weighing {
                scene,
                known,
                candidates: &candidates,
                now: &now,
            };
            if let Some(at) = at {
                about.weigh(at, claim);
            }
        }
    }
}

/// The figures whose subject is named in the sentence, before it, or in the headline.
fn facts_in_reach(scene: &Scene, known: &Known) -> Vec<usize> {
    let text = scene.page.text;
    let sentences = text.sentences();
    let block = sentences[scene.index].block;
    let from = scene.index.saturating_sub(REACH);
    let from = (0..scene.index)
        .rev()
        .take_while(|index| sentences[*index].block == block)
        .last()
        .map_or(from, |first| first.min(from));
    let end = text
        .blocks()
        .get(block)
        .map_or(scene.span.end, |block| block.span.end);
    let near = Span::new(sentences[from].span.start, end.max(scene.span.end));
    let first = scene.all.partition_point(|hit| hit.span.start < near.start);
    let headline = text.blocks().first().map_or(0, |block| block.span.end);
    let head = scene.all.iter().take_while(|hit| hit.span.start < headline);
    let subjects = scene.all[first..]
        .iter()
        .take_while(|hit| hit.span.start < near.end)
        .chain(head)
        .flat_map(|hit| hit.facts(|r#use| r#use == Use::Subject));
    let alone = scene
        .hits
        .iter()
        .flat_map(|hit| hit.facts(|r#use| r#use == Use::SoleUnit));
    let mut facts: Vec<usize> = subjects.chain(alone).collect();
    facts.sort_unstable();
    facts.dedup();
    facts.retain(|fact| match &known.facts[*fact].kind {
        Kind::Figure(figure) => is_in_reach(scene, figure, *fact, block),
        _ => false,
    });
    facts
}

/// Whether subject and unit of a figure stand near enough for a number of the sentence to be its.
fn is_in_reach(scene: &Scene, figure: &Figure, fact: usize, block: usize) -> bool {
    if figure.subject.is_empty() {
        return true;
    }
    let text = scene.page.text;
    let sentences = text.sentences();
    let before = scene.index.saturating_sub(1);
    let zone = sentences[before].span.to(scene.span);
    let paragraph = text
        .blocks()
        .get(block)
        .map_or(scene.span, |block| block.span);
    let headline = text.blocks().first().map_or(scene.span, |block| block.span);
    let subject = |span: Span| hits_in(scene, span, &|hit: &Hit| hit.is(fact, Use::Subject));
    let unit = |span: Span| hits_in(scene, span, &|hit: &Hit| hit.is(fact, Use::Unit));
    if subject(scene.span) || subject(zone) {
        return true;
    }
    let counted = candidate::unit_of(figure).is_none();
    let near = subject(paragraph) || subject(headline);
    match counted {
        true if near => unit(paragraph) || unit(headline) || figure.measures == Measures::Toll,
        true => unit(scene.span),
        false => true,
    }
}

/// The claim of a candidate, so far of no time.
fn claim_of(scene: &Scene, figure: &Figure, candidate: &Candidate) -> Claim {
    let mut claim = Claim::new(candidate.fact, scene.index, Time::default());
    claim.tolerance = figure.tolerance;
    claim.distance = FAR.unsigned_abs();
    claim.with(
        0,
        candidate.marked,
        StatedValue::Amount(candidate.amount.clone()),
    )
}

/// Whether the number agrees with a record of the article's own time.
fn agrees_now(scene: &Scene, known: &Known, candidate: &Candidate) -> bool {
    let fact = &known.facts[candidate.fact];
    let Kind::Figure(figure) = &fact.kind else {
        return false;
    };
    let claim = claim_of(scene, figure, candidate);
    candidate.agrees && judge(&fact.table, &claim, scene.page.period()) == Verdict::Agrees
}

/// The candidates of a sentence, being weighed.
struct Weighing<'w, 'a> {
    scene: &'w Scene<'a>,
    known: &'w Known,
    candidates: &'w [Candidate],
    /// Which of them agree with a record of the article's time.
    now: &'w [bool],
}

impl Weighing<'_, '_> {
    fn fact(&self, at: usize) -> Option<(&Fact, &Figure)> {
        let fact = &self.known.facts[self.candidates[at].fact];
        match &fact.kind {
            Kind::Figure(figure) => Some((fact, figure)),
            _ => None,
        }
    }

    /// What a candidate claims; with the reason, if it is nothing.
    fn claim(&self, at: usize) -> Option<Claim> {
        let candidate = &self.candidates[at];
        let (_, figure) = self.fact(at)?;
        let mut claim = claim_of(self.scene, figure, candidate);
        let thorough = self.scene.page.is_thorough();
        if self.now[at] && !thorough {
            return Some(claim);
        }
        // Without its subject in the sentence only what looks like a slip can be a claim.
        let named = figure.subject.is_empty()
            || self
                .scene
                .hits
                .iter()
                .any(|hit| hit.is(candidate.fact, Use::Subject));
        if !named && candidate.slip.is_none() && !thorough {
            return None;
        }
        self.weigh(at, &mut claim);
        Some(claim)
    }

    /// Weighs what speaks for and against a claim.
    fn weigh(&self, at: usize, claim: &mut Claim) {
        let candidate = &self.candidates[at];
        let Some((fact, figure)) = self.fact(at) else {
            return;
        };
        let profile = self.known.profile(candidate.fact);
        let Some(frame) = Frame::new(self.scene, figure, profile, candidate) else {
            return;
        };
        let agrees_in = |period: &Period| {
            fact.table.records.iter().any(|record| {
                record.during.overlaps(period)
                    && record.cells.iter().flatten().any(|value| match value {
                        Value::Amount { number, unit } => {
                            amount::agrees(*number, *unit, &candidate.amount, figure.tolerance)
                        }
                        _ => false,
                    })
            })
        };
        let times = frame.times(fact, agrees_in);
        claim.time = times.time.clone();
        let gate = frame.gate(&times);
        let verdict = match self.now[at] {
            true => Verdict::Agrees,
            false => judge(&fact.table, claim, self.scene.page.period()),
        };
        let reading = Reading {
            around: self.around(at, &frame),
            owner: frame.owner(),
            subject: frame.subject_phrase(),
            label: frame.label(),
            frame: &frame,
            candidate,
            times: &times,
        };
        let mut tied = 0;
        let rows = reading.rows();
        let has = |names: &[&str]| rows.iter().any(|row| names.contains(row));
        let gate = gate.or_else(|| {
            let points = has(&[
                "description",
                "refers-own",
                "refers-own-far",
                "subject-pronoun",
            ]);
            let elsewhere = has(&["context-absent"]) && has(&["context-far-rival"]);
            (elsewhere && !points).then_some("context")
        });
        for row in rows {
            let weight = rows::weight(row);
            if !row.starts_with("slip-") {
                tied += weight;
            }
            claim.evidence.push(crate::claims::Evidence {
                name: row,
                weight,
                span: candidate.value,
            });
        }
        claim.distance = u32::try_from(FAR - tied).unwrap_or_default();
        claim.rejected = match verdict {
            Verdict::Agrees => None,
            Verdict::Silent => Some("time"),
            Verdict::Contradicts { .. } if times.uncovered && claim.time.own.is_empty() => {
                Some("time")
            }
            Verdict::Contradicts { .. } => gate.or_else(|| (claim.score() < 0).then_some("score")),
        };
    }

    /// Whether what a value counts is the fact's, as far as the words right behind it say.
    fn has_unit(&self, candidate: &Candidate, figure: &Figure) -> bool {
        const NEAR: usize = 24;
        if candidate::unit_of(figure).is_some() {
            return true;
        }
        let end = candidate.value.end;
        let is_unit = |hit: &Hit| {
            (hit.is(candidate.fact, Use::Unit) || hit.is(candidate.fact, Use::SoleUnit))
                && hit.span.start >= end
                && hit.span.start - end <= NEAR
        };
        let text = self.scene.text();
        self.scene
            .hits
            .iter()
            .filter(|hit| is_unit(hit))
            .any(|hit| {
                let between = text.get(end..hit.span.start).unwrap_or_default();
                !between.bytes().any(|byte| byte.is_ascii_digit())
            })
    }

    /// Whether another number, which agrees, is the fact's as surely as this one: then this one is something else.
    fn is_better(&self, other: &Candidate, frame: &Frame) -> bool {
        if !self.has_unit(other, frame.figure) {
            return false;
        }
        let Some(rival) = Frame::new(self.scene, frame.figure, frame.profile, other) else {
            return true;
        };
        let foreign = matches!(rival.owner().first(), Some((_, frame::Whose::Other)));
        let cost = |frame: &Frame| frame.subject_phrase().map(|subject| subject.cost);
        let further = match (cost(&rival), cost(frame)) {
            (Some(other), Some(own)) => other > own,
            (None, Some(_)) => true,
            _ => false,
        };
        !foreign && !further
    }

    fn around(&self, at: usize, frame: &Frame) -> Around {
        let candidate = &self.candidates[at];
        let mut around = Around::default();
        for (other, now) in self.candidates.iter().zip(self.now) {
            if other.fact == candidate.fact {
                around.agrees_here |=
                    *now && other.value != candidate.value && self.is_better(other, frame);
                continue;
            }
            if !other.value.overlaps(candidate.value) {
                continue;
            }
            around.agrees_other |= *now;
            let rivals = self.scene.hits.iter().filter(|hit| {
                hit.is(other.fact, Use::Subject) && !frame.subjects.contains(&hit.span)
            });
            let costs = rivals.filter_map(|hit| Some(frame.way(frame.head_of(hit.span)?)?.cost()));
            around.other_cost = around.other_cost.into_iter().chain(costs).min();
        }
        around
    }
}
