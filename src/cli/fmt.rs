use std::collections::HashSet;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::config::NAME;
use super::fix::{diff, unwritten};
use super::packs::{Place, files};
use super::replace::replace;
use super::trouble::unreadable;
use super::{Status, output};
use crate::format;
use crate::packs::PackSource;
use crate::report::{Problem, ProblemKind, Source, counted};

/// Format rule files and factlint.toml.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint fmt                        all rule files, and factlint.toml
  factlint fmt --check                which of them would change
  factlint fmt --diff rules/          how they would change
  factlint fmt - <draft.toml          standard input to standard output

Tables stay in their order, and comments stay with their lines. A file with mistakes in its
rules is formatted all the same; one that is not TOML stays as it is.

Exit status: 0 formatted, 1 with --check: a file would change, 2 a file could not be read or written.")]
pub struct Args {
    /// Rule files, or directories of them; `-` is standard input [default: all rules, and factlint.toml].
    #[arg(value_name = "PATH|-")]
    paths: Vec<PathBuf>,

    /// Change nothing; name the files that would change, and exit with 1 if there are any.
    #[arg(long)]
    check: bool,

    /// Change nothing; show how the files would change.
    #[arg(long)]
    diff: bool,

    #[command(flatten)]
    place: Place,
}

/// A file that is not formatted yet.
struct Change {
    name: String,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let dry = args.check || args.diff;
    let (paths, mut problems) = paths(&args);
    let count = paths.len();
    let mut changes = Vec::new();
    for path in &paths {
        let stdin = path == Path::new("-");
        match read(path, stdin) {
            Err(found) => problems.extend(found),
            Ok(change) if stdin && !dry => output::bytes_to_stdout([&change.after])?,
            Ok(change) if change.before == change.after => {}
            Ok(change) if dry => changes.push(change),
            Ok(change) => match replace(path, &change.before, &change.after) {
                Ok(()) => changes.push(change),
                Err(kept) => problems.push(unwritten(&change.name, kept)),
            },
        }
    }
    output::tell(&problems);
    let failed = problems.iter().any(Problem::fails);
    if failed && changes.is_empty() {
        return Ok(Status::Trouble);
    }
    if args.diff {
        let diffs = changes
            .iter()
            .map(|it| diff(&it.name, &it.before, &it.after));
        output::bytes_to_stdout(&diffs.collect::<Vec<_>>())?;
    } else if dry || !paths.iter().any(|path| path == Path::new("-")) {
        output::to_stdout(|out| say(out, &changes, count, dry))?;
    } else if count > 1 {
        // Standard output holds the text that came from standard input.
        output::to_stderr(|out| say(out, &changes, count, dry))?;
    }
    Ok(if failed {
        Status::Trouble
    } else if args.check && !changes.is_empty() {
        Status::Findings
    } else {
        Status::Clean
    })
}

fn say(out: &mut dyn Write, changes: &[Change], count: usize, dry: bool) -> io::Result<()> {
    for change in changes {
        let verb = if dry { "Would format" } else { "Formatted" };
        writeln!(out, "{verb} {}", output::clean(&change.name))?;
    }
    let of = counted(count, "file", "files");
    match (changes.len(), dry) {
        (0, _) => writeln!(out, "{of}, nothing to change"),
        (changed, true) => writeln!(out, "{changed} of {of} would change"),
        (changed, false) => writeln!(out, "{changed} of {of} changed"),
    }
}

/// Reads a file, and formats it in memory.
fn read(path: &Path, stdin: bool) -> Result<Change, Vec<Problem>> {
    let mut before = Vec::new();
    let (name, result) = if stdin {
        let result = io::stdin().read_to_end(&mut before).map(|_| ());
        ("<stdin>".to_string(), result)
    } else {
        let path = path.strip_prefix(".").unwrap_or(path);
        let result = std::fs::read(path).map(|bytes| before = bytes);
        (path.to_string_lossy().into_owned(), result)
    };
    let kind = match path.file_name().is_some_and(|name| name == NAME) {
        true => ProblemKind::Config,
        false => ProblemKind::Rule,
    };
    result.map_err(|error| vec![unreadable(&name, &error)])?;
    let Ok(text) = std::str::from_utf8(&before) else {
        let problem = Problem::new(kind, name, "this is not UTF-8 text");
        return Err(vec![problem.help("save the file as UTF-8")]);
    };
    let source = PackSource {
        file: name.as_str().into(),
        text: text.into(),
    };
    let after = format::format(&source).map_err(|mistakes| {
        let known = [Arc::new(Source::new(
            source.file.clone(),
            source.text.clone(),
        ))];
        let tell = |mistake| Problem::of_mistake(kind, mistake, &known);
        mistakes.into_iter().map(tell).collect::<Vec<_>>()
    })?;
    Ok(Change {
        after: after.into_bytes(),
        name,
        before,
    })
}

/// The files to format, each once: those named, what directories hold of rule files, or all rules and the configuration.
fn paths(args: &Args) -> (Vec<PathBuf>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut named = args.paths.clone();
    if named.is_empty() {
        match args.place.config() {
            Ok(config) => {
                named = args.place.rules(config.as_ref());
                named.extend(config.map(|config| PathBuf::from(&*config.source.name)));
            }
            Err(found) => return (Vec::new(), found),
        }
    }
    let mut seen = HashSet::new();
    let mut paths = Vec::new();
    for path in named {
        if path == Path::new("-") {
            paths.push(path);
            continue;
        }
        let is_directory = path.is_dir();
        for file in files(&path, &mut problems) {
            // What else lies in a directory is somebody else's.
            let ours =
                || std::fs::read_to_string(&file).map_or(true, |text| format::is_pack(&text));
            let known = file.canonicalize().unwrap_or_else(|_| file.clone());
            if (!is_directory || ours()) && seen.insert(known) {
                paths.push(file);
            }
        }
    }
    (paths, problems)
}
