//! Who holds an office, where a sentence names the office, its body and its holder.

mod title;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use crate::checks::two_spellings::ORDINARY;
use crate::claims::names;
use crate::claims::scene::Scene;
use crate::language::nations;
use crate::mentions::near::lexicon::is_word;
use crate::verdict::name;

use crate::suggest::doc::{Doc, phrases};
use crate::suggest::fact::{Probe, Site, Suggestion, Toml, id};
use crate::suggest::people::{person, span};
use crate::suggest::prove::prove;
use crate::suggest::words::{NATIONAL, PORTFOLIOS, is_bare};
use crate::suggest::{Found, Kind, Merged};

use title::{before_comma, behind, clean, in_front, without_party};

pub(in crate::suggest) const KIND: Kind = Kind {
    title: "offices",
    gather,
    merge,
};

/// A sentence that tells of a day more days ago tells of the holder of that time.
const OLD: i32 = 300;
/// Nobody's name: what an office is proved with.
const NOBODY: &str = "Quentin Zablocki";

/// Parts of a parliament, whose leaders are known by them.
const CHAMBERS: &[&str] = &[
    "house",
    "senate",
    "parliament",
    "assembly",
    "knesset",
    "bundestag",
];

/// Words that committees are known by: by themselves they name none.
#[rustfmt::skip]
const COMMITTEES: &[&str] = &[
    "judiciary", "intelligence", "appropriations", "oversight", "rules", "banking", "services", "budget", "committee",
    "campaign", "company", "board", "council", "executive", "administration", "government", "rival", "democratic",
];

/// An office with its holder, as one sentence says.
#[derive(Clone)]
pub(in crate::suggest) struct Held {
    title: String,
    body: String,
    head: String,
    /// The holder's name and place.
    site: Site,
    probe: Probe,
}

fn gather(doc: &Doc) -> Found {
    let mut offices = Vec::new();
    // `Trump's attorney general` is of no body.
    let mut surnames: HashSet<&str> = HashSet::new();
    for scene in &doc.scenes {
        let people = phrases(scene)
            .into_iter()
            .filter_map(|phrase| person(scene, phrase));
        surnames.extend(
            people.map(|person| name::surname(span(scene, &person.words).of(scene.text()))),
        );
    }
    for scene in &doc.scenes {
        for phrase in phrases(scene) {
            let Some(person) = person(scene, phrase) else {
                continue;
            };
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
    let body = without_party(&body, &head)?;
    let lone = title.words.len() == 1;
    let named =
        body.chars().any(char::is_lowercase) || nations::nation(&body).is_some() || body.len() <= 5;
    let national = nations::nation(&body).is_some();
    let plain_body = body.to_lowercase();
    let ordinary = plain_body.split(' ').all(|word| ORDINARY.has(word))
        || PORTFOLIOS.contains(&plain_body.as_str())
        || COMMITTEES.contains(&plain_body.as_str());
    let chamber =
        matches!(head.as_str(), "leader" | "speaker") && CHAMBERS.contains(&plain_body.as_str());
    let crowned =
        matches!(head.as_str(), "king" | "queen" | "emperor") && nations::nation(&body).is_none();
    let shout = !body.chars().any(char::is_lowercase)
        && is_word(&plain_body)
        && nations::nation(&body).is_none();
    if ordinary && !chamber || crowned || shout || surnames.contains(body.as_str()) {
        return None;
    }
    let vague =
        lone && (is_bare(&head) || matches!(head.as_str(), "commissioner" | "leader") && !national);
    if vague || !named || body.len() > 40 || names::is_never_name(&plain_body) {
        return None;
    }
    let place = span(scene, name);
    // Of another time: `who was chief of staff in 2001`.
    let past = |day: jiff::civil::Date| {
        doc.page
            .date()
            .is_some_and(|today| (today - day).get_days() > OLD)
    };
    if scene
        .dates
        .iter()
        .filter_map(|date| date.days?.until)
        .any(past)
    {
        return None;
    }
    let fact = fact(
        std::slice::from_ref(&words),
        &forms(&body, &head, &[]),
        place.of(scene.text()),
    );
    let probe = prove(
        &fact,
        scene.slice(scene.span),
        doc.page.date(),
        place.of(scene.text()),
    )?;
    Some(Held {
        title: words,
        body,
        head,
        site: doc.site(scene, place),
        probe,
    })
}

/// The names of a body: of a nation's office its usual name and adjective too.
fn forms(body: &str, head: &str, seen: &[String]) -> Vec<String> {
    let mut forms = Vec::new();
    if let Some(nation) = nations::nation(body)
        && NATIONAL.contains(&head)
        && body != "Washington"
    {
        let usual = nation
            .names
            .first()
            .into_iter()
            .chain(nation.adjectives.first());
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
    let all: Vec<&Held> = found
        .iter()
        .flat_map(|found| &found.offices)
        .filter(|held| !merged.people.is_surname(&held.body))
        .collect();
    let plain = |title: &str| match title.to_lowercase().as_str() {
        "gov." => "governor".to_string(),
        title => title.replace("defence", "defense"),
    };
    // `Secretary of Defense` and `Defense Secretary` are one where one person is called both.
    let mut offices: Vec<Vec<&Held>> = Vec::new();
    let mut by_title: HashMap<(String, String), usize> = HashMap::new();
    let mut by_holder: HashMap<(String, String, String), usize> = HashMap::new();
    for held in all {
        let body = body_key(held);
        let title = (body.clone(), plain(&held.title));
        let holder = (
            body,
            held.head.clone(),
            merged.people.preferred(&held.site.words).to_string(),
        );
        // A minister is one thing, a majority leader another than a minority leader.
        let portfolio = matches!(held.head.as_str(), "minister" | "secretary");
        let known = by_title
            .get(&title)
            .or_else(|| by_holder.get(&holder).filter(|_| portfolio))
            .copied();
        let at = known.unwrap_or(offices.len());
        if at == offices.len() {
            offices.push(Vec::new());
        }
        by_title.entry(title).or_insert(at);
        by_holder.entry(holder).or_insert(at);
        if let Some(helds) = offices.get_mut(at) {
            helds.push(held);
        }
    }
    for helds in offices {
        merged
            .facts
            .extend(office(&helds, preferred(&merged.people, &helds)));
    }
    let spare: Vec<String> = merged
        .facts
        .iter()
        .filter(|fact| fact.kind == "office")
        .filter_map(holder)
        .collect();
    let entities: Vec<Suggestion> = spare
        .iter()
        .filter_map(|name| merged.people.take(name))
        .collect();
    merged.facts.extend(entities);
}

fn holder(fact: &Suggestion) -> Option<String> {
    fact.keys.iter().find_map(|(_, value)| match value {
        Toml::Holder(name) => Some(name.clone()),
        _ => None,
    })
}

/// The holders as the draft prefers their names.
fn preferred(people: &crate::suggest::people::People, helds: &[&Held]) -> Vec<String> {
    helds
        .iter()
        .map(|held| people.preferred(&held.site.words).to_string())
        .collect()
}

/// The office of which all these speak; `names` are their holders, as the draft prefers them.
fn office(helds: &[&Held], names: Vec<String>) -> Option<Suggestion> {
    let mut holders: BTreeMap<&str, Vec<&Held>> = BTreeMap::new();
    for (held, name) in helds.iter().zip(&names) {
        holders.entry(name).or_default().push(held);
    }
    let articles = |helds: &[&Held]| -> BTreeSet<usize> {
        helds.iter().map(|held| held.site.article).collect()
    };
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
            if !titles
                .iter()
                .any(|known| crate::suggest::doc::same_phrase(known, &title))
            {
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
            office
                .disputes
                .extend(helds.iter().map(|held| held.site.clone()));
        }
    }
    office.probe = Some(first.probe.clone());
    Some(office)
}
