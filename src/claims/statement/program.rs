//! A pattern, made ready to be laid beside many sentences: steps, of which some go on in several ways.

use std::collections::HashMap;

use crate::claims::words::{self, WordKind};
use crate::facts::{Fact, Kind, Pattern, Piece, Value};
use crate::mentions::{Page, spelling};
use crate::span::Span;
use crate::text::{fold, normalize};

/// A pattern.
pub struct Program {
    pub(super) steps: Vec<Step>,
    /// Whether a gap stands in it outside brackets.
    pub(super) gap: bool,
    /// Whether it holds a denial of its own.
    pub(super) denies: bool,
}

/// A step of a program. After all but [`Step::Ways`] and [`Step::Goto`] the next one follows.
pub(super) enum Step {
    Token(Token),
    /// Reads a value of this column. `open`: nothing fixed follows.
    Slot {
        column: usize,
        open: bool,
    },
    Gap,
    /// Goes on at one of these steps, the first preferred.
    Ways(Vec<usize>),
    Goto(usize),
    End,
}

impl Program {
    /// Makes a pattern ready.
    pub fn new(pattern: &Pattern) -> Self {
        let mut steps = Vec::new();
        write(pattern, &mut steps);
        steps.push(Step::End);
        for index in 0..steps.len() {
            let follows = is_open(&steps, index + 1);
            if let Some(Step::Slot { open, .. }) = steps.get_mut(index) {
                *open = follows;
            }
        }
        Program {
            steps,
            gap: pattern.0.contains(&Piece::Gap),
            denies: says_no(pattern),
        }
    }
}

/// Writes the steps of a pattern; brackets nest no deeper than the rule language lets them.
fn write(pattern: &Pattern, steps: &mut Vec<Step>) {
    for piece in &pattern.0 {
        match piece {
            Piece::Words(words) => steps.extend(tokens(words).into_iter().map(Step::Token)),
            Piece::Gap => steps.push(Step::Gap),
            Piece::Slot(column) => steps.push(Step::Slot {
                column: *column,
                open: false,
            }),
            Piece::Maybe(inner) => {
                let at = steps.len();
                steps.push(Step::Ways(Vec::new()));
                write(inner, steps);
                let end = steps.len();
                steps[at] = Step::Ways(vec![at + 1, end]);
            }
            Piece::Choice(arms) => {
                let at = steps.len();
                steps.push(Step::Ways(Vec::new()));
                let (mut starts, mut ends) = (Vec::new(), Vec::new());
                for arm in arms {
                    starts.push(steps.len());
                    write(arm, steps);
                    ends.push(steps.len());
                    steps.push(Step::End);
                }
                let end = steps.len();
                steps[at] = Step::Ways(starts);
                for arm in ends {
                    steps[arm] = Step::Goto(end);
                }
            }
        }
    }
}

/// Whether nothing fixed stands at a step: the end, or a gap.
fn is_open(steps: &[Step], mut at: usize) -> bool {
    while let Some(Step::Goto(next)) = steps.get(at) {
        at = *next;
    }
    matches!(steps.get(at), None | Some(Step::End | Step::Gap))
}

/// Whether a pattern holds a denial of its own; patterns nest no deeper than their brackets do in the rule file.
fn says_no(pattern: &Pattern) -> bool {
    pattern.0.iter().any(|piece| match piece {
        Piece::Words(words) => fold(words).split(' ').any(denies),
        Piece::Choice(branches) => branches.iter().any(says_no),
        Piece::Maybe(inner) => says_no(inner),
        Piece::Gap | Piece::Slot(_) => false,
    })
}

pub(super) fn denies(word: &str) -> bool {
    matches!(word, "not" | "never" | "no" | "neither") || word.ends_with("n't")
}

/// A fixed word or sign, in all spellings that mean the same.
pub(super) struct Token {
    kind: WordKind,
    text: String,
    variants: Vec<Variant>,
}

struct Variant {
    text: String,
    folded: String,
    capitals: bool,
}

/// The words and signs of a phrase.
pub(super) fn tokens(words: &str) -> Vec<Token> {
    let words = normalize(words);
    let found = words::words(&words, Span::new(0, words.len()));
    let token = |word: words::Word| {
        let text = word.span.of(&words).to_string();
        let fixed = matches!(word.kind, WordKind::Sign | WordKind::Possessive);
        let spellings = match fixed {
            true => Vec::new(),
            false => spelling::variants(&text),
        };
        let variant = |text: String| Variant {
            folded: fold(&text),
            capitals: text.chars().any(char::is_uppercase),
            text,
        };
        Token {
            kind: word.kind,
            variants: spellings.into_iter().map(variant).collect(),
            text,
        }
    };
    found.into_iter().map(token).collect()
}

/// The text that tokens are looked for in: up to the end of a sentence.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) page: &'t Page<'t>,
    pub(super) end: usize,
}

impl<'t> Line<'t> {
    fn rest(self, at: usize) -> &'t str {
        self.text().get(at..self.end.max(at)).unwrap_or_default()
    }

    fn text(self) -> &'t str {
        self.page.text.as_str()
    }

    pub(super) fn skip_space(self, at: usize) -> usize {
        let rest = self.rest(at);
        at + (rest.len() - rest.trim_start_matches(' ').len())
    }

    /// Where the text in quotation marks or italics begins: `opened with "Small Things"`.
    pub(super) fn skip_marks(self, at: usize) -> usize {
        let at = self.skip_space(at);
        let rest = self.rest(at);
        let marks = rest.len() - rest.trim_start_matches(['"', '*', '_']).len();
        match rest[marks..].starts_with(|c: char| c.is_alphanumeric()) {
            true => at + marks,
            false => at,
        }
    }

    /// The same behind it: past the marks that close it, and a comma inside of them.
    fn skip_closing(self, at: usize) -> usize {
        let rest = self.rest(at);
        let inner = rest.strip_prefix(',').unwrap_or(rest);
        let trimmed = inner.trim_start_matches(['"', '*', '_']);
        match trimmed.len() < inner.len() {
            true => at + (rest.len() - trimmed.len()),
            false => at,
        }
    }

    /// Where a word begins: a possessive in the text is passed over where the pattern has none.
    pub(super) fn skip_possessive(self, at: usize) -> usize {
        let at = self.skip_space(at);
        let owns = self.rest(at).strip_prefix("'s");
        match owns.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
            true => self.skip_space(at + 2),
            false => at,
        }
    }
}

impl Token {
    /// The offset after the token, if it stands here.
    pub(super) fn end(&self, line: Line, at: usize) -> Option<usize> {
        let marked = self.end_at(line, at);
        marked.or_else(|| {
            let bare = line.skip_marks(line.skip_closing(at));
            (bare != line.skip_space(at))
                .then(|| self.end_at(line, bare))
                .flatten()
        })
    }

    fn end_at(&self, line: Line, at: usize) -> Option<usize> {
        let owns = self.kind == WordKind::Possessive || self.text.starts_with('\'');
        let at = match owns {
            true => line.skip_space(at),
            false => line.skip_possessive(at),
        };
        let rest = line.rest(at);
        if self.variants.is_empty() {
            return rest.starts_with(&self.text).then(|| at + self.text.len());
        }
        self.variants.iter().find_map(|variant| {
            let slice = rest.get(..variant.text.len())?;
            let alike = || fold(slice) == variant.folded;
            let equal = match variant.capitals {
                true => {
                    slice == variant.text
                        || spelling::all_capitals(slice) && alike()
                        || spelling::is_title_form(&variant.text, slice)
                }
                false => slice == variant.text || alike(),
            };
            let span = Span::new(at, at + variant.text.len());
            (equal && spelling::on_boundaries(line.text(), span)).then_some(span.end)
        })
    }
}

/// What a slot may read word by word: phrases, found by how they begin.
#[derive(Default)]
pub(super) struct Words {
    phrases: Vec<Vec<Token>>,
    /// By the letters and digits that they begin with, folded.
    starts: HashMap<String, Vec<usize>>,
    /// Those that begin otherwise: with a sign, or in Hangul, which may go on.
    others: Vec<usize>,
}

impl Words {
    fn add(&mut self, phrase: &str) {
        let tokens = tokens(phrase);
        let Some(first) = tokens.first() else { return };
        let index = self.phrases.len();
        let mut starts: Vec<String> = Vec::new();
        for variant in &first.variants {
            let start = start(&variant.folded);
            let whole = start.len() == variant.folded.len();
            let goes_on = whole && !start.is_ascii();
            starts.push(if goes_on { String::new() } else { start.into() });
        }
        if starts.is_empty() || starts.iter().any(String::is_empty) {
            self.others.push(index);
        } else {
            starts.dedup();
            for start in starts {
                self.starts.entry(start).or_default().push(index);
            }
        }
        self.phrases.push(tokens);
    }

    /// The offsets after those that stand here, the longest first.
    pub(super) fn ends(&self, line: Line, at: usize) -> Vec<usize> {
        let from = line.skip_possessive(at);
        let here = start(line.page.lower(Span::new(from, line.end.max(from))));
        let known = self.starts.get(here);
        let known = known.into_iter().flatten().chain(&self.others);
        let end = |index: &usize| {
            let mut tokens = self.phrases[*index].iter();
            tokens.try_fold(at, |at, token| token.end(line, at))
        };
        let mut ends: Vec<usize> = known.filter_map(end).collect();
        ends.sort_unstable_by(|a, b| b.cmp(a));
        ends.dedup();
        ends
    }
}

/// The letters and digits at the head of some words.
fn start(words: &str) -> &str {
    let end = words.find(|c: char| !c.is_alphanumeric());
    &words[..end.unwrap_or(words.len())]
}

/// A statement, made ready.
pub struct Ready {
    /// Its patterns.
    pub says: Vec<Program>,
    /// For each column its right values, and of a closed choice the wrong ones too.
    pub(super) words: Vec<Words>,
}

impl Ready {
    /// Makes a fact ready, if it is a statement.
    pub fn new(fact: &Fact) -> Option<Ready> {
        let Kind::Statement(statement) = &fact.kind else {
            return None;
        };
        let column = |column: usize| {
            let mut words = Words::default();
            let wrong = statement.wrong.get(column).into_iter().flatten();
            spellings(fact, column)
                .chain(wrong)
                .for_each(|phrase| words.add(phrase));
            words
        };
        Some(Ready {
            says: statement.says.iter().map(Program::new).collect(),
            words: (0..fact.table.columns.len()).map(column).collect(),
        })
    }
}

/// The right values of a column.
pub(super) fn spellings(fact: &Fact, column: usize) -> impl Iterator<Item = &String> {
    let records = fact.table.records.iter();
    let cells = records.filter_map(move |record| record.cells.get(column));
    cells.flatten().flat_map(|value| match value {
        Value::Phrase(phrase) => phrase.spellings.as_slice(),
        _ => &[],
    })
}
