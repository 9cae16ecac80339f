use std::io::{self, Write};

use clap::ValueEnum;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::packs::{self, Loaded, Place};
use super::{Status, output};
use crate::checks::CHECKS;
use crate::contract;
use crate::explain::{self, CheckExplanation, Explainer, Explanation};
use crate::facts::Fact;
use crate::report::{Look, Problem, ProblemKind, explain as drawing};

/// Show what a fact or a check says, with an example that is reported and one that is not.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint explain usfk-strength          a fact, as of today
  factlint explain --date 2024-10-30 scm  as of that day
  factlint explain weekday                a check
  factlint explain | grep -i minister     all facts and checks, one a line

Exit status: 0, or 2 if there is no such fact or a rule file could not be used.")]
pub struct Args {
    /// Facts and checks [default: list all, one a line].
    #[arg(value_name = "ID|CHECK")]
    ids: Vec<String>,

    /// The day for which facts are told [default: today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,

    /// How to show them.
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_possible_values = true,
        value_name = "text|json"
    )]
    format: Shown,

    #[command(flatten)]
    place: Place,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Shown {
    /// For people.
    #[default]
    Text,
    /// One JSON object.
    Json,
}

/// What an id turned out to be.
enum Told {
    Fact(Box<Explanation>),
    Check(CheckExplanation),
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let date = args.date.unwrap_or_else(|| {
        let now = jiff::Timestamp::now();
        now.to_zoned(jiff::tz::TimeZone::UTC).date()
    });
    let loaded = match load(&args) {
        Ok(loaded) => loaded,
        Err(problems) => {
            output::tell(&problems);
            return Ok(Status::Trouble);
        }
    };
    let look = output::look();
    if args.ids.is_empty() {
        output::to_stdout(|out| match args.format {
            Shown::Json => listed_json(&loaded, date, out),
            Shown::Text => listed(&loaded, date, look, out),
        })?;
        return Ok(Status::Clean);
    }
    let mut explainer = Explainer::new(&loaded.packs);
    let (mut told, mut unknown) = (Vec::new(), Vec::new());
    for id in &args.ids {
        if let Some(fact) = explainer.explain(id, date) {
            told.push(Told::Fact(Box::new(fact)));
        } else if let Some(check) = explain::check(id) {
            told.push(Told::Check(check));
        } else {
            unknown.push(no_such(id, &loaded));
        }
    }
    output::to_stdout(|out| match args.format {
        Shown::Json => json(&told, out),
        Shown::Text => text(&told, look, out),
    })?;
    output::tell(&unknown);
    Ok(if unknown.is_empty() {
        Status::Clean
    } else {
        Status::Trouble
    })
}

/// The rules; none are needed where only checks are asked for.
fn load(args: &Args) -> Result<Loaded, Vec<Problem>> {
    let found = args.place.config().and_then(|config| {
        let rules = args.place.rules(config.as_ref());
        match args.place.asks_for_rules(config.as_ref()) || packs::any(&rules) {
            true => packs::load(&rules),
            // There are the checks.
            false => Ok(Loaded::default()),
        }
    });
    let is_check = |id: &String| explain::check(id).is_some();
    if found.is_err() && !args.ids.is_empty() && args.ids.iter().all(is_check) {
        return Ok(Loaded::default());
    }
    found
}

fn no_such(id: &str, loaded: &Loaded) -> Problem {
    let known = loaded.packs.facts.iter().map(|fact| fact.id.as_str());
    let known = known.chain(CHECKS.iter().map(|check| check.id));
    let folded = id.to_lowercase();
    let mut near: Vec<(f64, &str)> = known
        .map(|name| {
            let inside = folded.len() > 2 && name.contains(&folded);
            let nearness = strsim::jaro_winkler(&folded, name);
            (nearness.max(if inside { 0.9 } else { 0.0 }), name)
        })
        .filter(|(nearness, _)| *nearness > 0.8)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let near: Vec<String> = near
        .iter()
        .take(4)
        .map(|(_, name)| format!("`{name}`"))
        .collect();
    let message = format!("there is no fact or check `{}`", output::clean(id));
    Problem::new(ProblemKind::Rule, "", message).help(match near.split_last() {
        None if loaded.sources.is_empty() => {
            "there is no rule file here; name one with --rules PATH".to_string()
        }
        None => "`factlint explain` lists all".to_string(),
        Some((last, [])) => format!("did you mean {last}?"),
        Some((last, rest)) => format!("did you mean {} or {last}?", rest.join(", ")),
    })
}

fn text(told: &[Told], look: Look, out: &mut dyn Write) -> io::Result<()> {
    for (n, told) in told.iter().enumerate() {
        if n > 0 {
            writeln!(out, "\n")?;
        }
        match told {
            Told::Fact(fact) => write!(out, "{}", drawing::fact(fact, look))?,
            Told::Check(check) => write!(out, "{}", drawing::check(check, look))?,
        }
    }
    Ok(())
}

fn json(told: &[Told], out: &mut dyn Write) -> io::Result<()> {
    let told: Vec<Value> = told
        .iter()
        .map(|told| match told {
            Told::Fact(fact) => drawing::fact_json(fact),
            Told::Check(check) => drawing::check_json(check),
        })
        .collect();
    write_json(
        &json!({ "version": contract::JSON, "explanations": told }),
        out,
    )
}

fn write_json(value: &Value, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// Every pack with its facts.
fn by_pack(loaded: &Loaded) -> impl Iterator<Item = (&crate::packs::Pack, &[Fact])> {
    let packs = loaded.packs.packs.iter();
    packs.map(|pack| {
        let facts = loaded.packs.facts.get(pack.facts.clone());
        (pack, facts.unwrap_or_default())
    })
}

/// `id  kind  what it says`, a line each; a line of each pack begins with `#`.
fn listed(loaded: &Loaded, date: Date, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let ids = loaded.packs.facts.iter().map(|fact| fact.id.as_str());
    let ids = ids.chain(CHECKS.iter().map(|check| check.id));
    let widest = ids.map(|id| id.chars().count()).max().unwrap_or(0).min(28);
    let line = |id: &str, kind: &str, says: &str| {
        let mut line = format!("{id:<widest$}  {kind:<9}  {}", output::clean(says));
        // A person sees one line each, a program all of it.
        if output::watched() && line.chars().count() > look.width {
            line = line.chars().take(look.width.saturating_sub(1)).collect();
            line.push('…');
        }
        line
    };
    for (pack, facts) in by_pack(loaded) {
        let name = pack.name.as_deref().map(|name| format!(": {name}"));
        writeln!(out, "# {}{}", pack.source.file, name.unwrap_or_default())?;
        for fact in facts {
            let says = explain::says(fact, date);
            writeln!(out, "{}", line(&fact.id, fact.kind.name(), &says))?;
        }
    }
    writeln!(out, "# checks that need no fact")?;
    for check in CHECKS {
        writeln!(out, "{}", line(check.id, "check", check.summary))?;
    }
    Ok(())
}

fn listed_json(loaded: &Loaded, date: Date, out: &mut dyn Write) -> io::Result<()> {
    let entry = |id: &str, kind: &str, says: &str, file: Option<&str>| json!({ "id": id, "kind": kind, "says": says, "file": file });
    let facts = by_pack(loaded).flat_map(|(pack, facts)| {
        facts.iter().map(move |fact| {
            let says = explain::says(fact, date);
            entry(&fact.id, fact.kind.name(), &says, Some(&pack.source.file))
        })
    });
    let checks = CHECKS
        .iter()
        .map(|check| entry(&format!("check:{}", check.id), "check", check.summary, None));
    let all: Vec<Value> = facts.chain(checks).collect();
    write_json(
        &json!({ "version": contract::JSON, "date": date.to_string(), "all": all }),
        out,
    )
}
