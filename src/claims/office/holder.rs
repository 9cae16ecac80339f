//! Whom a sentence gives a title to.

use std::ops::Range;

use crate::claims::Known;
use crate::claims::names::{self, span_of};
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::Value;
use crate::language::{Tense, nations};
use crate::mentions::near::lexicon;
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::verdict::name;

use super::title::Title;
use super::words::{AFTER, CHOOSES, GOVERNS, LEFT, OF_A_PLACE, SERVED, SERVES, THINGS};

/// A name that may have a title.
pub(super) struct Candidate {
    /// Its words.
    pub(super) words: Range<usize>,
    /// It stands right behind the title: nothing else can be meant.
    pub(super) direct: bool,
    /// The sentence says that it had the title once, or has got it since.
    pub(super) past: bool,
    /// It has got it: who is no holder at all can't.
    pub(super) sworn: bool,
}

/// What stands between a name and its title without being either.
const SUFFIXES: &[&str] = &[
    "jr", "jr.", "sr", "sr.", "md", "m.d.", "phd", "ph.d.", "esq.",
];

impl Candidate {
    fn new(words: Range<usize>, direct: bool, past: bool) -> Self {
        Self {
            words,
            direct,
            past,
            sworn: false,
        }
    }
}

/// The names that the sentence gives the title to: none, one, or two where either may be meant
/// (`NAME, the president, NAME, the premier`).
pub(super) fn candidates(scene: &Scene, title: &Title, known: &Known) -> Vec<Candidate> {
    let (start, end) = (title.words.start, title.words.end);
    if scene
        .words
        .get(end)
        .is_some_and(|word| word.kind == WordKind::Possessive)
    {
        return Vec::new();
    }
    // `Defense Minister NAME`
    if let Some(name) = names::phrase_from(scene, end).map(|name| without_body(scene, name)) {
        let name = match title.headline {
            true => holder_in(scene, name, known),
            false => name,
        };
        if is_no_person(scene, &name, title.headline) {
            return Vec::new();
        }
        let past = is_gone(scene, name.end);
        return vec![Candidate::new(name, true, past)];
    }
    if let Some(name) = named(scene, title, known).or_else(|| acting_as(scene, title)) {
        return vec![name];
    }
    let mut found = Vec::new();
    found.extend(behind(scene, title));
    found.extend(ahead(scene, start, end));
    found
}

/// Of a headline's capitalized words as many as name a holder of some office: `Mayor Okafor Quits`.
fn holder_in(scene: &Scene, words: Range<usize>, known: &Known) -> Range<usize> {
    let ends = (words.start + 1..=words.end).rev();
    let mut names = ends.map(|end| words.start..end);
    let holder = names.find(|name| !Name::new(scene, name.clone(), known).holds.is_empty());
    holder.unwrap_or(words)
}

/// Words between a copula and a name.
const ADVERBS: &[&str] = &["now", "currently", "still", "again", "today"];

/// `The mayor of Port Ellery is NAME`, `Port Ellery's mayor is NAME`.
fn named(scene: &Scene, title: &Title, known: &Known) -> Option<Candidate> {
    let (start, end) = (title.words.start, title.words.end);
    let verb = scene.lower(end);
    let governor = start.checked_sub(1).map_or("", |index| scene.lower(index));
    // `the wife of the mayor is NAME`
    let subject = !OF_A_PLACE.contains(&governor) && !GOVERNS.contains(&governor);
    if !title.named || !subject || !matches!(verb, "is" | "remains" | "was" | "became") {
        return None;
    }
    let at = (end + 1..).find(|at| !ADVERBS.contains(&scene.lower(*at)))?;
    let name = without_body(scene, names::phrase_from(scene, at)?);
    let closed = name.end == scene.words.len()
        || scene.words[name.end].kind == WordKind::Sign
        || AFTER.contains(&scene.lower(name.end));
    let holder = || !Name::new(scene, name.clone(), known).holds.is_empty();
    let person = closed
        && !is_conditional(scene, start)
        && !is_no_person(scene, &name, title.headline)
        && (holder() || reads_as_person(scene, &name));
    person.then(|| Candidate::new(name, false, matches!(verb, "was" | "became")))
}

/// Whether words are a given name with more behind it: `Norland's president is Roman Catholic` names nobody.
fn reads_as_person(scene: &Scene, name: &Range<usize>) -> bool {
    let words = scene.slice(span_of(scene, name));
    name.len() > 1
        && lexicon::is_name(scene.lower(name.start))
        && !lexicon::is_word(scene.lower(name.end - 1))
        && nations::nation(words).is_none()
}

/// `As mayor of Port Ellery, NAME will …`. What NAME did as mayor, it may have done long ago.
fn acting_as(scene: &Scene, title: &Title) -> Option<Candidate> {
    let before = title.words.start.checked_sub(1)?;
    let leads = before == 0 || scene.words[before - 1].kind == WordKind::Sign;
    if scene.lower(before) != "as" || !leads || !scene.is_sign(title.words.end, ",") {
        return None;
    }
    let name = without_body(scene, names::phrase_from(scene, title.words.end + 1)?);
    let owns = scene.words.get(name.end);
    if owns.is_some_and(|word| word.kind == WordKind::Possessive) {
        return None;
    }
    let past = scene.tense(span_of(scene, &name)) == Tense::Past;
    Some(Candidate::new(name, false, past))
}

/// Words of a condition before a name or title: `when NAME becomes president`.
const CONDITIONS: &[&str] = &[
    "if", "when", "once", "unless", "until", "whether", "should", "whenever", "were",
];

/// How many words before the name a condition is looked for.
const LEAD: usize = 6;

/// Whether the clause that the word is in supposes something.
fn is_conditional(scene: &Scene, word: usize) -> bool {
    let start = scene
        .words
        .get(word)
        .map_or(scene.span.start, |word| word.span.start);
    let clause = scene.word_from(scene.clause(start).start);
    let lead = clause.max(word.saturating_sub(LEAD))..word + 1;
    let mut lead = lead.take_while(|index| *index < scene.words.len());
    lead.any(|index| CONDITIONS.contains(&scene.lower(index)))
}

/// `NAME` of `President NAME of Veldtia`, where it has two parts or more; a loaded name with an `of` in it is whole.
fn without_body(scene: &Scene, name: Range<usize>) -> Range<usize> {
    let of = name.clone().find(|index| scene.lower(*index) == "of");
    let loaded = |index: &usize| {
        let words = Span::new(
            scene.words[name.start].span.start,
            scene.words[*index].span.end,
        );
        scene.hits.iter().any(|hit| hit.span.contains(words))
    };
    match of {
        Some(of) if of > name.start + 1 && !loaded(&of) => name.start..of,
        _ => name,
    }
}

/// Whether a capitalised phrase behind a title is a thing's name: `the President Cup`, `President NAME Street`.
fn is_no_person(scene: &Scene, name: &Range<usize>, headline: bool) -> bool {
    let leads_on = scene.words.get(name.end).is_some_and(|word| {
        word.kind == WordKind::Word && word.capital && !names::is_never_name(scene.lower(name.end))
    });
    THINGS.contains(&scene.lower(name.end - 1)) || leads_on && !headline
}

fn is_any_sign(scene: &Scene, index: usize, signs: &[&str]) -> bool {
    signs.iter().any(|sign| scene.is_sign(index, sign))
}

/// `South Korea's defense minister, NAME,` and `Mayor of Port Ellery: NAME`.
fn behind(scene: &Scene, title: &Title) -> Option<Candidate> {
    let (start, end) = (title.words.start, title.words.end);
    let entry = scene.is_sign(end, ":") && start == 0 && title.named;
    if !entry && !is_any_sign(scene, end, &[",", "(", "—"]) {
        return None;
    }
    let name = names::phrase_from(scene, end + 1)?;
    let closed = name.end == scene.words.len()
        || is_any_sign(scene, name.end, &[",", ")", "—", ";", ".", "\""])
        || entry && scene.is_sign(name.end, "(");
    // `the minister, NAME, NAME and others`: a list of guests
    let more = scene.is_sign(name.end, ",")
        && (scene.lower(name.end + 1) == "and" && is_bare_name(scene, name.end + 2)
            || names::phrase_from(scene, name.end + 1).is_some_and(|next| {
                scene.is_sign(next.end, ",") || scene.lower(next.end) == "and"
            }));
    let past = is_gone(scene, name.end);
    (closed && !more).then(|| Candidate::new(name, false, past))
}

/// Whether a name without a title begins at this word.
fn is_bare_name(scene: &Scene, index: usize) -> bool {
    let titled = |hit: &Hit| hit.is_any(|r#use| matches!(r#use, Use::Title | Use::Of));
    scene.words.get(index).is_some_and(|word| {
        word.capital
            && !names::is_never_name(scene.lower(index))
            && scene.hit_at(word.span.start, titled).is_none()
    })
}

/// A name before the title: `NAME, South Korea's defense minister,` · `NAME as …` · `NAME is …`
fn ahead(scene: &Scene, start: usize, end: usize) -> Option<Candidate> {
    let closed = end == scene.words.len()
        || scene.words[end].kind == WordKind::Sign
        || AFTER.contains(&scene.lower(end))
        || scene
            .dates
            .iter()
            .any(|date| date.span.start == scene.words[end].span.start);
    let before = start.checked_sub(1).filter(|_| closed)?;
    if is_any_sign(scene, before, &[",", "(", "—"]) {
        // `NAME, 61, South Korea's defense minister,` and `NAME, MD, director of the clinic,`
        let aside = before >= 2
            && scene.is_sign(before - 2, ",")
            && (scene.words[before - 1].kind == WordKind::Number
                || SUFFIXES.contains(&scene.lower(before - 1)));
        let name = names::phrase_to(scene, if aside { before - 2 } else { before })?;
        let verbal = matches!(scene.lower(end), "said" | "told");
        return is_person(scene, &name, !verbal).then(|| Candidate::new(name, false, false));
    }
    match scene.lower(before) {
        "as" => named_as(scene, before),
        verb @ ("is" | "remains" | "was" | "became" | "becomes") => {
            let who = scene.lower(before - usize::from(before > 0)) == "who"
                && before >= 2
                && scene.is_sign(before - 2, ",");
            let name = names::phrase_to(scene, if who { before - 2 } else { before })?;
            let past = matches!(verb, "was" | "became");
            let person = is_person(scene, &name, true) && !is_conditional(scene, name.start);
            person.then(|| Candidate::new(name, false, past))
        }
        _ => None,
    }
}

/// `NAME as South Korea's defense minister`, `NAME, speaking as …`, `NAME served as …`: `as` stands at this word.
fn named_as(scene: &Scene, r#as: usize) -> Option<Candidate> {
    let clause = scene.word_from(scene.clause(scene.words[r#as].span.start).start);
    let first = clause.max(r#as.saturating_sub(8));
    let last = (first..r#as).rev().find(|index| {
        let word = scene.words[*index];
        word.capital && word.kind == WordKind::Word && !names::is_never_name(scene.lower(*index))
    })?;
    let name = names::phrase_to(scene, last + 1)?;
    let chosen = |range: Range<usize>| {
        range
            .into_iter()
            .any(|index| CHOOSES.contains(&scene.lower(index)))
    };
    // `Parliament confirmed NAME as`, `NAME was elected as`: of those to come.
    // `With NAME as president, prices would fall`
    let imagined = name.start.checked_sub(1).map_or("", |at| scene.lower(at));
    let imagined = matches!(imagined, "with" | "under")
        && scene.holds(scene.span, &["would", "could", "might"]);
    let supposed = imagined || is_conditional(scene, name.start);
    if !is_person(scene, &name, true)
        || chosen(clause..name.start)
        || chosen(name.end..r#as)
        || supposed
    {
        return None;
    }
    let verb = scene.lower(r#as - 1);
    let past = SERVED.contains(&verb);
    let direct = last + 1 == r#as || scene.is_sign(r#as - 1, ",") && last + 2 == r#as;
    let sworn = verb == "in" && scene.lower(r#as.saturating_sub(2)) == "sworn";
    let candidate = Candidate {
        sworn,
        ..Candidate::new(name, false, past || sworn)
    };
    (direct || candidate.past || SERVES.contains(&verb)).then_some(candidate)
}

/// Whether a name before a title can be its holder's: no place, and nothing that only says where or whence.
fn is_person(scene: &Scene, name: &Range<usize>, allow_lead: bool) -> bool {
    let span = span_of(scene, name);
    let place = nations::nation(scene.slice(span)).is_some()
        || scene.hits.iter().any(|hit| {
            hit.span == span
                && hit.is_any(|r#use| matches!(r#use, Use::Of | Use::At | Use::Context))
        });
    let first = (0..name.start)
        .rev()
        .take_while(|at| names::is_honorific(scene.lower(*at)))
        .last()
        .unwrap_or(name.start);
    let before = first.checked_sub(1);
    let governor = before.map_or("", |at| scene.lower(at));
    // `With NAME as director`, but `In Seoul as minister`
    let behind = scene.lower(name.end) == "as" && matches!(governor, "with" | "under");
    let leads = before == Some(0) && !matches!(governor, "and" | "but" | "said") && !behind;
    !place && !OF_A_PLACE.contains(&governor) && (allow_lead && !leads || before.is_none())
}

/// Whether the words behind a name say that it has the title no more: `NAME's successor`, `NAME, who resigned`.
fn is_gone(scene: &Scene, end: usize) -> bool {
    let Some(word) = scene.words.get(end) else {
        return false;
    };
    if word.kind == WordKind::Possessive {
        return matches!(
            scene.lower(end + 1),
            "successor" | "predecessor" | "resignation" | "death" | "ouster" | "removal" | "tenure"
        );
    }
    scene.is_sign(end, ",")
        && scene.lower(end + 1) == "who"
        && (end + 2..end + 5).any(|at| LEFT.contains(&scene.lower(at)))
}

/// A name beside a title.
pub(super) struct Name {
    pub(super) span: Span,
    /// Its words, by index.
    pub(super) words: Range<usize>,
    pub(super) text: String,
    pub(super) is_surname: bool,
    /// The offices and records whose holder it is.
    pub(super) holds: Vec<(usize, usize)>,
}

impl Name {
    pub(super) fn new(scene: &Scene, words: Range<usize>, known: &Known) -> Name {
        let span = span_of(scene, &words);
        let text = known
            .right_name(scene, span)
            .unwrap_or_else(|| scene.slice(span).to_string());
        let is_single = words.len() == 1 && !text.contains([' ', '-']);
        let holds = match is_single {
            true => known.by_surname(&text),
            false => known.by_name(&text),
        };
        // A holder with a single name is no surname.
        let is_whole = |(fact, record): &(usize, usize)| {
            known.facts[*fact].table.records[*record].cells[0]
                .iter()
                .any(|value| {
                    matches!(value, Value::Phrase(phrase) if phrase
                    .spellings
                    .iter()
                    .any(|spelling| name::key(spelling) == name::key(&text)))
                })
        };
        Name {
            span,
            words,
            is_surname: is_single && !holds.iter().any(is_whole),
            holds: holds.to_vec(),
            text,
        }
    }
}
