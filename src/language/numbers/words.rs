//! Numbers in words, and in digits with words: `twenty-eight thousand five hundred`, `28.5 thousand`.

use rust_decimal::Decimal;

use super::super::tokens::{Lexer, TokenKind};
use super::super::value::Numeral;
use super::parts::tenth;
use super::table::{SUFFIXES, Word, word};
use super::{Number, digits, fractions, place};
use crate::span::Span;

/// No number that copy states has more parts; it bounds the work on hostile text.
const MOST_PARTS: usize = 12;

/// The number that begins exactly at `pos`.
pub(crate) fn number(lex: Lexer, pos: usize, and: bool) -> Option<Number> {
    Reader { lex, and }.number(pos)
}

/// The ordinal in words that begins exactly at `pos`.
pub(crate) fn ordinal(lex: Lexer, pos: usize) -> Option<(Span, u64)> {
    let reader = Reader { lex, and: true };
    let sum = reader.sum(pos)?;
    if !sum.ordinal {
        return None;
    }
    let value = u64::try_from(sum.value).ok()?;
    Some((Span::new(pos, sum.end), value))
}

/// The value of the words at `pos` below a thousand.
pub(crate) fn unscaled(lex: Lexer, pos: usize) -> Option<Decimal> {
    let sum = Reader { lex, and: true }.below_thousand(pos, true)?;
    (!sum.ordinal).then_some(sum.value)
}

pub(super) struct Reader<'t> {
    pub(super) lex: Lexer<'t>,
    pub(super) and: bool,
}

/// What has been read of a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    pub(super) value: Decimal,
    pub(super) end: usize,
    /// The scale of the last part, 1 where it has none.
    pub(super) scale: Decimal,
    /// The weight of the last written place.
    pub(super) step: Decimal,
    pub(super) parts: usize,
    pub(super) digits: Option<digits::Digits>,
    pub(super) ordinal: bool,
    pub(super) fraction: bool,
}

impl Reader<'_> {
    pub(super) fn text(&self, span: Span) -> &str {
        span.of(self.lex.text())
    }

    /// The number word that begins exactly at `pos`, and its end.
    pub(super) fn word(&self, pos: usize) -> Option<(Word, usize)> {
        let token = self.lex.glued(pos).filter(|t| t.kind == TokenKind::Word)?;
        Some((word(self.text(token.span))?, token.span.end))
    }

    /// The place after one space or hyphen.
    pub(super) fn joined(&self, pos: usize) -> Option<usize> {
        matches!(self.lex.rest(pos).as_bytes().first(), Some(b' ' | b'-')).then_some(pos + 1)
    }

    /// The number word after a space or hyphen.
    pub(super) fn next_word(&self, pos: usize) -> Option<(Word, usize)> {
        self.word(self.joined(pos)?)
    }

    /// The place after a space and the word `text`, where another word follows.
    pub(super) fn skip(&self, pos: usize, text: &str) -> Option<usize> {
        let start = self.joined(pos)?;
        let token = self
            .lex
            .glued(start)
            .filter(|t| t.kind == TokenKind::Word)?;
        if !self.text(token.span).eq_ignore_ascii_case(text) {
            return None;
        }
        self.joined(token.span.end)
    }

    fn number(&self, pos: usize) -> Option<Number> {
        let sum = self.half(pos).or_else(|| self.sum(pos))?;
        if sum.ordinal {
            return None;
        }
        let in_digits = sum.digits.is_some();
        let sum = self.with_fraction(sum);
        let big = Decimal::from(1_000_000);
        let scaled = sum.scale >= Decimal::from(1_000);
        let rounded = match sum.digits {
            Some(digits) => scaled || digits.places > 0,
            // `twenty-eight thousand` is how 28,000 is spelt out
            None => {
                (sum.scale >= big && sum.parts == 1)
                    || sum.step < Decimal::ONE
                    || sum.fraction && scaled
            }
        };
        let doubtful = sum.digits.is_some_and(|d| d.doubtful) && !scaled;
        let plain = in_digits
            && sum.parts == 1
            && !scaled
            && !sum.fraction
            && sum.digits.is_some_and(|d| !d.grouped && d.places == 0);
        Some(Number {
            numeral: Numeral {
                span: Span::new(pos, sum.end),
                value: sum.value.normalize(),
                step: (rounded && (scaled || !sum.fraction)).then(|| sum.step.normalize()),
                spelt: !in_digits,
            },
            plain,
            scaled,
            grouped: sum.digits.is_some_and(|digits| digits.grouped) && !scaled,
            doubtful,
        })
    }

    pub(super) fn part(&self, value: Decimal, end: usize, fraction: bool) -> Sum {
        Sum {
            value,
            end,
            scale: Decimal::ONE,
            step: Decimal::ONE,
            parts: 1,
            digits: None,
            ordinal: false,
            fraction,
        }
    }

    /// Parts in descending order of scale.
    pub(super) fn sum(&self, pos: usize) -> Option<Sum> {
        let mut sum = self.scaled(pos, true)?;
        while sum.scale > Decimal::ONE && !sum.ordinal && sum.parts < MOST_PARTS {
            // `five billion and three quarters`
            if self.and_fraction(&sum).is_some() {
                break;
            }
            let Some(next) = self.following(&sum) else {
                break;
            };
            sum = next;
        }
        Some(sum)
    }

    fn following(&self, sum: &Sum) -> Option<Sum> {
        let joined = self.joined(sum.end)?;
        let and = self.and.then(|| self.skip(sum.end, "and")).flatten();
        let part = self.scaled(and.unwrap_or(joined), false)?;
        // `2 million 500 soldiers` are two numbers, `3 hundred and 21` is one
        let whole = part.digits.is_none_or(|d| d.places == 0)
            && (part.digits.is_none()
                || part.scale > Decimal::ONE
                || and.is_some() && sum.scale == Decimal::ONE_HUNDRED && !part.value.is_zero());
        // `$280 million first notes` are no ordinal, `one million and first` is
        let ordinal = part.ordinal && (and.is_none() || sum.digits.is_some());
        if part.scale >= sum.scale || part.value >= sum.scale || !whole || ordinal {
            return None;
        }
        Some(Sum {
            value: sum.value.checked_add(part.value)?,
            digits: sum.digits,
            parts: sum.parts + 1,
            ..part
        })
    }

    /// Up to three digits' worth of words, or digits, and the scales behind them.
    fn scaled(&self, pos: usize, first: bool) -> Option<Sum> {
        let mut sum = self.below_thousand(pos, first)?;
        let suffixable = sum.digits.is_some();
        while !sum.ordinal {
            let (scale, ordinal, end) = match self.next_word(sum.end) {
                Some((Word::Scale(scale, ordinal), end)) => (scale, ordinal, end),
                Some((Word::Hundred(ordinal), end)) if sum.digits.is_some() => (100, ordinal, end),
                _ => match suffix(self.lex, sum.end)
                    .filter(|_| suffixable && sum.scale == Decimal::ONE)
                {
                    Some((scale, end)) => (scale, false, end),
                    None => break,
                },
            };
            let scale = Decimal::from(scale);
            let (Some(value), Some(whole), Some(step)) = (
                sum.value.checked_mul(scale),
                sum.scale.checked_mul(scale),
                sum.step.checked_mul(scale),
            ) else {
                break;
            };
            sum = Sum {
                value,
                scale: whole,
                step,
                end,
                ordinal,
                ..sum
            };
        }
        Some(sum)
    }

    fn below_thousand(&self, pos: usize, first: bool) -> Option<Sum> {
        if let Some(digits) = digits::digits(self.lex, pos) {
            return self.in_digits(digits);
        }
        let mut sum = match self.below_hundred(pos) {
            Some(sum) => sum,
            None => {
                // `a hundred`, `a million`, `a dozen`
                let token = self.lex.glued(pos).filter(|t| t.kind == TokenKind::Word)?;
                let next = self
                    .lex
                    .rest(token.span.end)
                    .strip_prefix(' ')
                    .map(|_| token.span.end + 1)?;
                let scale = matches!(
                    self.word(next)?.0,
                    Word::Hundred(false) | Word::Scale(_, false)
                );
                (first && scale && is_article(self.text(token.span))).then_some(())?;
                self.part(Decimal::ONE, token.span.end, false)
            }
        };
        if sum.ordinal {
            return Some(sum);
        }
        if let Some(places) = self.point(&sum) {
            return Some(places);
        }
        let Some((Word::Hundred(ordinal), end)) = self.next_word(sum.end) else {
            return Some(sum);
        };
        sum = Sum {
            value: sum.value.checked_mul(Decimal::ONE_HUNDRED)?,
            end,
            ordinal,
            ..sum
        };
        if ordinal {
            return Some(sum);
        }
        let and = self.and.then(|| self.skip(end, "and")).flatten();
        let tail = and
            .or_else(|| self.joined(end))
            .and_then(|at| self.below_hundred(at));
        let Some(tail) = tail.filter(|tail| {
            // `between one hundred and two hundred`: the second is a number of its own
            let another = matches!(self.next_word(tail.end), Some((Word::Hundred(_), _)));
            let loose = match and {
                Some(_) => self.is_pronoun_one(tail),
                // `two hundred first responders`
                None => tail.ordinal && tail.value < Decimal::TEN,
            };
            !another && !loose
        }) else {
            return Some(sum);
        };
        Some(Sum {
            value: sum.value.checked_add(tail.value)?,
            end: tail.end,
            ordinal: tail.ordinal,
            ..sum
        })
    }

    /// `one hundred and one of them`: the last `one` is a pronoun.
    fn is_pronoun_one(&self, sum: &Sum) -> bool {
        sum.value == Decimal::ONE && !sum.ordinal && self.skip(sum.end, "of").is_some()
    }

    pub(super) fn below_hundred(&self, pos: usize) -> Option<Sum> {
        let (first, end) = self.word(pos)?;
        let (value, end, ordinal) = match first {
            Word::Unit(n, ordinal) | Word::Teen(n, ordinal) => (n, end, ordinal),
            Word::Ten(n, true) => (n, end, true),
            Word::Ten(tens, false) => match self.next_word(end) {
                // `twenty second delays` are not the 22nd, nor `thirty third-party vendors` the 33rd
                Some((Word::Unit(n, true), after))
                    if !self.lex.rest(end).starts_with('-')
                        && (n == 2 || self.lex.rest(after).starts_with('-')) =>
                {
                    (tens, end, false)
                }
                Some((Word::Unit(n @ 1.., ordinal), end)) => (tens + n, end, ordinal),
                _ => (tens, end, false),
            },
            Word::Hundred(true) => (100, end, true),
            _ => return None,
        };
        Some(Sum {
            ordinal,
            ..self.part(value.into(), end, false)
        })
    }

    /// `five point two five`.
    fn point(&self, sum: &Sum) -> Option<Sum> {
        let mut at = self.skip(sum.end, "point")?;
        let mut value = sum.value;
        let mut places = 0;
        let mut end = sum.end;
        while let Some((Word::Unit(digit, false), after)) = self.word(at) {
            places += 1;
            if places > 9 {
                return None;
            }
            value = value.checked_add(Decimal::new(digit.into(), places))?;
            end = after;
            match self.joined(after) {
                Some(next) => at = next,
                None => break,
            }
        }
        (places > 0)
            .then(|| place(places))
            .flatten()
            .map(|step| Sum {
                value,
                end,
                step,
                ..*sum
            })
    }

    fn in_digits(&self, digits: digits::Digits) -> Option<Sum> {
        let mut sum = Sum {
            digits: Some(digits),
            step: place(digits.places)?,
            ..self.part(digits.value, digits.end, false)
        };
        if digits.places == 0
            && let Some((fraction, end)) = fractions::after_whole(self.lex, digits.end)
        {
            sum = Sum {
                value: digits.value.checked_add(fraction)?,
                end,
                fraction: true,
                step: tenth(fraction),
                ..sum
            };
        }
        Some(sum)
    }
}

pub(super) fn is_article(text: &str) -> bool {
    text.eq_ignore_ascii_case("a") || text.eq_ignore_ascii_case("an")
}

/// A scale letter after digits, `28.5K`; one that is also a unit is left to money.
fn suffix(lex: Lexer, pos: usize) -> Option<(u64, usize)> {
    let token = lex.at(pos).filter(|t| t.kind == TokenKind::Word)?;
    let text = token.of(lex.text());
    let &(_, scale, alone) = SUFFIXES.iter().find(|(suffix, ..)| *suffix == text)?;
    let spaced = matches!(
        text,
        "k" | "M" | "mn" | "mln" | "mil" | "bn" | "bln" | "bil" | "tn" | "trn"
    );
    // `1600 M Street`
    let name = || {
        lex.at(token.span.end)
            .is_some_and(|next| next.is_capitalised(lex.text()))
    };
    (alone && (!token.spaced || spaced && !name())).then_some((scale, token.span.end))
}

/// A scale after digits in a sum of money, `£3m`, `$1.2t`.
pub(crate) fn money_suffix(lex: Lexer, pos: usize) -> Option<(u64, usize)> {
    let token = lex.glued(pos).filter(|t| t.kind == TokenKind::Word)?;
    let text = token.of(lex.text());
    let &(_, scale, _) = SUFFIXES.iter().find(|(suffix, ..)| *suffix == text)?;
    Some((scale, token.span.end))
}
