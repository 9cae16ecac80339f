use crate::facts::{Fact, Kind};
use crate::finding::Reason;
use crate::language::nouns::the;

/// One sentence that says what is wrong, in an editor's words.
pub(super) fn of(fact: &Fact, column: &str, found: &str, expected: &str, reason: Reason) -> String {
    match (&fact.kind, column) {
        (Kind::Entity(entity), "age") => format!("{} is {expected}, not {found}", entity.name),
        (Kind::Entity(_), _) if reason == Reason::Outdated => {
            format!("“{found}” is now “{expected}”")
        }
        (Kind::Entity(_), _) => format!("the name is written “{expected}”, not “{found}”"),
        (Kind::Office(_), "title") => format!("the title is {expected}, not {found}"),
        (Kind::Office(office), _) => {
            let title = office.titles.first().map_or("holder", String::as_str);
            let of = office
                .of
                .first()
                .map(|of| format!(" of {}", the(of)))
                .unwrap_or_default();
            format!("the {title}{of} is {expected}, not {found}")
        }
        (Kind::Figure(figure), _) => {
            let what = figure.what.as_deref().unwrap_or(&fact.id);
            match reason {
                Reason::Hedge => format!("{what}: {expected}, so “{found}” is not true"),
                _ => format!("{what}: {expected}, not {found}"),
            }
        }
        (Kind::Event(event), _) => {
            let name = event.names.first().map_or(fact.id.as_str(), String::as_str);
            let of = match column {
                "number" => "edition",
                "on" => "date",
                "at" => "place",
                other => other,
            };
            format!("{name}, {of}: {expected}, not {found}")
        }
        (Kind::Statement(_), _) => format!("{column}: {expected}, not {found}"),
    }
}
