//! One title of two offices of one body.

use std::collections::HashMap;

use super::{Note, Remark, Review};
use crate::facts::{Kind, Severity};
use crate::text::{fold, normalize};

pub(super) static REMARK: Remark = Remark {
    id: "same-office",
    severity: Severity::Warning,
    about: "Two offices have one title, and one nation or body (or both none). The holder of the one is wrong for the \
            other, and an article that names either is reported.",
    apart: 5,
    many: "titles belong to two offices, the first",
    find,
};

fn find(review: &Review) -> Vec<Note> {
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    let mut notes = Vec::new();
    for (index, fact, _) in review.facts() {
        let Kind::Office(office) = &fact.kind else {
            continue;
        };
        let alone = [String::new()];
        let of = match office.of.is_empty() {
            true => &alone[..],
            false => &office.of[..],
        };
        let mut met = Vec::new();
        for title in &office.titles {
            for body in of {
                let key = (fold(&normalize(title)), normalize(body));
                let other = *known.entry(key).or_insert(index);
                if other == index || met.contains(&other) {
                    continue;
                }
                met.push(other);
                let Some(first) = review.packs.facts.get(other) else {
                    continue;
                };
                let whose = match body.as_str() {
                    "" => String::new(),
                    body => format!(" of “{body}”"),
                };
                let message = format!(
                    "`{}` and `{}` are both the office “{title}”{whose}",
                    first.id, fact.id
                );
                let help = "make one office of them, or take the title out of one: who holds the one is wrong for \
                            the other";
                let at = |fact| title_of(review, fact, title);
                notes.push(
                    Note::new(&REMARK, index, message, help)
                        .label(
                            review.entry(index),
                            at(index),
                            format!("a title of `{}`", fact.id),
                        )
                        .label(
                            review.entry(other),
                            at(other),
                            format!("and of `{}`", first.id),
                        ),
                );
            }
        }
    }
    notes
}

/// Where a title stands in an office, whatever its capitals there.
fn title_of(review: &Review, office: usize, title: &str) -> Option<crate::span::Span> {
    let written = &review.packs.facts.get(office)?.kind;
    let Kind::Office(written) = written else {
        return None;
    };
    let same = |other: &&String| fold(&normalize(other)) == fold(&normalize(title));
    let written = written.titles.iter().find(same)?;
    review.written.phrase(office, "titles", written)
}
