use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;
use serde_json::Value;

use super::inputs::{FieldArgs, Input, input_format};
use super::packs::{self, Place};
use super::{Status, output};
use crate::article::{Article, Format};
use crate::linter::{Linter, Settings};
use crate::report::{inspect, inspect_claims, inspect_syntax};
use crate::text::Text;

/// Show what is read in an article: numbers, dates, names, quotations, sentences.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint inspect article.md                 one line for each value
  factlint inspect --format json article.md   the same for other programs
  factlint inspect --syntax article.md        tokens, tags, trees, clauses, noun phrases
  factlint inspect --text page.html           the text that is read of a page
  factlint inspect --claims article.md        every reading of a fact, and what became of it

Use it to see why a number or name was found, or was not.")]
pub struct Args {
    /// The article; `-` is standard input.
    #[arg(value_name = "PATH|-")]
    path: PathBuf,

    /// Show the text that is read instead: every paragraph, heading, item and caption.
    #[arg(long, conflicts_with_all = ["syntax", "claims"])]
    text: bool,

    /// How to show it.
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_possible_values = true,
        value_name = "plain|json"
    )]
    format: Shown,

    /// Show the syntax of every sentence instead: tokens, tags, heads, clauses, noun phrases.
    #[arg(long)]
    syntax: bool,

    /// Show every reading of a fact instead: what was found and expected, and the evidence for and against it.
    #[arg(long, conflicts_with = "syntax")]
    claims: bool,

    #[command(flatten)]
    place: Place,

    /// The article's date, before any that it states itself.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,

    /// The format of the article [default: told by extension and content].
    #[arg(long, value_name = "FORMAT", value_parser = input_format)]
    input_format: Option<Format>,

    #[command(flatten)]
    fields: FieldArgs,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Shown {
    /// One line for each value.
    #[default]
    Plain,
    /// One JSON object.
    Json,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let input = if args.path == Path::new("-") {
        Input::Stdin
    } else {
        Input::File(args.path)
    };
    let read = input.readable(args.input_format, &args.fields.fields());
    let (mut articles, problems) = match read {
        Ok(read) => read,
        Err(problem) => {
            output::tell(&[*problem]);
            return Ok(Status::Trouble);
        }
    };
    output::tell(&problems);
    for article in &mut articles {
        article.set_date(args.date);
    }
    if args.claims {
        return claims(&args.place, args.format, &articles);
    }
    let list = if args.text { TEXT } else { VALUES };
    output::to_stdout(|out| match (args.format, args.syntax) {
        (Shown::Json, true) => syntax_json(&articles, out),
        (Shown::Json, false) => json(&articles, list, out),
        (Shown::Plain, true) => articles.iter().try_for_each(|article| syntax(article, out)),
        (Shown::Plain, false) => articles.iter().try_for_each(|article| match args.text {
            true => text(article, out),
            false => plain(article, out),
        }),
    })?;
    let failed = problems.iter().any(|problem| problem.fails());
    Ok(if failed {
        Status::Trouble
    } else {
        Status::Clean
    })
}

/// Shows every reading of the loaded facts.
fn claims(place: &Place, format: Shown, articles: &[Article]) -> io::Result<Status> {
    let loaded = place
        .config()
        .and_then(|config| packs::load(&place.rules(config.as_ref())));
    let loaded = match loaded {
        Ok(loaded) => loaded,
        Err(problems) => {
            output::tell(&problems);
            return Ok(Status::Trouble);
        }
    };
    let linter = Linter::new(&loaded.packs, &Settings::default());
    output::to_stdout(|out| match format {
        Shown::Json => {
            let claims: Vec<Value> = articles
                .iter()
                .flat_map(|article| inspect_claims::values(article, &linter.readings(article)))
                .collect();
            serde_json::to_writer_pretty(&mut *out, &serde_json::json!({ "claims": claims }))?;
            writeln!(out)
        }
        Shown::Plain => articles.iter().try_for_each(|article| {
            inspect_claims::plain(article, &linter.readings(article))
                .lines()
                .try_for_each(|line| writeln!(out, "{}", output::clean(line)))
        }),
    })?;
    Ok(Status::Clean)
}

/// A list that is shown: its key in the JSON, and what makes it.
type List = (&'static str, fn(&Article) -> Value);

const VALUES: List = ("values", |article| {
    inspect::values(article, &Text::new(article))
});

const TEXT: List = ("blocks", inspect::blocks);

fn items(article: &Article, (key, list): List) -> Vec<Value> {
    match list(article).get_mut(key).map(Value::take) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

fn json(articles: &[Article], list: List, out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<Value> = articles
        .iter()
        .flat_map(|article| items(article, list))
        .collect();
    serde_json::to_writer_pretty(&mut *out, &serde_json::json!({ list.0: items }))?;
    writeln!(out)
}

fn syntax_json(articles: &[Article], out: &mut dyn Write) -> io::Result<()> {
    let all = articles
        .iter()
        .map(|article| inspect_syntax::values(article, &Text::new(article)));
    let sentences: Vec<Value> = all
        .flat_map(|sentences| sentences.as_array().cloned().unwrap_or_default())
        .collect();
    serde_json::to_writer_pretty(&mut *out, &serde_json::json!({ "sentences": sentences }))?;
    writeln!(out)
}

fn syntax(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    let shown = inspect_syntax::plain(article, &Text::new(article));
    shown
        .lines()
        .try_for_each(|line| writeln!(out, "{}", output::clean(line)))
}

/// The blocks with an empty line between.
fn text(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    for block in items(article, TEXT) {
        let text = block.get("text").and_then(Value::as_str);
        writeln!(out, "{}\n", output::clean(text.unwrap_or_default()))?;
    }
    Ok(())
}

/// `12-18  number  25,800  =  25800`.
fn plain(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    match article.date {
        Some(date) => writeln!(out, "{}, dated {date}", output::clean(&article.name))?,
        None => writeln!(out, "{}, no date", output::clean(&article.name))?,
    }
    for value in items(article, VALUES) {
        let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
        let number = |key: &str| value.get(key).and_then(Value::as_u64).unwrap_or_default();
        let place = format!("{}-{}", number("start"), number("end"));
        let kind = text("kind");
        write!(
            out,
            "{place:>13}  {kind:<8}  {}",
            output::clean(text("text"))
        )?;
        match value.get("value") {
            Some(Value::String(value)) => write!(out, "  = {value}")?,
            Some(Value::Number(value)) => write!(out, "  = {value}")?,
            _ => {}
        }
        match text("unit") {
            "" => writeln!(out)?,
            unit => writeln!(out, " {unit}")?,
        }
    }
    Ok(())
}
