//! `--fix`, `--unsafe-fixes`, `--diff`: applying fixes to files, or showing what they would change.

use std::borrow::Cow;
use std::io::Write;

use similar::TextDiff;

use super::checker::{Checker, Outcome};
use super::inputs::Input;
use super::replace::{Kept, replace};
use super::trouble;
use crate::article;
use crate::fix::{Wanted, apply, edits};
use crate::report::{Problem, ProblemKind};

/// What is to be mended.
#[derive(clap::Args)]
#[group(skip)]
#[command(
    next_help_heading = "Fixes",
    group = clap::ArgGroup::new("mending").args(["fix", "diff"]).multiple(true)
)]
pub struct Args {
    /// Apply safe fixes: a rejected name becomes the preferred one.
    #[arg(long)]
    fix: bool,

    /// With --fix or --diff: apply unsafe fixes too: a number, a date, a near miss of a name.
    #[arg(long, requires = "mending")]
    unsafe_fixes: bool,

    /// Show the fixes as a diff in place of the report, and change nothing.
    #[arg(long)]
    diff: bool,
}

impl Args {
    /// Which fixes are wanted, if any.
    pub fn wanted(&self) -> Option<Wanted> {
        (self.fix || self.diff).then_some(match self.unsafe_fixes {
            true => Wanted::Unsafe,
            false => Wanted::Safe,
        })
    }

    /// Whether nothing is to be written.
    pub fn diff(&self) -> bool {
        self.diff
    }
}

/// A file that was mended, or would be.
pub struct Mended {
    /// How many edits were made.
    pub count: usize,
    /// What is to be shown of it: the diff, or the text that came from standard input.
    pub shown: Vec<u8>,
}

/// Mends what was read from an input: what is left to report, and what became of the file.
pub fn mend(
    checker: &Checker,
    fixes: &Args,
    input: &Input,
    name: &str,
    before: &[u8],
    outcome: Outcome,
) -> (Outcome, Option<Mended>) {
    let Some(wanted) = fixes.wanted() else {
        return (outcome, None);
    };
    let Settled {
        after,
        left,
        count,
        stopped,
    } = settle(checker, name, before, &outcome, wanted);
    let stdin = *input == Input::Stdin;
    let mut outcome = outcome;
    if stopped {
        outcome.problems.push(unreadable(name));
    }
    let Some(mut left) = left else {
        let shown = if stdin && !fixes.diff {
            before.to_vec()
        } else {
            Vec::new()
        };
        return (outcome, Some(Mended { count: 0, shown }));
    };
    if fixes.diff {
        let shown = diff(name, before, &after);
        return (outcome, Some(Mended { count, shown }));
    }
    let shown = match input {
        Input::Stdin => after,
        Input::File(path) => match replace(path, before, &after) {
            Ok(()) => Vec::new(),
            Err(kept) => {
                outcome.problems.push(unwritten(name, kept));
                return (outcome, None);
            }
        },
    };
    // What is said of the file as a whole is the same after.
    left.problems.clone_from(&outcome.problems);
    (left, Some(Mended { count, shown }))
}

/// What becomes of a file that nothing can be mended in.
pub fn nothing(fixes: &Args) -> Option<Mended> {
    fixes.wanted().map(|_| Mended {
        count: 0,
        shown: Vec::new(),
    })
}

/// What fixes make of a file.
struct Settled {
    after: Vec<u8>,
    /// What is found in it then, if any was made.
    left: Option<Outcome>,
    /// How many were made.
    count: usize,
    /// Whether there are some that were not made, since the file could not be read after.
    stopped: bool,
}

/// The file with the fixes made that its findings offer, and no others: one that only the new text would bring up was shown
/// to nobody.
fn settle(
    checker: &Checker,
    name: &str,
    before: &[u8],
    outcome: &Outcome,
    wanted: Wanted,
) -> Settled {
    let kept = |stopped| Settled {
        after: before.to_vec(),
        left: None,
        count: 0,
        stopped,
    };
    let encoding = outcome
        .checked
        .first()
        .and_then(|checked| checked.article.encoding);
    let edits: Vec<_> = outcome
        .checked
        .iter()
        .flat_map(|checked| edits(&checked.article, &checked.findings, wanted))
        .collect();
    let (after, count) = apply(before, &edits, encoding);
    if count == 0 {
        return kept(false);
    }
    let left = checker.bytes(name, Cow::Borrowed(&after));
    // Its encoding was guessed by bytes that are gone.
    if left.count < outcome.count {
        return kept(true);
    }
    Settled {
        after,
        left: Some(left),
        count,
        stopped: false,
    }
}

/// Says that what was found can't be mended here.
fn unreadable(name: &str) -> Problem {
    let message = "its bytes are of several encodings, and with the fixes made it could not be read: it was left as it is";
    Problem::new(ProblemKind::Unwritten, name, message).help("save the file as UTF-8 first")
}

/// A file that was not replaced, in a user's words.
pub fn unwritten(name: &str, kept: Kept) -> Problem {
    let (message, help) = match kept {
        Kept::Changed => (
            "it changed meanwhile, and was left as it is".to_string(),
            "run the command again",
        ),
        Kept::Io(error) => {
            let (message, help) = trouble::unwritten(&error);
            (format!("{message}; nothing was changed"), help)
        }
    };
    Problem::new(ProblemKind::Unwritten, name, message).help(help)
}

/// A unified diff of a file's decoded text.
pub fn diff(name: &str, before: &[u8], after: &[u8]) -> Vec<u8> {
    let text = |bytes| article::decode(bytes).unwrap_or_default();
    let (before, after) = (text(before), text(after));
    let diff = TextDiff::from_lines(&before, &after);
    let mut shown = Vec::new();
    let path = name.trim_start_matches('/');
    let (old, new) = (format!("a/{path}"), format!("b/{path}"));
    let written = diff.unified_diff().header(&old, &new).to_writer(&mut shown);
    debug_assert!(written.is_ok(), "memory takes anything");
    shown
}

/// Says how many fixes were made, on standard error: standard output holds the report, the diff or the mended text.
/// Nobody can be told that this fails.
pub fn tell(fixes: &Args, mended: &[Mended]) {
    let count: usize = mended.iter().map(|file| file.count).sum();
    let files = mended.iter().filter(|file| file.count > 0).count();
    if fixes.wanted().is_none() {
        return;
    }
    let verb = if fixes.diff { "would be made" } else { "made" };
    let fixes = crate::report::counted(count, "fix", "fixes");
    let files = crate::report::counted(files, "file", "files");
    let _ = writeln!(anstream::stderr(), "factlint: {fixes} {verb} in {files}");
}
