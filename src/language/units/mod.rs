//! Measured units and currencies.

mod currencies;
mod measures;
mod read;

pub(crate) use read::{Found, after, before};

use std::sync::LazyLock;

use foldhash::HashMap;

use rust_decimal::Decimal;

/// What a unit measures; amounts of different dimensions are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Dimension {
    /// `%`, `percent`.
    Percent,
    /// `percentage points`, and `basis points` (a hundredth of one).
    PercentagePoint,
    /// A currency, by its ISO 4217 code. Base: its main unit (cents are a hundredth of a dollar).
    Money(&'static str),
    /// Base: metre.
    Length,
    /// Base: kilogram.
    Mass,
    /// Base: square metre.
    Area,
    /// Base: litre.
    Volume,
    /// Base: metre a second.
    Speed,
    /// Base: kelvin.
    Temperature,
    /// Base: second. Months and years are calendar units: see [`Unit::per_base`].
    Duration,
    /// Base: watt.
    Power,
    /// Base: joule.
    Energy,
    /// Base: byte, in powers of 1,000.
    Data,
    /// A calendar year (`unit = "year"`).
    Year,
}

/// A measured unit.
#[derive(Debug, PartialEq)]
pub struct Unit {
    /// The canonical code: `%`, `pp`, `bp`, `USD`, `km`, `years`.
    pub code: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units one of it is; of months and years, the mean of the Gregorian calendar.
    pub per_base: Decimal,
    /// What is added after scaling (temperatures).
    pub offset: Decimal,
}

impl Unit {
    /// The `value` of this unit in the unit `to`, to 12 decimal places; None between different dimensions, and
    /// where the result is too large.
    pub fn convert(&self, value: Decimal, to: &Unit) -> Option<Decimal> {
        if self.dimension != to.dimension {
            return None;
        }
        if self == to {
            return Some(value);
        }
        let base = value.checked_mul(self.per_base)?.checked_add(self.offset)?;
        let result = base.checked_sub(to.offset)?.checked_div(to.per_base)?;
        Some(result.round_dp(12).normalize())
    }
}

/// A unit with the ways in which it is written.
struct Entry {
    unit: Unit,
    /// Signs and abbreviations, split at spaces; their case matters, and they may be glued to the number.
    signs: &'static str,
    /// Names in lower case, split at commas; `*` stands for a plural `s` or nothing.
    names: &'static str,
}

/// `digits` with the last `scale` of them after the point.
const fn dec(digits: u128, scale: u32) -> Decimal {
    Decimal::from_parts(
        digits as u32,
        (digits >> 32) as u32,
        (digits >> 64) as u32,
        false,
        scale,
    )
}

struct Index {
    /// By sign, in its own case.
    signs: HashMap<&'static str, &'static Entry>,
    /// By name, in lower case.
    names: HashMap<String, &'static Entry>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut signs = HashMap::default();
    let mut names = HashMap::default();
    for entry in entries() {
        for sign in entry.signs.split_whitespace() {
            signs.entry(sign).or_insert(entry);
        }
        for name in entry
            .names
            .split(',')
            .map(str::trim)
            .filter(|n| !n.is_empty())
        {
            names.entry(name.replace('*', "")).or_insert(entry);
            if name.contains('*') {
                names.entry(name.replace('*', "s")).or_insert(entry);
            }
        }
    }
    Index { signs, names }
});

fn entries() -> impl Iterator<Item = &'static Entry> {
    measures::MEASURES.iter().chain(currencies::CURRENCIES)
}

/// The unit that a rule file calls `code`: a canonical code, a sign or a name (`"%"`, `"percentage points"`,
/// `"KRW"`, `"km"`, `"kilometres"`, `"years"`); `"year"` is a calendar year.
pub fn unit(code: &str) -> Option<&'static Unit> {
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(entry) = entries().find(|entry| entry.unit.code == code) {
        return Some(&entry.unit);
    }
    let lower = code.to_lowercase().replace('-', " ");
    let named = INDEX.names.get(&lower);
    named
        .or_else(|| INDEX.signs.get(code.as_str()))
        .copied()
        .or_else(|| entries().find(|entry| entry.unit.code.eq_ignore_ascii_case(&code)))
        .map(|entry| &entry.unit)
}

/// How a unit is written: its signs in their order, then its names, the plural of each where it has one.
pub fn forms(unit: &Unit) -> (Vec<&'static str>, Vec<String>) {
    let Some(entry) = entries().find(|entry| entry.unit == *unit) else {
        return (Vec::new(), Vec::new());
    };
    let names = entry.names.split(',').map(str::trim);
    let names = names.filter(|name| !name.is_empty());
    // Nobody writes of many percents.
    let plural = if entry.unit.code == "%" { "" } else { "s" };
    (
        entry.signs.split_whitespace().collect(),
        names.map(|name| name.replace('*', plural)).collect(),
    )
}

/// The name of a unit in the plural or the singular, in its own capitals: `miles` for `mile`; None where the tables do not
/// have it.
pub fn inflect(name: &str, plural: bool) -> Option<String> {
    const IRREGULAR: &[(&str, &str)] = &[
        ("foot", "feet"),
        ("inch", "inches"),
        ("century", "centuries"),
        ("millennium", "millennia"),
        ("penny", "pence"),
    ];
    let lower = name.to_lowercase();
    let entry = INDEX
        .names
        .get(&lower.replace('-', " "))
        .copied()
        .or_else(|| INDEX.signs.get(name).copied())?;
    if INDEX.signs.contains_key(name) || entry.unit.dimension == Dimension::Percent {
        return Some(name.to_string());
    }
    for (one, many) in IRREGULAR {
        let (from, to) = if plural { (one, many) } else { (many, one) };
        let word = |word: &str| lower.split([' ', '-']).any(|part| part == word);
        if word(to) {
            return Some(name.to_string());
        }
        if word(from) {
            return Some(name.replacen(from, to, 1)).filter(|other| other != name);
        }
    }
    let spaced = lower.replace('-', " ");
    let is = |suffix: &str| {
        let names = entry.names.split(',').map(str::trim);
        names
            .filter(|known| known.contains('*'))
            .any(|known| known.replace('*', suffix) == spaced)
    };
    // `degrees Celsius`, `miles per hour`: the mark is inside
    let first = entry
        .names
        .split(',')
        .map(str::trim)
        .find(|known| known.replace('*', "") == spaced || known.replace('*', "s") == spaced);
    let known = first?;
    let Some(at) = known.find('*') else {
        return Some(name.to_string());
    };
    match (plural, is("s"), is("")) {
        (true, true, _) | (false, _, true) => Some(name.to_string()),
        (true, ..) => Some(format!("{}s{}", name.get(..at)?, name.get(at..)?)),
        (false, ..) => Some(format!("{}{}", name.get(..at)?, name.get(at + 1..)?)),
    }
}

/// Every canonical code and every name that [`unit()`] knows, sorted.
pub fn codes() -> Vec<&'static str> {
    let mut codes: Vec<&str> = entries().map(|entry| entry.unit.code).collect();
    codes.extend(INDEX.signs.keys());
    codes.extend(INDEX.names.keys().map(String::as_str));
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[cfg(test)]
mod tests;
