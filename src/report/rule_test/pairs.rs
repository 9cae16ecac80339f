//! What is missing and what is noisy; two that mean the same place are told as one.

use crate::finding::Finding;
use crate::packs::{Expected, RuleTest};
use crate::rule_tests::TestOutcome;
use crate::span::Span;

/// The differences of a failing test.
pub struct Pairs<'a> {
    /// What was expected and what was found in its place.
    pub differing: Vec<(&'a Expected, &'a Finding)>,
    /// What was expected and is not there, with the place of its words where that is certain enough to be marked.
    pub missing: Vec<(&'a Expected, Option<Span>)>,
    /// What was not expected.
    pub noisy: Vec<&'a Finding>,
}

impl<'a> Pairs<'a> {
    /// Compares what a test says with what it came to.
    pub fn new(test: &'a RuleTest, outcome: &'a TestOutcome) -> Self {
        let mut missing: Vec<&Expected> = outcome
            .missing
            .iter()
            .filter_map(|index| test.finds.get(*index))
            .collect();
        let mut noisy: Vec<&Finding> = outcome.noisy.iter().collect();
        let mut differing = Vec::new();
        // The surest first, so that a loose likeness takes no finding from a close one.
        for alike in [same_words_and_fact, same_words, same_place_and_fact] {
            missing.retain(|wanted| {
                let found = noisy.iter().position(|found| alike(test, wanted, found));
                if let Some(found) = found {
                    differing.push((*wanted, noisy.remove(found)));
                }
                found.is_none()
            });
        }
        differing.sort_by_key(|(_, found): &(_, &Finding)| found.at.disk);
        let mut taken: Vec<Span> = outcome.right.iter().map(|found| found.at.disk).collect();
        taken.extend(noisy.iter().map(|found| found.at.disk));
        taken.extend(differing.iter().map(|(_, found)| found.at.disk));
        let missing = missing.into_iter().map(|wanted| {
            let place =
                standing(test, wanted).find(|span| !taken.iter().any(|t| t.overlaps(*span)));
            taken.extend(place);
            (wanted, place)
        });
        Self {
            missing: missing.collect(),
            differing,
            noisy,
        }
    }
}

fn same_words(_: &RuleTest, wanted: &Expected, found: &Finding) -> bool {
    wanted.found.as_deref() == Some(&found.found)
}

fn same_fact(wanted: &Expected, found: &Finding) -> bool {
    wanted.fact.as_ref().is_none_or(|fact| *fact == found.fact)
}

fn same_words_and_fact(test: &RuleTest, wanted: &Expected, found: &Finding) -> bool {
    same_words(test, wanted, found) && same_fact(wanted, found)
}

/// The words of the one are a part of the other's.
fn same_place_and_fact(test: &RuleTest, wanted: &Expected, found: &Finding) -> bool {
    same_fact(wanted, found) && standing(test, wanted).any(|span| span.overlaps(found.at.disk))
}

/// Where the words of an entry stand in the text.
fn standing<'t>(test: &'t RuleTest, wanted: &Expected) -> impl Iterator<Item = Span> + use<'t> {
    /// More are not looked at: a text that repeats one word without end has no certain place anyway.
    const MOST: usize = 100;
    let words = wanted.found.clone().unwrap_or_default();
    let length = words.len();
    let places: Vec<usize> = if length == 0 {
        Vec::new()
    } else {
        let places = test.text.match_indices(&words).map(|(start, _)| start);
        places.take(MOST).collect()
    };
    places
        .into_iter()
        .map(move |start| Span::new(start, start + length))
}

/// What an entry states and the finding does not have, and what it has instead: `reason transposed`, `other`.
pub fn difference(wanted: &Expected, found: &Finding) -> (String, String) {
    let quoted = |word: &str| format!("“{word}”");
    let plain = |word: &str| word.to_string();
    type Shown<'f> = &'f dyn Fn(&str) -> String;
    let reason = found.reason.map(|reason| reason.id());
    let severity = found.severity.id();
    let keys: [(&str, _, Option<&str>, Shown<'_>); 5] = [
        ("fact ", &wanted.fact, Some(&found.fact), &plain),
        ("words ", &wanted.found, Some(&found.found), &quoted),
        ("", &wanted.expected, found.expected.as_deref(), &quoted),
        ("reason ", &wanted.reason, reason, &plain),
        ("severity ", &wanted.severity, Some(severity), &plain),
    ];
    let mut asked = Vec::new();
    let mut got = Vec::new();
    for (name, wanted, is, shown) in keys {
        if let Some(wanted) = wanted.as_deref().filter(|wanted| Some(*wanted) != is) {
            asked.push(format!("{name}{}", shown(wanted)));
            got.push(is.map_or("nothing".to_string(), shown));
        }
    }
    (asked.join(", "), got.join(", "))
}

/// `missing: expected “28,500” (usfk-strength)`.
pub fn missing(wanted: &Expected) -> String {
    let mut label = "missing".to_string();
    if let Some(expected) = &wanted.expected {
        label.push_str(&format!(": expected “{expected}”"));
    }
    if let Some(fact) = &wanted.fact {
        label.push_str(&format!(" ({fact})"));
    }
    label
}

/// `noisy: not expected (usfk-strength)`.
pub fn noisy(found: &Finding) -> String {
    format!("noisy: not expected ({})", found.fact)
}

/// `not read as agreeing: "28,500" of usfk-strength`
pub fn unread(wanted: &Expected) -> String {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    format!(
        "not read as agreeing: \"{}\" of {}",
        part(&wanted.found),
        part(&wanted.fact)
    )
}
