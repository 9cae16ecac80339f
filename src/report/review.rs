//! What `factlint rules` says: remarks as problems to draw, and as JSON.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;

use super::{Problem, ProblemKind, Source, counted};
use crate::contract;
use crate::facts::Severity;
use crate::packs::{Pack, Packs};
use crate::review::Note;

/// How many facts are named where many are told as one.
const NAMED: usize = 5;

/// Remarks as problems to draw. Many of one sort in one rule file are told as one, in the place of the first.
pub fn problems(packs: &Packs, notes: &[Note], sources: &[Arc<Source>]) -> Vec<Problem> {
    let mut kin: HashMap<(&str, &str), Vec<&Note>> = HashMap::new();
    for note in notes {
        kin.entry(sort(note)).or_default().push(note);
    }
    let mut problems = Vec::new();
    for note in notes {
        let kin = kin.get(&sort(note)).map(Vec::as_slice).unwrap_or_default();
        if kin.len() <= note.remark.apart {
            problems.push(problem(note, note.message.clone(), sources));
        } else if kin.first().is_some_and(|first| std::ptr::eq(*first, note)) {
            let mut problem = problem(note, together(packs, kin), sources);
            if kin.len() > NAMED + 1
                && let Some(help) = &mut problem.help
            {
                help.push_str(match note.remark.id {
                    "no-test" => "; `factlint test --coverage` shows each",
                    _ => "; `factlint rules --format json` lists them all",
                });
            }
            problems.push(problem);
        }
    }
    problems
}

/// The file and the sort of a remark.
fn sort(note: &Note) -> (&str, &str) {
    let file = note.labels.first().map_or("", |label| &*label.file);
    (file, note.remark.id)
}

/// `300 facts have no source: a, b, c, d, e and 295 more`.
fn together(packs: &Packs, kin: &[&Note]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for note in kin {
        let id = packs.facts.get(note.fact).map_or("", |fact| &*fact.id);
        if names.last() != Some(&id) {
            names.push(id);
        }
    }
    // One more is named sooner than counted.
    let named = match names.len() {
        count if count <= NAMED + 1 => count,
        _ => NAMED,
    };
    let shown: Vec<String> = names
        .iter()
        .take(named)
        .map(|id| format!("`{id}`"))
        .collect();
    let more = match names.len() - named {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let many = kin.first().map_or("", |note| note.remark.many);
    format!("{} {many}: {}{more}", kin.len(), shown.join(", "))
}

fn problem(note: &Note, message: String, sources: &[Arc<Source>]) -> Problem {
    let file = note.labels.first().map(|label| Arc::clone(&label.file));
    let mut problem = Problem::new(ProblemKind::Review, file.unwrap_or_default(), message)
        .severity(note.remark.severity)
        .help(note.help.as_str());
    for label in &note.labels {
        if let Some(source) = sources.iter().find(|source| source.name == label.file) {
            problem = problem.mark(source, label.span, label.text.as_str());
        }
    }
    problem
}

/// `2 warnings, 1 info`.
pub fn summary(notes: &[Note]) -> String {
    let counts = [
        (Severity::Error, "error", "errors"),
        (Severity::Warning, "warning", "warnings"),
        (Severity::Info, "info", "infos"),
    ];
    let counts = counts
        .into_iter()
        .map(|(severity, one, many)| (count(notes, severity), one, many));
    let told: Vec<String> = counts
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
    told.join(", ")
}

fn count(notes: &[Note], severity: Severity) -> usize {
    let of = notes.iter().filter(|note| note.remark.severity == severity);
    of.count()
}

/// Writes one line for each rule file: what it holds.
pub fn counts(packs: &Packs, out: &mut dyn Write) -> io::Result<()> {
    for pack in &packs.packs {
        let kinds = kinds(packs, pack).into_iter();
        let facts = kinds.map(|(kind, count)| match kind {
            "entity" => counted(count, "entity", "entities"),
            kind => counted(count, kind, &format!("{kind}s")),
        });
        let tests = pack.tests.len();
        let tests = (tests > 0).then(|| counted(tests, "test", "tests"));
        let mut all = facts.chain(tests).collect::<Vec<String>>().join(", ");
        if all.is_empty() {
            all.push_str("nothing");
        }
        writeln!(out, "{}: {all}", super::clean(&pack.source.file))?;
    }
    Ok(())
}

/// How many facts of each kind a pack holds.
fn kinds(packs: &Packs, pack: &Pack) -> BTreeMap<&'static str, usize> {
    let mut kinds = BTreeMap::new();
    let facts = packs.facts.get(pack.facts.clone()).unwrap_or_default();
    for fact in facts {
        *kinds.entry(fact.kind.name()).or_insert(0) += 1;
    }
    kinds
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    packs: Vec<JsonPack<'a>>,
    problems: Vec<JsonProblem<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct JsonPack<'a> {
    file: &'a str,
    name: Option<&'a str>,
    facts: BTreeMap<&'static str, usize>,
    tests: usize,
}

#[derive(Serialize)]
struct JsonProblem<'a> {
    file: &'a str,
    kind: ProblemKind,
    message: &'a str,
    start: Option<usize>,
    end: Option<usize>,
    line: Option<usize>,
    id: Option<&'a str>,
    fact: Option<&'a str>,
    severity: Severity,
    help: Option<&'a str>,
    related: Vec<JsonPlace<'a>>,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    file: &'a str,
    start: usize,
    end: usize,
    line: usize,
    message: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Summary {
    rule_files: usize,
    facts: usize,
    tests: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
}

/// Writes one object: the rule files and what they hold, every remark, and what `others` kept from being read. Where
/// the rules could not be loaded, `packs` is empty.
pub fn json(
    packs: &Packs,
    notes: &[Note],
    others: &[Problem],
    sources: &[Arc<Source>],
    out: &mut dyn Write,
) -> io::Result<()> {
    let drawn: Vec<Problem> = notes
        .iter()
        .map(|note| problem(note, note.message.clone(), sources))
        .collect();
    let of = |severity| {
        let others = others.iter().filter(|problem| problem.severity == severity);
        count(notes, severity) + others.count()
    };
    let document = Document {
        version: contract::JSON,
        packs: packs
            .packs
            .iter()
            .map(|pack| JsonPack {
                file: &pack.source.file,
                name: pack.name.as_deref(),
                facts: kinds(packs, pack),
                tests: pack.tests.len(),
            })
            .collect(),
        problems: others
            .iter()
            .map(|problem| shown(problem, None, None))
            .chain(drawn.iter().zip(notes).map(|(problem, note)| {
                let fact = packs.facts.get(note.fact).map(|fact| &*fact.id);
                shown(problem, Some(note.remark.id), fact)
            }))
            .collect(),
        summary: Summary {
            rule_files: packs.packs.len(),
            facts: packs.facts.len(),
            tests: packs.packs.iter().map(|pack| pack.tests.len()).sum(),
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            infos: of(Severity::Info),
        },
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn shown<'a>(problem: &'a Problem, id: Option<&'a str>, fact: Option<&'a str>) -> JsonProblem<'a> {
    JsonProblem {
        file: &problem.file,
        kind: problem.kind,
        message: &problem.message,
        start: problem.place.map(|(span, _)| span.start),
        end: problem.place.map(|(span, _)| span.end),
        line: problem.place.map(|(_, line)| line),
        id,
        fact,
        severity: problem.severity,
        help: problem.help.as_deref(),
        related: problem
            .marks
            .iter()
            .skip(1)
            .map(|mark| JsonPlace {
                file: &mark.source.name,
                start: mark.span.start,
                end: mark.span.end,
                line: mark.source.line(mark.span.start),
                message: &mark.text,
            })
            .collect(),
    }
}
