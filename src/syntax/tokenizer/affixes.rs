//! What is split off at the ends of a chunk: marks, currency signs, units, the possessive `'s`, the full stop.

const PUNCTUATION: &str = "…,:;!?¿؟¡()[]{}<>_#*&。？！，、；：～·।،۔؛٪";
const QUOTES: &str = "'\"”“`‘´’‚„»«「」『』（）〔〕【】《》〈〉⟦⟧";
const CURRENCY: &str = "$£€¥฿₩₽₹₺₫₴₱₪₦₡₲₵₸₿₭₮₼₾";
/// Quotation marks of typewriters.
const DOUBLED: [&str; 2] = ["''", "``"];
const CURRENCY_CODES: [&str; 5] = ["US$", "C$", "A$", "HK$", "NZ$"];

/// Units that are split off a number.
#[rustfmt::skip]
const UNITS: [&str; 60] = [
    "km", "km²", "km³", "m", "m²", "m³", "dm", "dm²", "dm³", "cm", "cm²", "cm³", "mm", "mm²", "mm³", "ha", "µm", "nm",
    "yd", "in", "ft", "kg", "g", "mg", "µg", "t", "lb", "oz", "m/s", "km/h", "kmh", "mph", "hPa", "Pa", "mbar", "mb",
    "MB", "kb", "KB", "gb", "GB", "tb", "TB", "T", "G", "M", "K", "%",
    // of the news: `$46bn`, `5pc`
    "bn", "mn", "tn", "trn", "mln", "k", "B", "pc", "pct", "GW", "MW", "kW",
];

/// Abbreviations whose full stop belongs to them, besides the special cases.
#[rustfmt::skip]
const ABBREVIATIONS: [&str; 34] = [
    "Lt.", "Col.", "Sgt.", "Maj.", "Capt.", "Cmdr.", "Cpl.", "Pvt.", "Brig.", "Supt.", "Det.", "Insp.", "Hon.",
    "Pres.", "Reps.", "Sens.", "Govs.", "Drs.", "Sr.", "Esq.", "Ave.", "Blvd.", "Rd.", "Ft.", "Tex.", "Dept.",
    "Univ.", "Assn.", "Intl.", "Natl.", "Cos.", "Plc.", "Adm.", "Gens.",
];

/// Abbreviations only where a number follows: `No. 5`, but `He said No.`
const NUMBERED: [&str; 2] = ["No.", "Nos."];

pub(super) fn is_quote(c: char) -> bool {
    QUOTES.contains(c)
}

/// Signs that are words of their own wherever they occur.
pub(super) fn is_icon(c: char) -> bool {
    matches!(c, '¦' | '©' | '®' | '°' | '\u{2100}'..='\u{214F}' | '\u{2195}'..='\u{23FF}'
        | '\u{2440}'..='\u{27BF}' | '\u{2800}'..='\u{28FF}' | '\u{2B00}'..='\u{2BFF}'
        | '\u{1F000}'..='\u{1FAFF}' | '\u{FFFC}' | '\u{FFFD}')
}

/// A letter of lower case, or of a script without cases.
pub(super) fn is_lower(c: char) -> bool {
    c.is_lowercase() || c.is_alphabetic() && !c.is_uppercase()
}

/// A letter of upper case, or of a script without cases.
pub(super) fn is_upper(c: char) -> bool {
    c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase()
}

/// The length of the prefix that is split off, 0 if there is none.
pub(super) fn prefix(chunk: &str) -> usize {
    let mut chars = chunk.chars();
    let Some(first) = chars.next() else { return 0 };
    if DOUBLED.iter().any(|quote| chunk.starts_with(quote)) {
        return 2;
    }
    if first.is_ascii_alphabetic() {
        let code = CURRENCY_CODES.iter().find(|code| chunk.starts_with(**code));
        return code.map_or(0, |code| code.len());
    }
    let sign = "§%=—–".contains(first)
        || PUNCTUATION.contains(first)
        || QUOTES.contains(first)
        || CURRENCY.contains(first)
        || is_icon(first);
    let plus = first == '+' && !chars.next().is_some_and(|next| next.is_ascii_digit());
    if sign || plus {
        return first.len_utf8();
    }
    if chunk.starts_with("..") {
        return chunk.bytes().take_while(|byte| *byte == b'.').count();
    }
    0
}

/// The length of the suffix that is split off, 0 if there is none.
pub(super) fn suffix(chunk: &str, before_digit: bool) -> usize {
    let mut chars = chunk.chars().rev();
    let Some(last) = chars.next() else { return 0 };
    let before = chars.next();
    let after_digit = before.is_some_and(|c| c.is_ascii_digit());
    if last == '.' {
        return stop(chunk, before, chars.next(), before_digit);
    }
    if let Some(possessive) = ["'s", "'S", "’s", "’S"]
        .iter()
        .find(|s| chunk.ends_with(**s))
    {
        return possessive.len();
    }
    if DOUBLED.iter().any(|quote| chunk.ends_with(quote)) {
        return 2;
    }
    let sign = PUNCTUATION.contains(last) || QUOTES.contains(last) || is_icon(last);
    if sign || matches!(last, '—' | '–') {
        return last.len_utf8();
    }
    if after_digit && (last == '+' || CURRENCY.contains(last)) {
        return last.len_utf8();
    }
    let codes = CURRENCY_CODES.iter().chain(&UNITS);
    let unit = codes.filter(|unit| {
        let number = chunk.strip_suffix(**unit);
        number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
    });
    unit.map(|unit| unit.len()).max().unwrap_or(0)
}

/// The length of the full stop or dots at the end of a chunk, where they are words of their own.
fn stop(chunk: &str, before: Option<char>, third: Option<char>, before_digit: bool) -> usize {
    let dots = chunk.bytes().rev().take_while(|byte| *byte == b'.').count();
    if dots > 1 {
        return dots;
    }
    let Some(before) = before else { return 0 };
    let numbered = before_digit && NUMBERED.contains(&chunk);
    if numbered || ABBREVIATIONS.contains(&chunk) {
        return 0;
    }
    // `U.S.` and `Lee J.` keep theirs, `NATO.` does not.
    let capitals = is_upper(before) && third.is_some_and(is_upper);
    let ends = before.is_ascii_digit()
        || is_lower(before)
        || "%²-+|".contains(before)
        || PUNCTUATION.contains(before)
        || QUOTES.contains(before)
        || capitals;
    usize::from(ends)
}
