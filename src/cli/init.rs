use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::config::{self, Config};
use super::replace::create;
use super::walk::absolute;
use super::{Status, output, today, trouble};
use crate::report::{Problem, ProblemKind, clean};
use crate::schema;

/// Write a first configuration and an example of every kind of rule.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint init         factlint.toml and rules/example.toml in this directory
  factlint init desk    the same in the directory `desk`, which is made if need be

A file that is there already is left as it is.

Exit status: 0 the files are there, 2 one could not be written.")]
pub struct Args {
    /// The directory [default: this one].
    #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
    directory: PathBuf,
}

/// A file to write, and its text. `TODAY` in it stands for the day on which it is written.
const FILES: [(&str, &str); 2] = [
    (config::NAME, include_str!("init/factlint.toml.in")),
    ("rules/example.toml", include_str!("init/example.toml.in")),
];

type Schema = fn() -> serde_json::Value;

/// What the first lines of the others tell an editor to complete and check them by.
const SCHEMAS: [(&str, Schema); 2] = [
    (".factlint/config.schema.json", schema::config),
    (".factlint/pack.schema.json", schema::pack),
];

/// What became of a file.
enum Became {
    Written,
    LeftAlone,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let mut lines = Vec::new();
    let mut written = 0;
    let mut trouble = None;
    let files = FILES.map(|(name, template)| (name, fill(template, today())));
    let schemas = SCHEMAS.map(|(name, schema)| (name, format!("{:#}\n", schema())));
    for (name, text) in files.into_iter().chain(schemas) {
        let path = args.directory.join(name);
        match write(&args.directory, &path, &text) {
            Ok(Became::Written) => {
                written += 1;
                lines.push(format!("Wrote {}", shown(&path)));
            }
            Ok(Became::LeftAlone) => lines.push(format!(
                "{} is there already and was left as it is",
                shown(&path)
            )),
            Err(problem) => {
                trouble = Some(*problem);
                break;
            }
        }
    }
    output::to_stdout(|out| {
        for line in &lines {
            writeln!(out, "{line}")?;
        }
        match trouble {
            Some(_) => Ok(()),
            None if written == 0 => writeln!(out, "Nothing was written"),
            None => next(&args.directory, out),
        }
    })?;
    let Some(problem) = trouble else {
        return Ok(Status::Clean);
    };
    output::tell(&[problem]);
    Ok(Status::Trouble)
}

/// What to do next.
fn next(directory: &Path, out: &mut dyn Write) -> io::Result<()> {
    if let Some(hint) = unread(directory) {
        writeln!(out, "\n{hint}")?;
    }
    writeln!(out, "\nNext:")?;
    if absolute(directory) != absolute(Path::new(".")) {
        writeln!(out, "  cd {}", shown(directory))?;
    }
    writeln!(
        out,
        "  factlint test              the tests in the rules: all should pass"
    )?;
    writeln!(
        out,
        "  factlint check story.txt   an article; put the name of yours for story.txt"
    )
}

/// Says so where the configuration does not read the example.
fn unread(directory: &Path) -> Option<String> {
    let path = directory.join(config::NAME);
    let config = Config::read(&path).ok()?;
    let example = absolute(&directory.join("rules"));
    let read = |rules: &PathBuf| example.starts_with(absolute(rules));
    if config.rules.is_empty() || config.rules.iter().any(read) {
        return None;
    }
    Some(format!(
        "{} names other rules, so that the example is not read: add \"rules\" to its `rules`, or run\n\
         the commands below with `--rules rules`.",
        shown(&path)
    ))
}

fn fill(template: &str, today: Date) -> String {
    template.replace("TODAY", &today.to_string())
}

/// Writes a file, whole or not at all, unless there is one.
fn write(directory: &Path, path: &Path, text: &str) -> Result<Became, Box<Problem>> {
    if path.symlink_metadata().is_ok() {
        return Ok(Became::LeftAlone);
    }
    let parent = path.parent().unwrap_or(directory);
    fs::create_dir_all(parent).map_err(|error| {
        // The first that is no directory is in the way.
        let mut ancestors = parent.ancestors();
        let file = ancestors.find(|path| path.symlink_metadata().is_ok_and(|meta| !meta.is_dir()));
        match file {
            Some(file) => in_the_way(file),
            None => unwritable(parent, &error),
        }
    })?;
    match create(path, text.as_bytes()) {
        Ok(()) => Ok(Became::Written),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Became::LeftAlone),
        Err(error) => Err(unwritable(path, &error)),
    }
}

fn in_the_way(file: &Path) -> Box<Problem> {
    let message = "this is a file, but a directory of this name is needed";
    let problem = Problem::new(ProblemKind::Unreadable, shown(file), message);
    Box::new(
        problem.help("give the file another name, or run `factlint init` in another directory"),
    )
}

fn unwritable(path: &Path, error: &io::Error) -> Box<Problem> {
    let (message, help) = trouble::unwritten(error);
    Box::new(Problem::new(ProblemKind::Unwritten, shown(path), message).help(help))
}

/// Without a `./` in front, and without signs that steer the terminal.
fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    clean(&path.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CHECKS;

    const SETTINGS: &str = FILES[0].1;

    /// What a `#` without a space behind it takes out is a setting.
    fn uncommented() -> String {
        let lines = SETTINGS.lines().map(|line| match line.strip_prefix('#') {
            Some(rest) if !rest.is_empty() && !rest.starts_with([' ', ':']) => rest,
            _ => line,
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_setting_is_shown() {
        let text = uncommented();
        for key in config::KEYS {
            let shown = [format!("{} = ", key.name), format!("[{}]", key.name)];
            assert!(
                shown.iter().any(|shown| text.contains(shown)),
                "`{}` is not in init/factlint.toml.in",
                key.name
            );
        }
        for key in config::IGNORE.iter().chain(config::OVERRIDE) {
            let written = text
                .lines()
                .any(|line| line.split(' ').next() == Some(key.name));
            assert!(written, "`{}` is not shown", key.name);
        }
        for check in CHECKS {
            let shown = text.lines().any(|line| {
                let mut words = line.split_whitespace();
                let value = format!("\"{}\"", check.severity.id());
                words.next() == Some(check.id) && words.nth(1) == Some(&*value)
            });
            assert!(shown, "`{}` is not shown with its default", check.id);
        }
    }

    #[test]
    fn what_is_shown_can_be_used() {
        let folder = tempfile::tempdir().unwrap();
        for text in [SETTINGS.to_string(), uncommented()] {
            let path = folder.path().join("factlint.toml");
            fs::write(&path, text).unwrap();
            Config::read(&path).unwrap();
        }
    }

    #[test]
    fn each_begins_with_its_schema_and_a_comment() {
        for (name, text) in FILES {
            let (first, rest) = text.split_once('\n').unwrap();
            let schema = first.strip_prefix("#:schema ").unwrap();
            let path = Path::new(name).with_file_name(schema);
            let known = |schema: &(&str, _)| path.ends_with(schema.0);
            assert!(SCHEMAS.iter().any(known), "{path:?}");
            assert!(rest.starts_with("# "));
        }
    }
}
