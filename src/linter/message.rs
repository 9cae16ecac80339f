use crate::facts::{Fact, Kind};
use crate::finding::Reason;

/// One line that says what is wrong: `U.S. troops in South Korea: found 25,800, expected 28,500 (transposed digits)`.
pub(super) fn write(
    fact: &Fact,
    column: &str,
    found: &str,
    expected: &str,
    reason: Reason,
) -> String {
    let is_name = matches!(fact.kind, Kind::Entity(_)) && column == "name";
    // A name or hedge in quotation marks ends where the words of the article do.
    let (found, expected) = match is_name {
        true => (format!("“{found}”"), format!("“{expected}”")),
        false if reason == Reason::Hedge => (format!("“{found}”"), expected.to_string()),
        false => (found.to_string(), expected.to_string()),
    };
    let mut message = match subject(fact, column) {
        Some(subject) => format!("{subject}: found {found}, expected {expected}"),
        None => format!("found {found}, expected {expected}"),
    };
    if let Some(why) = why(reason, is_name) {
        message.push_str(&format!(" ({why})"));
    }
    message
}

/// What the words are about, where the id of the fact does not say it.
fn subject(fact: &Fact, column: &str) -> Option<String> {
    match &fact.kind {
        Kind::Entity(_) if column == "name" => None,
        Kind::Entity(entity) => Some(format!("{}, {column}", entity.name)),
        Kind::Office(_) if column == "title" => Some("title".to_string()),
        Kind::Office(office) => {
            let title = office.titles.first().map_or("holder", String::as_str);
            let of = office.of.first().map(|of| format!(" of {of}"));
            Some(format!("{title}{}", of.unwrap_or_default()))
        }
        Kind::Figure(figure) => figure.what.clone(),
        Kind::Event(event) => {
            let name = event.names.first().map_or(fact.id.as_str(), String::as_str);
            let of = match column {
                "number" => "edition",
                "on" => "date",
                "at" => "place",
                other => other,
            };
            Some(format!("{name}, {of}"))
        }
        Kind::Affiliation(affiliation) => {
            let what = affiliation.what.as_deref().unwrap_or("affiliation");
            Some(what.to_string())
        }
        Kind::Statement(statement) => {
            // The key only says which record is meant.
            let checked = fact.table.columns.len() - usize::from(fact.table.key.is_some());
            Some(match &statement.what {
                Some(what) if checked == 1 => what.clone(),
                Some(what) => format!("{what}, {column}"),
                None => column.to_string(),
            })
        }
    }
}

/// What kind of mistake it looks like, where that helps to see it.
fn why(reason: Reason, is_name: bool) -> Option<&'static str> {
    match reason {
        Reason::Transposed if is_name => Some("transposed letters"),
        Reason::Transposed => Some("transposed digits"),
        Reason::Magnitude => Some("wrong order of magnitude"),
        Reason::Outdated => Some("out of date"),
        Reason::Rounded => Some("rounded without a hedge"),
        Reason::Hedge => Some("wrong hedge"),
        Reason::Unit => Some("wrong unit"),
        Reason::Other => None,
    }
}
