//! Puts other names beside the titles of offices, and counts what is reported.

use factlint::article::Article;
use factlint::facts::{Fact, Kind, Record, Value};
use factlint::linter::Linter;
use factlint::mentions::{Hit, Phrases, Use};
use factlint::span::Span;
use factlint::text::Text;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::slips::{Dice, slip};

/// Words before an office that make it another claim.
const OTHER: &str =
    "former then ex late acting deputy vice interim elect incoming outgoing assistant";

/// What one mention came to.
#[derive(Clone, Copy, Default)]
struct Outcome {
    /// Its nation or body stands beside the title.
    named: bool,
    /// Reported as it stands.
    alarm: bool,
    /// Reported with another holder's name; None where there is no other.
    swapped: Option<bool>,
    /// Reported with a misspelt name.
    misspelt: Option<bool>,
}

/// A title with its holder on the article's date.
struct Mention {
    fact: usize,
    /// The bytes of the source from the first to the last of title and name.
    whole: Span,
    /// The name alone.
    name: Span,
    named: bool,
}

/// A person who holds an office on a day.
struct Holder<'f> {
    fact: usize,
    record: &'f Record,
    name: &'f str,
}

/// Prints how many mentions are reported as they stand, with another holder's name, and misspelt.
pub fn measure(facts: &[Fact], linter: &Linter, articles: &[Article], list: bool) {
    let phrases = Phrases::new(facts);
    let holders = holders(facts);
    let outcomes: Vec<Outcome> = articles
        .par_iter()
        .enumerate()
        .flat_map_iter(|(number, article)| {
            let mut dice = Dice(number as u64 * 0x9E37_79B9 + 1);
            let (linter, holders) = (linter, &holders);
            let found = article
                .date
                .map(|today| mentions(facts, &phrases, article, today));
            let tried = found.unwrap_or_default().into_iter().map(move |mention| {
                attempt(facts, linter, holders, article, &mention, &mut dice, list)
            });
            tried.collect::<Vec<_>>()
        })
        .collect();
    println!();
    for (label, named) in [("with the nation or body", true), ("without it", false)] {
        let some: Vec<&Outcome> = outcomes.iter().filter(|one| one.named == named).collect();
        let alarms = some.iter().filter(|one| one.alarm).count();
        println!(
            "holders beside their title, {label}: {}, reported {}",
            some.len(),
            share(alarms, some.len())
        );
        for (what, tried) in [
            (
                "another holder's name",
                some.iter()
                    .filter_map(|one| one.swapped)
                    .collect::<Vec<_>>(),
            ),
            (
                "a misspelt name",
                some.iter().filter_map(|one| one.misspelt).collect(),
            ),
        ] {
            let reported = tried.iter().filter(|one| **one).count();
            println!(
                "  {what}: {}, reported {}",
                tried.len(),
                share(reported, tried.len())
            );
        }
    }
}

fn share(part: usize, whole: usize) -> String {
    format!(
        "{part} ({:.1} %)",
        100.0 * part as f64 / whole.max(1) as f64
    )
}

/// Every record of every office with its preferred name.
fn holders(facts: &[Fact]) -> Vec<Holder<'_>> {
    let records = facts.iter().enumerate().flat_map(|(fact, entry)| {
        let records: &[Record] = match entry.kind {
            Kind::Office(_) => &entry.table.records,
            _ => &[],
        };
        records.iter().map(move |record| (fact, record))
    });
    records
        .filter_map(|(fact, record)| match record.cells.first()?.first()? {
            Value::Phrase(phrase) => Some(Holder {
                fact,
                record,
                name: &phrase.preferred,
            }),
            _ => None,
        })
        .collect()
}

/// The titles with a full name of who holds them that day: `OF TITLE NAME`, `NAME, OF TITLE`.
fn mentions(facts: &[Fact], phrases: &Phrases, article: &Article, today: Date) -> Vec<Mention> {
    let text = Text::new(article);
    let norm = text.as_str();
    let hits = phrases.find(&text);
    let between = |a: &Hit, b: &Hit| norm.get(a.span.end..b.span.start);
    let holds = |hit: &Hit, fact: usize| {
        let records = &facts[fact].table.records;
        norm[hit.span.range()].contains(' ')
            && hit.uses.iter().any(|(of, r#use)| {
                matches!(r#use, Use::Holder(record)
                    if of == fact && records.get(record).is_some_and(|record| record.during.holds(today)))
            })
    };
    let mut found = Vec::new();
    for (index, title) in hits.iter().enumerate() {
        let (before, after) = (&hits[..index], &hits[index + 1..]);
        let previous = || before.iter().rev().take(4);
        let next = || after.iter().take(4);
        for fact in title.facts(|r#use| r#use == Use::Title) {
            let body = previous().find(|hit| {
                hit.is(fact, Use::Of) && matches!(between(hit, title), Some(" " | "'s " | "' "))
            });
            let behind = next().find(|hit| {
                hit.is(fact, Use::Of) && matches!(between(title, hit), Some(" of " | " of the "))
            });
            let end = behind.unwrap_or(title);
            let start = body.unwrap_or(title);
            let name = next()
                .find(|hit| holds(hit, fact) && matches!(between(end, hit), Some(" " | ", ")))
                .or_else(|| {
                    previous().find(|hit| {
                        holds(hit, fact)
                            && (body.is_some() || behind.is_some())
                            && matches!(between(hit, start), Some(", " | ", the "))
                    })
                });
            let Some(name) = name else { continue };
            let complete =
                matches!(&facts[fact].kind, Kind::Office(office) if office.of.is_empty());
            let first = start.span.start.min(name.span.start);
            let last = norm[..first]
                .rsplit([' ', '\n', '-'])
                .find(|word| !word.is_empty());
            if last.is_some_and(|word| {
                OTHER
                    .split(' ')
                    .any(|other| word.eq_ignore_ascii_case(other))
            }) {
                continue;
            }
            let whole = text.place(start.span.to(title.span).to(name.span));
            let name = text.place(name.span);
            if whole.part == name.part {
                found.push(Mention {
                    fact,
                    whole: whole.span,
                    name: name.span,
                    named: complete || body.is_some() || behind.is_some(),
                });
                break;
            }
        }
    }
    found.dedup_by_key(|mention| mention.name.start);
    found
}

/// Tries a mention as it stands, with another holder's name, and misspelt.
fn attempt(
    facts: &[Fact],
    linter: &Linter,
    holders: &[Holder<'_>],
    article: &Article,
    mention: &Mention,
    dice: &mut Dice,
    list: bool,
) -> Outcome {
    let Some(today) = article.date else {
        return Outcome::default();
    };
    let source = article.parts.first().map_or("", |part| &part.source);
    let right = mention.name.of(source);
    let reported = |name: &str| {
        let mut changed = source.to_string();
        changed.replace_range(mention.name.range(), name);
        let article = Article::from_bytes(article.name.clone(), changed.as_bytes(), None)
            .ok()?
            .with_date(today);
        let end = mention.whole.end + name.len() - right.len().min(mention.whole.end + name.len());
        let whole = Span::new(mention.whole.start, end.max(mention.whole.start + 1));
        let findings = linter.check(&article);
        Some(
            findings
                .iter()
                .any(|finding| finding.at.source.overlaps(whole)),
        )
    };
    let alarm = reported(right).unwrap_or_default();
    let other = other(facts, holders, mention.fact, today, dice);
    let misspelt = slip(right, dice);
    let swapped = other.and_then(&reported);
    let slipped = (misspelt != right).then(|| reported(&misspelt)).flatten();
    if list {
        let around = |what: &str, name: &str| {
            let from = source[..mention.whole.start]
                .rfind('\n')
                .map_or(0, |at| at + 1);
            let to = source[mention.whole.end..]
                .find('\n')
                .map_or(source.len(), |at| mention.whole.end + at);
            println!("{what} {name}: {}: {}", article.name, &source[from..to]);
        };
        if alarm {
            around("ALARM", right);
        }
        if swapped == Some(false) {
            around(
                if mention.named {
                    "MISSED"
                } else {
                    "MISSED (bare)"
                },
                other.unwrap_or_default(),
            );
        }
        if slipped == Some(false) {
            around("MISSED SLIP", &misspelt);
        }
    }
    Outcome {
        named: mention.named,
        alarm,
        swapped,
        misspelt: slipped,
    }
}

/// Someone who holds another office that day, or held this one before, and holds none with such a title now.
fn other<'f>(
    facts: &[Fact],
    holders: &[Holder<'f>],
    fact: usize,
    today: Date,
    dice: &mut Dice,
) -> Option<&'f str> {
    let titles = |fact: usize| match &facts[fact].kind {
        Kind::Office(office) => office.titles.as_slice(),
        _ => &[],
    };
    let alike = |other: usize| {
        titles(other)
            .iter()
            .any(|title| titles(fact).contains(title))
    };
    for _ in 0..200 {
        let one = holders.get(dice.below(holders.len()))?;
        let now = one.record.during.holds(today);
        let before = one.fact == fact && one.record.during.until.is_some_and(|until| until < today);
        let may_be_right = holders.iter().any(|holder| {
            holder.name == one.name && alike(holder.fact) && holder.record.during.holds(today)
        });
        if (now || before) && !may_be_right {
            return Some(one.name);
        }
    }
    None
}
