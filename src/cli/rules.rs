use std::collections::HashSet;
use std::io;
use std::path::PathBuf;

use jiff::civil::Date;
use rayon::prelude::*;

use super::check::severity;
use super::config::Config;
use super::inputs::Inputs;
use super::packs::{self, Loaded, Place};
use super::{Status, output, today};
use crate::facts::Severity;
use crate::linter::{Linter, Settings};
use crate::packs::Packs;
use crate::report::{Problem, counted, review as report};
use crate::review::{Note, review};

/// Check the rule files themselves, and list what they hold.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint rules                      mistakes in the rules, and what is worth a second look
  factlint rules rules/ports.toml     the same of one rule file
  factlint rules --today 2026-01-31   the same, as seen on that day
  factlint rules --unused articles    the facts too that no article there says anything of

Exit status: 0 the rules can be used, 1 a remark at or above --fail-on, 2 a mistake.")]
pub struct Args {
    /// Rule files, or directories of them [default: all rules].
    #[arg(value_name = "PACK")]
    packs: Vec<PathBuf>,

    #[command(flatten)]
    place: Place,

    /// The day as of which facts are reviewed [default: today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,

    /// How to report: graphical (for people), json (one object, for other programs).
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_possible_values = true,
        value_name = "FORMAT"
    )]
    format: Format,

    /// The least severity of a remark that makes the exit status 1: warning or info [default: none does].
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    fail_on: Option<Severity>,

    /// Tell the facts too that these articles, or directories of them, say nothing of; without any, the articles that
    /// `check` reads.
    #[arg(long, value_name = "ARTICLES", num_args = 0..)]
    unused: Option<Vec<PathBuf>>,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    #[default]
    Graphical,
    Json,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let (config, rules, loaded) = match load(&args) {
        Ok(loaded) => loaded,
        Err(problems) => {
            output::tell(&problems);
            if let Format::Json = args.format {
                output::to_stdout(|out| report::json(&Packs::default(), &[], &problems, &[], out))?;
            }
            return Ok(Status::Trouble);
        }
    };
    let (applied, problems) = applied(&args, config.as_ref(), &rules, &loaded.packs);
    let day = args.today.unwrap_or_else(today);
    let mut notes = review(&loaded.packs, day, applied.as_ref());
    let named: HashSet<PathBuf> = args.packs.iter().flat_map(|it| packs::named(it)).collect();
    if !named.is_empty() {
        notes.retain(|note| declared_in(&named, &loaded, note));
    }
    output::tell(&problems);
    output::to_stdout(|out| match args.format {
        Format::Json => report::json(&loaded.packs, &notes, &problems, &loaded.sources, out),
        Format::Graphical => {
            let look = output::look();
            for problem in report::problems(&loaded.packs, &notes, &loaded.sources) {
                writeln!(out, "{}", problem.draw(look))?;
            }
            report::counts(&loaded.packs, out)?;
            let facts = loaded.packs.facts.len();
            write!(
                out,
                "{} in {}, no mistakes",
                counted(facts, "fact", "facts"),
                counted(loaded.sources.len(), "rule file", "rule files"),
            )?;
            match notes.len() {
                0 => writeln!(out),
                count => {
                    let remarks = counted(count, "remark", "remarks");
                    writeln!(out, "; {remarks} ({})", report::summary(&notes))
                }
            }
        }
    })?;
    Ok(status(&notes, &problems, args.fail_on))
}

fn status(notes: &[Note], problems: &[Problem], fail_on: Option<Severity>) -> Status {
    let worst = notes.iter().map(|note| note.remark.severity).max();
    if problems.iter().any(|problem| problem.fails()) {
        Status::Trouble
    } else if fail_on.is_some_and(|least| worst.is_some_and(|worst| worst >= least)) {
        Status::Findings
    } else {
        Status::Clean
    }
}

/// Whether the fact that a note is about is declared in one of these rule files.
fn declared_in(named: &HashSet<PathBuf>, loaded: &Loaded, note: &Note) -> bool {
    let mut packs = loaded.packs.packs.iter().zip(&loaded.paths);
    packs.any(|(pack, path)| pack.facts.contains(&note.fact) && named.contains(path))
}

/// The configuration, the paths of the rules, and the rules.
type Read = (Option<Config>, Vec<PathBuf>, Loaded);

fn load(args: &Args) -> Result<Read, Vec<Problem>> {
    let config = args.place.config()?;
    let rules = args.place.rules(config.as_ref());
    let loaded = match args.packs.is_empty() {
        true => packs::load(&rules)?,
        false => packs::load_with_others(&args.packs, || Ok(rules.clone()))?,
    };
    Ok((config, rules, loaded))
}

/// The facts that the articles of `--unused` say something of, and what could not be read.
fn applied(
    args: &Args,
    config: Option<&Config>,
    rules: &[PathBuf],
    packs: &Packs,
) -> (Option<HashSet<usize>>, Vec<Problem>) {
    let Some(paths) = &args.unused else {
        return (None, Vec::new());
    };
    let inputs = Inputs::of(paths, config, rules);
    if inputs.list.is_empty() {
        // Of no article at all nothing can be said.
        return (None, inputs.problems);
    }
    let linter = Linter::new(packs, &Settings::default());
    let read = inputs.list.par_iter().map(|input| {
        let articles = input.articles("<stdin>", None)?;
        Ok(articles
            .iter()
            .flat_map(|article| linter.applied(article))
            .collect())
    });
    let read: Vec<Result<Vec<usize>, Box<Problem>>> = read.collect();
    let mut applied = HashSet::new();
    let mut problems = inputs.problems;
    for one in read {
        match one {
            Ok(facts) => applied.extend(facts),
            Err(problem) => problems.push(*problem),
        }
    }
    (Some(applied), problems)
}
