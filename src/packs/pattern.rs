//! Sentence patterns: `(a|b)`, `[x]`, `…`, `{slot}`, `@id`.

use std::collections::HashSet;
use std::ops::Range;

use crate::facts::{Pattern, Piece};

/// How deep brackets may stand in brackets.
const DEPTH: usize = 16;

/// A mistake in a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// The bytes of the pattern.
    pub at: Range<usize>,
    pub message: &'static str,
    pub label: &'static str,
    pub help: &'static str,
}

/// What a pattern refers to.
pub(crate) trait Scope {
    /// The column of a slot, which stands at these bytes.
    fn slot(&mut self, name: &str, at: Range<usize>) -> usize;
    /// The names of an entity, whose `@id` stands at these bytes.
    fn names(&mut self, id: &str, at: Range<usize>) -> Vec<String>;
}

/// Reads a pattern.
pub(crate) fn parse(text: &str, scope: &mut dyn Scope) -> Result<Pattern, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let choices = choices(text, &mut mistakes);
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let mut stack = vec![Frame::default()];
    let mut at = 0;
    let mut before = ' ';
    while let Some(c) = text[at..].chars().next() {
        let start = at;
        at += c.len_utf8();
        let rest = &text[at..];
        let Some(top) = stack.last_mut() else { break };
        match c {
            '\\' => {
                if let Some(literal) = rest.chars().next() {
                    top.words.push(literal);
                    at += literal.len_utf8();
                }
            }
            '(' if choices.contains(&start) => {
                top.flush();
                stack.push(Frame::default());
            }
            '[' => {
                top.flush();
                stack.push(Frame::default());
            }
            ')' if choices.contains(&start) => close(&mut stack, false),
            ']' => close(&mut stack, true),
            '|' => top.next_arm(),
            '…' => top.piece(Piece::Gap),
            '.' if rest.starts_with("..") => {
                at += 2;
                top.piece(Piece::Gap);
            }
            '{' => {
                let length = rest.find('}').unwrap_or(rest.len());
                let name = &rest[..length];
                at = (at + length + 1).min(text.len());
                if is_slot_name(name) {
                    let column = scope.slot(name, start..at);
                    top.piece(Piece::Slot(column));
                } else {
                    mistakes.push(Mistake {
                        at: start..at,
                        message: "a slot has a name of lower-case letters, digits and hyphens",
                        label: "no name of a slot",
                        help: "write for example `{year}` or `{place}`",
                    });
                }
            }
            '@' if !before.is_alphanumeric() && !id_at(rest).is_empty() => {
                let id = id_at(rest);
                at += id.len();
                let names = scope.names(id, start..at);
                if !names.is_empty() {
                    let arms = names
                        .into_iter()
                        .map(|name| Pattern(vec![Piece::Words(name)]));
                    top.piece(Piece::Choice(arms.collect()));
                }
            }
            _ => top.words.push(c),
        }
        before = c;
    }
    let pattern = stack.pop().map(Frame::finish).unwrap_or_default();
    if mistakes.is_empty() && !has_words(&pattern) && !text.contains('@') {
        mistakes.push(Mistake {
            at: 0..text.len(),
            message: "a pattern needs a word that tells what it is about",
            label: "no word here",
            help: "write the words around the slot: `the budget of {year}`",
        });
    }
    if mistakes.is_empty() {
        Ok(pattern)
    } else {
        Err(mistakes)
    }
}

/// Closes a bracket: what it holds becomes a piece of what it stands in.
fn close(stack: &mut Vec<Frame>, maybe: bool) {
    let Some(inner) = stack.pop() else { return };
    let Some(outer) = stack.last_mut() else {
        stack.push(inner);
        return;
    };
    let inner = inner.finish();
    if maybe {
        outer.piece(Piece::Maybe(inner));
    } else {
        outer.pieces.extend(inner.0);
    }
}

/// The pieces between two brackets, being gathered.
#[derive(Default)]
struct Frame {
    arms: Vec<Pattern>,
    pieces: Vec<Piece>,
    words: String,
}

impl Frame {
    fn flush(&mut self) {
        let words: Vec<&str> = self.words.split_whitespace().collect();
        if !words.is_empty() {
            self.pieces.push(Piece::Words(words.join(" ")));
        }
        self.words.clear();
    }

    fn piece(&mut self, piece: Piece) {
        self.flush();
        self.pieces.push(piece);
    }

    fn next_arm(&mut self) {
        self.flush();
        self.arms.push(Pattern(std::mem::take(&mut self.pieces)));
    }

    fn finish(mut self) -> Pattern {
        if self.arms.is_empty() {
            self.flush();
            return Pattern(self.pieces);
        }
        self.next_arm();
        Pattern(vec![Piece::Choice(self.arms)])
    }
}

/// Where brackets of alternatives open and close; every other bracket of their kind is literal.
fn choices(text: &str, mistakes: &mut Vec<Mistake>) -> HashSet<usize> {
    struct Open {
        sign: char,
        at: usize,
        bars: bool,
        arm: usize,
    }
    let mut stack: Vec<Open> = Vec::new();
    let mut found = HashSet::new();
    let mut signs = text.char_indices();
    let mut mistake = |at: Range<usize>, message, label, help| {
        mistakes.push(Mistake {
            at,
            message,
            label,
            help,
        });
    };
    while let Some((at, c)) = signs.next() {
        let here = at..at + c.len_utf8();
        match c {
            '\\' => {
                let is_last = signs.next().is_none();
                if is_last {
                    mistake(
                        here,
                        "a `\\` at the end of a pattern makes nothing literal",
                        "no sign follows",
                        "take it out, or write `\\\\` for the sign itself",
                    );
                }
            }
            '{' => {
                let closed = signs.any(|(_, c)| c == '}');
                if !closed {
                    mistake(
                        here,
                        "a `{` is not closed",
                        "opened here",
                        "close it: `{slot}`; or write `\\{` for the sign itself",
                    );
                }
            }
            '}' => mistake(
                here,
                "a `}` closes nothing",
                "nothing is open here",
                "write `{slot}`; or `\\}` for the sign itself",
            ),
            '(' | '[' => {
                if stack.len() == DEPTH {
                    mistake(
                        here,
                        "brackets stand too deep in brackets",
                        "too deep",
                        "write several patterns instead of one",
                    );
                    return found;
                }
                stack.push(Open {
                    sign: c,
                    at,
                    bars: false,
                    arm: here.end,
                });
            }
            '|' => match stack.last_mut() {
                Some(open) => {
                    if text[open.arm..at].trim().is_empty() {
                        mistake(
                            open.arm.saturating_sub(1)..here.end,
                            "an alternative is empty",
                            "nothing stands here",
                            "write what may be left out in square brackets: `[Ocean]`",
                        );
                    }
                    open.bars = true;
                    open.arm = here.end;
                }
                None => mistake(
                    here,
                    "alternatives stand in brackets",
                    "a `|` outside brackets",
                    "write `(one|another)`; or `\\|` for the sign itself",
                ),
            },
            ')' | ']' => {
                let opens = if c == ')' { '(' } else { '[' };
                match stack.pop() {
                    Some(open) if open.sign == opens => {
                        if text[open.arm..at].trim().is_empty() && (open.bars || c == ']') {
                            mistake(
                                open.arm.saturating_sub(1)..here.end,
                                "an alternative is empty",
                                "nothing stands here",
                                "write what may be left out in square brackets: `[Ocean]`",
                            );
                        }
                        if open.bars && c == ')' {
                            found.insert(open.at);
                            found.insert(at);
                        }
                    }
                    other => {
                        mistake(
                            here,
                            "a bracket closes nothing",
                            "nothing of its kind is open here",
                            "open it before, or write `\\` in front of it for the sign itself",
                        );
                        stack.extend(other);
                    }
                }
            }
            _ => {}
        }
    }
    for open in stack {
        mistake(
            open.at..open.at + 1,
            "a bracket is not closed",
            "opened here",
            "close it, or write `\\` in front of it for the sign itself",
        );
    }
    found
}

/// The id in front of which an `@` stands.
fn id_at(rest: &str) -> &str {
    let length = rest
        .find(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit() && c != '-')
        .unwrap_or(rest.len());
    rest[..length].trim_end_matches('-')
}

fn is_slot_name(name: &str) -> bool {
    super::ids::is_kebab(name) && name.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether literal words stand somewhere in a pattern; brackets are at most [`DEPTH`] deep.
fn has_words(pattern: &Pattern) -> bool {
    pattern.0.iter().any(|piece| match piece {
        Piece::Words(_) => true,
        Piece::Choice(arms) => arms.iter().any(has_words),
        Piece::Maybe(inner) => has_words(inner),
        Piece::Gap | Piece::Slot(_) => false,
    })
}

/// For every byte of a decoded TOML string, and its end, where it stands in its literal, which begins with its quotes.
pub(crate) fn in_literal(literal: &str, decoded: &str) -> Vec<usize> {
    let (quotes, escapes) = match literal.as_bytes() {
        [b'"', b'"', b'"', ..] => (3, true),
        [b'\'', b'\'', b'\'', ..] => (3, false),
        [b'"', ..] => (1, true),
        [b'\'', ..] => (1, false),
        // The parser recovers text without quotes.
        _ => (0, false),
    };
    let mut at = quotes;
    if quotes == 3 {
        // A line break behind the quotes is no part of the text.
        let rest = literal.get(at..).unwrap_or("");
        at += ["\r\n", "\n"]
            .iter()
            .find(|end| rest.starts_with(**end))
            .map_or(0, |end| end.len());
    }
    let mut places = Vec::with_capacity(decoded.len() + 1);
    for c in decoded.chars() {
        // A `\` at the end of a line takes the line break and the spaces behind it away.
        while escapes
            && let Some(rest) = literal.get(at..).and_then(|rest| rest.strip_prefix('\\'))
            && rest.starts_with(char::is_whitespace)
        {
            at += 1 + rest.len() - rest.trim_start().len();
        }
        places.resize(places.len() + c.len_utf8(), at.min(literal.len()));
        let mut signs = literal.get(at..).unwrap_or("").chars();
        at += match (signs.next(), signs.next()) {
            (Some('\\'), Some(sign)) if escapes => match sign {
                'x' => 4,
                'u' => 6,
                'U' => 10,
                _ => 2,
            },
            (Some('\r'), Some('\n')) if c == '\n' => 2,
            (Some(sign), _) => sign.len_utf8(),
            (None, _) => 0,
        };
    }
    places.push(at.min(literal.len()));
    places
}

#[cfg(test)]
mod tests;
