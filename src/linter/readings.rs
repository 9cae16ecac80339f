//! Every reading that the engine weighed, with what became of it: the answer to "why was this not reported?".

use crate::article::Article;
use crate::claims::scene::Scene;
use crate::claims::{self, Claim, Evidence};
use crate::facts::InQuotes;
use crate::finding::{Finding, Location};
use crate::mentions::Page;
use crate::span::Span;
use crate::text::Text;
use crate::verdict::{Verdict, judge};

use super::{Linter, lines::Lines, previous_day};

/// A claim as it was read, and what became of it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Reading {
    /// The id of the fact.
    pub fact: String,
    /// `entity`, `office`, `figure`, `event` or `statement`.
    pub kind: &'static str,
    /// Where the words stand that `check` would mark.
    pub at: Location,
    /// Those words.
    pub found: String,
    /// What is expected in their place, where they contradict the fact.
    pub expected: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// What all its evidence weighs together, in hundredths.
    pub score: i32,
    /// What speaks for and against it: the name of the row, its weight in hundredths, the words that show it.
    pub evidence: Vec<(&'static str, i32, String)>,
}

/// What became of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It agrees with the fact.
    Agrees,
    /// It contradicts the fact, and is reported.
    Contradicts,
    /// It would contradict the fact, but its time or a quotation exempts it.
    Exempt,
    /// It is no claim.
    Rejected,
}

impl Outcome {
    /// Its name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Outcome::Agrees => "agrees",
            Outcome::Contradicts => "contradicts",
            Outcome::Exempt => "exempt",
            Outcome::Rejected => "rejected",
        }
    }
}

/// The reasons of [`Claim::rejected`] that are exemptions: there is a claim, of another time.
const EXEMPTIONS: &[&str] = &["time", "unless", "quotation"];

impl Linter {
    /// Every reading of a fact in an article, in the order of the text: those that agree, those that contradict and those
    /// that were turned down. Slower than [`Linter::check`], which weighs only what it might report.
    pub fn readings(&self, article: &Article) -> Vec<Reading> {
        let text = Text::new(article);
        let (hits, missed) = self.names_in(&text);
        let page = Page::new(article, &text).thorough();
        let lines: Vec<Lines> = article
            .parts
            .iter()
            .enumerate()
            .map(|(index, part)| Lines::new(part, index))
            .collect();
        let reported = self.check(article);
        let mut readings = Vec::new();
        for index in self.sentences(&text, &hits, &missed) {
            let scene = Scene::new(&page, index, &hits, &missed, previous_day(&page, index));
            let claims = claims::read(&scene, &self.known);
            let (kept, rejected): (Vec<Claim>, Vec<Claim>) = claims
                .into_iter()
                .partition(|claim| claim.rejected.is_none());
            let judged = claims::assign(kept, &self.known, page.period());
            let judged = judged.into_iter().chain(rejected.into_iter().map(|claim| {
                let table = &self.known.facts[claim.fact].table;
                let verdict = judge(table, &claim, page.period());
                (claim, verdict)
            }));
            for (claim, verdict) in judged {
                self.add(
                    &page,
                    &lines,
                    &missed,
                    &reported,
                    (&claim, &verdict),
                    &mut readings,
                );
            }
        }
        readings.sort_by_key(|reading| {
            let at = &reading.at;
            (at.part, at.disk.start, at.disk.end, reading.fact.clone())
        });
        readings
    }

    fn add(
        &self,
        page: &Page,
        lines: &[Lines],
        missed: &[crate::claims::scene::Missed],
        reported: &[Finding],
        (claim, verdict): (&Claim, &Verdict),
        readings: &mut Vec<Reading>,
    ) {
        let fact = &self.known.facts[claim.fact];
        let text = page.text;
        let table = claim.table.as_ref().unwrap_or(&fact.table);
        let words = |span: Span| span.of(text.as_str()).to_string();
        let mut evidence: Vec<(&'static str, i32, String)> = claim
            .evidence
            .iter()
            .map(|Evidence { name, weight, span }| (*name, *weight, words(*span)))
            .collect();
        for (cell, stated) in claim.cells.iter().enumerate() {
            if Some(stated.column) == table.key && claim.cells.len() > 1 {
                continue;
            }
            let wrong = match verdict {
                Verdict::Contradicts { record, wrong } => wrong
                    .iter()
                    .find(|(index, _)| *index == cell)
                    .map(|(_, reason)| (*record, *reason)),
                _ => None,
            };
            let draft = wrong
                .and_then(|(record, reason)| self.draft(page, claim, cell, record, reason, missed));
            let mut span = stated.span;
            if let Some(crate::checks::Spot::Text(marked)) = draft.as_ref().map(|draft| &draft.at) {
                span = *marked;
            }
            let quoted = fact.in_quotes == InQuotes::Skip && text.in_speech(span);
            let place = text.place(span);
            let at = lines[place.part].location(place.span);
            let expected = draft
                .as_ref()
                .and_then(|draft| draft.finding.expected.clone());
            let is_reported = reported.iter().any(|finding| {
                finding.fact == fact.id
                    && finding.at.source == at.source
                    && finding.at.part == at.part
            });
            let outcome = match (verdict, claim.rejected) {
                (_, Some(reason)) if EXEMPTIONS.contains(&reason) => Outcome::Exempt,
                (_, Some(_)) => Outcome::Rejected,
                (Verdict::Agrees, None) => Outcome::Agrees,
                (Verdict::Silent, None) => Outcome::Exempt,
                (Verdict::Contradicts { .. }, None) if wrong.is_none() => Outcome::Agrees,
                (Verdict::Contradicts { .. }, None) if quoted => Outcome::Exempt,
                (Verdict::Contradicts { .. }, None) if is_reported => Outcome::Contradicts,
                (Verdict::Contradicts { .. }, None) => Outcome::Rejected,
            };
            if let Some(reason) = claim.rejected
                && !evidence.iter().any(|(name, ..)| *name == reason)
            {
                evidence.push((reason, 0, words(span)));
            }
            readings.push(Reading {
                fact: fact.id.clone(),
                kind: fact.kind.name(),
                found: at
                    .source
                    .of(&page.article.parts[at.part].source)
                    .to_string(),
                at,
                expected: expected.filter(|_| outcome != Outcome::Agrees),
                outcome,
                score: claim.score(),
                evidence: evidence.clone(),
            });
        }
    }
}
