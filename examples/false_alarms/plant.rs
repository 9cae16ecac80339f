//! Plants an error in each article where a check could find one, and counts how many are reported.

use std::collections::{BTreeMap, HashMap};

use factlint::article::{Article, Format};
use factlint::language::dates::{DateRole, Form, Preposition, weekday_like};
use factlint::language::{DateExpr, Mention, Reading, Tense, read};
use factlint::linter::Linter;
use factlint::span::Span;
use factlint::text::Text;
use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::slips::{Dice, slip};

/// An error to plant: bytes of the source and what to write in their place.
struct Plant {
    check: &'static str,
    at: Span,
    text: String,
}

/// What became of an error.
struct Outcome {
    check: &'static str,
    found: bool,
    shown: String,
}

/// Prints how many errors of each check are reported, and with `list` those that are not.
pub fn measure(linter: &Linter, articles: &[Article], list: bool) {
    let outcomes: Vec<Outcome> = articles
        .par_iter()
        .enumerate()
        .flat_map_iter(|(number, article)| outcomes(linter, number, article))
        .collect();
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for outcome in &outcomes {
        let (planted, found) = counts.entry(outcome.check).or_default();
        *planted += 1;
        *found += usize::from(outcome.found);
        if list {
            let verdict = if outcome.found { "FOUND" } else { "MISSED" };
            println!("{verdict} {}: {}", outcome.check, outcome.shown);
        }
    }
    println!(
        "\n{:30} {:>8} {:>9} {:>7}",
        "planted", "errors", "reported", "recall"
    );
    for (check, (planted, found)) in counts {
        let share = found as f64 / planted.max(1) as f64;
        println!("{check:30} {planted:8} {found:9} {share:7.3}");
    }
}

/// The body of a dated article with one error of each kind for which it has a place.
fn outcomes(linter: &Linter, number: usize, article: &Article) -> Vec<Outcome> {
    let Some(today) = article.date else {
        return Vec::new();
    };
    let Some(body) = article.parts.iter().max_by_key(|part| part.source.len()) else {
        return Vec::new();
    };
    let mut dice = Dice(number as u64 * 0x9E37_79B9 + 1);
    let read = |source: &str| {
        let article = Article::from_text("a.txt", source, Format::PLAIN);
        article.ok().map(|article| article.with_date(today))
    };
    let Some(plain) = read(&body.source) else {
        return Vec::new();
    };
    let before = linter.check(&plain);
    let plants = plants(&plain, today, &mut dice);
    let try_one = |plant: Plant| {
        let mut source = body.source.clone();
        let old = source.get(plant.at.range())?.to_string();
        source.replace_range(plant.at.range(), &plant.text);
        let id = format!("check:{}", plant.check);
        let changed = read(&source)?;
        let count = |findings: &[factlint::finding::Finding]| {
            findings
                .iter()
                .filter(|finding| *finding.fact == id)
                .count()
        };
        let from = source.get(..plant.at.start)?.char_indices().rev().nth(100);
        let until = source.get(plant.at.start + plant.text.len()..)?;
        let after: String = until.chars().take(100).collect();
        let lead = &source[from.map_or(0, |(at, _)| at)..plant.at.start];
        Some(Outcome {
            check: plant.check,
            found: count(&linter.check(&changed)) > count(&before),
            shown: format!("{lead}[[{old} > {}]]{after}", plant.text).replace('\n', " "),
        })
    };
    plants.into_iter().filter_map(try_one).collect()
}

/// One place for each check, chosen by the dice.
fn plants(article: &Article, today: Date, dice: &mut Dice) -> Vec<Plant> {
    let text = Text::new(article);
    let mut all: BTreeMap<&str, Vec<Plant>> = BTreeMap::new();
    let mut figures: HashMap<String, (usize, Span)> = HashMap::new();
    for (number, sentence) in text.sentences().iter().enumerate() {
        for mention in read(text.as_str(), sentence.span) {
            let plant = match &mention.reading {
                Reading::Date(expr) => date_error(&text, &mention, expr, today, dice),
                Reading::Amount(_) => value_error(&text, number, mention.span, &mut figures),
                Reading::Ordinal(_) => None,
            };
            if let Some(mut plant) = plant {
                plant.at = text.place(plant.at).span;
                all.entry(plant.check).or_default().push(plant);
            }
        }
    }
    if let Some(mut plant) = spelling_error(&text, dice) {
        plant.at = text.place(plant.at).span;
        all.entry(plant.check).or_default().push(plant);
    }
    let chosen = all.into_values().map(|mut plants| {
        let one = dice.below(plants.len());
        plants.swap_remove(one)
    });
    chosen.collect()
}

/// A weekday moved by some days, a day after the last of its month, a range turned around, or a past day of which the
/// sentence tells moved behind the article's date.
fn date_error(
    text: &Text,
    mention: &Mention,
    expr: &DateExpr,
    today: Date,
    dice: &mut Dice,
) -> Option<Plant> {
    let norm = text.as_str();
    let words = mention.span.of(norm);
    if let Form::Range(first, last) = &expr.form {
        let (
            Form::Calendar {
                year: Some(first),
                month: None,
                ..
            },
            Form::Calendar {
                year: Some(last),
                month: None,
                ..
            },
        ) = (&**first, &**last)
        else {
            return None;
        };
        let (a, b) = (first.to_string(), last.to_string());
        let plain = first < last && words.matches(&a).count() == 1 && words.ends_with(&b);
        return plain.then(|| Plant {
            check: "reversed-range",
            at: mention.span,
            text: words
                .replacen(&a, "\0", 1)
                .replacen(&b, &a, 1)
                .replacen('\0', &b, 1),
        });
    }
    let Form::Calendar {
        month: Some(month),
        day: Some(day),
        ..
    } = expr.form
    else {
        return None;
    };
    let date = expr.resolve(Some(today), Tense::Unknown, None)?.from?;
    if let Some((place, weekday)) = expr.weekday {
        let moved = date.checked_add((1 + dice.below(6) as i32).days()).ok()?;
        return (date.weekday() == weekday).then(|| Plant {
            check: "weekday",
            at: place,
            text: weekday_like(place.of(norm), moved),
        });
    }
    let back = date.until(today).ok()?.get_days();
    let on = expr.preposition == Some(Preposition::On) && expr.role != DateRole::Adjectival;
    if on && (1..=30).contains(&back) && !text.in_speech(mention.span) && dice.below(2) == 0 {
        let later = today.checked_add((2 + dice.below(5) as i32).days()).ok()?;
        return Some(Plant {
            check: "future-past",
            at: mention.span,
            text: expr.write_like(words, later, later, Some(today)),
        });
    }
    let digits = day.to_string();
    let short = matches!(month, 2 | 4 | 6 | 9 | 11) && words.matches(&digits).count() == 1;
    short.then(|| Plant {
        check: "impossible-date",
        at: mention.span,
        text: words.replacen(&digits, "31", 1),
    })
}

/// The second of two equal numbers of one thing, with two digits that changed places.
fn value_error(
    text: &Text,
    sentence: usize,
    span: Span,
    figures: &mut HashMap<String, (usize, Span)>,
) -> Option<Plant> {
    let norm = text.as_str();
    let words = span.of(norm);
    let digits: Vec<usize> = words
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(at, _)| at)
        .collect();
    if digits.len() < 2 || text.in_speech(span) {
        return None;
    }
    let rest = norm.get(span.end..)?;
    let noun: String = rest
        .trim_start()
        .chars()
        .take_while(|c| c.is_alphabetic())
        .collect();
    let long = noun.len() > 3 && noun.chars().all(char::is_lowercase);
    let key = format!("{words} {noun}");
    if !long {
        return None;
    }
    let (first, _) = *figures.entry(key).or_insert((sentence, span));
    if first == sentence {
        return None;
    }
    let bytes = words.as_bytes();
    let pair = digits
        .windows(2)
        .find(|pair| bytes[pair[0]] != bytes[pair[1]] && bytes[pair[1]] != b'0')?;
    let mut swapped = bytes.to_vec();
    swapped.swap(pair[0], pair[1]);
    Some(Plant {
        check: "two-values",
        at: span,
        text: String::from_utf8(swapped).ok()?,
    })
}

/// A name of two words that is in the text three times, with a slip in the last.
fn spelling_error(text: &Text, dice: &mut Dice) -> Option<Plant> {
    let norm = text.as_str();
    let mut names: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for sentence in text.sentences() {
        let words: Vec<&str> = sentence.span.of(norm).split(' ').collect();
        for pair in words.windows(3) {
            let plain = |word: &str| {
                let mut letters = word.chars();
                letters.next().is_some_and(char::is_uppercase)
                    && word.len() > 3
                    && letters.all(char::is_lowercase)
            };
            // the first word of a sentence has a capital anyway
            if plain(pair[1]) && plain(pair[2]) {
                let start = pair[1].as_ptr() as usize - norm.as_ptr() as usize;
                let span = Span::new(start, start + pair[1].len() + 1 + pair[2].len());
                names.entry(span.of(norm)).or_default().push(span);
            }
        }
    }
    let names: Vec<_> = names
        .into_iter()
        .filter(|(_, places)| places.len() >= 3)
        .collect();
    let (name, places) = names.get(dice.below(names.len()))?;
    let wrong = slip(name, dice);
    (wrong != *name).then_some(Plant {
        check: "two-spellings",
        at: *places.last()?,
        text: wrong,
    })
}
