//! Articles → a draft of a rule file: the names, offices, figures and occasions that they agree on, and a comment
//! wherever they disagree.
//!
//! Nothing is drafted on trust. Every fact is written as a rule file has it, loaded, and laid beside its own sentence: with
//! another value in its place the engine must report that sentence at exactly these words, and with its own value it must
//! say nothing. At the end the whole draft is run against all the articles, and a fact that reports anything but a
//! disagreement which its comment names is struck out.

mod acronyms;
mod doc;
mod events;
mod fact;
mod figures;
mod offices;
mod people;
mod places;
mod prove;
mod settle;
mod statements;
#[cfg(test)]
mod tests;
mod words;
mod write;

use rayon::prelude::*;

use crate::article::Article;
use crate::linter::{Linter, Settings};
use crate::packs::Packs;

use doc::{Doc, Known};
use fact::Suggestion;

/// A draft of a rule file.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Draft {
    /// The rule file: it loads, alone and beside the packs that were given. Empty where nothing was found.
    pub text: String,
    /// How many facts of each kind it holds, in the order of the file.
    pub counts: Vec<(&'static str, usize)>,
    /// How many places in the articles contradict it; each is named in a comment.
    pub disagreements: usize,
}

/// A kind of suggestion: how it is found in one article, and how all articles together make facts of it.
struct Kind {
    /// The heading in the file.
    title: &'static str,
    /// What one article offers.
    gather: fn(&Doc) -> Found,
    /// What all articles come to.
    merge: fn(&[Found], &mut Merged),
}

/// One line a kind, in the order of the file.
const KINDS: &[Kind] = &[
    people::KIND,
    acronyms::KIND,
    places::KIND,
    offices::KIND,
    figures::KIND,
    statements::KIND,
    events::KIND,
];

/// What one article offers.
#[derive(Default)]
struct Found {
    names: people::Names,
    acronyms: Vec<acronyms::Acronym>,
    places: Vec<fact::Site>,
    offices: Vec<offices::Held>,
    facts: Vec<Suggestion>,
    events: Vec<events::Occasion>,
}

/// The facts so far, each with the index of its kind.
#[derive(Default)]
struct Merged {
    facts: Vec<Suggestion>,
    people: people::People,
}

/// Drafts a rule file from articles. What the loaded packs know already is left out, and so are their ids.
pub fn suggest(articles: &[Article], loaded: &Packs) -> Draft {
    let linter = Linter::new(loaded, &Settings::default());
    let known = Known::new(loaded, &linter);
    let texts: Vec<crate::text::Text> = articles.par_iter().map(crate::text::Text::new).collect();
    let mut merged = Merged::default();
    let mut all: Vec<Vec<Found>> = articles
        .par_iter()
        .zip(&texts)
        .enumerate()
        .map(|(index, (article, text))| {
            let page = crate::mentions::Page::new(article, text);
            let doc = Doc::new(index, &page, &known);
            KINDS.iter().map(|kind| (kind.gather)(&doc)).collect()
        })
        .collect();
    for (index, kind) in KINDS.iter().enumerate() {
        let found: Vec<Found> = all
            .iter_mut()
            .filter_map(|article| article.get_mut(index).map(std::mem::take))
            .collect();
        let first = merged.facts.len();
        (kind.merge)(&found, &mut merged);
        for fact in merged.facts.iter_mut().skip(first) {
            // The entity of a holder stands with the people.
            let person = fact.kind == "entity" && kind.title == offices::KIND.title;
            fact.section = if person { 0 } else { index };
        }
    }
    let mut facts = merged.facts;
    facts.retain(|fact| !known.covers(fact));
    facts.sort_by_key(|fact| (fact.section, fact.first()));
    fact::name(&mut facts, &known.ids);
    settle::settle(facts, articles, loaded)
}
