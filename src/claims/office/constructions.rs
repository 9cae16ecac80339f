//! Constructions that give a title to a name, a row each.

use std::ops::Range;

use crate::claims::Known;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;

use super::place::Place;
use super::title::Title;

/// A name that may have a title.
pub(super) struct Candidate {
    /// Its words.
    pub(super) words: Range<usize>,
    /// The row of [`CONSTRUCTIONS`] that it was found by.
    pub(super) construction: &'static str,
    /// It stands right behind the title: nothing else can be meant.
    pub(super) direct: bool,
    /// The sentence says that it had the title once, or has got it since.
    pub(super) past: bool,
    /// It has got it: who is no holder at all can't.
    pub(super) sworn: bool,
    /// The verb by which it has the title, in the tree.
    pub(super) verb: Option<usize>,
}

impl Candidate {
    pub(super) fn new(words: Range<usize>) -> Self {
        Self {
            words,
            construction: "",
            direct: false,
            past: false,
            sworn: false,
            verb: None,
        }
    }

    pub(super) fn past(self, past: bool) -> Self {
        Self { past, ..self }
    }
}

/// A construction.
pub(super) struct Construction {
    /// Its name, shown as evidence.
    pub(super) name: &'static str,
    /// How much it weighs, in hundredths.
    pub(super) weight: i32,
    /// The name that it gives the title to.
    find: fn(&Place) -> Option<Candidate>,
    /// Nobody else in the sentence can be meant.
    sole: bool,
    /// A sentence that has it. In the examples Tomas Brandt is mayor of Port Ellery since 1 April 2025, June Okafor was until
    /// then; the article is of 3 November 2025.
    #[cfg_attr(not(test), allow(dead_code, reason = "examples run as tests"))]
    pub(super) example: &'static str,
    /// A sentence with the same words near each other that claims nothing.
    #[cfg_attr(not(test), allow(dead_code, reason = "examples run as tests"))]
    pub(super) counterexample: &'static str,
}

/// The constructions. The first that nobody else can be meant by decides; of the others two names are one too many.
#[rustfmt::skip]
pub(super) const CONSTRUCTIONS: &[Construction] = &[
    Construction { name: "compound", weight: 250, sole: true, find: |place| place.behind_title(), example: "Port Ellery Mayor June Okafor opened the pier.", counterexample: "The Port Ellery Mayor Cup will be held in June." },
    Construction { name: "headline", weight: 150, sole: true, find: |place| place.in_headline(), example: "Port Ellery Mayor Okafor Quits Over Pier Costs", counterexample: "Port Ellery Mayor Wants Pier Costs Cut" },
    Construction { name: "title-is", weight: 200, sole: true, find: |place| place.named(), example: "The mayor of Port Ellery is June Okafor.", counterexample: "The wife of the mayor of Port Ellery is June Okafor." },
    Construction { name: "as-title", weight: 200, sole: true, find: |place| place.acting_as(), example: "As mayor of Port Ellery, June Okafor will open the pier.", counterexample: "As mayor of Port Ellery, June Okafor had promised a pier." },
    Construction { name: "label", weight: 150, sole: true, find: |place| place.labeled(), example: "Mayor of Port Ellery: June Okafor", counterexample: "Mayor of Port Ellery: Pier will open" },
    Construction { name: "verb", weight: 200, sole: true, find: |place| place.by_verb(), example: "June Okafor, who has been mayor of Port Ellery since April, opened the pier.", counterexample: "June Okafor, who wants to be mayor of Port Ellery, opened the pier." },
    Construction { name: "name-in-apposition", weight: 200, sole: false, find: |place| place.behind_comma(), example: "Port Ellery's mayor, June Okafor, opened the pier.", counterexample: "Port Ellery's mayor, June Okafor and Ruth Abara opened the pier." },
    Construction { name: "title-in-apposition", weight: 200, sole: false, find: |place| place.before_comma(), example: "June Okafor (Greens), the mayor of Port Ellery, opened the pier.", counterexample: "In June, the mayor of Port Ellery opened the pier." },
    Construction { name: "name-is", weight: 200, sole: false, find: |place| place.before_verb(), example: "June Okafor is Port Ellery's mayor.", counterexample: "If June Okafor is mayor of Port Ellery again, she will close the pier." },
    Construction { name: "as", weight: 150, sole: false, find: |place| place.before_as(), example: "June Okafor, speaking as mayor of Port Ellery, praised the pier.", counterexample: "The party wants June Okafor as mayor of Port Ellery." },
];

/// The names that the sentence gives the title to: none, one, or two where either may be meant
/// (`NAME, the president, NAME, the premier`).
pub(super) fn candidates(scene: &Scene, title: &Title, known: &Known) -> Vec<Candidate> {
    let place = Place {
        scene,
        title,
        known,
    };
    let owns = scene.words.get(title.words.end);
    if owns.is_some_and(|word| word.kind == WordKind::Possessive) {
        return Vec::new();
    }
    let found = |row: &Construction| {
        let candidate = (row.find)(&place)?;
        Some(Candidate {
            construction: row.name,
            ..candidate
        })
    };
    let mut sole = CONSTRUCTIONS
        .iter()
        .filter(|row| row.sole)
        .filter_map(found);
    if let Some(candidate) = sole.next() {
        return vec![candidate];
    }
    // What stands right behind the title and is no person, `the President Cup`, leaves no other reading.
    if place.leads_on() {
        return Vec::new();
    }
    let mut all: Vec<Candidate> = CONSTRUCTIONS
        .iter()
        .filter(|row| !row.sole)
        .filter_map(found)
        .collect();
    all.dedup_by(|one, other| one.words == other.words);
    all
}
