//! The terminal: colour, width and signs; nothing here panics on a closed pipe.

use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::ColorChoice;

use crate::report::{Look, Problem};

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// Where the terminal shows it, as `NO_COLOR` and `CLICOLOR_FORCE` say.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Makes it the choice of this process.
    pub fn apply(self) {
        match self {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        }
        .write_global();
    }
}

/// Writes to standard output, buffered, without colour where it is not wanted.
pub fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(anstream::stdout().lock());
    write(&mut out)?;
    out.flush()
}

/// How reports on standard output are to look.
pub fn look() -> Look {
    Look::default()
}

/// Whether a person watches standard output.
pub fn watched() -> bool {
    io::stdout().is_terminal()
}

/// Tells problems on standard error. Nobody can be told that this fails.
pub fn tell(problems: &[Problem]) {
    let mut out = BufWriter::new(anstream::stderr().lock());
    for problem in problems {
        let _ = writeln!(out, "{}: {}", problem.file, problem.message);
    }
    let _ = out.flush();
}

/// Tells an error of the program's own input or output.
pub fn complain(error: &io::Error) {
    let _ = writeln!(anstream::stderr(), "factlint: {error}");
}
