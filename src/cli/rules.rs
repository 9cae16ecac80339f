use std::collections::BTreeMap;
use std::io;

use jiff::civil::Date;

use super::packs::{self, Loaded, Place};
use super::{Status, output};
use crate::report::{Problem, ProblemKind, counted};
use crate::span::Span;

/// Check the rule files themselves, and list what they hold.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint rules                      mistakes in the rules, facts that are due for a review
  factlint rules --today 2026-01-31   the same, as seen on that day

Exit status: 0 the rules can be used, 2 one has a mistake.")]
pub struct Args {
    #[command(flatten)]
    place: Place,

    /// The day on which facts are due for a review [default: today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let config = args.place.config();
    let loaded = config.and_then(|config| packs::load(&args.place.rules(config.as_ref())));
    let loaded = match loaded {
        Ok(loaded) => loaded,
        Err(problems) => {
            output::tell(&problems);
            return Ok(Status::Trouble);
        }
    };
    let today = args.today.unwrap_or_else(|| {
        let now = jiff::Timestamp::now();
        now.to_zoned(jiff::tz::TimeZone::UTC).date()
    });
    let due = due(&loaded, today);
    let look = output::look();
    output::to_stdout(|out| {
        for problem in &due {
            writeln!(out, "{}", problem.draw(look))?;
        }
        for (pack, facts, tests) in counts(&loaded) {
            writeln!(out, "{pack}: {}", listed(&facts, tests))?;
        }
        let facts = loaded.packs.facts.len();
        write!(
            out,
            "{} in {}, no mistakes",
            counted(facts, "fact", "facts"),
            counted(loaded.sources.len(), "rule file", "rule files"),
        )?;
        match due.len() {
            0 => writeln!(out),
            count => writeln!(out, "; {count} due for a review"),
        }
    })?;
    Ok(Status::Clean)
}

/// The facts that were not verified for longer than their pack allows.
fn due(loaded: &Loaded, today: Date) -> Vec<Problem> {
    let mut due = Vec::new();
    for (pack, source) in loaded.packs.packs.iter().zip(&loaded.sources) {
        let Some(days) = pack.review_after else {
            continue;
        };
        for fact in loaded
            .packs
            .facts
            .get(pack.facts.clone())
            .unwrap_or_default()
        {
            let Some(checked) = fact.checked else {
                continue;
            };
            let age = i64::from((today - checked).get_days());
            if age > days {
                let message = format!(
                    "`{}` was last verified on {checked}, {age} days ago",
                    fact.id
                );
                let line = first_line(&source.text, fact.defined_in.span);
                let problem = Problem::new(ProblemKind::Review, source.name.clone(), message)
                    .mark(source, line, format!("due after {days} days"))
                    .help("verify it, and set `checked` to the day on which you did");
                due.push(problem);
            }
        }
    }
    due
}

fn first_line(text: &str, span: Span) -> Span {
    let entry = text.get(span.range()).unwrap_or_default();
    let line = entry.lines().next().unwrap_or_default();
    Span::new(span.start, span.start + line.len())
}

/// For each pack the facts of each kind, and its tests.
fn counts(loaded: &Loaded) -> Vec<(&str, BTreeMap<&'static str, usize>, usize)> {
    let packs = loaded.packs.packs.iter();
    let counted = packs.map(|pack| {
        let mut kinds = BTreeMap::new();
        for fact in loaded
            .packs
            .facts
            .get(pack.facts.clone())
            .unwrap_or_default()
        {
            *kinds.entry(fact.kind.name()).or_insert(0) += 1;
        }
        (&*pack.source.file, kinds, pack.tests.len())
    });
    counted.collect()
}

fn listed(kinds: &BTreeMap<&'static str, usize>, tests: usize) -> String {
    let facts = kinds.iter().map(|(kind, count)| match *kind {
        "entity" => counted(*count, "entity", "entities"),
        kind => counted(*count, kind, &format!("{kind}s")),
    });
    let tests = (tests > 0).then(|| counted(tests, "test", "tests"));
    let all: Vec<String> = facts.chain(tests).collect();
    if all.is_empty() {
        "nothing".to_string()
    } else {
        all.join(", ")
    }
}
