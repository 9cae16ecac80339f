//! Who or what belongs where: `NAME of the PARTY`, `NAME (PARTY)`, `TOWN, STATE`.

mod constructions;
mod pair;

use crate::claims::scene::Scene;
use crate::claims::{Claim, Known, StatedValue, cited, time};
use crate::facts::{Kind, Value};
use crate::mentions::near::lexicon;
use crate::mentions::{Hit, Use};
use crate::span::Span;
use crate::verdict::{self, Verdict, name};

use constructions::CONSTRUCTIONS;
use pair::Pair;

/// So many members and bodies of a sentence are read: a hostile one has a million.
const MOST: usize = 64;

/// A member that the sentence names.
struct Member {
    fact: usize,
    span: Span,
    name: String,
}

/// Reads the claims of a sentence about affiliations.
pub fn read(scene: &Scene, known: &Known, claims: &mut Vec<Claim>) {
    // The cheap question first: most sentences that name a member say nothing of what it belongs to.
    if !scene
        .hits
        .iter()
        .any(|hit| hit.is_any(|r#use| r#use == Use::MemberOf))
    {
        return;
    }
    let members = members(scene, known);
    if members.len() > MOST {
        return;
    }
    for member in &members {
        let mut read: Vec<(Claim, Verdict)> = bodies(scene, member.fact)
            .take(MOST)
            .filter(|hit| !hit.span.overlaps(member.span))
            .map(|hit| claim(scene, known, (&members, member), hit.span))
            .map(|claim| {
                let table = &known.facts[claim.fact].table;
                let verdict = verdict::judge(table, &claim, scene.page.period());
                (claim, verdict)
            })
            .collect();
        // `NAME of Calder, on loan from Brightwell`: one of two that a name is tied to is right.
        let right = |(claim, verdict): &(Claim, Verdict)| {
            claim.rejected.is_none() && *verdict == Verdict::Agrees
        };
        if read.iter().any(right) {
            for (claim, verdict) in &mut read {
                if matches!(verdict, Verdict::Contradicts { .. }) && claim.rejected.is_none() {
                    claim.rejected = Some("another-agrees");
                }
            }
        }
        claims.extend(read.into_iter().map(|(claim, _)| claim));
    }
}

/// The members that the sentence names, a misspelt name of an entity as the entity.
fn members(scene: &Scene, known: &Known) -> Vec<Member> {
    let mut found = Vec::new();
    for hit in scene.hits {
        for fact in hit.facts(|r#use| r#use == Use::Member) {
            found.push(Member {
                fact,
                span: hit.span,
                name: scene.slice(hit.span).to_string(),
            });
        }
    }
    let rejected = scene.hits.iter();
    let rejected = rejected.filter(|hit| hit.is_any(|r#use| r#use == Use::Reject));
    let first = scene
        .missed
        .partition_point(|missed| missed.span.start < scene.span.start);
    let missed = scene.missed[first..].iter().map(|missed| missed.span);
    let missed = missed.take_while(|span| span.end <= scene.span.end);
    let misspelt = rejected.map(|hit| hit.span).chain(missed);
    for span in misspelt.filter(|span| scene.span.contains(*span)) {
        let Some(right) = known.right_name(scene, span) else {
            continue;
        };
        let facts = known.facts.iter().enumerate();
        let of = facts.filter(|(_, fact)| is_member(fact, &right));
        found.extend(of.map(|(fact, _)| Member {
            fact,
            span,
            name: right.clone(),
        }));
    }
    found
}

/// Whether an affiliation has a member of this name.
fn is_member(fact: &crate::facts::Fact, name: &str) -> bool {
    let is_it = |value: &Value| match value {
        Value::Phrase(phrase) => phrase
            .spellings
            .iter()
            .any(|own| name::key(own) == name::key(name)),
        _ => false,
    };
    let mut names = fact
        .table
        .records
        .iter()
        .filter_map(|row| row.cells.first());
    matches!(fact.kind, Kind::Affiliation(_)) && names.any(|names| names.iter().any(is_it))
}

/// The phrases of the sentence to which members of an affiliation belong.
fn bodies<'s>(scene: &Scene<'s>, fact: usize) -> impl Iterator<Item = &'s Hit> {
    scene
        .hits
        .iter()
        .filter(move |hit| hit.is(fact, Use::MemberOf))
}

/// The claim that a member belongs to a body, rejected where no construction says so.
fn claim(
    scene: &Scene,
    known: &Known,
    (members, member): (&[Member], &Member),
    body: Span,
) -> Claim {
    let table = &known.facts[member.fact].table;
    let people = |column: usize| {
        let cells = table.records.iter().filter_map(|row| row.cells.get(column));
        let mut values = cells.flatten();
        values.any(
            |value| matches!(value, Value::Phrase(phrase) if reads_as_person(&phrase.preferred)),
        )
    };
    let rival = |other: &Member| {
        let way = Span::new(
            member.span.start.min(body.start),
            member.span.end.max(body.end),
        );
        other.fact == member.fact && other.span != member.span && way.contains(other.span)
    };
    let pair = Pair {
        scene,
        name: member.span,
        body,
        people: people(0),
        authors: people(1),
    };
    let mut time = time::of(scene, member.span.to(body), &[]);
    time.past |= pair.is_past();
    // `a former Green`: where no earlier party is listed, nothing is known.
    time.bygone |= time::is_described_as_past(scene, member.span.to(body));
    let value = StatedValue::Phrase(scene.slice(body).to_string());
    let mut claim = Claim::new(member.fact, scene.index, time)
        .with(0, member.span, StatedValue::Phrase(member.name.clone()))
        .with(1, body, value);
    let between = member.span.to(body);
    let row = CONSTRUCTIONS.iter().find(|row| (row.holds)(&pair));
    match row {
        _ if pair.is_glued() => claim.rejected = Some("longer-word"),
        _ if pair.is_longer() || cited::is_part_of_longer(scene, member.span) => {
            claim.rejected = Some("longer-name")
        }
        _ if members.iter().any(rival) => claim.rejected = Some("another-member-nearer"),
        None => claim.rejected = Some("no-construction"),
        Some(row) => claim = claim.shown(row.name, 100, between),
    }
    claim
}

/// Whether a name begins with a given name: the members of such a table are people, and may be `in` a place that they do not
/// belong to.
fn reads_as_person(name: &str) -> bool {
    let mut parts = name.split(' ');
    let given = parts.next().unwrap_or_default().to_lowercase();
    parts.next().is_some() && lexicon::is_name(&given) && !lexicon::is_word(&given)
}

#[cfg(test)]
mod tests;
