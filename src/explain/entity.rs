//! How a name is told.

use jiff::civil::Date;

use super::example::Draft;
use super::words::{bounds, day, quote, quoted};
use super::{Form, Teller, name_of};
use crate::facts::{Days, Entity, Fact, Kind, Period, Record};

pub(super) const TELLER: Teller = Teller {
    says,
    label: |_, record| name_of(record).unwrap_or_default().to_string(),
    forms,
    drafts,
};

fn entity(fact: &Fact) -> Option<&Entity> {
    match &fact.kind {
        Kind::Entity(entity) => Some(entity),
        _ => None,
    }
}

/// The accepted names that hold always, and those that hold for a time.
fn accepted(fact: &Fact) -> (Vec<&str>, Vec<(&str, Period)>) {
    let (mut always, mut timed) = (Vec::new(), Vec::new());
    for record in fact.table.records.iter().skip(1) {
        match name_of(record) {
            Some(name) if record.during == Period::ALWAYS => always.push(name),
            Some(name) => timed.push((name, record.during)),
            None => {}
        }
    }
    (always, timed)
}

fn says(fact: &Fact, date: Date) -> String {
    let Some(entity) = entity(fact) else {
        return String::new();
    };
    let mut says = format!("The name is written {}", quote(&entity.name));
    let (always, timed) = accepted(fact);
    match always.as_slice() {
        [] => says.push('.'),
        [one] => says += &format!("; {} is right too.", quote(one)),
        many => says += &format!("; {} are right too.", quoted(many, "and")),
    }
    for (name, during) in timed {
        let (is, when) = match (during.holds(date), during.from) {
            (true, _) => ("is right too,", bounds(&during, date)),
            (false, Some(from)) if from > date => ("will be right", bounds(&during, date)),
            _ => ("was right", bounds(&during, date)),
        };
        says += &format!(" {} {is} {when}.", quote(name));
    }
    match (entity.born, entity.died) {
        (Some(born), None) => says += &format!(" Born {}{}.", when(born), age(born, date)),
        (Some(born), Some(died)) if born.is_day() && died.is_day() => {
            let age = years(born.first, died.first);
            says += &format!(" Born {}, died {} at {age}.", when(born), when(died));
        }
        (Some(born), Some(died)) => {
            says += &format!(" Born {}, died {}.", when(born), when(died));
        }
        (None, Some(died)) => says += &format!(" Died {}.", when(died)),
        (None, None) => {}
    }
    says
}

/// `on 29 April 1961`, `in April 1961`, `in 1961`
fn when(days: Days) -> String {
    let (first, last) = (days.first, days.last);
    match first.month() == last.month() {
        _ if days.is_day() => format!("on {}", day(first)),
        true => format!("in {}", first.strftime("%B %Y")),
        false => format!("in {}", first.year()),
    }
}

fn age(born: Days, date: Date) -> String {
    if !born.is_day() || born.first > date {
        return String::new();
    }
    let years = years(born.first, date);
    format!(", and so {years} years old on {}", day(date))
}

/// The full years from one day to another.
fn years(born: Date, on: Date) -> i16 {
    let before = (on.month(), on.day()) < (born.month(), born.day());
    on.year() - born.year() - i16::from(before)
}

fn forms(fact: &Fact) -> Vec<Form> {
    let Some(entity) = entity(fact) else {
        return Vec::new();
    };
    let (always, timed) = accepted(fact);
    let right = always.into_iter().map(str::to_string);
    let timed = timed.into_iter().map(|(name, during)| {
        let until = during.until.map(|until| format!(" until {}", day(until)));
        let from = during.from.map(|from| format!(" from {}", day(from)));
        format!(
            "{name} ({})",
            [from, until]
                .into_iter()
                .flatten()
                .collect::<String>()
                .trim()
        )
    });
    let near = if entity.near {
        "a slip of the keyboard, another romanisation, wrong hyphens, accents or capitals"
    } else {
        "are not reported"
    };
    vec![
        Form::new("preferred", [entity.name.clone()]),
        Form::new("also right", right.chain(timed)),
        Form::new("known wrong", entity.reject.iter().cloned()),
        Form::new("other names", entity.unlike.iter().cloned()),
        Form::new("near misses", [near.to_string()]),
    ]
}

fn drafts(fact: &Fact, date: Date) -> Vec<Draft> {
    let Some(entity) = entity(fact) else {
        return Vec::new();
    };
    let mut drafts = Vec::new();
    let frame = "The report mentions {}.";
    let (always, bounded) = accepted(fact);
    // A second right spelling says more than the first.
    let latin = |name: &&&str| name.chars().any(|c| c.is_ascii_alphabetic());
    let also = always
        .iter()
        .find(latin)
        .map_or(&*entity.name, |name| *name);
    let mut add = |date: Date, wrong: &str| {
        for right in [also, &entity.name] {
            drafts.push(Draft::new(date, frame, wrong, right));
        }
    };
    for wrong in &entity.reject {
        add(date, wrong);
    }
    let timed = |record: &Record| Some((name_of(record)?.to_string(), record.during));
    for (name, during) in &bounded {
        match (during.until, during.from) {
            (Some(until), _) => add(date.max(until.tomorrow().unwrap_or(until)), name),
            (None, Some(from)) => add(date.min(from.yesterday().unwrap_or(from)), name),
            (None, None) => {}
        }
    }
    if entity.near {
        let names = fact.table.records.iter().filter_map(timed);
        let always = names.filter(|(_, during)| *during == Period::ALWAYS);
        let right: Vec<String> = always.map(|(name, _)| name).collect();
        for wrong in misspelt(&entity.name) {
            if !right.contains(&wrong) {
                add(date, &wrong);
            }
        }
        for name in &right {
            for wrong in misspelt(name).into_iter().take(12) {
                if !right.contains(&wrong) {
                    drafts.push(Draft::new(date, frame, &wrong, name));
                }
            }
        }
    }
    if let Some(born) = entity.born.filter(|born| born.last < date) {
        let on = entity.died.map_or(date, |died| died.last.min(date));
        let age = years(born.first, on);
        let frame = format!("The report mentions {}, {{}}, by name.", entity.name);
        for wrong in [age - 3, age + 3, age + 10] {
            let (wrong, age) = (wrong.to_string(), age.to_string());
            drafts.push(Draft::new(date, &frame, &wrong, &age));
        }
    }
    drafts
}

/// Slips of the keyboard, in the last word first: a vowel and its neighbour swapped, a letter left out, one doubled,
/// and then any two swapped. The first letter of a word is left as it is: nobody overlooks that.
fn misspelt(name: &str) -> Vec<String> {
    let signs: Vec<char> = name.chars().collect();
    let inner = |at: usize| {
        let letter = |at: usize| signs.get(at).is_some_and(|c| c.is_lowercase());
        letter(at) && at > 0 && signs.get(at - 1).is_some_and(|c| c.is_alphabetic())
    };
    let vowel = |at: usize| signs.get(at).is_some_and(|c| "aeiouy".contains(*c));
    let ends = |at: usize| !signs.get(at + 1).is_some_and(|c| c.is_alphabetic());
    let swaps = |at: usize| inner(at) && inner(at + 1) && signs.get(at) != signs.get(at + 1);
    let changed = |change: &dyn Fn(&mut Vec<char>)| {
        let mut signs = signs.clone();
        change(&mut signs);
        signs.into_iter().collect::<String>()
    };
    let places = (0..signs.len()).rev().filter(|at| inner(*at));
    // Of a name as long as a novel its end will do.
    let places: Vec<usize> = places.take(40).collect();
    let swap = |at: usize| changed(&|signs| signs.swap(at, at + 1));
    let natural = |at: usize| swaps(at) && vowel(at) != vowel(at + 1) && !ends(at + 1);
    let mut slips = Vec::new();
    slips.extend(places.iter().filter(|at| natural(**at)).map(|at| swap(*at)));
    let middle = places.iter().filter(|at| !ends(**at));
    slips.extend(middle.map(|at| {
        changed(&|signs| {
            signs.remove(*at);
        })
    }));
    let doubled = places.iter();
    slips.extend(doubled.map(|at| changed(&|signs| signs.insert(*at, signs[*at]))));
    slips.extend(places.iter().filter(|at| swaps(**at)).map(|at| swap(*at)));
    slips.retain(|slip| slip != name);
    slips.truncate(60);
    slips
}

/// Whether nothing of it can ever be reported: it is there for other facts to refer to.
pub(super) fn is_silent(fact: &Fact) -> bool {
    entity(fact).is_some_and(|entity| {
        let (_, timed) = accepted(fact);
        !entity.near && entity.reject.is_empty() && entity.born.is_none() && timed.is_empty()
    })
}
