use super::{Pattern, Piece};

impl Pattern {
    /// Fixed words, one set of which every sentence that the pattern matches holds: the longest literal, or all
    /// branches of the best choice. Empty where the pattern is nothing but slots.
    pub fn anchors(&self) -> Vec<String> {
        let mut best: Vec<String> = Vec::new();
        let worth = |words: &[String]| words.iter().map(String::len).min().unwrap_or(0);
        for piece in &self.0 {
            let words = match piece {
                Piece::Words(words) => vec![trim(words)],
                Piece::Choice(branches) => {
                    let each: Vec<_> = branches.iter().map(Pattern::anchors).collect();
                    if each.iter().any(Vec::is_empty) {
                        Vec::new()
                    } else {
                        each.concat()
                    }
                }
                Piece::Maybe(_) | Piece::Gap | Piece::Slot(_) => Vec::new(),
            };
            if worth(&words) > worth(&best) {
                best = words;
            }
        }
        best
    }
}

/// The words without signs around them, which may be glued to a neighbour in the text.
fn trim(words: &str) -> String {
    words
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_string()
}
