//! Cards of other articles.

use super::root::Region;
use super::sections::is_heading;
use super::weights::Weights;
use crate::article::tree::Tree;

/// Cards of other articles: their headings are links.
pub(super) struct Teasers {
    /// For each node the linked headings before it.
    headings: Vec<u32>,
    /// The most prose of a card; none if the page is all cards.
    most: usize,
}

impl Teasers {
    const LONGEST: usize = 400;

    pub(super) fn new(tree: &Tree, weights: &Weights, region: &Region, body: usize) -> Self {
        let mut headings = Vec::with_capacity(tree.len() + 1);
        let mut count = 0;
        for at in 0..=tree.len() {
            headings.push(count);
            let letters = weights.letters(tree, at);
            let linked = weights.linked(tree, at);
            let is_linked = letters > 0 && linked * 10 >= letters * 9;
            count += u32::from(is_linked && is_heading(tree, at) && tree.name(at) != Some("h1"));
        }
        let mut teasers = Self {
            headings,
            most: Self::LONGEST,
        };
        let (mut at, mut inside) = (region.body + 1, 0);
        while at < tree.end(region.body) {
            let found = teasers.has(tree, weights, at);
            if found {
                inside += weights.prose(tree, at);
            }
            at = match found {
                true => tree.end(at).max(at + 1),
                false => at + 1,
            };
        }
        if inside * 2 >= body {
            teasers.most = 0;
        }
        teasers
    }

    /// Whether an element is a card, or a list of them.
    pub(super) fn has(&self, tree: &Tree, weights: &Weights, at: usize) -> bool {
        let before = |at: usize| self.headings.get(at).copied().unwrap_or_default() as usize;
        let headings = before(tree.end(at)).saturating_sub(before(at));
        headings > 0
            && tree.name(at).is_some()
            && !weights.holds_heading(tree, at)
            && weights.prose(tree, at) <= self.most.min(headings * 200)
            && self.most > 0
    }
}
