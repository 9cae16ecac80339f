//! Facts about the made-up people, towns and companies, and what news says of them.
//!
//! Of five facts in a row three are people, one is an office and one a figure.

use std::fmt::Write as _;

use super::dice::Dice;
use super::names::{company, person, place};

const TITLES: &[&str] = &[
    "Mayor",
    "Harbor Master",
    "Police Chief",
    "Fire Commissioner",
    "Treasurer",
    "Schools Superintendent",
];
const UNITS: &[&str] = &[
    "workers",
    "staff",
    "drivers",
    "students",
    "nurses",
    "members",
    "engineers",
    "trainees",
];

/// A fact, by its number.
enum Fact {
    Person,
    Office,
    Figure,
}

fn kind(number: usize) -> Fact {
    match number % 5 {
        0..3 => Fact::Person,
        3 => Fact::Office,
        _ => Fact::Figure,
    }
}

fn title(office: usize) -> &'static str {
    TITLES[office / 5 % TITLES.len()]
}

/// Who holds an office now, and who held it before: both are people of which there are facts.
fn holders(office: usize) -> (usize, usize) {
    (office - 3, office - 2)
}

fn unit(figure: usize) -> &'static str {
    UNITS[figure / 5 % UNITS.len()]
}

fn value(figure: usize) -> usize {
    1_200 + figure / 5 * 37 % 90_000
}

/// A rule file of this many facts.
pub fn pack(facts: usize) -> String {
    let mut text = String::new();
    for number in 0..facts {
        let _ = match kind(number) {
            Fact::Person => write!(
                text,
                "[[entity]]\nid = \"p-{number}\"\nname = \"{}\"\nsource = \"A list\"\nchecked = 2025-11-01\n\n",
                person(number)
            ),
            Fact::Office => write!(
                text,
                "[[office]]\nid = \"o-{number}\"\ntitles = [\"{}\"]\nof = [\"{}\"]\n\
                 holders = [{{ name = \"@p-{}\", until = 2022-06-30 }}, {{ name = \"@p-{}\", from = 2022-07-01 }}]\n\n",
                title(number),
                place(number),
                holders(number).1,
                holders(number).0,
            ),
            Fact::Figure => write!(
                text,
                "[[figure]]\nid = \"f-{number}\"\nwhat = \"{unit} of {name}\"\nunit = [\"{unit}\"]\n\
                 subject = [\"{name}\"]\nvalue = {}\n\n",
                value(number),
                unit = unit(number),
                name = company(number),
            ),
        };
    }
    text
}

/// The names in the rule file of this many facts, one a fact.
pub fn names(facts: usize) -> Vec<String> {
    let name = |number| match kind(number) {
        Fact::Person => person(number),
        Fact::Office => place(number),
        Fact::Figure => company(number),
    };
    (0..facts).map(name).collect()
}

/// The number of a fact of some kind: the lower, the oftener.
fn some(dice: &mut Dice, kind: usize) -> usize {
    dice.often_small() / 5 * 5 + kind
}

/// Somebody of whom there may be a fact.
pub fn somebody(dice: &mut Dice) -> String {
    let kind = dice.below(3);
    person(some(dice, kind))
}

/// A town that may have an office.
pub fn town(dice: &mut Dice) -> String {
    place(some(dice, 3))
}

/// A company of which there may be a figure.
pub fn firm(dice: &mut Dice) -> String {
    company(some(dice, 4))
}

/// Somebody with an office; one in thirty does not hold it any more.
pub fn holder(dice: &mut Dice) -> String {
    let office = some(dice, 3);
    let (now, before) = holders(office);
    let name = person(if dice.once_in(30) { before } else { now });
    let (title, place) = (title(office), place(office));
    match dice.below(4) {
        0 => format!("{place} {title} {name}"),
        1 => format!("{name}, the {} of {place},", title.to_lowercase()),
        2 => format!("{title} {name} of {place}"),
        _ => format!("{place}’s {}, {name},", title.to_lowercase()),
    }
}

/// A sentence about a figure, without its end; one number in thirty is wrong.
pub fn figure(dice: &mut Dice) -> String {
    let figure = some(dice, 4);
    let (name, unit, right) = (company(figure), unit(figure), value(figure));
    let value = match dice.below(90) {
        0 => right / 10,
        1 => right + 100,
        2 => right - 200,
        _ => right,
    };
    let value = grouped(value);
    match dice.below(5) {
        0 => format!("{name} has {value} {unit}"),
        1 => format!("the {value} {unit} of {name} will be paid until spring"),
        2 => format!("about {value} {unit} of {name} are affected"),
        3 => format!("the number of {unit} at {name} is {value}"),
        _ => format!("{name}, with its {value} {unit}, is one of the largest employers"),
    }
}

/// A number with its thousands parted.
pub fn grouped(number: usize) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{},{:03}", number / 1_000, number % 1_000),
    }
}
