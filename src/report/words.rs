//! What several formats say in the same words.

use std::fmt::Write as _;

use super::{Checked, ProblemKind, Run, counted};
use crate::facts::Severity;
use crate::fix::{Wanted, edits};

/// What is said of words in direct speech.
pub const IN_QUOTE: &str = "in direct speech: check what was said before you change it";

/// `3 errors, 1 warning`, or nothing.
pub fn counts(count: impl Fn(Severity) -> usize) -> String {
    let counts: Vec<String> = [
        (Severity::Error, "error", "errors"),
        (Severity::Warning, "warning", "warnings"),
        (Severity::Info, "info", "infos"),
    ]
    .into_iter()
    .map(|(severity, one, many)| (count(severity), one, many))
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, many)| counted(count, one, many))
    .collect();
    counts.join(", ")
}

/// The same of one article.
pub fn counts_of(checked: &Checked) -> String {
    let findings = checked.findings.iter();
    counts(|severity| {
        let of = findings.clone().filter(|found| found.severity == severity);
        of.count()
    })
}

/// `3 errors, 1 warning in 2 of 5 articles; 1 problem; 4 not shown`.
pub fn summary(run: &Run) -> String {
    let counts = counts(|severity| run.count(severity));
    let checked = counted(run.checked, "article", "articles");
    let failed = run.problems.iter().filter(|problem| problem.fails());
    let failed = failed.count();
    let mut line = if counts.is_empty() && run.checked > 0 {
        format!("No mistakes found in {checked}")
    } else if counts.is_empty() {
        "Nothing was checked".to_string()
    } else if run.checked == 1 || run.articles.is_empty() {
        format!("{counts} in {checked}")
    } else {
        format!("{counts} in {} of {checked}", run.articles.len())
    };
    if failed > 0 {
        let _ = write!(line, "; {}", counted(failed, "problem", "problems"));
    }
    if run
        .problems
        .iter()
        .any(|it| it.kind == ProblemKind::NoRules)
    {
        line.push_str("; no rule file: only the checks that need no fact ran");
    }
    if !run.hidden.is_empty() {
        let _ = write!(line, "; {} not shown", run.hidden.len());
    }
    line
}

/// What is said of findings that are counted and not shown.
pub fn hidden(run: &Run) -> Option<String> {
    let count = run.hidden.len();
    (count > 0).then(|| {
        let more = counted(count, "more finding is", "more findings are");
        format!("{more} not shown, as --max-findings asks")
    })
}

/// How many fixes `--fix` applies, and how many more `--fix --unsafe-fixes`.
pub fn fixable(run: &Run) -> (usize, usize) {
    let count = |wanted| {
        let edits = |checked: &Checked| edits(&checked.article, &checked.findings, wanted).len();
        run.articles.iter().map(edits).sum()
    };
    let safe: usize = count(Wanted::Safe);
    (safe, usize::saturating_sub(count(Wanted::Unsafe), safe))
}

/// `2 can be fixed with --fix, 5 more with --fix --unsafe-fixes`.
pub fn fixes(run: &Run) -> Option<String> {
    match fixable(run) {
        (0, 0) => None,
        (safe, 0) => Some(format!("{safe} can be fixed with --fix")),
        (0, more) => Some(format!("{more} can be fixed with --fix --unsafe-fixes")),
        (safe, more) => Some(format!(
            "{safe} can be fixed with --fix, {more} more with --fix --unsafe-fixes"
        )),
    }
}

/// The first characters of a text, and `…` where it is longer.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_string(),
    }
}

/// A source with the addresses in it: text and whether it is one, in order. Only `http` and `https` are addresses.
pub fn addresses(source: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = source;
    while let Some(at) = ["https://", "http://"]
        .iter()
        .filter_map(|scheme| rest.find(scheme))
        .min()
    {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
        let address = &from[..end.unwrap_or(from.len())];
        let address = address.trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?', '\'']);
        let bare = address.ends_with("//") || super::signs::any_hidden(address);
        pieces.push((before, false));
        pieces.push((address, !bare));
        rest = &from[address.len()..];
        if address.is_empty() {
            break;
        }
    }
    pieces.push((rest, false));
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_sources() {
        let marked = |source: &str| {
            let pieces = addresses(source).into_iter();
            let show = pieces.map(|(text, is)| if is { format!("[{text}]") } else { text.into() });
            show.collect::<String>()
        };
        for (source, shown) in [
            ("Minutes of 12 March", "Minutes of 12 March"),
            ("https://example.org/a", "[https://example.org/a]"),
            (
                "See https://example.org/a, p. 3.",
                "See [https://example.org/a], p. 3.",
            ),
            (
                "(http://a.org/b) and https://c.org",
                "([http://a.org/b]) and [https://c.org]",
            ),
            ("javascript:alert(1)", "javascript:alert(1)"),
            ("https://", "https://"),
            ("http://a\"onclick=x", "[http://a]\"onclick=x"),
            ("https://a.org/\u{202e}gpj", "https://a.org/\u{202e}gpj"),
            ("", ""),
        ] {
            assert_eq!(marked(source), shown);
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_of_a_source_is_lost(source in "(https?://|[a-z .,\"<)é])*") {
            let all: String = addresses(&source).into_iter().map(|(text, _)| text).collect();
            proptest::prop_assert_eq!(all, source);
        }
    }
}
