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
            claims is plain text. An ending in brackets is one of other files too: then the first bytes must look like an \
            article. `--input-format NAME` chooses the format for all.\n\n\
            | name | endings |\n| --- | --- |\n";
    for format in article::FORMATS {
        let own = format.extensions.iter();
        let own = own.map(|ending| format!("`.{ending}`"));
        let shared = format.shares.iter();
        let shared = shared.map(|ending| format!("(`.{ending}`)"));
        let endings: Vec<String> = own.chain(shared).collect();
        let endings = match endings.is_empty() {
            true => "–".to_string(),
            false => endings.join(", "),
        };
        out += &format!("| `{}` | {endings} |\n", format.name);
    }
    out + RECORDS
}

const RECORDS: &str = "\n## Where places count\n\n\
     Places are bytes of the file as it lies on disk, and `part` is null. In these files it is not, and places count \
     in the text that it names:\n\n\
     | file | `part` | its text |\n| --- | --- | --- |\n\
     | DOCX | `paragraph 12`, `table 1, row 2, cell 3`, `text box 1`, `footnote 2`; empty paragraphs count, those of \
     tables and text boxes count by themselves | what a reader sees of it: tracked changes accepted, no comments, no \
     hidden text; a tab is a space, a line break is `\\n` |\n\
     | JSON Lines, a list in JSON | `record 17 (its id)`, with `, headline`, `, caption` or `, paragraph 3` where \
     it is not the whole text | the string of the field, decoded |\n\
     | a feed, a message with several items | the entry or item | its text without markup |\n\n\
     A JSON file that is one object is one article: its places are those of the file.\n\n\
     ## Records\n\n\
     The text of a record of JSON is the first of the usual fields that it has (`body_text`, `body`, `text`, `content`, \
     `articleBody` …), its date likewise (`versioncreated`, `datePublished`, `published`, `date` …), and its headline is \
     `headline` or `title`. `--text-field`, `--date-field` and `--id-field` name others, as a key or as a path \
     (`article.body`). A text may be a list of strings, its paragraphs. It is read as HTML where the name of its field \
     says so (`body_html`).\n\n\
     JSON Lines are read a few hundred kilobytes at a time, in as many threads as there are cores (`RAYON_NUM_THREADS` \
     says another number); what is kept of them is the findings and the texts of the records that have some, and with \
     `--format jsonl` alone nothing. A line that is no record, or is longer than 64 MB, is told, and the others are checked. Of a list \
     that is cut, the records before the cut are checked. A DOCX that unpacks to more than 64 MB is not read.\n";

/// Text that can stand in a table: a bar would end its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// The commands, for pages that list them.
fn command() -> clap::Command {
    cli::command().term_width(96)
}
