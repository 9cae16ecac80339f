//! Who holds an office: `South Korean Defense Minister NAME`, `NAME, South Korea's defense minister,` and their like.

use std::ops::Range;

use jiff::civil::Date;

use crate::claims::look_back;
use crate::claims::names::{self, span_of};
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::claims::{Claim, Known, StatedValue, time};
use crate::facts::{Column, ColumnType, Fact, Kind, Phrase, Record, Table, Value};
use crate::mentions::Use;
use crate::span::Span;
use crate::verdict::{self, Verdict, name};

/// Words before or behind a title that make it another claim.
const OTHER: &[&str] = &[
    "former",
    "formerly",
    "ex",
    "then",
    "late",
    "incoming",
    "outgoing",
    "designate",
    "elect",
    "nominee",
    "candidate",
    "acting",
    "interim",
    "deputy",
    "vice",
    "assistant",
    "honorary",
    "first-vice",
    "shadow",
    "caretaker",
    "onetime",
    "one-time",
    "ousted",
    "impeached",
    "associate",
    "sub",
    "co",
    "under",
    "would-be",
    "aspiring",
    "hopeful",
    "contender",
    "pick",
    "choice",
    "self-proclaimed",
    "previous",
    "past",
    "future",
    "next",
    "emeritus",
    "deposed",
    "disgraced",
    "jailed",
    "long-time",
    "last",
    "another",
    "prospective",
    "founding",
    "senior",
    "junior",
    "minister-counselor",
    "frontrunner",
    "front-runner",
    "in-waiting",
    "aspirant",
    "prime",
];

/// Lower-case words that may stand between a nation and the title.
const BETWEEN: &[&str] = &[
    "new",
    "newly",
    "appointed",
    "elected",
    "re-elected",
    "current",
    "incumbent",
    "sitting",
    "conservative",
    "liberal",
    "female",
    "civilian",
    "top",
    "embattled",
    "populist",
    "left-wing",
    "right-wing",
    "long-serving",
    "hard-line",
    "hardline",
    "centrist",
    "leftist",
    "reformist",
    "nationalist",
    "longtime",
    "long-ruling",
    "pro-western",
    "first-ever",
    "youngest",
];

/// Parties, which are no body of an office: `Republican Senator NAME`.
const PARTIES: &[&str] = &[
    "republican",
    "democratic",
    "democrat",
    "gop",
    "tory",
    "conservative",
    "liberal",
    "socialist",
];

/// Lower bodies than a nation, whose offices have the titles of its own: `state Senator NAME`.
const LOWER: &[&str] = &[
    "state",
    "provincial",
    "regional",
    "county",
    "city",
    "local",
    "municipal",
];

/// Verbs of being, before `elected`: `NAME was elected governor`.
const BEEN: &[&str] = &[
    "is", "was", "were", "been", "be", "being", "are", "gets", "got",
];

/// Verbs of saying and being that tie `as` or `is` to a name in front.
const IS: &[&str] = &["is", "remains", "was"];

/// Words that go on behind an apposition: `NAME, South Korea's defense minister since May`.
const BEHIND: &[&str] = &[
    "since", "for", "from", "until", "who", "whose", "and", "or", "but", "under", "in", "at",
    "during", "on", "to", "as", "with", "when", "while",
];

/// What stands before a title makes the mention historical: `under President NAME`, `the NAME-era policy`.
const ERA: &[&str] = &["under", "during", "since", "by-then"];

/// Reads the claims of a sentence about offices.
pub fn read(scene: &Scene, known: &Known, claims: &mut Vec<Claim>) {
    let is_headline = names::is_title_case(scene);
    for hit in scene.hits.iter() {
        let offices: Vec<usize> = hit.facts(|r#use| r#use == Use::Title).collect();
        if offices.is_empty() {
            continue;
        }
        let Some(title) = Title::read(scene, known, hit.span, &offices) else {
            continue;
        };
        let Some(found) = title.holder(scene) else {
            continue;
        };
        let name = Name::new(scene, found, known);
        // `president of the American Federation of Teachers` is no president of America
        let longer = title.behind && name.first == title.words.end;
        if (is_headline || longer) && name.holds.is_empty() {
            continue;
        }
        claims.extend(title.claim(scene, known, &name));
    }
}

/// A title in the text with what belongs to it.
struct Title {
    /// The title itself.
    span: Span,
    /// The noun phrase: nation, adjectives, title, `of …`, by words.
    words: Range<usize>,
    /// The offices that it can be: those whose body is named, else all with the title.
    offices: Vec<usize>,
    /// Its body is named, or the title says it all.
    named: bool,
    /// Its body is named behind it: `president of France`.
    behind: bool,
}

impl Title {
    fn read(scene: &Scene, known: &Known, span: Span, offices: &[usize]) -> Option<Title> {
        let words = scene.word_range(span);
        // `then-Defense Minister`, `ex-president`, `president-elect`: glued by a hyphen.
        let text = scene.text();
        if text[..span.start].ends_with('-') || text[span.end..].starts_with('-') {
            return None;
        }
        if words.is_empty() || OTHER.contains(&scene.lower(words.end)) {
            return None;
        }
        let body = |fact: usize| match &known.facts[fact].kind {
            Kind::Office(office) => office.of.is_empty(),
            _ => false,
        };
        let mut named: Vec<usize> = Vec::new();
        let mut start = words.start;
        let mut possessive = false;
        let mut steps = 0;
        while start > 0 {
            let before = scene.words[start - 1];
            let lower = scene.lower(start - 1);
            if OTHER.contains(&lower) {
                return None;
            }
            if before.kind == WordKind::Possessive {
                possessive = true;
                start -= 1;
                continue;
            }
            let of = |fact: usize, r#use: Use| r#use == Use::Of && offices.contains(&fact);
            if let Some(hit) = scene.hit_before(before.span.end, of) {
                named = hit
                    .facts(|r#use| r#use == Use::Of)
                    .filter(|fact| offices.contains(fact))
                    .collect();
                start = scene.word_from(hit.span.start);
                break;
            }
            if before.kind != WordKind::Word
                || names::is_never_name(lower)
                    && !matches!(lower, "the" | "its" | "his" | "her" | "their")
            {
                break;
            }
            let party = PARTIES.contains(&lower);
            if LOWER.contains(&lower) && start == words.start {
                return None;
            }
            if before.capital && !party && !names::is_never_name(lower) {
                // A capitalised word that is not this office's nation is another's: `Japanese`, `Samsung`.
                return None;
            }
            if matches!(
                lower,
                "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our"
            ) {
                start -= 1;
                break;
            }
            steps += 1;
            let elected = matches!(lower, "elected" | "re-elected" | "appointed");
            if elected && start > 1 && BEEN.contains(&scene.lower(start - 2)) {
                return None;
            }
            let adjective = party
                || BETWEEN.contains(&lower)
                || steps <= 4 && Self::possessor_before(scene, start - 1);
            if !adjective {
                break;
            }
            start -= 1;
        }
        let _ = possessive;
        // A determiner, `then`, `former` may stand before the nation: `former South Korean President`.
        if start > 0 && OTHER.contains(&scene.lower(start - 1)) {
            return None;
        }
        if start > 0 && scene.lower(start - 1) == "the" {
            start -= 1;
            if start > 0 && OTHER.contains(&scene.lower(start - 1)) {
                return None;
            }
        }
        // `the nominee for attorney general, NAME`
        if start > 1 && scene.lower(start - 1) == "for" && OTHER.contains(&scene.lower(start - 2)) {
            return None;
        }
        let mut end = words.end;
        let mut behind = false;
        if named.is_empty() && scene.lower(end) == "of" {
            let mut next = end + 1;
            next += usize::from(scene.lower(next) == "the");
            let of = |fact: usize, r#use: Use| r#use == Use::Of && offices.contains(&fact);
            match scene
                .words
                .get(next)
                .and_then(|word| scene.hit_at(word.span.start, of))
            {
                Some(hit) => {
                    named = hit
                        .facts(|r#use| r#use == Use::Of)
                        .filter(|fact| offices.contains(fact))
                        .collect();
                    end = scene.word_from(hit.span.end);
                    behind = true;
                }
                None => return None,
            }
        }
        if OTHER.contains(&scene.lower(end)) {
            return None;
        }
        let complete: Vec<usize> = offices.iter().copied().filter(|fact| body(*fact)).collect();
        let is_named = !named.is_empty() || !complete.is_empty();
        let offices = match (named.is_empty(), complete.is_empty()) {
            (false, _) => named,
            (true, false) => complete,
            (true, true) => offices.to_vec(),
        };
        Some(Title {
            span,
            words: start..end,
            offices,
            named: is_named,
            behind,
        })
    }

    /// Whether a possessive stands within a few lower-case words before this one.
    fn possessor_before(scene: &Scene, index: usize) -> bool {
        (index.saturating_sub(3)..index)
            .rev()
            .any(|at| scene.words[at].kind == WordKind::Possessive)
            && !matches!(
                scene.lower(index),
                "said" | "told" | "and" | "or" | "with" | "to" | "by" | "that" | "as"
            )
    }

    /// The words of the name that the sentence gives the title to.
    fn holder(&self, scene: &Scene) -> Option<Range<usize>> {
        let end = self.words.end;
        if scene
            .words
            .get(end)
            .is_some_and(|word| word.kind == WordKind::Possessive)
        {
            return None;
        }
        // `Defense Minister NAME`
        if let Some(name) = names::phrase_from(scene, end) {
            return Some(name);
        }
        // `South Korea's defense minister, NAME,`
        if [",", "(", "—"].iter().any(|sign| scene.is_sign(end, sign))
            && let Some(name) = names::phrase_from(scene, end + 1)
        {
            let closes = |index: usize| {
                [",", ")", "—", ";", "."]
                    .iter()
                    .any(|sign| scene.is_sign(index, sign))
            };
            let is_list = scene.is_sign(name.end, ",") && scene.lower(name.end + 1) == "and";
            if (closes(name.end) || name.end == scene.words.len()) && !is_list {
                return Some(name);
            }
        }
        let before = self.words.start.checked_sub(1)?;
        // `NAME, South Korea's defense minister,`
        if scene.is_sign(before, ",") || scene.is_sign(before, "(") || scene.is_sign(before, "—")
        {
            let behind = |signs: &[&str]| signs.iter().any(|sign| scene.is_sign(end, sign));
            // `Later, the South Korean president left` is no apposition
            let goes_on = BEHIND.contains(&scene.lower(end));
            if behind(&[",", ")", ".", ";", "—", "\""]) || end == scene.words.len() || goes_on {
                return names::phrase_to(scene, before);
            }
        }
        // `NAME, speaking as South Korea's defense minister`, `NAME is South Korea's defense minister`
        let lower = scene.lower(before);
        if lower == "as"
            && !matches!(
                before.checked_sub(1).map(|index| scene.lower(index)),
                Some("well" | "such" | "same" | "not" | "just")
            )
        {
            let clause = scene.span.start;
            return (0..before)
                .rev()
                .take_while(|index| scene.words[*index].span.start >= clause && before - index <= 8)
                .find_map(|index| {
                    let word = scene.words[index];
                    let name = word.capital
                        && word.kind == WordKind::Word
                        && !names::is_never_name(scene.lower(index));
                    name.then(|| names::phrase_to(scene, index + 1)).flatten()
                })
                .filter(|name| look_back::is_apposition(scene, name.end..before))
                .filter(|name| !look_back::is_of_change(scene, name));
        }
        if IS.contains(&lower) {
            return names::phrase_to(scene, before);
        }
        None
    }

    /// The claim, if this title with that name is one.
    fn claim(&self, scene: &Scene, known: &Known, name: &Name) -> Option<Claim> {
        let mut time = time::of(scene, self.span.to(name.span), &[]);
        let before = self.words.start.checked_sub(1);
        let lower = before.map_or("", |index| scene.lower(index));
        time.past |= ERA.contains(&lower) || lower == "was";
        let words = self.words.start.min(name.first)..self.words.end.max(name.last);
        let date = scene.page.date();
        time.past |= if self.named {
            look_back::is_of_change(scene, &words)
        } else {
            look_back::is_look_back(scene, &words)
        };
        if before.is_some_and(|index| {
            scene.holds(
                Span::new(
                    scene.words[index.saturating_sub(2)].span.start,
                    self.span.start,
                ),
                &["not", "never"],
            )
        }) {
            return None;
        }
        let stated = match name.is_surname {
            true => StatedValue::Surname(name.text.clone()),
            false => StatedValue::Phrase(name.text.clone()),
        };
        let claims: Vec<Claim> = self
            .offices
            .iter()
            .map(|fact| {
                Claim::new(*fact, scene.index, time.clone()).with(0, name.span, stated.clone())
            })
            .collect();
        let verdicts: Vec<_> = claims
            .iter()
            .map(|claim| verdict::judge(&known.facts[claim.fact].table, claim, date))
            .collect();
        if verdicts.contains(&Verdict::Agrees) {
            return None;
        }
        let record = |(fact, record): &(usize, usize)| &known.facts[*fact].table.records[*record];
        let own = || {
            name.holds
                .iter()
                .filter(|(fact, _)| self.offices.contains(fact))
        };
        if let Some(date) = date {
            let soon = |held: &(usize, usize)| look_back::begins_soon(record(held), date);
            if !self.named && own().any(soon) && look_back::is_ahead(scene, &words) {
                return None;
            }
            let earlier =
                |held: &(usize, usize)| record(held).during.until.is_some_and(|until| until < date);
            let bare = !self.named && own().any(earlier);
            if bare && look_back::is_known_today(scene, &self.today(known, date)) {
                return None;
            }
        }
        let held = |fact: usize| name.holds.iter().any(|(office, _)| *office == fact);
        let now = name.holds.iter().find(|(fact, record)| {
            let record = &known.facts[*fact].table.records[*record];
            !self.offices.contains(fact)
                && date.is_some_and(|date| record.during.holds(date))
                && !name.is_surname
        });
        let wrong = |index: &usize| matches!(verdicts[*index], Verdict::Contradicts { .. });
        if let Some((fact, _)) = now.filter(|_| (0..claims.len()).any(|index| wrong(&index))) {
            // on the way from one office to the other
            let changes = |held: &(usize, usize)| {
                date.is_some_and(|date| look_back::changes_near(record(held), date))
            };
            if own().any(changes) || lower == "as" {
                return None;
            }
            return Some(self.title_claim(scene, &known.facts[*fact], *fact, time));
        }
        let meant = (0..claims.len())
            .filter(wrong)
            .find(|index| held(claims[*index].fact));
        let index = match (meant, self.named) {
            (Some(index), _) => index,
            (None, true) => (0..claims.len()).find(wrong)?,
            (None, false) => return None,
        };
        claims.into_iter().nth(index)
    }

    /// The records of its offices that hold on a day, each with its office.
    fn today<'k>(&self, known: &'k Known, date: Date) -> Vec<(usize, &'k Record)> {
        let records = self.offices.iter().flat_map(|fact| {
            let records = &known.facts[*fact].table.records;
            records.iter().map(move |record| (*fact, record))
        });
        records
            .filter(|(_, record)| record.during.holds(date))
            .collect()
    }

    /// The claim that a person's title is this one, about the office that the person holds.
    fn title_claim(
        &self,
        scene: &Scene,
        fact: &Fact,
        index: usize,
        time: crate::claims::Time,
    ) -> Claim {
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
        let mut claim = Claim::new(index, scene.index, time).with(
            0,
            self.span,
            StatedValue::Phrase(scene.slice(self.span).to_string()),
        );
        claim.table = Some(table);
        claim
    }
}

/// A name beside a title.
struct Name {
    span: Span,
    /// Its first word, and the one after its last.
    first: usize,
    last: usize,
    text: String,
    is_surname: bool,
    /// The offices and records whose holder it is.
    holds: Vec<(usize, usize)>,
}

impl Name {
    fn new(scene: &Scene, words: Range<usize>, known: &Known) -> Name {
        let span = span_of(scene, &words);
        let text = known
            .right_name(scene, span)
            .unwrap_or_else(|| scene.slice(span).to_string());
        let is_surname = words.len() == 1 && !text.contains([' ', '-']);
        let holds = match is_surname {
            true => known.by_surname(&text),
            false => known.by_name(&text),
        };
        let is_surname = is_surname && !holds.iter().any(|(fact, record)| {
            // A holder with a single name is no surname.
            known.facts[*fact].table.records[*record].cells[0].iter().any(
                |value| matches!(value, Value::Phrase(phrase) if phrase.spellings.iter().any(|spelling| name::key(spelling) == name::key(&text))),
            )
        });
        Name {
            span,
            first: words.start,
            last: words.end,
            text,
            is_surname,
            holds: holds.to_vec(),
        }
    }
}
