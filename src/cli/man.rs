use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::{Cli, Status, output};

/// Print the manual page, or write one page for each command.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint man | man -l -                      read it now
  factlint man --dir ~/.local/share/man/man1   install it: `man factlint`, `man factlint-check`")]
pub struct Args {
    /// Write factlint.1 and a page for each command into this directory, which is made where it is missing.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let mut cli = Cli::command();
    cli.build();
    let m = Man::new(cli.clone());
    let mut b = Vec::new();
    m.render(&mut b)?;
    output::to_stdout(|out| out.write_all(&b))?;
    for sub in cli.get_subcommands() {
        println!("=== {}", sub.get_name());
        Man::new(sub.clone()).render(&mut io::stdout())?;
    }
    Ok(Status::Clean)
}
