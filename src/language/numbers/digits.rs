//! Digits: grouping, decimals, ordinals.

use rust_decimal::Decimal;

use super::super::tokens::{Lexer, TokenKind};
use super::place;
use crate::span::Span;

/// A number in digits, before any scale.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Digits {
    pub end: usize,
    pub value: Decimal,
    /// How many digits stand after the point.
    pub places: u32,
    pub grouped: bool,
    pub doubtful: bool,
}

/// How a run of groups continues after its first.
fn groups(rest: &str, separator: u8, sizes: &[usize]) -> usize {
    let bytes = rest.as_bytes();
    let mut len = 0;
    // more groups than a Decimal holds: hostile, and none of its tails is worth reading
    while bytes.get(len) == Some(&separator) && len < 48 {
        let digits = bytes[len + 1..]
            .iter()
            .take(5)
            .take_while(|b| b.is_ascii_digit())
            .count();
        if !sizes.contains(&digits) {
            break;
        }
        len += 1 + digits;
    }
    len
}

/// The number that begins exactly at `pos`; None where the digits are no number of English copy (`1.2.3`, `12,5`).
pub(crate) fn digits(lex: Lexer, pos: usize) -> Option<Digits> {
    let rest = lex.rest(pos);
    let bytes = rest.as_bytes();
    let lead = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    // a Decimal holds 28 digits; a longer run is no number that copy states
    if lead > 28 {
        return None;
    }
    let mut end = lead;
    let mut grouped = false;
    if (1..=3).contains(&lead) && !rest.starts_with('0') {
        let comma = groups(&rest[lead..], b',', &[3]);
        let indian = groups(&rest[lead..], b',', &[2, 3]);
        let space = groups(&rest[lead..], b' ', &[3]);
        if comma > 0 && comma == indian {
            end += comma;
        } else if indian > comma && lead <= 2 && is_indian(&rest[lead..lead + indian]) {
            end += indian;
        } else if space > 0
            && !bytes.get(lead + space).is_some_and(|&b| ends_group(b))
            && space <= 20
        {
            end += space;
        }
        grouped = end > lead;
    }
    if !grouped && lead > 0 && bytes.get(lead) == Some(&b',') {
        // `22,24,26` lists numbers; `12,5` and `1,2345` are neither grouped nor a list
        let tail = groups(&rest[lead..], b',', &[1, 2, 3, 4, 5]);
        let parts = rest[lead..lead + tail].split(',').skip(1);
        if tail > 0 && (parts.clone().count() < 2 || parts.clone().any(|part| part.len() > 2)) {
            return None;
        }
    }
    let mut places = 0;
    let mut doubtful = false;
    if bytes.get(end) == Some(&b'.') {
        let decimals = bytes[end + 1..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        if decimals > 0 {
            if decimals > 20 {
                return None;
            }
            doubtful =
                decimals == 3 && !grouped && (1..=3).contains(&lead) && !rest.starts_with('0');
            end += 1 + decimals;
            places = u32::try_from(decimals).ok()?;
        }
    }
    if end == 0 || (lead == 0 && places == 0) {
        return None;
    }
    // a leading zero belongs to codes and clocks
    if lead > 1 && rest.starts_with('0') {
        return None;
    }
    let follows_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let next = bytes.get(end).copied();
    if next.is_some_and(|b| b.is_ascii_digit()) {
        return None;
    }
    if (next == Some(b'.') || next == Some(b',') && places > 0) && follows_digit(end + 1) {
        return None;
    }
    let mut plain: String = rest[..end]
        .chars()
        .filter(|c| *c != ',' && *c != ' ')
        .collect();
    if lead == 0 {
        plain.insert(0, '0');
    }
    let mut value = Decimal::from_str_exact(&plain).ok()?;
    let mut stop = end;
    if let Some((len, exponent)) = exponent(&rest[end..]) {
        let power = place(exponent.unsigned_abs())?;
        value = if exponent < 0 {
            value.checked_mul(power)?
        } else {
            value.checked_div(power)?
        };
        stop += len;
    }
    Some(Digits {
        end: pos + stop,
        value,
        places,
        grouped,
        doubtful,
    })
}

/// Whether a byte after spaced groups shows that they were none: `10 100 1`, `5 200,000`, `7 300m`.
fn ends_group(byte: u8) -> bool {
    byte.is_ascii_digit()
}

/// Whether comma groups end in one of three digits after groups of two: `,23,456`.
fn is_indian(groups: &str) -> bool {
    let mut parts: Vec<usize> = groups.split(',').skip(1).take(12).map(str::len).collect();
    parts.pop() == Some(3) && !parts.is_empty() && parts.iter().all(|&len| len == 2)
}

/// `e10`, `e-6`.
fn exponent(rest: &str) -> Option<(usize, i32)> {
    let after = rest.strip_prefix(['e', 'E'])?;
    let digits = after.strip_prefix(['-', '+']).unwrap_or(after);
    let len = digits.bytes().take_while(u8::is_ascii_digit).count();
    let end = after.len() - digits.len() + len;
    let ended = digits[len..]
        .chars()
        .next()
        .is_none_or(|c| !c.is_alphanumeric());
    ((1..=2).contains(&len) && ended)
        .then(|| after[..end].parse().ok())
        .flatten()
        .map(|exponent| (1 + end, exponent))
}

/// `57th`, `1,000th`.
pub(crate) fn ordinal(lex: Lexer, pos: usize) -> Option<(Span, u64)> {
    let digits = digits(lex, pos)?;
    let suffix = lex.glued(digits.end)?;
    if suffix.kind != TokenKind::Word || digits.places > 0 {
        return None;
    }
    let number = u64::try_from(digits.value).ok()?;
    let right = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    // `2th` and `11st` are slips of the pen and still ordinals
    let text = suffix.of(lex.text()).to_ascii_lowercase();
    let text = match text.as_str() {
        "ˢᵗ" => "st",
        "ⁿᵈ" => "nd",
        "ʳᵈ" => "rd",
        "ᵗʰ" => "th",
        text => text,
    };
    // `12st 4lb` is a weight
    let behind = lex.rest(suffix.span.end).trim_start();
    let pounds = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    if text == "st"
        && right != "st"
        && pounds.len() < behind.len()
        && pounds.trim_start().starts_with("lb")
    {
        return None;
    }
    let known = ["st", "nd", "rd", "th"].contains(&text);
    (text == right || known).then(|| (Span::new(pos, suffix.span.end), number))
}
