use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;

use super::inputs::{FieldArgs, Inputs, input_format};
use super::packs::{self, Place};
use super::replace::create;
use super::{Status, output, trouble};
use crate::article;
use crate::packs::Packs;
use crate::report::{Problem, ProblemKind, counted};
use crate::suggest::{Draft, suggest};

/// Read articles and draft a rule file of what they agree on.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint suggest story.md                          a draft on standard output
  factlint suggest articles --output rules/new.toml  into a file, which must not exist yet

The draft holds names, offices, figures and occasions, with their sources. Where the articles disagree, a comment \
names the file and the line. What the loaded rules know already is left out. Nobody has verified a draft: strike out, \
look up, and add `checked`.

Exit status: 0 drafted, 2 an article or the rules could not be read (the draft is made of the rest).")]
pub struct Args {
    /// Articles, or directories of them; `-` is standard input.
    #[arg(value_name = "PATH|-", required = true)]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    place: Place,

    /// The articles' date, before any that they state themselves.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,

    /// The format of the articles [default: told by extension and content].
    #[arg(long, value_name = "FORMAT", value_parser = input_format)]
    input_format: Option<article::Format>,

    #[command(flatten)]
    fields: FieldArgs,

    /// Write the draft into this file, which must not exist yet.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    if let Some(path) = args.output.as_deref().filter(|path| path.exists()) {
        output::tell(&[taken(path)]);
        return Ok(Status::Trouble);
    }
    let config = args.place.config();
    let loaded = config.and_then(|config| {
        let rules = args.place.rules(config.as_ref());
        // Who drafts the first rules has none.
        let asked = args.place.asks_for_rules(config.as_ref());
        match asked || packs::any(&rules) {
            true => packs::load(&rules).map(|loaded| (loaded.packs, rules)),
            false => Ok((Packs::default(), rules)),
        }
    });
    let (loaded, rules) = match loaded {
        Ok(loaded) => loaded,
        Err(problems) => {
            output::tell(&problems);
            return Ok(Status::Trouble);
        }
    };
    let mut inputs = Inputs::default();
    args.paths.iter().for_each(|path| inputs.name(path, &rules));
    let mut problems = inputs.problems;
    let fields = args.fields.fields();
    let read: Vec<_> = inputs
        .list
        .par_iter()
        .map(|input| input.readable(args.input_format, &fields))
        .collect();
    let mut articles = Vec::new();
    for read in read {
        match read {
            Ok((read, wrong)) => {
                articles.extend(read);
                problems.extend(wrong);
            }
            Err(problem) => problems.push(*problem),
        }
    }
    for article in &mut articles {
        article.set_date(args.date);
    }
    let draft = suggest(&articles, &loaded);
    let failed = problems.iter().any(|problem| problem.fails());
    output::tell(&problems);
    if !draft.text.is_empty() {
        match &args.output {
            Some(path) => {
                if let Err(error) = create(path, draft.text.as_bytes()) {
                    output::tell(&[unwritten(path, &error)]);
                    return Ok(Status::Trouble);
                }
            }
            None => output::to_stdout(|out| out.write_all(draft.text.as_bytes()))?,
        }
    }
    said(&draft, articles.len(), args.output.as_deref());
    Ok(match failed {
        true => Status::Trouble,
        false => Status::Clean,
    })
}

fn taken(path: &Path) -> Problem {
    let name = path.to_string_lossy().into_owned();
    Problem::new(
        ProblemKind::Unwritten,
        name,
        "this file exists already, and is left as it is",
    )
    .help("name another one with --output, or move this one away")
}

fn unwritten(path: &Path, error: &io::Error) -> Problem {
    if error.kind() == io::ErrorKind::AlreadyExists {
        return taken(path);
    }
    let (message, help) = trouble::unwritten(error);
    Problem::new(ProblemKind::Unwritten, path.to_string_lossy(), message).help(help)
}

/// Says on standard error what became of it. Nobody can be told that this fails.
fn said(draft: &Draft, articles: usize, path: Option<&Path>) {
    let articles = counted(articles, "article", "articles");
    let kinds = draft.counts.iter().map(|(kind, count)| match *kind {
        "entity" => counted(*count, "entity", "entities"),
        kind => counted(*count, kind, &format!("{kind}s")),
    });
    let kinds: Vec<String> = kinds.collect();
    let mut line = match kinds.is_empty() {
        true => format!("nothing to draft from {articles}"),
        false => format!("drafted {} from {articles}", kinds.join(", ")),
    };
    if draft.disagreements > 0 {
        line.push_str(&format!(
            "; {}",
            counted(draft.disagreements, "disagreement", "disagreements")
        ));
    }
    if let Some(path) = path.filter(|_| !kinds.is_empty()) {
        line.push_str(&format!("; written to {}", path.display()));
    }
    let _ = writeln!(anstream::stderr(), "{}", output::clean(&line));
}
