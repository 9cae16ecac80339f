//! A past-tense report of a day after the article's date.

use std::ops::Range;

use jiff::civil::Date;

use super::pass::by_sentence;
use super::weekday::other_year;
use super::{Check, Flag, Sample, Spot, around, dates, listed, written};
use crate::facts::Severity;
use crate::language::dates::{Base, DateRole, Form, Preposition, Step};
use crate::language::lists::WordList;
use crate::language::{self, DateExpr, Tense};
use crate::mentions::Page;
use crate::span::Span;

pub(super) const CHECK: Check = Check {
    id: "future-past",
    severity: Severity::Warning,
    summary: "what is told as past, but lies after the article's own date",
    about: "An article cannot report what happened on a day after its own. Reported is a day whose own verb tells \
            a happening in the past (`met on`, `was signed on`), not a plan, an announcement or a sale for that \
            day, and not the very next day, which it may be elsewhere in the world.",
    why: "What has not happened yet can't be reported as done: either the date or the tense is wrong, or a text that \
          was written ahead went out too early.",
    reported: Sample::dated(
        "2025-11-05",
        "The ministers met on 12 November 2025 in Seoul.",
    ),
    silent: Sample::dated(
        "2025-11-05",
        "The ministers will meet on 12 November 2025 in Seoul.",
    ),
    begin: || by_sentence(flags),
};

/// A day further ahead than this, written without its year, may be last year's.
const NEAR: i32 = 14;

/// Past verbs that tell of a happening on its day.
static HAPPENED: WordList = WordList::new(
    "\
    met held signed arrived died born opened visited began started ended won lost killed struck launched \
    attended resigned gathered spoke crashed erupted occurred happened landed fell arrested sworn \
    inaugurated elected defeated played concluded left returned attacked collapsed exploded departed \
    traveled travelled toured testified married took sank burned protested marched voted performed appeared \
    rained completed finished convened clashed surrendered injured wounded founded assassinated rescued \
    hosted came went flew drew beat scored",
);

/// Past verbs of telling and deciding: a date right after one of them is its own.
static TOLD: WordList = WordList::new(
    "\
    announced said reported declared approved rejected adopted ratified appointed sentenced convicted \
    charged unveiled confirmed",
);

/// The same for what is often told before it happens.
static ISSUED: WordList = WordList::new("released published issued");

/// Past verbs with whose date, right after them, no happening is told: it is what they are about, or a plan.
static ABOUT: WordList = WordList::new(
    "\
    agreed decided settled insisted focused fixed depended relied counted organised organized arranged listed \
    marked advertised dated ended based hinged eyed wanted needed hoped looked waited",
);

/// Words between a verb and its date that own no date.
static AROUND: WordList = WordList::new(
    "\
    again twice once there here together early late on in at near off down up out over back home",
);

/// Words before a participle that make an adjective of it: `on Nov. 6 the assembled guests arrive`.
static NO_SUBJECT: WordList = WordList::new(
    "\
    the a an its his her their our my your this that these those all some any many most more no new few two \
    three several newly of to by with for be is are being",
);

/// Verbs that only say who tells it, and helpers of the past.
static TELLS: WordList = WordList::new("said says told added reported reports wrote was were");

/// Occasions: a date after one of them may be the occasion's.
static OCCASIONS: WordList = WordList::new(
    "\
    meeting meetings summit election elections vote hearing talks match game games concert deadline launch \
    release trial conference event ceremony visit trip tour debate referendum session race final semifinal \
    opening premiere festival anniversary birthday wedding funeral rally strike protest march drill exercise \
    inauguration convention primary runoff polls poll fight show exhibition auction sale start end beginning \
    return retirement expiry clash tie fixture round leg tickets contract term lease sentencing hearings \
    execution reopening",
);

/// Words after which the date is no report's: conditions, plans, other times.
static ELSEWHERE: WordList = WordList::new(
    "\
    if unless whether ahead before until for by about since after than should would will could may might to \
    had suppose imagine scheduled planned expected due upcoming set slated next that when once not never no \
    through as like predicted novel film fictional movie",
);

fn flags(page: &Page, sentences: Range<usize>) -> Vec<Flag> {
    let Some(today) = page.article.last_day() else {
        return Vec::new();
    };
    let text = page.text.as_str();
    dates(page, sentences)
        .filter_map(|(sentence, span, expr)| {
            let day = later_day(expr, today)?;
            // `tomorrow` in somebody's mouth is counted from another day
            let shifted = matches!(expr.form, Form::Shift { .. });
            if shifted && page.text.in_speech(span) {
                return None;
            }
            // a day without a year, among those of another year, is of that one
            let yearless = matches!(expr.form, Form::Calendar { year: None, .. });
            if yearless && other_year(page, sentence, day) {
                return None;
            }
            let sentence = page.text.sentences().get(sentence)?.span;
            // `the Blue Tomorrow fund`
            let capital = span.of(text).starts_with(char::is_uppercase);
            if shifted && capital && span.start > sentence.start {
                return None;
            }
            reports(text, sentence, span, expr.preposition).then(|| Flag {
                at: Spot::Text(span),
                message: format!(
                    "this is reported as past, and the article is of {}, before {}",
                    written(today),
                    written(day)
                ),
                expected: None,
                related: Vec::new(),
            })
        })
        .collect()
}

/// The first day that a date can mean, where all of it lies after the article's date.
fn later_day(expr: &DateExpr, today: Date) -> Option<Date> {
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
    (days >= least && (sure || days <= NEAR)).then_some(first)
}

/// Whether the clause reports a happening on the date.
fn reports(text: &str, sentence: Span, date: Span, preposition: Option<Preposition>) -> bool {
    let clauses = language::clauses(text, around(text, sentence, date));
    let Some(clause) = clauses.into_iter().find(|clause| clause.contains(date)) else {
        return false;
    };
    if language::tense::of(text, clause, date.start) != Tense::Past {
        return false;
    }
    let before = words(text, Span::new(clause.start, date.start));
    let after = words(text, Span::new(date.end, clause.end));
    let mut all = before.iter().chain(&after);
    if all.any(|word| listed(word, "if unless would will")) {
        return false;
    }
    let on = preposition == Some(Preposition::On);
    let told = told_on(&before) && !is_subject(&before, &after);
    if told || on && (acted_on(&before, &after) || acted_after(&before, &after)) {
        return true;
    }
    match before.iter().rposition(|word| HAPPENED.has(word)) {
        Some(verb) => happened_before(&before, verb),
        None => happened_after(&before, &after),
    }
}

/// The words of a span.
fn words(text: &str, span: Span) -> Vec<&str> {
    let part = text.get(span.range()).unwrap_or_default();
    let words = part.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

/// `The court ruled on Nov. 6`: a verb right before the date owns it, even one of announcing. What is `released on` a
/// day is often told in advance: that takes a helper, `was released on`.
fn told_on(words: &[&str]) -> bool {
    let mut words = words.iter().rev().skip_while(|word| listed(word, "on in"));
    let verb = words.next().copied().unwrap_or_default();
    let helper = words.next().copied().unwrap_or_default();
    let planned = ELSEWHERE.has(helper) || listed(helper, "the a an its be is are being");
    let told = TOLD.has(verb) || ISSUED.has(verb) && listed(helper, "was were");
    told && !planned
}

/// `The roof leaked again on Nov. 6`: whatever the verb, it owns the date where the clause has no other verb and
/// nothing between them can own it.
fn acted_on(before: &[&str], after: &[&str]) -> bool {
    let Some(verb) = before.iter().rposition(|word| is_verb(word)) else {
        return false;
    };
    let (subject, rest) = before.split_at(verb);
    let (word, between) = match rest {
        [word, between @ ..] => (*word, between),
        [] => return false,
    };
    let owned = between
        .iter()
        .all(|word| AROUND.has(word) || word.ends_with("ly") || is_name(word));
    let good = is_act(word) && owned && !subject.is_empty();
    let modified = subject
        .last()
        .is_some_and(|word| listed(word, "the a an its his her their be is are being to"));
    let others = subject.iter().chain(after);
    good && !modified
        && !subject.iter().any(|word| ELSEWHERE.has(word))
        && !others.clone().any(|word| is_verb(word))
}

/// Whether a word tells of the past, and does more than say who tells it.
fn is_verb(word: &str) -> bool {
    let present = listed(word, "is are has have had do does did be will can");
    (present || language::tense::is_past_form(word)) && !TELLS.has(word)
}

/// Whether a regular past verb tells an act, and no plan.
fn is_act(word: &str) -> bool {
    let lower = word.chars().all(char::is_lowercase);
    lower
        && word.ends_with("ed")
        && !language::tense::is_plan_word(word)
        && !ABOUT.has(word)
        && !TOLD.has(word)
        && !ISSUED.has(word)
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// `She said Nov. 9 was the goal`: a date without a preposition that has a verb of its own.
fn is_subject(before: &[&str], after: &[&str]) -> bool {
    let bound = before.last().is_some_and(|word| listed(word, "on in"));
    let verb = "is was are were will would could may might should has had as remains marks";
    !bound && after.first().is_some_and(|word| listed(word, verb))
}

/// `The two presidents met in Oslo on Nov. 6`: nothing between verb and date can own the date.
fn happened_before(words: &[&str], verb: usize) -> bool {
    let between = words.get(verb + 1..).unwrap_or_default();
    let owner = |word: &&str| {
        let other_verb = language::tense::is_past_form(word) && !HAPPENED.has(word);
        other_verb || OCCASIONS.has(word) || ELSEWHERE.has(word)
    };
    let helpers = words.get(verb.saturating_sub(2)..verb).unwrap_or_default();
    let adjective = helpers
        .last()
        .is_some_and(|word| listed(word, "the a an its be is are being"));
    is_report(words, verb)
        && !adjective
        && !between.iter().any(owner)
        && !helpers.iter().any(|word| ELSEWHERE.has(word))
}

/// `On Nov. 6 the two presidents met`: the first verb after the date.
fn happened_after(before: &[&str], after: &[&str]) -> bool {
    first_verb(before, after).is_some_and(|verb| is_report(after, verb))
}

/// `On Nov. 6 the roof leaked`: the same for any verb, where what stands before it can be its subject.
fn acted_after(before: &[&str], after: &[&str]) -> bool {
    first_verb(before, after).is_some_and(|verb| {
        let word = after.get(verb).copied().unwrap_or_default();
        let subject = verb.checked_sub(1).and_then(|last| after.get(last));
        (is_act(word) || TOLD.has(word)) && subject.is_some_and(|last| !NO_SUBJECT.has(last))
    })
}

/// The first past verb after a date that opens its clause, with a plain subject before it.
fn first_verb(before: &[&str], after: &[&str]) -> Option<usize> {
    let leads = before
        .iter()
        .all(|word| listed(word, "on in and but then later early late"));
    let verb = after
        .iter()
        .position(|word| language::tense::is_past_form(word))?;
    let subject = after.get(..verb)?;
    let plain = |word: &&str| !ELSEWHERE.has(word) && !listed(word, "be is are");
    (leads && subject.iter().all(plain)).then_some(verb)
}

/// Whether the verb tells of a happening: `took place`, but not a bare `took`.
fn is_report(words: &[&str], verb: usize) -> bool {
    let word = words.get(verb).copied().unwrap_or_default();
    let next = words.get(verb + 1).copied().unwrap_or_default();
    HAPPENED.has(word)
        && (!word.eq_ignore_ascii_case("took") || listed(next, "place office part effect"))
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
            "They left in October 2024. He signed the bill on Nov. 9 and the talks ended.",
        ] {
            silent("future-past", text, TODAY);
        }
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
