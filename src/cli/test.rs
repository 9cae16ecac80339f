use std::io;
use std::path::PathBuf;
use std::time::Instant;

use super::packs::{self, Loaded, Place};
use super::{Status, output};
use crate::report::{Problem, counted, rule_test};
use crate::rule_tests::run_tests;

/// Run the tests that stand in rule files.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint test                       every test of every rule file
  factlint test rules/alliance.toml   those of one

Exit status: 0 all pass, 1 one fails, 2 a rule file could not be used.")]
pub struct Args {
    /// Rule files, or directories of them [default: all rules].
    #[arg(value_name = "PACK")]
    packs: Vec<PathBuf>,

    #[command(flatten)]
    place: Place,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let started = Instant::now();
    let (loaded, chosen) = match load(&args) {
        Ok(found) => found,
        Err(problems) => {
            output::tell(&problems);
            return Ok(Status::Trouble);
        }
    };
    let outcomes = run_tests(&loaded.packs, chosen.clone());
    let look = output::look();
    let failed = outcomes.iter().filter(|outcome| !outcome.passed()).count();
    output::to_stdout(|out| {
        for outcome in outcomes.iter().filter(|outcome| !outcome.passed()) {
            let source = loaded.sources.get(outcome.pack);
            let pack = loaded.packs.packs.get(outcome.pack);
            let test = pack.and_then(|pack| pack.tests.get(outcome.test));
            if let (Some(source), Some(test)) = (source, test) {
                writeln!(out, "{}", rule_test::draw(source, test, outcome, look))?;
            }
        }
        let of = counted(outcomes.len(), "test", "tests");
        let packs = counted(chosen.len(), "rule file", "rule files");
        match (outcomes.len(), failed) {
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

/// The packs to test. Packs named on the command line are read alone if they can be, else with all rules around them,
/// which may hold what they refer to.
fn load(args: &Args) -> Result<(Loaded, std::ops::Range<usize>), Vec<Problem>> {
    let mut mistakes = Vec::new();
    if !args.packs.is_empty() {
        match packs::load(&args.packs) {
            Ok(loaded) => {
                let all = 0..loaded.sources.len();
                return Ok((loaded, all));
            }
            Err(found) => mistakes = found,
        }
    }
    let config = args.place.config()?;
    let rules = args.place.rules(config.as_ref());
    if args.packs.is_empty() {
        let loaded = packs::load(&rules)?;
        let all = 0..loaded.sources.len();
        return Ok((loaded, all));
    }
    let around = rules.into_iter().filter(|path| path.exists());
    let both: Vec<PathBuf> = args.packs.iter().cloned().chain(around).collect();
    let loaded = packs::load(&both).map_err(|found| {
        // What is wrong with the packs themselves, rather than how they clash with others.
        if mistakes.len() < found.len() {
            mistakes
        } else {
            found
        }
    })?;
    let named = packs::count(&args.packs);
    Ok((loaded, 0..named))
}
