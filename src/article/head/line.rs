//! One line of the head of an article: dates and times with their labels, bylines, datelines.

use jiff::civil::Date;

use super::words::{
    BY, BYLINE_WORDS, CONNECTORS, FILLERS, LEADS, OPEN, OTHERS, POSTS, PUBLISHED, TRIMMING_STARTS,
    TRIMMINGS, UPDATED, has,
};
use super::{LONGEST, ends_sentence, is_short, letters};
use crate::article::date::{Cursor, full_dates};
use crate::article::day::{DateKind, Stated};
use crate::span::Span;

/// What parts the fields of a header line.
const SEPARATORS: &[char] = &['|', '•', '·', '∙', '●', '◆'];

/// A line that begins with a header.
pub(in crate::article) struct HeadLine {
    /// Its full dates.
    pub(super) dates: Vec<Stated>,
    /// Where the header ends: after its last date or time.
    pub(super) end: usize,
    /// Whether it is nothing else, but perhaps for a byline or how long it takes to read.
    pub(super) whole: bool,
    /// Whether it says itself that it is a header, even if prose follows: by a label, an ISO date or a time.
    pub(super) certain: bool,
    /// Whether it is a stamp, with a weekday or time.
    pub(super) stamp: bool,
}

/// The start of a text, as much as can be a header.
fn prefix(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Reads a line as a header of dates and times with their labels.
pub(in crate::article) fn line(whole: &str) -> Option<HeadLine> {
    let text = prefix(whole);
    let mut cursor = Cursor::new(text, 0);
    let mut dates: Vec<Stated> = Vec::new();
    let (mut end, mut certain, mut stamp, mut prose) = (0, false, false, false);
    let (mut kind, mut labelled) = (DateKind::Published, false);
    loop {
        cursor.skip(|c| !c.is_alphanumeric());
        let before = cursor.at;
        if let Some((span, date)) = cursor.full_date() {
            let text = span.of(text);
            certain |= dates.is_empty() && text.get(4..5) == Some("-");
            stamp |= Cursor::new(text, 0).weekday().is_some();
            dates.push(Stated { span, date, kind });
            kind = DateKind::Published;
            end = cursor.at;
        } else if cursor.time().is_some() {
            // `Posted at 5:03 PM, Nov 03, 2025` is a header only if no prose follows
            stamp = true;
            certain |= !dates.is_empty();
            end = cursor.at;
        } else {
            let word = cursor.word();
            let is = |words: &[&str]| has(words, word);
            let colon = cursor.rest().trim_start().starts_with(':') && !word.is_empty();
            let label = is(PUBLISHED) || is(UPDATED);
            // Any word is a label if it says so with a colon, but for those of another date: `Opened: 3 May 1950`.
            let other = is(OTHERS) || colon && !label && is_participle(word);
            let known = label || is(FILLERS) || colon && dates.is_empty();
            if !known || other {
                cursor.at = before;
                break;
            }
            labelled |= label;
            if is(UPDATED) {
                kind = DateKind::Updated;
            }
            // `Released on Nov. 3, 2025, the album …` is prose.
            certain |= dates.is_empty() && (label && colon || is(&["date"]));
            // … and so is `Update: On Nov. 3, 2025, the board …`
            let told = !certain || is(&["on", "at"]);
            prose |= dates.is_empty() && told && !colon;
        }
    }
    certain &= !prose && !cursor.rest().starts_with(char::is_lowercase);
    let rest = cursor.rest();
    let whole = text.len() == whole.len() && is_trimming(rest, labelled);
    (!dates.is_empty()).then_some(HeadLine {
        dates,
        end,
        whole,
        certain,
        stamp,
    })
}

/// Whether what follows the dates of a header line belongs to it: `by Jane Doe`, `· 5 min read`, `| News`.
fn is_trimming(rest: &str, labelled: bool) -> bool {
    const LONGEST: usize = 80;
    let bare = rest.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        return true;
    }
    if ends_sentence(rest) || letters(bare) > LONGEST {
        return false;
    }
    let words = || {
        let words = bare.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}');
        words.filter(|word| !word.is_empty())
    };
    let first = words().next().unwrap_or_default();
    let second = words().nth(1).unwrap_or_default();
    let counted = first.starts_with(|c: char| c.is_ascii_digit()) && has(TRIMMINGS, second);
    let starts = rest.trim_start().starts_with(SEPARATORS)
        || has(TRIMMING_STARTS, first)
        || counted
        || labelled && has(&["in", "under"], first);
    let fits = |word: &str| {
        has(TRIMMINGS, word) || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    starts && words().all(fits)
}

/// The dates of a line that is a header, each with what it says of the article.
pub(super) fn stated(text: &str) -> Vec<Stated> {
    let mut from = 0;
    let found = full_dates(text).into_iter().filter_map(|(span, date)| {
        let before = text.get(from..span.start).unwrap_or_default();
        from = span.end;
        let says = |list: &[&str]| {
            let mut words = before.split(|c: char| !c.is_alphanumeric());
            words.any(|word| has(list, word))
        };
        if says(OTHERS) {
            return None;
        }
        let kind = match says(UPDATED) {
            true => DateKind::Updated,
            false => DateKind::Published,
        };
        Some(Stated { span, date, kind })
    });
    found.collect()
}

/// What the last label of a text says of the date after it, if it has one.
pub(in crate::article) fn label(text: &str) -> Option<DateKind> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let found = words.filter_map(|word| match word {
        _ if has(UPDATED, word) => Some(DateKind::Updated),
        _ if has(PUBLISHED, word) => Some(DateKind::Published),
        _ => None,
    });
    // `Date updated`, `Posted and last updated`
    found.reduce(|before, next| match next {
        DateKind::Published if before == DateKind::Updated => before,
        next => next,
    })
}

/// Whether a line is nothing but the label of a date: `Last updated:`, `Published on`.
pub(super) fn is_label_line(text: &str) -> bool {
    const LONGEST: usize = 30;
    let words = || {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.is_empty())
    };
    let known = |word: &str| {
        has(PUBLISHED, word)
            || has(UPDATED, word)
            || has(FILLERS, word)
            || has(&["page", "this"], word)
    };
    text.len() <= LONGEST && label(text).is_some() && words().all(known)
}

/// Whether the words around a date make a header line of it and no sentence: names, labels, how long it takes to read.
pub(in crate::article) fn is_header_text(before: &str, after: &str) -> bool {
    const LONGEST: usize = 100;
    let words = [before, after].into_iter().flat_map(|text| {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}');
        words.filter(|word| !word.is_empty())
    });
    let known = |word: &str| {
        let lists = [PUBLISHED, UPDATED, FILLERS, TRIMMINGS, POSTS];
        word.starts_with(|c: char| !c.is_lowercase())
            || lists.iter().any(|list| has(list, word))
            || BYLINE_WORDS.contains(&word)
    };
    letters(before) + letters(after) <= LONGEST
        && (!ends_sentence(after) || after.trim().ends_with(':'))
        && words.clone().all(|word| known(word) && !has(OTHERS, word))
        && !(before.trim_end().ends_with(':') && label(before).is_none())
        && (label(before).is_some() || !is_open(before))
}

/// Whether a line is nothing but metadata: dates, or a byline, perhaps with more of the kind beside it.
pub(in crate::article) fn is_header(text: &str) -> bool {
    text.len() <= LONGEST
        && (is_byline(text)
            || line(text).is_some_and(|line| line.whole)
            || is_short(text) && text.contains(SEPARATORS) && !stated(text).is_empty()
            || dateline(text).is_some_and(|(span, _)| text.trim_end().len() == span.end))
}

/// `By Jane Doe`, `By Jane Doe and John Roe, Nov. 3, 2025`, `Submitted by Jane on 3 November 2025`; no `By Nov. 3, 2025`.
fn is_byline(text: &str) -> bool {
    let text = text.trim();
    let Some(name) = BY.iter().find_map(|by| {
        let start = text.get(..by.len())?;
        let rest = text.get(by.len()..)?;
        start.eq_ignore_ascii_case(by).then_some(rest.trim_start())
    }) else {
        return false;
    };
    let dated = !full_dates(name).is_empty();
    let begins = |c: char| c.is_uppercase() || dated && c.is_lowercase();
    is_short(text)
        && name.starts_with(begins)
        && Cursor::new(name, 0).full_date().is_none()
        && (dated
            || name.split_whitespace().all(|word| {
                word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())
                    || BYLINE_WORDS.contains(&word)
            }))
}

/// The date of `SEOUL, Nov. 3, 2025 (Wire) — …` or `18 February 2025 – …` at the start of a paragraph.
pub(super) fn dateline(text: &str) -> Option<(Span, Date)> {
    place_first(text).or_else(|| date_first(text))
}

/// `SEOUL, Nov. 3, 2025 (Wire) — …`.
fn place_first(text: &str) -> Option<(Span, Date)> {
    const WORDS: usize = 7;
    let text = prefix(text);
    let mut cursor = Cursor::new(text, 0);
    cursor.skip(|c| !c.is_alphanumeric());
    let (mut words, mut connected) = (0, false);
    let found = loop {
        if words > 0
            && let Some(found) = cursor.full_date()
        {
            break found;
        }
        let word = cursor.word();
        let connector = words > 0 && CONNECTORS.contains(&word);
        let capital = word.starts_with(char::is_uppercase) && !has_exactly(LEADS, word);
        if words >= WORDS || !capital && !connector {
            return None;
        }
        connected |= connector;
        words += 1;
        cursor.skip(|c| {
            c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/' | '(' | ')' | '—' | '–')
        });
    };
    let after = cursor
        .rest()
        .trim_start_matches([' ', ',', ')', '*', '_', '\u{A0}']);
    let ends = ["(", "—", "–", "-", "/", ":", "|"];
    let before = text.get(..found.0.start)?.trim_end();
    let parted = before.ends_with([',', ')', '(', '—', '–', '-', '/']);
    let goes_on = ends.iter().any(|sign| after.starts_with(sign));
    (parted && (goes_on || after.is_empty() && !connected)).then_some(found)
}

/// `18 February 2025 – The council …`, `18 February 2025, Port Ellery – The council …`; no span of time.
fn date_first(text: &str) -> Option<(Span, Date)> {
    /// What follows is prose.
    const LEAST: usize = 40;
    let text = prefix(text);
    let mut cursor = Cursor::new(text, 0);
    cursor.skip(|c| !c.is_alphanumeric() && !c.is_whitespace());
    let found = cursor.full_date()?;
    let rest = cursor.rest();
    let dashes = ["–", "—", "--", "- ", "―"];
    // Only a place, or an agency in brackets, may stand before the dash.
    let (at, dash) = dashes
        .iter()
        .filter_map(|dash| Some((rest.find(dash)?, *dash)))
        .min()?;
    let place = rest.get(..at)?;
    let placed = place
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let is_place = placed.clone().count() <= 4
        && placed
            .clone()
            .all(|word| word.starts_with(char::is_uppercase) || CONNECTORS.contains(&word))
        && (place.trim().is_empty() || place.trim_start().starts_with([',', '(', '|', '/']));
    let prose = rest.get(at + dash.len()..)?;
    let prose = prose.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '–' | '—' | '*' | '_')
    });
    let begins = prose.starts_with(|c: char| {
        c.is_uppercase() || matches!(c, '"' | '\'' | '\u{201C}' | '\u{2018}' | '\u{AB}')
    });
    let is_prose = Cursor::new(prose, 0).full_date().is_none()
        && (letters(prose) >= LEAST || ends_sentence(prose));
    (is_place && begins && is_prose).then_some(found)
}

/// Whether a line break stands inside a sentence: what is before it asks for more, or what follows goes on.
///
/// `The pier was shut on` over `November 3, 2025` is prose, `Pier shut` over the same is a headline over its date.
pub(in crate::article) fn is_wrapped(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    let last = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    // `Published:` over a date asks for it too
    let label = last
        .strip_suffix(':')
        .is_some_and(|word| has(PUBLISHED, word) || has(UPDATED, word));
    before.ends_with([',', ':', '(', '-']) && !label && !is_header(before)
        || is_open(before)
        || after.trim_start().starts_with(char::is_lowercase) && !is_updated(before, after)
}

/// `Posted at 5:03 PM, Nov. 3, 2025` over `and last updated 6:10 PM, Nov. 4, 2025`: two header lines.
fn is_updated(before: &str, after: &str) -> bool {
    let next = after.trim_start().lines().next().unwrap_or_default();
    let whole = |text: &str| line(text).filter(|line| line.whole);
    let updates = |line: &HeadLine| {
        let mut dates = line.dates.iter();
        dates.any(|date| matches!(date.kind, DateKind::Updated))
    };
    whole(before).is_some() && whole(next).is_some_and(|line| updates(&line))
}

/// Whether a text ends in a word after which a sentence goes on.
fn is_open(text: &str) -> bool {
    let last = text.split_whitespace().next_back();
    last.is_some_and(|word| OPEN.contains(&word))
}

fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed")
}

fn has_exactly(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}
