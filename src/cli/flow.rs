//! The way of many inputs through a check, and of their lines to standard output: `--format jsonl` writes each as soon as
//! its article is checked, and keeps nothing of it.

use std::io::{self, Write};

use rayon::prelude::*;

use super::check::Args;
use super::checker::{Checker, Outcome};
use super::fix::{self, Mended};
use super::inputs::Input;
use super::output;
use super::progress::Progress;
use super::stream::Stream;
use crate::facts::Severity;
use crate::report::{Run, jsonl};

/// So many files are checked for each core before their lines are written.
const FILES: usize = 64;

/// What becomes of what was found.
pub struct Flow<'r> {
    run: &'r mut Run,
    /// Standard output, where lines go there.
    out: Option<io::BufWriter<io::StdoutLock<'static>>>,
    /// Whether articles are kept for other reports.
    keep: bool,
    /// What came to pass.
    pub tally: Tally,
}

/// What decides the exit status, of articles that are not kept.
#[derive(Default)]
pub struct Tally {
    /// Whether lines went to standard output.
    pub flowed: bool,
    /// The worst severity found.
    pub worst: Option<Severity>,
    /// Whether something could not be read.
    pub fails: bool,
    /// Why standard output could not be written.
    pub unwritten: Option<io::Error>,
}

/// An input that was looked at.
enum Got {
    Done(Outcome, Option<Mended>),
    /// It is checked when its turn comes, so that its lines are written at once.
    Stream(Stream),
}

impl<'r> Flow<'r> {
    /// Into a run. `flows` says that lines go to standard output, `keep` that the run is to hold the articles.
    pub fn new(run: &'r mut Run, flows: bool, keep: bool) -> Self {
        Flow {
            run,
            out: flows.then(|| io::BufWriter::with_capacity(1 << 16, io::stdout().lock())),
            keep,
            tally: Tally {
                flowed: flows,
                ..Tally::default()
            },
        }
    }

    /// Checks inputs, in their order.
    pub fn check(
        &mut self,
        checker: &Checker,
        args: &Args,
        inputs: &[Input],
        mended: &mut Vec<Mended>,
    ) {
        let flows = self.out.is_some();
        // No bar stands between lines that a person watches.
        let hidden = flows && output::watched();
        let progress = (!hidden).then(|| Progress::new(inputs.len()));
        let problems = std::mem::take(&mut self.run.problems);
        for problem in problems {
            let mut outcome = Outcome::default();
            if checker.lines {
                outcome.lines = jsonl::unread(&problem.file, None, &[&problem]);
            }
            outcome.problems.push(problem);
            self.take(outcome);
        }
        let many = match flows {
            true => FILES * rayon::current_num_threads(),
            false => inputs.len().max(1),
        };
        let mut rest = inputs;
        while !rest.is_empty() {
            // A large file is read by all cores, and held in memory alone.
            let few = rest.iter().take(many);
            let small = few.take_while(|input| !input.is_large()).count();
            let (inputs, after) = rest.split_at(small.max(1));
            rest = after;
            let got: Vec<Got> = inputs
                .par_iter()
                .map(|input| {
                    let got = look(checker, args, input, flows);
                    if matches!(got, Got::Done(..)) {
                        progress.iter().for_each(Progress::step);
                    }
                    got
                })
                .collect();
            for got in got {
                let going = match got {
                    Got::Done(outcome, file) => {
                        mended.extend(file);
                        self.take(outcome)
                    }
                    Got::Stream(stream) => {
                        let going = stream.run(checker, &mut |outcome| self.take(outcome));
                        progress.iter().for_each(Progress::step);
                        going
                    }
                };
                if !going {
                    return;
                }
            }
        }
    }

    /// Takes what an input or a part of it came to; whether more is wanted.
    fn take(&mut self, mut outcome: Outcome) -> bool {
        let run = &mut self.run;
        run.checked += outcome.count;
        let all = outcome.checked.iter().flat_map(|it| &it.findings);
        let worst = all.map(|finding| finding.severity).max();
        self.tally.worst = self.tally.worst.max(worst);
        self.tally.fails |= outcome.fails;
        if self.keep {
            run.articles.append(&mut outcome.checked);
            run.clean.append(&mut outcome.clean);
            run.dates.append(&mut outcome.dates);
        }
        run.problems.append(&mut outcome.problems);
        if let Some(lines) = &mut run.lines {
            lines.extend(&outcome.lines);
        }
        let Some(out) = &mut self.out else {
            return true;
        };
        // Who reads them may wait for this one.
        if let Err(error) = out.write_all(&outcome.lines).and_then(|()| out.flush()) {
            self.tally.unwritten = Some(error);
            self.out = None;
        }
        self.out.is_some() || self.keep || self.run.lines.is_some()
    }
}

/// Checks an input, and mends it where that is asked for.
fn look(checker: &Checker, args: &Args, input: &Input, flows: bool) -> Got {
    let stdin = &args.stdin_filename;
    // Who mends what came from standard input gives all of it back.
    let whole = args.fixes.wanted().is_some() && *input == Input::Stdin;
    let stream = (!whole).then(|| Stream::open(checker, input, stdin));
    let (outcome, mended) = match stream.flatten() {
        Some(stream) if flows => return Got::Stream(stream),
        Some(stream) => {
            let mut all = Outcome::default();
            stream.run(checker, &mut |outcome| {
                all.add(outcome);
                true
            });
            (all, fix::nothing(&args.fixes))
        }
        None => checker.safely(input, &args.fixes, stdin),
    };
    Got::Done(outcome, mended)
}
