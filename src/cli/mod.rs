//! The command line: one file a command.

mod check;
mod checker;
mod completions;
pub(crate) mod config;
mod explain;
mod explain_config;
mod fix;
mod flow;
mod fmt;
mod init;
mod inputs;
mod inspect;
mod man;
mod output;
mod packs;
mod progress;
mod queue;
mod replace;
mod rules;
mod schema;
mod sieve;
mod stream;
mod suggest;
mod test;
mod trouble;
mod walk;
mod watch;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::contract;
use output::Color;

/// Checks articles against the names, titles, numbers, dates and places that a newsroom already knows.
#[derive(Parser)]
#[command(
    name = "factlint",
    version,
    long_version = contract::version(),
    propagate_version = true,
    max_term_width = 100,
    after_help = "\
Examples:
  factlint check story.md   check an article
  factlint test             run the tests of the rules
  factlint help check       all about a command, with examples

It looks for rules in the directory `rules`, or where factlint.toml says."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,

    /// When to use colour.
    #[arg(
        long,
        value_enum,
        global = true,
        default_value_t,
        hide_possible_values = true,
        value_name = "auto|always|never",
        display_order = 100
    )]
    color: Color,
}

#[derive(Subcommand)]
enum Command {
    Init(init::Args),
    Check(Box<check::Args>),
    Rules(rules::Args),
    Test(test::Args),
    Explain(explain::Args),
    Suggest(suggest::Args),
    Inspect(inspect::Args),
    Fmt(fmt::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// What a command came to; the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// 0: nothing to report.
    Clean,
    /// 1: findings, or tests that fail.
    Findings,
    /// 2: something could not be read or used.
    Trouble,
}

/// What the exit status of the program means.
pub(crate) const STATUSES: &[(u8, &str)] = &[
    (
        0,
        "nothing to report: no finding at or above `--fail-on`, no failing test, and all could be read",
    ),
    (
        1,
        "something was found: a finding at or above `--fail-on`, or a test that fails",
    ),
    (
        2,
        "something could not be done: wrong usage, a rule file with a mistake, a file that could not be read",
    ),
];

/// The commands with their arguments and help.
pub fn command() -> clap::Command {
    <Cli as clap::CommandFactory>::command()
}

/// Runs the program on the arguments of this process.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(instead) => return exit(show(&instead)),
    };
    cli.color.apply();
    let result = match cli.command {
        Command::Init(args) => init::run(args),
        Command::Check(args) => with_threads(|| check::run(&args)),
        Command::Rules(args) => with_threads(|| rules::run(args)),
        Command::Test(args) => with_threads(|| test::run(args)),
        Command::Inspect(args) => inspect::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Fmt(args) => fmt::run(args),
        Command::Schema(args) => schema::run(args),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args),
        Command::Suggest(args) => with_threads(|| suggest::run(args)),
    };
    exit(result)
}

/// Shows what stands in the place of a run: help or the version, which may fill a disk, or what is wrong with the usage.
fn show(instead: &clap::Error) -> io::Result<Status> {
    let shown = instead.print().and_then(|()| io::stdout().flush());
    if instead.use_stderr() {
        return Ok(Status::Trouble);
    }
    shown.map(|()| Status::Clean).map_err(output::of_stdout)
}

/// Does work with a thread for each processor, or with this one alone where the system gives no more.
fn with_threads<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new();
    match pool.build() {
        Ok(pool) => pool.install(work),
        Err(_) => {
            let alone = rayon::ThreadPoolBuilder::new().num_threads(1);
            // That it is there already would do no harm.
            let _ = alone.use_current_thread().build_global();
            work()
        }
    }
}

/// The day that it is, in universal time.
fn today() -> jiff::civil::Date {
    let now = jiff::Timestamp::now();
    now.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// A closed pipe means that the reader has seen enough: no complaint.
fn exit(result: io::Result<Status>) -> ExitCode {
    match result {
        Ok(Status::Clean) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Ok(Status::Trouble) => ExitCode::from(2),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error);
            ExitCode::from(2)
        }
    }
}
