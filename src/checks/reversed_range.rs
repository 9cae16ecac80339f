//! `1953-1950`.

use super::{Check, Flag, Spot, dates};
use crate::facts::Severity;
use crate::language::dates::{DateRole, Form};
use crate::mentions::Page;
use crate::span::Span;

pub(super) const CHECK: Check = Check {
    id: "reversed-range",
    severity: Severity::Error,
    about: "A range of years or days that ends before it begins. Two numbers with a dash may be a score, a vote \
            or a telephone number: a range of years is reported in brackets or after an article, where it can be \
            nothing else.",
    run,
};

/// Further apart, two four-digit numbers are not the two ends of one time.
const LONGEST: i32 = 150;

fn run(page: &Page) -> Vec<Flag> {
    let text = page.text.as_str();
    dates(page)
        .filter_map(|(_, span, expr)| {
            let Form::Range(first, last) = &expr.form else {
                return None;
            };
            let ends = (ends(first), ends(last));
            let reversed = match ends {
                ((Some(first), None, None), (Some(last), None, None)) => {
                    let apart = i32::from(first) - i32::from(last);
                    let certain = in_brackets(text, span) || expr.role == DateRole::Adjectival;
                    (1..=LONGEST).contains(&apart) && certain && !before_christ(text, span)
                }
                ((_, Some(month), Some(first)), (Some(_), Some(other), Some(last))) => {
                    month == other && first > last
                }
                _ => false,
            };
            reversed.then(|| Flag {
                at: Spot::Text(span),
                message: "this range ends before it begins".to_string(),
                expected: None,
                related: Vec::new(),
            })
        })
        .collect()
}

fn ends(form: &Form) -> (Option<i16>, Option<i8>, Option<i8>) {
    match form {
        Form::Calendar { year, month, day } => (*year, *month, *day),
        _ => (None, None, None),
    }
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
            "Model (2000-1500) units.",
            "On Nov. 14-12 votes later.",
        ] {
            silent("reversed-range", text, None);
        }
    }
}
