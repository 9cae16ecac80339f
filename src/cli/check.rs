use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::civil::Date;
use rayon::prelude::*;

use super::config::Config;
use super::fix::{self, Mended};
use super::ignores::Ignores;
use super::inputs::{self, Input, Inputs, input_format};
use super::packs::{self, Place};
use super::{Status, output};
use crate::article::{self, Article};
use crate::facts::Severity;
use crate::linter::{Linter, Settings};
use crate::report::{self, Checked, Format, Problem, ProblemKind, Run};

/// Check articles against the rules.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint check                          what factlint.toml names, else this directory
  factlint check story.md drafts/         a file, and a directory with all below it
  factlint check --date 2025-11-03 -      standard input, as of that day
  factlint check --format json story.md   for other programs

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or used.")]
pub struct Args {
    /// Articles, or directories of them; `-` is standard input.
    #[arg(value_name = "PATH|-")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    place: Place,

    /// The articles' date, before any that they state themselves.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,

    /// How to report.
    #[arg(long, value_parser = format, default_value = report::FORMATS[0].id, help = format_help())]
    format: &'static Format,

    /// The least severity that makes the exit status 1: error, warning or info [default: the configuration's, else error].
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    fail_on: Option<Severity>,

    /// What reports call standard input.
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    stdin_filename: String,

    /// The format of the articles [default: told by extension and content].
    #[arg(long, value_name = "FORMAT", value_parser = input_format)]
    input_format: Option<article::Format>,

    #[command(flatten)]
    fixes: fix::Args,
}

fn format_help() -> String {
    let formats: Vec<String> = report::FORMATS
        .iter()
        .map(|format| format!("{} ({})", format.id, format.about))
        .collect();
    format!("How to report: {}", formats.join(", "))
}

fn format(id: &str) -> Result<&'static Format, String> {
    report::format(id).ok_or_else(|| {
        let known: Vec<&str> = report::FORMATS.iter().map(|format| format.id).collect();
        format!("known formats: {}", known.join(", "))
    })
}

fn severity(name: &str) -> Result<Severity, String> {
    Severity::named(name).ok_or_else(|| "one of error, warning, info".to_string())
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let started = Instant::now();
    let mut run = Run::default();
    let mut mended = Vec::new();
    let fail_on = collect(&args, &mut run, &mut mended);
    if output::watched() {
        run.elapsed = Some(started.elapsed());
    }
    output::tell(&run.problems);
    let report = |out: &mut dyn Write| (args.format.write)(&run, output::look(), out);
    let mut shown = mended.iter().map(|file| &file.shown);
    if args.fixes.diff() {
        output::bytes_to_stdout(shown)?;
    } else if shown.any(|text| !text.is_empty()) {
        // Standard output is the mended text.
        output::bytes_to_stdout(mended.iter().map(|file| &file.shown))?;
        output::to_stderr(report)?;
    } else {
        output::to_stdout(report)?;
    }
    fix::tell(&args.fixes, &mended)?;
    Ok(status(&run, fail_on))
}

fn status(run: &Run, fail_on: Severity) -> Status {
    if run.problems.iter().any(|problem| problem.kind.fails()) {
        Status::Trouble
    } else if run.worst().is_some_and(|worst| worst >= fail_on) {
        Status::Findings
    } else {
        Status::Clean
    }
}

/// Fills the run; what cannot be had becomes a problem of it.
fn collect(args: &Args, run: &mut Run, mended: &mut Vec<Mended>) -> Severity {
    let fail_on = args.fail_on.unwrap_or(Severity::Error);
    let config = match args.place.config() {
        Ok(config) => config,
        Err(problems) => {
            run.problems = problems;
            return fail_on;
        }
    };
    let config = config.as_ref();
    let set = config.and_then(|config| config.fail_on);
    let fail_on = args.fail_on.or(set).unwrap_or(fail_on);
    let rules = args.place.rules(config);
    let packs = match packs::load(&rules) {
        Ok(loaded) => loaded.packs,
        Err(problems) => {
            run.problems = problems;
            return fail_on;
        }
    };
    let settings = Settings {
        checks: config.map_or_else(Default::default, |config| config.checks.clone()),
    };
    let linter = Linter::new(&packs, &settings);
    let ignores = Ignores::new(config);
    let checker = Checker {
        linter: &linter,
        ignores: &ignores,
        date: args.date,
        input_format: args.input_format,
    };
    let inputs = inputs(args, config, &rules);
    run.problems = inputs.problems;
    let results: Vec<_> = inputs
        .list
        .par_iter()
        .map(|input| checker.input(input, &args.fixes, &args.stdin_filename))
        .collect();
    for (mut result, file) in results {
        run.checked += result.count;
        run.articles.append(&mut result.checked);
        run.problems.append(&mut result.problems);
        mended.extend(file);
    }
    run.problems.extend(ignores.unused(args.paths.is_empty()));
    fail_on
}

/// The articles to check: the paths given, else the configuration's, else what the working directory holds.
fn inputs(args: &Args, config: Option<&Config>, rules: &[PathBuf]) -> Inputs {
    let mut inputs = Inputs::default();
    let globs = config.filter(|config| !config.articles.is_empty());
    match globs {
        Some(config) if args.paths.is_empty() => inputs.globs(config, rules),
        _ if args.paths.is_empty() => inputs.name(Path::new("."), rules),
        _ => args.paths.iter().for_each(|path| inputs.name(path, rules)),
    }
    inputs
}

/// What articles are checked with.
pub struct Checker<'a> {
    linter: &'a Linter,
    ignores: &'a Ignores<'a>,
    date: Option<Date>,
    input_format: Option<article::Format>,
}

/// What became of one input. Articles without findings are not kept.
#[derive(Default)]
pub struct Outcome {
    count: usize,
    /// The articles with findings.
    pub checked: Vec<Checked>,
    /// What kept something from being checked, and notes.
    pub problems: Vec<Problem>,
}

impl Checker<'_> {
    /// Checks what an input holds, and mends it where that is asked for.
    fn input(&self, input: &Input, fixes: &fix::Args, stdin: &str) -> (Outcome, Option<Mended>) {
        let (name, bytes) = match input.read(stdin) {
            Ok(read) => read,
            Err(problem) => {
                let mut outcome = Outcome::default();
                outcome.problems.push(*problem);
                return (outcome, None);
            }
        };
        let outcome = self.bytes(&name, &bytes);
        fix::mend(self, fixes, input, &name, &bytes, outcome)
    }

    /// Checks the articles of a file.
    pub fn bytes(&self, name: &str, bytes: &[u8]) -> Outcome {
        let mut outcome = Outcome::default();
        let articles = match inputs::articles(name, bytes, self.input_format) {
            Ok(articles) => articles,
            Err(problem) => {
                outcome.problems.push(*problem);
                return outcome;
            }
        };
        for mut article in articles {
            outcome.count += 1;
            outcome.problems.extend(note(&article));
            article.date = self.date.or(article.date);
            // A fault of ours in one article costs no other its findings.
            let checked = panic::catch_unwind(AssertUnwindSafe(|| self.linter.check(&article)));
            let Ok(mut findings) = checked else {
                outcome.problems.push(failed(&article));
                continue;
            };
            self.ignores.apply(&article.name, &mut findings);
            if !findings.is_empty() {
                outcome.checked.push(Checked { article, findings });
            }
        }
        outcome
    }
}

/// Says that the program itself failed on an article.
fn failed(article: &Article) -> Problem {
    let message = "factlint itself failed on this article, which was not checked";
    Problem::new(ProblemKind::Internal, article.name.as_str(), message)
        .help("this is a fault of the program: please report it, with the article if you can")
}

/// Says so where a text was not in UTF-8.
fn note(article: &Article) -> Option<Problem> {
    let encoding = article.encoding?;
    let message = format!("this was read as {encoding}, not as UTF-8");
    Some(Problem::new(
        ProblemKind::Encoding,
        article.name.as_str(),
        message,
    ))
}
