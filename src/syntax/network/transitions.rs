//! The arc-eager transition system of spaCy's parser (Nivre 2008; non-monotonic as in Honnibal and Johnson 2015).

use super::weights::Label;
use crate::syntax::tags::Relation;

/// The words whose vectors the parser looks at before each step.
pub(super) const FEATURES: usize = 8;

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// The next word goes on the stack.
    Shift,
    /// The top of the stack is done.
    Reduce,
    /// The next word is the head of the top, which leaves the stack.
    Left,
    /// The top is the head of the next word, which goes on the stack.
    Right,
    /// A sentence begins; never taken, for sentences are given.
    Break,
}

impl Move {
    /// All kinds, in order.
    pub const ALL: [Move; 5] = [
        Move::Shift,
        Move::Reduce,
        Move::Left,
        Move::Right,
        Move::Break,
    ];
}

/// A step and the label of the arc that it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Action {
    pub kind: Move,
    /// Index of the label.
    pub label: usize,
}

impl Action {
    /// `L-nsubj` → left, `nsubj`; labels that are new are added to the list.
    pub fn named(name: &str, labels: &mut Vec<Label>) -> Option<Action> {
        let (kind, label) = name.split_once('-').unwrap_or((name, ""));
        let kind = match kind {
            "S" => Move::Shift,
            "D" => Move::Reduce,
            "L" => Move::Left,
            "R" => Move::Right,
            "B" => Move::Break,
            _ => return None,
        };
        let (relation, lifted) = label.split_once("||").unwrap_or((label, ""));
        let label = Label {
            relation: Relation::named(relation).unwrap_or(Relation::Dep),
            lifted: Relation::named(lifted),
        };
        let known = labels.iter().position(|known| *known == label);
        let label = known.unwrap_or_else(|| {
            labels.push(label);
            labels.len() - 1
        });
        Some(Action { kind, label })
    }
}

/// An arc to a word from its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Arc {
    pub head: usize,
    pub label: usize,
    /// By how much the step that made it was better than the second best, in raw scores.
    pub margin: i64,
}

/// A stack, what is left of the sentence, and the arcs so far.
#[derive(Debug, Default)]
pub(super) struct State {
    count: usize,
    next: usize,
    stack: Vec<usize>,
    /// Words put back in front of the next one, the last of them first.
    returned: Vec<usize>,
    arcs: Vec<Option<Arc>>,
    /// Words that were put back and may not be shifted before they take a left arc.
    returned_once: Vec<bool>,
    left: Vec<Vec<usize>>,
    right: Vec<Vec<usize>>,
}

impl State {
    /// Begins a sentence of `count` words.
    pub fn reset(&mut self, count: usize) {
        self.count = count;
        self.next = 0;
        self.stack.clear();
        self.returned.clear();
        self.arcs.clear();
        self.arcs.resize(count, None);
        self.returned_once.clear();
        self.returned_once.resize(count, false);
        for children in [&mut self.left, &mut self.right] {
            children.iter_mut().for_each(Vec::clear);
            children.resize_with(count.max(children.len()), Vec::new);
        }
    }

    /// The arcs so far; a word without one is a root.
    pub fn arcs(&self) -> &[Option<Arc>] {
        &self.arcs
    }

    /// Whether nothing is left to do.
    pub fn is_done(&self) -> bool {
        self.stack.is_empty() && self.left_over() == 0
    }

    fn left_over(&self) -> usize {
        self.count - self.next + self.returned.len()
    }

    fn buffer(&self, number: usize) -> Option<usize> {
        match self.returned.iter().rev().nth(number) {
            Some(word) => Some(*word),
            None => {
                let word = self.next + number - self.returned.len();
                (word < self.count).then_some(word)
            }
        }
    }

    fn stacked(&self, number: usize) -> Option<usize> {
        self.stack.iter().rev().nth(number).copied()
    }

    /// The words that the next step depends on: the next two, the top three, and the outermost children made last.
    pub fn context(&self) -> [Option<usize>; FEATURES] {
        let (next, top) = (self.buffer(0), self.stacked(0));
        let last = |children: &[Vec<usize>], word: Option<usize>| {
            let children = children.get(word?)?;
            children.last().copied()
        };
        [
            next,
            self.buffer(1),
            top,
            self.stacked(1),
            self.stacked(2),
            last(&self.left, next),
            last(&self.left, top),
            last(&self.right, top),
        ]
    }

    /// Whether a step is possible.
    pub fn allows(&self, kind: Move) -> bool {
        let depth = self.stack.len();
        match (kind, self.buffer(0)) {
            (Move::Shift, Some(next)) => {
                depth == 0 || self.left_over() >= 2 && !self.returned_once[next]
            }
            (Move::Reduce, next) => depth > 1 || depth > 0 && matches!(next, None | Some(0)),
            (Move::Left | Move::Right, Some(_)) => depth > 0,
            _ => false,
        }
    }

    /// Takes a step; one that is not allowed does nothing.
    pub fn take(&mut self, action: Action, margin: i64) {
        let (top, next) = (self.stacked(0), self.buffer(0));
        match (action.kind, top, next) {
            (Move::Shift, _, Some(_)) => self.push(),
            (Move::Reduce, Some(top), _) => {
                self.stack.pop();
                // A word without a head goes back, to get one.
                if self.arcs[top].is_none() && !self.stack.is_empty() {
                    self.returned_once[top] = true;
                    self.returned.push(top);
                }
            }
            (Move::Left, Some(top), Some(next)) => {
                self.attach(top, next, action.label, margin);
                self.returned_once[next] = false;
                self.stack.pop();
            }
            (Move::Right, Some(top), Some(next)) => {
                self.attach(next, top, action.label, margin);
                self.push();
            }
            _ => {}
        }
    }

    fn push(&mut self) {
        let word = self.returned.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.stack.push(word);
    }

    fn attach(&mut self, word: usize, head: usize, label: usize, margin: i64) {
        if let Some(before) = self.arcs[word] {
            let children = if before.head > word {
                &mut self.left
            } else {
                &mut self.right
            };
            children[before.head].retain(|child| *child != word);
        }
        self.arcs[word] = Some(Arc {
            head,
            label,
            margin,
        });
        let children = if head > word {
            &mut self.left
        } else {
            &mut self.right
        };
        children[head].push(word);
    }

    /// Gives arcs that cross others their true heads.
    pub fn lower_lifted(&mut self, labels: &[Label]) {
        for word in 0..self.count {
            let Some(arc) = self.arcs[word] else { continue };
            let Some(relation) = labels.get(arc.label).and_then(|label| label.lifted) else {
                continue;
            };
            if let Some(head) = self.nearest_below(arc.head, word, relation, labels) {
                self.arcs[word] = Some(Arc { head, ..arc });
            }
        }
    }

    /// The first word below `head`, breadth first, with the relation.
    fn nearest_below(
        &self,
        head: usize,
        not: usize,
        relation: Relation,
        labels: &[Label],
    ) -> Option<usize> {
        let mut queue = std::collections::VecDeque::from([head]);
        let mut steps = 0;
        while let Some(parent) = queue.pop_front() {
            for (word, arc) in self.arcs.iter().enumerate() {
                let Some(arc) = arc else { continue };
                if arc.head != parent || word == not {
                    continue;
                }
                // Lifted arcs of earlier words are lowered by now.
                let is_wanted = labels.get(arc.label).is_some_and(|label| {
                    label.relation == relation && (label.lifted.is_none() || word < not)
                });
                if is_wanted {
                    return Some(word);
                }
                queue.push_back(word);
            }
            steps += 1;
            if steps > self.count {
                break;
            }
        }
        None
    }
}
