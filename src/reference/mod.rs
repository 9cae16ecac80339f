//! The pages of `docs/reference`, made from the tables that the program itself reads: they can't fall behind it.

mod checks;
mod commands;
mod keys;
mod rules;
mod units;

use crate::{article, cli, report};

/// A page of the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its file in `docs/reference`.
    pub file: &'static str,
    /// Its text, as Markdown.
    pub text: String,
}

/// What every page says of itself, out of the reader's sight.
const MADE: &str = "<!-- Made by `UPDATE=1 cargo test --test reference`. Change the program, not this page. -->\n\n";

/// Every page.
pub fn pages() -> Vec<Page> {
    let page = |file, text: String| Page {
        file,
        text: format!("{MADE}{}\n", text.trim_end()),
    };
    vec![
        page("rules.md", rules::rules()),
        page("units.md", units::units()),
        page("checks.md", checks::checks()),
        page("config.md", rules::config()),
        page("commands.md", commands::commands()),
        page("formats.md", formats()),
        page("exit-status.md", commands::statuses()),
    ]
}

fn formats() -> String {
    let mut out = String::from(
        "# Formats\n\n## Reports\n\n\
         `factlint check --format NAME` chooses how findings are shown. The first is the default. Every format \
         writes the same bytes at every run.\n\n\
         | name | what it is |\n| --- | --- |\n",
    );
    for format in report::FORMATS {
        out += &format!("| `{}` | {} |\n", format.id, cell(format.about));
    }
    out += "\n## Articles\n\n\
            The format of an article is told by the ending of its name, else by its first bytes; what nothing \
            claims is plain text. `--input-format NAME` chooses it for all.\n\n\
            | name | endings |\n| --- | --- |\n";
    for format in article::FORMATS {
        let endings: Vec<String> = format
            .extensions
            .iter()
            .map(|ending| format!("`.{ending}`"))
            .collect();
        let endings = match endings.is_empty() {
            true => "–".to_string(),
            false => endings.join(", "),
        };
        out += &format!("| `{}` | {endings} |\n", format.name);
    }
    out
}

/// Text that can stand in a table: a bar would end its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// The commands, for pages that list them.
fn command() -> clap::Command {
    cli::command().term_width(96)
}
