//! Times, numbers and slots.

use super::*;

#[test]
fn a_record_ends_when_a_later_one_begins() {
    let fact = one(
        "[[office]]\nid = \"mayor\"\ntitles = [\"mayor\"]\nholders = [\n\
         { name = \"C\", from = 2020-05-01 },\n\
         { name = \"A\" },\n\
         { name = \"B\", from = \"2010-03\", until = 2015 },\n\
         { name = \"D\", from = 2020-05-01, acting = true },\n]",
    );
    let day = |y, m, d| Some(date(y, m, d));
    assert_eq!(
        periods(&fact),
        [
            (day(2020, 5, 1), None),
            (None, day(2010, 3, 1)),
            (day(2010, 3, 1), day(2015, 12, 31)),
            (day(2020, 5, 1), None),
        ]
    );
    let acting: Vec<_> = fact
        .table
        .records
        .iter()
        .map(|record| record.acting)
        .collect();
    assert_eq!(acting, [false, false, false, true]);
}

#[test]
fn records_of_another_key_end_nothing() {
    let fact = one(
        "[[statement]]\nid = \"parties\"\nsays = [\"{name} of the {party}\"]\nkey = \"name\"\nrecords = [\n\
         { name = \"A\", party = \"Greens\", from = 2019 },\n\
         { name = \"B\", party = \"Greens\", from = 2021 },\n\
         { name = \"A\", party = \"Reds\", from = 2023 },\n]",
    );
    assert_eq!(fact.table.key, Some(0));
    let ends: Vec<_> = fact
        .table
        .records
        .iter()
        .map(|record| record.during.until)
        .collect();
    assert_eq!(ends, [Some(date(2023, 1, 1)), None, None]);
}

#[test]
fn bounds_cover_their_whole_period() {
    let table = [
        ("2004", date(2004, 1, 1), date(2004, 12, 31)),
        ("\"2004-02\"", date(2004, 2, 1), date(2004, 2, 29)),
        ("2004-10-05", date(2004, 10, 5), date(2004, 10, 5)),
    ];
    for (bound, first, last) in table {
        let fact = one(&format!(
            "[[figure]]\nid = \"x\"\nunit = [\"seats\"]\nvalues = [{{ value = 1, from = {bound}, until = {bound} }}]"
        ));
        assert_eq!(fact.table.records[0].during, Period::new(first, last));
    }
}

#[test]
fn numbers_are_exact() {
    let table = [
        ("66_300_000_000_000", "66300000000000"),
        ("8.2", "8.2"),
        ("2.50", "2.5"),
        ("-0.1", "-0.1"),
        ("+3", "3"),
        ("6.63e13", "66300000000000"),
        ("0x10", "16"),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ("12345678901234567890", "12345678901234567890"),
    ];
    for (written, value) in table {
        let fact = one(&format!(
            "[[figure]]\nid = \"x\"\nunit = [\"seats\"]\nvalue = {written}"
        ));
        assert_eq!(fact.table.records[0].cells, [[number(value)]], "{written}");
        assert_eq!(columns(&fact), [("value", ColumnType::Quantity)]);
    }
}

#[test]
fn the_rest_of_a_figure() {
    let table = [
        ("\"10%\"", "0.1"),
        ("\"0.5 %\"", "0.005"),
        ("0.02", "0.02"),
        ("0", "0"),
    ];
    for (written, share) in table {
        let fact = one(&format!(
            "[[figure]]\nid = \"x\"\nwhat = \"seats\"\nunit = \"seats\"\nsubject = [\"house\"]\ncontext = [\"Lisbon\"]\n\
             measures = \"part\"\nvalue = 9\ntolerance = {written}"
        ));
        let Kind::Figure(figure) = fact.kind else {
            panic!("no figure")
        };
        assert_eq!(figure.tolerance, share.parse().unwrap());
        assert_eq!(figure.what.as_deref(), Some("seats"));
        assert!(matches!(figure.unit, FigureUnit::Counted(nouns) if nouns == ["seats"]));
        assert_eq!(figure.subject, ["house"]);
        assert_eq!(figure.context, ["Lisbon"]);
        assert_eq!(figure.measures, Measures::Part);
    }
}

#[test]
fn events_alone_and_in_series() {
    let fact = one(
        "[[event]]\nid = \"gala\"\nnames = [\"gala\"]\neditions = [\n\
         { number = 7, on = 2025-02-13, to = 2025-02-23, at = [\"Berlin\", \"Potsdam\"] }, { number = 8 }]",
    );
    assert_eq!(
        columns(&fact),
        [
            ("number", ColumnType::Ordinal),
            ("on", ColumnType::Date),
            ("at", ColumnType::Phrase)
        ]
    );
    assert_eq!(
        fact.table.records[0].cells,
        [
            vec![Value::Ordinal(7)],
            vec![Value::Days(date(2025, 2, 13), date(2025, 2, 23))],
            vec![phrase("Berlin"), phrase("Potsdam")],
        ]
    );
    assert_eq!(
        fact.table.records[1].cells,
        [vec![Value::Ordinal(8)], vec![], vec![]]
    );
    let fact = one("[[event]]\nid = \"gala\"\nnames = [\"gala\"]\non = 2025-02-13");
    let day = date(2025, 2, 13);
    assert_eq!(
        fact.table.records[0].cells,
        [vec![], vec![Value::Days(day, day)], vec![]]
    );
    assert_eq!(fact.table.records[0].during, Period::ALWAYS);
}

#[test]
fn slots_have_their_types() {
    let fact = one(r#"
[[statement]]
id      = "all"
says    = ["{number} {ordinal} {percent} {year} {date} {start} {place} {outcome} as said"]
number  = 8
ordinal = [57, 58]
percent = 2.5
year    = 2030
date    = 2025-11-04
start   = { year = 1950 }
place   = ["Philadelphia", "Philly"]
outcome = { is = ["armistice", "truce"], not = ["peace treaty", "surrender"] }
"#);
    let day = date(2025, 11, 4);
    assert_eq!(
        columns(&fact),
        [
            ("number", ColumnType::Number),
            ("ordinal", ColumnType::Ordinal),
            ("percent", ColumnType::Percent),
            ("year", ColumnType::Year),
            ("date", ColumnType::Date),
            ("start", ColumnType::Year),
            ("place", ColumnType::Phrase),
            ("outcome", ColumnType::Choice),
        ]
    );
    let cells = &fact.table.records[0].cells;
    assert_eq!(cells[0], [number("8")]);
    assert_eq!(cells[1], [Value::Ordinal(57), Value::Ordinal(58)]);
    assert!(matches!(cells[2][0], Value::Amount { number, .. } if number == Decimal::new(25, 1)));
    assert_eq!(cells[3], [Value::Year(2030)]);
    assert_eq!(cells[4], [Value::Days(day, day)]);
    assert_eq!(cells[5], [Value::Year(1950)]);
    assert_eq!(cells[6], [phrase("Philadelphia"), phrase("Philly")]);
    assert_eq!(cells[7], [phrase("armistice"), phrase("truce")]);
    let Kind::Statement(statement) = &fact.kind else {
        panic!("no statement")
    };
    assert_eq!(statement.wrong[7], ["peace treaty", "surrender"]);
    assert!(statement.wrong[..7].iter().all(Vec::is_empty));
}

#[test]
fn values_beside_records_hold_for_all_of_them() {
    let fact = one(
        "[[statement]]\nid = \"rate\"\nsays = [\"{bank} keeps its rate at {percent}\"]\nbank = \"ECB\"\n\
         records = [{ percent = 2, from = 2024 }, { percent = 3, from = 2025, bank = \"Fed\" }]",
    );
    let banks: Vec<_> = fact
        .table
        .records
        .iter()
        .map(|record| record.cells[0].clone())
        .collect();
    assert_eq!(banks, [vec![phrase("ECB")], vec![phrase("Fed")]]);
}

#[test]
fn measured_units_are_known_by_their_code() {
    let table = [
        ("\"%\"", Some("%")),
        ("\"KRW\"", Some("KRW")),
        ("\"km\"", Some("km")),
        // A list is of counted nouns, whatever they could measure.
        ("[\"km\", \"kilometres\"]", None),
        ("\"troops\"", None),
        ("[\"troops\", \"km\"]", None),
    ];
    for (written, code) in table {
        let fact = one(&format!(
            "[[figure]]\nid = \"x\"\nunit = {written}\nvalue = 1"
        ));
        let Kind::Figure(figure) = &fact.kind else {
            panic!("no figure")
        };
        let measured = match &figure.unit {
            FigureUnit::Measured(unit) => Some(*unit),
            FigureUnit::Counted(_) => None,
        };
        assert_eq!(measured.map(|unit| unit.code), code, "{written}");
        let Value::Amount { unit, .. } = &fact.table.records[0].cells[0][0] else {
            panic!("no amount")
        };
        assert_eq!(*unit, measured);
    }
}

#[test]
fn amounts_are_written_as_copy_has_them() {
    let table = [
        ("money", "$350 billion", "350000000000", "USD"),
        ("money", "66.3 trillion won", "66300000000000", "KRW"),
        ("money", "€1.5 million", "1500000", "EUR"),
        ("duration", "8 years", "8", "years"),
        ("duration", "eight years", "8", "years"),
        ("duration", "90 minutes", "90", "minutes"),
    ];
    for (slot, written, expected, code) in table {
        let fact = one(&format!(
            "[[statement]]\nid = \"x\"\nsays = [\"a plan of {{{slot}}}\", \"{{sum}} of it\"]\n{slot} = [\"{written}\"]\nsum = {{ {slot} = \"{written}\" }}"
        ));
        for cells in &fact.table.records[0].cells {
            let Value::Amount { number, unit } = &cells[0] else {
                panic!("no amount")
            };
            assert_eq!(*number, expected.parse().unwrap(), "{written}");
            assert_eq!(unit.map(|unit| unit.code), Some(code), "{written}");
        }
    }
}
