//! Sentences made from a fact, kept only where the linter says of them what it should.

use jiff::civil::Date;

use crate::article::{Article, Format};
use crate::facts::Fact;
use crate::finding::Finding;
use crate::linter::Linter;
use crate::packs::{Pack, RuleTest};
use crate::rule_tests::TestOutcome;

/// A sentence with a mistake, beside the same without.
pub(super) struct Draft {
    /// The date of the article.
    pub date: Option<Date>,
    pub wrong: String,
    pub right: String,
}

impl Draft {
    /// A sentence with a hole `{}`, filled with wrong and with right words.
    pub fn new(date: Date, frame: &str, wrong: &str, right: &str) -> Draft {
        let fill = |words: &str| super::words::capital(&frame.replacen("{}", words, 1));
        Draft {
            date: Some(date),
            wrong: fill(wrong),
            right: fill(right),
        }
    }
}

/// An article made up for an explanation.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Sample {
    /// Its text.
    pub text: String,
    /// Its date.
    pub date: Option<Date>,
    /// What is found in it.
    pub findings: Vec<Finding>,
}

impl Sample {
    pub(super) fn new(linter: &Linter, text: &str, date: Option<Date>) -> Option<Sample> {
        let article = article(text, date)?;
        Some(Sample {
            text: text.to_string(),
            date: article.date,
            findings: linter.check(&article),
        })
    }

    /// The sample as an article, to draw its findings in.
    pub fn article(&self) -> Option<Article> {
        article(&self.text, self.date)
    }
}

fn article(text: &str, date: Option<Date>) -> Option<Article> {
    let mut article = Article::from_text("example", text, Format::PLAIN).ok()?;
    article.set_date(date);
    Some(article)
}

/// More would not be worth the wait.
const MOST: usize = 200;

/// The first draft whose wrong sentence gives one finding, that of the fact, and whose right one gives none.
pub(super) fn pick(linter: &Linter, fact: &Fact, drafts: &[Draft]) -> Option<(Sample, Sample)> {
    drafts.iter().take(MOST).find_map(|draft| {
        let wrong = Sample::new(linter, &draft.wrong, draft.date)?;
        let [found] = wrong.findings.as_slice() else {
            return None;
        };
        if found.fact != fact.id {
            return None;
        }
        let right = Sample::new(linter, &draft.right, draft.date)?;
        right.findings.is_empty().then_some((wrong, right))
    })
}

/// The tests of the pack in which the fact is found, or should be.
fn in_tests<'t>(
    fact: &'t Fact,
    pack: &'t Pack,
    outcomes: &'t [TestOutcome],
) -> impl Iterator<Item = (&'t RuleTest, &'t TestOutcome)> {
    outcomes.iter().filter_map(move |outcome| {
        let test = pack.tests.get(outcome.test)?;
        let mut named = test.finds.iter().filter_map(|find| find.fact.as_deref());
        let mut found = outcome.right.iter();
        let is_meant =
            found.any(|finding| finding.fact == fact.id) || named.any(|id| id == fact.id);
        is_meant.then_some((test, outcome))
    })
}

/// The names of those tests.
pub(super) fn tests_of(fact: &Fact, pack: &Pack, outcomes: &[TestOutcome]) -> Vec<String> {
    in_tests(fact, pack, outcomes)
        .map(|(test, _)| test.name.clone())
        .collect()
}

/// Drafts of the tests that find this fact alone: for patterns that no sentence of ours fits.
pub(super) fn from_tests(fact: &Fact, pack: &Pack, outcomes: &[TestOutcome]) -> Vec<Draft> {
    let drafts = in_tests(fact, pack, outcomes).filter_map(|(test, outcome)| {
        let [found] = outcome.right.as_slice() else {
            return None;
        };
        let mut right = test.text.clone();
        let place = found.at.source.range();
        right.get(place.clone())?;
        right.replace_range(place, found.expected.as_deref()?);
        Some(Draft {
            date: test.date,
            wrong: test.text.clone(),
            right,
        })
    });
    drafts.collect()
}
