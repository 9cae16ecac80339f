//! How much text of which kind each element of a page holds.

use crate::article::BlockKind;
use crate::article::prose::{Role, role};
use crate::article::tree::{Content, Tree};

/// Letters in a text that is more than a label.
const SENTENCE: usize = 20;

/// One count before each node, so that what an element holds is a difference.
#[derive(Default)]
struct Counts(Vec<u32>);

impl Counts {
    fn within(&self, tree: &Tree, at: usize) -> usize {
        self.between(at, tree.end(at))
    }

    fn between(&self, start: usize, end: usize) -> usize {
        let before = |at: usize| self.0.get(at).copied().unwrap_or_default();
        before(end).saturating_sub(before(start)) as usize
    }
}

/// Counts of letters, links and sentences in the seen text of a page.
#[derive(Default)]
pub(super) struct Weights {
    /// Letters outside links and headings.
    prose: Counts,
    /// Letters of [`Self::prose`] in texts that are more than labels.
    running: Counts,
    /// Letters in links.
    linked: Counts,
    /// Links.
    links: Counts,
    /// Texts outside links that end a sentence.
    ends: Counts,
    /// All letters.
    letters: Counts,
    /// Main headings.
    heads: Counts,
}

impl Weights {
    /// Counts what is seen; an element that `unseen` names has no weight, nor has what it holds.
    pub(super) fn new(tree: &Tree, unseen: &dyn Fn(usize) -> bool) -> Self {
        let mut weights = Self::default();
        let (mut prose, mut running, mut linked, mut links) = (0, 0, 0, 0);
        let (mut ends, mut letters, mut heads) = (0, 0, 0);
        let (mut hidden_to, mut heading_to) = (0, 0);
        for at in 0..=tree.len() {
            weights.prose.0.push(prose);
            weights.running.0.push(running);
            weights.linked.0.push(linked);
            weights.links.0.push(links);
            weights.ends.0.push(ends);
            weights.letters.0.push(letters);
            weights.heads.0.push(heads);
            let Some(node) = tree.node(at).filter(|_| at >= hidden_to) else {
                continue;
            };
            match &node.content {
                Content::Element { name, .. } => {
                    if unseen(at) {
                        hidden_to = node.end;
                        continue;
                    }
                    if role(name) == Role::Block(BlockKind::Headline) {
                        heading_to = heading_to.max(node.end);
                    }
                    links += u32::from(name == "a");
                    heads += u32::from(name == "h1");
                }
                Content::Text { run, linked: link } => {
                    let text = tree.words(run);
                    let own = text.chars().filter(|c| c.is_alphanumeric()).count() as u32;
                    let ended = text.contains(['.', '!', '?', '。']);
                    letters += own;
                    if *link {
                        linked += own;
                    } else if at >= heading_to {
                        prose += own;
                        ends += u32::from(ended);
                        if ended || own as usize >= SENTENCE {
                            running += own;
                        }
                    }
                }
            }
        }
        weights
    }

    pub(super) fn prose(&self, tree: &Tree, at: usize) -> usize {
        self.prose.within(tree, at)
    }

    pub(super) fn prose_between(&self, start: usize, end: usize) -> usize {
        self.prose.between(start, end)
    }

    pub(super) fn running(&self, tree: &Tree, at: usize) -> usize {
        self.running.within(tree, at)
    }

    pub(super) fn linked(&self, tree: &Tree, at: usize) -> usize {
        self.linked.within(tree, at)
    }

    pub(super) fn links(&self, tree: &Tree, at: usize) -> usize {
        self.links.within(tree, at)
    }

    pub(super) fn ends(&self, tree: &Tree, at: usize) -> usize {
        self.ends.within(tree, at)
    }

    pub(super) fn letters(&self, tree: &Tree, at: usize) -> usize {
        self.letters.within(tree, at)
    }

    pub(super) fn letters_between(&self, start: usize, end: usize) -> usize {
        self.letters.between(start, end)
    }

    /// The letters of prose between the main heading before a node and the node, if there is one.
    pub(super) fn prose_below_heading(&self, at: usize) -> Option<usize> {
        let before = self.heads.0.get(at).copied().filter(|before| *before > 0)?;
        let after = self.heads.0.partition_point(|heads| *heads < before);
        Some(self.prose.between(after, at))
    }

    /// Whether a main heading is in an element.
    pub(super) fn holds_heading(&self, tree: &Tree, at: usize) -> bool {
        self.heads.within(tree, at) > 0
    }
}
