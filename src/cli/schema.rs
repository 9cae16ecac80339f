use std::io;

use super::{Status, output};
use crate::schema;

/// Print the JSON Schema of rule files, or of factlint.toml, for editors.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint schema > pack.schema.json
  factlint schema config > config.schema.json

An editor with Taplo or Even Better TOML then completes keys, shows what they mean and marks
mistakes in a rule file whose first line is

  #:schema ./pack.schema.json")]
pub struct Args {
    /// Of what: pack or config.
    #[arg(
        value_name = "pack|config",
        value_enum,
        default_value_t,
        hide_possible_values = true
    )]
    of: Of,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Of {
    #[default]
    Pack,
    Config,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let schema = match args.of {
        Of::Pack => schema::pack(),
        Of::Config => schema::config(),
    };
    output::to_stdout(|out| writeln!(out, "{schema:#}"))?;
    Ok(Status::Clean)
}
