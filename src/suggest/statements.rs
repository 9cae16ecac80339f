//! Changes that somebody asked for or plans: `asked the council for a 3% rise in school spending`. As a figure that is
//! no claim, since it is not yet so; that this is what was asked for is a sentence with a slot.

use rust_decimal::Decimal;

use crate::language::{Dimension, Reading, nations};

use super::doc::Doc;
use super::fact::{Suggestion, Toml, by_key, id};
use super::figures::{agreed, another, names_of, owner, rise_in, whose};
use super::prove::prove;
use super::words::CHANGES;
use super::{Found, Kind, Merged};

pub(super) const KIND: Kind = Kind {
    title: "changes that are asked for or planned",
    gather,
    merge,
};

/// Words that make a number a wish or a plan, in front of it.
#[rustfmt::skip]
const WISHES: &[&str] = &[
    "urged", "urges", "approve", "proposed", "proposes", "propose", "plans", "planned", "requested", "requests", "wants",
    "demanded", "demands", "seeks", "pledged", "called", "asked", "promised", "plan", "proposal", "target", "goal",
];

fn gather(doc: &Doc) -> Found {
    let mut facts = Vec::new();
    for scene in &doc.scenes {
        for mention in scene.values() {
            let Reading::Amount(amount) = &mention.reading else {
                continue;
            };
            let percent = amount
                .unit
                .is_some_and(|unit| unit.dimension == Dimension::Percent);
            let plain = amount.upper.is_none()
                && amount.hedge.is_none()
                && amount.number.value > Decimal::ZERO;
            let number = scene.word_from(mention.span.start);
            let wish = (0..number).any(|at| WISHES.contains(&scene.lower(at)));
            if !percent
                || !plain
                || !wish
                || doc.page.text.in_speech(mention.span)
                || doc.is_covered(mention.span)
            {
                continue;
            }
            let Some(noun) = rise_in(scene, mention.span) else {
                continue;
            };
            let Some(owner) = owner(scene, noun, mention.span) else {
                continue;
            };
            let noun = noun.of(scene.text());
            let change = scene.word_from(mention.span.end);
            let change = (change..change + 2)
                .map(|at| scene.lower(at))
                .find(|word| CHANGES.contains(word));
            let value = amount.number.value;
            let names = names_of(owner);
            let owners = if nations::nation(owner).is_some() {
                names.join("|")
            } else {
                owner.to_string()
            };
            // The gap holds eight words: of a longer sentence the words nearest to the number stand themselves.
            let lead = |words: usize| {
                let first = number.saturating_sub(words);
                let plain = (first..number).all(|at| {
                    scene.words[at]
                        .span
                        .of(scene.text())
                        .chars()
                        .all(char::is_alphabetic)
                });
                let between = (first..number).map(|at| match scene.lower(at) {
                    "a" | "an" => "(a|an) ",
                    _ => "",
                });
                let words: Vec<String> = between
                    .zip(first..number)
                    .map(|(article, at)| match article {
                        "" => format!("{} ", scene.word(at)),
                        article => article.to_string(),
                    })
                    .collect();
                plain.then(|| words.concat())
            };
            let kinds = change.unwrap_or("rise");
            let drafted = [0, 1, 2, 3, 4]
                .into_iter()
                .filter_map(lead)
                .find_map(|lead| {
                    let says = format!("({owners}) … {lead}{{percent}} {kinds} in {noun}");
                    let what = format!("{} {noun} {kinds}", whose(owner));
                    let note = format!("This is {what}, as it is asked for or planned.");
                    let keys = vec![
                        ("says", Toml::List(vec![says])),
                        ("percent", Toml::Number(value)),
                        ("note", Toml::Text(note)),
                    ];
                    let mut fact = Suggestion {
                        other: vec![("percent", Toml::Number(another(value)))],
                        key: format!("{names:?} {noun}"),
                        ..Suggestion::new("statement", id(&what), keys)
                    };
                    let words = mention.span.of(scene.text());
                    fact.probe = Some(prove(
                        &fact,
                        scene.slice(scene.span),
                        doc.page.date(),
                        words,
                    )?);
                    fact.sites.push(doc.site(scene, mention.span));
                    Some(fact)
                });
            facts.extend(drafted);
        }
    }
    Found {
        facts,
        ..Found::default()
    }
}

fn merge(found: &[Found], merged: &mut Merged) {
    let known = |fact: &Suggestion| {
        let figures = merged.facts.iter().filter(|known| known.kind == "figure");
        figures
            .flat_map(|known| &known.sites)
            .any(|site| fact.sites.contains(site))
    };
    let facts = found.iter().flat_map(|found| found.facts.iter().cloned());
    let facts: Vec<Suggestion> = facts.filter(|fact| !known(fact)).collect();
    merged
        .facts
        .extend(by_key(facts).into_iter().filter_map(agreed));
}
