use super::*;
use crate::language::units::unit;
use crate::language::{Hedge, Role};
use crate::span::Span;

/// A number as it is written, without anything around it.
fn plain(value: Decimal) -> Amount {
    let number = Numeral {
        span: Span::new(0, 1),
        value,
        step: None,
        spelt: false,
    };
    Amount {
        number,
        upper: None,
        unit: None,
        hedge: None,
        role: Role::Value,
        parts: Vec::new(),
    }
}

fn whole(value: i64) -> Amount {
    plain(Decimal::from(value))
}

fn hedged(kind: HedgeKind, value: i64) -> Amount {
    let span = Span::new(0, 1);
    Amount {
        hedge: Some(Hedge { span, kind }),
        ..whole(value)
    }
}

fn range(low: i64, high: i64) -> Amount {
    Amount {
        upper: Some(whole(high).number),
        ..whole(low)
    }
}

fn measured(value: i64, code: &str) -> Amount {
    Amount {
        unit: unit(code),
        ..whole(value)
    }
}

/// Whether an amount is true of 28,500.
fn is_true(stated: &Amount) -> bool {
    agrees(Decimal::from(28_500), None, stated, Decimal::new(5, 2))
}

#[test]
fn a_hedge_says_on_which_side_the_value_lies_and_how_far() {
    use HedgeKind::{About, AtLeast, Nearly, Over, Under, UpTo};
    assert!(is_true(&whole(28_500)));
    assert!(!is_true(&whole(28_501)));
    for (kind, value, expected) in [
        (Over, 28_499, true),
        (Over, 28_500, false),
        (AtLeast, 28_500, true),
        (AtLeast, 28_501, false),
        (Under, 28_501, true),
        (Under, 28_500, false),
        (UpTo, 28_500, true),
        (UpTo, 28_499, false),
        (About, 29_925, true),
        (About, 29_926, false),
        (About, 27_075, true),
        (About, 27_074, false),
        (Nearly, 28_500, true),
        (Nearly, 29_925, true),
        (Nearly, 29_926, false),
        (Nearly, 28_499, false),
    ] {
        assert_eq!(is_true(&hedged(kind, value)), expected, "{kind:?} {value}");
    }
}

#[test]
fn a_range_holds_its_ends_whichever_is_written_first() {
    for (low, high, expected) in [
        (28_000, 29_000, true),
        (29_000, 28_000, true),
        (28_500, 29_000, true),
        (28_000, 28_500, true),
        (28_501, 29_000, false),
        (28_000, 28_499, false),
    ] {
        assert_eq!(is_true(&range(low, high)), expected, "{low}-{high}");
    }
}

#[test]
fn only_a_number_that_was_converted_may_be_rounded() {
    let tolerance = Decimal::new(5, 2);
    let right = Decimal::from(28_532);
    let of_km = |stated: &Amount| agrees(right, unit("km"), stated, tolerance);
    assert!(!of_km(&measured(28_500, "km")));
    // 28,532 km are 17,728.96 miles.
    assert!(of_km(&measured(17_729, "mi")));
    assert!(of_km(&measured(17_700, "mi")));
    assert!(!of_km(&measured(17_727, "mi")));
    assert!(!of_km(&measured(17_600, "mi")));
}

#[test]
fn a_unit_that_is_missing_is_no_number_and_one_too_many_does_no_harm() {
    let tolerance = Decimal::ZERO;
    let seven = Decimal::from(7);
    assert!(agrees(seven, None, &measured(7, "km"), tolerance));
    assert!(!agrees(seven, unit("km"), &whole(7), tolerance));
    assert!(agrees(seven, None, &whole(7), tolerance));
    assert!(is_unit(seven, unit("km"), &whole(7)));
    assert!(is_unit(seven, unit("km"), &measured(7, "mi")));
    assert!(!is_unit(seven, unit("km"), &measured(7, "km")));
    assert!(!is_unit(seven, unit("km"), &measured(8, "mi")));
}

#[test]
fn a_bound_within_a_fifth_is_about_the_value() {
    use HedgeKind::{About, AtLeast, Over, Under, UpTo};
    let right = Decimal::from(28_500);
    for kind in [Over, AtLeast, Under, UpTo] {
        for (value, near) in [
            (34_200, true),
            (34_201, false),
            (22_800, true),
            (22_799, false),
        ] {
            let stated = hedged(kind, value);
            assert_eq!(is_hedge(right, None, &stated), near, "{kind:?} {value}");
            assert_eq!(is_near(right, None, &stated), near, "{kind:?} {value}");
        }
    }
    // What bounds nothing is taken at its word.
    for stated in [whole(28_500), whole(1), hedged(About, 1)] {
        assert!(!is_hedge(right, None, &stated));
        assert!(is_near(right, None, &stated));
    }
}

#[test]
fn twenty_times_as_much_is_something_else_unless_its_digits_are_the_same() {
    for (right, value, remote) in [
        (100, 2_001, true),
        (100, 2_000, false),
        (2_000, 100, false),
        (2_001, 100, true),
        (100, 1_000_000, false),
        (0, 20, false),
        (0, 21, true),
        (20, 0, false),
        (21, 0, true),
        (15, 0, false),
        (-15, 14, false),
        (-25, 24, true),
        (-100, -2_001, true),
        (7, 7, false),
    ] {
        let seen = is_remote(Decimal::from(right), None, &whole(value));
        assert_eq!(seen, remote, "{value} for {right}");
    }
}

#[test]
fn a_slip_is_called_by_its_name() {
    let right = Decimal::from(28_532);
    for (stated, reason) in [
        (whole(28_352), Reason::Transposed),
        (whole(285_320), Reason::Magnitude),
        (whole(28_500), Reason::Rounded),
        (whole(28_530), Reason::Rounded),
        (whole(28_600), Reason::Rounded),
        (whole(28_700), Reason::Other),
        (whole(29_700), Reason::Other),
        (whole(28_533), Reason::Other),
        (hedged(HedgeKind::Under, 28_500), Reason::Other),
        (range(28_352, 28_400), Reason::Other),
    ] {
        let seen = slip(right, None, &stated);
        assert_eq!(seen, reason, "{stated:?}");
    }
    // A whole step is more than rounding; so is what stands behind the point of a number without noughts.
    let next = slip(Decimal::from(28_600), None, &whole(28_500));
    assert_eq!(next, Reason::Other);
    let point = slip(Decimal::new(285_324, 1), None, &whole(28_532));
    assert_eq!(point, Reason::Other);
}

#[test]
fn the_last_place_is_that_of_a_whole_number() {
    for (number, place) in [
        (Decimal::from(28_000), 1_000),
        (Decimal::from(28_500), 100),
        (Decimal::from(-40), 10),
        (Decimal::from(7), 1),
        (Decimal::ZERO, 1),
        (Decimal::new(285_005, 1), 1),
    ] {
        assert_eq!(last_place(number), Decimal::from(place), "{number}");
    }
}
