//! Good packs decode into the right facts.

mod values;

use super::*;
use crate::facts::{
    ColumnType, FigureUnit, InQuotes, Kind, Measures, Period, Phrase, Piece, Record, Severity,
    Value,
};
use jiff::civil::date;
use rust_decimal::Decimal;

fn source(file: &str, text: &str) -> PackSource {
    PackSource {
        file: file.into(),
        text: text.into(),
    }
}

fn load_all(files: &[(&str, &str)]) -> Packs {
    let sources = files.iter().map(|(file, text)| source(file, text));
    match load(sources.collect()) {
        Ok(packs) => packs,
        Err(problems) => panic!("{problems:#?}"),
    }
}

fn facts(text: &str) -> Vec<Fact> {
    load_all(&[("rules.toml", text)]).facts.to_vec()
}

fn one(text: &str) -> Fact {
    let mut facts = facts(text);
    assert_eq!(facts.len(), 1);
    facts.remove(0)
}

fn columns(fact: &Fact) -> Vec<(&str, ColumnType)> {
    let columns = fact.table.columns.iter();
    columns
        .map(|column| (column.name.as_str(), column.ty))
        .collect()
}

fn period(record: &Record) -> (Option<Date>, Option<Date>) {
    (record.during.from, record.during.until)
}

fn periods(fact: &Fact) -> Vec<(Option<Date>, Option<Date>)> {
    fact.table.records.iter().map(period).collect()
}

fn phrase(text: &str) -> Value {
    Value::Phrase(Phrase::plain(text))
}

fn number(text: &str) -> Value {
    Value::Amount {
        number: text.parse().unwrap(),
        unit: None,
    }
}

#[test]
fn an_entity_with_everything() {
    let text = r#"# People.

[[entity]]
id        = "marta-silva"
name      = "Marta Silva"
accept    = ["Marta da Silva", { name = "Marta Reis", until = "2004-10" }]
reject    = ["Marta Sliva"]
unlike    = ["Mara Silva"]
near      = false
born      = 1961-04-29
died      = 2022-09-08
source    = ["Who's who", "https://example.org"]
checked   = 2025-11-03
note      = "Not the singer."
severity  = "warning"
in-quotes = "skip"
unless    = ["the ship"]

# The end.
"#;
    let fact = one(text);
    assert_eq!(fact.id, "marta-silva");
    assert_eq!(columns(&fact), [("name", ColumnType::Phrase)]);
    let cells: Vec<_> = fact
        .table
        .records
        .iter()
        .map(|record| record.cells.clone())
        .collect();
    assert_eq!(
        cells,
        [
            vec![vec![phrase("Marta Silva")]],
            vec![vec![phrase("Marta da Silva")]],
            vec![vec![phrase("Marta Reis")]],
        ]
    );
    assert_eq!(
        periods(&fact),
        [(None, None), (None, None), (None, Some(date(2004, 10, 31)))]
    );
    let Kind::Entity(entity) = &fact.kind else {
        panic!("{fact:?}")
    };
    assert_eq!(entity.name, "Marta Silva");
    assert_eq!(entity.reject, ["Marta Sliva"]);
    assert_eq!(entity.unlike, ["Mara Silva"]);
    assert!(!entity.near);
    assert_eq!(
        entity.born,
        Some(crate::facts::Days::day(date(1961, 4, 29)))
    );
    assert_eq!(entity.died, Some(crate::facts::Days::day(date(2022, 9, 8))));
    assert_eq!(fact.sources, ["Who's who", "https://example.org"]);
    assert_eq!(fact.checked, Some(date(2025, 11, 3)));
    assert_eq!(fact.note.as_deref(), Some("Not the singer."));
    assert_eq!(fact.severity, Severity::Warning);
    assert_eq!(fact.in_quotes, InQuotes::Skip);
    assert_eq!(fact.unless, ["the ship"]);
    assert_eq!(fact.defined_in.line, 3);
    let whole = fact.defined_in.span.of(text);
    assert!(whole.starts_with("[[entity]]\nid "), "{whole}");
    assert!(whole.ends_with("unless    = [\"the ship\"]"), "{whole}");
}

#[test]
fn what_is_left_out_has_its_default() {
    let fact = one("[[entity]]\nname = \"Marta Silva\"\nsource = \"Who's who\"");
    assert_eq!(fact.severity, Severity::Error);
    assert_eq!(fact.in_quotes, InQuotes::Check);
    assert_eq!(fact.sources, ["Who's who"]);
    assert!(matches!(fact.kind, Kind::Entity(entity) if entity.near));
    let fact = one("[[event]]\nid = \"gala\"\nnames = [\"gala\"]\non = 2025-11-04");
    assert_eq!(fact.in_quotes, InQuotes::Soften);
    let fact = one("[[figure]]\nid = \"x\"\nunit = [\"seats\"]\nvalue = 1");
    let Kind::Figure(figure) = fact.kind else {
        panic!("no figure")
    };
    assert_eq!(figure.measures, Measures::Total);
    assert_eq!(figure.tolerance, Decimal::new(5, 2));
    assert!(figure.what.is_none() && figure.subject.is_empty() && figure.context.is_empty());
}

#[test]
fn a_statement_may_say_what_it_is_about() {
    let text =
        "[[statement]]\nid = \"members\"\nsays = [\"{number} members of NATO\"]\nnumber = 32\n";
    let fact = one(&format!("{text}what = \"NATO members\""));
    let Kind::Statement(statement) = fact.kind else {
        panic!("no statement")
    };
    assert_eq!(statement.what.as_deref(), Some("NATO members"));
    assert!(matches!(one(text).kind, Kind::Statement(it) if it.what.is_none()));
}

#[test]
fn an_entity_without_id_has_its_name_in_kebab_case() {
    let table = [
        ("Eswatini", "eswatini"),
        ("Marta da Silva", "marta-da-silva"),
        ("Özge Aydın", "ozge-aydin"),
        ("Ahn Gyu-back", "ahn-gyu-back"),
        ("Beyoncé", "beyonce"),
        ("Łódź", "lodz"),
        ("O'Brien & Sons", "o-brien-sons"),
        ("Hwasong-20", "hwasong-20"),
        ("  Bank of  Japan ", "bank-of-japan"),
        ("Straße", "strasse"),
    ];
    for (name, id) in table {
        assert_eq!(one(&format!("[[entity]]\nname = \"{name}\"")).id, id);
    }
}

#[test]
fn references_stand_for_all_names() {
    let packs = load_all(&[
        (
            "people.toml",
            "[[entity]]\nname = \"Ana Reis\"\naccept = [\"Ana dos Reis\", { name = \"Ana Costa\", until = 1999 }]\nreject = [\"Anna Reis\"]\n\
             [[entity]]\nname = \"Luis Costa\"",
        ),
        (
            "offices.toml",
            "[[office]]\nid = \"mayor\"\ntitles = [\"mayor\"]\nof = [\"Porto\", \"@ana-reis\"]\nholders = [{ name = \"@ana-reis\" }]\n\
             [[statement]]\nid = \"won\"\nsays = [\"@ana-reis … won in {place}\"]\nplace = \"Porto\"",
        ),
    ]);
    let all = ["Ana Reis", "Ana dos Reis", "Ana Costa"];
    let Kind::Office(office) = &packs.facts[2].kind else {
        panic!("no office")
    };
    assert_eq!(
        office.of,
        ["Porto", "Ana Reis", "Ana dos Reis", "Ana Costa"]
    );
    assert_eq!(
        packs.facts[2].table.records[0].cells,
        [[Value::Phrase(Phrase {
            preferred: "Ana Reis".into(),
            spellings: all.map(String::from).to_vec(),
            entity: Some("ana-reis".into()),
        })]]
    );
    let Kind::Statement(statement) = &packs.facts[3].kind else {
        panic!("no statement")
    };
    let names = all.map(|name| crate::facts::Pattern(vec![Piece::Words(name.into())]));
    assert_eq!(statement.says[0].0[0], Piece::Choice(names.to_vec()));
    let seen: Vec<_> = packs
        .facts_of(&packs.packs[1])
        .map(|fact| fact.id.as_str())
        .collect();
    assert_eq!(seen, ["mayor", "won", "ana-reis"]);
    assert_eq!(packs.facts_of(&packs.packs[0]).count(), 2);
    assert_eq!(packs.packs[1].borrowed, [0]);
}

#[test]
fn packs_and_tests() {
    let text = r#"
[pack]
name = "Banks"
language = "en-GB"
review-after = "2 weeks"

[[entity]]
name = "Ana Reis"

[[test]]
name  = "misspelt"
date  = 2025-11-03
text  = "Ana Ries spoke."
finds = [
  { fact = "ana-reis", found = "Ana Ries", expected = "Ana Reis", reason = "other", severity = "warning" },
  { found = "spoke" },
]

[[test]]
name = "clean"
text = """
Ana Reis
spoke."""
"#;
    let packs = load_all(&[("banks.toml", text)]);
    let pack = &packs.packs[0];
    assert_eq!(pack.name.as_deref(), Some("Banks"));
    assert_eq!(pack.review_after, Some(14));
    let [misspelt, clean] = pack.tests.as_slice() else {
        panic!("two tests")
    };
    assert_eq!(misspelt.name, "misspelt");
    assert_eq!(misspelt.date, Some(date(2025, 11, 3)));
    assert_eq!(misspelt.text_span.of(text), "\"Ana Ries spoke.\"");
    assert_eq!(misspelt.name_span.of(text), "\"misspelt\"");
    let first = &misspelt.finds[0];
    assert_eq!(first.fact.as_deref(), Some("ana-reis"));
    assert_eq!(first.found.as_deref(), Some("Ana Ries"));
    assert_eq!(first.expected.as_deref(), Some("Ana Reis"));
    assert_eq!(first.reason.as_deref(), Some("other"));
    assert_eq!(first.severity.as_deref(), Some("warning"));
    assert!(first.span.of(text).starts_with("{ fact"));
    assert_eq!(misspelt.finds[1].fact, None);
    assert_eq!(clean.text, "Ana Reis\nspoke.");
    assert!(clean.finds.is_empty());
}

#[test]
fn an_empty_file_and_no_file_are_no_mistake() {
    assert!(load(Vec::new()).unwrap().facts.is_empty());
    for text in ["", "\n", "# nothing yet\n", "\u{feff}# nothing yet\r\n"] {
        assert!(facts(text).is_empty());
    }
}

#[test]
fn a_byte_order_mark_and_windows_lines_move_nothing() {
    let text =
        "\u{feff}[[entity]]\r\nname = \"Ana Reis\"\r\n\r\n[[entity]]\r\nname = \"Luis Costa\"\r\n";
    let facts = facts(text);
    assert_eq!(facts[1].defined_in.line, 4);
    assert_eq!(
        facts[1].defined_in.span.of(text),
        "[[entity]]\r\nname = \"Luis Costa\""
    );
}

#[test]
fn a_test_sees_the_entities_that_it_names() {
    let packs = load_all(&[
        ("people.toml", "[[entity]]\nname = \"Ana Reis\""),
        (
            "tests.toml",
            "[[test]]\nname = \"misspelt\"\ntext = \"Ana Ries\"\nfinds = [{ fact = \"ana-reis\", found = \"Ana Ries\" }]",
        ),
    ]);
    assert_eq!(packs.facts_of(&packs.packs[1]).count(), 1);
}
