//! Who holds an office, where a sentence names the office, its body and its holder.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::checks::listed;
use crate::checks::two_spellings::ORDINARY;
use crate::language::nations;
use crate::mentions::near::lexicon::{is_name, is_word};
use crate::verdict::name;

use super::doc::{Doc, is_part, phrases};
use super::fact::{Probe, Site, Suggestion, Toml, id};
use super::people::{person, span};
use super::prove::prove;
use super::words::{BEFORE_HEAD, JOINTS, NATIONAL, NOT_HOLDER, PORTFOLIOS, UNIQUE, is_bare};
use super::{Found, Kind, Merged};

pub(super) const KIND: Kind = Kind {
    title: "offices",
    gather,
    merge,
};

/// Nobody's name: what an office is proved with.
const NOBODY: &str = "Quentin Zablocki";

/// Parts of a parliament, whose leaders are known by them.
const CHAMBERS: &[&str] = &["house", "senate", "parliament", "assembly", "knesset", "bundestag"];

/// Words that committees are known by: by themselves they name none.
#[rustfmt::skip]
const COMMITTEES: &[&str] = &[
    "judiciary", "intelligence", "appropriations", "oversight", "rules", "banking", "services", "budget", "committee",
    "campaign", "company", "board", "council", "executive", "administration", "government", "rival", "democratic",
];

/// An office with its holder, as one sentence says.
#[derive(Clone)]
pub(super) struct Held {
    title: String,
    body: String,
    head: String,
    /// The holder's name and place.
    site: Site,
    probe: Probe,
}

/// A title in a sentence.
struct Title {
    words: Range<usize>,
    /// The index of its head.
    head: usize,
}

fn gather(doc: &Doc) -> Found {
    let mut offices = Vec::new();
    // `Trump's attorney general` is of no body.
    let mut surnames: HashSet<&str> = HashSet::new();
    for scene in &doc.scenes {
        let people = phrases(scene).into_iter().filter_map(|phrase| person(scene, phrase));
        surnames.extend(people.map(|person| name::surname(span(scene, &person.words).of(scene.text()))));
    }
    for scene in &doc.scenes {
        for phrase in phrases(scene) {
            let Some(person) = person(scene, phrase) else { continue };
            let place = span(scene, &person.words);
            if doc.page.text.in_speech(place) {
                continue;
            }
            offices.extend(held(doc, scene, &person.words, &surnames));
        }
    }
    Found {
        offices,
        ..Found::default()
    }
}

/// The office that a sentence gives to the name of these words, if the engine reads it so.
fn held(doc: &Doc, scene: &Scene, name: &Range<usize>, surnames: &HashSet<&str>) -> Option<Held> {
    let (title, body) = in_front(scene, name)
        .or_else(|| before_comma(scene, name))
        .or_else(|| behind(scene, name))?;
    let words = clean(span(scene, &title.words).of(scene.text()));
    let body = clean(span(scene, &body).of(scene.text()));
    let head = scene.lower(title.head).to_string();
    let lone = title.words.len() == 1;
    let named = body.chars().any(char::is_lowercase) || nations::nation(&body).is_some() || body.len() <= 5;
    let national = nations::nation(&body).is_some();
    let place_of_body = body.to_lowercase();
    let ordinary = listed(&place_of_body, ORDINARY) || PORTFOLIOS.contains(&place_of_body.as_str()) || COMMITTEES.contains(&place_of_body.as_str());
    let chamber = matches!(head.as_str(), "leader" | "speaker") && CHAMBERS.contains(&place_of_body.as_str());
    if ordinary && !chamber || surnames.contains(body.as_str()) {
        return None;
    }
    let vague = lone && (is_bare(&head) || matches!(head.as_str(), "commissioner" | "leader") && !national);
    if vague || !named || body.len() > 40 || names::is_never_name(&place_of_body) {
        return None;
    }
    let place = span(scene, name);
    let fact = fact(&[words.clone()], &forms(&body, &head, &[]), place.of(scene.text()));
    let probe = prove(&fact, scene.slice(scene.span), doc.page.date(), place.of(scene.text()))?;
    Some(Held {
        title: words,
        body,
        head,
        site: doc.site(scene, place),
        probe,
    })
}

/// Without a possessive.
fn clean(words: &str) -> String {
    words.trim_end_matches("'s").trim_end_matches('\'').to_string()
}

/// The title that ends before the word with this index.
fn title_to(scene: &Scene, end: usize) -> Option<Title> {
    // `Minister of National Defense`
    let mut at = end;
    while at > 0 {
        let lower = scene.lower(at - 1);
        let capital = scene.words[at - 1].capital;
        if PORTFOLIOS.contains(&lower) && capital || JOINTS.contains(&lower) || scene.is_sign(at - 1, ",") && at < end {
            at -= 1;
        } else {
            break;
        }
    }
    let of = at.checked_sub(1).filter(|of| at < end && matches!(scene.lower(*of), "of" | "for"));
    let head = match of {
        Some(of) if is_head(scene, of.checked_sub(1)?) => of - 1,
        _ if end > 0 && is_head(scene, end - 1) => end - 1,
        _ => return None,
    };
    let mut start = head;
    // `chief of staff` is a head of three words.
    if scene.lower(head) == "staff" {
        start = head.checked_sub(2).filter(|_| scene.lower(head - 1) == "of")?;
    }
    while start > 0 {
        let lower = scene.lower(start - 1);
        let hyphen = lower.rsplit('-').next().unwrap_or(lower);
        let joint = JOINTS.contains(&lower)
            && start > 1
            && start < head
            && PORTFOLIOS.contains(&scene.lower(start - 2));
        let capital = scene.words[start - 1].capital == scene.words[head].capital;
        if (BEFORE_HEAD.contains(&lower) || PORTFOLIOS.contains(&hyphen)) && capital || joint && lower != "the" {
            start -= 1;
        } else {
            break;
        }
    }
    let other = |at: usize| {
        let lower = scene.lower(at);
        NOT_HOLDER.contains(&lower) || lower.starts_with("ex-") || lower.starts_with("then-") || lower.starts_with("vice-")
    };
    let rejected = start.checked_sub(1).is_some_and(other) || (start..end).any(other);
    (!rejected).then_some(Title { words: start..end, head })
}

fn is_head(scene: &Scene, index: usize) -> bool {
    UNIQUE.contains(&scene.lower(index)) && scene.words.get(index).is_some_and(|word| word.kind == WordKind::Word)
}

/// The body that ends before the word with this index: a nation, or a capitalised phrase, with or without a possessive.
fn body_to(scene: &Scene, end: usize) -> Option<Range<usize>> {
    let mut end = end;
    // `South Korea's new defense minister`
    while end > 0 && !scene.words[end - 1].capital && matches!(scene.lower(end - 1), "new" | "current" | "conservative" | "liberal") {
        end -= 1;
    }
    let possessive = end > 0 && scene.words[end - 1].kind == WordKind::Possessive;
    let end = end - usize::from(possessive);
    let mut start = end;
    while start > 0 && is_part(scene, start - 1) && end - start < 4 {
        start -= 1;
    }
    if start == end {
        return None;
    }
    // The first word of a sentence may be no part of it: `Yesterday South Korean …`
    for first in start..end {
        if nations::nation(span(scene, &(first..end)).of(scene.text())).is_some() {
            start = first;
            break;
        }
    }
    // `Embattled South Korean`: the first word of a sentence has its capital anyway.
    let first = start == 0 || scene.words[start - 1].kind == WordKind::Sign;
    if first && end - start > 1 && is_word(scene.lower(start)) && !is_name(scene.lower(start)) {
        let nation = nations::nation(span(scene, &(start..end)).of(scene.text())).is_some();
        start += usize::from(!nation);
    }
    // `Bank of England Governor`; of other joined names half is none.
    if scene.lower(start.wrapping_sub(1)) == "of" && start > 1 && is_part(scene, start - 2) {
        start -= 2;
    }
    let inside = matches!(scene.lower(start.wrapping_sub(1)), "of" | "and" | "&" | "for")
        && nations::nation(span(scene, &(start..end)).of(scene.text())).is_none();
    let rejected = (start..end).any(|at| {
        let lower = scene.lower(at);
        NOT_HOLDER.contains(&lower) || UNIQUE.contains(&lower) || names::is_honorific(lower)
    });
    let before = start.checked_sub(1).map_or("", |at| scene.lower(at));
    let other = NOT_HOLDER.contains(&before) || matches!(before, "a" | "an");
    (!rejected && !other && !inside).then_some(start..end)
}

/// The body behind `of` at the word with this index, and the word after it.
fn body_from(scene: &Scene, at: usize) -> Option<(Range<usize>, usize)> {
    if scene.lower(at) != "of" {
        return None;
    }
    let start = at + 1 + usize::from(scene.lower(at + 1) == "the");
    let mut end = start;
    while is_part(scene, end) && end - start < 5 {
        end += 1;
    }
    (end > start).then_some((start..end, end))
}

/// `South Korean Defense Minister NAME`, `Defense Minister NAME of South Korea`
fn in_front(scene: &Scene, name: &Range<usize>) -> Option<(Title, Range<usize>)> {
    let title = title_to(scene, name.start)?;
    let body = body_to(scene, title.words.start);
    let body = body.or_else(|| body_from(scene, name.end).map(|(body, _)| body))?;
    Some((title, body))
}

/// `North Korea's leader, NAME,`
fn before_comma(scene: &Scene, name: &Range<usize>) -> Option<(Title, Range<usize>)> {
    let comma = name.start.checked_sub(1).filter(|at| scene.is_sign(*at, ","))?;
    let closed = scene.is_sign(name.end, ",") || scene.is_sign(name.end, ".");
    let title = title_to(scene, comma).filter(|_| closed)?;
    let body = body_to(scene, title.words.start)?;
    Some((title, body))
}

/// `NAME, South Korea's defense minister,`, `NAME, the president of South Korea,`
fn behind(scene: &Scene, name: &Range<usize>) -> Option<(Title, Range<usize>)> {
    if !scene.is_sign(name.end, ",") {
        return None;
    }
    let first = name.end + 1;
    let head = (first..(first + 9).min(scene.words.len())).find(|at| is_head(scene, *at))?;
    let mut end = head + 1;
    if scene.lower(end) == "of" && PORTFOLIOS.contains(&scene.lower(end + 1)) {
        end += 1;
        while PORTFOLIOS.contains(&scene.lower(end)) || JOINTS.contains(&scene.lower(end)) {
            end += 1;
        }
    }
    let title = title_to(scene, end)?;
    let (body, from, close) = match body_from(scene, end) {
        Some((body, close)) => (body, title.words.start, close),
        None => {
            let body = body_to(scene, title.words.start)?;
            (body.clone(), body.start, end)
        }
    };
    let from = from - usize::from(scene.lower(from.wrapping_sub(1)) == "the");
    let closed = close >= scene.words.len() || scene.words[close].kind == WordKind::Sign;
    (from == first && closed).then_some((title, body))
}

/// The names of a body: of a nation's office its usual name and adjective too.
fn forms(body: &str, head: &str, seen: &[String]) -> Vec<String> {
    let mut forms = Vec::new();
    if let Some(nation) = nations::nation(body)
        && NATIONAL.contains(&head)
        && body != "Washington"
    {
        let usual = nation.names.first().into_iter().chain(nation.adjectives.first());
        forms.extend(usual.map(|form| (*form).to_string()));
        if nation.names.contains(&"U.S.") {
            forms.push("U.S.".to_string());
        }
    }
    for form in std::iter::once(body).chain(seen.iter().map(String::as_str)) {
        // `US` is `U.S.`
        let known = |known: &String| known.replace('.', "") == form.replace('.', "");
        if !forms.iter().any(known) {
            forms.push(form.to_string());
        }
    }
    forms
}

fn fact(titles: &[String], of: &[String], holder: &str) -> Suggestion {
    let keys = vec![
        ("titles", Toml::List(titles.to_vec())),
        ("of", Toml::List(of.to_vec())),
        ("holders", Toml::Holder(holder.to_string())),
    ];
    let title = titles.first().map_or("", String::as_str);
    let of = of.first().map_or("", String::as_str);
    Suggestion {
        other: vec![("holders", Toml::Holder(NOBODY.to_string()))],
        ..Suggestion::new("office", id(&format!("{of} {title}")), keys)
    }
}

/// A body, whatever form it is written in.
fn body_key(held: &Held) -> String {
    match nations::nation(&held.body) {
        Some(nation) if NATIONAL.contains(&held.head.as_str()) => nation.names[0].to_string(),
        _ => held.body.to_lowercase(),
    }
}

fn merge(found: &[Found], merged: &mut Merged) {
    let all: Vec<&Held> = found.iter().flat_map(|found| &found.offices).collect();
    let plain = |title: &str| match title.to_lowercase().as_str() {
        "gov." => "governor".to_string(),
        title => title.replace("defence", "defense"),
    };
    // `Secretary of Defense` and `Defense Secretary` are one where one person is called both.
    let mut offices: Vec<(BTreeSet<(String, String)>, Vec<&Held>)> = Vec::new();
    let mut by_title: HashMap<(String, String), usize> = HashMap::new();
    let mut by_holder: HashMap<(String, String, String), usize> = HashMap::new();
    for held in all {
        let body = body_key(held);
        let title = (body.clone(), plain(&held.title));
        let holder = (body, held.head.clone(), merged.people.preferred(&held.site.words).to_string());
        // A minister is one thing, a majority leader another than a minority leader.
        let portfolio = matches!(held.head.as_str(), "minister" | "secretary");
        let known = by_title.get(&title).or_else(|| by_holder.get(&holder).filter(|_| portfolio)).copied();
        let at = known.unwrap_or(offices.len());
        if at == offices.len() {
            offices.push(Default::default());
        }
        by_title.entry(title.clone()).or_insert(at);
        by_holder.entry(holder).or_insert(at);
        if let Some((titles, helds)) = offices.get_mut(at) {
            titles.insert(title);
            helds.push(held);
        }
    }
    for (_, helds) in offices {
        merged.facts.extend(office(&helds, merged_people(&mut merged.people, &helds)));
    }
    let spare: Vec<String> = merged
        .facts
        .iter()
        .filter(|fact| fact.kind == "office")
        .filter_map(holder)
        .collect();
    let entities: Vec<Suggestion> = spare.iter().filter_map(|name| merged.people.take(name)).collect();
    merged.facts.extend(entities);
}

fn holder(fact: &Suggestion) -> Option<String> {
    fact.keys.iter().find_map(|(_, value)| match value {
        Toml::Holder(name) => Some(name.clone()),
        _ => None,
    })
}

/// The holders as the draft prefers their names.
fn merged_people(people: &mut super::people::People, helds: &[&Held]) -> Vec<String> {
    helds.iter().map(|held| people.preferred(&held.site.words).to_string()).collect()
}

/// The office of which all these speak; `names` are their holders, as the draft prefers them.
fn office(helds: &[&Held], names: Vec<String>) -> Option<Suggestion> {
    let mut holders: BTreeMap<&str, Vec<&Held>> = BTreeMap::new();
    for (held, name) in helds.iter().zip(&names) {
        holders.entry(name).or_default().push(held);
    }
    let articles = |helds: &[&Held]| -> BTreeSet<usize> { helds.iter().map(|held| held.site.article).collect() };
    // Two in one article: the sentence of one tells of another time, or of another body.
    let sets: Vec<BTreeSet<usize>> = holders.values().map(|helds| articles(helds)).collect();
    let total: usize = sets.iter().map(BTreeSet::len).sum();
    let union: BTreeSet<usize> = sets.iter().flatten().copied().collect();
    if total > union.len() || holders.len() > 3 {
        return None;
    }
    // Of two the later article knows better; of articles of one day, the most.
    let latest = |helds: &[&Held]| helds.iter().filter_map(|held| held.site.date).max();
    let (name, _) = holders
        .iter()
        .max_by_key(|(_, helds)| (latest(helds), articles(helds).len(), helds.len()))?;
    let name = (*name).to_string();
    let right = holders.get(name.as_str())?;
    let mut titles: Vec<String> = Vec::new();
    let mut bodies: Vec<String> = Vec::new();
    for held in right {
        let long = (held.head == "gov.").then(|| "Governor".to_string());
        for title in long.into_iter().chain([held.title.clone()]) {
            if !titles.iter().any(|known| super::doc::same_phrase(known, &title)) {
                titles.push(title);
            }
        }
        if !bodies.contains(&held.body) {
            bodies.push(held.body.clone());
        }
    }
    let first = right.first()?;
    let mut office = fact(&titles, &forms(&first.body, &first.head, &bodies), &name);
    office.sites = right.iter().map(|held| held.site.clone()).collect();
    for (other, helds) in &holders {
        if *other != name {
            office.disputes.extend(helds.iter().map(|held| held.site.clone()));
        }
    }
    office.probe = Some(first.probe.clone());
    Some(office)
}
