//! Sentences made of `grammar.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A piece of an entry.
pub enum Piece {
    Text(&'static str),
    /// One entry of the list with this number.
    List(usize),
    /// What the program makes up.
    Made(&'static str),
}

/// Lists of entries, each of pieces.
pub struct Grammar {
    lists: Vec<Vec<Vec<Piece>>>,
    numbers: HashMap<&'static str, usize>,
    /// Words, and how they are misspelt.
    pub slips: Vec<(&'static str, &'static str)>,
}

pub static GRAMMAR: LazyLock<Grammar> =
    LazyLock::new(|| Grammar::read(include_str!("grammar.txt")));

impl Grammar {
    fn read(text: &'static str) -> Self {
        let lines = || {
            text.lines()
                .filter(|line| !line.is_empty() && !line.starts_with('#'))
        };
        let mut numbers = HashMap::new();
        for name in lines().filter(|line| !line.starts_with(' ')) {
            let number = numbers.len();
            assert!(
                numbers.insert(name, number).is_none(),
                "{name} stands twice"
            );
        }
        let mut grammar = Self {
            lists: Vec::new(),
            numbers,
            slips: Vec::new(),
        };
        for line in lines() {
            if !line.starts_with(' ') {
                grammar.lists.push(Vec::new());
            } else if line.contains(" = ") {
                let pairs = line
                    .split('|')
                    .filter_map(|pair| pair.trim().split_once(" = "));
                grammar.slips.extend(pairs);
            } else {
                let entries = line
                    .split('|')
                    .map(|entry| pieces(entry.trim(), &grammar.numbers));
                let entries: Vec<_> = entries.collect();
                grammar
                    .lists
                    .last_mut()
                    .expect("a list first")
                    .extend(entries);
            }
        }
        grammar
    }

    /// The number of a list.
    pub fn list(&self, name: &str) -> usize {
        self.numbers[name]
    }

    /// The entries of a list.
    pub fn entries(&self, list: usize) -> &[Vec<Piece>] {
        &self.lists[list]
    }
}

fn pieces(entry: &'static str, lists: &HashMap<&str, usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = entry;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').expect("a closing bracket");
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(match lists.get(name) {
            Some(&number) => Piece::List(number),
            None => Piece::Made(name),
        });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}
