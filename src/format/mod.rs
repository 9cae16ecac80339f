//! Rule files and `factlint.toml` in one layout, so that what changes in them is what somebody changed.
//!
//! - Tables stay in their order, with one blank line between them; comments stay with what they stand by.
//! - The keys of a table stand in the order of its kind, as the reference has them: the id first, then the kind's own,
//!   then `unless`, `severity`, `in-quotes`, `source`, `checked`, `note`. Unknown keys follow.
//! - The `=` of a table stand below one another. In a `[[test]]`, whose keys are all but of one length, they may.
//! - A list of tables has one in each line, a list of words is filled to 100 columns; a list that stands in one line
//!   may stay there while it is not much too long for it.
//!
//! Values are never written anew: strings keep their quotes, numbers their underscores.

mod order;
mod read;
mod write;

use crate::packs::problem::Problems;
use crate::packs::{PackSource, Problem, syntax};

/// A rule file or `factlint.toml` in the common layout. What is laid out already comes back as it is. Mistakes other
/// than those of TOML do no harm.
///
/// # Errors
/// Every mistake that keeps it from being TOML, at its bytes.
pub fn format(source: &PackSource) -> Result<String, Vec<Problem>> {
    let mut problems = Problems::default();
    let _ = syntax::parse(0, source, &mut problems);
    if problems.is_empty()
        && let Err(error) = source.text.parse::<toml::Table>()
    {
        // The tree that packs are read from leaves numbers as they are written.
        let span = error.span().unwrap_or_default().into();
        problems.add(0, &source.file, span, error.message(), "this is no TOML");
    }
    if !problems.is_empty() {
        return Err(problems.sorted());
    }
    let text = source.text.strip_prefix('\u{feff}');
    let (mark, text) = text.map_or(("", &*source.text), |text| ("\u{feff}", text));
    // A file of mixed line ends gets those of Unix, but for its strings.
    let crlf = text.contains("\r\n") && text.matches("\r\n").count() == text.matches('\n').count();
    let unix = if crlf {
        text.replace("\r\n", "\n")
    } else {
        text.to_string()
    };
    let mut laid_out = write::document(&read::document(&unix));
    if !same(&unix, &laid_out) {
        debug_assert!(false, "the layout changed what is said: {laid_out}");
        laid_out = unix;
    }
    if crlf {
        laid_out = laid_out.replace('\n', "\r\n");
    }
    Ok(format!("{mark}{laid_out}"))
}

/// Whether the format is for this text: it has tables of a rule file.
pub fn is_pack(text: &str) -> bool {
    let document = read::document(text.trim_start_matches('\u{feff}'));
    let headers = document.tables.iter().filter(|table| table.brackets > 0);
    let names: Vec<&str> = headers
        .filter_map(|table| table.path.first())
        .map(String::as_str)
        .collect();
    let all_tests = || !names.is_empty() && names.iter().all(|name| *name == "test");
    names.iter().any(|name| order::is_of_pack(name)) || all_tests()
}

/// Whether two texts say the same, whatever the order of their keys.
fn same(before: &str, after: &str) -> bool {
    let said = |text: &str| {
        let table: Option<toml::Table> = text.parse().ok();
        // Not compared as values: `nan` is not equal to itself.
        table.map(|table| format!("{table:?}"))
    };
    let remarks = |text: &str| {
        let mut remarks: Vec<String> = read::remarks(text);
        remarks.sort_unstable();
        remarks
    };
    said(before).is_some_and(|before| said(after) == Some(before))
        && remarks(before) == remarks(after)
}
