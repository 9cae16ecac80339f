//! English: dates, numbers, lists and articles as an explanation writes them.

pub use crate::language::nouns::the;
pub use crate::language::writing::{digits, ordinal};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::facts::Period;
use crate::language::dates::month_name;
use crate::language::{Dimension, Unit, units};

/// `25 July 2025`.
pub fn day(day: Date) -> String {
    format!("{} {} {}", day.day(), month_name(day.month()), day.year())
}

/// `29 October 2025`, `18 to 19 November 2026`, `31 October to 1 November 2025`.
pub fn days(first: Date, last: Date) -> String {
    let month = |day: Date| (day.year(), day.month());
    if first == last {
        day(first)
    } else if month(first) == month(last) {
        format!("{} to {}", first.day(), day(last))
    } else if first.year() == last.year() {
        let head = format!("{} {}", first.day(), month_name(first.month()));
        format!("{head} to {}", day(last))
    } else {
        format!("{} to {}", day(first), day(last))
    }
}

/// `since 25 July 2025`, `from 2 May 2025 to 3 June 2025`, or nothing for a period without bounds, as told on a day.
pub fn bounds(during: &Period, on: Date) -> String {
    match (during.from, during.until) {
        (Some(from), until) if from > on => match until {
            Some(until) => format!("from {} to {}", day(from), day(until)),
            None => format!("from {} on", day(from)),
        },
        (Some(from), Some(until)) if until < on => {
            format!("from {} to {}", day(from), day(until))
        }
        (Some(from), Some(until)) => format!("since {}, until {}", day(from), day(until)),
        (Some(from), None) => format!("since {}", day(from)),
        (None, Some(until)) => format!("until {}", day(until)),
        (None, None) => String::new(),
    }
}

/// `a`, `a and b`, `a, b and c`, with `and` or `or`.
pub fn list<T: AsRef<str>>(items: &[T], joined: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_string(),
        Some((last, rest)) => format!("{} {joined} {last}", rest.join(", ")),
    }
}

/// The same with each in quotation marks.
pub fn quoted<T: AsRef<str>>(items: &[T], joined: &str) -> String {
    let items: Vec<String> = items.iter().map(|item| quote(item.as_ref())).collect();
    list(&items, joined)
}

/// `“a”`.
pub fn quote(text: &str) -> String {
    format!("“{text}”")
}

/// `South Korea's`, `the Greens'`.
pub fn possessive(name: &str) -> String {
    let sign = if name.ends_with('s') { "'" } else { "'s" };
    format!("{name}{sign}")
}

/// With a capital in front, unless it is written `iPhone`.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Whether a phrase speaks of many: `confirmed cases of fever`.
pub fn is_plural(phrase: &str) -> bool {
    let prepositions = [
        "of", "in", "at", "on", "for", "from", "that", "to", "by", "over", "who", "which", "whose",
    ];
    let words = phrase.split_whitespace();
    let head = words.take_while(|word| !prepositions.contains(word));
    let last = head.last().unwrap_or_default();
    let many = ["people", "men", "women", "children", "personnel", "police"];
    many.contains(&last) || last.ends_with('s') && !last.ends_with("ss") && !last.ends_with("'s")
}

const SCALES: [(&str, u64); 3] = [
    ("trillion", 1_000_000_000_000),
    ("billion", 1_000_000_000),
    ("million", 1_000_000),
];

/// A number as copy has it: in digits, or scaled from a million on; no more than `places` digits after the point.
pub fn number(value: Decimal, places: u32) -> String {
    let scale = SCALES
        .iter()
        .find(|(_, scale)| value.abs() >= Decimal::from(*scale));
    match scale {
        Some((word, scale)) => {
            let mantissa = (value / Decimal::from(*scale)).round_dp(places);
            format!("{} {word}", digits(mantissa))
        }
        None => digits(value),
    }
}

/// A written number with its unit: `7.5 percent`, `250 kilometers`, `$350 billion`, `66.3 trillion won`.
pub fn with_unit(number: &str, unit: &Unit) -> String {
    match unit.dimension {
        Dimension::Year => number.replace(',', ""),
        Dimension::Money(_) => match money_sign(unit) {
            Some(sign) => match number.strip_prefix('-') {
                Some(number) => format!("-{sign}{number}"),
                None => format!("{sign}{number}"),
            },
            None => format!("{number} {}", unit_name(unit)),
        },
        _ => format!("{number} {}", unit_name(unit)),
    }
}

/// The sign that copy puts before a sum.
fn money_sign(unit: &Unit) -> Option<&'static str> {
    let (signs, _) = units::forms(unit);
    let sign = signs.first().copied()?;
    matches!(sign, "$" | "€" | "£" | "¥").then_some(sign)
}

/// What a unit is called in copy, in the plural.
fn unit_name(unit: &Unit) -> String {
    match unit.code {
        "%" => return "percent".to_string(),
        "°C" => return "degrees Celsius".to_string(),
        "°F" => return "degrees Fahrenheit".to_string(),
        _ => {}
    }
    let (_, names) = units::forms(unit);
    let mut names = names.iter();
    let first = names.next().map_or(unit.code, String::as_str);
    let second = names.next().map_or("", String::as_str);
    // `foot, feet`: the plural follows; `won, south korean won`: it is the same.
    let irregular = [
        ("foot", "feet"),
        ("inch", "inches"),
        ("krona", "kronor"),
        ("krone", "kroner"),
    ];
    if irregular.contains(&(first, second))
        || first.ends_with('y') && second.ends_with("ies")
        || first.ends_with("um") && second.ends_with('a')
    {
        second.to_string()
    } else {
        first.to_string()
    }
}

/// The written forms of a unit, in short: `kilometers, kilometres, km, kms`.
pub fn unit_forms(unit: &Unit) -> Vec<String> {
    let (signs, names) = units::forms(unit);
    let mut forms = vec![unit_name(unit)];
    for form in names
        .into_iter()
        .chain(signs.into_iter().map(str::to_string))
    {
        let known = forms.iter().any(|known| known.eq_ignore_ascii_case(&form));
        if !known && form.is_ascii() {
            forms.push(form);
        }
    }
    forms
}

/// Other numbers that look like a slip of this one: two digits swapped, then one digit changed, then a zero more.
pub fn slips(number: &str) -> Vec<String> {
    let signs: Vec<char> = number.chars().collect();
    let places: Vec<usize> = (0..signs.len())
        .filter(|at| signs[*at].is_ascii_digit())
        .collect();
    let mut slips = Vec::new();
    let mut add = |changed: Vec<char>| {
        let leads = changed.iter().find(|c| c.is_ascii_digit()).copied();
        let text: String = changed.into_iter().collect();
        let rounded = text.contains('.') && text.ends_with('0');
        if leads != Some('0') && !rounded && text != number && !slips.contains(&text) {
            slips.push(text);
        }
    };
    let pairs = places.windows(2).skip(1).chain(places.windows(2).take(1));
    for pair in pairs {
        let mut swapped = signs.clone();
        swapped.swap(pair[0], pair[1]);
        add(swapped);
    }
    for at in places.iter().rev() {
        for step in [1, 9, 2, 8, 4] {
            let digit = signs[*at].to_digit(10).unwrap_or(0);
            let mut changed = signs.clone();
            changed[*at] = char::from_digit((digit + step) % 10, 10).unwrap_or('1');
            add(changed);
        }
    }
    slips
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_of_one_month_share_it() {
        let november = |day| date(2025, 11, day);
        assert_eq!(days(november(4), november(4)), "4 November 2025");
        assert_eq!(days(november(4), november(5)), "4 to 5 November 2025");
        assert_eq!(
            days(date(2025, 10, 31), november(1)),
            "31 October to 1 November 2025"
        );
    }

    #[test]
    fn articles_stand_where_english_has_them() {
        let cases = [
            ("Demilitarized Zone", "the Demilitarized Zone"),
            ("South Korea", "South Korea"),
            ("length of the bridge", "the length of the bridge"),
            (
                "South Korea's defense budget",
                "South Korea's defense budget",
            ),
            ("the Riksbank's policy rate", "the Riksbank's policy rate"),
            ("Brightwater", "Brightwater"),
            ("women's world record", "the women's world record"),
            ("Museum of the Estuary", "the Museum of the Estuary"),
            ("Brightwater Foods", "Brightwater Foods"),
            ("United Nations", "the United Nations"),
        ];
        for (phrase, expected) in cases {
            assert_eq!(the(phrase), expected);
        }
    }

    #[test]
    fn slips_keep_commas_and_never_lead_with_nought() {
        assert_eq!(slips("28,500")[0], "25,800");
        assert_eq!(slips("7.5")[0], "5.7");
        assert_eq!(slips("4")[0], "5");
        assert!(slips("105").iter().all(|slip| !slip.starts_with('0')));
    }

    #[test]
    fn sums_and_measures() {
        let unit = |code| units::unit(code).expect("a unit");
        let cases = [
            (66_294_700_000_000_i64, "KRW", "66.3 trillion won"),
            (350_000_000_000, "USD", "$350 billion"),
            (250, "km", "250 kilometers"),
            (12, "ft", "12 feet"),
            (2026, "year", "2026"),
        ];
        for (value, code, expected) in cases {
            assert_eq!(with_unit(&number(value.into(), 1), unit(code)), expected);
        }
    }
}
