//! `check --explain-config`: what applies to each article, and why.

use std::io::{self, Write};
use std::path::Path;

use super::check::{Args, Desk};
use super::config::{Config, Override};
use super::inputs::{Input, articles};
use crate::article::{Article, Format};
use crate::checks::CHECKS;
use crate::facts::Severity;
use crate::report::{clean, counted};

/// Where a setting comes from.
struct Told<'a> {
    args: &'a Args,
    config: Option<&'a Config>,
}

/// Writes what applies to these articles.
pub fn write(args: &Args, desk: &Desk, inputs: &[Input], out: &mut dyn Write) -> io::Result<()> {
    let config = desk.config.as_ref();
    let told = Told { args, config };
    let packs: Vec<&str> = desk
        .loaded
        .sources
        .iter()
        .map(|source| &*source.name)
        .collect();
    let file = config.map_or("none", |config| &*config.source.name);
    writeln!(out, "configuration  {file} ({})", told.found())?;
    writeln!(
        out,
        "rules          {} ({})",
        packs.join(", "),
        told.rules()
    )?;
    writeln!(out, "articles       {}", told.articles(inputs.len()))?;
    writeln!(out, "fail-on        {}", told.fail_on())?;
    writeln!(out, "baseline       {}", told.baseline())?;
    for input in inputs {
        told.article(input, out)?;
    }
    Ok(())
}

impl Told<'_> {
    fn found(&self) -> &'static str {
        match (
            self.args.place.config.is_some(),
            self.args.place.no_config,
            self.config,
        ) {
            (true, ..) => "--config",
            (_, true, _) => "--no-config",
            (.., Some(_)) => "the nearest, from here upwards",
            _ => "no factlint.toml here or above",
        }
    }

    fn articles(&self, count: usize) -> String {
        let named = self.config.filter(|config| !config.articles.is_empty());
        let whence = match named {
            _ if self.args.paths_given() => "as named".to_string(),
            Some(config) => format!("`{}` of the configuration", config.articles.join("`, `")),
            None => "all below this directory, as none is named".to_string(),
        };
        format!("{} ({whence})", counted(count, "file", "files"))
    }

    fn rules(&self) -> &'static str {
        match self.config {
            _ if !self.args.place.rules.is_empty() => "--rules",
            Some(config) if !config.rules.is_empty() => "the configuration",
            _ => "the default, `rules`",
        }
    }

    fn fail_on(&self) -> String {
        let of = |severity: Severity, whence: &str| format!("{} ({whence})", severity.id());
        let set = self.config.and_then(|config| config.fail_on);
        match (self.args.fail_on, set) {
            (Some(severity), _) => of(severity, "--fail-on"),
            (_, Some(severity)) => of(severity, "the configuration"),
            _ => of(Severity::Error, "the default"),
        }
    }

    fn baseline(&self) -> String {
        let set = self.config.and_then(|config| config.baseline.as_ref());
        match (&self.args.sieve.baseline, set) {
            (Some(path), _) => format!("{} (--baseline)", path.display()),
            (_, Some(path)) => format!("{} (the configuration)", path.display()),
            _ => "none".into(),
        }
    }

    fn article(&self, input: &Input, out: &mut dyn Write) -> io::Result<()> {
        let (name, bytes) = match input.read(&self.args.stdin_filename) {
            Ok(read) => read,
            Err(problem) => return writeln!(out, "\n{}: {}", problem.file, problem.message),
        };
        writeln!(out, "\n{name}")?;
        let by_name = Format::of_path(&name).is_some();
        let format = self
            .args
            .input_format
            .unwrap_or(Format::detect(&name, &bytes));
        let whence = match self.args.input_format {
            Some(_) => "--input-format",
            None if by_name => "its extension",
            None => "its first bytes",
        };
        writeln!(out, "  format     {} ({whence})", format.name)?;
        match articles(&name, &bytes, self.args.input_format) {
            Ok(articles) => {
                let first = articles.first().and_then(|article| article.date);
                let date = match (self.args.date, first) {
                    (Some(date), _) => format!("{date} (--date)"),
                    (_, Some(date)) => format!("{date} (the article)"),
                    _ => "none: every record of a fact may hold (--date sets it)".into(),
                };
                writeln!(out, "  date       {date}")?;
                if articles.len() > 1 {
                    writeln!(out, "  articles   {}", articles.len())?;
                }
                if let Some(encoding) = articles.first().and_then(|article| article.encoding) {
                    writeln!(out, "  encoding   {encoding} (its bytes are not UTF-8)")?;
                }
                comments(&articles, out)?;
            }
            Err(problem) => writeln!(out, "  unreadable {}", problem.message)?,
        }
        self.settings(Path::new(&name), out)
    }

    fn settings(&self, path: &Path, out: &mut dyn Write) -> io::Result<()> {
        let overrides = self.config.map_or(&[][..], |config| &config.overrides);
        let here: Vec<&Override> = overrides.iter().filter(|o| o.paths.hold(path)).collect();
        for check in CHECKS {
            let line =
                |folder: &Override| format!("the override of line {}", self.line(folder.span));
            let folder = here.iter().rev().find_map(|folder| {
                let set = folder.checks.get(check.id)?;
                Some((*set, line(folder)))
            });
            let set = self.config.and_then(|config| config.checks.get(check.id));
            let set = set.map(|set| (*set, "the configuration".to_string()));
            let default = (Some(check.severity), "the default".to_string());
            let (severity, whence) = folder.or(set).unwrap_or(default);
            let severity = severity.map_or("off", Severity::id);
            writeln!(out, "  check      {} {severity} ({whence})", check.id)?;
        }
        let flags = [
            ("--only", &self.args.sieve.only),
            ("--skip", &self.args.sieve.skip),
        ];
        for (flag, names) in flags.into_iter().filter(|(_, names)| !names.is_empty()) {
            writeln!(out, "  {:<10} {} ({flag})", &flag[2..], names.join(", "))?;
        }
        for folder in here {
            for (what, names) in [("only", &folder.only), ("skip", &folder.skip)] {
                let names: Vec<&str> = names.iter().map(|(name, _)| &**name).collect();
                if !names.is_empty() {
                    let line = self.line(folder.span);
                    writeln!(
                        out,
                        "  {what}       {} (the override of line {line})",
                        names.join(", ")
                    )?;
                }
            }
        }
        let ignores = self.config.map_or(&[][..], |config| &config.ignores);
        let holds = |paths: &Option<super::config::Paths>| {
            paths.as_ref().is_none_or(|paths| paths.hold(path))
        };
        for ignore in ignores.iter().filter(|ignore| holds(&ignore.path)) {
            let of = |what: &str, value: &Option<String>| {
                value.as_ref().map(|value| format!("{what} `{value}`"))
            };
            let what = [of("fact", &ignore.fact), of("text", &ignore.text)];
            let what: Vec<String> = what.into_iter().flatten().collect();
            let what = if what.is_empty() {
                "everything".into()
            } else {
                what.join(", ")
            };
            let reason = ignore.reason.as_deref().unwrap_or_default();
            let line = self.line(ignore.span);
            writeln!(out, "  ignore     {what}: {reason} (line {line})")?;
        }
        Ok(())
    }

    fn line(&self, span: crate::span::Span) -> usize {
        self.config
            .map_or(0, |config| config.source.line(span.start))
    }
}

/// The comments that ignore something, as they stand.
fn comments(articles: &[Article], out: &mut dyn Write) -> io::Result<()> {
    for article in articles {
        for comment in &article.comments {
            let Some(part) = article.parts.get(comment.part) else {
                continue;
            };
            let words = comment.span.of(&part.source).split_whitespace();
            let words: Vec<&str> = words.collect();
            let before = part.source.get(..comment.span.start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let place = part.label.as_deref().map(|label| format!("{label}, "));
            let place = place.unwrap_or_default();
            writeln!(
                out,
                "  comment    {} ({place}line {line})",
                clean(&words.join(" "))
            )?;
        }
    }
    Ok(())
}
