mod sets;

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Instant;

use super::output::Target;
use super::packs::Place;
use super::{Status, output, watch};
use crate::report::rule_test::{FORMATS, PackRun, TestRun, Tested, Unexercised};
use crate::report::{Format, Problem, ProblemKind, counted, tally};
use crate::rule_tests::{Filter, Tally, TestOutcome, Why, run_some, unexercised};
use sets::Set;

/// Run the tests that stand in rule files.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint test                              every test of every rule file
  factlint test rules/alliance.toml          those of one
  factlint test --filter usfk --watch        some, again whenever a rule file changes
  factlint test --coverage                   fail where a fact has no test
  factlint test --output report.xml          for CI, besides what is shown

Exit status: 0 all pass, 1 one fails (or a fact is not covered), 2 a rule file could not be used.")]
pub struct Args {
    /// Rule files, or directories of them, each tested on its own [default: all rules].
    #[arg(value_name = "PACK")]
    packs: Vec<PathBuf>,

    /// Only tests with this in their name, or in the id of a fact that they find; `*` stands for anything; may be given again.
    #[arg(long, value_name = "TEXT")]
    filter: Vec<String>,

    /// Show the facts that no test exercises, and fail if there is one.
    #[arg(long, conflicts_with = "filter")]
    coverage: bool,

    /// Run again whenever a rule file changes, until Ctrl-C.
    #[arg(long)]
    watch: bool,

    /// How to report.
    #[arg(
        long,
        value_parser = |id: &str| output::format(FORMATS, id),
        default_value = FORMATS[0].id,
        help = format!("How to report: {}", output::formats(FORMATS))
    )]
    format: &'static Format<TestRun>,

    /// Write a report into a file as well, in the format of its extension; may be given again.
    #[arg(long, value_name = "[FORMAT=]PATH", value_parser = |text: &str| output::target(FORMATS, text))]
    output: Vec<Target<TestRun>>,

    /// Count by kind of fact what was right, missed and spurious, in place of the failures.
    #[arg(long, conflicts_with_all = ["format", "output", "coverage"])]
    table: bool,

    #[command(flatten)]
    place: Place,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    if !args.watch {
        return once(&args);
    }
    // Between documents for other programs stands nothing.
    let title = (args.format.id == FORMATS[0].id).then_some("factlint test");
    watch::again_and_again(
        title,
        || sets::watched(&args.packs, &args.place),
        || once(&args),
    )
}

fn once(args: &Args) -> io::Result<Status> {
    let started = Instant::now();
    let mut run = TestRun {
        filtered: !args.filter.is_empty(),
        covers_all: args.coverage,
        ..TestRun::default()
    };
    let mut tally = Tally::default();
    match sets::load(&args.packs, &args.place) {
        Ok(sets) => {
            run.problems = unmatched(&args.filter, &sets);
            if run.problems.is_empty() {
                let filters: Vec<Filter> = args.filter.iter().map(|it| Filter::new(it)).collect();
                sets.iter()
                    .for_each(|set| add(&mut run, &mut tally, set, &filters));
            }
        }
        Err(problems) => run.problems = problems,
    }
    if output::watched() {
        run.elapsed = Some(started.elapsed());
    }
    output::tell(&run.problems);
    let mut written = true;
    if !args.table {
        written = output::report(&run, args.format, &args.output)?;
    } else if run.problems.is_empty() {
        output::to_stdout(|out| table(&run, &tally, out))?;
    }
    let uncovered = run.covers_all && run.unexercised() > 0;
    Ok(if !run.problems.is_empty() || !written {
        Status::Trouble
    } else if run.failed() > 0 || uncovered {
        Status::Findings
    } else {
        Status::Clean
    })
}

fn table(run: &TestRun, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
    tally::write(tally, out)?;
    let of = counted(run.tests(), "test", "tests");
    let files = counted(run.packs.len(), "rule file", "rule files");
    match run.failed() {
        0 => writeln!(out, "\n{of} passed in {files}"),
        failed => writeln!(out, "\n{failed} of {of} failed in {files}"),
    }
}

/// Runs the tests of a set.
fn add(run: &mut TestRun, tally: &mut Tally, set: &Set, filters: &[Filter]) {
    let packs = &set.loaded.packs;
    let outcomes = run_some(packs, &set.chosen, |test| {
        filters.is_empty() || filters.iter().any(|filter| filter.wants(test))
    });
    tally.add(packs, &outcomes);
    for index in &set.chosen {
        let (Some(pack), Some(source)) = (packs.packs.get(*index), set.loaded.sources.get(*index))
        else {
            continue;
        };
        let mut tests = PackRun::new(source.clone());
        tests.facts = pack.facts.len();
        if !run.filtered {
            let ids = unexercised(packs, *index..*index + 1, &outcomes);
            let facts = ids.iter().filter_map(|fact| packs.facts.get(*fact));
            let facts = facts.map(|fact| Unexercised::new(&*fact.id, fact.defined_in.span));
            tests.unexercised = facts.collect();
        }
        let own = outcomes.iter().filter(|outcome| outcome.pack == *index);
        tests.tests = own.filter_map(|outcome| tested(set, outcome)).collect();
        tests.left_out = pack.tests.len().saturating_sub(tests.tests.len());
        run.packs.push(tests);
    }
}

fn tested(set: &Set, outcome: &TestOutcome) -> Option<Tested> {
    let packs = &set.loaded.packs;
    let test = packs.packs.get(outcome.pack)?.tests.get(outcome.test)?;
    let missing = outcome.missing.iter();
    let missing = missing.filter_map(|index| test.finds.get(*index));
    let why = missing.filter_map(|wanted| Why::of(packs, outcome, wanted));
    Some(Tested::new(test.clone(), outcome.clone(), why.collect()))
}

/// The filters that mean no test.
fn unmatched(filters: &[String], sets: &[Set]) -> Vec<Problem> {
    let tests = || sets.iter().flat_map(Set::tests);
    let nothing = |text: &&String| !tests().any(|test| Filter::new(text).wants(test));
    let problem = |text: &String| {
        let message = format!("no test matches `--filter {text}`");
        let help = match Filter::new(text).nearest(tests()) {
            Some(near) => format!("the nearest is “{near}”"),
            None => format!(
                "it is looked for in the names of {}, and in the ids of the facts that they find",
                counted(tests().count(), "test", "tests")
            ),
        };
        Problem::new(ProblemKind::Usage, "", message).help(help)
    };
    filters.iter().filter(nothing).map(problem).collect()
}
