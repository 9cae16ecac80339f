//! How finely a form states a time, and its normalised value.

use jiff::civil::Date;

use super::resolve::{base_day, resolve, shift};
use super::{Base, Form, Precision, Step, Tense};
use crate::facts::Period;

/// See [`super::DateExpr::precision`].
pub(super) fn precision(form: &Form) -> Precision {
    match form {
        Form::Calendar { day: Some(_), .. }
        | Form::Weekday(..)
        | Form::Coming(_)
        | Form::WeekdayOf(..)
        | Form::DayOf(..)
        | Form::OfYear { day: Some(_), .. }
        | Form::DayBy(..)
        | Form::After { day: Some(_), .. }
        | Form::Holiday(..) => Precision::Day,
        Form::Calendar { month: Some(_), .. }
        | Form::MonthBy(..)
        | Form::OfYear { .. }
        | Form::After { .. } => Precision::Month,
        Form::Calendar { .. } | Form::Fiscal(_) => Precision::Year,
        Form::Season { .. } | Form::Share { .. } => Precision::Season,
        Form::Current(step, _) => step_precision(*step),
        Form::Shift {
            base: Base::Date(base),
            step,
            ..
        } => match precision(base) {
            Precision::Day => Precision::Day,
            coarse => coarse.max(step_precision(*step)),
        },
        Form::Shift { step, .. } => step_precision(*step),
        Form::PartOf(_, whole) => match precision(whole) {
            Precision::Year => Precision::Season,
            Precision::Years => Precision::Years,
            fine => fine,
        },
        Form::Range(_, last) => match precision(last) {
            Precision::Year => Precision::Years,
            fine => fine,
        },
        Form::Decade(_) => Precision::Years,
    }
}

/// See [`super::DateExpr::iso`].
pub(super) fn iso(
    form: &Form,
    article: Option<Date>,
    tense: Tense,
    previous: Option<Date>,
) -> Option<String> {
    if let Form::Shift { base, count, step } = form {
        // shown alone, `a day later` with nothing before it is counted from the article's date
        let base = base_day(base, article, tense, previous.or(article))?;
        return Some(shift(base, *count, *step)?.to_string());
    }
    if let Form::Calendar {
        year: Some(year),
        month,
        day: None,
    } = form
    {
        return Some(match month {
            Some(month) => format!("{year:04}-{month:02}"),
            None => format!("{year:04}"),
        });
    }
    let Period {
        from: Some(from),
        until: Some(until),
    } = resolve(form, article, tense, previous)?
    else {
        return None;
    };
    let month = shift(from, 1, Step::Month).and_then(|next| next.yesterday().ok());
    let year = shift(from, 1, Step::Year).and_then(|next| next.yesterday().ok());
    Some(if from == until {
        from.to_string()
    } else if from.day() == 1 && month == Some(until) {
        format!("{:04}-{:02}", from.year(), from.month())
    } else if from.day_of_year() == 1 && year == Some(until) {
        format!("{:04}", from.year())
    } else {
        format!("{from}/{until}")
    })
}

fn step_precision(step: Step) -> Precision {
    match step {
        Step::Day => Precision::Day,
        Step::Week | Step::Weekend | Step::Fortnight => Precision::Week,
        Step::Month => Precision::Month,
        Step::Quarter => Precision::Season,
        Step::Year => Precision::Year,
        Step::Decade => Precision::Years,
    }
}
