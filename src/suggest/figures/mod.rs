//! Numbers with their unit and their subject.

mod counted;
mod measured;

pub(super) use measured::{owner, rise_in};

use rust_decimal::Decimal;

use crate::claims::scene::Scene;
use crate::language::{Amount, Dimension, HedgeKind, Reading, Role, nations};
use crate::span::Span;

use crate::suggest::doc::Doc;
use crate::suggest::fact::{Suggestion, Toml, by_key, id};
use crate::suggest::prove::prove;
use crate::suggest::{Found, Kind, Merged};

pub(in crate::suggest) const KIND: Kind = Kind {
    title: "figures",
    gather,
    merge,
};

/// How a sentence says a figure.
struct Said {
    what: String,
    subject: Vec<String>,
    context: Vec<String>,
    unit: Toml,
    measures: &'static [&'static str],
}

fn gather(doc: &Doc) -> Found {
    let mut facts = Vec::new();
    for scene in &doc.scenes {
        for mention in scene.values() {
            let Reading::Amount(amount) = &mention.reading else {
                continue;
            };
            let hedged = amount
                .hedge
                .as_ref()
                .is_some_and(|hedge| !matches!(hedge.kind, HedgeKind::About | HedgeKind::Nearly));
            let plain = amount.upper.is_none()
                && amount.role == Role::Value
                && !hedged
                && !amount.number.spelt;
            let number = amount.number.value;
            if !plain
                || number <= Decimal::ZERO
                || doc.page.text.in_speech(mention.span)
                || doc.is_covered(mention.span)
            {
                continue;
            }
            let said = match amount.unit {
                None => counted::counted(scene, mention.span, number)
                    .or_else(|| counted::toll(scene, mention.span)),
                Some(unit) => {
                    let code = whole(amount).map_or(unit.code, |(_, code)| code);
                    measured::measured(scene, mention.span, unit.dimension, code)
                }
            };
            facts.extend(said.and_then(|said| proved(doc, scene, mention.span, amount, said)));
        }
    }
    Found {
        facts,
        ..Found::default()
    }
}

/// A compound measure in its smallest unit: 70 and `in` for `5 feet 10 inches`. A sum of money stays in its currency.
fn whole(amount: &Amount) -> Option<(Decimal, &'static str)> {
    let unit = amount.parts.last()?.unit;
    let (sum, _) = amount.in_parts()?;
    (!matches!(unit.dimension, Dimension::Money(_))).then_some((sum, unit.code))
}

/// The fact, if the engine reads the sentence so.
fn proved(
    doc: &Doc,
    scene: &Scene,
    place: Span,
    amount: &Amount,
    said: Said,
) -> Option<Suggestion> {
    let value = whole(amount).map_or(amount.number.value, |(value, _)| value);
    let text = scene.slice(scene.span);
    said.measures.iter().find_map(|measures| {
        let mut keys = vec![
            ("what", Toml::Text(said.what.clone())),
            ("unit", said.unit.clone()),
        ];
        keys.push(("subject", Toml::List(said.subject.clone())));
        if !said.context.is_empty() {
            keys.push(("context", Toml::List(said.context.clone())));
        }
        if *measures != "total" {
            keys.push(("measures", Toml::Text((*measures).to_string())));
        }
        keys.push(("value", Toml::Number(value)));
        let mut fact = Suggestion {
            other: vec![("value", Toml::Number(another(value)))],
            key: format!(
                "{:?} {:?} {:?} {measures}",
                said.unit,
                said.subject.first(),
                said.context.first()
            ),
            ..Suggestion::new("figure", id(&said.what), keys)
        };
        fact.probe = Some(prove(&fact, text, doc.page.date(), place.of(scene.text()))?);
        if let Some(hedge) = &amount.hedge {
            let words = hedge.span.to(place).of(scene.text());
            fact.remarks
                .push(format!("the article says only “{words}”"));
        }
        fact.sites.push(doc.site(scene, place));
        Some(fact)
    })
}

/// Another number of as many digits, which nobody takes for a rounding of it: the first digit is another.
pub(in crate::suggest) fn another(value: Decimal) -> Decimal {
    let plain = value.normalize().to_string();
    let mut done = false;
    let changed: String = plain
        .chars()
        .map(|c| match c {
            '1'..='8' if !done => {
                done = true;
                char::from(c as u8 + 1)
            }
            '9' if !done => {
                done = true;
                '7'
            }
            other => other,
        })
        .collect();
    changed
        .parse()
        .or_else(|_| value.checked_add(Decimal::ONE).ok_or(()))
        .unwrap_or(Decimal::ONE)
}

/// The names that a nation goes by, else the phrase itself; the written form first.
pub(in crate::suggest) fn names_of(phrase: &str) -> Vec<String> {
    let Some(nation) = nations::nation(phrase) else {
        return vec![phrase.to_string()];
    };
    let usual = nation
        .names
        .iter()
        .take(1)
        .chain(nation.adjectives.iter().take(1));
    let mut forms: Vec<String> = usual.map(|form| (*form).to_string()).collect();
    if nation.names.contains(&"U.S.") {
        forms.push("U.S.".to_string());
    }
    let known = |known: &String| known.replace('.', "") == phrase.replace('.', "");
    if !forms.iter().any(known) {
        forms.push(phrase.to_string());
    }
    forms
}

/// The name of a nation, for messages.
fn shown(phrase: &str) -> &str {
    match nations::nation(phrase) {
        Some(nation) if phrase != "Washington" => nation.names.first().copied().unwrap_or(phrase),
        _ => phrase,
    }
}

/// `NAME's`
pub(in crate::suggest) fn whose(phrase: &str) -> String {
    let name = shown(phrase);
    match name.ends_with('s') {
        true => format!("{name}'"),
        false => format!("{name}'s"),
    }
}

fn merge(found: &[Found], merged: &mut Merged) {
    let facts = found.iter().flat_map(|found| found.facts.iter().cloned());
    merged
        .facts
        .extend(by_key(facts).into_iter().filter_map(agreed));
}

/// What a figure or a change is.
fn value_of(fact: &Suggestion) -> Option<&Toml> {
    let value = |(name, _): &&(&str, Toml)| matches!(*name, "value" | "percent");
    fact.keys.iter().find(value).map(|(_, value)| value)
}

/// The value on which most articles agree, with the others as disagreements. Two in one article are two things.
pub(in crate::suggest) fn agreed(group: Vec<Suggestion>) -> Option<Suggestion> {
    let mut values: Vec<Suggestion> = Vec::new();
    for fact in group {
        match values
            .iter_mut()
            .find(|known| value_of(known) == value_of(&fact))
        {
            Some(known) => {
                known.sites.extend(fact.sites);
                if fact.remarks.is_empty() {
                    known.remarks.clear();
                }
            }
            None => values.push(fact),
        }
    }
    let total: usize = values.iter().map(|fact| fact.articles().len()).sum();
    let all: std::collections::BTreeSet<usize> =
        values.iter().flat_map(Suggestion::articles).collect();
    if total > all.len() {
        return None;
    }
    let most = values.iter().map(|fact| fact.articles().len()).max()?;
    let best = values
        .iter()
        .position(|fact| fact.articles().len() == most)?;
    let mut fact = values.swap_remove(best);
    fact.disputes = values.into_iter().flat_map(|other| other.sites).collect();
    Some(fact)
}
