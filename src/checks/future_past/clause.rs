//! Whether a clause reports a happening on a date.

use super::super::{around, listed};
use super::words::{
    ABOUT, AROUND, ELSEWHERE, FINITE, HAPPENED, ISSUED, NO_SUBJECT, NOT_FINITE, OCCASIONS,
    OTHER_YEAR, PERIODS, RELATIVE, TELLS, TOLD, UNCERTAIN,
};
use crate::language::{self, Tense};
use crate::span::Span;

/// A date in its sentence.
pub(super) struct Told<'t> {
    pub(super) text: &'t str,
    pub(super) sentence: Span,
    pub(super) date: Span,
    /// Whether a preposition stands before the date.
    pub(super) bound: bool,
    /// Whether its year is the article's.
    pub(super) yearless: bool,
    /// Whether it is counted from the day of the article: `tomorrow`.
    pub(super) shifted: bool,
}

/// The words of a clause before and after a date.
struct Clause<'t> {
    text: &'t str,
    before: Vec<&'t str>,
    after: Vec<&'t str>,
}

impl Told<'_> {
    /// Whether the clause reports a happening on the date.
    pub(super) fn is_report(&self) -> bool {
        let Self {
            text,
            sentence,
            date,
            ..
        } = *self;
        let clauses = language::clauses(text, around(text, sentence, date));
        let Some(span) = clauses.into_iter().find(|clause| clause.contains(date)) else {
            return false;
        };
        if language::tense::of(text, span, date.start) != Tense::Past {
            return false;
        }
        let clause = Clause {
            text,
            before: words(text, Span::new(span.start, date.start)),
            after: words(text, Span::new(date.end, span.end)),
        };
        let lead = words(text, Span::new(sentence.start, date.start));
        let unclear = clause.is_uncertain()
            || is_unreal(&lead)
            || self.yearless && self.is_of_another_year(&lead, &clause);
        let apart = self.shifted && !lead.last().is_some_and(|word| HAPPENED.has(word));
        !unclear && !apart && clause.reports(self.bound, self.yearless)
    }

    /// `the attorneys who were fired on December 7 last year`.
    fn is_of_another_year(&self, lead: &[&str], clause: &Clause) -> bool {
        let beside = clause.after.iter().take(2).chain(lead.iter().rev().take(2));
        lead.iter().any(|word| RELATIVE.has(word))
            || beside.clone().any(|word| OTHER_YEAR.has(word))
    }
}

/// `was to have left`, `prevented it from being opened`: nothing happened.
fn is_unreal(lead: &[&str]) -> bool {
    let pairs = lead.windows(2).any(|pair| {
        let to = pair[1].eq_ignore_ascii_case("to");
        to && listed(pair[0], "was were is are be")
            || pair[0].eq_ignore_ascii_case("to") && listed(pair[1], "have be")
            || listed(pair[0], "from without against of") && listed(pair[1], "being having")
    });
    pairs
        || lead
            .iter()
            .any(|word| listed(word, "barring preventing pending"))
}

impl<'t> Clause<'t> {
    fn is_uncertain(&self) -> bool {
        let mut all = self.before.iter().chain(&self.after);
        all.any(|word| UNCERTAIN.has(word))
    }

    /// What somebody said on a day without a year, and what follows such a day, is often told in an update, and so
    /// proves nothing.
    fn reports(&self, bound: bool, yearless: bool) -> bool {
        let on = bound && self.before.last().is_some_and(|word| listed(word, "on"));
        let told = !yearless && self.is_told_on() && !self.is_subject();
        if told || on && self.acted_before() || on && !yearless && self.acted_after() {
            return true;
        }
        match self.before.iter().rposition(|word| HAPPENED.has(word)) {
            Some(verb) => self.happened_before(verb),
            None => !yearless && self.happened_after(),
        }
    }

    /// `The court ruled on Nov. 6`: a verb right before the date owns it, even one of announcing. What is `released on`
    /// a day is often told in advance: that takes a helper, `was released on`.
    fn is_told_on(&self) -> bool {
        let mut words = self
            .before
            .iter()
            .rev()
            .skip_while(|word| listed(word, "on in"));
        let verb = words.next().copied().unwrap_or_default();
        let helper = words.next().copied().unwrap_or_default();
        let planned = ELSEWHERE.has(helper) || NOT_FINITE.has(helper);
        let told = TOLD.has(verb) && (self.is_finite(verb) || listed(helper, "was were has have"))
            || ISSUED.has(verb) && listed(helper, "was were");
        told && !planned
    }

    /// Whether a verb begins no clause of its own without a subject: `the conference, held at the college`.
    fn is_finite(&self, verb: &str) -> bool {
        let at = verb.as_ptr() as usize - self.text.as_ptr() as usize;
        let before = self.text.get(..at).unwrap_or_default().trim_end();
        !before.ends_with([',', '(', ':', ';', '-', '\u{2014}', '\u{2013}', '"'])
    }

    /// `The roof leaked again on Nov. 6`: whatever the verb, it owns the date where the clause has no other verb and
    /// nothing between them can own it.
    fn acted_before(&self) -> bool {
        let before = &self.before;
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
        let good = is_act(word) && self.is_finite(word) && owned && !subject.is_empty();
        let modified = subject
            .last()
            .is_some_and(|last| NOT_FINITE.has(last) || PERIODS.has(last));
        let mut others = subject.iter().chain(&self.after);
        good && !modified
            && !subject.iter().any(|word| ELSEWHERE.has(word))
            && !others.any(|word| is_verb(word))
    }

    /// `She said Nov. 9 was the goal`: a date without a preposition that has a verb of its own.
    fn is_subject(&self) -> bool {
        let bound = self.before.last().is_some_and(|word| listed(word, "on in"));
        let verb = "is was are were will would could may might should has had as remains marks";
        !bound && self.after.first().is_some_and(|word| listed(word, verb))
    }

    /// `The two presidents met in Oslo on Nov. 6`: nothing between verb and date can own the date.
    fn happened_before(&self, verb: usize) -> bool {
        let words = &self.before;
        let between = words.get(verb + 1..).unwrap_or_default();
        let owner = |word: &&str| {
            let other_verb = language::tense::is_past_form(word) && !HAPPENED.has(word);
            other_verb || OCCASIONS.has(word) || ELSEWHERE.has(word)
        };
        let helpers = words.get(verb.saturating_sub(2)..verb).unwrap_or_default();
        let last = helpers.last().copied().unwrap_or_default();
        let word = words.get(verb).copied().unwrap_or_default();
        is_report(words, verb)
            && self.is_finite(word)
            && !NOT_FINITE.has(last)
            && !PERIODS.has(last)
            && !between.iter().any(owner)
            && !goes_on(between)
            && !helpers.iter().any(|word| ELSEWHERE.has(word))
            && self.is_main(verb, last)
    }

    /// Whether the verb before the date is the clause's own: `the talks held on Nov. 6 will decide` has another.
    fn is_main(&self, verb: usize, helper: &str) -> bool {
        let word = self.before.get(verb).copied().unwrap_or_default();
        let passive = listed(helper, "was were has have had he she they it we i who")
            || helper.ends_with("ly");
        let after = self
            .after
            .iter()
            .take_while(|word| !listed(word, "and but"));
        FINITE.has(word) && !RELATIVE.has(helper) || passive || {
            let earlier = self.before.get(..verb).unwrap_or_default();
            !after.clone().any(|word| is_verb(word)) && !earlier.iter().any(|word| is_verb(word))
        }
    }

    /// `On Nov. 6 the two presidents met`: the first verb after the date.
    fn happened_after(&self) -> bool {
        self.first_verb().is_some_and(|verb| {
            let word = self.after.get(verb).copied().unwrap_or_default();
            let subject = verb.checked_sub(1).and_then(|last| self.after.get(last));
            is_report(&self.after, verb)
                && self.is_finite(word)
                && subject.is_some_and(|last| !NOT_FINITE.has(last) && !PERIODS.has(last))
        })
    }

    /// `On Nov. 6 the roof leaked`: the same for any verb, where what stands before it can be its subject.
    fn acted_after(&self) -> bool {
        self.first_verb().is_some_and(|verb| {
            let word = self.after.get(verb).copied().unwrap_or_default();
            let subject = verb.checked_sub(1).and_then(|last| self.after.get(last));
            (is_act(word) || TOLD.has(word))
                && self.is_finite(word)
                && subject.is_some_and(|last| !NO_SUBJECT.has(last) && !PERIODS.has(last))
        })
    }

    /// The first past verb after a date that opens its clause, with a plain subject before it.
    fn first_verb(&self) -> Option<usize> {
        let leads = self
            .before
            .iter()
            .all(|word| listed(word, "on in and but then later early late"));
        let verb = self
            .after
            .iter()
            .position(|word| language::tense::is_past_form(word))?;
        let subject = self.after.get(..verb)?;
        let plain = |word: &&str| !ELSEWHERE.has(word) && !listed(word, "be is are");
        (leads && subject.iter().all(plain)).then_some(verb)
    }
}

/// The words of a span; a hyphen joins.
fn words(text: &str, span: Span) -> Vec<&str> {
    let part = text.get(span.range()).unwrap_or_default();
    let words = part.split(|c: char| !c.is_alphanumeric() && c != '-');
    words
        .filter(|word| word.contains(char::is_alphanumeric))
        .collect()
}

/// `started today and continues tomorrow`: another verb may follow the verb and own the date.
fn goes_on(between: &[&str]) -> bool {
    let joins = |pair: &[&str]| {
        let next = pair[1];
        let noun = is_name(next)
            || listed(
                next,
                "the a an his her its their our two three four five other",
            );
        listed(pair[0], "and or but then") && !noun && !HAPPENED.has(next)
    };
    between.windows(2).any(joins)
        || between
            .last()
            .is_some_and(|last| listed(last, "and or but"))
}

/// Whether a word reports the past, and does more than say who tells it.
fn is_verb(word: &str) -> bool {
    let present = listed(word, "is are has have had do does did be will can");
    (present || language::tense::is_past_form(word)) && !TELLS.has(word)
}

/// Whether a regular past verb tells an act, and no plan.
fn is_act(word: &str) -> bool {
    let lower = word.chars().all(|c| c.is_lowercase() || c == '-');
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

/// Whether the verb reports a happening: `took place`, but not a bare `took`.
fn is_report(words: &[&str], verb: usize) -> bool {
    let word = words.get(verb).copied().unwrap_or_default();
    let next = words.get(verb + 1).copied().unwrap_or_default();
    HAPPENED.has(word)
        && (!word.eq_ignore_ascii_case("took") || listed(next, "place office part effect"))
}
