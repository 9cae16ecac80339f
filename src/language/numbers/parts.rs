//! Parts of one: `half a million`, `two-thirds`, `one and a half`, `one in five`.

use rust_decimal::Decimal;

use super::fractions;
use super::table::Word;
use super::words::{Reader, Sum, is_article};
use crate::language::tokens::TokenKind;
use crate::span::Span;

/// What `two in TEN` may count in; of `one in …` anything, of other numbers only these.
const ODDS: &[u64] = &[5, 10, 20, 100, 1_000, 10_000, 100_000, 1_000_000];

impl Reader<'_> {
    /// `half`, `half a million`, `a half`, `quarter million`, `a quarter of a million`, `a third of`, `⅔`.
    pub(super) fn half(&self, pos: usize) -> Option<Sum> {
        if let Some((value, end)) = fractions::fraction(self.lex, pos) {
            return Some(self.scaled_part(value, end, true));
        }
        let token = self.lex.glued(pos).filter(|t| t.kind == TokenKind::Word)?;
        let article = is_article(self.text(token.span));
        let start = if article {
            self.joined(token.span.end)?
        } else {
            pos
        };
        let (first, end) = self.word(start)?;
        let under = match first {
            Word::Parts(under) if !self.text(Span::new(start, end)).ends_with('s') => under,
            Word::Unit(0..3, true) => return None,
            _ if article => {
                let (under, end) = self.denominator(start)?;
                // `a third term` is an ordinal, `a third of` is not
                let alone = self
                    .lex
                    .at(end)
                    .is_none_or(|next| match self.text(next.span) {
                        "of" => true,
                        sign => next.kind == TokenKind::Sign && sign != "-",
                    });
                let part = self.part(fractions::ratio(1u32, under), end, true);
                return alone.then_some(part);
            }
            _ => return None,
        };
        let value = fractions::ratio(1u32, under);
        let sum = self.scaled_part(value, end, true);
        if sum.scale > Decimal::ONE {
            return Some(sum);
        }
        // a quarter alone is three months
        let of = self.skip(end, "of").is_some();
        let measured = || article && self.followed_by_unit(end);
        (under == 2 || article && of || measured()).then_some(sum)
    }

    /// A fraction with the scale behind it: `half a million`, `three quarters of a billion`.
    fn scaled_part(&self, value: Decimal, end: usize, fraction: bool) -> Sum {
        let of = self.skip(end, "of").map(|at| at - 1);
        let article = ["a", "an"]
            .iter()
            .find_map(|a| self.skip(of.unwrap_or(end), a));
        let at = match (of, article) {
            (_, Some(at)) => Some(at),
            (Some(_), None) => None,
            (None, None) => self.joined(end),
        };
        let mut sum = self.part(value, end, fraction);
        if let Some((Word::Scale(scale, false), end)) = at.and_then(|at| self.word(at)) {
            let scale = Decimal::from(scale);
            // of a tenth, the last written place
            let tenth = tenth(value);
            if let (Some(value), Some(step)) = (value.checked_mul(scale), tenth.checked_mul(scale))
            {
                sum = Sum {
                    value: value.round_dp(6),
                    end,
                    scale,
                    step,
                    ..sum
                };
            }
        }
        sum
    }

    /// What may follow a number: `-thirds`, `and a half`, `and three quarters million`.
    pub(super) fn with_fraction(&self, sum: Sum) -> Sum {
        self.over(&sum)
            .or_else(|| self.odds(&sum))
            .or_else(|| self.and_fraction(&sum))
            .unwrap_or(sum)
    }

    /// `two-thirds`, `one eighth`, `three quarters of a million`.
    fn over(&self, sum: &Sum) -> Option<Sum> {
        if sum.fraction || sum.digits.is_some() {
            return None;
        }
        let (under, end) = self.parts(sum.end, sum.value == Decimal::ONE)?;
        let value = sum.value.checked_div(under)?;
        let scaled = self.scaled_part(value, end, true);
        Some(Sum {
            digits: sum.digits,
            ..scaled
        })
    }

    /// `one in five`, `nine out of 10`, `1 over 3`.
    fn odds(&self, sum: &Sum) -> Option<Sum> {
        let one = sum.value == Decimal::ONE;
        if sum.fraction || sum.scale > Decimal::ONE || !sum.value.is_integer() {
            return None;
        }
        let at = self
            .skip(sum.end, "in")
            .or_else(|| self.skip(self.skip(sum.end, "out")? - 1, "of"))
            .or_else(|| self.skip(sum.end, "over").filter(|_| one))?;
        let whole = self
            .sum(at)
            .filter(|whole| !whole.ordinal && !whole.fraction)?;
        let under = u64::try_from(whole.value).ok()?;
        let plain = whole.digits.is_none_or(|d| d.places == 0) && !self.followed_by_unit(whole.end);
        let fits = plain
            && sum.value < whole.value
            && (one && under <= 1_000_000 || ODDS.contains(&under));
        let value = sum.value.checked_div(whole.value)?;
        fits.then_some(Sum {
            value,
            end: whole.end,
            fraction: true,
            ..*sum
        })
    }

    /// `one in three days` counts no threes.
    fn followed_by_unit(&self, pos: usize) -> bool {
        crate::language::units::after(self.lex, pos, false).is_some()
    }

    /// The denominator after a numerator: plural, or singular after one.
    fn parts(&self, pos: usize, one: bool) -> Option<(Decimal, usize)> {
        let start = self.joined(pos)?;
        match self.word(start)? {
            (Word::Parts(under), end) => {
                let plural = self.text(Span::new(start, end)).ends_with('s');
                (plural || one).then(|| (under.into(), end))
            }
            (Word::Unit(0..3, _), _) => None,
            _ if one => self
                .denominator(start)
                .map(|(under, end)| (under.into(), end)),
            _ => None,
        }
    }

    /// A singular ordinal as a denominator, `third`, `twenty-fifth`.
    fn denominator(&self, pos: usize) -> Option<(u64, usize)> {
        if let Some((first @ (Word::Hundred(true) | Word::Scale(_, true)), end)) = self.word(pos) {
            return Some((first.value(), end));
        }
        let sum = self.below_hundred(pos).filter(|sum| sum.ordinal)?;
        u64::try_from(sum.value).ok().map(|under| (under, sum.end))
    }

    /// `and a half`, `and a quarter million`, of the last scale where it has one: `3 million and a half`.
    pub(super) fn and_fraction(&self, sum: &Sum) -> Option<Sum> {
        let at = self.and.then(|| self.skip(sum.end, "and")).flatten()?;
        let token = self.lex.glued(at).filter(|t| t.kind == TokenKind::Word)?;
        let (over, end) = if is_article(self.text(token.span)) {
            (Decimal::ONE, token.span.end)
        } else {
            let over = self.below_hundred(at).filter(|over| !over.ordinal)?;
            (over.value, over.end)
        };
        let (under, end) = self.parts(end, over == Decimal::ONE)?;
        let ratio = over
            .checked_div(under)
            .filter(|ratio| *ratio < Decimal::ONE)?;
        let part = self.scaled_part(ratio, end, true);
        let tenth = tenth(ratio);
        if part.scale > Decimal::ONE {
            let end = part.end;
            return if sum.scale == Decimal::ONE {
                // `one and a half million`
                let value = sum.value.checked_add(ratio)?.checked_mul(part.scale)?;
                Some(Sum {
                    value,
                    end,
                    scale: part.scale,
                    step: tenth.checked_mul(part.scale)?,
                    fraction: true,
                    ..*sum
                })
            } else {
                let value = sum.value.checked_add(part.value)?;
                Some(Sum {
                    value,
                    end,
                    step: part.step,
                    fraction: true,
                    ..*sum
                })
            };
        }
        Some(Sum {
            value: ratio.checked_mul(sum.scale)?.checked_add(sum.value)?,
            end,
            step: tenth.checked_mul(sum.scale)?,
            fraction: true,
            ..*sum
        })
    }
}

/// The last written place of a fraction: a tenth for a half, a hundredth for a quarter or a third.
pub(super) fn tenth(ratio: Decimal) -> Decimal {
    Decimal::new(1, ratio.normalize().scale().min(2))
}
