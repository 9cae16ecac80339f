//! Occasions: which edition it is, on which day and where.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::claims::scene::{DateMention, Scene};
use crate::language::{Reading, nations};
use crate::span::Span;

use super::acronyms::defined;
use super::doc::{Doc, is_part, phrases};
use super::fact::{Edition, Probe, Site, Suggestion, Toml, id};
use super::people::{person, span};
use super::prove::prove;
use super::words::OCCASIONS;
use super::{Found, Kind, Merged};

pub(super) const KIND: Kind = Kind {
    title: "occasions",
    gather,
    merge,
};

/// Words by which a day is the first or the last of several.
#[rustfmt::skip]
const EDGES: &[&str] = &[
    "open", "opens", "opened", "opening", "begin", "begins", "began", "start", "starts", "started", "kicks", "kicked", "close",
    "closes", "closed", "closing", "end", "ends", "ended", "conclude", "concludes", "concluded", "concluding", "finish",
    "through", "until", "three-day", "two-day", "day", "final", "first", "last", "wraps", "runs", "starting", "beginning",
];

/// Places by which it is proved that another place is read: one of them is elsewhere.
const ELSEWHERE: [&str; 2] = ["Reykjavik", "Nairobi"];
/// Articles further apart than these days speak of two editions.
const APART: i32 = 200;

/// An occasion as one sentence speaks of it.
pub(super) struct Occasion {
    /// Its names: in full, and short.
    names: Vec<String>,
    /// What the sentence says of it.
    says: Says,
    site: Site,
    probe: Probe,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Says {
    Number(u64),
    On(Date),
    At(String),
}

fn gather(doc: &Doc) -> Found {
    let mut short: HashMap<String, String> = HashMap::new();
    for scene in &doc.scenes {
        for open in 0..scene.words.len() {
            if let Some((full, acronym)) = defined(scene, open)
                && OCCASIONS.contains(&scene.lower(full.end - 1))
            {
                let full = span(scene, &full).of(scene.text()).to_string();
                short.insert(acronym, full);
            }
        }
    }
    let mut events = Vec::new();
    for scene in &doc.scenes {
        for (words, name) in named(scene, &short) {
            if doc.page.text.in_speech(name) || doc.known.has_name(name.of(scene.text())) {
                continue;
            }
            let written = name.of(scene.text()).to_string();
            let other = short
                .iter()
                .find(|(acronym, full)| **acronym == written || **full == written);
            let names = match other {
                Some((acronym, full)) => vec![full.clone(), acronym.clone()],
                None => vec![written],
            };
            events.extend(said(doc, scene, &words, &names));
        }
    }
    Found {
        events,
        ..Found::default()
    }
}

/// The names of occasions in a sentence, with their words.
fn named(scene: &Scene, short: &HashMap<String, String>) -> Vec<(Range<usize>, Span)> {
    let mut out = Vec::new();
    for phrase in phrases(scene) {
        let place = span(scene, &phrase);
        let words = place.of(scene.text());
        let last = scene.lower(phrase.end - 1);
        let is_short = phrase.len() == 1 && short.contains_key(words);
        if is_short || phrase.len() > 1 && OCCASIONS.contains(&last) {
            out.push((phrase, place));
        } else if OCCASIONS.contains(&scene.lower(phrase.end))
            && !is_part(scene, phrase.end)
            && scene.lower(phrase.end) != "talks"
            && nations::nation(words).is_none()
            && person(scene, phrase.clone()).is_none()
        {
            let phrase = phrase.start..phrase.end + 1;
            out.push((phrase.clone(), span(scene, &phrase)));
        }
    }
    out
}

/// The keys of an occasion beside its names.
fn keys(edition: Edition) -> Vec<(&'static str, Toml)> {
    match edition {
        Edition {
            number: None,
            on,
            at,
        } => {
            let on = on.map(|on| ("on", Toml::Day(on)));
            let at = at.map(|at| ("at", Toml::List(vec![at])));
            on.into_iter().chain(at).collect()
        }
        edition => vec![("editions", Toml::Editions(vec![edition]))],
    }
}

/// What the sentence says of the occasion, each proved by itself.
fn said(doc: &Doc, scene: &Scene, words: &Range<usize>, names: &[String]) -> Vec<Occasion> {
    let text = scene.slice(scene.span);
    let today = doc.page.date();
    let proved = |says: Says, place: Span, right: Edition, wrong: Edition| {
        if doc.is_covered(place) || doc.page.text.in_speech(place) {
            return None;
        }
        let mut all = vec![("names", Toml::List(names.to_vec()))];
        all.extend(keys(right));
        let fact = Suggestion {
            other: keys(wrong),
            ..Suggestion::new("event", "event".to_string(), all)
        };
        Some(Occasion {
            names: names.to_vec(),
            says,
            site: doc.site(scene, place),
            probe: prove(&fact, text, today, place.of(scene.text()))?,
        })
    };
    let near = |place: Span| {
        let at = scene.word_from(place.start);
        at + 12 > words.start && at < words.end + 14
    };
    let days: Vec<(Span, Date)> = scene
        .dates
        .iter()
        .filter(|date| near(date.span))
        .filter_map(|date| day(scene, date))
        .collect();
    let mut out = Vec::new();
    for mention in scene.values().iter().filter(|mention| near(mention.span)) {
        if let Reading::Ordinal(number) = mention.reading
            && number > 1
            && let Some(next) = number.checked_add(1)
        {
            let edition = |number| Edition {
                number: Some(number),
                on: days.first().map(|(_, day)| *day).or(today),
                at: None,
            };
            out.extend(proved(
                Says::Number(number),
                mention.span,
                edition(number),
                edition(next),
            ));
        }
    }
    let number = out.iter().find_map(|event: &Occasion| match event.says {
        Says::Number(number) => Some(number),
        _ => None,
    });
    for (place, on) in days {
        let edition = |on| Edition {
            number,
            on: Some(on),
            at: None,
        };
        if let Ok(other) = on.checked_add(2.days()) {
            out.extend(proved(Says::On(on), place, edition(on), edition(other)));
        }
    }
    for phrase in phrases(scene) {
        let place = span(scene, &phrase);
        let located = phrase.start > 0 && matches!(scene.lower(phrase.start - 1), "in" | "at");
        if !located || !near(place) || phrase.start < words.end && words.start < phrase.end {
            continue;
        }
        let at = place.of(scene.text()).to_string();
        let edition = |at: &str| Edition {
            number,
            on: None,
            at: Some(at.to_string()),
        };
        let other = if at == ELSEWHERE[0] {
            ELSEWHERE[1]
        } else {
            ELSEWHERE[0]
        };
        out.extend(proved(
            Says::At(at.clone()),
            place,
            edition(&at),
            edition(other),
        ));
    }
    out
}

/// The day that a date means, where it is one day, and the whole occasion may be on it.
fn day(scene: &Scene, date: &DateMention) -> Option<(Span, Date)> {
    // `opens on`: of an occasion of several days one day is not the whole.
    let behind = Span::new(date.span.end, scene.span.end);
    let edge = scene.holds(scene.clause(date.span.start), EDGES)
        || scene.holds(behind, &["through", "until"]);
    let days = date.days.filter(|days| days.from == days.until && !edge)?;
    Some((date.span, days.from?))
}

fn merge(found: &[Found], merged: &mut Merged) {
    // All names of one occasion meet under the full one.
    let mut full: HashMap<&str, &str> = HashMap::new();
    for event in found.iter().flat_map(|found| &found.events) {
        if let [name, short] = event.names.as_slice() {
            full.insert(short, name);
        }
    }
    let mut by_name: BTreeMap<String, Vec<&Occasion>> = BTreeMap::new();
    for event in found.iter().flat_map(|found| &found.events) {
        let Some(name) = event.names.first() else {
            continue;
        };
        let name = full.get(name.as_str()).copied().unwrap_or(name);
        by_name.entry(name.to_lowercase()).or_default().push(event);
    }
    for group in by_name.into_values() {
        merged.facts.extend(occasion(&group));
    }
}

/// The value that most articles give, and where others give another.
fn most<'o, T: Ord + Clone>(
    group: &[&'o Occasion],
    value: impl Fn(&Says) -> Option<T>,
) -> Option<(T, Vec<&'o Occasion>, Vec<Site>)> {
    let mut values: BTreeMap<T, Vec<&Occasion>> = BTreeMap::new();
    for event in group {
        if let Some(value) = value(&event.says) {
            values.entry(value).or_default().push(event);
        }
    }
    let articles = |events: &[&Occasion]| {
        events
            .iter()
            .map(|event| event.site.article)
            .collect::<BTreeSet<_>>()
    };
    let all: BTreeSet<usize> = values
        .values()
        .flat_map(|events| articles(events))
        .collect();
    let total: usize = values.values().map(|events| articles(events).len()).sum();
    // Of values that as many give, the first.
    let best = values
        .iter()
        .max_by_key(|(_, events)| {
            let first = events
                .iter()
                .map(|event| (event.site.article, event.site.start))
                .min();
            (articles(events).len(), std::cmp::Reverse(first))
        })?
        .0
        .clone();
    // One article that gives two speaks of two editions.
    if total > all.len() {
        return None;
    }
    let right = values.remove(&best)?;
    let others = values
        .into_values()
        .flatten()
        .map(|event| event.site.clone())
        .collect();
    Some((best, right, others))
}

/// The sentences that speak of one edition: those of articles of one time; those without a date with the first.
fn by_time<'o>(group: &[&'o Occasion]) -> Vec<Vec<&'o Occasion>> {
    let mut dated: Vec<&Occasion> = group
        .iter()
        .filter(|event| event.site.date.is_some())
        .copied()
        .collect();
    dated.sort_by_key(|event| event.site.date);
    let mut times: Vec<Vec<&Occasion>> = Vec::new();
    for event in dated {
        let last = times
            .last()
            .and_then(|time| time.last())
            .and_then(|last| last.site.date);
        let apart = match (last, event.site.date) {
            (Some(last), Some(date)) => (date - last).get_days() > APART,
            _ => true,
        };
        match times.last_mut() {
            Some(time) if !apart => time.push(event),
            _ => times.push(vec![event]),
        }
    }
    let undated = group.iter().filter(|event| event.site.date.is_none());
    match times.last_mut() {
        Some(time) => time.extend(undated),
        None => times.push(undated.copied().collect()),
    }
    times
}

/// The occasion of which all these sentences speak.
fn occasion(group: &[&Occasion]) -> Option<Suggestion> {
    let mut fact = Suggestion::new("event", String::new(), Vec::new());
    let mut editions: Vec<Edition> = Vec::new();
    for time in by_time(group) {
        let mut edition = Edition::default();
        let mut take = |right: &[&Occasion], others: Vec<Site>| {
            fact.sites
                .extend(right.iter().map(|event| event.site.clone()));
            fact.disputes.extend(others);
            fact.probe = fact
                .probe
                .take()
                .or_else(|| right.first().map(|event| event.probe.clone()));
        };
        let number = |says: &Says| match says {
            Says::Number(number) => Some(*number),
            _ => None,
        };
        let on = |says: &Says| match says {
            Says::On(on) => Some(*on),
            _ => None,
        };
        let at = |says: &Says| match says {
            Says::At(at) => Some(at.clone()),
            _ => None,
        };
        if let Some((number, right, others)) = most(&time, number) {
            edition.number = Some(number);
            take(&right, others);
        }
        if let Some((on, right, others)) = most(&time, on) {
            edition.on = Some(on);
            take(&right, others);
        }
        // A place alone is every meeting's.
        let known = edition.number.is_some() || edition.on.is_some();
        if let Some((at, right, others)) = most(&time, at).filter(|_| known) {
            edition.at = Some(at);
            take(&right, others);
        }
        let twice = editions
            .iter()
            .any(|other| other.number.is_some() && other.number == edition.number);
        if twice {
            return None;
        }
        if known {
            editions.push(edition);
        }
    }
    let mut names: Vec<String> = Vec::new();
    let longest = group.iter().max_by_key(|event| event.names.len())?;
    for name in longest
        .names
        .iter()
        .chain(group.iter().flat_map(|event| &event.names))
    {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    fact.id = id(names.first()?);
    fact.keys.push(("names", Toml::List(names)));
    match editions.as_slice() {
        [] => return None,
        [
            Edition {
                number: None,
                on: Some(on),
                at,
            },
        ] => {
            fact.keys.push(("on", Toml::Day(*on)));
            fact.keys
                .extend(at.clone().map(|at| ("at", Toml::List(vec![at]))));
        }
        _ => fact.keys.push(("editions", Toml::Editions(editions))),
    }
    fact.sites.sort_by_key(|site| (site.article, site.start));
    // `Harbor Security Dialogue (HSD)` are two names in one place.
    fact.sites.dedup();
    Some(fact)
}
