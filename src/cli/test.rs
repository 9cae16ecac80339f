use std::io;
use std::ops::Range;
use std::path::PathBuf;
use std::time::Instant;

use super::packs::{self, Loaded, Place};
use super::{Status, output};
use crate::report::{Problem, counted, rule_test, tally};
use crate::rule_tests::{Tally, run_tests};

/// Run the tests that stand in rule files.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint test                       every test of every rule file
  factlint test rules/alliance.toml   those of one
  factlint test --table               how many findings were right, missed and spurious

Exit status: 0 all pass, 1 one fails, 2 a rule file could not be used.")]
pub struct Args {
    /// Rule files, or directories of them, each tested on its own [default: all rules].
    #[arg(value_name = "PACK")]
    packs: Vec<PathBuf>,

    /// Count by kind of fact what was right, missed and spurious, in place of the failures.
    #[arg(long)]
    table: bool,

    #[command(flatten)]
    place: Place,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let started = Instant::now();
    let sets = match load(&args) {
        Ok(sets) => sets,
        Err(problems) => {
            output::tell(&problems);
            return Ok(Status::Trouble);
        }
    };
    let look = output::look();
    let mut tally = Tally::default();
    let (mut ran, mut failed, mut files) = (0, 0, 0);
    output::to_stdout(|out| {
        for (loaded, chosen) in sets {
            files += chosen.len();
            let outcomes = run_tests(&loaded.packs, chosen);
            ran += outcomes.len();
            tally.add(&loaded.packs, &outcomes);
            for outcome in outcomes.iter().filter(|outcome| !outcome.passed()) {
                failed += 1;
                let source = loaded.sources.get(outcome.pack);
                let pack = loaded.packs.packs.get(outcome.pack);
                let test = pack.and_then(|pack| pack.tests.get(outcome.test));
                if let (false, Some(source), Some(test)) = (args.table, source, test) {
                    writeln!(out, "{}", rule_test::draw(source, test, outcome, look))?;
                }
            }
        }
        if args.table {
            tally::write(&tally, out)?;
            writeln!(out)?;
        }
        let of = counted(ran, "test", "tests");
        let packs = counted(files, "rule file", "rule files");
        match (ran, failed) {
            (0, _) => write!(out, "No tests in {packs}")?,
            (_, 0) => write!(out, "{of} passed in {packs}")?,
            _ => write!(out, "{failed} of {of} failed in {packs}")?,
        }
        if output::watched() {
            write!(out, " ({:.2} s)", started.elapsed().as_secs_f64())?;
        }
        writeln!(out)
    })?;
    Ok(if failed > 0 {
        Status::Findings
    } else {
        Status::Clean
    })
}

/// Packs, and which of them are to be tested.
type Set = (Loaded, Range<usize>);

/// The packs to test: all rules, or each path of the command line as a set of its own.
fn load(args: &Args) -> Result<Vec<Set>, Vec<Problem>> {
    let all = |loaded: Loaded| {
        let all = 0..loaded.sources.len();
        (loaded, all)
    };
    let rules = || -> Result<Vec<PathBuf>, Vec<Problem>> {
        let config = args.place.config()?;
        Ok(args.place.rules(config.as_ref()))
    };
    if args.packs.is_empty() {
        return Ok(vec![all(packs::load(&rules()?)?)]);
    }
    let set = |path: &PathBuf| {
        // What it refers to may stand in the rules around it.
        packs::load(std::slice::from_ref(path))
            .map(all)
            .or_else(|alone| with_others(path, args, &rules()?, alone))
    };
    args.packs.iter().map(set).collect()
}

/// A path that can't be read alone, with everything else that was named, and the rules.
fn with_others(
    path: &PathBuf,
    args: &Args,
    rules: &[PathBuf],
    alone: Vec<Problem>,
) -> Result<Set, Vec<Problem>> {
    let around = rules.iter().filter(|path| path.exists());
    let paths: Vec<PathBuf> = [path]
        .into_iter()
        .chain(&args.packs)
        .chain(around)
        .cloned()
        .collect();
    match packs::load(&paths) {
        Ok(loaded) => Ok((loaded, 0..packs::count(std::slice::from_ref(path)))),
        // What is wrong with the path itself, rather than how it clashes with others.
        Err(found) if alone.len() < found.len() => Err(alone),
        Err(found) => Err(found),
    }
}
