//! Ordinals that are tied to an event: the number of its edition, or of an anniversary.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::claims::scene::{DateMention, Scene};
use crate::claims::words::WordKind;
use crate::claims::{Claim, Edge, StatedValue};
use crate::facts::{Column, ColumnType, Fact, Period, Record, Table, Value};
use crate::language::Reading;
use crate::language::dates::{Form, Precision};
use crate::span::Span;
use crate::syntax::tags::Relation;

use super::ties::Ties;
use super::tree::Anchor;
use super::words::EDITION;

/// What an ordinal counts.
#[derive(Clone, Copy)]
pub(super) enum Counted {
    /// Editions.
    Edition(Span, u64),
    /// Years since.
    Anniversary(Span, u64),
    /// The occasions of a person or of a time: `his third SCM`, `the first SCM since 2020`.
    Other,
}

/// A spelt-out ordinal up to here may count something else than editions.
const SMALL: u64 = 12;

/// The ordinal of an event with this noun phrase and name.
pub(super) fn read(scene: &Scene, fact: &Fact, ties: &Ties, name: Span) -> Option<Counted> {
    let noun_phrase = &ties.noun_phrase;
    let word = |index: usize| scene.words[index.min(scene.words.len() - 1)].span;
    let near = Span::new(
        word(noun_phrase.start.saturating_sub(4)).start,
        word(noun_phrase.end + 10).end,
    );
    let first = scene
        .values()
        .partition_point(|mention| mention.span.start < near.start);
    let ordinals = scene.values()[first..]
        .iter()
        .take_while(|mention| mention.span.start < near.end)
        .filter_map(|mention| match mention.reading {
            Reading::Ordinal(number) => Some((mention.span, number)),
            _ => None,
        });
    let name_words = scene.word_range(name);
    let is_noun = |index: usize| EDITION.contains(&scene.lower(index).trim_end_matches('s'));
    for (span, number) in ordinals {
        let words = scene.word_range(span);
        if words.end <= name_words.start {
            // `57th annual SCM`, `the 57th edition of the SCM`
            if noun_phrase.start <= words.start {
                return Some(
                    match counts_editions(scene, fact, &words, &name_words, number) {
                        true => Counted::Edition(span, number),
                        false => Counted::Other,
                    },
                );
            }
            // `the 72nd anniversary of EVENT`
            let of = words.end + 1;
            let direct =
                scene.lower(of) == "of" && noun_phrase.start <= of + 2 && of < noun_phrase.end;
            if direct && scene.lower(words.end) == "anniversary" {
                return Some(Counted::Anniversary(span, number));
            }
        } else if words.start >= name_words.end {
            // `the SCM's 72nd anniversary`
            let possessive = scene.words[name_words.end].kind == WordKind::Possessive;
            if possessive
                && words.start == name_words.end + 1
                && scene.lower(words.end) == "anniversary"
            {
                return Some(Counted::Anniversary(span, number));
            }
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
                && counts_editions(scene, fact, &words, &name_words, number)
            {
                return Some(Counted::Edition(span, number));
            }
        }
    }
    // `the festival's 74th edition`, `It will be the 77th`
    let tree = ties.anchor.and(scene.tree())?;
    let (span, number) = super::mentions::ordinal(scene, tree, ties.anchor?)?;
    let listed = is_listed(fact, number);
    let said = listed || number > SMALL;
    said.then_some(Counted::Edition(span, number))
}

/// Whether an edition has this number.
fn is_listed(fact: &Fact, number: u64) -> bool {
    let mut cells = fact
        .table
        .records
        .iter()
        .flat_map(|record| record.cells.iter().flatten());
    cells.any(|value| *value == Value::Ordinal(number))
}

/// Whether an ordinal counts the editions from the first: not `his third SCM`, `the first SCM since 2020`.
fn counts_editions(
    scene: &Scene,
    fact: &Fact,
    ordinal: &Range<usize>,
    name: &Range<usize>,
    number: u64,
) -> bool {
    let numbers = || {
        let cells = fact
            .table
            .records
            .iter()
            .flat_map(|record| record.cells.iter());
        cells.flatten().filter_map(|value| match value {
            Value::Ordinal(number) => Some(*number),
            _ => None,
        })
    };
    if numbers().any(|listed| listed == number) {
        return true;
    }
    let before = scene.lower(ordinal.start.wrapping_sub(1));
    let spelt = scene.words[ordinal.start].kind == WordKind::Word;
    let personal = matches!(before, "his" | "her" | "my" | "our" | "your");
    let far = numbers()
        .min()
        .is_some_and(|least| number.saturating_add(SMALL) < least);
    let of_a_time = matches!(
        scene.lower(name.end),
        "since" | "under" | "in" | "to" | "with" | "for" | "after" | "between" | "of" | "without"
    );
    !(personal || spelt && number <= SMALL && (far || of_a_time))
}

/// The claim about the anniversary that falls in the article's year.
pub(super) fn anniversary(
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
    let day = record
        .cells
        .iter()
        .flatten()
        .find_map(|value| match value {
            Value::Days(first, _) | Value::Within(first, _) => Some(*first),
            _ => None,
        })?;
    let right = u64::try_from(year - day.year()).ok()?;
    let exact = record
        .cells
        .iter()
        .flatten()
        .any(|value| matches!(value, Value::Days(..)));
    let on = exact.then(|| day_of(scene, span, day)).flatten();
    claim.table = Some(Table {
        columns: vec![
            Column {
                name: "anniversary".into(),
                ty: ColumnType::Ordinal,
            },
            Column {
                name: "on".into(),
                ty: ColumnType::Date,
            },
        ],
        key: None,
        records: vec![Record {
            cells: vec![
                vec![Value::Ordinal(right)],
                on.iter().map(|(_, right, _)| right.clone()).collect(),
            ],
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
    if remote {
        return None;
    }
    claim = claim
        .with(0, span, StatedValue::Ordinal(number))
        .shown("anniversary", 100, span);
    Some(match on {
        Some((place, _, days)) => {
            claim
                .with(1, place, days)
                .shown("day of the anniversary", 100, place)
        }
        None => claim,
    })
}

/// The day that the sentence gives an anniversary, and the right one of that year: `Saturday was the first anniversary`,
/// `The first anniversary falls on Dec. 25`.
fn day_of(scene: &Scene, ordinal: Span, first: Date) -> Option<(Span, Value, StatedValue)> {
    let tree = scene.tree()?;
    let word = scene.words.get(scene.word_from(ordinal.end))?;
    let noun = tree.token_at(word.span)?;
    let anchor = Anchor::at(tree, noun);
    let is_its = |date: &&DateMention| {
        let Some(day) = tree.head_of(date.span) else {
            return false;
        };
        let apposed = |one: usize, other: usize| {
            tree.relation(one) == Relation::Appos && tree.head(one) == Some(other)
        };
        let verb = tree
            .head(day)
            .filter(|verb| tree.relation(day) == Relation::Nsubj && tree.lemma(*verb) == "be");
        let said = verb.is_some_and(|verb| tree.child(verb, Relation::Attr) == Some(noun));
        apposed(day, noun) || apposed(noun, day) || said || anchor.date(scene, date.span).is_some()
    };
    let date = scene.dates.iter().find(is_its)?;
    let days = date
        .days
        .filter(|_| date.expr.precision() == Precision::Day)?;
    let right = |days: &Period| Date::new(days.from?.year(), first.month(), first.day()).ok();
    // `is on Sunday`, read on a Sunday, is that day or the next
    let weekday = matches!(date.expr.form, Form::Weekday(_, None));
    let either = [0_i64, 7, -7].into_iter().filter_map(|off| {
        let day = days.from?.checked_add(off.days()).ok()?;
        Some(Period::day(day))
    });
    let fits =
        |days: &Period| weekday && right(days).is_some_and(|right| *days == Period::day(right));
    let days = either.into_iter().find(fits).unwrap_or(days);
    let right = right(&days)?;
    let stated = StatedValue::Days {
        days,
        edge: Edge::Any,
        expr: date.expr.clone(),
    };
    Some((date.span, Value::Days(right, right), stated))
}
