use rust_decimal::Decimal;

use super::{Dimension, codes, entries, unit};

fn code(name: &str) -> Option<&'static str> {
    unit(name).map(|unit| unit.code)
}

#[test]
fn units_are_known_by_what_rule_authors_write() {
    for (name, want) in [
        ("%", "%"),
        ("percent", "%"),
        ("per cent", "%"),
        ("percentage points", "pp"),
        ("percentage-points", "pp"),
        ("basis points", "bp"),
        ("bps", "bp"),
        ("USD", "USD"),
        ("usd", "USD"),
        ("KRW", "KRW"),
        ("won", "KRW"),
        ("$", "USD"),
        ("km", "km"),
        ("kilometers", "km"),
        ("Kilometres", "km"),
        ("square kilometers", "km²"),
        ("km²", "km²"),
        ("km/h", "km/h"),
        ("kg", "kg"),
        ("tonnes", "t"),
        ("years", "years"),
        ("year", "year"),
        ("days", "days"),
        ("°C", "°C"),
        ("degrees Celsius", "°C"),
        ("barrels", "barrels"),
        ("MW", "MW"),
    ] {
        assert_eq!(code(name), Some(want), "{name}");
    }
    for name in ["", "troops", "XYZ", "percentage pints"] {
        assert_eq!(code(name), None, "{name}");
    }
}

#[test]
fn a_calendar_year_is_no_length_of_time() {
    assert_eq!(unit("year").map(|u| u.dimension), Some(Dimension::Year));
    assert_eq!(
        unit("years").map(|u| u.dimension),
        Some(Dimension::Duration)
    );
}

#[test]
fn values_are_converted_within_a_dimension() {
    for (value, from, to, want) in [
        ("40", "miles", "km", "64.37376"),
        ("5", "km", "m", "5000"),
        ("25", "bp", "pp", "0.25"),
        ("96", "months", "years", "8"),
        ("2", "weeks", "days", "14"),
        ("212", "°F", "°C", "100"),
        ("-40", "°C", "°F", "-40"),
        ("100", "km/h", "m/s", "27.777777777778"),
        ("50", "cents", "USD", "0.5"),
        ("1", "km²", "hectares", "100"),
    ] {
        let value: Decimal = value.parse().expect("a number");
        let (from, to) = (unit(from).expect("a unit"), unit(to).expect("a unit"));
        let got = from.convert(value, to).map(|got| got.to_string());
        assert_eq!(got.as_deref(), Some(want), "{value} {}", from.code);
    }
    let (km, kg) = (unit("km").expect("a unit"), unit("kg").expect("a unit"));
    assert_eq!(km.convert(Decimal::ONE, kg), None);
    assert_eq!(km.convert(Decimal::MAX, unit("mm").expect("a unit")), None);
    let (won, dollars) = (unit("KRW").expect("a unit"), unit("USD").expect("a unit"));
    assert_eq!(won.convert(Decimal::ONE, dollars), None);
}

#[test]
fn every_unit_is_found_by_its_code_and_no_code_is_used_twice() {
    let mut seen = std::collections::HashSet::new();
    for entry in entries() {
        assert!(seen.insert(entry.unit.code), "{}", entry.unit.code);
        assert_eq!(code(entry.unit.code), Some(entry.unit.code));
        assert!(entry.unit.per_base > Decimal::ZERO);
    }
    assert!(codes().is_sorted());
    assert!(codes().contains(&"kilometers") && codes().contains(&"KRW"));
}

proptest::proptest! {
    #[test]
    fn a_conversion_there_and_back_changes_nothing(value in -1_000_000i64..1_000_000, from in 0usize..500, to in 0usize..500) {
        let all: Vec<_> = entries().map(|entry| &entry.unit).collect();
        let (from, to) = (all[from % all.len()], all[to % all.len()]);
        let value = Decimal::new(value, 2);
        if let Some(there) = from.convert(value, to)
            // a result rounded to twelve places keeps enough only near its own size
            && from.per_base / to.per_base > Decimal::new(1, 3)
        {
            let back = to.convert(there, from).map(|back| back.round_dp(6));
            proptest::prop_assert_eq!(back, Some(value));
        }
    }
}
