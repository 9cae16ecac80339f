//! The whole way from an article to its findings.

mod applied;
mod expected;
mod known;
mod lines;
mod message;
mod names;
mod people;
mod readings;

use std::collections::BTreeMap;

use foldhash::HashMap;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::article::Article;
use crate::checks::notes::is_in_note;
use crate::checks::{CHECKS, Check, Flag, Spot};
use crate::claims::scene::{Missed, Scene};
use crate::claims::{self, Claim, Known, StatedValue};
use crate::facts::{InQuotes, Kind, Severity, Value};
use crate::finding::{Finding, Fix, Location, Reason, Related};
use crate::language::{Reading, tense};
use crate::mentions::{Hit, Page, Phrases, Use};
use crate::packs::Packs;
use crate::span::Span;
use crate::text::Text;
use crate::verdict::Verdict;

use known::{is_cited, is_in_correction};
use lines::Lines;
use names::Names;
pub use readings::{Outcome, Reading as ClaimReading};

/// So many sentences behind the one that names a figure may state it.
const FOLLOWERS: usize = 13;

/// So many sentences of an article may state a figure that its headline names.
const HEADLINE_REACH: usize = 40;

/// So many sentences are read at a time: of a longer article, by all cores.
const WINDOW: usize = 4_000;

/// Compiled facts and checks, ready for many articles at once.
pub struct Linter {
    known: Known,
    phrases: Phrases,
    names: Names,
    checks: Vec<(&'static Check, Severity)>,
}

/// What a user may set.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The id of a check → its severity, or None for off.
    pub checks: BTreeMap<String, Option<Severity>>,
}

impl Linter {
    /// Compiles the facts.
    pub fn new(packs: &Packs, settings: &Settings) -> Linter {
        let facts = &packs.facts;
        let names = || Names::new(facts);
        let known = || Known::new(facts.clone());
        let (phrases, (names, known)) =
            rayon::join(|| Phrases::new(facts), || rayon::join(names, known));
        let severity = |check: &Check| {
            settings
                .checks
                .get(check.id)
                .copied()
                .unwrap_or(Some(check.severity))
        };
        let checks = CHECKS
            .iter()
            .filter_map(|check| Some((check, severity(check)?)))
            .collect();
        Linter {
            known,
            phrases,
            names,
            checks,
        }
    }

    /// Every finding in an article, sorted by start, then fact.
    pub fn check(&self, article: &Article) -> Vec<Finding> {
        self.check_by(article, WINDOW)
    }

    /// The same, with so many sentences read at a time.
    fn check_by(&self, article: &Article, size: usize) -> Vec<Finding> {
        let text = Text::new(article);
        let (hits, missed) = self.names_in(&text);
        let sentences = self.sentences(&text, &hits, &missed);
        let mut passes: Vec<_> = self
            .checks
            .iter()
            .map(|(check, _)| (check.begin)())
            .collect();
        let mut drafts = Vec::new();
        let count = text.sentences().len();
        let mut from = 0;
        let page = loop {
            let window = from..count.min(from + size);
            let page = Page::at(article, &text, window.clone());
            // What an updated article says may be of the day of its update too.
            let updated = |day| Page::at(article, &text, window.clone()).as_of(Some(day));
            let later = article.until.map(updated);
            let within = |end: usize| sentences.partition_point(|index| *index < end);
            let inside = &sentences[within(window.start)..within(window.end)];
            let contradicted = |index: &usize| {
                let drafts = self.contradicted(&page, *index, &hits, &missed);
                match &later {
                    Some(later) if !drafts.is_empty() => {
                        let mut both = self.contradicted(later, *index, &hits, &missed);
                        both.retain(|draft| drafts.iter().any(|other| other.is_same(draft)));
                        both
                    }
                    _ => drafts,
                }
            };
            if count <= size {
                drafts.extend(inside.iter().flat_map(contradicted));
                let passes = passes.iter_mut();
                passes.for_each(|pass| pass.read(&page, window.clone()));
            } else {
                page.read_all(window.clone());
                drafts.par_extend(inside.par_iter().flat_map_iter(contradicted));
                let passes = passes.par_iter_mut();
                passes.for_each(|pass| pass.read(&page, window.clone()));
            }
            from = window.end;
            if from == count {
                break page;
            }
        };
        for ((check, severity), pass) in self.checks.iter().zip(passes) {
            let flags = pass.end(&page).into_iter().filter(|flag| {
                let known =
                    check.id == "two-spellings" && self.is_known(&text, flag, &missed, &hits);
                let cited = || check.id == "two-spellings" && is_cited(article, &text, flag);
                !known && !is_in_correction(&text, flag) && !is_in_note(&text, flag) && !cited()
            });
            drafts.extend(flags.map(|flag| draft_flag(&page, check, *severity, flag)));
        }
        finish(article, &text, drafts)
    }

    /// What the claims of a sentence contradict; of what is said of the same words only what would be reported, since
    /// thousands of facts may say it.
    fn contradicted(
        &self,
        page: &Page,
        index: usize,
        hits: &[Hit],
        missed: &[Missed],
    ) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut places: HashMap<Spot, usize> = HashMap::default();
        let scene = Scene::new(page, index, hits, missed, previous_day(page, index));
        let claims = claims::read(&scene, &self.known);
        for (claim, verdict) in claims::assign(claims, &self.known, page.period()) {
            if let Verdict::Contradicts { record, wrong } = verdict {
                let cells = wrong.into_iter();
                let cells = cells
                    .map(|(cell, reason)| self.draft(page, &claim, cell, record, reason, missed));
                for draft in cells.flatten() {
                    let place = *places.entry(draft.at).or_insert(drafts.len());
                    match drafts.get_mut(place) {
                        Some(other) if draft.order() < other.order() => *other = draft,
                        Some(_) => {}
                        None => drafts.push(draft),
                    }
                }
            }
        }
        drafts
    }

    /// The words that some fact claims a value of, or is contradicted by, whether they are right or wrong: what a draft of
    /// new facts need not say again.
    pub(crate) fn claimed(&self, page: &Page) -> Vec<Span> {
        let (hits, missed) = self.names_in(page.text);
        let mut spans: Vec<Span> = missed.iter().map(|missed| missed.span).collect();
        for index in self.sentences(page.text, &hits, &missed) {
            let scene = Scene::new(page, index, &hits, &missed, previous_day(page, index));
            let claims = claims::read(&scene, &self.known);
            spans.extend(
                claims
                    .iter()
                    .flat_map(|claim| &claim.cells)
                    .map(|cell| cell.span),
            );
        }
        spans
    }

    /// The phrases of an article and the near misses of names. What a name is to the facts that ask for it, its misspelling
    /// is to them too.
    fn names_in(&self, text: &Text) -> (Vec<Hit>, Vec<Missed>) {
        let mut hits = self.phrases.find(text);
        let missed = self.names.missed(text, &hits);
        let wrong = missed.iter().map(|missed| (missed.span, missed.fact));
        let rejected = hits.iter().flat_map(|hit| {
            let facts = hit.facts(|r#use| r#use == Use::Reject);
            facts.map(|fact| (hit.span, fact))
        });
        let wrong: Vec<(Span, usize)> = wrong.chain(rejected).collect();
        let mut more = Vec::new();
        for (span, fact) in wrong {
            let Kind::Entity(entity) = &self.known.facts[fact].kind else {
                continue;
            };
            let uses = self.phrases.asked_of(&entity.name);
            if !uses.is_empty() {
                more.push(Hit { span, uses });
            }
        }
        if !more.is_empty() {
            hits.extend(more);
            hits.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end)));
        }
        (hits, missed)
    }

    /// The sentences that may hold a claim.
    fn sentences(&self, text: &Text, hits: &[Hit], missed: &[Missed]) -> Vec<usize> {
        let triggers = hits.iter().filter(|hit| self.known.is_trigger(hit));
        let starts = triggers
            .map(|hit| hit.span.start)
            .chain(missed.iter().map(|missed| missed.span.start));
        let mut sentences: Vec<usize> =
            starts.filter_map(|start| text.sentence_at(start)).collect();
        self.add_followers(text, hits, &mut sentences);
        sentences.extend(claims::follow_ups(text, hits));
        sentences.sort_unstable();
        sentences.dedup();
        sentences
    }

    /// Adds the sentences with a number whose figure was named before them.
    fn add_followers(&self, text: &Text, hits: &[Hit], sentences: &mut Vec<usize>) {
        let all = text.sentences();
        let mut reach = 0;
        let headline = text.blocks().first().map_or(0, |block| block.span.end);
        for hit in hits
            .iter()
            .filter(|hit| hit.is_any(|r#use| r#use == Use::Subject))
        {
            let Some(own) = text.sentence_at(hit.span.start) else {
                continue;
            };
            let block = all[own].block;
            let in_block = all[own..]
                .iter()
                .take_while(|sentence| sentence.block == block);
            let mut last = (own + FOLLOWERS).max(own + in_block.count());
            if hit.span.start < headline {
                last = last.max(HEADLINE_REACH);
            }
            let first = all[..own]
                .iter()
                .rposition(|sentence| sentence.block != block)
                .map_or(0, |before| before + 1);
            for (index, sentence) in all.iter().enumerate().take(last).skip(reach.max(first)) {
                let words = sentence.span.of(text.as_str());
                if words.bytes().any(|byte| byte.is_ascii_digit()) || sentence.block == block {
                    sentences.push(index);
                }
            }
            reach = reach.max(last);
        }
    }

    /// A contradicted cell of a claim, as a finding without its place.
    fn draft(
        &self,
        page: &Page,
        claim: &Claim,
        cell: usize,
        record: usize,
        reason: Reason,
        missed: &[Missed],
    ) -> Option<Draft> {
        let fact = &self.known.facts[claim.fact];
        let text = page.text;
        let table = claim.table.as_ref().unwrap_or(&fact.table);
        let stated = &claim.cells[cell];
        let right = match (&fact.kind, table.records.get(record)) {
            (Kind::Affiliation(_), Some(row)) => {
                let right = row.cells.get(stated.column)?;
                expected::most_alike(right, stated.span.of(text.as_str()))?
            }
            _ => expected::of_sort(table, record, stated)?,
        };
        let column = &table.columns[stated.column].name;
        let mut span = stated.span;
        if let (Reason::Hedge, StatedValue::Amount(amount)) = (reason, &stated.value)
            && let Some(hedge) = &amount.hedge
        {
            span = span.to(hedge.span);
        }
        let first = missed.partition_point(|missed| missed.span.start < span.start);
        let is_near = matches!(fact.kind, Kind::Entity(_))
            && missed.get(first).is_some_and(|missed| missed.span == span);
        let in_quote = text.in_speech(span);
        let mut severity = fact.severity;
        if is_near && severity == Severity::Error {
            severity = Severity::Warning;
        }
        let softened = in_quote && fact.in_quotes == InQuotes::Soften;
        if in_quote && fact.in_quotes == InQuotes::Skip {
            return None;
        }
        if softened {
            severity = match severity {
                Severity::Error => Severity::Warning,
                _ => Severity::Info,
            };
        }
        let found = span.of(text.as_str());
        let widened = claims::Stated {
            span,
            ..stated.clone()
        };
        let sentence = text.sentences()[claim.sentence].span;
        let clauses = page.clauses(claim.sentence).iter();
        let mut clauses = clauses.filter(|clause| clause.overlaps(span));
        let clause = clauses.next().copied().unwrap_or(sentence);
        let place = expected::Place {
            text: text.as_str(),
            end: sentence.end,
            date: page.date(),
            tense: tense::of(text.as_str(), clause, span.start),
        };
        let expected::Expected {
            text: expected,
            sure,
        } = match column.as_str() {
            "title" => match right {
                Value::Phrase(phrase) => expected::title_like(&phrase.preferred, found),
                _ => return None,
            },
            _ => expected::write(right, &widened, place),
        };
        // `the Petra Lindhome Foundation` may be called after somebody else.
        let in_thing = || {
            let scene = Scene::new(page, claim.sentence, &[], &[], None);
            claims::cited::is_in_name_of_thing(&scene, span)
        };
        let rejected = matches!(fact.kind, Kind::Entity(_))
            && !is_near
            && column == "name"
            && reason != Reason::Outdated
            && !in_thing();
        let since = table.records[record]
            .during
            .from
            .map(|from| format!("since {}", from.strftime("%-d %B %Y")));
        let mut finding = Finding::new(fact.id.clone(), fact.kind.name(), severity);
        finding.message = message::write(fact, column, found, &expected, reason);
        finding.reason = Some(reason);
        finding.in_quote = in_quote;
        // What somebody said stays as it was said; only how we write their names is ours.
        let ours = !in_quote || matches!(fact.kind, Kind::Entity(_)) && column == "name";
        let swaps = self.swaps_people(&fact.kind, column, right, &stated.value);
        finding.fix = (ours && !softened && !swaps && sure).then(|| Fix {
            text: expected.clone(),
            safe: rejected,
        });
        finding.expected = Some(expected);
        finding.since = since.filter(|_| claim.table.is_none());
        finding.sources = fact.sources.clone();
        finding.note = fact.note.clone();
        finding.defined_in = Some(fact.defined_in.clone());
        Some(Draft {
            rank: (class(fact, column), std::cmp::Reverse(severity)),
            at: Spot::Text(span),
            finding,
            related: Vec::new(),
        })
    }
}

/// The last full day that the two sentences before this one state.
pub(crate) fn previous_day(page: &Page, index: usize) -> Option<Date> {
    let block = page.text.sentences()[index].block;
    (index.saturating_sub(2)..index)
        .rev()
        .filter(|before| page.text.sentences()[*before].block == block)
        .find_map(|before| {
            page.values(before)
                .iter()
                .rev()
                .find_map(|mention| match &mention.reading {
                    Reading::Date(expr) => {
                        let days =
                            expr.resolve(page.date(), crate::language::Tense::Unknown, None)?;
                        days.from.filter(|from| days.until == Some(*from))
                    }
                    _ => None,
                })
        })
}

/// What speaks of a place, the one that wins it first: the writing of a name, then what is said of its bearer, then the
/// bearer's age, then a check.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Spelling,
    Statement,
    Age,
    Check,
}

fn class(fact: &crate::facts::Fact, column: &str) -> Class {
    match (&fact.kind, column) {
        (Kind::Entity(_), "name") => Class::Spelling,
        (Kind::Entity(_), _) => Class::Age,
        _ => Class::Statement,
    }
}

/// A finding before its place in the file is known.
struct Draft {
    /// Of two at one place the lesser stays.
    rank: (Class, std::cmp::Reverse<Severity>),
    at: Spot,
    finding: Finding,
    related: Vec<(Spot, String)>,
}

impl Draft {
    /// Whether both report the same words for the same fact.
    fn is_same(&self, other: &Draft) -> bool {
        self.at == other.at && self.finding.fact == other.finding.fact
    }

    /// Of two at one place the lesser stays.
    fn order(&self) -> impl Ord + '_ {
        (self.rank, &*self.finding.fact)
    }
}

fn draft_flag(page: &Page, check: &Check, severity: Severity, flag: Flag) -> Draft {
    let in_quote = matches!(flag.at, Spot::Text(span) if page.text.in_speech(span));
    let mut finding = Finding::new(format!("check:{}", check.id), "check", severity);
    finding.message = flag.message;
    finding.expected = flag.expected;
    finding.in_quote = in_quote;
    Draft {
        rank: (Class::Check, std::cmp::Reverse(severity)),
        at: flag.at,
        finding,
        related: flag.related,
    }
}

/// Places the findings in the file; a place is reported once.
fn finish(article: &Article, text: &Text, mut drafts: Vec<Draft>) -> Vec<Finding> {
    if drafts.is_empty() {
        return Vec::new();
    }
    let lines: Vec<Lines> = article
        .parts
        .iter()
        .enumerate()
        .map(|(index, part)| Lines::new(part, index))
        .collect();
    let locate = |spot: &Spot| -> (Location, bool) {
        let (part, span, whole) = match spot {
            Spot::Text(span) => {
                let place = text.place(*span);
                (place.part, place.span, place.whole)
            }
            Spot::Source { part, span } => (*part, *span, true),
        };
        (lines[part].location(span), whole)
    };
    drafts.sort_by(|a, b| a.order().cmp(&b.order()));
    let mut taken: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for draft in drafts {
        let (at, whole) = locate(&draft.at);
        // The places taken are disjoint: only the last that starts before this one ends can overlap it.
        let before = taken.range(..(at.part, at.source.end)).next_back();
        if before.is_some_and(|((part, _), end)| *part == at.part && *end > at.source.start) {
            continue;
        }
        taken.insert((at.part, at.source.start), at.source.end);
        let mut finding = draft.finding;
        finding.found = at.source.of(&article.parts[at.part].source).to_string();
        let packed = article.parts[at.part].label.is_some();
        finding.fix = finding.fix.filter(|_| whole && !packed).and_then(|fix| {
            let text = expected::restore(&article.write(&fix.text)?, &finding.found);
            Some(Fix { text, ..fix })
        });
        finding.related = draft
            .related
            .iter()
            .map(|(spot, message)| Related {
                at: locate(spot).0,
                message: message.clone(),
            })
            .collect();
        finding.at = at;
        findings.push(finding);
    }
    findings.sort_by(|a, b| {
        (a.at.part, a.at.disk.start, &a.fact).cmp(&(b.at.part, b.at.disk.start, &b.fact))
    });
    findings
}

#[cfg(test)]
mod tests;
