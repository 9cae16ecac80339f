//! Occasions: which edition it is, on which day and where.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use jiff::civil::Date;
use jiff::ToSpan;

use crate::claims::scene::Scene;
use crate::language::{Reading, nations};
use crate::span::Span;

use super::acronyms::defined;
use super::doc::{Doc, is_part, phrases};
use super::fact::{Probe, Site, Suggestion, Toml, id};
use super::people::{person, span};
use super::prove::prove;
use super::words::OCCASIONS;
use super::{Found, Kind, Merged};

pub(super) const KIND: Kind = Kind {
    title: "occasions",
    gather,
    merge,
};

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
            let other = short.iter().find(|(acronym, full)| **acronym == written || **full == written);
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
        if phrase.len() == 1 && short.contains_key(words) {
            out.push((phrase, place));
        } else if phrase.len() > 1 && OCCASIONS.contains(&last) {
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

/// What the sentence says of the occasion, each proved by itself.
fn said(doc: &Doc, scene: &Scene, words: &Range<usize>, names: &[String]) -> Vec<Occasion> {
    let text = scene.slice(scene.span);
    let mut out = Vec::new();
    let today = doc.page.date();
    let mut push = |says: Says, place: Span, right: Vec<(&'static str, Toml)>, wrong: Vec<(&'static str, Toml)>| {
        if doc.is_covered(place) || doc.page.text.in_speech(place) {
            return;
        }
        let mut keys = vec![("names", Toml::List(names.to_vec()))];
        keys.extend(right);
        let fact = Suggestion {
            other: wrong,
            ..Suggestion::new("event", "event".to_string(), keys)
        };
        if let Some(probe) = prove(&fact, text, today, place.of(scene.text())) {
            out.push(Occasion {
                names: names.to_vec(),
                says,
                site: doc.site(scene, place),
                probe,
            });
        }
    };
    let day = scene.dates.iter().find_map(|date| {
        let days = date.days?;
        let day = days.from.filter(|from| days.until == Some(*from))?;
        Some((day, date.span))
    });
    let near = |place: Span| {
        let at = scene.word_from(place.start);
        at + 12 > words.start && at < words.end + 14
    };
    for mention in scene.values().iter().filter(|mention| near(mention.span)) {
        if let Reading::Ordinal(number) = mention.reading
            && number > 1
        {
            let on = day.map(|(day, _)| day).or(today);
            let editions = |number| vec![("editions", Toml::Editions(vec![(number, on, None)]))];
            push(Says::Number(number), mention.span, editions(number), editions(number + 1));
        }
    }
    for date in scene.dates.iter().filter(|date| near(date.span)) {
        let days = date.days.filter(|days| days.from.is_some() && days.from == days.until);
        let Some(on) = days.and_then(|days| days.from) else { continue };
        let Ok(other) = on.checked_add(2.days()) else { continue };
        push(Says::On(on), date.span, vec![("on", Toml::Day(on))], vec![("on", Toml::Day(other))]);
    }
    for phrase in phrases(scene) {
        let place = span(scene, &phrase);
        let located = phrase.start > 0 && matches!(scene.lower(phrase.start - 1), "in" | "at");
        if !located || !near(place) || phrase.start < words.end && words.start < phrase.end {
            continue;
        }
        let at = place.of(scene.text()).to_string();
        let places = |at: &str| vec![("at", Toml::List(vec![at.to_string()]))];
        let other = if at == "Reykjavik" { "Nairobi" } else { "Reykjavik" };
        push(Says::At(at.clone()), place, places(&at), places(other));
    }
    out
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
        let Some(name) = event.names.first() else { continue };
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
    let articles = |events: &[&Occasion]| events.iter().map(|event| event.site.article).collect::<BTreeSet<_>>();
    let all: BTreeSet<usize> = values.values().flat_map(|events| articles(events)).collect();
    let total: usize = values.values().map(|events| articles(events).len()).sum();
    let best = values.iter().max_by_key(|(_, events)| (articles(events).len(), events.len()))?.0.clone();
    // One article that gives two speaks of two editions.
    if total > all.len() {
        return None;
    }
    let right = values.remove(&best)?;
    let others = values.into_values().flatten().map(|event| event.site.clone()).collect();
    Some((best, right, others))
}

/// The occasion of which all these sentences speak.
fn occasion(group: &[&Occasion]) -> Option<Suggestion> {
    let number = most(group, |says| match says {
        Says::Number(number) => Some(*number),
        _ => None,
    });
    let on = most(group, |says| match says {
        Says::On(on) => Some(*on),
        _ => None,
    });
    let at = most(group, |says| match says {
        Says::At(at) => Some(at.clone()),
        _ => None,
    });
    let mut names: Vec<String> = Vec::new();
    let longest = group.iter().max_by_key(|event| event.names.len())?;
    for name in longest.names.iter().chain(group.iter().flat_map(|event| &event.names)) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let mut sites: Vec<Site> = Vec::new();
    let mut disputes = Vec::new();
    let mut probe = None;
    let mut take = |right: &[&Occasion], others: &[Site]| {
        sites.extend(right.iter().map(|event| event.site.clone()));
        disputes.extend(others.iter().cloned());
        probe = probe.take().or_else(|| right.first().map(|event| event.probe.clone()));
    };
    if let Some((_, right, others)) = &number {
        take(right, others);
    }
    if let Some((_, right, others)) = &on {
        take(right, others);
    }
    if let Some((_, right, others)) = &at {
        take(right, others);
    }
    let (number, on, at) = (number.map(|it| it.0), on.map(|it| it.0), at.map(|it| it.0));
    let name = names.first().cloned()?;
    let mut keys = vec![("names", Toml::List(names))];
    match (number, on, at) {
        (Some(number), on, at) => keys.push(("editions", Toml::Editions(vec![(number, on, at)]))),
        // A place alone is every meeting's.
        (None, Some(on), at) => {
            keys.push(("on", Toml::Day(on)));
            keys.extend(at.map(|at| ("at", Toml::List(vec![at]))));
        }
        (None, None, _) => return None,
    }
    sites.sort_by_key(|site| (site.article, site.start));
    Some(Suggestion {
        sites,
        disputes,
        probe,
        ..Suggestion::new("event", id(&name), keys)
    })
}
