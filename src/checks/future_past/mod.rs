//! A past-tense report of a day after the article's date.

mod clause;
mod words;

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;

use super::weekday::other_year;
use super::{Check, Flag, Pass, Sample, Spot, dates, written};
use crate::facts::Severity;
use crate::language::dates::{Base, DateRole, Form, Preposition, Step};
use crate::language::{DateExpr, Reading, Tense, notes};
use crate::mentions::Page;
use crate::span::Span;

pub(super) const CHECK: Check = Check {
    id: "future-past",
    severity: Severity::Warning,
    summary: "an event reported in the past tense with a date after the article's date",
    about: "An article cannot report an event of a later day. A day is reported if the verb on which it depends is in the \
            past tense and names an event (`met on`, `was signed on`). Plans, announcements and the ends of periods are \
            not reported, nor is a day with its right weekday, nor the next day, which may have begun elsewhere in the \
            world. Nothing is reported in an article that says that it was updated later, for a day more than three \
            months ahead, or in an article with several later days: there the article's date is probably wrong. \
            Without the feature `model` nothing is reported.",
    why: "Either the date or the tense is wrong, or a text that was written in advance was published too early.",
    reported: Sample::dated(
        "2025-11-05",
        "The ministers met on 12 November 2025 in Seoul.",
    ),
    silent: Sample::dated(
        "2025-11-05",
        "The ministers will meet on 12 November 2025 in Seoul.",
    ),
    begin: || Box::<FuturePast>::default(),
};

/// A day further ahead than this, written without its year, may be last year's.
const NEAR: i32 = 7;

/// A day further ahead than this means that the date of the article is wrong.
const FAR: i32 = 92;

/// An article that reports more later days than this has a wrong date.
const MANY: usize = 1;

/// Where a day without a year stands among days further off than this, all may be of an earlier year.
const AMONG: i32 = 45;

/// Days, month and day, that are reported without their year long after it.
const REMEMBERED: &[(i8, i8)] = &[(9, 11), (12, 7), (6, 6), (7, 7), (1, 6), (7, 4), (12, 25)];

/// What is found so far, and the later days that it reports.
#[derive(Default)]
struct FuturePast {
    found: Vec<Flag>,
    days: BTreeSet<Date>,
}

impl Pass for FuturePast {
    fn read(&mut self, page: &Page, sentences: Range<usize>) {
        let Some(today) = page.article.last_day() else {
            return;
        };
        for (sentence, span, expr) in dates(page, sentences) {
            if let Some((day, near)) = later_day(expr, today)
                && is_told(page, sentence, span, expr, day)
            {
                self.days.insert(day);
                if !near {
                    continue;
                }
                self.found.push(Flag {
                    at: Spot::Text(span),
                    message: format!(
                        "this is reported as past, and the article is of {}, before {}",
                        written(today),
                        written(day)
                    ),
                    expected: None,
                    related: Vec::new(),
                });
            }
        }
    }

    fn end(self: Box<Self>, page: &Page) -> Vec<Flag> {
        let text = page.text.as_str();
        let mut sentences = page.text.sentences().iter();
        let certain = !self.found.is_empty()
            && self.days.len() <= MANY
            // a change whose day is known is in the article's period
            && (page.article.until.is_some()
                || !sentences.any(|sentence| notes::is_revision(sentence.span.of(text))));
        if certain { self.found } else { Vec::new() }
    }
}

/// Whether the sentence reports a happening on the day.
fn is_told(page: &Page, sentence: usize, span: Span, expr: &DateExpr, day: Date) -> bool {
    let text = page.text.as_str();
    let Some(place) = page
        .text
        .sentences()
        .get(sentence)
        .map(|sentence| sentence.span)
    else {
        return false;
    };
    // `tomorrow` in somebody's mouth is counted from another day
    let shifted = matches!(expr.form, Form::Shift { .. });
    if shifted && page.text.in_speech(span) {
        return false;
    }
    // A headline in capitals is often parsed wrongly.
    if !span.of(text).contains(char::is_lowercase) && span.of(text).contains(char::is_alphabetic) {
        return false;
    }
    // `the Blue Tomorrow fund`
    let capital = span.of(text).starts_with(char::is_uppercase);
    if shifted && capital && span.start > place.start {
        return false;
    }
    // who wrote the weekday of the day did not mistype it: the article is older than its text
    if expr
        .weekday
        .is_some_and(|(_, stated)| stated == day.weekday())
    {
        return false;
    }
    let yearless = matches!(expr.form, Form::Calendar { year: None, .. });
    if yearless && is_of_another_year(page, sentence, day) {
        return false;
    }
    let dated = |tree| clause::Dated {
        text,
        tree,
        date: span,
        yearless,
        shifted,
    };
    page.tree(sentence)
        .is_some_and(|tree| dated(tree).is_report())
}

/// Whether a day without a year may be of an earlier one: among days of another year, or far from the article's.
fn is_of_another_year(page: &Page, sentence: usize, day: Date) -> bool {
    if REMEMBERED.contains(&(day.month(), day.day())) || other_year(page, sentence, day) {
        return true;
    }
    let sentences = page.text.sentences();
    let Some(block) = sentences.get(sentence).map(|sentence| sentence.block) else {
        return false;
    };
    let near = sentence.saturating_sub(8)..sentences.len().min(sentence + 8);
    let mut near = near.filter(|index| {
        sentences
            .get(*index)
            .is_some_and(|other| other.block == block)
    });
    let far = |expr: &DateExpr| {
        let named = matches!(
            expr.form,
            Form::Calendar {
                year: None,
                month: Some(_),
                day: Some(_)
            }
        );
        let other = expr
            .resolve(page.date(), Tense::Unknown, None)
            .and_then(|when| when.from);
        let days = other
            .and_then(|other| day.until(other).ok())
            .map(|length| length.get_days());
        named && days.is_some_and(|days| days.abs() > AMONG)
    };
    near.any(|index| {
        page.values(index)
            .iter()
            .any(|mention| matches!(&mention.reading, Reading::Date(expr) if far(expr)))
    })
}

/// The first day that a date can mean, where all of it lies after the article's date, and whether it is so near that the
/// article's year and date are certain.
fn later_day(expr: &DateExpr, today: Date) -> Option<(Date, bool)> {
    let (sure, least) = match &expr.form {
        // the next day here may be today elsewhere
        Form::Calendar {
            year: Some(_),
            month: Some(_),
            ..
        } => (true, 2),
        Form::Calendar {
            month: Some(_),
            day: Some(_),
            ..
        } => (false, 2),
        // `tomorrow` is tomorrow everywhere
        Form::Shift {
            base: Base::Today,
            step: Step::Day,
            ..
        } => (true, 1),
        _ => return None,
    };
    let bound = matches!(
        expr.preposition,
        None | Some(Preposition::On | Preposition::In)
    );
    if expr.role == DateRole::Adjectival || !bound {
        return None;
    }
    let first = expr.resolve(Some(today), Tense::Unknown, None)?.from?;
    let days = today.until(first).ok()?.get_days();
    let near = days <= if sure { FAR } else { NEAR };
    (days >= least && (sure || days <= AMONG)).then_some((first, near))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::super::testing::{finds, silent};

    const TODAY: Option<Date> = Some(date(2025, 11, 3));

    #[test]
    fn reports_of_later_days() {
        for (text, found) in [
            (
                "The two mayors met on November 6, 2025, and agreed on fuel.",
                "November 6, 2025",
            ),
            (
                "The treaty was signed in Oslo on 9 November 2025.",
                "9 November 2025",
            ),
            (
                "It was cold. On November 6, 2025, the two mayors met.",
                "November 6, 2025",
            ),
            ("The two mayors met on Nov. 6.", "Nov. 6"),
            ("The museum opened in January 2026.", "January 2026"),
            (
                "The court announced on Nov. 9, 2025, that it was over.",
                "Nov. 9, 2025",
            ),
            ("The report was released on Nov. 9, 2025.", "Nov. 9, 2025"),
            ("The two mayors met tomorrow.", "tomorrow"),
            (
                "The roof leaked again on November 6, 2025, the librarian said.",
                "November 6, 2025",
            ),
            ("The bridge was repaired on Nov. 6.", "Nov. 6"),
            (
                "Officials said the mast cracked in Oslo on Nov. 6.",
                "Nov. 6",
            ),
            ("On November 6, 2025, the roof leaked.", "November 6, 2025"),
        ] {
            finds("future-past", text, TODAY, &[(found, None)]);
        }
    }

    #[test]
    fn plans_and_other_days() {
        for text in [
            "The two mayors will meet on November 6, 2025. The meeting is planned for November 7, 2025, and was announced for that day.",
            "The two mayors met on November 2, 2025.",
            "The two mayors met on November 4, 2025.",
            "He announced a vote on November 6, 2025.",
            "They signed up for the race on November 9, 2025.",
            "They met ahead of the summit on November 9, 2025.",
            "They agreed to meet on November 9, 2025.",
            "She died before the ceremony on November 9, 2025.",
            "He won a contract until November 9, 2026.",
            "The treaty was signed on Dec. 20.",
            "He would have been killed on November 9, 2025.",
            "The hearing was scheduled for November 9, 2025.",
            "Tickets for the concert on November 9, 2025 were sold.",
            "She opened the November 9, 2025, meeting.",
            "Polls opened for the vote to be held on November 9, 2025.",
            "The album, released on November 9, 2025, is her third.",
            "She confirmed the match on November 9, 2025.",
            "The pact takes effect tomorrow. \"We met tomorrow,\" he joked.",
            "If they met on November 9, 2025, it was late.",
            "They agreed on November 9, 2025, for the vote.",
            "A march organised on November 9, 2025, drew criticism.",
            "The vote called on November 9, 2025, is a gamble.",
            "The show was postponed on November 9, 2025.",
            "The launch was scheduled on November 9, 2025.",
            "The plan was published on November 2 and based on November 9, 2025.",
            "They booked the hall on November 9, 2025.",
            "The union wanted them on November 9, 2025.",
            "On November 9, 2025, the union planned a march.",
            "On November 9, 2025, the seats offered will be few.",
            "November 9, 2025: Notify all accepted applicants",
            "On November 9, 2025, the assembled guests arrive.",
            "He said Nov. 9 was still the goal.",
            "That short bill went through midnight Nov. 9.",
            "She met the staff of the Blue Tomorrow Foundation.",
            "MAYOR SAYS BOARD MET ON NOVEMBER 9, 2025.",
            "They were here today, gone tomorrow.",
            "The talks open today, followed tomorrow by a dinner.",
            "On Nov. 9, the firm sold its ferry.",
            "They left in October 2024. He signed the bill on Nov. 9 and the talks ended.",
        ] {
            silent("future-past", text, TODAY);
        }
    }

    #[test]
    fn what_is_not_over_or_only_meant() {
        for text in [
            "An order keeps the border from being opened on November 9, 2025.",
            "The board stopped the bridge from being re-opened on November 9, 2025.",
            "The hearing began today and continues tomorrow.",
            "She was to have left on November 9, 2025.",
            "The trip, on which he was to have left Nov. 6 and returned Nov. 9, was dropped.",
            "Sales for the year ended November 30, 2025, are seen at nine million.",
            "Money supply rose in the week ended Nov. 9.",
            "Seventy pupils came for the camp, held at the college on Nov. 9.",
            "The talks held on November 9, 2025, brought no one closer.",
            "Bonds that matured on November 9, 2025, were sold.",
            "She signed two bills (one bill which takes effect in December 2025) at noon.",
            "All of the appointments took effect on Nov. 9.",
            "After they signed the pact, he saw no one striking the port tomorrow morning.",
            "The seats are expected to be filled by those elected on November 9, 2025.",
        ] {
            silent("future-past", text, TODAY);
        }
        finds(
            "future-past",
            "The talks were held on November 9, 2025, in Oslo.",
            TODAY,
            &[("November 9, 2025", None)],
        );
        finds(
            "future-past",
            "The board was re-elected on November 9, 2025.",
            TODAY,
            &[("November 9, 2025", None)],
        );
    }

    #[test]
    fn days_of_an_earlier_year() {
        for text in [
            "She spoke of those who were fired on Nov. 9 last year.",
            "They are the heirs of the crew that sailed when the mast fell on Nov. 9.",
            "Pilot Bo Ravn was killed Aug. 6 in the north. Guard Ida Holm was killed Nov. 9 near the pass.",
            "Nearly three thousand people died on Sept. 11.",
        ] {
            let today = if text.contains("Sept.") {
                Some(date(2025, 9, 7))
            } else {
                TODAY
            };
            silent("future-past", text, today);
        }
        finds(
            "future-past",
            "Guard Ida Holm was killed Nov. 9 near the pass.",
            TODAY,
            &[("Nov. 9", None)],
        );
    }

    #[test]
    fn articles_that_were_changed_later() {
        for text in [
            "The bridge opened on Thursday, Nov. 6, and the mayor spoke.",
            "The trial began. This post was last updated on November 9, 2025.",
            "Update: The repairs ended on November 9, 2025. The bridge is one of two.",
            "The bridge opened on November 9, 2025.\n\nEditor's note: This story was updated.",
            "Last updated on 9 Nov, 2025",
            "The bridge opened on April 7, 2029.",
            "The mayors met on November 9, 2025. They met on November 12, 2025.",
            "The bridge was opened on March 7, 2026.",
            "On Nov. 9, I opened a bridge.",
        ] {
            silent("future-past", text, TODAY);
        }
        finds(
            "future-past",
            "The bridge opened on November 9, 2025. The mayor updated her plan.",
            TODAY,
            &[("November 9, 2025", None)],
        );
        finds(
            "future-past",
            "The bridge opened on Monday, Nov. 6, and the mayor spoke.",
            TODAY,
            &[("Monday, Nov. 6", None)],
        );
    }

    #[test]
    fn no_article_date_no_report() {
        silent(
            "future-past",
            "The two mayors met on November 6, 2099.",
            None,
        );
    }
}
