//! Occasions: their edition, date and place, where each is tied to the event and to nothing else.

mod editions;
mod ties;

use crate::claims::scene::Scene;
use crate::claims::{Claim, Edge, Known, StatedValue, Time};
use crate::facts::{Column, ColumnType, Fact, Period, Record, Table, Value};
use crate::language::Reading;
use crate::language::nations;
use crate::mentions::Use;
use crate::span::Span;

use ties::Ties;

/// Nouns that count editions: `its 57th iteration`, `the 57th edition of`.
const EDITION: &[&str] = &[
    "edition",
    "iteration",
    "session",
    "round",
    "staging",
    "instalment",
    "installment",
    "running",
    "meeting",
    "outing",
    "year",
    "time",
    "event",
    "renewal",
    "season",
];

/// Words that say the occasion is not as first planned, so that its dates are no claims.
const MOVED: &[&str] = &[
    "postponed",
    "cancelled",
    "canceled",
    "rescheduled",
    "delayed",
    "moved",
    "originally",
    "instead",
    "not",
    "never",
    "scrapped",
    "called",
    "pushed",
    "initially",
    "tentatively",
    "propose",
    "proposed",
    "could",
    "might",
    "may",
    "if",
    "unless",
];

/// Reads the claims of a sentence about events.
pub fn read(scene: &Scene, known: &Known, claims: &mut Vec<Claim>) {
    for hit in scene.hits.iter() {
        for fact in hit.facts(|r#use| r#use == Use::Event) {
            // `Security Consultative Meeting (SCM)`: the short name in brackets says nothing of its own.
            if scene.text()[..hit.span.start].ends_with('(')
                && scene.text()[hit.span.end..].starts_with(')')
            {
                continue;
            }
            claims.extend(claim(scene, known, fact, hit.span));
        }
    }
}

fn column(fact: &Fact, name: &str) -> Option<usize> {
    fact.table
        .columns
        .iter()
        .position(|column| column.name == name)
}

fn claim(scene: &Scene, known: &Known, index: usize, name: Span) -> Option<Claim> {
    let fact = &known.facts[index];
    let ties = Ties::read(scene, name);
    let mut claim = Claim::new(index, scene.index, Time::default());
    let ordinal = ordinal(scene, &ties, name);
    if let Some(Counted::Anniversary(span, number)) = ordinal {
        return anniversary(scene, fact, claim, span, number);
    }
    if let (Some(Counted::Edition(span, number)), Some(column)) = (ordinal, column(fact, "number"))
    {
        claim = claim.with(column, span, StatedValue::Ordinal(number));
    }
    let clause = scene.clause(name.start);
    // `May 21` moves nothing.
    let moved = scene
        .word_range(clause)
        .any(|index| !scene.words[index].capital && MOVED.contains(&scene.lower(index)));
    if let Some(column) = column(fact, "on") {
        for (date, edge) in &ties.dates {
            let date = &scene.dates[*date];
            if let Some(days) = date.days.filter(|_| !moved) {
                let value = StatedValue::Days {
                    days,
                    edge: *edge,
                    expr: date.expr.clone(),
                };
                claim = claim.with(column, date.span, value);
            }
        }
    }
    if let Some(column) = column(fact, "at").filter(|_| !moved) {
        for place in &ties.places {
            if comparable(fact, column, scene.slice(*place)) {
                claim = claim.with(
                    column,
                    *place,
                    StatedValue::Phrase(scene.slice(*place).to_string()),
                );
            }
        }
    }
    if claim.cells.is_empty() {
        return None;
    }
    claim.meant = Some(editions::meant(
        fact,
        &claim,
        scene.page.date(),
        scene.tense(name),
    )?);
    Some(claim)
}

/// An ordinal that is tied to the event.
#[derive(Clone, Copy)]
enum Counted {
    Edition(Span, u64),
    Anniversary(Span, u64),
}

fn ordinal(scene: &Scene, ties: &Ties, name: Span) -> Option<Counted> {
    let ordinals = scene
        .values()
        .iter()
        .filter_map(|mention| match mention.reading {
            Reading::Ordinal(number) => Some((mention.span, number)),
            _ => None,
        });
    let name_words = scene.word_range(name);
    let is_noun = |index: usize| EDITION.contains(&scene.lower(index).trim_end_matches('s'));
    for (span, number) in ordinals {
        let words = scene.word_range(span);
        if words.end <= name_words.start {
            // `57th annual SCM`
            if ties.noun_phrase.start <= words.start {
                return Some(Counted::Edition(span, number));
            }
            // `the 57th edition of the SCM`, `the 72nd anniversary of EVENT`
            let of = words.end + 1;
            let direct = scene.lower(of) == "of"
                && ties.noun_phrase.start <= of + 2
                && of < ties.noun_phrase.end;
            if direct && scene.lower(words.end) == "anniversary" {
                return Some(Counted::Anniversary(span, number));
            }
            if direct && is_noun(words.end) {
                return Some(Counted::Edition(span, number));
            }
        } else if words.start >= name_words.end {
            // `the SCM, now in its fifty-seventh iteration`, `the SCM's 57th edition`
            let owned = matches!(
                scene.lower(words.start.wrapping_sub(1)),
                "its" | "their" | "the" | "'s"
            );
            let near = words.start - name_words.end <= 8 && scene.clause(name.start).contains(span);
            if owned
                && near
                && is_noun(words.end)
                && !scene.holds(Span::new(name.end, span.start), &["and", "was", "for"])
            {
                return Some(Counted::Edition(span, number));
            }
        }
    }
    None
}

/// The anniversary that falls in the article's year.
fn anniversary(
    scene: &Scene,
    fact: &Fact,
    mut claim: Claim,
    span: Span,
    number: u64,
) -> Option<Claim> {
    let year = scene.page.date()?.year();
    let [record] = fact.table.records.as_slice() else {
        return None;
    };
    let first = record
        .cells
        .iter()
        .flatten()
        .find_map(|value| match value {
            Value::Days(first, _) => Some(first.year()),
            _ => None,
        })?;
    let right = u64::try_from(year - first).ok()?;
    claim.table = Some(Table {
        columns: vec![Column {
            name: "anniversary".into(),
            ty: ColumnType::Ordinal,
        }],
        key: None,
        records: vec![Record {
            cells: vec![vec![Value::Ordinal(right)]],
            ..Record::default()
        }],
    });
    // Another anniversary than this year's is a claim only where the sentence gives it no time of its own.
    let own: Vec<Period> = scene
        .dates
        .iter()
        .filter_map(|date| date.days)
        .filter(|days| {
            days.from.is_some_and(|from| from.year() != year)
                && days.until.is_some_and(|until| until.year() != year)
        })
        .collect();
    let remote = right.abs_diff(number) > 20 || !own.is_empty();
    (!remote).then(|| claim.with(0, span, StatedValue::Ordinal(number)))
}

/// Whether a place that was read can contradict the event's places at all: a nation only where theirs are known.
fn comparable(fact: &Fact, column: usize, place: &str) -> bool {
    let right = fact
        .table
        .records
        .iter()
        .filter_map(|record| record.cells.get(column))
        .flatten();
    // The place of another edition is compared, whatever else it stands for (`Washington`).
    let listed = right.clone().any(
        |value| matches!(value, Value::Phrase(phrase) if phrase.spellings.iter().any(|one| one == place)),
    );
    if listed {
        return true;
    }
    let Some(found) = nations::nation(place) else {
        return true;
    };
    if !nations::is_nation_name(place) {
        // `Seoul` as a city is compared; `South Korean` is no place.
        return found.capitals.contains(&place);
    }
    let mut spellings = right.flat_map(|value| match value {
        Value::Phrase(phrase) => phrase.spellings.as_slice(),
        _ => &[],
    });
    spellings.all(|right| {
        nations::nation(right)
            .is_some_and(|nation| !nation.names.contains(&place) || nations::is_nation_name(right))
    })
}

/// Kept beside the reader: which day verbs claim.
pub(super) fn edge_of(lower: &str) -> Option<Edge> {
    const FIRST: &[&str] = &["open", "begin", "start", "kick", "commence"];
    const BEGAN: &[&str] = &["began", "begun", "opening", "beginning", "start"];
    const LAST: &[&str] = &["end", "close", "conclude", "finish", "wrap"];
    let stem = |list: &[&str]| {
        list.iter().any(|verb| {
            lower.strip_prefix(verb).is_some_and(|rest| {
                matches!(
                    rest,
                    "" | "s" | "d" | "ed" | "es" | "ing" | "ped" | "ning" | "ning's"
                )
            })
        })
    };
    if stem(FIRST) || BEGAN.contains(&lower) || lower == "opens" {
        Some(Edge::First)
    } else if stem(LAST) || matches!(lower, "closing" | "concluding" | "conclusion") {
        Some(Edge::Last)
    } else {
        None
    }
}
