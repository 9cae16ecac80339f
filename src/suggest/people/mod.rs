//! People: capitalised names of several parts that act as persons do.

mod spelling;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use crate::checks::two_spellings::ORDINARY;
use crate::claims::names::is_honorific;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::language::nations;
use crate::mentions::near::lexicon::{is_name, is_word};
use crate::span::Span;
use crate::verdict::name;

use crate::suggest::doc::{Doc, phrases};
use crate::suggest::fact::{Site, Suggestion, Toml, id};
use crate::suggest::words::{ALSO_NAMES, NO_PERSON, PERSON_TITLES, PORTFOLIOS, SPEAKS, UNIQUE};
use crate::suggest::{Found, Kind, Merged};

use spelling::{Spelling, alike, blocks, relatives};

pub(in crate::suggest) const KIND: Kind = Kind {
    title: "people",
    gather,
    merge,
};

/// So much speaks for a person: a title, or two of a given name, a verb of speaking, a surname that stands alone.
const ENOUGH: u8 = 2;

/// The names in an article.
#[derive(Default)]
pub(in crate::suggest) struct Names {
    full: Vec<Full>,
    /// How often each capitalised word stands alone.
    lone: HashMap<String, usize>,
    /// Those among them that say something.
    speak: HashSet<String>,
}

/// A name of several parts.
struct Full {
    site: Site,
    sentence: usize,
    evidence: u8,
}

/// The persons of all articles.
#[derive(Default)]
pub(in crate::suggest) struct People {
    /// How each name is preferred: as written → as the draft has it.
    preferred: HashMap<String, String>,
    surnames: HashSet<String>,
    /// The entities that are worth a line only where an office needs them.
    spare: BTreeMap<String, Suggestion>,
}

impl People {
    /// The name as the draft prefers it.
    pub fn preferred<'n>(&'n self, name: &'n str) -> &'n str {
        self.preferred.get(name).map_or(name, String::as_str)
    }

    /// Whether a word is somebody's surname, and so the name of no body: `Trump's attorney general`.
    pub fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }

    /// The entity of a holder that is not drafted yet.
    pub fn take(&mut self, name: &str) -> Option<Suggestion> {
        self.spare.remove(name)
    }
}

/// A person's name in a capitalised phrase.
pub(in crate::suggest) struct Person {
    /// Its words.
    pub words: Range<usize>,
    /// A title or rank stands before it.
    pub titled: bool,
}

/// The person that a capitalised phrase names; what stands before the name in the phrase is title, nation or the first word
/// of a sentence.
pub(in crate::suggest) fn person(scene: &Scene, phrase: Range<usize>) -> Option<Person> {
    let is_title = |index: usize| {
        let lower = scene.lower(index);
        is_honorific(lower) || PERSON_TITLES.contains(&lower) || UNIQUE.contains(&lower)
    };
    let mut start = phrase.start;
    let mut titled = false;
    for at in phrase.clone() {
        // Behind `Mayor` of `Port Ellery Mayor NAME` stands a whole name, behind `King` of `Martin Luther King Jr.` none.
        let sure = at == phrase.start
            || is_title(at - 1)
            || phrase.end - at > 2
            || !ALSO_NAMES.contains(&scene.lower(at));
        if is_title(at) && sure && at + 1 < phrase.end {
            start = at + 1;
            titled = true;
        }
    }
    if !titled && start > 0 {
        titled = is_title(start - 1) && scene.words[start - 1].kind == WordKind::Word;
    }
    // `Secretary of Defense NAME`
    let behind_of = start > 1 && matches!(scene.lower(start - 1), "of" | "for" | "and" | "&");
    if behind_of && !titled {
        let first = start;
        while start < phrase.end && PORTFOLIOS.contains(&scene.lower(start)) {
            start += 1;
        }
        titled = start > first;
    }
    // `Yesterday John Smith`, `South Korean Lee Jae Myung`
    let opens = start == 0 || scene.words[start - 1].kind == WordKind::Sign;
    if opens
        && phrase.end - start > 2
        && is_word(scene.lower(start))
        && !is_name(scene.lower(start))
    {
        start += 1;
    }
    for length in [2, 1] {
        if phrase.end > start + length {
            let slice = span(scene, &(start..start + length)).of(scene.text());
            if nations::nation(slice).is_some() {
                start += length;
                break;
            }
        }
    }
    let words = start..phrase.end;
    (is_personal(scene, &words)).then_some(Person { words, titled })
}

/// The place of words by index.
pub(in crate::suggest) fn span(scene: &Scene, words: &Range<usize>) -> Span {
    let first = scene.words.get(words.start).map(|word| word.span);
    let last = words
        .end
        .checked_sub(1)
        .and_then(|at| scene.words.get(at))
        .map(|word| word.span);
    first
        .zip(last)
        .map_or(Span::default(), |(first, last)| first.to(last))
}

/// Whether the words can be a person's name at all.
fn is_personal(scene: &Scene, words: &Range<usize>) -> bool {
    let parts: Vec<usize> = words
        .clone()
        .filter(|at| scene.words[*at].kind == WordKind::Word)
        .collect();
    let whole = span(scene, words).of(scene.text());
    let part = |at: &usize| {
        let word = scene.word(*at);
        let lower = scene.lower(*at);
        let shout = word.chars().filter(|c| c.is_alphabetic()).count() > 2
            && !word.chars().any(char::is_lowercase);
        !shout
            && !word.contains(|c: char| c.is_numeric())
            && !NO_PERSON.contains(&lower)
            && !ORDINARY.has(lower)
            && (nations::nation(word).is_none() || is_name(lower))
            && !word.ends_with("-based")
    };
    (2..=4).contains(&parts.len())
        && whole.len() <= 40
        && whole.is_ascii() | whole.chars().all(|c| !c.is_numeric())
        && nations::nation(whole).is_none()
        && parts.iter().all(part)
        && scene.word(words.end - 1).chars().count() > 1
}

fn gather(doc: &Doc) -> Found {
    let mut names = Names::default();
    for scene in &doc.scenes {
        for phrase in phrases(scene) {
            let Some(person) = person(scene, phrase.clone()) else {
                if let Some(last) = phrase.end.checked_sub(1) {
                    let alone = phrase.len() == 1
                        || phrase.clone().take(phrase.len() - 1).all(|at| {
                            let lower = scene.lower(at);
                            is_honorific(lower)
                                || UNIQUE.contains(&lower)
                                || PORTFOLIOS.contains(&lower)
                        });
                    if alone {
                        if SPEAKS.contains(&scene.lower(phrase.end)) {
                            names.speak.insert(scene.word(last).to_string());
                        }
                        *names.lone.entry(scene.word(last).to_string()).or_default() += 1;
                    }
                }
                continue;
            };
            let place = span(scene, &person.words);
            if doc.is_covered(place) || doc.known.has_name(place.of(scene.text())) {
                continue;
            }
            names.full.push(Full {
                evidence: evidence(scene, &person),
                site: doc.site(scene, place),
                sentence: scene.index,
            });
        }
    }
    Found {
        names,
        ..Found::default()
    }
}

/// What the sentence says for a person.
fn evidence(scene: &Scene, person: &Person) -> u8 {
    let end = person.words.end;
    let (first, before) = (person.words.start, person.words.start.wrapping_sub(1));
    let number = scene
        .words
        .get(end + 1)
        .is_some_and(|word| word.kind == WordKind::Number && scene.word(end + 1).len() <= 3);
    let aged = scene.is_sign(end, ",") && number && scene.is_sign(end + 2, ",");
    let speaks =
        SPEAKS.contains(&scene.lower(end)) || matches!(scene.lower(before), "said" | "says");
    let who = scene.is_sign(end, ",") && matches!(scene.lower(end + 1), "who" | "whose");
    let given = scene.lower(first);
    let given = is_name(given.split('-').next().unwrap_or(given))
        && nations::nation(scene.word(first)).is_none();
    let korean = name::family_first(span(scene, &person.words).of(scene.text()));
    let twice = |sure: bool| if sure { 2 } else { 0 };
    twice(person.titled)
        + twice(aged)
        + u8::from(speaks)
        + u8::from(who)
        + u8::from(given)
        + u8::from(korean)
}

fn merge(found: &[Found], merged: &mut Merged) {
    let spellings = ranked(found);
    let blocks = blocks(&spellings);
    let mut absorbed = vec![false; spellings.len()];
    for (index, spelling) in spellings.iter().enumerate() {
        if absorbed[index] {
            continue;
        }
        let relatives = relatives(&spellings, &blocks, index, &absorbed);
        let evidence = relatives
            .iter()
            .map(|(other, _)| spellings[*other].evidence);
        if evidence.fold(spelling.evidence, u8::max) < ENOUGH {
            continue;
        }
        absorbed[index] = true;
        let surname = name::surname(&spelling.words).to_string();
        merged.people.surnames.insert(surname);
        let mut fact = Suggestion::new("entity", id(&spelling.words), Vec::new());
        let mut accept: Vec<String> = Vec::new();
        let mut members = vec![index];
        for (other, same) in relatives {
            absorbed[other] = true;
            members.push(other);
            if same {
                accept.push(spellings[other].words.clone());
                fact.sites.extend(spellings[other].sites.iter().cloned());
            } else {
                fact.disputes.extend(spellings[other].sites.iter().cloned());
            }
        }
        fact.sites.extend(spelling.sites.iter().cloned());
        fact.sites.sort_by_key(|site| (site.article, site.start));
        fact.disputes.sort_by_key(|site| (site.article, site.start));
        fact.mentions = fact.sites.len() + spelling.lone;
        fact.alike = alike(&spellings, &blocks, index, &members);
        fact.keys.push(("name", Toml::Text(spelling.words.clone())));
        if !accept.is_empty() {
            fact.keys.push(("accept", Toml::List(accept)));
        }
        for member in members {
            let written = spellings[member].words.clone();
            merged
                .people
                .preferred
                .insert(written, spelling.words.clone());
        }
        if fact.mentions > 1 || !fact.disputes.is_empty() {
            merged.facts.push(fact);
        } else {
            merged.people.spare.insert(spelling.words.clone(), fact);
        }
    }
}

/// All spellings, the one that most articles agree on first.
fn ranked(found: &[Found]) -> Vec<Spelling> {
    let mut index: HashMap<&str, usize> = HashMap::new();
    let mut spellings: Vec<Spelling> = Vec::new();
    for article in found {
        let names = &article.names;
        let mut here: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for full in &names.full {
            let words = full.site.words.as_str();
            let at = *index.entry(words).or_insert_with(|| {
                spellings.push(Spelling {
                    words: words.to_string(),
                    ..Spelling::default()
                });
                spellings.len() - 1
            });
            let Some(spelling) = spellings.get_mut(at) else {
                continue;
            };
            spelling.evidence = spelling.evidence.max(full.evidence);
            spelling
                .sentences
                .insert((full.site.article, full.sentence));
            spelling.articles.insert(full.site.article);
            spelling.sites.push(full.site.clone());
            here.entry(name::surname(words)).or_default().insert(at);
        }
        for (surname, bearers) in here {
            let lone = names.lone.get(surname).copied().unwrap_or_default();
            // Of two with one surname nobody can tell whose it is.
            for at in bearers.iter().filter(|_| bearers.len() == 1) {
                if let Some(spelling) = spellings.get_mut(*at) {
                    spelling.speaks |= names.speak.contains(surname);
                    spelling.lone += lone;
                }
            }
        }
    }
    for spelling in &mut spellings {
        spelling.evidence += u8::from(spelling.lone > 0) + u8::from(spelling.speaks);
    }
    spellings.sort_by_key(|spelling| {
        let first = spelling
            .sites
            .first()
            .map(|site| (site.article, site.start));
        let count = (
            spelling.articles.len(),
            spelling.sites.len() + spelling.lone,
        );
        (std::cmp::Reverse(count), first)
    });
    spellings
}
