//! What is left of a draft when it is run against the articles that it came from.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use super::fact::{Site, Suggestion, Toml};
use super::prove::{linter, slip};
use super::write::{self, Written};
use super::{Draft, KINDS};
use crate::article::Article;
use crate::finding::{Finding, Reason};
use crate::linter::{Linter, Settings};
use crate::packs::{PackSource, Packs, Problem};

/// Each round strikes out one fact at least; nobody's articles take as many.
const ROUNDS: usize = 50;
/// Two articles that speak of a change or a toll more than these days apart speak of two.
const SAME_NEWS: i32 = 14;

/// Strikes out what does not load, and what reports in its own articles anything but a disagreement between them.
pub(super) fn settle(mut facts: Vec<Suggestion>, articles: &[Article], loaded: &Packs) -> Draft {
    let sources: Vec<PackSource> = loaded
        .packs
        .iter()
        .map(|pack| pack.source.clone())
        .collect();
    for _ in 0..ROUNDS {
        let none: Vec<Option<Vec<Finding>>> = vec![None; facts.len()];
        let written = write::draft(&facts, &none, articles);
        let compiled = match linter(&written.text, Vec::new()) {
            Ok((compiled, _)) => linter(&written.text, sources.clone()).map(|_| compiled),
            Err(problems) => Err(problems),
        };
        let (struck, changed) = match &compiled {
            Ok(linter) => disputed(&mut facts, linter, articles),
            Err(problems) => (broken(&written, problems), false),
        };
        if struck.is_empty() && !changed {
            if compiled.is_err() {
                return Draft::default();
            }
            return finish(facts, articles);
        }
        let mut index = 0;
        facts.retain(|_| {
            index += 1;
            !struck.contains(&(index - 1))
        });
    }
    Draft::default()
}

/// The facts in which the mistakes lie.
fn broken(written: &Written, problems: &[Problem]) -> BTreeSet<usize> {
    let labels = problems.iter().flat_map(|problem| &problem.labels);
    labels
        .filter(|label| &*label.file == "draft")
        .filter_map(|label| {
            written
                .facts
                .iter()
                .position(|place| place.contains(&label.span.start))
        })
        .collect()
}

/// Runs the draft against the articles: writes the disagreements into the facts, and says which facts to strike out, and whether
/// another is written differently now.
fn disputed(
    facts: &mut [Suggestion],
    linter: &Linter,
    articles: &[Article],
) -> (BTreeSet<usize>, bool) {
    let ids: HashMap<String, usize> = facts
        .iter()
        .enumerate()
        .map(|(at, fact)| (fact.id.clone(), at))
        .collect();
    let found: Vec<(usize, Finding)> = articles
        .par_iter()
        .enumerate()
        .flat_map_iter(|(index, article)| {
            linter
                .check(article)
                .into_iter()
                .map(move |finding| (index, finding))
        })
        .collect();
    let mut by_fact: HashMap<usize, Vec<(usize, Finding)>> = HashMap::new();
    for (article, finding) in found {
        if let Some(fact) = ids.get(&finding.fact) {
            by_fact.entry(*fact).or_default().push((article, finding));
        }
    }
    let mut struck = BTreeSet::new();
    let mut changed = false;
    for (at, fact) in facts.iter_mut().enumerate() {
        let mut found = by_fact.remove(&at).unwrap_or_default();
        found.retain(|(_, finding)| {
            let dotted = is_dotted(fact, &finding.found);
            changed |= dotted;
            !dotted
        });
        if fact.only_disputed && found.is_empty()
            || !found.is_empty() && !is_real(fact, &found, articles)
        {
            struck.insert(at);
            continue;
        }
        let sites: Vec<Site> = found
            .into_iter()
            .map(|(article, finding)| Site {
                article,
                date: articles.get(article).and_then(|article| article.date),
                start: (finding.at.part, finding.at.source.start),
                line: finding.at.line,
                words: finding.found,
                sentence: String::new(),
            })
            .collect();
        // What nothing reports may yet be a disagreement: a name that some other fact has as well. What only an earlier round
        // reported is none; it has no sentence.
        fact.disputes.retain(|known| {
            !known.sentence.is_empty() && !sites.iter().any(|site| near(site, known))
        });
        fact.disputes.extend(sites);
        fact.disputes.sort_by_key(|site| (site.article, site.start));
        fact.sites
            .retain(|site| !fact.disputes.iter().any(|dispute| near(dispute, site)));
        if fact.sites.is_empty() {
            struck.insert(at);
        }
    }
    (struck, changed)
}

/// Whether the words are the short form with dots, which is then accepted: `F.B.I.`
fn is_dotted(fact: &mut Suggestion, words: &str) -> bool {
    let bare = words.replace('.', "");
    let accept = fact.keys.iter_mut().find_map(|(key, value)| match value {
        Toml::List(list) if *key == "accept" => Some(list),
        _ => None,
    });
    let Some(accept) = accept.filter(|accept| bare != words && accept.contains(&bare)) else {
        return false;
    };
    let dots = format!("{words}.");
    let form = if accept.contains(&dots) {
        words.to_string()
    } else {
        dots
    };
    if accept.contains(&form) {
        return false;
    }
    accept.push(form);
    true
}

/// Whether two places are one, with a hedge or without.
fn near(one: &Site, other: &Site) -> bool {
    let within = |one: &Site, other: &Site| {
        one.start.1 <= other.start.1 && other.start.1 < one.start.1 + one.words.len()
    };
    one.article == other.article
        && one.start.0 == other.start.0
        && (within(one, other) || within(other, one))
}

/// Whether what a fact reports is a disagreement, and no other thing that the fact mistakes for its own.
fn is_real(fact: &Suggestion, found: &[(usize, Finding)], articles: &[Article]) -> bool {
    // Of a new holder the one latest article speaks, and many before it of the old one.
    let counted = !matches!(fact.kind, "office" | "event");
    if counted && found.len() > fact.mentions.max(fact.sites.len()) {
        return false;
    }
    let agree = fact.articles();
    let date = |index: usize| articles.get(index).and_then(|article| article.date);
    found.iter().all(|(article, finding)| match fact.kind {
        "entity" => true,
        // The reading of the articles has named them all.
        "office" | "event" => fact.disputes.iter().any(|site| {
            site.article == *article && site.start == (finding.at.part, finding.at.source.start)
        }),
        "figure" if finding.reason == Some(Reason::Hedge) => true,
        "figure" if fact.text("measures").is_none() => !agree.contains(article),
        _ => {
            let close = agree
                .iter()
                .any(|other| match (date(*article), date(*other)) {
                    (Some(one), Some(other)) => (one - other).get_days().abs() <= SAME_NEWS,
                    _ => true,
                });
            !agree.contains(article) && close
        }
    })
}

/// The draft with its tests.
fn finish(mut facts: Vec<Suggestion>, articles: &[Article]) -> Draft {
    if facts.is_empty() {
        return Draft::default();
    }
    facts.par_iter_mut().for_each(|fact| {
        if fact.probe.is_none() && fact.kind == "entity" {
            fact.probe = slip(fact);
        }
    });
    let none: Vec<Option<Vec<Finding>>> = vec![None; facts.len()];
    let bare = write::draft(&facts, &none, articles).text;
    let Ok((_, packs)) = linter(&bare, Vec::new()) else {
        return Draft::default();
    };
    // A test sees the whole pack, and the checks that need no fact.
    let whole = Linter::new(&packs, &Settings::default());
    let tests: Vec<Option<Vec<Finding>>> = facts
        .par_iter()
        .map(|fact| {
            let probe = fact.probe.as_ref()?;
            let name = "test";
            let mut article =
                Article::from_text(name, &probe.text, crate::article::Format::PLAIN).ok()?;
            article.set_date(probe.date);
            let found = whole.check(&article);
            found
                .iter()
                .any(|finding| finding.fact == fact.id)
                .then_some(found)
        })
        .collect();
    let text = write::draft(&facts, &tests, articles).text;
    let text = if linter(&text, Vec::new()).is_ok() {
        text
    } else {
        bare
    };
    // As `factlint fmt` lays it out.
    let source = PackSource {
        file: "draft".into(),
        text: text.as_str().into(),
    };
    let text = crate::format::format(&source).unwrap_or(text);
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for fact in &facts {
        match counts.iter_mut().find(|(kind, _)| *kind == fact.kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((fact.kind, 1)),
        }
    }
    debug_assert!(facts.iter().all(|fact| fact.section < KINDS.len()));
    Draft {
        text,
        counts,
        disagreements: facts.iter().map(|fact| fact.disputes.len()).sum(),
    }
}
