//! The `factlint` program; see [`factlint::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    factlint::cli::main()
}
