use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::time::Instant;

use super::config::Config;
use super::explain_config;
use super::fix::{self, Mended};
use super::flow::{Flow, Tally};
use super::inputs::{FieldArgs, Input, Inputs, format_of, input_format};
use super::output::Target;
use super::packs::{self, Loaded, Place};
use super::sieve::{self, Sieve};
use super::stream::Batch;
use super::{Status, output};
use crate::article::{self, Article, Fields};
use crate::facts::Severity;
use crate::finding::Finding;
use crate::linter::Linter;
use crate::report::{Checked, FORMATS, Format, Problem, ProblemKind, Run, jsonl};
use jiff::civil::Date;

/// Check articles against the rules.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint check                          what factlint.toml names, else this directory
  factlint check story.md drafts/         a file, and a directory with all below it
  factlint check --date 2025-11-03 -      standard input, as of that day
  factlint check --format json story.md   for other programs
  factlint check --output html=page.html  a page for the desk, beside what is shown
  factlint check --input-format jsonl --format jsonl -
                                          records from a pipe, a line for each as it is checked

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or used.")]
pub struct Args {
    /// Articles, or directories of them; `-` is standard input.
    #[arg(value_name = "PATH|-")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    pub place: Place,

    /// The articles' date, before any that they state themselves.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,

    /// How to report.
    #[arg(
        long,
        value_parser = |id: &str| output::format(FORMATS, id),
        default_value = FORMATS[0].id,
        help = format!("How to report: {}", output::formats(FORMATS))
    )]
    format: &'static Format,

    /// Write a report into a file as well; may be given again.
    #[arg(
        long,
        value_name = "FORMAT=PATH",
        value_parser = |text: &str| output::target(FORMATS, text),
        conflicts_with_all = ["write_baseline", "explain_config"]
    )]
    output: Vec<Target<Run>>,

    /// The least severity that makes the exit status 1: error, warning or info [default: the configuration's, else error].
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    pub fail_on: Option<Severity>,

    /// What reports call standard input.
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    pub stdin_filename: String,

    /// The format of the articles [default: told by extension and content].
    #[arg(long, value_name = "FORMAT", value_parser = input_format)]
    pub input_format: Option<article::Format>,

    #[command(flatten)]
    fields: FieldArgs,

    /// Show what applies to each article, and why, in place of checking.
    #[arg(long)]
    explain_config: bool,

    #[command(flatten)]
    pub sieve: sieve::Args,

    #[command(flatten)]
    pub fixes: fix::Args,
}

/// The severity that a `--fail-on` names.
pub fn severity(name: &str) -> Result<Severity, String> {
    Severity::named(name).ok_or_else(|| "one of error, warning, info".to_string())
}

impl Args {
    /// Whether lines go to standard output as articles are checked: nothing else is to stand there.
    fn flows(&self) -> bool {
        let other = self.fixes.wanted().is_some() || self.sieve.write_baseline.is_some();
        self.format.id == jsonl::FORMAT.id && !other
    }

    /// Whether a report in this format is asked for.
    fn wants(&self, id: &str) -> bool {
        let outputs = self.output.iter().map(|target| target.format.id);
        outputs.chain([self.format.id]).any(|wanted| wanted == id)
    }

    /// Whether the command line names articles.
    pub fn paths_given(&self) -> bool {
        !self.paths.is_empty()
    }
}

/// Runs the command.
pub fn run(args: &Args) -> io::Result<Status> {
    let started = Instant::now();
    let mut run = Run::default();
    let mut mended = Vec::new();
    let mut tally = Tally::default();
    let fail_on = match Desk::new(args) {
        Ok(desk) if args.explain_config => {
            let inputs = desk.inputs(args);
            output::tell(&inputs.problems);
            output::to_stdout(|out| explain_config::write(args, &desk, &inputs.list, out))?;
            return Ok(Status::Clean);
        }
        Ok(desk) => {
            match desk.check(args, &mut run, &mut mended) {
                Ok(found) => tally = found,
                Err(problems) => run.problems = problems,
            }
            run.know(&desk.loaded.packs.facts);
            let fail_on = desk.fail_on(args);
            std::mem::forget(desk);
            fail_on
        }
        Err(problems) => {
            run.problems = problems;
            Severity::Error
        }
    };
    run.fail_on = Some(fail_on);
    run.directory = std::env::current_dir().ok();
    if output::watched() {
        run.elapsed = Some(started.elapsed());
    }
    output::tell(&run.problems);
    let status = status(&run, &tally, fail_on);
    if let Some(path) = args.sieve.write_baseline.as_deref() {
        return match status {
            Status::Trouble => Ok(status),
            _ => sieve::write_baseline(path, &run),
        };
    }
    if let Some(most) = args.sieve.max_findings {
        run.show_at_most(most);
    }
    let shown = match tally.flowed {
        true => tally.unwritten.map_or(Ok(()), Err),
        false => show(args, &run, &mended),
    };
    let written = output::to_files(&run, &args.output);
    let status = if written { status } else { Status::Trouble };
    fix::tell(&args.fixes, &mended);
    match shown {
        // The reader has seen enough; what was found is found.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(status),
        shown => shown.map(|()| status),
    }
}

/// Shows the report, the diff or the mended text.
fn show(args: &Args, run: &Run, mended: &[Mended]) -> io::Result<()> {
    let report = |out: &mut dyn Write| (args.format.write)(run, output::look(), out);
    let shown = || mended.iter().map(|file| &file.shown);
    if args.fixes.diff() {
        output::bytes_to_stdout(shown())
    } else if shown().any(|text| !text.is_empty()) {
        // Standard output is the mended text.
        output::bytes_to_stdout(shown())?;
        output::to_stderr(report)
    } else {
        output::to_stdout(report)
    }
}

fn status(run: &Run, tally: &Tally, fail_on: Severity) -> Status {
    let worst = run.worst().max(tally.worst);
    if tally.fails || run.problems.iter().any(|problem| problem.kind.fails()) {
        Status::Trouble
    } else if worst.is_some_and(|worst| worst >= fail_on) {
        Status::Findings
    } else {
        Status::Clean
    }
}

/// What articles are laid beside: the configuration and the rules.
pub struct Desk {
    /// The configuration, where there is one.
    pub config: Option<Config>,
    /// The rule files and directories.
    rules: Vec<PathBuf>,
    /// The rules.
    pub loaded: Loaded,
}

impl Desk {
    fn new(args: &Args) -> Result<Desk, Vec<Problem>> {
        if args.sieve.max_findings.is_some() && args.wants(jsonl::FORMAT.id) {
            let message =
                "`--max-findings` can't be used with `jsonl`, which has a line for every article";
            let problem = Problem::new(ProblemKind::Usage, "", message);
            return Err(vec![
                problem.help("leave it out; `head` shows the first lines"),
            ]);
        }
        let config = args.place.config()?;
        let rules = args.place.rules(config.as_ref());
        Ok(Desk {
            loaded: packs::load(&rules)?,
            config,
            rules,
        })
    }

    /// The articles to check.
    fn inputs(&self, args: &Args) -> Inputs {
        Inputs::of(&args.paths, self.config.as_ref(), &self.rules)
    }

    fn fail_on(&self, args: &Args) -> Severity {
        let set = self.config.as_ref().and_then(|config| config.fail_on);
        args.fail_on.or(set).unwrap_or(Severity::Error)
    }

    /// Fills the run; what cannot be had becomes a problem of it.
    fn check(
        &self,
        args: &Args,
        run: &mut Run,
        mended: &mut Vec<Mended>,
    ) -> Result<Tally, Vec<Problem>> {
        let packs = &self.loaded.packs;
        let flows = args.flows();
        let outputs = || args.output.iter().map(|target| target.format.id);
        let sieve = Sieve::new(&args.sieve, self.config.as_ref(), packs)?;
        // The program ends soon: to take a hundred thousand facts apart would only cost time.
        let linter: &Linter = Box::leak(Box::new(Linter::new(packs, &sieve.settings())));
        let checker = Checker {
            find: &|article| linter.check(article),
            sieve: &sieve,
            date: args.date,
            input_format: args.input_format,
            fields: args.fields.fields(),
            lines: args.wants(jsonl::FORMAT.id),
            keeps: !flows || outputs().any(|id| id != jsonl::FORMAT.id),
        };
        let inputs = self.inputs(args);
        run.problems = inputs.problems;
        // What flows away is not shown again, but may have to be written.
        let again = checker.lines && (!flows || outputs().any(|id| id == jsonl::FORMAT.id));
        run.lines = again.then(Vec::new);
        let mut flow = Flow::new(run, flows, checker.keeps);
        flow.check(&checker, args, &inputs.list, mended);
        let tally = flow.tally;
        run.problems.extend(sieve.unused(args.paths.is_empty()));
        Ok(tally)
    }
}

/// What articles are checked with.
pub struct Checker<'a> {
    /// What finds in an article what there is to be found: the linter.
    find: &'a (dyn Fn(&Article) -> Vec<Finding> + Sync),
    /// What is not to be reported.
    pub sieve: &'a Sieve<'a>,
    /// The articles' date, whatever they say themselves.
    pub date: Option<Date>,
    /// The format that was asked for.
    pub input_format: Option<article::Format>,
    /// The fields of records.
    pub fields: Fields,
    /// Whether each article is to have a line.
    pub lines: bool,
    /// Whether articles, and what is said of single records, are kept for other reports than lines.
    pub keeps: bool,
}

/// What became of one input. Articles without findings are not kept.
#[derive(Default)]
pub struct Outcome {
    /// How many articles were checked.
    pub count: usize,
    /// The articles with findings.
    pub checked: Vec<Checked>,
    /// The names of those without; of records, which may be many, none.
    pub clean: Vec<String>,
    /// What kept something from being checked, and notes.
    pub problems: Vec<Problem>,
    /// Whether something could not be read, told or not.
    pub fails: bool,
    /// The lines of all articles, in order, where lines are wanted.
    pub lines: Vec<u8>,
}

impl Outcome {
    /// Adds what came after.
    pub fn add(&mut self, mut next: Outcome) {
        self.count += next.count;
        self.checked.append(&mut next.checked);
        self.clean.append(&mut next.clean);
        self.problems.append(&mut next.problems);
        self.fails |= next.fails;
        self.lines.append(&mut next.lines);
    }
}

impl Checker<'_> {
    /// As [`Checker::input`]; a fault of ours in one input costs no other what was found in it.
    pub fn safely(
        &self,
        input: &Input,
        fixes: &fix::Args,
        stdin: &str,
    ) -> (Outcome, Option<Mended>) {
        guarded(|| self.input(input, fixes, stdin)).unwrap_or_else(|| {
            let mut outcome = Outcome::default();
            let problem = failed(&input.name(stdin));
            if self.lines {
                outcome.lines = jsonl::unread(&problem.file, None, &[&problem]);
            }
            outcome.problems.push(problem);
            (outcome, None)
        })
    }

    /// Checks the articles of an input together, and mends it where that is asked for.
    fn input(&self, input: &Input, fixes: &fix::Args, stdin: &str) -> (Outcome, Option<Mended>) {
        let (name, bytes) = match input.read(stdin) {
            Ok(read) => read,
            Err(problem) => {
                let mut outcome = Outcome::default();
                if self.lines {
                    outcome.lines = jsonl::unread(&problem.file, None, &[&problem]);
                }
                outcome.problems.push(*problem);
                return (outcome, None);
            }
        };
        let outcome = self.bytes(&name, &bytes);
        fix::mend(self, fixes, input, &name, &bytes, outcome)
    }

    /// Checks the articles of a file.
    pub fn bytes(&self, name: &str, bytes: &[u8]) -> Outcome {
        let format = format_of(self.input_format, &self.fields, name, bytes);
        let mut batch = Batch::new(self, name);
        let take = &mut |read| batch.take(read);
        Article::each_from_bytes(name, bytes, Some(format), &self.fields, take);
        batch.finish()
    }

    /// What is found in an article; None if the program itself fails.
    pub fn findings(&self, article: &Article) -> Option<Vec<Finding>> {
        guarded(|| (self.find)(article))
    }
}

/// What some work comes to; None if it panics, which the program tells and survives.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    panic::catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Says that the program itself failed on an article, or on a file.
pub fn failed(name: &str) -> Problem {
    let message = "factlint itself failed on this article, which was not checked";
    Problem::new(ProblemKind::Internal, name, message)
        .help("this is a fault of the program: please report it, with the article if you can")
}

/// Says so where a text was not in UTF-8.
pub fn note(article: &Article) -> Option<Problem> {
    let encoding = article.encoding?;
    let message = format!("this was read as {encoding}, not as UTF-8");
    Some(Problem::new(
        ProblemKind::Encoding,
        article.name.as_str(),
        message,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::Packs;

    /// What an input comes to if the engine falls over one of its articles.
    fn check(name: &str, bytes: &[u8]) -> Outcome {
        #[derive(clap::Parser)]
        struct Asked {
            #[command(flatten)]
            sieve: sieve::Args,
            #[command(flatten)]
            fixes: fix::Args,
        }
        let asked = <Asked as clap::Parser>::parse_from(["check"]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let packs = Packs::default();
        let checker = Checker {
            find: &|article| {
                let holds = |words| article.parts[0].source.contains(words);
                assert!(!holds("a stone"), "the engine stumbles");
                vec![
                    Finding::new("found".into(), "check", Severity::Error);
                    usize::from(holds("a nut"))
                ]
            },
            sieve: &Sieve::new(&asked.sieve, None, &packs).unwrap(),
            date: None,
            input_format: None,
            fields: Fields::default(),
            keeps: true,
            lines: false,
        };
        checker
            .safely(&Input::File(path), &asked.fixes, "<stdin>")
            .0
    }

    #[test]
    fn a_fault_of_ours_costs_only_its_own_article() {
        let lines = b"{\"body\": \"a nut\"}\n{\"body\": \"a stone\"}\n{\"body\": \"a nut\"}\n";
        for (name, bytes, found) in [
            ("a.txt", &b"a nut"[..], 1),
            ("b.txt", b"a stone", 0),
            ("c.jsonl", lines, 2),
        ] {
            let outcome = check(name, bytes);
            let kinds = outcome.problems.iter().map(|problem| problem.kind);
            let faults = kinds.filter(|kind| *kind == ProblemKind::Internal).count();
            assert_eq!(
                (outcome.checked.len(), faults),
                (found, usize::from(name != "a.txt")),
                "{name}"
            );
            assert!(
                outcome
                    .problems
                    .iter()
                    .all(|problem| problem.file.ends_with(name))
            );
        }
    }

    #[test]
    fn a_fault_outside_the_engine_is_told_too() {
        assert_eq!(guarded(|| 1), Some(1));
        assert_eq!(guarded(|| -> u8 { panic!("a reader stumbles") }), None);
    }
}
