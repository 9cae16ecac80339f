//! The command line: one file a command.

mod check;
mod completions;
mod config;
mod explain_config;
mod fix;
mod inputs;
mod inspect;
mod man;
mod output;
mod packs;
mod progress;
mod replace;
mod rules;
mod sieve;
mod test;
mod walk;
mod watch;

use std::io;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use output::Color;

/// Checks articles against the names, titles, numbers, dates and places that a newsroom already knows.
#[derive(Parser)]
#[command(
    name = "factlint",
    version,
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
    Check(Box<check::Args>),
    Rules(rules::Args),
    Test(test::Args),
    Inspect(inspect::Args),
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

/// Runs the program on the arguments of this process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    cli.color.apply();
    let result = match cli.command {
        Command::Check(args) => check::run(&args),
        Command::Rules(args) => rules::run(args),
        Command::Test(args) => test::run(args),
        Command::Inspect(args) => inspect::run(args),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args),
    };
    exit(result)
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
