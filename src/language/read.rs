//! Reads the values of a sentence.

use std::cell::OnceCell;

use super::amounts::{self, Join, Measured};
use super::context::{self, Around, BEFORE_OVER, BEFORE_UNDER, CHANGE, LASTING};
use super::dates::{self, DateExpr};
use super::hedges;
use super::numbers;
use super::tokens::{Lexer, Token, TokenKind};
use super::units::{self, Dimension};
use super::value::{Hedge, HedgeKind, Mention, Reading};
use crate::span::Span;

/// Reads every value in one sentence, in the order of their places, none overlapping another.
///
/// `text` is the whole normalised text and `sentence` the part of it to read; spans count in `text`.
/// Numbers that are part of a date, a clock time, a score, a designation and the like are not listed.
pub fn read(text: &str, sentence: Span) -> Vec<Mention> {
    let sentence = Span::new(sentence.start, Lexer::new(text, sentence.end).end());
    if !text.is_char_boundary(sentence.start) || sentence.start >= sentence.end {
        return Vec::new();
    }
    let mut reader = Reader {
        lex: Lexer::new(text, sentence.end),
        sentence,
        mentions: Vec::new(),
        before: [None; 2],
        title_case: OnceCell::new(),
    };
    let mut pos = sentence.start;
    for (span, date) in dates::scan(text, sentence) {
        reader.numbers(pos, span.start);
        reader.date(span, date);
        pos = span.end;
    }
    reader.numbers(pos, sentence.end);
    reader.mentions
}

struct Reader<'t> {
    lex: Lexer<'t>,
    sentence: Span,
    mentions: Vec<Mention>,
    /// The last two tokens, the nearest first.
    before: [Option<Token>; 2],
    title_case: OnceCell<bool>,
}

impl Reader<'_> {
    fn date(&mut self, span: Span, date: DateExpr) {
        self.mentions.push(Mention {
            span,
            reading: Reading::Date(date),
        });
        self.before = [
            self.lex
                .from(span.start)
                .take_while(|t| t.span.end <= span.end)
                .last(),
            None,
        ];
    }

    /// Reads everything but dates between two places.
    fn numbers(&mut self, start: usize, end: usize) {
        let lex = Lexer::new(self.lex.text(), end);
        let mut pos = start;
        while let Some(token) = lex.at(pos) {
            pos = self.step(lex, token);
        }
    }

    /// Reads what begins at a token, and says where to go on.
    fn step(&mut self, lex: Lexer, token: Token) -> usize {
        let start = token.span.start;
        let first = lex.before(start).is_none_or(char::is_whitespace);
        if first && let Some(end) = context::address(lex, start) {
            self.before = [Some(token), None];
            return end;
        }
        // Most tokens begin nothing.
        let begins = begins_value(lex, token);
        if begins && let Some(end) = context::spoken_year(lex, start) {
            self.before = [Some(token), None];
            return end;
        }
        let hedged = hedges::begins(token.of(lex.text()))
            .then(|| self.hedged(lex, start))
            .flatten();
        let value = || begins.then(|| self.value(lex, start, None)).flatten();
        if let Some(end) = hedged.or_else(value) {
            return end;
        }
        if token.kind == TokenKind::Digits {
            self.before = [Some(token), self.before[0]];
            return context::run(lex, start).max(token.span.end);
        }
        self.before = [Some(token), self.before[0]];
        token.span.end
    }

    fn hedged(&mut self, lex: Lexer, pos: usize) -> Option<usize> {
        let (hedge, next) = hedges::before(lex, pos)?;
        // `at least about 500`: the nearer hedge loosens the farther one
        if let Some((nearer, next)) = hedges::before(lex, next) {
            let span = hedge.span.to(nearer.span);
            let kind = if hedge.kind == HedgeKind::Nearly {
                nearer.kind
            } else {
                hedge.kind
            };
            if let Some(end) = self.value(lex, next, Some(Hedge { span, kind })) {
                return Some(end);
            }
        }
        self.value(lex, next, Some(hedge))
    }

    /// Reads the value at `pos`, and says where it ends.
    fn value(&mut self, lex: Lexer, pos: usize, hedge: Option<Hedge>) -> Option<usize> {
        if hedge.is_none()
            && let Some((span, number)) = numbers::ordinal(lex, pos)
        {
            return self.ordinal(span, number);
        }
        if !self.may_begin(lex, pos) {
            return None;
        }
        let join = self.join(lex, hedge.is_some());
        let mut measured = amounts::amount(lex, pos, join)?;
        let around = Around {
            lex,
            sentence: self.sentence,
            before: if hedge.is_some() {
                None
            } else {
                self.before[0]
            },
            title_case: &self.title_case,
        };
        if !around.is_value(&measured) {
            return None;
        }
        if join == Join::Change {
            amounts::carry_back(lex, &mut measured);
        }
        let end = measured.span.end;
        self.push(lex, measured, hedge);
        let last = lex.from(pos).take_while(|t| t.span.end <= end).last();
        self.before = [last, None];
        Some(end)
    }

    fn ordinal(&mut self, span: Span, number: u64) -> Option<usize> {
        let text = self.lex.text();
        if !context::begins_whole(text, span.start) && !text[..span.start].ends_with('-') {
            return None;
        }
        self.mentions.push(Mention {
            span,
            reading: Reading::Ordinal(number),
        });
        self.before = [self.lex.at(span.start), None];
        Some(span.end)
    }

    /// Whether the token may be the first of a number: a sign is a minus only after a space.
    fn may_begin(&self, lex: Lexer, pos: usize) -> bool {
        let Some(token) = lex.glued(pos) else {
            return false;
        };
        match token.kind {
            TokenKind::Digits => context::begins_whole(lex.text(), pos),
            TokenKind::Word => lex
                .before(pos)
                .is_none_or(|c| !c.is_alphanumeric() && c != '-' && c != '\''),
            TokenKind::Possessive => false,
            TokenKind::Sign => match token.of(lex.text()) {
                "-" | "." => lex
                    .before(pos)
                    .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '"' | '[')),
                _ => true,
            },
        }
    }

    fn join(&self, lex: Lexer, hedged: bool) -> Join {
        let word = |token: Option<Token>| {
            token
                .filter(|t| t.kind == TokenKind::Word)
                .map(|t| t.of(lex.text()).to_lowercase())
        };
        match word(self.before[0]).as_deref() {
            Some("between") => Join::Between,
            _ if hedged => Join::Open,
            Some("from") => match word(self.before[1]) {
                Some(verb) if CHANGE.contains(&verb.as_str()) => Join::Change,
                _ => Join::From,
            },
            _ => Join::Open,
        }
    }

    fn push(&mut self, lex: Lexer, measured: Measured, hedge: Option<Hedge>) {
        let text = lex.text();
        let span = measured.span;
        let mut amount = measured.into_amount();
        let word = self.before[0].map(|t| t.of(text).to_lowercase());
        let is = |words: &[&str]| word.as_deref().is_some_and(|word| words.contains(&word));
        if amount.unit.is_none() && hedge.is_none() && is(&["aged", "age"]) {
            amount.unit = units::unit("years");
        }
        let lasts = amount
            .unit
            .is_some_and(|unit| unit.dimension == Dimension::Duration);
        amount.hedge = hedge
            .filter(|hedge| match hedge.span.of(text).to_lowercase().as_str() {
                // `over 3 years` is a period, `for over 3 years` a measured time
                "over" if lasts => is(LASTING),
                "over" => !is(BEFORE_OVER),
                "under" => !is(BEFORE_UNDER),
                _ => true,
            })
            .or_else(|| hedges::after(lex, span.end));
        self.mentions.push(Mention {
            span,
            reading: Reading::Amount(amount),
        });
    }
}

/// Whether a value may begin with a token: a word that is part of a number, or the currency of one that follows; digits;
/// a sign that is no mere punctuation.
fn begins_value(lex: Lexer, token: Token) -> bool {
    let text = token.of(lex.text());
    let rest = lex.rest(token.span.end);
    let behind = rest.strip_prefix(' ').unwrap_or(rest).as_bytes();
    match token.kind {
        TokenKind::Digits => true,
        TokenKind::Possessive => false,
        TokenKind::Word => {
            matches!(
                behind,
                [b'$' | b'0'..=b'9', ..] | [b'.' | b'-', b'0'..=b'9', ..]
            ) || {
                let next = || {
                    lex.at(token.span.end)
                        .map_or("", |next| next.of(lex.text()))
                };
                numbers::begins(text, next) || text.len() <= 2 && amounts::begins(text, next())
            }
        }
        TokenKind::Sign => !matches!(
            text,
            "," | ";" | ":" | "?" | "!" | "\"" | "'" | ")" | "]" | "/" | "—" | "…"
        ),
    }
}
