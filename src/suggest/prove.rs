//! The proof of a fact: the engine reads its sentence as it does.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::fact::{Probe, Suggestion};
use super::write;
use crate::article::{Article, Format};
use crate::facts::Severity;
use crate::finding::Finding;
use crate::linter::{Linter, Settings};
use crate::packs::{self, PackSource, Packs};

/// The date of a test that comes from an article without one: undated text claims nothing about an unknown holder.
const TEST_DATE: Date = jiff::civil::date(2001, 1, 1);

/// A linter of one draft, without the checks that need no fact.
pub(super) fn linter(
    text: &str,
    loaded: Vec<PackSource>,
) -> Result<(Linter, Packs), Vec<packs::Problem>> {
    let mut sources = loaded;
    sources.push(PackSource {
        file: "draft".into(),
        text: text.into(),
    });
    let packs = packs::load(sources)?;
    let checks: BTreeMap<String, Option<Severity>> = crate::checks::CHECKS
        .iter()
        .map(|check| (check.id.to_string(), None))
        .collect();
    Ok((Linter::new(&packs, &Settings { checks }), packs))
}

/// What a fact finds in a sentence.
fn findings(linter: &Linter, text: &str, date: Option<Date>) -> Option<Vec<Finding>> {
    let mut article = Article::from_text("sentence", text, Format::PLAIN).ok()?;
    article.date = date;
    article.until = None;
    Some(linter.check(&article))
}

/// The same sentence with another value, if the engine reports the sentence at `value` when the fact has that other value,
/// says nothing when it has its own, and reports the other sentence.
pub(super) fn prove(
    fact: &Suggestion,
    text: &str,
    date: Option<Date>,
    value: &str,
) -> Option<Probe> {
    let date = date.or((fact.kind == "office").then_some(TEST_DATE));
    let none = HashMap::new();
    let (wrong, _) = linter(&write::table(fact, true, &none), Vec::new()).ok()?;
    let found = findings(&wrong, text, date)?;
    let [found] = found.as_slice() else {
        return None;
    };
    let meant = value.contains(found.found.as_str()) || found.found.contains(value);
    let other = found.expected.as_deref().filter(|_| meant)?;
    let (right, _) = linter(&write::table(fact, false, &none), Vec::new()).ok()?;
    if !findings(&right, text, date)?.is_empty() {
        return None;
    }
    let place = found.at.source;
    let changed = [text.get(..place.start)?, other, text.get(place.end..)?].concat();
    let again = findings(&right, &changed, date)?;
    matches!(again.as_slice(), [finding] if finding.at.source.start == place.start).then_some(
        Probe {
            text: changed,
            date,
        },
    )
}

/// A sentence in which the name of an entity has a slip, if the engine reports it.
pub(super) fn slip(fact: &Suggestion) -> Option<Probe> {
    let name = fact.text("name")?;
    let site = fact.sites.iter().find(|site| site.words == name)?;
    let none = HashMap::new();
    let (linter, _) = linter(&write::table(fact, false, &none), Vec::new()).ok()?;
    let letters: Vec<(usize, char)> = name.char_indices().collect();
    // The later letters of a name slip the most, and are the surest sign.
    for at in (1..letters.len().saturating_sub(1)).rev() {
        let ((from, one), (to, other)) = (letters[at], letters[at + 1]);
        if one == other || !one.is_lowercase() || !other.is_lowercase() {
            continue;
        }
        let end = to + other.len_utf8();
        let slipped = format!("{}{other}{one}{}", name.get(..from)?, name.get(end..)?);
        let text = site.sentence.replacen(name, &slipped, 1);
        let found = findings(&linter, &text, site.date)?;
        if let [found] = found.as_slice()
            && found.found == slipped
        {
            return Some(Probe {
                text,
                date: site.date,
            });
        }
    }
    None
}
