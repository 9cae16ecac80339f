//! The terminal: colour, width and signs; nothing here panics on a closed pipe. And reports in files.

use std::collections::HashSet;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::adapter::StripBytes;
use anstream::{AutoStream, ColorChoice};

use super::replace::write;
use super::trouble;
use super::walk::absolute;
use crate::packs::problem::suggest;
pub use crate::report::clean;
use crate::report::{Format, Look, Problem, ProblemKind};

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

/// An error of standard output, named. A closed pipe stays what it is: it is no error.
pub fn of_stdout(error: io::Error) -> io::Error {
    match error.kind() {
        io::ErrorKind::BrokenPipe => error,
        _ => unwritten(Path::new("standard output"), &error),
    }
}

/// Writes to standard output, buffered, without colour where it is not wanted.
pub fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    buffered(write).map_err(of_stdout)
}

fn buffered(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let stdout = io::stdout();
    let plain = AutoStream::choice(&stdout) == ColorChoice::Never;
    let mut out = BufWriter::with_capacity(1 << 16, stdout.lock());
    if plain {
        let strip = StripBytes::new();
        write(&mut Plain {
            out: &mut out,
            strip,
        })?;
    } else {
        write(&mut out)?;
    }
    out.flush()
}

/// The format that `--format` names, out of a registry.
pub fn format<R>(formats: &'static [Format<R>], id: &str) -> Result<&'static Format<R>, String> {
    let known = || formats.iter().map(|format| format.id);
    let format = formats.iter().find(|format| format.id == id);
    format.ok_or_else(|| {
        let list = known().collect::<Vec<_>>().join(", ");
        match suggest(id, known()) {
            Some(near) => format!("did you mean `{near}`? Known formats: {list}"),
            None => format!("known formats: {list}"),
        }
    })
}

/// What `--help` says of the formats of a registry.
pub fn formats<R>(formats: &[Format<R>]) -> String {
    let told = |format: &Format<R>| format!("{} ({})", format.id, format.about);
    formats.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// A report to write into a file: `--output FORMAT=PATH`.
pub struct Target<R: 'static> {
    /// The format.
    pub format: &'static Format<R>,
    /// The file.
    pub path: PathBuf,
}

impl<R> Clone for Target<R> {
    fn clone(&self) -> Self {
        Self {
            format: self.format,
            path: self.path.clone(),
        }
    }
}

/// Reads `FORMAT=PATH`, or a path whose extension says which format is meant.
pub fn target<R>(formats: &'static [Format<R>], text: &str) -> Result<Target<R>, String> {
    let Some((id, path)) = text.split_once('=') else {
        return Ok(Target {
            format: by_extension(formats, Path::new(text))?,
            path: PathBuf::from(text),
        });
    };
    match path {
        "" => return Err(format!("a path is missing after `{id}=`")),
        "-" => return Err(format!("for standard output write --format {id}")),
        _ => (),
    }
    Ok(Target {
        format: format(formats, id)?,
        path: PathBuf::from(path),
    })
}

/// The format that a file with this extension usually has.
fn by_extension<R>(
    formats: &'static [Format<R>],
    path: &Path,
) -> Result<&'static Format<R>, String> {
    let shown = clean(&path.to_string_lossy());
    if shown == "-" {
        return Err("for standard output write --format FORMAT".to_string());
    }
    let extension = path
        .extension()
        .map(|end| end.to_string_lossy().to_lowercase());
    let ids: &[&str] = match extension.as_deref() {
        Some("html" | "htm") => &["html"],
        Some("md" | "markdown") => &["markdown"],
        Some("json") => &["json"],
        Some("jsonl" | "ndjson") => &["jsonl"],
        Some("sarif") => &["sarif"],
        Some("xml") => &["junit", "checkstyle"],
        Some("txt" | "text" | "log") => &["compact", "graphical"],
        _ => &[],
    };
    let known = ids
        .iter()
        .filter_map(|id| formats.iter().find(|format| format.id == *id));
    match known.collect::<Vec<_>>()[..] {
        [format] => Ok(format),
        [] => {
            let all = formats.iter().map(|format| format.id);
            Err(format!(
                "the extension names no format: write FORMAT={shown}, where FORMAT is one of {}",
                all.collect::<Vec<_>>().join(", ")
            ))
        }
        ref several => {
            let ways = several
                .iter()
                .map(|format| format!("{}={shown}", format.id));
            Err(format!(
                "several formats have this extension: write {}",
                ways.collect::<Vec<_>>().join(" or ")
            ))
        }
    }
}

/// Writes reports of a run: one to standard output, and those that were asked for into files; whether all could be
/// written. What could not is told, and keeps nothing else from being written.
///
/// # Errors
/// As of standard output.
pub fn report<R>(run: &R, shown: &Format<R>, targets: &[Target<R>]) -> io::Result<bool> {
    let shown = to_stdout(|out| (shown.write)(run, look(), out));
    let written = to_files(run, targets);
    shown.map(|()| written)
}

/// Writes reports of a run into files, without colour and whatever the terminal; whether all could be written.
pub fn to_files<R>(run: &R, targets: &[Target<R>]) -> bool {
    let mut seen = HashSet::new();
    let mut problems = Vec::new();
    for target in targets {
        let name = target.path.to_string_lossy();
        if !seen.insert(known(&target.path)) {
            let message = "two reports can't go into one file; the first was written";
            let problem = Problem::new(ProblemKind::Usage, &*name, message);
            problems.push(problem.help("give each --output a path of its own"));
        } else if let Err(error) = to_file(run, target) {
            let (why, help) = trouble::writing(&error);
            let message = format!("the report can't be written: {why}");
            let problem = Problem::new(ProblemKind::Unwritten, &*name, message);
            problems.push(problem.help(help));
        }
    }
    tell(&problems);
    problems.is_empty()
}

fn to_file<R>(run: &R, target: &Target<R>) -> io::Result<()> {
    let mut bytes = Vec::new();
    let mut out = Plain {
        out: &mut bytes,
        strip: StripBytes::new(),
    };
    (target.format.write)(run, Look::default(), &mut out)?;
    write(&target.path, &bytes)
}

/// By what a file is known that may not be there yet.
fn known(path: &Path) -> PathBuf {
    let whole = path.canonicalize().ok();
    let beside = || {
        let directory = path.parent().filter(|it| !it.as_os_str().is_empty());
        let directory = directory.unwrap_or(Path::new(".")).canonicalize().ok()?;
        Some(directory.join(path.file_name()?))
    };
    whole.or_else(beside).unwrap_or_else(|| absolute(path))
}

/// An error that names the file which can't be written.
pub fn unwritten(path: &Path, error: &io::Error) -> io::Error {
    let (why, help) = trouble::writing(error);
    let path = clean(&path.to_string_lossy());
    io::Error::other(format!("{path} can't be written: {why}; {help}"))
}

/// Writes bytes to standard output as they are.
pub fn bytes_to_stdout<'b>(all: impl IntoIterator<Item = &'b Vec<u8>>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut all = all.into_iter();
    let written = all.try_for_each(|bytes| out.write_all(bytes));
    written.and_then(|()| out.flush()).map_err(of_stdout)
}

/// Writes a report to standard error, where standard output holds something else.
pub fn to_stderr(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(anstream::stderr().lock());
    write(&mut out)?;
    out.flush()
}

/// Takes colours out above the buffer: anstream's own stream stands below it and writes a few bytes at a time.
struct Plain<'a> {
    out: &'a mut dyn Write,
    strip: StripBytes,
}

impl Write for Plain<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for text in self.strip.strip_next(bytes) {
            self.out.write_all(text)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// How reports on standard output are to look.
pub fn look() -> Look {
    let columns = terminal_size::terminal_size_of(io::stdout()).map(|(columns, _)| columns.0);
    fitted(columns, supports_unicode::Stream::Stdout)
}

fn fitted(columns: Option<u16>, stream: supports_unicode::Stream) -> Look {
    /// Longer lines are hard to read.
    const MOST: usize = 120;
    let look = Look::default();
    Look {
        width: columns.map_or(look.width, |columns| usize::from(columns).clamp(40, MOST)),
        unicode: supports_unicode::on(stream),
    }
}

/// Whether a person watches standard output.
pub fn watched() -> bool {
    io::stdout().is_terminal()
}

/// Tells problems on standard error. Nobody can be told that this fails.
pub fn tell<'p>(problems: impl IntoIterator<Item = &'p Problem>) {
    let mut out = BufWriter::new(anstream::stderr().lock());
    let columns = terminal_size::terminal_size_of(io::stderr()).map(|(columns, _)| columns.0);
    let look = fitted(columns, supports_unicode::Stream::Stderr);
    for problem in problems {
        let _ = writeln!(out, "{}", problem.draw(look));
    }
    let _ = out.flush();
}

/// Tells an error of the program's own input or output.
pub fn complain(error: &io::Error) {
    let _ = writeln!(anstream::stderr(), "factlint: {error}");
}
