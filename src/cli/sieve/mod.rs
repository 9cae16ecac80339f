//! What is not reported: ignores, comments, a baseline, and what was not asked for.

mod baseline;
mod changed;
mod checks;
mod comments;
mod ignores;
mod known;
mod select;

use std::io;
use std::path::{Path, PathBuf};

use super::config::Config;
use super::{Status, output};
use crate::article::Article;
use crate::finding::Finding;
use crate::linter::Settings;
use crate::report::{Problem, Run, counted};
use baseline::Baseline;
use changed::Changed;
use checks::Checks;
use ignores::Ignores;
use known::Known;
use select::Select;

/// Which findings are wanted.
#[derive(clap::Args)]
#[command(next_help_heading = "What is reported")]
#[group(skip)]
pub struct Args {
    /// Report only what this names: the id of a fact or a check, a kind of fact, or a pattern with `*`; may be given again.
    #[arg(long, value_name = "ID")]
    pub only: Vec<String>,

    /// Report nothing of what this names; written as for --only.
    #[arg(long, value_name = "ID")]
    pub skip: Vec<String>,

    /// Report only what stands on lines that changed since this revision, as git tells.
    #[arg(long, value_name = "REVISION")]
    changed_since: Option<String>,

    /// Report nothing that this file holds, which --write-baseline wrote [default: the configuration's].
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,

    /// Report at most so many findings; the rest is counted.
    #[arg(long, value_name = "N")]
    pub max_findings: Option<usize>,

    /// Write all findings into this file, so that from now on only new ones are reported.
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub write_baseline: Option<PathBuf>,
}

/// Writes all findings of a run as a baseline.
pub fn write_baseline(path: &Path, run: &Run) -> io::Result<Status> {
    let findings = run.articles.iter().flat_map(|checked| {
        let found = checked.findings.iter();
        found.map(|finding| (&checked.article, finding))
    });
    let unwritten = |error| output::unwritten(path, &error);
    let count = baseline::write(path, findings).map_err(unwritten)?;
    let findings = counted(count, "finding", "findings");
    output::to_stdout(|out| writeln!(out, "{findings} written to {}", path.display()))?;
    Ok(Status::Clean)
}

/// Takes out of an article's findings what is not to be reported.
pub struct Sieve<'a> {
    known: Known<'a>,
    ignores: Ignores<'a>,
    baseline: Option<Baseline>,
    select: Select,
    folders: Vec<Select>,
    changed: Option<Changed>,
    checks: Checks<'a>,
}

impl<'a> Sieve<'a> {
    /// What the command line and the configuration ask for.
    ///
    /// # Errors
    /// Ids that nothing has, a baseline that can't be read, a revision that git does not know.
    pub fn new(
        args: &Args,
        config: Option<&'a Config>,
        packs: &'a crate::packs::Packs,
    ) -> Result<Self, Vec<Problem>> {
        let known = Known::new(packs);
        let mut problems = Vec::new();
        let select = Select::flags(&args.only, &args.skip, &known, &mut problems);
        let overrides = config.map_or(&[][..], |config| &config.overrides);
        let folders = overrides
            .iter()
            .filter_map(|folder| Select::folder(folder, config?, &known, &mut problems))
            .collect();
        let path = args.baseline.as_ref();
        let path = path.or(config.and_then(|config| config.baseline.as_ref()));
        let path = path.filter(|_| args.write_baseline.is_none());
        let baseline = path.map(|path| Baseline::read(path)).transpose();
        let changed = args.changed_since.as_deref();
        let changed = changed.map(Changed::since).transpose();
        match (baseline, changed, problems.is_empty()) {
            (Ok(baseline), Ok(changed), true) => Ok(Sieve {
                ignores: Ignores::new(config),
                known,
                baseline,
                select,
                folders,
                changed,
                checks: Checks::new(config),
            }),
            (baseline, changed, _) => {
                problems.extend(baseline.err().map(|problem| *problem));
                problems.extend(changed.err().map(|problem| *problem));
                Err(problems)
            }
        }
    }

    /// What the linter is to run.
    pub fn settings(&self) -> Settings {
        self.checks.settings()
    }

    /// Leaves what is to be reported of an article, and tells what is wrong with its comments.
    pub fn apply(&self, article: &Article, findings: &mut Vec<Finding>) -> Vec<Problem> {
        self.checks.apply(&article.name, findings);
        self.ignores.apply(&article.name, findings);
        let problems = comments::apply(article, findings, &self.known);
        if let Some(baseline) = &self.baseline {
            baseline.apply(article, findings);
        }
        let selects = self.folders.iter().chain([&self.select]);
        for select in selects.filter(|select| select.holds_in(&article.name)) {
            findings.retain(|finding| select.wants(&finding.fact, finding.kind));
        }
        if let Some(changed) = &self.changed {
            findings.retain(|finding| changed.holds(&article.name, finding));
        }
        problems
    }

    /// Ignores that match nothing any more. After a run over some files only, those for other files are not told.
    pub fn unused(&self, everything: bool) -> Vec<Problem> {
        let mut problems = self.ignores.unknown(&self.known);
        problems.extend(self.ignores.unused(&self.known, everything));
        problems.extend(self.baseline.as_ref().and_then(Baseline::unused));
        problems
    }
}
