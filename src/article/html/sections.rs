//! Sections of a page that their heading says are no part of the article: `Read next`, `Related`.

use super::boilerplate::{CLIMB, Marks};
use super::labels::{self, Label};
use super::weights::Weights;
use crate::article::BlockKind;
use crate::article::prose::{Role, role};
use crate::article::tree::{Content, Tree};

/// The letters of the shortest article.
const SHORTEST: usize = 40;

/// Marks what a label such as `Read next` governs.
pub(super) fn labelled(tree: &Tree, weights: &Weights, text: usize, marks: &mut Marks) {
    let Some(parent) = tree.parent(text) else {
        return;
    };
    let Some(node) = tree.node(text) else { return };
    let Content::Text { run, .. } = &node.content else {
        return;
    };
    let words = tree.words(run);
    if words.len() > labels::LONGEST * 3 || words.trim().is_empty() {
        return;
    }
    // The element that says nothing else.
    let mut at = parent;
    let mut whole = String::new();
    if weights.letters_between(text, text + 1) == weights.letters(tree, at) {
        whole.push_str(words);
    } else if is_heading(tree, at) && tree.end(at) - at < 12 && first_text(tree, at) == Some(text) {
        whole = tree.text_of(at);
    } else {
        return;
    }
    let Some(label) = labels::label(&whole) else {
        return;
    };
    let own = weights.letters(tree, at);
    for _ in 0..CLIMB {
        let Some(above) = tree.parent(at) else { break };
        if weights.letters(tree, above) > own || above == Tree::ALL {
            break;
        }
        at = above;
    }
    section(tree, weights, at, label, marks);
}

fn first_text(tree: &Tree, at: usize) -> Option<usize> {
    (at..tree.end(at)).find(|at| {
        matches!(tree.node(*at).map(|node| &node.content), Some(Content::Text { run, .. }) if !tree.words(run).trim().is_empty())
    })
}

pub(super) fn is_heading(tree: &Tree, at: usize) -> bool {
    tree.name(at)
        .is_some_and(|name| role(name) == Role::Block(BlockKind::Headline))
}

/// Marks the section that a label heads.
fn section(tree: &Tree, weights: &Weights, label: usize, says: Label, marks: &mut Marks) {
    let own = weights.letters(tree, label);
    let all = weights.running(tree, Tree::ALL);
    let mut at = label;
    // The element that begins with the label and holds more than it.
    for _ in 0..CLIMB {
        let Some(above) = tree.parent(at) else { return };
        let frame = matches!(tree.name(above), None | Some("" | "html" | "body" | "main"));
        if frame || weights.letters_between(above, label) > 0 || weights.holds_heading(tree, above)
        {
            break;
        }
        at = above;
        // The head of the section: `Related`, `See all`.
        if weights.letters(tree, at) > own + 20 {
            break;
        }
    }
    let letters = weights.letters(tree, at);
    if letters > own {
        let (linked, prose) = (weights.linked(tree, at), weights.prose(tree, at));
        let links = linked > prose || weights.links(tree, at) >= 2 && linked * 3 > prose;
        let running = weights.running(tree, at);
        let heading = heading_in(tree, label).is_some();
        let below = weights
            .prose_below_heading(at)
            .is_some_and(|prose| prose >= SHORTEST);
        let most = match says {
            // Below a headline and its article it may be longer than they are.
            Label::Section if heading && below => false,
            Label::Section => running * 3 > all * 2,
            _ => running * 3 > all,
        };
        if links || says == Label::Section && !most {
            marks.set(at);
        }
        return;
    }
    followers(tree, weights, at, says, marks);
}

/// Marks a label that heads no section of its own, and what of its siblings it governs.
fn followers(tree: &Tree, weights: &Weights, label: usize, says: Label, marks: &mut Marks) {
    let Some(parent) = tree.parent(label) else {
        return;
    };
    let heading = heading_in(tree, label);
    let after = weights.prose_between(tree.end(label), tree.end(parent));
    let before = weights.prose_between(parent, label);
    // At the end of the text all that follows belongs to it.
    let last = says == Label::Section && heading.is_some() && after < before;
    let mut at = tree.end(label);
    let (mut marked, mut listed) = (false, false);
    while at < tree.end(parent) {
        let next = tree.end(at).max(at + 1);
        let (linked, prose) = (weights.linked(tree, at), weights.prose(tree, at));
        if weights.letters(tree, at) == 0 {
            at = next;
            continue;
        }
        if weights.holds_heading(tree, at) {
            break;
        }
        let ends = heading_in(tree, at).is_some_and(|level| heading.is_none_or(|own| level <= own))
            && linked == 0;
        let links = linked > prose || weights.links(tree, at) >= 2 && linked * 3 > prose;
        // Below a list of links the text goes on.
        let governed = links || last && !listed && tree.name(at).is_some();
        if ends || !governed {
            break;
        }
        marks.set(at);
        (marked, listed) = (true, listed || links);
        at = next;
    }
    if marked || heading.is_some() && says == Label::Section {
        marks.set(label);
    }
}

/// The level of the heading that an element is or only wraps.
fn heading_in(tree: &Tree, at: usize) -> Option<u32> {
    let mut at = at;
    for _ in 0..CLIMB {
        if is_heading(tree, at) {
            let digit = tree.name(at)?.chars().nth(1)?;
            return digit.to_digit(10);
        }
        let mut children = tree.children(at);
        let only = children.next()?;
        if children.next().is_some() {
            return None;
        }
        at = only;
    }
    None
}
