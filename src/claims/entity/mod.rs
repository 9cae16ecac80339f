//! How a name is written, how old its bearer is, and when the bearer was born and died.

mod life;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::claims::{Claim, Known, StatedValue, Time, cited, names, time};
use crate::facts::{Column, ColumnType, Days, Kind, Record, Table, Value};
use crate::language::{Amount, Numeral, Reading, Role, tense};
use crate::mentions::Use;
use crate::span::Span;

/// Reads the claims of a sentence about names and ages.
pub fn read(scene: &Scene, known: &Known, claims: &mut Vec<Claim>) {
    for hit in scene.hits.iter() {
        if !hit.is_any(|r#use| matches!(r#use, Use::Name(_) | Use::Reject)) {
            continue;
        }
        for (fact, r#use) in hit.uses.iter() {
            match r#use {
                // The first record is the preferred name, which is always right.
                Use::Name(record)
                    if known.facts[fact].table.records[record].during
                        == crate::facts::Period::ALWAYS => {}
                // `the Bombay High Court` is still called so.
                Use::Name(_)
                    if cited::is_renamed(scene, hit.span)
                        || cited::is_in_name_of_thing(scene, hit.span) => {}
                Use::Name(_) | Use::Reject => claims.extend(written(scene, known, fact, hit.span)),
                _ => continue,
            }
            if matches!(r#use, Use::Name(_)) {
                claims.extend(age(scene, known, fact, hit.span));
                claims.extend(life::read(scene, known, fact, hit.span));
            }
        }
    }
    let first = scene
        .missed
        .partition_point(|missed| missed.span.start < scene.span.start);
    for missed in scene.missed[first..]
        .iter()
        .take_while(|missed| missed.span.end <= scene.span.end)
    {
        claims.extend(written(scene, known, missed.fact, missed.span));
    }
}

/// The claim that a name is written so. Of its right spellings the preferred one, the first, is expected. None where the
/// sentence only cites the name, or has it inside a longer one.
fn written(scene: &Scene, known: &Known, fact: usize, span: Span) -> Option<Claim> {
    if cited::is_part_of_longer(scene, span) || cited::is_cited(scene, span) {
        return None;
    }
    let value = StatedValue::Written(scene.slice(span).to_string());
    let mut claim = Claim::new(fact, scene.index, time::of(scene, span, &[])).with(0, span, value);
    claim.meant = Some((0..known.facts[fact].table.records.len()).collect());
    Some(claim)
}

/// `NAME, 61,` and `61-year-old NAME`.
fn age(scene: &Scene, known: &Known, fact: usize, name: Span) -> Option<Claim> {
    let Kind::Entity(entity) = &known.facts[fact].kind else {
        return None;
    };
    let born = entity.born?;
    let date = scene.page.date()?;
    let ages = ages(born, entity.died, date)?;
    let stated = match is_owner(scene, name) {
        true => return None,
        false => behind(scene, name).or_else(|| before(scene, name))?,
    };
    // `In 1905 NAME, 26, …`: the age of that time is right.
    let updated = scene.page.period().filter(|days| days.from != days.until);
    let times = time::of(scene, name, &[]).own.into_iter().chain(updated);
    let then = times.into_iter().any(|time| {
        let at = |day: Date| self::ages(born, entity.died, day);
        let ages = (time.from.and_then(at), time.until.and_then(at));
        matches!(ages, (Some((from, _)), Some((_, until))) if (from..=until).contains(&written_years(&stated)))
    });
    if then {
        return None;
    }
    let column = Column {
        name: "age".into(),
        ty: ColumnType::Number,
    };
    let right = |age: i16| Value::Amount {
        number: Decimal::from(age),
        unit: None,
    };
    // Of a birth that is known by its year two ages are right; late in the year the greater is likelier.
    let mut right: Vec<Value> = (ages.0..=ages.1).map(right).collect();
    if date.month() > 6 {
        right.reverse();
    }
    let mut claim = Claim::new(fact, scene.index, Time::default()).with(
        0,
        stated.number.span,
        StatedValue::Amount(stated),
    );
    claim.table = Some(Table {
        columns: vec![column],
        key: None,
        records: vec![Record {
            cells: vec![right],
            ..Record::default()
        }],
    });
    Some(claim)
}

/// Whether the name only says whose somebody is: the age of `a supporter of NAME, 25,` is the supporter's.
fn is_owner(scene: &Scene, name: Span) -> bool {
    let first = scene.word_from(name.start);
    let lead = (0..first)
        .rev()
        .find(|index| !names::is_honorific(scene.lower(*index)));
    let noun = |at: usize| {
        at > 0 && !scene.words[at - 1].capital && scene.words[at - 1].kind == WordKind::Word
    };
    lead.is_some_and(|at| {
        scene.lower(at) == "of" && noun(at) && PEOPLE.contains(&scene.lower(at - 1))
    })
}

/// Nouns of people who are somebody's.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "supporter", "supporters", "son", "daughter", "wife", "husband", "widow", "widower", "brother", "sister", "father", "mother", "aide",
    "friend", "fan", "fans", "critic", "colleague", "partner", "student", "pupil", "rival", "opponent", "follower", "neighbor",
    "neighbour", "nephew", "niece", "cousin", "uncle", "aunt", "grandson", "granddaughter", "child", "victim", "admirer", "biographer",
    "assistant", "secretary", "bodyguard", "driver", "lawyer", "client", "patient", "impersonator", "namesake", "relative", "ally",
];

/// `NAME, 61,` · `NAME (61)` · `NAME, aged 61,`
fn behind(scene: &Scene, name: Span) -> Option<Amount> {
    let mut index = scene.word_from(name.end);
    let opened = ["(", ","].iter().find(|sign| scene.is_sign(index, sign))?;
    index += 1;
    index += usize::from(matches!(scene.lower(index), "aged" | "age"));
    let word = scene
        .words
        .get(index)
        .filter(|word| word.kind == WordKind::Number)?;
    let closes: &[&str] = if *opened == "(" {
        &[")"]
    } else {
        &[",", ".", ";", ")", "—"]
    };
    let closed =
        closes.iter().any(|sign| scene.is_sign(index + 1, sign)) || index + 1 == scene.words.len();
    plain_age(scene, word.span).filter(|_| closed)
}

/// `61-year-old NAME`, with up to four words between.
fn before(scene: &Scene, name: Span) -> Option<Amount> {
    let last = scene.word_from(name.start);
    for index in (last.saturating_sub(5)..last).rev() {
        let word = scene.words[index];
        // `the 16-year-old's aunt NAME` is another person.
        if matches!(word.kind, WordKind::Sign | WordKind::Possessive) {
            return None;
        }
        // `a 25-year-old supporter of NAME`, `a 25-year-old who met NAME`
        if !scene.lower(index).ends_with("-year-old") && is_apart(scene, index) {
            return None;
        }
        if scene.lower(index).ends_with("-year-old") {
            let mention = scene
                .values()
                .iter()
                .find(|mention| word.span.contains(mention.span))?;
            return match &mention.reading {
                Reading::Amount(amount) => Some(Amount {
                    unit: None,
                    ..amount.clone()
                }),
                _ => None,
            };
        }
    }
    None
}

/// Whether a word between an age and a name gives the age to somebody else.
fn is_apart(scene: &Scene, index: usize) -> bool {
    #[rustfmt::skip]
    const APART: &[&str] = &[
        "of", "for", "by", "with", "from", "to", "in", "at", "on", "against", "under", "over", "near", "about", "behind", "beside",
        "like", "than", "who", "whom", "whose", "that", "which", "and", "or", "as", "was", "is", "had", "has", "said", "named",
    ];
    let lower = scene.lower(index);
    let verb = tense::is_past_form(scene.word(index)) && !ADJECTIVES.contains(&lower);
    verb || APART.contains(&lower)
}

/// Past forms that describe the bearer of a name: `the 61-year-old retired general NAME`.
const ADJECTIVES: &[&str] = &[
    "retired",
    "renowned",
    "celebrated",
    "disgraced",
    "jailed",
    "convicted",
    "indicted",
    "decorated",
    "accused",
    "born",
    "elected",
    "appointed",
    "beloved",
    "embattled",
    "ousted",
    "exiled",
    "self-made",
    "awarded",
    "acclaimed",
    "noted",
];

fn plain_age(scene: &Scene, span: Span) -> Option<Amount> {
    let years: u8 = scene.slice(span).parse().ok()?;
    let number = Numeral {
        span,
        value: Decimal::from(years),
        step: None,
        spelt: false,
    };
    (years <= 120).then_some(Amount {
        number,
        upper: None,
        unit: None,
        hedge: None,
        role: Role::Value,
        parts: Vec::new(),
    })
}

/// The age that is stated; `-1` for none.
fn written_years(stated: &Amount) -> i16 {
    i16::try_from(stated.number.value).unwrap_or(-1)
}

/// The least and the greatest age on a day, or at death: of a birth that is known by its year they differ.
fn ages(born: Days, died: Option<Days>, date: Date) -> Option<(i16, i16)> {
    let at = |day: Date| died.map_or(date, |died| day.min(date).max(died.first.min(date)));
    let last = died.map_or(date, |died| died.last);
    let first = died.map_or(date, |died| died.first);
    Some((years(born.last, at(first))?, years(born.first, at(last))?))
}

/// Whole years from a birth to a day.
fn years(born: Date, date: Date) -> Option<i16> {
    let had_birthday = (date.month(), date.day()) >= (born.month(), born.day());
    let years = date.year() - born.year() - i16::from(!had_birthday);
    (years >= 0).then_some(years)
}
