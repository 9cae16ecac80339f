use std::io;

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Status, output};

/// Print a script that completes commands and options in a shell.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint completions bash > ~/.local/share/bash-completion/completions/factlint
  factlint completions zsh > ~/.zfunc/_factlint          where ~/.zfunc is in $fpath
  factlint completions fish > ~/.config/fish/completions/factlint.fish
  factlint completions powershell >> $PROFILE
  factlint completions elvish >> ~/.config/elvish/rc.elv")]
pub struct Args {
    /// The shell: bash, zsh, fish, powershell or elvish.
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    shell: Shell,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    // clap_complete panics where it can't write, so it writes into memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "factlint", &mut script);
    output::to_stdout(|out| out.write_all(&script))?;
    Ok(Status::Clean)
}
