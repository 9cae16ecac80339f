//! Who holds an office: `South Korean Defense Minister NAME`, `NAME, South Korea's defense minister,` and their like.

mod constructions;
mod holder;
mod look_back;
mod place;
mod reference;
#[cfg(test)]
mod tests;
mod time;
mod title;
mod words;

use jiff::civil::Date;

use crate::claims::scene::Scene;
use crate::claims::{Claim, Known, StatedValue, Time, names};
use crate::facts::{Column, ColumnType, Fact, Kind, Phrase, Record, Table, Value};
use crate::mentions::Use;
use crate::verdict::{self, Verdict, name};

use constructions::{CONSTRUCTIONS, Candidate};
use holder::Name;
use title::Title;

/// Reads the claims of a sentence about offices.
pub fn read(scene: &Scene, known: &Known, claims: &mut Vec<Claim>) {
    let mut headline = None;
    for hit in scene.hits.iter() {
        let offices: Vec<usize> = hit.facts(|r#use| r#use == Use::Title).collect();
        if offices.is_empty() {
            continue;
        }
        let headline = *headline.get_or_insert_with(|| names::is_title_case(scene));
        if let Some(title) = Title::read(scene, known, hit.span, &offices, headline) {
            claims.extend(claim(scene, known, title));
        }
    }
}

/// The claim that a title makes with the name it is given to. Where two names may be meant, it makes none.
fn claim(scene: &Scene, known: &Known, title: Title) -> Option<Claim> {
    let mut candidates = constructions::candidates(scene, &title, known);
    let candidate = candidates.pop().filter(|_| candidates.is_empty())?;
    let name = Name::new(scene, candidate.words.clone(), known);
    // Of a headline's capitals none tells where a name ends; a lone word apart from the title may be anything.
    // Right behind a body it may be more of the body's name: `president of the American Federation of Teachers`.
    let known_only = !candidate.direct && name.is_surname
        || candidate.direct && title.body_behind
        || title.headline;
    if known_only && name.holds.is_empty() {
        return None;
    }
    let title = match candidate.direct {
        true => title.with_body_behind(scene, candidate.words.end)?,
        false => title,
    };
    let row = CONSTRUCTIONS
        .iter()
        .find(|row| row.name == candidate.construction);
    let weight = row.map_or(0, |row| row.weight);
    let evidence = (candidate.construction, weight, title.span.to(name.span));
    let show = |claim: Claim| claim.shown(evidence.0, evidence.1, evidence.2);
    // Time can only make a claim right: of one that is right on the day of the article nothing more is asked, and its
    // sentence is not parsed.
    let today = judge(scene, known, (&title, &name), &Time::default());
    if let Some((claim, _)) = today
        .into_iter()
        .find(|(_, verdict)| *verdict == Verdict::Agrees)
    {
        return Some(show(claim));
    }
    if !title.named && name.holds.is_empty() {
        return None;
    }
    let title = title.with_reference(scene)?;
    if !title.named && title.is_shared(scene) {
        return None;
    }
    let title = match candidate.construction {
        "label" => title.with_near_body(scene),
        _ => title,
    };
    // Of whom no record tells, an article without a date may report any time.
    let listed = name
        .holds
        .iter()
        .any(|(fact, _)| title.offices.contains(fact));
    if scene.page.date().is_none() && !listed || fits_by_initial(known, &title, &name) {
        return None;
    }
    let time = time::of(scene, &title, &name, &candidate)?;
    // `succeeded NAME as president`: of the time before the records nothing is known.
    let unlisted = name.holds.is_empty() || candidate.past && !listed;
    if time.past && !candidate.sworn && unlisted {
        return None;
    }
    judged(scene, known, (&title, &name, &candidate), time).map(show)
}

/// A claim for each office that the title may be, with its verdict.
fn judge(
    scene: &Scene,
    known: &Known,
    (title, name): (&Title, &Name),
    time: &Time,
) -> Vec<(Claim, Verdict)> {
    let claims = title.offices.iter().map(|fact| {
        let stated = match name.is_surname {
            true => StatedValue::Surname(name.text.clone()),
            false => StatedValue::Phrase(as_held(&known.facts[*fact], &name.text)),
        };
        let claim = Claim::new(*fact, scene.index, time.clone()).with(0, name.span, stated);
        let verdict = verdict::judge(&known.facts[*fact].table, &claim, scene.page.period());
        (claim, verdict)
    });
    claims.collect()
}

/// Whether the name begins with an initial that fits a holder: `T. Brandt`.
fn fits_by_initial(known: &Known, title: &Title, name: &Name) -> bool {
    let records = title
        .offices
        .iter()
        .flat_map(|fact| &known.facts[*fact].table.records);
    let mut values = records.flat_map(|record| record.cells.iter().flatten());
    values.any(|value| match value {
        Value::Phrase(phrase) => {
            let mut spellings = phrase.spellings.iter();
            spellings.any(|spelling| name::fits_initial(spelling, &name.text))
        }
        _ => false,
    })
}

/// The claim: of the offices that the title may be, the one whose holder is right, else the one whose holder is wrong; or
/// that the title is wrong, where the person holds another office now.
fn judged(
    scene: &Scene,
    known: &Known,
    (title, name, candidate): (&Title, &Name, &Candidate),
    time: Time,
) -> Option<Claim> {
    let date = scene.page.date();
    let judged = judge(scene, known, (title, name), &time);
    let agrees = judged
        .iter()
        .find(|(_, verdict)| *verdict == Verdict::Agrees);
    if let Some((claim, _)) = agrees {
        return Some(claim.clone());
    }
    let wrong: Vec<Claim> = judged
        .into_iter()
        .filter(|(_, verdict)| matches!(verdict, Verdict::Contradicts { .. }))
        .map(|(claim, _)| claim)
        .collect();
    let first = wrong.first()?;
    let stated = !time.own.is_empty();
    // `became mayor in April` says itself when it was.
    let told = stated && candidate.verb.is_some();
    let elsewhere = |date| is_of_another_time(scene, known, (title, name), date, stated);
    if !told && date.is_some_and(elsewhere) {
        return None;
    }
    let holds_now = name.holds.iter().find(|(fact, record)| {
        let record = &known.facts[*fact].table.records[*record];
        !title.offices.contains(fact)
            && date.is_some_and(|date| record.during.holds(date))
            && !name.is_surname
    });
    if let Some((fact, _)) = holds_now {
        return Some(title_claim(scene, title, &known.facts[*fact], *fact, time));
    }
    let held = |claim: &&Claim| name.holds.iter().any(|(office, _)| *office == claim.fact);
    let meant = wrong.iter().find(held);
    meant.or(Some(first).filter(|_| title.named)).cloned()
}

/// Whether a title without its body is that of another time: of a past holder where the article knows today's, of one
/// who may be it soon, of one on the way from an office to another. `stated`: the clause states a time.
fn is_of_another_time(
    scene: &Scene,
    known: &Known,
    (title, name): (&Title, &Name),
    date: Date,
    stated: bool,
) -> bool {
    let own: Vec<&Record> = name
        .holds
        .iter()
        .filter(|(fact, _)| title.offices.contains(fact))
        .map(|(fact, record)| &known.facts[*fact].table.records[*record])
        .collect();
    let words = title.words.start.min(name.words.start)..title.words.end.max(name.words.end);
    let soon = || {
        own.iter()
            .any(|record| look_back::begins_soon(record, date))
    };
    let earlier = |record: &&Record| record.during.until.is_some_and(|until| until < date);
    let past = own.iter().any(earlier);
    if title.named || title.referred {
        return past
            && (look_back::is_of_change(scene, &words)
                || !stated && look_back::is_retrospect(scene, title.words.start));
    }
    let today = || {
        let records = title.offices.iter().flat_map(|fact| {
            let records = known.facts[*fact].table.records.iter().enumerate();
            records.map(move |(index, record)| ((*fact, index), record))
        });
        records
            .filter(|(_, record)| record.during.holds(date))
            .collect::<Vec<_>>()
    };
    let elsewhere = || {
        name.holds.iter().any(|(fact, record)| {
            let record = &known.facts[*fact].table.records[*record];
            !title.offices.contains(fact) && record.during.holds(date)
        })
    };
    // `President NAME spoke of it as early as 2011`
    let dated = past && !stated && look_back::is_of_earlier_year(scene, date);
    // `They joked about President NAME`
    let later = |record: &&Record| record.during.from.is_some_and(|from| from > date);
    let imagined = !own.is_empty()
        && own.iter().all(later)
        && look_back::is_imagined(scene, title.words.start);
    // `Chairman Powell` is another Powell, years before the one of that name is chairman.
    let years_later = |record: &&Record| {
        let from = record.during.from;
        from.is_some_and(|from| from.year() > date.year() + 1)
    };
    let other = name.is_surname && !own.is_empty() && own.iter().all(years_later);
    let signed = past && !stated && look_back::is_retrospect(scene, title.words.start);
    imagined
        || dated
        || signed
        || other
        || own
            .iter()
            .any(|record| look_back::changes_near(record, date))
            && !name.is_surname
            && !past
        || soon() && look_back::is_ahead(scene, &words)
        || past
            && (look_back::is_look_back(scene, &words)
                || look_back::is_known_today(scene, &today())
                || !elsewhere() && look_back::is_surname_known(scene, &today()))
}

/// The name as the office's records have it, where it is one of theirs written another way.
fn as_held(office: &Fact, text: &str) -> String {
    let spellings = office
        .table
        .records
        .iter()
        .flat_map(|record| record.cells.iter().flatten())
        .filter_map(|value| match value {
            Value::Phrase(phrase) => Some(phrase.spellings.iter()),
            _ => None,
        });
    let mut spellings = spellings.flatten();
    // As it stands, if one is: the cheaper question, where an office has had a thousand holders.
    if spellings.clone().any(|spelling| spelling == text) {
        return text.to_string();
    }
    let found = spellings.find(|spelling| name::same_person(spelling, text));
    found.map_or_else(|| text.to_string(), String::clone)
}

/// The claim that a person's title is this one, about the office that the person holds.
fn title_claim(scene: &Scene, title: &Title, fact: &Fact, index: usize, time: Time) -> Claim {
    let titles = match &fact.kind {
        Kind::Office(office) => office.titles.clone(),
        _ => Vec::new(),
    };
    let phrase = Phrase {
        preferred: titles.first().cloned().unwrap_or_default(),
        spellings: titles,
        entity: None,
    };
    let table = Table {
        columns: vec![Column {
            name: "title".into(),
            ty: ColumnType::Phrase,
        }],
        key: None,
        records: vec![Record {
            cells: vec![vec![Value::Phrase(phrase)]],
            ..Record::default()
        }],
    };
    let words = StatedValue::Phrase(scene.slice(title.span).to_string());
    let mut claim = Claim::new(index, scene.index, time).with(0, title.span, words);
    claim.table = Some(table);
    claim
}
