//! The page on units.

use std::collections::BTreeSet;

use super::cell;
use crate::language::Dimension;
use crate::language::units::{codes, forms, unit};

type Belongs = fn(Dimension) -> bool;

/// The groups of the page, and what belongs to each.
const GROUPS: &[(&str, Belongs)] = &[
    ("Shares", |d| {
        matches!(d, Dimension::Percent | Dimension::PercentagePoint)
    }),
    ("Time", |d| {
        matches!(d, Dimension::Duration | Dimension::Year)
    }),
    ("Length", |d| d == Dimension::Length),
    ("Area", |d| d == Dimension::Area),
    ("Volume", |d| d == Dimension::Volume),
    ("Mass", |d| d == Dimension::Mass),
    ("Speed", |d| d == Dimension::Speed),
    ("Temperature", |d| d == Dimension::Temperature),
    ("Power and energy", |d| {
        matches!(d, Dimension::Power | Dimension::Energy)
    }),
    ("Data", |d| d == Dimension::Data),
    ("Currencies", |d| matches!(d, Dimension::Money(_))),
];

/// `units.md`: every unit that a figure may have, and how copy may write it.
pub(super) fn units() -> String {
    let mut out = String::from(
        "# Units\n\n\
         The `unit` of a figure is a list of what is counted (`[\"troops\", \"soldiers\"]`), or one of the units below: \
         by its code, or by any of its forms. An article may use every form, and another unit of the same group, \
         which is converted. A sum in another currency is no claim.\n",
    );
    for (name, belongs) in GROUPS {
        out += &format!("\n## {name}\n\n| unit | written as |\n| --- | --- |\n");
        let mut seen = BTreeSet::new();
        let units = codes().into_iter().filter_map(unit);
        let mut units: Vec<_> = units
            .filter(|unit| belongs(unit.dimension) && seen.insert(unit.code))
            .collect();
        if *name != "Currencies" {
            units.sort_by_key(|unit| unit.per_base);
        }
        for unit in units {
            let (signs, names) = forms(unit);
            let new = |sign: &&&str| !names.iter().any(|name| name == **sign);
            let signs: Vec<&str> = signs.iter().filter(new).copied().collect();
            let signs = signs.iter().map(|sign| format!("`{}`", cell(sign)));
            let forms: Vec<String> = names.into_iter().chain(signs).collect();
            let forms = match forms.is_empty() {
                true => "a calendar year: `2026`".to_string(),
                false => forms.join(", "),
            };
            out += &format!("| `{}` | {forms} |\n", unit.code);
        }
    }
    out
}
