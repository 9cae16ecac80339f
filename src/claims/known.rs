//! The facts with the indexes that claim readers look things up in.

use std::sync::{Arc, LazyLock};

use foldhash::HashMap;

use crate::claims::figure::Profile;
use crate::claims::scene::Scene;
use crate::claims::statement::Ready;
use crate::facts::{Fact, Kind, Period, Record, Value};
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::verdict::name;

/// All facts, and who holds what.
pub struct Known {
    /// The facts; claims name them by index.
    pub facts: Arc<[Fact]>,
    holders: Holders,
    surnames: Holders,
    /// The entities whose right names claim nothing: always right, and of nobody whose age is known.
    mute: Vec<bool>,
    /// What the phrases of the figures say.
    profiles: HashMap<usize, Profile>,
    /// The statements, made ready to be laid beside a sentence.
    statements: HashMap<usize, Ready>,
}

/// For each name the offices and their records that it is in.
type Holders = HashMap<String, Vec<(usize, usize)>>;

impl Known {
    /// Indexes the facts.
    pub fn new(facts: Arc<[Fact]>) -> Self {
        let (mut holders, mut surnames) = (Holders::default(), Holders::default());
        for (index, fact) in facts
            .iter()
            .enumerate()
            .filter(|(_, fact)| matches!(fact.kind, Kind::Office(_)))
        {
            for (number, record) in fact.table.records.iter().enumerate() {
                for spelling in record
                    .cells
                    .iter()
                    .flatten()
                    .filter_map(spellings)
                    .flatten()
                {
                    let entry = holders.entry(name::key(spelling)).or_default();
                    if entry.last() != Some(&(index, number)) {
                        entry.push((index, number));
                    }
                    let entry = surnames
                        .entry(name::key(name::surname(spelling)))
                        .or_default();
                    if entry.last() != Some(&(index, number)) {
                        entry.push((index, number));
                    }
                }
            }
        }
        let mute = facts.iter().map(is_mute).collect();
        let ready = |(index, fact): (usize, &Fact)| Some((index, Ready::new(fact)?));
        let profile = |(index, fact): (usize, &Fact)| match &fact.kind {
            Kind::Figure(figure) => Some((index, Profile::new(figure))),
            _ => None,
        };
        Self {
            profiles: facts.iter().enumerate().filter_map(profile).collect(),
            statements: facts.iter().enumerate().filter_map(ready).collect(),
            facts,
            holders,
            surnames,
            mute,
        }
    }

    /// Whether a sentence that holds the phrase may hold a claim.
    pub fn is_trigger(&self, hit: &Hit) -> bool {
        let claims = |(fact, r#use): (usize, Use)| {
            r#use.is_trigger() && !(matches!(r#use, Use::Name(_)) && self.mute[fact])
        };
        hit.is_any(Use::is_trigger) && hit.uses.iter().any(claims)
    }

    /// What the phrases of a figure say.
    pub(crate) fn profile(&self, fact: usize) -> &Profile {
        static EMPTY: LazyLock<Profile> = LazyLock::new(Profile::default);
        self.profiles.get(&fact).unwrap_or(&EMPTY)
    }

    /// A statement, made ready.
    pub fn statement(&self, fact: usize) -> Option<&Ready> {
        self.statements.get(&fact)
    }

    /// The offices, and their records, that a person of this full name holds or held.
    pub fn by_name(&self, name: &str) -> &[(usize, usize)] {
        self.holders
            .get(&name::key(name))
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The same by surname.
    pub fn by_surname(&self, surname: &str) -> &[(usize, usize)] {
        self.surnames
            .get(&name::key(surname))
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The preferred name of the entity that the words are a wrong spelling of: a known one, or a near miss.
    pub fn right_name(&self, scene: &Scene, span: Span) -> Option<String> {
        let rejected = scene
            .hit_at(span.start, |hit| hit.is_any(|r#use| r#use == Use::Reject))
            .filter(|hit| hit.span == span)
            .and_then(|hit| hit.facts(|r#use| r#use == Use::Reject).next());
        let fact = rejected.or_else(|| {
            scene
                .missed_at(span.start)
                .filter(|missed| missed.span == span)
                .map(|missed| missed.fact)
        })?;
        match &self.facts[fact].kind {
            Kind::Entity(entity) => Some(entity.name.clone()),
            _ => None,
        }
    }
}

fn is_mute(fact: &Fact) -> bool {
    let always = |record: &Record| record.during == Period::ALWAYS;
    match &fact.kind {
        Kind::Entity(entity) => entity.born.is_none() && fact.table.records.iter().all(always),
        _ => false,
    }
}

fn spellings(value: &Value) -> Option<&[String]> {
    match value {
        Value::Phrase(phrase) => Some(&phrase.spellings),
        _ => None,
    }
}
