//! What a value was meant to be, where it is written as newspapers write it and not as TOML does.

use jiff::civil::Date;

use super::wording::quoted;
use crate::language::dates;

/// How a value is to be written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    /// A day, or a month in quotes.
    Date(String),
    /// A day of which the order of the parts can't be told.
    SomeDate,
    /// A number, without what stood around it.
    Number {
        /// The number as TOML has it.
        number: String,
        /// What stood behind it and belongs elsewhere.
        rest: String,
    },
    /// `true` or `false`.
    Bool(bool),
    /// Text that is to stand in straight quotes.
    Text(String),
}

impl Meant {
    /// What these words mean as the value of a key.
    pub fn under(key: &str, words: &str) -> Self {
        let meant = Self::of(words);
        let wanted = match &meant {
            Self::Date(_) | Self::SomeDate => DATES.contains(&key),
            Self::Number { .. } => NUMBERS.contains(&key),
            Self::Bool(_) => BOOLEANS.contains(&key),
            Self::Text(_) => true,
        };
        if wanted {
            meant
        } else if DATES.contains(&key) && words.bytes().any(|byte| byte.is_ascii_digit()) {
            Self::SomeDate
        } else {
            Self::Text(quoted(words.trim()))
        }
    }

    /// What these words mean.
    fn of(words: &str) -> Self {
        let words = words.trim();
        let bare = words.trim_matches(is_quote);
        if bare.len() < words.len() {
            return Self::Text(quoted(bare));
        }
        let known = boolean(words).map(Self::Bool);
        let known = known.or_else(|| date(words));
        known
            .or_else(|| number(words))
            .unwrap_or_else(|| Self::Text(quoted(words)))
    }
}

/// The keys whose values are dates.
const DATES: &[&str] = &[
    "checked", "born", "died", "on", "to", "from", "until", "date",
];
/// The keys whose values are numbers.
const NUMBERS: &[&str] = &["value", "number", "ordinal", "percent", "year"];
/// The keys whose values are `true` or `false`.
const BOOLEANS: &[&str] = &["near", "acting"];

/// The quotes of word processors.
fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»')
}

/// `True`, `yes`, `off`.
pub(crate) fn boolean(words: &str) -> Option<bool> {
    match words.to_lowercase().as_str() {
        "true" | "yes" | "on" => Some(true),
        "false" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// `2 November 2026`, `Nov. 2, 2026`, `2.11.2026`, `02/11/2026`, `2026/11/2`, `20261102`, `April 2025`.
pub(crate) fn date(words: &str) -> Option<Meant> {
    let parts: Vec<&str> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let dotted = words.contains('.') && !words.contains(' ');
    let number = |part: &str| {
        let plain = !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<i16>().ok()).flatten()
    };
    let ordinal = |part: &str| {
        let end = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
        let suffix = part.get(end..).unwrap_or("");
        matches!(suffix, "st" | "nd" | "rd" | "th")
            .then(|| number(part.get(..end)?))
            .flatten()
    };
    let day = |part: &str| number(part).or_else(|| ordinal(part));
    match parts.as_slice() {
        [one] if one.len() == 8 && words.len() == 8 => {
            let (year, month, day) = (one.get(..4)?, one.get(4..6)?, one.get(6..)?);
            iso(number(year)?, number(month)?, number(day)?)
        }
        [month, year] if dates::month(month).is_some() && year.len() == 4 => {
            let (month, year) = (dates::month(month)?, number(year)?);
            Some(Meant::Date(format!("\"{year:04}-{month:02}\"")))
        }
        [one, two, year] if year.len() == 4 && number(year).is_some() => {
            let year = number(year)?;
            if let Some(month) = dates::month(two) {
                return iso(year, month.into(), day(one)?);
            }
            if let Some(month) = dates::month(one) {
                return iso(year, month.into(), day(two)?);
            }
            let (one, two) = (number(one)?, number(two)?);
            // With dots the day stands in front everywhere; with strokes or hyphens that depends on the country.
            let meant = match (dotted || one > 12, two > 12) {
                (true, _) => iso(year, two, one),
                (_, true) => iso(year, one, two),
                _ => None,
            };
            meant.or(Some(Meant::SomeDate))
        }
        [year, month, day] if year.len() == 4 => {
            iso(number(year)?, number(month)?, number(day)?).or(Some(Meant::SomeDate))
        }
        [month, day] if words.ends_with(|c: char| c.is_ascii_digit()) => {
            // The year stands behind a comma, which ends the value for the parser.
            let _ = (dates::month(month)?, number(day)?);
            Some(Meant::SomeDate)
        }
        _ => None,
    }
}

fn iso(year: i16, month: i16, day: i16) -> Option<Meant> {
    let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (year > 0).then(|| Meant::Date(day.to_string()))
}

/// `312 beds`, `1 312`, `1.2 million`, `3.5%`, `$14`, `1,312`, `3,5`.
pub(crate) fn number(words: &str) -> Option<Meant> {
    let digit = words.find(|c: char| c.is_ascii_digit())?;
    let start = match words.get(..digit)?.strip_suffix('.') {
        Some(sign) => sign.len(),
        None => digit,
    };
    let sign = words.get(..start)?.trim();
    // `B-52` and `the 38 North` are no numbers.
    if !sign.chars().all(|c| !c.is_alphanumeric()) || sign.chars().count() > 1 {
        return None;
    }
    let from = words.get(start..)?;
    let spaced = |rest: &str, at: usize| {
        let group = from.get(at + 1..at + 4);
        rest.starts_with([' ', '\u{a0}', '\u{202f}'])
            && group.is_some_and(|group| group.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut end = 0;
    for (at, c) in from.char_indices() {
        let goes_on = c.is_ascii_digit() || matches!(c, '.' | ',' | '_') || spaced(&from[at..], at);
        if !goes_on {
            break;
        }
        end = at + c.len_utf8();
    }
    let digits = from.get(..end)?.trim_end_matches(['.', ',', '_']);
    let rest = from.get(digits.len()..)?.trim();
    let groups: Vec<&str> = digits.split([',', ' ', '\u{a0}', '\u{202f}']).collect();
    let plain = match groups.as_slice() {
        [whole] => (*whole).to_string(),
        [whole, part] if part.len() != 3 && digits.contains(',') && !part.contains('.') => {
            format!("{whole}.{part}")
        }
        groups => groups.join("_"),
    };
    let plain = match plain.trim_start_matches('0') {
        "" => "0".to_string(),
        less if less.starts_with('.') => format!("0{less}"),
        less => less.trim_start_matches('_').to_string(),
    };
    if plain.matches('.').count() > 1 {
        return None;
    }
    let mut rest_words = rest.split_whitespace();
    let (number, rest) = match rest_words.next().and_then(|word| scaled(&plain, word)) {
        Some(scaled) => (scaled, rest_words.collect::<Vec<_>>().join(" ")),
        None => (plain, rest.to_string()),
    };
    let rest = [sign, &rest]
        .iter()
        .filter(|part| !part.is_empty() && **part != "-")
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    let number = if sign == "-" {
        format!("-{number}")
    } else {
        number
    };
    Some(Meant::Number { number, rest })
}

/// `1.2` and `million` as `1_200_000`.
fn scaled(number: &str, word: &str) -> Option<String> {
    let noughts = match word.to_lowercase().as_str() {
        "thousand" => 3,
        "million" => 6,
        "billion" => 9,
        "trillion" => 12,
        _ => return None,
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    if part.len() > noughts || part.contains('.') {
        return None;
    }
    let digits = format!("{}{part:0<noughts$}", whole.replace('_', ""));
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push('_');
        }
        out.push(digit);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_newspapers_write() {
        let day = |text: &str| Meant::Date(text.into());
        let num = |number: &str, rest: &str| Meant::Number {
            number: number.into(),
            rest: rest.into(),
        };
        let cases = [
            ("2 November 2026", day("2026-11-02")),
            ("2nd November 2026", day("2026-11-02")),
            ("Nov. 2, 2026", day("2026-11-02")),
            ("2.11.2026", day("2026-11-02")),
            ("13/11/2026", day("2026-11-13")),
            ("11/13/2026", day("2026-11-13")),
            ("02/11/2026", Meant::SomeDate),
            ("2026/11/2", day("2026-11-02")),
            ("2026–11–02", day("2026-11-02")),
            ("20261102", day("2026-11-02")),
            ("April 2025", day("\"2025-04\"")),
            ("Nov. 2", Meant::SomeDate),
            ("312 beds", num("312", "beds")),
            ("1 312", num("1_312", "")),
            ("1,312", num("1_312", "")),
            ("1,312.5", num("1_312.5", "")),
            ("3,5", num("3.5", "")),
            ("3.5%", num("3.5", "%")),
            ("1.2 million", num("1_200_000", "")),
            ("$14", num("14", "$")),
            ("$350 billion", num("350_000_000_000", "$")),
            ("0312", num("312", "")),
            (".5", num("0.5", "")),
            ("yes", Meant::Bool(true)),
            ("False", Meant::Bool(false)),
            ("Ana Beltrán", Meant::Text("\"Ana Beltrán\"".into())),
            ("“312 beds”", Meant::Text("\"312 beds\"".into())),
            ("B-52", Meant::Text("\"B-52\"".into())),
            ("31.2.2026", Meant::SomeDate),
            ("1.2.3", Meant::Text("\"1.2.3\"".into())),
        ];
        for (words, meant) in cases {
            assert_eq!(Meant::of(words), meant, "{words}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_words_panic(words in "[0-9a-zé .,%$/_-]{0,12}|\\PC{0,12}") {
            Meant::of(&words);
        }
    }
}
