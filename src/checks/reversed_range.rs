//! `1953-1950`.

use std::ops::Range;

use super::pass::by_sentence;
use super::{Check, Flag, Sample, Spot, around, dates, listed};
use crate::facts::Severity;
use crate::language::DateExpr;
use crate::language::dates::{DateRole, Form, Preposition};
use crate::language::lists::WordList;
use crate::mentions::Page;
use crate::span::Span;

pub(super) const CHECK: Check = Check {
    id: "reversed-range",
    severity: Severity::Error,
    summary: "a range that ends before it begins",
    about: "Ranges of years and of days are checked. Two numbers with a dash may also be a score, a vote or a telephone \
            number, so a range of years is reported only in brackets, before a noun, or after a preposition or a word \
            such as “years”. A target that moves from one year to another and a comparison of two years are not ranges.",
    why: "With its ends swapped, a term of office or a war ends before it begins.",
    reported: Sample::new("The war (1953-1950) divided the country."),
    silent: Sample::new("The war (1950-1953) divided the country."),
    begin: || by_sentence(flags),
};

/// Further apart, two four-digit numbers are not the two ends of one time.
const LONGEST: i32 = 150;

/// How many words before `from 1953 to 1950` its verb or noun stands at most.
const GOVERNING: usize = 6;

/// How many words around `between 1953 and 1950` may compare the two.
const COMPARING: usize = 12;

/// Verbs and nouns with which `from 1953 to 1950` tells two times and not two numbers.
static LASTING: WordList = WordList::new(
    "\
    served serve lasted lived worked ran reigned ruled governed taught studied fought raged occupied \
    war term tenure reign rule presidency period stint career drought occupation",
);

/// Words of a date that is changed: `moved the deadline of the war claims from 2040 to 2030`.
static CHANGED: WordList = WordList::new(
    "\
    date dates deadline target goal schedule timetable back forward moved rolled pushed brought changed revised \
    advanced accelerated postponed delayed shortened cut reduced lowered fell dropped",
);

/// Words that compare two years: `a comparison between 2020 and 2019`.
static COMPARED: WordList = WordList::new(
    "\
    comparison comparisons compare compared comparing contrast difference differences gap change changes \
    percent percentage pct increase decrease decline growth drop rise average levels figures rates numbers",
);

fn flags(page: &Page, sentences: Range<usize>) -> Vec<Flag> {
    let text = page.text.as_str();
    let all: Vec<_> = dates(page, sentences).collect();
    let ranges = all
        .iter()
        .filter(|(_, span, expr)| is_reversed(text, *span, expr))
        .map(|(_, span, _)| *span);
    let pairs = all.windows(2).filter_map(|pair| match pair {
        [(sentence, a, first), (other, b, last)] if sentence == other => {
            let place = page.text.sentences().get(*sentence)?.span;
            is_reversed_pair(text, place, (*a, first), (*b, last)).then(|| a.to(*b))
        }
        _ => None,
    });
    let mut spans: Vec<Span> = ranges.chain(pairs).collect();
    spans.sort_unstable();
    let flag = |span| Flag {
        at: Spot::Text(span),
        message: "this range ends before it begins".to_string(),
        expected: None,
        related: Vec::new(),
    };
    spans.into_iter().map(flag).collect()
}

/// `(1953-1950)`, `the 1953-1950 war`, `in 1953-1950`, `Nov. 14-12, 2025`.
fn is_reversed(text: &str, span: Span, expr: &DateExpr) -> bool {
    let Form::Range(first, last) = &expr.form else {
        return false;
    };
    match (ends(first), ends(last)) {
        ((Some(first), None, None), (Some(last), None, None)) => {
            let bound = matches!(
                expr.preposition,
                Some(
                    Preposition::In
                        | Preposition::During
                        | Preposition::Of
                        | Preposition::For
                        | Preposition::From
                        | Preposition::Between
                        | Preposition::Since
                )
            );
            let certain = in_brackets(text, span)
                || expr.role == DateRole::Adjectival
                || bound
                || follows_year(text, span);
            certain
                && is_backwards(first, last)
                && !before_christ(text, span)
                && !is_month(span.of(text))
        }
        ((_, Some(month), Some(first)), (Some(_), Some(other), Some(last))) => {
            month == other && first > last
        }
        _ => false,
    }
}

/// `between 1953 and 1950`, `served from 1953 to 1950`.
fn is_reversed_pair(
    text: &str,
    sentence: Span,
    (a, first): (Span, &DateExpr),
    (b, last): (Span, &DateExpr),
) -> bool {
    let ((Some(from), None, None), (Some(until), None, None)) =
        (ends(&first.form), ends(&last.form))
    else {
        return false;
    };
    if !is_backwards(from, until) || last.role == DateRole::Adjectival || before_christ(text, b) {
        return false;
    }
    let near = around(text, sentence, a.to(b));
    let before = words(text, Span::new(near.start, a.start));
    let after = words(text, Span::new(b.end, near.end));
    let close = before.iter().rev().take(GOVERNING);
    match (first.preposition, text.get(a.end..b.start)) {
        (Some(Preposition::Between), Some(" and ")) => !before
            .iter()
            .rev()
            .take(COMPARING)
            .chain(after.iter().take(COMPARING))
            .any(|word| COMPARED.has(word)),
        (Some(Preposition::From), Some(" to " | " until " | " through ")) => {
            !close.clone().any(|word| CHANGED.has(word))
                && close.clone().any(|word| LASTING.has(word))
        }
        _ => false,
    }
}

fn words(text: &str, span: Span) -> Vec<&str> {
    let part = text.get(span.range()).unwrap_or_default();
    let words = part.split(|c: char| !c.is_alphanumeric() && c != '%');
    words.filter(|word| !word.is_empty()).collect()
}

/// `2012-10`: the month of October as well as a range.
fn is_month(range: &str) -> bool {
    let last = range
        .rsplit(|c: char| !c.is_ascii_digit())
        .next()
        .unwrap_or_default();
    last.len() == 2
        && last
            .parse()
            .is_ok_and(|month: u8| (1..=12).contains(&month))
}

fn is_backwards(first: i16, last: i16) -> bool {
    (1..=LONGEST).contains(&(i32::from(first) - i32::from(last)))
}

fn ends(form: &Form) -> (Option<i16>, Option<i8>, Option<i8>) {
    match form {
        Form::Calendar { year, month, day } => (*year, *month, *day),
        _ => (None, None, None),
    }
}

/// `the fiscal years 2005-2009`, `FY 2005-2006`
fn follows_year(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default().trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|word| listed(word, "year years fy season seasons term terms"))
}

fn in_brackets(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    before.ends_with('(') && after.starts_with([')', ',', ';'])
}

/// Years before Christ run backwards.
fn before_christ(text: &str, span: Span) -> bool {
    let after = text.get(span.end..).unwrap_or_default();
    after.trim_start().starts_with(['B', 'b'])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, silent};

    #[test]
    fn ranges_the_wrong_way_round() {
        for (text, found) in [
            ("The strike (1984–1983) was long.", "1984-1983"),
            ("The 1984-1983 strike was long.", "1984-1983"),
            ("The strike of 1984-1983 was long.", "1984-1983"),
            ("The strike (1984–82) was long.", "1984-82"),
            ("It fell apart between 1984 and 1983.", "1984 and 1983"),
            ("She served from 1984 to 1983.", "1984 to 1983"),
            ("Books for 1984-1983 are missing.", "1984-1983"),
            ("It runs Nov. 14-12, 2025.", "Nov. 14-12, 2025"),
            ("It runs 14-12 November 2025.", "14-12 November 2025"),
        ] {
            finds("reversed-range", text, None, &[(found, None)]);
        }
    }

    #[test]
    fn what_is_no_such_range() {
        for text in [
            "The 2020-21 season and a 12-8 vote are no such range.",
            "The strike (1983-1984), the 1999-02 term and 1950-53.",
            "Call 2025-1953 or 555-2025-1953.",
            "The temple (1500-1400 BC) still stands.",
            "They won 1980-1975 on points.",
            "It runs Dec. 30-Jan. 2, 2025.",
            "The score was (21-19).",
            "It fell from 2020 to 1950 in value.",
            "The gap between 2020 and 1950 levels is wide.",
            "The term (1985-05) and the season (1999-00) ended.",
            "She served from 1983 to 1984, and between 1983 and 1984.",
            "Model (2000-1500) units.",
            "On Nov. 14-12 votes later.",
            "The archive (2012-10) was sealed.",
            "She served on the board that moved the target for the cleanup from 2060 to 2031.",
            "The drought plan was brought forward from 2045 to 2040.",
            "A year-over-year comparison can't be made yet between 2021 and 2020, but the town has figures.",
            "Thefts rose 12 percent between 2021 and 2020.",
        ] {
            silent("reversed-range", text, None);
        }
    }
}
