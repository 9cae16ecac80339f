use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Instant;

use jiff::civil::Date;

use super::checker::Checker;
use super::config::Config;
use super::explain_config;
use super::fix::{self, Mended};
use super::flow::{Flow, Tally};
use super::inputs::{FieldArgs, Input, Inputs, input_format, nothing};
use super::output::Target;
use super::packs::{self, Loaded, Place};
use super::sieve::{self, Sieve};
use super::{Status, output};
use crate::article;
use crate::facts::Severity;
use crate::linter::Linter;
use crate::report::{FORMATS, Format, Problem, ProblemKind, Run, json, jsonl};

/// Check articles against the rules.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint check                          what factlint.toml names, else this directory
  factlint check story.md drafts/         a file, and a directory with all below it
  factlint check --date 2025-11-03 -      standard input, as of that day
  factlint check --format json story.md   for other programs
  factlint check --output page.html       a page for editors, besides what is shown
  factlint check --input-format jsonl --format jsonl -
                                          records from a pipe, a line for each as it is checked

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or used, or there was nothing to \
check.")]
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

    /// Write a report into a file as well, in the format of its extension; may be given again.
    #[arg(
        long,
        value_name = "[FORMAT=]PATH",
        value_parser = |text: &str| output::target(FORMATS, text),
        conflicts_with_all = ["write_baseline", "explain_config"]
    )]
    output: Vec<Target<Run>>,

    /// The least severity that makes the exit status 1: error, warning or info [default: the configuration's, else error].
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    pub fail_on: Option<Severity>,

    /// Accept that a path, a pattern or the whole run has no article.
    #[arg(long)]
    allow_empty: bool,

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
            return Ok(match inputs.problems.iter().any(Problem::fails) {
                true => Status::Trouble,
                false => Status::Clean,
            });
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
    // The summary at the terminal says by itself that there are no rules.
    let says_so = args.format.id == FORMATS[0].id;
    let told = run.problems.iter();
    output::tell(told.filter(|it| !(says_so && it.kind == ProblemKind::NoRules)));
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
    if tally.fails || run.problems.iter().any(|problem| problem.fails()) {
        Status::Trouble
    } else if worst.is_some_and(|worst| worst >= fail_on) {
        Status::Findings
    } else {
        Status::Clean
    }
}

/// Adds to a failure for want of articles how to accept it.
fn accept(problem: &mut Problem) {
    if let Some(help) = problem
        .help
        .as_mut()
        .filter(|_| problem.severity == Severity::Error)
    {
        help.push_str("; `--allow-empty` accepts none");
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
        let asked = args.place.asks_for_rules(config.as_ref());
        Ok(Desk {
            loaded: match asked || packs::any(&rules) {
                true => packs::load(&rules)?,
                false => Loaded::default(),
            },
            config,
            rules,
        })
    }

    /// The articles to check.
    fn inputs(&self, args: &Args) -> Inputs {
        let mut inputs = Inputs::of(&args.paths, self.config.as_ref(), &self.rules);
        let empty = |problem: &&mut Problem| problem.kind == ProblemKind::NoArticles;
        for problem in inputs.problems.iter_mut().filter(empty) {
            match args.allow_empty {
                true => problem.severity = Severity::Info,
                false => accept(problem),
            }
        }
        inputs
    }

    /// A note that there are no rules.
    fn no_rules(&self) -> Option<Problem> {
        let message = "there is no rule file: only the checks that need no fact ran";
        let problem = Problem::new(ProblemKind::NoRules, "", message).severity(Severity::Info);
        self.loaded.sources.is_empty().then(|| {
            problem.help("`factlint init` writes a first rule file; `--rules PATH` names others")
        })
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
            lists_dates: args.wants(json::FORMAT.id),
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
        // A pipe or an editor may have nothing to say.
        let may_be_empty = args.allow_empty || inputs.list.contains(&Input::Stdin);
        let failed = tally.fails || run.problems.iter().any(Problem::fails);
        if run.checked > 0 {
            run.problems.extend(self.no_rules());
        } else if !may_be_empty && !failed {
            let mut problem = nothing("", "there is no article in what was named");
            accept(&mut problem);
            run.problems.push(problem);
        }
        Ok(tally)
    }
}
