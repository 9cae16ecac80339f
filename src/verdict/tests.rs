use jiff::civil::date;
use rust_decimal::Decimal;

use super::*;
use crate::claims::Time;
use crate::language::{Amount, DateRole, Numeral, Role};
use crate::span::Span;

/// Records of one or two numbers, each from a year until a year.
fn table(records: &[(Option<i16>, Option<i16>, &[i64])]) -> Table {
    let records = records.iter().map(|(from, until, numbers)| Record {
        during: Period {
            from: from.map(|year| date(year, 1, 1)),
            until: until.map(|year| date(year, 12, 31)),
        },
        cells: numbers.iter().map(|number| vec![value(*number)]).collect(),
        acting: false,
    });
    Table {
        records: records.collect(),
        ..Table::default()
    }
}

fn value(number: i64) -> Value {
    Value::Amount {
        number: Decimal::from(number),
        unit: None,
    }
}

/// A claim of numbers, one a column.
fn claim(numbers: &[i64]) -> Claim {
    let claim = Claim::new(0, 0, Time::default());
    let cells = numbers.iter().enumerate();
    cells.fold(claim, |claim, (column, number)| {
        let number = Numeral {
            span: Span::new(0, 1),
            value: Decimal::from(*number),
            step: None,
            spelt: false,
        };
        let amount = Amount {
            number,
            upper: None,
            unit: None,
            hedge: None,
            role: Role::Value,
            parts: Vec::new(),
        };
        claim.with(column, Span::new(0, 1), StatedValue::Amount(amount))
    })
}

fn wrong(record: usize, column: usize, reason: Reason) -> Verdict {
    Verdict::Contradicts {
        record,
        wrong: vec![(column, reason)],
    }
}

#[test]
fn a_cue_for_the_past_lets_earlier_records_acquit_and_no_later_ones() {
    let table = table(&[(None, Some(2022), &[10]), (Some(2023), None, &[20])]);
    let past = |number| {
        let mut claim = claim(&[number]);
        claim.time.past = true;
        claim
    };
    let after = Some(Period::day(date(2024, 5, 1)));
    assert_eq!(judge(&table, &past(10), after), Verdict::Agrees);
    assert_eq!(
        judge(&table, &claim(&[10]), after),
        wrong(1, 0, Reason::Outdated)
    );
    let before = Some(Period::day(date(2021, 5, 1)));
    assert_eq!(judge(&table, &past(20), before), wrong(0, 0, Reason::Other));
    assert_eq!(judge(&table, &past(10), before), Verdict::Agrees);
}

#[test]
fn a_record_of_any_day_of_an_updated_article_acquits() {
    let table = table(&[
        (None, Some(2021), &[10]),
        (Some(2022), Some(2022), &[20]),
        (Some(2023), None, &[30]),
    ]);
    let days = Some(Period::new(date(2021, 5, 1), date(2023, 5, 1)));
    for number in [10, 20, 30] {
        assert_eq!(judge(&table, &claim(&[number]), days), Verdict::Agrees);
    }
    assert_eq!(
        judge(&table, &claim(&[40]), days),
        wrong(2, 0, Reason::Other)
    );
    let late = Some(Period::new(date(2022, 5, 1), date(2023, 5, 1)));
    assert_eq!(
        judge(&table, &claim(&[10]), late),
        wrong(2, 0, Reason::Outdated)
    );
}

#[test]
fn of_what_once_was_nothing_is_known_without_an_earlier_record() {
    let bygone = |number| {
        let mut claim = claim(&[number]);
        claim.time.bygone = true;
        claim
    };
    let one = table(&[(None, None, &[10])]);
    let two = table(&[(Some(2020), None, &[10]), (Some(2023), None, &[20])]);
    for today in [None, Some(Period::day(date(2024, 5, 1)))] {
        assert_eq!(judge(&one, &bygone(30), today), Verdict::Silent);
    }
    assert_eq!(judge(&two, &bygone(30), None), wrong(1, 0, Reason::Other));
}

#[test]
fn a_value_is_outdated_only_where_its_record_is_over_or_older() {
    // Two records of the same time: neither is the older one.
    let twins = table(&[(Some(2020), None, &[10, 1]), (Some(2020), None, &[25, 2])]);
    let mixed = claim(&[10, 2]);
    assert_eq!(judge(&twins, &mixed, None), wrong(0, 1, Reason::Other));

    let ended = table(&[(None, Some(2024), &[10]), (None, Some(2020), &[25])]);
    let today = Some(Period::day(date(2022, 5, 1)));
    assert_eq!(
        judge(&ended, &claim(&[25]), today),
        wrong(0, 0, Reason::Outdated)
    );

    // Both end on the same day.
    let both = table(&[(None, Some(2024), &[10, 1]), (None, Some(2024), &[25, 2])]);
    assert_eq!(judge(&both, &mixed, None), wrong(0, 1, Reason::Other));

    // Its last day is not over yet.
    let last = table(&[(None, Some(2024), &[10, 1]), (None, Some(2022), &[25, 2])]);
    let on = |day| judge(&last, &mixed, Some(Period::day(day)));
    assert_eq!(on(date(2022, 12, 31)), wrong(0, 1, Reason::Other));
    assert_eq!(on(date(2023, 1, 1)), wrong(0, 1, Reason::Outdated));
}

#[test]
fn a_year_with_two_digits_changed_over_is_a_slip_and_another_year_is_none() {
    let year = |stated| {
        let mut table = table(&[(None, None, &[0])]);
        table.records[0].cells = vec![vec![Value::Year(1986)]];
        let claim = Claim::new(0, 0, Time::default());
        let claim = claim.with(0, Span::new(0, 1), StatedValue::Year(stated));
        judge(&table, &claim, None)
    };
    assert_eq!(year(1986), Verdict::Agrees);
    assert_eq!(year(1968), wrong(0, 0, Reason::Transposed));
    assert_eq!(year(1996), wrong(0, 0, Reason::Other));
}

/// June or July 2025, or days of it.
fn month(month: i8, day: Option<i8>) -> Form {
    Form::Calendar {
        year: Some(2025),
        month: Some(month),
        day,
    }
}

#[test]
fn days_that_are_listed_must_all_be_days_of_the_occasion() {
    let judged = |first: (i8, Option<i8>), last: (i8, Option<i8>), preposition| {
        let mut table = table(&[(None, None, &[0])]);
        let days = Value::Days(date(2025, 6, 9), date(2025, 6, 13));
        table.records[0].cells = vec![vec![days]];
        let (from, until) = (month(first.0, first.1), month(last.0, last.1));
        let expr = DateExpr {
            weekday: None,
            date: None,
            form: Form::Range(Box::new(from), Box::new(until)),
            role: DateRole::Adverbial,
            preposition,
        };
        let days = Period::new(
            date(2025, first.0, first.1.unwrap_or(1)),
            date(2025, last.0, last.1.unwrap_or(30)),
        );
        let value = StatedValue::Days {
            days,
            edge: Edge::Any,
            expr,
        };
        let claim = Claim::new(0, 0, Time::default());
        judge(&table, &claim.with(0, Span::new(0, 1), value), None) == Verdict::Agrees
    };
    assert!(judged((6, Some(9)), (6, Some(13)), None));
    assert!(judged((6, Some(10)), (6, Some(11)), None));
    assert!(!judged((6, Some(9)), (6, Some(14)), None));
    assert!(!judged((6, Some(8)), (6, Some(13)), None));
    // Some day among them, and months, need only meet.
    assert!(judged(
        (6, Some(1)),
        (6, Some(30)),
        Some(Preposition::Between)
    ));
    assert!(judged((6, None), (7, None), None));
    assert!(!judged((7, None), (8, None), None));
}

#[test]
fn only_percent_and_percentage_points_are_taken_for_each_other() {
    use Dimension::{Percent, PercentagePoint};
    assert!(confusable(Percent, PercentagePoint));
    assert!(confusable(PercentagePoint, Percent));
    assert!(!confusable(Percent, Percent));
    assert!(!confusable(Percent, Dimension::Length));
    assert!(!confusable(Dimension::Length, Dimension::Duration));
}
