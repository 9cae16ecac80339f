//! A failing rule test, shown in the rule file that it stands in.

use super::Tested;
use super::entry::remedy;
use super::pairs::{self, Pairs};
use crate::facts::Severity;
use crate::packs::Expected;
use crate::report::drawing::{Drawing, Marked};
use crate::report::{Look, Source, literal};
use crate::rule_tests::Why;
use crate::span::Span;

/// How many places of one test are drawn.
const MOST: usize = 20;

/// Whether a drawing may cut a label, so that it is to be said in full below.
fn cut(label: &str, look: Look) -> bool {
    label.chars().count() > look.width / 2
}

fn both(asked: &str, got: &str) -> String {
    format!("expected {asked} here, got {got}")
}

/// What is wrong, in one line.
pub fn message(tested: &Tested) -> String {
    let Tested { test, outcome, .. } = tested;
    match &outcome.unreadable {
        Some(reason) => format!("the test “{}” fails: {reason}", test.name),
        None => format!("the test “{}” fails", test.name),
    }
}

/// Draws a failing test.
pub fn draw(source: &Source, tested: &Tested, look: Look) -> String {
    let Tested { test, outcome, why } = tested;
    let mut drawing = Drawing::new(Severity::Error, &message(tested), look);
    let pairs = Pairs::new(test, outcome);
    let mut places = places(source, tested, &pairs);
    let more = places.len().saturating_sub(MOST);
    places.truncate(MOST);
    for places in lines(places) {
        if !drawing.mark(&places) {
            for place in places {
                drawing.mark(&[place]);
            }
        }
    }
    if more > 0 {
        drawing.footer("note", &format!("{more} places more are not shown"));
    }
    for (wanted, found) in &pairs.differing {
        let (asked, got) = pairs::difference(wanted, found);
        if cut(&both(&asked, &got), look) {
            drawing.footer("expected", &asked);
            drawing.footer("got", &got);
        }
        drawing.footer("because", &found.message);
    }
    for found in &pairs.noisy {
        if cut(&pairs::noisy(found), look) {
            drawing.footer("noisy", &found.fact);
        }
        drawing.footer("noisy because", &found.message);
    }
    for (wanted, _) in &pairs.missing {
        let label = pairs::missing(wanted);
        if cut(&label, look) {
            drawing.footer("missing", label.trim_start_matches("missing: "));
        }
    }
    for why in why {
        drawing.footer("missing because", &because(why));
    }
    for wanted in unread(tested) {
        if cut(&pairs::unread(wanted), look) {
            drawing.footer(
                "not read",
                pairs::unread(wanted).trim_start_matches("not read as agreeing: "),
            );
        }
    }
    const WRONG: &str = "if the rules are right and the test is not,";
    match remedy(source, tested) {
        _ if outcome.unreadable.is_some() => {}
        _ if outcome.missing.is_empty() && outcome.noisy.is_empty() => drawing.footer(
            "help",
            "`factlint inspect --claims` shows what was read of the text, and why the rest was not",
        ),
        Some(lines) => drawing.block("help", &format!("{WRONG} write"), lines),
        None if why.is_empty() => {
            drawing.footer(
                "help",
                &format!("nothing was found: {WRONG} take `finds` out"),
            );
        }
        None => {}
    }
    drawing.draw()
}

/// The claims that the test demands and that were not read as agreeing.
pub fn unread(tested: &Tested) -> impl Iterator<Item = &Expected> {
    let indices = tested.outcome.unread.iter();
    indices.filter_map(|index| tested.test.agrees.get(*index))
}

/// Why something is missing.
pub fn because(why: &Why) -> String {
    match why {
        Why::NoDate { fact, day } => format!(
            "the test has no date, and then any record of `{fact}` will do: add for example `date = {day}`"
        ),
        Why::NoRecord { fact, date } => {
            format!("no record of `{fact}` holds on {date}, the date of the test")
        }
    }
}

/// Every place to mark, in the order of the file.
fn places<'a>(source: &'a Source, tested: &Tested, pairs: &Pairs<'_>) -> Vec<Marked<'a>> {
    let test = &tested.test;
    let mark = |span: Span, label: String, severity: Severity| Marked {
        name: &source.name,
        part: None,
        text: &source.text,
        span,
        line: source.line(span.start),
        column: source.column(span.start),
        labels: vec![label],
        severity: Some(severity),
    };
    // What is there and should not be in the colour of an error, what is lacking in another.
    let there = |span: Span, label| mark(in_file(source, tested, span), label, Severity::Error);
    let lacking = |span: Span, label| mark(span, label, Severity::Warning);
    let mut places = Vec::new();
    for (wanted, found) in &pairs.differing {
        let (asked, got) = pairs::difference(wanted, found);
        places.push(there(found.at.disk, both(&asked, &got)));
    }
    for found in &pairs.noisy {
        places.push(there(found.at.disk, pairs::noisy(found)));
    }
    for (wanted, span) in &pairs.missing {
        let label = pairs::missing(wanted);
        places.push(match span {
            Some(span) => lacking(in_file(source, tested, *span), label),
            None => lacking(wanted.span, label),
        });
    }
    for wanted in unread(tested) {
        places.push(lacking(wanted.span, pairs::unread(wanted)));
    }
    if places.is_empty() {
        places.push(mark(
            test.text_span,
            "this text".to_string(),
            Severity::Error,
        ));
    }
    places.sort_by_key(|place| place.span);
    places
}

/// The bytes in the rule file of bytes of the test's text.
pub fn in_file(source: &Source, tested: &Tested, span: Span) -> Span {
    let whole = tested.test.text_span;
    let written = source.text.get(whole.range()).unwrap_or_default();
    literal::place(written, &tested.test.text, span).map_or(whole, |span| {
        Span::new(whole.start + span.start, whole.start + span.end)
    })
}

/// The places that stand side by side on one line, together.
fn lines(places: Vec<Marked<'_>>) -> Vec<Vec<Marked<'_>>> {
    let mut lines: Vec<Vec<Marked<'_>>> = Vec::new();
    for place in places {
        match lines.last_mut() {
            Some(line)
                if line.last().is_some_and(|last| {
                    last.line == place.line && last.span.end <= place.span.start
                }) =>
            {
                line.push(place);
            }
            _ => lines.push(vec![place]),
        }
    }
    lines
}
